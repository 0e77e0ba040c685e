// Files as they were merged.
import { describe, expect, test } from '@jest/globals';
import { readContent } from '../../../src/adapters/github/repository-files.ts';
import { problemsOfAnswer } from '../../rehearsal/github/openapi.ts';
import { repository } from '../../rehearsal/github/support.ts';
import { failureOf, openAdapter } from './support.ts';

describe('a file', () => {
  test('is read from the default branch, whatever pull requests propose', async () => {
    const { ours, github, asked } = await openAdapter({ permissions: { contents: 'read' } });
    github.push({ by: 'ada', branch: 'main', files: { '.github/opsdeck.json': '{"größe": "µ 🚀"}\n' } });
    github.push({ by: 'wil', branch: 'topic', files: { '.github/opsdeck.json': '{"admins": ["wil"]}' } });
    expect(await ours.repositoryFiles.read('.github/opsdeck.json')).toBe('{"größe": "µ 🚀"}\n');
    expect(asked()).toEqual(['GET /contents/{path}']);
  });

  test('may be empty, or of exactly 1 MiB', async () => {
    const { ours, github } = await openAdapter();
    const largest = 'x'.repeat(1024 * 1024);
    github.push({ by: 'ada', branch: 'main', files: { empty: '', largest } });
    expect(await ours.repositoryFiles.read('empty')).toBe('');
    expect(await ours.repositoryFiles.read('largest')).toBe(largest);
  });

  test('that is not there is nothing', async () => {
    const { ours } = await openAdapter();
    expect(await ours.repositoryFiles.read('.github/opsdeck.json')).toBeUndefined();
  });

  test('is not missing when the token does not see the repository, or its files', async () => {
    const { openAnother } = await openAdapter();
    const codeOf = async (job: object) => (await failureOf(openAnother(job).repositoryFiles.read('README.md'))).code;
    expect(await codeOf({ name: 'elsewhere' })).toBe('github/not-found');
    expect(await codeOf({ permissions: { issues: 'write' } })).toBe('github/forbidden');
  });

  test('above 1 MiB is refused', async () => {
    const { ours, github } = await openAdapter();
    github.push({ by: 'ada', branch: 'main', files: { large: 'x'.repeat(1024 * 1024 + 1) } });
    expect(await failureOf(ours.repositoryFiles.read('large'))).toMatchObject({
      code: 'github/file-too-large',
      message: 'large of the default branch has 1048577 bytes; GitHub hands out at most 1 MiB.',
    });
  });

  test('is no folder', async () => {
    const { ours } = await openAdapter();
    expect(await failureOf(ours.repositoryFiles.read('.github'))).toMatchObject({
      code: 'github/no-plain-file',
      message: '.github of the default branch is no plain file, but a folder.',
    });
  });

  test.each([
    ['symlink', { type: 'symlink' as const, target: '/etc/passwd' }],
    ['submodule', { type: 'submodule' as const, submodule_git_url: 'https://example.com/x.git' }],
  ])('is no %s', async (kind, own) => {
    const { ask } = await openAdapter();
    const { body } = await ask('GET', `${repository}/contents/README.md`);
    const { content: _content, encoding: _encoding, ...entry } = body;
    const answer = { ...entry, ...own };
    expect(problemsOfAnswer('GET /repos/{owner}/{repo}/contents/{path}', 200, answer)).toEqual([]);
    expect(() => readContent('README.md', answer)).toThrow(`README.md of the default branch is no plain file, but a ${kind}.`);
  });
});
