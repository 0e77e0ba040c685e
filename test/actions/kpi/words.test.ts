// Numbers as people read them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountText, sparkline } from '../../../src/actions/kpi/words.ts';
import type { KpiUnit } from '../../../src/define/kpi.ts';
import { pointsOf } from '../../../src/ports/points.ts';
import { minuteMs, minutes, window } from './support/world.ts';

test.each<[number, KpiUnit, string]>([
  [0.0421, 'Percent', '0.0421 %'],
  [1.9449, 'Seconds', '1.94 s'],
  [12_345.6, 'Milliseconds', '12,346 ms'],
  [3 * 1024 ** 3, 'Bytes', '3 GiB'],
  [0, 'Bytes', '0 B'],
  [2, 'Count', '2'],
  [0.1, 'Count/Second', '0.1/s'],
  [1e300, 'Count', '1.00e+300'],
])('%d %s is %s', (value, unit, expected) => {
  expect(amountText(value, unit)).toBe(expected);
});

describe('a sparkline', () => {
  test.each([
    ['rises', (minute: number) => minute, '▁▂▂▃▄▄▅▅▆▇▇█'],
    ['is flat', () => 7, '▅▅▅▅▅▅▅▅▅▅▅▅'],
    ['is flat at zero', () => 0, '▁▁▁▁▁▁▁▁▁▁▁▁'],
    ['has a gap', (minute: number) => (minute >= 10 && minute < 20 ? undefined : minute), '▁▂··▄▄▅▅▆▇▇█'],
    ['has nothing', () => undefined, ''],
  ])('that %s', (_what, valueAt, expected) => {
    expect(sparkline(minutes(valueAt), window)).toBe(expected);
  });

  test('is as wide as it should be, whatever the points', () => {
    const point = fc.record({
      atMs: fc.integer({ min: -5, max: 70 }).map((minute) => window.from.getTime() + minute * minuteMs),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (points, width) => {
        const course = pointsOf(
          points.map(({ atMs }) => atMs),
          points.map(({ value }) => value),
        );
        expect([...sparkline(course, window, width)]).toHaveLength(width);
      }),
    );
  });
});
