// The parts that an execution is made of, as its steps see them.
import type { Scope } from '../language/expressions.ts';
import type { Expression, Template } from '../language/template.ts';
import type { ValueObject } from '../language/values.ts';
import type { RunnerOptions, StandIn } from '../options.ts';
import type { AnnotationLevel, JobIdentity, NewEvent, Result, RunIdentity, StepIdentity } from '../records.ts';
import type { Masker } from '../rules/mask.ts';
import type { Permissions } from '../rules/permissions.ts';
import type { WorkflowEvent } from '../triggers/event.ts';
import type { Groups } from './concurrency.ts';
import type { IdTokens } from './id-tokens.ts';
import type { JobProcesses } from './step-process.ts';

type Texts = Readonly<Record<string, string>>;

/** What all runs share. */
export interface Shared {
  readonly options: RunnerOptions;
  readonly standIns: Readonly<Record<string, StandIn>>;
  readonly groups: Groups;
  readonly idTokens: IdTokens;
  readonly nextJobId: () => number;
  /** Called when this process ends. */
  readonly onExit: Set<() => void>;
  readonly emit: (event: NewEvent) => void;
}

/** One run. */
export interface RunRuntime {
  readonly shared: Shared;
  readonly identity: RunIdentity;
  readonly event: WorkflowEvent;
  readonly cancelled: AbortSignal;
  /** The runner of every job that is in progress dies when one of these is called. */
  readonly killers: Set<() => void>;
  readonly record: RunRecorder;
}

export interface RunRecorder {
  addJob(identity: JobIdentity): JobRecorder;
}

export interface JobRecorder {
  readonly identity: JobIdentity;
  wait(what: 'group' | 'environment', name: string): void;
  start(permissions: Permissions, labels: readonly string[], environment: string | undefined): void;
  end(conclusion: Result, outputs: Texts): void;
  annotate(level: AnnotationLevel, message: string, properties: Texts, step?: StepIdentity): void;
  deploy(state: 'in_progress' | 'success' | 'failure', environment: string, url: string): void;
  startStep(step: StepIdentity): void;
  endStep(step: StepIdentity, outcome: Result, conclusion: Result): void;
  line(step: StepIdentity, text: string): void;
  standIn(step: StepIdentity, uses: string, about: string): void;
  summarize(step: StepIdentity, markdown: string): void;
  /** Something the runner does not support: it must not pass for a failure of the workflow. */
  refuse(error: unknown): void;
}

export type JobStatus = 'success' | 'failure' | 'cancelled';

/** One job (or one combination of its matrix) on its machine. */
export interface JobRuntime {
  readonly run: RunRuntime;
  readonly recorder: JobRecorder;
  readonly workspace: string;
  readonly temporaryFolder: string;
  readonly masker: Masker;
  readonly token: string;
  readonly processes: JobProcesses;
  readonly defaults: { readonly shell: Template | undefined; readonly workingDirectory: Template | undefined };
  /** github, needs, strategy, matrix, vars, secrets, inputs, runner: what does not change while it runs. */
  readonly contexts: ValueObject;
  /** ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN, when the job may ask for an ID token. */
  readonly idTokenEnvironment: Texts;
  readonly cancelled: AbortSignal;
  readonly killed: AbortSignal;
  readonly state: JobState;
}

/** What steps change. */
export interface JobState {
  status: JobStatus;
  env: Texts;
  /** Put before PATH, the last one first. */
  paths: readonly string[];
  posts: readonly StepSpec[];
  stepNumber: number;
  fileNumber: number;
}

/** Where steps stand: in the job itself, or in a composite action. */
export interface Frame {
  /** The action whose steps these are. */
  readonly composite: Composite | undefined;
  /** The context `steps`. */
  steps: ValueObject;
  /** Of a composite action; the job has its own. */
  status: JobStatus;
}

export interface Composite {
  /** The action's folder. */
  readonly path: string;
  readonly inputs: Texts;
  /** The step that uses the action. */
  readonly parent: StepRuntime;
}

export interface StepSpec {
  readonly identity: StepIdentity;
  /** GITHUB_ACTION. */
  readonly actionName: string;
  readonly condition: Expression;
  readonly env: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  readonly perform: (step: StepRuntime) => Promise<StepResult>;
}

export type StepResult = Exclude<Result, 'skipped'>;

/** One step while it runs. */
export interface StepRuntime {
  readonly job: JobRuntime;
  readonly frame: Frame;
  readonly spec: StepSpec;
  /** The step of the job to which its output belongs: itself, or the one that uses the composite action. */
  readonly root: StepIdentity;
  readonly scope: Scope;
  /** The context `env`: of the workflow, the job and the step. */
  readonly env: Texts;
  /** The part of it that is the step's own (and that of the steps around it). */
  readonly ownEnv: Texts;
  /** The step is cancelled, or its time is over. */
  readonly cancelled: AbortSignal;
  readonly output: StepOutput;
  readonly outputs: Map<string, string>;
  /** Kept between an action's main and post. */
  readonly state: Map<string, string>;
}

export interface StepOutput {
  /** A line that the step printed; it may be a workflow command. */
  readonly line: (text: string) => void;
  readonly annotate: (level: AnnotationLevel, message: string, properties?: Texts) => void;
  /** A workflow command could not be processed: that fails the step, whatever its exit code. */
  readonly failed: () => boolean;
}
