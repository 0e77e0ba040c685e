// Runs a runbook: under the lock of its target, after a look at everything, step by step, and back where that fails.
import type { Ending } from './compensate.ts';
import { type Execution, openViewing, type Viewing } from './execution.ts';
import { goForward } from './go-forward.ts';
import { holdTarget } from './hold-target.ts';
import type { RunbookJournal } from './journal.ts';
import { gatherJournal, openJournal } from './journal-store.ts';
import { gatherLeft } from './left-unfinished.ts';
import { newJournal, newRunId, targetOf } from './new-journal.ts';
import { aimOf, approvalObstacle, gatherPlan, type RunbookPlan, verdictOf } from './plan.ts';
import type { RunbookRequest } from './request.ts';
import { walk } from './walk.ts';
import type { RunbookWorld } from './world.ts';

export type RunbookResult =
  /** Nothing was changed, and nothing was written down. */
  { readonly kind: 'not-begun'; readonly status: 'refused' | 'nothing-to-do'; readonly plan: RunbookPlan } | Ending;

/** @throws a Failure `runbook/...` or `aws/...` when nobody can tell how things stand */
export async function runRunbook(world: RunbookWorld, request: RunbookRequest): Promise<RunbookResult> {
  const viewing = openViewing(world, { ...request, id: newRunId(world, request) });
  const unapproved = approvalObstacle(request);
  if (unapproved.length > 0) return refused(viewing, request, unapproved);
  const aim = aimOf(request);
  const held = await holdTarget(world, aim, request.runbook.id, async (lost): Promise<RunbookResult> => {
    const plan = await walk(world.progress, 'check', async () => gatherPlan(viewing, request, await gatherLeft(world, aim)));
    const verdict = verdictOf(plan);
    if (verdict !== 'ready') return { kind: 'not-begun', status: verdict, plan };
    return goForward(await begin(viewing, request, { plan, lost }));
  });
  return held.kind === 'done' ? held.value : refused(viewing, request, held.obstacles);
}

async function refused(viewing: Viewing, request: RunbookRequest, obstacles: RunbookPlan['obstacles']): Promise<RunbookResult> {
  const { runbook, place, inputs } = viewing;
  const nothing = { steps: [], watched: [], calls: [] };
  return {
    kind: 'not-begun',
    status: 'refused',
    plan: { runbook, place, target: targetOf(request), inputs, obstacles, ...nothing },
  };
}

interface Beginning {
  readonly plan: RunbookPlan;
  readonly lost: AbortSignal;
}

async function begin(viewing: Viewing, request: RunbookRequest, { plan, lost }: Beginning): Promise<Execution> {
  const { world, id } = viewing;
  const journal = newJournal(world, request, { id, watched: plan.watched });
  const earlier = await gatherJournal(world.documents, journal);
  const execution = executionOf(viewing, { journal, over: earlier?.version, lost });
  await execution.journal.write({}, 'begins');
  return execution;
}

interface Opening {
  readonly journal: RunbookJournal;
  /** Version of what is there. */
  readonly over: string | undefined;
  readonly lost: AbortSignal;
}

export function executionOf(viewing: Viewing, { journal, over, lost }: Opening): Execution {
  const { world } = viewing;
  const signal = AbortSignal.any([lost, ...(world.signal ? [world.signal] : [])]);
  return { ...viewing, journal: openJournal(world, journal, over), signal, lost };
}
