// Reads an IAM policy out of a text of the stack: literal JSON, in which only known references stand for values.
import { isList, isObject, type JsonObject, type JsonValue, readJson } from './strict-json.ts';
import { readTemplate, type Segment } from './template.ts';

export interface Statement {
  readonly body: JsonObject;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** By kind: `AWS`, `Service`; `*` alone is of the kind `*`. */
  readonly principals: readonly (readonly [kind: string, name: string])[];
}

export type PolicyReading =
  | { readonly kind: 'read'; readonly statements: readonly Statement[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Stands around a reference; private characters, which no text of a stack may have. */
const [opening, closing] = ['\uE000', '\uE001'];

/** `‹reference›` as a pattern's source, for example to look for the account of the caller. */
export function placeholder(reference: string): string {
  return `${opening}${reference}${closing}`;
}

/** A reference, alone or with what lies below it: `‹bucket›/*`, but not `‹bucket›-of-somebody-else`. */
export function isReference(text: string): boolean {
  return new RegExp(`^${opening}[^${closing}]+${closing}(?:$|[:/])`).test(text);
}

export function hasReference(text: string): boolean {
  return text.includes(opening);
}

/** How a person reads it. */
export function withoutPlaceholders(text: string): string {
  return text.replaceAll(opening, '${').replaceAll(closing, '}');
}

const documentKeys = ['Version', 'Id', 'Statement'];
const statementKeys = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];
const limits = { depth: 8, textLength: 10_000 };

/** @param isAllowed whether a policy may hold a value that the stack does not write out */
export function readPolicy(value: JsonValue | undefined, isAllowed: (reference: string) => boolean): PolicyReading {
  if (typeof value !== 'string') return { kind: 'unreadable', reason: 'it is not a text' };
  const template = readTemplate(value);
  if (template.kind === 'unreadable') return template;
  const foreign = template.segments.find((segment) => segment.kind === 'expression' && !isAllowed(segment.plain ?? ''));
  if (foreign) return { kind: 'unreadable', reason: `a part of it is ${describe(foreign)}` };
  const text = template.segments
    .map((segment) => (segment.kind === 'text' ? segment.text : placeholder(segment.plain ?? '')))
    .join('');
  const { value: json, problems } = readJson(text, limits);
  // The placeholders themselves are strange texts; those of the stack have been looked at with all its other texts.
  const problem = problems.find(({ kind }) => kind !== 'strange-text');
  if (json === undefined || problem) return { kind: 'unreadable', reason: problem?.reason ?? 'it is not JSON' };
  return readStatements(json);
}

function describe(segment: Segment): string {
  const plain = segment.kind === 'expression' ? segment.plain : undefined;
  return plain === undefined ? 'computed' : `"${plain}", which may hold anything`;
}

function readStatements(json: JsonValue): PolicyReading {
  const problem = keyProblem(json, documentKeys);
  if (problem !== undefined || !isObject(json)) return { kind: 'unreadable', reason: problem ?? 'it is no policy' };
  const list = listOf(json.Statement);
  if (list.length === 0) return { kind: 'unreadable', reason: 'it has no statement' };
  const statements: Statement[] = [];
  for (const body of list) {
    const reason = keyProblem(body, statementKeys) ?? textProblem(body);
    if (reason !== undefined || !isObject(body)) return { kind: 'unreadable', reason: reason ?? 'a statement is no object' };
    statements.push({
      body,
      effect: String(body.Effect),
      actions: listOf(body.Action).map(String),
      resources: listOf(body.Resource).map(String),
      principals: principalsIn(body.Principal),
    });
  }
  return { kind: 'read', statements };
}

/** NotAction, NotResource and NotPrincipal say what is left out of everything, and so are never read. */
function keyProblem(value: JsonValue, known: readonly string[]): string | undefined {
  if (!isObject(value)) return 'a statement or the policy is no object';
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  return unknown === undefined ? undefined : `"${unknown}" is not read here`;
}

function textProblem(value: JsonValue): string | undefined {
  if (!isObject(value)) return undefined;
  const { Effect: effect, Action: action, Resource: resource = [] } = value;
  if (effect !== 'Allow' && effect !== 'Deny') return 'a statement has no Effect';
  if (listOf(action).length === 0) return 'a statement has no Action';
  const isText = [...listOf(action), ...listOf(resource)].every((each) => typeof each === 'string');
  return isText ? undefined : 'an Action or a Resource is not a text';
}

function principalsIn(value: JsonValue | undefined): Statement['principals'] {
  if (value === undefined) return [];
  if (!isObject(value)) return [['*', JSON.stringify(value)]];
  return Object.entries(value).flatMap(([kind, names]) =>
    listOf(names).map((name): readonly [string, string] => [kind, String(name)]),
  );
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}
