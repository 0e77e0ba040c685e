// The journal of a run: how far it has come, how everything was before, what it called, and what became of it.
import type { Call, Change } from '../../../define/runbook.ts';
import type { InputValue } from '../../../define/runbook-inputs.ts';
import type { LockOwner } from '../../preview/lock.ts';

/** A run that died in one of them is taken up by `resume`. */
export const openStates = ['running', 'compensating'] as const;
/** `stuck`: what it changed could not be undone; the target stays locked for runbooks until a person has said otherwise. */
export const finalStates = ['done', 'compensated', 'stuck', 'refused', 'nothing-to-do'] as const;
export type RunState = (typeof openStates)[number] | (typeof finalStates)[number];

/**
 * `running`: written before anything is changed, so it may have been. `verifying`: it has been. `kept`: nobody can undo it.
 * `nothing`: it was so already.
 */
export const stepStates = ['running', 'verifying', 'done', 'nothing', 'undoing', 'undone', 'kept', 'stuck'] as const;
export type StepState = (typeof stepStates)[number];

export interface StepRecord {
  readonly id: string;
  readonly title: string;
  readonly state: StepState;
  readonly changes: readonly Change[];
  /** As the step's plan found it. */
  readonly before?: unknown;
  /** Each once, in the order of their first time. */
  readonly calls: readonly Call[];
  readonly startedAt: string;
  readonly endedAt?: string;
  /** How it ended, without a full stop. */
  readonly words?: string;
}

export const doors = ['comment', 'workflow', 'alarm', 'terminal'] as const;
export type Door = (typeof doors)[number];

/** Why what was changed is undone. */
export const causeKinds = ['failed', 'late', 'never', 'refused', 'alarm', 'cancelled', 'lost', 'asked'] as const;

export interface Cause {
  readonly kind: (typeof causeKinds)[number];
  /** A sentence without its full stop. */
  readonly words: string;
  /** The step that it happened in. */
  readonly step?: string;
  /** The alarm that rang. */
  readonly alarm?: string;
}

export interface TimelineEntry {
  readonly at: string;
  readonly words: string;
}

/** A person has looked at what is stuck, and takes it as it is. */
export interface Acceptance {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

export interface RunbookJournal {
  /** `20260131T120000Z-ecs-scale-4711-1`: when, runbook, run, attempt. */
  readonly id: string;
  readonly runbook: string;
  readonly environment: string;
  readonly target: string;
  readonly state: RunState;
  readonly inputs: Readonly<Record<string, InputValue>>;
  readonly door: Door;
  /** Login of who asked for it, or what did. */
  readonly by: string;
  readonly reason: string;
  readonly run: LockOwner;
  readonly runUrl: string;
  /** Runs that died, and whose work was taken up. */
  readonly takenOverFrom: readonly LockOwner[];
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly endedAt?: string;
  /** Names of the alarms that were OK when it began; one of them that rings while it settles undoes it. */
  readonly watched: readonly string[];
  /** Since when its alarms are watched: all steps are done. */
  readonly settlingSince?: string;
  /** Those that have begun, in their order. */
  readonly steps: readonly StepRecord[];
  readonly cause?: Cause;
  /** Why it ended so; a sentence without its full stop. */
  readonly because?: string;
  /** Of a stuck one: what a person has to put right, a sentence each. */
  readonly byHand: readonly string[];
  readonly accepted?: Acceptance;
  readonly timeline: readonly TimelineEntry[];
}

export function isFinal({ state }: Pick<RunbookJournal, 'state'>): boolean {
  return finalStates.some((each) => each === state);
}

/** Whether nothing else may be run on its target. */
export function isInTheWay(journal: { readonly state: RunState; readonly accepted?: Acceptance | undefined }): boolean {
  return !isFinal(journal) || (journal.state === 'stuck' && journal.accepted === undefined);
}
