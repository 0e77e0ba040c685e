// Implements the Metrics port with CloudWatch's GetMetricData.
import type { GetMetricDataInput, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { isFailure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MetricQuery, Metrics, Series, Window } from '../../ports/metrics.ts';
import { cutPoints, noPoints, type Points, pointsOf } from '../../ports/points.ts';
import type { AwsClientConfig } from './client-config.ts';
import { type GetMetricData, openGetMetricData } from './get-metric-data.ts';
import { type MetricResult, readMetricAnswer } from './metric-answer.ts';
import { limitsOfCall, type MetricCall, planCalls, type Read } from './metric-calls.ts';
import { explain } from './refusals.ts';

/** What was said of a metric, page by page. */
interface Collected {
  readonly pages: MetricResult[];
  status: string | undefined;
}

/**
 * One call for up to 500 metrics. A metric that AWS refuses or fails to read is `unavailable`, and the others stand.
 *
 * @throws a `Failure` (`aws/...`) when AWS refuses the whole call
 */
export function openMetrics(config: AwsClientConfig, clock: Pick<Clock, 'now'>): Metrics {
  const getMetricData = openGetMetricData(config);
  return {
    read: async (queries, asked) => {
      const { window, calls } = planCalls(queries, asked, clock.now());
      if (!window) return new Map(queries.map(({ id }) => [id, { kind: 'data', points: noPoints }]));
      const found = new Map<string, Series>();
      await Promise.all(calls.map((call) => readCall(getMetricData, call, window, found)));
      return found;
    },
  };
}

/** Puts into `found` what was asked for. */
async function readCall(
  getMetricData: GetMetricData,
  call: MetricCall,
  window: Window,
  found: Map<string, Series>,
): Promise<void> {
  try {
    const collected = await readPages(getMetricData, call);
    for (const read of call.reads) {
      const series = seriesOf(read, collected.get(read.callId), window);
      for (const query of read.queries) found.set(query.id, marked(series, read, query));
    }
  } catch (error) {
    throw isFailure(error) ? error : explain({ what: 'read metrics', permission: 'cloudwatch:GetMetricData' }, error);
  }
}

async function readPages(getMetricData: GetMetricData, { from, to, reads }: MetricCall): Promise<Map<string, Collected>> {
  const collected = new Map<string, Collected>();
  const request: GetMetricDataInput = {
    StartTime: from,
    EndTime: to,
    ScanBy: 'TimestampAscending',
    MaxDatapoints: limitsOfCall.datapoints,
    MetricDataQueries: reads.map(asQuery),
  };
  let NextToken: string | undefined;
  do {
    const page = readMetricAnswer(await getMetricData({ ...request, ...(NextToken && { NextToken }) }));
    for (const result of page.results) collect(collected, result);
    NextToken = page.nextToken;
  } while (NextToken);
  return collected;
}

/**
 * A metric that changed its unit in the window is not told from others: the answer has no units, and to ask by unit is to ask
 * once more for each, and to pay for it. What AWS itself measures never changes its unit.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html
 */
function asQuery({ callId, metric, periodSeconds }: Read): MetricDataQuery {
  const Dimensions = Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value }));
  const Metric = { Namespace: metric.namespace, MetricName: metric.name, Dimensions };
  return { Id: callId, MetricStat: { Metric, Period: periodSeconds, Stat: metric.statistic } };
}

function collect(all: Map<string, Collected>, result: MetricResult): void {
  const known = all.get(result.callId) ?? { pages: [], status: undefined };
  all.set(result.callId, known);
  // A trouble of one page is a gap that later pages do not close.
  if (!isTrouble(known.status)) known.status = result.status;
  known.pages.push(result);
}

/** Codes that are left are Complete and PartialData: what follows on further pages. */
const troubles: Readonly<Record<string, string>> = {
  Forbidden: 'AWS denied it; allow cloudwatch:GetMetricData to the role',
  InternalError: 'CloudWatch had an internal error; run again',
};

function isTrouble(status: string | undefined): boolean {
  return status !== undefined && Object.hasOwn(troubles, status);
}

function seriesOf({ periodSeconds }: Read, collected: Collected | undefined, window: Window): Series {
  if (!collected) return { kind: 'unavailable', because: 'CloudWatch left it out of its answer' };
  const because = isTrouble(collected.status) && troubles[collected.status ?? ''];
  if (because) return { kind: 'unavailable', because };
  return { kind: 'data', points: cutPoints(together(collected.pages), window, periodSeconds) };
}

function together(pages: readonly MetricResult[]): Points {
  const [first, ...others] = pages;
  if (first && others.length === 0) return pointsOf(first.atMs, first.values);
  return pointsOf(
    pages.flatMap(({ atMs }) => atMs),
    pages.flatMap(({ values }) => values),
  );
}

/** Older data is kept in longer periods only: whoever asked for shorter ones is told. */
function marked(series: Series, { periodSeconds }: Read, wanted: MetricQuery): Series {
  if (series.kind !== 'data' || periodSeconds <= wanted.periodSeconds) return series;
  return { ...series, coarseSeconds: periodSeconds };
}
