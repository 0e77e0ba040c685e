import { describe, expect, test } from '@jest/globals';
import type { Measure } from '../../src/define/kpi.ts';
import { type AlarmRow, computeAlarms } from '../../src/kpis/alarms.ts';
import { metricsOf } from '../../src/kpis/measure.ts';
import { platformFacts, serviceFacts } from './support/facts.ts';

function line({ id, measure, breach, periodSeconds, periods, datapoints, whenMissing }: AlarmRow): string {
  return `${id}: ${measured(measure)} ${limit(breach)}, ${datapoints} of ${periods} x ${periodSeconds} s, silence ${whenMissing}`;
}

function limit(breach: AlarmRow['breach']): string {
  if ('aboveBandOf' in breach) return `> usual + ${breach.aboveBandOf} deviations`;
  return 'above' in breach ? `> ${breach.above}` : `< ${breach.below}`;
}

function measured(measure: Measure<string>): string {
  const [first, second] = metricsOf(measure).map(({ namespace, name, statistic }) => `${statistic} ${namespace} ${name}`);
  if (measure.kind === 'metric') return `${first}`;
  if (measure.kind === 'difference') return `${first} - ${second}`;
  return `${first} in % of ${measure.kind === 'share' ? 'itself and ' : ''}${second} (>= ${measure.atLeast})`;
}

const rows = ({ alarms }: ReturnType<typeof computeAlarms>) => alarms.map(line).join('\n');

test('a platform that lasts', () => {
  expect(rows(computeAlarms(platformFacts()))).toMatchInlineSnapshot(`
"edge-5xx-rate: Sum AWS/ApplicationELB HTTPCode_ELB_5XX_Count in % of itself and Sum AWS/ApplicationELB RequestCount (>= 100) > 1, 3 of 5 x 60 s, silence notBreaching
targets-5xx-rate: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 100) > 1, 3 of 5 x 60 s, silence notBreaching
edge-latency: p99 AWS/ApplicationELB TargetResponseTime > 1, 3 of 5 x 60 s, silence notBreaching
database-cpu: Average AWS/RDS CPUUtilization > 80, 3 of 5 x 60 s, silence breaching
database-connections: Maximum AWS/RDS DatabaseConnections > 4000, 3 of 5 x 60 s, silence notBreaching
database-memory: Minimum AWS/RDS FreeableMemory < 3435973836, 3 of 5 x 60 s, silence notBreaching
database-replica-lag: Maximum AWS/RDS AuroraReplicaLagMaximum > 1000, 3 of 5 x 60 s, silence notBreaching
database-commit-latency: Average AWS/RDS CommitLatency > 100, 3 of 5 x 60 s, silence notBreaching
database-deadlocks: Average AWS/RDS Deadlocks > 0.1, 3 of 5 x 60 s, silence notBreaching
cache-1-cpu: Maximum AWS/ElastiCache EngineCPUUtilization > 90, 3 of 5 x 60 s, silence notBreaching
cache-2-cpu: Maximum AWS/ElastiCache EngineCPUUtilization > 90, 3 of 5 x 60 s, silence notBreaching
cache-1-memory: Maximum AWS/ElastiCache DatabaseMemoryUsagePercentage > 80, 3 of 5 x 60 s, silence notBreaching
cache-2-memory: Maximum AWS/ElastiCache DatabaseMemoryUsagePercentage > 80, 3 of 5 x 60 s, silence notBreaching
cache-1-replication-lag: Maximum AWS/ElastiCache ReplicationLag > 1, 3 of 5 x 60 s, silence notBreaching
cache-2-replication-lag: Maximum AWS/ElastiCache ReplicationLag > 1, 3 of 5 x 60 s, silence notBreaching
cache-1-evictions: Sum AWS/ElastiCache Evictions > 0, 3 of 5 x 60 s, silence notBreaching
cache-2-evictions: Sum AWS/ElastiCache Evictions > 0, 3 of 5 x 60 s, silence notBreaching
cache-1-misses: Sum AWS/ElastiCache CacheMisses in % of itself and Sum AWS/ElastiCache CacheHits (>= 100) > 20, 3 of 5 x 60 s, silence notBreaching
cache-2-misses: Sum AWS/ElastiCache CacheMisses in % of itself and Sum AWS/ElastiCache CacheHits (>= 100) > 20, 3 of 5 x 60 s, silence notBreaching
events-age: Maximum AWS/Kinesis GetRecords.IteratorAgeMilliseconds > 60000, 3 of 5 x 60 s, silence notBreaching
events-throttled: Sum AWS/Kinesis WriteProvisionedThroughputExceeded > 0, 2 of 3 x 60 s, silence notBreaching
events-read-throttled: Sum AWS/Kinesis ReadProvisionedThroughputExceeded > 0, 2 of 3 x 60 s, silence notBreaching
delivery-freshness: Maximum AWS/Firehose DeliveryToS3.DataFreshness > 900, 3 of 5 x 60 s, silence notBreaching
delivery-throttled: Sum AWS/Firehose ThrottledRecords > 0, 2 of 3 x 60 s, silence notBreaching
api-5xx-rate: Sum AWS/ApiGateway 5XXError in % of Sum AWS/ApiGateway Count (>= 100) > 1, 3 of 5 x 60 s, silence notBreaching
api-4xx-rate: Sum AWS/ApiGateway 4XXError in % of Sum AWS/ApiGateway Count (>= 100) > 5, 3 of 5 x 60 s, silence notBreaching
api-latency: p99 AWS/ApiGateway Latency > 2000, 3 of 5 x 60 s, silence notBreaching
blocked-requests: Sum AWS/WAFV2 BlockedRequests > usual + 4 deviations, 3 of 5 x 300 s, silence notBreaching
dead-letters: Maximum AWS/SQS ApproximateNumberOfMessagesVisible > 0, 2 of 3 x 60 s, silence notBreaching"
`);
});

