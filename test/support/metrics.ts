// The Metrics port in memory, and the contract that every implementation of it keeps.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Metric } from '../../src/define/kpi.ts';
import { type Metrics, metricKey, type Series, type Window } from '../../src/ports/metrics.ts';
import { cutPoints, noPoints, pointsOf } from '../../src/ports/points.ts';

/** What CloudWatch would answer for a metric: its datapoints, whatever their period, or why there are none. */
export interface StoredSeries {
  readonly metric: Metric<string>;
  readonly series: Series;
}

/** Cuts out the window, and computes nothing: a metric that is not stored is silent. */
export function memoryMetrics(stored: readonly StoredSeries[]): Metrics {
  const byKey = new Map(stored.map(({ metric, series }) => [metricKey(metric), series]));
  return {
    read: async (queries, window) =>
      new Map(
        queries.map(({ id, metric, periodSeconds }): readonly [string, Series] => {
          const series = byKey.get(metricKey(metric)) ?? { kind: 'data', points: noPoints };
          if (series.kind !== 'data') return [id, series];
          return [id, { kind: 'data', points: cutPoints(series.points, window, periodSeconds) }];
        }),
      ),
  };
}

export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

/** What the contract speaks of: to be put where the implementation reads, one sample a minute, in no order. */
export const samplesOfContract: readonly { readonly metric: Metric<string>; readonly samples: readonly Sample[] }[] = [
  {
    metric: contractMetric('app/one'),
    samples: [3, 1, 2, 0].map((minute) => ({ atMs: contractMs(minute), value: minute + 0.5 })),
  },
  { metric: contractMetric('app/two'), samples: [{ atMs: contractMs(2), value: 0 }] },
];

/** Long after all of the samples, and not so long that AWS would have forgotten minutes. */
export const nowOfContract = new Date(contractMs(60));

function contractMs(minute: number): number {
  return Date.UTC(2026, 2, 1, 12, minute);
}

function contractMetric(loadBalancer: string): Metric<string> {
  const dimensions = { LoadBalancer: loadBalancer };
  return { namespace: 'AWS/ApplicationELB', name: 'ActiveConnectionCount', dimensions, statistic: 'Sum' };
}

/** @param open gives the implementation, where `samplesOfContract` are, at `nowOfContract` */
export function describeMetrics(open: () => Metrics): void {
  const ask = (id: string, loadBalancer: string) => ({ id, metric: contractMetric(loadBalancer), periodSeconds: 60 });
  const between = (from: number, to: number): Window => ({ from: new Date(contractMs(from)), to: new Date(contractMs(to)) });

  const halves = (minutes: readonly number[]): Series => ({
    kind: 'data',
    points: pointsOf(
      minutes.map(contractMs),
      minutes.map((minute) => minute + 0.5),
    ),
  });

  describe('keeps the contract', () => {
    let read: ReadonlyMap<string, Series>;
    beforeAll(async () => {
      const queries = [ask('one', 'app/one'), ask('One again!', 'app/one'), ask('two', 'app/two'), ask('none', 'app/none')];
      read = await open().read(queries, between(-10, 30));
    });

    test('answers each id', () => {
      expect([...read.keys()].sort()).toEqual(['One again!', 'none', 'one', 'two']);
    });

    test('sorts by time', () => {
      expect(read.get('one')).toEqual(halves([0, 1, 2, 3]));
      expect(read.get('One again!')).toEqual(halves([0, 1, 2, 3]));
    });

    test('tells 0 from nothing', () => {
      expect(read.get('two')).toEqual({ kind: 'data', points: { atMs: [contractMs(2)], values: [0] } });
      expect(read.get('none')).toEqual({ kind: 'data', points: noPoints });
    });

    test.each([
      ['whole minutes', 1, 3, [1, 2]],
      ['a part of the first and of the last minute', 0.5, 2.5, [1]],
      ['less than a minute', 1.2, 1.8, []],
      ['nothing', 2, 2, []],
      ['the future', 100, 160, []],
    ])('a window of %s has the minutes that lie in it as a whole', async (_, from, to, minutes) => {
      const window = { from: new Date(contractMs(0) + from * 60_000), to: new Date(contractMs(0) + to * 60_000) };
      const series = (await open().read([ask('one', 'app/one')], window)).get('one');
      expect(series).toEqual(halves(minutes));
    });

    test('asked for nothing, answers nothing', async () => {
      expect([...(await open().read([], between(0, 30)))]).toEqual([]);
    });
  });
}
