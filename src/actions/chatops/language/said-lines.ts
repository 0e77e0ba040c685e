// The lines of a comment that begin with a slash and that its author says: not code, not a quote, not an HTML comment.
import { type Blocks, type Leaf, noBlocks, readLine } from './blocks.ts';
import { hiddenSpans } from './hidden-spans.ts';

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

export interface Search {
  /** All of them when left out. */
  readonly isWanted?: (line: string) => boolean;
  readonly most?: number;
}

/**
 * In time that grows with the text alone, and no further than it has to. Lines end as Markdown has it: with a line feed, a
 * carriage return, or both.
 */
export function saidLines(
  body: string,
  { isWanted = () => true, most = Number.POSITIVE_INFINITY }: Search = {},
): readonly string[] {
  const said: string[] = [];
  const last = lastSlashLine(body);
  const blocks = noBlocks();
  let open: Leaf = blocks.leaf;
  /** Where lines begin whose paragraph is still open: what hides them may come behind them. */
  let pending: number[] = [];
  let wasBlank = false;
  const settle = (to: number): void => {
    if (open.kind === 'paragraph' && pending.length > 0)
      addVisible({ body, from: open.from, to, pending }, said, { isWanted, most });
    if (pending.length > 0) pending = [];
    open = blocks.leaf;
  };
  for (let from = 0, end = 0; from <= body.length; from = afterEnd(body, end)) {
    if (said.length >= most || (from > last && pending.length === 0)) return said;
    end = endOfLine(body, from);
    // Another blank line changes nothing.
    if (end === from && wasBlank) continue;
    wasBlank = end === from;
    readLine(blocks, body.slice(from, end), from);
    if (blocks.leaf !== open) settle(from);
    if (body[from] === '/' && isOwn(blocks)) pending.push(from);
  }
  settle(body.length);
  return said;
}

interface Paragraph {
  readonly body: string;
  readonly from: number;
  readonly to: number;
  /** Where its lines with a slash begin. */
  readonly pending: readonly number[];
}

function addVisible({ body, from, to, pending }: Paragraph, said: string[], { isWanted, most }: Required<Search>): void {
  const spans = hiddenSpans(body.slice(from, to), (pending.at(-1) ?? from) - from);
  let next = 0;
  for (const start of pending) {
    const at = start - from;
    while ((spans[next]?.to ?? at + 1) <= at) next += 1;
    if ((spans[next]?.from ?? at) < at) continue;
    const line = body.slice(start, endOfLine(body, start));
    if (isWanted(line)) said.push(line);
    if (said.length >= most) return;
  }
}

/** @returns where the last line begins that has a slash in its first column; -1 when there is none */
function lastSlashLine(body: string): number {
  const behindEnd = Math.max(body.lastIndexOf('\n/'), body.lastIndexOf('\r/'));
  return behindEnd === -1 && !body.startsWith('/') ? -1 : behindEnd + 1;
}

/** A line that goes on with a quote is part of it, even without a mark: https://spec.commonmark.org/0.31.2/#paragraph-continuation-text */
function isOwn({ leaf, containers }: Blocks): boolean {
  return leaf.kind === 'paragraph' && !containers.some(({ kind }) => kind === 'quote');
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
