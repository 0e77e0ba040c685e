// Reads the journal of a game day out of JSON, strictly: what it says is acted upon, and others may write where it lies.
import { type RecoveryCheck, type RollbackStrategy, recoveryChecks, rollbackStrategies } from '../../define/drill.ts';
import {
  type Field,
  type Fields,
  list,
  matching,
  oneOf,
  optional,
  type Parsed,
  parseRecord,
  record,
  text,
  wholeNumber,
} from '../../define/fields.ts';
import type { AlarmTransition } from '../../ports/alarms.ts';
import { type Experiment, type ExperimentAction, experimentStatuses, type ResolvedTarget } from '../../ports/experiments.ts';
import type { SubnetAcl } from '../../ports/networks.ts';
import type { LockOwner } from '../preview/lock.ts';
import {
  type Abort,
  type Before,
  type GameDay,
  type KpiOutcome,
  type PastGameDay,
  type PreflightFinding,
  phases,
  type RecoveryOutcome,
  type RollbackOutcome,
  type Times,
  verdicts,
} from './game-day.ts';

/** As AWS writes it, or we: not each of them has milliseconds. */
const instant: Field<string> = field('an instant', (value) =>
  typeof value === 'string' && value.length < 40 && !Number.isNaN(Date.parse(value)) ? value : undefined,
);
const number: Field<number> = field('a number', (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined,
);
const name = matching('a name of lower case words', /^[a-z\d][a-z\d-]{0,120}$/);

const owner: Fields<LockOwner> = { runId: wholeNumber, attempt: wholeNumber, job: text };
const subnet: Fields<SubnetAcl> = {
  subnetId: matching('a subnet', /^subnet-[\w-]{1,60}$/),
  zone: name,
  aclId: matching('a network ACL', /^acl-[\w-]{1,60}$/),
  associationId: text,
};
const target: Fields<ResolvedTarget> = { target: text, resourceType: text, facts: recordOf(text) };
const action: Fields<ExperimentAction> = {
  name: text,
  actionId: text,
  status: oneOf(...experimentStatuses, 'skipped'),
  reason: optional(text),
  startedAt: optional(instant),
  endedAt: optional(instant),
};
const experiment: Fields<Experiment> = {
  id: matching('an experiment', /^[\w-]{1,64}$/),
  templateId: text,
  status: oneOf(...experimentStatuses),
  reason: text,
  createdAt: instant,
  startedAt: optional(instant),
  endedAt: optional(instant),
  actions: list(record(action)),
  tags: recordOf(text),
};
const state = oneOf('OK', 'ALARM', 'INSUFFICIENT_DATA');
const transition: Fields<AlarmTransition> = { name: text, at: instant, from: state, to: state };
const preflight: Fields<PreflightFinding> = {
  id: text,
  status: oneOf('ok', 'bad', 'unknown'),
  words: text,
  at: instant,
  title: text,
};
const before: Fields<Before> = {
  taskDefinition: text,
  deploymentId: text,
  vpcId: text,
  subnets: list(record(subnet)),
  writer: text,
  writerZone: text,
  tasksByZone: recordOf(number),
};
const abort: Fields<Abort> = {
  because: oneOf('alarm', 'stop-condition', 'person', 'no-data', 'cancelled', 'lost', 'template-changed', 'credentials'),
  words: text,
  alarm: optional(text),
  alarmAt: optional(instant),
  decidedAt: instant,
  requestedAt: optional(instant),
};
const rollback: Fields<RollbackOutcome> = {
  strategy: oneOf<RollbackStrategy>(...rollbackStrategies),
  status: oneOf('done', 'nothing-to-do', 'failed'),
  words: text,
  at: instant,
};
const recovery: Fields<RecoveryOutcome> = {
  check: oneOf<RecoveryCheck>(...recoveryChecks),
  status: oneOf('ok', 'late', 'bad', 'unknown'),
  words: text,
  at: optional(instant),
};
const kpi: Fields<KpiOutcome> = {
  kpi: name,
  title: text,
  unit: text,
  tolerated: number,
  status: oneOf('held', 'broken', 'no-data'),
  worst: optional(number),
  before: optional(number),
  experiment: optional(number),
  control: optional(number),
  points: list(record<{ readonly atMs: number; readonly value: number }>({ atMs: number, value: number })),
};
const times: Fields<Times> = {
  detectSeconds: optional(number),
  abortSeconds: optional(number),
  stopSeconds: optional(number),
  recoverSeconds: optional(number),
};

const gameDay: Fields<GameDay> = {
  id: name,
  environment: name,
  drill: name,
  zone: optional(name),
  run: record(owner),
  runUrl: text,
  by: text,
  phase: oneOf(...phases),
  startedAt: instant,
  endedAt: optional(instant),
  preflight: list(record(preflight)),
  before: optional(record(before)),
  expectedTargets: list(record(target)),
  hitTargets: optional(list(record(target))),
  clientToken: text,
  templateId: optional(text),
  templateUpdatedAt: optional(instant),
  experiment: optional(record(experiment)),
  transitions: list(record(transition)),
  abort: optional(record(abort)),
  rollback: list(record(rollback)),
  recovery: list(record(recovery)),
  kpis: list(record(kpi)),
  times: record(times),
  findings: list(text),
  verdict: optional(oneOf(...verdicts)),
  because: optional(text),
  costUsd: number,
  timeRate: number,
  takenOverFrom: list(record(owner)),
  clockSkewSeconds: optional(number),
  issueUrl: optional(text),
};

const past: Fields<PastGameDay> = {
  id: name,
  startedAt: instant,
  zone: optional(name),
  verdict: oneOf(...verdicts),
  because: text,
  times: record(times),
  issueUrl: optional(text),
};

export function parseGameDay(value: unknown): Parsed<GameDay> {
  return parseRecord(value, gameDay);
}

/** What is no past game day is left out: the history is for people, and nothing is done by it. */
export function parseHistory(value: unknown): readonly PastGameDay[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const parsed = parseRecord(one, past);
    return parsed.kind === 'valid' ? [parsed.value] : [];
  });
}

function field<T>(expected: string, read: Field<T>['read']): Field<T> {
  return { expected, isOptional: false, read };
}

function recordOf<T>({ read }: Field<T>): Field<Readonly<Record<string, T>>> {
  return field('an object of such values', (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value).map(([key, each]) => [key, read(each)] as const);
    return entries.every(([, each]) => each !== undefined) ? (Object.fromEntries(entries) as Record<string, T>) : undefined;
  });
}
