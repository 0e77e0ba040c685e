// The file with the variables: for our eyes only, and gone afterwards.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { withVariablesFile } from '../../../src/adapters/terraform/variables-file.ts';
import { temporaryFolders } from './support.ts';

const temporaryFolder = temporaryFolders();

describe('the variables of a run', () => {
  test('are in a file that only this user can read, and that is gone afterwards', async () => {
    const folder = temporaryFolder();
    const seen = await withVariablesFile(
      { variables: { name: 'ü"${x}', size: 2, on: true }, temporaryFolder: folder },
      async (file = '') => ({
        name: file.slice(folder.length),
        content: JSON.parse(readFileSync(file, 'utf8')),
        mode: statSync(file).mode & 0o777,
      }),
    );
    expect(seen).toMatchObject({ content: { name: 'ü"${x}', size: 2, on: true }, mode: 0o600 });
    expect(seen.name).not.toContain('.auto.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('are gone after a failure, too', async () => {
    const folder = temporaryFolder();
    const use = () => Promise.reject(new Error('bad end'));
    await expect(withVariablesFile({ variables: { a: 1 }, temporaryFolder: folder }, use)).rejects.toThrow('bad end');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([[undefined], [{}]])('%j needs no file', async (variables) => {
    expect(await withVariablesFile({ variables, temporaryFolder: '/nonexistent' }, async (file) => file)).toBeUndefined();
  });
});
