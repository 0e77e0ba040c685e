// What every implementation of the ports of databases, caches and secrets keeps to when things are recovered, in memory as in an emulated AWS.
import { describe, expect, test } from '@jest/globals';
import type { Caches } from '../../src/ports/caches.ts';
import type { DatabaseDetails, Databases, RestorePoint } from '../../src/ports/databases.ts';
import type { Secrets } from '../../src/ports/secrets.ts';

/** Where nobody else does anything. */
export interface RecoveryWorld {
  readonly databases: Databases;
  readonly caches: Caches;
  readonly secrets: Secrets;
  /** A writer and a reader of `db.serverless`, with backups since an hour, one automated snapshot and a managed password. */
  readonly database: string;
  /** A primary and a replica in two zones, with automatic failover. */
  readonly cache: string;
  /** Lets so much time pass, or a little more. */
  pass(seconds: number): Promise<void>;
}

/** The tests follow each other: a later one finds what an earlier one left. */
export function describeRecoveries(open: () => RecoveryWorld): void {
  describe('databases', () => describeDatabases(open));
  describe('caches', () => describeCaches(open));
  describe('secrets', () => describeSecrets(open));
}

const tags = { Layer: 'restored', RunbookToken: 'token' };

function describeDatabases(open: () => RecoveryWorld): void {
  const details = async (id: string): Promise<DatabaseDetails> => {
    const found = await open().databases.details(id);
    if (!found) throw new Error(`There is no cluster ${id}.`);
    return found;
  };

  test('tell all that a copy needs', async () => {
    const { database, databases } = open();
    const found = await details(database);
    expect(found).toMatchObject({ id: database, status: 'available', engine: 'aurora-postgresql', hasIamUsers: true });
    expect(found).toMatchObject({ isSecondary: false, pendingChanges: [], capacity: { least: 0.5, most: 8 } });
    expect(found.members.map(({ isWriter }) => isWriter).sort()).toEqual([false, true]);
    expect(found.members.map(({ instanceClass }) => instanceClass)).toEqual(['db.serverless', 'db.serverless']);
    expect(found.members.map(({ promotionTier }) => promotionTier).sort()).toEqual([0, 1]);
    const { earliestRestorableAt = '', latestRestorableAt = '' } = found;
    expect(Date.parse(earliestRestorableAt)).toBeLessThan(Date.parse(latestRestorableAt));
    expect(await databases.details('no-such-cluster')).toBeUndefined();
  });

  test('know their snapshots, and none of others', async () => {
    const { database, databases } = open();
    const { engineVersion } = await details(database);
    expect(await databases.snapshots(database)).toMatchObject([{ isAutomated: true, status: 'available', engineVersion }]);
    expect(await databases.snapshots('no-such-cluster')).toEqual([]);
  });

  test.each<[string, (source: DatabaseDetails) => Promise<RestorePoint>]>([
    ['a time', async ({ latestRestorableAt = '' }) => ({ kind: 'time', at: latestRestorableAt })],
    [
      'a snapshot',
      async ({ id }) => {
        const [snapshot] = await open().databases.snapshots(id);
        return { kind: 'snapshot', id: snapshot?.id ?? '', engineVersion: snapshot?.engineVersion ?? '' };
      },
    ],
  ])('are restored from %s, read, and removed', async (_, pointOf) => {
    const { database, databases, pass } = open();
    const source = await details(database);
    const request = { name: `${database}-restored`, source, point: await pointOf(source), tags };
    await databases.restore(request);
    await expect(databases.restore(request)).rejects.toMatchObject({ code: 'aws/request-failed' });
    expect(await details(request.name)).toMatchObject({ status: 'creating', members: [] });
    const instance = {
      name: `${request.name}-0`,
      cluster: request.name,
      engine: source.engine,
      instanceClass: 'db.serverless',
      tags,
    };
    await expect(databases.addInstance(instance)).rejects.toMatchObject({ cause: { name: 'InvalidDBClusterStateFault' } });

    await pass(700);
    const { subnetGroup, securityGroups, parameterGroup, engineVersion, capacity, hasIamUsers } = source;
    const copied = { subnetGroup, securityGroups, parameterGroup, engineVersion, capacity, hasIamUsers };
    expect(await details(request.name)).toMatchObject({ status: 'available', tags, ...copied });
    expect((await details(request.name)).masterSecret).toBeUndefined();
    await databases.addInstance(instance);
    expect((await details(request.name)).members).toMatchObject([
      { id: instance.name, isWriter: true, status: 'creating', tags },
    ]);

    await pass(400);
    expect((await details(request.name)).members).toMatchObject([{ status: 'available' }]);
    await databases.removeInstance(instance.name);
    await pass(200);
    await databases.removeInstance(instance.name);
    await databases.removeCluster(request.name);
    await pass(200);
    await databases.removeCluster(request.name);
    expect(await databases.details(request.name)).toBeUndefined();
  });
}

