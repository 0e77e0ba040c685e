// One look before a drill, as a row: what it is about, what it sees, and what comes of it.
import type { PreflightFacts, Seen } from './facts.ts';

/** `inconclusive`: nothing could be told from the drill. `tell`: the drill may show it, so it is played. */
export type Consequence = 'refuse' | 'inconclusive' | 'tell';

export interface Look {
  readonly status: 'ok' | 'bad' | 'unknown';
  /** Completes "<title>: ...". */
  readonly words: string;
}

export interface Check {
  readonly id: string;
  readonly title: string;
  readonly bad: Consequence;
  readonly unknown: Consequence;
  /** Where people depend on it, a weakness is no reason to find out. */
  readonly badInProduction?: Consequence;
  readonly look: (facts: PreflightFacts) => Look;
}

export function ok(words: string): Look {
  return { status: 'ok', words };
}

export function bad(words: string): Look {
  return { status: 'bad', words };
}

export function unknown(words: string): Look {
  return { status: 'unknown', words };
}

/** What could not be asked is unknown. */
export function lookAt<T>(found: Seen<T>, look: (value: T) => Look): Look {
  return 'value' in found ? look(found.value) : unknown(found.problem);
}

/** Bad where there is anything in the list. */
export function noneOf(list: readonly string[], whenNone: string): Look {
  return list.length === 0 ? ok(whenNone) : bad(list.join('; '));
}
