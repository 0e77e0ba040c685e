// The lines of a comment that begin with a slash and that its author says: not code, not a quote, not an HTML comment.
import { type Blocks, type Leaf, noBlocks, readLine } from './blocks.ts';
import { hiddenSpans } from './hidden-spans.ts';

interface Line {
  readonly from: number;
  readonly text: string;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** In time that grows with the text alone. Lines end as Markdown has it: with a line feed, a carriage return, or both. */
export function saidLines(body: string): readonly string[] {
  if (!/(?:^|[\r\n])\//.test(body)) return [];
  const said: Line[] = [];
  const blocks = noBlocks();
  let open: Leaf = blocks.leaf;
  let pending: Line[] = [];
  let wasBlank = false;
  const settle = (to: number) => {
    if (pending.length > 0 && open.kind === 'paragraph') append(said, visibleOf(body.slice(open.from, to), open.from, pending));
    pending = [];
    open = blocks.leaf;
  };
  for (let from = 0, end = 0; from <= body.length; from = afterEnd(body, end)) {
    end = endOfLine(body, from);
    // Another blank line changes nothing.
    if (end === from && wasBlank) continue;
    wasBlank = end === from;
    const text = body.slice(from, end);
    readLine(blocks, text, from);
    if (blocks.leaf !== open) settle(from);
    if (text.startsWith('/') && isOwn(blocks)) pending.push({ from, text });
  }
  settle(body.length);
  return said.map(({ text }) => text);
}

/** A line that goes on with a quote is part of it, even without a mark: https://spec.commonmark.org/0.31.2/#paragraph-continuation-text */
function isOwn({ leaf, containers }: Blocks): boolean {
  return leaf.kind === 'paragraph' && !containers.some(({ kind }) => kind === 'quote');
}

function visibleOf(paragraph: string, from: number, lines: readonly Line[]): readonly Line[] {
  const spans = hiddenSpans(paragraph);
  if (spans.length === 0) return lines;
  let next = 0;
  return lines.filter((line) => {
    const at = line.from - from;
    while ((spans[next]?.to ?? at + 1) <= at) next += 1;
    return (spans[next]?.from ?? at) >= at;
  });
}

/** One at a time: a spread of many thousands of arguments would not fit on the stack. */
function append(said: Line[], lines: readonly Line[]): void {
  for (const line of lines) said.push(line);
}

/** @returns where the line ends that begins at `from` */
function endOfLine(body: string, from: number): number {
  let at = from;
  while (at < body.length && body.charCodeAt(at) !== lineFeed && body.charCodeAt(at) !== carriageReturn) at += 1;
  return at;
}

function afterEnd(body: string, end: number): number {
  return body.charCodeAt(end) === carriageReturn && body.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
}
