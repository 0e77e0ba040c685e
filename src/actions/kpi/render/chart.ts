// One KPI's course as SVG: now, what it is compared with, and the target.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Window } from '../../../ports/metrics.ts';
import type { KpiRow } from '../assess.ts';
import { bucketMeans } from '../buckets.ts';
import { amountText, pointsOf, targetText, valueText } from '../words.ts';
import { type Html, html } from './markup.ts';
import type { KpiReport } from './report-facts.ts';

const size = { width: 480, height: 180 } as const;
const margin = { top: 12, right: 12, bottom: 26, left: 72 } as const;
const inner = {
  left: margin.left,
  right: size.width - margin.right,
  top: margin.top,
  bottom: size.height - margin.bottom,
} as const;

/** Parts of the window that are drawn: about one for eight pixels. */
export const chartParts = 48;

type Values = readonly (number | undefined)[];

/** Nothing where there is no point; a gap in the data is a gap in the line. */
export function renderChart(row: KpiRow, { window, base }: KpiReport): Html | undefined {
  const now = bucketMeans(pointsOf(row.now), window, chartParts);
  const other = base ? bucketMeans(pointsOf(row.base), base.window, chartParts) : [];
  const known = [...now, ...other].flatMap((value) => value ?? []);
  if (known.length === 0) return undefined;
  const y = scaleLinear([Math.min(0, ...known), Math.max(row.target ?? 0, ...known) || 1], [inner.bottom, inner.top]).nice(4);
  const x = scaleLinear([0, chartParts - 1], [inner.left, inner.right]);
  const path = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .digits(1);
  // A point between two gaps is a line without length: round ends make it visible.
  const draw = (values: Values, kind: string) => html`<path class="${kind}" d="${path([...values]) ?? ''}" />`;
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${describe(row)}">
${y.ticks(4).map((tick) => renderTick(tick, y(tick), row))}
${renderTimes(window)}
${row.target === undefined ? undefined : html`<line class="target" x1="${inner.left}" x2="${inner.right}" y1="${y(row.target)}" y2="${y(row.target)}" />`}
${base && draw(other, 'base')}
${draw(now, 'now')}
</svg>`;
}

function renderTick(tick: number, y: number, { kpi: { unit } }: KpiRow): Html {
  return html`<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${y}" y2="${y}" />
<text x="${inner.left - 6}" y="${y + 4}" text-anchor="end">${amountText(tick, unit)}</text>`;
}

function renderTimes({ from, to }: Window): Html {
  const at = (date: Date) => date.toISOString().slice(11, 16);
  const y = size.height - 8;
  return html`<text x="${inner.left}" y="${y}">${at(from)}</text>
<text x="${inner.right}" y="${y}" text-anchor="end">${at(to)} UTC</text>`;
}

function describe(row: KpiRow): string {
  const { title, now, base, kpi } = row;
  const compared = base ? `, base ${valueText(base, kpi.unit)}` : '';
  return `${title}: now ${valueText(now, kpi.unit)}${compared}, target ${targetText(row)}. The values are in the table below.`;
}

/** What the chart draws, as numbers: for those who do not see it. */
export function renderChartTable(row: KpiRow, { window, base }: KpiReport): Html {
  const parts = 12;
  const now = bucketMeans(pointsOf(row.now), window, parts);
  const other = base && bucketMeans(pointsOf(row.base), base.window, parts);
  const width = (window.to.getTime() - window.from.getTime()) / parts;
  const cell = (value: number | undefined) => (value === undefined ? 'no data' : amountText(value, row.kpi.unit));
  const rows = now.map((value, index) => {
    const start = new Date(window.from.getTime() + index * width).toISOString();
    const second = other && html`<td>${cell(other[index])}</td>`;
    return html`<tr><th scope="row">${start.slice(5, 16).replace('T', ' ')}</th><td>${cell(value)}</td>${second}</tr>`;
  });
  return html`<details><summary>Values of ${row.title}</summary><table>
<thead><tr><th scope="col">from (UTC)</th><th scope="col">now</th>${base && html`<th scope="col">base</th>`}</tr></thead>
<tbody>${rows}</tbody></table></details>`;
}
