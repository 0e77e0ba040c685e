// What all entries of a timeline share: the line with a sign, and the card with a head and a body.
import type { PullRequestStory } from '../data.ts';
import { type Html, html } from '../html.ts';
import { renderElapsed } from '../instants.ts';
import { type Mark, renderSymbol } from '../marks.ts';

export interface EntryContext {
  readonly pullRequest: Pick<PullRequestStory, 'author' | 'headRef'>;
  /** Elapsed times count from here. */
  readonly originMs: number;
  /** When a person, not a workflow, did something. */
  readonly personalActsAtMs: readonly number[];
  readonly emulatedHosts: readonly string[];
}

/** An event that is told in a line. */
export function renderLine(mark: Pick<Mark, 'symbol' | 'tone'>, atMs: number, text: Html, context: EntryContext): Html {
  return html`<li class="entry">${renderDot(mark)}
<div class="line"><p>${text}</p>${renderElapsed(atMs, context.originMs)}</div></li>
`;
}

interface Card {
  readonly sign: Html;
  readonly title: Html;
  readonly atMs: number;
  readonly body: Html;
  /** Without a fold, the body is always there. */
  readonly fold: 'none' | 'open' | 'closed';
}

/** An event with something to read or to unfold. No stray `<li>` in the body ends an entry: the parser looks no further than the article. */
export function renderCard({ sign, title, atMs, body, fold }: Card, { originMs }: EntryContext): Html {
  const head = html`<span class="card-title">${title}</span>${renderElapsed(atMs, originMs)}`;
  const card =
    fold === 'none'
      ? html`<article class="card">
<header class="card-head">${head}</header>
${body}</article>`
      : html`<article><details class="card"${fold === 'open' && html` open`}>
<summary class="card-head">${head}</summary>
${body}</details></article>`;
  return html`<li class="entry">${sign}
${card}</li>
`;
}

export function renderDot({ symbol, tone }: Pick<Mark, 'symbol' | 'tone'>): Html {
  return html`<span class="dot tone-${tone}">${renderSymbol(symbol)}</span>`;
}
