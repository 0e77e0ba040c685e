// Game days as their journals have them: one of each verdict, and some in the middle.
import type {
  GameDay,
  KpiOutcome,
  PastGameDay,
  PreflightFinding,
  RecoveryOutcome,
} from '../../../../../src/actions/game-day/game-day.ts';
import type { Experiment, ResolvedTarget } from '../../../../../src/ports/experiments.ts';

const startMs = Date.UTC(2026, 0, 31, 10);

/** So many seconds after ten o'clock. */
export function at(seconds: number): string {
  return new Date(startMs + seconds * 1000).toISOString();
}

const owner = { runId: 4711, attempt: 1, job: 'game-day' };

function finding(id: string, title: string, status: PreflightFinding['status'], words: string): PreflightFinding {
  return { id, title, status, words, at: at(20) };
}

const wellBefore = [
  finding('alarms', 'Alarms', 'ok', 'all 9 that end game days are OK, and were for 3 hours'),
  finding('hypothesis', 'Hypothesis', 'ok', 'true now'),
  finding('capacity', 'Capacity without the zone', 'ok', '4 of 6 tasks are left, at 41 % CPU'),
];

function subnet(tier: string, zone = 'a'): ResolvedTarget {
  const subnetArn = `arn:aws:ec2:eu-west-2:111122223333:subnet/subnet-${tier}-${zone}`;
  return { target: 'subnets', resourceType: 'aws:ec2:subnet', facts: { subnetArn } };
}

function task(number: number): ResolvedTarget {
  const taskArn = `arn:aws:ecs:eu-west-2:111122223333:task/assess-staging/${number}`;
  return { target: 'tasks', resourceType: 'aws:ecs:task', facts: { taskArn } };
}

const targets = [subnet('app'), subnet('data'), task(1), task(2)];

const experiment: Experiment = {
  id: 'EXPabc',
  templateId: 'EXTabc',
  status: 'completed',
  reason: 'Experiment completed.',
  createdAt: at(30),
  startedAt: at(32),
  endedAt: at(640),
  tags: {},
  actions: [
    {
      name: 'fence-subnets',
      actionId: 'aws:network:disrupt-connectivity',
      status: 'completed',
      startedAt: at(34),
      endedAt: at(636),
    },
    { name: 'wait', actionId: 'aws:fis:wait', status: 'completed', startedAt: at(34), endedAt: at(94) },
    { name: 'stop-tasks', actionId: 'aws:ecs:stop-task', status: 'completed', startedAt: at(95), endedAt: at(99) },
  ],
};

function kpi(over: Partial<KpiOutcome>, values: readonly number[]): KpiOutcome {
  const points = values.map((value, index) => ({ atMs: startMs + (index - 4) * 60_000, value }));
  return {
    kpi: 'edge-5xx-rate',
    title: 'Errors of the load balancer',
    unit: 'Percent',
    tolerated: 1,
    status: 'held',
    worst: 0.42,
    before: 0.02,
    points,
    ...over,
  };
}

const healthyTasks = kpi(
  { kpi: 'healthy', title: 'Healthy tasks', unit: 'Count', tolerated: 2, worst: 4, before: 6, control: 4, experiment: 0 },
  [6, 6, 6, 6, 6, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 6, 6],
);

const recovered: readonly RecoveryOutcome[] = [
  { check: 'experiment-ended', status: 'ok', words: 'completed', at: at(645) },
  { check: 'alarms-ok', status: 'ok', words: 'all 9', at: at(650) },
  { check: 'no-fis-network-acls', status: 'ok', words: 'none', at: at(650) },
  { check: 'tasks-balanced', status: 'ok', words: '2 in each of 3 zones', at: at(770) },
];

