// Sections and tables as HTML.
import { cutMiddle } from '../../../../define/text.ts';
import { visible } from '../../../comment/text.ts';
import { type Html, html } from '../../../kpi/render/markup.ts';
import type { Cell, Section, Table } from '../table.ts';

/** Beyond it a page would be a data base. */
const mostRows = 500;
const longestText = 2000;
/** ARNs: broken anywhere, so that they do not take the room of all the others. */
const longWord = /\S{30}/;

/** @param more what belongs to it beside its table */
export function renderSection({ id, title, notes, table, folded }: Section, more?: Html): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${notes.map((note) => html`<p class="soft">${shortened(note)}</p>`)}
${table && renderTable(table, id)}
${more}
${folded && html`<details><summary>${folded.summary}</summary>${renderTable(folded.table, id)}</details>`}
</section>
`;
}

/** @param labelledBy id of its heading: what scrolls is a region with a name, and reached by the keyboard */
export function renderTable({ heads, rows }: Table, labelledBy: string): Html {
  const omitted = rows.length - mostRows;
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.slice(0, mostRows).map(renderRow)}</tbody>
</table></div>
${omitted > 0 ? html`<p class="soft">${omitted} more</p>` : undefined}`;
}

function renderRow([first, ...rest]: readonly Cell[]): Html {
  return html`<tr>${first && html`<th scope="row">${renderCell(first)}</th>`}${rest.map((cell) => html`<td>${renderCell(cell)}</td>`)}</tr>
`;
}

function renderCell({ words, tone, url }: Cell): Html {
  const text = shortened(words);
  const inner = url === undefined ? html`${text}` : renderLink(text, url);
  const classes = [tone ?? 'plain', ...(longWord.test(text) ? ['long'] : [])].filter((name) => name !== 'plain').join(' ');
  return classes === '' ? inner : html`<span class="${classes}">${inner}</span>`;
}

/** Only to the web; elsewhere the words alone. */
export function renderLink(words: string, address: string): Html {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return isWeb ? html`<a href="${url.href}" rel="noreferrer">${words}</a>` : html`${words}`;
}

/** Foreign texts can be of any length. */
export function shortened(text: string, most = longestText): string {
  return cutMiddle(visible(text), most);
}
