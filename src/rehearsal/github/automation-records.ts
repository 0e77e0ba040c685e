// What jobs leave on GitHub: check runs, statuses, deployments, and the runs themselves.
import type { Account, Repository } from './state.ts';

export interface CheckRun {
  readonly id: number;
  readonly suite: number;
  readonly app: Account;
  readonly name: string;
  readonly headSha: string;
  readonly externalId: string;
  readonly detailsUrl: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  readonly startedAt: string;
  readonly completedAt: string | null;
  readonly output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null };
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly creator: Account;
  readonly state: string;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly createdAt: string;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly creator: Account;
  readonly isTransient: boolean;
  readonly isProduction: boolean;
  readonly payload: unknown;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Oldest first. */
  readonly statuses: readonly DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly creator: Account;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly createdAt: string;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly createdAt: string;
  /** Any one of them has to approve a job; nobody where it is left out. */
  readonly reviewers?: readonly Account[];
  /** The only ones whose workflows may use it, each with its id; every branch where it is left out. */
  readonly branches?: readonly BranchPolicy[];
}

export interface BranchPolicy {
  readonly id: number;
  readonly name: string;
}

/** Of Actions. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface WorkflowRun {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly name: string;
  /** `.github/workflows/pull-request.yml` */
  readonly workflowPath: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** The fork that it came from, or the repository itself; null for a fork that was gone already. */
  readonly headRepository: Repository | null;
  readonly actor: Account;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: string | null;
  readonly isCancelRequested: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Job {
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  readonly name: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: string | null;
  readonly startedAt: string;
  readonly completedAt: string | null;
}
