// The one shape of an error that a person gets to read: what happened, where, and what to do next.

/** An expected failure of the world around us (not a bug): print `message` and `next`, exit with a code that is not 0. */
export interface Failure extends Error {
  readonly name: 'Failure';
  /** Stable and searchable, for example `terraform/state-locked`. */
  readonly code: FailureCode;
  /** One imperative sentence: the next step of the person who reads this. */
  readonly next: string;
  /** Further lines worth reading: the tool's own diagnostics, the tail of a log. */
  readonly details: readonly string[];
}

export type FailureCode = `${string}/${string}`;

export interface FailureFacts {
  readonly code: FailureCode;
  /** What happened, and where. */
  readonly what: string;
  readonly next: string;
  readonly details?: readonly string[];
  readonly cause?: unknown;
}

export function failure({ code, what, next, details = [], cause }: FailureFacts): Failure {
  const error = new Error(what, cause === undefined ? undefined : { cause });
  return Object.assign(error, { name: 'Failure', code, next, details } as const);
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === 'Failure' && 'code' in error && 'next' in error;
}
