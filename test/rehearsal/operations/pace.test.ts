// The time of a rehearsed operation.
import { expect, test } from '@jest/globals';
import { startPace, timeRate } from '../../../src/rehearsal/operations/pace.ts';

test('jobs are told the same time that the rehearsal keeps', () => {
  const originMs = Date.UTC(2026, 0, 1);
  const { clock, environment, rate } = startPace(originMs, new AbortController().signal);
  expect(environment).toEqual({ OPSDECK_TIME: `${timeRate}@${originMs}` });
  expect(clock.rate).toBe(rate);
});
