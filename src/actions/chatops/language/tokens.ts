// Takes a line apart: words, `key=value`, `key="quoted value"`, `--flag`.

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'pair'; readonly key: string; readonly value: string }
  | { readonly kind: 'flag'; readonly key: string; readonly hasValue: boolean }
  /** Quotes that make no sense; the rest of the line is in it. */
  | { readonly kind: 'misquoted'; readonly text: string };

/** As telephones write them; nothing ends such a value reliably. */
const curlyQuotes = /[\u201c\u201d\u201e\u201f\u00ab\u00bb]/;

/** Only spaces separate. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const [token, length] = nextToken(line.slice(at));
    if (token !== undefined) tokens.push(token);
    at += length;
  }
  return tokens;
}

function nextToken(rest: string): readonly [token: Token | undefined, length: number] {
  const [spaces] = /^ +/.exec(rest) ?? [];
  if (spaces !== undefined) return [undefined, spaces.length];
  const [quoted, key = '', value = ''] = /^([^ ="]+)="([^"]*)"(?= |$)/.exec(rest) ?? [];
  if (quoted !== undefined && !key.startsWith('--')) return [{ kind: 'pair', key, value }, quoted.length];
  const [raw = rest] = /^[^ ]+/.exec(rest) ?? [];
  if (raw.includes('"') || curlyQuotes.test(raw)) return [{ kind: 'misquoted', text: rest }, rest.length];
  return [unquoted(raw), raw.length];
}

function unquoted(raw: string): Token {
  const at = raw.indexOf('=');
  if (raw.startsWith('--') && raw.length > 2) {
    return { kind: 'flag', key: at === -1 ? raw.slice(2) : raw.slice(2, at), hasValue: at !== -1 };
  }
  return at < 1 ? { kind: 'word', text: raw } : { kind: 'pair', key: raw.slice(0, at), value: raw.slice(at + 1) };
}
