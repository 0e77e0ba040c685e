// waf-block-ip and waf-unblock-expired: an address at the firewall, until its time is over.
import { describe, expect, test } from '@jest/globals';
import { wafBlockIp } from '../../src/runbooks/waf-block-ip.ts';
import { wafUnblockExpired } from '../../src/runbooks/waf-unblock-expired.ts';
import { ended, obstacles, planned } from '../support/edge-plays.ts';
import { memoryAddressSets } from '../support/fake-address-sets.ts';
import { manualClock } from '../support/manual-clock.ts';
import { denied } from '../support/troubles.ts';
import { planOf, play, playAndUndo } from './support/play.ts';

const name = 'assess-staging-blocked';
const address = '203.0.113.7';
const range = '203.0.113.7/32';

function scene(addresses: readonly string[] = ['192.0.2.1/32']) {
  const clock = manualClock('2026-01-31T12:00:00.000Z');
  const addressSets = memoryAddressSets([{ name, addresses }], { 'assess-staging': ['198.51.100.1'] });
  const changes = () =>
    addressSets.calls.filter(({ method }) => method === 'replace' || method === 'setExpiry').map(({ method }) => method);
  const set = async () => {
    const { addresses: blocked = [], expiries = {} } = (await addressSets.find(name)) ?? {};
    return { blocked, expiries };
  };
  return { clock, addressSets, ports: { addressSets }, changes, set };
}

describe('waf-block-ip', () => {
  test('plans both steps, and changes nothing', async () => {
    const world = scene();
    expect(planned(await planOf(wafBlockIp, world, { address, expires: '2h' }))).toEqual({
      'note-expiry': [`expiry of ${range} in ${name}: none -> 2026-01-31T14:00:00.000Z`],
      block: [`blocked addresses of ${name}: 1 -> 2: ${range} too`],
    });
    expect(world.changes()).toEqual([]);
  });

  test('blocks for a day unless told otherwise, and notes it first', async () => {
    const world = scene();
    expect(ended(await play(wafBlockIp, world, { address }))).toEqual({
      state: 'done',
      'note-expiry': `done: ${range} expires at 2026-02-01T12:00:00.000Z`,
      block: `done: ${range} is in ${name}`,
    });
    expect(world.changes()).toEqual(['setExpiry', 'replace']);
    expect(await world.set()).toEqual({
      blocked: ['192.0.2.1/32', range],
      expiries: { [range]: '2026-02-01T12:00:00.000Z' },
    });
  });

  test('keeps what others add at the same time', async () => {
    const world = scene();
    world.addressSets.overtakeNext(['192.0.2.2/32', '192.0.2.3/32']);
    await play(wafBlockIp, world, { address });
    expect((await world.set()).blocked).toEqual(['192.0.2.1/32', '192.0.2.2/32', '192.0.2.3/32', range]);
  });

  test('gives up when others are faster every time, and takes its note back', async () => {
    const world = scene();
    world.addressSets.overtakeNext(['1', '2', '3', '4', '5'].map((last) => `192.0.2.${last}0/32`));
    const played = await play(wafBlockIp, world, { address });
    expect(played.journal).toMatchObject({
      state: 'compensated',
      cause: { words: expect.stringContaining('Somebody else wrote') },
    });
    const { blocked, expiries } = await world.set();
    expect([blocked.includes(range), expiries]).toEqual([false, {}]);
  });

  test('is undone: exactly this address comes out again', async () => {
    const world = scene();
    const played = await playAndUndo(wafBlockIp, world, { address });
    expect(played.journal?.state).toBe('compensated');
    expect(await world.set()).toEqual({ blocked: ['192.0.2.1/32'], expiries: {} });
  });

  test('undoes its note when it may not block', async () => {
    const world = scene();
    world.addressSets.failNext('replace', denied());
    expect((await play(wafBlockIp, world, { address })).journal?.state).toBe('compensated');
    expect(await world.set()).toEqual({ blocked: ['192.0.2.1/32'], expiries: {} });
  });

  test('blocks longer what is blocked for a while, and goes back to the earlier instant', async () => {
    const world = scene([range]);
    world.addressSets.note(name, { [range]: '2026-01-31T13:00:00.000Z' });
    expect(planned(await planOf(wafBlockIp, world, { address, expires: '3h' }))).toEqual({
      'note-expiry': [`expiry of ${range} in ${name}: 2026-01-31T13:00:00.000Z -> 2026-01-31T15:00:00.000Z`],
      block: `${range} is blocked already`,
    });
    await playAndUndo(wafBlockIp, world, { address, expires: '3h' });
    expect(await world.set()).toEqual({ blocked: [range], expiries: { [range]: '2026-01-31T13:00:00.000Z' } });
  });

  test.each([
    ['10.0.16.4', ['10.0.16.4/32 has addresses that are private, as those of the VPC are.']],
    ['169.254.169.254', ['169.254.169.254/32 has addresses that are of one link, and of AWS itself.']],
    ['198.51.100.0/24', ['198.51.100.0/24 has addresses of our own: 198.51.100.1.']],
    [
      '128.0.0.0/1',
      [
        '128.0.0.0/1 is wider than /16.',
        '128.0.0.0/1 has addresses that are of one link, and of AWS itself.',
        '128.0.0.0/1 has addresses of our own: 198.51.100.1.',
      ],
    ],
    ['192.0.2.1', ['192.0.2.1/32 is blocked already, and for ever.']],
    ['192.0.3.9', ['192.0.3.9/32 is blocked already, with all of 192.0.3.0/24.']],
  ])('refuses %s', async (hostile, expected) => {
    const world = scene(['192.0.2.1/32', '192.0.3.0/24']);
    expect(obstacles(await planOf(wafBlockIp, world, { address: hostile }))).toEqual(expected);
    expect(world.changes()).toEqual([]);
  });

  test('refuses a set that is full, in every way', async () => {
    const world = scene(Array.from({ length: 10_000 }, (_, index) => `11.${index >> 8}.${index & 255}.1/32`));
    world.addressSets.setRoomForExpiries(name, 0);
    expect(obstacles(await planOf(wafBlockIp, world, { address }))).toEqual([
      `${name} is full: it has 10000 addresses.`,
      `${name} has no room for another expiry: 0 are noted in its tags.`,
    ]);
  });

  test('refuses an environment without a firewall', async () => {
    const world = { ...scene(), environment: 'pr-7' };
    expect(obstacles(await planOf(wafBlockIp, world, { address }))).toEqual(['There is no IP set assess-pr-7-blocked.']);
  });
});

