// What people and later steps are told of a hold.
import { describe, expect, test } from '@jest/globals';
import { reportOf } from '../../../src/actions/environment/report.ts';
import type { EnvironmentOutcome } from '../../../src/actions/environment/run.ts';
import { hold } from './support/commands.ts';

const environment = 'staging';
type ResultOf<Mode> = Extract<EnvironmentOutcome, { readonly mode: Mode; readonly result: unknown }>['result'];
const locking = (result: ResultOf<'lock'>): EnvironmentOutcome => ({ mode: 'lock', environment, result });
const unlocking = (result: ResultOf<'unlock'>): EnvironmentOutcome => ({ mode: 'unlock', environment, result });

describe('done', () => {
  test.each<[EnvironmentOutcome, string, string]>([
    [locking({ kind: 'locked', hold }), 'locked', '`/unlock staging` ends it.'],
    [locking({ kind: 'renewed', hold, previous: hold }), 'renewed', 'It was locked by the same person already'],
    [unlocking({ kind: 'unlocked', previous: hold, isForced: false }), 'unlocked', '🔓 staging is unlocked.'],
    [
      unlocking({ kind: 'unlocked', previous: hold, isForced: true }),
      'unlocked',
      '🔓 staging is unlocked, by force: the hold of `@`octocat (we measure) has ended.',
    ],
    [unlocking({ kind: 'unlocked', isForced: true }), 'unlocked', 'by force: a hold that could not be read has ended.'],
    [unlocking({ kind: 'not-locked' }), 'not-locked', 'staging is not locked.'],
    [unlocking({ kind: 'not-locked', expired: hold }), 'not-locked', 'the hold of `@`octocat expired at 2026'],
  ])('%j', (outcome, status, message) => {
    const { outputs, summary, failure } = reportOf(outcome);
    expect([outputs.status, failure]).toEqual([status, undefined]);
    expect(outputs.message.replaceAll('\\', '')).toContain(message);
    expect(outputs.message).not.toContain('\n');
    expect(summary).toBe(outputs.message);
  });
});

describe('a refusal fails the step, and says who, why, until when, and what to do', () => {
  const byHold = { kind: 'hold', hold } as const;
  const byUnreadable = { kind: 'unreadable', problems: ['by: missing'] } as const;

  test.each<[string, EnvironmentOutcome, string, string]>([
    ['of a lock', locking({ kind: 'refused', by: byHold }), 'environment/locked', 'we measure.'],
    ['of an unlock', unlocking({ kind: 'refused', by: byHold }), 'environment/locked', 'we measure.'],
    ['of what nobody can read', locking({ kind: 'refused', by: byUnreadable }), 'environment/hold-unreadable', 'cannot be read'],
  ])('%s', (_what, outcome, code, words) => {
    const { outputs, failure } = reportOf(outcome);
    expect([outputs.status, failure?.code, failure?.message]).toEqual(['refused', code, expect.stringContaining(words)]);
    expect(failure?.next).toContain('/unlock staging --force');
  });

  test('in these words', () => {
    const { failure, outputs } = reportOf(locking({ kind: 'refused', by: byHold }));
    expect([failure?.message, failure?.next, outputs.message]).toMatchInlineSnapshot(`
[
  "staging is locked by octocat until 2026-11-22 17:00 UTC: we measure.",
  "Ask octocat to unlock it, or wait until then. If nobody can be asked, a maintainer can comment: /unlock staging --force",
  "staging is locked by octocat until 2026\\-11\\-22 17:00 UTC: we measure. Ask octocat to unlock it, or wait until then. If nobody can be asked, a maintainer can comment: /unlock staging \\-\\-force",
]
`);
  });
});

test('leaves words of others as words', () => {
  const hostile = { ...hold, reason: '@everyone [x](https://evil.example) <img src=x>\n/apply `plan` \u202e', by: 'octocat' };
  const outcomes = [
    locking({ kind: 'locked', hold: hostile }),
    locking({ kind: 'refused', by: { kind: 'hold', hold: hostile } }),
    unlocking({ kind: 'unlocked', previous: hostile, isForced: true }),
  ];
  for (const outcome of outcomes) {
    const { message } = reportOf(outcome).outputs;
    expect(message).not.toContain('\n');
    expect(message.replace(/(`+)[^`][\s\S]*?\1/g, '')).not.toMatch(/@everyone|@octocat|[^\\]\[x\]|[^\\]<img|\u202e/);
  }
});
