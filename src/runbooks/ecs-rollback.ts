// Brings the service back to the release before, by ECS alone.
import { optional, text } from '../define/fields.ts';
import type { Check, RunbookPlace } from '../define/runbook.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';
import { asking } from './asking.ts';
import { checkServing, describeService, gone, missingService, revisionOf, serviceOf } from './shared/service.ts';
import {
  beforeOf,
  checkOf,
  checkOurs,
  hasBegun,
  isTurningBack,
  type RolloutBefore,
  rolloutBefore,
} from './shared/service-rollouts.ts';
import { decideWay, findObstacles } from './shared/service-way-back.ts';

const { runbook, step } = asking({
  to: {
    kind: 'number',
    least: 1,
    most: 1_000_000,
    optional: true,
    about: 'Revision of the task definition; left out, that of the last complete deployment of another one',
    example: '41',
  },
});

interface Before extends RolloutBefore {
  /** What it is brought to; nothing where ECS turns back what is in progress. */
  readonly to?: string | undefined;
  readonly inProgress?: string | undefined;
}

const rollBack = step<Before>({
  id: 'roll-back',
  title: 'Roll the service back',
  about:
    'Lets ECS turn back a deployment that is in progress; else deploys the task definition of the last complete deployment of another one. It waits until ECS calls that very deployment done.',
  timeoutSeconds: 1800,
  retries: 3,
  before: { ...rolloutBefore, to: optional(text), inProgress: optional(text) },
  plan: async ({ ports, place, inputs }) => {
    const service = serviceOf(place);
    const [state, rollouts] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(service)]);
    if (!state) return { kind: 'refused', obstacle: missingService(place) };
    const way = decideWay(state, rollouts, inputs.to);
    if (way.kind === 'none') return { kind: 'refused', obstacle: way.obstacle };
    const what = `task definition of ${service.service}`;
    const from = revisionOf(state.taskDefinition);
    const before = beforeOf(state, rollouts);
    if (way.kind === 'turn-back') {
      const to = 'what ran before the deployment that is in progress';
      return { kind: 'change', changes: [{ what, from, to }], before: { ...before, inProgress: way.rollout.arn } };
    }
    const change = { what, from, to: revisionOf(way.taskDefinition) };
    return { kind: 'change', changes: [change], before: { ...before, to: way.taskDefinition } };
  },
  run: async (scope, before) => {
    const { services } = scope.ports;
    if (before.inProgress) return services.turnBack(before.inProgress);
    if (!before.to || (await hasBegun(scope, before))) return;
    await services.deploy(serviceOf(scope.place), before.to);
  },
  verify: async (scope, before) => {
    const done = await (before.inProgress ? checkTurnedBack(scope, before.inProgress) : checkOurs(scope, before));
    return done.kind === 'yes' ? checkServing(scope) : done;
  },
  compensate: {
    about: 'Deploys the task definition that there was.',
    timeoutSeconds: 1800,
    run: async (scope, { taskDefinition }) => {
      const service = serviceOf(scope.place);
      const [state, [latest]] = await Promise.all([describeService(scope), scope.ports.services.rollouts(service)]);
      const isLeft = state?.taskDefinition !== taskDefinition || (latest !== undefined && isTurningBack(latest.status));
      if (state && isLeft) await scope.ports.services.deploy(service, taskDefinition);
    },
    verify: checkForthAgain,
  },
});

interface Asker {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
}

async function checkTurnedBack({ ports, place }: Asker, arn: string): Promise<Check> {
  const rollout = (await ports.services.rollouts(serviceOf(place))).find((one) => one.arn === arn);
  if (rollout?.status === 'ROLLBACK_SUCCESSFUL') return { kind: 'yes', words: 'ECS has turned the deployment back' };
  if (rollout && isTurningBack(rollout.status)) return { kind: 'not-yet', words: 'ECS turns the deployment back' };
  if (rollout?.status === 'SUCCESSFUL')
    return { kind: 'never', words: 'the deployment was complete before it could be turned back' };
  return rollout ? checkOf(rollout) : { kind: 'never', words: 'ECS does not remember the deployment any more' };
}

/** The task definition that there was is there again. */
async function checkForthAgain({ ports, place }: Asker, before: Before): Promise<Check> {
  const [state, [latest]] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(serviceOf(place))]);
  if (!state) return gone(place);
  const { taskDefinition } = before;
  const isBack = state.taskDefinition === taskDefinition;
  if (isBack && state.deployments[0]?.rollout === 'COMPLETED') return checkServing({ ports, place });
  const isOurs = latest?.taskDefinition === taskDefinition && latest.arn !== before.rollout;
  const failed = !isBack && isOurs ? checkOf(latest) : undefined;
  return failed?.kind === 'never' ? failed : { kind: 'not-yet', words: `${revisionOf(taskDefinition)} is on its way` };
}

export const ecsRollback = runbook({
  id: 'ecs-rollback',
  title: 'Roll the service back',
  about: 'Brings the task definition of the release before back to the service, by ECS alone: Terraform knows nothing of it.',
  when: [
    'First choice is `/rollback`: it applies the last release that was verified to be good, with Terraform, and everybody knows.',
    'This one is for when that cannot be: GitHub, Terraform or the state are not to be had, or a minute counts.',
    'The next deploy brings the newer release again, unless its change is reverted in git before.',
    'Not for the database: what a migration has changed stays as it is.',
  ],
  symptoms: ['errors', 'latency', 'targets-5xx-rate', 'api-5xx-rate', 'database-deadlocks'],
  risk: 'medium',
  permission: 'maintain',
  calls: {
    reads: [
      'ecs:DescribeServiceRevisions',
      'ecs:DescribeServices',
      'ecs:DescribeTaskDefinition',
      'ecs:ListServiceDeployments',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
    writes: { 'ecs:StopServiceDeployment': 'service-deployment', 'ecs:UpdateService': 'service' },
  },
  target: () => 'environment',
  check: async ({ ports, place, inputs }) => {
    const [state, rollouts] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(serviceOf(place))]);
    return state ? findObstacles(ports.services, decideWay(state, rollouts, inputs.to)) : [missingService(place)];
  },
  steps: [rollBack],
  // Alarms of the release that is left behind may still begin to ring, and must not bring it again.
  settleSeconds: 0,
});
