// A place in a line of Markdown whose tabs are spaces, and how far the text behind it is indented.

export interface LineCursor {
  readonly line: string;
  /** Behind the markers of the quotes and list items that the line is in. */
  at: number;
  /** The first character from there on that is no blank; the line's length when it is blank. */
  text: number;
}

/** Columns of a tab stop: https://spec.commonmark.org/0.31.2/#tabs */
const tabWidth = 4;
/** Markers and indents that reach further than this are nobody's; the tabs behind it stay. */
const mostMarkerCharacters = 300;
const [space, tab] = [0x20, 0x09];

export function cursorOf(source: string): LineCursor {
  const line = source.includes('\t') ? expandTabs(source) : source;
  return { line, at: 0, text: skipSpaces(line, 0) };
}

/** Never behind the line's end. */
export function moveTo(cursor: LineCursor, at: number): void {
  cursor.at = Math.min(at, cursor.line.length);
  if (cursor.text < cursor.at) cursor.text = skipSpaces(cursor.line, cursor.at);
}

export function indentOf({ at, text }: LineCursor): number {
  return text - at;
}

export function isBlank({ line, text }: LineCursor): boolean {
  return text === line.length;
}

/** From its first character that is no space. */
export function restOf({ line, text }: LineCursor): string {
  return line.slice(text);
}

function skipSpaces(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === space || line.charCodeAt(at) === tab) at += 1;
  return at;
}

function expandTabs(source: string): string {
  let expanded = '';
  for (const character of source.slice(0, mostMarkerCharacters)) {
    expanded += character === '\t' ? ' '.repeat(tabWidth - (expanded.length % tabWidth)) : character;
  }
  return expanded + source.slice(mostMarkerCharacters);
}
