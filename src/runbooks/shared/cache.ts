// What the runbooks of the cache have in common: which group, and what is in the way of changing it.
import type { Check, Obstacle, RunbookPlace } from '../../define/runbook.ts';
import type { CacheDetails, CacheNode } from '../../ports/caches.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import { notNow, unlessNow } from './not-now.ts';

export interface CacheScope {
  readonly ports: Pick<RunbookPorts, 'caches'>;
  readonly place: RunbookPlace;
}

/** The stack gives the group the environment's own name. */
export function groupOf({ prefix }: RunbookPlace): string {
  return prefix;
}

export function readGroup({ ports, place }: CacheScope): Promise<CacheDetails | undefined> {
  return ports.caches.details(groupOf(place));
}

export function primaryOf(group: CacheDetails): CacheNode | undefined {
  return group.nodes.find(({ role }) => role === 'primary');
}

export function missingGroup(name: string): Obstacle {
  return {
    what: `There is no cache ${name}.`,
    next: 'Check the environment, the account and the region; an environment that is being removed has none any more.',
  };
}

/** Pure: what keeps anybody from promoting a replica of it right now. */
export function obstaclesOf(group: CacheDetails): readonly Obstacle[] {
  const { id, status, pendingChanges, isSharded, automaticFailover, isMultiZone } = group;
  const turnOn = `aws elasticache modify-replication-group --replication-group-id ${id} --automatic-failover-enabled --multi-az-enabled --apply-immediately`;
  const obstacles: readonly (Obstacle | false)[] = [
    status !== 'available' && {
      what: `The cache ${id} is ${status}, not available.`,
      next: 'Wait until it is available, and plan again.',
    },
    pendingChanges.length > 0 && {
      what: `Changes of ${id} are pending: ${pendingChanges.join(', ')}.`,
      next: 'Wait for the maintenance window, or apply or take them back first.',
    },
    isSharded && {
      what: `${id} is sharded, so that it has no one primary.`,
      next: 'Fail its shards over with TestFailover in the console of ElastiCache.',
    },
    !(automaticFailover === 'enabled' && isMultiZone) && {
      what: `Automatic failover of ${id} is ${automaticFailover}, and Multi-AZ is ${isMultiZone ? 'on' : 'off'}: nobody takes over when a primary fails.`,
      next: `Turn both on by deploying the platform, or now: ${turnOn}`,
    },
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}

export const failoverWords = (isOn: boolean): string => (isOn ? 'on' : 'off');

/** Pure. */
export function decideFailover(group: CacheDetails | undefined, isOn: boolean): Check {
  if (!group) return { kind: 'never', words: 'the cache is not there any more' };
  if (group.status !== 'available') return { kind: 'not-yet', words: `${group.id} is ${group.status}` };
  const isSo = group.automaticFailover === (isOn ? 'enabled' : 'disabled') && group.isMultiZone === isOn;
  if (isSo) return { kind: 'yes', words: `automatic failover is ${failoverWords(isOn)}` };
  return { kind: 'not-yet', words: `automatic failover is ${group.automaticFailover}` };
}

/** Pure. */
export function decidePrimary(group: CacheDetails | undefined, node: string): Check {
  const found = group?.nodes.find(({ id }) => id === node);
  if (!group || !found) return { kind: 'never', words: `${node} is not there any more` };
  if (group.status !== 'available') return { kind: 'not-yet', words: `${group.id} is ${group.status}` };
  if (found.role === 'primary') return { kind: 'yes', words: `${node} in ${found.zone} is the primary` };
  return { kind: 'not-yet', words: `${node} is a replica` };
}

/** For compensations. @throws `aws/unavailable` while the group is changing */
export async function bringFailover(scope: CacheScope, isOn: boolean): Promise<void> {
  const group = await readGroup(scope);
  if (!group || decideFailover(group, isOn).kind === 'yes') return;
  if (group.status !== 'available') throw notNow(`${group.id} is ${group.status}`);
  await unlessNow(`${group.id} is changing`, () => scope.ports.caches.setAutomaticFailover(group.id, isOn));
}

/** For compensations. @throws `aws/unavailable` while the group is changing */
export async function bringPrimary(scope: CacheScope, node: string): Promise<void> {
  const group = await readGroup(scope);
  const check = decidePrimary(group, node);
  if (!group || check.kind !== 'not-yet') return;
  if (group.status !== 'available') throw notNow(`${group.id} is ${group.status}`);
  await unlessNow(`${group.id} is changing`, () => scope.ports.caches.promote(group.id, node));
}
