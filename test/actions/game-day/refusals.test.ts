// What keeps a drill from beginning: nothing is broken, and it is said why.
import { describe, expect, test } from '@jest/globals';
import { planDrill } from '../../../src/actions/game-day/plan-drill.ts';
import { checks } from '../../../src/actions/game-day/preflight/decide.ts';
import type { DrillRequest } from '../../../src/actions/game-day/request.ts';
import { runDrill } from '../../../src/actions/game-day/run-drill.ts';
import { azFailure } from '../../../src/drills/az-failure.ts';
import { taskLoss } from '../../../src/drills/task-loss.ts';
import { denied } from '../../support/troubles.ts';
import {
  alarmNames,
  edgeAlarm,
  loadBalancerArn,
  mainService,
  openStage,
  type Stage,
  type StageSetup,
  zones,
} from './support/stage.ts';

const asked: DrillRequest = { drill: azFailure, zone: 'a', by: 'octocat' };

interface Case {
  readonly because: string | RegExp;
  readonly setup?: StageSetup;
  readonly arrange?: (stage: Stage) => unknown;
  readonly request?: Partial<DrillRequest>;
  readonly run?: Parameters<Stage['world']>[0];
}

async function play({ setup = {}, arrange, request = {}, run = {} }: Omit<Case, 'because'>) {
  const stage = openStage(setup);
  await arrange?.(stage);
  const { gameDay } = await runDrill(stage.world(run), { ...asked, ...request });
  return { stage, gameDay };
}

const template = async ({ experiments }: Stage) => {
  const [found] = await experiments.templates({});
  if (!found) throw new Error('the stage has a template');
  return found;
};

const hold = {
  by: 'octocat',
  reason: 'we measure',
  since: '2026-01-31T09:00:00.000Z',
  expiresAt: '2026-01-31T17:00:00.000Z',
  pullRequest: 9,
  commentUrl: 'https://github.com/acme/app/pull/9#issuecomment-1',
};

