// Runbooks of streams, firewall, API and queues against the emulated AWS: run, verified, undone, and calling what they declare.
import { describe, expect, test } from '@jest/globals';
import { openAddressSets } from '../../../src/adapters/aws/address-sets.ts';
import { openApiLimits } from '../../../src/adapters/aws/api-limits.ts';
import type { AwsClientConfig } from '../../../src/adapters/aws/client-config.ts';
import { openQueues } from '../../../src/adapters/aws/queues.ts';
import { openStreams } from '../../../src/adapters/aws/streams.ts';
import { openClock } from '../../../src/adapters/process/system-clock.ts';
import type { CallGuard } from '../../../src/ports/runbook-ports.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { apiThrottle } from '../../../src/runbooks/api-throttle.ts';
import { kinesisReshard } from '../../../src/runbooks/kinesis-reshard.ts';
import { redriveDeadLetters } from '../../../src/runbooks/redrive-dead-letters.ts';
import { wafBlockIp } from '../../../src/runbooks/waf-block-ip.ts';
import { wafUnblockExpired } from '../../../src/runbooks/waf-unblock-expired.ts';
import { withEmulator } from '../../adapters/aws/support.ts';
import { obstacles } from '../../support/edge-plays.ts';
import { buildEdges, giveUp } from '../../support/emulated-edges.ts';
import { describeWith } from '../../support/needs.ts';
import { declaredAgainst, type Played, planOf, play, playAndUndo, type RunbookStage } from '../support/play.ts';

/** Two minutes of a runbook take a second. */
const rate = 120;
const prefix = 'assess-staging';

describeWith(['moto_server'], 'the emulated AWS', () => {
  let stage: RunbookStage;
  const config = withEmulator(async (emulated) => {
    await buildEdges(emulated, prefix);
    const originMs = Date.now();
    await startSimulation(emulated.endpoint ?? '', { rate, originMs });
    const clock = openClock({ OPSDECK_TIME: `${rate}@${originMs}` });
    stage = { clock, pollSeconds: 20, ports: (onCall) => portsOf({ ...emulated, onCall }) };
  });
  const ports = () => portsOf(config());

  /** Every call of these is declared, and every declared one is made. */
  const expectDeclared = (runbook: Parameters<typeof declaredAgainst>[0], ...played: readonly Played[]) => {
    const calls = played.flatMap((one) => one.calls);
    expect(declaredAgainst(runbook, calls)).toEqual({ unused: [], undeclared: [] });
  };

  test('kinesis-reshard goes there and back in several moves', async () => {
    const plan = await planOf(kinesisReshard, stage, { shards: '11' });
    expect(plan.calls.filter((call) => !kinesisReshard.calls.reads.includes(call))).toEqual([]);
    const undone = await playAndUndo(kinesisReshard, stage, { shards: '11' });
    expect(undone.journal?.state).toBe('compensated');
    expect(await ports().streams.describe(`${prefix}-events`)).toMatchObject({ status: 'ACTIVE', openShards: 4 });
    const done = await play(kinesisReshard, stage, { shards: '3' });
    expect(done.journal?.state).toBe('done');
    expect(await ports().streams.describe(`${prefix}-events`)).toMatchObject({ status: 'ACTIVE', openShards: 3 });
    expectDeclared(kinesisReshard, undone, done);
  });

  test('waf-block-ip blocks, and takes exactly that back; waf-unblock-expired ends it', async () => {
    const set = () => ports().addressSets.find(`${prefix}-blocked`);
    const inputs = { address: '203.0.113.0/24' };
    const undone = await playAndUndo(wafBlockIp, stage, inputs);
    expect(undone.journal?.state).toBe('compensated');
    expect(await set()).toMatchObject({ addresses: ['192.0.2.1/32'], expiries: {}, description: 'Kept' });
    expectDeclared(wafBlockIp, undone);
    expect((await play(wafBlockIp, stage, inputs)).journal?.state).toBe('done');
    const blocked = await set();
    expect(blocked?.addresses).toEqual(['192.0.2.1/32', '203.0.113.0/24']);

    if (blocked) await ports().addressSets.setExpiry(blocked, inputs.address, '2026-01-31T12:00:00.000Z');
    const blockedAgain = await playAndUndo(wafUnblockExpired, stage);
    expect(blockedAgain.journal?.state).toBe('compensated');
    expect((await set())?.addresses).toEqual(['192.0.2.1/32', '203.0.113.0/24']);
    expectDeclared(wafUnblockExpired, blockedAgain);
    expect((await play(wafUnblockExpired, stage)).journal?.state).toBe('done');
    expect(await set()).toMatchObject({ addresses: ['192.0.2.1/32'], expiries: {} });
  });

  test('api-throttle sets the stage and its clients, and takes both back', async () => {
    const state = async () => {
      const { apiLimits } = ports();
      const stageNow = await apiLimits.stage(prefix, 'v1');
      return {
        stage: stageNow?.throttle,
        plans: stageNow && (await apiLimits.usagePlans(stageNow)).map(({ throttle }) => throttle),
      };
    };
    const inputs = { rate: '200', clients: 'true' };
    const undone = await playAndUndo(apiThrottle, stage, inputs);
    expect(undone.journal?.state).toBe('compensated');
    expect(await state()).toEqual({ stage: undefined, plans: [undefined] });
    expect((await play(apiThrottle, stage, inputs)).journal?.state).toBe('done');
    const throttle = { rate: 200, burst: 100 };
    expect(await state()).toEqual({ stage: throttle, plans: [throttle] });
    expectDeclared(apiThrottle, undone);
  });

  describe('redrive-dead-letters', () => {
    test('is ended in the middle, and then moves the rest', async () => {
      await giveUp(config(), prefix, 60);
      const stop = new AbortController();
      const stopping =
        (guard: CallGuard): CallGuard =>
        (call) => {
          guard(call);
          // After it has begun, and before it is over.
          if (call === 'sqs:StartMessageMoveTask') setTimeout(() => stop.abort(), 100);
        };
      const interrupted = {
        ...stage,
        signal: stop.signal,
        ports: (guard: CallGuard) => portsOf({ ...config(), onCall: stopping(guard) }),
      };
      const ended = await play(redriveDeadLetters, interrupted, { 'per-second': '1' });
      expect(ended.journal?.state).toBe('compensated');
      const left = (await ports().queues.describe(`${prefix}-dead-letters`))?.messages ?? 0;
      expect(left).toBeGreaterThan(0);
      const done = await play(redriveDeadLetters, stage);
      expect(done.journal?.state).toBe('done');
      expect(await ports().queues.describe(`${prefix}-dead-letters`)).toMatchObject({ messages: 0 });
      expect(await ports().queues.describe(`${prefix}-work`)).toMatchObject({ messages: 60 });
      expectDeclared(redriveDeadLetters, ended, done);
    });

    test('is refused when there is nothing', async () => {
      expect(obstacles(await planOf(redriveDeadLetters, stage))).toEqual([`${prefix}-dead-letters is empty.`]);
    });
  });
});

function portsOf(config: AwsClientConfig) {
  return {
    addressSets: openAddressSets(config),
    apiLimits: openApiLimits(config),
    queues: openQueues(config),
    streams: openStreams(config),
  };
}
