// What a drill should hit, derived from the world, and how what AWS resolves differs from it.
import type { DrillDefinition, DrillTarget } from '../../../define/drill.ts';
import type { CacheGroup } from '../../../ports/caches.ts';
import type { DatabaseCluster } from '../../../ports/databases.ts';
import type { ResolvedTarget } from '../../../ports/experiments.ts';
import type { Task } from '../../../ports/services.ts';
import { mainService, prefixOf } from '../../gate/subject.ts';
import type { Scene } from '../scene.ts';

export interface TargetFacts {
  readonly scene: Scene;
  /** The zone that is hit; nothing where none is. */
  readonly zone: string | undefined;
  readonly tasks: readonly Task[];
  readonly database: DatabaseCluster | undefined;
  readonly cache: CacheGroup | undefined;
}

/** https://docs.aws.amazon.com/fis/latest/userguide/targets.html#resource-types */
const resourceTypes: Readonly<Record<DrillTarget['kind'], string>> = {
  subnets: 'aws:ec2:subnet',
  tasks: 'aws:ecs:task',
  'database-cluster': 'aws:rds:cluster',
  'cache-group': 'aws:elasticache:replicationgroup',
  'load-balancer': 'aws:arc:zonal-shift-managed-resource',
  'service-role': 'aws:iam:role',
};

/** Of a target of which only a share is hit: all that may be. */
export function computeExpectedTargets({ targets }: DrillDefinition, facts: TargetFacts): readonly ResolvedTarget[] {
  return Object.entries(targets).flatMap(([target, definition]) =>
    arnsOf(definition, facts).map((arn) => ({ target, resourceType: resourceTypes[definition.kind], facts: { arn } })),
  );
}

function arnsOf(target: DrillTarget, { scene, zone, tasks, database, cache }: TargetFacts): readonly string[] {
  switch (target.kind) {
    case 'subnets':
      return scene.subnets
        .filter((subnet) => (target.tiers as readonly string[]).includes(subnet.tier) && isHit(subnet.zone, zone))
        .map(({ arn }) => arn);
    case 'tasks':
      return tasks.filter((task) => isHit(task.zone, zone)).map(({ arn }) => arn);
    case 'database-cluster': {
      const writer = database?.members.find(({ isWriter }) => isWriter);
      return writer && isHit(writer.zone, zone) ? given(scene.database?.arn) : [];
    }
    case 'cache-group':
      return cache?.nodes.some((node) => isHit(node.zone, zone)) ? given(scene.cache?.arn) : [];
    case 'load-balancer':
      return given(scene.loadBalancerArn);
    case 'service-role':
      return given(taskRoleArn(scene));
    default:
      return target satisfies never;
  }
}

/** Roles have no tags that could be searched for: the stack names them. */
function taskRoleArn({ environment, loadBalancerArn = '' }: Scene): string | undefined {
  const [, partition, , , account] = loadBalancerArn.split(':');
  return account && `arn:${partition}:iam::${account}:role/${prefixOf({ environment })}-${mainService}-task`;
}

function isHit(zone: string, target: string | undefined): boolean {
  return target === undefined || zone === target;
}

function given<T>(value: T | undefined): readonly T[] {
  return value === undefined || value === '' ? [] : [value];
}

/** @returns what differs, a few words each; nothing when exactly that would be hit */
export function compareTargets(
  { targets }: Pick<DrillDefinition, 'targets'>,
  expected: readonly ResolvedTarget[],
  resolved: readonly ResolvedTarget[],
): readonly string[] {
  const unknown = resolved.filter(({ target }) => !Object.hasOwn(targets, target)).map(({ target }) => target);
  return [
    ...[...new Set(unknown)].map((target) => `${target}: the drill has no such target`),
    ...Object.entries(targets).flatMap(([name, definition]) =>
      compareTarget(name, definition, namesOf(expected, name), namesOf(resolved, name)),
    ),
  ];
}

function compareTarget(name: string, definition: DrillTarget, expected: readonly string[], resolved: readonly string[]) {
  const extra = resolved.filter((arn) => !expected.includes(arn));
  const lacking = expected.filter((arn) => !resolved.includes(arn));
  const isShare = definition.kind === 'tasks' && definition.percent < 100;
  const isEmpty = resolved.length === 0 && expected.length === 0 && definition.mayBeEmpty === undefined;
  const isNothing = isShare && resolved.length === 0 && expected.length > 0;
  return [
    ...(extra.length > 0 ? [`${name}: ${listed(extra)} would be hit, and should not be`] : []),
    ...(lacking.length > 0 && !isShare ? [`${name}: ${listed(lacking)} would not be hit`] : []),
    ...(isEmpty || isNothing ? [`${name}: nothing is there to be hit`] : []),
  ];
}

function namesOf(targets: readonly ResolvedTarget[], name: string): readonly string[] {
  return targets.filter(({ target }) => target === name).map(identityOf);
}

/** AWS calls it by another name for each kind of resource; what it always has is an ARN. */
export function identityOf({ facts }: ResolvedTarget): string {
  const values = Object.values(facts);
  return values.find((value) => value.startsWith('arn:')) ?? values.join(' ');
}

const mostListed = 5;

function listed(arns: readonly string[]): string {
  const shown = arns.slice(0, mostListed).map((arn) => arn.replace(/^arn:[^:]*:([^:]*):[^:]*:[^:]*:/, '$1 '));
  return [...shown, ...(arns.length > mostListed ? [`${arns.length - mostListed} more`] : [])].join(', ');
}
