// Runs of the generated workflow of the runbooks, each told from those beside it, and what they leave: journals and files.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunbookJournal } from '../../actions/runbook/engine/journal.ts';
import { journalKey, targetNameOf } from '../../actions/runbook/engine/keys.ts';
import { parseRunbookInputs } from '../../define/runbook-inputs.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import { maintainer } from '../pull-requests/stage.ts';
import type { WorkflowRun } from '../workflows/records.ts';
import { type Operation, unexpected, until, whatJobsSaid } from './operation.ts';
import { environment } from './platform.ts';

export const runbookWorkflow = 'runbook.yml';

export type Inputs = Readonly<Record<string, string>>;

export interface Asked {
  readonly mode: 'plan' | 'run';
  readonly runbook: Runbook;
  readonly inputs: Inputs;
}

/** Presses the button of the workflow. @returns the run that it starts */
export async function start(operation: Operation, { mode, runbook, inputs }: Asked): Promise<WorkflowRun> {
  const { github, runner } = operation.stage;
  const known = new Set(runner.runs().map(({ id }) => id));
  const workflowPath = `.github/workflows/${runbookWorkflow}`;
  github.dispatchWorkflow({
    by: maintainer,
    workflowPath,
    inputs: { mode, runbook: runbook.id, environment, inputs: JSON.stringify(inputs) },
  });
  const title = `Runbook: ${mode} ${runbook.id}`;
  let started: WorkflowRun | undefined;
  await until(operation, `"${title}" has not started`, 30, async () => {
    started = runner.runs().find((run) => run.title === title && !known.has(run.id));
    return started !== undefined;
  });
  if (!started) throw new Error('what has started is known');
  return started;
}

/** As long as a person would wait, in the rehearsal's time. */
const mostMinutes = 90;

/** @returns the run, which has ended */
export async function ended(operation: Operation, { id, title }: WorkflowRun): Promise<WorkflowRun> {
  const read = () => operation.stage.runner.runs().find((run) => run.id === id);
  await until(operation, `"${title}" has not ended`, mostMinutes, async () => read()?.status === 'completed');
  const run = read();
  if (!run) throw new Error('a run that has ended is known');
  return run;
}

export function targetOf(runbook: Runbook, inputs: Inputs): string {
  const parsed = parseRunbookInputs(runbook.inputs, inputs);
  if (parsed.kind === 'bad') throw new Error(`the case of ${runbook.id} gives bad inputs: ${parsed.problems.join('; ')}`);
  return targetNameOf(runbook.target(parsed.values));
}

/** @returns nothing as long as the run has written none */
export async function readJournal(
  { documents }: Pick<Operation, 'documents'>,
  target: string,
  run: Pick<WorkflowRun, 'id'>,
): Promise<RunbookJournal | undefined> {
  const found = (await documents.read(journalKey(environment, target)))?.value as RunbookJournal | undefined;
  return found?.run.runId === run.id ? found : undefined;
}

export interface Kept {
  readonly files: readonly string[];
  /** What a person reads. */
  readonly report: string;
}

/** The artifact that the job has left. */
export async function readKept({ stage: { runner } }: Operation, { id }: WorkflowRun): Promise<Kept> {
  const folder = runner.artifactFolder(id, 'runbook');
  const files = await readdir(folder);
  return { files, report: await readFile(join(folder, 'report.md'), 'utf8') };
}

/** What of a run was otherwise than it should be, with its words and the end of the log. */
export function wrong(operation: Operation, run: WorkflowRun, what: readonly string[], journal?: RunbookJournal) {
  const steps = journal?.steps.map(({ id, state, words = '' }) => `step ${id}: ${state} ${words}`) ?? [];
  const told = journal ? [`journal: ${journal.state}: ${journal.because ?? ''}`, ...steps] : [];
  return unexpected(`${run.title}: ${what.join('; ')}`, [...told, ...whatJobsSaid(operation, [run])]);
}
