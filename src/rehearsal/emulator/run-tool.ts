// Runs a short-lived command to its end and collects its lines, whatever comes of it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Environment } from './environment.ts';

export interface ToolRun {
  readonly env: Environment;
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal | undefined;
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface ToolResult {
  /** It could be started, and ended with exit code 0. */
  readonly ok: boolean;
  /** Standard output and standard error, as they came. */
  readonly lines: readonly string[];
}

export async function runTool(command: string, args: readonly string[], run: ToolRun): Promise<ToolResult> {
  run.signal?.throwIfAborted();
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    run.onLine?.(line);
  };
  const child = spawn(command, args, {
    env: { ...run.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Not the option `timeout`: its timer outlives a command that could not be started, and keeps the program alive.
    signal: AbortSignal.any([AbortSignal.timeout(run.timeoutSeconds * 1000), ...(run.signal ? [run.signal] : [])]),
  });
  createInterface({ input: child.stdout }).on('line', keep);
  createInterface({ input: child.stderr }).on('line', keep);
  const ok = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (exitCode) => resolve(exitCode === 0));
  });
  run.signal?.throwIfAborted();
  return { ok, lines };
}
