// kinesis-reshard: another number of shards, in moves that Kinesis takes, and back.
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Stream } from '../../src/ports/streams.ts';
import { kinesisReshard } from '../../src/runbooks/kinesis-reshard.ts';
import { ended, obstacles, planned } from '../support/edge-plays.ts';
import { memoryStreams } from '../support/fake-streams.ts';
import { manualClock } from '../support/manual-clock.ts';
import { throttled, unavailable } from '../support/troubles.ts';
import { planOf, play, playAndUndo } from './support/play.ts';

const name = 'assess-staging-events';

function scene(stream: Partial<Stream> = {}) {
  const clock = manualClock();
  const streams = memoryStreams(clock, [{ name, status: 'ACTIVE', mode: 'PROVISIONED', openShards: 4, ...stream }]);
  const changes = () => streams.calls.filter(({ method }) => method === 'setShards').map(({ args }) => args[1]);
  return { clock, streams, ports: { streams }, changes };
}

describe('kinesis-reshard', () => {
  test.each([
    ['doubles in one move', 4, '8', ['4 -> 8']],
    ['adds less than that in one move', 4, '5', ['4 -> 5']],
    ['goes further in several moves, rounded up', 4, '30', ['4 -> 8', '8 -> 15', '15 -> 30']],
    ['halves in one move', 8, '4', ['8 -> 4']],
    ['goes down in several moves', 30, '4', ['30 -> 16', '16 -> 8', '8 -> 4']],
    ['goes as far as five moves go', 4, '128', ['4 -> 8', '8 -> 16', '16 -> 32', '32 -> 64', '64 -> 128']],
  ])('%s', async (_, openShards, shards, expected) => {
    const world = scene({ openShards });
    const { steps } = await planOf(kinesisReshard, world, { shards });
    const changes = steps.flatMap(({ outcome }) => (outcome.kind === 'change' ? outcome.changes : []));
    expect(changes.map(({ from, to }) => `${from} -> ${to}`)).toEqual(expected);
    expect(world.changes()).toEqual([]);
    await play(kinesisReshard, world, { shards });
    expect(await world.streams.describe(name)).toMatchObject({ status: 'ACTIVE', openShards: Number(shards) });
    expect(world.changes()).toEqual(expected.map((move) => Number(move.replace(/^.* /, ''))));
  });

  test('is within the limits from any number to any other, and plans what it then does', async () => {
    const shards = fc.integer({ min: 1, max: 200 });
    await fc.assert(
      fc.asyncProperty(shards, shards, async (from, to) => {
        fc.pre(from !== to && to <= from * 32 && from <= to * 32);
        const world = scene({ openShards: from });
        const plan = await planOf(kinesisReshard, world, { shards: `${to}` });
        const ends = plan.steps.flatMap(({ outcome }) =>
          outcome.kind === 'change' ? outcome.changes.map((one) => Number(one.to)) : [],
        );
        // The fake refuses what AWS refuses.
        const { journal } = await play(kinesisReshard, world, { shards: `${to}` });
        expect(journal?.state).toBe('done');
        expect(world.changes()).toEqual(ends);
        expect(ends.at(-1)).toBe(to);
      }),
      { numRuns: 60 },
    );
  });

  test('has nothing to do where there are as many', async () => {
    const plan = await planOf(kinesisReshard, scene(), { shards: '4' });
    expect(new Set(Object.values(planned(plan)))).toEqual(new Set(['4 shards need no move of that size']));
  });

  test('says when it is done, and that old shards are read to their end', async () => {
    const played = await play(kinesisReshard, scene(), { shards: '8' });
    expect(ended(played)).toMatchObject({ state: 'done', 'move-5': 'done: 8 open shards, ACTIVE' });
    expect(played.log.join('\n')).toContain('read to their end');
  });

  test('is undone move by move', async () => {
    const world = scene();
    const played = await playAndUndo(kinesisReshard, world, { shards: '30' });
    expect(played.journal?.state).toBe('compensated');
    expect(world.changes()).toEqual([8, 15, 30, 15, 8, 4]);
    expect(await world.streams.describe(name)).toMatchObject({ status: 'ACTIVE', openShards: 4 });
  });

  test('is undone in the middle of a move, which it first lets come to its end', async () => {
    const world = scene();
    const stop = new AbortController();
    world.clock.in(10, () => stop.abort());
    const played = await play(kinesisReshard, { ...world, signal: stop.signal }, { shards: '8' });
    expect(played.journal?.state).toBe('compensated');
    expect(world.changes()).toEqual([8, 4]);
    expect(await world.streams.describe(name)).toMatchObject({ status: 'ACTIVE', openShards: 4 });
  });

  test('tries again when AWS throttles or is in trouble', async () => {
    const world = scene();
    world.streams.failNext('setShards', throttled(), 2);
    world.streams.failNext('describe', unavailable());
    expect((await play(kinesisReshard, world, { shards: '8' })).journal?.state).toBe('done');
  });

  test('asks once where an answer is lost', async () => {
    const world = scene();
    const { setShards } = world.streams;
    let lost = false;
    const losing = async (...args: Parameters<typeof setShards>) => {
      await setShards(...args);
      if (!lost) {
        lost = true;
        throw unavailable();
      }
    };
    const ports = { streams: { ...world.streams, setShards: losing } };
    expect((await play(kinesisReshard, { ...world, ports }, { shards: '8' })).journal?.state).toBe('done');
    expect(world.changes()).toEqual([8]);
  });

  test.each<[string, Partial<Stream>, string, string[]]>([
    [
      'on demand',
      { mode: 'ON_DEMAND' },
      '8',
      [`${name} is on demand: AWS itself gives it shards, up to twice its peak of the last 30 days.`],
    ],
    ['in transition', { status: 'UPDATING' }, '8', [`${name} is UPDATING: something changes it right now.`]],
    ['too far up', {}, '129', ['From 4 to 129 shards it takes more than 5 moves of at most twice, or at least half, as many.']],
    [
      'too far down',
      { openShards: 65 },
      '2',
      ['From 65 to 2 shards it takes more than 5 moves of at most twice, or at least half, as many.'],
    ],
    [
      'too many for the account, and in transition',
      { status: 'UPDATING', openShards: 300 },
      '600',
      [
        `${name} is UPDATING: something changes it right now.`,
        'The account may have 500 shards in this region, and has 300: 300 more are too many.',
      ],
    ],
  ])('refuses a stream that is %s', async (_, stream, shards, expected) => {
    const world = scene(stream);
    expect(obstacles(await planOf(kinesisReshard, world, { shards }))).toEqual(expected);
    expect((await play(kinesisReshard, world, { shards })).result).toMatchObject({ kind: 'not-begun', status: 'refused' });
    expect(world.changes()).toEqual([]);
  });

  test('refuses a stream that is not there', async () => {
    const world = scene();
    world.streams.remove(name);
    expect(obstacles(await planOf(kinesisReshard, world, { shards: '8' }))).toEqual([`There is no stream ${name}.`]);
  });

  test('is stuck, and pages somebody, when AWS takes no more moves that day', async () => {
    const world = scene();
    for (let turn = 0; turn < 8; turn += 1) {
      await world.streams.setShards(name, turn % 2 === 0 ? 8 : 4);
      world.clock.advance(60);
    }
    const played = await play(kinesisReshard, world, { shards: '30' });
    // Two moves were left: the third is refused, and then nothing can be undone either, which a person has to know.
    expect(played.journal?.state).toBe('stuck');
    expect(played.journal?.cause?.words).toContain('rolling 24 hour');
    expect(played.pager.pages).toHaveLength(1);
  });
});
