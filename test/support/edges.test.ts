// The fakes of streams, address sets, API limits and queues keep to what the real ones keep to.
import { describe, expect, test } from '@jest/globals';
import { describeEdges } from './edges-contract.ts';
import { memoryAddressSets } from './fake-address-sets.ts';
import { memoryApiLimits } from './fake-api-limits.ts';
import { memoryQueues } from './fake-queues.ts';
import { memoryStreams } from './fake-streams.ts';
import { manualClock } from './manual-clock.ts';

describe('the fakes', () => {
  const clock = manualClock();
  const queues = memoryQueues(clock, [
    { name: 'contract-dead-letters', sources: ['contract-work'] },
    { name: 'contract-work' },
    { name: 'contract-other' },
  ]);
  const world = {
    ports: {
      queues,
      streams: memoryStreams(clock, [{ name: 'contract-events', status: 'ACTIVE', mode: 'PROVISIONED', openShards: 4 }]),
      addressSets: memoryAddressSets([{ name: 'contract-blocked', addresses: ['192.0.2.1/32'] }], { contract: ['198.51.100.1'] }),
      apiLimits: memoryApiLimits([{ name: 'contract', stage: 'v1', plans: [{ id: 'plan', name: 'contract' }] }]),
    },
    pass: async (seconds: number) => clock.advance(seconds),
    giveUp: async (messages: number) => queues.put('contract-dead-letters', messages, 'contract-work'),
  };
  describeEdges(() => world);
});

test('a stream is resharded ten times a day, and not more often', async () => {
  const clock = manualClock();
  const streams = memoryStreams(clock, [{ name: 's', status: 'ACTIVE', mode: 'PROVISIONED', openShards: 1 }]);
  for (let turn = 0; turn < 10; turn += 1) {
    await streams.setShards('s', turn % 2 === 0 ? 2 : 1);
    clock.advance(60);
  }
  await expect(streams.setShards('s', 2)).rejects.toThrow('rolling 24 hour');
  clock.advance(86_400);
  await streams.setShards('s', 2);
});

test('a message that came from no queue ends a move', async () => {
  const clock = manualClock();
  const queues = memoryQueues(clock, [{ name: 'dead', sources: ['work'] }, { name: 'work' }]);
  queues.put('dead', 1, 'work');
  queues.put('dead', 1);
  const queue = await queues.describe('dead');
  if (!queue) throw new Error('gone');
  await queues.startMove(queue, { perSecond: 10 });
  clock.advance(5);
  const failed = { status: 'FAILED', moved: 1, failureReason: 'CouldNotDetermineMessageSource' };
  expect(await queues.moves(queue)).toMatchObject([failed]);
});
