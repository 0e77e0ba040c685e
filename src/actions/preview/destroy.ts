// Takes a preview down without any code of its pull request, from whatever is left of it, until nothing is.
import { attempt } from '../comment/attempt.ts';
import { type Before, gatherBefore } from './deploy-run.ts';
import { shapesByName } from './deploy-strays.ts';
import type { DestroyedResult, DestroyRequest, DestroyResult } from './destroy-request.ts';
import { performDestroyState } from './destroy-state.ts';
import { asFailure, recordFailure, refuseIfCancelled } from './failures.ts';
import { leaseKey, stateLockKey, stateNames } from './keys.ts';
import { type OpenLease, openLease } from './lease-store.ts';
import { ownerText } from './lock.ts';
import { removeStrays } from './remove-strays.ts';
import { type StepName, walk } from './steps.ts';
import { releaseSlots } from './take-slot.ts';
import { environmentOf, tell } from './tell.ts';
import { withLock } from './with-lock.ts';
import type { PreviewWorld } from './world.ts';

/** Can be repeated as often as one likes. Never throws: a failure is one of the results. */
export async function destroy(world: PreviewWorld, request: DestroyRequest): Promise<DestroyResult> {
  const { pullRequest, why, waitSeconds } = request;
  const lock = { pullRequest, reason: `destroy, because ${why}`, ...(waitSeconds !== undefined && { waitSeconds }) };
  try {
    const locked = await withLock(world, lock, async () => {
      if (request.isStillDue && !(await request.isStillDue())) return { kind: 'not-due' } as const;
      return destroyLocked(world, request);
    });
    if (locked.kind === 'done') return locked.value;
    const { by } = locked;
    const doing = 'destroy the preview';
    await tell(world, pullRequest, { kind: 'locked', doing, by: ownerText(by.owner), reason: by.reason });
    return locked;
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error, world.signal) };
  }
}

interface DestroyRun {
  readonly world: PreviewWorld;
  readonly request: DestroyRequest;
  readonly before: Before;
  /** Nothing where there is none that can be read. */
  readonly lease: OpenLease | undefined;
  /** For whoever has to be told that it failed. */
  readonly at: { step: StepName };
}

/** For a run that holds the lock already. */
export async function destroyLocked(world: PreviewWorld, request: DestroyRequest): Promise<DestroyResult> {
  const { pullRequest } = request;
  const at: DestroyRun['at'] = { step: 'find' };
  let run: DestroyRun | undefined;
  try {
    const before = await walk(world.progress, 'find', () => find(world, pullRequest));
    const lease = await walk(world.progress, 'mark', () => mark(world, before));
    run = { world, request, before, lease, at };
    return await takeDown(run);
  } catch (error) {
    return settleFailure(world, request, error, run);
  }
}

async function find(world: PreviewWorld, pullRequest: number): Promise<Before> {
  const before = await gatherBefore(world, pullRequest);
  if (before.lease.kind === 'corrupt') {
    world.progress.warning(
      `The lease of #${pullRequest} cannot be read (${before.lease.problems.join('; ')}): going by the states.`,
    );
  }
  return before;
}

async function mark({ documents, clock, run }: PreviewWorld, { lease }: Before): Promise<OpenLease | undefined> {
  if (lease.kind !== 'valid') return undefined;
  const { runId, attempt: number } = run;
  const marked = { ...lease.lease, status: 'destroying', step: 'mark', run: { runId, attempt: number } } as const;
  return openLease({ documents, lease: marked, found: lease, now: () => clock.now() });
}

async function takeDown(run: DestroyRun): Promise<DestroyedResult> {
  const { world, request, before } = run;
  const { pullRequest } = request;
  for (const state of stateNames) {
    await step(run, `destroy-${state}`, async () => {
      if (before.states.includes(state)) await performDestroyState(world, pullRequest, state);
      // A plan that died before there was a state.
      else await world.documents.remove(stateLockKey(pullRequest, state));
    });
  }
  const search = { pullRequest, layers: [], shapesByName: shapesByName(before) };
  // Only what was destroyed just now needs time to vanish from the list.
  const settle = before.states.length > 0;
  const strays = await step(run, 'sweep', () => removeStrays(world, { ...search, settle }));
  await step(run, 'deactivate', () => world.deployments.deactivate(environmentOf(pullRequest), world.run.url));
  const slots = await step(run, 'release-slot', () => releaseSlots(world.documents, pullRequest));
  const traces = before.states.length + slots.length + strays.removed + strays.unknown.length;
  const wasThere = before.lease.kind !== 'none' || traces > 0;
  await step(run, 'report', () => report(run, wasThere, strays.unknown));
  await step(run, 'remove-lease', () => removeLease(run));
  return { kind: 'destroyed', wasThere, leftovers: strays.unknown };
}

async function step<T>({ world, lease, at }: DestroyRun, name: StepName, body: () => Promise<T>): Promise<T> {
  refuseIfCancelled(world.signal);
  at.step = name;
  return walk(world.progress, name, async () => {
    // The step that removes it is the last that it could tell of.
    await lease?.write({ step: name });
    return body();
  });
}

async function removeLease({ world, request, before, lease }: DestroyRun): Promise<void> {
  if (lease) await lease.remove();
  else if (before.lease.kind === 'corrupt') await world.documents.remove(leaseKey(request.pullRequest), before.lease.version);
}

/** A preview that never was is nothing to report. */
async function report({ world, request }: DestroyRun, wasThere: boolean, leftovers: readonly string[]): Promise<void> {
  const { pullRequest, why } = request;
  if (leftovers.length > 0) world.progress.warning(`These are left, and no state knows them: ${leftovers.join(', ')}.`);
  if (!wasThere) return;
  // What is orphaned may have no pull request at all.
  const exists = await attempt(world, 'look for the pull request', () => world.pullRequests.get(pullRequest));
  if (exists) await tell(world, pullRequest, { kind: 'destroyed', why, leftovers, now: world.clock.now() });
}

async function settleFailure(
  world: PreviewWorld,
  { pullRequest }: DestroyRequest,
  error: unknown,
  run: DestroyRun | undefined,
): Promise<DestroyResult> {
  const failure = asFailure(error, world.signal);
  const recorded = recordFailure(failure, world.signal);
  world.progress.warning(`${failure.message} ${failure.next}`);
  await attempt(world, 'write down that the destroy failed', async () =>
    run?.lease?.write({ status: 'failed', failure: recorded }),
  );
  const step = run?.at.step ?? 'find';
  await tell(world, pullRequest, { kind: 'failed', doing: 'destroy', step, failure: recorded, runUrl: world.run.url });
  return { kind: 'failed', failure };
}
