// aurora-restore-snapshot: the snapshot that is meant becomes a copy beside the live database.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { obstaclesOf } from '../../src/actions/runbook/engine/plan.ts';
import { auroraRestoreSnapshot } from '../../src/runbooks/aurora-restore-snapshot.ts';
import { type Inputs, planOf, play, playAndUndo } from './support/play.ts';
import { live, restoreStage, snapshot } from './support/restored-database.ts';

describe('aurora-restore-snapshot', () => {
  let scene: ReturnType<typeof restoreStage>;
  beforeEach(() => {
    scene = restoreStage();
    const { databases } = scene;
    databases.putSnapshot('assess-staging', snapshot('rds:assess-staging-2026-01-30-02-00', '2026-01-30T02:05:00.000Z'));
    databases.putSnapshot('assess-staging', snapshot('rds:assess-staging-2026-01-29-02-00', '2026-01-29T02:05:00.000Z'));
    databases.putSnapshot('assess-staging', snapshot('before-migration', '2026-01-30T08:00:00.000Z'));
    databases.putSnapshot('assess-staging', snapshot('rds:still', '2026-01-31T02:00:00.000Z', { status: 'creating' }));
    databases.putSnapshot('other', snapshot('of-another', '2026-01-30T08:00:00.000Z'));
  });
  const restored = () => scene.changes().flatMap(({ method, args }) => (method === 'restore' ? [args[0]] : []));
  const obstacles = async (inputs: Inputs = {}) =>
    obstaclesOf(await planOf(auroraRestoreSnapshot, scene.stage, inputs)).map(({ what, next }) => `${what} ${next}`);

  test.each<[Inputs, string, string]>([
    [{}, 'rds:assess-staging-2026-01-30-02-00', '202601300205'],
    [{ snapshot: 'assess-staging-2026-01-29-02-00' }, 'rds:assess-staging-2026-01-29-02-00', '202601290205'],
    [{ snapshot: 'before-migration', name: 'look' }, 'before-migration', 'look'],
  ])('restores what %j means', async (inputs, id, suffix) => {
    const { journal } = await play(auroraRestoreSnapshot, scene.stage, inputs);
    expect(journal).toMatchObject({ state: 'done' });
    const name = `assess-staging-restored-${suffix}`;
    expect(restored()).toMatchObject([{ name, point: { kind: 'snapshot', id, engineVersion: '16.4' } }]);
    expect((await scene.databases.details(name))?.members).toMatchObject([{ id: `${name}-0`, status: 'available' }]);
  });

  test('plans it, and changes nothing', async () => {
    const { steps } = await planOf(auroraRestoreSnapshot, scene.stage);
    expect(steps.map(({ outcome }) => ('changes' in outcome ? outcome.changes[0] : outcome))).toEqual([
      {
        what: 'database cluster assess-staging-restored-202601300205',
        from: 'none',
        to: 'assess-staging as it was at 2026-01-30T02:05:00.000Z',
      },
      { what: 'database instance assess-staging-restored-202601300205-0', from: 'none', to: 'db.r7g.large' },
    ]);
    expect(scene.changes()).toEqual([]);
  });

  test('adds the instance to its own copy, though a newer snapshot was made meanwhile', async () => {
    scene.clock.in(200, () => scene.databases.putSnapshot('assess-staging', snapshot('rds:newer', '2026-01-31T12:03:00.000Z')));
    const { journal } = await play(auroraRestoreSnapshot, scene.stage);
    expect(journal).toMatchObject({ state: 'done' });
    expect((await scene.databases.details('assess-staging-restored-202601300205'))?.members).toHaveLength(1);
  });

  test('is removed again', async () => {
    const { journal } = await playAndUndo(auroraRestoreSnapshot, scene.stage);
    expect(journal).toMatchObject({ state: 'compensated' });
    expect(scene.databases.names()).toEqual(['assess-staging']);
  });

  test('refuses what is no snapshot of this cluster, and names the newest', async () => {
    expect(await obstacles({ snapshot: 'of-another' })).toEqual([
      'There is no snapshot of-another of assess-staging that is available. Choose with `snapshot`, for example one of the newest: before-migration, assess-staging-2026-01-30-02-00, assess-staging-2026-01-29-02-00.',
    ]);
    expect(await obstacles({ snapshot: 'still' })).toHaveLength(1);
  });

  test('refuses a snapshot of another major version, and a name that is taken', async () => {
    scene.databases.putSnapshot('assess-staging', snapshot('old', '2025-12-01T00:00:00.000Z', { engineVersion: '15.9' }));
    scene.databases.put({ id: 'assess-staging-restored-202512010000', status: 'available', members: [] });
    expect(await obstacles({ snapshot: 'old' })).toEqual([
      'The snapshot is of version 15.9, and assess-staging has 16.4, whose parameters do not fit it. Restore it in the console of RDS, with a parameter group of its version.',
      'There is a database cluster assess-staging-restored-202512010000 already. Give another `name`, or remove that one.',
    ]);
  });

  test('refuses where there is no automated snapshot, and where there is no cluster', async () => {
    const fresh = restoreStage();
    const plan = await planOf(auroraRestoreSnapshot, fresh.stage);
    expect(obstaclesOf(plan).map(({ what }) => what)).toEqual([
      'There is no automated snapshot of assess-staging that is available.',
    ]);
    fresh.databases.remove(live.id);
    expect(obstaclesOf(await planOf(auroraRestoreSnapshot, fresh.stage)).map(({ what }) => what)).toEqual([
      'There is no database cluster assess-staging.',
    ]);
  });
});
