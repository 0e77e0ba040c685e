// The KPIs' part of the comment, within its budget: what is worst is kept.
import { groupRows, type KpiRow } from '../assess.ts';
import { pointsOf } from '../words.ts';
import { renderHeadline, renderLegend, renderTitle } from './headline.ts';
import { renderMermaid } from './mermaid.ts';
import type { KpiReport } from './report-facts.ts';
import { renderGroup, renderRow } from './table.ts';

/** Of the comment's 60,000 characters. */
export const sectionBudget = 8000;
/** What a table has around its rows, and the note about what was omitted. */
const groupRoom = 250;
const noteRoom = 120;
const chartCount = 2;

/** Never longer than the budget, if that has room for the headline and the charts. */
export function renderSection(report: KpiReport, budget = sectionBudget): string {
  const head = [`### KPIs: ${renderTitle(report)}`, renderHeadline(report)].join('\n\n');
  const legend = renderLegend(report);
  const charts = renderCharts(report);
  const lines = fittingLines(report, budget - head.length - legend.length - charts.length - noteRoom);
  const omitted = report.assessment.rows.length - lines.size;
  const note = omitted === 0 ? '' : `*${omitted} omitted: they are in the summary of the run, and in its report.*`;
  return [head, ...renderGroups(lines, report), note, charts, legend].filter(Boolean).join('\n\n');
}

/** In the order of badness; the first that does not fit ends it, so that nothing worse is left out for something better. */
function fittingLines(report: KpiReport, room: number): ReadonlyMap<KpiRow, string> {
  const lines = new Map<KpiRow, string>();
  const groups = new Set<string>();
  let left = room;
  for (const row of report.assessment.rows) {
    const line = renderRow(row, report);
    left -= line.length + 1 + (groups.has(row.kpi.group) ? 0 : groupRoom);
    if (left < 0) break;
    groups.add(row.kpi.group);
    lines.set(row, line);
  }
  return lines;
}

function renderGroups(lines: ReadonlyMap<KpiRow, string>, report: KpiReport): readonly string[] {
  return groupRows([...lines.keys()]).map(({ title, rows }) =>
    renderGroup(
      title,
      rows.map((row) => lines.get(row) ?? ''),
      report,
    ),
  );
}

/** Of the worst rows that there is something to draw of. */
function renderCharts(report: KpiReport): string {
  const drawn = headlineRows(report).flatMap((row) => renderMermaid(row, report) ?? []);
  if (drawn.length === 0) return '';
  return ['<details><summary>Course of the headline KPIs</summary>', ...drawn, '</details>'].join('\n\n');
}

function headlineRows({ assessment }: KpiReport): readonly KpiRow[] {
  return assessment.rows
    .filter(({ now, verdict }) => verdict !== 'insufficient-data' && pointsOf(now).values.length > 0)
    .slice(0, chartCount);
}

/** Everything, for the page of the run. */
export function renderSummary(report: KpiReport): string {
  return [
    `## KPIs: ${renderTitle(report)}`,
    renderHeadline(report),
    ...renderGroups(new Map(report.assessment.rows.map((row) => [row, renderRow(row, report)])), report),
    renderLegend(report),
  ].join('\n\n');
}
