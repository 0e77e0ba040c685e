// What RDS tells of clusters, their instances and snapshots, in our words.
import {
  type DBCluster,
  type DBClusterMember,
  type DBClusterSnapshot,
  type DBInstance,
  paginateDescribeDBInstances,
  type RDSClient,
  type Tag,
} from '@aws-sdk/client-rds';
import type { DatabaseCluster, DatabaseDetails, DatabaseMember, DatabaseSnapshot } from '../../ports/databases.ts';
import { asking } from './asking.ts';
import { everyPage } from './pages.ts';

export type Instances = ReadonlyMap<string, DBInstance>;

export function readInstances(client: RDSClient, cluster: string): Promise<Instances> {
  return asking({ what: `read the instances of ${cluster}`, permission: 'rds:DescribeDBInstances' }, async () => {
    const Filters = [{ Name: 'db-cluster-id', Values: [cluster] }];
    const instances = await everyPage(paginateDescribeDBInstances({ client }, { Filters }), ({ DBInstances }) => DBInstances);
    return new Map(instances.map((instance) => [instance.DBInstanceIdentifier ?? '', instance]));
  });
}

export function clusterOf(id: string, cluster: DBCluster, instances: Instances): DatabaseCluster {
  return { id, status: cluster.Status ?? '', members: membersOf(cluster).map((member) => memberOf(member, instances)) };
}

export function detailsOf(id: string, cluster: DBCluster, instances: Instances): DatabaseDetails {
  const members = membersOf(cluster).map((member) => {
    const { DBInstanceClass: instanceClass = '', TagList } = instances.get(member.DBInstanceIdentifier ?? '') ?? {};
    const promotionTier = member.PromotionTier ?? lastTier;
    return { ...memberOf(member, instances), instanceClass, promotionTier, tags: tagsOf(TagList) };
  });
  const { GlobalClusterIdentifier, ReplicationSourceIdentifier } = cluster;
  return {
    ...clusterOf(id, cluster, instances),
    members,
    ...shapeOf(cluster),
    ...timesOf(cluster),
    tags: tagsOf(cluster.TagList),
    pendingChanges: [
      ...namesOf(cluster.PendingModifiedValues),
      ...[...instances].flatMap(([name, { PendingModifiedValues }]) =>
        namesOf(PendingModifiedValues).map((change) => `${name}: ${change}`),
      ),
    ],
    isSecondary: Boolean(ReplicationSourceIdentifier || (GlobalClusterIdentifier && !members.some(({ isWriter }) => isWriter))),
    ...(cluster.MasterUserSecret?.SecretArn && {
      masterSecret: { arn: cluster.MasterUserSecret.SecretArn, status: cluster.MasterUserSecret.SecretStatus ?? '' },
    }),
  };
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html */
const lastTier = 15;

function membersOf({ DBClusterMembers }: DBCluster): readonly DBClusterMember[] {
  return DBClusterMembers ?? [];
}

function memberOf({ DBInstanceIdentifier: id = '', IsClusterWriter = false }: DBClusterMember, all: Instances): DatabaseMember {
  const { AvailabilityZone: zone = '', DBInstanceStatus: status = '' } = all.get(id) ?? {};
  return { id, zone, isWriter: IsClusterWriter, status };
}

function tagsOf(tags: readonly Tag[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** What a copy of it takes over. */
function shapeOf(cluster: DBCluster) {
  const { MinCapacity: least, MaxCapacity: most } = cluster.ServerlessV2ScalingConfiguration ?? {};
  return {
    engine: cluster.Engine ?? '',
    engineVersion: cluster.EngineVersion ?? '',
    endpoint: cluster.Endpoint ?? '',
    subnetGroup: cluster.DBSubnetGroup ?? '',
    securityGroups: (cluster.VpcSecurityGroups ?? []).map(({ VpcSecurityGroupId = '' }) => VpcSecurityGroupId),
    parameterGroup: cluster.DBClusterParameterGroup ?? '',
    ...(cluster.StorageEncrypted && cluster.KmsKeyId && { key: cluster.KmsKeyId }),
    hasIamUsers: cluster.IAMDatabaseAuthenticationEnabled ?? false,
    ...(least !== undefined && most !== undefined && { capacity: { least, most } }),
  };
}

function timesOf({ EarliestRestorableTime: earliest, LatestRestorableTime: latest }: DBCluster) {
  return {
    ...(earliest && { earliestRestorableAt: earliest.toISOString() }),
    ...(latest && { latestRestorableAt: latest.toISOString() }),
  };
}

/** Of what is there: AWS answers with empty objects and lists where nothing waits. */
function namesOf(pending: object | undefined): readonly string[] {
  const waits = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.values(value).some(waits) : value !== undefined && value !== null;
  return Object.entries(pending ?? {}).flatMap(([name, value]) => (waits(value) ? [name] : []));
}

export function snapshotOf(snapshot: DBClusterSnapshot): DatabaseSnapshot {
  return {
    id: snapshot.DBClusterSnapshotIdentifier ?? '',
    createdAt: snapshot.SnapshotCreateTime?.toISOString() ?? '',
    isAutomated: snapshot.SnapshotType === 'automated',
    status: snapshot.Status ?? '',
    engineVersion: snapshot.EngineVersion ?? '',
  };
}
