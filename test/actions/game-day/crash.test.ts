// A run may die at any call: whoever comes next ends the experiment, leaves no fault behind, and says what happened.
import { describe, expect, test } from '@jest/globals';
import { abortGameDay } from '../../../src/actions/game-day/abort.ts';
import type { GameDay } from '../../../src/actions/game-day/game-day.ts';
import { finishOwn, resume } from '../../../src/actions/game-day/resume.ts';
import { runDrill } from '../../../src/actions/game-day/run-drill.ts';
import type { GameDayWorld } from '../../../src/actions/game-day/world.ts';
import { azFailure } from '../../../src/drills/az-failure.ts';
import { openStage, type Stage } from './support/stage.ts';

/** One claim is as good as six here, and measured faster. */
const drill = { ...azFailure, hypothesis: azFailure.hypothesis.slice(0, 1) };
const request = { drill, zone: 'a', by: 'octocat' };
const nextRun = { runId: 2, attempt: 1, job: 'game-day' };
/** Fewer calls, so that a run can die at each of them. */
const settings = { pollSeconds: 60, rollbackSeconds: 120 };

interface Death {
  /** The call at which it dies. */
  readonly at: number;
  /** Whether that call still does what it was to do. */
  readonly isDone: boolean;
}

/** Its ports fail from that call on, as those of a dead process never answer. @returns how many calls there were */
function mortal(world: GameDayWorld, { at, isDone }: Death): { readonly world: GameDayWorld; readonly calls: () => number } {
  let calls = 0;
  const call = async (body: () => unknown): Promise<unknown> => {
    calls += 1;
    if (calls > at) throw new Error('dead');
    if (calls < at) return body();
    if (isDone) await body();
    throw new Error('dead');
  };
  const ports = Object.entries(world).map(([name, port]) => {
    if (typeof port !== 'object' || port === null || Array.isArray(port) || kept.includes(name)) return [name, port];
    const methods = Object.entries(port as Record<string, unknown>).map(([method, answer]) => [
      method,
      typeof answer === 'function' && method !== 'now' ? (...args: unknown[]) => call(() => answer(...args)) : answer,
    ]);
    return [name, Object.fromEntries(methods)];
  });
  return { world: Object.fromEntries(ports) as GameDayWorld, calls: () => calls };
}

const kept = ['progress', 'settings', 'run', 'catalogue', 'drills', 'signal'];

async function dieAt(stage: Stage, death: Death): Promise<number> {
  const { world, calls } = mortal(stage.world({ settings }), death);
  await runDrill(world, request).catch(() => undefined);
  stage.activeRuns.delete(1);
  return calls();
}

async function expectNothingLeft(stage: Stage): Promise<void> {
  expect(await stage.experiments.active()).toEqual([]);
  expect(await stage.networks.fisAcls('vpc-1')).toEqual([]);
  expect(await stage.shifts.active()).toEqual([]);
  expect((await stage.databases.describe('assess-staging'))?.members).toMatchObject([{ isWriter: true }, { isWriter: false }]);
}

const immortal: Death = { at: Number.POSITIVE_INFINITY, isDone: true };

