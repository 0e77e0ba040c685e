// aurora-restore-to-time: a copy beside the live database, which stays as it is; and no other than that copy is ever removed.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { obstaclesOf } from '../../src/actions/runbook/engine/plan.ts';
import type { DatabaseDetails } from '../../src/ports/databases.ts';
import { auroraRestoreToTime } from '../../src/runbooks/aurora-restore-to-time.ts';
import { throttled } from '../support/troubles.ts';
import { type Inputs, planOf, play, playAndUndo } from './support/play.ts';
import { live, restoreStage } from './support/restored-database.ts';

const at = '2026-01-30T09:41:07Z';
const copy = 'assess-staging-restored-202601300941';

describe('aurora-restore-to-time', () => {
  let scene: ReturnType<typeof restoreStage>;
  let before: DatabaseDetails | undefined;
  beforeEach(async () => {
    scene = restoreStage();
    before = await scene.databases.details('assess-staging');
  });
  const obstacles = async (inputs: Inputs = { at }) =>
    obstaclesOf(await planOf(auroraRestoreToTime, scene.stage, inputs)).map(({ what }) => what);

  test('plans both steps as they would be, and changes nothing', async () => {
    const { steps } = await planOf(auroraRestoreToTime, scene.stage, { at });
    expect(steps.map(({ outcome }) => ('changes' in outcome ? outcome.changes : outcome))).toEqual([
      [
        { what: `database cluster ${copy}`, from: 'none', to: 'assess-staging as it was at 2026-01-30T09:41:07.000Z' },
        { what: `how long ${copy} is meant to stay`, from: 'none', to: 'until 2026-02-01T12:00:00.000Z' },
      ],
      [{ what: `database instance ${copy}-0`, from: 'none', to: 'db.r7g.large' }],
    ]);
    expect(scene.changes()).toEqual([]);
  });

  test('makes a copy like the live one, marked as what it is, and says how to use and to remove it', async () => {
    const { journal, log } = await play(auroraRestoreToTime, scene.stage, { at, keep: '3d' });
    expect(journal).toMatchObject({ state: 'done' });
    const made = await scene.databases.details(copy);
    expect(made).toMatchObject({
      status: 'available',
      subnetGroup: 'assess-staging',
      securityGroups: live.securityGroups,
      parameterGroup: 'assess-staging',
      key: live.key,
      capacity: live.capacity,
      members: [{ id: `${copy}-0`, instanceClass: 'db.r7g.large', status: 'available' }],
    });
    expect(made?.tags).toEqual({
      // No experiment and no metric of staging may take it for the live one.
      Environment: 'staging-restored',
      Layer: 'restored',
      Runbook: 'aurora-restore-to-time',
      RunbookToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      ExpiresAt: '2026-02-03T12:00:00.000Z',
    });
    expect(await scene.databases.details('assess-staging')).toMatchObject({ ...before, latestRestorableAt: expect.any(String) });
    const said = log.join('\n');
    expect(said).toContain(`The copy answers at ${copy}.cluster-memory.rds.amazonaws.com`);
    expect(said).toContain(`aws rds delete-db-instance --db-instance-identifier ${copy}-0 --skip-final-snapshot`);
    expect(said).toContain(`aws rds delete-db-cluster --db-cluster-identifier ${copy} --skip-final-snapshot`);
  });

  test('calls it as somebody wants it', async () => {
    await play(auroraRestoreToTime, scene.stage, { at, name: 'lost-answers' });
    expect(scene.databases.names()).toEqual(['assess-staging', 'assess-staging-restored-lost-answers']);
  });

  test('makes one of each, however often it is throttled', async () => {
    scene.databases.failNext('restore', throttled(), 2);
    scene.databases.failNext('addInstance', throttled(), 2);
    expect((await play(auroraRestoreToTime, scene.stage, { at })).journal).toMatchObject({ state: 'done' });
  });

  test.each(['restore-cluster', 'add-instance'])('removes all of it again after %s, and nothing else', async (after) => {
    const { journal } = await playAndUndo(auroraRestoreToTime, scene.stage, { at }, after);
    expect(journal).toMatchObject({ state: 'compensated' });
    expect(scene.databases.names()).toEqual(['assess-staging']);
    const removed = scene.changes().filter(({ method }) => method.startsWith('remove'));
    expect(new Set(removed.map(({ args }) => args[0]))).toEqual(new Set(after === 'add-instance' ? [`${copy}-0`, copy] : [copy]));
  });

  test.each([3, 300, 650, 800])('removes it once it can be removed when it is cancelled (after %i s)', async (seconds) => {
    const cancel = new AbortController();
    scene.clock.in(seconds, () => cancel.abort());
    const { journal } = await play(auroraRestoreToTime, { ...scene.stage, signal: cancel.signal }, { at });
    expect(journal).toMatchObject({ state: 'compensated' });
    expect(scene.databases.names()).toEqual(['assess-staging']);
  });

  test('leaves a cluster of this name that somebody else made meanwhile', async () => {
    scene.clock.in(620, () => scene.databases.put({ id: copy, status: 'available', members: [], tags: { Layer: 'restored' } }));
    const { journal } = await playAndUndo(auroraRestoreToTime, { ...scene.stage, pollSeconds: 30 }, { at }, 'add-instance');
    expect(journal?.steps[0]).toMatchObject({ words: `${copy} is not of this run, and stays` });
    expect(scene.databases.names()).toContain(copy);
  });

  test.each([
    ['failed', 'failed'],
    ['incompatible-restore', 'incompatible-restore'],
  ])('does not wait for a copy that is %s, and removes it', async (_, status) => {
    scene.clock.in(100, async () => {
      const made = await scene.databases.details(copy);
      if (made) scene.databases.put({ ...made, status });
    });
    scene.clock.in(200, async () => {
      const made = await scene.databases.details(copy);
      if (made) scene.databases.put({ ...made, status: 'available' });
    });
    const { journal } = await play(auroraRestoreToTime, scene.stage, { at });
    expect(journal).toMatchObject({ state: 'compensated', cause: { kind: 'never', words: `${copy} is ${status}` } });
    expect(scene.databases.names()).toEqual(['assess-staging']);
  });

  test.each<[string, string]>([
    ['before its backups', '2026-01-24T01:59:59Z'],
    ['in the last five minutes', '2026-01-31T11:56:00Z'],
  ])('refuses an instant %s, and tells both ends', async (_, instant) => {
    expect(await obstacles({ at: instant })).toEqual([
      `assess-staging can be restored to any time from 2026-01-24T02:00:00.000Z to 2026-01-31T11:55:00.000Z, and ${instant.replace('Z', '.000Z')} is not within.`,
    ]);
  });

  test('says at once all that is in the way; what waits for the maintenance window is not', async () => {
    const name = `${'a'.repeat(30)}--${'b'.repeat(10)}`;
    scene.databases.put({ ...live, status: 'stopped', members: [], pendingChanges: ['EngineVersion'] });
    expect(await obstacles({ at: '2026-01-01T00:00:00Z', name })).toEqual([
      'The cluster assess-staging is stopped, not available.',
      'assess-staging has no writer whose class a copy could have.',
      expect.stringContaining('is not within.'),
      expect.stringContaining('it is too long, or has two hyphens in a row.'),
    ]);
  });

  test('refuses a name that is taken, a cluster without backups, and no cluster', async () => {
    scene.databases.put({ id: copy, status: 'available', members: [] });
    expect(await obstacles()).toEqual([`There is a database cluster ${copy} already.`]);
    scene.databases.remove(copy);
    const { earliestRestorableAt: _, ...fresh } = live;
    scene.databases.put(fresh);
    expect(await obstacles()).toEqual(['Nothing of assess-staging can be restored: it has no backups.']);
    scene.databases.remove('assess-staging');
    expect(await obstacles()).toEqual(['There is no database cluster assess-staging.']);
  });
});
