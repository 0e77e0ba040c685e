// The time of a rehearsed operation: as much faster than on a wall clock as lets ten minutes pass while somebody watches.
import { openClock, type PacedClock } from '../../adapters/process/system-clock.ts';

/** Ten minutes take twenty seconds; a poll of five takes longer than the emulator's answer. */
export const timeRate = 30;

export interface Pace {
  readonly rate: number;
  readonly originMs: number;
  readonly clock: PacedClock;
  /** What jobs are told it by. */
  readonly environment: Readonly<Record<string, string>>;
  /** Aborts when nobody waits any longer. */
  readonly signal: AbortSignal;
}

export function startPace(originMs: number, signal: AbortSignal): Pace {
  const environment = { OPSDECK_TIME: `${timeRate}@${originMs}` };
  return { rate: timeRate, originMs, clock: openClock(environment), environment, signal };
}
