// The last thing a rehearsal prints: what was played, how long it took, what was seen, and what was emulated.
import pc from 'picocolors';
import { duration } from './progress/render.ts';
import type { StepResult } from './steps.ts';

export interface RehearsalSummary {
  readonly scenario: string;
  readonly profile: string;
  readonly seconds: number;
  readonly steps: readonly StepResult[];
  /** Real, as on AWS. */
  readonly terraform: string;
  readonly providers: string;
  /** Stands in for AWS. */
  readonly emulator: string;
}

export function renderSummary({ scenario, profile, seconds, steps, ...played }: RehearsalSummary): string {
  const titleWidth = Math.max(...steps.map(({ title }) => title.length));
  const rows = steps.map(({ title, seconds: taken, seen }) => {
    return `  ${title.padEnd(titleWidth)}  ${duration(taken * 1000).padStart(12)}  ${seen}`;
  });
  return [
    '',
    pc.bold(`Rehearsal "${scenario}", profile ${profile}: all as expected in ${duration(seconds * 1000)}`),
    ...rows,
    '',
    `  real:      ${played.terraform}; providers from ${played.providers}`,
    `  emulated:  AWS, by ${played.emulator}`,
  ].join('\n');
}
