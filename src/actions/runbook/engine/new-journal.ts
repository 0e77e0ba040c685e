// Begins the journal of a run.
import type { RunbookJournal } from './journal.ts';
import { targetNameOf } from './keys.ts';
import type { RunbookRequest } from './request.ts';
import { cleanWords } from './words.ts';
import type { RunbookWorld } from './world.ts';

/** `20260131T120000Z-ecs-scale-4711-1`: what it was, and when, can be read off. */
export function newRunId({ clock, run }: RunbookWorld, { runbook }: Pick<RunbookRequest, 'runbook'>): string {
  const at = clock
    .now()
    .toISOString()
    .replace(/[-:]|\.\d+/g, '');
  return `${at}-${runbook.id}-${run.runId}-${run.attempt}`;
}

export function targetOf({ runbook, inputs }: Pick<RunbookRequest, 'runbook' | 'inputs'>): string {
  return targetNameOf(runbook.target(inputs));
}

export function newJournal(
  { clock, run }: RunbookWorld,
  request: RunbookRequest,
  { id, watched }: { readonly id: string; readonly watched: readonly string[] },
): RunbookJournal {
  const { runbook, environment, inputs, door, by, reason } = request;
  const now = clock.now().toISOString();
  return {
    id,
    runbook: runbook.id,
    environment,
    target: targetOf(request),
    state: 'running',
    inputs,
    door,
    by,
    reason: cleanWords(reason),
    run: { runId: run.runId, attempt: run.attempt, job: run.job },
    runUrl: run.url,
    takenOverFrom: [],
    startedAt: now,
    updatedAt: now,
    watched,
    steps: [],
    byHand: [],
    timeline: [],
  };
}
