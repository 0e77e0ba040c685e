// Reading JSON strictly: the same value as JSON.parse, and a word about everything that another parser could read differently.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nodesOf, readJson, readJsonBytes, textsOf } from '../../../src/actions/gate/strict-json.ts';

const limits = { depth: 6, textLength: 20 };
const problems = (text: string) => readJson(text, limits).problems.map(({ kind, at }) => `${kind} ${at.join('.')}`);

test('plain JSON is the value that JSON.parse makes of it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(readJson(text, { depth: 50, textLength: 10_000 }).value).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', []],
  ['{"a":1,"a":2}', ['duplicate-key a']],
  ['{"a":1,"\\u0061":2}', ['duplicate-key a']],
  ['{"x":[{"y":{"a":1 ,\n"a" :2}}]}', ['duplicate-key x.x.y.a']],
  ['{"a":{},"b":"}{","a":1,"a":1}', ['duplicate-key a', 'duplicate-key a']],
  ['{"a":"\\"a\\":1,","b":"\\\\"}', []],
  ['[[[[[[]]]]]]', []],
  ['[[[[[[[]]]]]]]', ['too-large ']],
  ['{"a":"123456789012345678901"}', ['too-large a']],
  ['{"a":["\\u0007"]}', ['strange-text a.0']],
  ['{"__proto__":{}}', ['strange-text __proto__']],
  ['{"a":"e\\u0301"}', ['strange-text a']],
  ['{"a":"\\u00e9 \\ud83d\\ude00\\t"}', []],
  ['{"a":"\\udc00"}', ['strange-text a']],
  ['{"a":1,}', ['invalid ']],
])('%s', (text, expected) => {
  expect(problems(text)).toEqual(expected);
});

test('a second key is found wherever it stands', () => {
  const key = fc.constantFrom('policy', '"', '\\', 'ü', '{', '');
  fc.assert(
    fc.property(
      key,
      fc.json({ maxDepth: 2 }),
      fc.array(fc.constantFrom('list', 'object'), { maxLength: 5 }),
      (name, value, wraps) => {
        const twice = `{${JSON.stringify(name)}:${value},"other":1,${JSON.stringify(name)}:${value}}`;
        const text = wraps.reduce((inner, wrap) => (wrap === 'list' ? `[0,${inner}]` : `{"w":${inner}}`), twice);
        expect(readJson(text, { depth: 50, textLength: 10_000 }).problems).toContainEqual(
          expect.objectContaining({ kind: 'duplicate-key' }),
        );
      },
    ),
  );
});

describe('bytes', () => {
  const kinds = (bytes: readonly number[]) => readJsonBytes(Uint8Array.from(bytes), limits).problems.map(({ kind }) => kind);
  test.each([
    ['UTF-8', [0x22, 0xc3, 0xbc, 0x22], []],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x31], ['invalid']],
    ['Latin-1', [0x22, 0xfc, 0x22], ['invalid']],
    ['an encoded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22], ['invalid']],
    ['nothing', [], ['invalid']],
  ])('%s', (_name, bytes, expected) => {
    expect(kinds(bytes)).toEqual(expected);
  });
});

test('texts are keys and values, in order', () => {
  const texts = textsOf(nodesOf({ a: ['x', 1, { b: 'y' }], c: null }));
  expect(texts.map(({ at, text, isKey }) => `${isKey ? 'key' : 'value'} ${text} at ${at.join('.')}`)).toEqual([
    'key a at a',
    'value x at a.0',
    'key b at a.2.b',
    'value y at a.2.b',
    'key c at c',
  ]);
});
