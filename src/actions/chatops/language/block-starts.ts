// What a line of Markdown begins at a place in it: a quote, a list item, code, HTML, a heading, or just text.
import { htmlStartOf } from './html-blocks.ts';
import { indentOf, isBlank, type LineCursor, restOf } from './line-cursor.ts';

export type BlockStart =
  | { readonly kind: 'quote' }
  /** `width`: how far what belongs to it is indented. `isBare`: nothing stands behind its marker. */
  | { readonly kind: 'item'; readonly width: number; readonly isBare: boolean }
  | { readonly kind: 'fence'; readonly mark: string; readonly length: number }
  | { readonly kind: 'html'; readonly end: RegExp | undefined }
  /** A heading, a rule, indented code: done with its line. */
  | { readonly kind: 'line' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' };

export interface StartContext {
  /** The line could go on with a paragraph. */
  readonly isParagraphOpen: boolean;
  /** And it is in the same quotes and list items as that, so that not everything ends it. */
  readonly isInParagraph: boolean;
}

/** Four columns are code: https://spec.commonmark.org/0.31.2/#indented-code-blocks */
export const codeIndent = 4;

const text: BlockStart = { kind: 'text' };
const line: BlockStart = { kind: 'line' };

export function blockStartOf(cursor: LineCursor, { isParagraphOpen, isInParagraph }: StartContext): BlockStart {
  if (isBlank(cursor)) return { kind: 'blank' };
  if (indentOf(cursor) >= codeIndent) return isParagraphOpen ? text : line;
  switch (cursor.line[cursor.text]) {
    case '>':
      return { kind: 'quote' };
    case '#':
      return /^#{1,6}(?: |$)/.test(restOf(cursor)) ? line : text;
    case '`':
    case '~':
      return fenceStart(restOf(cursor));
    case '<':
      return htmlStart(restOf(cursor), isParagraphOpen);
    case '=':
      return isInParagraph && /^=+ *$/.test(restOf(cursor)) ? line : text;
    default:
      return ruleOrItem(cursor, isInParagraph);
  }
}

function fenceStart(rest: string): BlockStart {
  const [run] = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest) ?? [];
  return run === undefined ? text : { kind: 'fence', mark: run.charAt(0), length: run.length };
}

function htmlStart(rest: string, isParagraphOpen: boolean): BlockStart {
  const start = htmlStartOf(rest, isParagraphOpen);
  if (start === undefined) return text;
  return start.end?.test(rest) ? line : { kind: 'html', end: start.end };
}

function ruleOrItem(cursor: LineCursor, isInParagraph: boolean): BlockStart {
  const first = cursor.line[cursor.text] ?? '';
  if (!'-+*_0123456789'.includes(first)) return text;
  const rest = restOf(cursor);
  if (isInParagraph && first === '-' && /^-+ *$/.test(rest)) return line;
  return isRule(first, rest) ? line : itemStart(rest, indentOf(cursor), isInParagraph);
}

/** Whoever writes more than this between two dashes draws no line; without it, nested lists take quadratic time. */
const longestRuleCharacters = 500;

/** By hand: every item of a list is asked. */
function isRule(first: string, rest: string): boolean {
  if (!'-*_'.includes(first) || rest.length > longestRuleCharacters) return false;
  let marks = 0;
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === first) marks += 1;
    else if (rest[at] !== ' ') return false;
  }
  return marks >= 3;
}

/** https://spec.commonmark.org/0.31.2/#list-items */
function itemStart(rest: string, indent: number, isInParagraph: boolean): BlockStart {
  const marker = markerOf(rest);
  const spaces = spacesFrom(rest, marker.length);
  const isBare = marker.length + spaces === rest.length;
  if (marker === '' || (spaces === 0 && !isBare)) return text;
  if (isInParagraph && (isBare || !/^(?:[-+*]|0*1[.)])$/.test(marker))) return text;
  const padding = isBare || spaces > codeIndent ? 1 : spaces;
  return { kind: 'item', width: indent + marker.length + padding, isBare };
}

function markerOf(rest: string): string {
  const first = rest.charAt(0);
  return '-+*'.includes(first) ? first : (/^\d{1,9}[.)]/.exec(rest)?.[0] ?? '');
}

function spacesFrom(rest: string, from: number): number {
  let at = from;
  while (rest[at] === ' ') at += 1;
  return at - from;
}
