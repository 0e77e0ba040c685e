// Shows a plan's comment at a terminal: the same words, without the markup that only GitHub draws.
import pc from 'picocolors';

/**
 * @param markdown as our own renderer writes it
 * @param full with what GitHub shows only to whoever unfolds it: every attribute
 */
export function renderForTerminal(markdown: string, full: boolean): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    if (/^\s*`{3,}/.test(line)) isCode = !isCode;
    else if (!isCode) lines.push(...plainLines(line));
    else if (full) lines.push(paintDiff(line));
  }
  const text = lines.join('\n').replace(/\n{3,}/g, '\n\n');
  return full ? text : `${text.trimEnd()}\n\n${pc.dim('Every attribute: --full')}\n`;
}

function paintDiff(line: string): string {
  if (/^\s*\+/.test(line)) return pc.green(line);
  return /^\s*-/.test(line) ? pc.red(line) : line;
}

function plainLines(line: string): readonly string[] {
  if (/^\s*(?:<\/?details[^>]*>|<!--.*-->)\s*$/.test(line)) return [];
  const text = withoutTags(line.replace(/<!--.*?-->/g, ''));
  const [, title] = /^#{1,6} (.*)$/.exec(text) ?? [];
  return [title === undefined ? withoutMarks(text) : pc.bold(withoutMarks(title))];
}

function withoutTags(line: string): string {
  const text = line.replace(/<\/?(?:details|summary|b|strong|code|sub|br|em|i)\b[^>]*>/g, '');
  const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}

/** What was escaped so that it stays text, is text here; a terminal's own sequences were made visible by the renderer. */
function withoutMarks(text: string): string {
  return text
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(`+)(.+?)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]<>()#+\-!|~&$.])/g, '$1');
}
