// Tells what in a Markdown text of ours would do something on a page: markup, mentions, links and pictures of others.
import { marked, type Token } from 'marked';

/** What our own renderers write. */
const ownHtml = /^\s*(<\/?(details|summary|br|code|sub|kbd)\s*\/?>|<details open>|<!-- opsdeck:(slot|end) [a-z]+ -->)/;
const ownHtmlOnly = new RegExp(`^(${ownHtml.source.slice(1)}|[^<])*$`);

/** @returns one line for each */
export function harms(markdown: string): readonly string[] {
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'html' && !ownHtmlOnly.test(token.raw)) found.push(`markup: ${token.raw.slice(0, 200)}`);
    if (token.type === 'image') found.push(`picture: ${token.raw.slice(0, 200)}`);
    if (token.type === 'link' && !String(token.href).startsWith('https://github.com/'))
      found.push(`link: ${token.raw.slice(0, 200)}`);
    if (token.type === 'text' && !('tokens' in token) && /(^|\s)@\w/.test(token.raw))
      found.push(`mention: ${token.raw.slice(0, 200)}`);
  });
  return found;
}
