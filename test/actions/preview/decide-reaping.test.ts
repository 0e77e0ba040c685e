// What the reaper decides about each preview, from what it found of it.
import { describe, expect, test } from '@jest/globals';
import { decideReaping, decideReapings, type PreviewTraces } from '../../../src/actions/preview/decide-reaping.ts';
import type { Lease } from '../../../src/actions/preview/lease.ts';
import { lease } from './support/lease.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const none = { kind: 'none' } as const;
const valid = (change: Partial<Lease> = {}) => ({ kind: 'valid', lease: { ...lease, ...change }, version: 'a' }) as const;
const corrupt = { kind: 'corrupt', problems: ['x'], version: 'a' } as const;

const live: PreviewTraces = {
  pullRequest: 7,
  isOpen: true,
  lease: valid(),
  states: ['service'],
  lock: 'none',
  tagged: 5,
  slots: [2],
};
const gone: PreviewTraces = { ...live, lease: none, states: [], tagged: 0, slots: [] };

describe('one preview', () => {
  test.each<[string, Partial<PreviewTraces>, string | undefined]>([
    ['open and live', {}, undefined],
    ['closed', { isOpen: false }, 'destroy: the pull request is closed'],
    ['expired', { lease: valid({ expiresAt: '2026-11-23T10:00:00.000Z' }) }, 'destroy: it has expired'],
    ['with a corrupt lease', { lease: corrupt }, 'destroy: its lease cannot be read'],
    ['with a state only', { lease: none, tagged: 0, slots: [] }, 'destroy: it has a state, and no lease'],
    ['with resources only', { lease: none, states: [], slots: [] }, 'destroy: it has resources, and neither state nor lease'],
    ['with the lock of a dead run', { lock: 'stale' }, 'tidy: a run that has ended left its lock'],
    ['that a run works on', { lock: 'held' }, undefined],
    ['with a slot too many', { slots: [1, 2] }, 'tidy: it has a slot that no lease tells of'],
    ['with a slot only', { lease: none, states: [], tagged: 0 }, 'tidy: it has a slot that no lease tells of'],
  ])('%s', (_what, change, expected) => {
    const reaping = decideReaping({ ...live, ...change }, now);
    expect(reaping && `${reaping.kind}: ${reaping.why}`).toBe(expected);
  });

  test.each<[string, Partial<PreviewTraces>, boolean]>([
    ['nothing', {}, false],
    ['a lease', { lease: corrupt }, true],
    ['a state', { states: ['strays'] }, true],
    ['resources', { tagged: 1 }, true],
    ['a slot', { slots: [1] }, true],
    ['the lock of a dead run', { lock: 'stale' }, true],
    ['the lock of a run that lives', { lock: 'held' }, false],
  ])('a closed one of which there is left %s', (_what, change, isDue) => {
    expect(decideReaping({ ...gone, isOpen: false, ...change }, now)?.kind).toBe(isDue ? 'destroy' : undefined);
  });
});

describe('all of them', () => {
  const holder = { pullRequest: 7, since: lease.createdAt };

  test('a slot that says nothing is freed, unless a lease claims it', () => {
    const slots = [
      { slot: 1, holder: undefined, version: 'a' },
      { slot: 2, holder: undefined, version: 'b' },
      { slot: 3, holder, version: 'c' },
    ];
    expect(decideReapings({ traces: [live], slots, maximum: 5, now }).brokenSlots).toEqual([slots[0]]);
  });

  test('people hear of what they can do', () => {
    const traces: PreviewTraces[] = [
      { ...gone, pullRequest: 1, lease: valid({ pullRequest: 1, status: 'queued' }) },
      { ...live, pullRequest: 2, lease: valid({ pullRequest: 2, status: 'deploying', step: 'apply-service' }), lock: 'stale' },
      { ...live, pullRequest: 3, lock: 'unreadable' },
      { ...live, pullRequest: 4, lease: valid({ pullRequest: 4, status: 'deploying' }), lock: 'held' },
    ];
    expect(decideReapings({ traces, slots: [], maximum: 1, now }).notes).toMatchInlineSnapshot(`
[
  "#1 waits for a slot, and one is free: push, or comment \`/preview deploy\`.",
  "The deploy of #2 died at the step apply-service: push, or comment \`/preview deploy\`.",
  "The lock of #3 cannot be read: a person has to remove it.",
]
`);
    const slots = [{ slot: 1, holder, version: 'a' }];
    expect(decideReapings({ traces: traces.slice(0, 1), slots, maximum: 1, now }).notes).toEqual([]);
  });
});
