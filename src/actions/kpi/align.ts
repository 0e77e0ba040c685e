// Series side by side: what one of them has at the instants of another.
import { type Points, trustPoints } from '../../ports/points.ts';

/** @param instants ascending. @returns a value for each of them, `otherwise` where there is none */
export function valuesAt({ atMs, values }: Points, instants: readonly number[], otherwise: number): readonly number[] {
  if (atMs === instants) return values;
  let next = 0;
  return instants.map((at) => {
    while ((atMs[next] ?? Number.POSITIVE_INFINITY) < at) next += 1;
    return atMs[next] === at ? (values[next] ?? otherwise) : otherwise;
  });
}

/** Every instant of the two, ascending; the same list where they share it. */
export function instantsOf(one: Points, other: Points): readonly number[] {
  if (one.atMs === other.atMs) return one.atMs;
  return [...new Set([...one.atMs, ...other.atMs])].sort((first, second) => first - second);
}

/** Computes a value for each point; where that is NaN, there is none. */
export function pointsWhere({ atMs, values }: Points, compute: (value: number, index: number) => number): Points {
  const computed = values.map(compute);
  if (!computed.includes(Number.NaN)) return trustPoints(atMs, computed);
  return trustPoints(
    atMs.filter((_, index) => !Number.isNaN(computed[index])),
    computed.filter((value) => !Number.isNaN(value)),
  );
}
