// A game day on an environment in memory, from its first look to its verdict.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GameDay } from '../../../src/actions/game-day/game-day.ts';
import { runDrill } from '../../../src/actions/game-day/run-drill.ts';
import type { GameDayWorld } from '../../../src/actions/game-day/world.ts';
import { azFailure } from '../../../src/drills/az-failure.ts';
import { drills } from '../../../src/drills/index.ts';
import { denied, expired, throttled } from '../../support/troubles.ts';
import { edgeAlarm, loadBalancerArn, mainService, openStage, type Stage, zones } from './support/stage.ts';

const request = { drill: azFailure, zone: 'a', by: 'octocat' };

type Run = Parameters<Stage['world']>[0];

async function play(stage: Stage, run: Run = {}): Promise<GameDay> {
  const { gameDay } = await runDrill(stage.world(run), request);
  expect(stage.journal()).toEqual(gameDay);
  expect(gameDay.phase).toBe('ended');
  return gameDay;
}

/** Nothing of the drill is left, and nobody is kept from the next one. */
async function expectPutRight(stage: Stage): Promise<void> {
  expect(await stage.experiments.active()).toEqual([]);
  expect(await stage.networks.fisAcls('vpc-1')).toEqual([]);
  expect(await stage.shifts.active()).toEqual([]);
  expect(stage.bucket.has('locks/staging.json')).toBe(false);
}

/** By then the faults are there: the preview takes 5 s, the start 2. */
const midway = 180;

describe('a platform that holds', () => {
  test('passes, and everything is as it was', async () => {
    const stage = openStage();
    const gameDay = await play(stage);
    expect(gameDay).toMatchObject({
      verdict: 'pass',
      because: 'The hypothesis held, nothing rang, and all was well again in time.',
      zone: 'eu-west-2a',
      findings: [],
      before: { writer: 'assess-staging-0', writerZone: 'eu-west-2a', tasksByZone: { 'eu-west-2a': 2 } },
      times: { recoverSeconds: expect.any(Number) },
    });
    expect(gameDay.abort).toBeUndefined();
    await expectPutRight(stage);
    expect(stage.networks.calls.filter(({ method }) => method === 'replace')).toEqual([]);
  });

  test.each(drills.map((drill) => [drill.id, drill] as const))('passes %s', async (_id, drill) => {
    const stage = openStage({ drill, drills });
    const { gameDay } = await runDrill(stage.world(), { drill, by: 'octocat', ...(drill.isZonal && { zone: 'a' }) });
    expect([gameDay.verdict, gameDay.because]).toEqual([
      'pass',
      'The hypothesis held, nothing rang, and all was well again in time.',
    ]);
    expect(gameDay.kpis.map(({ kpi, status }) => [kpi, status])).toEqual(drill.hypothesis.map(({ kpi }) => [kpi, 'held']));
    await expectPutRight(stage);
  });

  test('is told step by step', async () => {
    const stage = openStage();
    await play(stage);
    expect(stage.log.filter((line) => /^[▸✔]/.test(line)).map((line) => line.slice(2))).toEqual([
      ...['lock', 'lock', 'settle-earlier', 'settle-earlier', 'begin', 'begin', 'preflight', 'preflight'],
      ...['inject', 'start-experiment', 'start-experiment', 'inject', 'watch', 'watch', 'stop', 'stop'],
      ...['rollback', 'rollback', 'verify', 'verify', 'measure', 'measure', 'report', 'report', 'unlock', 'unlock'],
    ]);
  });

  test('measures the hypothesis while the faults were there, the zone that was hit against the others', async () => {
    const { kpis } = await play(openStage());
    expect(kpis.map(({ kpi, status, worst, before }) => ({ kpi, status, worst, before }))).toEqual([
      { kpi: 'edge-5xx-rate', status: 'held', worst: 0, before: 0 },
      { kpi: 'targets-5xx-rate', status: 'held', worst: 0, before: 0 },
      { kpi: 'api-5xx-rate', status: 'held', worst: 0, before: 0 },
      { kpi: 'edge-latency', status: 'held', worst: 0.2, before: 0.2 },
      { kpi: 'zone-errors', status: 'held', worst: 0, before: 0 },
      { kpi: 'healthy', status: 'held', worst: 6, before: 6 },
    ]);
    expect(kpis.find(({ kpi }) => kpi === 'targets-5xx-rate')).toMatchObject({ experiment: 0, control: 0 });
    expect(kpis.find(({ kpi }) => kpi === 'edge-latency')).not.toHaveProperty('control');
  });

  test('closes its issue, and those of earlier ones that it shows to be mended', async () => {
    const stage = openStage();
    stage.issues.set('game-day/earlier', { marker: 'game-day/earlier', title: '', body: '', labels: [], isOpen: true });
    const earlier = {
      id: 'earlier',
      startedAt: '2026-01-24T12:00:00.000Z',
      zone: zones[0],
      verdict: 'fail',
      because: '',
      times: {},
    };
    await stage.documents.create('runs/game-days/staging/az-failure.json', [earlier]);
    const { id } = await play(stage);
    expect([...stage.issues].map(([marker, { isOpen }]) => [marker, isOpen])).toEqual([
      ['game-day/earlier', false],
      [`game-day/${id}`, false],
    ]);
    expect(await stage.documents.read('runs/game-days/staging/az-failure.json')).toMatchObject({
      value: [{ id, verdict: 'pass', zone: zones[0] }, { id: 'earlier' }],
    });
  });

  test('does not depend on GitHub', async () => {
    const stage = openStage();
    const broken = async (): Promise<never> => Promise.reject(new Error('GitHub is down'));
    expect((await play(stage, { issues: { upsertOpen: broken, close: broken } })).verdict).toBe('pass');
  });

  test('costs ten cents an action and minute', async () => {
    expect((await play(openStage())).costUsd).toBe(3.4);
  });
});

