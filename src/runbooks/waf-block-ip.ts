// Blocks an address, or a range of them, at the firewall, until an instant that is noted beside it.
import { instant, optional, text } from '../define/fields.ts';
import type { Check, Obstacle } from '../define/runbook.ts';
import type { AddressSet, AddressSets } from '../ports/address-sets.ts';
import { asking } from './asking.ts';
import { bitsOf, covers, overlaps, reservedUse } from './shared/addresses.ts';
import {
  blockedSetMissing,
  blockedSetName,
  firewallTarget,
  including,
  readBlockedSet,
  rewrite,
  without,
} from './shared/blocked-set.ts';

/** 65,536 addresses: what is larger belongs to a whole provider, and to thousands of students. */
const widestBits = 16;

/** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const mostAddresses = 10_000;

const { runbook, step } = asking({
  address: { kind: 'address', about: 'Address or range, not wider than /16, that is to be blocked', example: '203.0.113.7' },
  expires: {
    kind: 'duration',
    about: 'How long it is to be blocked',
    example: '24h',
    default: '24h',
    leastSeconds: 600,
    mostSeconds: 30 * 86_400,
  },
});

interface Note {
  readonly set: string;
  readonly address: string;
  readonly expiresAt: string;
  /** When it was to expire before. */
  readonly earlier?: string | undefined;
}

/** Noted before it is blocked: what is blocked without a note would stay so for ever. */
const noteExpiry = step<Note>({
  id: 'note-expiry',
  title: 'Note when the block expires',
  about: 'Tags the IP set with the address and the instant (TagResource), for waf-unblock-expired to find',
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, address: text, expiresAt: instant, earlier: optional(instant) },
  plan: async ({ ports, place, inputs, now }) => {
    const set = await readBlockedSet(ports.addressSets, blockedSetName(place));
    const earlier = set.expiries[inputs.address];
    const expiresAt = new Date(now().getTime() + inputs.expires * 1000).toISOString();
    const before = { set: set.name, address: inputs.address, expiresAt, earlier };
    const change = { what: `expiry of ${inputs.address} in ${set.name}`, from: earlier ?? 'none', to: expiresAt };
    return { kind: 'change', changes: [change], before };
  },
  run: async ({ ports }, { set, address, expiresAt }) => note(ports.addressSets, set, address, expiresAt),
  verify: async ({ ports }, { set, address, expiresAt }) => isNoted(ports.addressSets, set, address, expiresAt),
  compensate: {
    about: 'Notes what was noted before, or nothing (UntagResource)',
    timeoutSeconds: 60,
    run: async ({ ports }, { set, address, earlier }) => note(ports.addressSets, set, address, earlier),
    verify: async ({ ports }, { set, address, earlier }) => isNoted(ports.addressSets, set, address, earlier),
  },
});

const block = step<{ readonly set: string; readonly address: string }>({
  id: 'block',
  title: 'Block the address',
  about: 'Reads the IP set and writes it with the address added (UpdateIPSet), again when somebody else was faster',
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, address: text },
  plan: async ({ ports, place, inputs: { address } }) => {
    const { name, addresses } = await readBlockedSet(ports.addressSets, blockedSetName(place));
    if (addresses.includes(address)) return { kind: 'nothing', why: `${address} is blocked already` };
    const change = {
      what: `blocked addresses of ${name}`,
      from: `${addresses.length}`,
      to: `${addresses.length + 1}: ${address} too`,
    };
    return { kind: 'change', changes: [change], before: { set: name, address } };
  },
  run: async ({ ports }, { set, address }) => rewrite(ports.addressSets, set, including([address])),
  verify: async ({ ports }, { set, address }) => isBlocked(ports.addressSets, set, address, true),
  compensate: {
    about: 'Takes exactly this address out again; what others have added meanwhile stays',
    timeoutSeconds: 60,
    run: async ({ ports }, { set, address }) => rewrite(ports.addressSets, set, without([address])),
    verify: async ({ ports }, { set, address }) => isBlocked(ports.addressSets, set, address, false),
  },
});