function describeCaches(open: () => RecoveryWorld): void {
  test('promote a replica only while automatic failover is off', async () => {
    const { cache, caches, pass } = open();
    const before = await caches.details(cache);
    expect(before).toMatchObject({ id: cache, status: 'available', automaticFailover: 'enabled', isMultiZone: true });
    expect(before).toMatchObject({ isSharded: false, pendingChanges: [] });
    const replica = before?.nodes.find(({ role }) => role === 'replica')?.id ?? '';
    await expect(caches.promote(cache, replica)).rejects.toMatchObject({ code: 'aws/request-failed' });

    await caches.setAutomaticFailover(cache, false);
    expect(await caches.details(cache)).toMatchObject({ status: 'modifying' });
    const refused = caches.promote(cache, replica);
    await expect(refused).rejects.toMatchObject({ cause: { name: expect.stringMatching(/^InvalidReplicationGroupState/) } });
    await pass(120);
    expect(await caches.details(cache)).toMatchObject({ status: 'available', automaticFailover: 'disabled', isMultiZone: false });

    await caches.promote(cache, replica);
    await pass(120);
    expect((await caches.details(cache))?.nodes.filter(({ role }) => role === 'primary').map(({ id }) => id)).toEqual([replica]);
    await caches.setAutomaticFailover(cache, true);
    await pass(120);
    expect(await caches.details(cache)).toMatchObject({ status: 'available', automaticFailover: 'enabled', isMultiZone: true });
    expect(await caches.details('no-such-group')).toBeUndefined();
  });
}

function describeSecrets(open: () => RecoveryWorld): void {
  test('rotate once for a token, which is pending at first', async () => {
    const { database, databases, secrets, pass } = open();
    const { masterSecret } = (await databases.details(database)) ?? {};
    const arn = masterSecret?.arn ?? '';
    expect(masterSecret?.status).toBe('active');
    const stagesOf = async (id: string) => (await secrets.describe(arn))?.versions.find((version) => version.id === id)?.stages;
    const [former] = (await secrets.describe(arn))?.versions ?? [];
    expect(former?.stages).toContain('AWSCURRENT');

    const token = 'a'.repeat(32);
    await secrets.rotate(arn, token);
    expect([await stagesOf(token), await stagesOf(former?.id ?? '')]).toEqual([['AWSPENDING'], ['AWSCURRENT']]);
    await expect(secrets.rotate(arn, 'b'.repeat(32))).rejects.toMatchObject({ cause: { name: 'InvalidRequestException' } });
    await pass(90);
    expect(await stagesOf(token)).toContain('AWSCURRENT');
    expect(await stagesOf(former?.id ?? '')).toEqual(['AWSPREVIOUS']);
    expect((await secrets.describe(arn))?.name).toMatch(/^rds!cluster-/);
    expect(await secrets.describe('no-such-secret')).toBeUndefined();
  });
}
