// Lines are the same however the bytes arrive.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineSplitter } from '../../../src/adapters/terraform/line-splitter.ts';
import { anyCharacter } from '../../support/any-character.ts';

function linesOf(chunks: readonly Buffer[]): readonly string[] {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line));
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

function cut(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const places = [...new Set(cuts.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

describe('the line splitter', () => {
  test.each([
    ['nothing', [], []],
    ['a line that nothing ends', ['one'], ['one']],
    ['an end and no more', ['one\n'], ['one']],
    ['empty lines', ['\n\n'], ['', '']],
    ['a line over three chunks', ['o', 'n', 'e\ntwo'], ['one', 'two']],
  ])('%s', (_what, chunks: readonly string[], lines: readonly string[]) => {
    expect(linesOf(chunks.map((chunk) => Buffer.from(chunk)))).toEqual(lines);
  });

  test('any chunking of any text gives the same lines', () => {
    const text = fc
      .array(fc.oneof(fc.string({ unit: anyCharacter }), fc.constantFrom('\n', 'ä', '€', '🎓')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (whole, cuts) => {
        const bytes = Buffer.from(whole);
        const expected = bytes.toString('utf8').split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(linesOf(cut(bytes, cuts))).toEqual(expected);
      }),
    );
  });

  test('a line of 20 MB in small chunks is put together once', () => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const lines = linesOf([...Array.from({ length: 320 }, () => chunk), Buffer.from('\nend')]);
    expect(lines.map(({ length }) => length)).toEqual([320 * chunk.length, 3]);
  });
});
