import { describe, expect, test } from '@jest/globals';
import type { AlarmRow, Metric } from '../../../src/stacks/parts/alarms.ts';
import { alarmRows, studentImpact } from '../../../src/stacks/platform/alarm-rows.ts';
import { rollbackRows, serviceAlarmRows } from '../../../src/stacks/service/alarm-rows.ts';

const platform = alarmRows({
  loadBalancer: 'app/lb/1',
  apiName: 'api',
  apiStage: 'v1',
  databaseCluster: 'db',
  databaseConnectionAlarm: 4000,
  cacheNodes: ['cache-001'],
  stream: 'events',
  deliveryStream: 'delivery',
  deadLetterQueue: 'dead-letters',
});
const service = serviceAlarmRows({
  loadBalancer: 'app/lb/1',
  targetGroup: 'targetgroup/tg/1',
  cluster: 'cluster',
  service: 'app',
});

function line({ id, measure, breach, periodSeconds, periods, datapoints, whenMissing }: AlarmRow): string {
  const limit = 'above' in breach ? `> ${breach.above}` : `< ${breach.below}`;
  return `${id}: ${measured(measure)} ${limit}, ${datapoints} of ${periods} x ${periodSeconds} s, silence ${whenMissing}`;
}

function measured(measure: AlarmRow['measure']): string {
  if ('part' in measure) return `${nameOf(measure.part)} in % of more than ${measure.atLeast} ${measure.whole.name}`;
  if ('minuend' in measure) return `${nameOf(measure.minuend)} - ${measure.subtrahend.name}`;
  return nameOf(measure);
}

const nameOf = ({ namespace, name, statistic }: Metric) => `${statistic} ${namespace} ${name}`;

test('what a platform watches', () => {
  expect(platform.map(line).join('\n')).toMatchInlineSnapshot(`
    "edge-5xx-rate: Sum AWS/ApplicationELB HTTPCode_ELB_5XX_Count in % of more than 100 RequestCount > 1, 3 of 5 x 60 s, silence notBreaching
    targets-5xx-rate: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of more than 100 RequestCount > 1, 3 of 5 x 60 s, silence notBreaching
    api-5xx-rate: Sum AWS/ApiGateway 5XXError in % of more than 100 Count > 1, 3 of 5 x 60 s, silence notBreaching
    database-cpu: Average AWS/RDS CPUUtilization > 80, 3 of 5 x 60 s, silence breaching
    database-connections: Maximum AWS/RDS DatabaseConnections > 4000, 3 of 5 x 60 s, silence notBreaching
    database-replica-lag: Maximum AWS/RDS AuroraReplicaLagMaximum > 1000, 3 of 5 x 60 s, silence notBreaching
    cache-1-cpu: Maximum AWS/ElastiCache EngineCPUUtilization > 90, 3 of 5 x 60 s, silence notBreaching
    cache-1-memory: Maximum AWS/ElastiCache DatabaseMemoryUsagePercentage > 80, 3 of 5 x 60 s, silence notBreaching
    events-age: Maximum AWS/Kinesis GetRecords.IteratorAgeMilliseconds > 60000, 3 of 5 x 60 s, silence notBreaching
    events-throttled: Sum AWS/Kinesis WriteProvisionedThroughputExceeded > 0, 2 of 3 x 60 s, silence notBreaching
    delivery-freshness: Maximum AWS/Firehose DeliveryToS3.DataFreshness > 900, 3 of 5 x 60 s, silence notBreaching
    dead-letters: Maximum AWS/SQS ApproximateNumberOfMessagesVisible > 0, 2 of 3 x 60 s, silence notBreaching"
  `);
});

test('what a service watches', () => {
  expect(service.map(line).join('\n')).toMatchInlineSnapshot(`
    "errors: Sum AWS/ApplicationELB HTTPCode_Target_5XX_Count in % of more than 20 RequestCount > 1, 3 of 5 x 60 s, silence notBreaching
    latency: p99 AWS/ApplicationELB TargetResponseTime > 1, 3 of 5 x 60 s, silence notBreaching
    unhealthy: Maximum AWS/ApplicationELB UnHealthyHostCount > 0, 3 of 5 x 60 s, silence notBreaching
    cpu: Average AWS/ECS CPUUtilization > 80, 3 of 5 x 60 s, silence notBreaching
    memory: Average AWS/ECS MemoryUtilization > 80, 3 of 5 x 60 s, silence notBreaching
    missing-tasks: Maximum ECS/ContainerInsights DesiredTaskCount - RunningTaskCount > 0, 3 of 5 x 60 s, silence breaching"
  `);
});

describe.each([
  ['a platform', platform],
  ['a service', service],
])('the alarms of %s', (_whose, rows) => {
  test('have names of their own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test.each(rows)('$id can ring, and says why', ({ about, periods, datapoints, periodSeconds }) => {
    expect(about).toMatch(/^[A-Z]/);
    expect(datapoints).toBeGreaterThanOrEqual(2);
    expect(datapoints).toBeLessThanOrEqual(periods);
    // A day is the longest that CloudWatch evaluates; below a minute, only custom metrics have data.
    expect(periods * periodSeconds).toBeLessThanOrEqual(86_400);
    expect(periodSeconds % 60).toBe(0);
  });
});

test('alarms with a meaning of their own exist, and no more than FIS takes as stop conditions', () => {
  expect(platform.map(({ id }) => id)).toEqual(expect.arrayContaining([...studentImpact]));
  expect(service.map(({ id }) => id)).toEqual(expect.arrayContaining([...rollbackRows]));
  expect(studentImpact.length).toBeLessThanOrEqual(5);
});
