// Running a runbook: everything comes true, or everything is as it was; and nobody is left without a word.
import { describe, expect, test } from '@jest/globals';
import { planRunbook } from '../../../src/actions/runbook/engine/plan.ts';
import { resumeRunbook } from '../../../src/actions/runbook/engine/resume.ts';
import { type RunbookResult, runRunbook } from '../../../src/actions/runbook/engine/run.ts';
import { denied, expired, throttled } from '../../support/troubles.ts';
import { changed, stocked, stockUp, untouched } from './support/shop.ts';
import { openStage, requestOf, resumeOf, run, type Stage } from './support/stage.ts';

const steps = (stage: Stage) => stage.journal()?.steps.map(({ id, state }) => `${id}: ${state}`);
const obstacles = (result: RunbookResult) => (result.kind === 'not-begun' ? result.plan.obstacles.map(({ what }) => what) : []);
const play = (stage: Stage) => runRunbook(stage.world(), requestOf(stage));

describe('a plan', () => {
  test('says what would be changed, and changes nothing', async () => {
    const stage = openStage();
    const plan = await planRunbook(stage.world(), requestOf(stage));
    expect(plan.obstacles).toEqual([]);
    expect(plan.steps.map(({ outcome }) => outcome)).toEqual([
      { kind: 'change', changes: [{ what: 'bread', from: '2', to: '6' }] },
      { kind: 'change', changes: [{ what: 'milk', from: '3', to: '8' }] },
      { kind: 'change', changes: [{ what: 'balance', from: '0', to: '40' }] },
    ]);
    expect(plan.watched).toEqual(['assess-staging-app-cpu', 'assess-staging-app-errors']);
    expect(stage.shop.calls.map(({ method }) => method)).toEqual(['shelf', 'shelf', 'shelf', 'balance']);
    expect([...stage.bucket.keys()]).toEqual([]);
  });

  test('looks for things by how their names begin in the repository', async () => {
    const seen: string[] = [];
    const stage = openStage({
      runbook: changed({
        check: async ({ place }) => {
          seen.push(place.prefix);
          return [];
        },
      }),
    });
    const settings = { ...stage.world().settings, names: { prefix: 'shop' } };
    const plan = await planRunbook(stage.world({ settings }), requestOf(stage));
    expect(seen).toEqual(['shop-staging']);
    // The others are somebody else's.
    expect(plan.watched).toEqual([]);
  });
});

describe('a run', () => {
  test('does every step, watches the alarms, and gives its lock back', async () => {
    const stage = openStage();
    expect(await play(stage)).toMatchObject({ kind: 'ended', journal: { state: 'done' } });
    expect(stage.shop.state()).toEqual(stocked);
    expect(steps(stage)).toEqual(['stock-bread: done', 'stock-milk: done', 'book: done']);
    expect(stage.journal()).toMatchObject({
      id: '20260131T120000Z-stock-up-1-1',
      because: 'every step came true, and 2 alarms kept silent for 60 s',
      by: 'octocat',
      reason: 'hungry',
      door: 'comment',
      endedAt: expect.any(String),
    });
    expect([...stage.bucket.keys()]).toEqual(['runs/runbooks/staging/corner-shop.json']);
    expect(stage.log.filter((line) => /^[▸✔]/.test(line)).filter((line) => line.startsWith('▸'))).toEqual(
      ['lock', 'check', 'stock-bread', 'stock-milk', 'book', 'settle', 'unlock'].map((name) => `▸ ${name}`),
    );
    expect(stage.told.at(-1)?.state).toBe('done');
  });

  test('writes down how it was before it changes anything', async () => {
    const stage = openStage();
    const seen: unknown[] = [];
    const { want } = stage.shop;
    stage.shop.want = async (...given) => {
      seen.push(stage.journal()?.steps.at(-1));
      return want(...given);
    };
    await play(stage);
    expect(seen).toMatchObject([
      { id: 'stock-bread', state: 'running', before: { wanted: 2 } },
      { id: 'stock-milk', state: 'running', before: { wanted: 3 } },
    ]);
  });

  test('finds nothing to do, and writes nothing down', async () => {
    const stage = openStage({ runbook: changed({ steps: stockUp.steps.slice(0, 2) }) });
    await play(stage);
    stage.bucket.clear();
    expect(await play(stage)).toMatchObject({ kind: 'not-begun', status: 'nothing-to-do' });
    expect([...stage.bucket.keys()]).toEqual([]);
  });

  test('tries again what passes, and waits longer each time', async () => {
    const stage = openStage();
    stage.shop.failNext('want', throttled(), 2);
    expect(await play(stage)).toMatchObject({ kind: 'ended', journal: { state: 'done' } });
    expect(stage.log.filter((line) => line.includes('trying again'))).toEqual([
      expect.stringMatching(/trying again in 5 s/),
      expect.stringMatching(/trying again in 10 s/),
    ]);
  });
});

