// The rules by which results of jobs combine: for the jobs that need them, for a matrix, for the run.
import type { ScopeFunction } from '../language/expressions.ts';
import type { Result } from '../records.ts';

/** How a job ended, for those that need it. */
export interface JobOutcome {
  /** A job that failed with continue-on-error is a success here. */
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  /** Of itself and of all that it needed, directly or not, by key. */
  readonly chain: ReadonlyMap<string, Result>;
}

export function chainOf(needs: readonly JobOutcome[]): ReadonlyMap<string, Result> {
  return new Map(needs.flatMap(({ chain }) => [...chain]));
}

/**
 * success() and failure() ask for everything that came before, not for the jobs in `needs` alone; with arguments, for
 * the jobs that these name.
 */
export function jobStatusFunctions(
  chain: ReadonlyMap<string, Result>,
  cancelled: boolean,
): Readonly<Record<string, ScopeFunction>> {
  const asked = (keys: readonly unknown[]): readonly (Result | undefined)[] =>
    keys.length === 0 ? [...chain.values()] : keys.map((key) => chain.get(String(key)));
  return {
    always: () => true,
    cancelled: () => cancelled,
    success: (keys) => !cancelled && asked(keys).every((result) => result === 'success'),
    failure: (keys) => asked(keys).some((result) => result === 'failure'),
  };
}

/** A job whose condition does not hold: cancelled with its run, unless it would not have run anyway. */
export function resultWithoutRunning(chain: ReadonlyMap<string, Result>, cancelled: boolean): Result {
  return cancelled && [...chain.values()].every((result) => result === 'success') ? 'cancelled' : 'skipped';
}

/** Of the combinations of a matrix, or of the jobs of a run. */
export function combineResults(results: readonly Result[]): Result {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}
