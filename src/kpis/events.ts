// Events of students on their way to the lake: https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html .
import type { Metric, PlatformKpi, Statistic } from '../define/kpi.ts';
import { everyMinute, quietIsGood, threeOfFive, twoOfThree } from './pace.ts';

const stream = (name: string, statistic: Statistic): Metric<'stream'> => ({
  namespace: 'AWS/Kinesis',
  name,
  dimensions: { StreamName: 'stream' },
  statistic,
});

/** https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html */
const delivery = (name: string, statistic: Statistic): Metric<'delivery-stream'> => ({
  namespace: 'AWS/Firehose',
  name,
  dimensions: { DeliveryStreamName: 'delivery-stream' },
  statistic,
});

const shared = { group: 'events', layer: 'platform', environments: 'all', aborts: [], ...everyMinute } as const;

/** One throttled minute is a burst, which producers send again; the second one is a lack of shards. */
const never = {
  unit: 'Count',
  good: 'low',
  target: 0,
  alarm: { threshold: 0, ...twoOfThree, ...quietIsGood },
} as const;

export const eventKpis: readonly PlatformKpi[] = [
  {
    id: 'events-age',
    title: 'Age of the oldest event',
    about: 'Events wait for more than a minute to be read',
    ...shared,
    unit: 'Milliseconds',
    good: 'low',
    target: 10_000,
    measure: { kind: 'metric', metric: stream('GetRecords.IteratorAgeMilliseconds', 'Maximum') },
    // Readers should be behind by seconds; the stream forgets after a day, so that there is time to act.
    alarm: { threshold: 60_000, ...threeOfFive, ...quietIsGood },
    runbook: 'kinesis-reshard',
  },
  {
    id: 'events-throttled',
    title: 'Throttled writes',
    about: 'Producers are throttled: too few shards',
    ...shared,
    ...never,
    measure: { kind: 'metric', metric: stream('WriteProvisionedThroughputExceeded', 'Sum') },
    runbook: 'kinesis-reshard',
  },
  {
    id: 'events-read-throttled',
    title: 'Throttled reads',
    about: 'Readers are throttled: too many of them for the shards',
    ...shared,
    ...never,
    environments: 'lasting',
    measure: { kind: 'metric', metric: stream('ReadProvisionedThroughputExceeded', 'Sum') },
    runbook: 'kinesis-reshard',
  },
  {
    id: 'delivery-freshness',
    title: 'Age of the oldest event that is not delivered',
    about: 'The oldest event that is not yet in S3 is more than 15 minutes old',
    ...shared,
    unit: 'Seconds',
    good: 'low',
    // A buffer is written after five minutes at the latest, here, and needs a moment for it.
    target: 600,
    measure: { kind: 'metric', metric: delivery('DeliveryToS3.DataFreshness', 'Maximum') },
    // Three full buffers late: https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html
    alarm: { threshold: 900, ...threeOfFive, ...quietIsGood },
    runbook: 'collect-diagnostics',
  },
  {
    id: 'delivery-throttled',
    title: 'Throttled deliveries',
    about: 'The delivery stream refuses records: its quota is used up',
    ...shared,
    ...never,
    environments: 'lasting',
    measure: { kind: 'metric', metric: delivery('ThrottledRecords', 'Sum') },
    runbook: 'collect-diagnostics',
  },
];
