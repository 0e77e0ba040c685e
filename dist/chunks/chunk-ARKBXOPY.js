import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  DeleteNetworkAcl$,
  DescribeNetworkAcls$,
  DescribeSubnets$,
  EC2Client,
  ReplaceNetworkAclAssociation$,
  _ep0,
  _mw0,
  command
} from "./chunk-WPSCICTV.js";
import {
  everyPage
} from "./chunk-2TWVQLQY.js";
import {
  asking,
  askingFor
} from "./chunk-TDX7Z4V6.js";
import {
  guarded
} from "./chunk-XVITBZA2.js";
import {
  nameOf,
  persistent
} from "./chunk-XSWGJYED.js";
import {
  createPaginator
} from "./chunk-7YUU5ONS.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DeleteNetworkAclCommand.js
var DeleteNetworkAclCommand = class extends command(_ep0, _mw0, "DeleteNetworkAcl", DeleteNetworkAcl$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeNetworkAclsCommand.js
var DescribeNetworkAclsCommand = class extends command(_ep0, _mw0, "DescribeNetworkAcls", DescribeNetworkAcls$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/DescribeSubnetsCommand.js
var DescribeSubnetsCommand = class extends command(_ep0, _mw0, "DescribeSubnets", DescribeSubnets$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/commands/ReplaceNetworkAclAssociationCommand.js
var ReplaceNetworkAclAssociationCommand = class extends command(_ep0, _mw0, "ReplaceNetworkAclAssociation", ReplaceNetworkAclAssociation$) {
};

// node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeNetworkAclsPaginator.js
var paginateDescribeNetworkAcls = createPaginator(EC2Client, DescribeNetworkAclsCommand, "NextToken", "NextToken", "MaxResults");

// node_modules/@aws-sdk/client-ec2/dist-es/pagination/DescribeSubnetsPaginator.js
var paginateDescribeSubnets = createPaginator(EC2Client, DescribeSubnetsCommand, "NextToken", "NextToken", "MaxResults");

// src/adapters/aws/networks.ts
var fisTag = "managedByFIS";
function openNetworks(config) {
  const client = guarded(new EC2Client({ ...config, ...persistent }), "ec2", config);
  return {
    subnets: (ids) => readSubnets(client, ids),
    subnetAcls: async (vpcId) => {
      const [acls, zones] = await Promise.all([readAcls(client, inVpc(vpcId)), readZones(client, vpcId)]);
      return acls.flatMap((acl) => subnetsOf(acl, zones)).sort((one, other) => one.subnetId.localeCompare(other.subnetId));
    },
    fisAcls: async (vpcId) => {
      const [acls, zones] = await Promise.all([readAcls(client, inVpc(vpcId)), readZones(client, vpcId)]);
      return acls.filter(isOfFis).map((acl) => ({ aclId: acl.NetworkAclId ?? "", vpcId, subnets: subnetsOf(acl, zones) }));
    },
    defaultAcl: async (vpcId) => {
      const [acl] = await readAcls(client, [...inVpc(vpcId), { Name: "default", Values: ["true"] }]);
      if (!acl?.NetworkAclId) throw noDefaultAcl(vpcId);
      return acl.NetworkAclId;
    },
    replace: async (AssociationId, NetworkAclId) => {
      const attempt = { what: `give a subnet the network ACL ${NetworkAclId}`, permission: "ec2:ReplaceNetworkAclAssociation" };
      const request = new ReplaceNetworkAclAssociationCommand({ AssociationId, NetworkAclId });
      await askingFor(attempt, isNoAssociation, () => client.send(request));
    },
    removeFisAcl: async (aclId) => {
      const ofFis = await readAcls(client, [{ Name: "tag-key", Values: [fisTag] }]);
      const acl = ofFis.find(({ NetworkAclId }) => NetworkAclId === aclId);
      if (!acl) return;
      if (acl.Associations?.length) throw stillInUse(aclId);
      const attempt = { what: `delete the network ACL ${aclId}`, permission: "ec2:DeleteNetworkAcl" };
      await askingFor(attempt, isNoAcl, () => client.send(new DeleteNetworkAclCommand({ NetworkAclId: aclId })));
    }
  };
}
var isNoAcl = (error) => nameOf(error) === "InvalidNetworkAclID.NotFound";
var isNoAssociation = (error) => nameOf(error) === "InvalidAssociationID.NotFound";
var inVpc = (vpcId) => [{ Name: "vpc-id", Values: [vpcId] }];
var isOfFis = ({ Tags = [] }) => Tags.some(({ Key }) => Key === fisTag);
function readAcls(client, filters) {
  return asking({ what: "read network ACLs", permission: "ec2:DescribeNetworkAcls" }, () => {
    return everyPage(paginateDescribeNetworkAcls({ client }, { Filters: [...filters] }), ({ NetworkAcls }) => NetworkAcls);
  });
}
function readZones(client, vpcId) {
  return asking({ what: "read subnets", permission: "ec2:DescribeSubnets" }, async () => {
    const pages = paginateDescribeSubnets({ client }, { Filters: [...inVpc(vpcId)] });
    const subnets = await everyPage(pages, ({ Subnets }) => Subnets);
    return new Map(subnets.map(({ SubnetId, AvailabilityZone = "" }) => [SubnetId, AvailabilityZone]));
  });
}
async function readSubnets(client, ids) {
  if (ids.length === 0) return [];
  const attempt = { what: `read the subnets ${ids.join(", ")}`, permission: "ec2:DescribeSubnets" };
  const Filters = [{ Name: "subnet-id", Values: [...ids] }];
  const found = await asking(
    attempt,
    () => everyPage(paginateDescribeSubnets({ client }, { Filters }), ({ Subnets }) => Subnets)
  );
  return found.map(({ SubnetId: id = "", AvailabilityZone: zone = "", AvailabilityZoneId: zoneId = "" }) => ({ id, zone, zoneId })).sort((one, other) => one.id.localeCompare(other.id));
}
function subnetsOf({ NetworkAclId: aclId = "", Associations = [] }, zones) {
  return Associations.map(({ SubnetId: subnetId = "", NetworkAclAssociationId: associationId = "" }) => {
    return { subnetId, zone: zones.get(subnetId) ?? "", aclId, associationId };
  });
}
function noDefaultAcl(vpcId) {
  return failure({
    code: "networks/no-default-acl",
    what: `The VPC ${vpcId} has no default network ACL.`,
    next: "Check that the VPC exists in this account and region: every VPC has one."
  });
}
function stillInUse(aclId) {
  return failure({
    code: "networks/acl-in-use",
    what: `The network ACL ${aclId} was not deleted: subnets still have it.`,
    next: "Give these subnets their own network ACL back first; the console of the VPC shows which they are."
  });
}

export {
  openNetworks
};
