// The timeline as SVG, and the same as a table for those who do not see it.
import { scaleLinear } from 'd3-scale';
import { type Html, html } from '../../../kpi/render/markup.ts';
import type { ReportFacts } from '../facts.ts';
import { clockOf, spanText } from '../instants.ts';
import { cells, type Table } from '../table.ts';
import { computeTimeline, type TimelineItem, timelineGroups } from '../timeline.ts';
import { renderTable, shortened } from './tables.ts';

const width = 1040;
const labelWidth = 340;
const row = 24;
const top = 30;
const right = 190;
const mostItems = 60;
const mostTicks = 8;

/** Nothing without anything to draw. */
export function renderTimeline(facts: ReportFacts): Html | undefined {
  const items = computeTimeline(facts).slice(0, mostItems);
  if (items.length === 0) return undefined;
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
<figure><div class="scroll wide" role="region" aria-labelledby="timeline" tabindex="0">${draw(items)}</div>
<figcaption class="soft">All times are UTC. Shaded: while the experiment ran.</figcaption></figure>
<details><summary>The timeline as a table</summary>${renderTable(tableOf(items), 'timeline')}</details>
</section>
`;
}

function draw(items: readonly TimelineItem[]): Html {
  const lines = timelineGroups.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    return own.length === 0 ? [] : [group, ...own];
  });
  const fromMs = Math.min(...items.map((item) => item.fromMs));
  const toMs = Math.max(fromMs + 1000, ...items.map((item) => item.toMs));
  const x = scaleLinear([fromMs, toMs], [labelWidth, width - right]);
  const bottom = top + lines.length * row;
  const experiment = items.find(({ group, name }) => group === 'Phases' && name === 'experiment');
  const at = (ms: number) => Math.round(x(ms) * 10) / 10;
  return html`<svg viewBox="0 0 ${width} ${bottom + 8}" role="img" aria-label="Timeline; its content is in the table below.">
${experiment && html`<rect class="window" x="${at(experiment.fromMs)}" width="${at(experiment.toMs) - at(experiment.fromMs)}" y="${top - 4}" height="${bottom - top + 4}" />`}
${ticksOf(fromMs, toMs).map(
  (tick) => html`<line class="grid" x1="${at(tick)}" x2="${at(tick)}" y1="${top - 4}" y2="${bottom}" />
<text x="${at(tick)}" y="${top - 12}" text-anchor="middle">${clockOf(tick).slice(0, tick % 60_000 === 0 ? 5 : 8)}</text>
`,
)}
${lines.map((line, index) => {
  const y = top + index * row;
  return typeof line === 'string'
    ? html`<text class="group" x="0" y="${y + 17}">${line}</text>
`
    : drawItem(line, y, at);
})}</svg>`;
}

/** Whole parts of an hour, as many as have room beside each other. */
function ticksOf(fromMs: number, toMs: number): readonly number[] {
  const steps = [10, 30, 60, 120, 300, 600, 1800, 3600, 3 * 3600].map((seconds) => seconds * 1000);
  const step = steps.find((each) => (toMs - fromMs) / each <= mostTicks) ?? 24 * 3600 * 1000;
  const first = Math.ceil(fromMs / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((toMs - first) / step) + 1) }, (_, index) => first + index * step);
}

function drawItem({ name, words, tone, fromMs, toMs }: TimelineItem, y: number, at: (ms: number) => number): Html {
  const [from, to] = [at(fromMs), at(toMs)];
  const middle = y + row / 2;
  const isInstant = fromMs === toMs;
  const length = isInstant ? '' : spanText((toMs - fromMs) / 1000);
  const shape = isInstant
    ? html`<path class="bar ${tone}" d="M${from} ${middle - 7}l7 7l-7 7l-7 -7z" />`
    : html`<rect class="bar ${tone}" x="${from}" y="${y + 5}" width="${Math.max(2, Math.round((to - from) * 10) / 10)}" height="14" rx="3" />`;
  return html`<text x="12" y="${y + 16}">${shortened(name, 52)}</text>
${shape}
<text x="${Math.max(from + 10, to + 6)}" y="${y + 16}">${[words, length].filter(Boolean).join(', ')}</text>
`;
}

function tableOf(items: readonly TimelineItem[]): Table {
  return {
    heads: ['what', 'part', 'from (UTC)', 'to (UTC)', 'lasted', 'outcome'],
    rows: items.map(({ group, name, words, tone, fromMs, toMs }) =>
      cells(name, group, clockOf(fromMs), clockOf(toMs), spanText((toMs - fromMs) / 1000), { words: words || '–', tone }),
    ),
  };
}
