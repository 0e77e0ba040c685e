// Performs one step of a runbook: plans it, writes down how it was, changes it, and waits until that has come true.
import { failure } from '../../../define/failure.ts';
import type { StepPlan } from '../../../define/runbook.ts';
import { type AnyStep, changing, type Execution, looking, scopeOf } from './execution.ts';
import { lockLost } from './failures.ts';
import type { Cause, StepRecord } from './journal.ts';
import { untilTrue, withRetries } from './patience.ts';
import { cleanChanges, cleanWords, wordsOf } from './words.ts';

/** Nothing when it went well; otherwise why everything has to be undone. */
export type Trouble = Cause | undefined;

/** Goes on where the journal says that it stopped. @throws what the journal throws */
export async function performStep(execution: Execution, step: AnyStep): Promise<Trouble> {
  const known = recordOf(execution, step);
  if (known?.state === 'done' || known?.state === 'nothing') return undefined;
  if (execution.signal.aborted) return cancelled(execution, step);
  if (known === undefined) {
    const trouble = await planStep(execution, step);
    const planned = recordOf(execution, step);
    if (trouble !== undefined || planned?.state !== 'running') return trouble;
  }
  if (recordOf(execution, step)?.state === 'running') {
    const trouble = await runStep(execution, step);
    if (trouble !== undefined) return trouble;
  }
  return verifyStep(execution, step);
}

function recordOf({ journal }: Execution, { id }: AnyStep): StepRecord | undefined {
  return journal.current().steps.find((record) => record.id === id);
}

async function planStep(execution: Execution, step: AnyStep): Promise<Trouble> {
  const { world, journal, signal, guard } = execution;
  const { id, title, retries } = step;
  const startedAt = world.clock.now().toISOString();
  const planned = await attempting(execution, step, () =>
    withRetries(world, { retries, signal }, async () => {
      const plan = await looking(execution, () => step.plan(scopeOf(execution, id)));
      return plan.kind === 'change' ? { ...plan, before: asWritten(step, plan.before) } : plan;
    }),
  );
  if (planned.kind === 'trouble') return planned.cause;
  const plan: StepPlan<unknown> = planned.value;
  if (plan.kind === 'refused') return { kind: 'refused', words: cleanWords(plan.obstacle.what).replace(/\.$/, ''), step: id };
  const shared = { title, startedAt, calls: guard.take() };
  if (plan.kind === 'nothing') {
    const words = cleanWords(plan.why);
    await journal.writeStep(id, { ...shared, state: 'nothing', words, endedAt: startedAt }, `${id}: nothing to do, ${words}`);
    return undefined;
  }
  const changes = cleanChanges(plan.changes);
  await journal.writeStep(id, { ...shared, state: 'running', changes, before: plan.before }, `${id}: begins`);
  return undefined;
}

/** What comes back from the journal is JSON: whoever goes on after a crash must not get anything else than who began. */
function asWritten(step: AnyStep, before: unknown): unknown {
  const written: unknown = JSON.parse(JSON.stringify(before));
  const problems = step.problemsOf(written);
  if (problems.length === 0) return written;
  throw failure({
    code: 'runbook/before-unreadable',
    what: `What the plan of ${step.id} wants to have written down could not be read again: ${problems.join('; ')}.`,
    next: 'Correct the runbook; nothing was changed by this step.',
  });
}

async function runStep(execution: Execution, step: AnyStep): Promise<Trouble> {
  const { world, journal, signal } = execution;
  const { id, retries } = step;
  const before = recordOf(execution, step)?.before;
  const ran = await attempting(execution, step, () =>
    withRetries(world, { retries, signal }, () => changing(execution, () => step.run(scopeOf(execution, id), before))),
  );
  if (execution.lost.aborted) throw lockLost(journal.current());
  if (ran.kind === 'trouble') return ran.cause;
  await journal.writeStep(id, { state: 'verifying', calls: callsOf(execution, step) });
  return undefined;
}

async function verifyStep(execution: Execution, step: AnyStep): Promise<Trouble> {
  const { world, journal, signal } = execution;
  const { id, timeoutSeconds } = step;
  const before = recordOf(execution, step)?.before;
  const looked = await attempting(execution, step, () =>
    untilTrue(world, { timeoutSeconds, signal }, () => looking(execution, () => step.verify(scopeOf(execution, id), before))),
  );
  if (looked.kind === 'trouble') return looked.cause;
  const outcome = looked.value;
  if (outcome.kind === 'cancelled') return cancelled(execution, step);
  const { words } = outcome;
  if (outcome.kind !== 'yes') return { kind: outcome.kind, words, step: id };
  const endedAt = world.clock.now().toISOString();
  await journal.writeStep(id, { state: 'done', calls: callsOf(execution, step), words, endedAt }, `${id}: done, ${words}`);
  return undefined;
}

export function callsOf({ journal, guard }: Execution, { id }: AnyStep): StepRecord['calls'] {
  const known = journal.current().steps.find((record) => record.id === id)?.calls ?? [];
  return [...new Set([...known, ...guard.take()])];
}

type Attempted<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'trouble'; readonly cause: Cause };

/** What a runbook throws is a reason to undo; what the journal throws is not, and does not come through here. */
async function attempting<T>(execution: Execution, step: AnyStep, body: () => Promise<T>): Promise<Attempted<T>> {
  try {
    return { kind: 'ok', value: await body() };
  } catch (error) {
    if (execution.signal.aborted && isAbort(error)) return { kind: 'trouble', cause: cancelled(execution, step) };
    return { kind: 'trouble', cause: { kind: 'failed', words: wordsOf(error), step: step.id } };
  }
}

/** As the clock rejects, when nobody waits any more. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** @throws `runbook/lock-lost`: whoever has the lock now decides */
function cancelled({ lost, journal }: Execution, { id }: AnyStep): Cause {
  if (lost.aborted) throw lockLost(journal.current());
  return { kind: 'cancelled', words: 'the run was cancelled', step: id };
}
