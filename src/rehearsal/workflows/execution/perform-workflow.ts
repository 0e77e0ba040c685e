// Performs the jobs of a workflow: each one as soon as all that it needs has ended.
import { evaluateCondition } from '../language/expressions.ts';
import type { ValueObject } from '../language/values.ts';
import type { Job, Workflow } from '../language/workflow.ts';
import { chainOf, type JobOutcome, jobStatusFunctions, resultWithoutRunning } from '../rules/outcomes.ts';
import type { Permissions } from '../rules/permissions.ts';
import { attempt } from './attempt.ts';
import type { JobEnd } from './perform-job.ts';
import { performMatrix, strategyOf } from './perform-matrix.ts';
import type { JobRecorder, RunRuntime } from './runtime.ts';

/** One workflow that is performed: the run's own, or one that a job of it calls. */
export interface WorkflowFrame {
  readonly run: RunRuntime;
  readonly workflow: Workflow;
  /** github, inputs, vars. */
  readonly contexts: ValueObject;
  readonly secrets: Readonly<Record<string, string>>;
  /** What jobs may do that do not say it. */
  readonly otherwise: Permissions;
  /** Of a called workflow: the most that its jobs may do. */
  readonly atMost: Permissions | undefined;
  /** The names of the calling jobs. */
  readonly callers: readonly string[];
  /** The concurrency groups that the run, or a calling job, is in. */
  readonly groups: readonly string[];
  readonly cancelled: AbortSignal;
}

export async function performWorkflow(frame: WorkflowFrame): Promise<ReadonlyMap<string, JobOutcome>> {
  const { jobs } = frame.workflow;
  const byKey = new Map(jobs.map((job) => [job.id, job]));
  const started = new Map<string, Promise<JobOutcome>>();
  // The parser has made sure that there are no circles, and that every need exists.
  const outcomeOf = (key: string): Promise<JobOutcome> => {
    const known = started.get(key);
    if (known) return known;
    const outcome = perform(frame, byKey.get(key) as Job, outcomeOf);
    started.set(key, outcome);
    return outcome;
  };
  const ended = await Promise.allSettled(jobs.map(({ id }) => outcomeOf(id)));
  // A bug in one job must not leave the others running behind its back.
  const bug = ended.find((job) => job.status === 'rejected');
  if (bug) throw bug.reason;
  return new Map(await Promise.all(jobs.map(async ({ id }) => [id, await outcomeOf(id)] as const)));
}

async function perform(frame: WorkflowFrame, job: Job, outcomeOf: (key: string) => Promise<JobOutcome>): Promise<JobOutcome> {
  const needed = await Promise.all(job.needs.map(outcomeOf));
  const chain = chainOf(needed);
  const needs = Object.fromEntries(job.needs.map((key, at) => [key, resultAndOutputs(needed[at])]));
  const contexts: ValueObject = { ...frame.contexts, needs };
  const holds = (cancelled: boolean): boolean =>
    evaluateCondition(job.condition, { contexts, functions: jobStatusFunctions(chain, cancelled) });
  // A job that is not performed is recorded under the name that it has in its file.
  const recorder = lazyRecorder(frame, job, typeof job.name === 'string' ? job.name : job.id);
  const wasCancelled = frame.cancelled.aborted;
  const plan = attempt(recorder, () => (holds(wasCancelled) ? strategyOf(job, contexts) : 'not now'));
  if (plan === undefined || plan === 'not now') {
    const result = plan === undefined ? 'failure' : resultWithoutRunning(chain, wasCancelled);
    recorder().end(result, {});
    return withChain(job, chain, { result, outputs: {} });
  }
  const link = linkCancellation(frame.cancelled, () => attempt(recorder, () => holds(true)) === true);
  try {
    return withChain(job, chain, await performMatrix({ frame, job, contexts, cancelled: link.cancelled }, plan));
  } finally {
    link.end();
  }
}

/** A job whose condition holds in a cancelled run, too, is not cancelled with it. */
function linkCancellation(runCancelled: AbortSignal, staysAlive: () => boolean) {
  const controller = new AbortController();
  const onCancel = (): void => {
    if (!staysAlive()) controller.abort();
  };
  if (!runCancelled.aborted) runCancelled.addEventListener('abort', onCancel, { once: true });
  return { cancelled: controller.signal, end: () => runCancelled.removeEventListener('abort', onCancel) };
}

function withChain({ id }: Job, chain: JobOutcome['chain'], end: JobEnd): JobOutcome {
  return { ...end, chain: new Map([...chain, [id, end.result]]) };
}

function resultAndOutputs(outcome: JobOutcome | undefined): ValueObject {
  return { result: outcome?.result ?? null, outputs: outcome?.outputs ?? {} };
}

/** Adds the job to the run's record at the first use. */
export function lazyRecorder({ run, callers }: WorkflowFrame, { id }: Job, name: string): () => JobRecorder {
  let recorder: JobRecorder | undefined;
  return () => {
    recorder ??= run.record.addJob({
      id: run.shared.nextJobId(),
      key: id,
      name: [...callers, name].join(' / '),
      run: run.identity,
    });
    return recorder;
  };
}
