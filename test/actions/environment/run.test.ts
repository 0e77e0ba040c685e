// A hold from its command to the comment, step by step; and what a run that dies leaves.
import { describe, expect, test } from '@jest/globals';
import { readSlots } from '../../../src/actions/comment/slots.ts';
import { parseHold } from '../../../src/actions/environment/hold.ts';
import { reportOf } from '../../../src/actions/environment/report.ts';
import { runEnvironment } from '../../../src/actions/environment/run.ts';
import { type Cloud, openCloud } from '../preview/support/cloud.ts';
import { outcomeOf, push, run } from '../preview/support/events.ts';
import { hold, key, lock, perform, unlock } from './support/commands.ts';

const slot = (cloud: Cloud, of: number) => readSlots(cloud.comments.get(of) ?? '').environment;
const resultOf = async (cloud: Cloud, command: Parameters<typeof perform>[1]) =>
  (await outcomeOf(perform(cloud, command))) as { readonly result: { readonly kind: string } };
const hour = 3_600_000;

describe('a lock', () => {
  test('is written down, and shown where it was asked for', async () => {
    const cloud = openCloud();
    expect(await resultOf(cloud, lock('octocat'))).toMatchObject({ result: { kind: 'locked' } });
    expect(cloud.bucket.get(key)?.value).toEqual({
      by: 'octocat',
      reason: 'we measure',
      since: '2026-11-22T10:00:00.000Z',
      expiresAt: '2026-11-22T18:00:00.000Z',
      pullRequest: 7,
      commentUrl: 'https://github.com/acme/app/pull/7#issuecomment-2',
    });
    expect(slot(cloud, 7)).toMatchInlineSnapshot(
      `"🔒 staging is locked by \`@\`octocat until 2026-11-22 18:00 UTC: we measure ([comment](https://github.com/acme/app/pull/7#issuecomment-2))"`,
    );
  });

  test('stands beside another environment of the same pull request', async () => {
    const cloud = openCloud();
    await perform(cloud, lock('octocat'));
    await perform(cloud, lock('octocat', { environment: 'production' }));
    expect(slot(cloud, 7)).toMatch(/production is locked[\s\S]*staging is locked/);
    await perform(cloud, unlock('octocat', { environment: 'production' }));
    expect(slot(cloud, 7)).toMatch(/^🔒 staging is locked/);
  });

  test('that is renewed elsewhere moves there', async () => {
    const cloud = openCloud();
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
    expect(await resultOf(cloud, lock('octocat', { hours: 1, reason: 'almost done' }))).toMatchObject({
      result: { kind: 'renewed', hold: { expiresAt: '2026-11-22T11:00:00.000Z', reason: 'almost done' } },
    });
    expect([slot(cloud, 9), slot(cloud, 7)]).toEqual([undefined, expect.stringContaining('almost done')]);
  });

  test('that has expired makes way, and goes from the comment', async () => {
    const cloud = openCloud();
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
    cloud.nowMs += 8 * hour;
    expect(await resultOf(cloud, lock('hubot'))).toMatchObject({ result: { kind: 'locked', previous: { by: 'octocat' } } });
    expect([slot(cloud, 9), slot(cloud, 7)]).toEqual([undefined, expect.stringContaining('hubot')]);
  });

  test("of somebody else is left as it is, and nothing is written on one's own pull request", async () => {
    const cloud = openCloud();
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
    const before = structuredClone(cloud.bucket);
    expect(await resultOf(cloud, lock('hubot'))).toMatchObject({ result: { kind: 'refused', by: { hold: { by: 'octocat' } } } });
    expect(cloud.bucket).toEqual(before);
    expect(cloud.comments.has(7)).toBe(false);
  });

  test('is told also when GitHub takes no comment', async () => {
    const cloud = openCloud();
    const log: string[] = [];
    const no = () => Promise.reject(new Error('GitHub is down'));
    const locking = run(cloud, { log }, (world) =>
      runEnvironment({ ...world, comments: { revise: no, find: no } }, lock('octocat')),
    );
    expect(await outcomeOf(locking)).toMatchObject({ result: { kind: 'locked' } });
    expect(log).toEqual(['warning: Could not write the comment of #7: GitHub is down']);
  });
});

