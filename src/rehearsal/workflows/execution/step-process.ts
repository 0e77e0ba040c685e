// Runs one process of a step: lines as they come, cancellation the way a runner does it, and its group kept for the end of the job.
import { type ChildProcess, spawn } from 'node:child_process';
import { lineSplitter } from '../../../adapters/terraform/line-splitter.ts';
import { killGroup } from '../../../adapters/terraform/stop-in-stages.ts';
import type { Clock } from '../options.ts';

export interface StepProcess {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Cancels it in stages. */
  readonly cancelled: AbortSignal;
  /** The runner dies: nothing is asked any more. */
  readonly killed: AbortSignal;
  readonly clock: Clock;
  readonly processes: JobProcesses;
}

export interface StepExit {
  /** undefined when a signal ended it, or when it could not be started. */
  readonly exitCode: number | undefined;
  /** Why it could not be started. */
  readonly problem: string | undefined;
}

/**
 * A cancelled step's entry process gets SIGINT, SIGTERM after 7,500 ms, and 2,500 ms later its tree is killed:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
export const cancelStagesMs = { untilTerminate: 7_500, untilKill: 2_500 } as const;

/** What still holds the output open after the process has ended gets this long: as in GitHub's runner. */
const openOutputGraceMs = 5_000;

/** What a job's steps started, and what may still live in the background after a step. */
export interface JobProcesses {
  add(child: ChildProcess): void;
  /** Kills every group that is left: a runner does so when the job ends. */
  killAll(): void;
}

/** @param onExit what is called when this process ends: nothing of a job must outlive it */
export function openJobProcesses(onExit: Set<() => void>): JobProcesses {
  const children = new Set<ChildProcess>();
  const killAll = (): void => {
    for (const child of children) killGroup(child);
    children.clear();
    onExit.delete(killAll);
  };
  onExit.add(killAll);
  return { add: (child) => children.add(child), killAll };
}

export async function runStepProcess(run: StepProcess): Promise<StepExit> {
  if (run.killed.aborted || run.cancelled.aborted) return { exitCode: undefined, problem: undefined };
  const { command, args, folder, env, onLine, cancelled, killed, processes } = run;
  // Detached: a group of its own, which can be killed as one, and which a Ctrl-C in the terminal does not reach.
  const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  processes.add(child);
  const ended = new AbortController();
  const kill = (): void => killGroup(child);
  const cancel = (): void => void cancelInStages(child, run.clock, ended.signal);
  cancelled.addEventListener('abort', cancel, { once: true });
  killed.addEventListener('abort', kill, { once: true });
  try {
    const endLines = readLines(child, onLine);
    const exit = await exitOf(child, run.clock, ended);
    endLines();
    return exit;
  } finally {
    ended.abort();
    cancelled.removeEventListener('abort', cancel);
    killed.removeEventListener('abort', kill);
  }
}

async function cancelInStages(child: ChildProcess, clock: Clock, ended: AbortSignal): Promise<void> {
  child.kill('SIGINT');
  await clock.wait(cancelStagesMs.untilTerminate, ended);
  if (ended.aborted) return;
  child.kill('SIGTERM');
  await clock.wait(cancelStagesMs.untilKill, ended);
  if (!ended.aborted) killGroup(child);
}

/** Both streams are read line by line; the function it returns hands over what no line break ended. */
function readLines(child: ChildProcess, onLine: (line: string) => void): () => void {
  const splitters = [child.stdout, child.stderr].map((stream) => {
    const lines = lineSplitter((line) => onLine(line.replace(/\r$/, '')));
    stream?.on('data', lines.push);
    return lines;
  });
  return () => {
    for (const lines of splitters) lines.end();
  };
}

function exitOf(child: ChildProcess, clock: Clock, ended: AbortController): Promise<StepExit> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ exitCode: undefined, problem: message }));
    child.once('exit', async (code) => {
      ended.abort();
      const closed = new AbortController();
      child.once('close', () => closed.abort());
      await clock.wait(openOutputGraceMs, closed.signal);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ exitCode: code ?? undefined, problem: undefined });
    });
  });
}
