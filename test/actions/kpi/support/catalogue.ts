// Three rows and an objective that stay as they are, whatever becomes of the catalogue.
import type { KpiCatalogue, Metric, Statistic } from '../../../../src/define/kpi.ts';

const of = (name: string, statistic: Statistic): Metric<'load-balancer' | 'target-group'> => ({
  namespace: 'AWS/ApplicationELB',
  name,
  dimensions: { LoadBalancer: 'load-balancer', TargetGroup: 'target-group' },
  statistic,
});

const shared = {
  about: 'What it tells',
  group: 'service',
  layer: 'service',
  environments: 'all',
  periodSeconds: 60,
  runbook: 'ecs-rollback',
  aborts: [],
} as const;

export const few: KpiCatalogue = {
  kpis: [
    {
      ...shared,
      id: 'errors',
      title: 'Errors',
      unit: 'Percent',
      good: 'low',
      target: 0.1,
      measure: {
        kind: 'percentage',
        part: of('HTTPCode_Target_5XX_Count', 'Sum'),
        whole: of('RequestCount', 'Sum'),
        atLeast: 20,
      },
    },
    {
      ...shared,
      id: 'latency',
      title: 'Latency, p99',
      unit: 'Seconds',
      good: 'low',
      target: 1,
      measure: { kind: 'metric', metric: of('TargetResponseTime', 'p99') },
    },
    {
      ...shared,
      id: 'running-tasks',
      title: 'Running tasks',
      unit: 'Count',
      good: 'neither',
      measure: { kind: 'metric', metric: of('RunningTaskCount', 'Minimum') },
    },
  ],
  slos: [
    {
      id: 'availability',
      title: 'Availability',
      about: 'Of all requests, 99.9 % are answered without a 5XX',
      bad: of('HTTPCode_Target_5XX_Count', 'Sum'),
      all: of('RequestCount', 'Sum'),
      objectivePercent: 99.9,
      objectiveDays: 30,
      leastBad: 5,
      burnRates: [],
      runbook: 'ecs-rollback',
      environments: 'lasting',
    },
  ],
};