describe('an alarm', () => {
  test('stops the experiment within one poll, and everything is put right', async () => {
    const stage = openStage();
    stage.clock.in(midway + 1, () => stage.alarms.set(edgeAlarm, 'ALARM', 'Threshold Crossed'));
    stage.clock.in(midway + 300, () => stage.alarms.set(edgeAlarm, 'OK'));
    const gameDay = await play(stage);
    expect(gameDay).toMatchObject({
      verdict: 'fail',
      because: `${edgeAlarm} rings: Threshold Crossed.`,
      abort: { because: 'alarm', alarm: edgeAlarm },
      experiment: { status: 'stopped' },
      transitions: [
        { name: edgeAlarm, to: 'ALARM' },
        { name: edgeAlarm, to: 'OK' },
      ],
    });
    expect(gameDay.times.abortSeconds).toBeLessThanOrEqual(5);
    expect(gameDay.times).toMatchObject({ detectSeconds: 174, stopSeconds: 34, recoverSeconds: expect.any(Number) });
    await expectPutRight(stage);
  });

  test('stops it within one poll, whenever it rings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 30, max: 590 }), async (second) => {
        const stage = openStage();
        stage.clock.in(second, () => stage.alarms.set(edgeAlarm, 'ALARM'));
        stage.clock.in(second + 300, () => stage.alarms.set(edgeAlarm, 'OK'));
        const { verdict, times } = await play(stage);
        expect(verdict).toBe('fail');
        expect(times.abortSeconds).toBeLessThanOrEqual(5);
      }),
      { numRuns: 12, seed: 6 },
    );
  });

  test('that rang and went back between two polls has rung', async () => {
    const stage = openStage();
    stage.clock.in(midway + 1, () => stage.alarms.set(edgeAlarm, 'ALARM'));
    stage.clock.in(midway + 3, () => stage.alarms.set(edgeAlarm, 'OK'));
    expect(await play(stage)).toMatchObject({ verdict: 'fail', because: `${edgeAlarm} rang, and went back.` });
    await expectPutRight(stage);
  });

  test('that FIS saw first fails it, too', async () => {
    const stage = openStage({ hasStopConditions: true });
    stage.clock.in(midway + 1, () => stage.alarms.set(edgeAlarm, 'ALARM'));
    stage.clock.in(midway + 300, () => stage.alarms.set(edgeAlarm, 'OK'));
    expect(await play(stage)).toMatchObject({
      verdict: 'fail',
      because: `${edgeAlarm} rang, and FIS stopped the experiment.`,
      abort: { because: 'stop-condition', alarm: edgeAlarm },
    });
  });

  test('that lost its data for a moment is no reason to stop', async () => {
    const stage = openStage();
    stage.clock.in(midway, () => stage.alarms.set(edgeAlarm, 'INSUFFICIENT_DATA'));
    stage.clock.in(midway + 60, () => stage.alarms.set(edgeAlarm, 'OK'));
    expect((await play(stage)).verdict).toBe('pass');
  });
});

