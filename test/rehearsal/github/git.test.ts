// The history behind the double: what differs, what merges, what is in conflict.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changed, difference } from '../../../src/rehearsal/github/git.ts';
import { headOf, openFixture, openPull, repository } from './support.ts';

const path = fc.constantFrom('a', 'b', 'c/d', 'c/e');
const tree = fc
  .dictionary(path, fc.constantFrom('one\n', 'two\n', 'one\ntwo\n', ''))
  .map((files) => new Map(Object.entries(files)));

describe('a difference', () => {
  test('applied to the one is the other', () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const changes = difference(before, after).map(({ path }) => [path, after.get(path) ?? null]);
        expect(new Map([...changed(before, Object.fromEntries(changes))].sort())).toEqual(new Map([...after].sort()));
      }),
    );
  });

  test('to itself is none', () => {
    fc.assert(
      fc.property(tree, (files) => {
        expect(difference(files, new Map(files))).toEqual([]);
      }),
    );
  });

  test('counts lines', () => {
    const before = new Map([
      ['changed', 'one\ntwo\nthree\n'],
      ['gone', 'one\n'],
    ]);
    const after = new Map([
      ['changed', 'one\n2\nthree\n3\n'],
      ['new', 'one\ntwo'],
    ]);
    expect(difference(before, after)).toEqual([
      { path: 'changed', status: 'modified', additions: 2, deletions: 1 },
      { path: 'gone', status: 'removed', additions: 0, deletions: 1 },
      { path: 'new', status: 'added', additions: 2, deletions: 0 },
    ]);
  });
});

describe('a pull request', () => {
  test('shows what it changes since it branched off, not what others did meanwhile', async () => {
    const { github, ask } = await openFixture();
    const number = openPull(github);
    github.push({ by: 'max', branch: 'main', files: { 'other.ts': 'x\n' } });
    const { body } = await ask('GET', `${repository}/pulls/${number}/files`);
    expect(body).toMatchObject([{ filename: 'src/a.ts', status: 'added', additions: 2, deletions: 0, changes: 2 }]);
    expect(body).toHaveLength(1);
  });

  test('is merged on trial while it is open, and for good at the end', async () => {
    const { github, ask } = await openFixture();
    const number = openPull(github);
    const open = (await ask('GET', `${repository}/pulls/${number}`)).body;
    const trial = (await ask('GET', `${repository}/git/ref/pull/${number}/merge`)).body.object.sha;
    expect(open).toMatchObject({ mergeable: true, mergeable_state: 'clean', merged: false, merge_commit_sha: trial });
    github.closePullRequest({ by: 'max', number, merge: true });
    const merged = (await ask('GET', `${repository}/pulls/${number}`)).body;
    const main = (await ask('GET', `${repository}/git/ref/heads/main`)).body.object.sha;
    expect(merged).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: main, merged_by: { login: 'max' } });
    expect((await ask('GET', `${repository}/contents/src/a.ts`)).status).toBe(200);
  });

  test('lists its commits, oldest first', async () => {
    const { github, ask } = await openFixture();
    const number = openPull(github);
    github.push({ by: 'wil', branch: 'topic', files: { 'src/b.ts': 'x' }, message: 'Second' });
    const { body } = await ask('GET', `${repository}/pulls/${number}/commits`);
    expect(body.map(({ commit }: { commit: { message: string } }) => commit.message)).toEqual(['Change src/a.ts', 'Second']);
    expect(body.at(-1).sha).toBe(headOf(github, number));
  });

  test('is refused twice for the same branch', async () => {
    const { github, ask } = await openFixture();
    openPull(github);
    const { status, body } = await ask('POST', `${repository}/pulls`, { body: { title: 'b', head: 'topic', base: 'main' } });
    expect({ status, message: body.errors[0].message }).toEqual({
      status: 422,
      message: 'A pull request already exists for acme:topic.',
    });
  });
});
