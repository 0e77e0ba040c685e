// Drills and KPIs of a repository's own in the stacks of the reference platform: experiments, alarms and widgets beside ours.
import { describe, expect, test } from '@jest/globals';
import { drill } from '../../src/define/drill.ts';
import type { Kpi } from '../../src/define/kpi.ts';
import { profiles } from '../../src/stacks/profiles.ts';
import { listAt, textAt } from './support/json.ts';
import { ofType, readStack, type Stack } from './support/stack.ts';
import { synthesizedJson } from './support/synthesize.ts';
import { stackNamed } from './support/synthesized.ts';

const refuseQueues = drill({
  id: 'refuse-queues',
  title: 'Queues that refuse',
  about: 'AWS refuses what the service asks of its queues.',
  isZonal: false,
  hypothesis: [],
  targets: { service: { kind: 'service-role' } },
  actions: [
    {
      name: 'refuse',
      about: 'Refuse calls of SQS',
      actionId: 'aws:fis:inject-api-throttle-error',
      target: 'service',
      durationSeconds: 300,
      parameters: { service: 'sqs', operations: 'SendMessage', percentage: '100' },
    },
  ],
  rollback: [],
  recovery: ['experiment-ended'],
  recoverySeconds: 300,
  cadence: 'every month',
});

const shared = { group: 'events', environments: 'all', unit: 'Seconds', periodSeconds: 60, good: 'low', target: 60 } as const;
const alarm = { threshold: 60, periods: 3, datapoints: 2, whenMissing: 'notBreaching' } as const;
const measureOf = (dimension: object) =>
  ({ kind: 'metric', metric: { namespace: 'Shop', name: 'Age', dimensions: { Of: dimension }, statistic: 'Maximum' } }) as never;
const kpi = (layer: Kpi['layer']) =>
  ({
    ...{ id: 'orders-age', title: 'Age of orders', about: 'Orders wait', layer, ...shared, alarm, aborts: [] },
    ...{ measure: measureOf({ is: 'orders' }), runbook: 'collect-diagnostics' },
  }) as Kpi;

const staging = { environment: 'staging', region: 'eu-west-2', profile: profiles.staging } as const;
const platform = readStack(
  'own/platform',
  synthesizedJson({ kind: 'platform', ...staging, own: { drills: [refuseQueues], kpis: [kpi('platform')] } }),
);
const service = readStack(
  'own/service',
  synthesizedJson({ kind: 'service', service: 'app', ...staging, own: { kpis: [kpi('service')] } }),
);

const pathsOf = (stack: Stack, type: string) => ofType(stack, type).map(({ path }) => path);
const added = (stack: Stack, before: Stack, type: string) =>
  pathsOf(stack, type).filter((path) => !pathsOf(before, type).includes(path));

describe('what a repository adds', () => {
  test('has an experiment for each drill, which the engine finds by its tag', () => {
    expect(added(platform, stackNamed('staging/platform'), 'aws_fis_experiment_template')).toEqual(['resilience/refuse-queues']);
    const template = ofType(platform, 'aws_fis_experiment_template').find(({ path }) => path === 'resilience/refuse-queues');
    expect(textAt(template?.body, 'tags.Drill')).toBe('refuse-queues');
    expect(listAt(template?.body, 'stop_condition').length).toBeGreaterThan(0);
  });

  test.each([
    [platform, stackNamed('staging/platform'), 'aws_cloudwatch_metric_alarm'],
    [service, stackNamed('staging/service'), 'aws_cloudwatch_metric_alarm'],
  ] as const)('has an alarm for each KPI: $label', (stack, before, type) => {
    expect(added(stack, before, type)).toEqual(['observability/orders-age']);
  });

  test('takes nothing of ours away', () => {
    for (const [stack, before] of [
      [platform, stackNamed('staging/platform')],
      [service, stackNamed('staging/service')],
    ] as const) {
      const paths = stack.resources.map(({ path }) => path);
      expect(before.resources.filter(({ path }) => !paths.includes(path))).toEqual([]);
    }
  });
});
