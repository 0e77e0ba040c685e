// How GitHub shows a pull request.
import { associationOf, renderAccount } from './accounts.ts';
import { ancestors, commitOf, difference, type FileDifference, mergeBase } from './git.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl } from './hub.ts';
import type { PullIssue } from './issue-records.ts';
import { commentsOf, renderAssignees, renderLock } from './issue-view.ts';
import { renderLabel } from './label-view.ts';
import { isGone, renderRepository } from './repository.ts';
import type { Commit, Repository } from './state.ts';

export function renderPull(hub: Hub, issue: PullIssue): Json {
  const { pull, number } = issue;
  const files = filesOf(hub, issue);
  const isOpen = issue.state === 'open';
  return {
    ...renderPullSummary(hub, issue),
    merged: pull.mergedAt !== null,
    mergeable: isOpen ? !pull.hasConflict : null,
    rebaseable: isOpen ? !pull.hasConflict : null,
    mergeable_state: isOpen ? mergeableState(issue) : 'unknown',
    merged_by: pull.mergedBy === null ? null : renderAccount(hub, pull.mergedBy),
    comments: commentsOf(hub, number).length,
    review_comments: 0,
    maintainer_can_modify: pull.headRepository.isFork,
    commits: commitsOf(hub, issue).length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    changed_files: files.length,
  };
}

/** As it stands in lists. */
export function renderPullSummary(hub: Hub, issue: PullIssue): Json {
  const { pull, number, author } = issue;
  const api = `${apiUrl(hub)}/pulls/${number}`;
  const issueUrl = `${apiUrl(hub)}/issues/${number}`;
  const page = `${pageUrl(hub)}/pull/${number}`;
  const urls = {
    comments_url: `${issueUrl}/comments`,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${api}/comments{/number}`,
    statuses_url: `${apiUrl(hub)}/statuses/${pull.headSha}`,
  };
  return {
    ...{ url: api, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch`, issue_url: issueUrl, ...urls },
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: renderAccount(hub, author),
    labels: issue.labels.map((name) => renderLabel(hub, name)),
    ...{ ...renderAssignees(hub, issue), requested_reviewers: [], requested_teams: [], milestone: null, auto_merge: null },
    ...{ ...renderLock(issue), draft: pull.isDraft, author_association: associationOf(hub, author) },
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    head: renderSide(hub, pull.headRepository, pull.headRef, pull.headSha),
    base: renderSide(hub, hub.state.repository, pull.baseRef, pull.baseSha),
    _links: links({ self: api, html: page, issue: issueUrl, comments: urls.comments_url, ...linksOf(urls) }),
  };
}

function linksOf(urls: Readonly<Record<'review_comments_url' | 'review_comment_url' | 'commits_url' | 'statuses_url', string>>) {
  return {
    review_comments: urls.review_comments_url,
    review_comment: urls.review_comment_url,
    commits: urls.commits_url,
    statuses: urls.statuses_url,
  };
}

function links(targets: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(Object.entries(targets).map(([name, href]) => [name, { href }]));
}

function renderSide(hub: Hub, repository: Repository, ref: string, sha: string): Json {
  const { owner } = repository;
  // GitHub's own description does not say that it can be null; its answers do.
  const repo = isGone(hub, repository) ? null : renderRepository(hub, repository);
  return { label: `${owner.login}:${ref}`, ref, sha, user: renderAccount(hub, owner), repo };
}

function mergeableState({ pull }: PullIssue): string {
  if (pull.hasConflict) return 'dirty';
  return pull.isDraft ? 'draft' : 'clean';
}

/** What the pull request changes, seen from where it branched off. */
export function filesOf(hub: Hub, { pull }: PullIssue): readonly FileDifference[] {
  const base = mergeBase(hub, pull.headSha, pull.baseSha);
  return difference(base.files, commitOf(hub, pull.headSha).files);
}

/** Oldest first. */
export function commitsOf(hub: Hub, { pull }: PullIssue): readonly Commit[] {
  const known = new Set(ancestors(hub, pull.baseSha));
  const own = ancestors(hub, pull.headSha).filter((sha) => !known.has(sha));
  return own.reverse().map((sha) => commitOf(hub, sha));
}
