// The REST API: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html .
import type { Metric, PlatformKpi, Statistic } from '../define/kpi.ts';
import { everyMinute, quietIsGood, threeOfFive } from './pace.ts';

const of = (name: string, statistic: Statistic): Metric<'api-name' | 'api-stage'> => ({
  namespace: 'AWS/ApiGateway',
  name,
  dimensions: { ApiName: 'api-name', Stage: 'api-stage' },
  statistic,
});

const shared = { group: 'api', layer: 'platform', environments: 'all', good: 'low', ...everyMinute } as const;

/** The average of these metrics is a rate, too, but has no guard for times of few requests. */
const rate = (name: string) => ({ kind: 'percentage', part: of(name, 'Sum'), whole: of('Count', 'Sum'), atLeast: 100 }) as const;

export const apiKpis: readonly PlatformKpi[] = [
  {
    id: 'api-5xx-rate',
    title: 'Errors of the API',
    about: 'The API answers more than 1 % with 5XX',
    ...shared,
    unit: 'Percent',
    target: 0.1,
    measure: rate('5XXError'),
    // Ten times the budget of the availability objective.
    alarm: { threshold: 1, ...threeOfFive, ...quietIsGood },
    runbook: 'ecs-rollback',
    aborts: ['game-day'],
  },
  {
    id: 'api-4xx-rate',
    title: 'Refusals of the API',
    about: 'The API refuses more than 5 %: a broken client, a key that is gone, or a throttle that is too low',
    ...shared,
    environments: 'lasting',
    unit: 'Percent',
    target: 2,
    measure: rate('4XXError'),
    // AWS's own example for this alarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    alarm: { threshold: 5, ...threeOfFive, ...quietIsGood },
    runbook: 'api-throttle',
    aborts: [],
  },
  {
    id: 'api-latency',
    title: 'Latency of the API, p99',
    about: 'One call in a hundred takes longer than two seconds',
    ...shared,
    environments: 'lasting',
    unit: 'Milliseconds',
    target: 1000,
    measure: { kind: 'metric', metric: of('Latency', 'p99') },
    // The second that the service behind it has, and as much again for the way there.
    alarm: { threshold: 2000, ...threeOfFive, ...quietIsGood },
    runbook: 'ecs-scale',
    aborts: [],
  },
];
