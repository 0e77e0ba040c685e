// What RDS tells of a cluster that is to be copied, and how it is asked for the copy, and to remove it.
import { describe, expect, test } from '@jest/globals';
import { openDatabases } from '../../../src/adapters/aws/databases.ts';
import type { DatabaseDetails } from '../../../src/ports/databases.ts';
import { failureOf } from '../terraform/support.ts';
import { type Answer, queryRefusal, withScriptedAws } from './scripted-aws.ts';

const answer = (operation: string, content = ''): Answer => ({
  body: `<${operation}Response><${operation}Result>${content}</${operation}Result></${operation}Response>`,
});

const tag = '<Tag><Key>Layer</Key><Value>platform</Value></Tag>';
const writer =
  '<DBClusterMembers><DBClusterMember><DBInstanceIdentifier>db-0</DBInstanceIdentifier><IsClusterWriter>true</IsClusterWriter><PromotionTier>1</PromotionTier></DBClusterMember></DBClusterMembers>';
const cluster = (content: string) =>
  answer('DescribeDBClusters', `<DBClusters><DBCluster><Status>available</Status>${content}</DBCluster></DBClusters>`);
const instance = (content: string) =>
  answer(
    'DescribeDBInstances',
    `<DBInstances><DBInstance><DBInstanceIdentifier>db-0</DBInstanceIdentifier>${content}</DBInstance></DBInstances>`,
  );

const source: DatabaseDetails = {
  id: 'db',
  status: 'available',
  engine: 'aurora-postgresql',
  engineVersion: '16.4',
  endpoint: 'db.example',
  subnetGroup: 'subnets',
  securityGroups: ['sg-1', 'sg-2'],
  parameterGroup: 'parameters',
  hasIamUsers: true,
  tags: {},
  pendingChanges: [],
  isSecondary: false,
  members: [],
};

