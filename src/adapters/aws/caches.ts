// Implements the Caches port with the replication groups of ElastiCache.
import {
  DescribeReplicationGroupsCommand,
  ElastiCacheClient,
  ModifyReplicationGroupCommand,
  type ReplicationGroup,
} from '@aws-sdk/client-elasticache';
import type { CacheGroup, Caches } from '../../ports/caches.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openCaches(config: AwsClientConfig): Caches {
  const client = guarded(new ElastiCacheClient({ ...config, ...persistent }), 'elasticache', config);
  const read = async (id: string): Promise<ReplicationGroup | undefined> => {
    const attempt = { what: `read the cache ${id}`, permission: 'elasticache:DescribeReplicationGroups' };
    const request = new DescribeReplicationGroupsCommand({ ReplicationGroupId: id });
    const found = await askingFor(attempt, isGone, () => client.send(request));
    return found?.ReplicationGroups?.[0];
  };
  const modify = async (id: string, what: string, changes: object): Promise<void> => {
    const attempt = { what: `${what} of the cache ${id}`, permission: 'elasticache:ModifyReplicationGroup' };
    const request = new ModifyReplicationGroupCommand({ ReplicationGroupId: id, ApplyImmediately: true, ...changes });
    await asking(attempt, () => client.send(request));
  };
  return {
    describe: async (id) => {
      const group = await read(id);
      return group && groupOf(id, group);
    },
    details: async (id) => {
      const group = await read(id);
      if (!group) return undefined;
      const pending = Object.entries(group.PendingModifiedValues ?? {}).filter(([, value]) => value !== undefined);
      return {
        ...groupOf(id, group),
        isSharded: (group.NodeGroups ?? []).length > 1 || group.ClusterEnabled === true,
        automaticFailover: group.AutomaticFailover ?? 'disabled',
        isMultiZone: group.MultiAZ === 'enabled',
        pendingChanges: pending.map(([name]) => name),
      };
    },
    promote: (id, node) => modify(id, `make ${node} the primary`, { PrimaryClusterId: node }),
    setAutomaticFailover: (id, isOn) =>
      modify(id, `turn ${isOn ? 'on' : 'off'} automatic failover`, { AutomaticFailoverEnabled: isOn, MultiAZEnabled: isOn }),
  };
}

function groupOf(id: string, group: ReplicationGroup): CacheGroup {
  const members = (group.NodeGroups ?? []).flatMap(({ NodeGroupMembers = [] }) => NodeGroupMembers);
  const nodes = members.map((node) => ({
    id: node.CacheClusterId ?? '',
    zone: node.PreferredAvailabilityZone ?? '',
    role: node.CurrentRole === 'primary' ? ('primary' as const) : ('replica' as const),
  }));
  return { id, status: group.Status ?? '', nodes };
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeReplicationGroups.html */
const isGone = (error: unknown): boolean => nameOf(error) === 'ReplicationGroupNotFoundFault';
