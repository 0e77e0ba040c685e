// Going back because somebody asks for it: one good service further each time, and never blindly.
import { expect, test } from '@jest/globals';
import { holdKey } from '../../../src/actions/environment/hold-store.ts';
import { failure } from '../../../src/define/failure.ts';
import { codeOf, deploy, goodVersions, journalOf, rollBack, running } from './support/runs.ts';
import { errors, makeBad, openStage, type Stage } from './support/stage.ts';

const settings = { pollSeconds: 60 };

async function deployed(...versions: readonly string[]): Promise<Stage> {
  const stage = openStage();
  for (const version of versions) await deploy(stage, version, { settings });
  return stage;
}

async function endOf(stage: Stage) {
  const result = codeOf(await rollBack(stage, { settings }));
  return [result, await running(stage), goodVersions(stage).join(' ')];
}

test('leads to the good service before the one that runs, and then to the one before that', async () => {
  const stage = await deployed('v2', 'v3');
  expect(await endOf(stage)).toEqual(['rolled-back asked', 'v2 COMPLETED', 'v2 v1']);
  expect(journalOf(stage)).toMatchObject({ kind: 'rollback', by: 'ada', reason: 'logins fail' });
  expect(await endOf(stage)).toEqual(['rolled-back asked', 'v1 COMPLETED', 'v1']);
  expect(await endOf(stage)).toEqual(['deploy/nothing-older', 'v1 COMPLETED', 'v1']);
});

test('leads to the last good one, where what runs has never proven itself', async () => {
  const stage = await deployed('v2');
  makeBad(stage, 'v3');
  stage.before = (command) => {
    if (command === 'apply good') throw failure({ code: 'terraform/apply-failed', what: 'AWS said no.', next: 'Ask it why.' });
  };
  expect(codeOf(await deploy(stage, 'v3', { settings }))).toBe('frozen alarm');
  stage.before = () => undefined;
  stage.bucket.delete(holdKey('staging'));
  expect(await endOf(stage)).toEqual(['rolled-back asked', 'v2 COMPLETED', 'v2 v1']);
});

test('goes no further than what a run that died had to go back to', async () => {
  const stage = await deployed('v2');
  await deploy(stage, 'v3', { settings, dieAt: 'after terraform.apply' });
  expect(await endOf(stage)).toEqual(['rolled-back lost', 'v2 COMPLETED', 'v2 v1']);
});

test('does not ask alarms that are not well before, and tells of them afterwards', async () => {
  const stage = await deployed('v2');
  stage.alarms.set(errors, 'ALARM');
  expect(await endOf(stage)).toEqual(['rolled-back asked', 'v1 COMPLETED', 'v1']);
  expect(journalOf(stage).because).toContain(`not well before, nor now: ${errors}`);
});

test.each<[string, (stage: Stage) => unknown, string]>([
  [
    'an environment that never had a good one',
    (stage) => stage.bucket.delete('staging/service.good.json'),
    'deploy/nothing-older',
  ],
  [
    'good ones that cannot be read',
    (stage) => stage.bucket.set('staging/service.good.json', { value: { goods: 'all of them' }, version: '1' }),
    'deploy/goods-unreadable',
  ],
  [
    'an environment that somebody else holds',
    (stage) => {
      const hold = { by: 'bob', reason: 'load test', since: '2026-01-31T11:00:00.000Z', expiresAt: '2026-02-01T11:00:00.000Z' };
      stage.bucket.set(holdKey('staging'), { value: { ...hold, commentUrl: 'https://github.test/1' }, version: '1' });
    },
    'deploy/held',
  ],
])('%s is left alone', async (_name, arrange, code) => {
  const stage = await deployed('v2');
  const applied = stage.applied.length;
  arrange(stage);
  expect(codeOf(await rollBack(stage, { settings }))).toBe(code);
  expect(stage.applied).toHaveLength(applied);
});

test('that fails freezes, as any other', async () => {
  const stage = await deployed('v2');
  stage.before = (command) => {
    if (command === 'plan good') throw failure({ code: 'terraform/access-denied', what: 'AWS said no.', next: 'Ask it why.' });
  };
  expect(codeOf(await rollBack(stage, { settings }))).toBe('frozen asked');
  expect(stage.pager.pages).toHaveLength(1);
});
