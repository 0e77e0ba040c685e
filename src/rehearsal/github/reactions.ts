// Reactions to comments in the GitHub double.
import { renderAccount } from './accounts.ts';
import { type Answer, type Call, created, invalid, list, notFound, ok, type Route, refused, text } from './exchange.ts';
import { type Hub, type Json, nodeId, timestamp } from './hub.ts';
import type { Comment, Reaction } from './state.ts';

const contents = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const;

export function reactionsOf({ state }: Pick<Hub, 'state'>, comment: number): readonly Reaction[] {
  return [...state.reactions.values()].filter((reaction) => reaction.comment === comment);
}

export function renderReactionCounts(url: string, reactions: readonly Reaction[]): Json {
  const counts = contents.map((content) => [content, reactions.filter((each) => each.content === content).length]);
  return { url, total_count: reactions.length, ...Object.fromEntries(counts) };
}

function renderReaction(hub: Hub, { id, author, content, createdAt }: Reaction): Json {
  return { id, node_id: nodeId('REA', id), user: renderAccount(hub, author), content, created_at: createdAt };
}

function withComment({ hub, params }: Call, act: (comment: Comment) => Answer): Answer {
  const comment = hub.state.comments.get(Number(params.comment_id));
  return comment === undefined || comment.deletedAt !== undefined ? notFound : act(comment);
}

/** The same reaction of the same account is there once: then the answer is 200. */
function react({ hub, caller, body }: Call, comment: Comment): Answer {
  // Of everybody, also of those who may comment.
  if (hub.state.issues.get(comment.issue)?.locked !== undefined) {
    return refused(403, 'Unable to create reaction because issue is locked.');
  }
  const content = text(body, 'content') ?? '';
  if (!contents.some((each) => each === content)) return invalid({ resource: 'Reaction', field: 'content', code: 'invalid' });
  const known = reactionsOf(hub, comment.id).find((each) => each.content === content && each.author.id === caller.id);
  if (known !== undefined) return ok(renderReaction(hub, known));
  const reaction = { id: hub.nextId(), comment: comment.id, author: caller, content, createdAt: timestamp(hub) };
  hub.state.reactions.set(reaction.id, reaction);
  return created(renderReaction(hub, reaction));
}

const path = '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';

export const reactionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    needs: ['issues=read', 'pull_requests=read'],
    handle: (call) =>
      withComment(call, ({ id }) => {
        const content = call.query.get('content');
        const found = reactionsOf(call.hub, id).filter((each) => content === null || each.content === content);
        return list(found.map((reaction) => renderReaction(call.hub, reaction)));
      }),
  },
  {
    method: 'POST',
    path,
    needs: ['issues=write', 'pull_requests=write'],
    handle: (call) => withComment(call, (comment) => react(call, comment)),
  },
];
