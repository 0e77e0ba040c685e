// Implements the WorkflowRuns port: when in doubt whether a run is alive it throws, because its lock would be taken over.
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import { orAbsent } from './absence.ts';
import type { Client } from './client.ts';

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
  };
}
