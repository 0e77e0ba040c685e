// redis-failover: automatic failover off, a replica promoted, and on again; and all of that back.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { obstaclesOf } from '../../src/actions/runbook/engine/plan.ts';
import { redisFailover } from '../../src/runbooks/redis-failover.ts';
import { type GroupSetup, type MemoryCaches, memoryCaches } from '../support/fake-caches.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { denied } from '../support/troubles.ts';
import { type Inputs, planOf, play, playAndUndo, type RunbookStage } from './support/play.ts';

const node = (number: number, zone: string, role: 'primary' | 'replica' = 'replica') => {
  return { id: `assess-staging-00${number}`, zone: `eu-west-2${zone}`, role };
};

const group: GroupSetup = {
  id: 'assess-staging',
  status: 'available',
  nodes: [node(1, 'a', 'primary'), node(2, 'a'), node(3, 'b')],
};

describe('redis-failover', () => {
  let clock: ManualClock;
  let caches: MemoryCaches;
  let stage: RunbookStage;
  beforeEach(() => {
    clock = manualClock();
    caches = memoryCaches([group], clock);
    stage = { clock, ports: { caches } };
  });
  const changes = () =>
    caches.calls.filter(({ method }) => method !== 'details').map(({ method, args }) => `${method} ${args[1]}`);
  const obstacles = async (inputs: Inputs = {}) =>
    obstaclesOf(await planOf(redisFailover, stage, inputs)).map(({ what }) => what);

  test('plans every step as it would be then, and changes nothing', async () => {
    const { steps } = await planOf(redisFailover, stage);
    const failover = 'automatic failover of assess-staging';
    expect(steps.map(({ outcome }) => ('changes' in outcome ? outcome.changes : outcome))).toEqual([
      [{ what: failover, from: 'on', to: 'off' }],
      [{ what: 'primary of assess-staging', from: 'assess-staging-001 (eu-west-2a)', to: 'assess-staging-003 (eu-west-2b)' }],
      [{ what: failover, from: 'off', to: 'on' }],
    ]);
    expect(changes()).toEqual([]);
  });

  test.each<[Inputs, string]>([
    [{}, 'assess-staging-003'],
    [{ to: 'eu-west-2b' }, 'assess-staging-003'],
    [{ to: 'assess-staging-002' }, 'assess-staging-002'],
  ])('promotes what %j means while failover is off, and turns it on again', async (inputs, primary) => {
    const { journal } = await play(redisFailover, stage, inputs);
    expect(journal).toMatchObject({ state: 'done' });
    expect(changes()).toEqual(['setAutomaticFailover false', `promote ${primary}`, 'setAutomaticFailover true']);
    const after = await caches.details('assess-staging');
    expect(after).toMatchObject({ status: 'available', automaticFailover: 'enabled', isMultiZone: true });
    expect(after?.nodes.filter(({ role }) => role === 'primary').map(({ id }) => id)).toEqual([primary]);
  });

  test('has nothing to do where the primary is there already', async () => {
    const { result } = await play(redisFailover, stage, { to: 'eu-west-2a' });
    expect(result).toMatchObject({ kind: 'not-begun', status: 'nothing-to-do' });
  });

  test.each(['turn-off-automatic-failover', 'promote', 'turn-on-automatic-failover'])(
    'is undone to exactly what was after %s',
    async (after) => {
      const before = await caches.details('assess-staging');
      const { journal } = await playAndUndo(redisFailover, stage, {}, after);
      expect(journal).toMatchObject({ state: 'compensated' });
      expect(await caches.details('assess-staging')).toEqual(before);
    },
  );

  test.each([3, 70, 130])('is undone once the change is through that it was cancelled in (after %i s)', async (seconds) => {
    const before = await caches.details('assess-staging');
    const cancel = new AbortController();
    clock.in(seconds, () => cancel.abort());
    const { journal } = await play(redisFailover, { ...stage, signal: cancel.signal });
    expect(journal).toMatchObject({ state: 'compensated' });
    expect(await caches.details('assess-staging')).toEqual(before);
  });

  test('turns failover on again where it may not promote', async () => {
    caches.failNext('promote', denied());
    const { journal } = await play(redisFailover, stage);
    expect(journal).toMatchObject({ state: 'compensated', cause: { step: 'promote' } });
    expect(await caches.details('assess-staging')).toMatchObject({ automaticFailover: 'enabled', isMultiZone: true });
  });

  test('says at once all that is in the way', async () => {
    caches.put({
      ...group,
      status: 'modifying',
      pendingChanges: ['PrimaryClusterId'],
      isSharded: true,
      automaticFailover: 'disabled',
      isMultiZone: false,
      nodes: [node(1, 'a', 'primary')],
    });
    expect(await obstacles()).toEqual([
      'The cache assess-staging is modifying, not available.',
      'Changes of assess-staging are pending: PrimaryClusterId.',
      'assess-staging is sharded, so that it has no one primary.',
      'Automatic failover of assess-staging is disabled, and Multi-AZ is off: nobody takes over when a primary fails.',
      'assess-staging has no replica in another zone; there is none.',
    ]);
  });

  test('refuses where nothing is meant, and where there is no group', async () => {
    expect(await obstacles({ to: 'eu-west-2c' })).toEqual([
      'assess-staging has no replica that is meant by eu-west-2c; there is assess-staging-002 (eu-west-2a), assess-staging-003 (eu-west-2b).',
    ]);
    caches.remove('assess-staging');
    expect(await obstacles()).toEqual(['There is no cache assess-staging.']);
  });
});
