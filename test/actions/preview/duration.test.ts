// Durations and instants, as people write and read them.
import { expect, test } from '@jest/globals';
import { durationText, parseDurationSeconds, relativeText } from '../../../src/actions/preview/duration.ts';

test.each([
  ['24h', 86_400],
  ['3d', 259_200],
  ['999d', 86_313_600],
])('%s is %i seconds', (text, seconds) => {
  expect(parseDurationSeconds(text)).toBe(seconds);
});

test.each(['', '0h', '00d', '1000h', '24', '24H', '1w', '-1h', '1.5h', ' 1h', '1h ', '1h\n', '٣d'])('"%s" is none', (text) => {
  expect(parseDurationSeconds(text)).toBeUndefined();
});

test.each([
  [59, 'less than a minute'],
  [60, '1 minute'],
  [7199, '1 hour'],
  [7200, '2 hours'],
  [172_800, '2 days'],
])('%i s is told as %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

const now = new Date('2026-11-22T10:00:00.000Z');

test.each([
  ['2026-11-25T10:00:00.000Z', '2026-11-25 10:00 UTC (in 3 days)'],
  ['2026-11-22T08:00:00.000Z', '2026-11-22 08:00 UTC (2 hours ago)'],
])('%s is %s', (instant, text) => {
  expect(relativeText(instant, now)).toBe(text);
});
