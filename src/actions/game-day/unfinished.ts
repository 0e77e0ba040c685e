// Whether a game day was left in the middle: then nothing else changes the environment until that has been brought to its end.
import { type Failure, failure } from '../../define/failure.ts';
import type { Documents } from '../../ports/documents.ts';
import { gatherUnfinished } from './journal.ts';

/** For whoever holds the lock of the environment: a game day that runs would hold it. @throws `game-day/journal-unreadable` */
export async function gatherLeftUnfinished(
  documents: Documents,
  environment: string,
  bucket: string,
): Promise<Failure | undefined> {
  const found = await gatherUnfinished({ documents, settings: { bucket } }, environment);
  if (!found) return undefined;
  const { id, phase } = found.gameDay;
  return failure({
    code: 'game-day/left-unfinished',
    what: `The game day ${id} on ${environment} was left in the phase ${phase}: what it broke may still be broken.`,
    next: 'Start the workflow game-day with the mode resume, which puts it right; then run this again.',
  });
}
