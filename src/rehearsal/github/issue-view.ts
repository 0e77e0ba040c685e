// How GitHub shows an issue; a pull request is one with a link to itself.
import { associationOf, renderAccount, renderVia } from './accounts.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl } from './hub.ts';
import { renderLabel } from './label-view.ts';
import { renderReactionCounts } from './reactions.ts';
import type { Comment, Issue } from './state.ts';

export function renderIssue(hub: Hub, issue: Issue): Json {
  const { id, number, author, pull } = issue;
  const url = `${apiUrl(hub)}/issues/${number}`;
  const page = `${pageUrl(hub)}/${pull === undefined ? 'issues' : 'pull'}/${number}`;
  return {
    id,
    node_id: nodeId(pull === undefined ? 'I' : 'PR', id),
    url,
    repository_url: apiUrl(hub),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: page,
    number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: renderAccount(hub, author),
    labels: issue.labels.map((name) => renderLabel(hub, name)),
    ...{ ...renderAssignees(hub, issue), milestone: null, ...renderLock(issue) },
    comments: commentsOf(hub, number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: associationOf(hub, author),
    performed_via_github_app: renderVia(hub, author),
    reactions: renderReactionCounts(`${url}/reactions`, []),
    ...(issue.closedBy !== null && { closed_by: renderAccount(hub, issue.closedBy) }),
    ...(pull !== undefined && {
      draft: pull.isDraft,
      pull_request: {
        url: `${apiUrl(hub)}/pulls/${number}`,
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        merged_at: pull.mergedAt,
      },
    }),
  };
}

/** The first one stands alone, too: it is from before there could be several. */
export function renderAssignees(hub: Hub, { assignees = [] }: Issue): Json {
  const [first = null, ...others] = assignees.map((account) => renderAccount(hub, account));
  return { assignee: first, assignees: first === null ? [] : [first, ...others] };
}

export function renderLock({ locked }: Pick<Issue, 'locked'>): Json {
  return { locked: locked !== undefined, active_lock_reason: locked?.reason ?? null };
}

/** Those that are still there, oldest first. */
export function commentsOf({ state }: Pick<Hub, 'state'>, issue: number): readonly Comment[] {
  return [...state.comments.values()].filter((comment) => comment.issue === issue && comment.deletedAt === undefined);
}
