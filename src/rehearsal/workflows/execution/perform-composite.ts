// Performs a composite action: its steps, with their own `steps` and status, and its outputs.
import { evaluateText } from '../language/expressions.ts';
import type { TemplateMapping } from '../language/template.ts';
import type { Step } from '../language/workflow.ts';
import type { Frame, StepResult, StepRuntime } from './runtime.ts';
import { scopeOf } from './step.ts';
import { performSteps } from './steps.ts';

export interface CompositeAction {
  readonly path: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly outputs: TemplateMapping;
}

export async function performComposite(step: StepRuntime, action: CompositeAction): Promise<StepResult> {
  const { path, inputs, steps, outputs } = action;
  const { job } = step;
  const frame: Frame = { composite: { path, inputs, parent: step }, steps: {}, status: 'success' };
  await performSteps(job, frame, steps);
  if (job.killed.aborted) return 'failure';
  const scope = scopeOf(job, frame, step.spec, { ...job.state.env, ...step.ownEnv });
  for (const [name, value] of outputs) step.outputs.set(name, evaluateText(value, scope));
  return step.cancelled.aborted ? 'cancelled' : frame.status;
}