const cases: readonly (readonly [string, Case])[] = [
  [
    'an environment that is not for game days',
    {
      setup: { config: { environments: ['sandbox'] } },
      because: 'Environment of game days: staging is none: the configuration names sandbox.',
    },
  ],
  [
    'in an exam',
    {
      setup: { config: { exams: [{ from: '2026-01-30', to: '2026-02-02', about: 'Mock exams' }] } },
      because: 'Calendar: Mock exams, from 2026-01-30 to 2026-02-02.',
    },
  ],
  [
    'outside of opening hours, which it would not end in',
    {
      setup: { config: { window: { days: ['saturday'], from: '09:00', to: '12:20' }, timeZone: 'Europe/London' } },
      because: /^Calendar: it would last from saturday 12:00 to 12:30, and open are saturday from 09:00 to 12:20/,
    },
  ],
  [
    'long after its time',
    {
      request: { scheduledFor: new Date('2026-01-31T09:00:00Z') },
      because: 'Start: 180 minutes after its time; at most 60 are allowed.',
    },
  ],
  [
    'while a person holds the environment, whoever that is',
    {
      arrange: ({ documents }) => documents.create('locks/staging.hold.json', hold),
      because: 'Nobody holds the environment: octocat does until 2026-01-31T17:00:00.000Z: we measure.',
    },
  ],
  [
    'a zone that is not there',
    { request: { zone: 'd' }, because: /^Zone: staging has no zone d; it has eu-west-2a, eu-west-2b, eu-west-2c/ },
  ],
  [
    'a job that runs in the zone',
    {
      run: { settings: { runnerZone: zones[0] } },
      because: 'This job is elsewhere: it runs in eu-west-2a, which is to be cut off.',
    },
  ],
  [
    'without a template',
    {
      arrange: ({ experiments }) => experiments.removeTemplate('EXT-az-failure'),
      because: 'Experiment template: there is none of az-failure and eu-west-2a: deploy the platform.',
    },
  ],
  [
    'with two templates',
    {
      arrange: async (stage) => stage.experiments.putTemplate({ ...(await template(stage)), id: 'EXT-2' }),
      because: 'Experiment template: there are several: EXT-az-failure, EXT-2.',
    },
  ],
  [
    'a template that no alarm would stop',
    {
      arrange: async (stage) => stage.experiments.putTemplate({ ...(await template(stage)), stopAlarmArns: [] }),
      because: /^Experiment template: EXT-az-failure has no alarm that would stop it\./,
    },
  ],
  [
    'what is not what was planned',
    { request: { plan: '0123456789abcdef' }, because: 'Experiment template: it is not what was planned: plan again.' },
  ],
  [
    'while the safety lever is engaged',
    {
      arrange: ({ experiments }) => experiments.setLever('engaged'),
      because: 'Safety lever: it is engaged: no experiment may start in this account and region.',
    },
  ],
  [
    'with credentials that end before it does',
    {
      run: { settings: { credentialsExpireAt: new Date('2026-01-31T12:30:00Z') } },
      because: 'Credentials: good for 30 minutes; the drill may need 40.',
    },
  ],
  [
    'while an alarm rings',
    {
      arrange: ({ alarms }) => alarms.change(edgeAlarm, { state: 'ALARM', reason: 'Threshold Crossed' }),
      because: `Alarms: ${edgeAlarm} rings since 2026-01-30T12:00:00.000Z: Threshold Crossed.`,
    },
  ],
  [
    'without one of its alarms',
    {
      arrange: async (stage) => {
        stage.alarms.remove(alarmNames[2]);
      },
      because: `Alarms: there is no alarm ${alarmNames[2]}.`,
    },
  ],
  [
    'with an alarm that tells nobody',
    {
      arrange: ({ alarms }) => alarms.change(edgeAlarm, { isActionsEnabled: false }),
      because: `Alarms tell somebody: the actions of ${edgeAlarm} are switched off.`,
    },
  ],
  [
    'after an alarm in the last hours',
    {
      arrange: ({ alarms, clock }) => {
        alarms.set(edgeAlarm, 'ALARM');
        clock.advance(600);
        alarms.set(edgeAlarm, 'OK');
        clock.advance(3600);
      },
      because: `Quiet hours before: ${edgeAlarm} rang at 2026-01-31T12:00:00.000Z.`,
    },
  ],
  [
    'with a hypothesis that is not true',
    {
      arrange: ({ metrics, clock }) => {
        metrics.set('HTTPCode_ELB_5XX_Count', 600);
        clock.advance(600);
      },
      because: /^Hypothesis: edge-5xx-rate is 9.09 already; 5 is tolerated/,
    },
  ],
  [
    'with too little error budget',
    {
      arrange: ({ metrics, clock }) => {
        metrics.set('HTTPCode_Target_5XX_Count', 20);
        clock.advance(30 * 86_400);
      },
      because: /^Error budget: -233 % of Availability is left; 20 % has to be/,
    },
  ],
  [
    'beside another experiment',
    {
      arrange: async ({ experiments }) => {
        experiments.putTemplate({ id: 'EXT-other', actions: { wait: { actionId: 'aws:fis:wait', durationSeconds: 600 } } });
        await experiments.start({ templateId: 'EXT-other', clientToken: 'x', isPreview: false, tags: {} });
      },
      because: 'No other experiment: EXP1 is pending.',
    },
  ],
  [
    'while traffic is moved away already',
    {
      arrange: ({ shifts }) => shifts.put({ id: 'shift-1', resource: loadBalancerArn, awayFrom: 'euw2-az1' }),
      because: 'No zonal shift: shift-1 moves traffic away from euw2-az1.',
    },
  ],
  [
    'on what an earlier experiment left',
    {
      arrange: ({ networks }) => void networks.fence(zones[1]),
      because: /^Nothing left of an earlier experiment: the network ACL acl-fis-\d+ of FIS is there, on 2 subnets\.$/,
    },
  ],
  [
    'during a deploy',
    { arrange: ({ services }) => services.deploy(mainService, 'assess-staging-app:8'), because: 'No deploy: one rolls out.' },
  ],
  [
    'when no reader could take over',
    {
      arrange: ({ databases }) =>
        databases.put({
          id: 'assess-staging',
          status: 'available',
          members: [{ id: 'only', zone: zones[0], isWriter: true, status: 'available' }],
        }),
      because: 'Database elsewhere: no reader outside of eu-west-2a can take over.',
    },
  ],
  [
    'when all cache nodes would go',
    {
      arrange: ({ caches }) =>
        caches.put({ id: 'assess-staging', status: 'available', nodes: [{ id: 'only', zone: zones[0], role: 'primary' }] }),
      because: 'Cache elsewhere: all its nodes are in eu-west-2a.',
    },
  ],
  [
    'when something else would be hit',
    {
      arrange: async (stage) => {
        const stray = {
          target: 'subnets',
          resourceType: 'aws:ec2:subnet',
          facts: { subnetArn: 'arn:aws:ec2:eu-west-2:1:subnet/subnet-9' },
        };
        stage.experiments.putTemplate({ ...(await template(stage)), resolves: [stray] });
      },
      because:
        /subnets: ec2 subnet\/subnet-9 would be hit, and should not be; subnets: ec2 subnet\/subnet-app-a, ec2 subnet\/subnet-data-a would not be hit/,
    },
  ],
  [
    'when nothing is there to be hit',
    { setup: { taskZones: ['eu-west-2b', 'eu-west-2c'] }, because: 'What would be hit: tasks: nothing is there to be hit.' },
  ],
];

