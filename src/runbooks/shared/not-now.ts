// What AWS refuses only as things are right now: it is asked again in a while, as after any trouble that passes.
import { type Failure, failure, isFailure } from '../../define/failure.ts';

/**
 * A compensation may begin while what it undoes still goes on: a fail-over, a cluster that is being made.
 *
 * @param what without a full stop
 */
export function notNow(what: string, cause?: unknown): Failure {
  return failure({
    code: 'aws/unavailable',
    what: `${what}, so that it cannot be changed just now.`,
    next: 'Wait until it is available, and resume the run.',
    cause,
  });
}

/** @throws `aws/unavailable` in place of a refusal by the state that something is in */
export async function unlessNow(what: string, ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    throw isRefusedByState(error) ? notNow(what, error) : error;
  }
}

/** `InvalidDBClusterStateFault`, `InvalidDBInstanceStateFault`, `InvalidReplicationGroupStateFault`. */
function isRefusedByState(error: unknown): boolean {
  return isFailure(error) && error.cause instanceof Error && /^Invalid\w+State(Fault)?$/.test(error.cause.name);
}
