// Sets of addresses that the firewall knows: read and written as a whole.

export interface AddressSet {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** In CIDR notation. */
  readonly addresses: readonly string[];
  /** Changes with every write: https://docs.aws.amazon.com/waf/latest/APIReference/API_UpdateIPSet.html */
  readonly lock: string;
}

export interface AddressSets {
  /** @returns nothing when there is none of that name */
  find(name: string): Promise<AddressSet | undefined>;
  /** All of its addresses, over what was read. @returns false when somebody else has written it meanwhile */
  replace(set: AddressSet, addresses: readonly string[]): Promise<boolean>;
}
