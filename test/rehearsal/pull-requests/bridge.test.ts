// Between GitHub and the runner of workflows.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { mirrorRuns, passOnCancels, tokenPermissions, workflowEventOf } from '../../../src/rehearsal/pull-requests/bridge.ts';
import { openStage, temporaryFolder, writeFiles } from '../workflows/support.ts';

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

const allEvents = () => webhooks.flatMap((webhook) => workflowEventOf(webhook, github, '.github/workflows') ?? []);
/** Every story begins with a push. */
const events = () => allEvents().filter(({ name }) => name !== 'push');

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

  test('of a push is about what was pushed', () => {
    const sha = github.push({ by: 'kim', branch: 'main', files: { 'a.ts': 'two\n' } });
    expect(allEvents()).toMatchObject([{ name: 'push', actor: 'kim', sha, ref: 'refs/heads/main' }]);
  });

  test.each([
    [
      'a person',
      () => github.dispatchWorkflow({ by: 'kim', workflowPath: '.github/workflows/game-day.yml', inputs: { mode: 'plan' } }),
    ],
    [
      'another system',
      () => github.dispatchRepository({ by: 'kim', eventType: 'game-day', clientPayload: { drill: 'task-loss' } }),
    ],
  ])('that %s asks for is about the newest commit of the default branch', (_who, dispatch) => {
    const sha = github.push({ by: 'kim', branch: 'main', files: { 'a.ts': 'two\n' } });
    dispatch();
    expect(events()).toMatchObject([{ sha, ref: 'refs/heads/main' }]);
  });

  test('of a comment is about the newest commit of the default branch, also on a pull request from a fork', () => {
    github.push({ by: 'kim', fork: 'mallory', branch: 'fix', files: { 'a.ts': 'two\n' } });
    const number = github.openPullRequest({ by: 'kim', fork: 'mallory', branch: 'fix', title: 'Fix' });
    const sha = github.push({ by: 'kim', branch: 'main', files: { 'b.ts': 'x\n' } });
    github.comment({ by: 'mallory', number, body: '/apply' });
    const [event] = events().filter(({ name }) => name === 'issue_comment');
    expect(event).toMatchObject({
      actor: 'mallory',
      sha,
      ref: 'refs/heads/main',
      payload: { action: 'created', comment: { body: '/apply' }, issue: { number, pull_request: {} } },
    });
    expect(event).not.toHaveProperty('fromFork');
  });

  test('is none for the comment of a job', () => {
    github.push({ by: 'kim', branch: 'fix', files: { 'a.ts': 'two\n' } });
    const number = github.openPullRequest({ by: 'kim', branch: 'fix', title: 'Fix' });
    github.comment({ by: 'github-actions[bot]', number, body: '/apply' });
    expect(events().map(({ name }) => name)).toEqual(['pull_request']);
  });
});

const runOf = (file: string, sha: string, ref: string) => ({
  ...{ id: 42, number: 1, attempt: 1, workflow: 'Some', file, title: 'Some', event: 'some', actor: 'kim' },
  ...{ sha, ref },
});

