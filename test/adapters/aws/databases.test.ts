// Clusters of Aurora: what is asked, and what its answers mean.
import { describe, expect, test } from '@jest/globals';
import { openDatabases } from '../../../src/adapters/aws/databases.ts';
import { failureOf } from '../terraform/support.ts';
import { type Answer, queryRefusal, withScriptedAws } from './scripted-aws.ts';

const answer = (operation: string, content: string): Answer => ({
  body: `<${operation}Response><${operation}Result>${content}</${operation}Result></${operation}Response>`,
});

const member = (id: string, isWriter: boolean) =>
  `<DBClusterMember><DBInstanceIdentifier>${id}</DBInstanceIdentifier><IsClusterWriter>${isWriter}</IsClusterWriter></DBClusterMember>`;

const clusters = answer(
  'DescribeDBClusters',
  `<DBClusters><DBCluster><DBClusterIdentifier>db</DBClusterIdentifier><Status>available</Status>` +
    `<DBClusterMembers>${member('db-1', false)}${member('db-2', true)}${member('db-3', false)}</DBClusterMembers></DBCluster></DBClusters>`,
);

const instances = (items: readonly (readonly [string, string, string])[], marker = '') =>
  answer(
    'DescribeDBInstances',
    `<DBInstances>${items
      .map(
        ([id, zone, status]) =>
          `<DBInstance><DBInstanceIdentifier>${id}</DBInstanceIdentifier><AvailabilityZone>${zone}</AvailabilityZone><DBInstanceStatus>${status}</DBInstanceStatus></DBInstance>`,
      )
      .join('')}</DBInstances>${marker && `<Marker>${marker}</Marker>`}`,
  );

describe('RDS', () => {
  const aws = withScriptedAws();
  const open = () => openDatabases(aws.config());
  const asked = () => aws.asked().map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

  test('tells who writes, and where the members are', async () => {
    aws.answer(
      clusters,
      instances([['db-1', 'eu-west-2a', 'available']], 'more'),
      instances([['db-2', 'eu-west-2b', 'rebooting']]),
    );
    expect(await open().describe('db')).toEqual({
      id: 'db',
      status: 'available',
      members: [
        { id: 'db-1', zone: 'eu-west-2a', isWriter: false, status: 'available' },
        { id: 'db-2', zone: 'eu-west-2b', isWriter: true, status: 'rebooting' },
        // Not yet an instance.
        { id: 'db-3', zone: '', isWriter: false, status: '' },
      ],
    });
    expect(asked()).toMatchObject([
      { Action: 'DescribeDBClusters', DBClusterIdentifier: 'db' },
      { Action: 'DescribeDBInstances', 'Filters.Filter.1.Name': 'db-cluster-id', 'Filters.Filter.1.Values.Value.1': 'db' },
      { Action: 'DescribeDBInstances', Marker: 'more' },
    ]);
  });

  test('knows nothing of a cluster', async () => {
    aws.answer(queryRefusal(404, 'DBClusterNotFoundFault'));
    expect(await open().describe('db')).toBeUndefined();
  });

  test('lets another member write', async () => {
    aws.answer(answer('FailoverDBCluster', ''));
    await open().failOver('db', 'db-1');
    expect(asked()).toMatchObject([{ DBClusterIdentifier: 'db', TargetDBInstanceIdentifier: 'db-1' }]);
  });

  test.each([
    ['InvalidDBClusterStateFault', 'aws/request-failed', 'Could not let db-1 write in db: No.'],
    ['AccessDenied', 'aws/access-denied', 'Could not let db-1 write in db: AWS denied it.'],
    ['ExpiredToken', 'aws/credentials-expired', 'Could not let db-1 write in db: the AWS credentials have expired.'],
  ])('refuses to: %s', async (name, code, message) => {
    aws.answer(queryRefusal(400, name));
    expect(await failureOf(open().failOver('db', 'db-1'))).toMatchObject({ code, message });
  });

  test('throttles at first', async () => {
    aws.answer(queryRefusal(400, 'Throttling'), answer('FailoverDBCluster', ''));
    await open().failOver('db', 'db-1');
    expect(aws.asked()).toHaveLength(2);
  });
});
