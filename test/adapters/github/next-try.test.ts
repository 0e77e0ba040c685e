// When a request is tried again, after how long, and when it is given up.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Attempt,
  decideNextTry,
  mostTries,
  type Trouble,
  waitBudgetSeconds,
} from '../../../src/adapters/github/next-try.ts';

const now = new Date('2026-01-01T00:00:00Z');
const attempt: Attempt = { trouble: { headers: {}, message: '' }, isRepeatable: true, tries: 1, waitedSeconds: 0, now };

function decide(trouble: Partial<Trouble>, others: Partial<Attempt> = {}): string {
  const next = decideNextTry({ ...attempt, ...others, trouble: { headers: {}, message: '', ...trouble } });
  return next.kind === 'give-up' ? 'give up' : `${next.because}, ${next.waitSeconds} s`;
}

const resetIn = (seconds: number) => String(now.getTime() / 1000 + seconds);

describe('a refusal', () => {
  test.each([400, 401, 403, 404, 409, 410, 422])('%i is final', (status) => {
    expect(decide({ status })).toBe('give up');
  });
});

describe('a rate limit', () => {
  test.each<[string, Partial<Trouble>, string]>([
    ['says how long', { status: 403, headers: { 'retry-after': '30' } }, 'rate-limit, 30 s'],
    ['says so with the other status', { status: 429, headers: { 'retry-after': '7' } }, 'rate-limit, 7 s'],
    ['is never over at once', { status: 429, headers: { 'retry-after': '0' } }, 'rate-limit, 1 s'],
    [
      'says when it is renewed',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(100) } },
      'rate-limit, 101 s',
    ],
    [
      'was renewed just now',
      { status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(-5) } },
      'rate-limit, 1 s',
    ],
    ['says nothing', { status: 429 }, 'rate-limit, 60 s'],
    ['says it in words', { status: 403, message: 'You have exceeded a secondary rate limit.' }, 'rate-limit, 60 s'],
    ['lasts longer than we wait', { status: 429, headers: { 'retry-after': '301' } }, 'give up'],
  ])('that %s', (_how, trouble, expected) => {
    expect(decide(trouble)).toBe(expected);
  });

  test('without a hint is given more time each time', () => {
    expect(decide({ status: 429 }, { tries: 2, waitedSeconds: 60 })).toBe('rate-limit, 120 s');
    expect(decide({ status: 429 }, { tries: 3, waitedSeconds: 180 })).toBe('give up');
  });

  test('that is over at once, time and again, is asked less and less often', () => {
    const trouble = { status: 429, headers: { 'retry-after': '0' } };
    expect([1, 2, 3, 9].map((tries) => decide(trouble, { tries, waitedSeconds: 2 ** (tries - 1) - 1 }))).toEqual([
      'rate-limit, 1 s',
      'rate-limit, 2 s',
      'rate-limit, 4 s',
      'give up',
    ]);
  });

  test('stops what must not be done twice no more than anything else: it was not done', () => {
    expect(decide({ status: 429, headers: { 'retry-after': '5' } }, { isRepeatable: false })).toBe('rate-limit, 5 s');
  });

  test('that leaves permissions as the reason is none', () => {
    expect(decide({ status: 403, headers: { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': resetIn(9) } })).toBe(
      'give up',
    );
  });
});

describe('an outage', () => {
  test.each<[string, Partial<Trouble>, readonly string[]]>([
    ['a server error', { status: 502 }, ['server-error, 1 s', 'server-error, 2 s', 'server-error, 4 s', 'give up']],
    ['no answer', {}, ['no-answer, 1 s', 'no-answer, 2 s', 'no-answer, 4 s', 'give up']],
    ['one that says how long', { status: 503, headers: { 'retry-after': '9' } }, ['server-error, 9 s']],
  ])('%s is waited for', (_what, trouble, expected) => {
    expect(expected.map((_each, index) => decide(trouble, { tries: index + 1 }))).toEqual(expected);
  });

  test.each<[string, Partial<Trouble>, string]>([
    ['a server error', { status: 502 }, 'give up'],
    ['a dropped connection', { networkCode: 'ECONNRESET' }, 'give up'],
    ['a refused connection', { networkCode: 'ECONNREFUSED' }, 'no-answer, 1 s'],
    ['an unknown host', { networkCode: 'ENOTFOUND' }, 'no-answer, 1 s'],
  ])('%s and something that must not be done twice: only if it was not sent', (_what, trouble, expected) => {
    expect(decide(trouble, { isRepeatable: false })).toBe(expected);
  });
});

test('whatever happens, the waits stay within the budget and come to an end', () => {
  const trouble = fc.record(
    {
      status: fc.constantFrom(403, 429, 500, 503),
      headers: fc.dictionary(
        fc.constantFrom('retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'),
        fc.constantFrom('0', '1', '120', resetIn(50), 'x'),
      ),
      message: fc.constantFrom('', 'secondary rate limit'),
    },
    { requiredKeys: ['headers', 'message'] },
  );
  fc.assert(
    fc.property(
      fc.array(trouble, { minLength: waitBudgetSeconds + mostTries, maxLength: waitBudgetSeconds + mostTries }),
      (troubles) => {
        let waitedSeconds = 0;
        const end = troubles.findIndex((each, index) => {
          const next = decideNextTry({ ...attempt, trouble: each, tries: index + 1, waitedSeconds });
          waitedSeconds += next.kind === 'again' ? next.waitSeconds : 0;
          return next.kind === 'give-up';
        });
        expect(waitedSeconds).toBeLessThanOrEqual(waitBudgetSeconds);
        expect(end).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
