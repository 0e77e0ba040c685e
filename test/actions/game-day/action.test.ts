// The action around the engine: what it is given, and what it leaves behind.
import { describe, expect, test } from '@jest/globals';
import { defaultConfig } from '../../../src/actions/game-day/config.ts';
import { gameDayContract } from '../../../src/actions/game-day/contract.ts';
import { worldOf } from '../../../src/actions/game-day/open-world.ts';
import { reportOf } from '../../../src/actions/game-day/report-of.ts';
import { requestOf } from '../../../src/actions/game-day/request.ts';
import { runGameDay } from '../../../src/actions/game-day/run.ts';
import { parseInputs } from '../../../src/define/contract.ts';
import { azFailure } from '../../../src/drills/az-failure.ts';
import { drills } from '../../../src/drills/index.ts';
import { denied } from '../../support/troubles.ts';
import { openStage } from './support/stage.ts';

const inputs = (given: Readonly<Record<string, string>>) =>
  parseInputs(gameDayContract, (name) => ({ 'state-bucket': 'state', ...given })[name] ?? '');
const request = (given: Readonly<Record<string, string>>) => requestOf(inputs(given), drills);

describe('what is asked of it', () => {
  test.each([
    [
      { mode: 'run', drill: 'az-failure' },
      { mode: 'run', request: { drill: azFailure, by: 'schedule' } },
    ],
    [
      {
        mode: 'plan',
        drill: 'az-failure',
        zone: 'eu-west-2b',
        by: 'octocat',
        'scheduled-for': '2026-01-31T10:00:00Z',
        plan: '0123456789ab',
      },
      {
        mode: 'plan',
        request: {
          drill: azFailure,
          zone: 'eu-west-2b',
          by: 'octocat',
          plan: '0123456789ab',
          scheduledFor: new Date('2026-01-31T10:00:00Z'),
        },
      },
    ],
    [
      { mode: 'abort', all: 'true', by: 'octocat' },
      { mode: 'abort', by: 'octocat', isAll: true },
    ],
    [
      { mode: 'resume', drill: 'az-failure', zone: 'a' },
      { mode: 'resume', by: 'schedule' },
    ],
  ])('%j', (given, expected) => {
    expect(request(given)).toEqual(expected);
  });

  test('every problem is told at once', () => {
    const given = {
      mode: 'run',
      drill: 'az-falure',
      zone: 'euwest; rm -rf',
      by: '@all',
      all: 'true',
      plan: 'HEAD',
      'scheduled-for': 'tomorrow',
      environment: '../production',
    };
    expect(() => request(given)).toThrow(
      expect.objectContaining({
        code: 'action/inputs',
        message: [
          'Bad inputs for game-day:',
          '- by: expected a login',
          '- all: only of the mode abort',
          '- environment: expected the name of an environment',
          '- drill: expected one of aurora-failover, az-failure, kinesis-throttle, redis-az-power, task-loss; got "az-falure"',
          '- zone: expected one such as a or eu-west-2a',
          '- plan: expected what the mode plan gave',
          '- scheduled-for: expected an instant such as 2026-01-31T10:00:00Z',
        ].join('\n'),
      }),
    );
  });

  test('a drill that hits no zone is given none', () => {
    expect(() => request({ mode: 'run', drill: 'task-loss', zone: 'a' })).toThrow(/zone: task-loss hits no zone/);
  });
});

describe('its settings', () => {
  const settings = (timeRate: number, credentialExpiration: string | undefined) =>
    worldOf(openStage().world(), inputs({ mode: 'run', 'runner-zone': 'eu-west-2c' }), {
      config: defaultConfig,
      runUrl: 'https://github.com/o/r/actions/runs/1',
      run: { runId: 1, attempt: 1, job: 'game-day' },
      timeRate,
      credentialExpiration,
      isHurried: false,
    }).settings;

  test('know until when the credentials are good, where somebody says so', () => {
    expect(settings(1, '2026-01-31T13:00:00Z').credentialsExpireAt).toEqual(new Date('2026-01-31T13:00:00Z'));
    expect(settings(1, undefined)).not.toHaveProperty('credentialsExpireAt');
    expect(settings(1, 'soon')).not.toHaveProperty('credentialsExpireAt');
  });

  test('do not take the wall clock for that of a rehearsal', () => {
    expect(settings(30, '2026-01-31T13:00:00Z')).toMatchObject({ timeRate: 30, runnerZone: 'eu-west-2c' });
    expect(settings(30, '2026-01-31T13:00:00Z')).not.toHaveProperty('credentialsExpireAt');
  });
});

