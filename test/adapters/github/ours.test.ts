// What is ours: a text that begins with our marker and that we wrote.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOurs, refuseTooLong, type Written, withMarker, withoutMarker } from '../../../src/adapters/github/ours.ts';

const bot = 'github-actions[bot]';
const body = withMarker('plan', 'hello');

describe('a comment is ours', () => {
  test.each<[boolean, string, Written]>([
    [true, 'we wrote it', { body, user: { login: bot, type: 'Bot' } }],
    [true, 'our app did', { body, user: { login: bot, type: 'Bot' }, performed_via_github_app: { slug: 'github-actions' } }],
    [true, 'the case of the login differs', { body, user: { login: 'GitHub-Actions[bot]', type: 'Bot' } }],
    [false, 'somebody else copied the marker', { body, user: { login: 'eve', type: 'User' } }],
    [false, 'another bot did', { body, user: { login: 'other[bot]', type: 'Bot' } }],
    [
      false,
      'another app wrote for the bot',
      { body, user: { login: bot, type: 'Bot' }, performed_via_github_app: { slug: 'evil' } },
    ],
    [false, 'it is no bot', { body, user: { login: bot, type: 'User' } }],
    [false, 'the author is gone', { body, user: null }],
    [false, 'the marker is another one', { body: withMarker('plan-2', 'hello'), user: { login: bot, type: 'Bot' } }],
    [false, 'the marker is further down', { body: `> ${body}`, user: { login: bot, type: 'Bot' } }],
    [false, 'there is no text', { user: { login: bot, type: 'Bot' } }],
  ])('%s, because %s', (expected, _why, written) => {
    expect(isOurs(written, 'plan', bot)).toBe(expected);
  });

  test('when a person whose token we have wrote it', () => {
    expect(isOurs({ body, user: { login: 'ada', type: 'User' } }, 'plan', 'ada')).toBe(true);
  });
});

test('a marker put before any text can be taken away again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9/-]{0,20}$/), fc.string(), (marker, text) => {
      expect(withoutMarker(marker, withMarker(marker, text))).toBe(text);
    }),
  );
});

test.each([
  [65_536, 'no error'],
  [65_537, 'github/body-too-long: The text of the comment has 65537 characters; GitHub takes 65536.'],
])('a text of %i characters is %s', (length, expected) => {
  const outcome = (): string => {
    try {
      refuseTooLong('the comment', 'x'.repeat(length));
      return 'no error';
    } catch (error) {
      const { code, message } = error as { code: string; message: string };
      return `${code}: ${message}`;
    }
  };
  expect(outcome()).toBe(expected);
});
