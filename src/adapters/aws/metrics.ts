// Implements the Metrics port with CloudWatch's GetMetricData.
import { CloudWatchClient, GetMetricDataCommand, type MetricDataQuery, type MetricDataResult } from '@aws-sdk/client-cloudwatch';
import type { Clock } from '../../ports/clock.ts';
import type { Metrics, Point, Series, Window } from '../../ports/metrics.ts';
import type { AwsClientConfig } from './client-config.ts';
import { limitsOfCall, type MetricCall, planCalls, type Read } from './metric-calls.ts';
import { explain } from './refusals.ts';

/** Five tries that slow down together when AWS throttles: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
const retrying = { retryMode: 'adaptive', maxAttempts: 5 } as const;

/** What was said of a metric, page by page. */
interface Collected {
  readonly valueByMs: Map<number, number>;
  status: string | undefined;
}

/**
 * One call for up to 500 metrics. A metric that AWS refuses or fails to read is `unavailable`, and the others stand.
 *
 * @throws a `Failure` (`aws/...`) when AWS refuses the whole call
 */
export function openMetrics(config: AwsClientConfig, clock: Pick<Clock, 'now'>): Metrics {
  const client = new CloudWatchClient({ ...config, ...retrying });
  return {
    read: async (queries, asked) => {
      const { window, calls } = planCalls(queries, asked, clock.now());
      const nothing = queries.map(({ id }) => [id, { kind: 'data', points: [] }] as const);
      if (!window) return new Map<string, Series>(nothing);
      const answers = await Promise.all(calls.map((call) => readCall(client, call, window)));
      return new Map(answers.flat());
    },
  };
}

async function readCall(
  client: CloudWatchClient,
  call: MetricCall,
  window: Window,
): Promise<readonly (readonly [string, Series])[]> {
  try {
    const collected = await readPages(client, call);
    return call.reads.flatMap((read) => {
      const series = seriesOf(read, collected.get(read.callId), window);
      return read.ids.map((id) => [id, series] as const);
    });
  } catch (error) {
    throw explain({ what: 'read metrics', permission: 'cloudwatch:GetMetricData' }, error);
  }
}

async function readPages(client: CloudWatchClient, { from, to, reads }: MetricCall): Promise<Map<string, Collected>> {
  const collected = new Map<string, Collected>();
  const request = {
    StartTime: from,
    EndTime: to,
    ScanBy: 'TimestampAscending',
    MaxDatapoints: limitsOfCall.datapoints,
    MetricDataQueries: reads.map(asQuery),
  } as const;
  let NextToken: string | undefined;
  do {
    const page = await client.send(new GetMetricDataCommand({ ...request, ...(NextToken && { NextToken }) }));
    for (const result of page.MetricDataResults ?? []) collect(collected, result);
    NextToken = page.NextToken;
  } while (NextToken);
  return collected;
}

function asQuery({ callId, metric, periodSeconds }: Read): MetricDataQuery {
  const Dimensions = Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value }));
  const Metric = { Namespace: metric.namespace, MetricName: metric.name, Dimensions };
  return { Id: callId, MetricStat: { Metric, Period: periodSeconds, Stat: metric.statistic } };
}

function collect(all: Map<string, Collected>, { Id = '', Timestamps = [], Values = [], StatusCode }: MetricDataResult): void {
  const known = all.get(Id) ?? { valueByMs: new Map<number, number>(), status: undefined };
  all.set(Id, known);
  // A trouble of one page is a gap that later pages do not close.
  if (!isTrouble(known.status)) known.status = StatusCode;
  for (const [index, at] of Timestamps.entries()) {
    const value = Values[index];
    if (value !== undefined && Number.isFinite(value)) known.valueByMs.set(at.getTime(), value);
  }
}

/** Codes that are left are Complete and PartialData: what follows on further pages. */
const troubles: Readonly<Record<string, string>> = {
  Forbidden: 'AWS denied it; allow cloudwatch:GetMetricData to the role',
  InternalError: 'CloudWatch had an internal error; run again',
};

function isTrouble(status: string | undefined): boolean {
  return status !== undefined && Object.hasOwn(troubles, status);
}

function seriesOf({ periodSeconds }: Read, collected: Collected | undefined, { from, to }: Window): Series {
  if (!collected) return { kind: 'unavailable', because: 'CloudWatch left it out of its answer' };
  const because = isTrouble(collected.status) && troubles[collected.status ?? ''];
  if (because) return { kind: 'unavailable', because };
  const points: Point[] = [...collected.valueByMs]
    .filter(([atMs]) => atMs >= from.getTime() && atMs + periodSeconds * 1000 <= to.getTime())
    .map(([atMs, value]) => ({ atMs, value }))
    .sort((one, other) => one.atMs - other.atMs);
  return { kind: 'data', points };
}
