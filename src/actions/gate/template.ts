// Reads a text as Terraform does: what is plain, what is an expression, which functions it calls and what it refers to.
import { type Facts, readExpression } from './expression.ts';

export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | ({
      readonly kind: 'expression';
      /** The reference, if the expression is one and nothing else: `aws_vpc.main.arn`. */
      readonly plain?: string;
    } & Facts);

export type TemplateReading =
  | { readonly kind: 'read'; readonly segments: readonly Segment[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Thrown and caught between this file and the expressions: what cannot be told apart is not guessed at. */
export interface Unreadable {
  readonly unreadable: string;
}

export function unreadable(reason: string): Unreadable {
  return { unreadable: reason };
}

/** Whether anything in it could be evaluated. */
export function isTemplate(text: string): boolean {
  return text.includes('${') || text.includes('%{');
}

/** Every text of Terraform's JSON is a template: https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping */
export function readTemplate(text: string): TemplateReading {
  if (!isTemplate(text)) return { kind: 'read', segments: [{ kind: 'text', text }] };
  try {
    return { kind: 'read', segments: readSegments(text, 0, 'text').segments };
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'unreadable' in error)
      return { kind: 'unreadable', reason: String(error.unreadable) };
    throw error;
  }
}

export interface Segments {
  readonly segments: readonly Segment[];
  /** Where the template ends: after the closing quote, if it is quoted. */
  readonly end: number;
}

/** @throws an Unreadable */
export function readSegments(text: string, start: number, mode: 'text' | 'quoted'): Segments {
  const segments: Segment[] = [];
  let at = start;
  while (at < text.length) {
    if (mode === 'quoted' && text[at] === '"') return { segments, end: at + 1 };
    const opening = openingAt(text, at);
    if (opening === '${') {
      const { end, ...expression } = readExpression(text, at + opening.length);
      segments.push({ kind: 'expression', ...expression });
      at = end;
    } else {
      const piece = opening ?? plainAt(text, at, mode);
      segments.push({ kind: 'text', text: opening ? opening.slice(1) : piece });
      at += piece.length;
    }
  }
  if (mode === 'quoted') throw unreadable('a text in an expression does not end');
  return { segments, end: at };
}

/** `${` begins an expression, `$${` and `%%{` stand for themselves without their first character. */
function openingAt(text: string, at: number): string | undefined {
  const [run] = sticky(/([$%])\1*\{/y, text, at) ?? [];
  if (run === undefined || run === '${' || run === '$${' || run === '%%{') return run;
  throw unreadable(
    run === '%{' ? 'it has a template directive' : 'what is escaped in it and what is not cannot be told for sure',
  );
}

const plain = { text: /[^$%]+|[$%]/y, quoted: /[^$%"\\\n\r]+|[$%]|\\(?:["\\nrt]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y };

function plainAt(text: string, at: number, mode: 'text' | 'quoted'): string {
  const [piece] = sticky(plain[mode], text, at) ?? [];
  if (piece === undefined) throw unreadable('a text in an expression has an escape that Terraform does not know');
  return piece;
}

/** Matches exactly there; the pattern has the flag `y`. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