/** Before anything was looked at. */
export const begun: GameDay = {
  id: '2026-01-31-az-failure-4711',
  environment: 'staging',
  drill: 'az-failure',
  zone: 'eu-west-2a',
  run: owner,
  runUrl: 'https://github.com/acme/platform/actions/runs/4711',
  by: 'schedule',
  phase: 'preflight',
  startedAt: at(0),
  preflight: [],
  expectedTargets: [],
  clientToken: 'token',
  transitions: [],
  rollback: [],
  recovery: [],
  kpis: [],
  times: {},
  findings: [],
  costUsd: 0,
  timeRate: 1,
  takenOverFrom: [],
};

export const watching: GameDay = {
  ...begun,
  phase: 'watch',
  preflight: wellBefore,
  expectedTargets: targets,
  hitTargets: targets,
  experiment: {
    ...withoutEnd(experiment),
    status: 'running',
    reason: '',
    actions: [
      { name: 'fence-subnets', actionId: 'aws:network:disrupt-connectivity', status: 'running', startedAt: at(34) },
      { name: 'wait', actionId: 'aws:fis:wait', status: 'completed', startedAt: at(34), endedAt: at(94) },
      { name: 'stop-tasks', actionId: 'aws:ecs:stop-task', status: 'pending' },
    ],
  },
};

function withoutEnd({ endedAt: _, ...rest }: Experiment): Experiment {
  return rest;
}

export const passed: GameDay = {
  ...watching,
  phase: 'ended',
  endedAt: at(960),
  experiment,
  rollback: [
    { strategy: 'restore-subnets', status: 'nothing-to-do', words: 'FIS had given both back', at: at(642) },
    { strategy: 'restore-service', status: 'nothing-to-do', words: 'it has its good task definition', at: at(643) },
    { strategy: 'cancel-zonal-shift', status: 'done', words: 'ended 1', at: at(644) },
  ],
  recovery: recovered,
  kpis: [kpi({}, [0, 0, 0.02, 0, 0.01, 0.42, 0.3, 0.1, 0, 0, 0, 0, 0.02, 0, 0, 0, 0, 0]), healthyTasks],
  times: { recoverSeconds: 130 },
  verdict: 'pass',
  because: 'All 2 KPIs held, and all was well again 2 min after the experiment.',
  costUsd: 1.2,
};

const weakTasks = [1, 2, 3, 4, 5, 6].map(task);

/** All tasks were in the zone that was lost. */
export const failed: GameDay = {
  ...passed,
  expectedTargets: [subnet('app'), subnet('data'), ...weakTasks],
  hitTargets: [subnet('app'), subnet('app', 'b'), ...weakTasks],
  experiment: {
    ...experiment,
    status: 'stopped',
    reason: 'Experiment halted by stop condition.',
    endedAt: at(330),
    actions: [
      {
        name: 'fence-subnets',
        actionId: 'aws:network:disrupt-connectivity',
        status: 'stopped',
        startedAt: at(34),
        endedAt: at(328),
      },
      { name: 'wait', actionId: 'aws:fis:wait', status: 'completed', startedAt: at(34), endedAt: at(94) },
      { name: 'stop-tasks', actionId: 'aws:ecs:stop-task', status: 'completed', startedAt: at(95), endedAt: at(99) },
    ],
  },
  transitions: [
    { name: 'assess-staging-edge-5xx-rate', at: at(300), from: 'OK', to: 'ALARM' },
    { name: 'assess-staging-app-latency', at: at(310), from: 'OK', to: 'INSUFFICIENT_DATA' },
    { name: 'assess-staging-edge-5xx-rate', at: at(600), from: 'ALARM', to: 'OK' },
  ],
  abort: {
    because: 'alarm',
    alarm: 'assess-staging-edge-5xx-rate',
    alarmAt: at(300),
    words: 'it rang 4 min 26 s after the first fault',
    decidedAt: at(303),
    requestedAt: at(304),
  },
  rollback: [
    { strategy: 'restore-subnets', status: 'done', words: '2 subnets have their ACL again', at: at(333) },
    {
      strategy: 'restore-service',
      status: 'failed',
      words: 'AccessDeniedException: not authorized to perform ecs:UpdateService',
      at: at(335),
    },
    { strategy: 'cancel-zonal-shift', status: 'nothing-to-do', words: 'there was none', at: at(336) },
  ],
  recovery: [
    ...recovered.slice(0, 1),
    { check: 'alarms-ok', status: 'late', words: 'edge-5xx-rate rang for long', at: at(1300) },
    ...recovered.slice(2, 3),
    { check: 'tasks-balanced', status: 'bad', words: 'all 6 are in eu-west-2a' },
  ],
  kpis: [
    kpi({ status: 'broken', worst: 37.5, control: 36.9, experiment: 38.2 }, [0, 0, 0.02, 0, 0.01, 12, 37.5, 36, 30, 9, 1, 0, 0]),
    { kpi: 'healthy', title: 'Healthy tasks', unit: 'Count', tolerated: 2, status: 'no-data', before: 6, points: [] },
  ],
  times: { detectSeconds: 266, abortSeconds: 4.2, stopSeconds: 30, recoverSeconds: 970 },
  endedAt: at(1310),
  findings: [
    'All 6 tasks of app were in eu-west-2a: losing it lost the service. Spread them over the zones.',
    'The role of the game day may not bring the service back: it lacks ecs:UpdateService.',
  ],
  verdict: 'fail',
  because: 'Errors of the load balancer went to 37.5 %, 1 % was tolerated.',
  costUsd: 0.9,
  timeRate: 30,
};

