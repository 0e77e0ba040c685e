// What the platform watches on its own behalf; the services bring alarms of their own.
import type { AlarmRow, Metric } from '../parts/alarms.ts';

export interface Watched {
  readonly loadBalancer: string;
  readonly apiName: string;
  readonly apiStage: string;
  readonly databaseCluster: string;
  readonly databaseConnectionAlarm: number;
  /** Cluster ids of the cache's nodes: `<group>-001`, ... */
  readonly cacheNodes: readonly string[];
  readonly stream: string;
  readonly deliveryStream: string;
  readonly deadLetterQueue: string;
}

const minute = 60;
const threeOfFive = { periodSeconds: minute, periods: 5, datapoints: 3 } as const;
const twoOfThree = { periodSeconds: minute, periods: 3, datapoints: 2 } as const;
const quietIsGood = { whenMissing: 'notBreaching' } as const;

export function alarmRows(watched: Watched): readonly AlarmRow[] {
  return [...edgeRows(watched), ...databaseRows(watched), ...cacheRows(watched), ...analyticsRows(watched)];
}

/** Ids of the alarms that mean: students notice. The composite alarm and the game day's stop conditions use them. */
export const studentImpact = ['edge-5xx-rate', 'targets-5xx-rate', 'api-5xx-rate'] as const;

function edgeRows({ loadBalancer, apiName, apiStage }: Watched): readonly AlarmRow[] {
  const edge = (name: string): Metric => ({
    namespace: 'AWS/ApplicationELB',
    name,
    dimensions: { LoadBalancer: loadBalancer },
    statistic: 'Sum',
  });
  const api = (name: string): Metric => ({
    namespace: 'AWS/ApiGateway',
    name,
    dimensions: { ApiName: apiName, Stage: apiStage },
    statistic: 'Sum',
  });
  const requests = edge('RequestCount');
  const rate = (part: Metric, whole: Metric) => ({
    measure: { part, whole, atLeast: 100 },
    breach: { above: 1 },
    ...threeOfFive,
    ...quietIsGood,
  });
  return [
    {
      id: 'edge-5xx-rate',
      about: 'The load balancer itself answers more than 1 % with 5XX',
      ...rate(edge('HTTPCode_ELB_5XX_Count'), requests),
    },
    {
      id: 'targets-5xx-rate',
      about: 'Services answer more than 1 % with 5XX',
      ...rate(edge('HTTPCode_Target_5XX_Count'), requests),
    },
    { id: 'api-5xx-rate', about: 'The API answers more than 1 % with 5XX', ...rate(api('5XXError'), api('Count')) },
  ];
}

function databaseRows({ databaseCluster, databaseConnectionAlarm }: Watched): readonly AlarmRow[] {
  const writer = (name: string, statistic: Metric['statistic']): Metric => ({
    namespace: 'AWS/RDS',
    name,
    dimensions: { DBClusterIdentifier: databaseCluster, Role: 'WRITER' },
    statistic,
  });
  const cluster = (name: string): Metric => ({
    namespace: 'AWS/RDS',
    name,
    dimensions: { DBClusterIdentifier: databaseCluster },
    statistic: 'Maximum',
  });
  return [
    {
      id: 'database-cpu',
      about: 'The writer is busy: more than 80 % CPU',
      measure: writer('CPUUtilization', 'Average'),
      breach: { above: 80 },
      ...threeOfFive,
      whenMissing: 'breaching',
    },
    {
      id: 'database-connections',
      about: 'Four fifths of the connections that the instance class takes are in use',
      measure: writer('DatabaseConnections', 'Maximum'),
      breach: { above: databaseConnectionAlarm },
      ...threeOfFive,
      ...quietIsGood,
    },
    {
      id: 'database-replica-lag',
      about: 'A replica is more than a second behind',
      measure: cluster('AuroraReplicaLagMaximum'),
      breach: { above: 1000 },
      ...threeOfFive,
      ...quietIsGood,
    },
  ];
}

function cacheRows({ cacheNodes }: Watched): readonly AlarmRow[] {
  return cacheNodes.flatMap((node, index) => {
    const of = (name: string): Metric => ({
      namespace: 'AWS/ElastiCache',
      name,
      dimensions: { CacheClusterId: node },
      statistic: 'Maximum',
    });
    return [
      {
        id: `cache-${index + 1}-cpu`,
        about: 'The Redis process is busy: more than 90 % of its core',
        measure: of('EngineCPUUtilization'),
        breach: { above: 90 },
        ...threeOfFive,
        ...quietIsGood,
      },
      {
        id: `cache-${index + 1}-memory`,
        about: 'More than 80 % of the memory holds data; sessions will be evicted',
        measure: of('DatabaseMemoryUsagePercentage'),
        breach: { above: 80 },
        ...threeOfFive,
        ...quietIsGood,
      },
    ];
  });
}

function analyticsRows({ stream, deliveryStream, deadLetterQueue }: Watched): readonly AlarmRow[] {
  const events = (name: string, statistic: Metric['statistic']): Metric => ({
    namespace: 'AWS/Kinesis',
    name,
    dimensions: { StreamName: stream },
    statistic,
  });
  return [
    {
      id: 'events-age',
      about: 'Events wait for more than a minute to be read',
      measure: events('GetRecords.IteratorAgeMilliseconds', 'Maximum'),
      breach: { above: 60_000 },
      ...threeOfFive,
      ...quietIsGood,
    },
    {
      id: 'events-throttled',
      about: 'Producers are throttled: too few shards',
      measure: events('WriteProvisionedThroughputExceeded', 'Sum'),
      breach: { above: 0 },
      ...twoOfThree,
      ...quietIsGood,
    },
    {
      id: 'delivery-freshness',
      about: 'The oldest event that is not yet in S3 is more than 15 minutes old',
      measure: {
        namespace: 'AWS/Firehose',
        name: 'DeliveryToS3.DataFreshness',
        dimensions: { DeliveryStreamName: deliveryStream },
        statistic: 'Maximum',
      },
      breach: { above: 900 },
      ...threeOfFive,
      ...quietIsGood,
    },
    {
      id: 'dead-letters',
      about: 'A scheduled check or a notification could not be delivered',
      measure: {
        namespace: 'AWS/SQS',
        name: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: deadLetterQueue },
        statistic: 'Maximum',
      },
      breach: { above: 0 },
      ...twoOfThree,
      ...quietIsGood,
    },
  ];
}
