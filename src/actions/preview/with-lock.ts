// Holds the lock of a preview while something is done to it; waits for a run that lives, takes over from one that has ended.
import { type Failure, failure } from '../../define/failure.ts';
import { lockKey, stateLockKey, stateNames } from './keys.ts';
import { addSeconds } from './lease.ts';
import { decideLock, type Lock, type LockFacts, type LockOwner, ownerText, parseLock } from './lock.ts';
import { walk } from './steps.ts';
import type { PreviewWorld } from './world.ts';

export interface LockRequest {
  readonly pullRequest: number;
  /** What for, in the words of whoever meets it: `deploy of 3f2a91c`. */
  readonly reason: string;
  /** How long to wait for a run that lives; the settings' patience when left out. */
  readonly waitSeconds?: number;
}

export type Locked<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'locked'; readonly by: Lock };

/** What a lock's `expires` says: longer than any run of ours takes. */
const lockSeconds = 2 * 3600;

/**
 * Calls `body` under the lock, and releases it whatever comes of it.
 *
 * @throws `preview/lock-unreadable` when nobody can tell whose the lock is
 */
export async function withLock<T>(world: PreviewWorld, request: LockRequest, body: () => Promise<T>): Promise<Locked<T>> {
  const acquired = await walk(world.progress, 'lock', () => acquire(world, request));
  if (acquired.kind === 'locked') return acquired;
  try {
    return { kind: 'done', value: await body() };
  } finally {
    await walk(world.progress, 'unlock', () => release(world, request, acquired.version));
  }
}

type Acquired = { readonly kind: 'held'; readonly version: string } | { readonly kind: 'locked'; readonly by: Lock };

async function acquire(world: PreviewWorld, request: LockRequest): Promise<Acquired> {
  const { clock, progress, settings, signal } = world;
  const patienceSeconds = request.waitSeconds ?? settings.lockWaitSeconds;
  const givingUpAtMs = clock.now().getTime() + patienceSeconds * 1000;
  for (;;) {
    const decision = decideLock(await gatherLock(world, request.pullRequest), world.run);
    if (decision.kind === 'refuse') throw unreadable(world, request, decision.problems);
    if (decision.kind === 'wait') {
      if (clock.now().getTime() >= givingUpAtMs) return { kind: 'locked', by: decision.holder };
      progress.info(`The preview is locked by ${ownerText(decision.holder.owner)} (${decision.holder.reason}); waiting.`);
      await clock.sleep(settings.lockPollSeconds * 1000, signal);
      continue;
    }
    const version = await write(world, request, decision.kind === 'create' ? undefined : decision.version);
    // Somebody else was faster: look again.
    if (version === undefined) continue;
    if (decision.kind === 'take-over') await takeOver(world, request, decision.from);
    return { kind: 'held', version };
  }
}

/** @param pullRequest whose lock */
export async function gatherLock({ documents, workflowRuns }: PreviewWorld, pullRequest: number): Promise<LockFacts> {
  const found = await documents.read(lockKey(pullRequest));
  if (!found) return { kind: 'free' };
  const parsed = parseLock(found.value);
  if (parsed.kind === 'corrupt') return { kind: 'unreadable', problems: parsed.problems };
  const holderIsActive = await workflowRuns.isActive(parsed.value.owner);
  return { kind: 'held', lock: parsed.value, version: found.version, holderIsActive };
}

async function write(world: PreviewWorld, request: LockRequest, version: string | undefined): Promise<string | undefined> {
  const { documents, clock, run } = world;
  const now = clock.now();
  const owner: LockOwner = { runId: run.runId, attempt: run.attempt, job: run.job };
  const lock: Lock = { owner, reason: request.reason, since: now.toISOString(), expires: addSeconds(now, lockSeconds) };
  const key = lockKey(request.pullRequest);
  return version === undefined ? documents.create(key, lock) : documents.replace(key, lock, version);
}

/** What Terraform locked for the dead run is nobody's now: only we may work on it. */
async function takeOver({ documents, progress }: PreviewWorld, { pullRequest }: LockRequest, from: Lock): Promise<void> {
  progress.warning(`Took the lock over from ${ownerText(from.owner)} (${from.reason}), which has ended without releasing it.`);
  for (const name of stateNames) await documents.remove(stateLockKey(pullRequest, name));
}

/** A lock that stays is taken over by the next run: no reason to fail. */
async function release({ documents, progress }: PreviewWorld, { pullRequest }: LockRequest, version: string): Promise<void> {
  const said = 'The lock could not be released; the next run takes it over when this one has ended';
  try {
    if (!(await documents.remove(lockKey(pullRequest), version))) progress.warning(`${said}: it has been changed meanwhile.`);
  } catch (error) {
    progress.warning(`${said}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function unreadable({ settings }: PreviewWorld, { pullRequest }: LockRequest, problems: readonly string[]): Failure {
  return failure({
    code: 'preview/lock-unreadable',
    what: `The lock of the preview of #${pullRequest} is no lock of ours, so nobody can tell who holds it.`,
    next: `Make sure that no run works on the preview, then remove s3://${settings.bucket}/${lockKey(pullRequest)}.`,
    details: problems,
  });
}
