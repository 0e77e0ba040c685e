// Renders GitHub-flavoured Markdown that anybody may have written: tables, task lists, diffs, alerts, folded details.
import { Marked, type MarkedExtension } from 'marked';
import { sanitize, sanitizeToText } from './allowed-html.ts';
import { escapeHtml, type Html, html, showControls, trustHtml } from './html.ts';

export interface MarkdownOptions {
  readonly emulatedHosts: readonly string[];
  /** Whether a line's end breaks the line: so it is in comments, not in summaries. */
  readonly breaks?: boolean;
}

/** Emphasis takes marked quadratic time and more: a paragraph longer than anybody writes is shown without. */
const longestEmphasisCharacters = 2_000;

const dialect: MarkedExtension = {
  gfm: true,
  renderer: {
    code: ({ text, lang = '' }) => renderCode(text, lang.split(/\s/, 1)[0] as string),
    blockquote({ tokens }) {
      return renderQuote(this.parser.parse(tokens));
    },
  },
  tokenizer: {
    // False leaves it to marked, undefined says that there is no emphasis here.
    emStrong: (_, masked) => (masked.length > longestEmphasisCharacters ? undefined : false),
  },
};

const comments = new Marked(dialect, { breaks: true });
const documents = new Marked(dialect);

export function renderMarkdown(markdown: string, { emulatedHosts, breaks = false }: MarkdownOptions): Html {
  const markup = parse(breaks ? comments : documents, showControls(markdown));
  return html`<div class="markdown">${trustHtml(sanitize(markup, emulatedHosts))}</div>`;
}

const firstLineCharacters = 140;
/** What is looked through for it. */
const beginningCharacters = 4_000;

/** The first line that a person sees, without its markup. */
export function renderFirstLine(markdown: string): Html {
  const visible = showControls(markdown.slice(0, beginningCharacters)).replace(/<!--[\s\S]*?-->/g, '');
  for (const line of visible.split('\n')) {
    const bare = line.replace(/^[\s>#*+|-]+(?=\s|\[!)/, '').replace(/^\[!\w+\]/, '');
    const cut = bare.length <= firstLineCharacters ? bare : `${bare.slice(0, firstLineCharacters).trimEnd()}…`;
    const text = sanitizeToText(parse(documents, cut)).trim();
    if (text) return trustHtml(text);
  }
  return html`(empty)`;
}

/** Marked recurses: nesting that is only there to exhaust the stack is shown as it was written. */
function parse(marked: Marked, markdown: string): string {
  try {
    return marked.parse(markdown, { async: false });
  } catch (error) {
    if (error instanceof RangeError) return `<pre><code>${escapeHtml(markdown)}</code></pre>`;
    throw error;
  }
}

function renderCode(text: string, language: string): string {
  const body = language === 'diff' ? text.split('\n').map(renderDiffLine).join('') : escapeHtml(text);
  const label = language ? ` data-language="${escapeHtml(language)}"` : '';
  return `<pre${label}><code>${body}</code></pre>\n`;
}

export function renderDiffLine(line: string): string {
  const text = `${escapeHtml(line)}\n`;
  if (line.startsWith('+')) return `<ins>${text}</ins>`;
  if (line.startsWith('-')) return `<del>${text}</del>`;
  if (line.startsWith('@@')) return `<span class="hunk">${text}</span>`;
  if (line.startsWith('!')) return `<span class="changed">${text}</span>`;
  return text;
}

const alert = /^<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?\s*/i;

/** https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts */
function renderQuote(body: string): string {
  const kind = alert.exec(body)?.[1]?.toLowerCase();
  if (!kind) return `<blockquote>${body}</blockquote>\n`;
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return `<div class="alert alert-${kind}"><p class="alert-title">${title}</p>${body.replace(alert, '<p>')}</div>\n`;
}
