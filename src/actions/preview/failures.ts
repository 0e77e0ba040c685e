// Turns whatever went wrong into something that a lease can hold and a person can act on.
import { type Failure, failure, isFailure } from '../../define/failure.ts';
import { redactFailure } from '../plan/redact/redact-failure.ts';
import type { RecordedFailure } from './lease.ts';

/** A lease takes texts of up to 4,000 characters; a person reads less. */
const mostCharacters = 1000;

export function recordFailure(error: unknown, signal: AbortSignal | undefined): RecordedFailure {
  const { code, message, next } = asFailure(error, signal);
  return { code, what: cut(message), next: cut(next) };
}

/** Bugs, too: the log has their stack. */
export function asFailure(error: unknown, signal: AbortSignal | undefined): Failure {
  // Where people read it, providers must not quote what they were given.
  if (isFailure(error)) return redactFailure(error);
  if (signal?.aborted) return cancelled(error);
  return failure({
    code: 'preview/unexpected',
    what: `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}.`,
    next: 'Look at the log, and run the job again; what is half done is taken up where it stands.',
    cause: error,
  });
}

export function refuseIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled(undefined);
}

function cancelled(cause: unknown): Failure {
  return failure({
    code: 'preview/cancelled',
    what: 'The run was cancelled.',
    next: 'Run the job again, or push; what is half done is taken up where it stands.',
    cause,
  });
}

function cut(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}
