// Counts what a plan does.
import type { Action, Plan, ResourceChange } from './model.ts';

export interface PlanCounts {
  readonly add: number;
  readonly change: number;
  readonly replace: number;
  readonly destroy: number;
  readonly forget: number;
  readonly import: number;
  readonly move: number;
  readonly unrecognized: number;
  readonly outputs: number;
  readonly drifted: number;
  readonly deferred: number;
  readonly invocations: number;
  readonly failedChecks: number;
}

export interface PlanSummary extends PlanCounts {
  /** Whether applying it would do anything, to the world or to the state. */
  readonly hasChanges: boolean;
  readonly errored: boolean;
}

export function summarise(plan: Plan): PlanSummary {
  const actions = new Map<Action, number>();
  for (const { action } of plan.resources) actions.set(action, (actions.get(action) ?? 0) + 1);
  const of = (action: Action) => actions.get(action) ?? 0;
  const having = (wanted: (change: ResourceChange) => boolean) => plan.resources.filter(wanted).length;
  return {
    add: of('create'),
    change: of('update'),
    replace: of('replace'),
    destroy: of('delete'),
    forget: of('forget'),
    import: having(({ importId }) => importId !== undefined),
    move: having(({ movedFrom }) => movedFrom !== undefined),
    unrecognized: of('unrecognized'),
    outputs: plan.outputs.length,
    drifted: plan.drift.length,
    deferred: plan.deferred.length,
    invocations: plan.invocations.length,
    failedChecks: plan.checks.filter(({ status }) => status === 'fail' || status === 'error').length,
    hasChanges: plan.resources.length + plan.outputs.length + plan.invocations.length > 0,
    errored: plan.errored,
  };
}

export function sumSummaries(summaries: readonly PlanSummary[]): PlanSummary {
  const sum = (key: keyof PlanCounts) => summaries.reduce((total, summary) => total + summary[key], 0);
  return {
    add: sum('add'),
    change: sum('change'),
    replace: sum('replace'),
    destroy: sum('destroy'),
    forget: sum('forget'),
    import: sum('import'),
    move: sum('move'),
    unrecognized: sum('unrecognized'),
    outputs: sum('outputs'),
    drifted: sum('drifted'),
    deferred: sum('deferred'),
    invocations: sum('invocations'),
    failedChecks: sum('failedChecks'),
    hasChanges: summaries.some(({ hasChanges }) => hasChanges),
    errored: summaries.some(({ errored }) => errored),
  };
}
