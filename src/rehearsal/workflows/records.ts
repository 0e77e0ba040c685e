// What there is to see of a workflow run: its records, and the events that lead to them.
import type { Failure } from '../../define/failure.ts';
import type { Permissions } from './rules/permissions.ts';

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface RunIdentity {
  readonly id: number;
  /** Counts the runs of one workflow. */
  readonly number: number;
  readonly attempt: number;
  /** The workflow's name, and its file inside of `.github/workflows`. */
  readonly workflow: string;
  readonly file: string;
  /** What GitHub shows as the run's title. */
  readonly title: string;
  readonly event: string;
  readonly actor: string;
  readonly sha: string;
  readonly ref: string;
}

export interface JobIdentity {
  /** Unique over all runs. */
  readonly id: number;
  /** The job's key in its file. */
  readonly key: string;
  /** As GitHub shows it: with the combination of its matrix, and behind the job that calls its workflow. */
  readonly name: string;
  readonly run: RunIdentity;
}

export interface StepIdentity {
  readonly number: number;
  readonly name: string;
  readonly id: string | undefined;
}

export type Status = 'queued' | 'waiting' | 'in_progress' | 'completed';

/** A live view: it changes until its status is `completed`. */
export interface WorkflowRun extends RunIdentity {
  readonly status: Status;
  readonly conclusion: Result | undefined;
  readonly jobs: readonly JobRecord[];
}

export interface JobRecord extends JobIdentity {
  readonly status: Status;
  /** What GitHub shows; a job with continue-on-error counts as success for the run all the same. */
  readonly conclusion: Result | undefined;
  /** Of the jobs that ran: what their token could do. */
  readonly permissions: Permissions;
  readonly environment: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRecord[];
  readonly annotations: readonly Annotation[];
  /** What its steps wrote into GITHUB_STEP_SUMMARY, in Markdown. */
  readonly summary: string;
}

export interface StepRecord extends StepIdentity {
  readonly outcome: Result | undefined;
  readonly conclusion: Result | undefined;
}

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  readonly message: string;
  /** `file`, `line`, `endLine`, `col`, `endColumn`, `title`, as the step gave them. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Every text in it is masked. */
export type RunEvent = { readonly atMs: number } & (
  | { readonly kind: 'run-started'; readonly run: RunIdentity }
  | { readonly kind: 'run-ended'; readonly run: RunIdentity; readonly conclusion: Result }
  | { readonly kind: 'run-waiting'; readonly run: RunIdentity; readonly group: string }
  | { readonly kind: 'job-waiting'; readonly job: JobIdentity; readonly for: 'group' | 'environment'; readonly name: string }
  | {
      readonly kind: 'job-started';
      readonly job: JobIdentity;
      readonly permissions: Permissions;
      readonly labels: readonly string[];
    }
  | {
      readonly kind: 'job-ended';
      readonly job: JobIdentity;
      readonly conclusion: Result;
      readonly outputs: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'deployment';
      readonly job: JobIdentity;
      readonly environment: string;
      readonly state: 'in_progress' | 'success' | 'failure';
      readonly url: string;
    }
  | { readonly kind: 'step-started'; readonly job: JobIdentity; readonly step: StepIdentity }
  | {
      readonly kind: 'step-ended';
      readonly job: JobIdentity;
      readonly step: StepIdentity;
      readonly outcome: Result;
      readonly conclusion: Result;
    }
  | { readonly kind: 'line'; readonly job: JobIdentity; readonly step: StepIdentity; readonly text: string }
  | {
      readonly kind: 'stand-in';
      readonly job: JobIdentity;
      readonly step: StepIdentity;
      readonly uses: string;
      readonly about: string;
    }
  | {
      readonly kind: 'annotation';
      readonly job: JobIdentity;
      readonly step: StepIdentity | undefined;
      readonly annotation: Annotation;
    }
  | { readonly kind: 'summary'; readonly job: JobIdentity; readonly step: StepIdentity; readonly markdown: string }
  | { readonly kind: 'refused'; readonly run: RunIdentity; readonly failure: Failure }
);

/** An event before it gets its time. */
export type NewEvent = RunEvent extends infer Event ? (Event extends RunEvent ? Omit<Event, 'atMs'> : never) : never;
