// Undoes what a run has changed, the last step first, each until it is verified; what cannot be undone is a person's matter.
import { type AnyStep, changing, type Execution, looking, scopeOf, stepsOf } from './execution.ts';
import { isOutOfReach, lockLost } from './failures.ts';
import type { Cause, RunbookJournal, StepRecord } from './journal.ts';
import { page } from './page.ts';
import { untilTrue, withRetries } from './patience.ts';
import { callsOf } from './perform-step.ts';
import { walk } from './walk.ts';
import { wordsOf } from './words.ts';

export type Ending =
  | { readonly kind: 'ended'; readonly journal: RunbookJournal }
  /** Nothing can be done from here any more; `resume` goes on. */
  | { readonly kind: 'unfinished'; readonly journal: RunbookJournal; readonly words: string };

/** Undoing is tried again at least as often as this. */
const leastRetries = 3;

/** No cancellation ends it. @throws what the journal throws */
export async function compensate(execution: Execution, cause: Cause): Promise<Ending> {
  const { journal, world } = execution;
  const { state, cause: known } = journal.current();
  if (state !== 'compensating' || known === undefined) {
    const change = { state: 'compensating', cause, because: undefined, endedAt: undefined, byHand: [] } as const;
    await journal.write(change, `${cause.words}: undoing`);
  }
  for (const record of decideUndo(journal.current())) {
    const step = stepsOf(execution.runbook).find(({ id }) => id === record.id);
    if (!step) return stick(execution, record, 'this version of the runbook has no such step');
    const undone = await walk(world.progress, `undo ${record.id}`, () => undo(execution, step, record));
    if (undone.kind === 'unreachable') return { kind: 'unfinished', journal: journal.current(), words: undone.words };
    if (undone.kind === 'failed') return stick(execution, record, undone.words);
  }
  return { kind: 'ended', journal: await finish(execution) };
}

/** Those that may have changed something, in the order in which they are undone. */
export function decideUndo({ steps }: Pick<RunbookJournal, 'steps'>): readonly StepRecord[] {
  const changed: readonly StepRecord['state'][] = ['running', 'verifying', 'done', 'undoing', 'stuck'];
  return steps.filter(({ state }) => changed.includes(state)).reverse();
}

type Undone = { readonly kind: 'done' } | { readonly kind: 'failed' | 'unreachable'; readonly words: string };

async function undo(execution: Execution, step: AnyStep, record: StepRecord): Promise<Undone> {
  const { journal } = execution;
  if ('impossible' in step.compensate) {
    const words = step.compensate.impossible;
    await journal.writeStep(step.id, { state: 'kept', words }, `${step.id}: stays as it is, ${words}`);
    return { kind: 'done' };
  }
  const problems = step.problemsOf(record.before);
  if (problems.length > 0) return { kind: 'failed', words: `how it was before cannot be read: ${problems.join('; ')}` };
  await journal.writeStep(step.id, { state: 'undoing' });
  const undone = await performUndo(execution, step, record.before);
  if (execution.lost.aborted) throw lockLost(journal.current());
  const calls = callsOf(execution, step);
  if (undone.kind !== 'done') {
    await journal.writeStep(step.id, { calls, words: undone.words }, `${step.id}: not undone, ${undone.words}`);
    return undone;
  }
  const endedAt = execution.world.clock.now().toISOString();
  const { words } = undone;
  await journal.writeStep(step.id, { state: 'undone', calls, words, endedAt }, `${step.id}: undone, ${words}`);
  return { kind: 'done' };
}

async function performUndo(
  execution: Execution,
  { id, compensate: undoing, retries }: AnyStep,
  before: unknown,
): Promise<{ readonly kind: 'done' | 'failed' | 'unreachable'; readonly words: string }> {
  const { world } = execution;
  if ('impossible' in undoing) return { kind: 'failed', words: undoing.impossible };
  const { timeoutSeconds } = undoing;
  const scope = scopeOf(execution, id);
  try {
    const patience = { retries: Math.max(retries, leastRetries) };
    await withRetries(world, patience, () => changing(execution, () => undoing.run(scope, before)));
    const outcome = await untilTrue(world, { timeoutSeconds }, () => looking(execution, () => undoing.verify(scope, before)));
    if (outcome.kind === 'yes') return { kind: 'done', words: outcome.words };
    return { kind: 'failed', words: outcome.kind === 'cancelled' ? 'nobody waited for it' : outcome.words };
  } catch (error) {
    return { kind: isOutOfReach(error) ? 'unreachable' : 'failed', words: wordsOf(error) };
  }
}

/** Somebody is told first: what is written down as stuck, nobody takes up by itself. */
async function stick(execution: Execution, record: StepRecord, words: string): Promise<Ending> {
  const { journal, runbook } = execution;
  const byHand = decideUndo(journal.current()).map((each) => byHandOf(each, stepsOf(runbook)));
  const because = `${record.id} could not be undone: ${words}`;
  await page(execution.world, { ...journal.current(), because, byHand });
  const steps = journal
    .current()
    .steps.map((step) => (step.id === record.id ? { ...step, state: 'stuck' as const, words } : step));
  await journal.write({ state: 'stuck', because, byHand, steps }, `stuck: ${because}`);
  return { kind: 'ended', journal: journal.current() };
}

function byHandOf({ id, title, changes }: StepRecord, steps: readonly AnyStep[]): string {
  const undoing = steps.find((step) => step.id === id)?.compensate;
  const how = undoing && 'about' in undoing ? ` (${undoing.about})` : '';
  const back = changes.map(({ what, from, to }) => `${what} from ${to} to ${from}`).join('; ');
  return `${title}: bring back what it changed${how}${back === '' ? '' : `: ${back}`}`;
}

async function finish({ journal }: Execution): Promise<RunbookJournal> {
  const { steps, cause } = journal.current();
  const kept = steps.filter(({ state }) => state === 'kept').map(({ id }) => id);
  const isChanged = steps.some(({ state }) => state === 'undone' || state === 'kept');
  const because = cause?.words ?? 'somebody asked for it';
  if (!isChanged) {
    const state = cause?.kind === 'refused' ? 'refused' : 'compensated';
    await journal.write({ state, because: `${because}; nothing had been changed` }, state);
  } else {
    const rest = kept.length === 0 ? '' : `; nobody can undo ${kept.join(', ')}`;
    await journal.write({ state: 'compensated', because: `${because}${rest}` }, `all is undone${rest}`);
  }
  return journal.current();
}
