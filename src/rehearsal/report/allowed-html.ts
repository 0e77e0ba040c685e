// What a comment may contain, as GitHub has it, less what would load something from elsewhere.
import sanitizeHtml from 'sanitize-html';
import { showControls } from './html.ts';
import { decideLink, emulatedHint } from './links.ts';
import { keepStructure } from './structure.ts';

/** GitHub's list without pictures and ruby, with `input` for task lists: https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb */
const allowedTags = [
  ...['h3', 'h4', 'h5', 'h6', 'p', 'div', 'blockquote', 'pre', 'hr', 'br', 'wbr', 'details', 'summary', 'figure', 'figcaption'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'b', 'strong', 'i', 'em', 'code', 'tt', 'kbd', 'samp', 'var', 'ins', 'del', 's', 'strike', 'sup', 'sub', 'q', 'small'],
  ...['mark', 'abbr', 'cite', 'dfn', 'time', 'span', 'input'],
];

/** No `id`, no `name`, no `style`, no `src`: nothing that reaches beyond the comment. */
const allowedAttributes = {
  a: ['href', 'rel'],
  abbr: ['title'],
  span: ['title'],
  details: ['open'],
  input: ['type', 'checked', 'disabled', 'aria-label'],
  ol: ['start', 'reversed'],
  pre: ['data-language'],
  td: ['align', 'colspan', 'rowspan'],
  th: ['align', 'colspan', 'rowspan'],
};

/** Those that our own Markdown renderer writes. */
const allowedClasses = {
  div: ['alert', 'alert-note', 'alert-tip', 'alert-important', 'alert-warning', 'alert-caution'],
  p: ['alert-title'],
  span: ['hunk', 'changed', 'gone', 'image'],
};

/** A comment stands below the title of its pull request. */
const headings = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6' };

const languageName = /^[\w+#.-]{1,20}$/;

/** Deeper nesting than anybody reads is flattened. */
const nestingLimit = 60;

/** @returns HTML that is safe, well-formed, and stays inside the element that it is put into */
export function sanitize(markup: string, emulatedHosts: readonly string[]): string {
  const safe = sanitizeHtml(markup, {
    allowedTags,
    allowedAttributes,
    allowedClasses,
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit,
    transformTags: {
      ...headings,
      a: (_, { href = '' }) => transformLink(href, emulatedHosts),
      img: (_, { alt = '' }) => ({ tagName: 'span', attribs: { class: 'image' }, text: alt ? `image: ${alt}` : 'image' }),
      input: (_, attributes) => transformInput(attributes),
      pre: (tagName, { 'data-language': language = '' }) => ({
        tagName,
        attribs: languageName.test(language) ? { 'data-language': language } : {},
      }),
    },
  });
  // Entities are decoded by now.
  return showControls(keepStructure(safe));
}

/** The text alone, escaped. */
export function sanitizeToText(markup: string): string {
  return showControls(sanitizeHtml(markup, { allowedTags: [], allowedAttributes: {} }));
}

function transformLink(url: string, emulatedHosts: readonly string[]): sanitizeHtml.Tag {
  const target = decideLink(url, emulatedHosts);
  switch (target.kind) {
    case 'live':
      return { tagName: 'a', attribs: { href: target.href, rel: 'noreferrer nofollow' } };
    case 'emulated':
      return { tagName: 'span', attribs: { class: 'gone', title: `${target.href} ${emulatedHint}` } };
    case 'none':
      return { tagName: 'span', attribs: {} };
    default:
      return target satisfies never;
  }
}

function transformInput({ type, checked }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (type !== 'checkbox') return { tagName: 'span', attribs: {} };
  const state = checked === undefined ? { 'aria-label': 'to do' } : { checked: '', 'aria-label': 'done' };
  return { tagName: 'input', attribs: { type, disabled: '', ...state } };
}
