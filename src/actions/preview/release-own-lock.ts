// Gives back the lock that this job holds, if it still does: its main step must have died.
import { lockKey, stateLockKey, stateNames } from './keys.ts';
import { isSameOwner, parseLock } from './lock.ts';
import type { PreviewWorld } from './world.ts';

/** @returns whether there was one */
export async function releaseOwnLock({ documents, progress, run }: PreviewWorld, pullRequest: number): Promise<boolean> {
  const key = lockKey(pullRequest);
  const found = await documents.read(key);
  const parsed = found && parseLock(found.value);
  if (!found || parsed?.kind !== 'valid' || !isSameOwner(parsed.value.owner, run)) return false;
  progress.warning(`The step ended without giving back the lock of the preview of #${pullRequest}; giving it back now.`);
  // Terraform died with it: what it locked is nobody's, as long as the preview's own lock is ours.
  for (const name of stateNames) await documents.remove(stateLockKey(pullRequest, name));
  return documents.remove(key, found.version);
}
