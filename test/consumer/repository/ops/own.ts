// What the shop adds to Opsdeck: a command, a KPI and a runbook.
import { command } from 'opsdeck/define';
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
