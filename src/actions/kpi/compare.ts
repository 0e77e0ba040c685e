// Whether a KPI differs from what it is compared with by more than noise.
import type { Kpi } from '../../define/kpi.ts';
import type { Evaluation } from './evaluate.ts';
import { areDisjoint, interquartileRange, wilsonPercent } from './statistics.ts';

export type Comparison =
  /** One side has too little to tell. */
  | { readonly kind: 'none'; readonly because: string }
  | { readonly kind: 'noise'; readonly change: number }
  | { readonly kind: 'differs'; readonly change: number; readonly direction: 'better' | 'worse' | 'neither' };

/** Periods that each side needs for its middle half to mean something. */
export const leastComparedPeriods = 10;

/** What a reader is told of the rule. */
export const comparisonRule =
  'A difference is marked only where it is more than noise: the middle halves of the periods do not overlap, with at least ' +
  `${leastComparedPeriods} periods on both sides; of shares, the 95 % Wilson intervals do not overlap.`;

type Value = Extract<Evaluation, { readonly kind: 'value' }>;

/**
 * Shares differ when their 95 % Wilson intervals do not overlap, which takes account of how many requests there were:
 * https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm . Anything else differs when the middle halves of its periods
 * do not overlap. That is stricter than the notches of box plots, whose not overlapping is "strong evidence" that medians
 * differ: these reach 1.58 IQR / sqrt(n) to each side, which from ten periods on is half of the IQR at most.
 * https://stat.ethz.ch/R-manual/R-devel/library/grDevices/html/boxplot.stats.html
 */
export function compare(now: Evaluation, base: Evaluation, good: Kpi['good']): Comparison {
  if (now.kind !== 'value') return { kind: 'none', because: `there is too little now: ${now.because}` };
  if (base.kind !== 'value') return { kind: 'none', because: `there is too little to compare with: ${base.because}` };
  const change = now.value - base.value;
  const lack = lackOf(now, base);
  if (lack !== undefined) return { kind: 'none', because: lack };
  if (change === 0 || !isBeyondNoise(now, base)) return { kind: 'noise', change };
  return { kind: 'differs', change, direction: directionOf(change, good) };
}

function lackOf(now: Value, base: Value): string | undefined {
  if (now.counts && base.counts) return undefined;
  const fewer = Math.min(now.points.values.length, base.points.values.length);
  return fewer < leastComparedPeriods ? `only ${fewer} of at least ${leastComparedPeriods} periods on one side` : undefined;
}

function isBeyondNoise(now: Value, base: Value): boolean {
  if (now.counts && base.counts)
    return areDisjoint(wilsonPercent(now.counts.part, now.counts.whole), wilsonPercent(base.counts.part, base.counts.whole));
  const [here, there] = [now, base].map(({ points }) => interquartileRange(points.values));
  if (here === undefined || there === undefined || !areDisjoint(here, there)) return false;
  // Where most periods went one way and the window the other, some few of them made the difference.
  return here.low > there.high === now.value > base.value;
}

function directionOf(change: number, good: Kpi['good']): 'better' | 'worse' | 'neither' {
  if (good === 'neither') return 'neither';
  return change > 0 === (good === 'high') ? 'better' : 'worse';
}
