// Reads JSON as only one reader would: everything that another parser could understand differently is a problem.

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
export type JsonPath = readonly (string | number)[];

export interface JsonLimits {
  readonly depth: number;
  /** UTF-16 code units of the longest text. */
  readonly textLength: number;
}

export type JsonProblemKind = 'invalid' | 'duplicate-key' | 'strange-text' | 'too-large';

export interface JsonProblem {
  readonly kind: JsonProblemKind;
  readonly at: JsonPath;
  readonly reason: string;
}

/** `value` is there whenever the text is JSON at all: further rules may want to say what else is wrong with it. */
export interface JsonReading {
  readonly value?: JsonValue;
  readonly problems: readonly JsonProblem[];
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function readJsonBytes(bytes: Uint8Array, limits: JsonLimits): JsonReading {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), limits);
  } catch {
    return { problems: [{ kind: 'invalid', at: [], reason: 'it is not UTF-8' }] };
  }
}

export function readJson(text: string, limits: JsonLimits): JsonReading {
  try {
    const value: JsonValue = JSON.parse(text);
    const { depth, duplicates } = scanTokens(text);
    // Whoever nests deeper wants to break a reader: nothing else is looked at.
    if (depth > limits.depth) return { problems: [tooDeep(depth, limits)] };
    return { value, problems: [...duplicates, ...textProblems(value, limits)] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problems: [{ kind: 'invalid', at: [], reason: 'it is not JSON as RFC 8259 has it' }] };
  }
}

function tooDeep(depth: number, limits: JsonLimits): JsonProblem {
  return { kind: 'too-large', at: [], reason: `it nests ${depth} levels deep; at most ${limits.depth} are read` };
}

interface Scope {
  /** Undefined in a list. */
  readonly keys: Set<string> | undefined;
  readonly name: string;
}

/** Walks the tokens of a text that is known to be JSON; `JSON.parse` forgets all but the last of two equal keys. */
function scanTokens(text: string): { readonly depth: number; readonly duplicates: readonly JsonProblem[] } {
  const duplicates: JsonProblem[] = [];
  const scopes: Scope[] = [];
  let depth = 0;
  let key = '';
  for (const { token, isKey } of tokensOf(text)) {
    if (token === '}' || token === ']') scopes.pop();
    else if (!isKey) {
      scopes.push({ keys: token === '{' ? new Set() : undefined, name: key });
      depth = Math.max(depth, scopes.length);
    } else {
      key = JSON.parse(token);
      const keys = scopes.at(-1)?.keys;
      if (keys?.has(key)) duplicates.push(duplicate(scopes, key));
      keys?.add(key);
    }
  }
  return { depth, duplicates };
}

/** Brackets and keys; values are of no interest here. */
function* tokensOf(text: string): Generator<{ readonly token: string; readonly isKey: boolean }> {
  let at = 0;
  while (at < text.length) {
    const character = text[at] as string;
    const end = character === '"' ? endOfText(text, at) : at + 1;
    if (character === '"') {
      if (isFollowedByColon(text, end)) yield { token: text.slice(at, end), isKey: true };
    } else if ('{}[]'.includes(character)) yield { token: character, isKey: false };
    at = end;
  }
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function isFollowedByColon(text: string, start: number): boolean {
  let at = start;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at] === ':';
}

function duplicate(scopes: readonly Scope[], key: string): JsonProblem {
  const at = [...scopes.slice(1).map(({ name }) => name), key];
  return { kind: 'duplicate-key', at, reason: `the key "${key}" stands there twice` };
}

/** Where parsers and people differ: names that JavaScript treats apart, and characters that cannot be seen. */
const specialKeys = new Set(['__proto__', 'constructor', 'prototype']);
const strangeCharacter = /[\p{Cs}\p{Co}\p{Cn}\p{Cf}\p{Zl}\p{Zp}]|(?![\t\n\r])\p{Cc}/u;

function textProblems(value: JsonValue, limits: JsonLimits): readonly JsonProblem[] {
  return textsOf(nodesOf(value)).flatMap(({ at, text, isKey }) => {
    const problems: JsonProblem[] = [];
    if (text.length > limits.textLength) {
      problems.push({
        kind: 'too-large',
        at,
        reason: `a text has ${text.length} characters; at most ${limits.textLength} are read`,
      });
    }
    if (isKey && specialKeys.has(text)) problems.push({ kind: 'strange-text', at, reason: `"${text}" is not a name for a key` });
    if (strangeCharacter.test(text)) problems.push({ kind: 'strange-text', at, reason: 'it has characters that cannot be seen' });
    // Terraform normalizes every text: what it acts on would not be what was read here.
    else if (text !== text.normalize('NFC'))
      problems.push({ kind: 'strange-text', at, reason: 'it is not in the normal form NFC' });
    return problems;
  });
}

/** A value within a value, under its key, or under its index in a list. */
export interface Node {
  readonly at: JsonPath;
  readonly key: string | number;
  readonly value: JsonValue;
}

/** Everything in it at any depth, each value before what is in it. */
export function nodesOf(value: JsonValue): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (outer: JsonValue, path: JsonPath): void => {
    if (typeof outer !== 'object' || outer === null) return;
    for (const [key, inner] of isList(outer) ? outer.entries() : Object.entries(outer)) {
      const at = [...path, key];
      nodes.push({ at, key, value: inner });
      visit(inner, at);
    }
  };
  visit(value, []);
  return nodes;
}

export interface Text {
  readonly at: JsonPath;
  readonly text: string;
  readonly isKey: boolean;
}

/** Every key and every text among them, in order. */
export function textsOf(nodes: readonly Node[]): readonly Text[] {
  const texts: Text[] = [];
  for (const { at, key, value } of nodes) {
    if (typeof key === 'string') texts.push({ at, text: key, isKey: true });
    if (typeof value === 'string') texts.push({ at, text: value, isKey: false });
  }
  return texts;
}
