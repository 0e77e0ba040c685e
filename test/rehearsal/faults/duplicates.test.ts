// What stands twice on GitHub is found, and what only looks like it is not.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findDuplicates } from '../../../src/rehearsal/faults/duplicates.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';

let github: GitHubDouble;
let ask: (method: string, path: string, body?: object) => Promise<{ readonly id: number }>;

beforeEach(async () => {
  github = await openGitHubDouble({
    owner: 'example',
    name: 'assessments',
    people: [{ login: 'kim', role: 'write' }],
    files: { 'README.md': 'Assessments' },
    webhookSecret: 'a secret',
    now: () => new Date('2026-03-02T09:00:00Z'),
  });
  github.push({ by: 'kim', branch: 'change', files: { 'CHANGES.md': 'A change' } });
  github.openPullRequest({ by: 'kim', branch: 'change', title: 'A change' });
  const permissions = { issues: 'write', pull_requests: 'write', checks: 'write', deployments: 'write' } as const;
  const token = github.issueToken({ kind: 'job', permissions: { ...permissions, metadata: 'read', contents: 'read' } });
  ask = async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${github.url}/repos/example/assessments/${path}`, { method, headers, ...text });
    expect(response.status).toBeLessThan(300);
    return (await response.json()) as { id: number };
  };
});
afterEach(() => github.close());

const headSha = () => github.state.issues.get(1)?.pull?.headSha ?? '';
const comment = (body: string) => ask('POST', 'issues/1/comments', { body });
const deploy = async (run: string): Promise<void> => {
  const request = { ref: headSha(), environment: 'preview/pr-1', required_contexts: [], auto_merge: false };
  const { id } = await ask('POST', 'deployments', request);
  await ask('POST', `deployments/${id}/statuses`, { state: 'in_progress', log_url: run });
};

describe('twice', () => {
  test.each([
    [
      'a sticky comment',
      () => comment('<!-- opsdeck:pull-request -->\nOne'),
      () => comment('<!-- opsdeck:pull-request -->\nOther'),
    ],
    ['a comment', () => comment('The same words'), () => comment('The same words')],
    [
      'an issue',
      () => ask('POST', 'issues', { title: 'Drift', body: '<!-- opsdeck:drift -->\nOne' }),
      () => ask('POST', 'issues', { title: 'Drift', body: '<!-- opsdeck:drift -->\nOther' }),
    ],
    ['a check', () => check('opsdeck:plan'), () => check('opsdeck:plan')],
    ['a deployment by one run', () => deploy('https://github.com/runs/1'), () => deploy('https://github.com/runs/1')],
  ])('%s', async (_name, first, second) => {
    await first();
    expect(findDuplicates(github.state)).toEqual([]);
    await second();
    expect(findDuplicates(github.state)).toHaveLength(1);
  });
});

function check(externalId: string) {
  return ask('POST', 'check-runs', { name: 'plan', head_sha: headSha(), external_id: externalId, status: 'in_progress' });
}

test('a deployment that nobody ever looked after', async () => {
  const request = { ref: headSha(), environment: 'preview/pr-1', required_contexts: [], auto_merge: false };
  const { id } = await ask('POST', 'deployments', request);
  expect(findDuplicates(github.state)).toEqual([`forgotten deployment ${id}`]);
});

test('what people write, what is about something else, and what another run does, is nothing twice', async () => {
  for (const times of [1, 2]) {
    github.comment({ by: 'kim', number: 1, body: '/help' });
    await comment(`<!-- opsdeck:reply ${times} -->\nThe same words`);
    await check(`opsdeck:${times}`);
    await deploy(`https://github.com/runs/${times}`);
  }
  expect(findDuplicates(github.state)).toEqual([]);
});
