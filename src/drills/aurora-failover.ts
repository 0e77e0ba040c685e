// The database's writer goes away: Aurora makes another instance the writer, and the proxy leads there.
import { drill } from '../define/drill.ts';

export const auroraFailover = drill({
  id: 'aurora-failover',
  title: 'Fail-over of the database',
  about:
    'The writer of Aurora fails over to its reader, in whatever zone that is. All goes well when the proxy holds requests until there is a writer again, and few of them fail.',
  isZonal: false,
  hypothesis: [
    // Aurora: less than 60 s, often less than 30 s: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html .
    // About a quarter of the requests write: 60 s of these are 5 % of five minutes.
    { kpi: 'targets-5xx-rate', tolerated: 5, windowSeconds: 300 },
    { kpi: 'api-5xx-rate', tolerated: 5, windowSeconds: 300 },
    // What waits for the writer waits at the proxy, for as long as that lends connections: 30 s.
    { kpi: 'edge-latency', tolerated: 30, windowSeconds: 300 },
    // The new writer starts with what the reader had in memory; its alarm tells when that is not enough.
    { kpi: 'database-commit-latency', tolerated: 100, windowSeconds: 300 },
    { kpi: 'database-cpu', tolerated: 80, windowSeconds: 300 },
  ],
  targets: { database: { kind: 'database-cluster' } },
  actions: [
    { name: 'assert-healthy', about: 'Start only while users are well', actionId: 'aws:cloudwatch:assert-alarm-state' },
    {
      name: 'fail-over-database',
      about: 'Make another instance the writer',
      actionId: 'aws:rds:failover-db-cluster',
      target: 'database',
      after: ['assert-healthy'],
    },
    {
      name: 'observe',
      about: 'Watch what users get',
      actionId: 'aws:fis:wait',
      durationSeconds: 600,
      after: ['fail-over-database'],
    },
  ],
  rollback: ['fail-back-database'],
  recovery: ['experiment-ended', 'database-available', 'alarms-ok'],
  // Failing back is another fail-over, and alarms look back five minutes.
  recoverySeconds: 600,
  cadence: 'every month',
});
