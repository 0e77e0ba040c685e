// What the runner tells an action about its job.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readJobContext } from '../../../src/adapters/runner/job-context.ts';
import { temporaryFolder } from '../../support/cli.ts';

const folder = temporaryFolder();
const sha = 'a'.repeat(40);

function context(event: string, payload: unknown, env: NodeJS.ProcessEnv = {}) {
  const path = join(folder(), 'event.json');
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return readJobContext({
    GITHUB_REPOSITORY: 'acme/assessments',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_JOB: 'plan',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    ...env,
  });
}

const ofPullRequest = (head: object | null) => ({
  action: 'synchronize',
  repository: { full_name: 'acme/assessments' },
  pull_request: { number: 7, head },
});

describe('the context of a job', () => {
  test('says where it runs and what for', async () => {
    expect(await context('pull_request', ofPullRequest({ sha, repo: { full_name: 'acme/assessments' } }))).toEqual({
      repository: { owner: 'acme', name: 'assessments' },
      apiUrl: 'https://api.github.com',
      run: { runId: 42, attempt: 2, job: 'plan' },
      runUrl: 'https://github.com/acme/assessments/actions/runs/42',
      event: { name: 'pull_request', action: 'synchronize', pullRequest: { number: 7, headSha: sha, isFork: false } },
    });
  });

  test.each([
    ['from another repository', { sha, repo: { full_name: 'mallory/assessments' } }],
    ['from a fork that is gone', { sha, repo: null }],
  ])('knows a pull request %s as a fork', async (_name, head) => {
    expect((await context('pull_request', ofPullRequest(head))).event.pullRequest?.isFork).toBe(true);
  });

  test('of a schedule has no pull request', async () => {
    expect((await context('schedule', { schedule: '23 * * * *' })).event).toEqual({ name: 'schedule', action: '' });
  });

  test.each([
    ['without an event', {}, { GITHUB_EVENT_NAME: '' }, 'The environment has no GITHUB_EVENT_NAME.'],
    ['with a torn payload', '{"action":', {}, 'cannot be read'],
    ['with a commit that is none', ofPullRequest({ sha: '$(id)', repo: null }), {}, 'holds no proper pull request'],
    ['with no head', ofPullRequest(null), {}, 'is not what GitHub sends'],
  ])('is refused %s', async (_name, payload, env, what) => {
    const refusal = { code: 'runner/context', message: expect.stringContaining(what) };
    await expect(context('pull_request', payload, env)).rejects.toMatchObject(refusal);
  });
});
