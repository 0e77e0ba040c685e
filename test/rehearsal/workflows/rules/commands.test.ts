import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePairs, parsePaths } from '../../../../src/rehearsal/workflows/rules/command-files.ts';
import { parseCommand } from '../../../../src/rehearsal/workflows/rules/commands.ts';

describe('a workflow command', () => {
  test.each([
    ['::warning::careful', { name: 'warning', properties: {}, data: 'careful' }],
    ['  ::group::A::B', { name: 'group', properties: {}, data: 'A::B' }],
    [
      '::ERROR file=a%3Ab.js,line=3::no%0Agood%25',
      { name: 'error', properties: { file: 'a:b.js', line: '3' }, data: 'no\ngood%' },
    ],
    ['::error title=a=b::x', { name: 'error', properties: { title: 'a=b' }, data: 'x' }],
    ['::endgroup::', { name: 'endgroup', properties: {}, data: '' }],
    ['::unknown::x', undefined],
    ['text ::error::x', undefined],
    ['::error', undefined],
    ['', undefined],
  ])('%s', (line, expected) => {
    expect(parseCommand(line)).toEqual(expected);
  });

  test('is looked for under the names that are asked for', () => {
    expect(parseCommand('::Token-1::', ['token-1'])).toMatchObject({ name: 'token-1' });
    expect(parseCommand('::error::x', ['token-1'])).toBeUndefined();
  });
});

describe('a file of pairs', () => {
  test.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'lines',
      'a=1\n\nb=x=y\n',
      [
        ['a', '1'],
        ['b', 'x=y'],
      ],
    ],
    [
      'a block',
      'a<<END\none\n\ntwo\nEND\nb=2',
      [
        ['a', 'one\n\ntwo'],
        ['b', '2'],
      ],
    ],
    ['an empty block', 'a<<END\nEND\n', [['a', '']]],
    ['a line whose value looks like a block', 'a=x<<END', [['a', 'x<<END']]],
    ['nothing', '', []],
  ])('has %s', (_what, text, expected) => {
    expect(parsePairs(text)).toEqual(expected);
  });

  test.each([
    ['nonsense', "Invalid format 'nonsense'"],
    ['=1', "Invalid format '=1'. Name must not be empty"],
    ['<<END\nEND', 'Name must not be empty and delimiter must not be empty'],
    ['a<<\nx', 'Name must not be empty and delimiter must not be empty'],
    ['a<<END\nb=1', "Invalid value. Matching delimiter not found 'END'"],
  ])('refuses %j', (text, problem) => {
    expect(() => parsePairs(text)).toThrow(problem);
  });

  test('gives back whatever a block was given', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((line) => !line.includes('\n') && line !== 'END')), (lines) => {
        const value = lines.join('\n');
        const block = lines.length === 0 ? 'a<<END\nEND\n' : `a<<END\n${value}\nEND\n`;
        expect(parsePairs(block)).toEqual([['a', value]]);
      }),
    );
  });

  test('of paths is read line by line', () => {
    expect(parsePaths('/a\r\n\n/b c\n')).toEqual(['/a', '/b c']);
  });
});
