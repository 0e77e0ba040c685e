// Makes a replica of the cache its primary.
import { flag, text } from '../define/fields.ts';
import type { Obstacle } from '../define/runbook.ts';
import type { CacheDetails, CacheNode } from '../ports/caches.ts';
import { asking } from './asking.ts';
import {
  bringFailover,
  bringPrimary,
  decideFailover,
  decidePrimary,
  failoverWords,
  groupOf,
  missingGroup,
  obstaclesOf,
  primaryOf,
  readGroup,
} from './shared/cache.ts';

const { runbook, step } = asking({
  to: {
    kind: 'name',
    optional: true,
    about: 'The node that is to be the primary, or its zone; otherwise a replica in another zone',
    example: 'eu-west-2b',
  },
});

type Choice =
  | { readonly kind: 'replica'; readonly node: CacheNode }
  | { readonly kind: 'there' }
  | { readonly kind: 'nobody'; readonly obstacle: Obstacle };

/** Pure. */
function chooseReplica(group: CacheDetails, to: string | undefined): Choice {
  const primary = primaryOf(group);
  const isMeant = ({ id, zone }: CacheNode): boolean => (to === undefined ? zone !== primary?.zone : id === to || zone === to);
  if (to !== undefined && primary && isMeant(primary)) return { kind: 'there' };
  const replicas = group.nodes.filter(({ role }) => role === 'replica');
  const [node] = replicas.filter(isMeant).toSorted((one, other) => one.id.localeCompare(other.id));
  if (node) return { kind: 'replica', node };
  const there = replicas.map(inWords).join(', ') || 'none';
  const what = `${group.id} has no replica ${to === undefined ? 'in another zone' : `that is meant by ${to}`}; there is ${there}.`;
  const next = there === 'none' ? 'Add a node by deploying the platform.' : 'Name one of these with `to`.';
  return { kind: 'nobody', obstacle: { what, next } };
}

function inWords({ id, zone }: CacheNode): string {
  return `${id} (${zone})`;
}

const modifySeconds = 900;
/** With twice the pause each time, for the minutes in which a change that is to be undone may still go on. */
const retries = 7;

/** AWS refuses to promote a node while it would do so itself: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.PromoteReplica.html */
const release = step({
  id: 'turn-off-automatic-failover',
  title: 'Turn automatic failover off',
  about: 'Turns automatic failover and Multi-AZ off, without which ElastiCache lets nobody choose a primary.',
  timeoutSeconds: modifySeconds,
  retries,
  before: { wasOn: flag },
  plan: async (scope) => {
    const group = await readGroup(scope);
    if (!group) return { kind: 'refused', obstacle: missingGroup(groupOf(scope.place)) };
    const choice = chooseReplica(group, scope.inputs.to);
    if (choice.kind === 'there') return { kind: 'nothing', why: 'the primary stays' };
    if (choice.kind === 'nobody') return { kind: 'refused', obstacle: choice.obstacle };
    const change = { what: `automatic failover of ${group.id}`, from: failoverWords(true), to: failoverWords(false) };
    return { kind: 'change', changes: [change], before: { wasOn: group.automaticFailover === 'enabled' } };
  },
  run: async (scope) => {
    const group = await readGroup(scope);
    if (group?.automaticFailover !== 'enabled') return;
    await scope.ports.caches.setAutomaticFailover(group.id, false);
  },
  verify: async (scope) => decideFailover(await readGroup(scope), false),
  compensate: {
    about: 'Turns automatic failover and Multi-AZ on again.',
    timeoutSeconds: modifySeconds,
    run: (scope, { wasOn }) => bringFailover(scope, wasOn),
    verify: async (scope, { wasOn }) => decideFailover(await readGroup(scope), wasOn),
  },
});

