// Network ACLs of subnets: by them a fault cuts a zone off, and by them it is given back.

export interface SubnetAcl {
  readonly subnetId: string;
  readonly zone: string;
  readonly aclId: string;
  /** Changes whenever the subnet gets another ACL. */
  readonly associationId: string;
}

/** A network ACL that FIS made, and should have removed: its tag `managedByFIS` says so. */
export interface FisAcl {
  readonly aclId: string;
  readonly vpcId: string;
  readonly subnets: readonly SubnetAcl[];
}

export interface Subnet {
  readonly id: string;
  /** `eu-west-2a`: another one for every account. */
  readonly zone: string;
  /** The same for everybody: `euw2-az2`. */
  readonly zoneId: string;
}

export interface Networks {
  /** In the order of their ids; those that are there. */
  subnets(ids: readonly string[]): Promise<readonly Subnet[]>;
  /** Which ACL each subnet of the VPC has. */
  subnetAcls(vpcId: string): Promise<readonly SubnetAcl[]>;
  fisAcls(vpcId: string): Promise<readonly FisAcl[]>;
  /** What a subnet has that nobody gave another one. */
  defaultAcl(vpcId: string): Promise<string>;
  /** Gives the subnet of that association another ACL. Nothing happens when the association is gone. */
  replace(associationId: string, aclId: string): Promise<void>;
  /** Only one that FIS made, and that no subnet has any more. */
  removeFisAcl(aclId: string): Promise<void>;
}
