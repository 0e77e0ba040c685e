// Pull requests of the GitHub double: what happens to them, and what the API says.

import { renderCommit } from './commits.ts';
import { type Answer, type Call, checkTexts, created, flag, invalid, list, notFound, ok, type Route, text } from './exchange.ts';
import { blobSha, branchKey, commitOf, mergeCommit } from './git.ts';
import { apiUrl, type Hub, type Json, pageUrl, timestamp } from './hub.ts';
import { closed, emitIssueEvent, findPull, isPull, nextNumber, type PullIssue, reopened, replaceIssue } from './issue-records.ts';
import { ensureLabel } from './label-view.ts';
import { commitsOf, filesOf, renderPull, renderPullSummary } from './pull-request-view.ts';
import { emitPush } from './pushes.ts';
import { sorted } from './sorting.ts';
import type { Account, Repository } from './state.ts';

export interface NewPull {
  readonly by: Account;
  readonly title: string;
  readonly body?: string | undefined;
  readonly head: { readonly repository: Repository; readonly branch: string };
  readonly base: string;
  readonly isDraft?: boolean | undefined;
  readonly labels?: readonly string[];
}

export function openPull(hub: Hub, { by, title, body, head, base, isDraft = false, labels = [] }: NewPull): PullIssue {
  const { repository, branches } = hub.state;
  const headSha = shaOf(branches.get(branchKey(head.repository, head.branch)), head.branch);
  const baseSha = shaOf(branches.get(branchKey(repository, base)), base);
  for (const name of labels) ensureLabel(hub, name);
  const now = timestamp(hub);
  const id = hub.nextId();
  const sides = { headRepository: head.repository, headRef: head.branch, baseRef: base, mergedAt: null, mergedBy: null };
  const pull = { id, isDraft, ...sides, ...mergeability(hub, by, baseSha, headSha) };
  const lifetime = { createdAt: now, updatedAt: now, closedAt: null, closedBy: null };
  const text = { title, body: body ?? null, author: by, labels: [...labels] };
  const issue: PullIssue = {
    id: hub.nextId(),
    number: nextNumber(hub),
    state: 'open',
    stateReason: null,
    ...text,
    ...lifetime,
    pull,
  };
  hub.state.issues.set(issue.number, issue);
  emitIssueEvent(hub, issue, { action: 'opened', by });
  return issue;
}

function shaOf(sha: string | undefined, branch: string): string {
  if (sha === undefined) throw new Error(`There is no branch ${branch} in this GitHub double.`);
  return sha;
}

/** GitHub merges every open pull request on trial, and runs workflows on the result. */
function mergeability(hub: Hub, by: Account, baseSha: string, headSha: string) {
  const merge = mergeCommit(hub, by, baseSha, headSha);
  return { baseSha, headSha, mergeSha: merge?.sha ?? null, hasConflict: merge === undefined };
}

/** Tells every open pull request of the branch that its head moved. */
export function synchronizePulls(
  hub: Hub,
  by: Account,
  head: { readonly repository: Repository; readonly branch: string },
): void {
  const after = hub.state.branches.get(branchKey(head.repository, head.branch));
  for (const issue of [...hub.state.issues.values()].filter(isPull)) {
    const { pull } = issue;
    const isOfBranch = pull.headRepository.id === head.repository.id && pull.headRef === head.branch;
    if (!isOfBranch || issue.state !== 'open' || after === undefined) continue;
    const baseSha = shaOf(hub.state.branches.get(branchKey(hub.state.repository, pull.baseRef)), pull.baseRef);
    const moved = replaceIssue(hub, { ...issue, pull: { ...pull, ...mergeability(hub, by, baseSha, after) } });
    emitIssueEvent(hub, moved, { action: 'synchronize', by, extra: { before: pull.headSha, after } });
  }
}

/** The base moved: GitHub looks again whether they can be merged, and tells nobody. */
export function recheckPulls(hub: Hub, by: Account, base: string): void {
  const baseSha = hub.state.branches.get(branchKey(hub.state.repository, base));
  for (const issue of [...hub.state.issues.values()].filter(isPull)) {
    const { pull } = issue;
    if (issue.state !== 'open' || pull.baseRef !== base || baseSha === undefined) continue;
    const { mergeSha, hasConflict } = mergeability(hub, by, baseSha, pull.headSha);
    hub.state.issues.set(issue.number, { ...issue, pull: { ...pull, mergeSha, hasConflict } });
  }
}

