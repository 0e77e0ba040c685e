// Replication groups of ElastiCache: what is asked, and what its answers mean.
import { describe, expect, test } from '@jest/globals';
import { openCaches } from '../../../src/adapters/aws/caches.ts';
import { failureOf } from '../terraform/support.ts';
import { queryRefusal, withScriptedAws } from './scripted-aws.ts';

const node = (id: string, zone: string, role: string) =>
  `<NodeGroupMember><CacheClusterId>${id}</CacheClusterId><PreferredAvailabilityZone>${zone}</PreferredAvailabilityZone>${role && `<CurrentRole>${role}</CurrentRole>`}</NodeGroupMember>`;

describe('ElastiCache', () => {
  const aws = withScriptedAws();
  const open = () => openCaches(aws.config());

  test('tells of the nodes of a group', async () => {
    const members = node('c-1', 'eu-west-2a', 'primary') + node('c-2', 'eu-west-2b', 'replica') + node('c-3', '', '');
    const groups = `<ReplicationGroup><Status>available</Status><NodeGroups><NodeGroup><NodeGroupMembers>${members}</NodeGroupMembers></NodeGroup></NodeGroups></ReplicationGroup>`;
    aws.answer({
      body: `<DescribeReplicationGroupsResponse><DescribeReplicationGroupsResult><ReplicationGroups>${groups}</ReplicationGroups></DescribeReplicationGroupsResult></DescribeReplicationGroupsResponse>`,
    });
    expect(await open().describe('cache')).toEqual({
      id: 'cache',
      status: 'available',
      nodes: [
        { id: 'c-1', zone: 'eu-west-2a', role: 'primary' },
        { id: 'c-2', zone: 'eu-west-2b', role: 'replica' },
        { id: 'c-3', zone: '', role: 'replica' },
      ],
    });
    expect(aws.asked()[0]?.body).toContain('ReplicationGroupId=cache');
  });

  test('knows nothing of a group', async () => {
    aws.answer(queryRefusal(404, 'ReplicationGroupNotFoundFault'));
    expect(await open().describe('cache')).toBeUndefined();
  });

  const details = (content: string) => ({
    body: `<DescribeReplicationGroupsResponse><DescribeReplicationGroupsResult><ReplicationGroups><ReplicationGroup>${content}</ReplicationGroup></ReplicationGroups></DescribeReplicationGroupsResult></DescribeReplicationGroupsResponse>`,
  });
  const shard = `<NodeGroup><NodeGroupMembers>${node('c-1', 'eu-west-2a', 'primary')}</NodeGroupMembers></NodeGroup>`;

  test.each([
    [
      'on its way',
      `<Status>modifying</Status><AutomaticFailover>enabling</AutomaticFailover><MultiAZ>disabled</MultiAZ><PendingModifiedValues><PrimaryClusterId>c-2</PrimaryClusterId></PendingModifiedValues><NodeGroups>${shard}</NodeGroups>`,
      {
        status: 'modifying',
        automaticFailover: 'enabling',
        isMultiZone: false,
        pendingChanges: ['PrimaryClusterId'],
        isSharded: false,
      },
    ],
    [
      'as it should be',
      `<Status>available</Status><AutomaticFailover>enabled</AutomaticFailover><MultiAZ>enabled</MultiAZ><PendingModifiedValues/><NodeGroups>${shard}</NodeGroups>`,
      { status: 'available', automaticFailover: 'enabled', isMultiZone: true, pendingChanges: [], isSharded: false },
    ],
    [
      'in shards',
      `<NodeGroups>${shard}${shard}</NodeGroups>`,
      { status: '', automaticFailover: 'disabled', isMultiZone: false, isSharded: true },
    ],
    ['in one shard of a cluster', `<ClusterEnabled>true</ClusterEnabled><NodeGroups>${shard}</NodeGroups>`, { isSharded: true }],
  ])('tells the details of a group %s', async (_, content, expected) => {
    aws.answer(details(content));
    expect(await open().details('cache')).toMatchObject({ id: 'cache', ...expected });
  });

  const asked = () => aws.asked().map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  const modified = { body: '<ModifyReplicationGroupResponse><ModifyReplicationGroupResult/></ModifyReplicationGroupResponse>' };

  test('promotes a node, and turns failover off and on, at once', async () => {
    aws.answer(modified, modified, modified);
    await open().promote('cache', 'c-2');
    await open().setAutomaticFailover('cache', false);
    await open().setAutomaticFailover('cache', true);
    const common = { Action: 'ModifyReplicationGroup', ReplicationGroupId: 'cache', ApplyImmediately: 'true' };
    expect(asked()).toMatchObject([
      { ...common, PrimaryClusterId: 'c-2' },
      { ...common, AutomaticFailoverEnabled: 'false', MultiAZEnabled: 'false' },
      { ...common, AutomaticFailoverEnabled: 'true', MultiAZEnabled: 'true' },
    ]);
  });

  test('refuses to be changed while it changes', async () => {
    aws.answer(queryRefusal(400, 'InvalidReplicationGroupState'));
    const refused = await failureOf(open().promote('cache', 'c-2'));
    expect(refused).toMatchObject({
      code: 'aws/request-failed',
      message: 'Could not make c-2 the primary of the cache cache: No.',
    });
    expect(refused.cause).toMatchObject({ name: expect.stringMatching(/^InvalidReplicationGroupState/) });
  });

  test.each([
    ['AccessDenied', 'aws/access-denied'],
    ['ExpiredToken', 'aws/credentials-expired'],
  ])('refuses to tell: %s', async (name, code) => {
    aws.answer(queryRefusal(403, name));
    expect(await failureOf(open().describe('cache'))).toMatchObject({ code });
  });
});
