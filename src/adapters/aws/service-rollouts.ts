// What ECS remembers of a service's deployments, and how one of them is turned back.
import {
  DescribeServiceRevisionsCommand,
  type ECSClient,
  ListServiceDeploymentsCommand,
  type ServiceDeploymentBrief,
  StopServiceDeploymentCommand,
} from '@aws-sdk/client-ecs';
import { type Rollout, rolloutStatuses, type ServiceIdentity } from '../../ports/services.ts';
import { asking, askingFor } from './asking.ts';
import { everyPage } from './pages.ts';
import { nameOf } from './refusals.ts';

/** As many as one call tells the revisions of: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html */
const mostRollouts = 20;

export async function readRollouts(client: ECSClient, identity: ServiceIdentity): Promise<readonly Rollout[]> {
  const { service } = identity;
  const listing = { what: `list the deployments of ${service}`, permission: 'ecs:ListServiceDeployments' };
  const found = await askingFor(listing, isGone, () =>
    everyPage(pagesOf(client, identity), ({ serviceDeployments }) => serviceDeployments),
  );
  // In which order they come, AWS does not say.
  const latest = [...(found ?? [])].sort((one, other) => createdMs(other) - createdMs(one)).slice(0, mostRollouts);
  const taskDefinitions = await readTaskDefinitions(client, service, latest);
  return latest.map((one) => ({
    arn: one.serviceDeploymentArn ?? '',
    // What is not known yet has not ended.
    status: rolloutStatuses.find((status) => status === one.status) ?? 'IN_PROGRESS',
    reason: one.statusReason ?? '',
    taskDefinition: taskDefinitions.get(one.targetServiceRevisionArn ?? '') ?? '',
    createdAt: new Date(createdMs(one)).toISOString(),
  }));
}

export async function turnBack(client: ECSClient, serviceDeploymentArn: string): Promise<void> {
  const attempt = { what: `turn back ${serviceDeploymentArn}`, permission: 'ecs:StopServiceDeployment' };
  const request = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ROLLBACK' });
  await askingFor(attempt, isOver, () => client.send(request));
}

const createdMs = ({ createdAt }: ServiceDeploymentBrief): number => createdAt?.getTime() ?? 0;

const isGone = (error: unknown): boolean => ['ServiceNotFoundException', 'ClusterNotFoundException'].includes(nameOf(error));

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html */
const isOver = (error: unknown): boolean => nameOf(error) === 'ConflictException';

async function* pagesOf(client: ECSClient, { cluster, service }: ServiceIdentity) {
  let nextToken: string | undefined;
  do {
    const page = await client.send(new ListServiceDeploymentsCommand({ cluster, service, ...(nextToken && { nextToken }) }));
    yield page;
    nextToken = page.nextToken;
  } while (nextToken);
}

/** By the ARN of the revision. */
async function readTaskDefinitions(
  client: ECSClient,
  service: string,
  rollouts: readonly ServiceDeploymentBrief[],
): Promise<ReadonlyMap<string, string>> {
  const serviceRevisionArns = [...new Set(rollouts.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []))];
  if (serviceRevisionArns.length === 0) return new Map();
  const attempt = { what: `read the revisions of ${service}`, permission: 'ecs:DescribeServiceRevisions' };
  const answer = await asking(attempt, () => client.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns })));
  const revisions = answer.serviceRevisions ?? [];
  return new Map(revisions.map(({ serviceRevisionArn = '', taskDefinition = '' }) => [serviceRevisionArn, taskDefinition]));
}