describe('a run', () => {
  test('is alive at GitHub for as long as the runner says', () => {
    const mirror = mirrorRuns(github);
    const sha = github.push({ by: 'kim', branch: 'main', files: { 'a.ts': 'two\n' } });
    const run = runOf('reaper.yml', sha, 'refs/heads/main');
    mirror({ kind: 'run-started', run, atMs: 0 });
    expect(github.state.runs.get(42)).toMatchObject({ status: 'in_progress', attempt: 1, headSha: sha, headBranch: 'main' });
    mirror({ kind: 'run-ended', run, conclusion: 'failure', atMs: 1 });
    expect(github.state.runs.get(42)).toMatchObject({ status: 'completed', conclusion: 'failure' });
  });

  test.each([
    ['the repository', undefined],
    ['a fork', 'mallory'],
  ])('for a pull request from %s is one of its branch and head, where it was merged on trial', (_where, fork) => {
    const branch = { by: 'kim', branch: 'fix', ...(fork !== undefined && { fork }) };
    const headSha = github.push({ ...branch, files: { 'a.ts': 'two\n' } });
    github.openPullRequest({ ...branch, title: 'Fix' });
    const [event] = events();
    expect(event?.sha).not.toBe(headSha);
    // The head moves on before the run has begun.
    github.forcePush({ ...branch, files: { 'a.ts': 'three\n' } });
    mirrorRuns(github)({ kind: 'run-started', run: runOf('pull-request.yml', event?.sha ?? '', event?.ref ?? ''), atMs: 0 });
    expect(github.state.runs.get(42)).toMatchObject({
      headSha,
      headBranch: 'fix',
      headRepository: { owner: { login: fork ?? 'example' } },
    });
  });

  test('for a pull request whose fork is gone has no repository, and not ours', () => {
    github.push({ by: 'kim', fork: 'mallory', branch: 'fix', files: { 'a.ts': 'two\n' } });
    github.openPullRequest({ by: 'kim', fork: 'mallory', branch: 'fix', title: 'Fix' });
    github.deleteFork({ by: 'mallory' });
    const closed = events().at(-1);
    expect(closed).toMatchObject({ fromFork: true });
    mirrorRuns(github)({ kind: 'run-started', run: runOf('pull-request.yml', closed?.sha ?? '', closed?.ref ?? ''), atMs: 0 });
    expect(github.state.runs.get(42)).toMatchObject({ headBranch: 'fix', headRepository: null });
  });

  test('that somebody cancels at GitHub is cancelled where it runs', async () => {
    const sha = github.state.branches.get('example:main') ?? '';
    const mirror = mirrorRuns(github);
    mirror({ kind: 'run-started', run: runOf('reaper.yml', sha, 'refs/heads/main'), atMs: 0 });
    mirror({ kind: 'run-started', run: { ...runOf('reaper.yml', sha, 'refs/heads/main'), id: 43 }, atMs: 0 });
    const cancelled: number[] = [];
    const runner = { isRunning: (id: number) => id === 42, cancel: (id: number) => void cancelled.push(id) };
    const stop = passOnCancels(github, runner);
    const token = github.issueToken({ kind: 'job', permissions: { actions: 'write' } });
    const cancel = async (id: number) => {
      const url = `${github.url}/repos/example/assessments/actions/runs/${id}/cancel`;
      return (await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } })).status;
    };
    // The second one has ended there, which GitHub has not heard of yet.
    expect([await cancel(42), await cancel(43)]).toEqual([202, 202]);
    stop();
    expect(await cancel(42)).toBe(202);
    expect(cancelled).toEqual([42]);
  });
});

test('a comment starts a workflow, and what it started can be cancelled at GitHub', async () => {
  const mirror = mirrorRuns(github);
  const token = github.issueToken({ kind: 'job', permissions: { actions: 'write' } });
  const cancel = (id: number) =>
    fetch(`${github.url}/repos/example/assessments/actions/runs/${id}/cancel`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
  const asking: Promise<unknown>[] = [];
  const folder = temporaryFolder();
  const { runner } = openStage('', {
    onEvent: (event) => {
      mirror(event);
      if (event.kind === 'step-started') asking.push(cancel(event.job.run.id));
    },
  });
  passOnCancels(github, runner);
  writeFiles(folder, {
    'answer.yml': `
on: { issue_comment: { types: [created] } }
jobs:
  answer: { runs-on: ubuntu-latest, steps: [{ run: exec sleep 60 }] }
`,
  });
  github.push({ by: 'kim', branch: 'fix', files: { 'a.ts': 'two\n' } });
  const number = github.openPullRequest({ by: 'kim', branch: 'fix', title: 'Fix' });
  const id = github.comment({ by: 'kim', number, body: '/plan' });
  github.editComment({ by: 'kim', id, body: '/apply' });
  const sent = webhooks.flatMap((webhook) => workflowEventOf(webhook, github, folder) ?? []);
  const runs = (await Promise.all(sent.map((event) => runner.dispatch(event)))).flat();
  await Promise.all(asking);
  expect(runs).toMatchObject([{ file: 'answer.yml', event: 'issue_comment', actor: 'kim', conclusion: 'cancelled' }]);
  expect([...github.state.runs.values()]).toMatchObject([
    { headBranch: 'main', isCancelRequested: true, conclusion: 'cancelled' },
  ]);
});

test('scopes are spelled as the API spells them', () => {
  expect(tokenPermissions({ 'pull-requests': 'write', contents: 'read' })).toEqual({ pull_requests: 'write', contents: 'read' });
});