describe('what it leaves behind', () => {
  const asked = { drill: azFailure, zone: 'a', by: 'octocat' };

  test('of a pass: its verdict, a summary, a page, and a good end', async () => {
    const report = reportOf(await runGameDay(openStage().world(), { mode: 'run', request: asked }));
    expect(report.outputs).toMatchObject({
      verdict: 'pass',
      because: 'The hypothesis held, nothing rang, and all was well again in time.',
      'issue-url': 'https://github.com/o/r/issues/game-day/2026-01-31-az-failure-1',
      message: expect.stringContaining('PASS'),
    });
    expect(report.html).toMatch(/^<!doctype html>/i);
    expect(report.summary).not.toBe('');
    expect(report.failure).toBeUndefined();
  });

  test.each([
    ['refused', 'The drill may not begin: Safety lever: it is engaged: no experiment may start in this account and region.'],
  ])('of one that was %s: a failure that says why', async (verdict, message) => {
    const stage = openStage();
    stage.experiments.setLever('engaged');
    const report = reportOf(await runGameDay(stage.world(), { mode: 'run', request: asked }));
    expect(report.outputs.verdict).toBe(verdict);
    expect(report.failure).toMatchObject({ code: `game-day/${verdict}`, message });
  });

  test('of a plan: whether it may begin, and what stands for it', async () => {
    const report = reportOf(await runGameDay(openStage().world(), { mode: 'plan', request: asked }));
    expect(report.outputs).toMatchObject({
      verdict: 'ready',
      message: 'az\\-failure in eu\\-west\\-2a on staging may begin: 7 resources would be hit.',
      plan: expect.stringMatching(/^[\da-f]{16}$/),
    });
    expect(report.html).toBeUndefined();
    expect(report.failure).toBeUndefined();
  });

  test('of a plan that is refused: why', async () => {
    const stage = openStage({ config: { environments: ['sandbox'] } });
    const report = reportOf(await runGameDay(stage.world(), { mode: 'plan', request: asked }));
    expect(report.outputs.verdict).toBe('refused');
    expect(report.failure?.message).toBe(
      'The drill may not begin: Environment of game days: staging is none: the configuration names sandbox.',
    );
  });

  test('of aborting and resuming nothing: that there was nothing', async () => {
    const world = openStage().world();
    expect(reportOf(await runGameDay(world, { mode: 'abort', by: 'octocat', isAll: false }))).toEqual({
      outputs: { verdict: '', message: 'No game day is being played.' },
      summary: 'No game day is being played.',
    });
    expect(reportOf(await runGameDay(world, { mode: 'resume', by: 'octocat' })).summary).toBe('No game day was left unfinished.');
  });

  test('of aborting one that left something broken: a failure', async () => {
    const stage = openStage({ isUnclean: true });
    const playing = runGameDay(stage.world(), { mode: 'run', request: asked });
    const next = stage.world({ run: { runId: 2, attempt: 1, job: 'game-day' } });
    const aborted = new Promise<ReturnType<typeof reportOf>>((resolve) => {
      stage.clock.in(200, () => {
        stage.networks.failNext('removeFisAcl', denied(), 100);
        resolve(runGameDay(next, { mode: 'abort', by: 'hubot', isAll: true }).then(reportOf));
      });
    });
    expect(await aborted).toMatchObject({
      failure: { code: 'game-day/left-broken' },
      outputs: { message: expect.stringContaining('The safety lever is engaged') },
    });
    await playing;
  });
});
