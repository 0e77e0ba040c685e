// A comment as it stood after each edit; what nobody had time to read is folded.
import type { CommentVersion, EntryOf, Reaction } from '../data.ts';
import { type Html, html } from '../html.ts';
import { renderLink } from '../links.ts';
import { renderFirstLine, renderMarkdown } from '../markdown.ts';
import { renderAvatar, renderName } from '../marks.ts';
import { renderChanges } from './changes.ts';
import { type EntryContext, renderCard } from './frame.ts';

type Comment = EntryOf<'comment'>;

export interface DatedItem {
  readonly atMs: number;
  readonly item: Html;
}

/** One item for each version: a timeline shows them where they happened. */
export function renderVersions(comment: Comment, context: EntryContext): readonly DatedItem[] {
  const versions = comment.versions.toSorted((a, b) => a.atMs - b.atMs);
  return versions.map((version, index) => {
    const [before, after] = [versions[index - 1], versions[index + 1]];
    return { atMs: version.atMs, item: renderVersion({ comment, version, index, before, after }, context) };
  });
}

/** A version is worth reading if it is the last, or if a person did the next thing in its sight. */
export function decideFold(
  version: CommentVersion,
  after: CommentVersion | undefined,
  personalActsAtMs: readonly number[],
): 'none' | 'open' | 'closed' {
  if (!after) return 'none';
  return personalActsAtMs.some((atMs) => atMs > version.atMs && atMs <= after.atMs) ? 'open' : 'closed';
}

interface Version {
  readonly comment: Comment;
  readonly version: CommentVersion;
  readonly index: number;
  readonly before: CommentVersion | undefined;
  readonly after: CommentVersion | undefined;
}

function renderVersion({ comment, version, index, before, after }: Version, context: EntryContext): Html {
  const { author, isBot, url, versions, reactions = [] } = comment;
  const { emulatedHosts } = context;
  const fold = decideFold(version, after, context.personalActsAtMs);
  const verb = index === 0 ? 'commented' : 'edited the comment';
  const title = html`${renderName(author)}${isBot && html` <span class="tag">bot</span>`} ${
    // In a summary, a link would be in the way of unfolding.
    fold === 'none' ? renderLink(url, verb, emulatedHosts) : verb
  }${versions.length > 1 && html` <span class="aside">version ${index + 1} of ${versions.length}</span>`}${
    fold !== 'none' && html`<span class="first-line">${renderFirstLine(version.markdown)}</span>`
  }`;
  const body = html`${renderMarkdown(version.markdown, { emulatedHosts, breaks: true })}${
    before && renderChanges(before.markdown, version.markdown)
  }${!after && renderReactions(reactions)}`;
  return renderCard({ sign: renderAvatar(author), title, atMs: version.atMs, body, fold }, context);
}

const emoji: Readonly<Record<Reaction, string>> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  confused: '😕',
  heart: '❤️',
  hooray: '🎉',
  rocket: '🚀',
  eyes: '👀',
};

function renderReactions(reactions: readonly Reaction[]): Html | undefined {
  if (reactions.length === 0) return undefined;
  const chips = reactions.map((reaction) => html`<li><span aria-hidden="true">${emoji[reaction]}</span> ${reaction}</li>`);
  return html`<ul class="reactions" aria-label="Reactions">${chips}</ul>
`;
}
