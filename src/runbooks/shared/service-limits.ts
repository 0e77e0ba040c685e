// The limits that a service scales within: how they are widened for a number of tasks, set, and put back.

import { count, type Fields } from '../../define/fields.ts';
import type { Change, Check, RunbookPlace, StepPlan } from '../../define/runbook.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import { serviceOf } from './service.ts';

export interface Limits {
  readonly least: number;
  readonly most: number;
}

export const limits: Fields<Limits> = { least: count, most: count };

export interface LimitsBefore extends Limits {
  readonly toLeast: number;
  readonly toMost: number;
}

export const limitsBefore: Fields<LimitsBefore> = { ...limits, toLeast: count, toMost: count };

/** So that all of these numbers of tasks lie within them. */
export function widen({ least, most }: Limits, numbers: readonly number[]): Limits {
  return { least: Math.min(least, ...numbers), most: Math.max(most, ...numbers) };
}

export function isSame(one: Limits, other: Limits): boolean {
  return one.least === other.least && one.most === other.most;
}

export function changesOfLimits(place: RunbookPlace, from: Limits, to: Limits): readonly Change[] {
  const { service } = serviceOf(place);
  return [
    { what: `least tasks of ${service}`, from: `${from.least}`, to: `${to.least}` },
    { what: `most tasks of ${service}`, from: `${from.most}`, to: `${to.most}` },
  ].filter((change) => change.from !== change.to);
}

export function words({ least, most }: Limits): string {
  return `it scales from ${least} to ${most}`;
}

interface Asker {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
}

/** Leaves alone what is so already. */
export async function setLimits({ ports, place }: Asker, to: Limits): Promise<void> {
  const service = serviceOf(place);
  const now = await ports.autoScaling.describe(service);
  if (now && !isSame(now, to)) await ports.autoScaling.setLimits(service, { least: to.least, most: to.most });
}

export async function checkLimits({ ports, place }: Asker, wanted: Limits): Promise<Check> {
  const now = await ports.autoScaling.describe(serviceOf(place));
  if (!now) return { kind: 'never', words: 'it does not scale by itself any more' };
  return { kind: isSame(now, wanted) ? 'yes' : 'not-yet', words: words(now) };
}

/** What a step that sets limits looks at first. */
export function planLimits(place: RunbookPlace, now: Limits, to: Limits): StepPlan<LimitsBefore> {
  if (isSame(now, to)) return { kind: 'nothing', why: `${words(now)} already` };
  const before = { least: now.least, most: now.most, toLeast: to.least, toMost: to.most };
  return { kind: 'change', changes: changesOfLimits(place, now, to), before };
}

/** What all steps that set limits have in common. */
export const settingLimits = {
  timeoutSeconds: 60,
  retries: 3,
  before: limitsBefore,
  run: (asker: Asker, { toLeast, toMost }: LimitsBefore) => setLimits(asker, { least: toLeast, most: toMost }),
  verify: (asker: Asker, { toLeast, toMost }: LimitsBefore) => checkLimits(asker, { least: toLeast, most: toMost }),
};

export const puttingLimitsBack = { timeoutSeconds: 60, run: setLimits, verify: checkLimits };
