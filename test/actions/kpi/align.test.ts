// Two series side by side.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantsOf, pointsWhere, valuesAt } from '../../../src/actions/kpi/align.ts';
import { pointsOf } from '../../../src/ports/points.ts';

const at = (...instants: readonly number[]) =>
  pointsOf(
    instants,
    instants.map((instant) => instant * 10),
  );

describe('at the instants of another', () => {
  test.each([
    ['the same', at(1, 2), [1, 2], [10, 20]],
    ['more of them', at(1, 2, 3), [2], [20]],
    ['fewer of them', at(2), [1, 2, 3], [0, 20, 0]],
    ['others', at(1, 3), [2, 4], [0, 0]],
    ['none', at(), [1], [0]],
  ])('%s', (_what, points, instants, expected) => {
    expect(valuesAt(points, instants, 0)).toEqual(expected);
  });
});

test('both together have all instants once, in order', () => {
  const instants = fc.uniqueArray(fc.nat(20)).map((all) => all.toSorted((one, other) => one - other));
  fc.assert(
    fc.property(instants, instants, (one, other) => {
      const together = instantsOf(at(...one), at(...other));
      expect(together).toEqual([...new Set([...one, ...other])].sort((first, second) => first - second));
      const values = valuesAt(at(...one), together, -1);
      expect(values).toEqual(together.map((instant) => (one.includes(instant) ? instant * 10 : -1)));
    }),
  );
});

test('where nothing can be computed, there is no point', () => {
  expect(pointsWhere(at(1, 2, 3), (value) => (value === 20 ? Number.NaN : value + 1))).toEqual(pointsOf([1, 3], [11, 31]));
  expect(pointsWhere(at(1, 2), (_value, index) => index)).toEqual(pointsOf([1, 2], [0, 1]));
});
