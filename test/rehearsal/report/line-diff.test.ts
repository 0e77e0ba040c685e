import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareLines, type LineChange, withContext } from '../../../src/rehearsal/report/line-diff.ts';

const signs = { same: ' ', added: '+', removed: '-' } as const;

function show(changes: readonly (LineChange | undefined)[]): readonly string[] {
  return changes.map((change) => (change ? `${signs[change.kind]}${change.text}` : '…'));
}

describe('two texts', () => {
  test.each([
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a', 'a\nb', [' a', '+b']],
    ['a\na', 'a', [' a', '-a']],
    ['a\nb\nc\nd', 'b\nd', ['-a', ' b', '-c', ' d']],
  ])('%j and %j', (before, after, expected) => {
    expect(show(compareLines(before, after))).toEqual(expected);
  });

  test('are both contained in their comparison, and what is equal is never told as changed', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = compareLines(before, after);
        const side = (other: LineChange['kind']): string =>
          changes
            .filter(({ kind }) => kind !== other)
            .map((change) => change.text)
            .join('\n');
        expect([side('added'), side('removed')]).toEqual([before, after]);
        expect(before === after).toBe(changes.every(({ kind }) => kind === 'same'));
      }),
    );
  });

  test('that are too long to compare are told as a whole', () => {
    const long = (word: string): string => Array.from({ length: 2_100 }, (_, index) => `${word}${index}`).join('\n');
    const changes = compareLines(long('a'), `${long('b')}\na7`);
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['removed', 'added']));
  });
});

describe('context', () => {
  test('is one line on each side, and what is left out shows', () => {
    const changes = compareLines('1\n2\n3\n4\n5\n6\n7\n8', '1\n2\n3\nx\n5\n6\n7\n8\n9');
    expect(show(withContext(changes, 1))).toEqual([' 3', '-4', '+x', ' 5', '…', ' 8', '+9']);
  });
});
