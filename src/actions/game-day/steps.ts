// The steps of a game day, as data: what the log shows before and after each.
import type { Progress } from '../../ports/progress.ts';

export const gameDaySteps = [
  'lock',
  'settle-earlier',
  'begin',
  'preflight',
  'inject',
  'start-experiment',
  'watch',
  'stop',
  'rollback',
  'verify',
  'measure',
  'report',
  'unlock',
] as const;

export type GameDayStep = (typeof gameDaySteps)[number];

/** Runs a step between two lines of the log, which other tools look for: they never change. */
export async function walk<T>(progress: Progress, step: GameDayStep, body: () => Promise<T>): Promise<T> {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}
