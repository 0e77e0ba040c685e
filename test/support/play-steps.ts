// Goes through the steps of a runbook as its engine does, without journal and lock: enough to see what each step does.

import type { Check, Obstacle, RunbookPlace, StepPlan } from '../../src/define/runbook.ts';
import { parseRunbookInputs } from '../../src/define/runbook-inputs.ts';
import type { RunbookPorts } from '../../src/ports/runbook-ports.ts';
import type { Runbook } from '../../src/runbooks/asking.ts';
import type { ManualClock } from './manual-clock.ts';

export interface Stage {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
  readonly clock: Pick<ManualClock, 'now' | 'sleep'>;
}

type Given = Readonly<Record<string, string>>;
type Step = Runbook['steps'][number];

const pollSeconds = 5;

function scopeOf(runbook: Runbook, { ports, place, clock }: Stage, given: Given, step: string) {
  const inputs = parseRunbookInputs(runbook.inputs, given);
  if (inputs.kind === 'bad') throw new Error(inputs.problems.join('; '));
  return { ports, place, inputs: inputs.values, token: `${step}-token`, now: clock.now, tell: () => {} };
}

export async function obstaclesOf(runbook: Runbook, stage: Stage, given: Given = {}): Promise<readonly Obstacle[]> {
  return runbook.check(scopeOf(runbook, stage, given, 'check'));
}

/** By step: its changes, or why there are none. */
export async function planOf(runbook: Runbook, stage: Stage, given: Given = {}): Promise<Readonly<Record<string, unknown>>> {
  const plans: (readonly [string, unknown])[] = [];
  for (const step of runbook.steps) {
    const plan = await step.plan(scopeOf(runbook, stage, given, step.id));
    plans.push([step.id, shown(plan)]);
  }
  return Object.fromEntries(plans);
}

function shown(plan: StepPlan<unknown>): unknown {
  if (plan.kind === 'refused') return plan.obstacle.what;
  return plan.kind === 'nothing' ? plan.why : plan.changes.map(({ what, from, to }) => `${what}: ${from} -> ${to}`);
}

export interface Played {
  /** By step: what its verification said, or why there was nothing to do. */
  readonly said: Readonly<Record<string, string>>;
  /** In reverse order, as after a failure. @returns by step: what its verification said */
  undo(): Promise<Readonly<Record<string, string>>>;
}

/** Each request is made twice, as after a crash. */
export async function play(runbook: Runbook, stage: Stage, given: Given = {}): Promise<Played> {
  const said: Record<string, string> = {};
  const done: { readonly step: Step; readonly before: unknown }[] = [];
  for (const step of runbook.steps) {
    const scope = scopeOf(runbook, stage, given, step.id);
    const plan = await step.plan(scope);
    if (plan.kind !== 'change') {
      said[step.id] = String(shown(plan));
      continue;
    }
    const before: unknown = JSON.parse(JSON.stringify(plan.before));
    if (step.problemsOf(before).length > 0) throw new Error(step.problemsOf(before).join('; '));
    done.push({ step, before });
    await twice(() => step.run(scope, before));
    said[step.id] = await until(stage, step.timeoutSeconds, () => step.verify(scope, before));
  }
  const undo = async (): Promise<Readonly<Record<string, string>>> => {
    const undone: Record<string, string> = {};
    for (const { step, before } of [...done].reverse()) {
      if ('impossible' in step.compensate) continue;
      const { run, verify, timeoutSeconds } = step.compensate;
      const scope = scopeOf(runbook, stage, given, step.id);
      await twice(() => run(scope, before));
      undone[step.id] = await until(stage, timeoutSeconds, () => verify(scope, before));
    }
    return undone;
  };
  return { said, undo };
}

async function twice(act: () => Promise<void>): Promise<void> {
  await act();
  await act();
}

async function until({ clock }: Stage, timeoutSeconds: number, look: () => Promise<Check>): Promise<string> {
  const end = clock.now().getTime() + timeoutSeconds * 1000;
  for (;;) {
    const { kind, words } = await look();
    if (kind === 'yes') return words;
    if (kind === 'never' || clock.now().getTime() >= end) return `${kind}: ${words}`;
    await clock.sleep(pollSeconds * 1000);
  }
}
