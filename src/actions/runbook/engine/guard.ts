// Holds every call of a run against what its runbook declares: what it does not, is never sent, and looking changes nothing.
import { type Failure, failure } from '../../../define/failure.ts';
import type { Call, RunbookCalls } from '../../../define/runbook.ts';
import type { CallGuard } from '../../../ports/runbook-ports.ts';

/** `reads`: while something is looked at, planned or verified. */
export type Allowed = 'reads' | 'writes';

export interface RecordingGuard {
  readonly guard: CallGuard;
  /** What may be called from now on. */
  allow(allowed: Allowed): void;
  /** Calls since this was asked the last time; each once, in the order of their first time. */
  take(): readonly Call[];
}

export type Verdict = 'allowed' | 'undeclared' | 'too-early';

export function decideCall({ reads, writes }: RunbookCalls, call: Call, allowed: Allowed): Verdict {
  if (reads.includes(call)) return 'allowed';
  if (!Object.hasOwn(writes, call)) return 'undeclared';
  return allowed === 'writes' ? 'allowed' : 'too-early';
}

/** @param runbook its id, for the words of a refusal */
export function openGuard(runbook: string, calls: RunbookCalls): RecordingGuard {
  let allowed: Allowed = 'reads';
  let made = new Set<Call>();
  return {
    guard: (call) => {
      const verdict = decideCall(calls, call, allowed);
      if (verdict !== 'allowed') throw refusal(runbook, call, verdict);
      made.add(call);
    },
    allow: (next) => {
      allowed = next;
    },
    take: () => {
      const taken = [...made];
      made = new Set();
      return taken;
    },
  };
}

function refusal(runbook: string, call: Call, verdict: Exclude<Verdict, 'allowed'>): Failure {
  const why = verdict === 'undeclared' ? 'it does not declare that' : 'it was only to look';
  return failure({
    code: verdict === 'undeclared' ? 'runbook/undeclared-call' : 'runbook/call-in-plan',
    what: `The runbook ${runbook} was about to call ${call}, and ${why}; the call was not sent.`,
    next: `Correct the runbook: ${verdict === 'undeclared' ? 'name it in its calls' : 'change things only in run and compensate'}.`,
  });
}
