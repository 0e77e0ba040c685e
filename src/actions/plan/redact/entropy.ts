// Finds words that look random: what no shape and no name gives away as a secret.
import { wordsOf } from './secret-names.ts';

/** A word with more surprise than this is random (bits a character), for base64 and for hexadecimal: https://github.com/Yelp/detect-secrets#entropy */
const base64Bits = 4.5;
const hexBits = 3;
/** Shorter words cannot reach those limits, or are identifiers: a resource id has 17 hexadecimal digits, an MD5 sum 32. */
const shortestHex = 32;
const shortestMixed = 16;
const shortestLong = 24;
/**
 * How often neighbouring characters change their class (lower, upper, digit) in a random word of all three: about 45 % of the
 * time, and in a name in camel case below 25 %. Measured over the lists in the test of this file.
 */
const mixedChanges = 0.3;
const mixedBits = 3.2;

const words = /[A-Za-z0-9+/_=-]{16,}/g;

/** Values of these are random by nature and no secret: hashes, identifiers, versions. Compared with the last words of a name. */
const plainRandom = new Set(
  'hash sha sha1 sha256 sha512 md5 crc32 checksum etag digest fingerprint fingerprints thumbprint thumbprints id ids arn arns image images revision commit version tag certificate ca'.split(
    ' ',
  ),
);

/** Random words that say what they are, and no secret. */
const plainShapes: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'UUID', pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i },
  { what: 'id of an AWS resource', pattern: /^[a-z]{1,12}(?:-[a-z]{1,12}){0,2}-[0-9a-f]{8,17}$/ },
  { what: 'unique id of an IAM principal', pattern: /^A(?:ID|RO|IP|GP|NP|NV|PK|SC)A[A-Z0-9]{12,}$/ },
  { what: 'id of a hosted zone', pattern: /^Z[A-Z0-9]{12,22}$/ },
  { what: 'resource id of RDS', pattern: /^(?:db|cluster|proxy|prx)-[A-Z0-9a-z]{17,26}$/ },
  { what: 'an integrity hash', pattern: /^sha(?:256|384|512)-[A-Za-z0-9+/=]+$/ },
];

/** Digests say so in front: an image's, a layer's. */
const digestBefore = /(?:sha(?:1|224|256|384|512)|md5)[:=-]$/i;

export function isPlainRandom(names: readonly string[]): boolean {
  const last = wordsOf(names.at(-1) ?? '').at(-1);
  return last !== undefined && plainRandom.has(last);
}

/** Replaces every random word by what `hide` gives. */
export function hideRandomWords(text: string, hide: string): string {
  return text.replace(words, (word, at: number) => {
    if (digestBefore.test(text.slice(Math.max(0, at - 8), at))) return word;
    return isRandomWord(word) ? hide : word;
  });
}

export function isRandomWord(word: string): boolean {
  if (plainShapes.some(({ pattern }) => pattern.test(word))) return false;
  // Paths use the letters of base64, too, but hardly ever with both a slash and none of the separators of names.
  if (!/[-_]/.test(word) && /[+/=]/.test(word) && isRandomBase64(word)) return true;
  return word.split(/[-_+/=]+/).some(isRandomPart) || isRandomBase64Url(word);
}

function isRandomBase64(word: string): boolean {
  return (
    word.length >= shortestLong &&
    classesOf(word) === 3 &&
    bitsOf(word) >= Math.min(base64Bits, base64Limit(word)) &&
    changesOf(word) >= mixedChanges
  );
}

/** With `-` and `_` for `+` and `/`: a random word is cut into pieces too short to judge one by one. */
function isRandomBase64Url(word: string): boolean {
  const letters = word.replace(/[-_]/g, '');
  const separators = word.length - letters.length;
  return (
    separators <= word.length / 12 &&
    word.length >= shortestLong &&
    isRandomPart(letters) &&
    classesOf(letters) === 3 &&
    bitsOf(letters) >= base64Limit(letters)
  );
}

/** A short word cannot hold more than log2(length) bits a character: nine tenths of that count as random. */
function base64Limit(word: string): number {
  return Math.min(base64Bits, 0.88 * Math.log2(word.length));
}

function isRandomPart(part: string): boolean {
  if (part.length < shortestMixed) return false;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(part)) return part.length >= shortestHex && bitsOf(part) >= hexBits;
  const classes = classesOf(part);
  const changes = changesOf(part);
  if (classes === 3) return changes >= mixedChanges && bitsOf(part) >= mixedBits;
  if (classes === 2 && /\d/.test(part))
    return part.length >= shortestLong - 4 && changes >= mixedChanges - 0.05 && bitsOf(part) >= mixedBits;
  return classes === 2 && part.length >= shortestLong && bitsOf(part) >= base64Bits;
}

/** Shannon's entropy in bits a character. */
export function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function classesOf(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/].filter((pattern) => pattern.test(text)).length;
}

/** The share of neighbours of different classes. A capital letter in front of small ones is how words are written, no change. */
function changesOf(text: string): number {
  let changes = 0;
  for (let index = 1; index < text.length; index += 1) {
    const [one, other] = [classOf(text.charCodeAt(index - 1)), classOf(text.charCodeAt(index))];
    const isCapitalized = one === 'upper' && other === 'lower' && classOf(text.charCodeAt(index - 2)) !== 'upper';
    if (one !== other && !isCapitalized) changes += 1;
  }
  return changes / (text.length - 1);
}

function classOf(code: number): 'lower' | 'upper' | 'digit' | 'other' {
  if (code >= 97 && code <= 122) return 'lower';
  if (code >= 65 && code <= 90) return 'upper';
  return code >= 48 && code <= 57 ? 'digit' : 'other';
}
