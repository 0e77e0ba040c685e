// Holds the lock of a target while a runbook works on it; a terminal's is kept alive meanwhile.
import { failure } from '../../../define/failure.ts';
import type { Obstacle } from '../../../define/runbook.ts';
import { keepAlive } from '../../lock/heartbeat.ts';
import { acquireLock, type LockRequest, releaseLock } from '../../lock/hold-lock.ts';
import { ownerText } from '../../preview/lock.ts';
import { targetLockKey } from './keys.ts';
import { type Aim, gatherLocked, lockedBy, lockReason } from './left-unfinished.ts';
import { walk } from './walk.ts';
import type { RunbookWorld } from './world.ts';

export type Held<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'locked'; readonly obstacles: readonly Obstacle[] };

/** @param reason what for: `ecs-scale`. @throws `runbook/lock-unreadable` */
export async function holdTarget<T>(
  world: RunbookWorld,
  aim: Aim,
  reason: string,
  body: (lost: AbortSignal) => Promise<T>,
): Promise<Held<T>> {
  const request = lockOf(world, aim, reason);
  const acquired = await walk(world.progress, 'lock', async () => {
    const obstacles = await gatherLocked(world, aim);
    return obstacles.length > 0 ? { kind: 'refused' as const, obstacles } : acquireLock(world, request);
  });
  if (acquired.kind === 'refused') return { kind: 'locked', obstacles: acquired.obstacles };
  if (acquired.kind === 'locked') {
    return { kind: 'locked', obstacles: [lockedBy(aim, `${ownerText(acquired.by.owner)} (${acquired.by.reason})`)] };
  }
  const heartbeat = keepAlive(world, request.key, acquired.version);
  try {
    return { kind: 'done', value: await body(heartbeat.lost) };
  } finally {
    const version = await heartbeat.stop();
    if (!heartbeat.lost.aborted) await walk(world.progress, 'unlock', () => releaseLock(world, request.key, version));
  }
}

function lockOf({ settings }: RunbookWorld, { environment, target }: Aim, reason: string): LockRequest {
  const key = targetLockKey(environment, target);
  return {
    key,
    subject: `${target} of ${environment}`,
    reason: `${lockReason} ${reason}`,
    // Somebody is in a hurry: better they know at once that somebody else is at work.
    waitSeconds: 0,
    pollSeconds: settings.pollSeconds,
    stateLocks: [],
    unreadable: (problems) =>
      failure({
        code: 'runbook/lock-unreadable',
        what: `The lock on ${target} of ${environment} is no lock of ours, so nobody can tell who holds it.`,
        next: `Make sure that no run works on it, then remove s3://${settings.bucket}/${key}.`,
        details: problems,
      }),
  };
}
