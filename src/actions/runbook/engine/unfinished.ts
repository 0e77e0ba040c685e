// Whether a runbook was left in the middle of an environment, or is stuck there: then nothing else changes it by itself.
import { type Failure, failure } from '../../../define/failure.ts';
import type { Documents } from '../../../ports/documents.ts';
import { resumeCommand } from './commands.ts';
import { isInTheWay } from './journal.ts';
import { gatherJournal } from './journal-store.ts';
import { wholeEnvironment } from './keys.ts';

/** For whoever holds the lock of the environment: a runbook that runs would hold it. @throws `runbook/journal-unreadable` */
export async function gatherRunbookUnfinished(documents: Documents, environment: string): Promise<Failure | undefined> {
  const found = await gatherJournal(documents, { environment, target: wholeEnvironment });
  if (!found || !isInTheWay(found.journal)) return undefined;
  const { journal } = found;
  const { runbook, state } = journal;
  return failure({
    code: 'runbook/left-unfinished',
    what: `The runbook ${runbook} on ${environment} was left ${state}: what it changed may be half done.`,
    next: `Bring it to its end with ${resumeCommand('comment', journal, 'continue')}, or undo it with ${resumeCommand('comment', journal, 'undo')}; then run this again.`,
  });
}
