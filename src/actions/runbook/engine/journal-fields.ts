// Reads a journal out of the bucket, strictly: what is none of ours is not guessed at.
import {
  type Field,
  type Fields,
  instant,
  list,
  matching,
  oneOf,
  optional,
  type Parsed,
  parseRecord,
  record,
  text,
  wholeNumber,
} from '../../../define/fields.ts';
import type { Call, Change } from '../../../define/runbook.ts';
import type { InputValue } from '../../../define/runbook-inputs.ts';
import type { LockOwner } from '../../preview/lock.ts';
import {
  type Acceptance,
  type Cause,
  causeKinds,
  doors,
  finalStates,
  openStates,
  type RunbookJournal,
  type StepRecord,
  stepStates,
  type TimelineEntry,
} from './journal.ts';

const owner = record<LockOwner>({ runId: wholeNumber, attempt: wholeNumber, job: text });
const call = matching('a call such as ecs:UpdateService', /^[a-z][\w-]*:\w+$/) as Field<Call>;

/** Of a step: only the step itself can tell whether it is as it should be. */
const anything: Field<unknown> = { expected: 'anything', isOptional: true, read: (value) => value };

const inputs: Field<Readonly<Record<string, InputValue>>> = {
  expected: 'texts, numbers and flags by name',
  isOptional: false,
  read: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const isGood = Object.values(value).every((each) => ['string', 'number', 'boolean'].includes(typeof each));
    return isGood ? (value as Readonly<Record<string, InputValue>>) : undefined;
  },
};

const step = record<StepRecord>({
  id: text,
  title: text,
  state: oneOf(...stepStates),
  changes: list(record<Change>({ what: text, from: text, to: text })),
  before: anything as Fields<StepRecord>['before'],
  calls: list(call),
  startedAt: instant,
  endedAt: optional(instant),
  words: optional(text),
});

function fieldsOf(environment: string, target: string): Fields<RunbookJournal> {
  return {
    id: text,
    runbook: text,
    environment: oneOf(environment),
    target: oneOf(target),
    state: oneOf(...openStates, ...finalStates),
    inputs,
    door: oneOf(...doors),
    by: text,
    reason: text,
    run: owner,
    runUrl: text,
    takenOverFrom: list(owner),
    startedAt: instant,
    updatedAt: instant,
    endedAt: optional(instant),
    watched: list(text),
    settlingSince: optional(instant),
    steps: list(step),
    cause: optional(record<Cause>({ kind: oneOf(...causeKinds), words: text, step: optional(text), alarm: optional(text) })),
    because: optional(text),
    byHand: list(text),
    accepted: optional(record<Acceptance>({ by: text, at: instant, reason: text })),
    timeline: list(record<TimelineEntry>({ at: instant, words: text })),
  };
}

export function parseJournal(value: unknown, environment: string, target: string): Parsed<RunbookJournal> {
  return parseRecord(value, fieldsOf(environment, target));
}
