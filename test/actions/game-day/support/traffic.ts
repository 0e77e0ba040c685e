// Metrics of an environment that students use: a datapoint a minute, as good as a test says.
import type { Metric } from '../../../../src/define/kpi.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { MetricQuery, Metrics, Series, Window } from '../../../../src/ports/metrics.ts';
import { pointsOf } from '../../../../src/ports/points.ts';

export interface Traffic extends Metrics {
  /** From now on these have another value, by the name of the metric; until nothing is given. */
  set(name: string, value: number | undefined): void;
  /** From now on nothing is measured. */
  silence(isSilent: boolean): void;
}

interface Change {
  readonly fromMs: number;
  readonly name: string;
  readonly value: number | undefined;
}

/** What a metric is while all is well. */
function usual({ name, statistic }: Metric<string>): number {
  if (statistic === 'SampleCount') return 6000;
  if (/5XX|5xx|TC\(/.test(`${name} ${statistic}`)) return 0;
  if (/ResponseTime|Latency/.test(name)) return 0.2;
  if (/CPU/.test(name)) return 40;
  if (/Evictions|Misses/.test(name)) return 0;
  if (name === 'HealthyHostCount') return 6;
  if (name === 'UnHealthyHostCount') return 0;
  return /Count|Hits/.test(name) ? 6000 : 1;
}

export function traffic(clock: Pick<Clock, 'now'>): Traffic {
  const changes: Change[] = [];
  const silences: { readonly fromMs: number; readonly isSilent: boolean }[] = [];
  const valueAt = (metric: Metric<string>, atMs: number): number | undefined => {
    if (silences.findLast(({ fromMs }) => fromMs <= atMs)?.isSilent) return undefined;
    const change = changes.findLast(({ name, fromMs }) => name === metric.name && fromMs <= atMs);
    return change?.value ?? usual(metric);
  };
  const seriesOf = ({ metric, periodSeconds }: MetricQuery, { from, to }: Window): Series => {
    const periodMs = periodSeconds * 1000;
    const count = Math.max(0, Math.floor((Math.min(to.getTime(), clock.now().getTime()) - from.getTime()) / periodMs));
    const instants = Array.from({ length: count }, (_, index) => from.getTime() + index * periodMs);
    const values = instants.map((atMs) => valueAt(metric, atMs) ?? Number.NaN);
    return { kind: 'data', points: pointsOf(instants, values) };
  };
  return {
    read: async (queries, window) => new Map(queries.map((query) => [query.id, seriesOf(query, window)])),
    set: (name, value) => void changes.push({ fromMs: clock.now().getTime(), name, value }),
    silence: (isSilent) => void silences.push({ fromMs: clock.now().getTime(), isSilent }),
  };
}
