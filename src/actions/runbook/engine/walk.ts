// The steps of a run in the log: what it shows before and after each, and where a test ends a run.
import type { Progress } from '../../../ports/progress.ts';

/** Beside the ids of a runbook's own steps, and `undo <id>`. */
export const engineSteps = ['lock', 'check', 'settle', 'unlock'] as const;

/** Runs a step between two lines of the log, which other tools look for: they never change. */
export async function walk<T>(progress: Progress, step: string, body: () => Promise<T>): Promise<T> {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}
