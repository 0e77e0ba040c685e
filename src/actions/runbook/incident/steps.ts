// The steps of handling alarms, as data: what the log shows before and after each.
import type { Progress } from '../../../ports/progress.ts';

export const incidentSteps = ['lock', 'gather', 'decide', 'tell', 'automatic', 'unlock'] as const;
export type IncidentStep = (typeof incidentSteps)[number];

/** Runs a step between two lines of the log, which other tools look for: they never change. */
export async function walk<T>(progress: Progress, step: IncidentStep, body: () => Promise<T>): Promise<T> {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}
