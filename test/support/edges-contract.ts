// What every implementation of the ports of streams, address sets, API limits and queues keeps to, in memory as in an emulated AWS.
import { describe, expect, test } from '@jest/globals';
import type { RunbookPorts } from '../../src/ports/runbook-ports.ts';

export type EdgePorts = Pick<RunbookPorts, 'addressSets' | 'apiLimits' | 'queues' | 'streams'>;

/**
 * A stream `contract-events` with four shards; an IP set `contract-blocked` with `192.0.2.1/32`; an API `contract` whose stage `v1` is
 * not throttled, with the usage plan `contract`, which is not either; `contract-dead-letters` of `contract-work`, and `contract-other`.
 */
export interface EdgeWorld {
  readonly ports: EdgePorts;
  /** Lets so much time pass, or a little more. */
  pass(seconds: number): Promise<void>;
  /** So many messages become dead letters of `contract-work`. */
  giveUp(messages: number): Promise<void>;
}

/** The tests of a port follow each other: a later one finds what an earlier one left. */
export function describeEdges(open: () => EdgeWorld): void {
  describe('streams', () => describeStreams(open));
  describe('address sets', () => describeAddressSets(open));
  describe('API limits', () => describeApiLimits(open));
  describe('queues', () => describeQueues(open));
}

function describeStreams(open: () => EdgeWorld): void {
  const name = 'contract-events';

  test('one is not known', async () => {
    expect(await open().ports.streams.describe('no-such-stream')).toBeUndefined();
  });

  test('reshard, which takes a while, and is counted', async () => {
    const { ports, pass } = open();
    expect(await ports.streams.describe(name)).toEqual({ name, status: 'ACTIVE', mode: 'PROVISIONED', openShards: 4 });
    const before = await ports.streams.limits();
    await ports.streams.setShards(name, 8);
    expect(await ports.streams.describe(name)).toMatchObject({ status: 'UPDATING' });
    await expect(ports.streams.setShards(name, 4)).rejects.toThrow('UPDATING');
    await pass(90);
    expect(await ports.streams.describe(name)).toMatchObject({ status: 'ACTIVE', openShards: 8 });
    expect(await ports.streams.limits()).toEqual({ ...before, openShards: before.openShards + 4 });
  });

  test.each([3, 17])('do not go from 8 shards to %i at once', async (shards) => {
    await expect(open().ports.streams.setShards(name, shards)).rejects.toThrow(/half/);
  });
}

function describeAddressSets(open: () => EdgeWorld): void {
  const name = 'contract-blocked';
  const read = async () => {
    const set = await open().ports.addressSets.find(name);
    if (!set) throw new Error('The set of the contract is gone.');
    return set;
  };

  test('one is not known', async () => {
    expect(await open().ports.addressSets.find('no-such-set')).toBeUndefined();
  });

  test('are written as a whole, over what was read', async () => {
    const { addressSets } = open().ports;
    const set = await read();
    expect(set).toMatchObject({ name, addresses: ['192.0.2.1/32'], expiries: {} });
    expect(await addressSets.replace(set, ['192.0.2.1/32', '192.0.2.2/32'])).toBe(true);
    expect(await addressSets.replace(set, [])).toBe(false);
    const written = await read();
    expect([...written.addresses].sort()).toEqual(['192.0.2.1/32', '192.0.2.2/32']);
    expect(written.description).toBe(set.description);
    expect(await addressSets.replace(written, ['192.0.2.1/32'])).toBe(true);
  });

  test('know when an address expires', async () => {
    const { addressSets } = open().ports;
    const set = await read();
    const at = '2026-01-31T12:00:00.000Z';
    await addressSets.setExpiry(set, '192.0.2.1/32', at);
    await addressSets.setExpiry(set, '192.0.2.0/24', at);
    expect((await read()).roomForExpiries).toBe(set.roomForExpiries - 2);
    await addressSets.setExpiry(set, '192.0.2.1/32', undefined);
    expect((await read()).expiries).toEqual({ '192.0.2.0/24': at });
    await addressSets.setExpiry(set, '192.0.2.0/24', undefined);
    expect(await read()).toMatchObject({ expiries: {}, roomForExpiries: set.roomForExpiries });
  });

  test('are told what is ours', async () => {
    expect(await open().ports.addressSets.ownAddresses('nobody')).toEqual([]);
    expect(await open().ports.addressSets.ownAddresses('contract')).toEqual([expect.stringMatching(/^[\d.]+$/)]);
  });
}

