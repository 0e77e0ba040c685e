// How a run stands, or has ended, for a terminal.
import pc from 'picocolors';
import { resumeCommand } from '../../actions/runbook/engine/commands.ts';
import type { RunbookJournal, RunState, StepRecord, StepState } from '../../actions/runbook/engine/journal.ts';
import type { ResumeWay } from '../../actions/runbook/engine/request.ts';
import { wrap } from './wrap.ts';

const stepMarks: Readonly<Record<StepState, string>> = {
  running: pc.cyan('◐'),
  verifying: pc.cyan('◑'),
  done: pc.green('✔'),
  nothing: pc.dim('–'),
  undoing: pc.yellow('↺'),
  undone: pc.yellow('↺'),
  kept: pc.yellow('!'),
  stuck: pc.red('✖'),
};

const stepWords: Readonly<Record<StepState, string>> = {
  running: 'changes',
  verifying: 'waits until it is so',
  done: 'done',
  nothing: 'nothing to do',
  undoing: 'being undone',
  undone: 'undone',
  kept: 'stays as it is',
  stuck: 'not undone',
};

const verdicts: Readonly<Record<RunState, string>> = {
  running: pc.cyan('RUNNING'),
  compensating: pc.yellow('UNDOING'),
  done: pc.green('DONE'),
  compensated: pc.yellow('UNDONE'),
  stuck: pc.red('STUCK'),
  refused: pc.yellow('REFUSED'),
  'nothing-to-do': pc.green('NOTHING TO DO'),
};

interface View {
  readonly now: Date;
  readonly width: number;
}

/** While it runs. */
export function renderRunning(journal: RunbookJournal, view: View): readonly string[] {
  const settling =
    journal.state === 'running' && journal.settlingSince !== undefined
      ? [`  ${pc.cyan('◑')} watches ${journal.watched.length} alarms, ${since(journal.settlingSince, view.now)}`]
      : [];
  return [...journal.steps.map((step) => stepLine(step, view)), ...settling];
}

/** Once it has ended. */
export function renderEnded(journal: RunbookJournal, view: View): readonly string[] {
  const { state, because = '', runbook, environment, startedAt, endedAt, byHand } = journal;
  const took = endedAt === undefined ? '' : ` after ${since(startedAt, new Date(endedAt))}`;
  return [
    ...journal.steps.map((step) => stepLine(step, view)),
    '',
    `${verdicts[state]} ${pc.bold(runbook)} on ${environment}${took}${because === '' ? '' : `: ${wrap(because, view.width, 2)}`}.`,
    ...(byHand.length === 0 ? [] : ['', pc.red('By hand:'), ...byHand.map((line) => `  - ${wrap(line, view.width, 4)}`)]),
    ...nextOf(journal).map((line) => `${pc.cyan('→')} ${wrap(line, view.width, 2)}`),
  ];
}

function nextOf(journal: RunbookJournal): readonly string[] {
  const { state } = journal;
  const way = (how: ResumeWay): string => resumeCommand('terminal', journal, how);
  if (state === 'stuck')
    return [`Put it right, then take it as it is: ${way('accept')}`, `Or try again to undo it: ${way('undo')}`];
  return state === 'running' || state === 'compensating' ? [`Go on: ${way('continue')}`, `Undo it: ${way('undo')}`] : [];
}

function stepLine(step: StepRecord, { now, width }: View): string {
  const { state, title, startedAt, endedAt, words = stepWords[state] } = step;
  const isOver = endedAt !== undefined || state === 'kept' || state === 'stuck';
  const time =
    state === 'nothing' || (isOver && endedAt === undefined) ? '' : ` ${since(startedAt, endedAt ? new Date(endedAt) : now)}`;
  const tail = state === 'done' ? words : `${stepWords[state]}${words === stepWords[state] ? '' : `: ${words}`}`;
  return `  ${stepMarks[state]} ${pc.bold(title)}${pc.dim(time)}  ${wrap(tail, width, 6)}`;
}

function since(from: string, to: Date): string {
  const seconds = Math.max(0, Math.round((to.getTime() - Date.parse(from)) / 1000));
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
