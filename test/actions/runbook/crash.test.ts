// A run may die at any call: whoever comes next brings it to its end, all done or all undone, and nothing twice.
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { finishOwn } from '../../../src/actions/runbook/engine/finish-own.ts';
import { finalStates, type RunState } from '../../../src/actions/runbook/engine/journal.ts';
import type { ResumeWay } from '../../../src/actions/runbook/engine/request.ts';
import { resumeRunbook } from '../../../src/actions/runbook/engine/resume.ts';
import { runRunbook } from '../../../src/actions/runbook/engine/run.ts';
import { denied, throttled, unavailable } from '../../support/troubles.ts';
import { type Death, immortal, mortal } from './support/mortal.ts';
import { stocked, untouched } from './support/shop.ts';
import { openStage, requestOf, resumeOf, run, type Stage } from './support/stage.ts';

jest.setTimeout(120_000);

type Spoil = (stage: Stage) => void;

const fine: Spoil = () => undefined;
const deniedAtLast: Spoil = ({ shop }) => {
  const { book } = shop;
  // To give back is allowed.
  shop.book = async (amount, token) => {
    if (amount > 0) throw denied();
    return book(amount, token);
  };
};
const alarmRings: Spoil = ({ alarms, clock }) => clock.in(50, () => alarms.set('assess-staging-app-errors', 'ALARM'));

/** Fewer looks, and so fewer points that are alike. */
const open = (spoil: Spoil): Stage => {
  const stage = openStage({ pollSeconds: 15 });
  spoil(stage);
  return stage;
};

async function dieAt(stage: Stage, death: Death): Promise<readonly string[]> {
  const { world, calls } = mortal(stage, death);
  await runRunbook(world, requestOf(stage)).catch(() => undefined);
  return calls;
}

function endOf(stage: Stage) {
  stage.clock.advance(30);
  const { state } = stage.journal() ?? { state: 'nothing' };
  return {
    state,
    shop: stage.shop.state(),
    isLocked: [...stage.bucket.keys()].some((key) => key.startsWith('locks/')),
    pages: stage.pager.pages.length,
  };
}

const allDone = { state: 'done', shop: stocked, isLocked: false, pages: 0 };
const allUndone = { state: 'compensated', shop: untouched, isLocked: false, pages: 0 };

/** All done or all undone: and undone where that was asked for, also when it was done already. */
function expectedEnd(before: RunState | undefined, after: string, way: ResumeWay) {
  if (before === undefined) return { state: 'nothing', shop: untouched, pages: 0 };
  const { isLocked: _, ...end } = way !== 'undo' && after === 'done' ? allDone : allUndone;
  return end;
}

describe.each<[string, Spoil, number]>([
  ['that would be done', fine, 40],
  ['whose last step is denied', deniedAtLast, 45],
  ['at whose end an alarm rings', alarmRings, 55],
])('a run %s dies at each of its calls', (_name, spoil, least) => {
  const points = async (): Promise<number> => (await dieAt(open(spoil), immortal)).length;

  test.each<[string, boolean, ResumeWay]>([
    ['before the call, and is continued', false, 'continue'],
    ['after the call, and is continued', true, 'continue'],
    ['before the call, and is undone', false, 'undo'],
    ['after the call, and is undone', true, 'undo'],
  ])('%s', async (_when, isDone, way) => {
    const total = await points();
    expect(total).toBeGreaterThan(least);
    const states = new Set<string>();
    for (let at = 1; at <= total; at += 1) {
      const stage = open(spoil);
      const calls = await dieAt(stage, { at, isDone });
      stage.activeRuns.delete(1);
      const before = stage.journal()?.state;
      await resumeRunbook(stage.world({ run: run(2) }), resumeOf({ way }));
      const where = `${at}: ${calls[at - 1]}`;
      const { isLocked, ...end } = endOf(stage);
      states.add(end.state);
      expect([where, end]).toEqual([where, expectedEnd(before, end.state, way)]);
      // Where nothing had begun, there is nothing to be resumed: its lock is the next run's, since its own has ended.
      if (before !== undefined && before !== 'done' && before !== 'compensated')
        expect([where, isLocked]).toEqual([where, false]);
    }
    const ends = {
      continue: spoil === fine ? ['done'] : ['compensated'],
      undo: ['compensated'],
    };
    expect([...states].sort()).toEqual([...ends[way as 'continue' | 'undo'], 'nothing']);
  });

  test('and is undone after the job by itself', async () => {
    const total = await points();
    for (let at = 1; at <= total; at += 1) {
      const stage = open(spoil);
      const calls = await dieAt(stage, { at, isDone: true });
      await finishOwn(stage.world(), 'staging');
      const where = `${at}: ${calls[at - 1]}`;
      const end = endOf(stage);
      const expected = end.state === 'done' ? allDone : end.state === 'nothing' ? { ...allUndone, state: 'nothing' } : allUndone;
      expect([where, end]).toEqual([where, expected]);
    }
  });
});

