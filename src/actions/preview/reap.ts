// Removes every preview that has expired, was closed or is orphaned, one after another; one that fails does not stop the others.
import type { Failure } from '../../define/failure.ts';
import { decideReaping, decideReapings, type Reaping } from './decide-reaping.ts';
import { destroy } from './destroy.ts';
import type { DestroyResult } from './destroy-request.ts';
import { asFailure } from './failures.ts';
import { gatherAllTraces, gatherTraces } from './gather-traces.ts';
import { slotKey } from './keys.ts';
import { gatherLease } from './lease-store.ts';
import type { Lock } from './lock.ts';
import { gatherSlots } from './take-slot.ts';
import { withLock } from './with-lock.ts';
import type { PreviewWorld } from './world.ts';

export interface Reaped {
  readonly reaping: Reaping;
  readonly result: DestroyResult | TidyResult;
}

export type TidyResult =
  | { readonly kind: 'tidied' }
  | { readonly kind: 'locked'; readonly by: Lock }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface ReapReport {
  readonly looked: number;
  readonly reaped: readonly Reaped[];
  readonly freedSlots: readonly number[];
  readonly notes: readonly string[];
}

/** A preview that a run works on is left to it, and looked at again the next time. */
const waitSeconds = 30;

/** @throws a `Failure` only when it cannot even look */
export async function reap(world: PreviewWorld): Promise<ReapReport> {
  const { progress, clock, settings, documents } = world;
  const { traces, slots } = await gatherAllTraces(world);
  const plan = decideReapings({ traces, slots, maximum: settings.maximum, now: clock.now() });
  progress.info(`${traces.length} previews, ${plan.reapings.length} to reap.`);
  const reaped: Reaped[] = [];
  for (const [index, reaping] of plan.reapings.entries()) {
    const { pullRequest, why, kind } = reaping;
    const title = `${index + 1} of ${plan.reapings.length}: ${kind} #${pullRequest}, because ${why}`;
    const result = await progress.group(title, () => performReaping(world, reaping));
    reaped.push({ reaping, result });
  }
  for (const { slot, version } of plan.brokenSlots) await documents.remove(slotKey(slot), version);
  return { looked: traces.length, reaped, freedSlots: plan.brokenSlots.map(({ slot }) => slot), notes: plan.notes };
}

export function hasFailed({ reaped }: ReapReport): boolean {
  return reaped.some(({ result }) => result.kind === 'failed' || (result.kind === 'destroyed' && result.leftovers.length > 0));
}

async function performReaping(world: PreviewWorld, { kind, pullRequest, why }: Reaping): Promise<Reaped['result']> {
  if (kind === 'tidy') return tidy(world, pullRequest);
  const isStillDue = async () => {
    // The lock is ours now, which is no news.
    const traces = { ...(await gatherTraces(world, pullRequest)), lock: 'stale' } as const;
    return decideReaping(traces, world.clock.now())?.kind === 'destroy';
  };
  return destroy(world, { pullRequest, why, isStillDue, waitSeconds });
}

/** To get the lock and to give it back is what clears away a stale one. */
async function tidy(world: PreviewWorld, pullRequest: number): Promise<TidyResult> {
  try {
    const locked = await withLock(world, { pullRequest, reason: 'tidy', waitSeconds }, () =>
      freeUnclaimedSlots(world, pullRequest),
    );
    return locked.kind === 'done' ? { kind: 'tidied' } : locked;
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error, world.signal) };
  }
}

async function freeUnclaimedSlots({ documents }: PreviewWorld, pullRequest: number): Promise<void> {
  const found = await gatherLease(documents, pullRequest);
  const claimed = found.kind === 'valid' ? found.lease.slot : undefined;
  for (const { slot, holder, version } of await gatherSlots(documents)) {
    if (holder?.pullRequest === pullRequest && slot !== claimed) await documents.remove(slotKey(slot), version);
  }
}
