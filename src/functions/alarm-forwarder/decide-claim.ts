// Decides what becomes of a change whose alarm is not free: it has been told, somebody is telling it, or it told of itself just now.
import type { AlarmChange } from './messages.ts';

/** What is remembered of an alarm. Instants are seconds since 1970, as the table's own expiry wants them. */
export interface AlarmRecord {
  /** The newest change that GitHub was told of. */
  readonly toldAt?: string;
  /** When GitHub was told. */
  readonly dispatchedSeconds?: number;
  /** Until then somebody is telling GitHub of it; a claim whose owner died ends by itself. */
  readonly claimedUntilSeconds?: number;
}

/** Longer than the function may run, shorter than a message stays hidden. */
export const claimSeconds = 90;

export type Claim =
  | { readonly kind: 'claimed' }
  /** GitHub knows it, or something newer of the same alarm. */
  | { readonly kind: 'known' }
  | { readonly kind: 'wait'; readonly seconds: number; readonly why: 'claimed' | 'cooling' };

export interface ClaimTerms {
  readonly change: AlarmChange;
  readonly nowSeconds: number;
  readonly cooldownSeconds: number;
}

/** The same rule stands in the condition of the write, where it holds against everybody else, too. */
export function decideClaim(record: AlarmRecord, { change, nowSeconds, cooldownSeconds }: ClaimTerms): Claim {
  const { toldAt = '', dispatchedSeconds = Number.NEGATIVE_INFINITY, claimedUntilSeconds = Number.NEGATIVE_INFINITY } = record;
  if (toldAt >= change.at) return { kind: 'known' };
  if (claimedUntilSeconds > nowSeconds) return { kind: 'wait', seconds: claimedUntilSeconds - nowSeconds + 1, why: 'claimed' };
  const free = dispatchedSeconds + cooldownSeconds;
  return free > nowSeconds ? { kind: 'wait', seconds: free - nowSeconds, why: 'cooling' } : { kind: 'claimed' };
}
