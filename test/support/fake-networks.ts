// The Networks port in memory: a test cuts zones off as FIS does, cleanly or not.
import type { Networks, SubnetAcl } from '../../src/ports/networks.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryNetworks extends Troubled<Networks> {
  /** Puts an ACL of FIS on every subnet of the zone. @returns its id */
  fence(zone: string): string;
  /** As FIS ends cleanly: the earlier ACLs come back, and its own goes. */
  unfence(zone: string): void;
  readonly fencedZones: () => readonly string[];
}

export interface NetworkSetup {
  readonly vpcId: string;
  /** By subnet. */
  readonly zones: Readonly<Record<string, string>>;
  readonly defaultAcl?: string;
  /** Of subnets that somebody gave another one than the default. */
  readonly acls?: Readonly<Record<string, string>>;
}

export function memoryNetworks({ vpcId, zones, defaultAcl = 'acl-default', acls = {} }: NetworkSetup): MemoryNetworks {
  let made = 0;
  const another = (kind: string): string => {
    made += 1;
    return `${kind}-${made}`;
  };
  const subnets = new Map<string, SubnetAcl>();
  /** Of each ACL of FIS, what its subnets had before. */
  const fisAcls = new Map<string, Map<string, string>>();
  const give = (subnetId: string, zone: string, aclId: string): void => {
    subnets.set(subnetId, { subnetId, zone, aclId, associationId: another('aclassoc') });
  };
  for (const [subnetId, zone] of Object.entries(zones)) give(subnetId, zone, acls[subnetId] ?? defaultAcl);
  const having = (aclId: string) => [...subnets.values()].filter((subnet) => subnet.aclId === aclId);

  const port: Networks = {
    subnets: async (ids) =>
      [...subnets.values()]
        .filter(({ subnetId }) => ids.includes(subnetId))
        .map(({ subnetId: id, zone }) => ({ id, zone, zoneId: `id-of-${zone}` }))
        .sort((one, other) => one.id.localeCompare(other.id)),
    subnetAcls: async (vpc) => (vpc === vpcId ? [...subnets.values()] : []),
    fisAcls: async (vpc) => (vpc === vpcId ? [...fisAcls.keys()].map((aclId) => ({ aclId, vpcId, subnets: having(aclId) })) : []),
    defaultAcl: async () => defaultAcl,
    replace: async (associationId, aclId) => {
      const subnet = [...subnets.values()].find((one) => one.associationId === associationId);
      if (subnet) give(subnet.subnetId, subnet.zone, aclId);
    },
    removeFisAcl: async (aclId) => {
      if (having(aclId).length > 0) throw new Error(`${aclId} is still in use.`);
      fisAcls.delete(aclId);
    },
  };
  return {
    ...troubled(port),
    fence: (zone) => {
      const aclId = another('acl-fis');
      const hit = [...subnets.values()].filter((subnet) => subnet.zone === zone);
      fisAcls.set(aclId, new Map(hit.map((subnet) => [subnet.subnetId, subnet.aclId])));
      for (const { subnetId } of hit) give(subnetId, zone, aclId);
      return aclId;
    },
    unfence: (zone) => {
      for (const [aclId, before] of fisAcls) {
        const hit = having(aclId).filter((subnet) => subnet.zone === zone);
        for (const { subnetId } of hit) give(subnetId, zone, before.get(subnetId) ?? defaultAcl);
        if (having(aclId).length === 0) fisAcls.delete(aclId);
      }
    },
    fencedZones: () => [...new Set([...fisAcls.keys()].flatMap((aclId) => having(aclId).map(({ zone }) => zone)))],
  };
}