describe('whoever resumes a run', () => {
  test.each([['continue'], ['undo']] as const)('may die, too, at each call: to %s', async (way) => {
    const first = async (): Promise<Stage> => {
      const stage = open(fine);
      await dieAt(stage, { at: 22, isDone: true });
      stage.activeRuns.delete(1);
      stage.activeRuns.add(2);
      return stage;
    };
    const { world, calls } = mortal(await first(), immortal, { run: run(2) });
    await resumeRunbook(world, resumeOf({ way }));
    expect(calls.length).toBeGreaterThan(20);
    for (let at = 1; at <= calls.length; at += 1) {
      const stage = await first();
      const second = mortal(stage, { at, isDone: at % 2 === 0 }, { run: run(2) });
      await resumeRunbook(second.world, resumeOf({ way })).catch(() => undefined);
      stage.activeRuns.delete(2);
      await resumeRunbook(stage.world({ run: run(3) }), resumeOf({ way }));
      const where = `${at}: ${calls[at - 1]}`;
      expect([where, { ...endOf(stage), isLocked: false }]).toEqual([where, way === 'continue' ? allDone : allUndone]);
    }
  });

  test('leaves one alone that is alive', async () => {
    const stage = open(fine);
    await dieAt(stage, { at: 25, isDone: true });
    const resumed = await resumeRunbook(stage.world({ run: run(2) }), resumeOf());
    expect(resumed).toMatchObject({
      kind: 'refused',
      obstacles: [{ what: 'corner-shop of staging is being changed by run 1, job runbook (runbook stock-up).' }],
    });
  });

  test('is told when another one was left in the way of a new run', async () => {
    const stage = open(fine);
    await dieAt(stage, { at: 25, isDone: true });
    stage.activeRuns.delete(1);
    const result = await runRunbook(stage.world({ run: run(2) }), requestOf(stage));
    expect(result).toMatchObject({
      kind: 'not-begun',
      status: 'refused',
      plan: {
        obstacles: [
          {
            what: 'stock-up on corner-shop of staging was left unfinished by run 1, job runbook: it was running.',
            next: 'Bring it to its end with /runbook resume corner-shop environment=staging, or take back what it did with /runbook resume corner-shop environment=staging --undo.',
          },
        ],
      },
    });
  });
});

test('whatever fails and whenever it dies, a run ends all done or all undone, or says that it is stuck', async () => {
  const trouble = fc.record({
    method: fc.constantFrom('shelf', 'want', 'book', 'balance' as const),
    afterSeconds: fc.integer({ min: 0, max: 150 }),
    times: fc.integer({ min: 1, max: 6 }),
    error: fc.constantFrom(throttled, unavailable, denied),
  });
  const story = fc.record({
    troubles: fc.array(trouble, { maxLength: 3 }),
    deaths: fc.array(fc.record({ at: fc.integer({ min: 1, max: 70 }), isDone: fc.boolean() }), { maxLength: 3 }),
    cancelAfter: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    alarmAfter: fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined }),
    way: fc.constantFrom<ResumeWay>('continue', 'undo'),
  });
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(story, async ({ troubles, deaths, cancelAfter, alarmAfter, way }) => {
      const stage = openStage({ pollSeconds: 15 });
      const { clock, shop, alarms } = stage;
      for (const { method, afterSeconds, times, error } of troubles)
        clock.in(afterSeconds, () => shop.failNext(method, error(), times));
      if (alarmAfter !== undefined) clock.in(alarmAfter, () => alarms.set('assess-staging-app-errors', 'ALARM'));
      const controller = new AbortController();
      if (cancelAfter !== undefined) clock.in(cancelAfter, () => controller.abort());
      const [first = immortal, ...later] = deaths;
      const { world } = mortal(stage, first, { signal: controller.signal });
      await runRunbook(world, requestOf(stage)).catch(() => undefined);
      // Each resumes what the one before has left; the last one lives, and comes again while something passes.
      for (const [index, death] of [...later, ...Array.from({ length: 8 }, () => immortal)].entries()) {
        stage.activeRuns.clear();
        const resuming = mortal(stage, death, { run: run(index + 2) });
        await resumeRunbook(resuming.world, resumeOf({ way })).catch(() => undefined);
      }
      clock.advance(60);
      const journal = stage.journal();
      const state = journal?.state ?? 'nothing';
      seen.set(state, (seen.get(state) ?? 0) + 1);
      if (state === 'done') expect(shop.state()).toEqual(stocked);
      else if (state === 'stuck') expect(stage.pager.pages.length).toBeGreaterThan(0);
      else expect([state, shop.state()]).toEqual([state, untouched]);
      expect([...finalStates, 'nothing']).toContain(state);
    }),
    { numRuns: 500 },
  );
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['done', 'compensated']));
});
