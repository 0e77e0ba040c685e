// rotate-database-secret: another version is current, and nothing pretends that this could be taken back.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { obstaclesOf } from '../../src/actions/runbook/engine/plan.ts';
import type { SecretVersion } from '../../src/ports/secrets.ts';
import { rotateDatabaseSecret } from '../../src/runbooks/rotate-database-secret.ts';
import { type ClusterSetup, type MemoryDatabases, memoryDatabases } from '../support/fake-databases.ts';
import { type MemorySecrets, memorySecrets } from '../support/fake-secrets.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { planOf, play, playAndUndo, type RunbookStage } from './support/play.ts';
import { stepScope } from './support/step-scope.ts';

const arn = 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:rds!cluster-1';
const member = { id: 'assess-staging-0', zone: 'eu-west-2a', isWriter: true, status: 'available' };
const cluster: ClusterSetup = {
  id: 'assess-staging',
  status: 'available',
  members: [member],
  masterSecret: { arn, status: 'active' },
};
const secretOf = (...versions: readonly SecretVersion[]) => ({ arn, name: 'rds!cluster-1', isRotationEnabled: true, versions });

describe('rotate-database-secret', () => {
  let clock: ManualClock;
  let databases: MemoryDatabases;
  let secrets: MemorySecrets;
  let stage: RunbookStage;
  beforeEach(() => {
    clock = manualClock();
    databases = memoryDatabases(clock, [cluster]);
    secrets = memorySecrets(clock, [secretOf({ id: 'v1', stages: ['AWSCURRENT'] })]);
    stage = { clock, ports: { databases, secrets } };
  });
  const rotations = () => secrets.calls.filter(({ method }) => method === 'rotate').map(({ args }) => String(args[1]));
  const obstacles = async () => obstaclesOf(await planOf(rotateDatabaseSecret, stage)).map(({ what }) => what);

  test('plans another version, says why it stays, and changes nothing', async () => {
    const [step] = (await planOf(rotateDatabaseSecret, stage)).steps;
    const change = { what: 'master password of assess-staging', from: 'the first one', to: 'another one, which RDS makes' };
    expect(step?.outcome).toEqual({ kind: 'change', changes: [change] });
    expect(step?.impossible).toContain('The database knows the new password only');
    expect(rotations()).toEqual([]);
  });

  test('waits until another version is current, which has the token of the run', async () => {
    const { journal } = await play(rotateDatabaseSecret, stage);
    const [token = ''] = rotations();
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(journal).toMatchObject({ state: 'done', steps: [{ words: 'the new version is current' }] });
    expect((await secrets.describe(arn))?.versions).toMatchObject([{ id: 'v1', stages: ['AWSPREVIOUS'] }, { id: token }]);
  });

  test('rotates again the next time, though the last version is still marked as pending', async () => {
    await play(rotateDatabaseSecret, stage);
    clock.advance(60);
    expect((await play(rotateDatabaseSecret, stage)).journal).toMatchObject({ state: 'done' });
    expect(new Set(rotations()).size).toBe(2);
  });

  test('rotates once, however often it is run', async () => {
    const [step] = rotateDatabaseSecret.steps;
    const scope = stepScope(clock, { databases, secrets }, {});
    for (const seconds of [1, 60, 60]) {
      await step?.run(scope, { secret: arn, version: 'v1' });
      clock.advance(seconds);
    }
    expect(rotations()).toHaveLength(1);
  });

  test('leaves the new password when something later fails', async () => {
    const { journal } = await playAndUndo(rotateDatabaseSecret, stage);
    expect(journal?.steps[0]).toMatchObject({ id: 'rotate', state: 'kept' });
    expect((await secrets.describe(arn))?.versions[1]?.stages).toContain('AWSCURRENT');
  });

  test('gives up a rotation that does not come to its end', async () => {
    secrets.hang();
    const { journal } = await play(rotateDatabaseSecret, stage);
    expect(journal?.cause).toMatchObject({ step: 'rotate', words: 'not within 900 s: the new version is pending' });
  });

  test('refuses while a rotation is not complete', async () => {
    secrets.put(secretOf({ id: 'v1', stages: ['AWSCURRENT'] }, { id: 'v2', stages: ['AWSPENDING'] }));
    databases.put({ ...cluster, status: 'resetting-master-credentials', masterSecret: { arn, status: 'rotating' } });
    expect(await obstacles()).toEqual([
      'The cluster assess-staging is resetting-master-credentials, not available.',
      "RDS says of the master password's secret that it is rotating, not active.",
      'A rotation of the secret is not complete: AWSPENDING is on another version than AWSCURRENT.',
    ]);
  });

  test('refuses a cluster whose master password RDS does not manage', async () => {
    const { masterSecret: _, ...unmanaged } = cluster;
    databases.put(unmanaged);
    expect(await obstacles()).toEqual(['RDS does not manage the master password of assess-staging.']);
  });

  test('refuses a secret without a current version, and an environment without a database', async () => {
    secrets.put(secretOf());
    expect(await obstacles()).toEqual(["The master password's secret has no current version."]);
    databases.remove('assess-staging');
    expect(await obstacles()).toEqual(['There is no database cluster assess-staging.']);
  });
});
