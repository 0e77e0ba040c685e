// What the actions learn about pull requests.
import { describe, expect, test } from '@jest/globals';
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
    isLocked: false,
    headRepository: 'acme/platform',
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
  expect((await ours.pullRequests.get(number))?.headRepository).toBe('eve/platform');
});

test('one from a fork stays one when the fork is gone', async () => {
  const { ours, github } = await openAdapter();
  const headSha = github.push({ by: 'eve', fork: 'eve', branch: 'topic', files: { 'a.ts': 'x' } });
  const number = github.openPullRequest({ by: 'eve', fork: 'eve', branch: 'topic', title: 'Trust me' });
  github.deleteFork({ by: 'eve' });
  const gone = await ours.pullRequests.get(number);
  expect(gone).toMatchObject({ state: 'closed', isFork: true, headSha, headRef: 'topic' });
  expect(gone?.headRepository).toBeUndefined();
});

test('one with a locked conversation is known as such', async () => {
  const { ours, github } = await openAdapter();
  const number = openPull(github);
  github.lock({ by: 'max', number });
  expect(await ours.pullRequests.get(number)).toMatchObject({ isLocked: true });
});

describe('reviews', () => {
  test('tell who said what about which commit, oldest first', async () => {
    const { ours, github, clock } = await openAdapter();
    const number = openPull(github);
    const first = headOf(github, number);
    github.review({ by: 'max', number, state: 'CHANGES_REQUESTED' });
    await clock.sleep(60_000);
    const second = github.push({ by: 'wil', branch: 'topic', files: { 'src/a.ts': 'better\n' } });
    github.review({ by: 'max', number, state: 'APPROVED' });
    github.dismissReview({ id: github.review({ by: 'ada', number, state: 'APPROVED' }) });
    github.review({ by: 'max', number, state: 'COMMENTED', body: 'By the way' });
    const later = { commitSha: second, submittedAt: '2026-01-01T00:01:00Z' };
    expect(await ours.pullRequests.reviews(number)).toEqual([
      { login: 'max', state: 'changes-requested', commitSha: first, submittedAt: '2026-01-01T00:00:00Z' },
      { login: 'max', state: 'approved', ...later },
      { login: 'ada', state: 'dismissed', ...later },
      { login: 'max', state: 'commented', ...later },
    ]);
  });

  test('are all read, also when they are many', async () => {
    const { ours, github } = await openAdapter();
    const number = openPull(github);
    for (let count = 0; count < 101; count += 1) github.review({ by: 'max', number, state: 'COMMENTED' });
    github.review({ by: 'max', number, state: 'APPROVED' });
    const reviews = await ours.pullRequests.reviews(number);
    expect([reviews.length, reviews.at(-1)?.state]).toEqual([102, 'approved']);
  });

  test('are not none where there is no such pull request', async () => {
    const { ours } = await openAdapter();
    expect((await failureOf(ours.pullRequests.reviews(99))).code).toBe('github/not-found');
  });
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
