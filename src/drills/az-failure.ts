// The loss of one availability zone: its network, its cache nodes, its tasks, and the database's writer if it is there.
import { drill } from '../define/drill.ts';

/** How long the zone stays dark. Traffic is shifted away after half of it, as AWS's own scenario does after five minutes. */
const outageSeconds = 600;

export const azFailure = drill({
  id: 'az-failure',
  title: 'Loss of an availability zone',
  about:
    'Nothing gets into or out of one zone for ten minutes, and its tasks end. All goes well when the other two carry the load, and students notice no more than a moment of errors.',
  isZonal: true,
  hypothesis: [
    // A third of the requests for the 45 s (three checks, 15 s apart) that the load balancer needs to leave the dark tasks
    // is 5 % of five minutes: as if nothing had worked for 15 s.
    { kpi: 'edge-5xx-rate', tolerated: 5, windowSeconds: 300 },
    // Answers that need the writer fail for the minute at most that Aurora takes to fail over, about a quarter of them.
    { kpi: 'targets-5xx-rate', tolerated: 5, windowSeconds: 300 },
    { kpi: 'api-5xx-rate', tolerated: 5, windowSeconds: 300 },
    // What waits for the writer waits at the proxy, for as long as that lends connections: 30 s.
    { kpi: 'edge-latency', tolerated: 30, windowSeconds: 300 },
    // A zone that is left answers nothing; the other two must not get worse than the service as a whole may.
    { kpi: 'zone-errors', tolerated: 5, windowSeconds: 300 },
    // One in each of the two zones that are left.
    { kpi: 'healthy', tolerated: 2, windowSeconds: 60 },
  ],
  targets: {
    subnets: { kind: 'subnets', tiers: ['app', 'data'] },
    tasks: { kind: 'tasks', percent: 100 },
    database: {
      kind: 'database-cluster',
      mayBeEmpty: 'The writer may be in another zone: then there is nothing to fail over.',
    },
    cache: { kind: 'cache-group', mayBeEmpty: 'There are fewer nodes than zones: one zone may have none.' },
    'load-balancer': { kind: 'load-balancer' },
  },
  // AWS's own scenario for the loss of a zone does not touch Fargate tasks. FIS picks its targets once, at the start, so the
  // subnets are fenced before the tasks are stopped: what replaces them cannot come up in the dark zone.
  actions: [
    { name: 'assert-healthy', about: 'Start only while users are well', actionId: 'aws:cloudwatch:assert-alarm-state' },
    {
      name: 'fence-subnets',
      about: 'Cut the app and the data subnet of the zone off',
      actionId: 'aws:network:disrupt-connectivity',
      target: 'subnets',
      durationSeconds: outageSeconds,
      parameters: { scope: 'all' },
      after: ['assert-healthy'],
    },
    {
      name: 'cut-cache-power',
      about: 'Take the power from the cache nodes of the zone',
      actionId: 'aws:elasticache:replicationgroup-interrupt-az-power',
      target: 'cache',
      durationSeconds: outageSeconds,
      after: ['assert-healthy'],
    },
    {
      name: 'fail-over-database',
      about: 'Move the writer out of the zone, if it is there',
      actionId: 'aws:rds:failover-db-cluster',
      target: 'database',
      after: ['assert-healthy'],
    },
    {
      name: 'wait-for-fence',
      about: 'Wait until the fence stands',
      actionId: 'aws:fis:wait',
      durationSeconds: 60,
      after: ['assert-healthy'],
    },
    {
      name: 'stop-tasks',
      about: 'End the tasks of the zone',
      actionId: 'aws:ecs:stop-task',
      target: 'tasks',
      after: ['wait-for-fence'],
    },
    {
      name: 'wait-for-shift',
      about: 'See how the platform does by itself',
      actionId: 'aws:fis:wait',
      durationSeconds: outageSeconds / 2,
      after: ['assert-healthy'],
    },
    {
      name: 'shift-traffic',
      about: 'Shift traffic away from the zone, as AWS would',
      actionId: 'aws:arc:start-zonal-autoshift',
      target: 'load-balancer',
      durationSeconds: outageSeconds / 2,
      parameters: { managedResourceTypes: 'ALB', zonalAutoshiftStatus: 'ANY' },
      after: ['wait-for-shift'],
    },
  ],
  // Traffic comes back last: by then there is somebody to take it.
  rollback: ['restore-subnets', 'restore-service', 'fail-back-database', 'cancel-zonal-shift'],
  recovery: [
    'experiment-ended',
    'no-fis-network-acls',
    'service-on-good-task-definition',
    'tasks-balanced',
    'database-available',
    'cache-available',
    'no-zonal-shift',
    'alarms-ok',
  ],
  // A cache node is made anew and copies its data, ECS moves tasks back zone by zone, alarms look back five minutes.
  recoverySeconds: 1200,
  cadence: 'every week',
});
