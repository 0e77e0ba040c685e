// Who may do what at the double: tokens, permissions, roles, as GitHub refuses them.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Fixture, openFixture, openPull, repository } from './support.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await openFixture();
});

describe('a token', () => {
  test.each([
    ['is missing', {}, 'Requires authentication'],
    ['is unknown', { authorization: 'token nonsense' }, 'Bad credentials'],
  ])('that %s is refused', async (_how, headers, message) => {
    const response = await fetch(`${fixture.github.url}/user`, { headers });
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 401, body: { message } });
  });

  test.each(['token', 'Bearer', 'bearer'])('is taken after the word %s', async (word) => {
    const token = fixture.github.issueToken({ kind: 'person', login: 'ada' });
    const { status, body } = await fixture.ask('GET', '/user', { headers: { authorization: `${word} ${token}` } });
    expect({ status, login: body.login, type: body.type }).toEqual({ status: 200, login: 'ada', type: 'User' });
  });

  test('that was revoked is unknown', async () => {
    const token = fixture.github.issueToken({ kind: 'person', login: 'ada' });
    fixture.github.revokeToken(token);
    expect((await fixture.ask('GET', '/user', { token })).status).toBe(401);
  });

  test('of a job is that of github-actions[bot]', async () => {
    const number = openPull(fixture.github);
    const { body } = await fixture.ask('POST', `${repository}/issues/${number}/comments`, { body: { body: 'hi' } });
    expect(body).toMatchObject({
      user: { login: 'github-actions[bot]', id: 41898282, type: 'Bot' },
      performed_via_github_app: { slug: 'github-actions', id: 15368 },
    });
  });
});

describe('a job that lacks a permission', () => {
  test.each([
    ['POST', '/issues/1/comments', { pull_requests: 'read' }, 'issues=write; pull_requests=write'],
    ['POST', '/check-runs', { checks: 'read' }, 'checks=write'],
    ['GET', '/actions/runs', {}, 'actions=read'],
    ['DELETE', '/environments/x', { deployments: 'write' }, 'administration=write'],
  ] as const)('is told which: %s %s', async (method, path, permissions, accepted) => {
    const token = fixture.github.issueToken({ kind: 'job', permissions });
    const { status, body, headers } = await fixture.ask(method, `${repository}${path}`, { token });
    expect({ status, message: body.message, accepted: headers.get('x-accepted-github-permissions') }).toEqual({
      status: 403,
      message: 'Resource not accessible by integration',
      accepted,
    });
  });

  test('gets on with any one of several that do', async () => {
    const number = openPull(fixture.github);
    const token = fixture.github.issueToken({ kind: 'job', permissions: { pull_requests: 'write' } });
    const answer = await fixture.ask('POST', `${repository}/issues/${number}/comments`, { token, body: { body: 'hi' } });
    expect(answer.status).toBe(201);
  });
});

