// Implements the Databases port with the clusters of RDS.
import { DescribeDBClustersCommand, FailoverDBClusterCommand, paginateDescribeDBInstances, RDSClient } from '@aws-sdk/client-rds';
import type { Databases } from '../../ports/databases.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { everyPage } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openDatabases(config: AwsClientConfig): Databases {
  const client = guarded(new RDSClient({ ...config, ...persistent }), 'rds', config);
  return {
    describe: async (id) => {
      const attempt = { what: `read the database cluster ${id}`, permission: 'rds:DescribeDBClusters' };
      const request = new DescribeDBClustersCommand({ DBClusterIdentifier: id });
      const found = await askingFor(attempt, isGone, () => client.send(request));
      const [cluster] = found?.DBClusters ?? [];
      if (!cluster) return undefined;
      // Only the cluster knows who writes, and only the instances know where they are.
      const instances = await readInstances(client, id);
      const members = (cluster.DBClusterMembers ?? []).map(({ DBInstanceIdentifier: member = '', IsClusterWriter = false }) => {
        const { zone = '', status = '' } = instances.get(member) ?? {};
        return { id: member, zone, isWriter: IsClusterWriter, status };
      });
      return { id, status: cluster.Status ?? '', members };
    },
    failOver: async (id, to) => {
      const attempt = { what: `let ${to} write in ${id}`, permission: 'rds:FailoverDBCluster' };
      const request = new FailoverDBClusterCommand({ DBClusterIdentifier: id, TargetDBInstanceIdentifier: to });
      await asking(attempt, () => client.send(request));
    },
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html */
const isGone = (error: unknown): boolean => nameOf(error) === 'DBClusterNotFoundFault';

interface Instance {
  readonly zone: string;
  readonly status: string;
}

function readInstances(client: RDSClient, cluster: string): Promise<ReadonlyMap<string, Instance>> {
  return asking({ what: `read the instances of ${cluster}`, permission: 'rds:DescribeDBInstances' }, async () => {
    const Filters = [{ Name: 'db-cluster-id', Values: [cluster] }];
    const instances = await everyPage(paginateDescribeDBInstances({ client }, { Filters }), ({ DBInstances }) => DBInstances);
    return new Map(
      instances.map(({ DBInstanceIdentifier = '', AvailabilityZone: zone = '', DBInstanceStatus: status = '' }) => {
        return [DBInstanceIdentifier, { zone, status }];
      }),
    );
  });
}
