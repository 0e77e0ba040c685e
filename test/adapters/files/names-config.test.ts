// How names begin is told even by a configuration that nobody can read: on call, an answer that is mostly right beats none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readNames } from '../../../src/adapters/files/names-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'opsdeck-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['of a stack of its own', '{"stacks":{"layout":"platform","prefix":"shop"}}', 'shop', []],
  ['that has no such section', '{"runbooks":{}}', 'assess', []],
  ['that is not there', undefined, 'assess', []],
  [
    'whose section is wrong',
    '{"stacks":{"layout":"platform"}}',
    'assess',
    [
      'The configuration of the stacks cannot be used: stacks.prefix: missing. Until it is corrected, names are taken to begin with assess.',
    ],
  ],
  [
    'that is no JSON',
    '{"stacks":',
    'assess',
    [expect.stringContaining('Until it is corrected, names are taken to begin with assess.')],
  ],
])('a configuration %s', async (_what, content, prefix, warnings) => {
  const path = join(folder, `${Math.random()}.json`);
  if (content !== undefined) writeFileSync(path, content);
  const told: string[] = [];
  expect(await readNames(path, { warning: (text) => void told.push(text) })).toEqual({ prefix });
  expect(told).toEqual(warnings);
});
