// A hold: a person keeps an environment as it is, for a reason and a while; who may take one, end one, and deploy past it.
import { type Fields, instant, matching, optional, type Parsed, parseRecord, text, wholeNumber } from '../../define/fields.ts';
import { addSeconds } from '../preview/lease.ts';

export interface Hold {
  /** Login of who holds it. */
  readonly by: string;
  /** In that person's words. */
  readonly reason: string;
  readonly since: string;
  /** From then on it holds nothing. */
  readonly expiresAt: string;
  /** Where it was asked for; absent of one that no pull request asked for. */
  readonly pullRequest?: number;
  readonly commentUrl: string;
}

/** Logins of people, of enterprise-managed users (`octo_acme`) and of apps (`octo[bot]`). */
export const login = matching('a login', /^[a-zA-Z\d][\w-]{0,99}(\[bot\])?$/);
export const webAddress = matching('a web address', /^https?:\/\/[^\s<>"]{1,500}$/);

const fields: Fields<Hold> = {
  by: login,
  reason: text,
  since: instant,
  expiresAt: instant,
  pullRequest: optional(wholeNumber),
  commentUrl: webAddress,
};

export function parseHold(value: unknown): Parsed<Hold> {
  return parseRecord(value, fields);
}

/** What the bucket has of an environment's hold; one that has expired may still be there. */
export type HoldFacts =
  | { readonly kind: 'free' }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[]; readonly version: string }
  | { readonly kind: 'held'; readonly hold: Hold; readonly version: string };

/** What is in the way: a hold, or a document of which nobody can tell whether it is one. */
export type Obstacle =
  | { readonly kind: 'hold'; readonly hold: Hold }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] };

export interface LockRequest extends Pick<Hold, 'by' | 'reason' | 'pullRequest' | 'commentUrl'> {
  readonly seconds: number;
}

export type LockDecision =
  /** `over`: the version that is there now; `previous`: the hold in it. */
  | { readonly kind: 'take'; readonly hold: Hold; readonly over?: string; readonly previous?: Hold }
  /** It is that person's already: it gets the new reason and expiry. */
  | { readonly kind: 'renew'; readonly hold: Hold; readonly over: string; readonly previous: Hold }
  | { readonly kind: 'refuse'; readonly by: Obstacle };

export function decideLock(facts: HoldFacts, request: LockRequest, now: Date): LockDecision {
  const { seconds, ...asked } = request;
  const hold: Hold = { ...asked, since: now.toISOString(), expiresAt: addSeconds(now, seconds) };
  if (facts.kind === 'free') return { kind: 'take', hold };
  if (facts.kind === 'unreadable') return refuse(facts);
  const { hold: previous, version: over } = facts;
  if (hasExpired(previous, now)) return { kind: 'take', hold, over, previous };
  if (!isSameLogin(previous.by, request.by)) return refuse(facts);
  return { kind: 'renew', hold: { ...hold, since: previous.since }, over, previous };
}

export interface UnlockRequest {
  readonly by: string;
  /** Also somebody else's hold, and one that nobody can read; who may, the caller has found out. */
  readonly isForced: boolean;
}

export type UnlockDecision =
  | { readonly kind: 'remove'; readonly version: string; readonly previous?: Hold; readonly isForced: boolean }
  /** `expired`: what is there, and holds nothing any more. */
  | { readonly kind: 'none'; readonly expired?: Hold }
  | { readonly kind: 'refuse'; readonly by: Obstacle };

export function decideUnlock(facts: HoldFacts, { by, isForced }: UnlockRequest, now: Date): UnlockDecision {
  if (facts.kind === 'free') return { kind: 'none' };
  const { version } = facts;
  if (facts.kind === 'unreadable') return isForced ? { kind: 'remove', version, isForced } : refuse(facts);
  const { hold: previous } = facts;
  if (hasExpired(previous, now)) return { kind: 'none', expired: previous };
  if (isSameLogin(previous.by, by)) return { kind: 'remove', version, previous, isForced: false };
  return isForced ? { kind: 'remove', version, previous, isForced } : refuse(facts);
}

/**
 * Whether a change of the environment has to wait, and for what: the holder's own goes on, everybody else's is held, and so is
 * one that nobody has commanded.
 *
 * @param actor who commands the change; nothing when an event does
 */
export function decideObstacle(facts: HoldFacts, actor: string | undefined, now: Date): Obstacle | undefined {
  if (facts.kind === 'free') return undefined;
  if (facts.kind === 'unreadable') return obstacleOf(facts);
  if (hasExpired(facts.hold, now)) return undefined;
  return actor !== undefined && isSameLogin(facts.hold.by, actor) ? undefined : obstacleOf(facts);
}

export function hasExpired({ expiresAt }: Hold, now: Date): boolean {
  return Date.parse(expiresAt) <= now.getTime();
}

function refuse(facts: Exclude<HoldFacts, { kind: 'free' }>): { readonly kind: 'refuse'; readonly by: Obstacle } {
  return { kind: 'refuse', by: obstacleOf(facts) };
}

function obstacleOf(facts: Exclude<HoldFacts, { kind: 'free' }>): Obstacle {
  return facts.kind === 'held' ? { kind: 'hold', hold: facts.hold } : { kind: 'unreadable', problems: facts.problems };
}

/** GitHub does not tell logins apart by case. */
function isSameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
