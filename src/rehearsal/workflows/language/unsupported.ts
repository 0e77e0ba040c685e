// Refusals: what the runner does not do, it says, instead of leaving it out.
import { type Failure, failure } from '../../../define/failure.ts';
import type { TemplateMapping } from './template.ts';

export const unsupportedCode = 'workflow/unsupported';

export function unsupported(place: string, what: string, next?: string): Failure {
  return failure({
    code: unsupportedCode,
    what: `${place}: the workflow runner does not support ${what}.`,
    next: next ?? 'Run this workflow at GitHub, or teach the runner what is missing.',
  });
}

/** @throws a Failure `workflow/unsupported` that names the first key nobody reads */
export function refuseUnknownKeys(mapping: TemplateMapping, known: readonly string[], place: string): void {
  const unknown = [...mapping.keys()].find((key) => !known.includes(key));
  if (unknown !== undefined) throw unsupported(place, `the key "${unknown}"`);
}
