// Performs a job that is a workflow of its own.
import { failure } from '../../../define/failure.ts';
import { evaluateTexts } from '../language/expressions.ts';
import type { CallJob } from '../language/workflow.ts';
import { combineResults } from '../rules/outcomes.ts';
import type { JobEnd } from './perform-job.ts';
import type { Leg, LegPlan } from './perform-leg.ts';
import { performWorkflow } from './perform-workflow.ts';
import { readCalled } from './read-called.ts';

/** https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations */
const mostLevels = 10;

/** @throws what keeps the workflow from being called */
export async function performCalled(leg: Leg, job: CallJob, { name, permissions }: LegPlan): Promise<JobEnd> {
  const { frame, contexts, cancelled } = leg;
  if (frame.callers.length + 2 > mostLevels) throw tooDeep(job);
  const scope = { contexts: { ...contexts, secrets: frame.secrets } };
  const called = await readCalled(job, frame.run.event.workflowsFolder, frame.secrets, scope);
  const inner = { ...frame.contexts, inputs: called.inputs };
  const outcomes = await performWorkflow({
    ...frame,
    workflow: called.workflow,
    contexts: inner,
    secrets: called.secrets,
    otherwise: permissions,
    atMost: permissions,
    callers: [...frame.callers, name],
    cancelled,
  });
  const jobs = Object.fromEntries([...outcomes].map(([key, { result, outputs }]) => [key, { result, outputs }]));
  const outputs = evaluateTexts(called.outputs, { contexts: { ...inner, jobs } });
  return { result: combineResults([...outcomes.values()].map(({ result }) => result)), outputs };
}

function tooDeep({ id, uses }: CallJob) {
  return failure({
    code: 'workflow/too-deep',
    what: `The job ${id} cannot call ${uses}: workflows can call each other at most ${mostLevels} levels deep.`,
    next: 'Look for a workflow that calls itself.',
  });
}
