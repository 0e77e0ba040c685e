// How long it took whom: to notice, to acknowledge, to mitigate, to resolve; all from the moment the alarm rang.
import { escapeText } from '../../../comment/text.ts';
import { dateText, spanText } from '../../../game-day/report/instants.ts';
import type { Incident } from '../incident.ts';

interface TimeRow {
  readonly name: string;
  readonly at: string;
  /** Plain text. */
  readonly words: string;
  readonly seconds: number;
}

/** Those that there are so far. Clocks differ: nothing happened before it rang. */
export function computeTimes({ openedAt, noticedAt, acknowledged, mitigated, resolvedAt }: Incident): readonly TimeRow[] {
  const row = (name: string, at: string | undefined, words: string): readonly TimeRow[] =>
    at === undefined ? [] : [{ name, at, words, seconds: Math.max(0, (Date.parse(at) - Date.parse(openedAt)) / 1000) }];
  return [
    ...row('notice', noticedAt, ''),
    ...row('acknowledge', acknowledged?.at, acknowledged ? `by ${acknowledged.by}` : ''),
    ...row('mitigate', mitigated?.at, mitigated?.words ?? ''),
    ...row('resolve', resolvedAt, ''),
  ];
}

/** Markdown. */
export function renderTimes(incident: Incident): string {
  const rows = computeTimes(incident).map(
    ({ name, at, words, seconds }) => `| to ${name} | ${spanText(seconds)} | ${dateText(at)} | ${escapeText(words)} |`,
  );
  return ['| Time | took | at | |', '|---|---|---|---|', ...rows].join('\n');
}

/** Markdown, folded: newest last. */
export function renderMoments({ timeline }: Incident): string {
  const lines = timeline.map(({ at, words }) => `- ${dateText(at).slice(5)}: ${escapeText(words)}`);
  return lines.length === 0 ? '' : ['<details><summary>What happened</summary>', '', ...lines, '', '</details>'].join('\n');
}
