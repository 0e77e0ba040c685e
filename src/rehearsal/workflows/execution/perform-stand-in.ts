// Performs what stands in for a remote action, and says so.

import { isFailure } from '../../../define/failure.ts';
import { evaluateTexts } from '../language/expressions.ts';
import { unsupported, unsupportedCode } from '../language/unsupported.ts';
import type { UsesStep } from '../language/workflow.ts';
import type { StandIn, StandInStep } from '../options.ts';
import { inputEnvironment } from '../rules/contexts.ts';
import { addPost } from './posts.ts';
import type { StepResult, StepRuntime } from './runtime.ts';
import { environmentOf } from './step-command.ts';
import { addPath, exportVariable } from './step-files.ts';

type Texts = Readonly<Record<string, string>>;

export async function performStandIn(step: StepRuntime, definition: UsesStep, standIn: StandIn): Promise<StepResult> {
  const { uses } = definition;
  const given = evaluateTexts(definition.with, step.scope);
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(standIn.inputs, name));
  if (unknown !== undefined) throw unsupported(`the stand-in for ${uses}`, `the input "${unknown}"`);
  const inputs = { ...standIn.inputs, ...given };
  step.job.recorder.standIn(step.root, uses, standIn.about);
  step.output.line(`[stand-in] ${uses}: ${standIn.about}`);
  const { post } = standIn;
  if (post !== undefined) {
    const condition = { expression: 'always()', at: uses };
    addPost(step, { condition, perform: (later) => attempt({ ...later, state: step.state }, uses, inputs, post) });
  }
  return attempt(step, uses, inputs, standIn.main);
}

async function attempt(step: StepRuntime, uses: string, inputs: Texts, perform: StandIn['main']): Promise<StepResult> {
  const { killed } = step.job;
  try {
    if (step.cancelled.aborted) return 'cancelled';
    const ended = new AbortController();
    await Promise.race([perform(openStandInStep(step, uses, inputs)), aborted(killed, ended.signal)]).finally(() =>
      ended.abort(),
    );
    return killed.aborted ? 'failure' : 'success';
  } catch (error) {
    if (isFailure(error) && error.code === unsupportedCode) throw error;
    step.output.annotate('error', error instanceof Error ? error.message : String(error));
    return 'failure';
  }
}

/** What stands in runs in this process and cannot be killed: it is left alone. */
function aborted(signal: AbortSignal, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true, signal: ended });
  });
}

function openStandInStep(step: StepRuntime, uses: string, inputs: Texts): StandInStep {
  const { job, output } = step;
  return {
    uses,
    inputs,
    env: environmentOf(step, inputEnvironment(inputs)),
    run: job.run.identity,
    job: job.recorder.identity,
    token: job.token,
    state: step.state,
    signal: AbortSignal.any([step.cancelled, job.killed]),
    log: (line) => job.recorder.line(step.root, job.masker.mask(line)),
    warn: (message) => output.annotate('warning', message),
    setOutput: (name, value) => void step.outputs.set(name, value),
    exportVariable: (name, value) => exportVariable(job, name, value),
    addPath: (path) => addPath(job, path),
    addMask: job.masker.add,
  };
}
