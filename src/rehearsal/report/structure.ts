// Leaves out elements that stand where a browser would not leave them: to put them right, it would close or move what is around them.

/** Where some elements have to stand: right within one of these. https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody */
const parents: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};

/** Nothing but the parts of a table may stand right within these. */
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);

/** An element of one of these may not stand anywhere within another of the same group. */
const exclusive = [new Set(['a']), new Set(['h3', 'h4', 'h5', 'h6'])];

const tag = /<(\/?)([a-z][a-z0-9]*)[^>]*>/g;

/** @param markup balanced, and with every other `<` and `>` escaped, as the sanitiser leaves it */
export function keepStructure(markup: string): string {
  const open: { readonly name: string; readonly isKept: boolean }[] = [];
  return markup.replace(tag, (text, slash, name) => {
    if (slash) return open.pop()?.isKept ? text : '';
    const around = open.filter(({ isKept }) => isKept).map((element) => element.name);
    const isKept = fits(name, around);
    if (!text.endsWith('/>')) open.push({ name, isKept });
    return isKept ? text : '';
  });
}

function fits(name: string, around: readonly string[]): boolean {
  const parent = around.at(-1) ?? '';
  const wanted = parents[name];
  if (wanted) return wanted.includes(parent);
  if (tableParts.has(parent)) return false;
  return !exclusive.some((group) => group.has(name) && around.some((other) => group.has(other)));
}