describe('a run that dies', () => {
  test.each([
    ['before a call has any effect, and FIS leaves its network ACLs', false, true],
    ['after its effect, before its answer', true, false],
  ])('%s: the next one leaves nothing behind, wherever that was', async (_when, isDone, isUnclean) => {
    const total = await dieAt(openStage({ drills: [drill] }), immortal);
    expect(total).toBeGreaterThan(100);
    const verdicts = new Set<string>();
    for (let at = 1; at <= total; at += 1) {
      const stage = openStage({ isUnclean, drills: [drill] });
      await dieAt(stage, { at, isDone });
      const before: GameDay | undefined = stage.journal();
      const resumed = await resume(stage.world({ run: nextRun, settings }));
      const after: GameDay | undefined = stage.journal();
      await expectNothingLeft(stage);
      expect(stage.bucket.has('locks/staging.json')).toBe(false);
      // What has not even begun leaves nothing to finish.
      expect(after?.phase ?? 'ended').toBe('ended');
      if (before && before.phase !== 'ended') expect(after?.takenOverFrom).toEqual([{ runId: 1, attempt: 1, job: 'game-day' }]);
      verdicts.add(resumed.kind === 'finished' ? String(resumed.gameDay.verdict) : resumed.kind);
    }
    expect([...verdicts].sort()).toEqual(['aborted', 'nothing']);
  });

  test('is finished by the next drill, which then begins', async () => {
    const stage = openStage({ drills: [drill] });
    await dieAt(stage, { at: 60, isDone: true });
    expect(stage.journal()).toMatchObject({ phase: 'watch' });
    stage.clock.advance(3600);
    const { gameDay } = await runDrill(stage.world({ run: nextRun, settings }), request);
    expect(gameDay).toMatchObject({ id: '2026-01-31-az-failure-2', verdict: 'pass', takenOverFrom: [] });
    expect(stage.issues.get('game-day/2026-01-31-az-failure-1')?.title).toMatch(/ABORTED/);
    await expectNothingLeft(stage);
  });

  test('may leave an experiment that nobody wrote down', async () => {
    const stage = openStage({ drills: [drill] });
    const start: GameDayWorld['experiments']['start'] = async (ask) => {
      const experiment = await stage.experiments.start(ask);
      if (ask.isPreview) return experiment;
      throw new Error('dead');
    };
    const dead: GameDayWorld['experiments'] = { ...stage.experiments, start, active: () => Promise.reject(new Error('dead')) };
    await runDrill(stage.world({ settings, experiments: { ...dead, active: once([], dead.active) } }), request).catch(
      () => undefined,
    );
    expect(stage.journal()).toMatchObject({ phase: 'inject' });
    expect(stage.journal()).not.toHaveProperty('experiment');
    stage.activeRuns.delete(1);
    await resume(stage.world({ run: nextRun, settings }));
    expect(stage.journal()).toMatchObject({ phase: 'ended', verdict: 'aborted', experiment: { id: 'EXP2', status: 'stopped' } });
    await expectNothingLeft(stage);
  });

  test('is finished after the job by itself, without waiting for what can only be told', async () => {
    const stage = openStage({ drills: [drill] });
    const { world } = mortal(stage.world({ settings }), { at: 60, isDone: true });
    await runDrill(world, request).catch(() => undefined);
    const beganAt = stage.clock.now().getTime();
    // Its run is still there: the step after the job is a part of it.
    await finishOwn(stage.world({ settings: { ...settings, pollSeconds: 5, isHurried: true } }));
    expect(stage.journal()).toMatchObject({ phase: 'ended', verdict: 'aborted', because: 'Its job ended in the phase watch.' });
    expect((stage.clock.now().getTime() - beganAt) / 1000).toBeLessThan(240);
    expect(stage.bucket.has('locks/staging.json')).toBe(false);
    await expectNothingLeft(stage);
  });

  test('of a deploy keeps its lock: only a deploy knows what it has left half done', async () => {
    const stage = openStage({ drills: [drill] });
    const owner = { runId: 7, attempt: 1, job: 'deploy' };
    const lock = { owner, reason: 'deploy of 3f2a91c', since: '2026-01-31T11:00:00.000Z', expires: '2026-01-31T13:00:00.000Z' };
    await stage.documents.create('locks/staging.json', lock);
    expect(await resume(stage.world({ run: nextRun }))).toEqual({ kind: 'nothing' });
    expect(stage.bucket.has('locks/staging.json')).toBe(true);
  });

  test('gives back its lock after the job, also where nothing had begun', async () => {
    const stage = openStage({ drills: [drill] });
    await dieAt(stage, { at: 3, isDone: true });
    expect(stage.bucket.has('locks/staging.json')).toBe(true);
    await finishOwn(stage.world());
    expect([...stage.bucket.keys()]).toEqual([]);
  });
});

describe('a run that is alive', () => {
  test('is not resumed', async () => {
    const stage = openStage({ drills: [drill] });
    const playing = runDrill(stage.world({ settings }), request);
    const resumed = new Promise<unknown>((resolve) => {
      stage.clock.in(200, () => resolve(resume(stage.world({ run: nextRun }))));
    });
    expect(await resumed).toEqual({ kind: 'alive', by: { runId: 1, attempt: 1, job: 'game-day' } });
    expect((await playing).gameDay.verdict).toBe('pass');
  });

  test('puts everything right itself when another one aborts it', async () => {
    const stage = openStage({ drills: [drill] });
    const playing = runDrill(stage.world(), request);
    const aborted = new Promise<unknown>((resolve) => {
      stage.clock.in(200, () => resolve(abortGameDay(stage.world({ run: nextRun }), { by: 'hubot', isAll: false })));
    });
    expect(await aborted).toMatchObject({ kind: 'ended', isLeverEngaged: false });
    expect((await playing).gameDay).toMatchObject({ verdict: 'aborted', because: 'hubot asked for its end.' });
    await expectNothingLeft(stage);
  });
});

describe('aborting', () => {
  test('a game day whose run is dead puts everything right', async () => {
    const stage = openStage({ isUnclean: true, drills: [drill] });
    await dieAt(stage, { at: 60, isDone: true });
    const aborted = await abortGameDay(stage.world({ run: nextRun, settings }), { by: 'hubot', isAll: false });
    expect(aborted).toMatchObject({ kind: 'ended', gameDay: { phase: 'ended', verdict: 'aborted' } });
    await expectNothingLeft(stage);
  });

  test('nothing is nothing, but the safety lever is engaged when that is asked for', async () => {
    const stage = openStage({ drills: [drill] });
    expect(await abortGameDay(stage.world(), { by: 'hubot', isAll: false })).toEqual({ kind: 'none', isLeverEngaged: false });
    expect(await abortGameDay(stage.world(), { by: 'hubot', isAll: true })).toEqual({ kind: 'none', isLeverEngaged: true });
    expect(await stage.experiments.safetyLever()).toBe('engaged');
  });

  test('a journal that cannot be read is told, after the safety lever was engaged', async () => {
    const stage = openStage({ drills: [drill] });
    await stage.documents.create('runs/game-days/staging.json', { phase: 'watch' });
    await expect(abortGameDay(stage.world(), { by: 'hubot', isAll: true })).rejects.toMatchObject({
      code: 'game-day/journal-unreadable',
    });
    expect(await stage.experiments.safetyLever()).toBe('engaged');
  });
});

function once<T>(first: T, later: () => Promise<T>): () => Promise<T> {
  let isFirst = true;
  return () => {
    if (!isFirst) return later();
    isFirst = false;
    return Promise.resolve(first);
  };
}
