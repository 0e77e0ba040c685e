// Tells how a deploy went: the verdict first, then what changed, what was watched, when what happened, and what to do next.
import { escapeText, inlineCode } from '../comment/text.ts';
import type { DeployJournal } from './journal.ts';
import { frozenWords, shortSha } from './words.ts';

/** Markdown. */
export function renderSummary(journal: DeployJournal, timeRate: number): string {
  const parts = [`## ${verdictOf(journal)}`, factsOf(journal), nextOf(journal), renderTimeline(journal, timeRate)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** One line of Markdown. */
export function verdictOf({ state, environment, release, rollback, kind, cause }: DeployJournal): string {
  const where = escapeText(environment);
  const commit = inlineCode(shortSha(release.commit));
  const back = inlineCode(shortSha(rollback?.release.commit ?? release.commit));
  switch (state) {
    case 'kept':
      return `✅ ${commit} runs on ${where}`;
    case 'rolled-back':
      if (kind === 'rollback') return `⏪ ${where} is back at ${back}`;
      return `⏪ ${commit} was rolled back on ${where}: ${back} runs again. ${escapeText(cause?.words ?? '')}`;
    case 'frozen':
      return `❄️ ${where} is frozen: ${escapeText(frozenWords({ kind, release }))}`;
    case 'refused':
      return `⛔ ${commit} was not deployed to ${where}`;
    default:
      return `… ${commit} on ${where}: ${state}`;
  }
}

function factsOf({ release, before, by, reason, cause, because, alarms, unwatched, deploymentId, kind }: DeployJournal): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Commit', `${before ? `${code(shortSha(before.commit))} → ` : ''}${code(shortSha(release.commit))}`],
    ['Image', code(release.image)],
    ['Asked for by', by === undefined ? '' : escapeText(by)],
    ['Reason', reason === undefined ? '' : escapeText(reason)],
    ['Kind', kind === 'recovery' ? 'recovery: alarms fired already' : ''],
    ['Why', cause ? escapeText(cause.words) : ''],
    ['Rang', cause?.alarm ? code(cause.alarm) + (cause.alarmAt ? ` at ${cause.alarmAt}` : '') : ''],
    ['Outcome', because === undefined ? '' : escapeText(because)],
    ['Alarms watched', alarms.map(({ name }) => code(name)).join(', ')],
    ['Not well before', unwatched.map((name) => code(name)).join(', ')],
    ['Deployment', deploymentId === undefined ? '' : code(deploymentId)],
  ];
  const told = rows.filter(([, text]) => text !== '').map(([name, text]) => `| ${name} | ${text} |`);
  return ['| | |', '|---|---|', ...told].join('\n');
}

/** Where Markdown's own escapes do not work, a table still ends its cells. */
function code(text: string): string {
  return inlineCode(text).replaceAll('|', '\\|');
}

function nextOf({ state, kind, environment }: DeployJournal): string {
  switch (state) {
    case 'rolled-back':
      if (kind === 'rollback') return '**Next:** revert or mend what was deployed, before the default branch is deployed again.';
      return "**Next:** look at the service's logs and metrics of that time, mend the commit or revert it, and merge that.";
    case 'frozen':
      return `**Next:** the issue "Deploy frozen: ${escapeText(environment)}" says what to do.`;
    default:
      return '';
  }
}

/** Markdown: folded, because the verdict has said what matters. */
export function renderTimeline({ timeline }: DeployJournal, timeRate: number): string {
  const pace = timeRate === 1 ? '' : ` (time ran ${timeRate} times as fast)`;
  const lines = timeline.map(({ at, words }) => `- ${at.slice(11, 19)} UTC: ${escapeText(words)}`);
  return `<details><summary>Timeline${pace}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}

export function sentence(title: string, words: string): string {
  return `${title}: ${escapeText(words)}.`;
}
