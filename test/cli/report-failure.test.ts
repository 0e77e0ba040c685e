import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { reportFailure } from '../../src/cli/report-failure.ts';
import { type FailureCode, failure } from '../../src/define/failure.ts';

const text = (error: unknown) => stripVTControlCharacters(reportFailure(error).text);

test('a failure reads: what happened, the details, the next step, the code', () => {
  const locked = failure({
    code: 'terraform/state-locked',
    what: 'The state is locked.',
    next: 'Wait.',
    details: ['Lock Info:\n  ID: 1'],
  });
  expect(text(locked)).toMatchInlineSnapshot(`
"✖ The state is locked.
  Lock Info:
    ID: 1
→ Wait.
  (terraform/state-locked)"
`);
});

test('anything else is our bug, and says so with its stack', () => {
  expect(text(new TypeError('x is not a function'))).toContain('This is a bug in opsdeck');
  expect(text(new TypeError('x is not a function'))).toContain('report-failure.test.ts');
  expect(text('thrown text')).toContain('thrown text');
});

describe('the exit code', () => {
  test.each<[FailureCode, number]>([
    ['terraform/state-locked', 1],
    ['settings/invalid', 2],
    ['cli/usage', 2],
    ['terraform/cancelled', 130],
    ['rehearsal/cancelled', 130],
  ])('of %s is %i', (code, exitCode) => {
    expect(reportFailure(failure({ code, what: '', next: '' })).exitCode).toBe(exitCode);
  });

  test('of a bug is 1', () => {
    expect(reportFailure(new Error('bug')).exitCode).toBe(1);
  });
});
