// What a KPI was in a window: one value, the periods behind it, and of how much it was measured.
import type { Measure, Statistic } from '../../define/kpi.ts';
import type { Point, Series } from '../../ports/metrics.ts';
import { mean, quantile, sum } from './statistics.ts';

export interface Samples {
  /** Points with data. */
  readonly periods: number;
  /** Requests, lookups, measurements: what a share, an average or a percentile was taken of. */
  readonly of?: number;
}

export type Evaluation =
  | {
      readonly kind: 'value';
      readonly value: number;
      /** How the window was summed up, where that is not plain. */
      readonly how?: string;
      readonly points: readonly Point[];
      readonly samples: Samples;
      /** Of a share: what it is a share of. */
      readonly counts?: { readonly part: number; readonly whole: number };
    }
  | { readonly kind: 'insufficient'; readonly because: string; readonly points: readonly Point[]; readonly samples: Samples }
  | { readonly kind: 'unavailable'; readonly because: string };

/** As many as the alarms need bad ones of: less is a blip, or a start. */
export const leastPeriods = 3;

/** @param series by the names of `metricInputs`; what is no number is no data */
export function evaluate(measure: Measure<string>, series: Readonly<Record<string, Series>>): Evaluation {
  const denied = Object.entries(series).find(([name, { kind }]) => kind === 'unavailable' && !isDispensable(measure, name));
  if (denied?.[1].kind === 'unavailable') return { kind: 'unavailable', because: denied[1].because };
  const points = (name: string) => cleanPoints(series[name]);
  switch (measure.kind) {
    case 'metric':
      return evaluateMetric(measure.metric.statistic, points('value'), points('count'));
    case 'percentage':
      return evaluateShare(points('part'), points('whole'), measure.atLeast);
    case 'share':
      return evaluateShare(points('part'), addPoints(points('part'), points('rest')), measure.atLeast);
    case 'difference':
      return evaluateMetric('Maximum', subtractPoints(points('minuend'), points('subtrahend')), []);
    default:
      throw new Error(`no such measure: ${measure satisfies never}`);
  }
}

/** Without its weights, an average is a little less exact; a percentile of nobody knows how many values says nothing. */
function isDispensable(measure: Measure<string>, name: string): boolean {
  return name === 'count' && measure.kind === 'metric' && measure.metric.statistic === 'Average';
}

/** In order, one an instant, numbers only. */
export function cleanPoints(series: Series | undefined): readonly Point[] {
  if (series?.kind !== 'data') return [];
  const byInstant = new Map(series.points.flatMap(({ atMs, value }) => (Number.isFinite(value) ? [[atMs, value]] : [])));
  return [...byInstant].map(([atMs, value]) => ({ atMs, value })).sort((one, other) => one.atMs - other.atMs);
}

function evaluateMetric(statistic: Statistic, points: readonly Point[], counts: readonly Point[]): Evaluation {
  const of = sum(counts.map(({ value }) => value));
  const isPercentile = statistic.startsWith('p');
  const samples = { periods: points.length, ...((counts.length > 0 || isPercentile) && { of }) };
  const lack = lackOf(points) ?? (isPercentile ? lackOfValues(statistic, of) : undefined);
  if (lack !== undefined) return { kind: 'insufficient', because: lack, points, samples };
  return { kind: 'value', ...summedUp(statistic, points, counts), points, samples };
}

function lackOf({ length }: readonly Point[]): string | undefined {
  if (length === 0) return 'no data in the window';
  return length < leastPeriods ? `only ${length} of at least ${leastPeriods} periods have data` : undefined;
}

/** Of fewer values than this, one lies above the percentile at most: a p99 of 50 requests is the slowest of them. */
function lackOfValues(statistic: Statistic, values: number): string | undefined {
  const least = Math.round(100 / (100 - Number(statistic.slice(1))));
  if (values >= least) return undefined;
  return `only ${values} values: ${statistic} is the worst of them below ${least}`;
}

/** The statistic's own way to become one of the whole window. */
function summedUp(
  statistic: Statistic,
  points: readonly Point[],
  counts: readonly Point[],
): { readonly value: number; readonly how?: string } {
  const values = points.map(({ value }) => value);
  switch (statistic) {
    case 'Sum':
    case 'SampleCount':
      return { value: sum(values), how: 'sum' };
    case 'Minimum':
      return { value: values.reduce((one, other) => Math.min(one, other)), how: 'lowest' };
    case 'Maximum':
      return { value: values.reduce((one, other) => Math.max(one, other)), how: 'highest' };
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
function weightedMean(points: readonly Point[], counts: readonly Point[]): number {
  const weights = byInstant(counts);
  const known = points.map(({ atMs }) => weights.get(atMs) ?? 0);
  if (known.some((weight) => weight <= 0)) return mean(points.map(({ value }) => value));
  return sum(points.map(({ value }, index) => value * (known[index] ?? 0))) / sum(known);
}

/** The shares of periods with too little are no points of the trend, but all requests count in the value. */
function evaluateShare(parts: readonly Point[], wholes: readonly Point[], atLeast: number): Evaluation {
  const part = byInstant(parts);
  // Counts of errors are silent while there are none.
  const pairs = wholes.map(({ atMs, value }) => ({ atMs, part: part.get(atMs) ?? 0, whole: value }));
  const counts = { part: sum(pairs.map((pair) => pair.part)), whole: sum(pairs.map((pair) => pair.whole)) };
  const points = pairs.flatMap((pair) =>
    pair.whole >= atLeast && pair.whole > 0 ? [{ atMs: pair.atMs, value: (100 * pair.part) / pair.whole }] : [],
  );
  const samples = { periods: wholes.length, of: counts.whole };
  const lack =
    lackOf(wholes) ?? (counts.whole < Math.max(1, atLeast) ? `only ${counts.whole} of at least ${atLeast}` : undefined);
  if (lack !== undefined) return { kind: 'insufficient', because: lack, points, samples };
  return { kind: 'value', value: (100 * counts.part) / counts.whole, points, samples, counts };
}

function addPoints(one: readonly Point[], other: readonly Point[]): readonly Point[] {
  const [first, second] = [byInstant(one), byInstant(other)];
  const instants = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => a - b);
  return instants.map((atMs) => ({ atMs, value: (first.get(atMs) ?? 0) + (second.get(atMs) ?? 0) }));
}

function subtractPoints(minuend: readonly Point[], subtrahend: readonly Point[]): readonly Point[] {
  const less = byInstant(subtrahend);
  return minuend.flatMap(({ atMs, value }) => {
    const other = less.get(atMs);
    return other === undefined ? [] : [{ atMs, value: value - other }];
  });
}

function byInstant(points: readonly Point[]): ReadonlyMap<number, number> {
  return new Map(points.map(({ atMs, value }) => [atMs, value]));
}
