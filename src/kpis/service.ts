// One service: what its users get, and whether its tasks are well.
import type { LayerPlaces, Metric, ServiceKpi, Statistic } from '../define/kpi.ts';
import { everyMinute, quietIsBad, quietIsGood, threeOfFive, twoOfThree } from './pace.ts';

type At = LayerPlaces['service'];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
const requests = (name: string, statistic: Statistic, more: Readonly<Record<string, At>> = {}): Metric<At> => ({
  namespace: 'AWS/ApplicationELB',
  name,
  dimensions: { LoadBalancer: 'load-balancer', TargetGroup: 'target-group', ...more },
  statistic,
});

const inZone = { AvailabilityZone: 'zone' } as const;
const tasks = { ClusterName: 'cluster', ServiceName: 'service' } as const;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html */
const load = (name: string): Metric<At> => ({ namespace: 'AWS/ECS', name, dimensions: tasks, statistic: 'Average' });

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html */
const count = (name: string, statistic: Statistic): Metric<At> => ({
  namespace: 'ECS/ContainerInsights',
  name,
  dimensions: tasks,
  statistic,
});

const shared = { group: 'service', layer: 'service', environments: 'all', ...everyMinute } as const;
const steady = { ...threeOfFive, ...quietIsGood } as const;

/** A preview has few requests: below 20 a minute, one failure would be a rate of 5 %. */
const atLeast = 20;

const userKpis: readonly ServiceKpi[] = [
  {
    id: 'errors',
    title: 'Errors',
    about: 'More than 1 % of the answers are 5XX',
    ...shared,
    unit: 'Percent',
    good: 'low',
    target: 0.1,
    measure: {
      kind: 'percentage',
      part: requests('HTTPCode_Target_5XX_Count', 'Sum'),
      whole: requests('RequestCount', 'Sum'),
      atLeast,
    },
    // Ten times the budget of the availability objective.
    alarm: { threshold: 1, ...steady },
    runbook: 'ecs-rollback',
    aborts: ['deploy'],
  },
  {
    id: 'latency',
    title: 'Latency, p99',
    about: 'One request in a hundred takes longer than a second',
    ...shared,
    unit: 'Seconds',
    good: 'low',
    // A second is the limit for a person's flow of thought: https://www.nngroup.com/articles/response-times-3-important-limits/
    target: 1,
    measure: { kind: 'metric', metric: requests('TargetResponseTime', 'p99') },
    alarm: { threshold: 1, ...steady },
    runbook: 'ecs-rollback',
    aborts: ['deploy'],
  },
  {
    id: 'requests',
    title: 'Requests',
    about: 'How much the service has to do; the other numbers are to be read with it',
    ...shared,
    unit: 'Count',
    good: 'neither',
    measure: { kind: 'metric', metric: requests('RequestCount', 'Sum') },
    runbook: 'ecs-scale',
    aborts: [],
  },
  {
    id: 'zone-errors',
    title: 'Errors by zone',
    about: 'More than 1 % of the answers are 5XX in one zone',
    ...shared,
    environments: 'lasting',
    unit: 'Percent',
    good: 'low',
    target: 0.1,
    measure: {
      kind: 'percentage',
      part: requests('HTTPCode_Target_5XX_Count', 'Sum', inZone),
      whole: requests('RequestCount', 'Sum', inZone),
      atLeast,
    },
    // The same as for the whole service: a zone that alone reaches it is one to leave.
    alarm: { threshold: 1, ...steady },
    runbook: 'az-evacuation',
    aborts: [],
  },
];

/** The targets are what scaling holds: above 80 % for minutes, it does not keep up. */
const busy = { unit: 'Percent', good: 'low', alarm: { threshold: 80, ...steady }, runbook: 'ecs-scale', aborts: [] } as const;

const taskKpis: readonly ServiceKpi[] = [
  {
    id: 'unhealthy',
    title: 'Unhealthy tasks',
    about: 'Tasks fail the health check of the load balancer',
    ...shared,
    unit: 'Count',
    good: 'low',
    target: 0,
    measure: { kind: 'metric', metric: requests('UnHealthyHostCount', 'Maximum') },
    alarm: { threshold: 0, ...steady },
    runbook: 'ecs-redeploy',
    aborts: ['deploy'],
  },
  {
    id: 'healthy',
    title: 'Healthy tasks',
    about: 'No task of the service can take requests',
    ...shared,
    environments: 'lasting',
    unit: 'Count',
    good: 'high',
    // One in each of two zones is the least that survives the loss of one.
    target: 2,
    measure: { kind: 'metric', metric: requests('HealthyHostCount', 'Minimum') },
    // Nobody is served: that is told after two minutes. A target group without targets is silent.
    alarm: { threshold: 1, ...twoOfThree, ...quietIsBad },
    runbook: 'ecs-redeploy',
    aborts: [],
  },
  {
    id: 'missing-tasks',
    title: 'Missing tasks',
    about: 'Fewer tasks run than should',
    ...shared,
    unit: 'Count',
    good: 'low',
    target: 0,
    measure: {
      kind: 'difference',
      minuend: count('DesiredTaskCount', 'Maximum'),
      subtrahend: count('RunningTaskCount', 'Minimum'),
    },
    // A task takes a minute or two to start: three minutes of five are no longer a start.
    alarm: { threshold: 0, ...threeOfFive, ...quietIsBad },
    runbook: 'ecs-redeploy',
    aborts: [],
  },
  {
    id: 'running-tasks',
    title: 'Running tasks',
    about: 'How many tasks scaling keeps',
    ...shared,
    unit: 'Count',
    good: 'neither',
    measure: { kind: 'metric', metric: count('RunningTaskCount', 'Minimum') },
    runbook: 'ecs-scale',
    aborts: [],
  },
  {
    id: 'cpu',
    title: 'CPU',
    about: 'Tasks use more than 80 % of their CPU',
    ...shared,
    ...busy,
    target: 70,
    measure: { kind: 'metric', metric: load('CPUUtilization') },
  },
  {
    id: 'memory',
    title: 'Memory',
    about: 'Tasks use more than 80 % of their memory',
    ...shared,
    ...busy,
    target: 75,
    measure: { kind: 'metric', metric: load('MemoryUtilization') },
  },
];

export const serviceKpis: readonly ServiceKpi[] = [...userKpis, ...taskKpis];
