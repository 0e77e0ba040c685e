// Numbers, targets, changes and verdicts in words: the same in the comment, the summary and the report; plain text.
import type { KpiUnit } from '../../define/kpi.ts';
import type { Window } from '../../ports/metrics.ts';
import { noPoints, type Points } from '../../ports/points.ts';
import type { KpiRow } from './assess.ts';
import { bucketMeans } from './buckets.ts';
import type { Budget } from './budget.ts';
import type { Evaluation } from './evaluate.ts';
import type { Verdict } from './judge.ts';

/** A sign and words: neither colour nor sign alone. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  breach: '❌ breach',
  'insufficient-data': '❔ insufficient data',
  'no-target': '➖ no target',
  met: '✅ met',
};

const unitSigns: Readonly<Record<KpiUnit, string>> = {
  Percent: ' %',
  Seconds: ' s',
  Milliseconds: ' ms',
  Bytes: ' B',
  Count: '',
  'Count/Second': '/s',
};

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Three digits; whole numbers whole. */
export function amountText(value: number, unit: KpiUnit): string {
  if (unit === 'Bytes') return bytesText(value);
  return `${numberText(value)}${unitSigns[unit]}`;
}

/** Made once: that costs more than a thousand uses. */
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

function numberText(value: number): string {
  const size = Math.abs(value);
  // Nothing real is that large: it must not fill a table.
  if (size >= 1e15) return value.toExponential(2);
  return (size >= 100 ? whole : threeDigits).format(value);
}

function bytesText(value: number): string {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log2(Math.abs(value) || 1) / 10)));
  return `${numberText(value / 1024 ** power)} ${byteUnits[power]}`;
}

/** `1.9 s`; what there is no value of, is not told by a number. */
export function valueText(evaluation: Evaluation | undefined, unit: KpiUnit): string {
  return evaluation?.kind === 'value' ? amountText(evaluation.value, unit) : '–';
}

export function targetText({ kpi, target, isTargetUnknown }: KpiRow): string {
  if (isTargetUnknown) return 'not known here';
  return target === undefined ? '–' : `${kpi.good === 'high' ? '≥' : '≤'} ${amountText(target, kpi.unit)}`;
}

export function changeText({ comparison, base, kpi: { unit } }: KpiRow): string {
  if (comparison === undefined || comparison.kind === 'none') return '–';
  const { change } = comparison;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  const relative =
    base?.kind === 'value' && base.value > 0 ? ` (${sign}${numberText(Math.abs((100 * change) / base.value))} %)` : '';
  const absolute = `${sign}${pointsText(Math.abs(change), unit)}${relative}`;
  if (comparison.kind === 'noise') return change === 0 ? 'none' : `≈ ${absolute}, within noise`;
  return { better: `▽ better: ${absolute}`, worse: `▲ worse: ${absolute}`, neither: `◆ ${absolute}` }[comparison.direction];
}

/** A difference of percentages is one of percentage points. */
function pointsText(change: number, unit: KpiUnit): string {
  return unit === 'Percent' ? `${numberText(change)} pp` : amountText(change, unit);
}

/** `60 (of 12,000)`: points with data, and what they were taken of; `12, 5-minute data` where it is kept in no finer periods. */
export function samplesText(evaluation: Evaluation): string {
  if (evaluation.kind === 'unavailable') return '–';
  const { periods, of, coarseSeconds } = evaluation.samples;
  const values = of === undefined ? '' : ` (of ${numberText(of)})`;
  return `${numberText(periods)}${values}${coarseSeconds === undefined ? '' : `, ${lengthText(coarseSeconds)} data`}`;
}

function lengthText(seconds: number): string {
  return seconds % 3600 === 0 ? `${seconds / 3600}-hour` : `${seconds / 60}-minute`;
}

/** Why there is no verdict, or no comparison; empty where nothing is to be explained. */
export function reasonText({ now, comparison }: KpiRow): string {
  if (now.kind !== 'value') return now.because;
  return comparison?.kind === 'none' ? `not compared: ${comparison.because}` : '';
}

export function budgetText(budget: Budget): string {
  if (budget.kind === 'insufficient') return `${budget.title}: insufficient data (${budget.because})`;
  const { title, leftPercent } = budget;
  if (leftPercent >= 0) return `${title}: ${numberText(leftPercent)} % left`;
  return `${title}: overspent, ${numberText((100 - leftPercent) / 100)} times what there is`;
}

const levels = '▁▂▃▄▅▆▇█';

/** Wide enough to see a course, narrow enough for a table in a comment. */
export const sparklineWidth = 12;

/** One character a part of the window, from its lowest to its highest; a dot where there is no data; empty without any. */
export function sparkline(points: Points, window: Window, width = sparklineWidth): string {
  const means = bucketMeans(points, window, width);
  const known = means.filter((value) => value !== undefined);
  if (known.length === 0) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return means
    .map((value) => {
      if (value === undefined) return '·';
      // A line that is flat at zero lies at the bottom, any other in the middle.
      const share = high > low ? (value - low) / (high - low) : low === 0 ? 0 : 0.5;
      return levels[Math.round(share * (levels.length - 1))] ?? '·';
    })
    .join('');
}

export function pointsOf(evaluation: Evaluation | undefined): Points {
  return evaluation === undefined || evaluation.kind === 'unavailable' ? noPoints : evaluation.points;
}

/** `2026-11-22 09:00 to 10:00 UTC` */
export function windowText({ from, to }: Window): string {
  const [start, end] = [from, to].map((date) => date.toISOString());
  const isOneDay = start?.slice(0, 10) === end?.slice(0, 10);
  const minute = (text = '') => `${text.slice(0, 10)} ${text.slice(11, 16)}`;
  return `${minute(start)} to ${isOneDay ? end?.slice(11, 16) : minute(end)} UTC`;
}
