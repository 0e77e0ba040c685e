// How the client holds out: limits, outages, dropped connections, refusals, over real HTTP.
import { describe, expect, test } from '@jest/globals';
import { openGitHub } from '../../../src/adapters/github/github.ts';
import { secondaryLimit } from '../../../src/rehearsal/github/faults.ts';
import { openPull, repository, testClock } from '../../rehearsal/github/support.ts';
import { failureOf, openAdapter } from './support.ts';

describe('a read', () => {
  test.each([
    ['a server error', { kind: 'answer', status: 502 }, [1, 2]],
    ['a dropped connection', { kind: 'drop', afterwards: false }, [1, 2]],
    ['an answer that ends in the middle', { kind: 'cut-off' }, [1, 2]],
    ['a secondary limit', secondaryLimit(30), [30, 30]],
    ['too many requests', { kind: 'answer', status: 429, headers: { 'retry-after': '5' } }, [5, 5]],
  ] as const)('outlasts %s', async (_what, effect, sleptSeconds) => {
    const { ours, github, clock, log } = await openAdapter();
    const number = openPull(github);
    github.faults.inject({ times: 2, effect });
    expect(await ours.pullRequests.get(number)).toMatchObject({ number });
    expect(clock.sleptSeconds).toEqual(sleptSeconds);
    expect(log).toHaveLength(2);
    expect(log[0]).toContain(`trying again in ${sleptSeconds[0]} s (GET ${repository}/pulls/${number})`);
  });

  test('waits until the rate limit is renewed', async () => {
    const { ours, github, clock } = await openAdapter();
    github.exhaustRateLimit(90);
    expect(await ours.pullRequests.listOpen()).toEqual([]);
    expect(clock.sleptSeconds).toEqual([91]);
  });

  test('is given up when the limit lasts an hour', async () => {
    const { ours, github, clock } = await openAdapter();
    github.exhaustRateLimit(3600);
    expect(await failureOf(ours.pullRequests.listOpen())).toMatchObject({
      code: 'github/rate-limited',
      next: 'Run the job again after 2026-01-01T01:00:01.000Z.',
    });
    expect(clock.sleptSeconds).toEqual([]);
  });

  test('is tried four times at most', async () => {
    const { ours, github, clock } = await openAdapter();
    github.faults.inject({ times: 9, effect: { kind: 'answer', status: 503, message: 'Unicorn!' } });
    expect(await failureOf(ours.pullRequests.listOpen())).toMatchObject({
      code: 'github/server-error',
      message: `GitHub had an error of its own, status 503 (GET ${repository}/pulls, tried 4 times).`,
      details: ['GitHub says: Unicorn!'],
    });
    expect(clock.sleptSeconds).toEqual([1, 2, 4]);
  });

  test('of nothing that listens is a failure that says so', async () => {
    const { github } = await openAdapter();
    const { url } = github;
    await github.close();
    const setup = { token: 'x', apiUrl: url, repository: { owner: 'acme', name: 'platform' }, userAgent: 'opsdeck/test' };
    const alone = openGitHub({ ...setup, clock: testClock(), log: () => undefined });
    expect((await failureOf(alone.pullRequests.listOpen())).code).toBe('github/unreachable');
  });
});

describe('a refusal', () => {
  test('of the token is final', async () => {
    const { openAnother, clock, github } = await openAdapter();
    const failure = await failureOf(openAnother({ token: 'ghs_expired' }).pullRequests.listOpen());
    expect(failure).toMatchObject({
      code: 'github/bad-token',
      details: ['GitHub says: Bad credentials'],
    });
    expect({ slept: clock.sleptSeconds, requests: github.journal.length }).toEqual({ slept: [], requests: 1 });
  });

  test('of a permission names it, and keeps the cause', async () => {
    const { ours, github } = await openAdapter({ permissions: { pull_requests: 'read' } });
    const failure = await failureOf(ours.comments.revise(openPull(github), 'plan', () => 'hi'));
    expect(failure).toMatchObject({
      code: 'github/forbidden',
      message: `The token may not do this: POST ${repository}/issues/1/comments.`,
      next: 'Give the job the permission `issues: write` or `pull-requests: write`.',
      cause: { name: 'HttpError', status: 403 },
    });
  });

  test('of what is not valid says why', async () => {
    const { ours } = await openAdapter();
    const report = { marker: 'drift', title: 'x'.repeat(257), body: 'b', labels: [] };
    expect(await failureOf(ours.issues.upsertOpen(report))).toMatchObject({
      code: 'github/invalid',
      details: [
        'GitHub says: Validation Failed',
        '{"resource":"Issue","field":"title","code":"unprocessable","message":"Title is too long (maximum is 256 characters)"}',
      ],
    });
  });
});
