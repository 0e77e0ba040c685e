// An emulated AWS, a GitHub double, and the command line that only knows these two.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCliConfig } from '../../../src/adapters/terraform/cli-config.ts';
import { type Emulator, startEmulator } from '../../../src/rehearsal/emulator/emulator.ts';
import { pointAtEmulator } from '../../../src/rehearsal/emulator/environment.ts';
import { findMoto } from '../../../src/rehearsal/emulator/find-moto.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import { findMirror } from '../../support/provider.ts';
import { atTerminal, type Sat, type Turn } from '../../support/terminal.ts';

export interface Accounts {
  readonly emulator: Emulator;
  readonly github: GitHubDouble;
  /** Where the commands run. */
  readonly clone: string;
  readonly start: (...args: readonly string[]) => ChildProcess;
  /** At a terminal, by a person. */
  readonly sit: (args: readonly string[], dialogue: readonly Turn[], without?: readonly string[]) => Promise<Sat>;
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  readonly close: () => Promise<void>;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export async function openAccounts(files: Readonly<Record<string, string>>): Promise<Accounts> {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-test-'));
  const { python } = await findMoto({ searchPath: process.env.PATH ?? '', cacheFolder: join(folder, 'venv'), env: process.env });
  const emulator = await startEmulator({ python, env: process.env, logFile: join(folder, 'emulator.log') });
  const people = [{ login: 'ada', role: 'admin' }] as const;
  const now = (): Date => new Date();
  const github = await openGitHubDouble({ owner: 'acme', name: 'platform', people, files, webhookSecret: 's', now });
  const mirror = await findMirror();
  const env = {
    ...pointAtEmulator(process.env, emulator.environment),
    ...(mirror && { TF_CLI_CONFIG_FILE: await writeCliConfig({ mirror, folder }) }),
    GITHUB_API_URL: github.url,
    GITHUB_TOKEN: github.issueToken({ kind: 'person', login: 'ada' }),
    GITHUB_REPOSITORY: 'acme/platform',
    NODE_OPTIONS: '',
    NO_COLOR: '1',
  };
  const clone = mkdtempSync(join(folder, 'clone-'));
  const start = (...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [join(process.cwd(), 'bin/opsdeck.js'), ...args], { cwd: clone, env });
  const close = async (): Promise<void> => {
    await github.close();
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const sit: Accounts['sit'] = (args, dialogue, without = []) => {
    const left = Object.fromEntries(Object.entries(env).filter(([name]) => !without.includes(name)));
    return atTerminal({ args, dialogue, cwd: clone, env: { ...left, TERM: 'xterm-256color' } });
  };
  return { emulator, github, clone, start, sit, run: (...args) => ending(start(...args)), close };
}

export async function ending(child: ChildProcess): Promise<Ended> {
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (text) => {
    output += text;
  });
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, output, errors };
}