const promote = step({
  id: 'promote',
  title: 'Make a replica the primary',
  about: 'Promotes a replica in another zone, or the one that was asked for; the name of the primary endpoint follows it.',
  timeoutSeconds: modifySeconds,
  retries,
  before: { primary: text, to: text },
  plan: async (scope) => {
    const group = await readGroup(scope);
    const primary = group && primaryOf(group);
    if (!group || !primary) return { kind: 'refused', obstacle: missingGroup(groupOf(scope.place)) };
    const choice = chooseReplica(group, scope.inputs.to);
    if (choice.kind === 'there') return { kind: 'nothing', why: `${inWords(primary)} is the primary already` };
    if (choice.kind === 'nobody') return { kind: 'refused', obstacle: choice.obstacle };
    const change = { what: `primary of ${group.id}`, from: inWords(primary), to: inWords(choice.node) };
    return { kind: 'change', changes: [change], before: { primary: primary.id, to: choice.node.id } };
  },
  run: async (scope, { to }) => {
    const group = await readGroup(scope);
    // Asked for by an earlier try, and perhaps under way.
    if (group && (primaryOf(group)?.id === to || group.status !== 'available')) return;
    await scope.ports.caches.promote(groupOf(scope.place), to);
  },
  verify: async (scope, { to }) => decidePrimary(await readGroup(scope), to),
  compensate: {
    about: 'Promotes the node again that was the primary; users notice it a second time.',
    timeoutSeconds: modifySeconds,
    run: (scope, { primary }) => bringPrimary(scope, primary),
    verify: async (scope, { primary }) => decidePrimary(await readGroup(scope), primary),
  },
});

const secure = step({
  id: 'turn-on-automatic-failover',
  title: 'Turn automatic failover on again',
  about: 'Turns automatic failover and Multi-AZ on, as they were, so that the new primary has somebody to take over.',
  timeoutSeconds: modifySeconds,
  retries,
  before: { isOn: flag },
  plan: async (scope) => {
    const group = await readGroup(scope);
    if (!group) return { kind: 'refused', obstacle: missingGroup(groupOf(scope.place)) };
    if (chooseReplica(group, scope.inputs.to).kind === 'there' && group.automaticFailover === 'enabled')
      return { kind: 'nothing', why: 'it is on' };
    const change = { what: `automatic failover of ${group.id}`, from: failoverWords(false), to: failoverWords(true) };
    return { kind: 'change', changes: [change], before: { isOn: true } };
  },
  run: async (scope, { isOn }) => {
    const group = await readGroup(scope);
    if (group?.automaticFailover === 'enabled' || group?.automaticFailover === 'enabling') return;
    await scope.ports.caches.setAutomaticFailover(groupOf(scope.place), isOn);
  },
  verify: async (scope, { isOn }) => decideFailover(await readGroup(scope), isOn),
  compensate: {
    about: 'Turns it off once more, so that the former primary can be promoted.',
    timeoutSeconds: modifySeconds,
    run: (scope, { isOn }) => bringFailover(scope, !isOn),
    verify: async (scope, { isOn }) => decideFailover(await readGroup(scope), !isOn),
  },
});

export const redisFailover = runbook({
  id: 'redis-failover',
  title: 'Fail the cache over',
  about: 'Makes a replica of the Redis group its primary. Writes fail for some seconds; what was not replicated yet is lost.',
  when: [
    'The primary is stuck or slow, or the zone that it is in has trouble, and its replicas are well.',
    'Not while the replication lag is high: sessions that have not reached the replica would be lost.',
    'Not because memory is full: the replica is as full. Raise the node type by deploying the platform.',
    'Nobody takes over by itself while it runs, which takes some minutes; it can wait for a quiet moment.',
  ],
  symptoms: ['cache-cpu', 'cache-memory', 'cache-replication-lag', 'cache-evictions'],
  risk: 'high',
  permission: 'maintain',
  calls: {
    reads: ['elasticache:DescribeReplicationGroups'],
    writes: { 'elasticache:ModifyReplicationGroup': 'cache-group' },
  },
  target: () => 'cache',
  check: async (scope) => {
    const group = await readGroup(scope);
    if (!group) return [missingGroup(groupOf(scope.place))];
    const choice = chooseReplica(group, scope.inputs.to);
    return [...obstaclesOf(group), ...(choice.kind === 'nobody' ? [choice.obstacle] : [])];
  },
  steps: [release, promote, secure],
  // As long as it takes an alarm of five one-minute periods to begin to ring.
  settleSeconds: 300,
});