export function closePull(
  hub: Hub,
  issue: PullIssue,
  { by, merge }: { readonly by: Account; readonly merge: boolean },
): PullIssue {
  if (!merge) {
    const abandoned = closed(hub, issue, { by, reason: null });
    emitIssueEvent(hub, abandoned, { action: 'closed', by });
    return abandoned;
  }
  const { repository, branches } = hub.state;
  const { pull } = issue;
  const before = shaOf(branches.get(branchKey(repository, pull.baseRef)), pull.baseRef);
  const commit = mergeCommit(hub, by, before, pull.headSha);
  if (commit === undefined) throw new Error(`#${issue.number} has a conflict with ${pull.baseRef}: it cannot be merged.`);
  branches.set(branchKey(repository, pull.baseRef), commit.sha);
  const result = { mergeSha: commit.sha, mergedAt: timestamp(hub), mergedBy: by };
  const merged = closed(hub, { ...issue, pull: { ...pull, ...result } }, { by, reason: null });
  emitIssueEvent(hub, merged, { action: 'closed', by });
  recheckPulls(hub, by, pull.baseRef);
  emitPush(hub, { by, branch: pull.baseRef, before, after: commit.sha });
  return merged;
}

export function reopenPull(hub: Hub, issue: PullIssue, by: Account): PullIssue {
  const again = reopened(hub, issue);
  emitIssueEvent(hub, again, { action: 'reopened', by });
  return again;
}

function listPulls({ hub, query }: Call): Answer {
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const found = [...hub.state.issues.values()]
    .filter(isPull)
    .filter(
      ({ pull, ...issue }) =>
        (state === 'all' || issue.state === state) &&
        (head === null || head === branchKey(pull.headRepository, pull.headRef)) &&
        (base === null || base === pull.baseRef),
    );
  return list(sorted(found, query).map((issue) => renderPullSummary(hub, issue)));
}

function createPull({ hub, body, caller }: Call): Answer {
  const resource = 'PullRequest';
  const required = ['title', 'head', 'base'].map((field) => ({ resource, field, required: true }));
  const refusal = checkTexts(body, required);
  if (refusal !== undefined) return refusal;
  const { repository, branches, issues } = hub.state;
  const branch = (text(body, 'head') ?? '').replace(`${repository.owner.login}:`, '');
  const base = text(body, 'base') ?? '';
  if (!branches.has(branchKey(repository, branch))) return invalid({ resource, field: 'head', code: 'invalid' });
  if (!branches.has(branchKey(repository, base))) return invalid({ resource, field: 'base', code: 'invalid' });
  const isOpen = (issue: PullIssue): boolean =>
    issue.state === 'open' && issue.pull.headRef === branch && !issue.pull.headRepository.isFork;
  if ([...issues.values()].filter(isPull).some(isOpen)) {
    const message = `A pull request already exists for ${branchKey(repository, branch)}.`;
    return invalid({ resource, field: 'head', code: 'custom', message });
  }
  const head = { repository, branch };
  const pull = {
    by: caller,
    title: text(body, 'title') ?? '',
    body: text(body, 'body'),
    head,
    base,
    isDraft: flag(body, 'draft'),
  };
  return created(renderPull(hub, openPull(hub, pull)));
}

function renderFile(hub: Hub, { pull }: PullIssue, file: ReturnType<typeof filesOf>[number]): Json {
  const { path, status, additions, deletions } = file;
  const place = `${pull.headSha}/${encodeURI(path)}`;
  return {
    sha: blobSha(commitOf(hub, pull.headSha).files.get(path) ?? ''),
    filename: path,
    ...{ status, additions, deletions, changes: additions + deletions },
    blob_url: `${pageUrl(hub)}/blob/${place}`,
    raw_url: `${pageUrl(hub)}/raw/${place}`,
    contents_url: `${apiUrl(hub)}/contents/${encodeURI(path)}?ref=${pull.headSha}`,
  };
}

function withPull({ hub, params }: Call, act: (issue: PullIssue) => Answer): Answer {
  const issue = findPull(hub, params.pull_number);
  return issue === undefined ? notFound : act(issue);
}

const all = '/repos/{owner}/{repo}/pulls';
const one = `${all}/{pull_number}`;
const read = ['pull_requests=read'] as const;

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: all, needs: read, handle: listPulls },
  { method: 'POST', path: all, needs: ['pull_requests=write'], handle: createPull },
  { method: 'GET', path: one, needs: read, handle: (call) => withPull(call, (issue) => ok(renderPull(call.hub, issue))) },
  {
    method: 'GET',
    path: `${one}/files`,
    needs: read,
    handle: (call) => withPull(call, (issue) => list(filesOf(call.hub, issue).map((file) => renderFile(call.hub, issue, file)))),
  },
  {
    method: 'GET',
    path: `${one}/commits`,
    needs: read,
    handle: (call) => withPull(call, (issue) => list(commitsOf(call.hub, issue).map((commit) => renderCommit(call.hub, commit)))),
  },
];
