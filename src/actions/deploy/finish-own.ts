// After the job, however it ended: brings to its end what a step of this job has left, and gives its lock back.
import { environmentLockKey, stateLockKeys } from '../apply/keys.ts';
import { acquireLock, releaseLock } from '../lock/hold-lock.ts';
import { isSameOwner, parseLock } from '../preview/lock.ts';
import { isFinal } from './journal.ts';
import { gatherJournal } from './journal-store.ts';
import type { DeployResult } from './result.ts';
import { resume } from './resume.ts';
import { lockOf } from './with-environment.ts';
import type { DeployWorld } from './world.ts';

/**
 * A job that is cancelled has about five minutes for this; what is not done by then, the next run does.
 *
 * @returns how the deploy ended; nothing where the step came to its end by itself, or had not begun
 */
export async function finishOwn(world: DeployWorld): Promise<DeployResult | undefined> {
  const { documents, progress, settings } = world;
  const { environment } = settings;
  const isLockOurs = await holdsLock(world);
  if (!isLockOurs && !(await hasLeftDeploy(world))) return undefined;
  progress.warning(`The step ended before its deploy to ${environment} had.`);
  const acquired = await acquireLock(world, { ...lockOf(world, 'the end of a deploy'), waitSeconds: 0 });
  // Whoever has it brings the deploy to its end first.
  if (acquired.kind === 'locked') return undefined;
  try {
    // Terraform died with the step: what it locked is nobody's, as long as the environment's own lock is ours.
    if (isLockOurs) for (const key of stateLockKeys(environment)) await documents.remove(key);
    return await resume(world);
  } finally {
    await releaseLock(world, environmentLockKey(environment), acquired.version);
  }
}

async function holdsLock({ documents, run, settings }: DeployWorld): Promise<boolean> {
  const found = await documents.read(environmentLockKey(settings.environment));
  const parsed = found && parseLock(found.value);
  return parsed?.kind === 'valid' && isSameOwner(parsed.value.owner, run);
}

async function hasLeftDeploy({ documents, run, settings }: DeployWorld): Promise<boolean> {
  const found = await gatherJournal(documents, settings.environment);
  return found.kind === 'valid' && !isFinal(found.journal) && isSameOwner(found.journal.run, run);
}
