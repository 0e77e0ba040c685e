// Reads and writes the journal of an environment's deploys; two runs that write the same one notice.
import { failure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Documents } from '../../ports/documents.ts';
import { type DeployJournal, isFinal, parseJournal } from './journal.ts';
import { journalKey } from './keys.ts';

export type FoundJournal =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly journal: DeployJournal; readonly version: string }
  | { readonly kind: 'corrupt'; readonly problems: readonly string[] };

export async function gatherJournal(documents: Documents, environment: string): Promise<FoundJournal> {
  const found = await documents.read(journalKey(environment));
  if (!found) return { kind: 'none' };
  const parsed = parseJournal(found.value, environment);
  return parsed.kind === 'valid' ? { kind: 'valid', journal: parsed.value, version: found.version } : parsed;
}

/** The journal that a run works on. */
export interface OpenJournal {
  current(): DeployJournal;
  /**
   * @param words what happened, for the timeline
   * @throws `deploy/journal-changed` when somebody else has written it, which the lock should prevent
   */
  write(change: JournalChange, words?: string): Promise<void>;
}

/** What is undefined here is gone afterwards. */
export type JournalChange = { readonly [Name in keyof DeployJournal]?: DeployJournal[Name] | undefined };

export interface JournalWorld {
  readonly documents: Documents;
  readonly clock: Clock;
}

/** Goes on with the one that was found. */
export function continueJournal(world: JournalWorld, { journal, version }: FoundJournal & { kind: 'valid' }): OpenJournal {
  return openAt(world, journal, version);
}

/** Begins one over what is there, which must have ended. @throws `deploy/journal-changed`, `deploy/journal-unreadable` */
export async function beginJournal(world: JournalWorld, journal: DeployJournal, words: string): Promise<OpenJournal> {
  const found = await gatherJournal(world.documents, journal.environment);
  if (found.kind === 'corrupt') throw journalUnreadable(journal.environment, found.problems);
  if (found.kind === 'valid' && !isFinal(found.journal)) throw changed(journal.environment);
  const opened = openAt(world, journal, found.kind === 'valid' ? found.version : undefined);
  await opened.write({}, words);
  return opened;
}

function openAt({ documents, clock }: JournalWorld, journal: DeployJournal, found: string | undefined): OpenJournal {
  const key = journalKey(journal.environment);
  let current = journal;
  let version = found;
  return {
    current: () => current,
    write: async (change, words) => {
      const at = clock.now().toISOString();
      const next = { ...current, ...change, updatedAt: at } as DeployJournal;
      const timeline = words === undefined ? next.timeline : [...next.timeline, { at, words }];
      const ended = isFinal(next) && next.endedAt === undefined ? { endedAt: at } : {};
      const written: DeployJournal = { ...next, timeline, ...ended };
      const put = version === undefined ? await documents.create(key, written) : await documents.replace(key, written, version);
      if (put === undefined) throw changed(journal.environment);
      current = written;
      version = put;
    },
  };
}

function changed(environment: string) {
  return failure({
    code: 'deploy/journal-changed',
    what: `The journal of the deploys to ${environment} was written by somebody else in the middle of this run.`,
    next: 'Find out who writes it without holding the lock; then run the job again.',
  });
}

export function journalUnreadable(environment: string, problems: readonly string[]) {
  return failure({
    code: 'deploy/journal-unreadable',
    what: `${journalKey(environment)} is no journal of ours, so nobody can tell whether a deploy was left half done.`,
    next: 'See which service runs and whether its alarms are well; then remove that document from the state bucket, and deploy.',
    details: problems,
  });
}
