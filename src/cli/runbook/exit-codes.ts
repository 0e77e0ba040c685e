// What a script sees of a runbook: one number for each way in which it can end.
import type { RunState } from '../../actions/runbook/engine/journal.ts';

export const runbookExitCodes: Readonly<Record<RunState, number>> = {
  done: 0,
  'nothing-to-do': 0,
  /** It failed, and everything is as it was. */
  compensated: 3,
  refused: 4,
  /** A person has to put something right. */
  stuck: 5,
  /** It has not ended: `resume` goes on. */
  running: 6,
  compensating: 6,
};

export const exitCodesText =
  'Exit codes: 0 done or nothing to do, 1 could not begin, 2 wrong command line, 3 failed and undone, 4 refused, 5 stuck, 6 not ended, 130 cancelled.';
