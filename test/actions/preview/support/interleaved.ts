// Lets a scheduler of fast-check decide which of several processes goes on.
import type { Scheduler } from 'fast-check';

/** Awaited at each point of a process. */
export type Between = () => Promise<void>;

export function interleaved(scheduler: Scheduler): Between {
  return () => scheduler.schedule(Promise.resolve());
}
