// What a commit message says about the change.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readChange } from '../../../src/projen/release/commits.ts';

const sha = 'a'.repeat(40);

describe('a commit message', () => {
  test.each([
    ['feat: add runbooks', { type: 'feat', subject: 'add runbooks' }],
    ['Fix(gate): refuse more', { type: 'fix', scope: 'gate', subject: 'refuse more' }],
    ['feat!: rename inputs', { type: 'feat', subject: 'rename inputs', breaking: 'rename inputs' }],
    ['feat(plan)!: rename\n\nBody.', { type: 'feat', scope: 'plan', subject: 'rename', breaking: 'rename' }],
    [
      'fix: x\n\nWhy.\n\nBREAKING CHANGE: the input a\nis now b\nRefs: #1',
      { type: 'fix', subject: 'x', breaking: 'the input a is now b' },
    ],
    ['fix: x\n\nBREAKING-CHANGE: gone', { type: 'fix', subject: 'x', breaking: 'gone' }],
    ['fix: x\n\nno BREAKING CHANGE: here', { type: 'fix', subject: 'x' }],
    ['Write down the architecture', { type: 'other', subject: 'Write down the architecture' }],
    ['Note: this is prose', { type: 'note', subject: 'this is prose' }],
    ['feat:no space', { type: 'other', subject: 'feat:no space' }],
    ['feat(): empty scope', { type: 'other', subject: 'feat(): empty scope' }],
    ['', { type: 'other', subject: '' }],
  ])('%j', (message, expected) => expect(readChange({ sha, message })).toEqual({ sha, ...expected }));

  test('of whatever form is a change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (message) => {
        const { type, subject } = readChange({ sha, message });
        return type.length > 0 && !subject.includes('\n');
      }),
    );
  });
});
