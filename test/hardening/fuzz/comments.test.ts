// The comment's way, from the webhook to the reply: it never breaks, never hangs, and says nothing that does something.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commands } from '../../../src/actions/chatops/commands/index.ts';
import { readCommentEvent } from '../../../src/actions/chatops/event.ts';
import { parseComment } from '../../../src/actions/chatops/language/parse-comment.ts';
import { parseLeg } from '../../../src/actions/chatops/legs.ts';
import { renderProblems } from '../../../src/actions/chatops/replies.ts';
import { parseJobs } from '../../../src/actions/chatops/report.ts';
import { composeComment, readSlots } from '../../../src/actions/comment/slots.ts';
import { isFailure } from '../../../src/define/failure.ts';
import { comments } from './corpus/comments.ts';
import { harms } from './support/harmless.ts';
import { expedition, hostileTexts, mutatedText, mutatedValue } from './support/mutate.ts';

/** A reply is a comment: GitHub takes 65,536 characters. */
const mostReply = 60_000;

function expectGoodReply(body: string): void {
  const parsed = parseComment(body, commands);
  if (parsed.kind !== 'refused') return;
  const reply = renderProblems(parsed.problems).join('\n');
  expect(reply.length).toBeLessThan(mostReply);
  expect(harms(reply)).toEqual([]);
}

test.each(comments.map((comment) => [comment.slice(0, 60), comment]))('%j', (_beginning, comment) => {
  expectGoodReply(comment);
});

test('comments that are nearly those', () => {
  fc.assert(fc.property(mutatedText(comments), expectGoodReply), expedition);
});

/** GitHub takes no longer comment; each piece alone, again and again, and each two of them in turns. */
describe('the longest comments', () => {
  const pieces = [
    '`',
    '``` ',
    '> ',
    '- ',
    '    ',
    '<',
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    '/plan\n',
    '/plan "',
    '\\',
    '\n\n',
    '\t',
    '~~~\n',
    '1. ',
    'a=b ',
  ];
  test.each(pieces)('of %j', (piece) => {
    for (const other of ['', '\n', ...pieces]) {
      expectGoodReply(`${(piece + other).repeat(Math.floor(65_000 / (piece + other).length))}\n/plan`);
    }
  });
});

const payload = {
  action: 'created',
  issue: {
    number: 7,
    locked: false,
    state: 'open',
    user: { login: 'kim' },
    labels: [{ name: 'incident' }],
    pull_request: { url: 'x' },
  },
  comment: {
    id: 12,
    body: '/plan',
    created_at: '2026-01-31T12:00:00Z',
    html_url: 'https://github.com/acme/platform/pull/7#issuecomment-12',
    user: { login: 'kim', type: 'User' },
    performed_via_github_app: null,
  },
};

test('payloads that are nearly those of GitHub are read or ignored', () => {
  fc.assert(
    fc.property(mutatedValue([payload]), (given) => {
      expect(['comment', 'ignored']).toContain(readCommentEvent('issue_comment', given).kind);
    }),
    expedition,
  );
});

const leg = {
  ...{ id: '12-1', comment: 12, commentUrl: payload.comment.html_url, index: 1, of: 1, job: 'plan', text: '/plan', mode: 'plan' },
  ...{ by: 'kim', issue: 7, pullRequest: 7, headSha: '0'.repeat(40), runId: 3, arguments: { environment: 'staging' } },
};
const jobs = { plan: { result: 'success', outputs: { message: 'done', failure: '' } } };

test.each([
  ['a leg', parseLeg, leg],
  ['the results of jobs', parseJobs, jobs],
])('%s that nearly is one is read, or refused in words that fit on a page', (_name, parse, good) => {
  const check = (json: string): void => {
    try {
      parse(json);
    } catch (error) {
      expect(isFailure(error)).toBe(true);
      expect(String(error).length).toBeLessThan(2_000);
    }
  };
  fc.assert(fc.property(mutatedText([JSON.stringify(good)]), check), expedition);
  fc.assert(
    fc.property(mutatedValue([good]), (value) => check(JSON.stringify(value) ?? '')),
    expedition,
  );
});

test('a comment of ours that somebody edited is taken apart, and put together the same way ever after', () => {
  const ours = composeComment('', {
    verdict: 'Plan: 1 to add',
    preview: '### Preview: live',
    commands: hostileTexts.slice(0, 30).join('\n'),
  });
  fc.assert(
    fc.property(mutatedText([ours]), (text) => {
      const again = composeComment(text, { kpis: '### KPIs' });
      expect(readSlots(again).kpis).toBe('### KPIs');
      expect(composeComment(again, { kpis: '### KPIs' })).toBe(again);
    }),
    expedition,
  );
});
