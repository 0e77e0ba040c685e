// Asks before anything is changed; what is of high risk is never run without somebody who types what it is about.
import { failure } from '../../define/failure.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import { askWord, askYes } from './ask-inputs.ts';

export interface Confirmation {
  readonly runbook: Runbook;
  readonly environment: string;
  /** Somebody sits there. */
  readonly isInteractive: boolean;
  /** `--yes` */
  readonly isSure: boolean;
}

export type Needed = 'nothing' | 'yes' | 'name' | 'impossible';

/** Pure. `--yes` stands for a yes, never for the name of what is at risk. */
export function decideConfirmation({ runbook, isInteractive, isSure }: Confirmation): Needed {
  if (runbook.risk === 'none') return 'nothing';
  if (runbook.risk === 'high') return isInteractive ? 'name' : 'impossible';
  if (isSure) return 'nothing';
  return isInteractive ? 'yes' : 'impossible';
}

/** @throws `runbook/not-confirmed` */
export async function confirmRun(confirmation: Confirmation): Promise<void> {
  const { runbook, environment } = confirmation;
  switch (decideConfirmation(confirmation)) {
    case 'nothing':
      return;
    case 'yes':
      if (await askYes(`Run ${runbook.id} on ${environment}?`)) return;
      throw notConfirmed('Nothing was run: you said no.');
    case 'name':
      if ((await askWord(`Users will notice. Type ${environment} to run ${runbook.id} there`, environment)) === environment)
        return;
      throw notConfirmed(`Nothing was run: what you typed is not ${environment}.`);
    case 'impossible':
      throw failure({
        code: 'runbook/not-confirmed',
        what: `${runbook.id} is of ${runbook.risk} risk, and nobody can be asked here.`,
        next:
          runbook.risk === 'high'
            ? 'Run it at a terminal, or by the workflow runbook, where a reviewer approves it; --yes is not enough.'
            : 'Look at its plan, then give --yes.',
      });
  }
}

function notConfirmed(what: string) {
  return failure({ code: 'runbook/not-confirmed', what, next: 'Run it again when you are sure.' });
}
