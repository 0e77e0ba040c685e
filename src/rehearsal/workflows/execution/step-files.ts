// The files by which a step talks to the runner: made before it, read after it.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePairs, parsePaths } from '../rules/command-files.ts';
import type { JobRuntime, StepRuntime } from './runtime.ts';

type FileName = 'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_PATH' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

export type StepFiles = Readonly<Record<FileName, string>>;

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
export const summaryLimitKibibytes = 1024;

export async function makeStepFiles({ temporaryFolder, state }: JobRuntime): Promise<StepFiles> {
  state.fileNumber += 1;
  const folder = join(temporaryFolder, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const path = (name: string): string => join(folder, `${name}_${state.fileNumber}`);
  const files: StepFiles = {
    GITHUB_ENV: path('set_env'),
    GITHUB_OUTPUT: path('set_output'),
    GITHUB_PATH: path('add_path'),
    GITHUB_STATE: path('save_state'),
    GITHUB_STEP_SUMMARY: path('step_summary'),
  };
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')));
  return files;
}

/** @returns whether all of them could be processed; if not, the step has failed */
export async function processStepFiles(step: StepRuntime, files: StepFiles): Promise<boolean> {
  const process: Readonly<Record<FileName, (text: string) => void>> = {
    GITHUB_ENV: (text) => setEnvironment(step, text),
    GITHUB_OUTPUT: (text) => {
      for (const [name, value] of parsePairs(text)) step.outputs.set(name, value);
    },
    GITHUB_PATH: (text) => {
      for (const path of parsePaths(text)) addPath(step.job, path);
    },
    GITHUB_STATE: (text) => {
      for (const [name, value] of parsePairs(text)) step.state.set(name, value);
    },
    GITHUB_STEP_SUMMARY: (text) => summarize(step, text),
  };
  let good = true;
  for (const [name, file] of Object.entries(files) as [FileName, string][]) {
    if (name === 'GITHUB_STEP_SUMMARY' && !(await fitsSummary(step, file))) continue;
    try {
      // A step may take its file away; then it has nothing to say.
      process[name](await readFile(file, 'utf8').catch(() => ''));
    } catch (error) {
      step.output.annotate('error', `Unable to process file command '${name.slice(7).toLowerCase()}' successfully.`);
      step.output.annotate('error', (error as Error).message);
      good = false;
    }
  }
  return good;
}

function setEnvironment(step: StepRuntime, text: string): void {
  const pairs = parsePairs(text);
  if (pairs.some(([name]) => name.toUpperCase() === 'NODE_OPTIONS')) {
    throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  }
  for (const [name, value] of pairs) exportVariable(step.job, name, value);
}

export function exportVariable({ state }: JobRuntime, name: string, value: string): void {
  state.env = { ...state.env, [name]: value };
}

export function addPath({ state }: JobRuntime, path: string): void {
  state.paths = [...state.paths.filter((other) => other !== path), path];
}

/** A summary that is too large is left out, with an error, but the step goes on as it was. */
async function fitsSummary({ output }: StepRuntime, file: string): Promise<boolean> {
  const bytes = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (bytes <= summaryLimitKibibytes * 1024) return true;
  const size = Math.floor(bytes / 1024);
  output.annotate(
    'error',
    `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${summaryLimitKibibytes}k, got ${size}k.`,
  );
  return false;
}

function summarize({ job, root }: StepRuntime, text: string): void {
  if (text !== '') job.recorder.summarize(root, job.masker.mask(text));
}
