// Reads and writes the journal of a target; two runs that write the same one notice.
import type { Clock } from '../../../ports/clock.ts';
import type { Documents } from '../../../ports/documents.ts';
import { journalChanged, journalUnreadable, type Place } from './failures.ts';
import { isFinal, type RunbookJournal, type StepRecord } from './journal.ts';
import { parseJournal } from './journal-fields.ts';
import { journalKey } from './keys.ts';

export interface FoundJournal {
  readonly journal: RunbookJournal;
  readonly version: string;
}

/** @returns nothing where there is none. @throws `runbook/journal-unreadable` */
export async function gatherJournal(documents: Documents, place: Place): Promise<FoundJournal | undefined> {
  const found = await documents.read(journalKey(place.environment, place.target));
  if (!found) return undefined;
  const parsed = parseJournal(found.value, place.environment, place.target);
  if (parsed.kind === 'corrupt') throw journalUnreadable(place, parsed.problems);
  return { journal: parsed.value, version: found.version };
}

/** What is undefined here is gone afterwards. */
export type JournalChange = { readonly [Name in keyof RunbookJournal]?: RunbookJournal[Name] | undefined };

/** The journal that a run works on. */
export interface OpenJournal {
  current(): RunbookJournal;
  /**
   * @param words what happened, for the timeline
   * @throws `runbook/journal-changed` when somebody else has written it, which the lock should prevent
   */
  write(change: JournalChange, words?: string): Promise<void>;
  /** Changes the record of a step; the first time it has to be all of it. */
  writeStep(id: string, change: Partial<StepRecord>, words?: string): Promise<void>;
}

export interface JournalWorld {
  readonly documents: Documents;
  readonly clock: Clock;
  /** Told of everything that has been written down. */
  tell(journal: RunbookJournal): void;
}

/** @param over version of what is there; nothing where nothing is */
export function openJournal({ documents, clock, tell }: JournalWorld, journal: RunbookJournal, over?: string): OpenJournal {
  const key = journalKey(journal.environment, journal.target);
  let current = journal;
  let version = over;
  const write = async (change: JournalChange, words?: string): Promise<void> => {
    const at = clock.now().toISOString();
    const next = { ...current, ...change, updatedAt: at } as RunbookJournal;
    const timeline = words === undefined ? next.timeline : [...next.timeline, { at, words }];
    const ended = isFinal(next) ? { endedAt: next.endedAt ?? at } : {};
    const written: RunbookJournal = { ...next, timeline, ...ended };
    const put = version === undefined ? await documents.create(key, written) : await documents.replace(key, written, version);
    if (put === undefined) throw journalChanged(journal);
    current = written;
    version = put;
    tell(written);
  };
  return {
    current: () => current,
    write,
    writeStep: (id, change, words) => write({ steps: withStep(current.steps, id, change) }, words),
  };
}

function withStep(steps: readonly StepRecord[], id: string, change: Partial<StepRecord>): readonly StepRecord[] {
  const isThere = steps.some((step) => step.id === id);
  if (isThere) return steps.map((step) => (step.id === id ? { ...step, ...change } : step));
  return [...steps, { id, title: id, state: 'running', changes: [], calls: [], startedAt: '', ...change }];
}
