// What to do about an incident: the matching runbook and what it would do now, what was started by itself, other runbooks.
import { escapeText, fence, inlineCode } from '../../../comment/text.ts';
import { dateText } from '../../../game-day/report/instants.ts';
import type { IncidentFacts, LivePlan } from '../facts.ts';
import type { AutomaticRun } from '../incident.ts';
import { commandFor } from '../matching.ts';

/** Of the 65,536 characters that GitHub takes; the rest of the issue is bounded to less than half of them. */
const longestPlan = 24_000;
const mostOthers = 8;

/** Markdown. */
export function renderActions(facts: IncidentFacts): string {
  const { incident, matching, plan } = facts;
  const [first, ...others] = matching.runbooks;
  if (!first) return [missingText(facts), renderAutomatic(facts)].filter(Boolean).join('\n\n');
  const environment = incident.environment;
  return [
    `### What to do: runbook ${inlineCode(first.id)}`,
    `${escapeText(first.title)}: ${escapeText(first.about)} Risk: **${first.risk}**.`,
    plan ? renderPlan(plan) : '',
    renderCommands(plan, { plan: commandFor('plan', first, environment), run: commandFor('run', first, environment) }),
    renderAutomatic(facts),
    others.length === 0 ? '' : '**Other runbooks for this:**',
    others
      .slice(0, mostOthers)
      .map((each) => `- ${escapeText(each.title)} (risk ${each.risk}): ${inlineCode(commandFor('plan', each, environment))}`)
      .join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function missingText({ matching }: IncidentFacts): string {
  const named = matching.named === undefined ? '' : ` The catalogue names ${inlineCode(matching.named)}, which there is not.`;
  return `### What to do\n\nThere is no runbook for it.${named} ${inlineCode('/runbook list')} shows those that there are.`;
}

/** A plan that is shown says by itself how it is run, if it can be. */
function renderCommands(plan: LivePlan | undefined, commands: { readonly plan: string; readonly run: string }): string {
  if (plan?.kind === 'planned' && isShown(plan)) return `To plan it anew, comment ${inlineCode(commands.plan)}.`;
  return `To plan it, or to run it, comment:\n\n${fence([commands.plan, commands.run].join('\n'))}`;
}

function isShown({ markdown }: { readonly markdown: string }): boolean {
  return markdown.length <= longestPlan;
}

function renderPlan(plan: LivePlan): string {
  switch (plan.kind) {
    case 'planned': {
      const text = isShown(plan) ? plan.markdown : '*It is too long to be shown here: ask for it with the first command.*';
      return `<details open><summary>What it would do now</summary>\n\n${text}\n\n</details>`;
    }
    case 'needs-inputs':
      return `It cannot be planned by itself: somebody has to say ${plan.inputs.map(inlineCode).join(', ')}.`;
    case 'failed':
      return `⚠️ It cannot be planned now: ${escapeText(plan.words)}`;
    default:
      return plan satisfies never;
  }
}

const statusWords: Readonly<Record<AutomaticRun['status'], string>> = {
  begun: '⏳ began',
  done: '✅ done',
  'nothing-to-do': '➖ nothing to do',
  refused: '⛔ refused',
  compensated: '↩️ failed, and undone',
  stuck: '🆘 failed, and could not be undone',
  failed: '❌ failed',
};

function renderAutomatic({ incident, automatic }: IncidentFacts): string {
  const lines = incident.automatic.map(
    ({ runbook, at, status, words }) =>
      `- ${dateText(at)}, started by the alarm: ${inlineCode(runbook)} ${statusWords[status]}${words === '' ? '' : `: ${escapeText(words)}`}`,
  );
  const left =
    automatic.kind === 'leave'
      ? [`- ${inlineCode(automatic.runbook)} is not started by itself: ${escapeText(automatic.because)}.`]
      : [];
  const next =
    automatic.kind === 'run'
      ? [`- ${inlineCode(automatic.runbook.id)} is started by the alarm, as the configuration allows.`]
      : [];
  return [...lines, ...left, ...next].join('\n');
}
