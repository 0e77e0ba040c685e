// When each action of a drill starts and ends, if all goes as planned.
import type { DrillAction } from '../define/drill.ts';

export interface PlannedAction {
  readonly name: string;
  /** From the start of the experiment. */
  readonly startSeconds: number;
  /** The same as its start for what is done at once. */
  readonly endSeconds: number;
}

/** In the order of the actions. @throws Error, a bug, when actions wait for each other in a circle, or for none that there is */
export function computeTimeline(actions: readonly DrillAction[]): readonly PlannedAction[] {
  const planned = new Map<string, PlannedAction>();
  const plan = (name: string, waiting: readonly string[]): PlannedAction => {
    const known = planned.get(name);
    if (known) return known;
    const action = actions.find((each) => each.name === name);
    if (!action) throw new Error(`no action is called ${name}`);
    if (waiting.includes(name)) throw new Error(`actions wait for each other: ${[...waiting, name].join(', ')}`);
    const before = (action.after ?? []).map((earlier) => plan(earlier, [...waiting, name]).endSeconds);
    const startSeconds = Math.max(0, ...before);
    const result = { name, startSeconds, endSeconds: startSeconds + (action.durationSeconds ?? 0) };
    planned.set(name, result);
    return result;
  };
  return actions.map(({ name }) => plan(name, []));
}

/** From the start of the experiment to its last action's end, if all goes as planned. */
export function plannedSeconds(actions: readonly DrillAction[]): number {
  return Math.max(0, ...computeTimeline(actions).map(({ endSeconds }) => endSeconds));
}
