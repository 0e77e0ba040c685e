// The events of the double: judged by GitHub's own description of its webhooks, signed, and silent where GitHub is.
import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { GitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { knownWebhooks, problemsOfWebhook } from './openapi.ts';
import { type Fixture, headOf, openFixture, openPull, repository, secret, workflowFile } from './support.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await openFixture();
});

interface Row {
  readonly name: string;
  /** The schema to judge by, where the event has none of its own in the subset. */
  readonly like?: string;
  readonly act: (github: GitHubDouble) => void;
}

const rows: readonly Row[] = [
  { name: 'pull_request.opened', act: openPull },
  {
    name: 'pull_request.synchronize',
    act: (github) => {
      openPull(github);
      github.push({ by: 'wil', branch: 'topic', files: { 'src/b.ts': 'more' } });
    },
  },
  {
    name: 'pull_request.closed',
    act: (github) => github.closePullRequest({ by: 'max', number: openPull(github), merge: true }),
  },
  {
    name: 'pull_request.reopened',
    act: (github) => {
      const number = openPull(github);
      github.closePullRequest({ by: 'wil', number });
      github.reopenPullRequest({ by: 'wil', number });
    },
  },
  {
    name: 'pull_request.labeled',
    like: 'pull_request.reopened',
    act: (github) => github.label({ by: 'ada', number: openPull(github), add: ['preview'] }),
  },
  {
    name: 'pull_request.unlabeled',
    like: 'pull_request.reopened',
    act: (github) => {
      const number = openPull(github);
      github.label({ by: 'ada', number, add: ['preview'] });
      github.label({ by: 'ada', number, remove: ['preview'] });
    },
  },
  {
    name: 'issue_comment.created',
    act: (github) => github.comment({ by: 'wil', number: openPull(github), body: '/preview' }),
  },
  {
    name: 'issue_comment.created',
    like: 'issue_comment.created',
    act: (github) => github.comment({ by: 'wil', number: github.openIssue({ by: 'ada', title: 'It is slow' }), body: '/status' }),
  },
  {
    name: 'issue_comment.edited',
    like: 'issue_comment.created',
    act: (github) => {
      const id = github.comment({ by: 'wil', number: openPull(github), body: '/preview' });
      github.editComment({ by: 'ada', id, body: '/help' });
    },
  },
  {
    name: 'issue_comment.deleted',
    like: 'issue_comment.created',
    act: (github) => github.deleteComment({ by: 'ada', id: github.comment({ by: 'wil', number: openPull(github), body: 'x' }) }),
  },
  {
    name: 'pull_request.locked',
    like: 'pull_request.reopened',
    act: (github) => github.lock({ by: 'ada', number: openPull(github) }),
  },
  { name: 'push', act: (github) => github.push({ by: 'wil', branch: 'main', files: { 'README.md': 'bye\n' } }) },
  {
    name: 'workflow_dispatch',
    act: (github) => github.dispatchWorkflow({ by: 'ada', workflowPath: workflowFile, inputs: { name: 'restart' } }),
  },
  {
    name: 'repository_dispatch',
    act: (github) => github.dispatchRepository({ by: 'ada', eventType: 'alarm', clientPayload: { name: 'p99' } }),
  },
];

function nameOf({ event, payload }: Webhook): string {
  return typeof payload.action === 'string' && event !== 'repository_dispatch' ? `${event}.${payload.action}` : event;
}

