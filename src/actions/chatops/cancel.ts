// Cancels what runs for a pull request: its steps are asked to end, and what always runs still cleans up.
import type { PullRequests } from '../../ports/pull-requests.ts';
import type { BranchRun, WorkflowRuns } from '../../ports/workflow-runs.ts';
import { link } from '../comment/text.ts';

export interface CancelWorld {
  readonly pullRequests: PullRequests;
  readonly workflowRuns: WorkflowRuns;
}

/** @returns one line of Markdown */
export async function cancelRuns(world: CancelWorld, pullRequest: number): Promise<string> {
  const { pullRequests, workflowRuns } = world;
  const found = await pullRequests.get(pullRequest);
  if (found === undefined) return 'There is no such pull request any more.';
  const active = await workflowRuns.activeOfBranch(found.headRef);
  const own = active.filter(({ event, headRepository }) => event === 'pull_request' && headRepository === found.headRepository);
  const cancelled: BranchRun[] = [];
  for (const run of own) if (await workflowRuns.cancel(run.runId)) cancelled.push(run);
  if (cancelled.length === 0) return 'Nothing was running for this pull request.';
  const runs = cancelled.map(({ runId, url }) => link(`run ${runId}`, url)).join(', ');
  return `Cancelled ${runs}; what it has begun is taken up where it stands by the next one.`;
}
