// What the double remembers for whoever looks afterwards: comments with their history, deployments, runs.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Fixture, headOf, openFixture, openPull, repository, workflowFile } from './support.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await openFixture();
});

describe('a comment', () => {
  test('keeps every text that it had, and its end', async () => {
    const { github, ask, clock } = fixture;
    const number = openPull(github);
    const { body } = await ask('POST', `${repository}/issues/${number}/comments`, { body: { body: 'one' } });
    await clock.sleep(1000);
    await ask('PATCH', `${repository}/issues/comments/${body.id}`, { body: { body: 'two' } });
    await clock.sleep(1000);
    github.editComment({ by: 'max', id: body.id, body: 'three' });
    github.deleteComment({ by: 'max', id: body.id });
    expect(github.state.comments.get(body.id)).toMatchObject({
      body: 'three',
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-01T00:00:02Z',
      history: [
        { body: 'one', at: '2026-01-01T00:00:00Z', by: 'github-actions[bot]' },
        { body: 'two', at: '2026-01-01T00:00:01Z', by: 'github-actions[bot]' },
        { body: 'three', at: '2026-01-01T00:00:02Z', by: 'max' },
      ],
      deletedAt: '2026-01-01T00:00:02Z',
    });
    expect((await ask('GET', `${repository}/issues/comments/${body.id}`)).status).toBe(404);
    expect((await ask('GET', `${repository}/issues/${number}/comments`)).body).toEqual([]);
  });

  test('counts its reactions, the same one of the same account once', async () => {
    const { github, ask } = fixture;
    const id = github.comment({ by: 'wil', number: openPull(github), body: '/preview' });
    const react = (token?: string) =>
      ask('POST', `${repository}/issues/comments/${id}/reactions`, {
        body: { content: 'eyes' },
        ...(token !== undefined && { token }),
      });
    const token = github.issueToken({ kind: 'person', login: 'rea' });
    expect([(await react()).status, (await react()).status, (await react(token)).status]).toEqual([201, 200, 201]);
    const { body } = await ask('GET', `${repository}/issues/comments/${id}`);
    expect(body.reactions).toMatchObject({ total_count: 2, eyes: 2, rocket: 0 });
  });
});

describe('a check run', () => {
  test('of the same name is shown once, unless all are asked for', async () => {
    const { github, ask } = fixture;
    const sha = headOf(github, openPull(github));
    for (const name of ['plan', 'plan', 'lint']) await ask('POST', `${repository}/check-runs`, { body: { name, head_sha: sha } });
    const count = async (query: string) => (await ask('GET', `${repository}/commits/${sha}/check-runs${query}`)).body.total_count;
    expect([await count(''), await count('?filter=all'), await count('?check_name=lint')]).toEqual([2, 3, 1]);
  });

  test.each([
    [{ status: 'completed' }, 'conclusion'],
    [{ conclusion: 'perfect' }, 'conclusion'],
    [{ status: 'asleep' }, 'status'],
    [{ output: { title: 't', summary: 'x'.repeat(65_536) } }, 'summary'],
  ])('is refused when it is %j', async (change, field) => {
    const { github, ask } = fixture;
    const sha = headOf(github, openPull(github));
    const { status, body } = await ask('POST', `${repository}/check-runs`, { body: { name: 'plan', head_sha: sha, ...change } });
    expect({ status, field: body.errors[0].field }).toEqual({ status: 422, field });
  });
});

describe('statuses of a commit', () => {
  test.each([
    [[], 'pending'],
    [['success', 'pending'], 'pending'],
    [['success', 'error'], 'failure'],
    [['success', 'success'], 'success'],
  ])('%j are together %s', async (states, together) => {
    const { github, ask } = fixture;
    const sha = headOf(github, openPull(github));
    for (const [index, state] of states.entries()) {
      await ask('POST', `${repository}/statuses/${sha}`, { body: { state: 'failure', context: `${index}` } });
      await ask('POST', `${repository}/statuses/${sha}`, { body: { state, context: `${index}` } });
    }
    expect((await ask('GET', `${repository}/commits/topic/status`)).body.state).toBe(together);
  });
});

