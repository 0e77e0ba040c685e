// Workflow runs: whether one is still alive, which a branch has had, and how to end one.

/** One attempt of a run: running it again is another one. */
export interface RunIdentity {
  readonly runId: number;
  readonly attempt: number;
}

export interface WorkflowRuns {
  /** False only if GitHub says that this attempt has ended, or never was. */
  isActive(run: RunIdentity): Promise<boolean>;
  /** Newest first, at most 50: of one workflow, on branches of that name, those of forks included. */
  latestOfBranch(wanted: {
    readonly workflowFile: string;
    readonly branch: string;
    readonly event: string;
  }): Promise<readonly BranchRun[]>;
  /** Those among the 100 newest on branches of that name that have not ended, newest first. */
  activeOfBranch(branch: string): Promise<readonly BranchRun[]>;
  /** Asks for its end, which takes a while. @returns false when it has ended already, or never was */
  cancel(runId: number): Promise<boolean>;
}

export interface BranchRun extends RunIdentity {
  /** Of a run for a pull request: the head of it, not the test merge. */
  readonly headSha: string;
  /** By the clock of GitHub's servers: when the event came, `2026-01-31T12:00:00Z`. */
  readonly createdAt: string;
  /** `queued`, `in_progress`, `completed`, ...: https://docs.github.com/en/rest/actions/workflow-runs */
  readonly status: string;
  /** Of a completed one: `success`, `failure`, `cancelled`, ... */
  readonly conclusion: string | undefined;
  /** `owner/name`; absent when the fork was deleted. Branches of different repositories may have the same name. */
  readonly headRepository: string | undefined;
  /** `.github/workflows/pull-request.yml` */
  readonly workflowPath: string;
  readonly event: string;
  readonly url: string;
}
