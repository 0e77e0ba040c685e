// Runs one action in the runner: inputs in, outputs and summary out, failures as annotations, cancellation as a signal.
import * as core from '@actions/core';
import { type ActionContract, type InputsOf, type OutputName, parseInputs } from '../../define/contract.ts';
import { isFailure } from '../../define/failure.ts';
import type { Progress } from '../../ports/progress.ts';
import { cancelledBySignal } from '../process/signals.ts';
import { type JobContext, readJobContext } from './job-context.ts';

export interface ActionRun<C extends ActionContract> {
  readonly inputs: InputsOf<C>;
  readonly context: JobContext;
  readonly env: NodeJS.ProcessEnv;
  readonly progress: Progress;
  /** Aborted when the job is cancelled; 7.5 s later the runner is less polite. */
  readonly signal: AbortSignal;
  setOutput(name: OutputName<C>, value: string | number | boolean): void;
  /** Adds Markdown to the page of the run. */
  addSummary(markdown: string): Promise<void>;
}

/** Never throws: what goes wrong ends the step as failed, with words that a person can act on. */
export async function runAction<C extends ActionContract>(
  contract: C,
  body: (run: ActionRun<C>) => Promise<void>,
): Promise<void> {
  const { signal, release } = cancelledBySignal(process);
  try {
    const inputs = parseInputs(contract, (name) => core.getInput(name));
    const context = await readJobContext(process.env);
    await body({
      inputs,
      context,
      env: process.env,
      progress: jobLog,
      signal,
      setOutput: (name, value) => core.setOutput(name, String(value)),
      addSummary: async (markdown) => void (await core.summary.addRaw(markdown, true).write()),
    });
  } catch (error) {
    reportFailure(contract, error);
  } finally {
    release();
  }
}

export const jobLog: Progress = {
  info: (line) => core.info(withoutCommands(line)),
  warning: (text) => core.warning(text),
  group: (title, body) => core.group(title, body),
};

/**
 * Anybody's words may stand in a line; the runner obeys `::command::` where a line begins, and `##[command]` anywhere:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function withoutCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}

/** Of the output, in characters: people read it in one line of a comment. */
const longestFailure = 1000;

function reportFailure({ title, outputs }: ActionContract, error: unknown): void {
  if (isFailure(error)) {
    // Plain text: whoever shows it to people escapes it.
    if ('failure' in outputs) core.setOutput('failure', `${error.message} ${error.next}`.slice(0, longestFailure));
    for (const line of error.details) jobLog.info(line);
    core.error(`${error.message}\n→ ${error.next}\n(${error.code})`, { title });
  } else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    core.error(`This is a bug in opsdeck, not something you did. Please report it with this:\n${stack}`, { title });
  }
  process.exitCode = 1;
}
