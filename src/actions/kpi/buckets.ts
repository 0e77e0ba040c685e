// A series in a fixed number of equal parts of the window: what every drawing of it is made of.
import type { Point, Window } from '../../ports/metrics.ts';
import { mean } from './statistics.ts';

/** The mean of each part; nothing where it has no data. */
export function bucketMeans(points: readonly Point[], { from, to }: Window, count: number): readonly (number | undefined)[] {
  const width = (to.getTime() - from.getTime()) / count;
  const buckets = Array.from({ length: count }, (): number[] => []);
  for (const { atMs, value } of points) {
    // A period that began just before the window counts as its first.
    const index = Math.min(count - 1, Math.max(0, Math.floor((atMs - from.getTime()) / width)));
    buckets[index]?.push(value);
  }
  return buckets.map((values) => (values.length === 0 ? undefined : mean(values)));
}