describe('RDS', () => {
  const aws = withScriptedAws();
  const open = () => openDatabases(aws.config());
  const asked = () => aws.asked().map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

  test('tells all that a copy of a cluster needs', async () => {
    aws.answer(
      cluster(
        `<Engine>aurora-postgresql</Engine><EngineVersion>16.4</EngineVersion><Endpoint>db.example</Endpoint><DBSubnetGroup>subnets</DBSubnetGroup>` +
          `<DBClusterParameterGroup>parameters</DBClusterParameterGroup><VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>` +
          `<StorageEncrypted>true</StorageEncrypted><KmsKeyId>key</KmsKeyId><IAMDatabaseAuthenticationEnabled>true</IAMDatabaseAuthenticationEnabled>` +
          `<ServerlessV2ScalingConfiguration><MinCapacity>0.5</MinCapacity><MaxCapacity>8</MaxCapacity></ServerlessV2ScalingConfiguration>` +
          `<EarliestRestorableTime>2026-01-24T02:00:00Z</EarliestRestorableTime><LatestRestorableTime>2026-01-31T11:55:00.123Z</LatestRestorableTime>` +
          `<MasterUserSecret><SecretArn>arn:secret</SecretArn><SecretStatus>active</SecretStatus></MasterUserSecret><TagList>${tag}</TagList>${writer}`,
      ),
      instance(
        `<DBInstanceClass>db.serverless</DBInstanceClass><AvailabilityZone>eu-west-2a</AvailabilityZone><DBInstanceStatus>available</DBInstanceStatus><TagList>${tag}</TagList>`,
      ),
    );
    expect(await open().details('db')).toEqual({
      ...source,
      securityGroups: ['sg-1'],
      key: 'key',
      capacity: { least: 0.5, most: 8 },
      earliestRestorableAt: '2026-01-24T02:00:00.000Z',
      latestRestorableAt: '2026-01-31T11:55:00.123Z',
      masterSecret: { arn: 'arn:secret', status: 'active' },
      tags: { Layer: 'platform' },
      members: [
        {
          id: 'db-0',
          zone: 'eu-west-2a',
          isWriter: true,
          status: 'available',
          instanceClass: 'db.serverless',
          promotionTier: 1,
          tags: { Layer: 'platform' },
        },
      ],
    });
  });

  test.each([
    ['<GlobalClusterIdentifier>global</GlobalClusterIdentifier>', true],
    [`<GlobalClusterIdentifier>global</GlobalClusterIdentifier>${writer}`, false],
    [`<ReplicationSourceIdentifier>arn:primary</ReplicationSourceIdentifier>${writer}`, true],
    [writer, false],
  ])('tells of %s whether it only follows another cluster: %s', async (content, isSecondary) => {
    aws.answer(cluster(content), instance(''));
    expect(await open().details('db')).toMatchObject({ isSecondary });
  });

  test('tells what waits to be changed, of the cluster and of its instances, and not what is empty', async () => {
    aws.answer(
      cluster(
        `<PendingModifiedValues><EngineVersion>16.6</EngineVersion><PendingCloudwatchLogsExports><LogTypesToEnable/></PendingCloudwatchLogsExports></PendingModifiedValues>${writer}`,
      ),
      instance('<PendingModifiedValues><DBInstanceClass>db.r7g.large</DBInstanceClass></PendingModifiedValues>'),
    );
    expect(await open().details('db')).toMatchObject({ pendingChanges: ['EngineVersion', 'db-0: DBInstanceClass'] });
  });

  test('tells the snapshots of a cluster, the newest first, over all pages', async () => {
    const snapshot = (id: string, type: string, at: string) =>
      `<DBClusterSnapshot><DBClusterSnapshotIdentifier>${id}</DBClusterSnapshotIdentifier><SnapshotType>${type}</SnapshotType><Status>available</Status><EngineVersion>16.4</EngineVersion><SnapshotCreateTime>${at}</SnapshotCreateTime></DBClusterSnapshot>`;
    const page = (content: string, marker = '') =>
      answer('DescribeDBClusterSnapshots', `${marker}<DBClusterSnapshots>${content}</DBClusterSnapshots>`);
    aws.answer(
      page(snapshot('rds:old', 'automated', '2026-01-29T02:00:00Z'), '<Marker>more</Marker>'),
      page(snapshot('new', 'manual', '2026-01-30T02:00:00Z')),
    );
    const common = { status: 'available', engineVersion: '16.4' };
    expect(await open().snapshots('db')).toEqual([
      { id: 'new', createdAt: '2026-01-30T02:00:00.000Z', isAutomated: false, ...common },
      { id: 'rds:old', createdAt: '2026-01-29T02:00:00.000Z', isAutomated: true, ...common },
    ]);
    expect(asked()).toMatchObject([{ DBClusterIdentifier: 'db' }, { DBClusterIdentifier: 'db', Marker: 'more' }]);
  });

  const settings = {
    DBClusterIdentifier: 'copy',
    DBSubnetGroupName: 'subnets',
    'VpcSecurityGroupIds.VpcSecurityGroupId.1': 'sg-1',
    'VpcSecurityGroupIds.VpcSecurityGroupId.2': 'sg-2',
    DBClusterParameterGroupName: 'parameters',
    EnableIAMDatabaseAuthentication: 'true',
    DeletionProtection: 'false',
    'Tags.Tag.1.Key': 'Layer',
    'Tags.Tag.1.Value': 'restored',
  };
  const tags = { Layer: 'restored' };

  test('restores to a time, with all that the live one has', async () => {
    aws.answer(answer('RestoreDBClusterToPointInTime'));
    const whole = { ...source, key: 'key', capacity: { least: 0.5, most: 8 } };
    await open().restore({ name: 'copy', source: whole, point: { kind: 'time', at: '2026-01-30T09:41:07.000Z' }, tags });
    expect(asked()).toMatchObject([
      {
        Action: 'RestoreDBClusterToPointInTime',
        SourceDBClusterIdentifier: 'db',
        RestoreToTime: expect.stringMatching(/^2026-01-30T09:41:07(\.000)?Z$/),
        KmsKeyId: 'key',
        'ServerlessV2ScalingConfiguration.MinCapacity': '0.5',
        'ServerlessV2ScalingConfiguration.MaxCapacity': '8',
        ...settings,
      },
    ]);
  });

  test('restores a snapshot, in its own version', async () => {
    aws.answer(answer('RestoreDBClusterFromSnapshot'));
    const point = { kind: 'snapshot', id: 'rds:old', engineVersion: '16.2' } as const;
    await open().restore({ name: 'copy', source, point, tags });
    const snapshot = { SnapshotIdentifier: 'rds:old', Engine: 'aurora-postgresql', EngineVersion: '16.2' };
    expect(asked()).toMatchObject([{ Action: 'RestoreDBClusterFromSnapshot', ...snapshot, ...settings }]);
    expect(Object.keys(asked()[0] ?? {})).not.toContain('KmsKeyId');
  });

  test('adds an instance that nobody outside can reach, and removes both without a snapshot', async () => {
    aws.answer(answer('CreateDBInstance'), answer('DeleteDBInstance'), answer('DeleteDBCluster'));
    await open().addInstance({ name: 'copy-0', cluster: 'copy', engine: source.engine, instanceClass: 'db.serverless', tags });
    await open().removeInstance('copy-0');
    await open().removeCluster('copy');
    const added = { DBInstanceIdentifier: 'copy-0', DBClusterIdentifier: 'copy', Engine: 'aurora-postgresql' };
    expect(asked()).toMatchObject([
      {
        Action: 'CreateDBInstance',
        ...added,
        DBInstanceClass: 'db.serverless',
        PubliclyAccessible: 'false',
        'Tags.Tag.1.Key': 'Layer',
      },
      { Action: 'DeleteDBInstance', DBInstanceIdentifier: 'copy-0', SkipFinalSnapshot: 'true' },
      { Action: 'DeleteDBCluster', DBClusterIdentifier: 'copy', SkipFinalSnapshot: 'true' },
    ]);
  });

  test('is content when what is to be removed is not there', async () => {
    aws.answer(queryRefusal(404, 'DBInstanceNotFound'), queryRefusal(404, 'DBClusterNotFoundFault'));
    await open().removeInstance('copy-0');
    await open().removeCluster('copy');
    expect(asked()).toHaveLength(2);
  });

  test.each([
    ['InvalidDBInstanceState', /^InvalidDBInstanceState(Fault)?$/],
    ['InvalidDBInstanceStateFault', /^InvalidDBInstanceState(Fault)?$/],
  ])('refuses to remove what it is making: %s', async (code, name) => {
    aws.answer(queryRefusal(400, code));
    const refused = await failureOf(open().removeInstance('copy-0'));
    expect(refused).toMatchObject({ code: 'aws/request-failed', cause: { name: expect.stringMatching(name) } });
  });

  test.each([
    ['DBClusterAlreadyExistsFault', 'aws/request-failed'],
    ['AccessDenied', 'aws/access-denied'],
  ])('refuses to restore: %s', async (name, code) => {
    aws.answer(queryRefusal(400, name));
    const point = { kind: 'time', at: '2026-01-30T09:41:07.000Z' } as const;
    expect(await failureOf(open().restore({ name: 'copy', source, point, tags }))).toMatchObject({ code });
  });
});
