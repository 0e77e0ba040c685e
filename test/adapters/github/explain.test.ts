// What a person reads when GitHub does not grant a request.
import { describe, expect, test } from '@jest/globals';
import { explain, permissionWords } from '../../../src/adapters/github/explain.ts';
import type { Trouble } from '../../../src/adapters/github/next-try.ts';

const asked = 'PATCH /repos/acme/platform/issues/comments/5';

function explained(trouble: Partial<Trouble>, tries = 1) {
  const { code, message, next, details } = explain({
    trouble: { headers: {}, message: 'words of GitHub', ...trouble },
    asked,
    tries,
    now: new Date('2026-01-01T00:00:00Z'),
    details: [],
    cause: undefined,
  });
  return { code, message, next, details };
}

describe('a failure', () => {
  test.each<[string, Partial<Trouble>, string]>([
    ['github/bad-token', { status: 401 }, `GitHub does not accept the token (${asked}).`],
    ['github/forbidden', { status: 403 }, `The token may not do this: ${asked}.`],
    ['github/not-found', { status: 404 }, `GitHub knows nothing there, or does not show it to this token: ${asked}.`],
    ['github/conflict', { status: 409 }, `Something else changed it at the same time: ${asked}.`],
    ['github/gone', { status: 410 }, `It was removed, or the feature is turned off in this repository: ${asked}.`],
    ['github/invalid', { status: 422 }, `GitHub finds the request not valid: ${asked}.`],
    ['github/server-error', { status: 502 }, `GitHub had an error of its own, status 502 (${asked}, tried once).`],
    ['github/no-answer', { networkCode: 'ECONNRESET' }, `GitHub did not answer (${asked}, tried once).`],
    ['github/unreachable', { networkCode: 'ECONNREFUSED' }, `GitHub cannot be reached (${asked}, tried once).`],
    ['github/unexpected-answer', { status: 418 }, `GitHub answered with status 418 (${asked}).`],
    [
      'github/rate-limited',
      { status: 429, headers: { 'retry-after': '900' } },
      `GitHub's rate limit is used up, and waiting for it would take too long (${asked}).`,
    ],
  ])('%s says what was asked', (code, trouble, message) => {
    expect(explained(trouble)).toMatchObject({ code, message, details: ['GitHub says: words of GitHub'] });
  });

  test('of a permission says which one the job needs', () => {
    const headers = { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' };
    expect(explained({ status: 403, headers }).next).toBe(
      'Give the job the permission `issues: write` or `pull-requests: write`.',
    );
  });

  test('of a locked conversation is not one of permissions', () => {
    const headers = { 'x-accepted-github-permissions': 'issues=write' };
    expect(explained({ status: 403, headers, message: 'Unable to create comment because issue is locked.' })).toMatchObject({
      code: 'github/conversation-locked',
      next: 'Unlock the conversation, then run the job again.',
    });
  });

  test('of a limit says when to come back', () => {
    const trouble = { status: 429, headers: { 'retry-after': '900' } };
    expect(explained(trouble).next).toBe('Run the job again after 2026-01-01T00:15:00.000Z.');
  });

  test('says how often it was tried, and keeps hostile words on one short line', () => {
    const { message, details } = explained({ status: 500, message: `a\n::set-output name=x::y\r\n${'z'.repeat(999)}` }, 4);
    expect(message).toContain('tried 4 times');
    expect(details[0]).toMatch(/^GitHub says: a ::set-output name=x::y z{1,500}$/);
  });
});

test.each([
  ['issues=write', 'the permission `issues: write`'],
  ['contents=read,pull_requests=write', 'the permission `contents: read` and `pull-requests: write`'],
  ['', 'the permission that this needs'],
  ['allows_permissionless_access=true', 'the permission that this needs'],
])('the header %j names %s', (header, words) => {
  expect(permissionWords({ headers: { 'x-accepted-github-permissions': header } })).toBe(words);
});
