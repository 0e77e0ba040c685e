// The Metrics port in memory, and the contract that every implementation of it keeps.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Metric } from '../../src/define/kpi.ts';
import type { Metrics, Point, Series, Window } from '../../src/ports/metrics.ts';

/** What CloudWatch would answer for a metric: its datapoints, whatever their period, or why there are none. */
export interface StoredSeries {
  readonly metric: Metric<string>;
  readonly series: Series;
}

/** Cuts out the window, and computes nothing: a metric that is not stored is silent. */
export function memoryMetrics(stored: readonly StoredSeries[]): Metrics {
  const byKey = new Map(stored.map(({ metric, series }) => [keyOf(metric), series]));
  return {
    read: async (queries, window) =>
      new Map(
        queries.map(({ id, metric, periodSeconds }) => {
          const series = byKey.get(keyOf(metric)) ?? { kind: 'data', points: [] };
          return [id, series.kind === 'data' ? cut(series.points, window, periodSeconds) : series] as const;
        }),
      ),
  };
}

function cut(points: readonly Point[], { from, to }: Window, periodSeconds: number): Series {
  const inside = points.filter(({ atMs }) => atMs >= from.getTime() && atMs + periodSeconds * 1000 <= to.getTime());
  return { kind: 'data', points: [...inside].sort((one, other) => one.atMs - other.atMs) };
}

function keyOf({ namespace, name, dimensions, statistic }: Metric<string>): string {
  return JSON.stringify([namespace, name, Object.entries(dimensions).sort(), statistic]);
}

/** What the contract speaks of: to be put where the implementation reads, one sample a minute. */
export const samplesOfContract: readonly { readonly metric: Metric<string>; readonly points: readonly Point[] }[] = [
  {
    metric: contractMetric('app/one'),
    points: [3, 1, 2, 0].map((minute) => ({ atMs: contractMs(minute), value: minute + 0.5 })),
  },
  { metric: contractMetric('app/two'), points: [{ atMs: contractMs(2), value: 0 }] },
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
      const points = [0, 1, 2, 3].map((minute) => ({ atMs: contractMs(minute), value: minute + 0.5 }));
      expect(read.get('one')).toEqual({ kind: 'data', points });
      expect(read.get('One again!')).toEqual({ kind: 'data', points });
    });

    test('tells 0 from nothing', () => {
      expect(read.get('two')).toEqual({ kind: 'data', points: [{ atMs: contractMs(2), value: 0 }] });
      expect(read.get('none')).toEqual({ kind: 'data', points: [] });
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
      expect(series).toEqual({
        kind: 'data',
        points: minutes.map((minute) => ({ atMs: contractMs(minute), value: minute + 0.5 })),
      });
    });

    test('asked for nothing, answers nothing', async () => {
      expect([...(await open().read([], between(0, 30)))]).toEqual([]);
    });
  });
}
