// Aurora PostgreSQL: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html .
import type { Fixed, Metric, PlatformKpi, Statistic } from '../define/kpi.ts';
import { everyMinute, quietIsBad, quietIsGood, threeOfFive } from './pace.ts';

const writer = (name: string, statistic: Statistic): Metric<'database-cluster' | Fixed> => ({
  namespace: 'AWS/RDS',
  name,
  dimensions: { DBClusterIdentifier: 'database-cluster', Role: { is: 'WRITER' } },
  statistic,
});

const shared = { group: 'database', layer: 'platform', environments: 'all', aborts: [], ...everyMinute } as const;
const steady = { ...threeOfFive, ...quietIsGood } as const;

export const databaseKpis: readonly PlatformKpi[] = [
  {
    id: 'database-cpu',
    title: 'CPU of the writer',
    about: 'The writer is busy: more than 80 % CPU',
    ...shared,
    unit: 'Percent',
    good: 'low',
    target: 60,
    measure: { kind: 'metric', metric: writer('CPUUtilization', 'Average') },
    // A fifth is left for a failover: the one writer then also has the queries of the reader. A live writer is never silent.
    alarm: { threshold: 80, ...threeOfFive, ...quietIsBad },
    runbook: 'aurora-failover',
  },
  {
    id: 'database-connections',
    title: 'Connections',
    about: 'Four fifths of the connections that the instance class takes are in use',
    ...shared,
    unit: 'Count',
    good: 'low',
    target: { share: 0.6, of: 'database-connections' },
    measure: { kind: 'metric', metric: writer('DatabaseConnections', 'Maximum') },
    // Beyond the limit new connections are refused: the last fifth is the time that there is to act.
    alarm: { threshold: { share: 0.8, of: 'database-connections' }, ...steady },
    runbook: 'ecs-scale',
  },
  {
    id: 'database-memory',
    title: 'Freeable memory',
    about: 'The writer has less than 5 % of its memory left',
    ...shared,
    environments: 'lasting',
    unit: 'Bytes',
    good: 'high',
    target: { share: 0.1, of: 'database-memory-bytes' },
    measure: { kind: 'metric', metric: writer('FreeableMemory', 'Minimum') },
    // What AWS recommends for Aurora: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    alarm: { threshold: { share: 0.05, of: 'database-memory-bytes' }, ...steady },
    runbook: 'aurora-failover',
  },
  {
    id: 'database-replica-lag',
    title: 'Replica lag',
    about: 'A replica is more than a second behind',
    ...shared,
    unit: 'Milliseconds',
    good: 'low',
    // AWS: usually much less than 100 ms, https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html
    target: 100,
    measure: {
      kind: 'metric',
      metric: {
        namespace: 'AWS/RDS',
        name: 'AuroraReplicaLagMaximum',
        dimensions: { DBClusterIdentifier: 'database-cluster' },
        statistic: 'Maximum',
      },
    },
    // A student who has just answered would not see the answer on the next page.
    alarm: { threshold: 1000, ...steady },
    runbook: 'aurora-failover',
  },
  {
    id: 'database-commit-latency',
    title: 'Commit latency',
    about: 'A commit takes more than a tenth of a second',
    ...shared,
    environments: 'lasting',
    unit: 'Milliseconds',
    good: 'low',
    target: 20,
    measure: { kind: 'metric', metric: writer('CommitLatency', 'Average') },
    // A request has a second; ten commits one after the other would use it up.
    alarm: { threshold: 100, ...steady },
    runbook: 'aurora-failover',
  },
  {
    id: 'database-deadlocks',
    title: 'Deadlocks',
    about: 'More than one deadlock every ten seconds: transactions wait for each other in circles',
    ...shared,
    environments: 'lasting',
    unit: 'Count/Second',
    good: 'low',
    target: 0,
    measure: { kind: 'metric', metric: writer('Deadlocks', 'Average') },
    // PostgreSQL ends a deadlock after a second (deadlock_timeout): a single one is retried, six a minute are a bug in what was deployed.
    alarm: { threshold: 0.1, ...steady },
    runbook: 'ecs-rollback',
  },
];
