// The rows as Markdown tables, one a group.
import { escapeText, inlineCode, visibleLine } from '../../comment/text.ts';
import type { KpiRow } from '../assess.ts';
import { changeText, pointsOf, reasonText, samplesText, sparkline, targetText, valueText, verdictWords } from '../words.ts';
import type { KpiReport } from './report-facts.ts';

/** A reason comes from AWS: as much of it as a table bears. */
const longestReason = 160;

export function renderRow(row: KpiRow, { window, base }: KpiReport): string {
  const { kpi, title, now, verdict } = row;
  const reason = reasonText(row);
  const runbook = verdict === 'breach' ? `<br>${inlineCode(kpi.runbook)}` : '';
  const why = reason === '' ? '' : `<br>${escapeText(shortened(reason))}`;
  const how = now.kind === 'value' && now.how ? `<br>${now.how}` : '';
  const cells = [
    `**${escapeText(title)}**<br>${verdictWords[verdict]}${runbook}${why}`,
    `${escapeText(valueText(now, kpi.unit))}${how}`,
    ...(base ? [escapeText(valueText(row.base, kpi.unit)), escapeText(changeText(row))] : []),
    escapeText(targetText(row)),
    sparkline(pointsOf(now), window) || '–',
    escapeText(row.base ? `${samplesText(now)} / ${samplesText(row.base)}` : samplesText(now)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function shortened(reason: string): string {
  const line = visibleLine(reason);
  return line.length <= longestReason ? line : `${[...line].slice(0, longestReason).join('')} ...`;
}

export function renderHead({ base }: KpiReport): string {
  const heads = ['KPI', 'now', ...(base ? ['base', 'change'] : []), 'target', 'trend', 'samples'];
  return [heads, heads.map((_, index) => (index === 0 ? '---' : '---:'))].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param lines what `renderRow` made of its rows */
export function renderGroup(title: string, lines: readonly string[], report: KpiReport): string {
  return [`#### ${title}`, '', renderHead(report), ...lines].join('\n');
}
