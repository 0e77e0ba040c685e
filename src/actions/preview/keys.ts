// Where everything of a preview lies in the state bucket, and back from a key to what it is.

/** In the order in which they come up. */
export const layers = ['platform', 'service'] as const;
export type Layer = (typeof layers)[number];

/** `strays` holds, for as long as it takes to destroy them, resources that no other state knew of. */
export const stateNames = ['strays', 'service', 'platform'] as const;
export type StateName = (typeof stateNames)[number];

export const previewsPrefix = 'previews/';
export const slotsPrefix = 'previews/slots/';
export const locksPrefix = 'locks/pr-';

export function folderOf(pullRequest: number): string {
  return `${previewsPrefix}pr-${pullRequest}/`;
}

export function leaseKey(pullRequest: number): string {
  return `${folderOf(pullRequest)}lease.json`;
}

export function stateKey(pullRequest: number, name: StateName): string {
  return `${folderOf(pullRequest)}${name}.tfstate`;
}

/** Terraform's own lock on a state: https://developer.hashicorp.com/terraform/language/backend/s3#state-locking */
export function stateLockKey(pullRequest: number, name: StateName): string {
  return `${stateKey(pullRequest, name)}.tflock`;
}

export function lockKey(pullRequest: number): string {
  return `${locksPrefix}${pullRequest}.json`;
}

export function slotKey(slot: number): string {
  return `${slotsPrefix}${slot}.json`;
}

export type KnownKey =
  | { readonly kind: 'lease' | 'lock'; readonly pullRequest: number }
  | { readonly kind: 'state' | 'state-lock'; readonly pullRequest: number; readonly state: StateName }
  | { readonly kind: 'slot'; readonly slot: number };

const patterns = [
  { kind: 'lease', pattern: /^previews\/pr-(\d+)\/lease\.json$/ },
  { kind: 'lock', pattern: /^locks\/pr-(\d+)\.json$/ },
  { kind: 'slot', pattern: /^previews\/slots\/(\d+)\.json$/ },
] as const;

const statePattern = /^previews\/pr-(\d+)\/(strays|service|platform)\.tfstate(\.tflock)?$/;

/** @returns nothing for what is not ours */
export function parseKey(key: string): KnownKey | undefined {
  const [, pullRequest, state, lock] = statePattern.exec(key) ?? [];
  if (pullRequest && state) {
    return { kind: lock ? 'state-lock' : 'state', pullRequest: Number(pullRequest), state: state as StateName };
  }
  for (const { kind, pattern } of patterns) {
    const number = pattern.exec(key)?.[1];
    if (number === undefined) continue;
    return kind === 'slot' ? { kind, slot: Number(number) } : { kind, pullRequest: Number(number) };
  }
  return undefined;
}
