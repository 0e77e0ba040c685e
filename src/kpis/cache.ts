// Redis, node by node: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html .
import type { Metric, PlatformKpi, Statistic } from '../define/kpi.ts';
import { everyMinute, quietIsGood, threeOfFive } from './pace.ts';

const of = (name: string, statistic: Statistic = 'Maximum'): Metric<'cache-node'> => ({
  namespace: 'AWS/ElastiCache',
  name,
  dimensions: { CacheClusterId: 'cache-node' },
  statistic,
});

const shared = { group: 'cache', layer: 'platform', environments: 'all', aborts: [], ...everyMinute } as const;
const steady = { ...threeOfFive, ...quietIsGood } as const;

export const cacheKpis: readonly PlatformKpi[] = [
  {
    id: 'cache-cpu',
    title: 'CPU of the engine',
    about: 'The Redis process is busy: more than 90 % of its core',
    ...shared,
    unit: 'Percent',
    good: 'low',
    target: 70,
    measure: { kind: 'metric', metric: of('EngineCPUUtilization') },
    // AWS's advice, 90 % of what the engine has: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html
    alarm: { threshold: 90, ...steady },
    runbook: 'redis-failover',
  },
  {
    id: 'cache-memory',
    title: 'Memory',
    about: 'More than 80 % of the memory holds data; sessions will be evicted',
    ...shared,
    unit: 'Percent',
    good: 'low',
    // What the nodes are sized for: a fifth more than the peak.
    target: 75,
    measure: { kind: 'metric', metric: of('DatabaseMemoryUsagePercentage') },
    alarm: { threshold: 80, ...steady },
    runbook: 'redis-failover',
  },
  {
    id: 'cache-replication-lag',
    title: 'Replication lag',
    about: 'A replica is more than a second behind; a failover would lose sessions',
    ...shared,
    environments: 'lasting',
    unit: 'Seconds',
    good: 'low',
    target: 0.5,
    // Only replicas report it.
    measure: { kind: 'metric', metric: of('ReplicationLag') },
    alarm: { threshold: 1, ...steady },
    runbook: 'redis-failover',
  },
  {
    id: 'cache-evictions',
    title: 'Evictions',
    about: 'Redis throws data away to make room: students are signed out',
    ...shared,
    environments: 'lasting',
    unit: 'Count',
    good: 'low',
    target: 0,
    measure: { kind: 'metric', metric: of('Evictions', 'Sum') },
    // The cache is sized to hold every session; not one should have to go.
    alarm: { threshold: 0, ...steady },
    runbook: 'redis-failover',
  },
  {
    id: 'cache-misses',
    title: 'Misses',
    about: 'More than a fifth of the lookups find nothing: the database has to answer them',
    ...shared,
    environments: 'lasting',
    unit: 'Percent',
    good: 'low',
    target: 10,
    // CacheHitRate is 0 on a replica that nobody reads: with its two parts, silence can be told from failure.
    measure: { kind: 'share', part: of('CacheMisses', 'Sum'), rest: of('CacheHits', 'Sum'), atLeast: 100 },
    // AWS: below a hit rate of about 0.8, many keys are evicted, expired or never there (CacheHitRate, on the page above).
    alarm: { threshold: 20, ...steady },
    runbook: 'collect-diagnostics',
  },
];
