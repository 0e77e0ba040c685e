// The lease: the one document that says what a preview is, how far its last run came, and when it goes.

import {
  commit,
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
import type { RunIdentity } from '../../ports/workflow-runs.ts';
import type { Shape } from '../plan/preview-decision.ts';
import { type StepName, safeSteps, stepNames } from './steps.ts';

export type LeaseStatus = 'queued' | 'deploying' | 'live' | 'failed' | 'destroying';

export interface Lease {
  readonly pullRequest: number;
  readonly headSha: string;
  readonly shape: Shape;
  /** Why it has this shape. */
  readonly reason: string;
  /** Of a shared preview that is not queued. */
  readonly slot?: number;
  readonly image: string;
  /** Of the plan that was commented: of the platform where the preview is isolated, else of the service. */
  readonly digest: string;
  readonly url?: string;
  /** What it costs, in words. */
  readonly cost?: string;
  readonly status: LeaseStatus;
  /** What is being done, or was when the run died or failed. */
  readonly step: StepName;
  /** Shapes that earlier runs, which died, may have left something of; gone when somebody has looked. */
  readonly unswept?: readonly Shape[];
  /** Who wrote this last. */
  readonly run: RunIdentity;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly expiresAt: string;
  readonly deploymentId?: number;
  readonly failure?: RecordedFailure;
}

export interface RecordedFailure {
  readonly code: string;
  readonly what: string;
  readonly next: string;
}

const failureFields: Fields<RecordedFailure> = { code: text, what: text, next: text };

const fields: Fields<Lease> = {
  pullRequest: wholeNumber,
  headSha: commit,
  shape: oneOf('shared', 'isolated'),
  reason: text,
  slot: optional(wholeNumber),
  image: text,
  digest: text,
  url: optional(text),
  cost: optional(text),
  status: oneOf('queued', 'deploying', 'live', 'failed', 'destroying'),
  step: oneOf(...stepNames),
  unswept: optional(list(oneOf('shared', 'isolated'))),
  run: record<RunIdentity>({ runId: wholeNumber, attempt: wholeNumber }),
  createdAt: instant,
  updatedAt: instant,
  expiresAt: instant,
  deploymentId: optional(wholeNumber),
  failure: optional(record(failureFields)),
};

/** @param pullRequest whose lease it should be: one that was copied from another is corrupt */
export function parseLease(value: unknown, pullRequest: number): Parsed<Lease> {
  const parsed = parseRecord(value, fields);
  if (parsed.kind === 'valid' && parsed.value.pullRequest !== pullRequest) {
    return { kind: 'corrupt', problems: [`pullRequest: expected ${pullRequest}`] };
  }
  return parsed;
}

/** Shapes of which there may be something that no state knows of. */
export function unsweptShapes({ step, shape, unswept = [] }: Lease): readonly Shape[] {
  return [...new Set([...unswept, ...(safeSteps.includes(step) ? [] : [shape])])];
}

export function addSeconds(instantThen: Date, seconds: number): string {
  return new Date(instantThen.getTime() + seconds * 1000).toISOString();
}
