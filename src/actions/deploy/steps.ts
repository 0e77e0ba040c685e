// The steps of a deploy, as data: what the log shows before and after each, and where a test ends a run.
import type { Progress } from '../../ports/progress.ts';

export const platformSteps = [
  'lock',
  'resume',
  'check-hold',
  'init-platform',
  'plan-platform',
  'apply-platform',
  'unlock',
] as const;

export const serviceSteps = [
  'lock',
  'resume',
  'check-hold',
  'init-service',
  'plan-service',
  'preflight',
  'apply-service',
  'find-deployment',
  'bake',
  'keep',
  'unlock',
] as const;

/** Of what goes back, by itself or because somebody asked for it; `freeze` only when that fails. */
export const rollbackSteps = ['init-good', 'plan-good', 'apply-good', 'verify-good', 'record-good', 'freeze'] as const;

export type StepName = (typeof platformSteps)[number] | (typeof serviceSteps)[number] | (typeof rollbackSteps)[number];

/** Runs a step between two lines of the log, which other tools look for: they never change. */
export async function walk<T>(progress: Progress, step: StepName, body: () => Promise<T>): Promise<T> {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}
