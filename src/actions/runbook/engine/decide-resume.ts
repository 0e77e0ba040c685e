// Decides what to do about a run that was left, and about one that is stuck.
import type { Obstacle, RunbookRisk } from '../../../define/runbook.ts';
import { ownerText } from '../../preview/lock.ts';
import type { Cause, RunbookJournal } from './journal.ts';
import { isWithin, type ResumeWay } from './request.ts';

export type ResumeDecision =
  /** A sentence with its full stop. */
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'continue' }
  | { readonly kind: 'compensate'; readonly cause: Cause }
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse'; readonly obstacle: Obstacle };

export interface ResumeFacts {
  readonly way: ResumeWay;
  readonly by: string;
  readonly risk: RunbookRisk;
  readonly approvedRisk: RunbookRisk;
  /** Why it is undone, where no person has asked for it. */
  readonly cause?: Cause;
}

/**
 * Only under the lock: whoever wrote it does not work on it any more. To undo what is half done takes no approval: it only brings
 * back what was. To take back what has been so for a while is another change, and takes the approval of the first.
 */
export function decideResume(journal: RunbookJournal, facts: ResumeFacts): ResumeDecision {
  const { way } = facts;
  const { state, runbook, accepted } = journal;
  if (way === 'accept') return state === 'stuck' && !accepted ? { kind: 'accept' } : nothing(`${runbook} is not stuck.`);
  switch (state) {
    case 'running':
      return way === 'undo' ? { kind: 'compensate', cause: asked(facts) } : decideContinue(journal, facts);
    case 'compensating':
      return { kind: 'compensate', cause: journal.cause ?? lost(journal) };
    case 'stuck':
      return accepted
        ? nothing(`${accepted.by} has taken ${runbook} as it is.`)
        : { kind: 'compensate', cause: journal.cause ?? lost(journal) };
    case 'done':
      return way === 'undo' ? decideTakeBack(journal, facts) : nothing(`${runbook} has come to its end: done.`);
    case 'compensated':
    case 'refused':
    case 'nothing-to-do':
      return nothing(`${runbook} has come to its end: ${state}.`);
    default:
      return state satisfies never;
  }
}

function decideContinue({ runbook }: RunbookJournal, { risk, approvedRisk }: ResumeFacts): ResumeDecision {
  if (isWithin(risk, approvedRisk)) return { kind: 'continue' };
  const what = `${runbook} is of ${risk} risk, and what runs here is approved for ${approvedRisk} risk at most.`;
  const next = 'Undo it instead, which needs no approval, or resume it where one is asked for.';
  return { kind: 'refuse', obstacle: { what, next } };
}

function decideTakeBack(journal: RunbookJournal, facts: ResumeFacts): ResumeDecision {
  const { runbook } = journal;
  const { risk, approvedRisk } = facts;
  if (isWithin(risk, approvedRisk)) return { kind: 'compensate', cause: asked(facts) };
  const what = `${runbook} is of ${risk} risk, so is taking it back, and what runs here is approved for ${approvedRisk} risk at most.`;
  return { kind: 'refuse', obstacle: { what, next: 'Undo it at a terminal, which asks for a confirmation.' } };
}

function nothing(why: string): ResumeDecision {
  return { kind: 'nothing', why };
}

function asked({ by, cause }: ResumeFacts): Cause {
  return cause ?? { kind: 'asked', words: `${by} asked for it` };
}

/** Of a run that died without a word. */
export function lost({ run, state }: Pick<RunbookJournal, 'run' | 'state'>): Cause {
  return { kind: 'lost', words: `${ownerText(run)} died while it was ${state}` };
}