describe('refused', () => {
  test.each(cases)('%s', async (_what, { because, ...given }) => {
    const { gameDay, stage } = await play(given);
    expect(gameDay.verdict).toBe('refused');
    expect(gameDay.because).toEqual(typeof because === 'string' ? because : expect.stringMatching(because));
    expect(stage.log).not.toContain('▸ inject');
    expect(stage.bucket.has('locks/staging.json')).toBe(false);
  });
});

test('a preview that begins to act is stopped, and nothing more is broken', async () => {
  const stage = openStage();
  const start: typeof stage.experiments.start = (ask) => stage.experiments.start({ ...ask, isPreview: false });
  const { gameDay } = await runDrill(stage.world({ experiments: { ...stage.experiments, start } }), asked);
  expect(gameDay).toMatchObject({
    verdict: 'refused',
    because: 'What would be hit: EXP1 was asked only to look, and began to act; it has been stopped.',
  });
  expect(stage.experiments.all()).toMatchObject([{ id: 'EXP1', status: 'stopping' }]);
});

test('a template that changes between the look and the start is refused', async () => {
  const stage = openStage();
  let asks = 0;
  const templates: typeof stage.experiments.templates = async (tags) => {
    asks += 1;
    const found = await stage.experiments.templates(tags);
    return asks === 1 ? found : found.map((one) => ({ ...one, lastUpdatedAt: '2026-01-31T12:00:01.000Z' }));
  };
  const { gameDay } = await runDrill(stage.world({ experiments: { ...stage.experiments, templates } }), asked);
  expect(gameDay).toMatchObject({
    verdict: 'refused',
    because: 'The experiment template EXT-az-failure was changed while everything else was looked at.',
  });
});

test('somebody who asks for its end before it began is heard', async () => {
  const stage = openStage();
  stage.clock.in(1, () => {
    const ask = { gameDay: '2026-01-31-az-failure-1', by: 'hubot', at: '' };
    void stage.documents.create('runs/game-days/staging.abort.json', ask);
  });
  const { gameDay } = await runDrill(stage.world(), asked);
  expect(gameDay).toMatchObject({ verdict: 'aborted', because: 'hubot asked for its end: nothing had been broken.' });
});

test('everything is told at once, also what could not be asked', async () => {
  const stage = openStage({ config: { environments: [] } });
  stage.experiments.setLever('engaged');
  stage.alarms.failNext('read', denied());
  stage.services.failNext('describe', denied());
  const { gameDay } = await runDrill(stage.world(), { ...asked, zone: 'd' });
  expect(gameDay.preflight.filter(({ status }) => status === 'bad').map(({ id }) => id)).toEqual([
    'environment',
    'zone',
    'template',
    'lever',
  ]);
  expect(gameDay.preflight.filter(({ status }) => status === 'unknown').map(({ id }) => id)).toEqual([
    'credentials',
    'alarms',
    'alarm-actions',
    'deploy',
    'capacity',
    'database',
    'cache',
    'targets',
  ]);
  expect(gameDay.preflight.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
});

test('only a weakness that a drill is there to show is no reason to refuse, except where people depend on it', () => {
  const consequences = checks.filter(({ bad }) => bad === 'tell').map(({ id, badInProduction }) => [id, badInProduction]);
  expect(consequences).toEqual([['capacity', 'refuse']]);
});

describe('a plan', () => {
  test('looks, breaks nothing, and stands for what a run may play', async () => {
    const stage = openStage();
    const planned = await planDrill(stage.world(), asked);
    expect(planned).toMatchObject({ isReady: true, because: '', digest: expect.stringMatching(/^[\da-f]{16}$/) });
    expect(planned.gameDay.expectedTargets).toHaveLength(7);
    expect([...stage.bucket.keys()]).toEqual([]);
    expect(stage.networks.fencedZones()).toEqual([]);
    const plan = planned.digest ?? '';
    const world = stage.world({ run: { runId: 2, attempt: 1, job: 'game-day' } });
    expect((await runDrill(world, { ...asked, plan })).gameDay.verdict).toBe('pass');
  });

  test('takes the zone whose turn it is', async () => {
    const stage = openStage();
    const past = (zone: string, day: string, verdict = 'pass') => ({
      id: `${day}-az-failure-1`,
      startedAt: `${day}T12:00:00.000Z`,
      zone,
      verdict,
      because: '',
      times: {},
    });
    await stage.documents.create('runs/game-days/staging/az-failure.json', [
      past(zones[1], '2026-01-24', 'refused'),
      past(zones[0], '2026-01-17'),
      past(zones[2], '2026-01-10'),
    ]);
    const { gameDay } = await planDrill(stage.world(), { drill: azFailure, by: 'schedule' });
    expect(gameDay.zone).toBe('eu-west-2b');
  });

  test('of a drill that hits no zone has none', async () => {
    const { gameDay } = await planDrill(openStage({ drill: taskLoss }).world(), { drill: taskLoss, by: 'schedule' });
    expect(gameDay).not.toHaveProperty('zone');
  });
});
