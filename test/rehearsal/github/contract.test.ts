// Every operation of the double, performed over HTTP and judged by GitHub's own OpenAPI description.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { routes } from '../../../src/rehearsal/github/routes.ts';
import { installTestApp, type TestApp } from '../../support/github-app.ts';
import { knownOperations, problemsOfAnswer, problemsOfRequest } from './openapi.ts';
import { type Fixture, headOf, openFixture, openPull, repository, workflowFile } from './support.ts';

/** What there is before the operation. */
interface Before extends Fixture {
  readonly pull: number;
  readonly sha: string;
  readonly issue: number;
  readonly comment: number;
  readonly run: number;
  readonly check: number;
  readonly deployment: number;
  readonly app: TestApp;
}

let before: Before;

beforeEach(async () => {
  const fixture = await openFixture();
  const { github, ask } = fixture;
  const pull = openPull(github);
  const sha = headOf(github, pull);
  github.label({ by: 'ada', number: pull, add: ['preview'] });
  github.review({ by: 'max', number: pull, state: 'APPROVED', body: 'Good.' });
  const issue = github.openIssue({ by: 'rea', title: 'It is slow', body: 'very', labels: ['bug'] });
  const comment = github.comment({ by: 'wil', number: pull, body: '/preview' });
  const workflow = { name: 'Runbook', workflowPath: workflowFile, event: 'push', headSha: sha, headBranch: 'topic' };
  const run = github.runs.start({ by: 'wil', ...workflow });
  github.runs.finishJob(github.runs.startJob(run, 'plan'), 'success');
  github.runs.startJob(run, 'apply');
  await ask('POST', `${repository}/issues/comments/${comment}/reactions`, { body: { content: 'eyes' } });
  await ask('POST', `${repository}/statuses/${sha}`, { body: { state: 'pending', context: 'a' } });
  const check = await ask('POST', `${repository}/check-runs`, { body: { name: 'plan', head_sha: sha } });
  const deployment = await ask('POST', `${repository}/deployments`, { body: { ref: sha, environment: 'preview' } });
  const state = { body: { state: 'success', environment_url: 'https://pr-1.example.com', log_url: 'https://ci.example.com' } };
  await ask('POST', `${repository}/deployments/${deployment.body.id}/statuses`, state);
  await ask('POST', `${repository}/actions/variables`, { body: { name: 'KNOWN', value: 'a' } });
  const onlyNamed = { protected_branches: false, custom_branch_policies: true };
  await ask('PUT', `${repository}/environments/guarded`, { body: { deployment_branch_policy: onlyNamed } });
  before = {
    ...fixture,
    pull,
    sha,
    issue,
    comment,
    run,
    check: check.body.id,
    deployment: deployment.body.id,
    app: installTestApp(github),
  };
});

interface Row {
  readonly operation: string;
  readonly status: number;
  /** In place of a job's. */
  readonly token?: (before: Before) => string;
  /** In place of the usual one. */
  readonly path?: (before: Before) => string;
  readonly body?: (before: Before) => unknown;
}

