// Follows the blocks of a Markdown text line by line, as far as one has to in order to tell a person's own words from code and quotes.
import { type BlockStart, blockStartOf, codeIndent } from './block-starts.ts';
import { cursorOf, indentOf, isBlank, type LineCursor, moveTo, restOf } from './line-cursor.ts';

/** What is open after the lines that were read. */
export interface Blocks {
  /** The innermost last. */
  readonly containers: Container[];
  leaf: Leaf;
}

type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly width: number; isBare: boolean };

export type Leaf =
  | { readonly kind: 'none' }
  /** `from`: where it begins in the whole text. */
  | { readonly kind: 'paragraph'; readonly from: number }
  | { readonly kind: 'fence'; readonly mark: string; readonly length: number }
  | { readonly kind: 'html'; readonly end: RegExp | undefined };

/** Deeper than anybody nests; GitHub itself stops at 100. Bounds what a line costs. */
const deepest = 50;
const nothing: Leaf = { kind: 'none' };
/** Behind the marker of a quote or an item, where no paragraph goes on. */
const inside = { isParagraphOpen: false, isInParagraph: false } as const;
const quote: Container = { kind: 'quote' };
/** A line that begins otherwise goes on with a paragraph, whatever else it holds. */
const specialStarts = ' \t\v\f>#`~<=-+*_0123456789';

export function noBlocks(): Blocks {
  return { containers: [], leaf: nothing };
}

/** @param from where the line begins in the whole text */
export function readLine(blocks: Blocks, line: string, from: number): void {
  if (blocks.leaf.kind === 'paragraph' && line !== '' && !specialStarts.includes(line.charAt(0))) return;
  const cursor = cursorOf(line);
  const matched = matchContainers(blocks.containers, cursor);
  const isInside = matched === blocks.containers.length;
  if (isInside && (blocks.leaf.kind === 'fence' || blocks.leaf.kind === 'html')) {
    if (endsLeaf(blocks.leaf, cursor)) blocks.leaf = nothing;
  } else openBlocks(blocks, cursor, matched, from);
}

/** How many of them the line is in; the cursor then stands behind their markers. */
function matchContainers(containers: readonly Container[], cursor: LineCursor): number {
  let matched = 0;
  for (const container of containers) {
    if (!continues(container, cursor)) break;
    matched += 1;
  }
  return matched;
}

function continues(container: Container, cursor: LineCursor): boolean {
  if (container.kind === 'quote') {
    const isMarked = indentOf(cursor) < codeIndent && cursor.line[cursor.text] === '>';
    if (isMarked) passQuoteMarker(cursor);
    return isMarked;
  }
  if (isBlank(cursor)) return !container.isBare;
  if (indentOf(cursor) < container.width) return false;
  moveTo(cursor, cursor.at + container.width);
  container.isBare = false;
  return true;
}

function passQuoteMarker(cursor: LineCursor): void {
  const behind = cursor.text + 1;
  moveTo(cursor, cursor.line[behind] === ' ' ? behind + 1 : behind);
}

function endsLeaf(leaf: Leaf & { readonly kind: 'fence' | 'html' }, cursor: LineCursor): boolean {
  if (leaf.kind === 'html') return leaf.end === undefined ? isBlank(cursor) : leaf.end.test(restOf(cursor));
  if (indentOf(cursor) >= codeIndent) return false;
  let end = cursor.text;
  while (cursor.line[end] === leaf.mark) end += 1;
  return end - cursor.text >= leaf.length && cursor.line.slice(end).trimEnd() === '';
}

function openBlocks(blocks: Blocks, cursor: LineCursor, matched: number, from: number): void {
  const isParagraphOpen = blocks.leaf.kind === 'paragraph';
  const isInParagraph = isParagraphOpen && matched === blocks.containers.length;
  let start = blockStartOf(cursor, { isParagraphOpen, isInParagraph });
  // The paragraph goes on, even if the line lacks the markers of what the paragraph is in.
  if (start.kind === 'text' && isParagraphOpen) return;
  // One by one: to set the length takes much longer.
  while (blocks.containers.length > matched) blocks.containers.pop();
  while ((start.kind === 'quote' || start.kind === 'item') && blocks.containers.length < deepest) {
    blocks.containers.push(enter(start, cursor));
    start = blockStartOf(cursor, inside);
  }
  blocks.leaf = leafOf(start, from);
}

function enter(start: BlockStart & { readonly kind: 'quote' | 'item' }, cursor: LineCursor): Container {
  if (start.kind === 'quote') {
    passQuoteMarker(cursor);
    return quote;
  }
  moveTo(cursor, cursor.at + start.width);
  return { kind: 'item', width: start.width, isBare: start.isBare };
}

function leafOf(start: BlockStart, from: number): Leaf {
  switch (start.kind) {
    case 'fence':
    case 'html':
      return start;
    case 'line':
    case 'blank':
      return nothing;
    case 'text':
    case 'quote':
    case 'item':
      return { kind: 'paragraph', from };
    default:
      return start satisfies never;
  }
}
