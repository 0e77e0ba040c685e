// The little statistics that there is: quantiles, means, intervals.

/** By linear interpolation, as R's and NumPy's default (type 7 of https://doi.org/10.1080/00031305.1996.10473566). @returns NaN of nothing */
export function quantile(values: readonly number[], share: number): number {
  // Sorts numbers as such, and much faster than a comparison of our own.
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)] ?? Number.NaN, sorted[Math.ceil(position)] ?? Number.NaN];
  return low + (high - low) * (position - Math.floor(position));
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** @returns infinity of nothing */
export function lowest(values: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return least;
}

/** @returns minus infinity of nothing */
export function highest(values: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** @returns NaN of nothing */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function areDisjoint(one: Interval, other: Interval): boolean {
  return one.high < other.low || other.high < one.low;
}

/** The middle half of the values. */
export function interquartileRange(values: readonly number[]): Interval {
  return { low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/** Of the standard normal distribution: 95 % of it lies within. */
const z = 1.96;

/**
 * Where a share lies with a confidence of 95 %, in percent; right also near 0 and for few events (Wilson 1927):
 * https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm
 */
export function wilsonPercent(part: number, whole: number): Interval {
  const share = Math.min(1, Math.max(0, part / whole));
  const middle = share + z ** 2 / (2 * whole);
  const reach = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  const scale = 1 + z ** 2 / whole;
  return { low: (100 * (middle - reach)) / scale, high: (100 * (middle + reach)) / scale };
}
