// Holds a lock while something is done; waits for a run that lives, takes over from one that has ended.
import type { Failure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Progress } from '../../ports/progress.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import { addSeconds } from '../preview/lease.ts';
import { decideLock, isTerminal, type Lock, type LockFacts, type LockOwner, ownerText, parseLock } from '../preview/lock.ts';

export interface LockWorld {
  readonly documents: Documents;
  readonly workflowRuns: WorkflowRuns;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly run: LockOwner;
  readonly signal?: AbortSignal;
}

export interface LockRequest {
  /** Of the document. */
  readonly key: string;
  /** What is locked, as a log says it: `The preview`. */
  readonly subject: string;
  /** What for, in the words of whoever meets it: `deploy of 3f2a91c`. */
  readonly reason: string;
  /** How long to wait for a run that lives, and how often to look. */
  readonly waitSeconds: number;
  readonly pollSeconds: number;
  /** Locks of Terraform's that a dead run may have left: they go when its lock is taken over. */
  readonly stateLocks: readonly string[];
  /** When nobody can tell whose the lock is. */
  readonly unreadable: (problems: readonly string[]) => Failure;
}

export type Locked<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'locked'; readonly by: Lock };

/** What a lock's `expires` says: longer than any run of ours takes. */
const lockSeconds = 2 * 3600;

/** Of a terminal, which renews it as long as it works. */
export const terminalLockSeconds = 120;

type Acquired = { readonly kind: 'held'; readonly version: string } | { readonly kind: 'locked'; readonly by: Lock };

export async function acquireLock(world: LockWorld, request: LockRequest): Promise<Acquired> {
  const { clock, progress, signal } = world;
  const { subject, pollSeconds } = request;
  const givingUpAtMs = clock.now().getTime() + request.waitSeconds * 1000;
  for (;;) {
    const decision = decideLock(await gatherLockAt(world, request.key), world.run);
    if (decision.kind === 'refuse') throw request.unreadable(decision.problems);
    if (decision.kind === 'wait') {
      if (clock.now().getTime() >= givingUpAtMs) return { kind: 'locked', by: decision.holder };
      progress.info(`${subject} is locked by ${ownerText(decision.holder.owner)} (${decision.holder.reason}); waiting.`);
      await clock.sleep(pollSeconds * 1000, signal);
      continue;
    }
    const version = await write(world, request, decision.kind === 'create' ? undefined : decision.version);
    // Somebody else was faster: look again.
    if (version === undefined) continue;
    if (decision.kind === 'take-over') await takeOver(world, request, decision.from);
    return { kind: 'held', version };
  }
}

export async function gatherLockAt(
  world: Pick<LockWorld, 'documents' | 'workflowRuns' | 'clock'>,
  key: string,
): Promise<LockFacts> {
  const { documents } = world;
  const found = await documents.read(key);
  if (!found) return { kind: 'free' };
  const parsed = parseLock(found.value);
  if (parsed.kind === 'corrupt') return { kind: 'unreadable', problems: parsed.problems };
  const holderIsActive = await isAlive(world, parsed.value);
  return { kind: 'held', lock: parsed.value, version: found.version, holderIsActive };
}

async function isAlive({ workflowRuns, clock }: Pick<LockWorld, 'workflowRuns' | 'clock'>, lock: Lock): Promise<boolean> {
  if (isTerminal(lock.owner)) return clock.now().getTime() < Date.parse(lock.expires);
  return workflowRuns.isActive(lock.owner);
}

async function write(world: LockWorld, request: LockRequest, version: string | undefined): Promise<string | undefined> {
  const { documents, clock, run } = world;
  const now = clock.now();
  const owner: LockOwner = { runId: run.runId, attempt: run.attempt, job: run.job };
  const seconds = isTerminal(owner) ? terminalLockSeconds : lockSeconds;
  const lock: Lock = { owner, reason: request.reason, since: now.toISOString(), expires: addSeconds(now, seconds) };
  return version === undefined ? documents.create(request.key, lock) : documents.replace(request.key, lock, version);
}

/** What Terraform locked for the dead run is nobody's now: only we may work on it. */
async function takeOver({ documents, progress }: LockWorld, { stateLocks }: LockRequest, from: Lock): Promise<void> {
  progress.warning(`Took the lock over from ${ownerText(from.owner)} (${from.reason}), which has ended without releasing it.`);
  for (const key of stateLocks) await documents.remove(key);
}

/** A lock that stays is taken over by the next run: no reason to fail. */
export async function releaseLock({ documents, progress }: LockWorld, key: string, version: string): Promise<void> {
  const said = 'The lock could not be released; the next run takes it over when this one has ended';
  try {
    if (!(await documents.remove(key, version))) progress.warning(`${said}: it has been changed meanwhile.`);
  } catch (error) {
    progress.warning(`${said}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
