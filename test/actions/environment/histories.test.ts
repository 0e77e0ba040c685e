// Whatever several people do with an environment, in whatever order: never two holders, and no stranger ends a hold.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Hold } from '../../../src/actions/environment/hold.ts';
import { runEnvironment } from '../../../src/actions/environment/run.ts';
import { type Cloud, openCloud } from '../preview/support/cloud.ts';
import { outcomeOf, run } from '../preview/support/events.ts';
import { interleaved } from '../preview/support/interleaved.ts';
import { key, lock, perform, unlock } from './support/commands.ts';

const hour = 3_600_000;
const anyPerson = fc.constantFrom('ann', 'Ann', 'bob', 'cleo');
const anyHours = fc.integer({ min: 1, max: 12 });

const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('lock' as const), by: anyPerson, hours: anyHours, pullRequest: fc.constantFrom(7, 8) }),
  fc.record({ kind: fc.constant('unlock' as const), by: anyPerson, isForced: fc.boolean() }),
  fc.record({ kind: fc.constant('wait' as const), hours: anyHours }),
  fc.record({ kind: fc.constant('break' as const) }),
);
type Event = typeof anyEvent extends fc.Arbitrary<infer T> ? T : never;

/** What should be so, told without any of the code: who holds it until when, or that nobody can tell. */
type Model = { readonly by: string; readonly untilMs: number } | 'free' | 'unreadable';

function expected(model: Model, event: Exclude<Event, { kind: 'wait' }>, nowMs: number): readonly [Model, string] {
  if (event.kind === 'break') return ['unreadable', ''];
  if (event.kind === 'unlock') {
    if (model === 'free') return [model, 'not-locked'];
    const isOwn = model !== 'unreadable' && model.by === event.by.toLowerCase();
    return isOwn || event.isForced ? ['free', 'unlocked'] : [model, 'refused'];
  }
  if (model === 'unreadable') return [model, 'refused'];
  const by = event.by.toLowerCase();
  if (model !== 'free' && model.by !== by) return [model, 'refused'];
  return [{ by, untilMs: nowMs + event.hours * hour }, model === 'free' ? 'locked' : 'renewed'];
}

function afterTime(model: Model, nowMs: number): Model {
  return typeof model === 'object' && model.untilMs <= nowMs ? 'free' : model;
}

async function happen(cloud: Cloud, event: Exclude<Event, { kind: 'wait' }>): Promise<string> {
  if (event.kind === 'break') {
    cloud.bucket.set(key, { value: { by: 'ann' }, version: `broken ${cloud.nowMs}` });
    return '';
  }
  const command = event.kind === 'lock' ? lock(event.by, event) : unlock(event.by, event);
  return ((await outcomeOf(perform(cloud, command))) as { readonly result: { readonly kind: string } }).result.kind;
}

describe('any history', () => {
  test('goes as the rules say, and the bucket has the one holder that there is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 20 }), async (history) => {
        const cloud = openCloud();
        let model: Model = 'free';
        for (const event of history) {
          if (event.kind === 'wait') {
            cloud.nowMs += event.hours * hour;
            model = afterTime(model, cloud.nowMs);
            continue;
          }
          const [next, result] = expected(model, event, cloud.nowMs);
          expect([event, await happen(cloud, event)]).toEqual([event, result]);
          model = next;
          if (typeof model !== 'object') continue;
          const found = cloud.bucket.get(key)?.value as Hold;
          expect([found.by.toLowerCase(), Date.parse(found.expiresAt)]).toEqual([model.by, model.untilMs]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('people at the same time', () => {
  test('of whom one gets it, and the others read who', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, isExpiredThere) => {
        const cloud = openCloud();
        if (isExpiredThere) {
          await perform(cloud, lock('dan', { hours: 1 }));
          cloud.nowMs += hour;
        }
        const people = ['ann', 'bob', 'cleo'];
        const options = { between: interleaved(scheduler) };
        const runs = people.map((by) => outcomeOf(run(cloud, options, (world) => runEnvironment(world, lock(by)))));
        await scheduler.waitFor(Promise.all(runs));
        const kinds = (await Promise.all(runs)).map((outcome) => ('result' in outcome ? outcome.result.kind : ''));
        expect(kinds.toSorted()).toEqual(['locked', 'refused', 'refused']);
        expect(cloud.bucket.get(key)?.value).toMatchObject({ by: people[kinds.indexOf('locked')] });
      }),
      { numRuns: 60 },
    );
  });

  test('an unlock and a lock of others: what ends is what was there, never the new one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const cloud = openCloud();
        await perform(cloud, lock('ann'));
        const options = { between: interleaved(scheduler) };
        const runs = [unlock('ann'), unlock('ann'), lock('bob')].map((command) =>
          outcomeOf(run(cloud, options, (world) => runEnvironment(world, command))),
        );
        await scheduler.waitFor(Promise.all(runs));
        const last = (await Promise.all(runs)).at(-1);
        const isBobs = last !== undefined && 'result' in last && last.result.kind === 'locked';
        expect((cloud.bucket.get(key)?.value as Hold | undefined)?.by).toBe(isBobs ? 'bob' : undefined);
      }),
      { numRuns: 60 },
    );
  });
});
