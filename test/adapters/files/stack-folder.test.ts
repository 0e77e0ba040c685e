// Listing a hostile folder: everything is named, nothing is followed, and only what is asked for is read.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readStackFolder } from '../../../src/adapters/files/stack-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsdeck-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const limits = { reads: ['cdk.tf.json'], maxFileBytes: 10, maxEntries: 20 };

function write(path: string, content = ''): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function list(): Promise<readonly string[]> {
  const entries = await readStackFolder(folder, limits);
  return entries.map(({ path, kind, sizeBytes, bytes }) =>
    [path, kind, sizeBytes, bytes && new TextDecoder().decode(bytes)].filter((each) => each !== undefined).join(' '),
  );
}

test('everything is listed, at any depth, hidden or not', async () => {
  write('stacks/service/cdk.tf.json', '{}');
  write('stacks/service/.terraform/providers/evil', '#!/bin/sh');
  write('.terraformrc', 'x');
  expect(await list()).toEqual([
    '.terraformrc file 1',
    'stacks folder 0',
    'stacks/service folder 0',
    'stacks/service/.terraform folder 0',
    'stacks/service/.terraform/providers folder 0',
    'stacks/service/.terraform/providers/evil file 9',
    'stacks/service/cdk.tf.json file 2 {}',
  ]);
});

test('links are named and not followed', async () => {
  symlinkSync('/proc/self/environ', join(folder, 'cdk.tf.json'));
  symlinkSync('/', join(folder, 'root'));
  expect(await list()).toEqual(['cdk.tf.json link 0', 'root link 0']);
});

test('a pipe does not keep anybody waiting', async () => {
  spawnSync('mkfifo', [join(folder, 'cdk.tf.json')]);
  expect(await list()).toEqual(['cdk.tf.json other 0']);
});

test('what is too large is not read', async () => {
  write('cdk.tf.json', 'x'.repeat(11));
  expect(await list()).toEqual(['cdk.tf.json file 11']);
});

test('a line break in a name stays in the name', async () => {
  write('cdk.tf.json\nmain.tf', 'x');
  expect(await list()).toEqual(['cdk.tf.json\nmain.tf file 1']);
});

describe('refused', () => {
  test('a folder with too much in it', async () => {
    for (let index = 0; index < 21; index += 1) write(`f${index}`);
    await expect(readStackFolder(folder, limits)).rejects.toMatchObject({ name: 'Failure', code: 'files/too-many' });
  });

  test.each([['missing'], ['file']])('%s instead of a folder', async (name) => {
    write('file');
    await expect(readStackFolder(join(folder, name), limits)).rejects.toMatchObject({ name: 'Failure', code: 'files/no-folder' });
  });
});
