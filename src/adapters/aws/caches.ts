// Implements the Caches port with the replication groups of ElastiCache.
import { DescribeReplicationGroupsCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import type { Caches } from '../../ports/caches.ts';
import { askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** @throws a `Failure` (`aws/...`) when AWS refuses to tell */
export function openCaches(config: AwsClientConfig): Caches {
  const client = guarded(new ElastiCacheClient({ ...config, ...persistent }), 'elasticache', config);
  return {
    describe: async (id) => {
      const attempt = { what: `read the cache ${id}`, permission: 'elasticache:DescribeReplicationGroups' };
      const request = new DescribeReplicationGroupsCommand({ ReplicationGroupId: id });
      const found = await askingFor(attempt, isGone, () => client.send(request));
      const [group] = found?.ReplicationGroups ?? [];
      if (!group) return undefined;
      const members = (group.NodeGroups ?? []).flatMap(({ NodeGroupMembers = [] }) => NodeGroupMembers);
      const nodes = members.map((node) => ({
        id: node.CacheClusterId ?? '',
        zone: node.PreferredAvailabilityZone ?? '',
        role: node.CurrentRole === 'primary' ? ('primary' as const) : ('replica' as const),
      }));
      return { id, status: group.Status ?? '', nodes };
    },
  };
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeReplicationGroups.html */
const isGone = (error: unknown): boolean => nameOf(error) === 'ReplicationGroupNotFoundFault';