describe('a role', () => {
  test.each([
    ['ada', 'admin', 'admin'],
    ['max', 'write', 'maintain'],
    ['wil', 'write', 'write'],
    ['tri', 'read', 'triage'],
    ['rea', 'read', 'read'],
    ['eve', 'none', 'none'],
  ])('of %s is the permission %s', async (login, permission, role) => {
    const { body } = await fixture.ask('GET', `${repository}/collaborators/${login}/permission`);
    expect({ permission: body.permission, role: body.role_name }).toEqual({ permission, role });
  });

  test('can change', async () => {
    fixture.github.setRole('wil', 'read');
    const { body } = await fixture.ask('GET', `${repository}/collaborators/WIL/permission`);
    expect(body.permission).toBe('read');
  });

  test('of an organization has a name of its own, and the rights of the one below it', async () => {
    const { github, ask } = fixture;
    github.setRole('tri', 'maintain', 'release-manager');
    const { body } = await ask('GET', `${repository}/collaborators/tri/permission`);
    const permissions = { pull: true, triage: true, push: true, maintain: true, admin: false };
    const shown = { permission: 'write', role_name: 'release-manager', user: { role_name: 'release-manager', permissions } };
    expect(body).toMatchObject(shown);
    github.setRole('tri', 'triage');
    const later = await ask('GET', `${repository}/collaborators/tri/permission`);
    expect(later.body).toMatchObject({ permission: 'read', role_name: 'triage' });
  });

  test('is nothing that an app has', async () => {
    const { status, body } = await fixture.ask('GET', `${repository}/collaborators/helper%5Bbot%5D/permission`);
    expect({ status, message: body.message }).toEqual({ status: 404, message: 'helper[bot] is not a user' });
  });

  test.each([
    ['ada', 'DELETE', '/environments/none', 404],
    ['max', 'DELETE', '/environments/none', 403],
    ['wil', 'POST', '/dispatches', 422],
    ['rea', 'POST', '/dispatches', 403],
    ['rea', 'GET', '/issues', 200],
    ['eve', 'GET', '', 404],
  ])('lets or does not let %s %s %s: %i', async (login, method, path, status) => {
    const token = fixture.github.issueToken({ kind: 'person', login });
    expect((await fixture.ask(method, `${repository}${path}`, { token })).status).toBe(status);
  });

  test('of a reader does not reach the comments of others', async () => {
    const { github, ask } = fixture;
    const number = openPull(github);
    const own = github.comment({ by: 'rea', number, body: 'mine' });
    const other = github.comment({ by: 'wil', number, body: 'yours' });
    const token = github.issueToken({ kind: 'person', login: 'rea' });
    const edit = (id: number) => ask('PATCH', `${repository}/issues/comments/${id}`, { token, body: { body: 'x' } });
    expect([(await edit(own)).status, (await edit(other)).status]).toEqual([200, 403]);
  });

  test('of a person makes no check runs: only apps may', async () => {
    const { github, ask } = fixture;
    const token = github.issueToken({ kind: 'person', login: 'ada' });
    const { status } = await ask('POST', `${repository}/check-runs`, { token, body: { name: 'a', head_sha: 'b' } });
    expect(status).toBe(403);
  });
});

describe('another repository', () => {
  test.each([
    '/repos/acme/other',
    '/repos/other/platform',
    '/orgs/other/teams/sre/memberships/ada',
    '/orgs/acme/teams/sre/memberships/wil',
  ])('or team is not found: %s', async (path) => {
    expect((await fixture.ask('GET', path)).status).toBe(404);
  });
});

describe('a locked conversation', () => {
  test.each([
    ['ada', 201],
    ['wil', 201],
    ['tri', 403],
    ['rea', 403],
    // A job's token is that of an app, which is no collaborator, whatever it is permitted.
    [undefined, 403],
  ])('takes the comment of %s: %s', async (login, status) => {
    const { github, ask } = fixture;
    const number = openPull(github);
    github.lock({ by: 'max', number });
    const token = login && github.issueToken({ kind: 'person', login });
    const answer = await ask('POST', `${repository}/issues/${number}/comments`, { body: { body: 'x' }, ...(token && { token }) });
    expect(answer.status).toBe(status);
  });

  test('takes reactions of nobody', async () => {
    const { github, ask } = fixture;
    const number = openPull(github);
    const id = github.comment({ by: 'wil', number, body: '/plan' });
    github.lock({ by: 'max', number });
    const token = github.issueToken({ kind: 'person', login: 'ada' });
    const answer = await ask('POST', `${repository}/issues/comments/${id}/reactions`, { token, body: { content: 'eyes' } });
    expect(answer.status).toBe(403);
  });

  test('is one that others cannot write in by hand either', () => {
    const { github } = fixture;
    const number = openPull(github);
    github.lock({ by: 'max', number });
    expect(() => github.comment({ by: 'rea', number, body: 'x' })).toThrow('locked');
  });
});

describe('a public repository', () => {
  test('is one that everybody may read', async () => {
    const { github, ask } = await openFixture({ isPrivate: false });
    const token = github.issueToken({ kind: 'job', permissions: {} });
    const { body } = await ask('GET', `${repository}/collaborators/eve/permission`, { token });
    expect(body).toMatchObject({ permission: 'read', role_name: 'read', user: { permissions: { pull: true, triage: false } } });
  });
});
