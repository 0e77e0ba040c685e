// A drill for reports: the loss of a zone, in small.
import { drill } from '../../../../../src/define/drill.ts';

export const zoneLoss = drill({
  id: 'az-failure',
  title: 'Loss of an availability zone',
  about: 'Cuts one zone off for ten minutes; when all goes well, users notice nothing but a moment of errors.',
  isZonal: true,
  hypothesis: [
    { kpi: 'edge-5xx-rate', tolerated: 1, windowSeconds: 300 },
    { kpi: 'healthy', tolerated: 2, windowSeconds: 60 },
  ],
  targets: {
    subnets: { kind: 'subnets', tiers: ['app', 'data'] },
    tasks: { kind: 'tasks', percent: 100 },
    database: { kind: 'database-cluster', mayBeEmpty: 'The writer may be in another zone.' },
  },
  actions: [
    {
      name: 'fence-subnets',
      about: 'Cut the subnets of the zone off',
      actionId: 'aws:network:disrupt-connectivity',
      target: 'subnets',
      durationSeconds: 600,
    },
    { name: 'wait', about: 'Wait until the fence stands', actionId: 'aws:fis:wait', durationSeconds: 60 },
    { name: 'stop-tasks', about: 'End the tasks of the zone', actionId: 'aws:ecs:stop-task', target: 'tasks', after: ['wait'] },
  ],
  rollback: ['restore-subnets', 'restore-service', 'cancel-zonal-shift'],
  recovery: ['experiment-ended', 'alarms-ok', 'no-fis-network-acls', 'tasks-balanced'],
  recoverySeconds: 900,
  cadence: 'every week',
});

/** One that hits no zone. */
export const throttling = drill({
  ...zoneLoss,
  id: 'kinesis-throttle',
  title: 'Event stream that refuses',
  isZonal: false,
  hypothesis: [{ kpi: 'edge-5xx-rate', tolerated: 1, windowSeconds: 300 }],
  targets: { role: { kind: 'service-role' } },
  actions: [
    {
      name: 'throttle',
      about: 'Refuse what is put',
      actionId: 'aws:fis:inject-api-throttle-error',
      target: 'role',
      durationSeconds: 90,
    },
  ],
  rollback: [],
});
