// The task definition: the application, and the X-Ray daemon beside it.
import { EcsTaskDefinition } from '@cdktf/provider-aws/lib/ecs-task-definition/index.js';
import type { Construct } from 'constructs';
import { databaseNameOf, databaseUser } from '../names.ts';
import type { CacheUser } from './cache-user.ts';
import { containerName, containerPort, healthPath, type ServiceContext } from './context.ts';
import type { TaskRoles } from './roles.ts';

export interface TaskProps {
  readonly context: ServiceContext;
  readonly roles: TaskRoles;
  readonly cache: CacheUser;
  readonly image: string;
  readonly tracerImage: string;
  readonly logGroupName: string;
}

export function taskDefinition(scope: Construct, id: string, props: TaskProps): EcsTaskDefinition {
  const { prefix, profile } = props.context;
  return new EcsTaskDefinition(scope, id, {
    family: prefix,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: String(profile.task.cpuUnits),
    memory: String(profile.task.memoryMib),
    executionRoleArn: props.roles.execution.arn,
    taskRoleArn: props.roles.task.arn,
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    containerDefinitions: JSON.stringify([application(props), tracer(props)]),
  });
}

function application(props: TaskProps) {
  return {
    name: containerName,
    image: props.image,
    essential: true,
    user: '1000',
    readonlyRootFilesystem: true,
    portMappings: [{ containerPort, hostPort: containerPort, protocol: 'tcp' }],
    environment: Object.entries(environmentOf(props)).map(([name, value]) => ({ name, value })),
    healthCheck: {
      command: ['CMD-SHELL', `wget -qO- http://127.0.0.1:${containerPort}${healthPath} || exit 1`],
      interval: 15,
      timeout: 5,
      retries: 3,
      startPeriod: 30,
    },
    logConfiguration: logsTo(props, containerName),
  };
}

/** Facts, never secrets: the database and the cache are reached with IAM tokens that the application asks for. */
function environmentOf({ context, cache }: TaskProps): Readonly<Record<string, string>> {
  const { environment, service, region, platform, host } = context;
  return {
    AWS_REGION: region,
    DB_HOST: platform.text('databaseHost'),
    DB_NAME: databaseNameOf(service),
    DB_USER: databaseUser,
    ENVIRONMENT: environment,
    EVENT_STREAM: platform.text('eventStreamName'),
    PORT: String(containerPort),
    PUBLIC_URL: `https://${host}`,
    REDIS_HOST: platform.text('cacheHost'),
    REDIS_KEY_PREFIX: cache.keyPrefix,
    REDIS_USER: cache.name,
    SERVICE: service,
  };
}

/** Not essential: a task without traces still serves students. */
function tracer(props: TaskProps) {
  return {
    name: 'xray',
    image: props.tracerImage,
    essential: false,
    portMappings: [{ containerPort: 2000, hostPort: 2000, protocol: 'udp' }],
    logConfiguration: logsTo(props, 'xray'),
  };
}

function logsTo({ context, logGroupName }: TaskProps, prefix: string) {
  return {
    logDriver: 'awslogs',
    options: { 'awslogs-group': logGroupName, 'awslogs-region': context.region, 'awslogs-stream-prefix': prefix },
  };
}
