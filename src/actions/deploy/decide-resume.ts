// Decides what to do about a deploy that an earlier run has left: a dead one is brought to an end before anything else is begun.
import { type DeployJournal, isFinal } from './journal.ts';

export type ResumeDecision =
  | { readonly kind: 'nothing' }
  /** It died before it changed anything. */
  | { readonly kind: 'close' }
  /** It had proven itself, and that was being written down. */
  | { readonly kind: 'finish-keeping'; readonly candidate: NonNullable<DeployJournal['candidate']> }
  | { readonly kind: 'roll-back' }
  | { readonly kind: 'finish-freezing' };

/** Only under the lock: whoever wrote it does not work on it any more. */
export function decideResume(journal: DeployJournal | undefined): ResumeDecision {
  if (journal === undefined || isFinal(journal)) return { kind: 'nothing' };
  switch (journal.state) {
    case 'planning':
      return { kind: 'close' };
    case 'keeping':
      return journal.candidate ? { kind: 'finish-keeping', candidate: journal.candidate } : { kind: 'roll-back' };
    case 'freezing':
      return { kind: 'finish-freezing' };
    default:
      // Nobody has watched it to the end, so it has not proven itself.
      return { kind: 'roll-back' };
  }
}
