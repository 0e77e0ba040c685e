// Performs one step: its environment, its condition, its time, and what becomes of its result.
import { isFailure } from '../../../define/failure.ts';
import {
  evaluateBoolean,
  evaluateCondition,
  evaluateNumber,
  evaluateTexts,
  type Scope,
  type ScopeFunction,
} from '../language/expressions.ts';
import { unsupportedCode } from '../language/unsupported.ts';
import type { ValueObject } from '../language/values.ts';
import type { Result } from '../records.ts';
import { hashFiles } from './hash-files.ts';
import type { Frame, JobRuntime, JobStatus, StepResult, StepRuntime, StepSpec } from './runtime.ts';
import { openStepOutput } from './step-output.ts';

type Texts = Readonly<Record<string, string>>;

/** Steps of the job have records of their own; those of a composite action belong to the step that uses it. */
export async function performStep(job: JobRuntime, frame: Frame, spec: StepSpec): Promise<Result> {
  const { recorder } = job;
  const own = frame.composite === undefined;
  if (own) recorder.startStep(spec.identity);
  const bare = openStep(job, frame, spec);
  const step = guarded(bare, () => withEnv(bare));
  const outcome = step === undefined ? 'failure' : await outcomeOf(step);
  const conclusion = outcome === 'failure' && continues(step ?? bare) ? 'success' : outcome;
  if (spec.identity.id !== undefined) {
    frame.steps = { ...frame.steps, [spec.identity.id]: { outputs: Object.fromEntries(bare.outputs), outcome, conclusion } };
  }
  if (conclusion === 'failure') fail(job, frame);
  if (own) recorder.endStep(spec.identity, outcome, conclusion);
  return conclusion;
}

type OpenStep = Omit<StepRuntime, 'cancelled'>;

function openStep(job: JobRuntime, frame: Frame, spec: StepSpec): OpenStep {
  const root = frame.composite?.parent.root ?? spec.identity;
  const output = openStepOutput({ recorder: job.recorder, step: root, masker: job.masker });
  const ownEnv = frame.composite?.parent.ownEnv ?? {};
  const env = { ...job.state.env, ...ownEnv };
  const scope = scopeOf(job, frame, spec, env);
  return { job, frame, spec, root, output, env, ownEnv, scope, outputs: new Map(), state: new Map() };
}

function withEnv(step: OpenStep): OpenStep {
  const { job, frame, spec } = step;
  const ownEnv = { ...step.ownEnv, ...evaluateTexts(spec.env, step.scope) };
  const env = { ...job.state.env, ...ownEnv };
  return { ...step, env, ownEnv, scope: scopeOf(job, frame, spec, env) };
}

/** What a template or the world refuses, fails the step; what the runner does not support is told apart from that. */
function guarded<Outcome>(step: OpenStep, attempt: () => Outcome): Outcome | undefined {
  try {
    return attempt();
  } catch (error) {
    report(step, error);
    return undefined;
  }
}

function report({ job, output }: OpenStep, error: unknown): void {
  if (!isFailure(error)) throw error;
  if (error.code === unsupportedCode) job.recorder.refuse(error);
  output.annotate('error', error.message);
}

export function scopeOf(job: JobRuntime, frame: Frame, { actionName }: StepSpec, env: Texts): Scope {
  const { composite } = frame;
  const github: ValueObject = {
    ...(job.contexts.github as ValueObject),
    action: actionName,
    ...(composite && { action_path: composite.path, action_status: frame.status }),
  };
  return {
    contexts: {
      ...job.contexts,
      github,
      env,
      steps: frame.steps,
      job: { status: job.state.status },
      ...(composite && { inputs: composite.inputs }),
    },
    functions: statusFunctions(job, frame),
  };
}

/** In a composite action success() and failure() ask for the action's own steps. */
function statusFunctions(job: JobRuntime, frame: Frame): Readonly<Record<string, ScopeFunction>> {
  const status = (): JobStatus => (frame.composite ? frame.status : job.state.status);
  return {
    always: () => true,
    success: () => status() === 'success',
    failure: () => status() === 'failure',
    cancelled: () => job.state.status === 'cancelled',
    hashFiles: (patterns) => hashFiles(job.workspace, patterns.map(String)),
  };
}

function fail({ state }: JobRuntime, frame: Frame): void {
  if (frame.composite) frame.status = 'failure';
  // A job that is cancelled stays so.
  else if (state.status === 'success') state.status = 'failure';
}

async function outcomeOf(step: OpenStep): Promise<Result> {
  try {
    if (!evaluateCondition(step.spec.condition, step.scope)) return 'skipped';
    return await performInTime(step);
  } catch (error) {
    report(step, error);
    return 'failure';
  }
}

/** A running step is cancelled with its job, unless its condition holds for a cancelled job, too. */
async function performInTime(step: OpenStep): Promise<StepResult> {
  const { job, frame, spec } = step;
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const onCancel = (): void => {
    if (guarded(step, () => evaluateCondition(spec.condition, scopeOf(job, frame, spec, step.env))) !== true) end();
  };
  const parent = frame.composite?.parent.cancelled;
  if (parent?.aborted) end();
  parent?.addEventListener('abort', end, { once: true });
  if (!job.cancelled.aborted) job.cancelled.addEventListener('abort', onCancel, { once: true });
  const done = new AbortController();
  const timeOver = limitTime(step, ending, done.signal);
  try {
    return await resultOf({ ...step, cancelled: ending.signal }, timeOver);
  } finally {
    done.abort();
    job.cancelled.removeEventListener('abort', onCancel);
    parent?.removeEventListener('abort', end);
  }
}

/** @returns how many minutes it had, when they are over */
function limitTime({ job, spec, scope }: OpenStep, ending: AbortController, done: AbortSignal): () => number | undefined {
  const minutes = evaluateNumber(spec.timeoutMinutes, scope, 0);
  let over = false;
  if (minutes > 0) {
    void job.run.shared.options.clock.wait(minutes * 60_000, done).then(() => {
      if (done.aborted || ending.signal.aborted) return;
      over = true;
      ending.abort();
    });
  }
  return () => (over ? minutes : undefined);
}

async function resultOf(step: StepRuntime, timeOver: () => number | undefined): Promise<StepResult> {
  const { job, spec, output } = step;
  const result = await spec.perform(step);
  const minutes = timeOver();
  if (minutes !== undefined) {
    output.annotate('error', `The action '${spec.identity.name}' has timed out after ${minutes} minutes.`);
    return 'failure';
  }
  if (step.cancelled.aborted && !job.killed.aborted) {
    output.annotate('error', 'The operation was canceled.');
    return 'cancelled';
  }
  return output.failed() ? 'failure' : result;
}

function continues(step: OpenStep): boolean {
  if (step.job.killed.aborted) return false;
  return guarded(step, () => evaluateBoolean(step.spec.continueOnError, step.scope, false)) ?? false;
}
