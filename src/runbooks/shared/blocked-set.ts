// The set of addresses that the firewall blocks: its name, and how it is written when others write it, too.
import { failure } from '../../define/failure.ts';
import type { RunbookPlace } from '../../define/runbook.ts';
import type { AddressSet, AddressSets } from '../../ports/address-sets.ts';

/** One run at a time of all runbooks that write it. */
export const firewallTarget = 'firewall';

/** Somebody else is faster once, perhaps twice; more often than that something is wrong. */
const mostAttempts = 5;

export function blockedSetName({ prefix }: RunbookPlace): string {
  return `${prefix}-blocked`;
}

export function blockedSetMissing(name: string) {
  return {
    what: `There is no IP set ${name}.`,
    next: 'Check the environment and the region: only environments with a platform of their own have a firewall.',
  };
}

/** @throws a `Failure` when it is gone */
export async function readBlockedSet(sets: AddressSets, name: string): Promise<AddressSet> {
  const set = await sets.find(name);
  if (set) return set;
  throw failure({ code: 'runbook/target-gone', ...blockedSetMissing(name) });
}

/** Reads it, changes it and writes it, again when somebody else has written it meanwhile; what is so already is not written. */
export async function rewrite(
  sets: AddressSets,
  name: string,
  change: (addresses: readonly string[]) => readonly string[],
): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const set = await readBlockedSet(sets, name);
    const addresses = change(set.addresses);
    if (isSame(addresses, set.addresses) || (await sets.replace(set, addresses))) return;
  }
  throw failure({
    code: 'runbook/always-overtaken',
    what: `Somebody else wrote the IP set ${name} each of the ${mostAttempts} times between reading and writing it.`,
    next: 'Find out with CloudTrail (UpdateIPSet) who keeps writing it, and run again.',
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((address) => other.includes(address));
}

export const including =
  (added: readonly string[]) =>
  (addresses: readonly string[]): readonly string[] => [...new Set([...addresses, ...added])];

export const without =
  (removed: readonly string[]) =>
  (addresses: readonly string[]): readonly string[] =>
    addresses.filter((address) => !removed.includes(address));
