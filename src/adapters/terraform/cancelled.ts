// Decides what a cancelled run left behind, and says so: above all, whether the state was saved.
import { type Failure, failure } from '../../define/failure.ts';
import { type Command, detailsOf, errorsOf, type FailedRun } from './diagnose.ts';
import type { StopStage } from './stop-in-stages.ts';

export interface CancelledRun extends FailedRun {
  readonly stopStage: StopStage;
  /** Something in the world was being changed when it was asked to stop. */
  readonly changesStarted: boolean;
}

/** `untouched`: nothing was being changed. `unknown`: it was not given the time to save. */
export type StateAfterStop = 'untouched' | 'saved' | 'not-saved' | 'unknown';

const changing: readonly Command[] = ['apply', 'destroy'];

export function decideStateAfterStop(run: CancelledRun): StateAfterStop {
  if (errorsOf(run).some(({ summary }) => /Failed to (?:save|persist) state/.test(summary))) return 'not-saved';
  if (!changing.includes(run.command) || !run.changesStarted) return 'untouched';
  // After one interrupt Terraform ends by itself, and only once all that was in flight has ended and is written down.
  return run.stopStage === 'asked' && run.exitCode !== undefined ? 'saved' : 'unknown';
}

interface Words {
  readonly what: string;
  readonly next: (run: CancelledRun) => string;
}

const words: Readonly<Record<StateAfterStop, Words>> = {
  untouched: {
    what: 'nothing had been changed, and the state is as it was',
    next: ({ stopStage, tool }) =>
      stopStage === 'killed'
        ? `Run it again; if the state is still locked then, \`${tool} force-unlock\` it.`
        : 'Run it again whenever you like.',
  },
  saved: {
    what: 'it stopped in good order, and the state was saved',
    next: () => 'Run it again to do the rest (what was being made may be made anew), or destroy what it made.',
  },
  'not-saved': {
    what: 'changes were made, but the state could not be saved',
    next: ({ tool }) =>
      `Keep errored.tfstate, and run \`${tool} state push errored.tfstate\` in the same folder before anything else.`,
  },
  unknown: {
    what: 'it did not stop in time, so the state may lack what was in flight',
    next: ({ tool }) =>
      `Plan before anything else and compare with the cloud; if the state is still locked, \`${tool} force-unlock\` it.`,
  },
};

export function cancelled(run: CancelledRun): Failure {
  const { what, next } = words[decideStateAfterStop(run)];
  return failure({
    code: 'terraform/cancelled',
    what: `${run.tool} ${run.command} was cancelled: ${what}.`,
    next: next(run),
    details: detailsOf(run, errorsOf(run)),
  });
}
