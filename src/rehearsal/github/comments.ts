// Comments of the GitHub double, with everything that ever stood in them.
import { associationOf, renderAccount, renderVia, roleOf } from './accounts.ts';
import {
  type Answer,
  type Call,
  checkTexts,
  created,
  list,
  noContent,
  notFound,
  ok,
  type Route,
  refused,
  text,
} from './exchange.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl, startsWorkflows, timestamp } from './hub.ts';
import { findIssue, replaceIssue } from './issue-records.ts';
import { commentsOf, renderIssue } from './issue-view.ts';
import { reactionsOf, renderReactionCounts } from './reactions.ts';
import type { Account, Comment, Issue } from './state.ts';

const rules = [{ resource: 'IssueComment', field: 'body', required: true, most: 65_536 }] as const;

export interface NewComment {
  readonly by: Account;
  readonly body: string;
}

/**
 * "While a conversation is locked, only people with write access and repository owners and collaborators can add, hide, and
 * delete comments": an app is none of these, whatever it is permitted.
 * https://docs.github.com/en/communities/moderating-comments-and-conversations/locking-conversations
 */
export function isShutOut(hub: Hub, { locked }: Issue, account: Account): boolean {
  return locked !== undefined && !['admin', 'maintain', 'write'].includes(roleOf(hub, account));
}

export function createComment(hub: Hub, issue: Issue, { by, body }: NewComment): Comment {
  const now = timestamp(hub);
  const history = [{ body, at: now, by: by.login }];
  const times = { createdAt: now, updatedAt: now, history };
  const comment: Comment = { id: hub.nextId(), issue: issue.number, author: by, body, ...times };
  hub.state.comments.set(comment.id, comment);
  replaceIssue(hub, issue);
  emitComment(hub, 'created', comment, by);
  return comment;
}

export function editComment(hub: Hub, comment: Comment, { by, body }: NewComment): Comment {
  const now = timestamp(hub);
  const edited = { ...comment, body, updatedAt: now, history: [...comment.history, { body, at: now, by: by.login }] };
  hub.state.comments.set(comment.id, edited);
  emitComment(hub, 'edited', edited, by, { changes: { body: { from: comment.body } } });
  return edited;
}

export function deleteComment(hub: Hub, comment: Comment, by: Account): void {
  hub.state.comments.set(comment.id, { ...comment, deletedAt: timestamp(hub) });
  emitComment(hub, 'deleted', comment, by);
}

export function findComment({ state }: Pick<Hub, 'state'>, id: string | number | undefined): Comment | undefined {
  const comment = state.comments.get(Number(id));
  return comment?.deletedAt === undefined ? comment : undefined;
}

function emitComment(hub: Hub, action: string, comment: Comment, by: Account, extra: Json = {}): void {
  const issue = findIssue(hub, comment.issue);
  if (issue === undefined) throw new Error(`Comment ${comment.id} has lost its issue.`);
  const payload = { action, issue: renderIssue(hub, issue), comment: renderComment(hub, comment), ...extra };
  hub.emit({ name: 'issue_comment', payload, sender: by, startsWorkflows: startsWorkflows(by) });
}

function renderComment(hub: Hub, comment: Comment): Json {
  const { id, issue, author, body, createdAt, updatedAt } = comment;
  const url = `${apiUrl(hub)}/issues/comments/${id}`;
  const page = findIssue(hub, issue)?.pull === undefined ? 'issues' : 'pull';
  return {
    id,
    node_id: nodeId('IC', id),
    url,
    html_url: `${pageUrl(hub)}/${page}/${issue}#issuecomment-${id}`,
    issue_url: `${apiUrl(hub)}/issues/${issue}`,
    user: renderAccount(hub, author),
    body,
    created_at: createdAt,
    updated_at: updatedAt,
    author_association: associationOf(hub, author),
    performed_via_github_app: renderVia(hub, author),
    reactions: renderReactionCounts(`${url}/reactions`, reactionsOf(hub, id)),
  };
}

function listComments({ hub, params, query }: Call): Answer {
  const issue = findIssue(hub, params.issue_number);
  if (issue === undefined) return notFound;
  const since = Date.parse(query.get('since') ?? '1970-01-01T00:00:00Z');
  const found = commentsOf(hub, issue.number).filter(({ updatedAt }) => Date.parse(updatedAt) >= since);
  return list(found.map((comment) => renderComment(hub, comment)));
}

function postComment({ hub, params, body, caller }: Call): Answer {
  const issue = findIssue(hub, params.issue_number);
  if (issue === undefined) return notFound;
  if (isShutOut(hub, issue, caller)) return refused(403, 'Unable to create comment because issue is locked.');
  const refusal = checkTexts(body, rules);
  return refusal ?? created(renderComment(hub, createComment(hub, issue, { by: caller, body: text(body, 'body') ?? '' })));
}

/** One's own; those of others takes at least write access, which an app with the permission has. */
function withEditable({ hub, params, caller }: Call, act: (comment: Comment) => Answer): Answer {
  const comment = findComment(hub, params.comment_id);
  if (comment === undefined) return notFound;
  const isTrusted = caller.app !== undefined || ['admin', 'maintain', 'write'].includes(roleOf(hub, caller));
  if (comment.author.id !== caller.id && !isTrusted) return refused(403, 'Must have write access to the repository.');
  return act(comment);
}

const one = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
const all = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const read = ['issues=read', 'pull_requests=read'] as const;
const write = ['issues=write', 'pull_requests=write'] as const;

export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: all, needs: read, handle: listComments },
  { method: 'POST', path: all, needs: write, handle: postComment },
  {
    method: 'GET',
    path: one,
    needs: read,
    handle: ({ hub, params }) => {
      const comment = findComment(hub, params.comment_id);
      return comment === undefined ? notFound : ok(renderComment(hub, comment));
    },
  },
  {
    method: 'PATCH',
    path: one,
    needs: write,
    handle: (call) =>
      withEditable(call, (comment) => {
        const { hub, body, caller: by } = call;
        const refusal = checkTexts(body, rules);
        return refusal ?? ok(renderComment(hub, editComment(hub, comment, { by, body: text(body, 'body') ?? '' })));
      }),
  },
  {
    method: 'DELETE',
    path: one,
    needs: write,
    handle: (call) =>
      withEditable(call, (comment) => {
        deleteComment(call.hub, comment, call.caller);
        return noContent;
      }),
  },
];
