// Starts a provider that serves one Terraform command after the other, and ends it with whoever started it.
import { type ChildProcess, spawn } from 'node:child_process';
import { lineSplitter } from '../../adapters/terraform/line-splitter.ts';
import { killGroup } from '../../adapters/terraform/stop-in-stages.ts';
import { parseReattachment, type Reattachment } from './reattachment.ts';

export interface ProviderStart {
  /** The provider's executable. */
  readonly executable: string;
  /** All of its environment: it does not see the one of the Terraform commands that it serves. */
  readonly env: NodeJS.ProcessEnv;
  /** For its socket. */
  readonly temporaryFolder: string;
  /** How long it may take to come up; a provider of 700 MB takes a second, on a busy machine a few. */
  readonly timeoutSeconds?: number;
}

export interface ProviderProcess {
  /** Resolves when it can be used, or is known never to be. */
  readonly ready: Promise<Readiness>;
  isRunning(): boolean;
  /** Only when no command uses it: it would fail. Resolves when the process has ended. */
  stop(): Promise<void>;
}

export type Readiness =
  | { readonly kind: 'up'; readonly reattachment: Reattachment }
  | { readonly kind: 'down'; readonly reason: string };

/**
 * The provider lives as long as the standard input of this script: the system closes it when we end, even by SIGKILL. The
 * script gives its output away, so that the output ends when the provider does.
 */
const keeper = '"$0" -debug </dev/null & exec >/dev/null 2>&1; cat; kill $!; wait';

const stopGraceSeconds = 3;
const stderrLimit = 2_000;

export function startProvider({ executable, env, temporaryFolder, timeoutSeconds = 10 }: ProviderStart): ProviderProcess {
  const child = spawn('/bin/sh', ['-c', keeper, executable], {
    env: { ...env, TMPDIR: temporaryFolder },
    // A group of its own: Ctrl-C must not end it before Terraform, which is still using it.
    detached: true,
    stdio: 'pipe',
  });
  let isRunning = true;
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => {
    isRunning = false;
    killGroup(child);
  });
  // Says nothing that is not told by its end.
  child.stdin.on('error', () => undefined);
  const close = (): void => void child.stdin.end();
  child.stdout.once('end', () => {
    isRunning = false;
    close();
  });
  const ready = waitUntilUp(child, timeoutSeconds);
  const stop = async (): Promise<void> => {
    close();
    const late = setTimeout(() => killGroup(child), stopGraceSeconds * 1000);
    await exited;
    clearTimeout(late);
  };
  return { ready, isRunning: () => isRunning, stop };
}

/** Goes on reading afterwards: a full pipe would stop the provider. */
function waitUntilUp(child: ChildProcess, timeoutSeconds: number): Promise<Readiness> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-stderrLimit);
  });
  return new Promise((resolve) => {
    const tell = (readiness: Readiness): void => {
      clearTimeout(late);
      resolve(readiness);
    };
    const down = (reason: string): void => tell({ kind: 'down', reason });
    const late = setTimeout(() => down(`it was not ready after ${timeoutSeconds} s`), timeoutSeconds * 1000);
    const lines = lineSplitter((line) => {
      const reattachment = parseReattachment(line);
      if (reattachment) tell({ kind: 'up', reattachment });
    });
    child.stdout?.on('data', lines.push);
    child.once('error', (error) => down(error.message));
    child.once('close', () => down(stderr.trim().split('\n').at(-1) || 'it ended at once'));
  });
}
