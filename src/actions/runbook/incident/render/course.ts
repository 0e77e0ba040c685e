// The course of a KPI: a chart that GitHub draws by itself, with its threshold, or where it has gaps a line of blocks.
import { chartColours, chartTheme } from '../../../comment/chart-theme.ts';
import { inlineCode } from '../../../comment/text.ts';
import { bucketMeans } from '../../../kpi/buckets.ts';
import { amountText, pointsOf, sparkline } from '../../../kpi/words.ts';
import type { Course } from '../facts.ts';

/** Every part needs data: a line of such a chart cannot have a gap, and one that is drawn across it would lie. */
const partCounts = [36, 24, 12, 6] as const;
/** Beyond it, numbers get exponents, which mermaid does not know: https://mermaid.js.org/syntax/xyChart.html */
const largest = 1e15;
const sparklineWidth = 36;

/** Markdown; says so where nothing was measured. */
export function renderCourse(course: Course | undefined): string {
  if (!course) return '';
  const { evaluation, window, watched } = course;
  const hours = Math.round((window.to.getTime() - window.from.getTime()) / 3_600_000);
  const limit = watched.threshold === undefined ? '' : `, threshold ${amountText(watched.threshold, watched.unit)}`;
  const heading = `### The last ${hours} hours${limit}`;
  const points = pointsOf(evaluation);
  if (points.values.length === 0) {
    const because = evaluation.kind === 'unavailable' ? `not available: ${evaluation.because}` : 'nothing was measured';
    return `${heading}\n\n${inlineCode(because)}`;
  }
  return `${heading}\n\n${renderChart(course) ?? renderLine(course)}`;
}

function renderLine({ evaluation, window, watched }: Course): string {
  const points = pointsOf(evaluation);
  const range = [Math.min(...points.values), Math.max(...points.values)].map((value) => amountText(value, watched.unit));
  return `${inlineCode(sparkline(points, window, sparklineWidth))} from ${range.join(' to ')}; a dot is a time without data.`;
}

function renderChart({ title, watched, evaluation, window }: Course): string | undefined {
  const values = wholeSeries(evaluation, window);
  if (values === undefined) return undefined;
  const { threshold, unit } = watched;
  const isDrawn = threshold !== undefined && Math.abs(threshold) <= largest;
  const lines = [values, ...(isDrawn ? [values.map(() => threshold)] : [])];
  const lowest = Math.min(0, ...lines.flat());
  const highest = Math.max(...lines.flat());
  const minutes = Math.round((window.to.getTime() - window.from.getTime()) / 60_000);
  return [
    '```mermaid',
    // Its own first colour can hardly be seen; these can, on white and on black.
    chartTheme(chartColours.alarming, chartColours.beside),
    'xychart-beta',
    `  title "${quotable(title)}${isDrawn ? ', and its threshold' : ''}"`,
    `  x-axis "minutes before ${window.to.toISOString().slice(11, 16)} UTC" ${-minutes} --> 0`,
    `  y-axis "${unit}" ${digits(lowest)} --> ${digits(Math.max(highest * 1.1, lowest + 0.001))}`,
    ...lines.map((line) => `  line [${line.map(digits).join(', ')}]`),
    '```',
  ].join('\n');
}

function wholeSeries(evaluation: Course['evaluation'], window: Course['window']): readonly number[] | undefined {
  for (const count of partCounts) {
    const means = bucketMeans(pointsOf(evaluation), window, count).flatMap((value) => value ?? []);
    if (means.length === count && means.every((value) => Math.abs(value) <= largest)) return means;
  }
  return undefined;
}

function digits(value: number): string {
  const text = value.toFixed(Math.abs(value) >= 100 ? 0 : 4);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A title in quotes has no escapes. */
function quotable(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,.()%-]/gu, ' ');
}
