// Which lines begin a block of HTML in Markdown, and what ends it.

/** https://spec.commonmark.org/0.31.2/#html-blocks */
export interface HtmlStart {
  /** Found in the line that is its last; nothing when a blank line ends it. */
  readonly end: RegExp | undefined;
}

interface HtmlRule extends HtmlStart {
  readonly start: RegExp;
  readonly interruptsParagraph: boolean;
}

const blockTags = [
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset',
  'figcaption figure footer form frame frameset h[1-6] head header hr html iframe legend li link main menu menuitem nav',
  'noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul',
]
  .join(' ')
  .replaceAll(' ', '|');

const attribute = String.raw` +[a-z_:][\w.:-]*(?: *= *(?:[^ "'=<>\x60]+|'[^']*'|"[^"]*"))?`;

const rules: readonly HtmlRule[] = [
  { start: /^<(?:pre|script|style|textarea)(?=[ >]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i, interruptsParagraph: true },
  // Markdown itself would end it at a blank line; but what stands in it are somebody else's words.
  { start: /^<blockquote(?=[ >]|$)/i, end: /<\/blockquote>/i, interruptsParagraph: true },
  { start: /^<!--/, end: /-->/, interruptsParagraph: true },
  { start: /^<\?/, end: /\?>/, interruptsParagraph: true },
  { start: /^<![a-z]/i, end: />/, interruptsParagraph: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interruptsParagraph: true },
  { start: new RegExp(`^</?(?:${blockTags})(?= |/?>|$)`, 'i'), end: undefined, interruptsParagraph: true },
  {
    start: new RegExp(`^<(?:[a-z][a-z0-9-]*(?:${attribute})* */?|/[a-z][a-z0-9-]* *)> *$`, 'i'),
    end: undefined,
    interruptsParagraph: false,
  },
];

/** A line longer than this that is one tag and nothing else is not what people write; matching it could take too much stack. */
const longestTagCharacters = 2_000;

/** @param rest of the line, from its `<` on */
export function htmlStartOf(rest: string, isParagraphOpen: boolean): HtmlStart | undefined {
  const beginning = rest.length > longestTagCharacters ? rest.slice(0, longestTagCharacters) : rest;
  return rules.find(({ start, interruptsParagraph }) => (interruptsParagraph || !isParagraphOpen) && start.test(beginning));
}
