// A series in a fixed number of equal parts of the window: what every drawing of it is made of.
import type { Window } from '../../ports/metrics.ts';
import type { Points } from '../../ports/points.ts';

/** The mean of each part; nothing where it has no data. */
export function bucketMeans({ atMs, values }: Points, { from, to }: Window, count: number): readonly (number | undefined)[] {
  const width = (to.getTime() - from.getTime()) / count;
  const sums = new Array<number>(count).fill(0);
  const counts = new Array<number>(count).fill(0);
  values.forEach((value, point) => {
    // A period that began just before the window counts as its first.
    const index = Math.min(count - 1, Math.max(0, Math.floor(((atMs[point] ?? 0) - from.getTime()) / width)));
    sums[index] = (sums[index] ?? 0) + value;
    counts[index] = (counts[index] ?? 0) + 1;
  });
  return sums.map((sum, index) => (counts[index] ? sum / counts[index] : undefined));
}
