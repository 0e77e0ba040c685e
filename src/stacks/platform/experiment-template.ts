// From a drill to what FIS is told: which resources are its targets, and what is done to them when.
import type {
  FisExperimentTemplateAction,
  FisExperimentTemplateTarget,
} from '@cdktf/provider-aws/lib/fis-experiment-template/index.js';
import type { DrillAction, DrillDefinition, DrillTarget, FisActionId } from '../../define/drill.ts';
import { mainService } from '../names.ts';
import type { PlatformContext } from './context.ts';

/** What may be hit, of the environment or of one of its zones. */
export interface ExperimentFacts {
  readonly context: Pick<PlatformContext, 'environment' | 'prefix'>;
  /** Nothing where no zone is hit. */
  readonly zone?: string;
  /** Of that zone, by tier. */
  readonly subnetArns: Readonly<Record<'app' | 'data', readonly string[]>>;
  readonly clusterName: string;
  readonly databaseArn: string;
  readonly cacheArn: string;
  readonly loadBalancerArn: string;
  /** The role that the environment's own service acts as. */
  readonly serviceRoleArn: string;
  /** Must be OK at the start. */
  readonly alarmArns: readonly string[];
}

export function experimentTargets({ targets }: DrillDefinition, facts: ExperimentFacts): FisExperimentTemplateTarget[] {
  return Object.entries(targets).map(([name, target]) => ({
    name,
    selectionMode: target.kind === 'tasks' && target.percent < 100 ? `PERCENT(${target.percent})` : 'ALL',
    ...resourcesOf(target, facts),
  }));
}

type Resources = Omit<FisExperimentTemplateTarget, 'name' | 'selectionMode'>;

/** What is hit by its zone is found by its tags: FIS takes the zone as a parameter only beside these. */
function resourcesOf(target: DrillTarget, facts: ExperimentFacts): Resources {
  const { context, zone, clusterName, subnetArns } = facts;
  const resourceTag = [{ key: 'Environment', value: context.environment }];
  switch (target.kind) {
    case 'subnets':
      return { resourceType: 'aws:ec2:subnet', resourceArns: target.tiers.flatMap((tier) => subnetArns[tier]) };
    case 'tasks':
      return {
        resourceType: 'aws:ecs:task',
        parameters: { cluster: clusterName, service: `${context.prefix}-${mainService}` },
        ...(zone && { filter: [{ path: 'AvailabilityZone', values: [zone] }] }),
      };
    case 'database-cluster':
      return {
        resourceType: 'aws:rds:cluster',
        ...(zone
          ? { resourceTag, parameters: { writerAvailabilityZoneIdentifiers: zone } }
          : { resourceArns: [facts.databaseArn] }),
      };
    case 'cache-group':
      return {
        resourceType: 'aws:elasticache:replicationgroup',
        ...(zone ? { resourceTag, parameters: { availabilityZoneIdentifier: zone } } : { resourceArns: [facts.cacheArn] }),
      };
    case 'load-balancer':
      return { resourceType: 'aws:arc:zonal-shift-managed-resource', resourceArns: [facts.loadBalancerArn] };
    case 'service-role':
      return { resourceType: 'aws:iam:role', resourceArns: [facts.serviceRoleArn] };
    default:
      throw new Error(`no such target: ${target satisfies never}`);
  }
}

/** What FIS calls the targets of each action. */
const targetKeys: Readonly<Partial<Record<FisActionId, string>>> = {
  'aws:arc:start-zonal-autoshift': 'ManagedResources',
  'aws:ecs:stop-task': 'Tasks',
  'aws:elasticache:replicationgroup-interrupt-az-power': 'ReplicationGroups',
  'aws:fis:inject-api-throttle-error': 'Roles',
  'aws:network:disrupt-connectivity': 'Subnets',
  'aws:rds:failover-db-cluster': 'Clusters',
};

/** @throws Error, a bug, when an action has a target that FIS has no name for */
export function experimentActions({ actions }: DrillDefinition, facts: ExperimentFacts): FisExperimentTemplateAction[] {
  return actions.map((action) => ({
    name: action.name,
    description: action.about,
    actionId: action.actionId,
    parameter: Object.entries(parametersOf(action, facts)).map(([key, value]) => ({ key, value })),
    ...(action.target !== undefined && { target: { key: targetKeyOf(action.actionId), value: action.target } }),
    startAfter: [...(action.after ?? [])],
  }));
}

function targetKeyOf(actionId: FisActionId): string {
  const key = targetKeys[actionId];
  if (key === undefined) throw new Error(`${actionId} has no target`);
  return key;
}

function parametersOf(action: DrillAction, facts: ExperimentFacts): Readonly<Record<string, string>> {
  const { actionId, durationSeconds, parameters } = action;
  return {
    ...parameters,
    ...(durationSeconds !== undefined && { duration: isoDuration(durationSeconds) }),
    ...(actionId === 'aws:cloudwatch:assert-alarm-state' && { alarmArns: facts.alarmArns.join(','), alarmStates: 'OK' }),
    ...(actionId === 'aws:arc:start-zonal-autoshift' && facts.zone && { availabilityZoneIdentifier: facts.zone }),
  };
}

/** `PT10M`; FIS takes whole minutes as well as seconds. */
function isoDuration(seconds: number): string {
  return seconds % 60 === 0 ? `PT${seconds / 60}M` : `PT${seconds}S`;
}
