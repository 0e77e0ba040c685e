import { describe, expect, test } from '@jest/globals';
import { failure, isFailure } from '../../src/define/failure.ts';

describe('a failure', () => {
  const locked = failure({
    code: 'terraform/state-locked',
    what: 'The state is locked.',
    next: 'Wait.',
    cause: new Error('412'),
  });

  test('is an error with a code, a next step and its cause', () => {
    expect(locked).toBeInstanceOf(Error);
    expect(locked).toMatchObject({ code: 'terraform/state-locked', message: 'The state is locked.', next: 'Wait.', details: [] });
    expect(locked.cause).toEqual(new Error('412'));
  });

  test.each([
    ['a failure', locked, true],
    ['any other error', new Error('bug'), false],
    ['a look-alike that is no error', { name: 'Failure', code: 'a/b', next: '' }, false],
    ['nothing', undefined, false],
  ])('%s is told apart', (_what, value, expected) => {
    expect(isFailure(value)).toBe(expected);
  });
});
