// Brings to an end what a run that died has left: rolls it back, finishes keeping it, or finishes freezing.
import { isSameOwner, type LockOwner, ownerText } from '../preview/lock.ts';
import { decideResume } from './decide-resume.ts';
import { freeze } from './freeze.ts';
import type { Cause, DeployJournal } from './journal.ts';
import { continueJournal, gatherJournal, journalUnreadable, type OpenJournal } from './journal-store.ts';
import { finishKeeping } from './keep.ts';
import type { DeployResult } from './result.ts';
import { rollBack } from './roll-back.ts';
import type { DeployWorld } from './world.ts';

/** @returns how that deploy ended; nothing where there was nothing to be done. @throws `deploy/journal-unreadable` */
export async function resume(world: DeployWorld): Promise<DeployResult | undefined> {
  const { documents, settings, run, progress } = world;
  const found = await gatherJournal(documents, settings.environment);
  if (found.kind === 'corrupt') throw journalUnreadable(settings.environment, found.problems);
  if (found.kind === 'none') return undefined;
  const decision = decideResume(found.journal);
  if (decision.kind === 'nothing') return undefined;
  const journal = continueJournal(world, found);
  const from = found.journal.run;
  progress.warning(`The deploy of ${ownerText(from)} was left in the state ${found.journal.state}; bringing it to its end now.`);
  if (decision.kind !== 'close') await journal.write(takeOver(found.journal, run), `taken over from ${ownerText(from)}`);
  switch (decision.kind) {
    case 'close':
      await journal.write({ state: 'refused', because: 'its run died before it changed anything' }, 'its run died');
      return undefined;
    case 'finish-keeping':
      return finishKeeping(world, journal, decision.candidate);
    case 'finish-freezing':
      return freeze(world, journal, found.journal.because ?? 'its run died');
    case 'roll-back':
      return rollBack(world, journal, found.journal.cause ?? lost(journal));
    default:
      return decision satisfies never;
  }
}

function lost(journal: OpenJournal): Cause {
  const { state } = journal.current();
  return { kind: 'lost', words: `Its run died while it was ${state}, so nobody has watched it to the end` };
}

/** One's own post step is no other run. */
function takeOver({ run: from, takenOverFrom }: DeployJournal, { runId, attempt, job }: LockOwner): Partial<DeployJournal> {
  const run = { runId, attempt, job };
  return isSameOwner(from, run) ? {} : { run, takenOverFrom: [...takenOverFrom, from] };
}
