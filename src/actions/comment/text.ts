// Puts anybody's text into a comment so that it stays text: nothing hidden, no mention, no link, no markup, no way out of code.

/**
 * Controls but line breaks and tabs; format characters (direction, joiners, tags, soft hyphens); line separators; blanks that
 * take no or an unexpected room; halves of characters. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}\u2028\u2029\u115f\u1160\u2800\u3164\uffa0]/gu;

/** Every such character as `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** On one line: line breaks and tabs as `\n` and `\t`, too. */
export function visibleLine(text: string): string {
  return visible(text.replaceAll('\r\n', '\\r\\n').replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
}

/** As code inside of a line: nothing in it is markup, and GitHub neither mentions nor links from code. */
export function inlineCode(text: string): string {
  const content = visibleLine(text);
  if (content === '') return '` `';
  const ticks = '`'.repeat(longestRun(content) + 1);
  const needsRoom = /^[` ]|[` ]$/.test(content);
  return needsRoom ? `${ticks} ${content} ${ticks}` : ticks + content + ticks;
}

/** A code block whose fence is longer than any run of backticks in it. */
export function fence(text: string, language = ''): string {
  const content = visible(text.replaceAll('\r\n', '\n'));
  const ticks = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return `${ticks}${language}\n${content}\n${ticks}`;
}

/** As code inside of HTML, where Markdown's own does not work: the summary of a `<details>`. */
export function htmlCode(text: string): string {
  return `<code>${escapeHtml(visibleLine(text))}</code>`;
}

/** GitHub looks for these in the text that Markdown leaves behind, so that only code keeps them from working. */
const references = /@(?=[\w])|#(?=\d)|\bgh-(?=\d)|\b(?:https?|ftp|mailto|xmpp):|\bwww\./gi;
const markup = /[\\`*_{}[\]<>()#+\-!|~&$]/g;

/** As plain words in a line: everything that could be markup is escaped, every mention and reference broken. */
export function escapeText(text: string): string {
  const parts: string[] = [];
  const line = visibleLine(text);
  let from = 0;
  for (const { 0: found, index } of line.matchAll(references)) {
    parts.push(escapeMarkup(line.slice(from, index)), inlineCode(found));
    from = index + found.length;
  }
  return parts.join('') + escapeMarkup(line.slice(from));
}

/** A link, or only its words when the address is none of the web's. */
export function link(words: string, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return escapeText(words);
  const target = visibleLine(url.href).replace(/[<>()[\]\\`|*_~]/g, (character) =>
    encodeURIComponent(character).replace(/^[^%]$/, percent),
  );
  return `[${escapeText(words)}](${target})`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function escapeMarkup(text: string): string {
  return text.replace(markup, (character) => `\\${character}`);
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function longestRun(text: string): number {
  let longest = 0;
  // One by one: as arguments of a call, a hundred thousand runs are too many.
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
