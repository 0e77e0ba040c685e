// Finds its way through JSON by bytes, so that only the parts of a plan that matter are ever parsed.
import { malformed, notAPlan, tooDeep, truncated } from './failures.ts';
import { skipString, viewOf } from './skip-string.ts';

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** Terraform's types and configurations nest a dozen levels; what nests deeper was made to break readers. */
const deepest = 512;

/** Takes the value that begins at `at`, and returns where it ends: with `skipValue`, or with one of the walks below. */
export type Visit<Key> = (key: Key, at: number) => number;

export function skipSpace(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && isSpace(bytes[at])) at += 1;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Calls `visit` with every member of the object at `start`; returns where the object ends. Anything but an object is skipped. */
export function forEachMember(bytes: Buffer, start: number, visit: Visit<string>): number {
  if (bytes[start] !== openBrace) return skipValue(bytes, start);
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === closeBrace) return at + 1;
  for (;;) {
    if (bytes[at] !== quote) throw broken(bytes, at);
    const keyEnd = skipString(bytes, at + 1);
    const key = readKey(bytes, at, keyEnd);
    at = expect(bytes, skipSpace(bytes, keyEnd), colon);
    at = skipSpace(bytes, visit(key, skipSpace(bytes, at)));
    if (bytes[at] === closeBrace) return at + 1;
    at = skipSpace(bytes, expect(bytes, at, comma));
  }
}

/** The same for the elements of an array. */
export function forEachElement(bytes: Buffer, start: number, visit: Visit<number>): number {
  if (bytes[start] !== openBracket) return skipValue(bytes, start);
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === closeBracket) return at + 1;
  for (let index = 0; ; index += 1) {
    at = skipSpace(bytes, visit(index, at));
    if (bytes[at] === closeBracket) return at + 1;
    at = skipSpace(bytes, expect(bytes, at, comma));
  }
}

/** What is noticed of a value on the way to its end. */
export interface Survey {
  mayHoldLongNumber: boolean;
}

/** Where the value at `start` ends. Checks that strings end and brackets match, and leaves the rest to whoever parses it. */
export function skipValue(bytes: Buffer, start: number, survey?: Survey): number {
  const byte = bytes[start];
  if (survey !== undefined) survey.mayHoldLongNumber = true;
  if (byte === openBrace || byte === openBracket) return skipContainer(bytes, start, survey);
  if (byte === quote) return skipString(bytes, start + 1);
  let at = start;
  while (at < bytes.length && !endsScalar(bytes[at])) at += 1;
  if (at === start) throw broken(bytes, at);
  return at;
}

function endsScalar(byte: number | undefined): boolean {
  return byte === comma || byte === closeBrace || byte === closeBracket || byte === colon || isSpace(byte);
}

/** The brackets that `skipContainer` waits for: only ever in use while it runs, and it is called for every element. */
const closers = new Uint8Array(deepest);

// Every byte of a plan goes through the next functions: small enough for the engine to make one loop of them, without allocations.
function skipContainer(bytes: Buffer, start: number, survey?: Survey): number {
  const { length } = bytes;
  const view = viewOf(bytes);
  let depth = 0;
  let textEnd = start;
  let widestGap = 0;
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) {
      widestGap = Math.max(widestGap, at - textEnd);
      textEnd = skipString(bytes, at + 1, view);
      at = textEnd - 1;
    } else if (byte === openBrace || byte === openBracket) depth = enter(depth, byte, at);
    else if (byte === closeBrace || byte === closeBracket) {
      depth = leave(depth, byte, at);
      if (depth === 0) {
        note(survey, Math.max(widestGap, at - textEnd));
        return at + 1;
      }
    }
  }
  throw truncated(length);
}

/** Numbers stand between texts: where no gap between two is wide enough, there is no long one. */
function note(survey: Survey | undefined, widestGap: number): void {
  if (survey !== undefined) survey.mayHoldLongNumber = widestGap >= longNumberDigits;
}

function enter(depth: number, byte: number, at: number): number {
  if (depth === deepest) throw tooDeep(at);
  // In ASCII, a closing bracket stands two behind its opening one.
  closers[depth] = byte + 2;
  return depth + 1;
}

function leave(depth: number, byte: number, at: number): number {
  if (closers[depth - 1] !== byte) throw malformed(at);
  return depth - 1;
}

function expect(bytes: Buffer, at: number, byte: number): number {
  if (bytes[at] !== byte) throw broken(bytes, at);
  return at + 1;
}

function broken(bytes: Buffer, at: number) {
  return at >= bytes.length ? truncated(bytes.length) : malformed(at);
}

function readKey(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start + 1, end - 1);
  return text.includes('\\') ? (parseValue(bytes, start, end) as string) : text;
}

/** Whole numbers of more digits than JavaScript's keep: Terraform's are exact, and two that differ must not become one. */
const longNumberDigits = 16;
const longNumber = /[\s:,[]-?\d{16,}[\s,\]}]/;
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Such a number becomes a text of the same digits; of a fraction, the digits behind the point are no number. */
function quoted(token: string): string {
  return /^-?\d{16,}$/.test(token) ? `"${token}"` : token;
}

/**
 * @param survey of the same value; without, it is searched for long numbers, which takes a fifth of the time of parsing it
 * @throws `plan/malformed` with the offset of the value, `plan/too-large` beyond the longest text of Node
 */
export function parseValue(bytes: Buffer, start: number, end: number, survey?: Survey): unknown {
  const isSearched = survey?.mayHoldLongNumber ?? true;
  let text: string;
  try {
    text = bytes.toString('utf8', start, end);
  } catch (cause) {
    throw notAPlan('tooLarge', cause);
  }
  try {
    return JSON.parse(isSearched && longNumber.test(text) ? text.replace(stringOrNumber, quoted) : text);
  } catch (cause) {
    throw end === bytes.length ? truncated(end) : malformed(start, cause);
  }
}