function describeApiLimits(open: () => EdgeWorld): void {
  const read = async () => {
    const stage = await open().ports.apiLimits.stage('contract', 'v1');
    if (!stage) throw new Error('The API of the contract is gone.');
    return stage;
  };

  test.each([
    ['contract', 'v2'],
    ['nobody', 'v1'],
  ])('%s has no stage %s', async (api, stage) => {
    expect(await open().ports.apiLimits.stage(api, stage)).toBeUndefined();
  });

  test('throttle a stage, and let it go again', async () => {
    const { apiLimits } = open().ports;
    const free = await read();
    expect(free).toEqual({ apiId: expect.any(String), stage: 'v1' });
    await apiLimits.setStage(free, { rate: 200, burst: 100 });
    expect(await read()).toEqual({ ...free, throttle: { rate: 200, burst: 100 } });
    await apiLimits.setStage(free, undefined);
    expect(await read()).toEqual(free);
  });

  test('throttle the clients of a stage, and let them go again', async () => {
    const { apiLimits } = open().ports;
    const stage = await read();
    const [plan, ...others] = await apiLimits.usagePlans(stage);
    expect([plan, ...others]).toEqual([{ id: expect.any(String), name: 'contract' }]);
    await apiLimits.setUsagePlan(plan?.id ?? '', { rate: 20, burst: 10 });
    expect(await apiLimits.usagePlans(stage)).toEqual([{ ...plan, throttle: { rate: 20, burst: 10 } }]);
    await apiLimits.setUsagePlan(plan?.id ?? '', undefined);
    expect(await apiLimits.usagePlans(stage)).toEqual([plan]);
  });
}

function describeQueues(open: () => EdgeWorld): void {
  const read = async (name = 'contract-dead-letters') => {
    const queue = await open().ports.queues.describe(name);
    if (!queue) throw new Error('A queue of the contract is gone.');
    return queue;
  };

  test('one is not known', async () => {
    expect(await open().ports.queues.describe('no-such-queue')).toBeUndefined();
  });

  test('know whose dead letters they take', async () => {
    const { queues } = open().ports;
    expect(await queues.sourcesOf(await read())).toEqual([(await read('contract-work')).arn]);
    expect(await queues.sourcesOf(await read('contract-other'))).toEqual([]);
    expect(await queues.moves(await read())).toEqual([]);
  });

  test('only what takes dead letters is moved', async () => {
    const { queues } = open().ports;
    const to = (await read('contract-work')).arn;
    const moving = queues.startMove(await read('contract-other'), { to, perSecond: 1 });
    await expect(moving).rejects.toThrow('configured as a Dead Letter Queue');
  });

  test('move their messages back, one move at a time, until it is ended', async () => {
    const { ports, pass, giveUp } = open();
    await giveUp(300);
    const queue = await read();
    expect(queue).toMatchObject({ messages: 300, inFlight: 0 });
    await ports.queues.startMove(queue, { perSecond: 1 });
    await expect(ports.queues.startMove(queue, { perSecond: 1 })).rejects.toThrow('already a task running');
    await pass(20);
    const [running] = await ports.queues.moves(queue);
    expect(running).toMatchObject({ status: 'RUNNING', toMove: 300, startedAt: expect.stringMatching(/Z$/) });
    await ports.queues.cancelMove(running?.handle ?? '');
    await ports.queues.cancelMove(running?.handle ?? '');
    const [cancelled] = await ports.queues.moves(queue);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', startedAt: running?.startedAt });
    expect(cancelled).not.toHaveProperty('handle');
    expect(cancelled?.moved).toBeGreaterThan(0);
    expect((await read('contract-work')).messages).toBe(cancelled?.moved);
  });

  test('move the rest to another queue', async () => {
    const { ports, pass } = open();
    const queue = await read();
    await ports.queues.startMove(queue, { to: (await read('contract-other')).arn, perSecond: 500 });
    await pass(5);
    const [newest, older] = await ports.queues.moves(queue);
    expect(newest).toMatchObject({ status: 'COMPLETED', moved: queue.messages });
    expect(older).toMatchObject({ status: 'CANCELLED' });
    expect([(await read()).messages, (await read('contract-other')).messages]).toEqual([0, queue.messages]);
  });
}
