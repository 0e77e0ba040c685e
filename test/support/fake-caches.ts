// The Caches port in memory: changes take their time, and a replica is promoted only while automatic failover is off.
import { explain } from '../../src/adapters/aws/refusals.ts';
import type { CacheDetails, CacheGroup, Caches } from '../../src/ports/caches.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

export const modifySeconds = 60;

/** What a test says of a group; the rest is as most groups have it. */
export type GroupSetup = CacheGroup & Partial<CacheDetails>;

export interface MemoryCaches extends Troubled<Caches> {
  put(group: GroupSetup): void;
  remove(group: string): void;
}

/** Without a clock all changes are made at once. */
export function memoryCaches(groups: readonly GroupSetup[] = [], clock?: ManualClock): MemoryCaches {
  const byId = new Map(groups.map((group) => [group.id, detailed(group)]));
  const modify = (id: string, changes: (group: CacheDetails) => Partial<CacheDetails>): void => {
    const group = byId.get(id);
    if (!group) throw refused('ReplicationGroupNotFoundFault', `ReplicationGroup ${id} not found.`);
    if (group.status !== 'available') throw refused('InvalidReplicationGroupState', `Group ${id} is ${group.status}.`);
    const changed = changes(group);
    const apply = (): void => void byId.set(id, { ...group, ...changed, status: 'available' });
    byId.set(id, { ...group, status: 'modifying' });
    if (clock) clock.in(modifySeconds, apply);
    else apply();
  };
  const port: Caches = {
    describe: async (id) => {
      const group = byId.get(id);
      return group && { id, status: group.status, nodes: group.nodes };
    },
    details: async (id) => byId.get(id),
    promote: async (id, node) =>
      modify(id, ({ nodes, automaticFailover }) => {
        // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.PromoteReplica.html
        if (automaticFailover !== 'disabled') throw refused('InvalidParameterCombination', 'Automatic failover is enabled.');
        return { nodes: nodes.map((one) => ({ ...one, role: one.id === node ? 'primary' : 'replica' })) };
      }),
    setAutomaticFailover: async (id, isOn) =>
      modify(id, () => ({ automaticFailover: isOn ? 'enabled' : 'disabled', isMultiZone: isOn })),
  };
  return {
    ...troubled(port),
    put: (group) => void byId.set(group.id, detailed(group)),
    remove: (id) => void byId.delete(id),
  };
}

function detailed(group: GroupSetup): CacheDetails {
  return { isSharded: false, automaticFailover: 'enabled', isMultiZone: true, pendingChanges: [], ...group };
}

function refused(name: string, message: string) {
  return explain({ what: 'change the cache', permission: 'elasticache:Any' }, Object.assign(new Error(message), { name }));
}
