// What the folder that a command runs in tells: the remote of its clone, its workflow files, and which Opsdeck this is.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readIfThere } from '../../adapters/files/read-if-there.ts';
import { configPath } from '../../define/config-file.ts';
import { workflowNames } from '../../define/parts.ts';
import type { WorkflowFile } from './facts.ts';

/** @returns nothing outside of a clone, or without git */
export async function remoteUrlOf(folder: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['remote', 'get-url', 'origin'], { cwd: folder, timeout: 10_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** Only those of ours: what else a repository runs is none of our business. */
export async function workflowsIn(folder: string): Promise<readonly WorkflowFile[]> {
  const place = join(folder, '.github/workflows');
  const names = await readdir(place).catch((): string[] => []);
  const ours = workflowNames.map((name) => `${name}.yml`).filter((name) => names.includes(name));
  return Promise.all(ours.map(async (name) => ({ name, text: await readFile(join(place, name), 'utf8') })));
}

/** @returns nothing where there is none */
export function configIn(folder: string): Promise<string | undefined> {
  return readIfThere(join(folder, configPath));
}

/** Of the package that this file belongs to. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { readonly version?: unknown }).version ?? '0.0.0');
}
