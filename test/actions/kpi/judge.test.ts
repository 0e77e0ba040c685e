// Verdicts, and what is left of a budget.
import { describe, expect, test } from '@jest/globals';
import { type Budget, computeBudget } from '../../../src/actions/kpi/budget.ts';
import type { Evaluation } from '../../../src/actions/kpi/evaluate.ts';
import { badnessOf, judge } from '../../../src/actions/kpi/judge.ts';
import { budgetText } from '../../../src/actions/kpi/words.ts';
import type { Kpi } from '../../../src/define/kpi.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import type { Series } from '../../../src/ports/metrics.ts';
import { noPoints, pointsOf } from '../../../src/ports/points.ts';

const value = (number: number): Evaluation => ({ kind: 'value', value: number, points: noPoints, samples: { periods: 60 } });
const unavailable: Evaluation = { kind: 'unavailable', because: 'AWS refuses it' };

describe('a verdict', () => {
  test.each<[Evaluation, number | undefined, Kpi['good'], string, number]>([
    [value(1), 1, 'low', 'met', 1],
    [value(3), 1, 'low', 'breach', 3],
    [value(1), 0, 'low', 'breach', Number.POSITIVE_INFINITY],
    [value(0), 0, 'low', 'met', 0],
    [value(1), 2, 'high', 'breach', 2],
    [value(0), 2, 'high', 'breach', Number.POSITIVE_INFINITY],
    [value(2), 2, 'high', 'met', 1],
    [value(2), undefined, 'low', 'no-target', 0],
    [value(2), 1, 'neither', 'no-target', 0],
    [value(Number.NaN), 1, 'low', 'insufficient-data', 0],
    [unavailable, 1, 'low', 'insufficient-data', 0],
    [unavailable, undefined, 'low', 'insufficient-data', 0],
  ])('of %j against %j, good when %s, is %s', (now, target, good, verdict, badness) => {
    expect(judge(now, target, good)).toBe(verdict);
    expect(badnessOf(now, target, good)).toBe(badness);
  });
});

describe('a budget of 0.1 %', () => {
  const [slo] = catalogue.slos;
  const budget = (bad: Series, all: Series): Budget | undefined => slo && computeBudget(slo, bad, all);
  const total = (count: number): Series => ({ kind: 'data', points: count === 0 ? noPoints : pointsOf([0], [count]) });

  test.each([
    [0, 10_000, 'Availability: 100 % left'],
    [5, 10_000, 'Availability: 50 % left'],
    [30, 10_000, 'Availability: overspent, 3 times what there is'],
    [5, 100, 'Availability: overspent, 50 times what there is'],
    [4, 4999, 'Availability: insufficient data (4,999 requests; it can be told from 5,000 on)'],
    [0, 0, 'Availability: insufficient data (no requests in the window)'],
  ])('with %d bad of %d requests', (bad, all, expected) => {
    const computed = budget(total(bad), total(all));
    expect(computed && budgetText(computed)).toBe(expected);
  });

  test('that cannot be read says why', () => {
    const computed = budget({ kind: 'unavailable', because: 'AWS refuses it' }, total(1));
    expect(computed && budgetText(computed)).toBe('Availability: insufficient data (AWS refuses it)');
  });
});