describe('an unlock', () => {
  test('ends the hold, wherever it was asked for, and begins no comment of its own', async () => {
    const cloud = openCloud();
    await perform(cloud, lock('octocat', { pullRequest: 9 }));
    expect(await resultOf(cloud, unlock('octocat'))).toMatchObject({ result: { kind: 'unlocked', isForced: false } });
    expect(cloud.bucket.size).toBe(0);
    expect([slot(cloud, 9), cloud.comments.has(7)]).toEqual([undefined, false]);
  });

  test('by a stranger needs force', async () => {
    const cloud = openCloud();
    await perform(cloud, lock('octocat'));
    expect(await resultOf(cloud, unlock('hubot'))).toMatchObject({ result: { kind: 'refused' } });
    expect(cloud.bucket.has(key)).toBe(true);
    expect(await resultOf(cloud, unlock('hubot', { isForced: true }))).toMatchObject({
      result: { kind: 'unlocked', isForced: true },
    });
    expect(cloud.bucket.size).toBe(0);
  });

  test('by force is what gets rid of a document that nobody can read', async () => {
    const cloud = openCloud();
    cloud.bucket.set(key, { value: undefined, version: 'x' });
    expect(await resultOf(cloud, lock('octocat'))).toMatchObject({ result: { kind: 'refused', by: { kind: 'unreadable' } } });
    expect(await resultOf(cloud, unlock('octocat'))).toMatchObject({ result: { kind: 'refused', by: { kind: 'unreadable' } } });
    expect(await resultOf(cloud, unlock('octocat', { isForced: true }))).toMatchObject({ result: { kind: 'unlocked' } });
    expect(cloud.bucket.size).toBe(0);
  });
});

test('a bucket that loses every race is not asked for ever', async () => {
  const cloud = openCloud();
  const lost = async () => undefined;
  const locking = run(cloud, {}, (world) =>
    runEnvironment({ ...world, documents: { ...world.documents, create: lost } }, lock('octocat')),
  );
  await expect(locking).rejects.toMatchObject({ code: 'environment/busy' });
});

describe('a run that is killed anywhere', () => {
  /** Each of its points in turn, in a world that is new each time. */
  async function atEachPoint(
    prepare: (cloud: Cloud) => Promise<unknown>,
    command: Parameters<typeof perform>[1],
    check: (cloud: Cloud, where: string) => Promise<void>,
  ): Promise<number> {
    for (let dieAt = 1; ; dieAt += 1) {
      const cloud = openCloud();
      await prepare(cloud);
      const ended = await perform(cloud, command, { dieAt });
      if (ended.kind === 'ended') return dieAt - 1;
      await check(cloud, ended.where);
    }
  }

  test('leaves no hold or a whole one, and the next one makes it good', async () => {
    const deaths = await atEachPoint(
      async () => undefined,
      lock('octocat'),
      async (cloud, where) => {
        const left = cloud.bucket.get(key);
        expect([where, left === undefined || parseHold(left.value).kind === 'valid']).toEqual([where, true]);
        await perform(cloud, lock('octocat'));
        expect([where, slot(cloud, 7)]).toEqual([where, expect.stringContaining('staging is locked')]);
      },
    );
    expect(deaths).toBeGreaterThan(5);
  });

  test('while it unlocks: the next one ends it, in the comment, too', async () => {
    const prepare = (cloud: Cloud) => perform(cloud, lock('octocat'));
    const deaths = await atEachPoint(prepare, unlock('octocat'), async (cloud, where) => {
      await perform(cloud, unlock('octocat'));
      expect([where, cloud.bucket.size, slot(cloud, 7)]).toEqual([where, 0, undefined]);
    });
    expect(deaths).toBeGreaterThan(5);
  });
});

describe('the status', () => {
  const status = async (cloud: Cloud) =>
    reportOf(await outcomeOf(perform(cloud, { mode: 'status', environment: 'staging', pullRequest: 7 }))).outputs;

  test('of what is free', async () => {
    expect(await status(openCloud())).toEqual({
      status: 'free',
      message: '🔓 staging is not locked.\n\nThere is no preview of #7.',
    });
  });

  test('tells every hold in force, and the preview', async () => {
    const cloud = openCloud();
    await push(cloud, { number: 7, commit: 'a' });
    await perform(cloud, lock('octocat', { hours: 1 }));
    await perform(cloud, lock('hubot', { environment: 'production' }));
    const { status: word, message } = await status(cloud);
    expect([word, message.split('\n').slice(0, 5)]).toMatchInlineSnapshot(`
[
  "locked",
  [
    "🔒 production is locked by \`@\`hubot until 2026-11-22 18:00 UTC: we measure ([comment](https://github.com/acme/app/pull/7#issuecomment-2))",
    "",
    "🔒 staging is locked by \`@\`octocat until 2026-11-22 11:00 UTC: we measure ([comment](https://github.com/acme/app/pull/7#issuecomment-2))",
    "",
    "Preview of #7:",
  ],
]
`);
    cloud.nowMs += hour;
    expect((await status(cloud)).message).toMatch(/^🔓 staging is not locked\.\n\n🔒 production is locked/);
  });

  test('of what nobody can read', async () => {
    const cloud = openCloud();
    cloud.bucket.set(key, { value: { ...hold, by: 1 }, version: 'x' });
    expect(await status(cloud)).toMatchObject({ status: 'locked', message: expect.stringContaining('cannot be read') });
  });
});
