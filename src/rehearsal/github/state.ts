// What the GitHub double remembers: records that are replaced, never changed, in one map a kind.
import type { CheckRun, CommitStatus, Deployment, Environment, Job, Variable, WorkflowRun } from './automation-records.ts';
import type { Permissions } from './exchange.ts';

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Bot' | 'Organization';
  /** Of a bot: the app that it acts for. */
  readonly app?: App;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** Of an App in the organization. */
export interface Installation {
  readonly id: number;
  readonly appId: number;
  /** Of its account. */
  readonly login: string;
  /** As PEM. */
  readonly publicKey: string;
  readonly permissions: Permissions;
  readonly isSuspended: boolean;
}

/** https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly isFork: boolean;
  readonly isPrivate: boolean;
  readonly defaultBranch: string;
  readonly createdAt: string;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Account;
  readonly date: string;
  /** The whole tree: path -> text. */
  readonly files: ReadonlyMap<string, string>;
}

/** An issue, or a pull request, which is one too. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly author: Account;
  readonly state: 'open' | 'closed';
  readonly stateReason: string | null;
  readonly labels: readonly string[];
  /** Who looks after it. */
  readonly assignees?: readonly Account[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly closedBy: Account | null;
  /** Why its conversation is locked; absent while it is not. */
  readonly locked?: { readonly reason: LockReason | null };
  readonly pull?: Pull;
}

/** https://docs.github.com/en/rest/issues/issues#lock-an-issue */
export type LockReason = 'off-topic' | 'too heated' | 'resolved' | 'spam';

export interface Pull {
  readonly id: number;
  readonly isDraft: boolean;
  readonly headRepository: Repository;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
  /** Of the test merge while it is open, then of the merge. */
  readonly mergeSha: string | null;
  readonly hasConflict: boolean;
  readonly mergedAt: string | null;
  readonly mergedBy: Account | null;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: Account;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Every text that it ever had, the first and the present one included. */
  readonly history: readonly { readonly body: string; readonly at: string; readonly by: string }[];
  /** It is kept for the report; to GitHub's API it is gone. */
  readonly deletedAt?: string;
}

export interface Reaction {
  readonly id: number;
  readonly comment: number;
  readonly author: Account;
  readonly content: string;
  readonly createdAt: string;
}

export interface Review {
  readonly id: number;
  readonly pull: number;
  readonly author: Account;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly body: string;
  /** The head of the pull request when it was given. */
  readonly commitSha: string;
  readonly submittedAt: string;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string;
}

/** Keys are ids, where nothing else is said. */
export interface State {
  readonly repository: Repository;
  /** By owner. */
  readonly forks: Map<string, Repository>;
  /** By login in lower case. */
  readonly accounts: Map<string, Account>;
  /** By login in lower case. */
  readonly roles: Map<string, Role>;
  /** Names of the organization's own roles, each on top of one of the usual; by login in lower case. */
  readonly customRoles: Map<string, string>;
  /** Team -> logins in lower case. */
  readonly teams: Map<string, ReadonlySet<string>>;
  /** By SHA. */
  readonly commits: Map<string, Commit>;
  /** `<owner>:<branch>` -> SHA */
  readonly branches: Map<string, string>;
  /** By number, pull requests included. */
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, Comment>;
  readonly reactions: Map<number, Reaction>;
  readonly reviews: Map<number, Review>;
  /** By name. */
  readonly labels: Map<string, Label>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly statuses: Map<number, CommitStatus>;
  readonly deployments: Map<number, Deployment>;
  /** By name. */
  readonly environments: Map<string, Environment>;
  /** By name. */
  readonly variables: Map<string, Variable>;
  /** Branches that a ruleset protects: a change of them takes a pull request. */
  readonly protectedBranches: Map<string, { readonly ruleset: number }>;
  /** What the settings of Actions say, by GitHub's names for them. */
  readonly actionsSettings: Map<string, unknown>;
  readonly runs: Map<number, WorkflowRun>;
  readonly jobs: Map<number, Job>;
  readonly installations: Map<number, Installation>;
}

/** For everybody outside: to look, not to touch. */
export type ReadonlyState = {
  readonly [K in keyof State]: State[K] extends Map<infer Key, infer Value> ? ReadonlyMap<Key, Value> : State[K];
};
