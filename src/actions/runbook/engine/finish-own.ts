// After the job, however it ended: undoes what a run of this job has left in the middle, and gives its locks back.
import { environmentLockKey } from '../../apply/keys.ts';
import { attempt } from '../../comment/attempt.ts';
import { isSameOwner, parseLock } from '../../preview/lock.ts';
import type { Ending } from './compensate.ts';
import { isFinal, type RunbookJournal } from './journal.ts';
import { gatherJournal } from './journal-store.ts';
import { journalsOf, targetLocksOf, targetOfJournal } from './keys.ts';
import { resumeRunbook } from './resume.ts';
import type { RunbookWorld } from './world.ts';

/**
 * A job that is cancelled has about five minutes for this; what is not done by then, somebody resumes.
 *
 * @returns how they ended; nothing where every run came to its end by itself
 */
export async function finishOwn(world: RunbookWorld, environment: string): Promise<readonly Ending[]> {
  const left = await gatherOwn(world, environment);
  const endings: Ending[] = [];
  for (const { target, door, runbook } of left) {
    world.progress.warning(`The step ended before ${runbook} had; undoing it.`);
    const asking = { environment, door, by: 'opsdeck', reason: 'its job ended', approvedRisk: 'none' } as const;
    const ended = await attempt(world, `bring ${runbook} on ${target} to its end`, () =>
      resumeRunbook(world, {
        ...asking,
        target,
        way: 'undo',
        cause: { kind: 'cancelled', words: 'its job ended before it had' },
      }),
    );
    if (ended && (ended.kind === 'ended' || ended.kind === 'unfinished')) endings.push(ended);
  }
  await releaseOwnLocks(world, environment);
  return endings;
}

async function gatherOwn({ documents, run, progress }: RunbookWorld, environment: string): Promise<readonly RunbookJournal[]> {
  const keys = await documents.list(journalsOf(environment));
  const targets = keys.flatMap((key) => targetOfJournal(environment, key) ?? []);
  const found = await Promise.all(
    targets.map((target) =>
      attempt({ progress }, `read the journal of ${target}`, () => gatherJournal(documents, { environment, target })),
    ),
  );
  return found.flatMap((each) => (each && !isFinal(each.journal) && isSameOwner(each.journal.run, run) ? [each.journal] : []));
}

/** A run can also die before it has written anything down, or when all is done. */
async function releaseOwnLocks({ documents, run, progress }: RunbookWorld, environment: string): Promise<void> {
  for (const key of [environmentLockKey(environment), ...(await documents.list(targetLocksOf(environment)))]) {
    const found = await documents.read(key);
    const lock = found && parseLock(found.value);
    if (!found || lock?.kind !== 'valid' || !isSameOwner(lock.value.owner, run)) continue;
    progress.warning(`The step ended without giving back ${key}; giving it back now.`);
    await documents.remove(key, found.version);
  }
}
