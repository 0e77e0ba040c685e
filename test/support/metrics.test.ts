// The fake keeps the contract that the real ones keep.
import { pointsOf } from '../../src/ports/points.ts';
import { describeMetrics, memoryMetrics, samplesOfContract } from './metrics.ts';

const stored = samplesOfContract.map(({ metric, samples }) => {
  const points = pointsOf(
    samples.map(({ atMs }) => atMs),
    samples.map(({ value }) => value),
  );
  return { metric, series: { kind: 'data', points } as const };
});
describeMetrics(() => memoryMetrics(stored));
