// A deploy while a person holds the environment: nothing changes, people read why, and what must go on goes on.
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { readSlots } from '../../../src/actions/comment/slots.ts';
import { extend } from '../../../src/actions/preview/extend.ts';
import { lock, perform, unlock } from '../environment/support/commands.ts';
import { type Cloud, openCloud, tracesOf } from './support/cloud.ts';
import { close, closeOnly, outcomeOf, type Push, push, reapAll, run } from './support/events.ts';

jest.setTimeout(30_000);

const number = 7;
const hour = 3_600_000;
const pushed: Push = { number, commit: 'a' };
const section = (cloud: Cloud): string => readSlots(cloud.comments.get(number) ?? '').preview ?? '';

/** All that a deploy could change, but for the comment. */
const changeable = ({ bucket, resources, deployments }: Cloud) => structuredClone({ bucket, resources, deployments });

async function heldBy(by: string): Promise<Cloud> {
  const cloud = openCloud();
  await perform(cloud, lock(by, { pullRequest: 9 }));
  return cloud;
}

describe('under a hold', () => {
  test('a push changes nothing, and people read who holds it', async () => {
    const cloud = await heldBy('octocat');
    const before = changeable(cloud);
    expect(await outcomeOf(push(cloud, pushed))).toMatchObject({
      kind: 'held',
      environment: 'staging',
      by: { kind: 'hold', hold: { by: 'octocat' } },
      isCommanded: false,
    });
    expect(changeable(cloud)).toEqual(before);
    expect(section(cloud)).toContain('`6100000` is not deployed. 🔒 staging is locked by `@`octocat until 2026');
  });

  test('what is up stays up, and is said to be', async () => {
    const cloud = openCloud();
    await push(cloud, pushed);
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
    const before = changeable(cloud);
    await outcomeOf(push(cloud, { number, commit: 'b' }));
    expect(changeable(cloud)).toEqual(before);
    expect(section(cloud)).toContain('- https://pr-7.example.org still runs `6100000`.');
  });

  test('an isolated preview waits, too', async () => {
    const cloud = await heldBy('octocat');
    expect(await outcomeOf(push(cloud, { ...pushed, shape: 'isolated' }))).toMatchObject({ kind: 'held' });
  });

  test.each([
    ['the holder', 'OctoCat', { kind: 'live' }],
    ['somebody else', 'hubot', { kind: 'held', isCommanded: true }],
  ])('a deploy that %s commands', async (_who, actor, result) => {
    const cloud = await heldBy('octocat');
    expect(await outcomeOf(push(cloud, { ...pushed, actor }))).toMatchObject(result);
  });

  test('that nobody can read, nobody deploys', async () => {
    const cloud = openCloud();
    cloud.bucket.set('locks/staging.hold.json', { value: undefined, version: 'x' });
    const before = changeable(cloud);
    expect(await outcomeOf(push(cloud, { ...pushed, actor: 'octocat' }))).toMatchObject({
      kind: 'held',
      by: { kind: 'unreadable' },
    });
    expect(changeable(cloud)).toEqual(before);
    expect(section(cloud)).toContain('`/unlock staging --force`');
  });

  test('of another environment nothing waits', async () => {
    const cloud = openCloud();
    await perform(cloud, lock('octocat', { environment: 'production' }));
    expect(await outcomeOf(push(cloud, pushed))).toMatchObject({ kind: 'live' });
  });

  test('a closed pull request goes, also by the run that was to deploy it', async () => {
    const cloud = openCloud();
    await push(cloud, pushed);
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
    const log: string[] = [];
    const between = async () => {
      if (log.includes('▸ check-open')) closeOnly(cloud, number);
    };
    expect(await outcomeOf(push(cloud, { number, commit: 'b' }, { log, between }))).toMatchObject({ kind: 'closed' });
    expect(tracesOf(cloud, number)).toEqual([]);
  });

  test('to destroy, to reap and to extend go on', async () => {
    const cloud = openCloud();
    for (const one of [7, 8]) await push(cloud, { number: one, commit: 'a' });
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
    const extended = run(cloud, {}, (world) => extend(world, { pullRequest: 8, seconds: 3600 }));
    expect(await outcomeOf(extended)).toMatchObject({ kind: 'extended' });
    expect(await outcomeOf(close(cloud, 7))).toMatchObject({ kind: 'destroyed', leftovers: [] });
    closeOnly(cloud, 8);
    expect(await outcomeOf(reapAll(cloud))).toMatchObject({ reaped: [{ result: { kind: 'destroyed' } }] });
    expect([...cloud.bucket.keys()]).toEqual(['locks/staging.hold.json']);
  });
});

