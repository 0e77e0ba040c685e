// What a KPI was in a window: one value, the periods behind it, and of how much it was measured.
import type { Measure, Statistic } from '../../define/kpi.ts';
import type { Series } from '../../ports/metrics.ts';
import { noPoints, type Points, trustPoints } from '../../ports/points.ts';
import { instantsOf, pointsWhere, valuesAt } from './align.ts';
import { highest, lowest, mean, quantile, sum } from './statistics.ts';

export interface Samples {
  /** Points with data. */
  readonly periods: number;
  /** Requests, lookups, measurements: what a share, an average or a percentile was taken of. */
  readonly of?: number;
  /** Length of the periods, where data that old is kept in longer ones only. */
  readonly coarseSeconds?: number;
}

export type Evaluation =
  | {
      readonly kind: 'value';
      readonly value: number;
      /** How the window was summed up, where that is not plain. */
      readonly how?: string;
      readonly points: Points;
      readonly samples: Samples;
      /** Of a share: what it is a share of. */
      readonly counts?: { readonly part: number; readonly whole: number };
    }
  | { readonly kind: 'insufficient'; readonly because: string; readonly points: Points; readonly samples: Samples }
  | { readonly kind: 'unavailable'; readonly because: string };

/** As many as the alarms need bad ones of: less is a blip, or a start. */
export const leastPeriods = 3;

/** @param series by the names of `metricInputs` */
export function evaluate(measure: Measure<string>, series: Readonly<Record<string, Series>>): Evaluation {
  for (const name in series) {
    const input = series[name];
    if (input?.kind === 'unavailable' && !isDispensable(measure, name)) return { kind: 'unavailable', because: input.because };
  }
  const evaluation = evaluateData(measure, (name) => pointsIn(series[name]));
  const coarseSeconds = coarsestOf(series);
  return coarseSeconds === 0 ? evaluation : { ...evaluation, samples: { ...evaluation.samples, coarseSeconds } };
}

type Measured = Exclude<Evaluation, { readonly kind: 'unavailable' }>;

function evaluateData(measure: Measure<string>, points: (name: string) => Points): Measured {
  switch (measure.kind) {
    case 'metric':
      return evaluateMetric(measure.metric.statistic, points('value'), points('count'));
    case 'percentage':
      return evaluateShare(points('part'), points('whole'), measure.atLeast);
    case 'share':
      return evaluateShare(points('part'), addPoints(points('part'), points('rest')), measure.atLeast);
    case 'difference':
      return evaluateMetric('Maximum', subtractPoints(points('minuend'), points('subtrahend')), noPoints);
    default:
      throw new Error(`no such measure: ${measure satisfies never}`);
  }
}

function pointsIn(series: Series | undefined): Points {
  return series?.kind === 'data' ? series.points : noPoints;
}

/** @returns 0 where all is as fine as it was asked for */
function coarsestOf(series: Readonly<Record<string, Series>>): number {
  let most = 0;
  for (const name in series) {
    const input = series[name];
    if (input?.kind === 'data') most = Math.max(most, input.coarseSeconds ?? 0);
  }
  return most;
}

/** Without its weights, an average is a little less exact; a percentile of nobody knows how many values says nothing. */
function isDispensable(measure: Measure<string>, name: string): boolean {
  return name === 'count' && measure.kind === 'metric' && measure.metric.statistic === 'Average';
}

function evaluateMetric(statistic: Statistic, points: Points, counts: Points): Measured {
  const of = sum(counts.values);
  const isPercentile = statistic.startsWith('p');
  const periods = points.values.length;
  const samples = { periods, ...((counts.values.length > 0 || isPercentile) && { of }) };
  const lack = lackOf(periods) ?? (isPercentile ? lackOfValues(statistic, of) : undefined);
  if (lack !== undefined) return { kind: 'insufficient', because: lack, points, samples };
  return { kind: 'value', ...summedUp(statistic, points, counts), points, samples };
}

function lackOf(periods: number): string | undefined {
  if (periods === 0) return 'no data in the window';
  return periods < leastPeriods ? `only ${periods} of at least ${leastPeriods} periods have data` : undefined;
}

/** Of fewer values than this, one lies above the percentile at most: a p99 of 50 requests is the slowest of them. */
function lackOfValues(statistic: Statistic, values: number): string | undefined {
  const least = Math.round(100 / (100 - Number(statistic.slice(1))));
  if (values >= least) return undefined;
  return `only ${values} values: ${statistic} is the worst of them below ${least}`;
}

/** The statistic's own way to become one of the whole window. */
function summedUp(statistic: Statistic, points: Points, counts: Points): { readonly value: number; readonly how?: string } {
  const { values } = points;
  switch (statistic) {
    case 'Sum':
    case 'SampleCount':
      return { value: sum(values), how: 'sum' };
    case 'Minimum':
      return { value: lowest(values), how: 'lowest' };
    case 'Maximum':
      return { value: highest(values), how: 'highest' };
    case 'Average':
      return { value: weightedMean(points, counts), how: 'average' };
    default:
      // Percentiles cannot be put together: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
      return statistic.startsWith('TC')
        ? { value: sum(values), how: 'sum' }
        : { value: quantile(values, 0.5), how: 'median period' };
  }
}

/** Plain where the weight of a single point is not known. */
function weightedMean(points: Points, counts: Points): number {
  const weights = valuesAt(counts, points.atMs, 0);
  if (weights.some((weight) => weight <= 0)) return mean(points.values);
  return sum(points.values.map((value, index) => value * (weights[index] ?? 0))) / sum(weights);
}

/** The shares of periods with too little are no points of the trend, but all requests count in the value. */
function evaluateShare(parts: Points, wholes: Points, atLeast: number): Measured {
  // Counts of errors are silent while there are none.
  const part = valuesAt(parts, wholes.atMs, 0);
  const counts = { part: sum(part), whole: sum(wholes.values) };
  const points = pointsWhere(wholes, (whole, index) =>
    whole >= atLeast && whole > 0 ? (100 * (part[index] ?? 0)) / whole : Number.NaN,
  );
  const periods = wholes.values.length;
  const samples = { periods, of: counts.whole };
  const lack =
    lackOf(periods) ?? (counts.whole < Math.max(1, atLeast) ? `only ${counts.whole} of at least ${atLeast}` : undefined);
  if (lack !== undefined) return { kind: 'insufficient', because: lack, points, samples };
  return { kind: 'value', value: (100 * counts.part) / counts.whole, points, samples, counts };
}

function addPoints(one: Points, other: Points): Points {
  const atMs = instantsOf(one, other);
  const [here, there] = [valuesAt(one, atMs, 0), valuesAt(other, atMs, 0)];
  return trustPoints(
    atMs,
    here.map((value, index) => value + (there[index] ?? 0)),
  );
}

function subtractPoints(minuend: Points, subtrahend: Points): Points {
  const less = valuesAt(subtrahend, minuend.atMs, Number.NaN);
  return pointsWhere(minuend, (value, index) => value - (less[index] ?? Number.NaN));
}
