// What can be relied upon of a series, whatever it was made of.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutPoints, noPoints, pointsOf } from '../../src/ports/points.ts';

describe('points', () => {
  test.each<[string, readonly number[], readonly unknown[], object]>([
    ['in order', [1, 2], [10, 20], { atMs: [1, 2], values: [10, 20] }],
    ['out of order', [2, 1], [20, 10], { atMs: [1, 2], values: [10, 20] }],
    ['twice at an instant, which are the last one', [1, 1], [10, 20], { atMs: [1], values: [20] }],
    ['that are no numbers', [1, 2, 3, 4], [Number.NaN, '20', null, 40], { atMs: [4], values: [40] }],
    ['at no instant', [Number.NaN, Number.POSITIVE_INFINITY, 3], [10, 20, 30], { atMs: [3], values: [30] }],
    ['of unequal columns', [1, 2], [10], { atMs: [1], values: [10] }],
  ])('%s', (_what, atMs, values, expected) => {
    expect(pointsOf(atMs, values)).toEqual(expected);
  });

  test('that are so already are not copied', () => {
    const [atMs, values] = [
      [1, 2],
      [10, 20],
    ] as const;
    expect(pointsOf(atMs, values).atMs).toBe(atMs);
    expect(pointsOf(atMs, values).values).toBe(values);
  });

  const instant = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double());
  const value = fc.oneof(fc.double(), fc.constantFrom(undefined, null, 'NaN'));

  test('ascend, and are finite, whatever they were', () => {
    fc.assert(
      fc.property(fc.array(instant), fc.array(value), (some, values) => {
        const { atMs, values: clean } = pointsOf(some, values);
        expect(clean).toHaveLength(atMs.length);
        expect([...atMs, ...clean].every((each) => Number.isFinite(each))).toBe(true);
        expect(atMs.every((at, index) => index === 0 || at > (atMs[index - 1] ?? at))).toBe(true);
      }),
    );
  });
});

describe('a window has', () => {
  const minutes = (...all: readonly number[]) =>
    pointsOf(
      all.map((minute) => minute * 60_000),
      all,
    );
  const window = { from: new Date(2 * 60_000), to: new Date(5 * 60_000) };

  test.each([
    ['periods that lie in it as a whole', minutes(1, 2, 4, 5), minutes(2, 4)],
    ['all of what lies in it', minutes(2, 3, 4), minutes(2, 3, 4)],
    ['nothing of what lies elsewhere', minutes(0, 1, 5, 6), noPoints],
    ['nothing of nothing', noPoints, noPoints],
  ])('%s', (_what, points, expected) => {
    expect(cutPoints(points, window, 60)).toEqual(expected);
  });
});
