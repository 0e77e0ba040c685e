// What the actions learn about pull requests.
import { expect, test } from '@jest/globals';
import { headOf, openPull } from '../../rehearsal/github/support.ts';
import { failureOf, openAdapter } from './support.ts';

test('a pull request is known by its facts', async () => {
  const { ours, github } = await openAdapter();
  const number = openPull(github);
  github.label({ by: 'ada', number, add: ['preview'] });
  expect(await ours.pullRequests.get(number)).toEqual({
    number: 1,
    state: 'open',
    isDraft: false,
    isFork: false,
    headSha: headOf(github, number),
    headRef: 'topic',
    baseSha: github.state.branches.get('acme:main'),
    baseRef: 'main',
    author: 'wil',
    labels: ['preview'],
  });
});

test('one from a fork is known as such', async () => {
  const { ours, github } = await openAdapter();
  github.push({ by: 'eve', fork: 'eve', branch: 'main', files: { 'a.ts': 'x' } });
  const number = github.openPullRequest({ by: 'eve', fork: 'eve', branch: 'main', title: 'Trust me', draft: true });
  expect(await ours.pullRequests.get(number)).toMatchObject({ isFork: true, isDraft: true, headRef: 'main', author: 'eve' });
});

test('all that are open are listed, also when they are many', async () => {
  const { ours, github } = await openAdapter();
  const numbers = Array.from({ length: 102 }, (_each, index) => openPull(github, { branch: `topic-${index}` }));
  github.closePullRequest({ by: 'wil', number: 5 });
  const open = await ours.pullRequests.listOpen();
  expect([...open].sort((one, other) => one - other)).toEqual(numbers.filter((number) => number !== 5));
});

test('an issue is no pull request, and none that never was', async () => {
  const { ours, github } = await openAdapter();
  const issue = github.openIssue({ by: 'rea', title: 'It is slow' });
  expect(await ours.pullRequests.get(issue)).toBeUndefined();
  expect(await ours.pullRequests.get(99)).toBeUndefined();
});

test('a repository that the token does not see is not mistaken for a pull request that is gone', async () => {
  const { openAnother } = await openAdapter();
  const failure = await failureOf(openAnother({ name: 'elsewhere' }).pullRequests.get(1));
  expect(failure.code).toBe('github/not-found');
});
