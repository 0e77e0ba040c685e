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
    "issue": 7,
    "place": {
      "kind": "pull-request",
    },
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
    ['a comment on nothing', 'issue_comment', { ...event, issue: null }, 'it is on no issue or pull request'],
    ['a locked conversation', 'issue_comment', { ...event, issue: { ...issue, locked: true } }, 'the conversation is locked'],
    [
      'a locked issue',
      'issue_comment',
      { ...event, issue: { number: 8, state: 'open', locked: true } },
      'the conversation is locked',
    ],
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

describe('a comment on an issue', () => {
  const bot = { login: 'github-actions[bot]', type: 'Bot' };

  test.each<[string, object, object]>([
    [
      'that an alarm has opened',
      { state: 'open', user: bot, labels: [{ name: 'incident' }, { name: 'staging' }] },
      { kind: 'issue', isClosed: false, openedBy: 'github-actions[bot]', labels: ['incident', 'staging'] },
    ],
    [
      'that is closed',
      { state: 'closed', user: { login: 'ada' }, labels: [] },
      { kind: 'issue', isClosed: true, openedBy: 'ada', labels: [] },
    ],
    [
      'of which nothing can be told',
      { user: null, labels: 'incident', pull_request: null },
      { kind: 'issue', isClosed: true, openedBy: '', labels: [] },
    ],
    [
      'whose labels are none',
      { state: 'open', user: bot, labels: [null, 1, { name: 2 }, { name: { toString: 'incident' } }, ['incident']] },
      { kind: 'issue', isClosed: false, openedBy: 'github-actions[bot]', labels: [] },
    ],
  ])('%s', (_name, facts, place) => {
    const reading = readCommentEvent('issue_comment', { ...event, issue: { number: 8, ...facts } });
    expect(reading).toMatchObject({ kind: 'comment', comment: { issue: 8, place } });
  });
});