describe('a weakness', () => {
  test('of all tasks in one zone is found, and named', async () => {
    const stage = openStage({ taskZones: ['eu-west-2a', 'eu-west-2a', 'eu-west-2a'] });
    stage.clock.in(90, () => stage.alarms.set(edgeAlarm, 'ALARM'));
    stage.clock.in(300, () => {
      stage.alarms.set(edgeAlarm, 'OK');
      stage.services.place(mainService, zones);
    });
    const gameDay = await play(stage);
    expect(gameDay.verdict).toBe('fail');
    expect(gameDay.findings).toEqual([
      'All 3 tasks were in eu-west-2a: losing it lost the service. Spread them over the zones (availability zone rebalancing, subnets of every zone).',
    ]);
    expect([...stage.issues.values()]).toMatchObject([{ isOpen: true, labels: ['game-day'] }]);
  });

  test('that users noticed and no alarm told of is a finding of its own', async () => {
    const stage = openStage();
    stage.clock.in(60, () => stage.metrics.set('HTTPCode_ELB_5XX_Count', 900));
    stage.clock.in(500, () => stage.metrics.set('HTTPCode_ELB_5XX_Count', undefined));
    const { verdict, findings } = await play(stage);
    expect(verdict).toBe('fail');
    expect(findings.map((finding) => finding.split(/[:,]/)[0])).toEqual([
      'Errors of the load balancer was 13 at its worst',
      'The hypothesis was broken',
    ]);
  });

  test('of FIS, which leaves a zone cut off, is mended and told', async () => {
    const stage = openStage({ isUnclean: true });
    const { verdict, rollback, findings } = await play(stage);
    expect(rollback[0]).toMatchObject({ strategy: 'restore-subnets', status: 'done' });
    expect(verdict).toBe('pass');
    expect(findings).toEqual([
      'Gave 2 subnets their network ACLs back, which FIS had not. Find out why in the log of the experiment.',
    ]);
    expect((await stage.networks.subnetAcls('vpc-1')).map(({ subnetId, aclId }) => [subnetId, aclId])).toContainEqual([
      'subnet-data-a',
      'acl-data',
    ]);
    await expectPutRight(stage);
  });
});

describe('what could not be seen is no pass', () => {
  test('no data before: nothing is broken', async () => {
    const stage = openStage();
    stage.metrics.silence(true);
    stage.clock.advance(3600);
    const gameDay = await play(stage);
    expect(gameDay.verdict).toBe('inconclusive');
    expect(gameDay.because).toMatch(/^Fresh data: no data of edge-5xx-rate/);
    expect(stage.experiments.all().filter(({ actions }) => actions.some(({ status }) => status !== 'skipped'))).toEqual([]);
  });

  test('no data while it lasts', async () => {
    const stage = openStage();
    stage.clock.in(120, () => stage.metrics.silence(true));
    const { verdict, because } = await play(stage);
    expect({ verdict, because }).toEqual({
      verdict: 'inconclusive',
      because: 'Too little was measured of edge-5xx-rate to tell whether it held.',
    });
  });

  test('an action that was skipped', async () => {
    const stage = openStage();
    const [template] = await stage.experiments.templates({});
    stage.experiments.putTemplate({
      ...(template as NonNullable<typeof template>),
      resolves: [],
      actions: { 'stop-tasks': { actionId: 'aws:ecs:stop-task', isSkipped: true } },
    });
    const gameDay = await play(stage, { experiments: { ...stage.experiments, resolvedTargets: async () => undefined } });
    expect(gameDay).toMatchObject({
      verdict: 'inconclusive',
      because: 'stop-tasks was skipped: Target resolution returned empty set.',
    });
  });

  test('an alarm that was deleted', async () => {
    const stage = openStage();
    const { clock, alarms } = stage;
    clock.in(midway, () => alarms.remove(edgeAlarm));
    const gameDay = await play(stage);
    expect(gameDay.abort).toMatchObject({ because: 'no-data', words: `${edgeAlarm} was deleted: nobody would be told` });
    // Nor can anybody tell afterwards that it is well.
    expect(gameDay.verdict).toBe('fail');
  });

  test('an alarm without data for longer than it would take to ring twice', async () => {
    const stage = openStage();
    stage.clock.in(midway, () => stage.alarms.set(edgeAlarm, 'INSUFFICIENT_DATA'));
    stage.clock.in(midway + 400, () => stage.alarms.set(edgeAlarm, 'OK'));
    const gameDay = await play(stage);
    expect(gameDay).toMatchObject({ verdict: 'inconclusive', abort: { because: 'no-data' } });
    await expectPutRight(stage);
  });
});

