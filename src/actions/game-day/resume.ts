// Brings a game day to its end whose run has died; one that is alive is left alone.
import type { DrillDefinition } from '../../define/drill.ts';
import { environmentLockKey } from '../apply/keys.ts';
import { gatherLockAt } from '../lock/hold-lock.ts';
import { isSameOwner, type LockOwner, ownerText, parseLock } from '../preview/lock.ts';
import type { GameDay } from './game-day.ts';
import { holdEnvironment, isOfGameDay } from './hold-environment.ts';
import { gatherUnfinished } from './journal.ts';
import { walk } from './steps.ts';
import { takeOver } from './take-over.ts';
import type { GameDayWorld } from './world.ts';

export type Resumed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'alive'; readonly by: LockOwner }
  | { readonly kind: 'finished'; readonly gameDay: GameDay; readonly drill: DrillDefinition };

export async function resume(world: GameDayWorld): Promise<Resumed> {
  const { environment } = world.settings;
  const unfinished = await gatherUnfinished(world, environment);
  if (!unfinished) return giveBackLock(world);
  const { run, drill } = unfinished.gameDay;
  if (!isSameOwner(run, world.run) && (await world.workflowRuns.isActive(run))) return { kind: 'alive', by: run };
  return holdEnvironment(world, drill, () =>
    walk(world.progress, 'settle-earlier', async () => {
      // Somebody else may have been quicker.
      const latest = await gatherUnfinished(world, environment);
      return latest ? { kind: 'finished', ...(await takeOver(world, latest)) } : { kind: 'nothing' };
    }),
  );
}

/** A run can also die before it has written anything down, or when all is done: then only its lock is left. */
async function giveBackLock(world: GameDayWorld): Promise<Resumed> {
  const key = environmentLockKey(world.settings.environment);
  const facts = await gatherLockAt(world, key);
  if (facts.kind === 'held' && !facts.holderIsActive && isOfGameDay(facts.lock)) {
    world.progress.warning(
      `${ownerText(facts.lock.owner)} ended without giving back the lock of its game day; giving it back now.`,
    );
    await world.documents.remove(key, facts.version);
  }
  return { kind: 'nothing' };
}

/** After the job, however it ended: finishes what its own step began, and gives back a lock that it died with. */
export async function finishOwn(world: GameDayWorld): Promise<Resumed> {
  const { documents, settings, run, progress } = world;
  const unfinished = await gatherUnfinished(world, settings.environment);
  if (unfinished && isSameOwner(unfinished.gameDay.run, run)) return resume(world);
  const key = environmentLockKey(settings.environment);
  const found = await documents.read(key);
  const lock = found && parseLock(found.value);
  if (found && lock?.kind === 'valid' && isSameOwner(lock.value.owner, run)) {
    progress.warning(`The step ended without giving back the lock of ${settings.environment}; giving it back now.`);
    await documents.remove(key, found.version);
  }
  return { kind: 'nothing' };
}
