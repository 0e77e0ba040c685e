// Performs one combination of a job: waits for its turn and its environment, then runs its steps or calls its workflow.
import { evaluateBoolean, evaluateText, type Scope } from '../language/expressions.ts';
import { isMapping, type Template } from '../language/template.ts';
import { refuseUnknownKeys } from '../language/unsupported.ts';
import { isObject, type Value, type ValueObject } from '../language/values.ts';
import type { Job, StepsJob } from '../language/workflow.ts';
import { computePermissions, type Permissions, refuseEscalation } from '../rules/permissions.ts';
import { isFromFork } from '../triggers/event.ts';
import { attempt, attemptAsync } from './attempt.ts';
import { evaluateConcurrency, type Wish, waitForTurn, whenAborted } from './concurrency-turn.ts';
import { performCalled } from './perform-called.ts';
import { type JobEnd, performJob } from './perform-job.ts';
import { lazyRecorder, type WorkflowFrame } from './perform-workflow.ts';
import type { JobRecorder } from './runtime.ts';

export interface Leg {
  readonly frame: WorkflowFrame;
  readonly job: Job;
  readonly contexts: ValueObject;
  readonly matrix: ValueObject;
  readonly cancelled: AbortSignal;
}

export interface LegPlan {
  readonly name: string;
  readonly wish: Wish | undefined;
  readonly permissions: Permissions;
  readonly environment: string | undefined;
  readonly continueOnError: boolean;
}

/** Its record comes into being at the first use: GitHub shows a called workflow by its own jobs. */
type Recorder = () => JobRecorder;

export async function performLeg(leg: Leg): Promise<JobEnd> {
  const { frame, job, contexts } = leg;
  const unnamed = lazyRecorder(frame, job, job.id);
  const plan = attempt(unnamed, () => planOf(leg, { contexts }));
  if (plan === undefined) return endHere(unnamed, 'failure');
  const end = await inTurn(leg, plan, lazyRecorder(frame, job, plan.name));
  return end.result === 'failure' && plan.continueOnError ? { ...end, result: 'success' } : end;
}

function endHere(recorder: Recorder, result: 'failure' | 'cancelled', because?: string): JobEnd {
  if (because !== undefined) recorder().annotate('error', because, {});
  recorder().end(result, {});
  return { result, outputs: {} };
}

/** `job (a, b)` unless the job names itself. */
function legName({ job, matrix, contexts }: Leg): string {
  if (job.name !== undefined) return evaluateText(job.name, { contexts });
  const values = Object.values(matrix).flatMap(leaves);
  return values.length === 0 ? job.id : `${job.id} (${values.join(', ')})`;
}

function leaves(value: Value): readonly string[] {
  return isObject(value)
    ? Object.values(value).flatMap(leaves)
    : [typeof value === 'object' ? JSON.stringify(value) : String(value)];
}

/** @throws what the evaluation of the job's settings throws */
function planOf(leg: Leg, scope: Scope): LegPlan {
  const { frame, job } = leg;
  const { run, workflow, otherwise, atMost } = frame;
  const facts = { ofJob: job.permissions, ofWorkflow: workflow.permissions, otherwise, fromFork: isFromFork(run.event) };
  const permissions = computePermissions(facts);
  if (atMost !== undefined) refuseEscalation(workflow.file, permissions, atMost);
  return {
    name: legName(leg),
    wish: evaluateConcurrency(job.concurrency, scope),
    permissions,
    environment: job.kind === 'steps' ? environmentName(job, scope) : undefined,
    continueOnError: job.kind === 'steps' && evaluateBoolean(job.continueOnError, scope, false),
  };
}

function environmentName({ id, environment }: StepsJob, scope: Scope): string | undefined {
  if (environment === undefined) return undefined;
  if (isMapping(environment)) refuseUnknownKeys(environment, ['name', 'url'], `job ${id}, environment`);
  const name: Template | undefined = isMapping(environment) ? environment.get('name') : environment;
  return evaluateText(name, scope) || undefined;
}

async function inTurn(leg: Leg, plan: LegPlan, recorder: Recorder): Promise<JobEnd> {
  const { frame, cancelled } = leg;
  if (cancelled.aborted) return endHere(recorder, 'cancelled');
  const { wish } = plan;
  if (wish === undefined) return afterApproval(leg, plan, recorder);
  const group = wish.group.toLowerCase();
  if (frame.groups.includes(group)) return endHere(recorder, 'cancelled', deadlock(wish.group, leg.job.id));
  const superseded = new AbortController();
  const cancel = (reason: string): void => {
    recorder().annotate('error', reason, {});
    superseded.abort();
  };
  const onWait = (): void => recorder().wait('group', wish.group);
  const turn = await waitForTurn({ groups: frame.run.shared.groups, wish, cancelled, cancel, onWait });
  if (turn.kind === 'refused') return endHere(recorder, 'cancelled', turn.because);
  const inside = { ...frame, groups: [...frame.groups, group] };
  try {
    const signal = AbortSignal.any([cancelled, superseded.signal]);
    return await afterApproval({ ...leg, frame: inside, cancelled: signal }, plan, recorder);
  } finally {
    turn.leave();
  }
}

function deadlock(group: string, job: string): string {
  return `Canceling since a deadlock was detected for concurrency group: '${group}' between a top level workflow and '${job}'`;
}

/** Whoever needs an environment asks for it first. */
async function afterApproval(leg: Leg, plan: LegPlan, recorder: Recorder): Promise<JobEnd> {
  const { job } = leg;
  const decision = await askForEnvironment(leg, plan, recorder);
  if (decision === 'aborted') return endHere(recorder, 'cancelled', 'The operation was canceled.');
  if (decision === 'rejected') return endHere(recorder, 'failure', `The deployment to ${plan.environment} was rejected.`);
  if (job.kind === 'call') {
    const end = await attemptAsync(recorder, () => performCalled(leg, job, plan));
    return end ?? endHere(recorder, 'failure');
  }
  const end = await performHere(leg, job, plan, recorder());
  recorder().end(end.result, end.outputs);
  return end;
}

async function askForEnvironment({ frame, cancelled }: Leg, { environment }: LegPlan, recorder: Recorder) {
  const { onEnvironment } = frame.run.shared.options;
  if (environment === undefined || onEnvironment === undefined) return 'approved';
  recorder().wait('environment', environment);
  const asked = new AbortController();
  const signal = AbortSignal.any([cancelled, asked.signal]);
  const decision = onEnvironment({ environment, job: recorder().identity, signal });
  return Promise.race([decision, whenAborted(cancelled)]).finally(() => asked.abort());
}

function performHere(leg: Leg, job: StepsJob, plan: LegPlan, recorder: JobRecorder): Promise<JobEnd> {
  const { frame, contexts, cancelled } = leg;
  const { run, workflow } = frame;
  const { environments = {} } = run.shared.options;
  const own = plan.environment === undefined ? {} : (environments[plan.environment] ?? {});
  return performJob({
    run,
    recorder,
    job,
    workflowFile: workflow.file,
    workflowEnv: workflow.env,
    workflowDefaults: workflow.defaults,
    contexts: { ...contexts, vars: { ...(isObject(contexts.vars) ? contexts.vars : {}), ...own.variables } },
    secrets: { ...frame.secrets, ...(isFromFork(run.event) ? {} : own.secrets) },
    permissions: plan.permissions,
    environment: plan.environment,
    cancelled,
  });
}