test('a service that lasts', () => {
  expect(rows(computeAlarms(serviceFacts()))).toMatchInlineSnapshot(`
"errors: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 20) > 1, 3 of 5 x 60 s, silence notBreaching
latency: p99 AWS/ApplicationELB TargetResponseTime > 1, 3 of 5 x 60 s, silence notBreaching
zone-a-errors: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 20) > 1, 3 of 5 x 60 s, silence notBreaching
zone-b-errors: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 20) > 1, 3 of 5 x 60 s, silence notBreaching
unhealthy: Maximum AWS/ApplicationELB UnHealthyHostCount > 0, 3 of 5 x 60 s, silence notBreaching
healthy: Minimum AWS/ApplicationELB HealthyHostCount < 1, 2 of 3 x 60 s, silence breaching
missing-tasks: Maximum ECS/ContainerInsights DesiredTaskCount - Minimum ECS/ContainerInsights RunningTaskCount > 0, 3 of 5 x 60 s, silence breaching
cpu: Average AWS/ECS CPUUtilization > 80, 3 of 5 x 60 s, silence notBreaching
memory: Average AWS/ECS MemoryUtilization > 80, 3 of 5 x 60 s, silence notBreaching
slo-availability-fast-1h: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 348) > 1.44, 1 of 1 x 3600 s, silence notBreaching
slo-availability-fast-5m: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 348) > 1.44, 1 of 1 x 300 s, silence notBreaching
slo-availability-slow-6h: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 834) > 0.6, 1 of 1 x 21600 s, silence notBreaching
slo-availability-slow-30m: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 834) > 0.6, 1 of 1 x 1800 s, silence notBreaching
slo-availability-drift-3d: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 5000) > 0.1, 1 of 1 x 259200 s, silence notBreaching
slo-availability-drift-6h: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of Sum AWS/ApplicationELB RequestCount (>= 5000) > 0.1, 1 of 1 x 21600 s, silence notBreaching
slo-latency-fast-1h: TC(1:) AWS/ApplicationELB TargetResponseTime in % of SampleCount AWS/ApplicationELB TargetResponseTime (>= 35) > 14.4, 1 of 1 x 3600 s, silence notBreaching
slo-latency-fast-5m: TC(1:) AWS/ApplicationELB TargetResponseTime in % of SampleCount AWS/ApplicationELB TargetResponseTime (>= 35) > 14.4, 1 of 1 x 300 s, silence notBreaching
slo-latency-slow-6h: TC(1:) AWS/ApplicationELB TargetResponseTime in % of SampleCount AWS/ApplicationELB TargetResponseTime (>= 84) > 6, 1 of 1 x 21600 s, silence notBreaching
slo-latency-slow-30m: TC(1:) AWS/ApplicationELB TargetResponseTime in % of SampleCount AWS/ApplicationELB TargetResponseTime (>= 84) > 6, 1 of 1 x 1800 s, silence notBreaching
slo-latency-drift-3d: TC(1:) AWS/ApplicationELB TargetResponseTime in % of SampleCount AWS/ApplicationELB TargetResponseTime (>= 500) > 1, 1 of 1 x 259200 s, silence notBreaching
slo-latency-drift-6h: TC(1:) AWS/ApplicationELB TargetResponseTime in % of SampleCount AWS/ApplicationELB TargetResponseTime (>= 500) > 1, 1 of 1 x 21600 s, silence notBreaching"
`);
});

describe('a preview has fewer', () => {
  test.each([
    ['platform', computeAlarms(platformFacts(undefined, false)), 14, 1],
    ['service', computeAlarms(serviceFacts(undefined, false)), 6, 1],
  ])('%s', (_layer, { alarms, composites }, ofMetrics, sums) => {
    expect([alarms.length, composites.length]).toEqual([ofMetrics, sums]);
  });
});

test('what sums others up', () => {
  const lines = [...computeAlarms(platformFacts()).composites, ...computeAlarms(serviceFacts()).composites].map(
    ({ id, anyOf }) => `${id}: ${anyOf.map((ids) => ids.join(' and ')).join(' or ')}`,
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
"student-impact: edge-5xx-rate or targets-5xx-rate or api-5xx-rate
trouble: errors or latency or unhealthy
slo-availability-page: slo-availability-fast-1h and slo-availability-fast-5m or slo-availability-slow-6h and slo-availability-slow-30m
slo-availability-ticket: slo-availability-drift-3d and slo-availability-drift-6h
slo-latency-page: slo-latency-fast-1h and slo-latency-fast-5m or slo-latency-slow-6h and slo-latency-slow-30m
slo-latency-ticket: slo-latency-drift-3d and slo-latency-drift-6h"
`);
});

test('a description says what is wrong, where, and what to do', () => {
  const texts = computeAlarms(platformFacts()).alarms.map(({ description }) => description);
  expect(texts).toContain('More than 80 % of the memory holds data; sessions will be evicted (2). Runbook: redis-failover');
});
