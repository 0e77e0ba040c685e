// Replication groups of ElastiCache: what its answers mean.
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

  test.each([
    ['AccessDenied', 'aws/access-denied'],
    ['ExpiredToken', 'aws/credentials-expired'],
  ])('refuses to tell: %s', async (name, code) => {
    aws.answer(queryRefusal(403, name));
    expect(await failureOf(open().describe('cache'))).toMatchObject({ code });
  });
});
