// What can keep the engine itself from working, and what to do about it.
import { type Failure, failure, isFailure } from '../../../define/failure.ts';
import { journalKey } from './keys.ts';

export interface Place {
  readonly environment: string;
  readonly target: string;
}

export function journalChanged({ environment, target }: Place): Failure {
  return failure({
    code: 'runbook/journal-changed',
    what: `The journal of the runbooks on ${target} of ${environment} was written by somebody else in the middle of this run.`,
    next: 'See what that other run does before you run anything there again.',
  });
}

export function journalUnreadable({ environment, target }: Place, problems: readonly string[]): Failure {
  return failure({
    code: 'runbook/journal-unreadable',
    what: `${journalKey(environment, target)} is no journal of ours, so nobody can tell whether a runbook was left half done.`,
    next: `See how ${target} of ${environment} stands; then remove that document from the state bucket, and run this again.`,
    details: problems,
  });
}

/** The latest one may already be at work: nothing may be touched any more. */
export function lockLost({ environment, target }: Place): Failure {
  return failure({
    code: 'runbook/lock-lost',
    what: `The lock on ${target} of ${environment} was lost: this terminal did not renew it in time.`,
    next: 'See whether another run has taken it over; if none has, resume it.',
  });
}

/** Whether asking AWS again may help. */
export function isPassing(error: unknown): boolean {
  return isFailure(error) && /^aws\/(throttled|unavailable|unreachable)$/.test(error.code);
}

/** Nothing can be done from here any more, and nobody knows yet whether it can be done at all. */
export function isOutOfReach(error: unknown): boolean {
  return isPassing(error) || (isFailure(error) && /^aws\/(credentials-|no-credentials)/.test(error.code));
}
