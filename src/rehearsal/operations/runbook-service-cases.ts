// Cases of the runbooks of the service: more tasks, new tasks, the release before, and without a zone.
import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import {
  DeregisterTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { mainServiceOf } from './platform.ts';
import { type Cloud, runbookCase } from './runbook-case.ts';
import { readService, release, untilComplete } from './runbook-releases.ts';

const { cluster, service } = mainServiceOf;
const scalable = {
  ServiceNamespace: 'ecs',
  ScalableDimension: 'ecs:service:DesiredCount',
  ResourceId: `service/${cluster}/${service}`,
} as const;

interface Seen {
  readonly desired: number;
  readonly running: number;
  readonly taskDefinition: string;
  readonly subnets: readonly string[];
  readonly least: number;
  readonly most: number;
  /** Another one with each deployment. */
  readonly deployment: string;
  readonly zones: readonly string[];
  readonly shifts: number;
}

async function look(cloud: Cloud): Promise<Seen> {
  const { client, zonalShifts } = cloud;
  const ecs = new ECSClient(client);
  const found = await readService(cloud);
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster, serviceName: service }));
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns }));
  const { ServiceNamespace, ResourceId } = scalable;
  const scaling = new ApplicationAutoScalingClient(client);
  const request = new DescribeScalableTargetsCommand({ ServiceNamespace, ResourceIds: [ResourceId] });
  const { ScalableTargets = [] } = await scaling.send(request);
  return {
    desired: found?.desiredCount ?? 0,
    running: found?.runningCount ?? 0,
    taskDefinition: found?.taskDefinition ?? '',
    subnets: [...(found?.networkConfiguration?.awsvpcConfiguration?.subnets ?? [])].sort(),
    least: ScalableTargets[0]?.MinCapacity ?? 0,
    most: ScalableTargets[0]?.MaxCapacity ?? 0,
    deployment: found?.deployments?.find(({ status }) => status === 'PRIMARY')?.id ?? '',
    zones: [...new Set(tasks.map(({ availabilityZone = '' }) => availabilityZone))].sort(),
    shifts: (await zonalShifts.active()).length,
  };
}

/** But for what nobody can bring back: ids, and to which zone a new task goes. */
function isSame(one: Seen, other: Seen): boolean {
  const kept = ({ deployment, zones, ...rest }: Seen) => JSON.stringify(rest);
  return kept(one) === kept(other);
}

async function bringBack(cloud: Cloud, { desired, least, most, subnets, taskDefinition }: Seen): Promise<void> {
  for (const { id } of await cloud.zonalShifts.active()) await cloud.zonalShifts.cancel(id);
  const scaling = new ApplicationAutoScalingClient(cloud.client);
  await scaling.send(new RegisterScalableTargetCommand({ ...scalable, MinCapacity: least, MaxCapacity: most }));
  const now = await look(cloud);
  const isMoved = JSON.stringify(now.subnets) !== JSON.stringify(subnets);
  const place = isMoved ? await networkOf(cloud, subnets) : {};
  await new ECSClient(cloud.client).send(
    new UpdateServiceCommand({ cluster, service, desiredCount: desired, taskDefinition, ...place }),
  );
  await untilComplete(cloud);
}

async function networkOf(cloud: Cloud, subnets: readonly string[]) {
  const awsvpcConfiguration = (await readService(cloud))?.networkConfiguration?.awsvpcConfiguration;
  return { networkConfiguration: { awsvpcConfiguration: { ...awsvpcConfiguration, subnets: [...subnets] } } };
}

/** By which releases are told apart: `...:task-definition/assess-staging-app:7`. */
function revisionOf(taskDefinition: string): number {
  return Number(taskDefinition.slice(taskDefinition.lastIndexOf(':') + 1));
}

export const serviceCases = [
  runbookCase<Seen>({
    runbook: 'ecs-scale',
    look,
    inputs: (_, { desired }) => ({ desired: `${desired + 3}`, least: `${desired + 1}` }),
    isDone: (before, after) => {
      const { desired, running, least } = after;
      return desired === before.desired + 3 && running === desired && least === before.desired + 1;
    },
    // Its third step: the service has the tasks already.
    failure: () => ({
      kind: 'denied',
      trap: { call: 'application-autoscaling:RegisterScalableTarget', after: 'ecs:UpdateService' },
    }),
    isUndone: isSame,
    restore: bringBack,
  }),
  runbookCase<Seen>({
    runbook: 'ecs-redeploy',
    look,
    inputs: () => ({}),
    isDone: (before, after) => isSame(before, after) && after.deployment !== before.deployment,
    failure: () => ({ kind: 'cancelled', step: 'redeploy' }),
    isUndone: isSame,
  }),
  runbookCase<Seen>({
    runbook: 'ecs-rollback',
    prepare: async (cloud) => void (await release(cloud)),
    look,
    inputs: () => ({}),
    isDone: (before, after) => revisionOf(after.taskDefinition) === revisionOf(before.taskDefinition) - 1,
    failure: () => ({ kind: 'denied', trap: { call: 'ecs:ListServiceDeployments', after: 'ecs:UpdateService' } }),
    isUndone: isSame,
    restore: async ({ client }, { taskDefinition }) => {
      await new ECSClient(client).send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
    },
  }),
  runbookCase<Seen>({
    runbook: 'az-evacuation',
    look,
    inputs: () => ({ zone: 'a', duration: '1h' }),
    isDone: (before, after) => {
      const isElsewhere = after.zones.every((zone) => !zone.endsWith('a')) && after.subnets.length < before.subnets.length;
      return isElsewhere && after.shifts === 1 && after.running > before.running;
    },
    failure: () => ({ kind: 'alarm', alarm: 'app-zone-a-errors' }),
    isUndone: isSame,
    restore: bringBack,
  }),
];
