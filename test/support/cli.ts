// Runs the command line as a person would, in a temporary folder of its own, and looks at what it leaves.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach } from '@jest/globals';

let folder = '';

/** Gives each test a folder; call it once a file. @returns the folder of the running test */
export function temporaryFolder(): () => string {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'opsdeck-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  return spawn(process.execPath, ['bin/opsdeck.js', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', TMPDIR: temporary, ...env },
  });
}

export async function end(child: ChildProcess) {
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  child.stdout?.resume();
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, errors, left: readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('opsdeck-')) };
}

/** Resolves at the first event of the JSON output that the predicate accepts. */
export async function until(child: ChildProcess, accepts: (event: Record<string, unknown>) => boolean): Promise<void> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) if (accepts(JSON.parse(line))) return;
  throw new Error('ended before that event');
}

export const isApplying = ({ kind, event }: Record<string, unknown>): boolean =>
  kind === 'terraform' && isCreating(event as { kind: string; action?: string });

function isCreating({ kind, action }: { readonly kind: string; readonly action?: string }): boolean {
  return kind === 'started' && action === 'create';
}

/** Processes that our child started, and those that they started. */
export function descendants(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const childrenOf = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([id]) => [id, ...childrenOf(id)]);
  return childrenOf(pid);
}

export function isRunning(pid: number): boolean {
  return (
    spawnSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' })
      .stdout.trim()
      .replace(/^Z.*/, '') !== ''
  );
}

export function commandOf(pid: number): string {
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout;
}
