// What the matching runbooks would do now: each is planned once, however many incidents it answers.
import { isFailure } from '../../../define/failure.ts';
import { createRedactor } from '../../plan/redact/redact.ts';
import type { LivePlan } from './facts.ts';
import { type Matching, neededInputs } from './matching.ts';
import type { IncidentWorld } from './world.ts';

export type Planner = (matching: Matching) => Promise<LivePlan | undefined>;

/** Each takes reads of AWS: so many in a run are enough, and there are not many more runbooks. */
const mostPlans = 10;

export function openPlanner({ engine, settings, progress }: Pick<IncidentWorld, 'engine' | 'settings' | 'progress'>): Planner {
  const planned = new Map<string, Promise<LivePlan>>();
  return async ({ runbooks: [runbook] }) => {
    if (!runbook) return undefined;
    const { environment, config } = settings;
    const rule = config.automatic.find((each) => each.runbook === runbook.id && each.environments.includes(environment));
    const inputs = rule?.inputs ?? {};
    const missing = neededInputs(runbook).filter((name) => !Object.hasOwn(inputs, name));
    if (missing.length > 0) return { kind: 'needs-inputs', runbook: runbook.id, inputs: missing };
    const earlier = planned.get(runbook.id);
    if (earlier || planned.size >= mostPlans) return earlier;
    const plan = engine.plan({ runbook, inputs }).then(
      (markdown): LivePlan => ({ kind: 'planned', runbook: runbook.id, markdown }),
      (error: unknown): LivePlan => {
        progress.warning(`The runbook ${runbook.id} cannot be planned now: ${wordsOf(error)}`);
        return { kind: 'failed', runbook: runbook.id, words: wordsOf(error) };
      },
    );
    planned.set(runbook.id, plan);
    return plan;
  };
}

const longestWords = 400;

/** What went wrong, without secrets that somebody's message quotes; with what to do about it. */
export function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const told = createRedactor([]).text(isFailure(error) ? `${message} ${error.next}` : message);
  return told.length > longestWords ? `${told.slice(0, longestWords - 1)}…` : told;
}
