// The fake keeps the contract that the real ones keep.
import { describeMetrics, memoryMetrics, samplesOfContract } from './metrics.ts';

const stored = samplesOfContract.map(({ metric, points }) => ({ metric, series: { kind: 'data', points } as const }));
describeMetrics(() => memoryMetrics(stored));
