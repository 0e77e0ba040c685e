// Cases of the runbooks of the data: another writer, copies of the past, another password, another primary.
import { DescribeReplicationGroupsCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import {
  DeleteDBClusterCommand,
  DeleteDBInstanceCommand,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { prefixOf } from '../../stacks/names.ts';
import { environment } from './platform.ts';
import { type Cloud, runbookCase } from './runbook-case.ts';

const name = prefixOf(environment);
const copyEnd = 'rehearsal';

async function readCluster({ client }: Cloud) {
  const { DBClusters = [] } = await new RDSClient(client).send(new DescribeDBClustersCommand({ DBClusterIdentifier: name }));
  return DBClusters[0];
}

interface Writing {
  readonly writer: string;
  readonly statuses: readonly string[];
}

async function lookAtWriter(cloud: Cloud): Promise<Writing> {
  const cluster = await readCluster(cloud);
  const members = await instancesOf(cloud, name);
  const writer = cluster?.DBClusterMembers?.find(({ IsClusterWriter }) => IsClusterWriter)?.DBInstanceIdentifier ?? '';
  return { writer, statuses: [cluster?.Status ?? '', ...members.map(({ status }) => status)] };
}

async function instancesOf({ client }: Cloud, cluster: string) {
  const { DBInstances = [] } = await new RDSClient(client).send(new DescribeDBInstancesCommand({}));
  const own = DBInstances.filter(({ DBClusterIdentifier }) => DBClusterIdentifier === cluster);
  return own.map(({ DBInstanceIdentifier: id = '', DBInstanceStatus: status = '' }) => ({ id, status }));
}

interface Copy {
  readonly id: string;
  readonly statuses: readonly string[];
}

async function lookAtCopies(cloud: Cloud): Promise<readonly Copy[]> {
  const { DBClusters = [] } = await new RDSClient(cloud.client).send(new DescribeDBClustersCommand({}));
  const copies = DBClusters.filter(({ DBClusterIdentifier = '' }) => DBClusterIdentifier.startsWith(`${name}-restored-`));
  return Promise.all(
    copies.map(async ({ DBClusterIdentifier: id = '', Status = '' }) => {
      return { id, statuses: [Status, ...(await instancesOf(cloud, id)).map(({ status }) => status)] };
    }),
  );
}

/** A cluster, and an instance of it: both can be used. */
function isCopied(_: readonly Copy[], after: readonly Copy[]): boolean {
  const [copy, ...others] = after;
  return others.length === 0 && copy?.id === `${name}-restored-${copyEnd}` && copy.statuses.join() === 'available,available';
}

async function removeCopies(cloud: Cloud): Promise<void> {
  const rds = new RDSClient(cloud.client);
  for (const { id } of await lookAtCopies(cloud)) {
    for (const instance of await instancesOf(cloud, id)) {
      await rds.send(new DeleteDBInstanceCommand({ DBInstanceIdentifier: instance.id, SkipFinalSnapshot: true }));
    }
    await rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier: id, SkipFinalSnapshot: true }));
  }
}

interface Password {
  readonly current: string;
  readonly isPending: boolean;
  readonly status: string;
}

async function lookAtPassword(cloud: Cloud): Promise<Password> {
  const { MasterUserSecret } = (await readCluster(cloud)) ?? {};
  const request = new DescribeSecretCommand({ SecretId: MasterUserSecret?.SecretArn });
  const { VersionIdsToStages = {} } = await new SecretsManagerClient(cloud.client).send(request);
  const versions = Object.entries(VersionIdsToStages);
  const current = versions.find(([, stages]) => stages.includes('AWSCURRENT'))?.[0] ?? '';
  const isPending = versions.some(([id, stages]) => stages.includes('AWSPENDING') && id !== current);
  return { current, isPending, status: MasterUserSecret?.SecretStatus ?? '' };
}

function isRotated(before: Password, after: Password): boolean {
  return after.current !== before.current && !after.isPending && after.status === 'active';
}

interface Group {
  readonly primary: string;
  readonly status: string;
  readonly failover: string;
  readonly multiAz: string;
}

async function lookAtCache({ client }: Cloud): Promise<Group> {
  const request = new DescribeReplicationGroupsCommand({ ReplicationGroupId: name });
  const { ReplicationGroups = [] } = await new ElastiCacheClient(client).send(request);
  const { Status = '', AutomaticFailover = '', MultiAZ = '', NodeGroups = [] } = ReplicationGroups[0] ?? {};
  const members = NodeGroups.flatMap(({ NodeGroupMembers = [] }) => NodeGroupMembers);
  const primary = members.find(({ CurrentRole }) => CurrentRole === 'primary')?.CacheClusterId ?? '';
  return { primary, status: Status, failover: AutomaticFailover, multiAz: MultiAZ };
}

export const databaseCases = [
  runbookCase<Writing>({
    runbook: 'aurora-failover',
    look: lookAtWriter,
    inputs: () => ({}),
    isDone: (before, after) => after.writer !== before.writer && after.statuses.every((status) => status === 'available'),
    failure: () => ({ kind: 'alarm', alarm: 'database-cpu' }),
  }),
  runbookCase<readonly Copy[]>({
    runbook: 'aurora-restore-to-time',
    look: lookAtCopies,
    inputs: async (cloud) => {
      const { LatestRestorableTime } = (await readCluster(cloud)) ?? {};
      return { at: LatestRestorableTime?.toISOString() ?? '', name: copyEnd };
    },
    isDone: isCopied,
    failure: () => ({ kind: 'denied', trap: { call: 'rds:CreateDBInstance', after: 'rds:RestoreDBClusterToPointInTime' } }),
    restore: removeCopies,
  }),
  runbookCase<readonly Copy[]>({
    runbook: 'aurora-restore-snapshot',
    look: lookAtCopies,
    inputs: () => ({ name: copyEnd }),
    isDone: isCopied,
    failure: () => ({ kind: 'denied', trap: { call: 'rds:CreateDBInstance', after: 'rds:RestoreDBClusterFromSnapshot' } }),
    restore: removeCopies,
  }),
  runbookCase<Password>({
    runbook: 'rotate-database-secret',
    look: lookAtPassword,
    inputs: () => ({}),
    isDone: isRotated,
    failure: () => ({
      kind: 'denied',
      trap: { call: 'secretsmanager:DescribeSecret', after: 'secretsmanager:RotateSecret' },
    }),
    // Nobody can give the database its former password back: what RDS has begun, it brings to its end.
    isUndone: isRotated,
  }),
];

export const cacheCases = [
  runbookCase<Group>({
    runbook: 'redis-failover',
    look: lookAtCache,
    inputs: () => ({}),
    isDone: (before, { primary, ...after }) => {
      const isAsBefore = JSON.stringify({ ...after }) === JSON.stringify({ ...before, primary: undefined });
      return primary !== before.primary && isAsBefore;
    },
    failure: () => ({ kind: 'alarm', alarm: 'cache-1-cpu' }),
  }),
];
