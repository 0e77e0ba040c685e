// Dispatches to the GitHub double: events that people, jobs and other systems ask for.
import { type Answer, type Call, checkTexts, noContent, notFound, type Route, refused, text } from './exchange.ts';
import { commitOf, resolveRef } from './git.ts';
import type { Hub, Json } from './hub.ts';
import type { Account } from './state.ts';

export interface WorkflowDispatch {
  readonly by: Account;
  /** `.github/workflows/runbook.yml` */
  readonly workflowPath: string;
  /** A branch. */
  readonly ref: string;
  readonly inputs: Json;
}

export function dispatchWorkflow(hub: Hub, { by, workflowPath, ref, inputs }: WorkflowDispatch): void {
  const payload = { inputs, ref: `refs/heads/${ref}`, workflow: workflowPath };
  hub.emit({ name: 'workflow_dispatch', payload, sender: by, startsWorkflows: true });
}

export interface RepositoryDispatch {
  readonly by: Account;
  readonly eventType: string;
  readonly clientPayload: Json;
}

export function dispatchRepository(hub: Hub, { by, eventType, clientPayload }: RepositoryDispatch): void {
  const branch = hub.state.repository.defaultBranch;
  const payload = { action: eventType, branch, client_payload: clientPayload, installation: { id: 1, node_id: 'MDIz' } };
  hub.emit({ name: 'repository_dispatch', payload, sender: by, startsWorkflows: true });
}

function postWorkflowDispatch({ hub, params: { workflow_id: file = '' }, body, caller }: Call): Answer {
  const refusal = checkTexts(body, [{ resource: 'WorkflowDispatch', field: 'ref', required: true }]);
  if (refusal !== undefined) return refusal;
  const ref = (text(body, 'ref') ?? '').replace(/^refs\/heads\//, '');
  const commit = resolveRef(hub, `heads/${ref}`);
  if (commit === undefined) return refused(422, `No ref found for: ${ref}`);
  const workflowPath = `.github/workflows/${file}`;
  const workflow = commitOf(hub, commit.sha).files.get(workflowPath);
  if (workflow === undefined) return notFound;
  if (!workflow.includes('workflow_dispatch')) return refused(422, "Workflow does not have 'workflow_dispatch' trigger");
  dispatchWorkflow(hub, { by: caller, workflowPath, ref, inputs: (body.inputs ?? {}) as Json });
  return noContent;
}

/** https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
const mostPayloadProperties = 10;
const mostEventTypeCharacters = 100;

function postRepositoryDispatch({ hub, body, caller }: Call): Answer {
  const rule = { resource: 'RepositoryDispatch', field: 'event_type', required: true, most: mostEventTypeCharacters };
  const refusal = checkTexts(body, [rule]);
  if (refusal !== undefined) return refusal;
  const clientPayload = (body.client_payload ?? {}) as Json;
  const count = Object.keys(clientPayload).length;
  if (count > mostPayloadProperties) {
    return refused(422, `No more than ${mostPayloadProperties} properties are allowed; ${count} were supplied.`);
  }
  dispatchRepository(hub, { by: caller, eventType: text(body, 'event_type') ?? '', clientPayload });
  return noContent;
}

/** On the clock, in the name of whoever changed the workflow last: https://docs.github.com/en/actions/reference/events-that-trigger-workflows#schedule */
export function runSchedule(
  hub: Hub,
  by: Account,
  { cron, workflowPath }: { readonly cron: string; readonly workflowPath: string },
): void {
  hub.emit({ name: 'schedule', payload: { schedule: cron, workflow: workflowPath }, sender: by, startsWorkflows: true });
}

export const dispatchRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    needs: ['actions=write'],
    handle: postWorkflowDispatch,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/dispatches',
    needs: ['contents=write'],
    handle: postRepositoryDispatch,
  },
];
