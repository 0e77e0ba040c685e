// The journal of a deploy: how far it has come, what it is held against, and what became of it.
import {
  commit,
  count,
  type Fields,
  instant,
  list,
  oneOf,
  optional,
  type Parsed,
  parseRecord,
  record,
  text,
  wholeNumber,
} from '../../define/fields.ts';
import type { LockOwner } from '../preview/lock.ts';
import { type GoodService, goodService, pinnedImage } from './good.ts';

/** A deploy whose run died in one of them is finished by the next run. The journal is written before each of them begins. */
export const openStates = ['planning', 'applying', 'baking', 'keeping', 'rolling-back', 'freezing'] as const;
export const finalStates = ['kept', 'rolled-back', 'frozen', 'refused'] as const;
export type DeployState = (typeof openStates)[number] | (typeof finalStates)[number];

/** `recovery`: although alarms fired already. `rollback`: somebody asked to go back. */
export const deployKinds = ['deploy', 'recovery', 'rollback'] as const;
export type DeployKind = (typeof deployKinds)[number];

export interface Release {
  readonly commit: string;
  readonly image: string;
}

/** Why it is rolled back. */
export const causeKinds = [
  'alarm',
  'alarm-missing',
  'rollout-failed',
  'replaced',
  'service-missing',
  'late',
  'unsettled',
  'blind',
  'apply-failed',
  'cancelled',
  'lost',
  'asked',
] as const;

export interface Cause {
  readonly kind: (typeof causeKinds)[number];
  /** A sentence without its full stop. */
  readonly words: string;
  readonly alarm?: string;
  /** When the alarm rang, by CloudWatch's clock. */
  readonly alarmAt?: string;
}

/** An alarm as it stood when the deploy began: what it did before is not the deploy's doing. */
export interface Baseline {
  readonly name: string;
  /** By CloudWatch's clock; absent of one that the deploy itself makes. */
  readonly transitionedAt?: string;
}

export interface RollbackRecord {
  /** Id of the good service. */
  readonly to: string;
  readonly release: Release;
  /** How many runs have begun with it: each but the last one died. */
  readonly starts: number;
}

export interface TimelineEntry {
  readonly at: string;
  readonly words: string;
}

export interface DeployJournal {
  /** `4711-1`: run and attempt. */
  readonly id: string;
  readonly environment: string;
  readonly kind: DeployKind;
  readonly state: DeployState;
  /** What it brings. */
  readonly release: Release;
  /** What ran before. */
  readonly before?: Release;
  readonly by?: string;
  readonly reason?: string;
  readonly run: LockOwner;
  readonly runUrl: string;
  /** Runs that died, and whose work was taken up. */
  readonly takenOverFrom: readonly LockOwner[];
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly endedAt?: string;
  readonly alarms: readonly Baseline[];
  /** Alarms that fired when it began: they do not break it off. */
  readonly unwatched: readonly string[];
  readonly taskDefinition?: string;
  readonly deploymentId?: string;
  readonly cause?: Cause;
  readonly rollback?: RollbackRecord;
  /** While it is being kept: what is written down as good. */
  readonly candidate?: GoodService;
  /** Why it ended so; a sentence without its full stop. */
  readonly because?: string;
  readonly timeline: readonly TimelineEntry[];
}

const owner = record<LockOwner>({ runId: wholeNumber, attempt: wholeNumber, job: text });
const release = record<Release>({ commit, image: pinnedImage });

function fieldsOf(environment: string): Fields<DeployJournal> {
  return {
    id: text,
    environment: oneOf(environment),
    kind: oneOf(...deployKinds),
    state: oneOf(...openStates, ...finalStates),
    release,
    before: optional(release),
    by: optional(text),
    reason: optional(text),
    run: owner,
    runUrl: text,
    takenOverFrom: list(owner),
    startedAt: instant,
    updatedAt: instant,
    endedAt: optional(instant),
    alarms: list(record<Baseline>({ name: text, transitionedAt: optional(instant) })),
    unwatched: list(text),
    taskDefinition: optional(text),
    deploymentId: optional(text),
    cause: optional(
      record<Cause>({ kind: oneOf(...causeKinds), words: text, alarm: optional(text), alarmAt: optional(instant) }),
    ),
    rollback: optional(record<RollbackRecord>({ to: text, release, starts: count })),
    candidate: optional(goodService(environment)),
    because: optional(text),
    timeline: list(record<TimelineEntry>({ at: instant, words: text })),
  };
}

export function parseJournal(value: unknown, environment: string): Parsed<DeployJournal> {
  return parseRecord(value, fieldsOf(environment));
}

export function isFinal({ state }: Pick<DeployJournal, 'state'>): boolean {
  return finalStates.some((each) => each === state);
}
