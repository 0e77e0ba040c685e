// Which events are comments that may hold a command.
import { describe, expect, test } from '@jest/globals';
import { readCommentEvent } from '../../../src/actions/chatops/event.ts';

const comment = {
  id: 900,
  body: '/help',
  created_at: '2026-11-22T10:00:00Z',
  html_url: 'https://github.test/acme/platform/pull/7#issuecomment-900',
  user: { login: 'ada', type: 'User' },
  performed_via_github_app: null,
};
const issue = { number: 7, pull_request: { url: 'https://api.github.test/repos/acme/platform/pulls/7' } };
const event = { action: 'created', issue, comment };

test('a new comment of a person on a pull request may hold one', () => {
  expect(readCommentEvent('issue_comment', event)).toMatchInlineSnapshot(`
{
  "comment": {
    "author": "ada",
    "body": "/help",
    "createdAt": "2026-11-22T10:00:00Z",
    "id": 900,
    "pullRequest": 7,
    "url": "https://github.test/acme/platform/pull/7#issuecomment-900",
  },
  "kind": "comment",
}
`);
});

describe('is ignored:', () => {
  test.each([
    ['another event', 'push', event, 'the event is push'],
    ['no event', '', event, 'the event is none'],
    [
      'an edited comment',
      'issue_comment',
      { ...event, action: 'edited' },
      'only a new comment is a command: an edited one may be another than people saw',
    ],
    [
      'a deleted one',
      'issue_comment',
      { ...event, action: 'deleted' },
      'only a new comment is a command: an edited one may be another than people saw',
    ],
    ['a comment on an issue', 'issue_comment', { ...event, issue: { number: 7 } }, 'it is on no pull request'],
    [
      'a bot',
      'issue_comment',
      { ...event, comment: { ...comment, user: { login: 'x[bot]', type: 'Bot' } } },
      'a program wrote it',
    ],
    [
      'an app in the name of a person',
      'issue_comment',
      { ...event, comment: { ...comment, performed_via_github_app: { id: 1 } } },
      'a program wrote it',
    ],
    ['an account that is gone', 'issue_comment', { ...event, comment: { ...comment, user: null } }, 'a program wrote it'],
    ['prose', 'issue_comment', { ...event, comment: { ...comment, body: 'and/or' } }, 'it holds no command'],
    ['an empty body', 'issue_comment', { ...event, comment: { ...comment, body: null } }, 'it holds no command'],
    ['an id that is none', 'issue_comment', { ...event, comment: { ...comment, id: '900' } }, 'it is not what GitHub sends'],
    ['no payload', 'issue_comment', undefined, 'only a new comment is a command: an edited one may be another than people saw'],
    ['a list', 'issue_comment', [], 'only a new comment is a command: an edited one may be another than people saw'],
  ])('%s', (_name, name, payload, because) => {
    expect(readCommentEvent(name, payload)).toEqual({ kind: 'ignored', because });
  });
});

test.each(['\n/plan', 'text\r\n/plan', 'text\r/plan'])('a command may stand on any line: %j', (body) => {
  expect(readCommentEvent('issue_comment', { ...event, comment: { ...comment, body } })).toMatchObject({ kind: 'comment' });
});
