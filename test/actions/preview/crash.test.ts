// The heart of it: a run can be killed between any two things that it does, and whatever comes next ends well.
import { describe, expect, test } from '@jest/globals';
import { type Cloud, openCloud, tracesOf } from './support/cloud.ts';
import { close, closeOnly, type Ended, outcomeOf, push, reapAll } from './support/events.ts';

const number = 7;

/** Kills the run at each of its points in turn, in a world that is new each time. */
async function atEachPoint(
  prepare: (cloud: Cloud) => Promise<unknown>,
  dying: (cloud: Cloud, dieAt: number) => Promise<Ended<unknown>>,
  check: (cloud: Cloud, where: string) => Promise<void>,
): Promise<number> {
  for (let dieAt = 1; ; dieAt += 1) {
    const cloud = openCloud();
    await prepare(cloud);
    const ended = await dying(cloud, dieAt);
    if (ended.kind === 'ended') return dieAt - 1;
    await check(cloud, ended.where);
    expect(cloud.collisions).toEqual([]);
  }
}

const nothing = async () => undefined;
const shapes = ['shared', 'isolated'] as const;

describe.each(shapes)('a %s deploy that is killed anywhere', (shape) => {
  const dying = (cloud: Cloud, dieAt: number) => push(cloud, { number, commit: 'a', shape }, { dieAt });

  test('leaves nothing once the pull request is closed', async () => {
    const deaths = await atEachPoint(nothing, dying, async (cloud, where) => {
      expect([where, await outcomeOf(close(cloud, number))]).toEqual([
        where,
        expect.objectContaining({ kind: 'destroyed', leftovers: [] }),
      ]);
      expect([where, tracesOf(cloud, number)]).toEqual([where, []]);
    });
    expect(deaths).toBeGreaterThan(50);
  });

  test('is made good by the next push', async () => {
    await atEachPoint(nothing, dying, async (cloud, where) => {
      expect([where, await outcomeOf(push(cloud, { number, commit: 'b', shape }))]).toEqual([
        where,
        expect.objectContaining({ kind: 'live' }),
      ]);
      await outcomeOf(close(cloud, number));
      expect([where, tracesOf(cloud, number)]).toEqual([where, []]);
    });
  });
});

describe.each([
  ['shared', 'shared'],
  ['isolated', 'isolated'],
  ['shared', 'isolated'],
  ['isolated', 'shared'],
] as const)('an update from %s to %s that is killed anywhere', (from, to) => {
  const prepare = (cloud: Cloud) => push(cloud, { number, commit: 'a', shape: from });
  const dying = (cloud: Cloud, dieAt: number) => push(cloud, { number, commit: 'b', shape: to }, { dieAt });

  test('is made good by the next push, and leaves nothing', async () => {
    await atEachPoint(prepare, dying, async (cloud, where) => {
      expect([where, await outcomeOf(push(cloud, { number, commit: 'c', shape: to }))]).toEqual([
        where,
        expect.objectContaining({ kind: 'live' }),
      ]);
      await outcomeOf(close(cloud, number));
      expect([where, tracesOf(cloud, number)]).toEqual([where, []]);
    });
  });
});

describe.each(shapes)('a destroy of a %s preview that is killed anywhere', (shape) => {
  const prepare = (cloud: Cloud) => push(cloud, { number, commit: 'a', shape });
  const dying = (cloud: Cloud, dieAt: number) => close(cloud, number, { dieAt });

  test('is finished by the next one', async () => {
    const deaths = await atEachPoint(prepare, dying, async (cloud, where) => {
      await outcomeOf(close(cloud, number));
      expect([where, tracesOf(cloud, number)]).toEqual([where, []]);
    });
    expect(deaths).toBeGreaterThan(50);
  });

  test('is finished by the reaper', async () => {
    await atEachPoint(prepare, dying, async (cloud, where) => {
      await outcomeOf(reapAll(cloud));
      expect([where, tracesOf(cloud, number)]).toEqual([where, []]);
    });
  });

  test('is made good by the push after it was reopened', async () => {
    await atEachPoint(prepare, dying, async (cloud, where) => {
      expect([where, await outcomeOf(push(cloud, { number, commit: 'b', shape }))]).toEqual([
        where,
        expect.objectContaining({ kind: 'live' }),
      ]);
      await outcomeOf(close(cloud, number));
      expect([where, tracesOf(cloud, number)]).toEqual([where, []]);
    });
  });
});

describe.each([
  ['shared', 'isolated'],
  ['isolated', 'shared'],
] as const)('a %s deploy that is killed, and then an %s one that is killed anywhere', (first, second) => {
  const prepare = (cloud: Cloud) => push(cloud, { number, commit: 'a', shape: first }, { dieAt: 'create aws_iam_role.task' });
  const dying = (cloud: Cloud, dieAt: number) => push(cloud, { number, commit: 'b', shape: second }, { dieAt });

  test('leave nothing when the reaper comes by', async () => {
    await atEachPoint(prepare, dying, async (cloud, where) => {
      closeOnly(cloud, number);
      await outcomeOf(reapAll(cloud));
      expect([where, tracesOf(cloud, number)]).toEqual([where, []]);
    });
  });
});