describe('broken off', () => {
  const signalAfter = (stage: Stage): AbortSignal => {
    const controller = new AbortController();
    stage.clock.in(midway, () => controller.abort());
    return controller.signal;
  };

  test.each<[string, string, string, (stage: Stage) => Run]>([
    [
      'somebody else stopped the experiment',
      'person',
      'Somebody else stopped the experiment: Experiment was stopped by user.',
      (stage) => {
        stage.clock.in(midway, () => stage.experiments.stopByOther('EXP2'));
        return {};
      },
    ],
    [
      'a person asked for its end',
      'person',
      'hubot asked for its end.',
      (stage) => {
        const ask = { gameDay: '2026-01-31-az-failure-1', by: 'hubot', at: '' };
        stage.clock.in(midway, () => void stage.documents.create('runs/game-days/staging.abort.json', ask));
        return {};
      },
    ],
    ['its run was cancelled', 'cancelled', 'Its workflow run was cancelled.', (stage) => ({ signal: signalAfter(stage) })],
    [
      'FIS is down',
      'lost',
      'FIS gave no answer 6 times in a row: nobody can tell how it goes.',
      (stage) => {
        stage.clock.in(midway, () => stage.experiments.failNext('get', throttled(), 6));
        return {};
      },
    ],
    [
      'CloudWatch is down',
      'lost',
      'CloudWatch gave no answer 6 times in a row: nobody can tell how it goes.',
      (stage) => {
        stage.clock.in(midway, () => stage.alarms.failNext('read', throttled(), 6));
        return {};
      },
    ],
    [
      'the template was changed',
      'template-changed',
      'The experiment template was changed at 2026-01-31T12:03:00.000Z, while it was played.',
      (stage) => {
        stage.clock.in(midway, async () => {
          const [template] = await stage.experiments.templates({});
          if (template) stage.experiments.putTemplate({ ...template, lastUpdatedAt: '2026-01-31T12:03:00.000Z' });
        });
        return {};
      },
    ],
  ])('%s', async (_what, reason, because, arrange) => {
    const stage = openStage();
    const gameDay = await play(stage, arrange(stage));
    expect({ verdict: gameDay.verdict, because: gameDay.because, reason: gameDay.abort?.because }).toEqual({
      verdict: 'aborted',
      because,
      reason,
    });
    expect(gameDay.experiment?.status).toBe('stopped');
    await expectPutRight(stage);
  });

  test('an FIS that throttles for a while is left alone meanwhile, and it goes on', async () => {
    const stage = openStage();
    stage.clock.in(midway, () => stage.experiments.failNext('get', throttled(), 4));
    expect((await play(stage)).verdict).toBe('pass');
  });

  test('FIS does not start it', async () => {
    const stage = openStage();
    const start: GameDayWorld['experiments']['start'] = (ask) =>
      ask.isPreview ? stage.experiments.start(ask) : Promise.reject(denied());
    const gameDay = await play(stage, { experiments: { ...stage.experiments, start } });
    expect(gameDay.verdict).toBe('aborted');
    expect(gameDay.because).toMatch(/^FIS did not start the experiment: Could not ask AWS/);
  });

  test('an answer that was lost on its way does not keep it from being watched', async () => {
    const stage = openStage();
    const start: GameDayWorld['experiments']['start'] = async (ask) => {
      const experiment = await stage.experiments.start(ask);
      if (!ask.isPreview) throw throttled();
      return experiment;
    };
    expect((await play(stage, { experiments: { ...stage.experiments, start } })).verdict).toBe('pass');
  });

  test('credentials that have expired leave it to the next run', async () => {
    const stage = openStage();
    const ports = [stage.experiments, stage.alarms, stage.networks, stage.services, stage.shifts];
    stage.clock.in(midway, () => {
      for (const port of ports) port.failAll(expired());
    });
    await expect(runDrill(stage.world(), request)).rejects.toMatchObject({
      code: 'game-day/unfinished',
      next: 'Run the workflow with the mode resume; the next game day does it, too.',
    });
    expect(stage.journal()).toMatchObject({ phase: 'stop', abort: { because: 'credentials' } });
    for (const port of ports) port.failAll(undefined);
    stage.activeRuns.clear();
    stage.clock.advance(3 * 3600);
    const { gameDay } = await runDrill(stage.world({ run: { runId: 2, attempt: 1, job: 'game-day' } }), request);
    expect(stage.issues.get('game-day/2026-01-31-az-failure-1')?.title).toMatch(/ABORTED/);
    expect(gameDay).toMatchObject({ id: '2026-01-31-az-failure-2', verdict: 'pass' });
    await expectPutRight(stage);
  });
});

