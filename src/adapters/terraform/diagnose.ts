// Decides what a failed run of Terraform means: a stable code, where it happened, and the next step.
import { type Failure, type FailureCode, failure } from '../../define/failure.ts';
import type { Diagnostic } from '../../ports/terraform.ts';
import { type Cause, knownCauses, type Seen } from './causes.ts';
import { onOneLine, parsePlainDiagnostics, renderDiagnostic } from './diagnostics.ts';
import type { Tool } from './tool.ts';

export type Command =
  | 'init'
  | 'validate'
  | 'plan'
  | 'show'
  | 'apply'
  | 'destroy'
  | 'import'
  | 'output'
  | 'state-list'
  | 'force-unlock';

export interface FailedRun {
  readonly command: Command;
  readonly tool: Tool;
  readonly exitCode: number | undefined;
  /** The signal that ended it, when it was not ours. */
  readonly killedBy: string | undefined;
  /** Of the machine-readable output. */
  readonly diagnostics: readonly Diagnostic[];
  readonly stderr: string;
}

/** How much of a text without any diagnostic is worth showing. */
const tailLines = 20;

export function diagnose(run: FailedRun): Failure {
  const errors = errorsOf(run);
  const details = detailsOf(run, errors);
  if (run.killedBy !== undefined) return killed(run, details);
  for (const cause of knownCauses) {
    for (const error of errors) {
      const seen = look(cause, error, run.tool);
      if (seen === undefined) continue;
      return failure({ code: cause.code, what: `${cause.what(seen)}${at(error)}.`, next: cause.next(seen), details });
    }
  }
  return unknown(run, errors, details);
}

/** What Terraform said in JSON comes first: standard error repeats it, or speaks of the surroundings. */
export function errorsOf({ diagnostics, stderr }: Pick<FailedRun, 'diagnostics' | 'stderr'>): readonly Diagnostic[] {
  return [...diagnostics, ...parsePlainDiagnostics(stderr)].filter(({ severity }) => severity === 'error');
}

export function detailsOf({ stderr }: Pick<FailedRun, 'stderr'>, errors: readonly Diagnostic[]): readonly string[] {
  if (errors.length > 0) return errors.flatMap(renderDiagnostic);
  return stderr.split('\n').filter(Boolean).slice(-tailLines);
}

function look(cause: Cause, error: Diagnostic, tool: FailedRun['tool']): Seen | undefined {
  if (cause.ofTheState && error.address !== undefined) return undefined;
  const text = onOneLine(`${error.summary} ${error.detail}`);
  const match = cause.matches.exec(text);
  return match === null ? undefined : { groups: match.slice(1).map((group) => group ?? ''), text, tool };
}

function at({ address }: Diagnostic): string {
  return address === undefined ? '' : ` (${address})`;
}

function killed({ command, tool, killedBy }: FailedRun, details: readonly string[]): Failure {
  return failure({
    code: 'terraform/killed',
    what: `${tool} ${command} was killed by ${killedBy}, by somebody else: on a CI runner mostly because memory ran out.`,
    next: 'Give it more memory or less parallelism, then plan before anything else: the state may be incomplete and its lock still held.',
    details,
  });
}

function unknown({ command, tool, exitCode }: FailedRun, errors: readonly Diagnostic[], details: readonly string[]): Failure {
  const code: FailureCode = `terraform/${command}-failed`;
  const [first, ...others] = errors;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const what =
    first === undefined ? `exit code ${exitCode}, without a word why` : `${withoutRequestIds(first.summary)}${at(first)}${more}`;
  return failure({
    code,
    what: `${tool} ${command} failed: ${what}`,
    next: "Read the tool's own words in the details, correct the cause, and run again.",
    details,
  });
}

/** They differ from run to run, and hide that it is the same failure; the details keep them. */
function withoutRequestIds(summary: string): string {
  return summary.replace(/,? RequestID: [^,]*(?:, HostID: [^,]*)?/g, '');
}
