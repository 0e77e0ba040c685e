// The runbooks of the data against the emulated AWS: what they do there, what is undone, and that every call is declared.
import { expect, test } from '@jest/globals';
import { openCaches } from '../../../src/adapters/aws/caches.ts';
import { openDatabases } from '../../../src/adapters/aws/databases.ts';
import { openSecrets } from '../../../src/adapters/aws/secrets.ts';
import { openClock, type PacedClock } from '../../../src/adapters/process/system-clock.ts';
import type { CallGuard } from '../../../src/ports/runbook-ports.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import type { Runbook } from '../../../src/runbooks/asking.ts';
import { auroraFailover } from '../../../src/runbooks/aurora-failover.ts';
import { auroraRestoreSnapshot } from '../../../src/runbooks/aurora-restore-snapshot.ts';
import { auroraRestoreToTime } from '../../../src/runbooks/aurora-restore-to-time.ts';
import { redisFailover } from '../../../src/runbooks/redis-failover.ts';
import { rotateDatabaseSecret } from '../../../src/runbooks/rotate-database-secret.ts';
import { withEmulator } from '../../adapters/aws/support.ts';
import { buildData } from '../../support/emulated-data.ts';
import { describeWith } from '../../support/needs.ts';
import { declaredAgainst, type Inputs, planOf, play, playAndUndo, type RunbookStage } from '../support/play.ts';

/** Five minutes take a second. */
const rate = 300;
const name = 'assess-staging';

describeWith(['moto_server'], 'in the emulated AWS', () => {
  let clock: PacedClock;
  const config = withEmulator(async (client) => {
    await buildData(client, name);
    // An hour has passed since then: there are backups.
    const originMs = Math.floor(Date.now() - (3600 * 1000) / (rate - 1));
    await startSimulation(client.endpoint ?? '', { rate, originMs });
    clock = openClock({ OPSDECK_TIME: `${rate}@${originMs}` });
  });
  const portsOf = (onCall: CallGuard) => {
    const watched = { ...config(), onCall };
    return { databases: openDatabases(watched), caches: openCaches(watched), secrets: openSecrets(watched) };
  };
  const look = () => portsOf(() => undefined);

  /** Plans it, runs it and lets it fail at its end, and runs it for good. */
  const playAll = async (runbook: Runbook, inputs: Inputs = {}) => {
    const stage: RunbookStage = { clock, ports: portsOf, pollSeconds: 30 };
    const plan = await planOf(runbook, stage, inputs);
    expect(plan.obstacles).toEqual([]);
    expect(plan.calls.filter((call) => !runbook.calls.reads.includes(call))).toEqual([]);
    const undone = await playAndUndo(runbook, stage, inputs);
    expect(undone.journal).toMatchObject({ state: 'compensated', cause: { step: 'planted-failure' } });
    const between = await Promise.all([look().databases.details(name), look().caches.details(name)]);
    const { journal, calls, log } = await play(runbook, stage, inputs);
    expect(journal).toMatchObject({ state: 'done' });
    expect(declaredAgainst(runbook, [...plan.calls, ...undone.calls, ...calls])).toEqual({ unused: [], undeclared: [] });
    return { database: between[0], cache: between[1], log, undone: undone.journal };
  };
  const writerOf = (database: { members: readonly { id: string; isWriter: boolean }[] } | undefined) =>
    database?.members.find(({ isWriter }) => isWriter)?.id;

  test('aurora-failover', async () => {
    const { database } = await playAll(auroraFailover);
    expect(writerOf(database)).toBe(`${name}-0`);
    expect(writerOf(await look().databases.details(name))).toBe(`${name}-1`);
  }, 20_000);

  test('redis-failover', async () => {
    const before = await look().caches.details(name);
    const { cache } = await playAll(redisFailover);
    expect(cache).toEqual(before);
    const after = await look().caches.details(name);
    expect(after).toMatchObject({ status: 'available', automaticFailover: 'enabled', isMultiZone: true });
    expect(after?.nodes.map(({ role }) => role)).toEqual(['replica', 'primary']);
  }, 20_000);

  test('rotate-database-secret', async () => {
    const { masterSecret } = (await look().databases.details(name)) ?? {};
    const { undone } = await playAll(rotateDatabaseSecret);
    expect(undone?.steps[0]?.state).toBe('kept');
    const { versions = [] } = (await look().secrets.describe(masterSecret?.arn ?? '')) ?? {};
    expect(versions.map(({ stages }) => stages[0])).toEqual([undefined, 'AWSPREVIOUS', 'AWSCURRENT']);
  }, 20_000);

  test.each<[string, Runbook, (latest: string) => Inputs]>([
    ['aurora-restore-to-time', auroraRestoreToTime, (at) => ({ at, name: 'then' })],
    ['aurora-restore-snapshot', auroraRestoreSnapshot, () => ({ name: 'saved' })],
  ])(
    '%s',
    async (_, runbook, inputsOf) => {
      const live = await look().databases.details(name);
      const inputs = inputsOf(live?.latestRestorableAt ?? '');
      const { log } = await playAll(runbook, inputs);
      const copy = await look().databases.details(`${name}-restored-${inputs.name}`);
      expect(copy).toMatchObject({
        status: 'available',
        key: live?.key,
        tags: { Runbook: runbook.id },
        members: [{ status: 'available' }],
      });
      expect(log.join('\n')).toContain(`The copy answers at ${copy?.endpoint}`);
      expect(await look().databases.details(name)).toMatchObject({ tags: { Layer: 'platform' }, members: live?.members });
    },
    30_000,
  );
});
