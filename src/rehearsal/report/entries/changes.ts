// What an edit changed in a comment, line by line.
import { type Html, html, trustHtml } from '../html.ts';
import { compareLines, type LineChange, withContext } from '../line-diff.ts';
import { renderDiffLine } from '../markdown.ts';

const contextLines = 1;
const mostLines = 300;

export function renderChanges(before: string, after: string): Html {
  const changes = compareLines(before, after);
  const shown = withContext(changes, contextLines);
  const omitted = Math.max(0, shown.length - mostLines);
  const lines = shown.slice(0, mostLines).map((change) => trustHtml(renderDiffLine(change ? prefixed(change) : ' ⋯')));
  return html`<details class="changes"><summary>What this edit changed: <span class="added">${countLines(changes, 'added')} added</span>,
<span class="removed">${countLines(changes, 'removed')} removed</span></summary>
<pre><code>${lines}</code></pre>${omitted > 0 && html`<p>${omitted} more</p>`}</details>
`;
}

function countLines(changes: readonly LineChange[], kind: LineChange['kind']): string {
  const count = changes.filter((change) => change.kind === kind).length;
  return `${count} line${count === 1 ? '' : 's'}`;
}

function prefixed({ kind, text }: LineChange): string {
  switch (kind) {
    case 'same':
      return ` ${text}`;
    case 'added':
      return `+${text}`;
    case 'removed':
      return `-${text}`;
    default:
      return kind satisfies never;
  }
}
