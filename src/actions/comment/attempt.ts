// What people are told on GitHub is no reason to stop: a failure of it is a warning in the log.
import type { Progress } from '../../ports/progress.ts';

/** @param what completes "Could not ...". @returns nothing when it failed */
export async function attempt<T>(
  { progress }: { readonly progress: Progress },
  what: string,
  body: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await body();
  } catch (error) {
    progress.warning(`Could not ${what}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
