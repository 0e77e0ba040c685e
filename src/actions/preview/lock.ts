// Who may work on a preview: the lock document, and what to do about one that is there.

import { type Fields, instant, type Parsed, parseRecord, record, text, wholeNumber } from '../../define/fields.ts';
import type { RunIdentity } from '../../ports/workflow-runs.ts';

export interface LockOwner extends RunIdentity {
  readonly job: string;
}

export interface Lock {
  readonly owner: LockOwner;
  /** What it is held for: `deploy of 3f2a91c`. */
  readonly reason: string;
  readonly since: string;
  /** For people: a run of GitHub loses its lock only when it has ended. A terminal renews it, and loses it then. */
  readonly expires: string;
}

const fields: Fields<Lock> = {
  owner: record<LockOwner>({ runId: wholeNumber, attempt: wholeNumber, job: text }),
  reason: text,
  since: instant,
  expires: instant,
};

export function parseLock(value: unknown): Parsed<Lock> {
  return parseRecord(value, fields);
}

export type LockFacts =
  | { readonly kind: 'free' }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }
  | { readonly kind: 'held'; readonly lock: Lock; readonly version: string; readonly holderIsActive: boolean };

export type LockDecision =
  | { readonly kind: 'create' }
  /** It is ours already: a step that comes later in the same job. */
  | { readonly kind: 'enter'; readonly version: string }
  | { readonly kind: 'take-over'; readonly version: string; readonly from: Lock }
  | { readonly kind: 'wait'; readonly holder: Lock }
  /** Nobody can tell whose it is, so nobody takes it. */
  | { readonly kind: 'refuse'; readonly problems: readonly string[] };

export function decideLock(facts: LockFacts, owner: LockOwner): LockDecision {
  switch (facts.kind) {
    case 'free':
      return { kind: 'create' };
    case 'unreadable':
      return { kind: 'refuse', problems: facts.problems };
    case 'held': {
      const { lock, version, holderIsActive } = facts;
      if (isSameOwner(lock.owner, owner)) return { kind: 'enter', version };
      return holderIsActive ? { kind: 'wait', holder: lock } : { kind: 'take-over', version, from: lock };
    }
    default:
      return facts satisfies never;
  }
}

export function isSameOwner(one: LockOwner, other: LockOwner): boolean {
  return one.runId === other.runId && one.attempt === other.attempt && one.job === other.job;
}

/** No job is called so: GitHub allows no blanks there. */
const terminalJob = 'terminal of ';

/** Nobody can be asked whether a terminal is still at work: it shows that by renewing its locks. @param id from 1 */
export function terminalOwner(login: string, id: number): LockOwner {
  return { runId: id, attempt: 1, job: `${terminalJob}${login}` };
}

export function isTerminal({ job }: Pick<LockOwner, 'job'>): boolean {
  return job.startsWith(terminalJob);
}

/** `run 4711 (attempt 2), job preview`, or `the terminal of octocat` */
export function ownerText({ runId, attempt, job }: LockOwner): string {
  if (isTerminal({ job })) return `the ${job}`;
  return `run ${runId}${attempt > 1 ? ` (attempt ${attempt})` : ''}, job ${job}`;
}
