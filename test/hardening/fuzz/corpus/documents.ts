// One whole document of each kind that lies in the state bucket.
const at = '2026-01-31T12:00:00.000Z';
const owner = { runId: 4711, attempt: 1, job: 'preview' };
const commit = '0123456789abcdef0123456789abcdef01234567';
const image = `registry.example.org/assessments@sha256:${'1'.repeat(64)}`;
const release = { commit, image };
const good = {
  ...{ id: 'deploy-1', commit, image, taskDefinition: 'app:7', deploymentId: 'ecs-svc/1', serial: 3, keptAt: at },
  terraform: { terraform: { backend: { s3: { key: 'staging/service.tfstate' } } } },
};
const target = { target: 'tasks', resourceType: 'aws:ecs:task', facts: { zone: 'eu-west-2a' } };

export const documents = {
  lock: { owner, reason: 'deploy of 0123456', since: at, expires: at },
  slot: { pullRequest: 7, since: at },
  lease: {
    ...{
      pullRequest: 7,
      headSha: commit,
      shape: 'shared',
      reason: 'the label asks for it',
      slot: 1,
      image,
      digest: 'abc',
      cost: '$1 a day',
    },
    ...{
      url: 'https://pr-7.example.org',
      status: 'live',
      step: 'lease',
      unswept: ['isolated'],
      run: { runId: 4711, attempt: 1 },
    },
    ...{
      createdAt: at,
      updatedAt: at,
      expiresAt: at,
      deploymentId: 5,
      failure: { code: 'a/b', what: 'It failed.', next: 'Look.' },
    },
  },
  hold: {
    by: 'kim',
    reason: 'load test',
    since: at,
    expiresAt: at,
    pullRequest: 7,
    commentUrl: 'https://github.com/acme/platform/pull/7',
  },
  incident: {
    ...{
      id: 'assess-staging-latency-1',
      environment: 'staging',
      alarm: 'assess-staging-latency',
      arn: 'arn:aws:cloudwatch:x',
      severity: 'major',
    },
    ...{
      members: ['assess-staging-errors'],
      openedAt: at,
      lastRangAt: at,
      rings: 2,
      noticedAt: at,
      issue: 9,
      issueUrl: 'https://x.example',
    },
    ...{ acknowledged: { by: 'kim', at }, mitigated: { at, words: 'scaled' }, toldAt: at, told: 'abc' },
    automatic: [{ runbook: 'ecs-scale', at, status: 'done', words: 'Done.' }],
    timeline: [{ at, words: 'It rang.' }],
  },
  storm: {
    ...{ environment: 'staging', id: 'storm-1', openedAt: at, issue: 9, issueUrl: 'https://x.example', past: 1 },
    rows: [{ alarm: 'assess-staging-latency', severity: 'major', since: at }],
  },
  goods: { goods: [good] },
  deploy: {
    ...{
      id: 'deploy-1',
      environment: 'staging',
      kind: 'deploy',
      state: 'planning',
      release,
      before: release,
      by: 'kim',
      reason: 'x',
    },
    ...{ run: owner, runUrl: 'https://x.example', takenOverFrom: [owner], startedAt: at, updatedAt: at, endedAt: at },
    ...{ alarms: [{ name: 'a', transitionedAt: at }], unwatched: ['b'], taskDefinition: 'app:7', deploymentId: 'ecs-svc/1' },
    ...{ cause: { kind: 'alarm', words: 'It rang.', alarm: 'a', alarmAt: at }, rollback: { to: 'deploy-0', release, starts: 1 } },
    ...{ candidate: good, because: 'it rang', timeline: [{ at, words: 'Began.' }] },
  },
  gameDay: {
    ...{
      id: 'day-1',
      environment: 'staging',
      drill: 'az-failure',
      zone: 'eu-west-2a',
      run: owner,
      runUrl: 'https://x.example',
      by: 'kim',
    },
    ...{
      phase: 'preflight',
      startedAt: at,
      preflight: [{ id: 'a', status: 'ok', words: 'b', at, title: 'c' }],
      expectedTargets: [target],
    },
    ...{
      clientToken: 'token',
      transitions: [{ name: 'a', at, from: 'OK', to: 'ALARM' }],
      times: { detectSeconds: 5 },
      findings: ['a'],
    },
    rollback: [{ strategy: 'restore-subnets', status: 'done', words: 'a', at }],
    recovery: [{ check: 'alarms-ok', status: 'ok', words: 'a', at }],
    kpis: [
      { kpi: 'latency', title: 'Latency', unit: 'ms', tolerated: 300, status: 'held', worst: 1, points: [{ atMs: 1, value: 2 }] },
    ],
    ...{ verdict: 'pass', because: 'all held', costUsd: 1, timeRate: 1, takenOverFrom: [owner], issueUrl: 'https://x.example' },
  },
  past: { id: 'day-1', startedAt: at, zone: 'eu-west-2a', verdict: 'pass', because: 'all held', times: { stopSeconds: 4 } },
  runbook: {
    ...{
      id: 'run-1',
      runbook: 'ecs-scale',
      environment: 'staging',
      target: 'service/app',
      state: 'running',
      inputs: { desired: 6 },
    },
    ...{ door: 'comment', by: 'kim', reason: 'load', run: owner, runUrl: 'https://x.example', takenOverFrom: [], startedAt: at },
    ...{
      updatedAt: at,
      watched: ['a'],
      settlingSince: at,
      byHand: ['b'],
      because: 'c',
      accepted: { by: 'kim', at, reason: 'd' },
    },
    steps: [
      {
        ...{ id: 'scale', title: 'Scale', state: 'done', changes: [{ what: 'tasks', from: '2', to: '6' }], before: { count: 2 } },
        ...{ calls: ['ecs:UpdateService'], startedAt: at, endedAt: at, words: 'Done.' },
      },
    ],
    ...{ cause: { kind: 'failed', words: 'a', step: 'scale' }, timeline: [{ at, words: 'Began.' }] },
  },
} as const;