describe('waf-unblock-expired', () => {
  const blockedFor = async (world: ReturnType<typeof scene>, one: string, expires: string) => {
    await play(wafBlockIp, world, { address: one, expires });
  };

  test('has nothing to do before the time is over', async () => {
    const world = scene();
    await blockedFor(world, address, '2h');
    expect(planned(await planOf(wafUnblockExpired, world))).toEqual({
      unblock: 'no blocked address has expired',
      forget: 'no expiry that is noted has come',
    });
  });

  test('takes out what has expired, and only that', async () => {
    const world = scene();
    await blockedFor(world, address, '2h');
    await blockedFor(world, '203.0.113.8', '4h');
    world.clock.advance(3 * 3600);
    expect(planned(await planOf(wafUnblockExpired, world))).toEqual({
      unblock: [`${range} in ${name}: blocked -> not blocked`],
      forget: [`expiry of ${range} in ${name}: 2026-01-31T14:00:00.000Z -> none`],
    });
    expect((await play(wafUnblockExpired, world)).journal?.state).toBe('done');
    expect(await world.set()).toEqual({
      blocked: ['192.0.2.1/32', '203.0.113.8/32'],
      expiries: { '203.0.113.8/32': '2026-01-31T16:00:00.000Z' },
    });
  });

  test('forgets what somebody took out by hand, and leaves alone what is no instant', async () => {
    const world = scene();
    world.addressSets.note(name, { [range]: '2026-01-31T11:00:00.000Z', '192.0.2.1/32': 'some day' });
    expect(planned(await planOf(wafUnblockExpired, world))).toMatchObject({ unblock: 'no blocked address has expired' });
    await play(wafUnblockExpired, world);
    expect(await world.set()).toEqual({ blocked: ['192.0.2.1/32'], expiries: { '192.0.2.1/32': 'some day' } });
  });

  test('is undone: what was blocked is blocked again, until the same instant', async () => {
    const world = scene();
    await blockedFor(world, address, '2h');
    const before = await world.set();
    world.clock.advance(3 * 3600);
    expect((await playAndUndo(wafUnblockExpired, world)).journal?.state).toBe('compensated');
    expect(await world.set()).toEqual(before);
  });

  test('refuses an environment without a firewall', async () => {
    const world = scene();
    world.addressSets.remove(name);
    expect(obstacles(await planOf(wafUnblockExpired, world))).toEqual([`There is no IP set ${name}.`]);
  });
});
