// Differences that are more than noise.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Comparison, compare } from '../../../src/actions/kpi/compare.ts';
import type { Evaluation } from '../../../src/actions/kpi/evaluate.ts';
import { noPoints, pointsOf } from '../../../src/ports/points.ts';

function average(...values: readonly number[]): Evaluation {
  const points = pointsOf([...values.keys()], values);
  return { kind: 'value', value: values.reduce((a, b) => a + b, 0) / values.length, points, samples: { periods: values.length } };
}

function errors(part: number, whole: number): Evaluation {
  return {
    kind: 'value',
    value: (100 * part) / whole,
    points: noPoints,
    samples: { periods: 60, of: whole },
    counts: { part, whole },
  };
}

const ten = (value: number) => average(...Array.from({ length: 10 }, (_, index) => value + index / 10));
const nothing: Evaluation = { kind: 'insufficient', because: 'no data in the window', points: noPoints, samples: { periods: 0 } };

describe('a difference', () => {
  test.each<[string, Evaluation, Evaluation, string]>([
    ['of periods that do not overlap', ten(5), ten(3), 'worse'],
    ['in the good direction', ten(3), ten(5), 'better'],
    ['of periods that overlap', ten(3.2), ten(3), 'noise'],
    ['of nothing', ten(3), ten(3), 'noise'],
    ['of nine periods', average(9, 9, 9, 9, 9, 9, 9, 9, 9), ten(3), 'none'],
    ['of one bad period in ten', average(1, 1, 1, 1, 1, 1, 1, 1, 1, 500), average(...Array(10).fill(1)), 'noise'],
    ['that a few periods turn around', average(...Array(9).fill(1), 500), average(...Array(10).fill(2)), 'noise'],
    ['of 1 error in 100 against none', errors(1, 100), errors(0, 100), 'noise'],
    ['of 100 errors in 10,000 against none', errors(100, 10_000), errors(0, 10_000), 'worse'],
    ['of the same share', errors(1, 100), errors(10, 1000), 'noise'],
    ['from nothing', ten(3), nothing, 'none'],
    ['to nothing', nothing, ten(3), 'none'],
  ])('%s', (_what, now, base, expected) => {
    expect(wordOf(compare(now, base, 'low'))).toBe(expected);
  });

  test('is neither good nor bad where more is neither', () => {
    expect(compare(ten(5), ten(3), 'neither')).toMatchObject({ kind: 'differs', direction: 'neither' });
  });
});

function wordOf(comparison: Comparison): string {
  return comparison.kind === 'differs' ? comparison.direction : comparison.kind;
}

const anyEvaluation = fc.oneof(
  fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 }).map((values) => average(...values)),
  fc.record({ part: fc.nat(50), whole: fc.integer({ min: 50, max: 5000 }) }).map(({ part, whole }) => errors(part, whole)),
  fc.constant(nothing),
);
const opposite: Readonly<Record<string, string>> = { better: 'worse', worse: 'better' };

test('seen from the other side, it is the opposite', () => {
  fc.assert(
    fc.property(anyEvaluation, anyEvaluation, (one, other) => {
      const [there, back] = [compare(one, other, 'low'), compare(other, one, 'low')];
      expect(wordOf(back)).toBe(opposite[wordOf(there)] ?? wordOf(there));
      if (there.kind !== 'none' && back.kind !== 'none') expect(there.change + back.change).toBe(0);
    }),
  );
});
