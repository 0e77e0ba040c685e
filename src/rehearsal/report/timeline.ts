// A pull request as a person would have seen it: its head, and what happened, in the order in which it happened.
import type { Entry, PullRequestStory } from './data.ts';
import { type DatedItem, renderVersions } from './entries/comment.ts';
import {
  renderClosed,
  renderDeployment,
  renderLabeled,
  renderNote,
  renderOpened,
  renderPushed,
  renderReopened,
} from './entries/conversation.ts';
import type { EntryContext } from './entries/frame.ts';
import { renderCheck, renderRun, renderStepSummary } from './entries/runs.ts';
import { type Html, html } from './html.ts';
import { renderInstant } from './instants.ts';
import { finalStateMarks, renderBadge, renderName } from './marks.ts';

export function renderPullRequest(story: PullRequestStory, emulatedHosts: readonly string[]): Html {
  const { number, title, author, isFork, headRef, finalState, about, entries } = story;
  const originMs = Math.min(...entries.map(({ atMs }) => atMs));
  const personalActsAtMs = entries.filter(isPersonal).map(({ atMs }) => atMs);
  const context = { pullRequest: story, originMs, personalActsAtMs, emulatedHosts };
  const items = entries.flatMap((entry) => renderEntry(entry, context));
  const inOrder = items.toSorted((a, b) => a.atMs - b.atMs).map(({ item }) => item);
  const id = storyId(story);
  return html`<section class="story" aria-labelledby="${id}">
<header class="story-head">
<h2 id="${id}"><bdi>${title}</bdi> <span class="number">#${number}</span></h2>
<p class="story-facts">${renderBadge(finalStateMarks[finalState])} ${renderName(author)}
<span class="aside">from</span> <code><bdi>${headRef}</bdi></code>${isFork && html` <span class="tag">fork</span>`}${
    entries.length > 0 && html` <span class="aside">since ${renderInstant(originMs)}</span>`
  }</p>
${about && html`<p class="about">${about}</p>`}
</header>
<ol class="timeline">
${inOrder}</ol>
</section>
`;
}

export function storyId({ number }: PullRequestStory): string {
  return `pr-${number}`;
}

function isPersonal(entry: Entry): boolean {
  switch (entry.kind) {
    case 'opened':
    case 'reopened':
    case 'pushed':
    case 'closed':
    case 'labeled':
      return true;
    case 'comment':
      return !entry.isBot;
    default:
      return false;
  }
}

function renderEntry(entry: Entry, context: EntryContext): readonly DatedItem[] {
  if (entry.kind === 'comment') return renderVersions(entry, context);
  return [{ atMs: entry.atMs, item: renderSingle(entry, context) }];
}

function renderSingle(entry: Exclude<Entry, { kind: 'comment' }>, context: EntryContext): Html {
  switch (entry.kind) {
    case 'opened':
      return renderOpened(entry, context);
    case 'reopened':
      return renderReopened(entry, context);
    case 'pushed':
      return renderPushed(entry, context);
    case 'closed':
      return renderClosed(entry, context);
    case 'labeled':
      return renderLabeled(entry, context);
    case 'check':
      return renderCheck(entry, context);
    case 'deployment':
      return renderDeployment(entry, context);
    case 'run':
      return renderRun(entry, context);
    case 'summary':
      return renderStepSummary(entry, context);
    case 'note':
      return renderNote(entry, context);
    default:
      return entry satisfies never;
  }
}
