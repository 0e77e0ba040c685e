// Every character of Unicode, as fast-check's own `unit: 'binary'`, which lists all of them first: a second of work a file.
import fc from 'fast-check';

const [firstSurrogate, surrogates, highest] = [0xd800, 0x800, 0x10ffff];

/** For `fc.string({ unit: anyCharacter })`; no half of a surrogate pair. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: highest - surrogates })
  .map((index) => String.fromCodePoint(index < firstSurrogate ? index : index + surrogates));
