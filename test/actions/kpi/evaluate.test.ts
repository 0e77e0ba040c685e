// What a KPI was in a window.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../../src/actions/kpi/evaluate.ts';
import { judge } from '../../../src/actions/kpi/judge.ts';
import { samplesText } from '../../../src/actions/kpi/words.ts';
import type { Measure, Metric, Statistic } from '../../../src/define/kpi.ts';
import type { Series } from '../../../src/ports/metrics.ts';
import { pointsOf } from '../../../src/ports/points.ts';

const metric = (statistic: Statistic): Metric<string> => ({ namespace: 'N', name: 'M', dimensions: {}, statistic });
const plain = (statistic: Statistic): Measure<string> => ({ kind: 'metric', metric: metric(statistic) });
const percentage: Measure<string> = { kind: 'percentage', part: metric('Sum'), whole: metric('Sum'), atLeast: 20 };
const share: Measure<string> = { kind: 'share', part: metric('Sum'), rest: metric('Sum'), atLeast: 20 };
const difference: Measure<string> = { kind: 'difference', minuend: metric('Maximum'), subtrahend: metric('Minimum') };

const series = (...values: readonly number[]): Series => ({
  kind: 'data',
  points: pointsOf(
    values.map((_, index) => index * 60_000),
    values,
  ),
});
const denied: Series = { kind: 'unavailable', because: 'AWS refuses it' };

describe('a statistic is summed up in its own way', () => {
  test.each<[Statistic, readonly number[], readonly number[], number]>([
    ['Sum', [1, 2, 6], [], 9],
    ['SampleCount', [1, 2, 6], [], 9],
    ['Minimum', [3, 2, 6], [], 2],
    ['Maximum', [3, 2, 6], [], 6],
    ['Average', [1, 2, 6], [], 3],
    ['Average', [1, 2, 6], [8, 1, 1], 1.6],
    ['Average', [1, 2, 6], [8, 1], 3],
    ['p99', [1, 2, 60], [100, 100, 100], 2],
    ['TC(1:)', [1, 2, 6], [], 9],
  ])('%s of %j weighed by %j is %d', (statistic, values, counts, expected) => {
    const evaluation = evaluate(plain(statistic), { value: series(...values), count: series(...counts) });
    expect(evaluation).toMatchObject({ kind: 'value', value: expected, samples: { periods: 3 } });
  });
});

describe('a share is one of all requests of the window', () => {
  test.each([
    ['no errors, which are not reported then', percentage, { part: series(), whole: series(100, 100, 100) }, 0],
    ['every request counts once', percentage, { part: series(10, 0, 0), whole: series(100, 900, 1000) }, 0.5],
    ['part of itself and the rest', share, { part: series(10, 10, 10), rest: series(30, 30, 30) }, 25],
    ['a rest that is silent', share, { part: series(10, 10, 10), rest: series() }, 100],
  ])('%s', (_what, measure, given, expected) => {
    expect(evaluate(measure, given)).toMatchObject({ kind: 'value', value: expected });
  });

  test('periods with too few requests are no points of the trend', () => {
    const evaluation = evaluate(percentage, { part: series(1, 1, 1), whole: series(19, 20, 100) });
    expect(evaluation).toMatchObject({ points: { atMs: [60_000, 120_000], values: [5, 1] }, samples: { periods: 3, of: 139 } });
  });
});

test('a difference has what both sides have', () => {
  const evaluation = evaluate(difference, { minuend: series(2, 2, 2, 2), subtrahend: series(2, 1, 2) });
  expect(evaluation).toMatchObject({ kind: 'value', value: 1, samples: { periods: 3 } });
});

test('data that is kept in longer periods only is told from any other', () => {
  const coarse = (coarseSeconds: number): Series => ({ kind: 'data', points: pointsOf([1, 2, 3], [1, 1, 1]), coarseSeconds });
  const told = [series(1, 1, 1), coarse(300)].map((part) => evaluate(percentage, { part, whole: series(100, 100, 100) }));
  expect(told.map(samplesText)).toEqual(['3 (of 300)', '3 (of 300), 5-minute data']);
  expect(samplesText(evaluate(plain('Sum'), { value: coarse(3600) }))).toBe('3, 1-hour data');
});

describe('too little is said', () => {
  test.each<[string, Measure<string>, Record<string, Series>, string]>([
    ['nothing', plain('Sum'), { value: series() }, 'no data in the window'],
    ['NaN only', plain('Sum'), { value: series(Number.NaN, Number.POSITIVE_INFINITY) }, 'no data in the window'],
    ['one point', plain('Sum'), { value: series(1) }, 'only 1 of at least 3 periods have data'],
    [
      'p99 of few',
      plain('p99'),
      { value: series(1, 1, 1), count: series(33, 33, 33) },
      'only 99 values: p99 is the worst of them below 100',
    ],
    ['a few requests', percentage, { part: series(), whole: series(5, 5, 5) }, 'only 15 of at least 20'],
    ['errors without requests', percentage, { part: series(5, 5, 5), whole: series() }, 'no data in the window'],
  ])('%s', (_what, measure, given, because) => {
    expect(evaluate(measure, given)).toMatchObject({ kind: 'insufficient', because });
  });
});

describe('what cannot be read is not available', () => {
  test.each<[string, Measure<string>, Record<string, Series>, string]>([
    ['the metric', plain('Sum'), { value: denied }, 'unavailable'],
    ['one part of two', percentage, { part: denied, whole: series(100, 100, 100) }, 'unavailable'],
    ['how many values a percentile is of', plain('p99'), { value: series(1, 1, 1), count: denied }, 'unavailable'],
    [
      'how many values an average is of, which is dispensable',
      plain('Average'),
      { value: series(1, 1, 1), count: denied },
      'value',
    ],
  ])('%s', (_what, measure, given, kind) => {
    expect(evaluate(measure, given).kind).toBe(kind);
  });
});

const anyValue = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, 0, Number.POSITIVE_INFINITY),
  fc.integer({ min: 0, max: 500 }),
);
const anySeries: fc.Arbitrary<Series> = fc.oneof(
  fc.constant(denied),
  fc
    .array(fc.record({ atMs: fc.integer({ min: 0, max: 9 }).map((minute) => minute * 60_000), value: anyValue }))
    .map((all): Series => {
      const points = pointsOf(
        all.map(({ atMs }) => atMs),
        all.map(({ value }) => value),
      );
      return { kind: 'data', points };
    }),
);
const anyMeasure = fc.constantFrom(plain('Sum'), plain('Average'), plain('p99'), plain('Maximum'), percentage, share, difference);

test('whatever the series: no verdict without three periods of data, and never one that is no number', () => {
  const given = fc.record({
    value: anySeries,
    count: anySeries,
    part: anySeries,
    whole: anySeries,
    rest: anySeries,
    minuend: anySeries,
    subtrahend: anySeries,
  });
  fc.assert(
    fc.property(anyMeasure, given, fc.constantFrom('low' as const, 'high' as const), (measure, all, good) => {
      const evaluation = evaluate(measure, all);
      const verdict = judge(evaluation, 1, good);
      if (verdict === 'insufficient-data') return;
      expect(evaluation.kind === 'value' && evaluation.samples.periods).toBeGreaterThanOrEqual(3);
      expect(evaluation.kind === 'value' && Number.isFinite(evaluation.value)).toBe(true);
    }),
  );
});
