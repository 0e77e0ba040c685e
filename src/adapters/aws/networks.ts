// Implements the Networks port with the network ACLs of EC2.
import {
  DeleteNetworkAclCommand,
  EC2Client,
  type Filter,
  type NetworkAcl,
  paginateDescribeNetworkAcls,
  paginateDescribeSubnets,
  ReplaceNetworkAclAssociationCommand,
} from '@aws-sdk/client-ec2';
import { failure } from '../../define/failure.ts';
import type { Networks, Subnet, SubnetAcl } from '../../ports/networks.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { everyPage } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html */
const fisTag = 'managedByFIS';

/** Every method throws a `Failure` (`aws/...`, `networks/...`) when AWS refuses, or when we do. */
export function openNetworks(config: AwsClientConfig): Networks {
  const client = guarded(new EC2Client({ ...config, ...persistent }), 'ec2', config);
  return {
    subnets: (ids) => readSubnets(client, ids),
    subnetAcls: async (vpcId) => {
      const [acls, zones] = await Promise.all([readAcls(client, inVpc(vpcId)), readZones(client, vpcId)]);
      return acls.flatMap((acl) => subnetsOf(acl, zones)).sort((one, other) => one.subnetId.localeCompare(other.subnetId));
    },
    fisAcls: async (vpcId) => {
      const [acls, zones] = await Promise.all([readAcls(client, inVpc(vpcId)), readZones(client, vpcId)]);
      return acls.filter(isOfFis).map((acl) => ({ aclId: acl.NetworkAclId ?? '', vpcId, subnets: subnetsOf(acl, zones) }));
    },
    defaultAcl: async (vpcId) => {
      const [acl] = await readAcls(client, [...inVpc(vpcId), { Name: 'default', Values: ['true'] }]);
      if (!acl?.NetworkAclId) throw noDefaultAcl(vpcId);
      return acl.NetworkAclId;
    },
    replace: async (AssociationId, NetworkAclId) => {
      const attempt = { what: `give a subnet the network ACL ${NetworkAclId}`, permission: 'ec2:ReplaceNetworkAclAssociation' };
      const request = new ReplaceNetworkAclAssociationCommand({ AssociationId, NetworkAclId });
      await askingFor(attempt, isNoAssociation, () => client.send(request));
    },
    removeFisAcl: async (aclId) => {
      const ofFis = await readAcls(client, [{ Name: 'tag-key', Values: [fisTag] }]);
      const acl = ofFis.find(({ NetworkAclId }) => NetworkAclId === aclId);
      // Gone, or somebody else's.
      if (!acl) return;
      if (acl.Associations?.length) throw stillInUse(aclId);
      const attempt = { what: `delete the network ACL ${aclId}`, permission: 'ec2:DeleteNetworkAcl' };
      // FIS itself may have been quicker.
      await askingFor(attempt, isNoAcl, () => client.send(new DeleteNetworkAclCommand({ NetworkAclId: aclId })));
    },
  };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
const isNoAcl = (error: unknown): boolean => nameOf(error) === 'InvalidNetworkAclID.NotFound';
const isNoAssociation = (error: unknown): boolean => nameOf(error) === 'InvalidAssociationID.NotFound';

const inVpc = (vpcId: string): readonly Filter[] => [{ Name: 'vpc-id', Values: [vpcId] }];

const isOfFis = ({ Tags = [] }: NetworkAcl): boolean => Tags.some(({ Key }) => Key === fisTag);

function readAcls(client: EC2Client, filters: readonly Filter[]): Promise<readonly NetworkAcl[]> {
  return asking({ what: 'read network ACLs', permission: 'ec2:DescribeNetworkAcls' }, () => {
    return everyPage(paginateDescribeNetworkAcls({ client }, { Filters: [...filters] }), ({ NetworkAcls }) => NetworkAcls);
  });
}

type Zones = ReadonlyMap<string | undefined, string>;

function readZones(client: EC2Client, vpcId: string): Promise<Zones> {
  return asking({ what: 'read subnets', permission: 'ec2:DescribeSubnets' }, async () => {
    const pages = paginateDescribeSubnets({ client }, { Filters: [...inVpc(vpcId)] });
    const subnets = await everyPage(pages, ({ Subnets }) => Subnets);
    return new Map(subnets.map(({ SubnetId, AvailabilityZone = '' }) => [SubnetId, AvailabilityZone]));
  });
}

async function readSubnets(client: EC2Client, ids: readonly string[]): Promise<readonly Subnet[]> {
  // Of no ids at all, EC2 would tell all subnets.
  if (ids.length === 0) return [];
  const attempt = { what: `read the subnets ${ids.join(', ')}`, permission: 'ec2:DescribeSubnets' };
  // A filter, unlike ids, finds nothing where one is not there.
  const Filters = [{ Name: 'subnet-id', Values: [...ids] }];
  const found = await asking(attempt, () =>
    everyPage(paginateDescribeSubnets({ client }, { Filters }), ({ Subnets }) => Subnets),
  );
  return found
    .map(({ SubnetId: id = '', AvailabilityZone: zone = '', AvailabilityZoneId: zoneId = '' }) => ({ id, zone, zoneId }))
    .sort((one, other) => one.id.localeCompare(other.id));
}

function subnetsOf({ NetworkAclId: aclId = '', Associations = [] }: NetworkAcl, zones: Zones): readonly SubnetAcl[] {
  return Associations.map(({ SubnetId: subnetId = '', NetworkAclAssociationId: associationId = '' }) => {
    return { subnetId, zone: zones.get(subnetId) ?? '', aclId, associationId };
  });
}

function noDefaultAcl(vpcId: string) {
  return failure({
    code: 'networks/no-default-acl',
    what: `The VPC ${vpcId} has no default network ACL.`,
    next: 'Check that the VPC exists in this account and region: every VPC has one.',
  });
}

function stillInUse(aclId: string) {
  return failure({
    code: 'networks/acl-in-use',
    what: `The network ACL ${aclId} was not deleted: subnets still have it.`,
    next: 'Give these subnets their own network ACL back first; the console of the VPC shows which they are.',
  });
}
