// What people do on GitHub in a rehearsal: push, open and close pull requests, comment, label.
import { accountOf, addAccount } from './accounts.ts';
import { deleteBranch, deleteFork, replaceBranch } from './branches.ts';
import { createComment, deleteComment, editComment, findComment, isShutOut } from './comments.ts';
import { dispatchRepository, dispatchWorkflow, runSchedule } from './dispatches.ts';
import type { FileChanges } from './git.ts';
import { type Hub, type Json, timestamp } from './hub.ts';
import { findIssue, findPull, type PullIssue, setLock } from './issue-records.ts';
import { createIssue } from './issues.ts';
import { changeLabels } from './labels.ts';
import { closePull, openPull, recheckPulls, reopenPull, synchronizePulls } from './pull-requests.ts';
import { pushCommit } from './pushes.ts';
import { createReview, dismissReview, type NewReview } from './reviews.ts';
import type { Comment, Issue, LockReason, Repository } from './state.ts';

interface ByPerson {
  /** A login. */
  readonly by: string;
}

interface InFork {
  /** The owner of the fork that the branch is in; the repository itself when left out. */
  readonly fork?: string;
}

export interface People {
  /** One commit on the branch, which is made if need be. @returns its SHA */
  push(push: ByPerson & InFork & { readonly branch: string; readonly files: FileChanges; readonly message?: string }): string;
  /** One commit on the default branch takes the place of all that the branch had. @returns its SHA */
  forcePush(
    push: ByPerson & InFork & { readonly branch: string; readonly files: FileChanges; readonly message?: string },
  ): string;
  /** Closes the open pull requests from it. */
  deleteBranch(branch: ByPerson & InFork & { readonly branch: string }): void;
  /** With all its branches; closes the open pull requests from it. */
  deleteFork(fork: ByPerson): void;
  /** @returns its number */
  openPullRequest(
    pull: ByPerson &
      InFork & {
        readonly branch: string;
        readonly title: string;
        readonly body?: string;
        readonly base?: string;
        readonly draft?: boolean;
        readonly labels?: readonly string[];
      },
  ): number;
  closePullRequest(pull: ByPerson & { readonly number: number; readonly merge?: boolean }): void;
  reopenPullRequest(pull: ByPerson & { readonly number: number }): void;
  /** @returns its number */
  openIssue(issue: ByPerson & { readonly title: string; readonly body?: string; readonly labels?: readonly string[] }): number;
  label(
    change: ByPerson & { readonly number: number; readonly add?: readonly string[]; readonly remove?: readonly string[] },
  ): void;
  /** @returns its id */
  review(review: ByPerson & { readonly number: number } & Omit<NewReview, 'by' | 'body'> & { readonly body?: string }): number;
  dismissReview(review: { readonly id: number }): void;
  /** Locks the conversation of an issue or pull request. */
  lock(lock: ByPerson & { readonly number: number; readonly reason?: LockReason }): void;
  unlock(lock: ByPerson & { readonly number: number }): void;
  /** On an issue or a pull request. @returns its id */
  comment(comment: ByPerson & { readonly number: number; readonly body: string }): number;
  editComment(comment: ByPerson & { readonly id: number; readonly body: string }): void;
  deleteComment(comment: ByPerson & { readonly id: number }): void;
  dispatchWorkflow(dispatch: ByPerson & { readonly workflowPath: string; readonly ref?: string; readonly inputs?: Json }): void;
  dispatchRepository(dispatch: ByPerson & { readonly eventType: string; readonly clientPayload?: Json }): void;
  runSchedule(schedule: ByPerson & { readonly cron: string; readonly workflowPath: string }): void;
}

