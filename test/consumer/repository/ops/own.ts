// What the shop adds to Opsdeck: a command, two KPIs, a drill and a runbook.
import { command, drill } from 'opsdeck/define';
import type { OwnDefinitions } from 'opsdeck/projen';
import { asking } from 'opsdeck/runbooks';

const { runbook, step } = asking({});

export const own: OwnDefinitions = {
  commands: [
    command({
      name: 'weekly',
      about: 'Show the KPIs of the last seven days',
      examples: ['/weekly'],
      arguments: {
        window: { kind: 'duration', form: 'pair', default: '7d', mostSeconds: 14 * 86_400, about: 'How far back to look' },
      },
      permission: 'triage',
      on: 'both',
      mutates: false,
      needsTerraformJson: false,
      job: 'kpi',
    }),
  ],
  kpis: [
    {
      id: 'orders-age',
      title: 'Age of orders',
      about: 'Orders wait for too long',
      group: 'events',
      layer: 'platform',
      environments: 'lasting',
      unit: 'Seconds',
      periodSeconds: 60,
      good: 'low',
      target: 60,
      alarm: { threshold: 600, periods: 3, datapoints: 3, whenMissing: 'notBreaching' },
      measure: {
        kind: 'metric',
        metric: {
          namespace: 'AWS/SQS',
          name: 'ApproximateAgeOfOldestMessage',
          dimensions: { QueueName: { is: 'shop-staging-orders' } },
          statistic: 'Maximum',
        },
      },
      runbook: 'count-orders',
      aborts: [],
    },
    {
      id: 'failed-orders',
      title: 'Failed orders',
      about: 'Orders could not be taken, and wait for somebody',
      group: 'events',
      layer: 'platform',
      environments: 'all',
      unit: 'Seconds',
      periodSeconds: 60,
      good: 'low',
      target: 60,
      alarm: { threshold: 600, periods: 3, datapoints: 3, whenMissing: 'notBreaching' },
      measure: {
        kind: 'metric',
        metric: {
          namespace: 'AWS/SQS',
          name: 'ApproximateAgeOfOldestMessage',
          dimensions: { QueueName: 'dead-letter-queue' },
          statistic: 'Maximum',
        },
      },
      runbook: 'count-orders',
      aborts: [],
    },
  ],
  drills: [
    drill({
      id: 'slow-orders',
      title: 'Orders that wait',
      about: 'AWS refuses what the service asks of its queues for five minutes. All goes well when orders only wait.',
      isZonal: false,
      hypothesis: [{ kpi: 'orders-age', tolerated: 600, windowSeconds: 300 }],
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
      recovery: ['experiment-ended', 'alarms-ok'],
      recoverySeconds: 300,
      cadence: 'every month',
    }),
  ],
  runbooks: [
    runbook({
      id: 'count-orders',
      title: 'Count the orders that wait',
      about: 'Tells how many orders wait, and changes nothing.',
      when: ['Orders are slow.'],
      symptoms: [],
      risk: 'none',
      permission: 'write',
      calls: { reads: ['sqs:GetQueueAttributes'], writes: {} },
      target: () => 'environment',
      check: async () => [],
      steps: [
        step({
          id: 'count',
          title: 'Count them',
          about: 'Reads the length of the queue.',
          timeoutSeconds: 30,
          retries: 1,
          before: {},
          plan: async () => ({ kind: 'nothing', why: 'it only looks' }),
          run: async () => undefined,
          verify: async () => ({ kind: 'yes', words: 'they are counted' }),
          compensate: { impossible: 'It changes nothing.' },
        }),
      ],
      settleSeconds: 0,
    }),
  ],
};
