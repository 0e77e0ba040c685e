// The command as a person runs it: what it says when it cannot, and that it leaves nothing behind when it is stopped.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsdeck-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  return spawn(process.execPath, ['bin/opsdeck.js', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', TMPDIR: temporary, ...env },
  });
}

async function end(child: ChildProcess) {
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  child.stdout?.resume();
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, errors, left: readdirSync(join(folder, 'tmp')).filter((name) => name.startsWith('opsdeck-')) };
}

/** Resolves at the first event of the JSON output that the predicate accepts. */
async function until(child: ChildProcess, accepts: (event: Record<string, unknown>) => boolean): Promise<void> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) if (accepts(JSON.parse(line))) return;
  throw new Error('ended before that event');
}

const isApplying = ({ kind, event }: Record<string, unknown>): boolean =>
  kind === 'terraform' && isCreating(event as { kind: string; action?: string });

function isCreating({ kind, action }: { readonly kind: string; readonly action?: string }): boolean {
  return kind === 'started' && action === 'create';
}

/** Processes that our child started, and those that they started. */
function descendants(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const childrenOf = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([id]) => [id, ...childrenOf(id)]);
  return childrenOf(pid);
}

function isRunning(pid: number): boolean {
  return (
    spawnSync('ps', ['-p', String(pid), '-o', 'stat='], { encoding: 'utf8' })
      .stdout.trim()
      .replace(/^Z.*/, '') !== ''
  );
}

describe('what a person may get wrong', () => {
  test.each([
    [['rehearse', '--profile', 'huge'], 2, 'profile: expected one of production, staging, preview; got "huge"'],
    [['rehearse', '--region', 'mars-1'], 2, 'region: expected one of'],
    [['rehearse', 'everything'], 2, 'There is no scenario "everything".'],
    [['rehearse', '--port', 'http'], 2, '"http" is no port.'],
    [['rehearse', '--kep'], 2, 'unknown option --kep'],
    [['deploy'], 2, 'There is no command "deploy".'],
  ])('opsdeck %j', async (args, code, text) => {
    const { exitCode, errors, left } = await end(start(args));
    expect({ exitCode, left }).toEqual({ exitCode: code, left: [] });
    expect(errors).toContain(text);
    expect(errors).toContain('→');
  });
});

describe('a machine that lacks something', () => {
  test('no Terraform', async () => {
    const { exitCode, errors, left } = await end(start(['rehearse'], { PATH: folder }));
    expect({ exitCode, left }).toEqual({ exitCode: 1, left: [] });
    expect(errors).toContain('Neither terraform nor tofu is on the PATH.');
  });

  test('a Terraform that is too old', async () => {
    const old = join(folder, 'terraform');
    writeFileSync(old, `#!/bin/sh\necho '{"terraform_version":"1.9.8","platform":"linux_amd64"}'\n`);
    chmodSync(old, 0o755);
    const { exitCode, errors } = await end(start(['rehearse'], { OPSDECK_TERRAFORM: old }));
    expect(exitCode).toBe(1);
    expect(errors).toContain('is terraform 1.9.8, and 1.11.0 or newer is needed');
  });
});

describeWith(['terraform', 'moto_server'], 'a rehearsal', () => {
  test('tells that its port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { exitCode, errors, left } = await end(start(['rehearse', '--port', String(port)]));
    server.close();
    expect({ exitCode, left }).toEqual({ exitCode: 1, left: [] });
    expect(errors).toContain(`cannot listen on 127.0.0.1:${port}`);
  });

  test('stops in good order at Ctrl-C in the middle of an apply, and leaves no process and no folder', async () => {
    const child = start(['rehearse', 'platform', '--json']);
    await until(child, isApplying);
    const started = descendants(child.pid ?? 0);
    child.kill('SIGINT');
    const { exitCode, errors, left } = await end(child);
    expect({ exitCode, left, running: started.filter(isRunning) }).toEqual({ exitCode: 130, left: [], running: [] });
    expect(errors).toContain('(terraform/cancelled)');
    expect(started.length).toBeGreaterThanOrEqual(3);
  });

  test('tells that the emulator died half-way, and leaves no process and no folder', async () => {
    const child = start(['rehearse', 'platform', '--json']);
    await until(child, isApplying);
    const started = descendants(child.pid ?? 0);
    const emulator = started.find((pid) => commandOf(pid).includes('server.py'));
    process.kill(emulator ?? 0, 'SIGKILL');
    const { exitCode, errors, left } = await end(child);
    expect({ exitCode, left, running: started.filter(isRunning) }).toEqual({ exitCode: 1, left: [], running: [] });
    expect(errors).toContain('(emulator/died)');
  });
});

function commandOf(pid: number): string {
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout;
}