const R = '/repos/{owner}/{repo}';
const rows: readonly Row[] = [
  { operation: `GET ${R}`, status: 200 },
  { operation: `GET ${R}/pulls`, status: 200 },
  { operation: `POST ${R}/pulls`, status: 422, body: () => ({ title: 'Again', head: 'topic', base: 'main' }) },
  { operation: `GET ${R}/pulls/{pull_number}`, status: 200 },
  {
    operation: `GET ${R}/pulls/{pull_number}`,
    status: 200,
    path: ({ github, pull }) => {
      github.lock({ by: 'ada', number: pull, reason: 'resolved' });
      return `${repository}/pulls/${pull}`;
    },
  },
  { operation: `GET ${R}/pulls/{pull_number}`, status: 404, path: () => `${repository}/pulls/999` },
  { operation: `GET ${R}/pulls/{pull_number}/files`, status: 200 },
  { operation: `GET ${R}/pulls/{pull_number}/commits`, status: 200 },
  { operation: `GET ${R}/pulls/{pull_number}/reviews`, status: 200 },
  { operation: `GET ${R}/issues`, status: 200, path: () => `${repository}/issues?state=all` },
  { operation: `POST ${R}/issues`, status: 201, body: () => ({ title: 'Drift', body: 'x', labels: ['drift'] }) },
  { operation: `POST ${R}/issues`, status: 422, body: () => ({ title: '' }) },
  { operation: `GET ${R}/issues/{issue_number}`, status: 200 },
  { operation: `GET ${R}/issues/{issue_number}`, status: 200, path: ({ pull }) => `${repository}/issues/${pull}` },
  { operation: `GET ${R}/issues/{issue_number}`, status: 404, path: () => `${repository}/issues/999` },
  {
    operation: `PATCH ${R}/issues/{issue_number}`,
    status: 200,
    body: () => ({ state: 'closed', state_reason: 'completed', labels: ['done'] }),
  },
  { operation: `PATCH ${R}/issues/{issue_number}`, status: 422, body: () => ({ body: 'x'.repeat(65_537) }) },
  { operation: `GET ${R}/issues/{issue_number}/comments`, status: 200 },
  { operation: `POST ${R}/issues/{issue_number}/comments`, status: 201, body: () => ({ body: 'hello' }) },
  {
    operation: `POST ${R}/issues/{issue_number}/comments`,
    status: 403,
    path: ({ github, issue }) => {
      github.lock({ by: 'ada', number: issue, reason: 'too heated' });
      return `${repository}/issues/${issue}/comments`;
    },
    body: () => ({ body: 'hello' }),
  },
  { operation: `POST ${R}/issues/{issue_number}/comments`, status: 422, body: () => ({ body: 'x'.repeat(65_537) }) },
  {
    operation: `POST ${R}/issues/{issue_number}/comments`,
    status: 404,
    path: () => `${repository}/issues/999/comments`,
    body: () => ({ body: 'hello' }),
  },
  { operation: `GET ${R}/issues/comments/{comment_id}`, status: 200 },
  { operation: `GET ${R}/issues/comments/{comment_id}`, status: 404, path: () => `${repository}/issues/comments/1` },
  { operation: `PATCH ${R}/issues/comments/{comment_id}`, status: 200, body: () => ({ body: 'changed' }) },
  { operation: `PATCH ${R}/issues/comments/{comment_id}`, status: 422, body: () => ({ body: '' }) },
  { operation: `DELETE ${R}/issues/comments/{comment_id}`, status: 204 },
  { operation: `GET ${R}/issues/comments/{comment_id}/reactions`, status: 200 },
  { operation: `POST ${R}/issues/comments/{comment_id}/reactions`, status: 201, body: () => ({ content: 'rocket' }) },
  { operation: `POST ${R}/issues/comments/{comment_id}/reactions`, status: 200, body: () => ({ content: 'eyes' }) },
  { operation: `POST ${R}/issues/{issue_number}/assignees`, status: 201, body: () => ({ assignees: ['wil', 'nobody'] }) },
  {
    operation: `POST ${R}/issues/{issue_number}/assignees`,
    status: 201,
    path: ({ pull }) => `${repository}/issues/${pull}/assignees`,
    body: () => ({ assignees: ['ada'] }),
  },
  { operation: `GET ${R}/issues/{issue_number}/labels`, status: 200 },
  { operation: `POST ${R}/issues/{issue_number}/labels`, status: 200, body: () => ({ labels: ['a', 'b'] }) },
  { operation: `DELETE ${R}/issues/{issue_number}/labels/{name}`, status: 200 },
  {
    operation: `DELETE ${R}/issues/{issue_number}/labels/{name}`,
    status: 404,
    path: ({ pull }) => `${repository}/issues/${pull}/labels/none`,
  },
  {
    operation: `POST ${R}/check-runs`,
    status: 201,
    body: ({ sha }) => ({ name: 'a', head_sha: sha, output: { title: 't', summary: 's' } }),
  },
  { operation: `GET ${R}/check-runs/{check_run_id}`, status: 200 },
  {
    operation: `PATCH ${R}/check-runs/{check_run_id}`,
    status: 200,
    body: () => ({ status: 'completed', conclusion: 'success' }),
  },
  { operation: `GET ${R}/commits/{ref}`, status: 200 },
  { operation: `GET ${R}/commits/{ref}`, status: 422, path: () => `${repository}/commits/nowhere` },
  { operation: `GET ${R}/commits/{ref}/check-runs`, status: 200 },
  { operation: `GET ${R}/commits/{ref}/status`, status: 200 },
  {
    operation: `POST ${R}/statuses/{sha}`,
    status: 201,
    body: () => ({ state: 'success', context: 'preview', target_url: 'https://x.example' }),
  },
  { operation: `GET ${R}/deployments`, status: 200 },
  {
    operation: `POST ${R}/deployments`,
    status: 201,
    body: ({ sha }) => ({ ref: sha, required_contexts: [], auto_merge: false }),
  },
  { operation: `POST ${R}/deployments`, status: 422, body: () => ({ ref: '' }) },
  { operation: `GET ${R}/deployments/{deployment_id}`, status: 200 },
  { operation: `GET ${R}/deployments/{deployment_id}`, status: 404, path: () => `${repository}/deployments/1` },
  { operation: `DELETE ${R}/deployments/{deployment_id}`, status: 204 },
  { operation: `GET ${R}/deployments/{deployment_id}/statuses`, status: 200 },
  { operation: `POST ${R}/deployments/{deployment_id}/statuses`, status: 201, body: () => ({ state: 'inactive' }) },
  {
    operation: `POST ${R}/deployments/{deployment_id}/statuses`,
    status: 422,
    body: () => ({ state: 'success', description: 'x'.repeat(141) }),
  },
  { operation: `GET ${R}/environments`, status: 200 },
  { operation: `GET ${R}/environments/{environment_name}`, status: 200 },
  { operation: `DELETE ${R}/environments/{environment_name}`, status: 204 },
  {
    operation: `PUT ${R}/environments/{environment_name}`,
    status: 200,
    body: ({ github }) => ({
      reviewers: [{ type: 'User', id: github.state.accounts.get('max')?.id }],
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
    }),
  },
  {
    operation: `PUT ${R}/environments/{environment_name}`,
    status: 422,
    body: () => ({ reviewers: [{ type: 'User', id: 1 }] }),
  },
  { operation: `GET ${R}/environments/{environment_name}/deployment-branch-policies`, status: 200 },
  {
    operation: `POST ${R}/environments/{environment_name}/deployment-branch-policies`,
    status: 200,
    path: () => `${repository}/environments/guarded/deployment-branch-policies`,
    body: () => ({ name: 'main' }),
  },
  { operation: `GET ${R}/actions/variables`, status: 200 },
  { operation: `POST ${R}/actions/variables`, status: 201, body: () => ({ name: 'AWS_REGION', value: 'eu-west-2' }) },
  { operation: `GET ${R}/actions/variables/{name}`, status: 200, path: () => `${repository}/actions/variables/KNOWN` },
  {
    operation: `PATCH ${R}/actions/variables/{name}`,
    status: 204,
    path: () => `${repository}/actions/variables/KNOWN`,
    body: () => ({ value: 'b' }),
  },
  { operation: `GET ${R}/actions/permissions`, status: 200 },
  { operation: `PUT ${R}/actions/permissions`, status: 204, body: () => ({ enabled: true, allowed_actions: 'selected' }) },
  { operation: `GET ${R}/actions/permissions/workflow`, status: 200 },
  {
    operation: `PUT ${R}/actions/permissions/workflow`,
    status: 204,
    body: () => ({ default_workflow_permissions: 'write', can_approve_pull_request_reviews: true }),
  },
  { operation: `GET ${R}/branches/{branch}`, status: 200 },
  { operation: `GET ${R}/branches/{branch}`, status: 404, path: () => `${repository}/branches/nowhere` },
  { operation: `GET ${R}/rules/branches/{branch}`, status: 200 },
  {
    operation: `GET ${R}/rules/branches/{branch}`,
    status: 200,
    path: ({ github }) => {
      github.protectBranch('main');
      return `${repository}/rules/branches/main`;
    },
  },
  { operation: `GET ${R}/actions/runs`, status: 200 },
  { operation: `GET ${R}/actions/runs/{run_id}`, status: 200 },
  { operation: `GET ${R}/actions/runs/{run_id}/jobs`, status: 200 },
  { operation: `POST ${R}/actions/runs/{run_id}/cancel`, status: 202 },
  {
    operation: `POST ${R}/actions/runs/{run_id}/cancel`,
    status: 409,
    path: ({ github, run }) => {
      github.runs.finish(run, 'success');
      return `${repository}/actions/runs/${run}/cancel`;
    },
  },
  {
    operation: `GET ${R}/actions/workflows/{workflow_id}/runs`,
    status: 200,
    path: () => `${repository}/actions/workflows/runbook.yml/runs?branch=topic&event=push&per_page=50`,
  },
  {
    operation: `POST ${R}/actions/workflows/{workflow_id}/dispatches`,
    status: 204,
    body: () => ({ ref: 'main', inputs: { name: 'restart' } }),
  },
  { operation: `POST ${R}/dispatches`, status: 204, body: () => ({ event_type: 'alarm', client_payload: { name: 'p99' } }) },
  { operation: `POST ${R}/dispatches`, status: 422, body: () => ({ event_type: '' }) },
  { operation: `GET ${R}/collaborators/{username}/permission`, status: 200 },
  {
    operation: `GET ${R}/collaborators/{username}/permission`,
    status: 404,
    path: () => `${repository}/collaborators/nobody/permission`,
  },
  { operation: `GET ${R}/contents/{path}`, status: 200 },
  { operation: `GET ${R}/contents/{path}`, status: 200, path: () => `${repository}/contents/.github` },
  {
    operation: `GET ${R}/contents/{path}`,
    status: 200,
    path: ({ github }) => {
      github.push({ by: 'ada', branch: 'main', files: { large: 'x'.repeat(1024 * 1024 + 1) } });
      return `${repository}/contents/large`;
    },
  },
  { operation: `GET ${R}/contents/{path}`, status: 404, path: () => `${repository}/contents/nothing` },
  { operation: `GET ${R}/git/ref/{ref}`, status: 200 },
  { operation: `GET ${R}/git/ref/{ref}`, status: 404, path: () => `${repository}/git/ref/heads/nowhere` },
  { operation: `GET ${R}/git/commits/{commit_sha}`, status: 200 },
  {
    operation: `GET ${R}/collaborators/{username}/permission`,
    status: 200,
    path: ({ github }) => {
      github.setRole('tri', 'triage', 'on-call');
      return `${repository}/collaborators/tri/permission`;
    },
  },
  {
    operation: `GET ${R}/collaborators/{username}/permission`,
    status: 404,
    path: () => `${repository}/collaborators/helper%5Bbot%5D/permission`,
  },
  { operation: 'GET /orgs/{org}/teams/{team_slug}', status: 200 },
  { operation: 'GET /orgs/{org}/teams/{team_slug}', status: 404, path: () => '/orgs/acme/teams/none' },
  { operation: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}', status: 200 },
  { operation: 'GET /users/{username}', status: 200 },
  { operation: 'GET /user', status: 200 },
  { operation: 'GET /rate_limit', status: 200 },
  ...[
    { status: 201, body: { repositories: ['platform'], permissions: { actions: 'write' } } },
    { status: 422, body: { permissions: { contents: 'write' } } },
    { status: 422, body: { repositories: ['other'] } },
  ].map(({ status, body }) => ({
    operation: 'POST /app/installations/{installation_id}/access_tokens',
    status,
    path: ({ app }: Before) => `/app/installations/${app.installationId}/access_tokens`,
    token: ({ app, clock }: Before) => app.jwt(clock.now()),
    body: () => body,
  })),
  {
    operation: 'POST /app/installations/{installation_id}/access_tokens',
    status: 404,
    path: () => '/app/installations/1/access_tokens',
    token: ({ app, clock }) => app.jwt(clock.now()),
  },
  {
    operation: 'POST /app/installations/{installation_id}/access_tokens',
    status: 401,
    path: ({ app }) => `/app/installations/${app.installationId}/access_tokens`,
  },
];

