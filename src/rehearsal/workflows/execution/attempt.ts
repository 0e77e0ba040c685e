// Tells what a workflow or the world refuses from a bug: the first fails the job, the second is thrown on.
import { isFailure } from '../../../define/failure.ts';
import { unsupportedCode } from '../language/unsupported.ts';
import type { JobRecorder } from './runtime.ts';

/** @returns undefined when it failed, and the job's record says why */
export function attempt<Outcome>(recorder: () => JobRecorder, perform: () => Outcome): Outcome | undefined {
  try {
    return perform();
  } catch (error) {
    report(recorder, error);
    return undefined;
  }
}

/** Like `attempt`, for what takes time. */
export async function attemptAsync<Outcome>(
  recorder: () => JobRecorder,
  perform: () => Promise<Outcome>,
): Promise<Outcome | undefined> {
  try {
    return await perform();
  } catch (error) {
    report(recorder, error);
    return undefined;
  }
}

function report(recorder: () => JobRecorder, error: unknown): void {
  if (!isFailure(error)) throw error;
  if (error.code === unsupportedCode) recorder().refuse(error);
  recorder().annotate('error', error.message, {});
}
