// Tables as Markdown, within their room: what does not fit is counted.
import { cutMiddle } from '../../../../define/text.ts';
import { escapeText, link, visibleLine } from '../../../comment/text.ts';
import type { Cell, Table } from '../table.ts';

/** Of all that a report tells, so that no table takes the room of the others. */
const tableRoom = 6000;
/** AWS's reasons and errors can be pages: as much of them as a table bears. */
const longestCell = 240;

export function renderTable({ heads, rows }: Table, room = tableRoom): string {
  const lines = [heads.map(escapeText), heads.map(() => '---')].map(renderRow);
  let left = room - lines.join('\n').length;
  const shown: string[] = [];
  for (const row of rows) {
    const line = renderRow(row.map(renderCell));
    left -= line.length + 1;
    if (left < 0) break;
    shown.push(line);
  }
  const omitted = rows.length - shown.length;
  const note = omitted === 0 ? '' : `\n\n*${omitted} more: in the report of the run.*`;
  return [...lines, ...shown].join('\n') + note;
}

function renderRow(row: readonly string[]): string {
  return `| ${row.join(' | ')} |`;
}

function renderCell({ words, url }: Cell): string {
  const text = shortened(words, longestCell);
  return url === undefined ? escapeText(text) : link(text, url);
}

/** On one line, and no longer than that. */
export function shortened(text: string, most: number): string {
  return cutMiddle(visibleLine(text), most);
}

/** As plain words of a sentence. */
export function sentence(text: string, most = 600): string {
  return escapeText(shortened(text, most));
}
