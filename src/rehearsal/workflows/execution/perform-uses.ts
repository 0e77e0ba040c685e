// Performs a `uses` step: an action of the repository as it lies in the workspace, or what stands in for a remote one.
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { failure } from '../../../define/failure.ts';
import { readAction } from '../language/read-action.ts';
import { unsupported } from '../language/unsupported.ts';
import type { ActionDefinition, UsesStep } from '../language/workflow.ts';
import { actionInputs } from './action-inputs.ts';
import { performComposite } from './perform-composite.ts';
import { performNodeAction } from './perform-node-action.ts';
import { performStandIn } from './perform-stand-in.ts';
import type { StepResult, StepRuntime } from './runtime.ts';

export async function performUses(step: StepRuntime, definition: UsesStep): Promise<StepResult> {
  const { uses } = definition;
  step.output.line(`::group::Run ${uses}`);
  step.output.line('::endgroup::');
  if (isLocal(uses)) return performLocal(step, definition);
  const { standIns, options } = step.job.run.shared;
  const folder = options.findAction?.(uses);
  if (folder !== undefined) return performFound(step, definition, folder);
  const standIn = findStandIn(uses, standIns);
  if (standIn === undefined) throw noStandIn(uses, step.job.run.identity.file);
  return performStandIn(step, definition, standIn);
}

export function isLocal(uses: string): boolean {
  return uses.startsWith('./');
}

/** By name, for whatever ref. */
export function findStandIn<StandIn>(uses: string, standIns: Readonly<Record<string, StandIn>>): StandIn | undefined {
  const [name = ''] = uses.split('@');
  return Object.hasOwn(standIns, name) ? standIns[name] : undefined;
}

/** @throws nothing: the Failure is for its caller to throw */
export function noStandIn(uses: string, file: string) {
  const what =
    uses.startsWith('docker://') || uses.startsWith('$/') ? uses : `the remote action ${uses}: nothing stands in for it`;
  return unsupported(file, what, 'Give the runner a stand-in for it.');
}

async function performLocal(step: StepRuntime, definition: UsesStep): Promise<StepResult> {
  const { workspace } = step.job;
  const path = resolve(workspace, definition.uses);
  if (relative(workspace, path).startsWith('..')) throw unsupported(definition.uses, 'actions outside of the workspace');
  return performFound(step, definition, path);
}

async function performFound(step: StepRuntime, definition: UsesStep, path: string): Promise<StepResult> {
  const action = await readLocal(path, definition.uses);
  const inputs = actionInputs(step, definition.with, action.inputs);
  const { runs } = action;
  if (runs.kind === 'composite') return performComposite(step, { path, inputs, steps: runs.steps, outputs: action.outputs });
  return performNodeAction(step, { uses: definition.uses, path, inputs, runs });
}

async function readLocal(path: string, uses: string): Promise<ActionDefinition> {
  for (const name of ['action.yml', 'action.yaml']) {
    const content = await readFile(join(path, name), 'utf8').catch(() => undefined);
    if (content !== undefined) return readAction(`${uses}/${name}`, content);
  }
  throw failure({
    code: 'workflow/no-action',
    what: `Can't find 'action.yml' or 'action.yaml' under '${uses}'. Did you forget to run actions/checkout before running your local action?`,
    next: 'Check the repository out first, or correct the path.',
  });
}
