// Holds the lock of an environment while something is deployed there, once what an earlier run left has come to its end.
import { type Failure, failure } from '../../define/failure.ts';
import { environmentLockKey, stateLockKeys } from '../apply/keys.ts';
import { visibleLine } from '../comment/text.ts';
import { decideObstacle, type Obstacle } from '../environment/hold.ts';
import { gatherHold } from '../environment/hold-store.ts';
import { gatherLeftUnfinished } from '../game-day/unfinished.ts';
import { acquireLock, type LockRequest, releaseLock } from '../lock/hold-lock.ts';
import { instantText } from '../preview/duration.ts';
import { ownerText } from '../preview/lock.ts';
import { gatherRunbookUnfinished } from '../runbook/engine/unfinished.ts';
import { freezer } from './freeze.ts';
import type { DeployResult } from './result.ts';
import { resume } from './resume.ts';
import { walk } from './steps.ts';
import type { DeployWorld } from './world.ts';

export interface EnvironmentRequest {
  /** What for, in the words of whoever meets the lock: `deploy of 3f2a91c`. */
  readonly reason: string;
  /** Login of who commands it: a hold of theirs lets it pass. Nothing where an event deploys. */
  readonly actor?: string;
}

/** @throws a Failure `deploy/...` when nobody can tell how the environment stands */
export async function withEnvironment(
  world: DeployWorld,
  { reason, actor }: EnvironmentRequest,
  body: (earlier: DeployResult | undefined) => Promise<DeployResult>,
): Promise<DeployResult> {
  const { progress } = world;
  const acquired = await walk(progress, 'lock', () => acquireLock(world, lockOf(world, reason)));
  if (acquired.kind === 'locked') {
    const { owner, reason: doing } = acquired.by;
    return { kind: 'locked', failure: locked(world, `${ownerText(owner)} (${visibleLine(doing)})`) };
  }
  try {
    const earlier = await walk(progress, 'resume', () => resume(world));
    const held = await walk(progress, 'check-hold', () => gatherHeld(world, actor));
    return held ? { kind: 'held', failure: held } : await body(earlier);
  } finally {
    await walk(progress, 'unlock', () => releaseLock(world, environmentLockKey(world.settings.environment), acquired.version));
  }
}

/** @returns why nothing may be deployed */
export async function gatherHeld({ documents, clock, settings }: DeployWorld, actor?: string): Promise<Failure | undefined> {
  const { environment } = settings;
  const obstacle = decideObstacle(await gatherHold(documents, environment), actor, clock.now());
  if (obstacle) return held(environment, obstacle);
  const unfinished = await gatherLeftUnfinished(documents, environment, settings.bucket);
  // Whoever commands it has seen how things stand: a rollback, or a deploy that mends it.
  return unfinished ?? (actor === undefined ? gatherRunbookUnfinished(documents, environment) : undefined);
}

export function lockOf({ settings }: DeployWorld, reason: string): LockRequest {
  const { environment, bucket, lockWaitSeconds, lockPollSeconds } = settings;
  const key = environmentLockKey(environment);
  return {
    key,
    subject: environment,
    reason,
    waitSeconds: lockWaitSeconds,
    pollSeconds: lockPollSeconds,
    stateLocks: stateLockKeys(environment),
    unreadable: (problems) =>
      failure({
        code: 'deploy/lock-unreadable',
        what: `The lock of ${environment} is no lock of ours, so nobody can tell who holds it.`,
        next: `Make sure that no run works on it, then remove s3://${bucket}/${key}.`,
        details: problems,
      }),
  };
}

function locked({ settings }: DeployWorld, by: string): Failure {
  return failure({
    code: 'deploy/locked',
    what: `${settings.environment} is being changed by ${by}.`,
    next: 'Wait until that run has ended, or cancel it: what it deployed is rolled back then. After that, run this one again.',
  });
}

function held(environment: string, obstacle: Obstacle): Failure {
  const unlock = `/unlock ${environment} --force`;
  if (obstacle.kind === 'unreadable') {
    return failure({
      code: 'deploy/held',
      what: `The hold of ${environment} cannot be read, so nobody can tell whose it is, and nothing is deployed there.`,
      next: `Make sure that nobody holds it, let a maintainer comment ${unlock}, and run this again.`,
      details: obstacle.problems,
    });
  }
  const { by, reason, expiresAt, commentUrl } = obstacle.hold;
  const isFrozen = by === freezer;
  return failure({
    code: isFrozen ? 'deploy/frozen' : 'deploy/held',
    what: `${environment} is ${isFrozen ? 'frozen' : `locked by ${by} until ${instantText(expiresAt)}`}: ${visibleLine(reason)}`,
    next: isFrozen
      ? `Look at the service, its alarms and the issue "Deploy frozen: ${environment}"; then let a maintainer comment ${unlock}, and deploy what mends it as a recovery.`
      : `Ask ${by} to unlock it, or wait until then; then run this again.`,
    details: [`It was asked for in ${commentUrl}`],
  });
}