describe('a deployment that succeeds', () => {
  test.each([
    ['retires the older ones of its environment', {}, 'inactive'],
    ['leaves transient ones alone', { transient_environment: true }, 'success'],
    ['leaves production alone', { production_environment: true }, 'success'],
  ])('%s', async (_what, kind, older) => {
    const { ask, github } = fixture;
    for (let count = 0; count < 2; count += 1) {
      const { body } = await ask('POST', `${repository}/deployments`, { body: { ref: 'main', environment: 'staging', ...kind } });
      await ask('POST', `${repository}/deployments/${body.id}/statuses`, { body: { state: 'success' } });
    }
    const latest = [...github.state.deployments.values()].map(({ statuses }) => statuses.at(-1)?.state);
    expect(latest).toEqual([older, 'success']);
  });

  test('cannot be deleted while it is active beside others', async () => {
    const { ask } = fixture;
    const create = async () =>
      (await ask('POST', `${repository}/deployments`, { body: { ref: 'main', environment: 'staging' } })).body.id;
    const [first] = [await create(), await create()];
    expect((await ask('DELETE', `${repository}/deployments/${first}`)).status).toBe(422);
    await ask('POST', `${repository}/deployments/${first}/statuses`, { body: { state: 'inactive' } });
    expect((await ask('DELETE', `${repository}/deployments/${first}`)).status).toBe(204);
  });
});

describe('a workflow run', () => {
  test('is cancelled when its runner says so, and may run again', async () => {
    const { github, ask } = fixture;
    const headSha = headOf(github, openPull(github));
    const run = github.runs.start({
      by: 'wil',
      name: 'Runbook',
      workflowPath: workflowFile,
      event: 'push',
      headSha,
      headBranch: 'topic',
    });
    const path = `${repository}/actions/runs/${run}`;
    const asked: number[] = [];
    github.onCancel((id) => asked.push(id));
    expect((await ask('POST', `${path}/cancel`)).status).toBe(202);
    expect(github.state.runs.get(run)).toMatchObject({ isCancelRequested: true, status: 'in_progress' });
    expect(asked).toEqual([run]);
    github.runs.finish(run, 'cancelled');
    expect((await ask('POST', `${path}/cancel`)).status).toBe(409);
    expect(asked).toEqual([run]);
    expect(github.runs.startAgain(run)).toBe(2);
    expect((await ask('GET', path)).body).toMatchObject({
      run_attempt: 2,
      status: 'in_progress',
      conclusion: null,
      run_number: 1,
    });
  });

  test.each([
    ['none.yml', 'main', 404],
    ['runbook.yml', 'nowhere', 422],
  ])('is not dispatched for %s at %s', async (file, ref, status) => {
    expect((await fixture.ask('POST', `${repository}/actions/workflows/${file}/dispatches`, { body: { ref } })).status).toBe(
      status,
    );
    expect(fixture.webhooks).toEqual([]);
  });
});