/** The path of the operation with what there is. */
function usualPath(operation: string): string {
  const { pull, sha, comment, run, check, deployment, issue } = before;
  const isLabel = operation.includes('/labels');
  const values: Readonly<Record<string, unknown>> = {
    ...{
      owner: 'acme',
      repo: 'platform',
      org: 'acme',
      team_slug: 'sre',
      username: 'ada',
      name: 'preview',
      environment_name: 'preview',
      branch: 'main',
    },
    ...{ pull_number: pull, issue_number: isLabel || operation.startsWith('GET') ? pull : issue, comment_id: comment },
    ...{ commit_sha: sha, sha, run_id: run, check_run_id: check, deployment_id: deployment, workflow_id: 'runbook.yml' },
    ...{ ref: operation.includes('/git/ref') ? `pull/${pull}/head` : sha, path: 'README.md' },
  };
  return operation.replace(/^\w+ /, '').replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
}

describe('an operation', () => {
  test.each(rows)('$operation answers $status as GitHub does', async ({ operation, status, path, body, token }) => {
    const [method = ''] = operation.split(' ');
    const sent = body?.(before);
    const answer = await before.ask(method, path?.(before) ?? usualPath(operation), {
      body: sent,
      ...(token && { token: token(before) }),
    });
    expect({ status: answer.status, problems: problemsOfAnswer(operation, answer.status, answer.body) }).toEqual({
      status,
      problems: [],
    });
    if (status < 400) expect(problemsOfRequest(operation, sent)).toEqual([]);
    expect(before.github.journal.at(-1)).toMatchObject({ method, route: operation, status, isUnsupported: false });
  });

  test('is in this table, and in the description, for every route', () => {
    const known = routes.map(({ method, path }) => `${method} ${path.replace('{+', '{')}`).sort();
    expect([...new Set(rows.map(({ operation }) => operation))].sort()).toEqual(known);
    expect([...knownOperations].sort()).toEqual(known);
  });

  test('that the double does not know is answered 404 and shows in the journal', async () => {
    const { status, body } = await before.ask('GET', `${repository}/milestones`);
    expect({ status, message: body.message }).toEqual({
      status: 404,
      message: 'The GitHub double of this rehearsal does not know GET /repos/acme/platform/milestones.',
    });
    expect(before.github.journal.filter(({ isUnsupported }) => isUnsupported)).toHaveLength(1);
  });
});

describe('the judge', () => {
  test.each([
    ['a field is missing', { id: 1 }],
    ['a time is no time', { created_at: 'yesterday' }],
    ['an enumeration is left', { author_association: 'FRIEND' }],
  ])('objects when %s', async (_why, change) => {
    const { body } = await before.ask('GET', `${repository}/issues/comments/${before.comment}`);
    const wrong = 'id' in change ? change : { ...body, ...change };
    expect(problemsOfAnswer(`GET ${R}/issues/comments/{comment_id}`, 200, wrong)).not.toEqual([]);
  });
});
