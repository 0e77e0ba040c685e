// Runs one command to its end in a process group of its own: lines as they come, cancellation in stages, nothing left behind.
import { type ChildProcess, spawn } from 'node:child_process';
import { failure } from '../../define/failure.ts';
import { lineSplitter } from './line-splitter.ts';
import { tieToThisProcess } from './parent-death.ts';
import { killGroup, patientStop, type StopPolicy, type Stopper, type StopStage, stopInStages } from './stop-in-stages.ts';

export interface ProcessRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** All of the child's environment; nothing is inherited. */
  readonly env: NodeJS.ProcessEnv;
  /** Given, standard output is handed over line by line; otherwise it is collected in the result. */
  readonly onLine?: ((line: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly stop?: StopPolicy | undefined;
}

export interface ProcessResult {
  /** undefined when a signal ended it, or when it was cancelled before it started. */
  readonly exitCode: number | undefined;
  readonly killedBy: NodeJS.Signals | undefined;
  /** It was asked to stop; it may have come to a good end all the same (`exitCode` 0). */
  readonly cancelled: boolean;
  readonly stopStage: StopStage;
  readonly started: boolean;
  readonly stdout: Buffer;
  /** The last part of standard error: with `TF_LOG` it can be very long. */
  readonly stderr: string;
}

const stderrLimitBytes = 256 * 1024;

const notStarted: ProcessResult = {
  exitCode: undefined,
  killedBy: undefined,
  cancelled: true,
  stopStage: 'none',
  started: false,
  stdout: Buffer.alloc(0),
  stderr: '',
};

/**
 * Resolves whatever the exit code is.
 *
 * @throws `terraform/not-runnable` when it cannot be started; what `onLine` threw, but only after the command has ended:
 * a mistake in showing progress must not interrupt a change to the cloud.
 */
export async function runProcess(run: ProcessRun): Promise<ProcessResult> {
  if (run.signal?.aborted) return notStarted;
  const child = start(run);
  const stopper = stopInStages(child, run.stop ?? patientStop);
  const output = readOutput(child, run.onLine);
  const untie = tieToThisProcess({ askToStop: stopper.hurry, kill: () => killGroup(child) });
  run.signal?.addEventListener('abort', stopper.begin, { once: true });
  try {
    const { exitCode, killedBy } = await ending(child, run, stopper);
    const { stdout, stderr } = output();
    const stopStage = stopper.stage();
    return { exitCode, killedBy, cancelled: stopStage !== 'none', stopStage, started: true, stdout, stderr };
  } finally {
    run.signal?.removeEventListener('abort', stopper.begin);
    untie();
  }
}

function start({ command, args, folder, env }: ProcessRun): ChildProcess {
  try {
    // Detached: a Ctrl-C in the terminal then reaches us alone, and the group can be killed as one.
    return spawn(command, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    throw notRunnable(command, folder, cause);
  }
}

type Ending = Pick<ProcessResult, 'exitCode' | 'killedBy'>;

function ending(child: ChildProcess, { command, folder }: ProcessRun, stopper: Stopper): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(notRunnable(command, folder, cause)));
    child.once('exit', () => {
      stopper.end();
      // What the command left behind would hold its output open, and would go on working unseen.
      killGroup(child);
    });
    child.once('close', (exitCode, killedBy) => resolve({ exitCode: exitCode ?? undefined, killedBy: killedBy ?? undefined }));
  });
}

function notRunnable(command: string, folder: string, cause: unknown): Error {
  return failure({
    code: 'terraform/not-runnable',
    what: `${command} could not be started in ${folder}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    next: 'Check that the folder exists (is the stack synthesized?) and that the file is an executable for this machine.',
    cause,
  });
}

type Output = Pick<ProcessResult, 'stdout' | 'stderr'>;

/** Listens; the function it returns gives what was collected, and throws what `onLine` threw first. */
function readOutput(child: ChildProcess, onLine: ProcessRun['onLine']): () => Output {
  let mistake: { readonly error: unknown } | undefined;
  const lines = lineSplitter((line) => {
    try {
      onLine?.(line);
    } catch (error) {
      mistake ??= { error };
    }
  });
  const stdout: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => (onLine === undefined ? stdout.push(chunk) : lines.push(chunk)));
  const stderr = tailOf(stderrLimitBytes);
  child.stderr?.on('data', stderr.push);
  return () => {
    lines.end();
    if (mistake !== undefined) throw mistake.error;
    return { stdout: Buffer.concat(stdout), stderr: stderr.text() };
  };
}

/** Keeps the last bytes of a stream: the limit, and at most one chunk more. */
function tailOf(limitBytes: number): { push(chunk: Buffer): void; text(): string } {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    push: (chunk) => {
      chunks.push(chunk);
      bytes += chunk.length;
      while (bytes - (chunks[0]?.length ?? 0) >= limitBytes) bytes -= chunks.shift()?.length ?? 0;
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}
