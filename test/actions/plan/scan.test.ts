// How values in JSON are skipped: as far as a parser reads, wherever they stand, and without a long number going unnoticed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseValue, type Survey, skipValue } from '../../../src/actions/plan/read/scan.ts';

/** Texts with what ends or seems to end one, around the four bytes that are looked at together. */
const text = fc
  .array(fc.constantFrom('a', 'bcd', '"', '\\', '\\"', '\n', '!', '#', '[', ']', '}', '\u0001', '\u0080', 'é', '雪', '😀'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const digits = fc.bigInt(-(10n ** 20n), 10n ** 20n).map(String);
const number = fc.oneof(digits, fc.constantFrom('1.0', '1e3', '-0', '0.25', '123456789012345.5', '1.2345678901234567', '1e-20'));
const space = fc.constantFrom('', '', ' ', '\n  ');

/** The text of a JSON value, with numbers as nobody's JavaScript writes them, members in any order and repeated. */
const json: fc.Arbitrary<string> = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('null', 'true', 'false'),
    number,
    text.map((value) => JSON.stringify(value)),
    fc.tuple(space, fc.array(tie('json'), { maxLength: 4 })).map(([blank, values]) => `[${blank}${values.join(`${blank},`)}]`),
    fc
      .tuple(space, fc.array(fc.tuple(text, tie('json')), { maxLength: 4 }))
      .map(
        ([blank, entries]) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${blank}${value}`).join(`${blank},`)}}`,
      ),
  ),
})).json;

describe('a value ends where a parser says', () => {
  test('whatever it is, and whatever stands around it', () => {
    fc.assert(
      fc.property(
        json,
        fc.constantFrom('', ' ', '   ', '       '),
        fc.constantFrom(',"next"', '}', ']', '\n'),
        (value, before, behind) => {
          const bytes = Buffer.from(before + value + behind);
          expect(skipValue(bytes, before.length)).toBe(Buffer.byteLength(before + value));
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('a text of %d bytes, the last of which is escaped', (length) => {
    const value = JSON.stringify(`${'x'.repeat(length)}"`);
    expect(skipValue(Buffer.from(`${value},"`), 0)).toBe(value.length);
  });

  test.each(['"', '"abc', '"abcd', '"abc\\', '"abc\\"', '"abcdefg\\"'])('%s has no end', (value) => {
    expect(() => skipValue(Buffer.from(value), 0)).toThrow(expect.objectContaining({ code: 'plan/truncated' }));
  });
});

describe('a survey', () => {
  const surveyOf = (value: string): Survey => {
    const survey: Survey = { mayHoldLongNumber: false };
    skipValue(Buffer.from(value), 0, survey);
    return survey;
  };

  test('makes no difference to what is parsed', () => {
    fc.assert(
      fc.property(json, (value) => {
        const bytes = Buffer.from(value);
        expect(parseValue(bytes, 0, bytes.length, surveyOf(value))).toEqual(parseValue(bytes, 0, bytes.length));
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, string, boolean]>([
    ['a number', '1234567890123456', true],
    ['in an object', '{"a":1234567890123456}', true],
    ['behind the last text', '["a",1234567890123456]', true],
    ['in front of the first', '[1234567890123456,"a"]', true],
    ['of few digits', '{"a":123456789,"b":[12345,67890]}', false],
    ['in a text', '{"a":"1234567890123456"}', false],
  ])('tells that there may be a long number: %s', (_what, value, mayHoldLongNumber) => {
    expect(surveyOf(value)).toEqual({ mayHoldLongNumber });
  });
});
