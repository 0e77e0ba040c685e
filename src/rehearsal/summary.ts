// The last thing a rehearsal prints: what was played, how long it took, what was seen, and what was emulated.
import pc from 'picocolors';
import { duration } from './progress/render.ts';
import type { Thread } from './pull-requests/thread.ts';
import type { StepResult } from './steps.ts';

export interface RehearsalSummary {
  readonly scenario: string;
  readonly profile: string;
  readonly seconds: number;
  readonly steps: readonly StepResult[];
  /** Real, as on AWS. */
  readonly terraform: string;
  readonly providers: string;
  /** By itself, Terraform starts several for each command. */
  readonly providerProcesses: string;
  /** Stands in for AWS. */
  readonly emulator: string;
  /** What was said on each pull request, in short. */
  readonly threads?: readonly Thread[];
  /** What came of an operation: a table, and what it is to be read with. */
  readonly outcome?: readonly string[];
  /** The file that shows all of it. */
  readonly report?: string;
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
    ...(played.threads ?? []).flatMap(threadLines),
    ...(played.outcome ? [...played.outcome.map((line) => `  ${line}`), ''] : []),
    `  real:      ${played.terraform}; providers from ${played.providers}; ${played.providerProcesses}`,
    `  emulated:  AWS, by ${played.emulator}`,
    ...(played.report
      ? ['             GitHub and its runners, by this repository (src/rehearsal)', '', `  report:    ${played.report}`]
      : []),
  ].join('\n');
}

function threadLines({ number, title, author, state, lines }: Thread): readonly string[] {
  return [`  ${pc.bold(`#${number} ${title}`)} (${author}, ${state})`, ...lines.map((line) => `    ${line}`), ''];
}
