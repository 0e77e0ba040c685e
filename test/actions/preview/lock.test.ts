// Who gets the lock: the decision alone, and the run that waits, takes over or gives up.
import { describe, expect, test } from '@jest/globals';
import { decideLock, type Lock, type LockFacts, ownerText, parseLock } from '../../../src/actions/preview/lock.ts';
import { withLock } from '../../../src/actions/preview/with-lock.ts';
import { openCloud } from './support/cloud.ts';
import { outcomeOf, run } from './support/events.ts';

const owner = { runId: 1, attempt: 1, job: 'preview' };
const lock: Lock = { owner, reason: 'deploy of a1b2c3d', since: '2026-11-22T10:00:00.000Z', expires: '2026-11-22T12:00:00.000Z' };
const held = (holderIsActive: boolean): LockFacts => ({ kind: 'held', lock, version: 'v1', holderIsActive });

describe('the decision', () => {
  test.each<[string, LockFacts, typeof owner, object]>([
    ['a free one is made', { kind: 'free' }, owner, { kind: 'create' }],
    ['our own is entered', held(true), owner, { kind: 'enter', version: 'v1' }],
    ['of a run that lives is waited for', held(true), { ...owner, runId: 2 }, { kind: 'wait', holder: lock }],
    ['of another job of this run is waited for', held(true), { ...owner, job: 'other' }, { kind: 'wait', holder: lock }],
    [
      'of an earlier attempt, which has ended, is taken over',
      held(false),
      { ...owner, attempt: 2 },
      { kind: 'take-over', version: 'v1', from: lock },
    ],
    [
      'of a run that has ended is taken over',
      held(false),
      { ...owner, runId: 2 },
      { kind: 'take-over', version: 'v1', from: lock },
    ],
    ['that nobody can read is refused', { kind: 'unreadable', problems: ['x'] }, owner, { kind: 'refuse', problems: ['x'] }],
  ])('%s', (_what, facts, asking, decision) => {
    expect(decideLock(facts, asking)).toEqual(decision);
  });

  test('reads what it wrote, and nothing else', () => {
    expect(parseLock(JSON.parse(JSON.stringify(lock)))).toEqual({ kind: 'valid', value: lock });
    expect(parseLock({ owner: { runId: '1' }, since: 'yesterday' })).toEqual({
      kind: 'corrupt',
      problems: [
        'owner: expected an object of known fields',
        'reason: missing',
        'since: expected an instant such as 2026-11-22T10:00:00.000Z',
        'expires: missing',
      ],
    });
  });

  test('is told to people', () => {
    expect([owner, { ...owner, attempt: 3 }].map(ownerText)).toEqual(['run 1, job preview', 'run 1 (attempt 3), job preview']);
  });
});

describe('a run', () => {
  const key = 'locks/pr-7.json';
  const request = { pullRequest: 7, reason: 'a test' };
  const of = (runId: number, job = 'preview') => ({ value: { ...lock, owner: { runId, attempt: 1, job } }, version: 'v1' });

  test('holds the lock while it works, and not afterwards', async () => {
    const cloud = openCloud();
    const log: string[] = [];
    const result = await outcomeOf(
      run(cloud, { log }, (world) => withLock(world, request, async () => cloud.bucket.get(key)?.value)),
    );
    expect(result).toMatchObject({ kind: 'done', value: { reason: 'a test', owner: { job: 'preview', attempt: 1 } } });
    expect([...cloud.bucket.keys()]).toEqual([]);
    expect(log).toEqual(['▸ lock', '✔ lock', '▸ unlock', '✔ unlock']);
  });

  test('gives it back when it fails', async () => {
    const cloud = openCloud();
    const failing = run(cloud, {}, (world) => withLock(world, request, () => Promise.reject(new Error('no'))));
    await expect(failing).rejects.toThrow('no');
    expect([...cloud.bucket.keys()]).toEqual([]);
  });

  test('waits for one that lives, then gives up', async () => {
    const cloud = openCloud();
    cloud.activeRuns.add(4711);
    cloud.bucket.set(key, of(4711));
    const result = await outcomeOf(run(cloud, {}, (world) => withLock(world, request, async () => 'never')));
    expect(result).toMatchObject({ kind: 'locked', by: { owner: { runId: 4711 } } });
    expect(cloud.bucket.get(key)).toEqual(of(4711));
  });

  test('takes over from one that has ended, and frees what Terraform locked for it', async () => {
    const cloud = openCloud();
    const log: string[] = [];
    cloud.bucket.set(key, of(4711));
    cloud.bucket.set('previews/pr-7/service.tfstate.tflock', { value: {}, version: 'v1' });
    await outcomeOf(run(cloud, { log }, (world) => withLock(world, request, async () => undefined)));
    expect([...cloud.bucket.keys()]).toEqual([]);
    expect(log).toContain(
      'warning: Took the lock over from run 4711, job preview (deploy of a1b2c3d), which has ended without releasing it.',
    );
  });

  test('refuses one that nobody can read, and leaves it', async () => {
    const cloud = openCloud();
    cloud.bucket.set(key, { value: undefined, version: 'v1' });
    await expect(run(cloud, {}, (world) => withLock(world, request, async () => undefined))).rejects.toMatchObject({
      code: 'preview/lock-unreadable',
      next: 'Make sure that no run works on the preview, then remove s3://state/locks/pr-7.json.',
    });
    expect(cloud.bucket.has(key)).toBe(true);
  });

  test('says so when somebody took its lock away', async () => {
    const cloud = openCloud();
    const log: string[] = [];
    await outcomeOf(run(cloud, { log }, (world) => withLock(world, request, async () => cloud.bucket.set(key, of(9)))));
    expect(log).toContain(
      'warning: The lock could not be released; the next run takes it over when this one has ended: it has been changed meanwhile.',
    );
  });
});
