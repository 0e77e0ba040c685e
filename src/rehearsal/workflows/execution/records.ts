// Keeps the record of a run while it happens, and tells every step of it as an event.
import { isFailure } from '../../../define/failure.ts';
import type {
  Annotation,
  JobIdentity,
  JobRecord,
  NewEvent,
  Result,
  RunIdentity,
  Status,
  StepRecord,
  WorkflowRun,
} from '../records.ts';
import type { Permissions } from '../rules/permissions.ts';
import type { JobRecorder, RunRecorder } from './runtime.ts';

type Mutable<Record> = { -readonly [Key in keyof Record]: Record[Key] };

export interface OpenRun extends RunRecorder {
  readonly run: WorkflowRun;
  /** What the runner did not support. */
  readonly refusals: readonly Error[];
  setStatus(status: Status): void;
  end(conclusion: Result): void;
}

export function openRun(identity: RunIdentity, emit: (event: NewEvent) => void): OpenRun {
  const jobs: JobRecord[] = [];
  const run: Mutable<WorkflowRun> = { ...identity, status: 'queued', conclusion: undefined, jobs };
  const refusals: Error[] = [];
  const refuse = (error: unknown): void => {
    if (!isFailure(error)) throw error;
    refusals.push(error);
    emit({ kind: 'refused', run: identity, failure: error });
  };
  return {
    run,
    refusals,
    setStatus: (status) => {
      run.status = status;
    },
    end: (conclusion) => {
      run.status = 'completed';
      run.conclusion = conclusion;
      emit({ kind: 'run-ended', run: identity, conclusion });
    },
    addJob: (job) => {
      const { record, recorder } = openJob(job, emit, refuse);
      jobs.push(record);
      return recorder;
    },
  };
}

function openJob(identity: JobIdentity, emit: (event: NewEvent) => void, refuse: (error: unknown) => void) {
  const steps: Mutable<StepRecord>[] = [];
  const annotations: Annotation[] = [];
  const record: Mutable<JobRecord> = {
    ...identity,
    status: 'queued',
    conclusion: undefined,
    permissions: {},
    environment: undefined,
    outputs: {},
    steps,
    annotations,
    summary: '',
  };
  const job = identity;
  const recorder: JobRecorder = {
    identity,
    refuse,
    wait: (what, name) => {
      record.status = 'waiting';
      emit({ kind: 'job-waiting', job, for: what, name });
    },
    start: (permissions: Permissions, labels, environment) => {
      Object.assign(record, { status: 'in_progress', permissions, environment });
      emit({ kind: 'job-started', job, permissions, labels });
    },
    end: (conclusion, outputs) => {
      Object.assign(record, { status: 'completed', conclusion, outputs });
      emit({ kind: 'job-ended', job, conclusion, outputs });
    },
    annotate: (level, message, properties, step) => {
      const annotation = { level, message, properties };
      annotations.push(annotation);
      emit({ kind: 'annotation', job, step, annotation });
    },
    deploy: (state, environment, url) => emit({ kind: 'deployment', job, environment, state, url }),
    startStep: (step) => {
      steps.push({ ...step, outcome: undefined, conclusion: undefined });
      emit({ kind: 'step-started', job, step });
    },
    endStep: (step, outcome, conclusion) => {
      const found = steps.find(({ number }) => number === step.number);
      if (found) Object.assign(found, { outcome, conclusion });
      emit({ kind: 'step-ended', job, step, outcome, conclusion });
    },
    line: (step, text) => emit({ kind: 'line', job, step, text }),
    standIn: (step, uses, about) => emit({ kind: 'stand-in', job, step, uses, about }),
    summarize: (step, markdown) => {
      record.summary += markdown.endsWith('\n') ? markdown : `${markdown}\n`;
      emit({ kind: 'summary', job, step, markdown });
    },
  };
  return { record, recorder };
}