describe('the event', () => {
  test.each(rows)('$name is what GitHub would send', ({ name, like, act }) => {
    act(fixture.github);
    const sent = fixture.webhooks.filter((webhook) => nameOf(webhook) === name);
    expect(sent).toHaveLength(1);
    for (const { payload } of sent) {
      const judged = like === undefined ? payload : { ...payload, action: like.split('.')[1] };
      expect(problemsOfWebhook(like ?? name, judged)).toEqual([]);
    }
  });

  test('is in this table for every description', () => {
    const own = rows.filter(({ like }) => like === undefined).map(({ name }) => name);
    expect(own.sort()).toEqual([...knownWebhooks].sort());
  });

  test('carries a signature over its exact body', () => {
    openPull(fixture.github);
    for (const { body, payload, signature256 } of fixture.webhooks) {
      expect(signature256).toBe(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
      expect(JSON.parse(body)).toEqual(payload);
    }
    expect(new Set(fixture.webhooks.map(({ deliveryId }) => deliveryId)).size).toBe(fixture.webhooks.length);
  });

  test('of a schedule names the cron line', () => {
    fixture.github.runSchedule({ by: 'ada', cron: '0 3 * * *', workflowPath: workflowFile });
    expect(fixture.webhooks).toMatchObject([{ event: 'schedule', payload: { schedule: '0 3 * * *', workflow: workflowFile } }]);
  });

  test('no longer reaches who has stopped to listen', () => {
    const heard: string[] = [];
    const stop = fixture.github.onWebhook((webhook) => heard.push(nameOf(webhook)));
    fixture.github.openIssue({ by: 'rea', title: 'one' });
    stop();
    fixture.github.openIssue({ by: 'rea', title: 'two' });
    expect(heard).toEqual(['issues.opened']);
  });
});

describe('a pull request tells', () => {
  test('its whole life, in order', () => {
    const { github, webhooks } = fixture;
    const number = openPull(github);
    github.push({ by: 'wil', branch: 'topic', files: { 'src/a.ts': 'three\n' } });
    github.closePullRequest({ by: 'wil', number });
    github.reopenPullRequest({ by: 'wil', number });
    github.closePullRequest({ by: 'max', number, merge: true });
    expect(webhooks.map(nameOf)).toEqual([
      'push',
      'pull_request.opened',
      'push',
      'pull_request.synchronize',
      'pull_request.closed',
      'pull_request.reopened',
      'pull_request.closed',
      'push',
    ]);
  });

  test('where its head was, and where it is now', () => {
    const { github, webhooks } = fixture;
    const number = openPull(github);
    const before = headOf(github, number);
    const after = github.push({ by: 'wil', branch: 'topic', files: { 'src/a.ts': 'three\n' } });
    expect(webhooks.at(-1)?.payload).toMatchObject({
      action: 'synchronize',
      before,
      after,
      pull_request: { head: { sha: after } },
    });
  });

  test('that it comes from a fork, whose pushes are none of our events', () => {
    const { github, webhooks } = fixture;
    github.push({ by: 'eve', fork: 'eve', branch: 'topic', files: { 'a.ts': 'x' } });
    github.openPullRequest({ by: 'eve', fork: 'eve', branch: 'topic', title: 'Trust me' });
    expect(webhooks.map(nameOf)).toEqual(['pull_request.opened']);
    expect(webhooks[0]?.payload).toMatchObject({
      pull_request: {
        author_association: 'NONE',
        head: { label: 'eve:topic', repo: { fork: true, full_name: 'eve/platform' } },
        base: { label: 'acme:main', repo: { fork: false, full_name: 'acme/platform' } },
      },
    });
  });

  test('that a comment is on it, by a link that comments on issues do not have', () => {
    const { github, webhooks } = fixture;
    github.comment({ by: 'wil', number: openPull(github), body: 'one' });
    github.comment({ by: 'wil', number: github.openIssue({ by: 'rea', title: 'x' }), body: 'two' });
    const comments = webhooks.filter(({ event }) => event === 'issue_comment');
    expect(comments.map(({ payload }) => 'pull_request' in (payload.issue as object))).toEqual([true, false]);
  });
});

describe('no workflow starts', () => {
  test('on what a job does with its own token', async () => {
    const { github, webhooks, ask } = fixture;
    const number = openPull(github);
    await ask('POST', `${repository}/issues/${number}/comments`, { body: { body: 'done' } });
    await ask('POST', `${repository}/issues/${number}/labels`, { body: { labels: ['preview'] } });
    expect(webhooks.slice(-2).map((webhook) => [nameOf(webhook), webhook.startsWorkflows])).toEqual([
      ['issue_comment.created', false],
      ['pull_request.labeled', false],
    ]);
  });

  test('on a pull request with a conflict, not even when it is closed', () => {
    const { github, webhooks } = fixture;
    const number = openPull(github);
    github.push({ by: 'max', branch: 'main', files: { 'src/a.ts': 'other\n' } });
    expect(github.state.issues.get(number)?.pull).toMatchObject({ hasConflict: true, mergeSha: null });
    github.closePullRequest({ by: 'wil', number });
    expect(webhooks.at(-1)).toMatchObject({ payload: { action: 'closed' }, startsWorkflows: false });
  });

  test('unless the job dispatches one', async () => {
    const { webhooks, ask } = fixture;
    await ask('POST', `${repository}/actions/workflows/runbook.yml/dispatches`, { body: { ref: 'main' } });
    await ask('POST', `${repository}/dispatches`, { body: { event_type: 'alarm' } });
    expect(webhooks.map(({ event, startsWorkflows }) => [event, startsWorkflows])).toEqual([
      ['workflow_dispatch', true],
      ['repository_dispatch', true],
    ]);
  });
});

describe('a comment tells', () => {
  const comments = () => fixture.webhooks.filter(({ event }) => event === 'issue_comment');

  test('which app wrote it, and that it starts workflows unless the app is GitHub Actions', () => {
    const { github } = fixture;
    github.comment({ by: 'helper[bot]', number: openPull(github), body: '/plan' });
    expect(comments()).toMatchObject([
      {
        startsWorkflows: true,
        payload: {
          sender: { type: 'Bot' },
          comment: { user: { login: 'helper[bot]', type: 'Bot' }, performed_via_github_app: { slug: 'helper' } },
        },
      },
    ]);
  });

  test('what stood in it before it was edited', () => {
    const { github } = fixture;
    const id = github.comment({ by: 'wil', number: openPull(github), body: '/plan' });
    github.editComment({ by: 'wil', id, body: '/apply' });
    expect(comments().at(-1)?.payload).toMatchObject({
      action: 'edited',
      changes: { body: { from: '/plan' } },
      comment: { id, body: '/apply', author_association: 'COLLABORATOR', performed_via_github_app: null },
    });
  });

  test('that its conversation is locked', () => {
    const { github } = fixture;
    const number = openPull(github);
    github.lock({ by: 'max', number, reason: 'too heated' });
    github.comment({ by: 'wil', number, body: '/plan' });
    github.unlock({ by: 'max', number });
    github.comment({ by: 'rea', number, body: '/plan' });
    const issues = comments().map(({ payload }) => payload.issue);
    expect(issues).toMatchObject([
      { locked: true, active_lock_reason: 'too heated' },
      { locked: false, active_lock_reason: null },
    ]);
  });
});

describe('a branch tells', () => {
  test('that its head was replaced: the pull request follows', () => {
    const { github, webhooks } = fixture;
    const number = openPull(github);
    const before = headOf(github, number);
    const after = github.forcePush({ by: 'wil', branch: 'topic', files: { 'src/b.ts': 'other\n' } });
    expect(webhooks.slice(-2)).toMatchObject([
      { event: 'push', payload: { ref: 'refs/heads/topic', before, after, forced: true, deleted: false } },
      { event: 'pull_request', payload: { action: 'synchronize', before, after, pull_request: { head: { sha: after } } } },
    ]);
    expect(github.state.commits.get(after)?.files.has('src/a.ts')).toBe(false);
    expect(headOf(github, number)).toBe(after);
  });

  test('that it is gone: the pull request is closed', () => {
    const { github, webhooks } = fixture;
    const number = openPull(github);
    const before = headOf(github, number);
    github.deleteBranch({ by: 'wil', branch: 'topic' });
    expect(webhooks.slice(-2)).toMatchObject([
      { event: 'push', payload: { before, after: '0'.repeat(40), deleted: true, head_commit: null, commits: [] } },
      {
        event: 'pull_request',
        payload: { action: 'closed', pull_request: { merged: false, head: { ref: 'topic', sha: before } } },
      },
    ]);
    expect(github.state.branches.has('acme:topic')).toBe(false);
  });

  test('of a fork nothing; with the whole fork the pull request is closed, and names no repository', () => {
    const { github, webhooks } = fixture;
    github.push({ by: 'eve', fork: 'eve', branch: 'topic', files: { 'a.ts': 'x' } });
    github.openPullRequest({ by: 'eve', fork: 'eve', branch: 'topic', title: 'Trust me' });
    github.forcePush({ by: 'eve', fork: 'eve', branch: 'topic', files: { 'a.ts': 'y' } });
    github.deleteFork({ by: 'eve' });
    expect(webhooks.map(nameOf)).toEqual(['pull_request.opened', 'pull_request.synchronize', 'pull_request.closed']);
    expect(webhooks.at(-1)?.payload).toMatchObject({ pull_request: { head: { ref: 'topic', repo: null } } });
  });
});
