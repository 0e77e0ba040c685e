// Runs the workflows of a repository on this machine, as GitHub would: an event comes in, finished runs come out.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Groups, openGroups } from './execution/concurrency.ts';
import { openIdTokens } from './execution/id-tokens.ts';
import { performRun, planRun, type RunPlan } from './execution/perform-run.ts';
import { type OpenRun, openRun } from './execution/records.ts';
import type { Shared } from './execution/runtime.ts';
import { parseWorkflowFile } from './language/read-workflow.ts';
import type { Workflow } from './language/workflow.ts';
import type { RunnerOptions } from './options.ts';
import type { NewEvent, WorkflowRun } from './records.ts';
import { artifactStandIns } from './stand-ins/artifacts.ts';
import { refuseUnsupported } from './support.ts';
import type { WorkflowEvent } from './triggers/event.ts';
import { decideTrigger } from './triggers/triggers.ts';

export interface Runner {
  /**
   * Runs every workflow that the event triggers, side by side, and resolves when the last run has ended.
   *
   * @throws `workflow/invalid`, `workflow/bad-inputs`; `workflow/unsupported` for what the runner cannot do: before
   * anything runs when the workflow shows it, otherwise when the runs have ended
   */
  dispatch(event: WorkflowEvent): Promise<readonly WorkflowRun[]>;
  /** Runs all jobs of a finished run again, as its next attempt. */
  rerun(runId: number): Promise<WorkflowRun>;
  /** Every run so far, the latest attempt of each. */
  runs(): readonly WorkflowRun[];
  /** Also false for a run that does not exist. */
  isRunning(runId: number): boolean;
  /** As the button at GitHub: steps are asked to end; always() and post steps still run. */
  cancel(runId: number): void;
  /** The machines of all its jobs die at once: processes are killed, nothing more runs on them, and the jobs have failed. */
  killRun(runId: number): void;
  /** The folder of an artifact that a run uploaded. */
  artifactFolder(runId: number, name: string): string;
  /** Cancels what still runs, waits for it, and stops the server for ID tokens. */
  close(): Promise<void>;
}

interface Entry {
  readonly plan: RunPlan;
  readonly record: OpenRun;
  readonly cancel: AbortController;
  readonly killers: Set<() => void>;
  readonly ended: Promise<void>;
}

export function openRunner(options: RunnerOptions): Runner {
  const artifacts = join(options.temporaryFolder, 'artifacts');
  const shared = share(options, openGroups(), artifacts);
  const killAll = (): void => {
    for (const kill of shared.onExit) kill();
  };
  process.once('exit', killAll);
  const entries = new Map<number, Entry>();
  const numbers = new Map<string, number>();
  const inTurn = queue();

  const start = (plan: RunPlan): Entry => {
    const cancel = new AbortController();
    const killers = new Set<() => void>();
    const record = openRun(plan.identity, shared.emit);
    const cancelled = AbortSignal.any([cancel.signal, options.signal]);
    const ended = performRun(shared, plan, record, { cancelled, cancel: () => cancel.abort(), killers });
    const entry = { plan, record, cancel, killers, ended };
    entries.set(plan.identity.id, entry);
    return entry;
  };
  const runs = (): readonly WorkflowRun[] => [...entries.values()].map(({ record }) => record.run);
  const planNew = (workflow: Workflow, event: WorkflowEvent): RunPlan => {
    const number = (numbers.get(workflow.file) ?? 0) + 1;
    const plan = planRun(shared, workflow, event, { id: shared.nextRunId(), number, attempt: 1 });
    numbers.set(workflow.file, number);
    return plan;
  };
  const startTriggered = async (event: WorkflowEvent): Promise<readonly Entry[]> => {
    await mkdir(options.temporaryFolder, { recursive: true });
    const triggered = await readTriggered(event);
    for (const workflow of triggered) refuseUnsupported(workflow, shared.standIns, options.findAction);
    return triggered.map((workflow) => planNew(workflow, event)).map(start);
  };
  const entryOf = (runId: number): Entry => {
    const entry = entries.get(runId);
    if (entry === undefined) throw new Error(`there is no run ${runId}`);
    return entry;
  };

  return {
    dispatch: async (event) => settle(await inTurn(() => startTriggered(event))),
    rerun: async (runId) => {
      const { plan, ended } = entryOf(runId);
      await ended;
      const { id, number, attempt } = plan.identity;
      const [run] = await settle([start(planRun(shared, plan.workflow, plan.event, { id, number, attempt: attempt + 1 }))]);
      return run as WorkflowRun;
    },
    runs,
    isRunning: (runId) => runs().some(({ id, status }) => id === runId && status !== 'completed'),
    cancel: (runId) => entryOf(runId).cancel.abort(),
    killRun: (runId) => {
      for (const kill of entryOf(runId).killers) kill();
    },
    artifactFolder: (runId, name) => join(artifacts, String(runId), name),
    close: async () => {
      for (const { cancel } of entries.values()) cancel.abort();
      await Promise.allSettled([...entries.values()].map(({ ended }) => ended));
      await shared.idTokens.stop();
      process.off('exit', killAll);
    },
  };
}

function share(options: RunnerOptions, groups: Groups, artifacts: string): Shared & { readonly nextRunId: () => number } {
  const { clock, repository, randomId } = options;
  return {
    options,
    groups,
    standIns: { ...artifactStandIns(artifacts), ...options.standIns },
    idTokens: openIdTokens({ repository, clock, randomId }),
    nextRunId: counter(),
    nextJobId: counter(),
    onExit: new Set(),
    emit: (event: NewEvent) => options.onEvent({ ...event, atMs: clock.nowMs() }),
  };
}

/** Runs start in the order of their events, however long each takes to read: who waits in a group depends on it. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

async function readTriggered(event: WorkflowEvent): Promise<readonly Workflow[]> {
  const files = (await readdir(event.workflowsFolder)).filter((file) => /\.ya?ml$/.test(file)).sort();
  const workflows = await Promise.all(
    files.map(async (file) => parseWorkflowFile(file, await readFile(join(event.workflowsFolder, file), 'utf8'))),
  );
  return workflows.filter((workflow) => decideTrigger(workflow, event).kind === 'runs').map((workflow) => workflow.read());
}

async function settle(entries: readonly Entry[]): Promise<readonly WorkflowRun[]> {
  const ended = await Promise.allSettled(entries.map((entry) => entry.ended));
  const bug = ended.find((end) => end.status === 'rejected');
  if (bug) throw bug.reason;
  const refusal = entries.flatMap(({ record }) => record.refusals)[0];
  if (refusal !== undefined) throw refusal;
  return entries.map(({ record }) => record.run);
}
