// Runs a command as a step: with the step's environment and files, its output listened to.

import { inputEnvironment, stateEnvironment, stepEnvironment } from '../rules/contexts.ts';
import { githubOf, runnerOf } from './job-contexts.ts';
import type { StepResult, StepRuntime } from './runtime.ts';
import { makeStepFiles, processStepFiles } from './step-files.ts';
import { runStepProcess } from './step-process.ts';

type Texts = Readonly<Record<string, string>>;

export interface StepCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly inputs: Texts;
}

export interface CommandResult {
  readonly result: StepResult;
  /** undefined when a signal ended it, or when it could not be started. */
  readonly exitCode: number | undefined;
}

export async function runStepCommand(step: StepRuntime, { command, args, folder, inputs }: StepCommand): Promise<CommandResult> {
  const { job, output, cancelled } = step;
  const files = await makeStepFiles(job);
  const env = environmentOf(step, { ...inputEnvironment(inputs), ...stateEnvironment(step.state), ...files });
  const { clock } = job.run.shared.options;
  const run = { command, args, folder, env, onLine: output.line, cancelled, killed: job.killed, clock, processes: job.processes };
  const { exitCode, problem } = await runStepProcess(run);
  if (job.killed.aborted) return { result: 'failure', exitCode };
  const good = await processStepFiles(step, files);
  if (problem !== undefined) output.annotate('error', `An error occurred trying to start process '${command}': ${problem}`);
  const failed = !good || exitCode !== 0;
  return { result: cancelled.aborted ? 'cancelled' : failed ? 'failure' : 'success', exitCode };
}

/** What the step's process, or what stands in for it, sees as its environment. */
export function environmentOf({ job, scope, env }: StepRuntime, own: Texts): Texts {
  return stepEnvironment({
    base: job.run.shared.options.environment,
    env,
    github: githubOf(scope.contexts),
    runner: runnerOf(scope.contexts),
    paths: job.state.paths,
    own: { ...job.idTokenEnvironment, ...own },
  });
}
