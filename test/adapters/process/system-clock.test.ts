// Time, as it is and as a rehearsal has it.
import { describe, expect, test } from '@jest/globals';
import { openClock } from '../../../src/adapters/process/system-clock.ts';

describe('the clock', () => {
  test("is the machine's where nobody says otherwise", () => {
    const { now, rate } = openClock({});
    expect(rate).toBe(1);
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  });

  test('runs as many times faster since its origin as a rehearsal says', () => {
    const origin = Date.now() - 10_000;
    const { now, rate } = openClock({ OPSDECK_TIME: `30@${origin}` });
    expect(rate).toBe(30);
    const seconds = (now().getTime() - origin) / 1000;
    expect(seconds).toBeGreaterThanOrEqual(300);
    expect(seconds).toBeLessThan(300 + 30 * 5);
  });

  test('sleeps in its own time', async () => {
    const clock = openClock({ OPSDECK_TIME: `1000@${Date.now()}` });
    const before = clock.now().getTime();
    await clock.sleep(20_000);
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(19_000);
  });

  test.each(['30', 'fast', '0@1767225600000', '30@soon', '30@1767225600000; rm -rf'])('refuses %p', (text) => {
    expect(() => openClock({ OPSDECK_TIME: text })).toThrow('which is no rate and origin of time');
  });
});
