// Starts all tasks of the service anew, on the task definition that it has.
import type { Check } from '../define/runbook.ts';
import { asking } from './asking.ts';
import { checkServing, describeService, isRolling, missingService, revisionOf, rolling, serviceOf } from './shared/service.ts';
import {
  beforeOf,
  checkOurs,
  hasBegun,
  isTurnable,
  isUnderWay,
  oursOf,
  type RolloutBefore,
  rolloutBefore,
} from './shared/service-rollouts.ts';

const { runbook, step } = asking({});

const redeploy = step<RolloutBefore>({
  id: 'redeploy',
  title: 'Start all tasks anew',
  about: 'Forces a new deployment of the same task definition, and waits until ECS calls that deployment complete.',
  // Of a big service, with its tasks' start, health checks and draining.
  timeoutSeconds: 1800,
  retries: 3,
  before: rolloutBefore,
  plan: async ({ ports, place }) => {
    const [state, rollouts] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(serviceOf(place))]);
    if (!state) return { kind: 'refused', obstacle: missingService(place) };
    const now = `${state.deployments[0]?.id} of ${revisionOf(state.taskDefinition)}`;
    const to = `a new one of ${revisionOf(state.taskDefinition)}, which replaces all tasks (${state.running} run)`;
    const change = { what: `deployment of ${serviceOf(place).service}`, from: now, to };
    return { kind: 'change', changes: [change], before: beforeOf(state, rollouts) };
  },
  run: async (scope, before) => {
    if (await hasBegun(scope, before)) return;
    await scope.ports.services.deploy(serviceOf(scope.place), before.taskDefinition);
  },
  verify: async (scope, before): Promise<Check> => {
    const ours = await checkOurs(scope, before);
    return ours.kind === 'yes' ? checkServing(scope) : ours;
  },
  compensate: {
    about:
      'Turns the deployment back while it is in progress. A complete one stays: the tasks before it had the same task definition.',
    timeoutSeconds: 1800,
    run: async ({ ports, place }, before) => {
      const ours = oursOf(await ports.services.rollouts(serviceOf(place)), before);
      if (ours && isTurnable(ours.status)) await ports.services.turnBack(ours.arn);
    },
    verify: async (scope, before) => {
      const ours = oursOf(await scope.ports.services.rollouts(serviceOf(scope.place)), before);
      if (ours?.status === 'ROLLBACK_FAILED') return { kind: 'never', words: `ECS could not turn it back: ${ours.reason}` };
      if (ours && isUnderWay(ours)) return { kind: 'not-yet', words: 'ECS turns the deployment back' };
      return checkServing(scope);
    },
  },
});

export const ecsRedeploy = runbook({
  id: 'ecs-redeploy',
  title: 'Start all tasks of the service anew',
  about: 'Replaces every task by a new one of the same task definition, a few at a time, so that users do not notice.',
  when: [
    'Tasks are unhealthy, hang or leak, or have lost a connection that they do not open again.',
    'After a secret was rotated that tasks read only when they start.',
    'Not when a release is bad: the new tasks would be as bad; roll it back.',
  ],
  symptoms: ['unhealthy', 'healthy', 'missing-tasks'],
  risk: 'low',
  permission: 'write',
  calls: {
    reads: [
      'ecs:DescribeServiceRevisions',
      'ecs:DescribeServices',
      'ecs:ListServiceDeployments',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
    writes: { 'ecs:StopServiceDeployment': 'service-deployment', 'ecs:UpdateService': 'service' },
  },
  // A deploy that watches its own deployment must not see another one.
  target: () => 'environment',
  check: async ({ ports, place }) => {
    const state = await describeService({ ports, place });
    if (!state) return [missingService(place)];
    return isRolling(state) ? [rolling] : [];
  },
  steps: [redeploy],
  settleSeconds: 300,
});
