// Takes addresses out of the firewall's set whose time is over: by schedule, or by hand.
import { instant, list, record, text } from '../define/fields.ts';
import type { Check, RunbookPlace } from '../define/runbook.ts';
import type { AddressSet } from '../ports/address-sets.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';
import { asking } from './asking.ts';
import {
  blockedSetMissing,
  blockedSetName,
  firewallTarget,
  including,
  readBlockedSet,
  rewrite,
  without,
} from './shared/blocked-set.ts';

const { runbook, step } = asking({});

interface Looking {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
  now(): Date;
}

const unblock = step<{ readonly set: string; readonly addresses: readonly string[] }>({
  id: 'unblock',
  title: 'Take out what has expired',
  about: 'Reads the IP set and writes it without these addresses (UpdateIPSet), again when somebody else was faster',
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, addresses: list(text) },
  plan: async (scope) => {
    const set = await look(scope);
    const addresses = Object.keys(expiredOf(set, scope.now())).filter((address) => set.addresses.includes(address));
    if (addresses.length === 0) return { kind: 'nothing', why: 'no blocked address has expired' };
    const changes = addresses.map((address) => ({ what: `${address} in ${set.name}`, from: 'blocked', to: 'not blocked' }));
    return { kind: 'change', changes, before: { set: set.name, addresses } };
  },
  run: async ({ ports }, { set, addresses }) => rewrite(ports.addressSets, set, without(addresses)),
  verify: async ({ ports }, { set, addresses }) => {
    const left = (await readBlockedSet(ports.addressSets, set)).addresses.filter((address) => addresses.includes(address));
    return left.length === 0 ? yes(`none of them is in ${set}`) : notYet(`still in ${set}: ${left.join(', ')}`);
  },
  compensate: {
    about: 'Blocks the same addresses again',
    timeoutSeconds: 60,
    run: async ({ ports }, { set, addresses }) => rewrite(ports.addressSets, set, including(addresses)),
    verify: async ({ ports }, { set, addresses }) => {
      const there = (await readBlockedSet(ports.addressSets, set)).addresses;
      const gone = addresses.filter((address) => !there.includes(address));
      return gone.length === 0 ? yes(`all of them are in ${set}`) : notYet(`not in ${set}: ${gone.join(', ')}`);
    },
  },
});

interface Forgotten {
  readonly set: string;
  readonly notes: readonly { readonly address: string; readonly expiresAt: string }[];
}

/** The last: as long as an address is blocked, its note says until when. */
const forget = step<Forgotten>({
  id: 'forget',
  title: 'Forget their expiries',
  about: 'Takes the tags of what has expired off the IP set (UntagResource), also of addresses that somebody took out by hand',
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, notes: list(record<Forgotten['notes'][number]>({ address: text, expiresAt: instant })) },
  plan: async (scope) => {
    const set = await look(scope);
    const notes = Object.entries(expiredOf(set, scope.now())).map(([address, expiresAt]) => ({ address, expiresAt }));
    if (notes.length === 0) return { kind: 'nothing', why: 'no expiry that is noted has come' };
    const changes = notes.map((one) => ({ what: `expiry of ${one.address} in ${set.name}`, from: one.expiresAt, to: 'none' }));
    return { kind: 'change', changes, before: { set: set.name, notes } };
  },
  run: async ({ ports }, { set: name, notes }) => {
    const set = await readBlockedSet(ports.addressSets, name);
    for (const { address } of notes) if (set.expiries[address]) await ports.addressSets.setExpiry(set, address, undefined);
  },
  verify: async ({ ports }, { set, notes }) => {
    const { expiries } = await readBlockedSet(ports.addressSets, set);
    const left = notes.filter(({ address }) => expiries[address] !== undefined);
    return left.length === 0 ? yes(`${set} has none of them noted`) : notYet(`${left.length} are still noted`);
  },
  compensate: {
    about: 'Notes the same instants again (TagResource)',
    timeoutSeconds: 60,
    run: async ({ ports }, { set: name, notes }) => {
      const set = await readBlockedSet(ports.addressSets, name);
      for (const { address, expiresAt } of notes) await ports.addressSets.setExpiry(set, address, expiresAt);
    },
    verify: async ({ ports }, { set, notes }) => {
      const { expiries } = await readBlockedSet(ports.addressSets, set);
      const gone = notes.filter(({ address, expiresAt }) => expiries[address] !== expiresAt);
      return gone.length === 0 ? yes(`${set} has all of them noted`) : notYet(`${gone.length} are not noted`);
    },
  },
});

export const wafUnblockExpired = runbook({
  id: 'waf-unblock-expired',
  title: 'Take expired addresses out of the firewall',
  about: 'Ends the blocks of waf-block-ip whose time is over; addresses without an expiry stay blocked.',
  when: [
    'By schedule, every hour: nobody has to remember a block.',
    'By hand, when the schedule has not run. To end a block before its time, undo the run that made it.',
  ],
  symptoms: [],
  risk: 'low',
  permission: 'write',
  calls: {
    reads: ['wafv2:ListIPSets', 'wafv2:GetIPSet', 'wafv2:ListTagsForResource'],
    writes: { 'wafv2:UpdateIPSet': 'ip-set', 'wafv2:TagResource': 'ip-set', 'wafv2:UntagResource': 'ip-set' },
  },
  target: () => firewallTarget,
  check: async ({ ports, place }) => {
    const name = blockedSetName(place);
    return (await ports.addressSets.find(name)) ? [] : [blockedSetMissing(name)];
  },
  steps: [unblock, forget],
  settleSeconds: 0,
});

function look({ ports, place }: Looking): Promise<AddressSet> {
  return readBlockedSet(ports.addressSets, blockedSetName(place));
}

/** A note that is no instant was not written by us: it stays, and so does its address. */
function expiredOf({ expiries }: AddressSet, now: Date): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(expiries).filter(([, expiresAt]) => Date.parse(expiresAt) <= now.getTime()));
}

const yes = (words: string): Check => ({ kind: 'yes', words });
const notYet = (words: string): Check => ({ kind: 'not-yet', words });
