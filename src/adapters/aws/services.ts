// Implements the Services port with ECS.
import {
  type Deployment,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  paginateListTasks,
  type Service,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import type { ServiceDeployment, ServiceIdentity, ServiceState, Services, Task } from '../../ports/services.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { everyPage, inBatches } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';
import { moveTo, readSubnets, scale, stopTask } from './service-changes.ts';
import { readRollouts, turnBack } from './service-rollouts.ts';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
const mostTasksOfCall = 100;

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openServices(config: AwsClientConfig): Services {
  const client = guarded(new ECSClient({ ...config, ...persistent }), 'ecs', config);
  return {
    describe: async ({ cluster, service }) => {
      const attempt = { what: `read the service ${service}`, permission: 'ecs:DescribeServices' };
      const request = new DescribeServicesCommand({ cluster, services: [service] });
      const found = await askingFor(attempt, isGone, () => client.send(request));
      const [described] = found?.services ?? [];
      return described && described.status !== 'INACTIVE' ? stateOf(described) : undefined;
    },
    tasks: (identity) => readTasks(client, identity),
    images: (taskDefinition) => {
      const attempt = { what: `read the task definition ${taskDefinition}`, permission: 'ecs:DescribeTaskDefinition' };
      return asking(attempt, async () => {
        const answer = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
        const containers = answer.taskDefinition?.containerDefinitions ?? [];
        return Object.fromEntries(containers.map(({ name = '', image = '' }) => [name, image]));
      });
    },
    deploy: ({ cluster, service }, taskDefinition) => {
      const attempt = { what: `bring ${service} to ${taskDefinition}`, permission: 'ecs:UpdateService and iam:PassRole' };
      return asking(attempt, async () => {
        // Without force, nothing starts where it has this task definition already.
        const request = new UpdateServiceCommand({ cluster, service, taskDefinition, forceNewDeployment: true });
        const answer = await client.send(request);
        const primary = answer.service?.deployments?.find(({ status }) => status === 'PRIMARY');
        if (!primary?.id) throw new Error('ECS told of no primary deployment');
        return primary.id;
      });
    },
    rollouts: (identity) => readRollouts(client, identity),
    turnBack: (rollout) => turnBack(client, rollout),
    isUsable: async (taskDefinition) => {
      const attempt = { what: `read the task definition ${taskDefinition}`, permission: 'ecs:DescribeTaskDefinition' };
      const request = new DescribeTaskDefinitionCommand({ taskDefinition });
      const found = await askingFor(attempt, isNoDefinition, () => client.send(request));
      return found?.taskDefinition?.status === 'ACTIVE';
    },
    scale: (identity, desired) => scale(client, identity, desired),
    subnets: (identity) => readSubnets(client, identity),
    moveTo: (identity, subnets) => moveTo(client, identity, subnets),
    stopTask: ({ cluster }, task, reason) => stopTask(client, cluster, task, reason),
  };
}

const isGone = (error: unknown): boolean => ['ServiceNotFoundException', 'ClusterNotFoundException'].includes(nameOf(error));

/** ECS has no error of its own for it. */
const isNoDefinition = (error: unknown): boolean =>
  nameOf(error) === 'ClientException' && /Unable to describe task definition/.test((error as Error).message);

function stateOf(service: Service): ServiceState {
  const deployments = (service.deployments ?? []).map(deploymentOf);
  return {
    taskDefinition: service.taskDefinition ?? '',
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    pending: service.pendingCount ?? 0,
    deployments: deployments.sort((one, other) => rank(one) - rank(other)),
  };
}

const rank = ({ status }: ServiceDeployment): number => ['PRIMARY', 'ACTIVE', 'INACTIVE'].indexOf(status);

function deploymentOf(deployment: Deployment): ServiceDeployment {
  return {
    id: deployment.id ?? '',
    status: (deployment.status ?? 'INACTIVE') as ServiceDeployment['status'],
    // Nobody may take for done what ECS does not call so.
    rollout: deployment.rolloutState ?? 'IN_PROGRESS',
    reason: deployment.rolloutStateReason ?? '',
    taskDefinition: deployment.taskDefinition ?? '',
    desired: deployment.desiredCount ?? 0,
    running: deployment.runningCount ?? 0,
    failed: deployment.failedTasks ?? 0,
    createdAt: (deployment.createdAt ?? new Date(0)).toISOString(),
  };
}

async function readTasks(client: ECSClient, { cluster, service }: ServiceIdentity): Promise<readonly Task[]> {
  const listing = { what: `list the tasks of ${service}`, permission: 'ecs:ListTasks' };
  const arns = await askingFor(listing, isGone, () => {
    const pages = paginateListTasks({ client }, { cluster, serviceName: service, desiredStatus: 'RUNNING' });
    return everyPage(pages, ({ taskArns }) => taskArns);
  });
  const reading = { what: `read the tasks of ${service}`, permission: 'ecs:DescribeTasks' };
  const batches = inBatches(arns ?? [], mostTasksOfCall).map((batch) =>
    asking(reading, () => client.send(new DescribeTasksCommand({ cluster, tasks: [...batch] }))),
  );
  return (await Promise.all(batches)).flatMap(({ tasks = [] }) =>
    tasks.map((task) => ({
      arn: task.taskArn ?? '',
      zone: task.availabilityZone ?? '',
      status: task.lastStatus ?? '',
      taskDefinition: task.taskDefinitionArn ?? '',
      startedBy: task.startedBy ?? '',
    })),
  );
}
