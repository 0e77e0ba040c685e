// Holds the lock of a preview while something is done to it.
import { type Failure, failure } from '../../define/failure.ts';
import { acquireLock, gatherLockAt, type Locked, type LockRequest as NamedLock, releaseLock } from '../lock/hold-lock.ts';
import { lockKey, stateLockKey, stateNames } from './keys.ts';
import type { LockFacts } from './lock.ts';
import { walk } from './steps.ts';
import type { PreviewWorld } from './world.ts';

export interface LockRequest {
  readonly pullRequest: number;
  /** What for, in the words of whoever meets it: `deploy of 3f2a91c`. */
  readonly reason: string;
  /** How long to wait for a run that lives; the settings' patience when left out. */
  readonly waitSeconds?: number;
}

/**
 * Calls `body` under the lock, and releases it whatever comes of it.
 *
 * @throws `preview/lock-unreadable` when nobody can tell whose the lock is
 */
export async function withLock<T>(world: PreviewWorld, request: LockRequest, body: () => Promise<T>): Promise<Locked<T>> {
  const named = lockOf(world, request);
  const acquired = await walk(world.progress, 'lock', () => acquireLock(world, named));
  if (acquired.kind === 'locked') return acquired;
  try {
    return { kind: 'done', value: await body() };
  } finally {
    await walk(world.progress, 'unlock', () => releaseLock(world, named.key, acquired.version));
  }
}

/** @param pullRequest whose lock */
export function gatherLock(
  world: Pick<PreviewWorld, 'documents' | 'workflowRuns' | 'clock'>,
  pullRequest: number,
): Promise<LockFacts> {
  return gatherLockAt(world, lockKey(pullRequest));
}

function lockOf(world: PreviewWorld, { pullRequest, reason, waitSeconds }: LockRequest): NamedLock {
  const { lockWaitSeconds, lockPollSeconds } = world.settings;
  return {
    key: lockKey(pullRequest),
    subject: 'The preview',
    reason,
    waitSeconds: waitSeconds ?? lockWaitSeconds,
    pollSeconds: lockPollSeconds,
    stateLocks: stateNames.map((name) => stateLockKey(pullRequest, name)),
    unreadable: (problems) => unreadable(world, pullRequest, problems),
  };
}

function unreadable({ settings }: PreviewWorld, pullRequest: number, problems: readonly string[]): Failure {
  return failure({
    code: 'preview/lock-unreadable',
    what: `The lock of the preview of #${pullRequest} is no lock of ours, so nobody can tell who holds it.`,
    next: `Make sure that no run works on the preview, then remove s3://${settings.bucket}/${lockKey(pullRequest)}.`,
    details: problems,
  });
}
