// Asks AWS something, and explains a refusal; an absence that was to be expected is no refusal.
import { isFailure } from '../../define/failure.ts';
import { type Attempt, explain } from './refusals.ts';

/** @throws a `Failure` (`aws/...`) */
export async function asking<T>(attempt: Attempt, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    // What was asked in between has been explained already.
    throw isFailure(error) ? error : explain(attempt, error);
  }
}

/** @returns nothing when the error says that it is not there. @throws a `Failure` (`aws/...`) */
export function askingFor<T>(
  attempt: Attempt,
  isAbsence: (error: unknown) => boolean,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  return asking(attempt, async () => {
    try {
      return await ask();
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  });
}
