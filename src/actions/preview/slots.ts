// The places on the host's platform: each shared preview takes one, and with it one of the Redis users that wait there.
import { type Fields, instant, type Parsed, parseRecord, wholeNumber } from '../../define/fields.ts';

export interface SlotHolder {
  readonly pullRequest: number;
  readonly since: string;
}

/** A slot that is taken; by whom is unknown when its document is corrupt. */
export interface TakenSlot {
  readonly slot: number;
  readonly holder: SlotHolder | undefined;
  readonly version: string;
}

const fields: Fields<SlotHolder> = { pullRequest: wholeNumber, since: instant };

export function parseSlotHolder(value: unknown): Parsed<SlotHolder> {
  return parseRecord(value, fields);
}

export type SlotDecision =
  | { readonly kind: 'held'; readonly slot: number }
  | { readonly kind: 'take'; readonly slot: number }
  | { readonly kind: 'full'; readonly live: number; readonly holders: readonly number[] };

export interface SlotQuestion {
  readonly taken: readonly TakenSlot[];
  readonly pullRequest: number;
  /** The one that was planned with; taken if it is free. */
  readonly preferred?: number | undefined;
  readonly maximum: number;
}

/** The slot that a pull request has it keeps, the lowest one if it has several. */
export function decideSlot({ taken, pullRequest, preferred, maximum }: SlotQuestion): SlotDecision {
  const own = taken.filter(({ holder }) => holder?.pullRequest === pullRequest).map(({ slot }) => slot);
  if (own.length > 0) return { kind: 'held', slot: Math.min(...own) };
  const isFree = (slot: number): boolean => !taken.some((one) => one.slot === slot);
  if (preferred !== undefined && preferred >= 1 && preferred <= maximum && isFree(preferred)) {
    return { kind: 'take', slot: preferred };
  }
  for (let slot = 1; slot <= maximum; slot += 1) if (isFree(slot)) return { kind: 'take', slot };
  return { kind: 'full', live: taken.length, holders: taken.flatMap(({ holder }) => holder?.pullRequest ?? []) };
}
