// Between GitHub and the runner of workflows.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { mirrorRuns, tokenPermissions, workflowEventOf } from '../../../src/rehearsal/pull-requests/bridge.ts';

let github: GitHubDouble;
let webhooks: Webhook[];

beforeEach(async () => {
  github = await openGitHubDouble({
    owner: 'example',
    name: 'assessments',
    people: [{ login: 'kim', role: 'write' }],
    files: { 'a.ts': 'one\n' },
    webhookSecret: 'secret',
    now: () => new Date('2026-11-22T10:00:00Z'),
  });
  webhooks = [];
  github.onWebhook((webhook) => webhooks.push(webhook));
});
afterEach(() => github.close());

const events = () => webhooks.flatMap((webhook) => workflowEventOf(webhook, github, '.github/workflows') ?? []);

describe('an event', () => {
  test('of a pull request is about its test merge', () => {
    github.push({ by: 'kim', branch: 'fix', files: { 'a.ts': 'two\n' } });
    const number = github.openPullRequest({ by: 'kim', branch: 'fix', title: 'Fix' });
    const merge = github.state.issues.get(number)?.pull?.mergeSha;
    expect(events()).toMatchObject([
      {
        name: 'pull_request',
        actor: 'kim',
        sha: merge,
        ref: `refs/pull/${number}/merge`,
        headRef: 'fix',
        baseRef: 'main',
        fromFork: false,
      },
    ]);
  });

  test('of a fork says so', () => {
    github.push({ by: 'kim', fork: 'mallory', branch: 'fix', files: { 'a.ts': 'two\n' } });
    github.openPullRequest({ by: 'kim', fork: 'mallory', branch: 'fix', title: 'Fix' });
    expect(events()).toMatchObject([{ fromFork: true }]);
  });

  test('of a schedule is about the newest commit of the default branch', () => {
    const sha = github.push({ by: 'kim', branch: 'main', files: { 'a.ts': 'two\n' } });
    github.runSchedule({ by: 'kim', cron: '23 * * * *', workflowPath: '.github/workflows/reaper.yml' });
    expect(events()).toMatchObject([{ name: 'schedule', sha, ref: 'refs/heads/main' }]);
  });
});

test('a run is alive at GitHub for as long as the runner says', () => {
  const mirror = mirrorRuns(github);
  const sha = github.push({ by: 'kim', branch: 'main', files: { 'a.ts': 'two\n' } });
  const run = {
    id: 42,
    number: 1,
    attempt: 1,
    workflow: 'reaper',
    file: 'reaper.yml',
    title: 'reaper',
    event: 'schedule',
    actor: 'kim',
    sha,
    ref: 'refs/heads/main',
  };
  mirror({ kind: 'run-started', run, atMs: 0 });
  expect(github.state.runs.get(42)).toMatchObject({ status: 'in_progress', attempt: 1 });
  mirror({ kind: 'run-ended', run, conclusion: 'failure', atMs: 1 });
  expect(github.state.runs.get(42)).toMatchObject({ status: 'completed', conclusion: 'failure' });
});

test('scopes are spelled as the API spells them', () => {
  expect(tokenPermissions({ 'pull-requests': 'write', contents: 'read' })).toEqual({ pull_requests: 'write', contents: 'read' });
});
