// redrive-dead-letters: dead letters go back to where they came from, or elsewhere, one move at a time.
import { describe, expect, test } from '@jest/globals';
import { redriveDeadLetters } from '../../src/runbooks/redrive-dead-letters.ts';
import { ended, obstacles, planned } from '../support/edge-plays.ts';
import { memoryQueues } from '../support/fake-queues.ts';
import { manualClock } from '../support/manual-clock.ts';
import { unavailable } from '../support/troubles.ts';
import { planOf, play, playAndUndo } from './support/play.ts';

const dead = 'assess-staging-dead-letters';
const work = 'assess-staging-work';
const replay = 'assess-staging-replay';

function scene({
  messages = 200,
  from = work,
  sources = [work],
}: {
  messages?: number;
  from?: string | undefined;
  sources?: string[];
} = {}) {
  const clock = manualClock('2026-01-31T12:00:00.000Z');
  const queues = memoryQueues(clock, [
    { name: dead, sources },
    { name: work },
    { name: replay },
    { name: 'assess-production-work' },
  ]);
  queues.put(dead, messages, from);
  const depths = async () => Promise.all([dead, work, replay].map(async (name) => (await queues.describe(name))?.messages));
  const started = () => queues.calls.filter(({ method }) => method === 'startMove').length;
  return { clock, queues, ports: { queues }, depths, started };
}

describe('redrive-dead-letters', () => {
  test('plans one move, and changes nothing', async () => {
    const world = scene();
    expect(planned(await planOf(redriveDeadLetters, world))).toEqual({
      move: [`messages of ${dead}: 200 -> 0: 50 a second to the queues that they came from`],
    });
    expect(planned(await planOf(redriveDeadLetters, world, { to: replay, 'per-second': '5' }))).toEqual({
      move: [`messages of ${dead}: 200 -> 0: 5 a second to ${replay}`],
    });
    expect(world.started()).toBe(0);
  });

  test('moves all of them back', async () => {
    const world = scene();
    expect(ended(await play(redriveDeadLetters, world))).toEqual({
      state: 'done',
      move: 'done: 200 of 200 messages moved, 0 are left or new',
    });
    expect(await world.depths()).toEqual([0, 200, 0]);
  });

  test('moves what came from no queue to one that is named', async () => {
    const world = scene();
    world.queues.put(dead, 10);
    expect((await play(redriveDeadLetters, world, { to: replay, 'per-second': '500' })).journal?.state).toBe('done');
    expect(await world.depths()).toEqual([0, 0, 210]);
  });

  test('says why SQS gave up', async () => {
    const world = scene({ messages: 0 });
    world.queues.put(dead, 3, work);
    world.queues.put(dead, 3);
    const played = await play(redriveDeadLetters, world, { 'per-second': '1' });
    expect(ended(played)).toMatchObject({ state: 'compensated', move: 'undone: 3 messages were moved, and stay where they are' });
    expect(played.journal?.cause?.words).toContain('SQS gave up (CouldNotDetermineMessageSource): 3 of 6 messages moved');
  });

  test('starts one move where an answer is lost, also when an earlier one has ended', async () => {
    const world = scene();
    await play(redriveDeadLetters, world);
    world.clock.advance(60);
    world.queues.put(dead, 100, work);
    const { startMove } = world.queues;
    let lost = false;
    const losing = async (...args: Parameters<typeof startMove>) => {
      await startMove(...args);
      if (lost) return;
      lost = true;
      throw unavailable();
    };
    const ports = { queues: { ...world.queues, startMove: losing } };
    expect((await play(redriveDeadLetters, { ...world, ports })).journal?.state).toBe('done');
    expect(world.started()).toBe(2);
    expect(await world.depths()).toEqual([0, 300, 0]);
  });

  test('is ended where it is when it is cancelled; what was moved stays', async () => {
    const world = scene();
    const stop = new AbortController();
    world.clock.in(10, () => stop.abort());
    const played = await play(redriveDeadLetters, { ...world, signal: stop.signal }, { 'per-second': '10' });
    expect(played.journal?.state).toBe('compensated');
    const [left = 0, moved = 0] = await world.depths();
    expect([left + moved, left > 0, moved > 0]).toEqual([200, true, true]);
    world.clock.advance(600);
    expect(await world.depths()).toEqual([left, moved, 0]);
  });

  test('has nothing to take back when a later step fails', async () => {
    const world = scene();
    expect(ended(await playAndUndo(redriveDeadLetters, world))).toMatchObject({
      state: 'compensated',
      move: 'undone: 200 messages were moved, and stay where they are',
    });
    expect(await world.depths()).toEqual([0, 200, 0]);
  });

  test('refuses a queue that takes nobody’s dead letters, wherever they are to go', async () => {
    const world = scene({ sources: [] });
    const expected = [
      `No queue gives its dead letters to ${dead}: SQS moves messages, to wherever it is, out of the dead-letter queue of another queue only.`,
    ];
    expect(obstacles(await planOf(redriveDeadLetters, world))).toEqual(expected);
    expect(obstacles(await planOf(redriveDeadLetters, world, { to: replay }))).toEqual(expected);
  });

  test('refuses an empty queue, and says when somebody reads it', async () => {
    const world = scene({ messages: 0 });
    expect(obstacles(await planOf(redriveDeadLetters, world))).toEqual([`${dead} is empty.`]);
    world.queues.setInFlight(dead, 3);
    expect(obstacles(await planOf(redriveDeadLetters, world))).toEqual([
      `${dead} has no visible message; 3 are being read by somebody.`,
    ]);
  });

  test('refuses while another move runs', async () => {
    const world = scene();
    const queue = await world.queues.describe(dead);
    if (!queue) throw new Error('gone');
    await world.queues.startMove(queue, { perSecond: 1 });
    expect(obstacles(await planOf(redriveDeadLetters, world))).toEqual([
      `A move out of ${dead} is RUNNING since 2026-01-31T12:00:00.000Z.`,
    ]);
  });

  test('refuses what takes too long, and says which rate does not', async () => {
    const world = scene({ messages: 20_000 });
    const plan = await planOf(redriveDeadLetters, world, { 'per-second': '5' });
    expect(plan.obstacles).toEqual([
      {
        what: 'At 5 a second, 20000 messages take 67 minutes; there are 45.',
        next: 'Say per-second=8 or more, if the receiver can take it.',
      },
    ]);
  });

  test.each([
    [dead, `${dead} is the dead-letter queue itself.`],
    ['assess-staging-nothing', 'There is no queue assess-staging-nothing.'],
    [
      'assess-production-work',
      'assess-production-work does not belong to the environment: its name does not begin with assess-staging-.',
    ],
  ])('refuses to send them to %s', async (to, expected) => {
    expect(obstacles(await planOf(redriveDeadLetters, scene(), { to }))).toEqual([expected]);
  });

  test('says at once all that is in the way', async () => {
    const world = scene({ messages: 0, sources: [] });
    expect(obstacles(await planOf(redriveDeadLetters, world, { to: dead }))).toHaveLength(3);
    world.queues.remove(dead);
    expect(obstacles(await planOf(redriveDeadLetters, world))).toEqual([`There is no queue ${dead}.`]);
  });
});
