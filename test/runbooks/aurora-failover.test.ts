// aurora-failover: another member writes, and the former one again when that has to be undone.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { obstaclesOf } from '../../src/actions/runbook/engine/plan.ts';
import { auroraFailover } from '../../src/runbooks/aurora-failover.ts';
import { type ClusterSetup, type MemoryDatabases, memoryDatabases } from '../support/fake-databases.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { denied, throttled } from '../support/troubles.ts';
import { type Inputs, planOf, play, playAndUndo, type RunbookStage } from './support/play.ts';
import { stepScope } from './support/step-scope.ts';

const member = (number: number, zone: string, isWriter = false, promotionTier = number) => {
  return { id: `assess-staging-${number}`, zone: `eu-west-2${zone}`, isWriter, promotionTier, status: 'available' };
};

const cluster: ClusterSetup = {
  id: 'assess-staging',
  status: 'available',
  members: [member(0, 'a', true), member(1, 'a'), member(2, 'b', false, 3), member(3, 'c', false, 2)],
};

describe('aurora-failover', () => {
  let clock: ManualClock;
  let databases: MemoryDatabases;
  let stage: RunbookStage;
  beforeEach(() => {
    clock = manualClock();
    databases = memoryDatabases(clock, [cluster]);
    stage = { clock, ports: { databases } };
  });
  const writer = async () => (await databases.describe('assess-staging'))?.members.find(({ isWriter }) => isWriter)?.id;
  const failovers = () => databases.calls.filter(({ method }) => method === 'failOver').map(({ args }) => args[1]);
  const obstacles = async (inputs: Inputs = {}) =>
    obstaclesOf(await planOf(auroraFailover, stage, inputs)).map(({ what }) => what);

  test.each<[string, Inputs, string]>([
    ['the lowest promotion tier in another zone', {}, 'assess-staging-3 (eu-west-2c)'],
    ['a zone', { to: 'eu-west-2b' }, 'assess-staging-2 (eu-west-2b)'],
    ['an instance, also in the same zone', { to: 'assess-staging-1' }, 'assess-staging-1 (eu-west-2a)'],
  ])('plans to let a reader write, by %s, and changes nothing', async (_, inputs, to) => {
    const plan = await planOf(auroraFailover, stage, inputs);
    const change = { what: 'writer of assess-staging', from: 'assess-staging-0 (eu-west-2a)', to };
    expect(plan.steps.map(({ outcome }) => outcome)).toEqual([{ kind: 'change', changes: [change] }]);
    expect(failovers()).toEqual([]);
  });

  test('takes a reader with a higher tier where the first one is not available', async () => {
    databases.put({
      ...cluster,
      members: cluster.members.map((one) => (one.promotionTier === 2 ? { ...one, status: 'rebooting' } : one)),
    });
    expect((await planOf(auroraFailover, stage)).steps[0]?.outcome).toMatchObject({
      changes: [{ to: 'assess-staging-2 (eu-west-2b)' }],
    });
  });

  test('has nothing to do where the writer is there already', async () => {
    const { result } = await play(auroraFailover, stage, { to: 'eu-west-2a' });
    expect(result).toMatchObject({ kind: 'not-begun', status: 'nothing-to-do' });
    expect(failovers()).toEqual([]);
  });

  test('waits until the new writer writes and the cluster is available', async () => {
    const { journal } = await play(auroraFailover, stage);
    expect(journal).toMatchObject({
      state: 'done',
      steps: [{ words: 'assess-staging-3 (eu-west-2c) writes, and all members are available' }],
    });
    expect(await writer()).toBe('assess-staging-3');
  });

  test('asks once more after trouble that passes', async () => {
    databases.failNext('failOver', throttled(), 2);
    const { journal } = await play(auroraFailover, stage);
    expect(journal).toMatchObject({ state: 'done' });
  });

  test('does not interrupt the writer a second time when it goes on after a crash', async () => {
    const [step] = auroraFailover.steps;
    const before = { writer: 'assess-staging-0', to: 'assess-staging-3' };
    const scope = stepScope<typeof auroraFailover.inputs>(clock, { databases }, { to: undefined });
    await step?.run(scope, before);
    await step?.run(scope, before);
    clock.advance(60);
    await step?.run(scope, before);
    expect(failovers()).toEqual(['assess-staging-3']);
  });

  test('fails back when it has to be undone', async () => {
    const { journal } = await playAndUndo(auroraFailover, stage);
    expect(journal).toMatchObject({ state: 'compensated' });
    expect(failovers()).toEqual(['assess-staging-3', 'assess-staging-0']);
    expect(await writer()).toBe('assess-staging-0');
  });

  test('fails back once the fail-over is through that it was cancelled in', async () => {
    const cancel = new AbortController();
    clock.in(3, () => cancel.abort());
    const { journal } = await play(auroraFailover, { ...stage, signal: cancel.signal });
    expect(journal).toMatchObject({ state: 'compensated' });
    expect(await writer()).toBe('assess-staging-0');
  });

  test('changes nothing where it may not', async () => {
    databases.failNext('failOver', denied());
    const { journal } = await play(auroraFailover, stage);
    expect(journal).toMatchObject({ state: 'compensated', cause: { step: 'fail-over' } });
    expect(await writer()).toBe('assess-staging-0');
  });

  test('pages somebody when the former writer is gone', async () => {
    clock.in(20, () => databases.put({ ...cluster, status: 'failing-over', members: [member(3, 'c', true)] }));
    clock.in(40, () => databases.put({ ...cluster, members: [member(3, 'c', true)] }));
    const { journal, pager } = await playAndUndo(auroraFailover, stage);
    expect(journal?.state).toBe('stuck');
    expect(pager.pages).toHaveLength(1);
  });

  test('says at once all that is in the way', async () => {
    databases.put({
      ...cluster,
      status: 'modifying',
      pendingChanges: ['EngineVersion'],
      isSecondary: true,
      members: [member(0, 'a', true), member(1, 'a')],
    });
    expect(await obstacles()).toEqual([
      'The cluster assess-staging is modifying, not available.',
      'Changes of assess-staging are pending: EngineVersion.',
      'assess-staging only follows the primary cluster of its global database, in another region.',
      'assess-staging has no available reader in another zone: assess-staging-1 in eu-west-2a (available).',
    ]);
  });

  test.each<[string, readonly ReturnType<typeof member>[], Inputs, string]>([
    ['without a reader', [member(0, 'a', true)], {}, 'assess-staging has no reader that could write.'],
    [
      'with readers that are not meant',
      [member(0, 'a', true), member(2, 'b')],
      { to: 'eu-west-2c' },
      'Nothing that is available is meant by eu-west-2c; there is assess-staging-2 in eu-west-2b (available).',
    ],
  ])('refuses a cluster %s', async (_, members, inputs, what) => {
    databases.put({ ...cluster, members });
    expect(await obstacles(inputs)).toEqual([what]);
  });

  test('refuses where there is no cluster', async () => {
    databases.remove('assess-staging');
    expect(await obstacles()).toEqual(['There is no database cluster assess-staging.']);
  });
});
