// What is changed of a service beside its task definition: how many tasks it has, where they are, and which of them stops.
import { DescribeServicesCommand, type ECSClient, StopTaskCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { failure } from '../../define/failure.ts';
import type { ServiceIdentity } from '../../ports/services.ts';
import { asking, askingFor } from './asking.ts';
import { nameOf } from './refusals.ts';

export async function scale(client: ECSClient, { cluster, service }: ServiceIdentity, desiredCount: number): Promise<void> {
  const attempt = { what: `scale ${service} to ${desiredCount}`, permission: 'ecs:UpdateService' };
  await asking(attempt, () => client.send(new UpdateServiceCommand({ cluster, service, desiredCount })));
}

export async function readSubnets(client: ECSClient, identity: ServiceIdentity): Promise<readonly string[]> {
  return (await readNetwork(client, identity))?.subnets ?? [];
}

export async function moveTo(client: ECSClient, identity: ServiceIdentity, subnets: readonly string[]): Promise<void> {
  const { cluster, service } = identity;
  const network = await readNetwork(client, identity);
  if (!network) throw withoutNetwork(service);
  // ECS takes the whole of it, or none: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
  const networkConfiguration = { awsvpcConfiguration: { ...network, subnets: [...subnets] } };
  const attempt = { what: `move ${service} to ${subnets.join(', ')}`, permission: 'ecs:UpdateService' };
  await asking(attempt, () => client.send(new UpdateServiceCommand({ cluster, service, networkConfiguration })));
}

export async function stopTask(client: ECSClient, cluster: string, task: string, reason: string): Promise<void> {
  const attempt = { what: `stop the task ${task}`, permission: 'ecs:StopTask' };
  await askingFor(attempt, isNoTask, () => client.send(new StopTaskCommand({ cluster, task, reason })));
}

async function readNetwork(client: ECSClient, { cluster, service }: ServiceIdentity) {
  const attempt = { what: `read the subnets of ${service}`, permission: 'ecs:DescribeServices' };
  const answer = await asking(attempt, () => client.send(new DescribeServicesCommand({ cluster, services: [service] })));
  return answer.services?.[0]?.networkConfiguration?.awsvpcConfiguration;
}

function withoutNetwork(service: string) {
  return failure({
    code: 'services/no-subnets',
    what: `${service} has no subnets of its own.`,
    next: 'Give its task definition the network mode awsvpc, as Fargate needs it.',
  });
}

/** ECS has no error of its own for it: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopTask.html */
const isNoTask = (error: unknown): boolean =>
  nameOf(error) === 'InvalidParameterException' && /task was not found/.test((error as Error).message);
