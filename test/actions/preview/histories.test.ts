// Whatever happens to pull requests, in whatever order, and wherever runs die: nothing leaks, and no lock stays.
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { deploy } from '../../../src/actions/preview/deploy.ts';
import { destroy } from '../../../src/actions/preview/destroy.ts';
import { type Cloud, openCloud, tracesOf } from './support/cloud.ts';
import { arrive, close, closeOnly, outcomeOf, push, reapAll, requestOf, run } from './support/events.ts';
import { interleaved } from './support/interleaved.ts';

jest.setTimeout(30_000);

const numbers = [1, 2, 3] as const;
const hour = 3_600_000;

const anyNumber = fc.constantFrom(...numbers);
const anyCommit = fc.constantFrom('a', 'b', 'c');
const anyShape = fc.constantFrom('shared' as const, 'isolated' as const);
const anyDeath = fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined });

const anyEvent = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('push' as const),
      number: anyNumber,
      commit: anyCommit,
      shape: anyShape,
      dieAt: anyDeath,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), number: anyNumber, dieAt: anyDeath }) },
  // A pull request in conflict gets no run when it is closed.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close-unnoticed' as const), number: anyNumber }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reap' as const), dieAt: anyDeath }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 100 }) }) },
);
type Event = typeof anyEvent extends fc.Arbitrary<infer T> ? T : never;

async function happen(cloud: Cloud, event: Event): Promise<void> {
  const dying = 'dieAt' in event && event.dieAt !== undefined ? { dieAt: event.dieAt } : {};
  switch (event.kind) {
    case 'push': {
      const ended = await push(cloud, event, dying);
      // Nothing else works on it, so its plan is still right, and there is nothing to wait for.
      if (ended.kind === 'ended') expect(['live', 'queued']).toContain(ended.value.kind);
      break;
    }
    case 'close':
      await close(cloud, event.number, dying);
      break;
    case 'close-unnoticed':
      closeOnly(cloud, event.number);
      break;
    case 'reap':
      await reapAll(cloud, dying);
      break;
    case 'wait':
      cloud.nowMs += event.hours * hour;
      break;
    default:
      event satisfies never;
  }
}

const allTraces = (cloud: Cloud) => numbers.flatMap((number) => tracesOf(cloud, number));

describe('any history', () => {
  const anyHistory = fc.array(anyEvent, { minLength: 1, maxLength: 12 });

  test('leaves nothing when the pull requests are closed', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const cloud = openCloud();
        for (const event of history) await happen(cloud, event);
        for (const number of numbers) await outcomeOf(close(cloud, number));
        expect(allTraces(cloud)).toEqual([]);
        expect(cloud.collisions).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('leaves nothing when they are closed without anybody noticing, and the reaper comes by', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const cloud = openCloud();
        for (const event of history) await happen(cloud, event);
        for (const number of numbers) closeOnly(cloud, number);
        await outcomeOf(reapAll(cloud));
        expect(allTraces(cloud)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('ends with every open pull request live or queued after one more push each, within the caps', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const cloud = openCloud();
        for (const event of history) await happen(cloud, event);
        const results = [];
        for (const number of numbers) results.push(await outcomeOf(push(cloud, { number, commit: 'z' })));
        const slots = [...cloud.bucket.keys()].filter((key) => key.startsWith('previews/slots/'));
        expect(slots.length).toBeLessThanOrEqual(2);
        for (const { kind } of results) expect(['live', 'queued']).toContain(kind);
        await outcomeOf(reapAll(cloud));
        expect([...cloud.bucket.keys()].filter((key) => key.startsWith('locks/'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('runs at the same time', () => {
  test.each([
    ['two pushes', false],
    ['two pushes and a close', true],
  ])('%s never work on one state together, and leave what the last word says', async (_what, isClosed) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const cloud = openCloud();
        arrive(cloud, { number: 7, commit: 'a' });
        const first = await requestOf(cloud, { number: 7, commit: 'a' });
        arrive(cloud, { number: 7, commit: 'b' });
        const second = await requestOf(cloud, { number: 7, commit: 'b' });
        if (isClosed) closeOnly(cloud, 7);
        const options = { settings: { lockWaitSeconds: 3600 }, between: interleaved(scheduler) };
        const runs = [
          run(cloud, options, (world) => deploy(world, first)),
          run(cloud, options, (world) => deploy(world, second)),
          ...(isClosed
            ? [run(cloud, options, (world) => destroy(world, { pullRequest: 7, why: 'the pull request was closed' }))]
            : []),
        ];
        await scheduler.waitFor(Promise.all(runs));
        const [one, other] = (await Promise.all(runs)).map((ended) => (ended.kind === 'ended' ? ended.value.kind : ended.kind));
        expect(cloud.collisions).toEqual([]);
        if (isClosed) expect(tracesOf(cloud, 7)).toEqual([]);
        else expect([one, other]).toEqual(['superseded', 'live']);
      }),
      { numRuns: 30 },
    );
  });
});