describe('what goes wrong', () => {
  test.each<[string, (stage: Stage) => void, object]>([
    ['a step is denied', ({ shop }) => shop.failNext('book', denied()), { kind: 'failed', step: 'book' }],
    [
      'a step is throttled for too long',
      ({ shop }) => shop.failNext('want', throttled(), 3),
      { kind: 'failed', step: 'stock-bread' },
    ],
    [
      'it does not come true in time',
      ({ shop, clock }) => {
        shop.blocked = true;
        clock.in(62, () => {
          shop.blocked = false;
        });
      },
      { kind: 'late', step: 'stock-bread', words: 'not within 60 s: 2 of 6 are there' },
    ],
    [
      'an alarm of users rings',
      ({ alarms, clock }) => clock.in(40, () => alarms.set('assess-staging-app-errors', 'ALARM', 'too many')),
      { kind: 'alarm', alarm: 'assess-staging-app-errors', words: 'assess-staging-app-errors rang: too many' },
    ],
    [
      'what it is to silence rings',
      ({ alarms, clock }) => clock.in(40, () => alarms.set('assess-staging-app-cpu', 'ALARM')),
      { kind: 'alarm', alarm: 'assess-staging-app-cpu' },
    ],
  ])('%s: everything is undone', async (_what, spoil, cause) => {
    const stage = openStage();
    spoil(stage);
    expect(await play(stage)).toMatchObject({ kind: 'ended', journal: { state: 'compensated', cause } });
    stage.clock.advance(60);
    expect(stage.shop.state()).toEqual(untouched);
    expect(stage.pager.pages).toEqual([]);
    expect(stage.bucket.has('locks/runbooks/staging/corner-shop.json')).toBe(false);
  });

  test.each<[string, (stage: Stage) => void]>([
    ['rang before', ({ alarms }) => alarms.set('assess-staging-app-errors', 'ALARM')],
    ['tells of neither', ({ alarms, clock }) => clock.in(40, () => alarms.set('assess-staging-cache-1-cpu', 'ALARM'))],
    ["is a neighbour's", ({ alarms, clock }) => clock.in(40, () => alarms.set('assess-staging2-app-cpu', 'ALARM'))],
    ['cannot be read for a while', ({ alarms }) => alarms.failNext('read', throttled(), 4)],
    ['cannot be read at all', ({ alarms }) => alarms.failAll(throttled())],
  ])('an alarm that %s undoes nothing', async (_what, spoil) => {
    const stage = openStage();
    spoil(stage);
    expect(await play(stage)).toMatchObject({ kind: 'ended', journal: { state: 'done' } });
  });

  test('the last step is undone first', async () => {
    const stage = openStage();
    stage.shop.failNext('book', denied());
    await play(stage);
    expect(stage.log.filter((line) => line.startsWith('✔ undo'))).toEqual([
      '✔ undo book',
      '✔ undo stock-milk',
      '✔ undo stock-bread',
    ]);
  });

  test('what nobody can undo is kept, and said', async () => {
    const [bread, milk, book] = stockUp.steps;
    if (!bread || !milk || !book) throw new Error('it has three steps');
    const stage = openStage({
      runbook: changed({ steps: [{ ...bread, compensate: { impossible: 'bread gets old' } }, milk, book] }),
    });
    stage.shop.failNext('book', denied());
    expect(await play(stage)).toMatchObject({
      journal: { state: 'compensated', because: expect.stringMatching(/; nobody can undo stock-bread$/) },
    });
    expect(stage.shop.state()).toEqual({ ...untouched, bread: 6 });
    expect(steps(stage)).toEqual(['stock-bread: kept', 'stock-milk: undone', 'book: undone']);
  });

  test('a plan that is refused in the middle undoes what was done', async () => {
    const [bread, milk] = stockUp.steps;
    if (!bread || !milk) throw new Error('it has three steps');
    let looks = 0;
    const refusing: typeof milk = {
      ...milk,
      plan: async (scope) => {
        looks += 1;
        return looks === 1 ? milk.plan(scope) : { kind: 'refused', obstacle: { what: 'The cow is ill.', next: 'Wait.' } };
      },
    };
    const stage = openStage({ runbook: changed({ steps: [bread, refusing] }) });
    expect(await play(stage)).toMatchObject({
      journal: { state: 'compensated', cause: { kind: 'refused', words: 'The cow is ill' } },
    });
    expect(stage.shop.state()).toEqual(untouched);
  });

  test('a runbook that cannot read what it wrote down changes nothing', async () => {
    const [bread] = stockUp.steps;
    if (!bread) throw new Error('it has three steps');
    const stage = openStage({ runbook: changed({ steps: [{ ...bread, problemsOf: () => ['wanted: missing'] }] }) });
    expect(await play(stage)).toMatchObject({
      journal: { state: 'compensated', because: expect.stringMatching(/nothing had been changed$/) },
    });
    expect(stage.shop.calls.some(({ method }) => method === 'want')).toBe(false);
  });

  test('secrets that AWS quotes are written nowhere', async () => {
    const stage = openStage();
    stage.shop.failNext('book', new Error('password=hunter2hunter2 was refused'));
    await play(stage);
    expect(JSON.stringify([...stage.bucket.values(), stage.log])).not.toContain('hunter2');
    expect(stage.journal()?.cause?.words).toBe('password=(redacted) was refused');
  });
});

