import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { findFiles } from '../../../../src/rehearsal/workflows/execution/globs.ts';
import { hashFiles } from '../../../../src/rehearsal/workflows/execution/hash-files.ts';
import { temporaryFolder, writeFiles } from '../support.ts';

describe('files are found', () => {
  let folder: string;
  beforeAll(() => {
    const empty = ['a.txt', 'b.json', 'dir/a.txt', 'dir/deep/c.txt', 'dir/.hidden/x.txt', '.env'];
    folder = writeFiles(temporaryFolder(), Object.fromEntries(empty.map((path) => [path, path])));
  });

  test.each([
    [['*.txt'], ['a.txt']],
    [['**/*.txt'], ['a.txt', 'dir/a.txt', 'dir/deep/c.txt']],
    [['dir'], ['dir/a.txt', 'dir/deep/c.txt']],
    [['dir/'], ['dir/a.txt', 'dir/deep/c.txt']],
    [['dir', '!dir/deep'], ['dir/a.txt']],
    [['**', '!**/*.txt'], ['b.json']],
    [['?.[jt]*'], ['a.txt', 'b.json']],
    [['missing'], []],
  ])('%j', (patterns, expected) => {
    const found = findFiles({ folder, patterns, includeHidden: false });
    expect(found.map((path) => relative(folder, path))).toEqual(expected);
  });

  test('hidden ones when they are asked for', () => {
    const found = findFiles({ folder, patterns: ['**'], includeHidden: true });
    expect(
      found.map((path) => relative(folder, path)).filter((path) => path.includes('.hidden') || path === '.env'),
    ).toHaveLength(2);
  });

  test('and hashed as GitHub does it', () => {
    const one = createHash('sha256').update('a.txt').digest();
    expect(hashFiles(folder, ['*.txt'])).toBe(createHash('sha256').update(one).digest('hex'));
    expect(hashFiles(folder, ['missing'])).toBe('');
    expect(hashFiles(folder, ['/etc/hostname'])).toBe('');
  });
});
