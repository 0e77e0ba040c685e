// The line by which a generated workflow tells which version wrote it, and that nobody has changed it since.
import { createHash } from 'node:crypto';

const pattern = /^# opsdeck (\S+) sha256:([0-9a-f]{64})\r?\n/;

export interface WorkflowStamp {
  readonly version: string;
  /** Nothing but the stamp stands between the text and what was written. */
  readonly isUntouched: boolean;
}

/** @returns the text with its stamp in front */
export function stampWorkflow(text: string, version: string): string {
  return `# opsdeck ${version} sha256:${digestOf(text)}\n${text}`;
}

/** @returns nothing where there is no stamp */
export function readWorkflowStamp(stamped: string): WorkflowStamp | undefined {
  const [line = '', version, digest] = pattern.exec(stamped) ?? [];
  if (version === undefined) return undefined;
  return { version, isUntouched: digestOf(stamped.slice(line.length)) === digest };
}

/** Git may have put line endings of Windows into a checkout. */
function digestOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