describe('a hold that ends', () => {
  test.each<[string, (cloud: Cloud) => unknown]>([
    ['because it is unlocked', (cloud) => perform(cloud, unlock('octocat', { pullRequest: 9 }))],
    ['because it expires', (cloud) => (cloud.nowMs += 8 * hour)],
  ])('%s lets the next deploy pass', async (_why, end) => {
    const cloud = await heldBy('octocat');
    await outcomeOf(push(cloud, pushed));
    await end(cloud);
    expect(await outcomeOf(push(cloud, pushed))).toMatchObject({ kind: 'live' });
  });
});

test.each(['▸ plan-service', '▸ apply-service'])('a hold that comes after "%s" lets the deploy come to its end', async (line) => {
  const cloud = openCloud();
  const log: string[] = [];
  let isLocked = false;
  const between = async () => {
    if (isLocked || !log.includes(line)) return;
    isLocked = true;
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
  };
  expect(await outcomeOf(push(cloud, pushed, { log, between }))).toMatchObject({ kind: 'live' });
  expect(cloud.bucket.has('locks/staging.hold.json')).toBe(true);
});

describe('any history of pushes and holds', () => {
  const anyPerson = fc.constantFrom('ann', 'bob');
  const anyEvent = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('push' as const),
        number: fc.constantFrom(1, 2),
        commit: fc.constantFrom('a', 'b', 'c'),
        shape: fc.constantFrom('shared' as const, 'isolated' as const),
        actor: fc.option(anyPerson, { nil: undefined }),
        dieAt: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('lock' as const), by: anyPerson, hours: fc.integer({ min: 1, max: 5 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unlock' as const), by: anyPerson }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 5 }) }) },
  );

  type Event = typeof anyEvent extends fc.Arbitrary<infer T> ? T : never;
  type Holder = { readonly by: string; readonly untilMs: number } | undefined;

  /** What should be so, told without any of the code. */
  function holderAfter(holder: Holder, event: Event, nowMs: number): Holder {
    const current = holder && holder.untilMs > nowMs ? holder : undefined;
    const isTheirs = 'by' in event && (!current || current.by === event.by);
    if (event.kind === 'lock' && isTheirs) return { by: event.by, untilMs: nowMs + event.hours * hour };
    return event.kind === 'unlock' && isTheirs ? undefined : current;
  }

  async function pushUnder(holder: Holder, cloud: Cloud, event: Extract<Event, { kind: 'push' }>): Promise<void> {
    const { actor, dieAt, ...of } = event;
    const before = structuredClone(cloud.resources);
    const ended = await push(cloud, { ...of, ...(actor && { actor }) }, { dieAt });
    const isHeld = holder !== undefined && holder.by !== actor;
    if (isHeld) expect(cloud.resources).toEqual(before);
    if (ended.kind === 'ended') expect(ended.value.kind === 'held').toBe(isHeld);
  }

  async function happen(cloud: Cloud, event: Event, holder: Holder): Promise<void> {
    if (event.kind === 'push') await pushUnder(holder, cloud, event);
    else if (event.kind === 'wait') cloud.nowMs += event.hours * hour;
    else await perform(cloud, event.kind === 'lock' ? lock(event.by, event) : unlock(event.by));
  }

  test('changes no resource of an environment that somebody else holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { minLength: 2, maxLength: 10 }), async (history) => {
        const cloud = openCloud();
        let holder: Holder;
        for (const event of history) {
          holder = holderAfter(holder, event, cloud.nowMs);
          await happen(cloud, event, holder);
        }
      }),
      { numRuns: 60 },
    );
  });
});
