// How fine and up to when CloudWatch can be asked.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { periodFor, settledWindow } from '../../../src/adapters/aws/metric-window.ts';
import { publicationDelaySeconds } from '../../../src/ports/metrics.ts';

const now = new Date('2026-03-01T12:00:20Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test.each([
  // days old, wanted, period
  [0, 60, 60],
  [14.9, 60, 60],
  // Too old by the time that the request arrives.
  [15, 60, 300],
  [15.1, 60, 300],
  [15.1, 300, 300],
  [15.1, 420, 600],
  [62.9, 60, 300],
  [63.1, 300, 3600],
  [455, 86_400, 86_400],
  [1000, 60, 3600],
  // The metrics of AWS services have nothing shorter than a minute.
  [0, 0, 60],
  [0, 1, 60],
  [0, 90, 120],
])('data of %d days ago, wanted every %d s, is asked for every %d s', (days, wanted, period) => {
  expect(periodFor({ from: daysAgo(days), to: now }, wanted, now)).toBe(period);
});

test.each([
  ['an hour ago until now', '11:00:00', '12:00:20', '11:00:00 11:57:00'],
  ['odd seconds', '11:00:20', '11:30:40', '11:01:00 11:30:00'],
  ['all in the past', '09:00:00', '10:00:00', '09:00:00 10:00:00'],
  ['from the future', '12:10:00', '12:20:00', 'nothing'],
  ['still being measured', '11:57:00', '12:00:20', 'nothing'],
  ['shorter than a minute', '11:00:10', '11:00:50', 'nothing'],
  ['the wrong way round', '11:30:00', '11:00:00', 'nothing'],
])('%s', (_, from, to, expected) => {
  const at = (time: string) => new Date(`2026-03-01T${time}Z`);
  const settled = settledWindow({ from: at(from), to: at(to) }, now);
  const time = (date: Date) => date.toISOString().slice(11, 19);
  expect(settled ? `${time(settled.from)} ${time(settled.to)}` : 'nothing').toBe(expected);
});

test('what CloudWatch has forgotten is not asked for', () => {
  const settled = settledWindow({ from: daysAgo(1000), to: daysAgo(400) }, now);
  expect(settled).toEqual({ from: new Date('2024-12-01T12:01:00.000Z'), to: new Date('2025-01-25T12:00:00.000Z') });
  expect(settledWindow({ from: daysAgo(1000), to: daysAgo(500) }, now)).toBeUndefined();
});

describe('whatever is asked for', () => {
  const instants = fc.date({ min: daysAgo(2000), max: daysAgo(-100), noInvalidDate: true });

  test('the settled window is a part of it, in whole minutes, and old enough', () => {
    fc.assert(
      fc.property(instants, instants, (from, to) => {
        const settled = settledWindow({ from, to }, now);
        if (!settled) return;
        const [startMs, endMs] = [settled.from.getTime(), settled.to.getTime()];
        expect([startMs % 60_000, endMs % 60_000]).toEqual([0, 0]);
        expect(startMs).toBeGreaterThanOrEqual(from.getTime());
        expect(endMs).toBeLessThanOrEqual(Math.min(to.getTime(), now.getTime() - publicationDelaySeconds * 1000));
        expect(startMs).toBeLessThan(endMs);
      }),
    );
  });

  test('the period is a multiple of a minute, and at least as long as wanted', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 200_000 }), (from, wanted) => {
        const period = periodFor({ from, to: now }, wanted, now);
        expect(period % 60).toBe(0);
        expect(period).toBeGreaterThanOrEqual(wanted);
        expect(period - wanted).toBeLessThan(3600);
      }),
    );
  });
});
