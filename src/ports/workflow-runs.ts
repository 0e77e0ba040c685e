// Whether a workflow run is still alive: what a lock of a dead run is told by.

/** One attempt of a run: running it again is another one. */
export interface RunIdentity {
  readonly runId: number;
  readonly attempt: number;
}

export interface WorkflowRuns {
  /** False only if GitHub says that this attempt has ended, or never was. */
  isActive(run: RunIdentity): Promise<boolean>;
}
