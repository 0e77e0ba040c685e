// Users who never stop: every minute is told once, also by a machine that is too slow for them.
import { describe, expect, test } from '@jest/globals';
import { startTraffic } from '../../../src/rehearsal/traffic/traffic.ts';
import { manualClock } from '../../support/manual-clock.ts';

const calm = { zones: ['a'], tasksByZone: { a: 1 }, desiredTasks: 1, faults: [], badShare: 0 };
/** Nobody is asked there: nothing is measured. */
const client = { region: 'eu-west-2', endpoint: 'http://127.0.0.1:1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

/** @param minutesOf how long the world takes to answer, question by question */
async function play(minutesOf: readonly number[]) {
  const clock = manualClock();
  const slow = [...minutesOf];
  const asked: string[] = [];
  let told = 0;
  const traffic = startTraffic({
    client,
    clock,
    metrics: [],
    gather: async () => {
      asked.push(clock.now().toISOString().slice(11, 16));
      const minutes = slow.shift();
      if (minutes === undefined) throw new Error('nobody is there any more');
      await clock.sleep(minutes * 60_000);
      return calm;
    },
    onMinute: () => {
      told += 1;
    },
  });
  const ended = await traffic.ended.catch((error: Error) => error.message);
  return { asked, told, ended };
}

describe('traffic', () => {
  test('asks the world once a minute while that is fast', async () => {
    expect(await play([0, 0, 0])).toEqual({
      asked: ['12:01', '12:02', '12:03', '12:04'],
      told: 3,
      ended: 'nobody is there any more',
    });
  });

  test('tells all the minutes that are late together, and is on time again', async () => {
    const { asked, told } = await play([5, 0, 0]);
    expect(asked).toEqual(['12:01', '12:06', '12:07', '12:08']);
    expect(told).toBe(7);
  });
});
