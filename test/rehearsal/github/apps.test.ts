// GitHub Apps at the double: who gets a token, what it may do, and when it ends.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { installTestApp, makeKeyPair, type TestApp } from '../../support/github-app.ts';
import { type Fixture, openFixture, repository } from './support.ts';

let fixture: Fixture;
let app: TestApp;

beforeEach(async () => {
  fixture = await openFixture();
  app = installTestApp(fixture.github, { actions: 'write', issues: 'write' });
});

const dispatch = { body: { ref: 'main', inputs: {} } };
const workflow = `${repository}/actions/workflows/runbook.yml/dispatches`;

function askForToken(jwt = app.jwt(fixture.clock.now()), body: object = { permissions: { actions: 'write' } }) {
  return fixture.ask('POST', `/app/installations/${app.installationId}/access_tokens`, { token: jwt, body });
}

describe('a token of an installation', () => {
  test('may do what was asked for, in the name of the App', async () => {
    const { body } = await askForToken();
    expect(body.permissions).toEqual({ metadata: 'read', actions: 'write' });
    expect((await fixture.ask('POST', workflow, { token: body.token, ...dispatch })).status).toBe(204);
    expect(fixture.github.journal.at(-1)?.login).toBe('alarms[bot]');
  });

  test('may not do what was not asked for, though the App may', async () => {
    const { body } = await askForToken();
    const { status } = await fixture.ask('POST', `${repository}/issues`, { token: body.token, body: { title: 'x' } });
    expect(status).toBe(403);
  });

  test('ends after an hour', async () => {
    const { body } = await askForToken();
    expect(body.expires_at).toBe('2026-01-01T01:00:00Z');
    await fixture.clock.sleep(3_600_000);
    expect((await fixture.ask('POST', workflow, { token: body.token, ...dispatch })).status).toBe(401);
  });
});

describe('a JWT', () => {
  const seconds = Date.parse('2026-01-01T00:00:00Z') / 1000;
  const refusals: readonly (readonly [why: string, claims: object, status: number, message: RegExp])[] = [
    ['of an App that nobody knows', { iss: '1' }, 404, /^Integration not found$/],
    ['of the future', { iat: seconds + 30 }, 401, /'Issued at'/],
    ['that has ended', { exp: seconds - 1 }, 401, /'Expiration time'.* must be/],
    ['that would live too long', { exp: seconds + 700 }, 401, /too far in the future/],
  ];

  test.each(refusals)('%s is refused', async (_why, claims, status, message) => {
    const answer = await askForToken(app.jwt(fixture.clock.now(), claims));
    expect({ status: answer.status, message: answer.body.message }).toEqual({ status, message: expect.stringMatching(message) });
  });

  test('that somebody else has signed is refused', async () => {
    const answer = await askForToken(app.jwt(fixture.clock.now(), {}, makeKeyPair().privateKey));
    expect([answer.status, answer.body.message]).toEqual([401, 'A JSON web token could not be decoded']);
  });

  test.each(['a.b.c', 'e30.e30.x'])('%s is none', async (text) => {
    expect((await askForToken(text)).status).toBe(401);
  });

  test('does nothing but ask for tokens', async () => {
    const token = app.jwt(fixture.clock.now());
    expect((await fixture.ask('POST', workflow, { token, ...dispatch })).status).toBe(404);
  });

  test('gets no token for a suspended installation', async () => {
    fixture.github.suspendInstallation(app.installationId);
    expect((await askForToken()).status).toBe(403);
  });
});
