// How questions become calls.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limitsOfCall, type MetricCall, planCalls } from '../../../src/adapters/aws/metric-calls.ts';
import type { MetricQuery } from '../../../src/ports/metrics.ts';

const now = new Date('2026-03-01T12:00:00Z');
const since = (hours: number) => ({ from: new Date(now.getTime() - hours * 3_600_000), to: now });

function query(id: string, name: string, periodSeconds = 60): MetricQuery {
  return { id, periodSeconds, metric: { namespace: 'AWS/ECS', name, dimensions: { a: '1', b: '2' }, statistic: 'Sum' } };
}

function many(count: number, periodSeconds = 60): readonly MetricQuery[] {
  return Array.from({ length: count }, (_, index) => query(`${index}`, `Metric${index}`, periodSeconds));
}

const sizes = (calls: readonly MetricCall[]) => calls.map(({ reads }) => reads.length);

test.each([
  // metrics, hours, calls
  [0, 1, []],
  [1, 1, [1]],
  [500, 1, [500]],
  [501, 1, [500, 1]],
  [1000, 1, [500, 500]],
  [3000, 1, [500, 500, 500, 500, 500, 500]],
  // 1,437 datapoints each: 70 of them are 100,590.
  [100, 24, [70, 30]],
  // Of 30 days ago there are only 5 minutes: 8,639 datapoints each.
  [30, 30 * 24, [11, 11, 8]],
])('%d metrics over %d hours', (count, hours, expected) => {
  expect(sizes(planCalls(many(count), since(hours), now).calls)).toEqual(expected);
});

test('a metric is asked for once, whoever asks', () => {
  const other = { ...query('c', 'CPU'), metric: { ...query('c', 'CPU').metric, dimensions: { b: '2', a: '1' } } };
  const { calls } = planCalls([query('a', 'CPU'), query('b', 'Memory'), other, query('d', 'CPU', 300)], since(1), now);
  expect(
    calls[0]?.reads.map(({ callId, queries, periodSeconds }) => [callId, queries.map(({ id }) => id), periodSeconds]),
  ).toEqual([
    ['m0', ['a', 'c'], 60],
    ['m1', ['b'], 60],
    ['m2', ['d'], 300],
  ]);
});

test('the call begins where the longest of its periods does; the window stays as it is', () => {
  const window = { from: new Date('2026-03-01T10:58:00Z'), to: now };
  const { calls, ...plan } = planCalls([query('a', 'CPU'), query('b', 'CPU', 3600)], window, now);
  expect(plan.window).toEqual({ from: window.from, to: new Date('2026-03-01T11:57:00Z') });
  expect(calls.map(({ from, to }) => [from, to])).toEqual([[new Date('2026-03-01T10:00:00Z'), new Date('2026-03-01T11:57:00Z')]]);
});

test('of what is not measured yet nothing is asked', () => {
  expect(planCalls(many(3), { from: now, to: now }, now)).toEqual({ window: undefined, calls: [] });
});

describe('whatever is asked for', () => {
  const questions = fc.array(
    fc.record({ name: fc.integer({ min: 0, max: 900 }), periodSeconds: fc.constantFrom(60, 300, 3600) }),
    { maxLength: 1500 },
  );

  test('each id is in one call once, and no call is beyond the limits', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 1, max: 24 * 400 }), (asked, hours) => {
        const queries = asked.map(({ name, periodSeconds }, index) => query(`${index}`, `Metric${name}`, periodSeconds));
        const { calls } = planCalls(queries, since(hours), now);
        const ids = calls.flatMap(({ reads }) => reads.flatMap((read) => read.queries.map(({ id }) => id)));
        expect(ids.map(Number).sort((one, other) => one - other)).toEqual(queries.map((_, index) => index));
        for (const { from, to, reads } of calls) {
          const seconds = (to.getTime() - from.getTime()) / 1000;
          const datapoints = reads.reduce((sum, { periodSeconds }) => sum + Math.ceil(seconds / periodSeconds), 0);
          expect(reads.length).toBeLessThanOrEqual(limitsOfCall.queries);
          expect(datapoints).toBeLessThanOrEqual(limitsOfCall.datapoints);
        }
      }),
      { numRuns: 40 },
    );
  });
});
