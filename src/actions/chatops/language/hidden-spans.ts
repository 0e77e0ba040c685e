// The parts of a paragraph that are code or HTML nobody sees, and so are not said: they may go over several of its lines.

export interface Span {
  readonly from: number;
  /** The first character behind it. */
  readonly to: number;
}

/** What begins HTML that is not shown, and what ends it: https://spec.commonmark.org/0.31.2/#raw-html */
const enders: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![CDATA[': ']]>', '<!': '>' };

/**
 * Those that begin before `until`, in their order. In time that grows with the text alone, whatever is left open in it.
 */
export function hiddenSpans(paragraph: string, until: number): readonly Span[] {
  const codeEnd = codeEnds(paragraph);
  const htmlEnd = htmlEnds(paragraph);
  const spans: Span[] = [];
  for (let at = 0; at < until; ) {
    const mark = markAt(paragraph, at);
    if (mark === '') at += isEscape(paragraph, at) ? 2 : 1;
    else {
      const behind = at + mark.length;
      const to = mark.startsWith('`') ? codeEnd(mark.length, behind) : htmlEnd(mark.toUpperCase(), behind);
      if (to !== undefined) spans.push({ from: at, to });
      at = to ?? behind;
    }
  }
  return spans;
}

const htmlMark = /<!--|<\?|<!\[CDATA\[|<!(?=[a-z])/iy;

/** What may begin a span there; empty for most characters. By hand: every character is asked. */
function markAt(paragraph: string, at: number): string {
  const first = paragraph[at];
  if (first === '`') {
    let to = at + 1;
    while (paragraph[to] === '`') to += 1;
    return to === at + 1 ? first : paragraph.slice(at, to);
  }
  if (first !== '<') return '';
  htmlMark.lastIndex = at;
  return htmlMark.exec(paragraph)?.[0] ?? '';
}

function isEscape(paragraph: string, at: number): boolean {
  if (paragraph[at] !== '\\') return false;
  const next = paragraph[at + 1];
  return next === '\\' || next === '`' || next === '<';
}

/** Where something ends that began before `from`. To be asked with rising `from`: what lies behind is forgotten. */
type EndOf<Mark> = (mark: Mark, from: number) => number | undefined;

/** Code ends at the next run of just as many backticks: https://spec.commonmark.org/0.31.2/#code-spans */
function codeEnds(paragraph: string): EndOf<number> {
  let ends: ReadonlyMap<number, number[]> | undefined;
  return (length, from) => {
    ends ??= endsOfRuns(paragraph);
    const same = ends.get(length) ?? [];
    while ((same.at(-1) ?? Number.POSITIVE_INFINITY) < from + length) same.pop();
    return same.at(-1);
  };
}

/** By the length of the run; the last one first. */
function endsOfRuns(paragraph: string): ReadonlyMap<number, number[]> {
  const ends = new Map<number, number[]>();
  for (let from = paragraph.indexOf('`'); from !== -1; ) {
    let to = from + 1;
    while (paragraph[to] === '`') to += 1;
    const same = ends.get(to - from);
    if (same === undefined) ends.set(to - from, [to]);
    else same.push(to);
    from = paragraph.indexOf('`', to);
  }
  for (const same of ends.values()) same.reverse();
  return ends;
}

function htmlEnds(paragraph: string): EndOf<string> {
  const missing = new Set<string>();
  return (mark, from) => {
    // `<!-->` and `<!--->` are whole comments: https://spec.commonmark.org/0.31.2/#html-comment
    const [short] = mark === '<!--' ? (/^-?>/.exec(paragraph.slice(from, from + 2)) ?? []) : [];
    if (short !== undefined) return from + short.length;
    const end = enders[mark] ?? mark;
    const at = missing.has(mark) ? -1 : paragraph.indexOf(end, from);
    if (at === -1) missing.add(mark);
    return at === -1 ? undefined : at + end.length;
  };
}
