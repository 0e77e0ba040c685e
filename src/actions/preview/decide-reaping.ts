// Decides what of all previews has to go, and why; pure, from one look at everything.
import type { StateName } from './keys.ts';
import type { FoundLease } from './lease-store.ts';
import type { TakenSlot } from './slots.ts';

/** All that one look found of one preview. */
export interface PreviewTraces {
  readonly pullRequest: number;
  readonly isOpen: boolean;
  readonly lease: FoundLease;
  readonly states: readonly StateName[];
  readonly lock: 'none' | 'held' | 'stale' | 'unreadable';
  readonly tagged: number;
  readonly slots: readonly number[];
}

export type Reaping =
  | { readonly kind: 'destroy'; readonly pullRequest: number; readonly why: string }
  /** Nothing of it is to be destroyed: only a lock or slots that nobody uses are in the way. */
  | { readonly kind: 'tidy'; readonly pullRequest: number; readonly why: string };

export interface ReapingPlan {
  readonly reapings: readonly Reaping[];
  /** Slots whose document says nothing about whose they are, and that no lease claims. */
  readonly brokenSlots: readonly TakenSlot[];
  /** What a person should know of. */
  readonly notes: readonly string[];
}

export interface ReapingFacts {
  readonly traces: readonly PreviewTraces[];
  readonly slots: readonly TakenSlot[];
  readonly maximum: number;
  readonly now: Date;
}

export function decideReapings({ traces, slots, maximum, now }: ReapingFacts): ReapingPlan {
  const reapings = traces.flatMap((one) => decideReaping(one, now) ?? []);
  const claimed = traces.flatMap(({ lease }) => (lease.kind === 'valid' ? (lease.lease.slot ?? []) : []));
  const brokenSlots = slots.filter(({ slot, holder }) => !holder && !claimed.includes(slot));
  return { reapings, brokenSlots, notes: notesOf(traces, slots.length < maximum) };
}

/** @returns nothing when all is as it should be */
export function decideReaping(traces: PreviewTraces, now: Date): Reaping | undefined {
  const why = whyDestroy(traces, now);
  const { pullRequest } = traces;
  if (why !== undefined) return { kind: 'destroy', pullRequest, why };
  const tidying = whyTidy(traces);
  return tidying === undefined ? undefined : { kind: 'tidy', pullRequest, why: tidying };
}

function whyDestroy({ isOpen, lease, states, tagged, slots, lock }: PreviewTraces, now: Date): string | undefined {
  const hasAnything = lease.kind !== 'none' || states.length > 0 || tagged > 0 || slots.length > 0 || lock === 'stale';
  if (!isOpen) return hasAnything ? 'the pull request is closed' : undefined;
  if (lease.kind === 'corrupt') return 'its lease cannot be read';
  if (lease.kind === 'none') {
    if (states.length > 0) return 'it has a state, and no lease';
    return tagged > 0 ? 'it has resources, and neither state nor lease' : undefined;
  }
  return Date.parse(lease.lease.expiresAt) <= now.getTime() ? 'it has expired' : undefined;
}

function whyTidy({ lease, lock, slots }: PreviewTraces): string | undefined {
  if (lock === 'stale') return 'a run that has ended left its lock';
  const claimed = lease.kind === 'valid' ? lease.lease.slot : undefined;
  return slots.some((slot) => slot !== claimed) ? 'it has a slot that no lease tells of' : undefined;
}

function notesOf(traces: readonly PreviewTraces[], hasFreeSlot: boolean): readonly string[] {
  return traces.flatMap(({ pullRequest, isOpen, lease, lock }) => {
    const notes: string[] = [];
    if (lock === 'unreadable') notes.push(`The lock of #${pullRequest} cannot be read: a person has to remove it.`);
    if (lease.kind !== 'valid' || !isOpen) return notes;
    const { status, step, shape } = lease.lease;
    if (status === 'queued' && shape === 'shared' && hasFreeSlot) {
      notes.push(`#${pullRequest} waits for a slot, and one is free: push, or comment \`/preview deploy\`.`);
    }
    if (status === 'deploying' && lock !== 'held') {
      notes.push(`The deploy of #${pullRequest} died at the step ${step}: push, or comment \`/preview deploy\`.`);
    }
    return notes;
  });
}
