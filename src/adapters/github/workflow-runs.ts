// Implements the WorkflowRuns port: when in doubt whether a run is alive it throws, because its lock would be taken over.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import { isFailure } from '../../define/failure.ts';
import type { BranchRun, WorkflowRuns } from '../../ports/workflow-runs.ts';
import { orAbsent } from './absence.ts';
import { type Client, repeatable } from './client.ts';

type Run = RestEndpointMethodTypes['actions']['listWorkflowRuns']['response']['data']['workflow_runs'][number];

export function openWorkflowRuns(client: Client): WorkflowRuns {
  const { rest, repository } = client;
  return {
    isActive: async ({ runId, attempt }) => {
      const answer = await orAbsent(client, () => rest.actions.getWorkflowRun({ ...repository, run_id: runId }));
      if (answer === undefined) return false;
      const { status, run_attempt: latestAttempt = 1 } = answer.data;
      // An attempt that GitHub does not know yet has just begun.
      return attempt > latestAttempt || (attempt === latestAttempt && status !== 'completed');
    },
    latestOfBranch: async ({ workflowFile, branch, event }) => {
      const query = { ...repository, workflow_id: workflowFile, branch, event, per_page: 50 };
      const { data } = await rest.actions.listWorkflowRuns(query);
      return data.workflow_runs.map(branchRunOf).sort(newestFirst);
    },
    activeOfBranch: async (branch) => {
      const { data } = await rest.actions.listWorkflowRunsForRepo({ ...repository, branch, per_page: 100 });
      const active = data.workflow_runs.filter(({ status }) => status !== 'completed');
      return active.map(branchRunOf).sort(newestFirst);
    },
    cancel: async (runId) => {
      const ask = () => rest.actions.cancelWorkflowRun({ ...repository, run_id: runId, request: repeatable });
      return (await orAbsent(client, () => unlessEnded(ask))) !== undefined;
    },
  };
}

/** @returns nothing when the run has ended: GitHub calls that a conflict */
async function unlessEnded<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isFailure(error) && error.code === 'github/conflict') return undefined;
    throw error;
  }
}

function branchRunOf(run: Run): BranchRun {
  // The types of Octokit do not know that a fork can be deleted.
  const head: { readonly full_name: string } | null = run.head_repository;
  return {
    runId: run.id,
    attempt: run.run_attempt ?? 1,
    headSha: run.head_sha,
    createdAt: run.created_at,
    status: run.status ?? 'queued',
    conclusion: run.conclusion ?? undefined,
    headRepository: head?.full_name,
    workflowPath: run.path,
    event: run.event,
    url: run.html_url,
  };
}

/** Ids count up, also of runs within one second. */
function newestFirst(one: BranchRun, other: BranchRun): number {
  return other.runId - one.runId;
}
