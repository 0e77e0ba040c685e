// A table of Markdown.
import { inlineCode } from '../../comment/text.ts';

/** @param rows of Markdown, each with as many cells as there are heads */
export function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** As code in a cell, where a bar has to be escaped even in code: https://github.github.com/gfm/#example-200 */
export function codeCell(text: string): string {
  return inlineCode(text).replaceAll('|', '\\|');
}
