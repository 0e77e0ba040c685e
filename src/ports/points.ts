// A series of numbers over time that can be relied upon, whoever measured it.

declare const clean: unique symbol;

/**
 * Two columns of the same length: of a thousand metrics, an object a point would cost more than all that is computed of them.
 * Only this file can make one.
 */
export interface Points {
  readonly [clean]: true;
  /** The beginnings of their periods, in milliseconds since 1970: ascending, none twice. */
  readonly atMs: readonly number[];
  /** Finite. */
  readonly values: readonly number[];
}

export const noPoints = trustPoints([], []);

/** For columns that were computed of such points. */
export function trustPoints(atMs: readonly number[], values: readonly number[]): Points {
  return { atMs, values } as Points;
}

/** By time, one an instant (what was told last), only numbers that are finite; the same columns where they are so already. */
export function pointsOf(atMs: readonly number[], values: readonly unknown[]): Points {
  if (areClean(atMs, values)) return trustPoints(atMs, values);
  const valueByMs = new Map<number, number>();
  for (const [index, at] of atMs.entries()) {
    const value = values[index];
    if (Number.isFinite(at) && typeof value === 'number' && Number.isFinite(value)) valueByMs.set(at, value);
  }
  const sorted = [...valueByMs].sort(([one], [other]) => one - other);
  return trustPoints(
    sorted.map(([at]) => at),
    sorted.map(([, value]) => value),
  );
}

function areClean(atMs: readonly number[], values: readonly unknown[]): values is readonly number[] {
  if (atMs.length !== values.length) return false;
  let before = Number.NEGATIVE_INFINITY;
  for (const at of atMs) {
    if (!(at > before && at < Number.POSITIVE_INFINITY)) return false;
    before = at;
  }
  for (const value of values) if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return true;
}

/** Those whose periods lie in the window as a whole; the same columns where all do. */
export function cutPoints(points: Points, window: { readonly from: Date; readonly to: Date }, periodSeconds: number): Points {
  const { atMs, values } = points;
  const [firstMs, lastMs] = [window.from.getTime(), window.to.getTime() - periodSeconds * 1000];
  if ((atMs[0] ?? firstMs) >= firstMs && (atMs.at(-1) ?? lastMs) <= lastMs) return points;
  const isInside = (_: number, index: number) => {
    const at = atMs[index] ?? Number.NaN;
    return at >= firstMs && at <= lastMs;
  };
  return trustPoints(atMs.filter(isInside), values.filter(isInside));
}
