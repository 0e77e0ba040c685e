// Tells how a run goes, or went: the verdict first, then its steps, what it changed and called, and when what happened.
import { escapeText, inlineCode, link } from '../../comment/text.ts';
import { ownerText } from '../../preview/lock.ts';
import { resumeCommand } from '../engine/commands.ts';
import type { RunbookJournal, StepRecord, StepState } from '../engine/journal.ts';
import { isFinal } from '../engine/journal.ts';
import { cell } from './plan.ts';

const signs: Readonly<Record<RunbookJournal['state'], string>> = {
  running: '⏳',
  compensating: '⏳',
  done: '✅',
  compensated: '↩️',
  stuck: '🚨',
  refused: '⛔',
  'nothing-to-do': '✅',
};

const words: Readonly<Record<RunbookJournal['state'], string>> = {
  running: 'is running',
  compensating: 'is being undone',
  done: 'is done',
  compensated: 'was undone',
  stuck: 'is stuck: a person has to put it right',
  refused: 'was refused',
  'nothing-to-do': 'had nothing to do',
};

/** One line of Markdown. */
export function renderRunHeadline(journal: RunbookJournal): string {
  const { runbook, target, environment, state, because } = journal;
  const what = `${inlineCode(runbook)} on ${inlineCode(target)} of ${inlineCode(environment)}`;
  const why = because === undefined || state === 'done' ? '' : `: ${escapeText(because)}`;
  return `${signs[state]} ${what} ${words[state]}${why}`;
}

/** Markdown. */
export function renderReport(journal: RunbookJournal): string {
  const parts = [
    `### ${renderRunHeadline(journal)}`,
    renderByHand(journal),
    renderFacts(journal),
    renderSteps(journal.steps),
    renderChanged(journal.steps),
    renderNext(journal),
    renderDetails('Calls', callLines(journal.steps)),
    renderDetails(
      'Timeline',
      journal.timeline.map(({ at, words: said }) => `- ${clockOf(at)}: ${escapeText(said)}`),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderByHand({ state, byHand, accepted }: RunbookJournal): string {
  if (state !== 'stuck') return '';
  if (accepted) return `${escapeText(accepted.by)} takes it as it is: ${escapeText(accepted.reason)}`;
  return ['**To be done by hand:**', ...byHand.map((each) => `- ${escapeText(each)}`)].join('\n');
}

function renderFacts({ by, reason, door, inputs, run, runUrl, takenOverFrom, cause, because, state }: RunbookJournal): string {
  const given = Object.entries(inputs).map(([name, value]) => cell(`${name}=${value}`));
  const rows: readonly (readonly [string, string])[] = [
    ['Asked for by', `${escapeText(by)} (${door})`],
    ['Reason', escapeText(reason)],
    ['Inputs', given.join(' ')],
    ['Outcome', state === 'done' && because !== undefined ? escapeText(because) : ''],
    ['Undone because', cause ? `${escapeText(cause.words)}${cause.step ? ` (in ${cell(cause.step)})` : ''}` : ''],
    ['Taken over from', takenOverFrom.map((owner) => escapeText(ownerText(owner))).join(', ')],
    ['Run', link(ownerText(run), runUrl)],
  ];
  return ['| | |', '|---|---|', ...rows.filter(([, text]) => text !== '').map(([name, text]) => `| ${name} | ${text} |`)].join(
    '\n',
  );
}

const stepSigns: Readonly<Record<StepState, string>> = {
  running: '⏳',
  verifying: '⏳',
  done: '✅',
  nothing: '➖',
  undoing: '⏳',
  undone: '↩️',
  kept: '📌',
  stuck: '🚨',
};

function renderSteps(steps: readonly StepRecord[]): string {
  if (steps.length === 0) return '';
  const rows = steps.map(
    (step) =>
      `| ${stepSigns[step.state]} | ${escapeText(step.title)} | ${step.state} | ${tookOf(step)} | ${escapeText(step.words ?? '')} |`,
  );
  return ['| | step | state | took | |', '|---|---|---|---|---|', ...rows].join('\n');
}

function tookOf({ startedAt, endedAt, state }: StepRecord): string {
  if (endedAt === undefined || state !== 'done') return '';
  return `${Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)} s`;
}

function renderChanged(steps: readonly StepRecord[]): string {
  const rows = steps.flatMap(({ changes, state }) =>
    changes.map(({ what, from, to }) => `| ${escapeText(what)} | ${cell(from)} | ${cell(to)} | ${state} |`),
  );
  return rows.length === 0 ? '' : ['| what | from | to | now |', '|---|---|---|---|', ...rows].join('\n');
}

function renderNext(journal: RunbookJournal): string {
  const { door, state, accepted } = journal;
  const command = (way: Parameters<typeof resumeCommand>[2]): string => inlineCode(resumeCommand(door, journal, way));
  if (state === 'stuck' && !accepted)
    return `**Next:** put it right, then undo the rest with ${command('undo')}, or take it as it is with ${command('accept')}.`;
  if (isFinal(journal)) return '';
  return `Should its run die: ${command('continue')} goes on, ${command('undo')} takes it back.`;
}

function callLines(steps: readonly StepRecord[]): readonly string[] {
  return steps.flatMap(({ id, calls }) =>
    calls.length === 0 ? [] : [`- ${inlineCode(id)}: ${calls.map((call) => inlineCode(call)).join(', ')}`],
  );
}

function renderDetails(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

function clockOf(at: string): string {
  return `${at.slice(11, 19)} UTC`;
}
