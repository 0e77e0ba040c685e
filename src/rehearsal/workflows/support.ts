// Finds what the runner does not support in a workflow before anything of it runs.
import { failure } from '../../define/failure.ts';
import { findStandIn, isLocal, noStandIn } from './execution/perform-uses.ts';
import { unsupportedCode } from './language/unsupported.ts';
import type { Workflow } from './language/workflow.ts';
import type { RunnerOptions } from './options.ts';

/** @throws a Failure `workflow/unsupported` that names every action nothing stands in for */
export function refuseUnsupported(
  { file, jobs }: Workflow,
  standIns: Readonly<Record<string, unknown>>,
  findAction: RunnerOptions['findAction'] = () => undefined,
): void {
  const uses = jobs
    .flatMap((job) => (job.kind === 'steps' ? job.steps : []))
    .flatMap((step) => (step.kind === 'uses' ? [step.uses] : []));
  const isKnown = (name: string) => isLocal(name) || findStandIn(name, standIns) !== undefined || findAction(name) !== undefined;
  const missing = [...new Set(uses)].filter((name) => !isKnown(name));
  const [first, ...others] = missing.map((name) => noStandIn(name, file));
  if (first === undefined) return;
  throw failure({
    code: unsupportedCode,
    what: first.message,
    next: first.next,
    details: others.map(({ message }) => message),
  });
}
