// A third of the service's tasks end at once, wherever they are: a bad host, a bad deploy, a crash under load.
import { drill } from '../define/drill.ts';

export const taskLoss = drill({
  id: 'task-loss',
  title: 'Loss of a third of the tasks',
  about:
    'A third of the tasks of the service end at once, in all zones. All goes well when the others carry the load until ECS has started new ones.',
  isZonal: false,
  hypothesis: [
    // Tasks finish what they have begun, and the load balancer knows at once that they leave: a few requests fail, well
    // below the 1 % that users would call an outage.
    { kpi: 'edge-5xx-rate', tolerated: 1, windowSeconds: 300 },
    { kpi: 'targets-5xx-rate', tolerated: 1, windowSeconds: 300 },
    // Two thirds have half as much again to do, for the minute or two that a task takes to start.
    { kpi: 'edge-latency', tolerated: 2, windowSeconds: 300 },
    { kpi: 'cpu', tolerated: 80, windowSeconds: 300 },
    { kpi: 'healthy', tolerated: 2, windowSeconds: 60 },
  ],
  // FIS rounds down: of three tasks, 33 % would be none. https://docs.aws.amazon.com/fis/latest/userguide/targets.html#target-selection-mode
  targets: { tasks: { kind: 'tasks', percent: 34 } },
  actions: [
    { name: 'assert-healthy', about: 'Start only while users are well', actionId: 'aws:cloudwatch:assert-alarm-state' },
    {
      name: 'stop-tasks',
      about: 'End a third of the tasks',
      actionId: 'aws:ecs:stop-task',
      target: 'tasks',
      after: ['assert-healthy'],
    },
    {
      name: 'observe',
      about: 'Watch ECS replace them',
      actionId: 'aws:fis:wait',
      durationSeconds: 600,
      after: ['stop-tasks'],
    },
  ],
  rollback: ['restore-service'],
  recovery: ['experiment-ended', 'service-on-good-task-definition', 'tasks-balanced', 'alarms-ok'],
  // The tasks are back before the experiment ends; spreading them over the zones, and the alarms, take some minutes.
  recoverySeconds: 600,
  cadence: 'every month',
});
