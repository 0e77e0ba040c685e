import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openMasker } from '../../../../src/rehearsal/workflows/rules/mask.ts';

function masked(secret: string, text: string): string {
  const masker = openMasker();
  masker.add(secret);
  return masker.mask(text);
}

test.each([
  ['itself', 'hunter2', 'it is hunter2!', 'it is ***!'],
  ['each of its lines', 'first line\nsecond line', 'only the second line', 'only the ***'],
  ['as JSON', 'say "please"', '{"key":"say \\"please\\""}', '{"key":"***"}'],
  ['in a URL', 'pass/word now', 'https://host/?key=pass%2Fword%20now', 'https://host/?key=***'],
  ['not when it is blank', ' \n ', 'a b', 'a b'],
])('hides a secret: %s', (_what, secret, text, expected) => {
  expect(masked(secret, text)).toBe(expected);
});

test('hides the longer of two secrets first', () => {
  const masker = openMasker();
  masker.add('abc');
  masker.add('abcdef');
  expect(masker.mask('abcdef abc')).toBe('*** ***');
  expect([masker.hides('xabcx'), masker.hides('ab c')]).toEqual([true, false]);
});

test('hides a secret wherever it stands in what Base64 encodes', () => {
  const word = fc.string({ minLength: 9, maxLength: 30, unit: fc.constantFrom(...'abcdefghiXYZ0123456789-_/+') });
  fc.assert(
    fc.property(word, fc.string({ maxLength: 7 }), fc.string({ maxLength: 7 }), (secret, before, after) => {
      const encoded = Buffer.from(`${before}${secret}${after}`).toString('base64');
      expect(masked(secret, encoded)).toContain('***');
    }),
  );
});
