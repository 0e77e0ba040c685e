// Finds what the runner does not support in a workflow before anything of it runs.
import { failure } from '../../define/failure.ts';
import { findStandIn, isLocal, noStandIn } from './execution/perform-uses.ts';
import { unsupportedCode } from './language/unsupported.ts';
import type { Workflow } from './language/workflow.ts';

/** @throws a Failure `workflow/unsupported` that names every action nothing stands in for */
export function refuseUnsupported({ file, jobs }: Workflow, standIns: Readonly<Record<string, unknown>>): void {
  const uses = jobs
    .flatMap((job) => (job.kind === 'steps' ? job.steps : []))
    .flatMap((step) => (step.kind === 'uses' ? [step.uses] : []));
  const missing = [...new Set(uses)].filter((name) => !isLocal(name) && findStandIn(name, standIns) === undefined);
  const [first, ...others] = missing.map((name) => noStandIn(name, file));
  if (first === undefined) return;
  throw failure({
    code: unsupportedCode,
    what: first.message,
    next: first.next,
    details: others.map(({ message }) => message),
  });
}
