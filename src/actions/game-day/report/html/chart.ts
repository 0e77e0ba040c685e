// The course of a KPI of the hypothesis: what was tolerated, when the experiment ran, when alarms rang.
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { type Html, html } from '../../../kpi/render/markup.ts';
import type { KpiOutcome } from '../../game-day.ts';
import { amountText, toleratedText } from '../amounts.ts';
import type { ReportFacts } from '../facts.ts';
import { clockOf, instantMs, latestInstantMs } from '../instants.ts';
import { cells, type Table } from '../table.ts';
import { experimentStartMs } from '../timeline.ts';
import { kpiMarks } from '../words.ts';
import { renderTable, shortened } from './tables.ts';

const size = { width: 480, height: 210 } as const;
const inner = { left: 64, right: size.width - 14, top: 28, bottom: size.height - 26 } as const;
const mostPoints = 240;
const mostAlarms = 8;

type Point = KpiOutcome['points'][number];

/** Nothing of what was not measured. */
export function renderChart(outcome: KpiOutcome, facts: ReportFacts, index: number): Html | undefined {
  const points = outcome.points
    .filter(({ atMs, value }) => isDrawable(value) && atMs >= 0 && atMs <= latestInstantMs)
    .toSorted((one, other) => one.atMs - other.atMs)
    .slice(0, mostPoints);
  if (points.length === 0 || !isDrawable(outcome.tolerated)) return undefined;
  const { kpi, title, unit, tolerated, status } = outcome;
  const id = `kpi-${index}`;
  const words = `${shortened(title, 200)}: ${kpiMarks[status].words}, tolerated ${toleratedText(kpi, tolerated, unit)}`;
  return html`<figure><figcaption id="${id}">${words}</figcaption>
${draw(points, outcome, facts, `${words}. The values are in the table below.`)}
<details class="values"><summary>Values</summary>${renderTable(tableOf(points, unit), id)}</details></figure>
`;
}

function draw(points: readonly Point[], outcome: KpiOutcome, facts: ReportFacts, label: string): Html {
  const { unit, tolerated } = outcome;
  const window = windowOf(facts);
  const instants = [...points.map(({ atMs }) => atMs), ...(window ?? [])];
  const [fromMs, toMs] = [Math.min(...instants), Math.max(...instants)];
  const values = points.map(({ value }) => value);
  const x = scaleUtc([fromMs, Math.max(toMs, fromMs + 60_000)], [inner.left, inner.right]);
  const y = scaleLinear(domainOf([...values, tolerated]), [inner.bottom, inner.top]).nice(4);
  const at = (ms: number) => Math.round(x(ms) * 10) / 10;
  const level = (value: number) => Math.round(y(value) * 10) / 10;
  const path = line<Point | undefined>()
    .defined((point) => point !== undefined)
    .x((point) => x(point?.atMs ?? 0))
    .y((point) => y(point?.value ?? 0))
    .digits(1);
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}">
${window && html`<rect class="window" x="${at(window[0])}" width="${Math.max(1, Math.round((at(window[1]) - at(window[0])) * 10) / 10)}" y="${inner.top}" height="${inner.bottom - inner.top}" />`}
${y.ticks(4).map(
  (tick) => html`<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${level(tick)}" y2="${level(tick)}" />
<text x="${inner.left - 6}" y="${level(tick) + 4}" text-anchor="end">${amountText(tick, unit)}</text>
`,
)}
${alarmInstants(facts, fromMs, toMs).map(
  (ms) => html`<line class="rang" x1="${at(ms)}" x2="${at(ms)}" y1="${inner.top - 8}" y2="${inner.bottom}" />
<text x="${at(ms)}" y="${inner.top - 12}" text-anchor="middle">❗</text>
`,
)}
<line class="target" x1="${inner.left}" x2="${inner.right}" y1="${level(tolerated)}" y2="${level(tolerated)}" />
<path class="now" d="${path(withGaps(points)) ?? ''}" />
<text x="${inner.left}" y="${size.height - 8}">${clockOf(fromMs).slice(0, 5)}</text>
<text x="${inner.right}" y="${size.height - 8}" text-anchor="end">${clockOf(toMs).slice(0, 5)} UTC</text>
</svg>`;
}

/** Nothing real is that large; a scale would not bear it. */
function isDrawable(value: number): boolean {
  return Math.abs(value) <= 1e12;
}

/** From zero, or below it; never so small that there are no numbers in between. */
function domainOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return high - low < 1e-6 ? [low, low + 1] : [low, high];
}

/** While the faults lasted, or still last. */
function windowOf({ gameDay, nowMs }: ReportFacts): readonly [number, number] | undefined {
  const fromMs = experimentStartMs(gameDay);
  if (fromMs === undefined) return undefined;
  return [fromMs, Math.max(fromMs, instantMs(gameDay.experiment?.endedAt) ?? nowMs)];
}

function alarmInstants({ gameDay }: ReportFacts, fromMs: number, toMs: number): readonly number[] {
  return gameDay.transitions
    .filter(({ to }) => to === 'ALARM')
    .flatMap(({ at }) => instantMs(at) ?? [])
    .filter((ms) => ms >= fromMs && ms <= toMs)
    .slice(0, mostAlarms);
}

/** Where points are further apart than usual, the line ends, and begins anew. */
function withGaps(points: readonly Point[]): (Point | undefined)[] {
  const steps = points.slice(1).map(({ atMs }, index) => atMs - (points[index]?.atMs ?? atMs));
  const usual = Math.min(...steps.filter((step) => step > 0));
  return points.flatMap((point, index) => ((steps[index - 1] ?? 0) > 1.5 * usual ? [undefined, point] : [point]));
}

function tableOf(points: readonly Point[], unit: string): Table {
  return {
    heads: ['at (UTC)', 'value'],
    rows: points.map(({ atMs, value }) => cells(clockOf(atMs), amountText(value, unit))),
  };
}
