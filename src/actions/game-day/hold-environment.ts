// Holds the environment's lock while a game day changes it: one at a time, and never on top of what another run left half done.
import { type Failure, failure } from '../../define/failure.ts';
import { environmentLockKey } from '../apply/keys.ts';
import { acquireLock, gatherLockAt, type LockRequest, releaseLock } from '../lock/hold-lock.ts';
import { type Lock, type LockFacts, ownerText } from '../preview/lock.ts';
import { gatherRunbookUnfinished } from '../runbook/engine/unfinished.ts';
import { walk } from './steps.ts';
import type { GameDayWorld } from './world.ts';

const reasonPrefix = 'game day';

/**
 * @param reason what for: `az-failure`
 * @throws `game-day/locked` while another run changes the environment; `game-day/left-unfinished` when one died over it
 */
export async function holdEnvironment<T>(world: GameDayWorld, reason: string, body: () => Promise<T>): Promise<T> {
  const request = lockOf(world, reason);
  const acquired = await walk(world.progress, 'lock', async () => {
    refuseForeign(world, await gatherLockAt(world, request.key));
    return acquireLock(world, request);
  });
  if (acquired.kind === 'locked') throw locked(world, `${ownerText(acquired.by.owner)} (${acquired.by.reason})`);
  try {
    const unfinished = await gatherRunbookUnfinished(world.documents, world.settings.environment);
    if (unfinished) throw unfinished;
    return await body();
  } finally {
    await walk(world.progress, 'unlock', () => releaseLock(world, request.key, acquired.version));
  }
}

function lockOf({ settings }: GameDayWorld, reason: string): LockRequest {
  return {
    key: environmentLockKey(settings.environment),
    subject: settings.environment,
    reason: `${reasonPrefix} ${reason}`,
    // Whoever works on it works for long: a drill that begins later than it should is none.
    waitSeconds: 0,
    pollSeconds: settings.pollSeconds,
    // A game day touches no Terraform state.
    stateLocks: [],
    unreadable: (problems) =>
      failure({
        code: 'game-day/lock-unreadable',
        what: `The lock of ${settings.environment} is no lock of ours, so nobody can tell who holds it.`,
        next: `Make sure that no run works on it, then remove s3://${settings.bucket}/${environmentLockKey(settings.environment)}.`,
        details: problems,
      }),
  };
}

export function isOfGameDay({ reason }: Pick<Lock, 'reason'>): boolean {
  return reason.startsWith(`${reasonPrefix} `);
}

/** What a dead deploy left half done is not to be broken on top. */
function refuseForeign({ settings }: GameDayWorld, facts: LockFacts): void {
  if (facts.kind !== 'held' || facts.holderIsActive || isOfGameDay(facts.lock)) return;
  throw failure({
    code: 'game-day/left-unfinished',
    what: `${ownerText(facts.lock.owner)} (${facts.lock.reason}) has ended without bringing its work on ${settings.environment} to an end.`,
    next: 'Run it again, or deploy once more; then play the drill.',
  });
}

function locked({ settings }: GameDayWorld, by: string): Failure {
  return failure({
    code: 'game-day/locked',
    what: `${settings.environment} is being changed by ${by}.`,
    next: 'Wait until that run has ended; /game-day abort ends a game day.',
  });
}
