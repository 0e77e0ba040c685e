// What happens to branches of the GitHub double beside a plain push: force-pushes, and their end.
import { addCommit, branchKey, changed, commitOf, type FileChanges } from './git.ts';
import type { Hub } from './hub.ts';
import { isPull, type PullIssue } from './issue-records.ts';
import { closePull } from './pull-requests.ts';
import { emitPush, nowhere } from './pushes.ts';
import type { Account, Commit, Repository } from './state.ts';

export interface ForcePush {
  readonly by: Account;
  readonly repository: Repository;
  readonly branch: string;
  readonly message: string;
  readonly files: FileChanges;
}

/** One commit on the default branch takes the place of all that was on the branch. */
export function replaceBranch(hub: Hub, { by, repository, branch, message, files }: ForcePush): Commit {
  const { branches, repository: base } = hub.state;
  const before = headOf(hub, repository, branch);
  const start = headOf(hub, base, base.defaultBranch);
  const tree = changed(commitOf(hub, start).files, files);
  const commit = addCommit(hub, { parents: [start], message, author: by, files: tree });
  branches.set(branchKey(repository, branch), commit.sha);
  if (!repository.isFork) emitPush(hub, { by, branch, before, after: commit.sha, forced: true });
  return commit;
}

/** Closes the open pull requests from it: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-branches-in-your-repository/deleting-and-restoring-branches-in-a-pull-request */
export function deleteBranch(hub: Hub, { by, repository, branch }: Pick<ForcePush, 'by' | 'repository' | 'branch'>): void {
  const before = headOf(hub, repository, branch);
  hub.state.branches.delete(branchKey(repository, branch));
  if (!repository.isFork) emitPush(hub, { by, branch, before, after: nowhere });
  closeAll(hub, by, ({ pull }) => pull.headRepository.id === repository.id && pull.headRef === branch);
}

/** Its commits stay, as GitHub keeps those of pull requests. */
export function deleteFork(hub: Hub, owner: Account): void {
  const { forks, branches } = hub.state;
  const fork = forks.get(owner.login);
  if (fork === undefined) throw new Error(`${owner.login} has no fork in this GitHub double.`);
  forks.delete(owner.login);
  for (const key of [...branches.keys()].filter((key) => key.startsWith(`${owner.login}:`))) branches.delete(key);
  closeAll(hub, owner, ({ pull }) => pull.headRepository.id === fork.id);
}

function headOf({ state }: Hub, repository: Repository, branch: string): string {
  const sha = state.branches.get(branchKey(repository, branch));
  if (sha === undefined) throw new Error(`There is no branch ${branch} in this GitHub double.`);
  return sha;
}

function closeAll(hub: Hub, by: Account, isOfIt: (issue: PullIssue) => boolean): void {
  const open = [...hub.state.issues.values()].filter(isPull).filter((issue) => issue.state === 'open' && isOfIt(issue));
  for (const issue of open) closePull(hub, issue, { by, merge: false });
}
