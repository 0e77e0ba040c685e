// A zone's cache nodes lose their power: a replica becomes the primary, or there is one replica less.
import { drill } from '../define/drill.ts';

export const redisAzPower = drill({
  id: 'redis-az-power',
  title: 'Cache without power in a zone',
  about:
    'The Redis nodes of one zone are gone for ten minutes. All goes well when the replica takes over within seconds, nobody is signed out, and the database bears what the cache cannot answer.',
  isZonal: true,
  hypothesis: [
    // A replica is promoted within seconds: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html .
    // 5 % of five minutes: as if nothing had worked for 15 s.
    { kpi: 'targets-5xx-rate', tolerated: 5, windowSeconds: 300 },
    { kpi: 'api-5xx-rate', tolerated: 5, windowSeconds: 300 },
    // The replica has the same data: no more misses than the alarm bears, and nothing thrown away.
    { kpi: 'cache-misses', tolerated: 20, windowSeconds: 300 },
    { kpi: 'cache-evictions', tolerated: 0, windowSeconds: 300 },
    // What the cache does not answer, the database does: below its alarm.
    { kpi: 'database-cpu', tolerated: 80, windowSeconds: 300 },
  ],
  targets: { cache: { kind: 'cache-group' } },
  actions: [
    { name: 'assert-healthy', about: 'Start only while users are well', actionId: 'aws:cloudwatch:assert-alarm-state' },
    {
      name: 'cut-cache-power',
      about: 'Take the power from the cache nodes of the zone',
      actionId: 'aws:elasticache:replicationgroup-interrupt-az-power',
      target: 'cache',
      durationSeconds: 600,
      after: ['assert-healthy'],
    },
  ],
  // ElastiCache itself gives the node back; a promoted replica stays the primary, which is as good.
  rollback: [],
  recovery: ['experiment-ended', 'cache-available', 'alarms-ok'],
  // A node is made anew and copies its data: minutes for the gigabytes that sessions are.
  recoverySeconds: 1200,
  cadence: 'every month',
});