describe('the runs of a workflow', () => {
  test('are told by its file or its id, by branch and event, newest first, with the time of the server', async () => {
    const { github, ask, clock } = fixture;
    const pull = openPull(github);
    const headSha = headOf(github, pull);
    const start = (event: string, headBranch: string, workflowPath: string = workflowFile) =>
      github.runs.start({ by: 'wil', name: 'Runbook', workflowPath, event, headSha, headBranch });
    const first = start('push', 'topic');
    await clock.sleep(60_000);
    const second = start('push', 'topic');
    start('schedule', 'topic');
    start('push', 'main');
    start('push', 'topic', '.github/workflows/other.yml');
    const path = `${repository}/actions/workflows/runbook.yml/runs?branch=topic&event=push`;
    const { body } = await ask('GET', path);
    expect(body).toMatchObject({
      total_count: 2,
      workflow_runs: [
        { id: second, created_at: '2026-01-01T00:01:00Z', head_branch: 'topic', head_repository: { full_name: 'acme/platform' } },
        { id: first, created_at: '2026-01-01T00:00:00Z', head_sha: headSha },
      ],
    });
    const { workflow_id: id } = body.workflow_runs[0];
    expect((await ask('GET', path.replace('runbook.yml', id))).body.total_count).toBe(2);
  });

  test('are none before its first, and not found where there is no such file', async () => {
    const list = (file: string) => fixture.ask('GET', `${repository}/actions/workflows/${file}/runs`);
    expect((await list('runbook.yml')).body).toEqual({ total_count: 0, workflow_runs: [] });
    expect((await list('none.yml')).status).toBe(404);
  });

  test('name the fork that they came from, for as long as it is there', async () => {
    const { github, ask } = fixture;
    const headSha = github.push({ by: 'eve', fork: 'eve', branch: 'topic', files: { 'a.ts': 'x' } });
    const workflow = { name: 'Runbook', workflowPath: workflowFile, event: 'pull_request' };
    github.runs.start({ by: 'eve', ...workflow, headSha, headBranch: 'topic', fork: 'eve' });
    const head = async () => (await ask('GET', `${repository}/actions/runs?branch=topic`)).body.workflow_runs[0].head_repository;
    expect(await head()).toMatchObject({ full_name: 'eve/platform', fork: true });
    github.deleteFork({ by: 'eve' });
    expect(await head()).toBeNull();
  });
});

describe('a review', () => {
  test('stands for the commit that was there, also after a push, until it is dismissed', async () => {
    const { github, ask } = fixture;
    const number = openPull(github);
    const seen = headOf(github, number);
    const id = github.review({ by: 'max', number, state: 'APPROVED' });
    github.push({ by: 'wil', branch: 'topic', files: { 'src/a.ts': 'three\n' } });
    const reviews = async () => (await ask('GET', `${repository}/pulls/${number}/reviews`)).body;
    expect(await reviews()).toMatchObject([{ state: 'APPROVED', commit_id: seen, user: { login: 'max' } }]);
    github.dismissReview({ id });
    expect(await reviews()).toMatchObject([{ state: 'DISMISSED', commit_id: seen }]);
  });

  test('is not for those who wrote the pull request to give', () => {
    const { github } = fixture;
    const number = openPull(github, { by: 'wil' });
    expect(() => github.review({ by: 'wil', number, state: 'APPROVED' })).toThrow('their own');
  });
});

describe('issues and pull requests', () => {
  test('share their numbers, and one list', async () => {
    const { github, ask } = fixture;
    const issue = github.openIssue({ by: 'rea', title: 'It is slow', labels: ['bug'] });
    const pull = openPull(github);
    expect([issue, pull]).toEqual([1, 2]);
    const numbers = async (query: string) =>
      (await ask('GET', `${repository}/issues${query}`)).body.map(({ number }: { number: number }) => number);
    expect(await numbers('')).toEqual([2, 1]);
    expect(await numbers('?direction=asc')).toEqual([1, 2]);
    expect(await numbers('?labels=bug')).toEqual([1]);
    expect(await numbers('?creator=wil')).toEqual([2]);
    github.closePullRequest({ by: 'wil', number: pull });
    expect(await numbers('')).toEqual([1]);
    expect(await numbers('?state=all')).toEqual([2, 1]);
  });

  test('of a fork say whose it is', async () => {
    const { github, ask } = fixture;
    github.push({ by: 'eve', fork: 'eve', branch: 'topic', files: { 'a.ts': 'x' } });
    const number = github.openPullRequest({ by: 'eve', fork: 'eve', branch: 'topic', title: 'Trust me' });
    const { body } = await ask('GET', `${repository}/pulls?head=eve:topic`);
    expect(body).toMatchObject([{ number, head: { repo: { fork: true, owner: { login: 'eve' } } } }]);
  });
});
