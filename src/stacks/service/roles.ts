// The two roles of a task: what ECS needs to start it, and what the application itself may do.

import { Construct } from 'constructs';
import { taskRoleNameOf } from '../names.ts';
import { allow, fromAccount, ServiceRole } from '../parts/iam.ts';
import type { ServiceContext } from './context.ts';

export interface TaskRolesProps {
  readonly context: ServiceContext;
  readonly cacheUserArn: string;
}

export class TaskRoles extends Construct {
  readonly execution: ServiceRole;
  readonly task: ServiceRole;

  constructor(scope: Construct, id: string, { context, cacheUserArn }: TaskRolesProps) {
    super(scope, id);
    const { prefix, environment, service, accountId, platform } = context;
    const trusted = { accountId, service: 'ecs-tasks.amazonaws.com', trustCondition: fromAccount(accountId) };
    this.execution = new ServiceRole(this, 'execution', {
      ...trusted,
      name: `${prefix}-execution`,
      awsPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
    });
    this.task = new ServiceRole(this, 'task', {
      ...trusted,
      name: taskRoleNameOf(environment, service),
      statements: [
        allow(['kinesis:PutRecord', 'kinesis:PutRecords'], platform.text('eventStreamArn')),
        allow(['kms:Decrypt', 'kms:GenerateDataKey'], platform.text('keyArn')),
        // As its own user, through the proxy; the master password is out of reach.
        allow(['rds-db:connect'], platform.text('databaseConnectArn')),
        allow(['elasticache:Connect'], [platform.text('cacheArn'), cacheUserArn]),
        // X-Ray takes no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
        allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'], '*'),
      ],
    });
  }
}
