// Ranges of IPv4 addresses in CIDR notation: which of them overlap, and which nobody outside can come from.

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Of private, special or unassigned use: https://www.iana.org/assignments/iana-ipv4-special-registry */
const reserved: Readonly<Record<string, string>> = {
  '0.0.0.0/8': 'of this network itself',
  '10.0.0.0/8': 'private, as those of the VPC are',
  '100.64.0.0/10': 'of carriers, inside their networks',
  '127.0.0.0/8': 'of the machine itself',
  '169.254.0.0/16': 'of one link, and of AWS itself',
  '172.16.0.0/12': 'private',
  '192.168.0.0/16': 'private',
  '224.0.0.0/4': 'for multicast',
  '240.0.0.0/4': 'not assigned',
};

/** @param cidr `203.0.113.0/24`; an address alone is a range of one */
function rangeOf(cidr: string): Range {
  const [address = '', bits = '32'] = cidr.split('/');
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return { first, last: first + 2 ** (32 - Number(bits)) - 1 };
}

export function bitsOf(cidr: string): number {
  return Number(cidr.split('/')[1] ?? '32');
}

export function overlaps(one: string, other: string): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.first <= b.last && b.first <= a.last;
}

export function covers(outer: string, inner: string): boolean {
  const [a, b] = [rangeOf(outer), rangeOf(inner)];
  return a.first <= b.first && b.last <= a.last;
}

/** @returns what kind of addresses are in the range that no request from outside has; without a full stop */
export function reservedUse(cidr: string): string | undefined {
  return Object.entries(reserved).find(([range]) => overlaps(range, cidr))?.[1];
}
