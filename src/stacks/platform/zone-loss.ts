// The sequence of a zone's loss, as data: what is hit, when, for how long.
import type {
  FisExperimentTemplateAction,
  FisExperimentTemplateTarget,
} from '@cdktf/provider-aws/lib/fis-experiment-template/index.js';
import { mainService } from '../names.ts';
import type { PlatformContext } from './context.ts';

/** How long the zone stays dark; traffic is shifted away after half of it. */
const outage = 'PT10M';

export interface ZoneLossFacts {
  readonly context: PlatformContext;
  readonly zone: string;
  readonly clusterName: string;
  readonly subnetArns: readonly string[];
}

export function zoneLossTargets({ context, zone, clusterName, subnetArns }: ZoneLossFacts): FisExperimentTemplateTarget[] {
  const { environment, prefix } = context;
  const ofEnvironment = [{ key: 'Environment', value: environment }];
  return [
    { name: 'subnets', resourceType: 'aws:ec2:subnet', selectionMode: 'ALL', resourceArns: [...subnetArns] },
    {
      name: 'tasks',
      resourceType: 'aws:ecs:task',
      selectionMode: 'ALL',
      parameters: { cluster: clusterName, service: `${prefix}-${mainService}` },
      filter: [{ path: 'AvailabilityZone', values: [zone] }],
    },
    {
      name: 'database',
      resourceType: 'aws:rds:cluster',
      selectionMode: 'ALL',
      resourceTag: ofEnvironment,
      parameters: { writerAvailabilityZoneIdentifiers: zone },
    },
    {
      name: 'cache',
      resourceType: 'aws:elasticache:replicationgroup',
      selectionMode: 'ALL',
      resourceTag: ofEnvironment,
      parameters: { availabilityZoneIdentifier: zone },
    },
    {
      name: 'load-balancer',
      resourceType: 'aws:arc:zonal-shift-managed-resource',
      selectionMode: 'ALL',
      resourceTag: ofEnvironment,
    },
  ];
}

/**
 * AWS's own scenario for the loss of a zone does not touch Fargate tasks. FIS picks its targets once, at the start, so
 * the subnets are fenced before the tasks are stopped: what replaces them cannot come up in the dark zone.
 */
export function zoneLossActions({
  zone,
  alarmArns,
}: {
  readonly zone: string;
  readonly alarmArns: readonly string[];
}): FisExperimentTemplateAction[] {
  const start = ['assert-healthy'];
  return [
    action('assert-healthy', 'aws:cloudwatch:assert-alarm-state', { alarmArns: alarmArns.join(','), alarmStates: 'OK' }),
    action(
      'fence-subnets',
      'aws:network:disrupt-connectivity',
      { duration: outage, scope: 'all' },
      ['Subnets', 'subnets'],
      start,
    ),
    action(
      'cut-cache-power',
      'aws:elasticache:replicationgroup-interrupt-az-power',
      { duration: outage },
      ['ReplicationGroups', 'cache'],
      start,
    ),
    action('fail-over-database', 'aws:rds:failover-db-cluster', {}, ['Clusters', 'database'], start),
    action('wait-for-fence', 'aws:fis:wait', { duration: 'PT1M' }, undefined, start),
    action('stop-tasks', 'aws:ecs:stop-task', {}, ['Tasks', 'tasks'], ['wait-for-fence']),
    action('wait-for-shift', 'aws:fis:wait', { duration: 'PT5M' }, undefined, start),
    action(
      'shift-traffic',
      'aws:arc:start-zonal-autoshift',
      { duration: 'PT5M', availabilityZoneIdentifier: zone, managedResourceTypes: 'ALB', zonalAutoshiftStatus: 'any' },
      ['ManagedResources', 'load-balancer'],
      ['wait-for-shift'],
    ),
  ];
}

function action(
  name: string,
  actionId: string,
  parameters: Readonly<Record<string, string>>,
  target?: readonly [key: string, value: string],
  startAfter: readonly string[] = [],
): FisExperimentTemplateAction {
  return {
    name,
    actionId,
    parameter: Object.entries(parameters).map(([key, value]) => ({ key, value })),
    ...(target && { target: { key: target[0], value: target[1] } }),
    startAfter: [...startAfter],
  };
}
