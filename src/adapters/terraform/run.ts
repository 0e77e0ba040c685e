// Runs one Terraform command and turns every way it can end badly into a `Failure`.
import type { OnTerraformEvent, TerraformEvent } from '../../ports/terraform.ts';
import type { Binary } from './binary.ts';
import { cancelled } from './cancelled.ts';
import { type Command, diagnose } from './diagnose.ts';
import { parseEvent, type RunSummary, summarize } from './events.ts';
import { type ProcessResult, type ProcessRun, runProcess } from './process.ts';
import type { StopPolicy } from './stop-in-stages.ts';

export interface TerraformSetup {
  readonly binary: Binary;
  /** The working folder: the synthesized stack. */
  readonly folder: string;
  /** All that Terraform and its providers see of the environment, credentials and endpoints included. */
  readonly env: NodeJS.ProcessEnv;
  /** Further variables for one command, asked for just before it starts. */
  readonly variablesFor?: (command: Command) => Promise<Readonly<Record<string, string>>>;
  /** From `writeCliConfig`; it takes the place of the user's own `~/.terraformrc`. */
  readonly cliConfigFile?: string;
  /** How patient a cancellation is; 60 s, then 15 s, when left out. */
  readonly stop?: StopPolicy;
  /** Where the variables of a run lie while it lasts; the system's temporary folder when left out. */
  readonly temporaryFolder?: string;
}

export interface CommandRun {
  readonly command: Command;
  readonly args: readonly string[];
  readonly goodExitCodes?: readonly number[];
  /** Standard error that makes a bad exit code good. */
  readonly alsoGood?: RegExp;
  readonly signal?: AbortSignal;
}

/** For the commands that print one event a line. */
export async function readEvents(
  setup: TerraformSetup,
  { onEvent, ...run }: CommandRun & { readonly onEvent?: OnTerraformEvent },
): Promise<{ readonly exitCode: number | undefined; readonly summary: RunSummary }> {
  const events: TerraformEvent[] = [];
  const onLine = (line: string): void => {
    const event = parseEvent(line);
    if (event === undefined) return;
    events.push(event);
    onEvent?.(event);
  };
  const result = await runProcess(await processRun(setup, run, onLine));
  const summary = summarize(events);
  refuseBadEnd(setup, run, result, summary);
  return { exitCode: result.exitCode, summary };
}

/** For the commands that print one answer at the end. */
export async function readBytes(setup: TerraformSetup, run: CommandRun): Promise<Buffer> {
  const result = await runProcess(await processRun(setup, run));
  refuseBadEnd(setup, run, result, summarize([]));
  return result.stdout;
}

async function processRun(setup: TerraformSetup, run: CommandRun, onLine?: (line: string) => void): Promise<ProcessRun> {
  const { binary, folder, stop } = setup;
  const { args, signal } = run;
  return { command: binary.path, args, folder, env: await environment(setup, run), onLine, signal, stop };
}

/** https://developer.hashicorp.com/terraform/cli/config/environment-variables */
async function environment(
  { env, variablesFor, cliConfigFile }: TerraformSetup,
  { command }: CommandRun,
): Promise<NodeJS.ProcessEnv> {
  const own = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
  const further = await variablesFor?.(command);
  return { ...env, ...own, ...further, ...(cliConfigFile === undefined ? {} : { TF_CLI_CONFIG_FILE: cliConfigFile }) };
}

function refuseBadEnd(setup: TerraformSetup, run: CommandRun, result: ProcessResult, summary: RunSummary): void {
  const { exitCode, killedBy, stderr, stopStage } = result;
  if (exitCode !== undefined && (run.goodExitCodes ?? [0]).includes(exitCode)) return;
  if (run.alsoGood?.test(stderr)) return;
  const { diagnostics, changesStarted } = summary;
  const facts = { command: run.command, tool: setup.binary.tool, exitCode, killedBy, diagnostics, stderr };
  throw result.cancelled ? cancelled({ ...facts, stopStage, changesStarted }) : diagnose(facts);
}
