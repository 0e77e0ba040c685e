// The event stream refuses a quarter of what the service writes: too few shards, or one that is hot.
import { drill } from '../define/drill.ts';

export const kinesisThrottle = drill({
  id: 'kinesis-throttle',
  title: 'Throttled event stream',
  about:
    'A quarter of what the service writes to the event stream is refused for ten minutes. All goes well when it sends the events again, none is lost, and no student waits for them.',
  isZonal: false,
  hypothesis: [
    // Events are not on a student's way: what users get has to stay within its targets.
    { kpi: 'targets-5xx-rate', tolerated: 0.1, windowSeconds: 300 },
    { kpi: 'edge-latency', tolerated: 1, windowSeconds: 300 },
    // Late, but not too late: the thresholds of their alarms.
    { kpi: 'events-age', tolerated: 60_000, windowSeconds: 300 },
    { kpi: 'delivery-freshness', tolerated: 900, windowSeconds: 300 },
  ],
  // FIS can throttle a stream as a whole, too. That would also hit the API, whose events clients have to send again, and
  // the provider does not know that action: https://github.com/hashicorp/terraform-provider-aws .
  targets: { writer: { kind: 'service-role' } },
  actions: [
    { name: 'assert-healthy', about: 'Start only while users are well', actionId: 'aws:cloudwatch:assert-alarm-state' },
    {
      name: 'throttle-writes',
      about: 'Refuse a quarter of the writes to the stream',
      actionId: 'aws:fis:inject-api-throttle-error',
      target: 'writer',
      durationSeconds: 600,
      // What AWS advises to start with: https://docs.aws.amazon.com/streams/latest/dev/kinesis-fis-provisioned-throughput.html
      parameters: { service: 'kinesis', operations: 'PutRecord,PutRecords', percentage: '25' },
      after: ['assert-healthy'],
    },
  ],
  // The refusals end with the experiment; they leave nothing behind.
  rollback: [],
  recovery: ['experiment-ended', 'alarms-ok'],
  // What was held back is sent, and alarms look back five minutes.
  recoverySeconds: 600,
  cadence: 'every month',
});
