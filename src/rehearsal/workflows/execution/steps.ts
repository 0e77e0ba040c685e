// Performs steps one after the other.
import { isFailure } from '../../../define/failure.ts';
import { evaluateText } from '../language/expressions.ts';
import { isExpression } from '../language/template.ts';
import type { Step } from '../language/workflow.ts';
import { performScript } from './perform-script.ts';
import { performUses } from './perform-uses.ts';
import type { Frame, JobRuntime, StepSpec } from './runtime.ts';
import { performStep, scopeOf } from './step.ts';

/** Every step decides by its own condition whether it is performed; only a runner that died performs nothing more. */
export async function performSteps(job: JobRuntime, frame: Frame, steps: readonly Step[]): Promise<void> {
  const seen = new Map<string, number>();
  for (const step of steps) {
    if (job.killed.aborted) return;
    await performStep(job, frame, specOf(job, frame, step, seen));
  }
}

/** What steps have left for the end, the last one first. */
export async function performPosts(job: JobRuntime): Promise<void> {
  const frame: Frame = { composite: undefined, steps: {}, status: 'success' };
  for (let post = job.state.posts.at(-1); post !== undefined && !job.killed.aborted; post = job.state.posts.at(-1)) {
    job.state.posts = job.state.posts.slice(0, -1);
    await performStep(job, frame, { ...post, identity: { ...post.identity, number: nextNumber(job) } });
  }
}

function specOf(job: JobRuntime, frame: Frame, step: Step, seen: Map<string, number>): StepSpec {
  const { id, condition, env, continueOnError, timeoutMinutes } = step;
  const spec = {
    actionName: id ?? contextName(step, seen),
    condition,
    env,
    continueOnError,
    timeoutMinutes,
    perform: (running: Parameters<StepSpec['perform']>[0]) =>
      step.kind === 'run' ? performScript(running, step) : performUses(running, step),
  };
  const number = frame.composite ? frame.composite.parent.root.number : nextNumber(job);
  const unnamed = { ...spec, identity: { number, name: '', id } };
  return { ...unnamed, identity: { number, name: displayName(job, frame, step, unnamed), id } };
}

function nextNumber({ state }: JobRuntime): number {
  state.stepNumber += 1;
  return state.stepNumber;
}

/** `__run`, `__run_2`, `__actions_checkout`, `__self`: what GITHUB_ACTION is for a step without an id. */
function contextName(step: Step, seen: Map<string, number>): string {
  const base = step.kind === 'run' ? '__run' : step.uses.startsWith('./') ? '__self' : `__${nameOf(step.uses)}`;
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  return count === 1 ? base : `${base}_${count}`;
}

function nameOf(uses: string): string {
  return uses
    .split('@', 1)
    .join('')
    .replace(/[^\w-]/g, '_');
}

/** As GitHub shows it; a name that cannot be evaluated is shown as it stands in the file. */
function displayName(job: JobRuntime, frame: Frame, step: Step, spec: StepSpec): string {
  const template = step.name ?? (step.kind === 'run' ? step.run : step.uses);
  try {
    const text = evaluateText(template, scopeOf(job, frame, spec, job.state.env))
      .trim()
      .split('\n', 1)
      .join('');
    return job.masker.mask(step.name === undefined ? `Run ${text}` : text);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return isExpression(template) ? template.expression : String(template);
  }
}
