// Which calls of GetMetricData answer the questions: each metric asked for once, as many in a call as AWS takes.
import type { Metric } from '../../define/kpi.ts';
import { type MetricQuery, metricKey, type Window } from '../../ports/metrics.ts';
import { periodFor, roundedDown, settledWindow } from './metric-window.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
export const limitsOfCall = { queries: 500, datapoints: 100_800 } as const;

/** A metric to read, for every question that it answers. */
export interface Read {
  /** AWS wants a lower case letter first; the ids of the port may be anything. */
  readonly callId: string;
  readonly queries: readonly MetricQuery[];
  readonly metric: Metric<string>;
  readonly periodSeconds: number;
}

export interface MetricCall {
  readonly from: Date;
  readonly to: Date;
  readonly reads: readonly Read[];
}

export interface CallPlan {
  /** Whose datapoints count; nothing when nothing of what was asked for is settled. */
  readonly window: Window | undefined;
  readonly calls: readonly MetricCall[];
}

export function planCalls(queries: readonly MetricQuery[], window: Window, now: Date): CallPlan {
  const settled = settledWindow(window, now);
  if (!settled) return { window: undefined, calls: [] };
  const reads = distinctReads(queries, (wantedSeconds) => periodFor(settled, wantedSeconds, now));
  // A start in the middle of a period makes AWS slow, and its first datapoint a part of one.
  const longest = reads.reduce((most, { periodSeconds }) => Math.max(most, periodSeconds), 1);
  const from = new Date(roundedDown(settled.from.getTime(), longest));
  const seconds = (settled.to.getTime() - from.getTime()) / 1000;
  const batches = inBatches(reads, ({ periodSeconds }) => Math.ceil(seconds / periodSeconds));
  return { window: settled, calls: batches.map((batch) => ({ from, to: settled.to, reads: batch })) };
}

function distinctReads(queries: readonly MetricQuery[], periodOf: (wantedSeconds: number) => number): readonly Read[] {
  const reads = new Map<string, { queries: MetricQuery[]; metric: Metric<string>; periodSeconds: number }>();
  for (const query of queries) {
    const periodSeconds = periodOf(query.periodSeconds);
    const { metric } = query;
    const key = `${metricKey(metric)} ${periodSeconds}`;
    const known = reads.get(key);
    if (known) known.queries.push(query);
    else reads.set(key, { queries: [query], metric, periodSeconds });
  }
  return [...reads.values()].map((read, index) => ({ callId: `m${index}`, ...read }));
}

/** In their order. One that has more datapoints than fit has a call of its own, and comes in pages. */
function inBatches(reads: readonly Read[], datapointsOf: (read: Read) => number): readonly (readonly Read[])[] {
  const batches: Read[][] = [];
  let datapoints = 0;
  for (const read of reads) {
    const batch = batches.at(-1);
    const more = datapointsOf(read);
    if (batch && batch.length < limitsOfCall.queries && datapoints + more <= limitsOfCall.datapoints) {
      batch.push(read);
      datapoints += more;
    } else {
      batches.push([read]);
      datapoints = more;
    }
  }
  return batches;
}
