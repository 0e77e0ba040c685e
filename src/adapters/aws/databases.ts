// Implements the Databases port with the clusters of RDS.
import {
  type DBCluster,
  DescribeDBClustersCommand,
  FailoverDBClusterCommand,
  paginateDescribeDBClusterSnapshots,
  RDSClient,
} from '@aws-sdk/client-rds';
import type { Databases } from '../../ports/databases.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { clusterOf, detailsOf, readInstances, snapshotOf } from './database-answers.ts';
import { restoreWith } from './database-restores.ts';
import { guarded } from './guarded.ts';
import { everyPage } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openDatabases(config: AwsClientConfig): Databases {
  const client = guarded(new RDSClient({ ...config, ...persistent }), 'rds', config);
  const read = async (id: string): Promise<DBCluster | undefined> => {
    const attempt = { what: `read the database cluster ${id}`, permission: 'rds:DescribeDBClusters' };
    const request = new DescribeDBClustersCommand({ DBClusterIdentifier: id });
    const found = await askingFor(attempt, isGone, () => client.send(request));
    return found?.DBClusters?.[0];
  };
  return {
    describe: async (id) => {
      const cluster = await read(id);
      // Only the cluster knows who writes, and only the instances know where they are.
      return cluster && clusterOf(id, cluster, await readInstances(client, id));
    },
    details: async (id) => {
      const cluster = await read(id);
      return cluster && detailsOf(id, cluster, await readInstances(client, id));
    },
    failOver: async (id, to) => {
      const attempt = { what: `let ${to} write in ${id}`, permission: 'rds:FailoverDBCluster' };
      const request = new FailoverDBClusterCommand({ DBClusterIdentifier: id, TargetDBInstanceIdentifier: to });
      await asking(attempt, () => client.send(request));
    },
    snapshots: (id) =>
      asking({ what: `read the snapshots of ${id}`, permission: 'rds:DescribeDBClusterSnapshots' }, async () => {
        const pages = paginateDescribeDBClusterSnapshots({ client }, { DBClusterIdentifier: id });
        const found = await everyPage(pages, ({ DBClusterSnapshots }) => DBClusterSnapshots);
        return found.map(snapshotOf).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
      }),
    ...restoreWith(client),
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html */
const isGone = (error: unknown): boolean => nameOf(error) === 'DBClusterNotFoundFault';
