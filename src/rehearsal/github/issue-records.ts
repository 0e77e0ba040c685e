// Records of issues and pull requests in the GitHub double: how they are found, replaced, announced.
import { type EventName, type Hub, type Json, startsWorkflows, timestamp } from './hub.ts';
import { renderIssue } from './issue-view.ts';
import { renderPull } from './pull-request-view.ts';
import type { Account, Issue, LockReason, Pull } from './state.ts';

export interface PullIssue extends Issue {
  readonly pull: Pull;
}

export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined;
}

export function findIssue({ state }: Pick<Hub, 'state'>, number: string | number | undefined): Issue | undefined {
  return state.issues.get(Number(number));
}

export function findPull(hub: Pick<Hub, 'state'>, number: string | number | undefined): PullIssue | undefined {
  const issue = findIssue(hub, number);
  return issue !== undefined && isPull(issue) ? issue : undefined;
}

/** Issues and pull requests share their numbers. */
export function nextNumber({ state }: Hub): number {
  return Math.max(0, ...state.issues.keys()) + 1;
}

export function replaceIssue<T extends Issue>(hub: Hub, issue: T): T {
  const replaced = { ...issue, updatedAt: timestamp(hub) };
  hub.state.issues.set(issue.number, replaced);
  return replaced;
}

export interface IssueEvent {
  readonly action: string;
  readonly by: Account;
  readonly extra?: Json;
}

/** Of a pull request it is an event `pull_request`, of any other issue one of `issues`. */
export function emitIssueEvent(hub: Hub, issue: Issue, { action, by, extra = {} }: IssueEvent): void {
  const [name, subject]: readonly [EventName, Json] = isPull(issue)
    ? ['pull_request', { number: issue.number, pull_request: renderPull(hub, issue) }]
    : ['issues', { issue: renderIssue(hub, issue) }];
  // "Workflows will not run on pull_request activity if the pull request has a merge conflict":
  // https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
  const isConflicting = issue.pull?.hasConflict === true;
  const event = { name, payload: { action, ...subject, ...extra }, sender: by };
  hub.emit({ ...event, startsWorkflows: startsWorkflows(by) && !isConflicting });
}

/** @param reason null when none is given; absent to unlock it */
export function setLock(hub: Hub, issue: Issue, by: Account, reason?: LockReason | null): void {
  const { locked: _locked, ...unlocked } = issue;
  const changed = replaceIssue(hub, reason === undefined ? unlocked : { ...unlocked, locked: { reason } });
  emitIssueEvent(hub, changed, { action: reason === undefined ? 'unlocked' : 'locked', by });
}

export interface Closing {
  readonly by: Account;
  readonly reason: string | null;
}

/** The event comes separately: a pull request that is merged changes more than this. */
export function closed<T extends Issue>(hub: Hub, issue: T, { by, reason }: Closing): T {
  return replaceIssue(hub, { ...issue, state: 'closed', stateReason: reason, closedAt: timestamp(hub), closedBy: by });
}

export function reopened<T extends Issue>(hub: Hub, issue: T): T {
  return replaceIssue(hub, { ...issue, state: 'open', stateReason: 'reopened', closedAt: null, closedBy: null });
}
