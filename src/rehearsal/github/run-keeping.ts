// The bookkeeping of workflow runs and jobs in the GitHub double, for whoever runs them.
import { accountOf } from './accounts.ts';
import { changeRun, startRun } from './actions-runs.ts';
import type { Job, WorkflowRun } from './automation-records.ts';
import { type Hub, timestamp } from './hub.ts';

export interface Runs {
  /** @returns its id */
  start(run: {
    /** A login. */
    readonly by: string;
    readonly id?: number;
    readonly name: string;
    readonly workflowPath: string;
    readonly event: string;
    readonly headSha: string;
    readonly headBranch: string;
    /** The owner of the fork that it came from; the repository itself when left out. */
    readonly fork?: string;
  }): number;
  /** Another attempt of the same run. @returns its number */
  startAgain(id: number): number;
  finish(id: number, conclusion: string): void;
  /** @returns the job's id */
  startJob(runId: number, name: string): number;
  finishJob(jobId: number, conclusion: string): void;
}

export function openRuns(hub: Hub): Runs {
  return {
    start: ({ by, fork, ...run }) => {
      const { repository, forks } = hub.state;
      const headRepository = fork === undefined ? repository : (forks.get(fork) ?? null);
      return startRun(hub, { by: accountOf(hub, by), headRepository, ...run }).id;
    },
    startAgain: (id) => {
      const attempt = recordOf(hub.state.runs, id, 'workflow run').attempt + 1;
      return changeRun(hub, id, { attempt, status: 'in_progress', conclusion: null, isCancelRequested: false }).attempt;
    },
    finish: (id, conclusion) => {
      changeRun(hub, id, { status: 'completed', conclusion });
    },
    startJob: (runId, name) => {
      const { attempt }: WorkflowRun = recordOf(hub.state.runs, runId, 'workflow run');
      const progress = { status: 'in_progress', conclusion: null, startedAt: timestamp(hub), completedAt: null } as const;
      const job: Job = { id: hub.nextId(), runId, attempt, name, ...progress };
      hub.state.jobs.set(job.id, job);
      return job.id;
    },
    finishJob: (jobId, conclusion) => {
      const job = recordOf(hub.state.jobs, jobId, 'job');
      hub.state.jobs.set(jobId, { ...job, status: 'completed', conclusion, completedAt: timestamp(hub) });
    },
  };
}

function recordOf<T>(records: ReadonlyMap<number, T>, id: number, what: string): T {
  const record = records.get(id);
  if (record === undefined) throw new Error(`There is no ${what} ${id} in this GitHub double.`);
  return record;
}
