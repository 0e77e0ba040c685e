// Network ACLs of EC2: what is asked, what its answers mean, and what is never deleted.
import { describe, expect, test } from '@jest/globals';
import { openNetworks } from '../../../src/adapters/aws/networks.ts';
import { failureOf } from '../terraform/support.ts';
import { type Answer, type Asked, ec2Refusal, withScriptedAws } from './scripted-aws.ts';

const asks = (action: string) => (asked: Asked) => new URLSearchParams(asked.body).get('Action') === action;

const association = (id: string, acl: string, subnet: string) =>
  `<item><networkAclAssociationId>${id}</networkAclAssociationId><networkAclId>${acl}</networkAclId><subnetId>${subnet}</subnetId></item>`;

function acl(id: string, associations: string, tag?: string): string {
  const tags = tag ? `<item><key>${tag}</key><value>true</value></item>` : '';
  return `<item><networkAclId>${id}</networkAclId><associationSet>${associations}</associationSet><tagSet>${tags}</tagSet></item>`;
}

const acls = (items: string, next = ''): Answer => ({
  to: asks('DescribeNetworkAcls'),
  body: `<DescribeNetworkAclsResponse><networkAclSet>${items}</networkAclSet>${next && `<nextToken>${next}</nextToken>`}</DescribeNetworkAclsResponse>`,
});

const subnets: Answer = {
  to: asks('DescribeSubnets'),
  body: `<DescribeSubnetsResponse><subnetSet>${['a', 'b']
    .map((zone) => `<item><subnetId>subnet-${zone}</subnetId><availabilityZone>eu-west-2${zone}</availabilityZone></item>`)
    .join('')}</subnetSet></DescribeSubnetsResponse>`,
};

const done = (action: string): Answer => ({
  to: asks(action),
  body: `<${action}Response><return>true</return></${action}Response>`,
});

describe('EC2', () => {
  const aws = withScriptedAws();
  const open = () => openNetworks(aws.config());
  const asked = () => aws.asked().map(({ body }) => Object.fromEntries(new URLSearchParams(body)));

  const fenced = acl('acl-fis', association('assoc-2', 'acl-fis', 'subnet-b'), 'managedByFIS');
  const usual = acl('acl-1', association('assoc-1', 'acl-1', 'subnet-a'));

  test('tells page by page which ACL each subnet has', async () => {
    aws.answer(acls(fenced, 'more'), acls(usual), subnets);
    expect(await open().subnetAcls('vpc-1')).toEqual([
      { subnetId: 'subnet-a', zone: 'eu-west-2a', aclId: 'acl-1', associationId: 'assoc-1' },
      { subnetId: 'subnet-b', zone: 'eu-west-2b', aclId: 'acl-fis', associationId: 'assoc-2' },
    ]);
    expect(asked()).toContainEqual(
      expect.objectContaining({ 'Filter.1.Name': 'vpc-id', 'Filter.1.Value.1': 'vpc-1', NextToken: 'more' }),
    );
  });

  test('tells which ACLs FIS made', async () => {
    aws.answer(acls(usual + fenced + acl('acl-left', '', 'managedByFIS')), subnets);
    expect(await open().fisAcls('vpc-1')).toEqual([
      {
        aclId: 'acl-fis',
        vpcId: 'vpc-1',
        subnets: [{ subnetId: 'subnet-b', zone: 'eu-west-2b', aclId: 'acl-fis', associationId: 'assoc-2' }],
      },
      { aclId: 'acl-left', vpcId: 'vpc-1', subnets: [] },
    ]);
  });

  test('tells the default ACL', async () => {
    aws.answer(acls(acl('acl-default', '')));
    expect(await open().defaultAcl('vpc-1')).toBe('acl-default');
    expect(asked()[0]).toMatchObject({ 'Filter.2.Name': 'default', 'Filter.2.Value.1': 'true' });
  });

  test('knows no default ACL of a VPC that is not there', async () => {
    aws.answer(acls(''));
    expect(await failureOf(open().defaultAcl('vpc-9'))).toMatchObject({ code: 'networks/no-default-acl' });
  });

  test('gives a subnet another ACL', async () => {
    aws.answer(done('ReplaceNetworkAclAssociation'));
    await open().replace('assoc-2', 'acl-1');
    expect(asked()).toMatchObject([{ AssociationId: 'assoc-2', NetworkAclId: 'acl-1' }]);
  });

  test('has nothing to do for an association that is gone', async () => {
    aws.answer(ec2Refusal(400, 'InvalidAssociationID.NotFound'));
    expect(await open().replace('assoc-2', 'acl-1')).toBeUndefined();
    expect(aws.asked()).toHaveLength(1);
  });

  test.each([
    ['InvalidNetworkAclID.NotFound', 'aws/request-failed'],
    ['UnauthorizedOperation', 'aws/access-denied'],
    ['RequestExpired', 'aws/credentials-expired'],
  ])('refuses to give it another ACL: %s', async (name, code) => {
    aws.answer(ec2Refusal(400, name));
    expect(await failureOf(open().replace('assoc-2', 'acl-1'))).toMatchObject({ code });
  });

  describe('deletes an ACL that', () => {
    test('FIS made and nobody has', async () => {
      aws.answer(acls(acl('acl-left', '', 'managedByFIS')), done('DeleteNetworkAcl'));
      await open().removeFisAcl('acl-left');
      expect(asked().map(({ Action }) => Action)).toEqual(['DescribeNetworkAcls', 'DeleteNetworkAcl']);
    });

    test('FIS deletes at the same time', async () => {
      aws.answer(acls(acl('acl-left', '', 'managedByFIS')), ec2Refusal(400, 'InvalidNetworkAclID.NotFound'));
      expect(await open().removeFisAcl('acl-left')).toBeUndefined();
    });
  });

  test.each([
    ['is gone', ''],
    ['somebody else made', acl('acl-other', '', 'managedByFIS')],
  ])('has nothing to do for an ACL that %s', async (_, ofFis) => {
    aws.answer(acls(ofFis));
    await open().removeFisAcl('acl-1');
    expect(asked()).toMatchObject([{ 'Filter.1.Name': 'tag-key', 'Filter.1.Value.1': 'managedByFIS' }]);
  });

  test('is not asked to delete an ACL that subnets have', async () => {
    aws.answer(acls(fenced));
    expect(await failureOf(open().removeFisAcl('acl-fis'))).toMatchObject({
      code: 'networks/acl-in-use',
      message: 'The network ACL acl-fis was not deleted: subnets still have it.',
    });
    expect(asked()).toHaveLength(1);
  });

  test('throttles at first', async () => {
    aws.answer(ec2Refusal(503, 'RequestLimitExceeded'), done('ReplaceNetworkAclAssociation'));
    await open().replace('assoc-2', 'acl-1');
    expect(aws.asked()).toHaveLength(2);
  });
});
