// Decides which requests go wrong, and how: the same seed and the same requests give the same faults.
import { createHash } from 'node:crypto';

export interface FaultPlan {
  /** Of a hundred requests of each kind, so many go wrong. */
  readonly percent: number;
  readonly seed: number;
  /** As of a service in trouble, when left out. */
  readonly delays?: Delays;
}

interface Delays {
  /** By which an answer is late. */
  readonly slowMilliseconds: number;
  /** What an answer with 429 asks for. */
  readonly retryAfterSeconds: number;
}

const ofTrouble: Delays = { slowMilliseconds: 1500, retryAfterSeconds: 1 };

/** With more, what is tried a few times is mostly waiting. */
export const mostPercent = 60;

export type Fault =
  /** Somebody in between gives up; the request has not arrived. */
  | { readonly kind: 'error'; readonly status: 500 | 502 | 503 }
  /** Too many requests: it has not been looked at. */
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  /** The connection is reset before the request arrives. */
  | { readonly kind: 'reset' }
  /** The request is carried out, and the connection is reset before the answer is on its way. */
  | { readonly kind: 'lost' }
  /** The connection ends in the middle of the answer. */
  | { readonly kind: 'truncated' }
  /** The answer is good, and late. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

export type FaultKind = Fault['kind'];

/** One less than the fewest tries that our clients make: GitHub's makes four, those of AWS five. */
export const mostFaultsInARow = 3;

/** What is done without an answer is the hardest to bear, so it is the most frequent. */
const faultsWith = ({ slowMilliseconds, retryAfterSeconds }: Delays): readonly Fault[] => [
  { kind: 'error', status: 500 },
  { kind: 'error', status: 502 },
  { kind: 'error', status: 503 },
  { kind: 'throttled', retryAfterSeconds },
  { kind: 'reset' },
  { kind: 'lost' },
  { kind: 'lost' },
  { kind: 'lost' },
  { kind: 'truncated' },
  { kind: 'truncated' },
  { kind: 'slow', milliseconds: slowMilliseconds },
];

export interface Turn {
  /** Method, path and operation: requests are counted by it. */
  readonly kind: string;
  /** The how manieth of its kind, from 0. */
  readonly index: number;
  /** How many faults this very call has met since its last good answer. */
  readonly inARow: number;
}

export function decideFault({ percent, seed, delays = ofTrouble }: FaultPlan, { kind, index, inARow }: Turn): Fault | undefined {
  if (inARow >= mostFaultsInARow) return undefined;
  const digest = createHash('sha256').update(`${seed}\n${index}\n${kind}`).digest();
  if (shareOf(digest, 0) * 100 >= percent) return undefined;
  const faults = faultsWith(delays);
  return faults[Math.floor(shareOf(digest, 4) * faults.length)];
}

/** From 0 to just below 1. */
function shareOf(digest: Buffer, offset: number): number {
  return digest.readUInt32BE(offset) / 2 ** 32;
}

/** What the caller takes for no answer, or for a bad one. */
export function isTrouble(fault: Fault | undefined): boolean {
  return fault !== undefined && fault.kind !== 'slow';
}

/** Whether the double gets to see the request. */
export function reaches(fault: Fault | undefined): boolean {
  return fault === undefined || ['lost', 'truncated', 'slow'].includes(fault.kind);
}
