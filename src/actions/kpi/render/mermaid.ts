// A chart that GitHub draws by itself: https://mermaid.js.org/syntax/xyChart.html .

import type { Window } from '../../../ports/metrics.ts';
import type { Points } from '../../../ports/points.ts';
import { chartColours, chartTheme } from '../../comment/chart-theme.ts';
import type { KpiRow } from '../assess.ts';
import { bucketMeans } from '../buckets.ts';
import { pointsOf } from '../words.ts';
import type { KpiReport } from './report-facts.ts';

/** Every part needs data: a line of such a chart cannot have a gap, and one that is drawn across it would lie. */
const partCounts = [24, 12, 6] as const;

/** Beyond it, numbers get exponents, which mermaid does not know. */
const largest = 1e15;

/** A fenced block, or nothing where there is too little to draw. The first line is now, the second one what it is compared with. */
export function renderMermaid(row: KpiRow, { window, base }: KpiReport): string | undefined {
  const now = wholeSeries(pointsOf(row.now), window);
  if (now === undefined) return undefined;
  const other = base && wholeSeries(pointsOf(row.base), base.window);
  const lines = [now, ...(other ? [other] : [])];
  const highest = Math.max(...lines.flat(), row.target ?? 0);
  const lowest = Math.min(0, ...lines.flat());
  const minutes = Math.round((window.to.getTime() - window.from.getTime()) / 60_000);
  return [
    '```mermaid',
    chartTheme(chartColours.now, chartColours.beside),
    'xychart-beta',
    `  title "${quotable(row.title)}${other ? ': now, and base' : ''}"`,
    `  x-axis "minutes" 0 --> ${minutes}`,
    `  y-axis "${row.kpi.unit}" ${digits(lowest)} --> ${digits(Math.max(highest * 1.1, lowest + 0.001))}`,
    ...lines.map((values) => `  line [${values.map(digits).join(', ')}]`),
    '```',
  ].join('\n');
}

function wholeSeries(points: Points, window: Window): readonly number[] | undefined {
  for (const count of partCounts) {
    const means = bucketMeans(points, window, count).flatMap((value) => value ?? []);
    if (means.length === count && means.every((value) => Math.abs(value) <= largest)) return means;
  }
  return undefined;
}

function digits(value: number): string {
  return value
    .toFixed(Math.abs(value) >= 100 ? 0 : 4)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** A title in quotes has no escapes. */
function quotable(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,.()%-]/gu, ' ');
}
