// What the tests of this folder share: temporary folders, fake binaries, stacks without a provider, and a look at processes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { type Binary, findBinary } from '../../../src/adapters/terraform/binary.ts';
import { openTerraform, type TerraformSetup } from '../../../src/adapters/terraform/terraform.ts';
import { type Failure, isFailure } from '../../../src/define/failure.ts';
import type { Terraform } from '../../../src/ports/terraform.ts';

/** Makes folders that are gone after the suite. */
export function temporaryFolders(): () => string {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'opsdeck-test-'));
    made.push(folder);
    return folder;
  };
}

/** A shell script that plays Terraform. */
export function fakeBinary(folder: string, body: string, name = 'terraform'): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}

export const fakeSetup = (folder: string, body: string): TerraformSetup => ({
  binary: { path: fakeBinary(folder, body), tool: 'terraform', version: '1.11.4', platform: 'linux_amd64' },
  folder,
  env: {},
});

export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && isFailure(outcome.error)) return outcome.error;
  throw new Error(`expected a Failure, got ${JSON.stringify(outcome)}`, { cause: outcome });
}

const { PATH = '' } = process.env;

export function realBinary(): Promise<Binary> {
  return findBinary({ searchPath: PATH, env: { PATH } });
}

/** Real Terraform in a folder with this configuration; `terraform_data` is built in, so nothing is downloaded. */
export async function openStack(
  folder: string,
  config: unknown,
  setup: Partial<TerraformSetup> = {},
): Promise<{ terraform: Terraform; write: (config: unknown) => void }> {
  const write = (next: unknown): void => writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(next));
  write(config);
  const terraform = openTerraform({
    binary: await realBinary(),
    folder,
    env: { PATH, HOME: folder },
    temporaryFolder: folder,
    ...setup,
  });
  return { terraform, write };
}

export async function waitForFile(path: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (existsSync(path)) return;
    await sleep(25);
  }
  throw new Error(`${path} did not appear`);
}

/** The processes of a group that live; one that only waits to be reaped does not. */
export function livingInGroup(group: number): readonly string[] {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'pgid=,stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => {
    const [pgid, state] = line.trim().split(/\s+/);
    return Number(pgid) === group && !state?.startsWith('Z');
  });
}
