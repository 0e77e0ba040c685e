// Turns whatever went wrong into something that a person can act on.
import { type Failure, failure, isFailure } from '../../define/failure.ts';
import { redactFailure } from '../plan/redact/redact-failure.ts';
import { wordsOf } from './words.ts';

/** Bugs, too, where something has to be written down before the run may end. */
export function asFailure(error: unknown, signal: AbortSignal): Failure {
  // Where people read it, providers must not quote what they were given.
  if (isFailure(error)) return redactFailure(error);
  if (signal.aborted) return cancelled(error);
  return failure({
    code: 'deploy/unexpected',
    what: `Something unexpected went wrong: ${wordsOf(error)}.`,
    next: 'Look at the log, and run the job again; what is half done is brought to its end first.',
    cause: error,
  });
}

export function cancelled(cause: unknown): Failure {
  return failure({
    code: 'deploy/cancelled',
    what: 'The run was cancelled before it changed anything.',
    next: 'Run the job again whenever you like.',
    cause,
  });
}

/** Whether to ask AWS again later may help; without valid credentials, nothing does, and the next run has to go on. */
export function isPassing(error: unknown): error is Failure {
  return isFailure(error) && !/^[a-z]+\/(credentials-|no-credentials)/.test(error.code);
}