describe('what cannot be undone', () => {
  const stuck = async (): Promise<Stage> => {
    const stage = openStage();
    stage.shop.failNext('book', denied(), 1);
    const { book } = stage.shop;
    let booked = 0;
    stage.shop.book = async (...given) => {
      booked += 1;
      if (booked === 2) throw denied();
      return book(...given);
    };
    await play(stage);
    return stage;
  };

  test('pages somebody, says what to do by hand, and keeps the target', async () => {
    const stage = await stuck();
    expect(stage.journal()).toMatchObject({
      state: 'stuck',
      because: expect.stringMatching(/^book could not be undone: Could not ask AWS: AWS denied it/),
      byHand: [
        'Book what it costs: bring back what it changed (Books nothing for it.): balance from 40 to 0',
        'Stock milk: bring back what it changed (Wants as much milk as before.): milk from 8 to 3',
        'Stock bread: bring back what it changed (Wants as much bread as before.): bread from 6 to 2',
      ],
    });
    expect(stage.pager.pages).toMatchObject([
      { subject: 'Runbook stock-up is stuck on staging', text: expect.stringMatching(/- Stock milk/) },
    ]);
    expect(obstacles(await play(stage))).toEqual([
      expect.stringMatching(/^stock-up on corner-shop of staging is stuck: book could not/),
    ]);
  });

  test('is undone by whoever resumes it, once that works', async () => {
    const stage = await stuck();
    const resumed = await resumeRunbook(stage.world(), resumeOf({ way: 'undo' }));
    expect(resumed).toMatchObject({ kind: 'ended', journal: { state: 'compensated' } });
    expect(stage.shop.state()).toEqual(untouched);
  });

  test("is somebody else's once they take it as it is", async () => {
    const stage = await stuck();
    await resumeRunbook(stage.world(), resumeOf({ way: 'accept', reason: 'we like milk' }));
    expect(stage.journal()).toMatchObject({ state: 'stuck', accepted: { by: 'hubot', reason: 'we like milk' } });
    expect((await play(stage)).kind).toBe('ended');
  });

  test('for want of credentials is unfinished, and nobody is paged for it', async () => {
    const stage = openStage();
    stage.clock.in(20, () => stage.shop.failAll(expired()));
    expect(await play(stage)).toMatchObject({ kind: 'unfinished', journal: { state: 'compensating' } });
    expect(stage.pager.pages).toEqual([]);
    stage.shop.failAll(undefined);
    stage.activeRuns.delete(1);
    await resumeRunbook(stage.world({ run: run(2) }), resumeOf());
    expect(stage.journal()).toMatchObject({ state: 'compensated', takenOverFrom: [{ runId: 1 }] });
    expect(stage.shop.state()).toEqual(untouched);
  });
});

describe('a cancelled run', () => {
  test.each([[1], [14], [30], [70]])('undoes what it has done: after %i s', async (seconds) => {
    const stage = openStage();
    const controller = new AbortController();
    stage.clock.in(seconds, () => controller.abort());
    const result = await runRunbook(stage.world({ signal: controller.signal }), requestOf(stage));
    expect(result).toMatchObject({ kind: 'ended', journal: { state: 'compensated', cause: { kind: 'cancelled' } } });
    expect(stage.shop.state()).toEqual(untouched);
  });

  test('before it has begun changes nothing', async () => {
    const stage = openStage();
    await runRunbook(stage.world({ signal: AbortSignal.abort() }), requestOf(stage));
    expect(stage.journal()).toMatchObject({ state: 'compensated', because: 'the run was cancelled; nothing had been changed' });
    expect(stage.shop.calls.some(({ method }) => method === 'want')).toBe(false);
  });
});