describe('what cannot be put right', () => {
  test('fails it, and wakes somebody', async () => {
    const stage = openStage({ isUnclean: true });
    stage.networks.failNext('removeFisAcl', denied(), 100);
    const { verdict, because, findings } = await play(stage);
    expect(verdict).toBe('fail');
    expect(because).toMatch(/^What was broken could not be put right \(restore-subnets\): /);
    expect(findings.some((finding) => finding.includes('by hand'))).toBe(true);
    expect(stage.pager.pages).toMatchObject([
      {
        topicArn: 'arn:aws:sns:eu-west-2:123456789012:assess-staging-alerts',
        subject: 'Game day on staging left something broken',
      },
    ]);
  });

  test('keeps nothing else from being put right', async () => {
    const stage = openStage({ isUnclean: true });
    stage.networks.failNext('fisAcls', denied(), 100);
    stage.clock.in(midway, () => stage.shifts.put({ id: 'left', resource: loadBalancerArn, awayFrom: 'euw2-az2' }));
    const looks: GameDayWorld['networks'] = { ...stage.networks, fisAcls: firstOf([], stage.networks.fisAcls) };
    const gameDay = await play(stage, { networks: looks });
    expect(gameDay.rollback.map(({ strategy, status }) => [strategy, status])).toEqual([
      ['restore-subnets', 'failed'],
      ['restore-service', 'nothing-to-do'],
      ['fail-back-database', 'done'],
      ['cancel-zonal-shift', 'done'],
    ]);
  });

  test('an experiment that does not stop fails it', async () => {
    const stage = openStage();
    stage.clock.in(midway, () => stage.alarms.set(edgeAlarm, 'ALARM'));
    stage.clock.in(900, () => stage.alarms.set(edgeAlarm, 'OK'));
    const frozen: GameDayWorld['experiments'] = { ...stage.experiments, stop: () => Promise.reject(denied()) };
    const short = { stopSeconds: 60 };
    const gameDay = await play(stage, { experiments: frozen, settings: short });
    expect(gameDay.because).toBe('The experiment EXP2 could not be stopped: it is running.');
    expect(stage.pager.pages).toHaveLength(1);
  });
});

describe('one at a time', () => {
  test('while another game day is played, none begins', async () => {
    const stage = openStage();
    stage.activeRuns.add(2);
    const first = runDrill(stage.world(), request);
    const second = new Promise<unknown>((resolve) => {
      const other = stage.world({ run: { runId: 2, attempt: 1, job: 'game-day' } });
      stage.clock.in(60, () => resolve(runDrill(other, request).catch((error: unknown) => error)));
    });
    expect(await second).toMatchObject({
      code: 'game-day/locked',
      message: 'staging is being changed by run 1, job game-day (game day az-failure).',
    });
    expect((await first).gameDay.verdict).toBe('pass');
  });

  test('what a dead deploy left half done is not broken on top', async () => {
    const stage = openStage();
    const owner = { runId: 9, attempt: 1, job: 'deploy' };
    const lock = { owner, reason: 'deploy of 3f2a91c', since: '2026-01-31T11:00:00.000Z', expires: '2026-01-31T13:00:00.000Z' };
    await stage.documents.create('locks/staging.json', lock);
    await expect(runDrill(stage.world(), request)).rejects.toMatchObject({ code: 'game-day/left-unfinished' });
  });
});

/** Its first answer is another one. */
function firstOf<A extends readonly unknown[], T>(first: T, port: (...args: A) => Promise<T>): (...args: A) => Promise<T> {
  let isFirst = true;
  return (...args) => {
    if (!isFirst) return port(...args);
    isFirst = false;
    return Promise.resolve(first);
  };
}
