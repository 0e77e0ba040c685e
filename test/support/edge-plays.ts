// Short words for what a runbook plans and how it ended, for tests that read like a table.
import { obstaclesOf, type RunbookPlan } from '../../src/actions/runbook/engine/plan.ts';
import type { Played } from '../runbooks/support/play.ts';

/** By step: its changes, or why there is nothing to do. */
export function planned({ steps }: Pick<RunbookPlan, 'steps'>): Readonly<Record<string, readonly string[] | string>> {
  return Object.fromEntries(
    steps.map(({ id, outcome }) => {
      if (outcome.kind === 'change') return [id, outcome.changes.map(({ what, from, to }) => `${what}: ${from} -> ${to}`)];
      return [id, outcome.kind === 'nothing' ? outcome.why : outcome.obstacle.what];
    }),
  );
}

export function obstacles(plan: RunbookPlan): readonly string[] {
  return obstaclesOf(plan).map(({ what }) => what);
}

/** The state of the run, and what was said of each step last. */
export function ended({ journal, result }: Played): Readonly<Record<string, string>> {
  if (!journal) return { state: result.kind };
  return { state: journal.state, ...Object.fromEntries(journal.steps.map(({ id, state, words }) => [id, `${state}: ${words}`])) };
}
