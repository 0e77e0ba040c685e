// Performs a run of a workflow: waits for its turn, performs its jobs, and concludes.
import { evaluateText } from '../language/expressions.ts';
import { mappingAt } from '../language/template.ts';
import { isObject, type ValueObject } from '../language/values.ts';
import type { Workflow } from '../language/workflow.ts';
import type { Result, RunIdentity } from '../records.ts';
import { githubContext } from '../rules/contexts.ts';
import { combineResults } from '../rules/outcomes.ts';
import { restrictedPermissions } from '../rules/permissions.ts';
import { isFromFork, type WorkflowEvent } from '../triggers/event.ts';
import { resolveInputs } from '../triggers/inputs.ts';
import { evaluateConcurrency, type Wish, waitForTurn } from './concurrency-turn.ts';
import { performWorkflow } from './perform-workflow.ts';
import type { OpenRun } from './records.ts';
import type { Shared } from './runtime.ts';

export interface RunPlan {
  readonly identity: RunIdentity;
  readonly workflow: Workflow;
  readonly event: WorkflowEvent;
  /** github, vars, inputs. */
  readonly contexts: ValueObject;
  readonly wish: Wish | undefined;
}

/** @throws `workflow/bad-inputs`, `workflow/expression`: such a run does not come into being */
export function planRun(
  shared: Shared,
  workflow: Workflow,
  event: WorkflowEvent,
  ids: Pick<RunIdentity, 'id' | 'number' | 'attempt'>,
): RunPlan {
  const { repository, serverUrl, apiUrl, variables = {} } = shared.options;
  const untitled: RunIdentity = {
    ...ids,
    workflow: workflow.name,
    file: workflow.file,
    title: workflow.name,
    event: event.name,
    actor: event.actor,
    sha: event.sha,
    ref: event.ref,
  };
  const github = githubContext({ repository, serverUrl, apiUrl, run: untitled, event });
  const contexts = { github, vars: variables, inputs: dispatchInputs(workflow, event) };
  const title = workflow.runName === undefined ? workflow.name : evaluateText(workflow.runName, { contexts });
  const wish = evaluateConcurrency(workflow.concurrency, { contexts });
  return { identity: { ...untitled, title }, workflow, event, contexts, wish };
}

function dispatchInputs(workflow: Workflow, { name, payload }: WorkflowEvent): ValueObject {
  if (name !== 'workflow_dispatch') return {};
  const definitions = mappingAt(workflow.triggers.get('workflow_dispatch'), 'inputs');
  const given = isObject(payload.inputs) ? payload.inputs : {};
  return resolveInputs({ source: 'dispatch', place: workflow.file, definitions, given, scope: { contexts: {} } });
}

export interface RunControl {
  readonly cancelled: AbortSignal;
  readonly cancel: () => void;
  readonly killers: Set<() => void>;
}

export async function performRun(shared: Shared, plan: RunPlan, record: OpenRun, control: RunControl): Promise<void> {
  const { identity: run, wish } = plan;
  if (wish === undefined) return performJobs(shared, plan, record, control, []);
  const onWait = (): void => {
    record.setStatus('waiting');
    shared.emit({ kind: 'run-waiting', run, group: wish.group });
  };
  const { cancelled, cancel } = control;
  const turn = await waitForTurn({ groups: shared.groups, wish, cancelled, cancel, onWait });
  if (turn.kind === 'refused') return record.end('cancelled');
  try {
    await performJobs(shared, plan, record, control, [wish.group.toLowerCase()]);
  } finally {
    turn.leave();
  }
}

async function performJobs(
  shared: Shared,
  { identity, workflow, event, contexts }: RunPlan,
  record: OpenRun,
  { cancelled, killers }: RunControl,
  groups: readonly string[],
): Promise<void> {
  record.setStatus('in_progress');
  shared.emit({ kind: 'run-started', run: identity });
  const { secrets = {}, defaultPermissions = restrictedPermissions } = shared.options;
  const outcomes = await performWorkflow({
    run: { shared, identity, event, cancelled, killers, record },
    workflow,
    contexts,
    secrets: isFromFork(event) ? {} : secrets,
    otherwise: defaultPermissions,
    atMost: undefined,
    callers: [],
    groups,
    cancelled,
  });
  const conclusion: Result = combineResults([...outcomes.values()].map(({ result }) => result));
  record.end(conclusion);
}