/** Its run died; another one took its work up. */
export const takenOver: GameDay = {
  ...passed,
  run: { ...owner, runId: 4712 },
  experiment: { ...experiment, status: 'stopped', reason: 'Experiment stopped.', endedAt: at(300) },
  abort: { because: 'lost', words: 'run 4711 ended in the middle', decidedAt: at(290), requestedAt: at(291) },
  kpis: [],
  times: {},
  takenOverFrom: [owner],
  verdict: 'aborted',
  because: 'Its run ended in the middle.',
};

export const inconclusive: GameDay = {
  ...passed,
  experiment: {
    ...experiment,
    actions: experiment.actions.map((action) =>
      action.name === 'stop-tasks'
        ? { name: action.name, actionId: action.actionId, status: 'skipped', reason: 'Target resolution returned empty set' }
        : action,
    ),
  },
  hitTargets: [subnet('app'), subnet('data')],
  kpis: [kpi({}, [0, 0.42]), { ...healthyTasks, status: 'no-data', points: [] }],
  verdict: 'inconclusive',
  because: 'AWS skipped stop-tasks, and Healthy tasks had no data.',
};

export const refused: GameDay = {
  ...begun,
  phase: 'ended',
  endedAt: at(25),
  preflight: [
    ...wellBefore.slice(1),
    finding('alarms', 'Alarms', 'bad', 'edge-5xx-rate has been ringing since 09:41'),
    finding('budget', 'Error budget', 'unknown', 'CloudWatch did not answer'),
  ],
  expectedTargets: targets,
  verdict: 'refused',
  because: 'An alarm that ends game days is ringing already.',
};

export const history: readonly PastGameDay[] = [
  {
    id: '2026-01-24-az-failure-4600',
    startedAt: '2026-01-24T10:00:00.000Z',
    zone: 'eu-west-2c',
    verdict: 'fail',
    because: 'Recovery took 22 min, 15 min were allowed.',
    times: { detectSeconds: 266, abortSeconds: 3.1, recoverSeconds: 1320 },
    issueUrl: 'https://github.com/acme/platform/issues/31',
  },
  {
    id: '2026-01-17-az-failure-4500',
    startedAt: '2026-01-17T10:00:00.000Z',
    zone: 'eu-west-2b',
    verdict: 'pass',
    because: 'All held.',
    times: { recoverSeconds: 95 },
  },
];
