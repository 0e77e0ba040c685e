// Performs a job with steps on a machine of its own: a fresh workspace, a token, its time, and a clean end.
import { evaluate, evaluateNumber, evaluateText, evaluateTexts, type Scope } from '../language/expressions.ts';
import { isMapping, type Template } from '../language/template.ts';
import { unsupported } from '../language/unsupported.ts';
import { isArray, type ValueObject } from '../language/values.ts';
import type { StepsJob } from '../language/workflow.ts';
import type { Result } from '../records.ts';
import type { Masker } from '../rules/mask.ts';
import type { Permissions } from '../rules/permissions.ts';
import { attempt } from './attempt.ts';
import { type Machine, openMachine } from './machine.ts';
import type { Frame, JobRecorder, JobRuntime, RunRuntime } from './runtime.ts';
import { performPosts, performSteps } from './steps.ts';

type Texts = Readonly<Record<string, string>>;

export interface JobAssignment {
  readonly run: RunRuntime;
  readonly recorder: JobRecorder;
  readonly job: StepsJob;
  readonly workflowFile: string;
  /** `env` of the workflow. */
  readonly workflowEnv: Template | undefined;
  readonly workflowDefaults: ReadonlyMap<string, Template>;
  readonly contexts: ValueObject;
  readonly secrets: Texts;
  readonly permissions: Permissions;
  readonly environment: string | undefined;
  readonly cancelled: AbortSignal;
}

export interface JobEnd {
  readonly result: Result;
  readonly outputs: Texts;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idtimeout-minutes */
const defaultTimeoutMinutes = 360;
/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
const minutesToEndAfterCancel = 5;

const failedJob: JobEnd = { result: 'failure', outputs: {} };

export async function performJob(assignment: JobAssignment): Promise<JobEnd> {
  const { recorder, job, contexts, permissions, environment } = assignment;
  const labels = attempt(
    () => recorder,
    () => labelsOf(job, { contexts }),
  );
  if (labels === undefined) return failedJob;
  recorder.start(permissions, labels, environment);
  const machine = await openMachine(assignment);
  try {
    return await onMachine(machine, assignment);
  } finally {
    await machine.close();
  }
}

function labelsOf({ runsOn, id }: StepsJob, scope: Scope): readonly string[] {
  const value = evaluate(runsOn, scope);
  const labels = (isArray(value) ? value : [value]).map(String);
  const other = labels.find((label) => /windows|macos/i.test(label));
  if (other !== undefined) throw unsupported(`job ${id}`, `the runner ${other}: it is a Linux machine`);
  return labels;
}

async function onMachine(machine: Machine, assignment: JobAssignment): Promise<JobEnd> {
  const { job, workflowEnv, workflowDefaults } = assignment;
  const recorder = masked(assignment.recorder, machine.masker);
  const scope = { contexts: machine.contexts };
  const prepared = attempt(
    () => recorder,
    () => ({
      env: { ...evaluateTexts(workflowEnv, scope), ...evaluateTexts(job.env, scope) },
      timeoutMinutes: evaluateNumber(job.timeoutMinutes, scope, defaultTimeoutMinutes),
    }),
  );
  if (prepared === undefined) return failedJob;
  const control = openControl({ ...assignment, recorder }, prepared.timeoutMinutes);
  const runtime: JobRuntime = {
    ...assignment,
    ...machine,
    recorder,
    cancelled: control.cancelled,
    killed: control.killed,
    defaults: {
      shell: job.defaults.get('shell') ?? workflowDefaults.get('shell'),
      workingDirectory: job.defaults.get('working-directory') ?? workflowDefaults.get('working-directory'),
    },
    state: { status: 'success', env: prepared.env, paths: [], posts: [], stepNumber: 0, fileNumber: 0 },
  };
  const becomeCancelled = (): void => {
    runtime.state.status = 'cancelled';
  };
  // First of all listeners: conditions that are looked at again must see it.
  control.cancelled.addEventListener('abort', becomeCancelled, { once: true });
  if (control.cancelled.aborted) becomeCancelled();
  try {
    return await stepsAndEnd(runtime, { ...assignment, recorder }, control);
  } finally {
    control.end();
  }
}

/** What goes wrong with a template may show what went into it. */
function masked(recorder: JobRecorder, { mask }: Masker): JobRecorder {
  return {
    ...recorder,
    annotate: (level, message, properties, step) => recorder.annotate(level, mask(message), properties, step),
  };
}

async function stepsAndEnd(runtime: JobRuntime, assignment: JobAssignment, { died }: Control): Promise<JobEnd> {
  const { job, environment, recorder } = assignment;
  const frame: Frame = { composite: undefined, steps: {}, status: 'success' };
  if (environment !== undefined) recorder.deploy('in_progress', environment, '');
  await performSteps(runtime, frame, job.steps);
  await performPosts(runtime);
  const { state, masker } = runtime;
  const scope = { contexts: { ...runtime.contexts, env: state.env, steps: frame.steps, job: { status: state.status } } };
  const outputs = runtime.killed.aborted
    ? {}
    : attempt(
        () => recorder,
        () => outputsOf(runtime, job, scope),
      );
  const url =
    attempt(
      () => recorder,
      () => environmentUrl(job, scope),
    ) ?? '';
  if (outputs === undefined && state.status === 'success') state.status = 'failure';
  const result = died() ? 'failure' : state.status;
  if (environment !== undefined) recorder.deploy(result === 'success' ? 'success' : 'failure', environment, masker.mask(url));
  return { result, outputs: outputs ?? {} };
}

/** An output that would show a secret to other jobs is left out, as GitHub does it. */
function outputsOf({ masker, recorder }: JobRuntime, job: StepsJob, scope: Scope): Texts {
  const all = Object.entries(evaluateTexts(job.outputs, scope));
  for (const [name, value] of all) {
    if (masker.hides(value)) recorder.annotate('warning', `Skip output '${name}' since it may contain secret.`, {});
  }
  return Object.fromEntries(all.filter(([, value]) => !masker.hides(value)));
}

function environmentUrl({ environment }: StepsJob, scope: Scope): string {
  return isMapping(environment) ? evaluateText(environment.get('url'), scope) : '';
}

interface Control {
  readonly cancelled: AbortSignal;
  readonly killed: AbortSignal;
  /** The runner died, rather than being cancelled for too long. */
  died(): boolean;
  end(): void;
}

/** Watches the job's time, and that it does come to an end once it is cancelled. */
function openControl({ run, recorder, cancelled }: JobAssignment, timeoutMinutes: number): Control {
  const { clock } = run.shared.options;
  const timeOver = new AbortController();
  const kill = new AbortController();
  const done = new AbortController();
  let died = false;
  const all = AbortSignal.any([cancelled, timeOver.signal]);
  const die = (): void => {
    died = true;
    kill.abort();
  };
  run.killers.add(die);
  void clock.wait(timeoutMinutes * 60_000, done.signal).then(() => {
    if (done.signal.aborted || all.aborted) return;
    recorder.annotate('error', `The job has exceeded the maximum execution time of ${timeoutMinutes} minutes.`, {});
    timeOver.abort();
  });
  const hurry = (): void =>
    void clock.wait(minutesToEndAfterCancel * 60_000, done.signal).then(() => {
      if (!done.signal.aborted) kill.abort();
    });
  all.addEventListener('abort', hurry, { once: true });
  return {
    cancelled: all,
    killed: kill.signal,
    died: () => died,
    end: () => {
      done.abort();
      all.removeEventListener('abort', hurry);
      run.killers.delete(die);
    },
  };
}
