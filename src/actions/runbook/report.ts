// What a run of the runbook action leaves behind: outputs, a summary, a report, and how the step ends.
import type { OutputName } from '../../define/contract.ts';
import { type Failure, failure } from '../../define/failure.ts';
import type { Obstacle } from '../../define/runbook.ts';
import { escapeText } from '../comment/text.ts';
import type { runbookContract } from './contract.ts';
import { resumeCommand } from './engine/commands.ts';
import type { Ending } from './engine/compensate.ts';
import type { Door, RunbookJournal } from './engine/journal.ts';
import { journalKey } from './engine/keys.ts';
import { obstaclesOf, type RunbookPlan, verdictOf } from './engine/plan.ts';
import type { ResumeResult } from './engine/resume.ts';
import type { RunbookResult } from './engine/run.ts';
import { renderPlan, renderPlanHeadline, renderReport, renderRunHeadline } from './render/index.ts';

export interface Report {
  readonly outputs: Readonly<Record<Exclude<OutputName<typeof runbookContract>, 'failure' | 'report-path'>, string>>;
  /** Markdown: for the summary, a comment, a file. */
  readonly markdown: string;
  /** What the step ends with; nothing when all is as it should be. */
  readonly failure?: Failure;
}

export function reportOfPlan(plan: RunbookPlan, door: Door): Report {
  const status = verdictOf(plan);
  const refusal = status === 'refused' ? { failure: refused(plan.runbook.id, obstaclesOf(plan)) } : {};
  return { outputs: { status, message: renderPlanHeadline(plan), journal: '' }, markdown: renderPlan(plan, door), ...refusal };
}

export function reportOfRun(result: RunbookResult, door: Door): Report {
  return result.kind === 'not-begun' ? reportOfPlan(result.plan, door) : reportOfEnding(result);
}

export function reportOfResume(result: ResumeResult, target: string): Report {
  switch (result.kind) {
    case 'nothing': {
      const message = escapeText(result.why);
      return { outputs: { status: 'nothing-to-do', message, journal: '' }, markdown: message };
    }
    case 'refused': {
      const failed = refused(`The run on ${target}`, result.obstacles);
      const message = escapeText(failed.message);
      return { outputs: { status: 'refused', message, journal: '' }, markdown: message, failure: failed };
    }
    case 'ended':
    case 'unfinished':
      return reportOfEnding(result);
    default:
      return result satisfies never;
  }
}

export function reportOfEnding(ending: Ending): Report {
  const { journal } = ending;
  const status = ending.kind === 'unfinished' ? 'unfinished' : journal.state;
  const outputs = { status, message: renderRunHeadline(journal), journal: journalKey(journal.environment, journal.target) };
  const failed = failureOf(ending);
  return { outputs, markdown: renderReport(journal), ...(failed && { failure: failed }) };
}

function refused(what: string, obstacles: readonly Obstacle[]): Failure {
  const [first] = obstacles;
  return failure({
    code: 'runbook/refused',
    what: `${what} cannot be run as things are: ${obstacles.map((obstacle) => obstacle.what).join(' ')}`,
    next: first?.next ?? 'Look at its plan.',
    details: obstacles.slice(1).map(({ what: also, next }) => `${also} ${next}`),
  });
}

/** What was undone because somebody asked for it went as it should. */
function failureOf(ending: Ending): Failure | undefined {
  const { journal } = ending;
  if (ending.kind === 'unfinished') return unfinished(journal, ending.words);
  const because = journal.because ?? '';
  switch (journal.state) {
    case 'compensated':
      if (journal.cause?.kind === 'asked') return undefined;
      return ended(journal, `was undone: ${because}`, 'Look at its report; nothing of it is left, unless that says so.');
    case 'stuck':
      if (journal.accepted) return undefined;
      return ended(journal, `is stuck: ${because}`, 'Do by hand what its report says; then resume it.');
    case 'refused':
      return ended(journal, `was refused: ${because}`, 'Put right what is in its way; then run it again.');
    default:
      return undefined;
  }
}

function ended({ runbook, state }: RunbookJournal, what: string, next: string): Failure {
  return failure({ code: `runbook/${state}`, what: `${runbook} ${what}.`, next });
}

function unfinished(journal: RunbookJournal, words: string): Failure {
  return failure({
    code: 'runbook/unfinished',
    what: `${journal.runbook} could not be brought to its end from here: ${words}.`,
    next: `Once that is mended: ${resumeCommand(journal.door, journal, 'undo')}`,
  });
}
