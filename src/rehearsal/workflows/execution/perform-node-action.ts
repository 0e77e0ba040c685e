// Performs a JavaScript action: its main file now, its post file when the job ends.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../../define/failure.ts';
import type { ActionRuns } from '../language/workflow.ts';
import { addPost } from './posts.ts';
import type { StepResult, StepRuntime } from './runtime.ts';
import { runStepCommand } from './step-command.ts';

export interface NodeAction {
  readonly uses: string;
  /** The action's folder. */
  readonly path: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly runs: Extract<ActionRuns, { readonly kind: 'node' }>;
}

export async function performNodeAction(step: StepRuntime, action: NodeAction): Promise<StepResult> {
  const { runs, uses } = action;
  // At GitHub, too, it is too late for that: a local action exists only once the repository is checked out.
  if (runs.hasPre) step.output.annotate('warning', `\`pre\` execution is not supported for local action from '${uses}'`);
  const { post } = runs;
  if (post !== undefined) {
    addPost(step, { condition: runs.postCondition, perform: (later) => runFile({ ...later, state: step.state }, action, post) });
  }
  return runFile(step, action, runs.main);
}

async function runFile(step: StepRuntime, { uses, path, inputs }: NodeAction, file: string): Promise<StepResult> {
  const script = join(path, file);
  if ((await stat(script).catch(() => undefined)) === undefined) throw missing(uses, file);
  // Why it failed, an action says itself.
  const { result } = await runStepCommand(step, {
    command: process.execPath,
    args: [script],
    folder: step.job.workspace,
    inputs,
  });
  return result;
}

function missing(uses: string, file: string) {
  return failure({
    code: 'workflow/no-action',
    what: `File not found: '${file}' of the action ${uses}.`,
    next: 'Build the action, and commit its bundle.',
  });
}
