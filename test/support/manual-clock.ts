// A clock for tests: time passes only while somebody sleeps, or when a test says so, and then things happen in their order.
import type { Clock } from '../../src/ports/clock.ts';

export interface ManualClock extends Clock {
  readonly rate: number;
  /** Every sleep so far, in seconds. */
  readonly sleptSeconds: readonly number[];
  /** Does it when that instant is reached; at once when it has passed. */
  at(instant: Date, happen: () => void): void;
  /** Does it when so many seconds have passed. */
  in(seconds: number, happen: () => void): void;
  /** Lets time pass without anybody sleeping: all that was to happen by then has happened, in its order. */
  advance(seconds: number): void;
}

interface Entry {
  readonly atMs: number;
  readonly happen: () => void;
}

/** Sleeping takes no time; several sleepers wake in the order of their instants, however many there are. */
export function manualClock(start = '2026-01-31T12:00:00.000Z'): ManualClock {
  let nowMs = Date.parse(start);
  const entries: Entry[] = [];
  const sleptSeconds: number[] = [];

  /** Those of the same instant happen in the order in which they were entered. */
  const passTo = (untilMs: number, most = Number.POSITIVE_INFINITY): void => {
    for (let count = 0; count < most; count += 1) {
      const next = entries.reduce<Entry | undefined>(
        (first, entry) => (first && first.atMs <= entry.atMs ? first : entry),
        undefined,
      );
      if (!next || next.atMs > untilMs) break;
      entries.splice(entries.indexOf(next), 1);
      nowMs = Math.max(nowMs, next.atMs);
      next.happen();
    }
  };
  const enter = (atMs: number, happen: () => void): Entry => {
    const entry = { atMs, happen };
    entries.push(entry);
    return entry;
  };

  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(aborted(signal));
      sleptSeconds.push(milliseconds / 1000);
      const woken = enter(nowMs + milliseconds, () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      });
      const leave = (): void => {
        if (entries.includes(woken)) entries.splice(entries.indexOf(woken), 1);
        if (signal) reject(aborted(signal));
      };
      signal?.addEventListener('abort', leave, { once: true });
      // Only when nobody has anything left to do right now does time pass, up to whatever comes first.
      const pass = (): void => {
        if (!entries.includes(woken)) return;
        passTo(woken.atMs, 1);
        setImmediate(pass);
      };
      setImmediate(pass);
    });

  return {
    rate: 1,
    sleptSeconds,
    now: () => new Date(nowMs),
    sleep,
    at: (instant, happen) => (instant.getTime() <= nowMs ? happen() : void enter(instant.getTime(), happen)),
    in: (seconds, happen) => void enter(nowMs + seconds * 1000, happen),
    advance: (seconds) => {
      const untilMs = nowMs + seconds * 1000;
      passTo(untilMs);
      nowMs = untilMs;
    },
  };
}

/** As `node:timers/promises` rejects. */
function aborted({ reason }: AbortSignal): Error {
  return Object.assign(new Error('The operation was aborted', { cause: reason }), { name: 'AbortError', code: 'ABORT_ERR' });
}
