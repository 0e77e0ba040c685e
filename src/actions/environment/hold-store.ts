// Reads, takes and ends holds in the state bucket; of several people at a time, whoever writes first has it.
import { type Failure, failure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Documents } from '../../ports/documents.ts';
import {
  decideLock,
  decideUnlock,
  type Hold,
  type HoldFacts,
  type LockRequest,
  type Obstacle,
  parseHold,
  type UnlockRequest,
} from './hold.ts';

const prefix = 'locks/';
const pattern = /^locks\/([a-z][a-z\d-]*)\.hold\.json$/;

export function holdKey(environment: string): string {
  return `${prefix}${environment}.hold.json`;
}

export async function gatherHold(documents: Documents, environment: string): Promise<HoldFacts> {
  const found = await documents.read(holdKey(environment));
  if (!found) return { kind: 'free' };
  const parsed = parseHold(found.value);
  const { version } = found;
  return parsed.kind === 'valid' ? { kind: 'held', hold: parsed.value, version } : { ...parsed, kind: 'unreadable', version };
}

export interface FoundHold {
  readonly environment: string;
  readonly facts: HoldFacts;
}

/** Of every environment that has one. */
export async function gatherHolds(documents: Documents): Promise<readonly FoundHold[]> {
  const environments = (await documents.list(prefix)).flatMap((key) => pattern.exec(key)?.[1] ?? []);
  return Promise.all(environments.map(async (environment) => ({ environment, facts: await gatherHold(documents, environment) })));
}

export interface HoldStore {
  readonly documents: Documents;
  readonly clock: Clock;
}

export type LockResult =
  /** `previous`: a hold that had expired. */
  | { readonly kind: 'locked'; readonly hold: Hold; readonly previous?: Hold }
  | { readonly kind: 'renewed'; readonly hold: Hold; readonly previous: Hold }
  | { readonly kind: 'refused'; readonly by: Obstacle };

export type UnlockResult =
  /** `previous`: nothing where nobody could read it. */
  | { readonly kind: 'unlocked'; readonly previous?: Hold; readonly isForced: boolean }
  | { readonly kind: 'not-locked'; readonly expired?: Hold }
  | { readonly kind: 'refused'; readonly by: Obstacle };

/** @throws `environment/busy` when others always were faster */
export function performLock(store: HoldStore, environment: string, request: LockRequest): Promise<LockResult> {
  const key = holdKey(environment);
  return untilWritten(store, environment, async (facts, now): Promise<LockResult | undefined> => {
    const decision = decideLock(facts, request, now);
    if (decision.kind === 'refuse') return { kind: 'refused', by: decision.by };
    const { kind, hold, over, previous } = decision;
    const { documents } = store;
    const version = over === undefined ? await documents.create(key, hold) : await documents.replace(key, hold, over);
    if (version === undefined) return undefined;
    if (kind === 'renew') return { kind: 'renewed', hold, previous: decision.previous };
    return { kind: 'locked', hold, ...(previous && { previous }) };
  });
}

/** @throws `environment/busy` when others always were faster */
export function performUnlock(store: HoldStore, environment: string, request: UnlockRequest): Promise<UnlockResult> {
  return untilWritten(store, environment, async (facts, now): Promise<UnlockResult | undefined> => {
    const decision = decideUnlock(facts, request, now);
    if (decision.kind === 'refuse') return { kind: 'refused', by: decision.by };
    if (decision.kind === 'none') return { kind: 'not-locked', ...(decision.expired && { expired: decision.expired }) };
    const { version, previous, isForced } = decision;
    if (!(await store.documents.remove(holdKey(environment), version))) return undefined;
    return { kind: 'unlocked', isForced, ...(previous && { previous }) };
  });
}

/** Each time at least one of the others gets on: more often than this is no race of people. */
const mostAttempts = 10;

/** A race that is lost is decided again, on what the winner wrote. */
async function untilWritten<T>(
  { documents, clock }: HoldStore,
  environment: string,
  tryOnce: (facts: HoldFacts, now: Date) => Promise<T | undefined>,
): Promise<T> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const result = await tryOnce(await gatherHold(documents, environment), clock.now());
    if (result !== undefined) return result;
  }
  throw busy(environment);
}

function busy(environment: string): Failure {
  return failure({
    code: 'environment/busy',
    what: `The hold of ${environment} was changed by others each of the ${mostAttempts} times that it was to be written.`,
    next: 'See what holds it now (/status), and try again.',
  });
}
