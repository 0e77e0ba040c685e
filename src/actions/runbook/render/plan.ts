// Tells what a runbook would do: what is in its way, what it would change, what watches it, and the words that run it.
import { escapeText, inlineCode } from '../../comment/text.ts';
import { runCommand } from '../engine/commands.ts';
import type { Door } from '../engine/journal.ts';
import { obstaclesOf, type PlannedStep, type RunbookPlan, verdictOf } from '../engine/plan.ts';

/** Markdown. @param door where it is read, and would be run */
export function renderPlan(plan: RunbookPlan, door: Door): string {
  const parts = [
    `### ${renderPlanHeadline(plan)}`,
    escapeText(plan.runbook.about),
    renderObstacles(plan),
    renderChanges(plan.steps),
    renderLimits(plan),
    renderCommand(plan, door),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** One line of Markdown. */
export function renderPlanHeadline(plan: RunbookPlan): string {
  const what = `${inlineCode(plan.runbook.id)} on ${inlineCode(plan.target)} of ${inlineCode(plan.place.environment)}`;
  const count = obstaclesOf(plan).length;
  const verdict = verdictOf(plan);
  switch (verdict) {
    case 'refused':
      return `⛔ ${what}: ${count === 1 ? 'something is' : `${count} things are`} in the way`;
    case 'nothing-to-do':
      return `✅ ${what}: there is nothing to do`;
    case 'ready':
      return `📋 ${what}: this is what it would change (risk ${plan.runbook.risk})`;
    default:
      return verdict satisfies never;
  }
}

/** A list of what is wrong and what to do about it; empty when nothing is. */
export function renderObstacles(plan: Pick<RunbookPlan, 'obstacles' | 'steps'>): string {
  return obstaclesOf(plan)
    .map(({ what, next }) => `- ${escapeText(what)} **Next:** ${escapeText(next)}`)
    .join('\n');
}

function renderChanges(steps: readonly PlannedStep[]): string {
  if (steps.length === 0) return '';
  return ['| step | what | from | to |', '|---|---|---|---|', ...steps.flatMap(rowsOf)].join('\n');
}

function rowsOf({ title, outcome }: PlannedStep): readonly string[] {
  const name = escapeText(title);
  switch (outcome.kind) {
    case 'nothing':
      return [`| ${name} | nothing: ${escapeText(outcome.why)} | | |`];
    case 'refused':
      return [`| ${name} | ⛔ ${escapeText(outcome.obstacle.what)} | | |`];
    case 'change':
      if (outcome.changes.length === 0) return [`| ${name} | changes nothing | | |`];
      return outcome.changes.map(
        ({ what, from, to }, index) => `| ${index === 0 ? name : ''} | ${escapeText(what)} | ${cell(from)} | ${cell(to)} |`,
      );
    default:
      return outcome satisfies never;
  }
}

/** Where Markdown's own escapes do not work, a table still ends its cells. */
export function cell(text: string): string {
  return text === '' ? '' : inlineCode(text).replaceAll('|', '\\|');
}

function renderLimits({ runbook, steps, watched, obstacles }: RunbookPlan): string {
  if (obstacles.length > 0) return '';
  const impossible = steps.flatMap(({ title, impossible: why }) =>
    why === undefined ? [] : [`- Cannot be undone: ${escapeText(title)}, ${escapeText(why)}`],
  );
  return [...impossible, renderWatch(runbook.settleSeconds, watched)].filter((line) => line !== '').join('\n');
}

function renderWatch(settleSeconds: number, watched: readonly string[]): string {
  if (settleSeconds === 0) return '';
  if (watched.length === 0) return '- No alarm can be watched afterwards: none of those that tell is OK now.';
  const names = watched.map((name) => inlineCode(name)).join(', ');
  return `- Undone by itself when one of these rings within ${settleSeconds} s of the last step: ${names}`;
}

function renderCommand(plan: RunbookPlan, door: Door): string {
  if (verdictOf(plan) !== 'ready') return '';
  const { runbook, place, inputs } = plan;
  const words = runCommand(door, { runbook, environment: place.environment, inputs });
  const approval = runbook.risk === 'high' ? ' Somebody has to approve it, because of its risk.' : '';
  return `**To run it:** ${inlineCode(words)}.${approval}`;
}
