// The steps of a deploy and of a destroy, as data: what the journal names, and what the log shows before and after each.
import type { StackLayout } from '../../define/synth-layout.ts';
import type { Progress } from '../../ports/progress.ts';

export const deploySteps = [
  'lock',
  'check-open',
  'check-hold',
  'slot',
  'lease',
  'deployment',
  'strays',
  'init-platform',
  'plan-platform',
  'check-before-platform',
  'apply-platform',
  'init-service',
  'plan-service',
  'check-before-service',
  'apply-service',
  'check-after',
  'retire',
  'live',
  'announce',
  'unlock',
] as const;

/** The service goes first: it stands on the platform. */
export const destroySteps = [
  'lock',
  'find',
  'mark',
  'destroy-strays',
  'destroy-service',
  'destroy-platform',
  'sweep',
  'deactivate',
  'release-slot',
  // Before the lease goes: a run that dies in between is made good by one that still finds what to report.
  'report',
  'remove-lease',
  'unlock',
] as const;

export type StepName = (typeof deploySteps)[number] | (typeof destroySteps)[number];

export const stepNames: readonly StepName[] = [...new Set<StepName>([...deploySteps, ...destroySteps])];

/**
 * Where a run may end without anything being astray: what it, or an earlier one, left half done has been cleared away by then,
 * and what it has done since is written down.
 */
export const safeSteps: readonly StepName[] = [
  'slot',
  'init-platform',
  'plan-platform',
  'check-before-platform',
  'init-service',
  'plan-service',
  'check-before-service',
  'check-after',
  'retire',
  'live',
  'announce',
  'deactivate',
  'release-slot',
  'report',
  'remove-lease',
];

/** Runs a step between two lines of the log, which other tools look for: they never change. */
export async function walk<T>(progress: Progress, step: StepName, body: () => Promise<T>): Promise<T> {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}

/** Tells each step that begins to somebody who cannot read the log. */
export function tellingSteps(progress: Progress, tell: (step: string) => void): Progress {
  const info = (line: string): void => {
    progress.info(line);
    const [, step] = /^▸ (\S+)$/.exec(line) ?? [];
    if (step !== undefined) tell(step);
  };
  return { ...progress, info };
}

export interface StepPosition {
  readonly number: number;
  readonly of: number;
}

/** A shared preview has no platform of its own to bring up, one stack alone no service. */
export function positionOf(step: StepName, shape: 'shared' | 'isolated', layout?: StackLayout): StepPosition {
  const left = shape === 'shared' ? '-platform' : '-service';
  const isLeftOut = shape === 'shared' || layout === 'platform';
  const steps: readonly StepName[] = deploySteps.filter((name) => !isLeftOut || !name.endsWith(left));
  return { number: steps.indexOf(step) + 1, of: steps.length };
}
