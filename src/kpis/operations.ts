// What operations themselves depend on.
import type { PlatformKpi } from '../define/kpi.ts';
import { everyMinute, quietIsGood, twoOfThree } from './pace.ts';

export const operationsKpis: readonly PlatformKpi[] = [
  {
    id: 'dead-letters',
    title: 'Dead letters',
    about: 'A scheduled check or a notification could not be delivered',
    group: 'operations',
    layer: 'platform',
    environments: 'all',
    unit: 'Count',
    ...everyMinute,
    good: 'low',
    target: 0,
    measure: {
      kind: 'metric',
      // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
      metric: {
        namespace: 'AWS/SQS',
        name: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: 'dead-letter-queue' },
        statistic: 'Maximum',
      },
    },
    // Nothing that ends there mends itself.
    alarm: { threshold: 0, ...twoOfThree, ...quietIsGood },
    runbook: 'redrive-dead-letters',
    aborts: [],
  },
];
