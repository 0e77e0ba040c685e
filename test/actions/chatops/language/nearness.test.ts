// A slip of the hand is one letter more, fewer, other, or two neighbours swapped.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isNear, nearestOf } from '../../../../src/actions/chatops/language/nearness.ts';

describe('near', () => {
  test.each([
    ['plan', 'plan', true],
    ['PLAN', 'plan', true],
    ['plans', 'plan', true],
    ['xplan', 'plan', true],
    ['plxan', 'plan', true],
    ['lan', 'plan', true],
    ['pan', 'plan', true],
    ['pla', 'plan', true],
    ['plum', 'plan', false],
    ['plam', 'plan', true],
    ['lpan', 'plan', true],
    ['plna', 'plan', true],
    ['naplan', 'plan', false],
    ['nalp', 'plan', false],
    ['', 'a', true],
    ['', 'ab', false],
    ['', '', true],
  ])('%j and %j: %p', (word, other, expected) => {
    expect(isNear(word, other)).toBe(expected);
  });

  test('whichever comes first', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(fc.property(word, word, (one, other) => expect(isNear(one, other)).toBe(isNear(other, one))));
  });
});

test('the nearest is the first that is near', () => {
  expect(nearestOf('lok', ['unlock', 'lock', 'look'])).toBe('lock');
  expect(nearestOf('nothing', ['unlock', 'lock'])).toBeUndefined();
});
