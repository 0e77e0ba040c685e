// The load balancer, for all services together: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html .
import type { Metric, PlatformKpi, Statistic } from '../define/kpi.ts';
import { everyMinute, quietIsGood, threeOfFive } from './pace.ts';

const of = (name: string, statistic: Statistic): Metric<'load-balancer'> => ({
  namespace: 'AWS/ApplicationELB',
  name,
  dimensions: { LoadBalancer: 'load-balancer' },
  statistic,
});

const shared = { group: 'edge', layer: 'platform', environments: 'all', ...everyMinute } as const;

/** The target is what the availability objective leaves for errors; ten times that, for minutes, is what users call an outage. */
const errorRate = { unit: 'Percent', good: 'low', target: 0.1, alarm: { threshold: 1, ...threeOfFive, ...quietIsGood } } as const;

/** Below 100 requests a minute, one failed request would be more than 1 %. */
const atLeast = 100;

export const edgeKpis: readonly PlatformKpi[] = [
  {
    id: 'edge-5xx-rate',
    title: 'Errors of the load balancer',
    about: 'The load balancer itself answers more than 1 % with 5XX',
    ...shared,
    ...errorRate,
    // RequestCount has only the requests for which a target was found: without targets, the errors are all there is.
    measure: { kind: 'share', part: of('HTTPCode_ELB_5XX_Count', 'Sum'), rest: of('RequestCount', 'Sum'), atLeast },
    runbook: 'az-evacuation',
    aborts: ['game-day'],
  },
  {
    id: 'targets-5xx-rate',
    title: 'Errors of all services',
    about: 'Services answer more than 1 % with 5XX',
    ...shared,
    ...errorRate,
    measure: { kind: 'percentage', part: of('HTTPCode_Target_5XX_Count', 'Sum'), whole: of('RequestCount', 'Sum'), atLeast },
    runbook: 'ecs-rollback',
    aborts: ['game-day'],
  },
  {
    id: 'edge-latency',
    title: 'Latency of all services, p99',
    about: 'One request in a hundred takes longer than a second, over all services',
    ...shared,
    environments: 'lasting',
    unit: 'Seconds',
    good: 'low',
    // A second is the limit for a person's flow of thought: https://www.nngroup.com/articles/response-times-3-important-limits/
    target: 1,
    measure: { kind: 'metric', metric: of('TargetResponseTime', 'p99') },
    alarm: { threshold: 1, ...threeOfFive, ...quietIsGood },
    runbook: 'ecs-scale',
    // A zone's loss makes everything slow for some minutes: that is what a drill is there to measure, not a reason to end it.
    aborts: [],
  },
  {
    id: 'edge-requests',
    title: 'Requests',
    about: 'How much there is to do; the other numbers are to be read with it',
    ...shared,
    unit: 'Count',
    good: 'neither',
    measure: { kind: 'metric', metric: of('RequestCount', 'Sum') },
    runbook: 'ecs-scale',
    aborts: [],
  },
];
