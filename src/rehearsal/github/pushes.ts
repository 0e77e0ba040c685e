// Pushes to the GitHub double, and the event that they are.
import { renderPerson } from './commits.ts';
import { addCommit, ancestors, branchKey, changed, commitOf, difference, type FileChanges, treeSha } from './git.ts';
import { type Hub, type Json, pageUrl, startsWorkflows } from './hub.ts';
import { renderRepository } from './repository.ts';
import type { Account, Commit, Repository } from './state.ts';

export const nowhere = '0'.repeat(40);

export interface Push {
  readonly by: Account;
  readonly repository: Repository;
  readonly branch: string;
  readonly message: string;
  readonly files: FileChanges;
}

/** One commit on top of the branch, or of the default branch when it is a new one. */
export function pushCommit(hub: Hub, { by, repository, branch, message, files }: Push): Commit {
  const { state } = hub;
  const before = state.branches.get(branchKey(repository, branch));
  const start = before ?? state.branches.get(branchKey(state.repository, state.repository.defaultBranch));
  const parents = start === undefined ? [] : [start];
  const tree = changed(start === undefined ? new Map() : commitOf(hub, start).files, files);
  const commit = addCommit(hub, { parents, message, author: by, files: tree });
  state.branches.set(branchKey(repository, branch), commit.sha);
  // A push to a fork is an event of the fork.
  if (!repository.isFork) emitPush(hub, { by, branch, before: before ?? nowhere, after: commit.sha });
  return commit;
}

export interface Moved {
  readonly by: Account;
  readonly branch: string;
  readonly before: string;
  readonly after: string;
  readonly forced?: boolean;
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
export function emitPush(hub: Hub, { by, branch, before, after, forced = false }: Moved): void {
  const known = new Set(before === nowhere ? [] : ancestors(hub, before));
  const commits = after === nowhere ? [] : ancestors(hub, after).filter((sha) => !known.has(sha));
  const rendered = commits.reverse().map((sha) => renderPushed(hub, commitOf(hub, sha)));
  const range = before === nowhere ? after.slice(0, 12) : `${before.slice(0, 12)}...${after.slice(0, 12)}`;
  const { repository } = hub.state;
  const createdAt = Math.floor(Date.parse(repository.createdAt) / 1000);
  const payload = {
    ref: `refs/heads/${branch}`,
    before,
    after,
    created: before === nowhere,
    deleted: after === nowhere,
    forced,
    base_ref: null,
    compare: `${pageUrl(hub)}/compare/${range}`,
    commits: rendered,
    head_commit: rendered.at(-1) ?? null,
    pusher: renderPerson(by),
    // Here times are numbers, for historical reasons.
    repository: { ...renderRepository(hub, repository), created_at: createdAt, pushed_at: createdAt },
  };
  hub.emit({ name: 'push', payload, sender: by, startsWorkflows: startsWorkflows(by) });
}

function renderPushed(hub: Hub, { sha, files, message, date, author, parents }: Commit): Json {
  const [parent] = parents;
  const changes = difference(parent === undefined ? new Map() : commitOf(hub, parent).files, files);
  const paths = (status: string): readonly string[] => changes.filter((each) => each.status === status).map(({ path }) => path);
  const person = { ...renderPerson(author), username: author.login };
  return {
    id: sha,
    tree_id: treeSha(files),
    distinct: true,
    message,
    timestamp: date,
    url: `${pageUrl(hub)}/commit/${sha}`,
    author: person,
    committer: person,
    ...{ added: paths('added'), removed: paths('removed'), modified: paths('modified') },
  };
}
