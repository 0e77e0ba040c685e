// The events that people and workflows leave in a pull request, a line each.
import type { EntryOf } from '../data.ts';
import { type Html, html } from '../html.ts';
import { renderLink } from '../links.ts';
import { renderMarkdown } from '../markdown.ts';
import { deploymentMarks, renderAvatar, renderName } from '../marks.ts';
import { type EntryContext, renderCard, renderLine } from './frame.ts';

export function renderOpened({ atMs, body }: EntryOf<'opened'>, context: EntryContext): Html {
  const { author, headRef } = context.pullRequest;
  const title = html`${renderName(author)} opened this pull request from <code><bdi>${headRef}</bdi></code>`;
  if (!body) return renderLine({ symbol: 'branch', tone: 'good' }, atMs, title, context);
  const rendered = renderMarkdown(body, { ...context, breaks: true });
  return renderCard({ sign: renderAvatar(author), title, atMs, body: rendered, fold: 'none' }, context);
}

export function renderReopened({ atMs, by }: EntryOf<'reopened'>, context: EntryContext): Html {
  const text = html`${renderName(by ?? context.pullRequest.author)} reopened this`;
  return renderLine({ symbol: 'branch', tone: 'good' }, atMs, text, context);
}

export function renderPushed({ atMs, by, sha, message }: EntryOf<'pushed'>, context: EntryContext): Html {
  const text = html`${renderName(by ?? context.pullRequest.author)} pushed ${renderSha(sha)} <bdi>${message.split('\n', 1)[0]}</bdi>`;
  return renderLine({ symbol: 'commit', tone: 'idle' }, atMs, text, context);
}

export function renderClosed({ atMs, by, merged }: EntryOf<'closed'>, context: EntryContext): Html {
  const name = renderName(by ?? context.pullRequest.author);
  return merged
    ? renderLine({ symbol: 'merge', tone: 'merged' }, atMs, html`${name} merged this`, context)
    : renderLine({ symbol: 'cross', tone: 'bad' }, atMs, html`${name} closed this without merging`, context);
}

export function renderLabeled({ atMs, by, label, removed }: EntryOf<'labeled'>, context: EntryContext): Html {
  const verb = removed ? 'removed' : 'added';
  const text = html`${renderName(by ?? context.pullRequest.author)} ${verb} the label <bdi class="label">${label}</bdi>`;
  return renderLine({ symbol: 'tag', tone: 'idle' }, atMs, text, context);
}

export function renderDeployment(entry: EntryOf<'deployment'>, context: EntryContext): Html {
  const { atMs, environment, state, url, description } = entry;
  const mark = deploymentMarks[state];
  const link = url ? html` <span class="aside">at ${renderLink(url, url, context.emulatedHosts)}</span>` : undefined;
  const aside = description ? html` <span class="aside">· ${description}</span>` : undefined;
  const text = html`<strong><bdi>${environment}</bdi></strong> ${mark.word}${link}${aside}`;
  return renderLine(mark, atMs, text, context);
}

export function renderNote({ atMs, text }: EntryOf<'note'>, context: EntryContext): Html {
  return renderLine({ symbol: 'info', tone: 'busy' }, atMs, html`${text}`, context);
}

export function renderSha(sha: string): Html {
  return html`<code title="${sha}">${sha.slice(0, 7)}</code>`;
}
