// Sets of addresses that the firewall knows: read and written as a whole; and until when an address is meant to stay in one.

export interface AddressSet {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly description: string;
  /** In CIDR notation. */
  readonly addresses: readonly string[];
  /** Changes with every write: https://docs.aws.amazon.com/waf/latest/APIReference/API_UpdateIPSet.html */
  readonly lock: string;
  /** Instants by address. WAF knows nothing of it: somebody has to take the address out when it has come. */
  readonly expiries: Readonly<Record<string, string>>;
  /** How many of them fit in beside those that are there. */
  readonly roomForExpiries: number;
}

export interface AddressSets {
  /** @returns nothing when there is none of that name */
  find(name: string): Promise<AddressSet | undefined>;
  /** All of its addresses, over what was read. @returns false when somebody else has written it meanwhile */
  replace(set: AddressSet, addresses: readonly string[]): Promise<boolean>;
  /** The rest stays. Nothing forgets it. */
  setExpiry(set: AddressSet, address: string, expiresAt: string | undefined): Promise<void>;
  /** Public addresses by which what has this prefix reaches others: its NAT gateways. */
  ownAddresses(prefix: string): Promise<readonly string[]>;
}
