// What may have caused an incident: everything that changed the environment within two hours, or still does.
import { expect, test } from '@jest/globals';
import { mitigationOf } from '../../../../src/actions/runbook/incident/mitigation.ts';
import { gatherSuspects } from '../../../../src/actions/runbook/incident/suspects.ts';
import { errors, openScene } from './support/scene.ts';

const sha = '3f2a91c0000000000000000000000000000000ab';
const image = `example.test/app@sha256:${'a'.repeat(64)}`;
const run = { runId: 7, attempt: 1, job: 'deploy' };

const deploy = {
  id: '7-1',
  environment: 'staging',
  kind: 'deploy',
  state: 'kept',
  release: { commit: sha, image },
  by: 'ada',
  run,
  runUrl: 'https://github.com/o/r/actions/runs/7',
  takenOverFrom: [],
  startedAt: '2026-01-31T11:40:00.000Z',
  updatedAt: '2026-01-31T11:50:00.000Z',
  endedAt: '2026-01-31T11:50:00.000Z',
  alarms: [],
  unwatched: [],
  timeline: [],
};
const scaling = {
  runbook: 'ecs-scale',
  target: 'assess-staging-app',
  state: 'done',
  by: 'max',
  startedAt: '2026-01-31T11:55:00.000Z',
  endedAt: '2026-01-31T11:57:00.000Z',
  runUrl: 'https://github.com/o/r/actions/runs/8',
};

test('are told newest first, with what still goes on; what is long over is left out', async () => {
  const merge = {
    runId: 3,
    attempt: 1,
    headSha: sha,
    createdAt: '2026-01-31T11:39:00Z',
    status: 'completed',
    conclusion: 'success',
  };
  const old = { ...merge, createdAt: '2026-01-31T08:00:00Z' };
  const more = {
    headRepository: 'o/r',
    workflowPath: '.github/workflows/deploy.yml',
    event: 'push',
    url: 'https://github.com/o/r/actions/runs/3',
  };
  const scene = openScene({
    merges: [
      { ...merge, ...more },
      { ...old, ...more },
    ],
  });
  await scene.documents.create('staging/deploy.json', deploy);
  await scene.documents.create('runs/runbooks/staging/assess-staging-app.json', scaling);
  await scene.documents.create('runs/runbooks/staging/other.json', {
    ...scaling,
    target: 'other',
    state: 'stuck',
    endedAt: '2026-01-31T02:00:00.000Z',
  });
  await scene.documents.create('locks/staging.json', {
    owner: { runId: 1, attempt: 1, job: 'deploy' },
    reason: 'deploy of 4444444',
    since: '2026-01-31T11:59:00.000Z',
    expires: '2026-01-31T13:59:00.000Z',
  });
  await scene.documents.create('locks/staging.hold.json', {
    by: 'wil',
    reason: 'we measure',
    since: '2026-01-31T09:00:00.000Z',
    expiresAt: '2026-01-31T18:00:00.000Z',
    commentUrl: 'https://github.com/o/r/issues/9',
  });
  const suspects = await gatherSuspects(scene.world());
  expect(suspects.map(({ words, isUnderWay, hasChanged }) => [words, isUnderWay, hasChanged])).toEqual([
    ['run 1, job deploy holds the environment: deploy of 4444444', true, false],
    ['runbook ecs-scale on assess-staging-app by max: done', false, true],
    ['runbook ecs-scale on other by max: stuck', true, false],
    ['deploy of 3f2a91c by ada: kept', false, true],
    ['merge of 3f2a91c to main; its deploy: success', false, false],
    ['locked by wil: we measure', true, false],
  ]);
});

test('what cannot be read is a warning', async () => {
  const scene = openScene();
  const world = scene.world();
  const broken = { ...world.documents, read: async () => Promise.reject(new Error('S3 does not answer')) };
  expect(await gatherSuspects({ ...world, documents: broken })).toEqual([]);
  expect(scene.log.every((line) => line.startsWith('warning: Could not read'))).toBe(true);
});

const rang = { openedAt: '2026-01-31T12:00:00.000Z' };
const ended = (endedAt: string, hasChanged = true) => ({
  kind: 'runbook' as const,
  words: `ended ${endedAt.slice(11, 16)}`,
  at: '2026-01-31T11:00:00.000Z',
  endedAt,
  isUnderWay: false,
  hasChanged,
});
const over = { at: '2026-01-31T12:20:00.000Z', words: 'the alarm was OK again' };

test.each([
  [
    'the first that changed something after it rang',
    [ended('2026-01-31T12:09:00.000Z'), ended('2026-01-31T12:05:00.000Z')],
    'ended 12:05',
  ],
  ['not what ended before it rang', [ended('2026-01-31T11:59:00.000Z')], 'the alarm was OK again'],
  ['not what changed nothing', [ended('2026-01-31T12:05:00.000Z', false)], 'the alarm was OK again'],
  ['not what came after it was over', [ended('2026-01-31T12:30:00.000Z')], 'the alarm was OK again'],
])('an incident was mitigated by %s', (_, suspects, words) => {
  expect(mitigationOf(rang, suspects, over)?.words).toBe(words);
});

test('an incident says what its suspects are, and what mitigated it', async () => {
  const scene = openScene();
  scene.alarms.set(errors, 'ALARM');
  await scene.documents.create('staging/deploy.json', deploy);
  await scene.handle();
  expect(scene.issues.get(1)?.body).toContain(
    '- 🚀 2026-01-31 11:40 UTC: [deploy of 3f2a91c by ada: kept](https://github.com/o/r/actions/runs/7)',
  );
  scene.clock.advance(700);
  const found = await scene.documents.read('staging/deploy.json');
  const rolledBack = { ...deploy, state: 'rolled-back', endedAt: '2026-01-31T12:04:00.000Z' };
  await scene.documents.replace('staging/deploy.json', rolledBack, found?.version ?? '');
  await scene.handle();
  expect(scene.incident(errors).mitigated).toEqual({
    at: '2026-01-31T12:04:00.000Z',
    words: 'deploy of 3f2a91c by ada: rolled-back',
  });
});
