// Whether a KPI met its target: never a good word without data.
import type { Kpi } from '../../define/kpi.ts';
import type { Evaluation } from './evaluate.ts';

export const verdicts = ['breach', 'insufficient-data', 'no-target', 'met'] as const;
export type Verdict = (typeof verdicts)[number];

/** @param target in the unit of the KPI; nothing where there is none, or where it is not known */
export function judge(now: Evaluation, target: number | undefined, good: Kpi['good']): Verdict {
  if (now.kind !== 'value' || !Number.isFinite(now.value)) return 'insufficient-data';
  if (target === undefined || good === 'neither') return 'no-target';
  return isBeyond(now.value, target, good) ? 'breach' : 'met';
}

function isBeyond(value: number, target: number, good: 'low' | 'high'): boolean {
  return good === 'low' ? value > target : value < target;
}

/** How far beyond its target a value is: 1 is exactly there, 3 three times as bad. @returns 0 without a value or a target */
export function badnessOf(now: Evaluation, target: number | undefined, good: Kpi['good']): number {
  if (now.kind !== 'value' || Number.isNaN(now.value) || target === undefined || good === 'neither') return 0;
  const [part, whole] = good === 'low' ? [now.value, target] : [target, now.value];
  if (whole > 0) return Math.max(0, part / whole);
  return part > whole ? Number.POSITIVE_INFINITY : 0;
}
