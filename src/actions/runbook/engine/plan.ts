// Says what a run would do, and everything that is in its way; nothing is changed, and nothing is written down.
import type { Call, Change, Obstacle, RunbookPlace } from '../../../define/runbook.ts';
import type { InputValue } from '../../../define/runbook-inputs.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import { attempt } from '../../comment/attempt.ts';
import { decideWatched } from './decide-watched.ts';
import { type AnyStep, looking, openViewing, scopeOf, stepsOf, type Viewing } from './execution.ts';
import { type Aim, gatherLeft, gatherLocked } from './left-unfinished.ts';
import { newRunId, targetOf } from './new-journal.ts';
import { withRetries } from './patience.ts';
import { isWithin, type RunbookRequest } from './request.ts';
import { walk } from './walk.ts';
import { cleanChanges, cleanWords } from './words.ts';
import type { RunbookWorld } from './world.ts';

export interface PlannedStep {
  readonly id: string;
  readonly title: string;
  readonly outcome:
    | { readonly kind: 'change'; readonly changes: readonly Change[] }
    | { readonly kind: 'nothing'; readonly why: string }
    | { readonly kind: 'refused'; readonly obstacle: Obstacle };
  /** Why nobody can undo it. */
  readonly impossible?: string;
}

export interface RunbookPlan {
  readonly runbook: Runbook;
  readonly place: RunbookPlace;
  readonly target: string;
  readonly inputs: Readonly<Record<string, InputValue>>;
  /** Everything that is in the way; no step is planned then. */
  readonly obstacles: readonly Obstacle[];
  readonly steps: readonly PlannedStep[];
  /** Alarms that are OK, and undo it all when one of them begins to ring. */
  readonly watched: readonly string[];
  /** What was called for this. */
  readonly calls: readonly Call[];
}

export type PlanVerdict = 'ready' | 'refused' | 'nothing-to-do';

export function verdictOf({ obstacles, steps }: Pick<RunbookPlan, 'obstacles' | 'steps'>): PlanVerdict {
  if (obstacles.length > 0 || steps.some(({ outcome }) => outcome.kind === 'refused')) return 'refused';
  return steps.every(({ outcome }) => outcome.kind === 'nothing') ? 'nothing-to-do' : 'ready';
}

/** Everything that keeps it from being run: of the runbook, and of its steps. */
export function obstaclesOf({ obstacles, steps }: Pick<RunbookPlan, 'obstacles' | 'steps'>): readonly Obstacle[] {
  return [...obstacles, ...steps.flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.obstacle] : []))];
}

/** @throws a Failure when the world cannot be read */
export async function planRunbook(world: RunbookWorld, request: RunbookRequest): Promise<RunbookPlan> {
  const viewing = openViewing(world, { ...request, id: newRunId(world, request) });
  const aim = aimOf(request);
  return walk(world.progress, 'check', async () => {
    const locked = await gatherLocked(world, aim);
    return gatherPlan(viewing, request, [...locked, ...(await gatherLeft(world, aim))]);
  });
}

export function aimOf(request: RunbookRequest): Aim {
  const { environment, by, door } = request;
  return { environment, by, door, target: targetOf(request) };
}

/** @param known obstacles that were found already */
export async function gatherPlan(viewing: Viewing, request: RunbookRequest, known: readonly Obstacle[]): Promise<RunbookPlan> {
  const { world, runbook, place, inputs, guard } = viewing;
  const retries = 2;
  const found = await withRetries(world, { retries }, () => looking(viewing, () => runbook.check(scopeOf(viewing, 'check'))));
  const obstacles = [...known, ...found].map(clean);
  const steps = obstacles.length > 0 ? [] : await planSteps(viewing);
  const watched = obstacles.length > 0 ? [] : await gatherWatched(viewing);
  return { runbook, place, target: targetOf(request), inputs, obstacles, steps, watched, calls: guard.take() };
}

/** What is risky may be looked at by anybody who may look. */
export function approvalObstacle({ runbook, approvedRisk }: RunbookRequest): readonly Obstacle[] {
  if (isWithin(runbook.risk, approvedRisk)) return [];
  return [
    {
      what: `${runbook.id} is of ${runbook.risk} risk, and what runs here is approved for ${approvedRisk} risk at most.`,
      next: 'Run it by a comment or the workflow runbook, which ask for the approval that it takes.',
    },
  ];
}

async function planSteps(viewing: Viewing): Promise<readonly PlannedStep[]> {
  const planned: PlannedStep[] = [];
  for (const step of stepsOf(viewing.runbook)) planned.push(await planStep(viewing, step));
  return planned;
}

async function planStep(viewing: Viewing, step: AnyStep): Promise<PlannedStep> {
  const { id, title, retries, compensate } = step;
  const plan = await withRetries(viewing.world, { retries }, () => looking(viewing, () => step.plan(scopeOf(viewing, id))));
  const base = { id, title, ...('impossible' in compensate && { impossible: compensate.impossible }) };
  switch (plan.kind) {
    case 'change':
      return { ...base, outcome: { kind: 'change', changes: cleanChanges(plan.changes) } };
    case 'nothing':
      return { ...base, outcome: { kind: 'nothing', why: cleanWords(plan.why) } };
    case 'refused':
      return { ...base, outcome: { kind: 'refused', obstacle: clean(plan.obstacle) } };
    default:
      return plan satisfies never;
  }
}

function clean({ what, next }: Obstacle): Obstacle {
  return { what: cleanWords(what), next: cleanWords(next) };
}

/** That CloudWatch does not answer is no reason to leave users waiting: it is run without being watched, and says so. */
async function gatherWatched({ world, runbook, place }: Viewing): Promise<readonly string[]> {
  if (runbook.settleSeconds === 0) return [];
  const alarms = await attempt(world, 'read the alarms, so none is watched', () => world.alarms.withPrefix(`${place.prefix}-`));
  const { symptoms } = runbook;
  return decideWatched({ alarms: alarms ?? [], prefix: place.prefix, symptoms, catalogue: world.catalogue });
}
