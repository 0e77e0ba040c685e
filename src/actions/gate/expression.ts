// Reads one Terraform expression, as far as it takes to list its calls and references; refuses what it does not know.
import { readSegments, type Segment, sticky, unreadable } from './template.ts';

export interface Facts {
  readonly calls: readonly string[];
  /** `['data', 'aws_caller_identity', 'caller', 'account_id']`; an index or a splat ends it. */
  readonly references: readonly (readonly string[])[];
}

export interface Expression extends Facts {
  readonly plain?: string;
  /** After the closing brace. */
  readonly end: number;
}

interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign';
  readonly text: string;
  /** The innermost bracket around it. */
  readonly inside: string;
}

interface Tokens {
  readonly tokens: readonly Token[];
  /** What stands in the texts between the tokens. */
  readonly nested: readonly Segment[];
  readonly end: number;
}

/** @throws an Unreadable */
export function readExpression(text: string, start: number): Expression {
  const { tokens, nested, end } = readTokens(text, start);
  if (tokens.length === 0) throw unreadable('an expression is empty');
  const inner = nested.filter((segment) => segment.kind === 'expression');
  const own = factsOf(tokens);
  const facts = {
    calls: [...own.calls, ...inner.flatMap(({ calls }) => calls)],
    references: [...own.references, ...inner.flatMap(({ references }) => references)],
  };
  const isPlain = tokens.every(({ kind, text: each }) => kind === 'name' || each === '.') && facts.references.length === 1;
  return { ...facts, ...(isPlain && { plain: tokens.map((token) => token.text).join('') }), end };
}

/** No comments, heredocs, provider functions (`::`) and letters beyond ASCII: cdktf writes none, and each can hide something. */
const patterns = [
  ['name', /[A-Za-z_][A-Za-z0-9_-]*/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['sign', /\.\.\.|=>|[=!<>]=|&&|\|\||<(?!<)|:(?!:)|\/(?![/*])|[.,()[\]{}=?!>+*%-]/y],
] as const;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const closers = new Set(Object.values(closing));

function readTokens(text: string, start: number): Tokens {
  const tokens: Token[] = [];
  const nested: Segment[] = [];
  const open: string[] = [];
  let at = start;
  while (at < text.length) {
    at += sticky(/[ \t\r\n]+/y, text, at)?.[0].length ?? 0;
    if (open.length === 0 && text[at] === '}') return { tokens, nested, end: at + 1 };
    if (text[at] === '"') {
      const { segments, end } = readSegments(text, at + 1, 'quoted');
      nested.push(...segments);
      tokens.push({ kind: 'text', text: text.slice(at, end), inside: open.at(-1) ?? '' });
      at = end;
    } else if (at < text.length) {
      const token = { ...tokenAt(text, at), inside: open.at(-1) ?? '' };
      tokens.push(token);
      follow(open, token);
      at += token.text.length;
    }
  }
  throw unreadable('an expression does not end');
}

function tokenAt(text: string, at: number): Pick<Token, 'kind' | 'text'> {
  for (const [kind, pattern] of patterns) {
    const [found] = sticky(pattern, text, at) ?? [];
    if (found !== undefined) return { kind, text: found };
  }
  throw unreadable(`an expression goes on with "${text.slice(at, at + 12)}", which is not understood here`);
}

function follow(open: string[], { kind, text }: Token): void {
  if (kind !== 'sign') return;
  if (text in closing) open.push(text);
  else if (closers.has(text) && closing[open.pop() ?? ''] !== text)
    throw unreadable('the brackets of an expression do not match');
}

const literals = new Set(['true', 'false', 'null']);

function factsOf(tokens: readonly Token[]): Facts {
  const calls: string[] = [];
  const references: (readonly string[])[] = [];
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
    if (token.kind !== 'name' || isObjectKey(token, before, after)) continue;
    if (before === '.') {
      if (after === '(') throw unreadable(`"${token.text}" is called like a function and is none`);
    } else if (after === '(') calls.push(token.text);
    else if (!literals.has(token.text)) references.push(referenceAt(tokens, index));
  }
  return { calls, references };
}

function isObjectKey({ inside }: Token, before: string | undefined, after: string | undefined): boolean {
  return inside === '{' && (before === '{' || before === ',') && (after === '=' || after === ':');
}

function referenceAt(tokens: readonly Token[], start: number): readonly string[] {
  const steps = [tokens[start]?.text ?? ''];
  for (let at = start + 1; tokens[at]?.text === '.' && tokens[at + 1]?.kind === 'name'; at += 2)
    steps.push(tokens[at + 1]?.text ?? '');
  return steps;
}
