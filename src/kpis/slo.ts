// What a service promises to its users, and the burn rates of its error budgets that somebody is told of.
import type { BurnRate, LayerPlaces, Metric, Slo, Statistic } from '../define/kpi.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Table 5-8 of the SRE workbook: of a budget for 30 days, 2 % in an hour, 5 % in six hours, 10 % in three days. The short
 * window is a twelfth of the long one. https://sre.google/workbook/alerting-on-slos/#recommended_parameters_for_an_slo_based_alerting_configuration
 */
export const burnRates: readonly BurnRate[] = [
  { id: 'fast', severity: 'page', rate: 14.4, longSeconds: hour, shortSeconds: 5 * minute },
  { id: 'slow', severity: 'page', rate: 6, longSeconds: 6 * hour, shortSeconds: 30 * minute },
  { id: 'drift', severity: 'ticket', rate: 1, longSeconds: 3 * day, shortSeconds: 6 * hour },
];

const of = (name: string, statistic: Statistic): Metric<LayerPlaces['service']> => ({
  namespace: 'AWS/ApplicationELB',
  name,
  dimensions: { LoadBalancer: 'load-balancer', TargetGroup: 'target-group' },
  statistic,
});

/**
 * At a low traffic one failure is a high rate: https://sre.google/workbook/alerting-on-slos/#low-traffic-services-and-error-budget-alerting .
 * Twelve alarms and four composites cost a preview more than they tell it.
 */
const shared = { objectiveDays: 30, leastBad: 5, burnRates, environments: 'lasting' } as const;

export const slos: readonly Slo[] = [
  {
    id: 'availability',
    title: 'Availability',
    about: 'Of all requests, 99.9 % are answered without a 5XX',
    // What the load balancer answers itself belongs to no target group: `edge-5xx-rate` and `healthy` are about that.
    bad: of('HTTPCode_Target_5XX_Count', 'Sum'),
    all: of('RequestCount', 'Sum'),
    // 43 minutes of full outage a month.
    objectivePercent: 99.9,
    ...shared,
    runbook: 'ecs-rollback',
  },
  {
    id: 'latency',
    title: 'Latency',
    about: 'Of all requests, 99 % are answered within a second',
    bad: of('TargetResponseTime', 'TC(1:)'),
    all: of('TargetResponseTime', 'SampleCount'),
    // The same second and the same hundredth as in the KPI of that name.
    objectivePercent: 99,
    ...shared,
    runbook: 'ecs-scale',
  },
];
