// Performs a command once, however often its run is run again; the journal tells who asked for what, and what became of it.
import { failure, isFailure } from '../../define/failure.ts';
import { commit, type Fields, instant, oneOf, optional, parseRecord, record, text, wholeNumber } from '../../define/fields.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Documents, Version } from '../../ports/documents.ts';
import type { Progress } from '../../ports/progress.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import { isSameOwner, type LockOwner, ownerText } from '../preview/lock.ts';
import type { Leg } from './legs.ts';

export interface OnceWorld {
  readonly documents: Documents;
  readonly workflowRuns: WorkflowRuns;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly run: LockOwner;
}

/** The audit entry of a command: written before it is performed, and again when it has ended. */
export interface CommandEntry {
  readonly text: string;
  readonly by: string;
  readonly commentUrl: string;
  /** Number of the issue or pull request. */
  readonly issue: number;
  readonly headSha?: string;
  readonly run: LockOwner;
  readonly status: 'started' | 'succeeded' | 'failed';
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Code and words of the failure. */
  readonly failure?: string;
}

const fields: Fields<CommandEntry> = {
  text,
  by: text,
  commentUrl: text,
  issue: wholeNumber,
  headSha: optional(commit),
  run: record<LockOwner>({ runId: wholeNumber, attempt: wholeNumber, job: text }),
  status: oneOf('started', 'succeeded', 'failed'),
  startedAt: instant,
  endedAt: optional(instant),
  failure: optional(text),
};

/** The state bucket keeps every version of it. */
export function journalKey({ id }: Pick<Leg, 'id'>): string {
  return `runs/commands/${id}.json`;
}

/**
 * @returns what `body` gives; nothing when it has been done already
 * @throws what `body` throws; `chatops/under-way` while another run does it
 */
export async function performOnce<T>(world: OnceWorld, leg: Leg, body: () => Promise<T>): Promise<T | undefined> {
  const claim = await claimCommand(world, leg);
  if (claim === undefined) {
    world.progress.info(`${leg.text} of ${leg.commentUrl} has been done already: nothing to do.`);
    return undefined;
  }
  try {
    const result = await body();
    await settle(world, leg, claim, { status: 'succeeded' });
    return result;
  } catch (error) {
    await settle(world, leg, claim, { status: 'failed', failure: wordsOf(error) });
    throw error;
  }
}

interface Claim {
  readonly entry: CommandEntry;
  readonly version: Version;
}

async function claimCommand(world: OnceWorld, leg: Leg): Promise<Claim | undefined> {
  const { documents, clock, run } = world;
  const key = journalKey(leg);
  for (;;) {
    const found = await documents.read(key);
    const earlier = found && parseRecord(found.value, fields);
    if (earlier?.kind === 'valid') {
      if (earlier.value.status === 'succeeded') return undefined;
      await refuseIfUnderWay(world, earlier.value);
    }
    const { text: written, by, commentUrl, issue, headSha } = leg;
    const asked = { text: written, by, commentUrl, issue, ...(headSha !== undefined && { headSha }) };
    const entry: CommandEntry = { ...asked, run, status: 'started', startedAt: clock.now().toISOString() };
    const version = found ? await documents.replace(key, entry, found.version) : await documents.create(key, entry);
    // Another run was faster: look at what it wrote.
    if (version !== undefined) return { entry, version };
  }
}

async function refuseIfUnderWay({ workflowRuns, run }: OnceWorld, { status, run: other }: CommandEntry): Promise<void> {
  if (status !== 'started' || isSameOwner(other, run) || !(await workflowRuns.isActive(other))) return;
  throw failure({
    code: 'chatops/under-way',
    what: `This command is being done by ${ownerText(other)}.`,
    next: 'Wait for that run; run this one again only if the other one fails.',
  });
}

/** What was done is done, also when it could not be written down. */
async function settle(
  { documents, clock, progress }: OnceWorld,
  leg: Leg,
  { entry, version }: Claim,
  end: Pick<CommandEntry, 'status' | 'failure'>,
): Promise<void> {
  const ended: CommandEntry = { ...entry, ...end, endedAt: clock.now().toISOString() };
  try {
    const written = await documents.replace(journalKey(leg), ended, version);
    if (written === undefined) progress.warning('The journal of this command was changed by somebody else meanwhile.');
  } catch (error) {
    progress.warning(`The journal of this command could not be written: ${wordsOf(error)}`);
  }
}

function wordsOf(error: unknown): string {
  if (isFailure(error)) return `${error.code}: ${error.message}`.slice(0, 1000);
  return error instanceof Error ? error.message.slice(0, 1000) : String(error);
}
