// What a service watches: the first three also turn a bad rollout back.
import type { AlarmRow, Metric } from '../parts/alarms.ts';

export interface WatchedService {
  readonly loadBalancer: string;
  readonly targetGroup: string;
  readonly cluster: string;
  readonly service: string;
}

const threeOfFive = { periodSeconds: 60, periods: 5, datapoints: 3 } as const;
const quietIsGood = { whenMissing: 'notBreaching' } as const;

/** Ids of the rows that turn a rollout back. */
export const rollbackRows = ['errors', 'latency', 'unhealthy'] as const;

export function serviceAlarmRows(watched: WatchedService): readonly AlarmRow[] {
  return [...requestRows(watched), ...taskRows(watched)];
}

function requestRows({ loadBalancer, targetGroup }: WatchedService): readonly AlarmRow[] {
  const of = (name: string, statistic: Metric['statistic']): Metric => ({
    namespace: 'AWS/ApplicationELB',
    name,
    dimensions: { LoadBalancer: loadBalancer, TargetGroup: targetGroup },
    statistic,
  });
  return [
    {
      id: 'errors',
      about: 'More than 1 % of the answers are 5XX',
      measure: { part: of('HTTPCode_Target_5XX_Count', 'Sum'), whole: of('RequestCount', 'Sum'), atLeast: 20 },
      breach: { above: 1 },
      ...threeOfFive,
      ...quietIsGood,
    },
    {
      id: 'latency',
      about: 'One request in a hundred takes longer than a second',
      measure: of('TargetResponseTime', 'p99'),
      breach: { above: 1 },
      ...threeOfFive,
      ...quietIsGood,
    },
    {
      id: 'unhealthy',
      about: 'Tasks fail the health check of the load balancer',
      measure: of('UnHealthyHostCount', 'Maximum'),
      breach: { above: 0 },
      ...threeOfFive,
      ...quietIsGood,
    },
  ];
}

function taskRows({ cluster, service }: WatchedService): readonly AlarmRow[] {
  const dimensions = { ClusterName: cluster, ServiceName: service };
  const load = (name: string): Metric => ({ namespace: 'AWS/ECS', name, dimensions, statistic: 'Average' });
  const count = (name: string, statistic: Metric['statistic']): Metric => ({
    namespace: 'ECS/ContainerInsights',
    name,
    dimensions,
    statistic,
  });
  return [
    {
      id: 'cpu',
      about: 'Tasks use more than 80 % of their CPU',
      measure: load('CPUUtilization'),
      breach: { above: 80 },
      ...threeOfFive,
      ...quietIsGood,
    },
    {
      id: 'memory',
      about: 'Tasks use more than 80 % of their memory',
      measure: load('MemoryUtilization'),
      breach: { above: 80 },
      ...threeOfFive,
      ...quietIsGood,
    },
    {
      id: 'missing-tasks',
      about: 'Fewer tasks run than should',
      measure: { minuend: count('DesiredTaskCount', 'Maximum'), subtrahend: count('RunningTaskCount', 'Minimum') },
      breach: { above: 0 },
      ...threeOfFive,
      // Container Insights reports as long as the service lives: silence means that it does not.
      whenMissing: 'breaching',
    },
  ];
}