export const wafBlockIp = runbook({
  id: 'waf-block-ip',
  title: 'Block an address at the firewall',
  about: 'Adds an address or a range to the IP set that the firewall blocks, for a day unless told otherwise.',
  when: [
    'The firewall, or the access logs, show an attack from few addresses.',
    'Not for many addresses: the rate rule of the firewall, or AWS Shield, is the answer then.',
    'Not for an address that may be a school: behind one there are a thousand students. Look at the sampled requests first.',
    'It works within a minute. To block longer, run it again; waf-unblock-expired, by schedule, takes the address out when its time is over.',
  ],
  symptoms: ['blocked-requests'],
  risk: 'low',
  permission: 'write',
  calls: {
    reads: ['wafv2:ListIPSets', 'wafv2:GetIPSet', 'wafv2:ListTagsForResource', 'ec2:DescribeAddresses'],
    writes: { 'wafv2:UpdateIPSet': 'ip-set', 'wafv2:TagResource': 'ip-set', 'wafv2:UntagResource': 'ip-set' },
  },
  target: () => firewallTarget,
  check: async ({ ports, place, inputs: { address } }) => {
    const name = blockedSetName(place);
    const [set, own] = await Promise.all([ports.addressSets.find(name), ports.addressSets.ownAddresses(place.prefix)]);
    return [...obstaclesOfAddress(address, own), ...(set ? obstaclesOfSet(set, address) : [blockedSetMissing(name)])];
  },
  steps: [noteExpiry, block],
  // What is blocked counts as blocked: the alarm of the firewall may ring because it works.
  settleSeconds: 0,
});

function obstaclesOfAddress(address: string, own: readonly string[]): readonly Obstacle[] {
  const use = reservedUse(address);
  const ours = own.filter((one) => overlaps(one, address));
  return [
    ...(bitsOf(address) < widestBits
      ? [{ what: `${address} is wider than /${widestBits}.`, next: 'Block the ranges that the attack really comes from.' }]
      : []),
    ...(use
      ? [{ what: `${address} has addresses that are ${use}.`, next: 'Look for the address of the client, not of a proxy.' }]
      : []),
    ...(ours.length > 0
      ? [{ what: `${address} has addresses of our own: ${ours.join(', ')}.`, next: 'Look at what our own services do, instead.' }]
      : []),
  ];
}

function obstaclesOfSet(set: AddressSet, address: string): readonly Obstacle[] {
  const wider = set.addresses.find((one) => one !== address && covers(one, address));
  const isThere = set.addresses.includes(address);
  const isNoted = set.expiries[address] !== undefined;
  const isFull = !isThere && set.addresses.length >= mostAddresses;
  return [
    ...(wider ? [{ what: `${address} is blocked already, with all of ${wider}.`, next: 'Look for another cause.' }] : []),
    ...(isThere && !isNoted
      ? [
          {
            what: `${address} is blocked already, and for ever.`,
            next: 'Take it out by hand first, if it is to be blocked for a while.',
          },
        ]
      : []),
    ...(isFull
      ? [{ what: `${set.name} is full: it has ${set.addresses.length} addresses.`, next: 'Block ranges instead of addresses.' }]
      : []),
    ...(!isNoted && set.roomForExpiries < 1
      ? [
          {
            what: `${set.name} has no room for another expiry: ${Object.keys(set.expiries).length} are noted in its tags.`,
            next: 'Block a range in place of single addresses, or run waf-unblock-expired.',
          },
        ]
      : []),
  ];
}

async function note(sets: AddressSets, name: string, address: string, expiresAt: string | undefined): Promise<void> {
  const set = await readBlockedSet(sets, name);
  if (set.expiries[address] !== expiresAt) await sets.setExpiry(set, address, expiresAt);
}

async function isNoted(sets: AddressSets, name: string, address: string, expiresAt: string | undefined): Promise<Check> {
  const found = (await readBlockedSet(sets, name)).expiries[address];
  const words = found === undefined ? `no expiry is noted for ${address}` : `${address} expires at ${found}`;
  return { kind: found === expiresAt ? 'yes' : 'not-yet', words };
}

async function isBlocked(sets: AddressSets, name: string, address: string, wanted: boolean): Promise<Check> {
  const isThere = (await readBlockedSet(sets, name)).addresses.includes(address);
  return { kind: isThere === wanted ? 'yes' : 'not-yet', words: `${address} is ${isThere ? '' : 'not '}in ${name}` };
}