export function openPeople(hub: Hub): People {
  const { defaultBranch } = hub.state.repository;
  return {
    push: ({ by: login, fork, branch, files, message = messageOf(files) }) => {
      const by = accountOf(hub, login);
      const repository = repositoryOf(hub, fork);
      const { sha } = pushCommit(hub, { by, repository, branch, message, files });
      synchronizePulls(hub, by, { repository, branch });
      if (!repository.isFork) recheckPulls(hub, by, branch);
      return sha;
    },
    forcePush: ({ by: login, fork, branch, files, message = messageOf(files) }) => {
      const by = accountOf(hub, login);
      const repository = repositoryOf(hub, fork);
      const { sha } = replaceBranch(hub, { by, repository, branch, message, files });
      synchronizePulls(hub, by, { repository, branch });
      return sha;
    },
    deleteBranch: ({ by, fork, branch }) =>
      deleteBranch(hub, { by: accountOf(hub, by), repository: repositoryOf(hub, fork), branch }),
    deleteFork: ({ by }) => deleteFork(hub, accountOf(hub, by)),
    openPullRequest: ({ by, fork, branch, title, body, base = defaultBranch, draft, labels = [] }) => {
      const head = { repository: repositoryOf(hub, fork), branch };
      return openPull(hub, { by: accountOf(hub, by), title, body, head, base, isDraft: draft, labels }).number;
    },
    closePullRequest: ({ by, number, merge = false }) => {
      closePull(hub, pullOf(hub, number), { by: accountOf(hub, by), merge });
    },
    reopenPullRequest: ({ by, number }) => {
      reopenPull(hub, pullOf(hub, number), accountOf(hub, by));
    },
    openIssue: ({ by, ...issue }) => createIssue(hub, { by: accountOf(hub, by), ...issue }).number,
    label: ({ by, number, ...change }) => {
      changeLabels(hub, issueOf(hub, number), { by: accountOf(hub, by), ...change });
    },
    review: ({ by, number, body = '', state }) =>
      createReview(hub, pullOf(hub, number), { by: accountOf(hub, by), state, body }).id,
    dismissReview: ({ id }) => dismissReview(hub, id),
    lock: ({ by, number, reason = null }) => setLock(hub, issueOf(hub, number), accountOf(hub, by), reason),
    unlock: ({ by, number }) => setLock(hub, issueOf(hub, number), accountOf(hub, by)),
    comment: ({ by: login, number, body }) => {
      const by = accountOf(hub, login);
      const issue = issueOf(hub, number);
      if (isShutOut(hub, issue, by)) throw new Error(`${login} cannot comment on #${number}: its conversation is locked.`);
      return createComment(hub, issue, { by, body }).id;
    },
    editComment: ({ by, id, body }) => {
      editComment(hub, commentOf(hub, id), { by: accountOf(hub, by), body });
    },
    deleteComment: ({ by, id }) => deleteComment(hub, commentOf(hub, id), accountOf(hub, by)),
    dispatchWorkflow: ({ by, workflowPath, ref = defaultBranch, inputs = {} }) =>
      dispatchWorkflow(hub, { by: accountOf(hub, by), workflowPath, ref, inputs }),
    dispatchRepository: ({ by, eventType, clientPayload = {} }) =>
      dispatchRepository(hub, { by: accountOf(hub, by), eventType, clientPayload }),
    runSchedule: ({ by, ...schedule }) => runSchedule(hub, accountOf(hub, by), schedule),
  };
}

function messageOf(files: FileChanges): string {
  return `Change ${Object.keys(files).join(', ')}`;
}

/** A fork is made when somebody first needs it. */
function repositoryOf(hub: Hub, forkOwner: string | undefined): Repository {
  const { state } = hub;
  if (forkOwner === undefined) return state.repository;
  const known = state.forks.get(forkOwner);
  if (known !== undefined) return known;
  const existing = state.accounts.get(forkOwner.toLowerCase());
  const owner = existing ?? addAccount(state, { id: hub.nextId(), login: forkOwner, type: 'User' });
  const fork = { ...state.repository, id: hub.nextId(), owner, isFork: true, createdAt: timestamp(hub) };
  state.forks.set(forkOwner, fork);
  return fork;
}

function pullOf(hub: Hub, number: number): PullIssue {
  const pull = findPull(hub, number);
  if (pull === undefined) throw new Error(`There is no pull request ${number} in this GitHub double.`);
  return pull;
}

function issueOf(hub: Hub, number: number): Issue {
  const issue = findIssue(hub, number);
  if (issue === undefined) throw new Error(`There is no issue ${number} in this GitHub double.`);
  return issue;
}

function commentOf(hub: Hub, id: number): Comment {
  const comment = findComment(hub, id);
  if (comment === undefined) throw new Error(`There is no comment ${id} in this GitHub double.`);
  return comment;
}
