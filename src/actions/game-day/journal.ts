// The journal of a game day in the bucket: found, written step by step, and never over what somebody else has written.
import { failure } from '../../define/failure.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Progress } from '../../ports/progress.ts';
import { attempt } from '../comment/attempt.ts';
import type { GameDay } from './game-day.ts';
import { parseGameDay } from './journal-fields.ts';
import { journalKey } from './keys.ts';

export type FoundJournal =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly gameDay: GameDay; readonly version: string }
  | { readonly kind: 'corrupt'; readonly problems: readonly string[] };

export async function gatherJournal(documents: Documents, environment: string): Promise<FoundJournal> {
  const found = await documents.read(journalKey(environment));
  if (!found) return { kind: 'none' };
  const parsed = parseGameDay(found.value);
  if (parsed.kind === 'corrupt') return parsed;
  if (parsed.value.environment !== environment) return { kind: 'corrupt', problems: [`environment: expected ${environment}`] };
  return { kind: 'valid', gameDay: parsed.value, version: found.version };
}

/**
 * The one that still has to be brought to an end, if there is one.
 *
 * @throws `game-day/journal-unreadable`: nobody can tell what was left behind
 */
export async function gatherUnfinished(
  { documents, settings }: { readonly documents: Documents; readonly settings: { readonly bucket: string } },
  environment: string,
): Promise<{ readonly gameDay: GameDay; readonly version: string } | undefined> {
  const found = await gatherJournal(documents, environment);
  if (found.kind === 'corrupt') {
    throw failure({
      code: 'game-day/journal-unreadable',
      what: `The journal of the game days of ${environment} is none of ours, so nobody can tell what the latest one left.`,
      next: `Look for experiments that run, network ACLs of FIS and zonal shifts; then remove s3://${settings.bucket}/${journalKey(environment)}.`,
      details: found.problems,
    });
  }
  return found.kind === 'valid' && found.gameDay.phase !== 'ended' ? found : undefined;
}

export interface Journal {
  current(): GameDay;
  /** @throws what the bucket says, or `game-day/journal-changed`: before anything is broken that ends it */
  write(change: Partial<GameDay>): Promise<void>;
  /** What is put right is put right, also when it cannot be written down: that is a warning. */
  note(change: Partial<GameDay>): Promise<void>;
}

interface Opening {
  readonly documents: Documents;
  readonly progress: Progress;
  readonly gameDay: GameDay;
  /** Of what it is written over. */
  readonly version?: string;
}

export async function openJournal({ documents, progress, gameDay, version: over }: Opening): Promise<Journal> {
  const key = journalKey(gameDay.environment);
  let current = gameDay;
  let version = over;
  const put = async (): Promise<void> => {
    const written = version === undefined ? await documents.create(key, current) : await documents.replace(key, current, version);
    if (written === undefined) throw changed(gameDay.environment);
    version = written;
  };
  const write = async (change: Partial<GameDay>): Promise<void> => {
    current = { ...current, ...change };
    await put();
  };
  await put();
  return {
    current: () => current,
    write,
    note: async (change) => void (await attempt({ progress }, 'write the journal', () => write(change))),
  };
}

/** @returns the version of what is there, to be written over */
export async function gatherVersion(documents: Documents, environment: string): Promise<string | undefined> {
  return (await documents.read(journalKey(environment)))?.version;
}

function changed(environment: string) {
  return failure({
    code: 'game-day/journal-changed',
    what: `The journal of the game days of ${environment} was written by somebody else in the middle of this one.`,
    next: 'Find out who plays game days without holding the lock; then run the job again.',
  });
}
