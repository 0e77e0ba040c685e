// Gives the service another number of tasks, within limits that allow it.
import { count } from '../define/fields.ts';
import type { Check, Obstacle } from '../define/runbook.ts';
import type { ScalableTarget } from '../ports/auto-scaling.ts';
import type { ServiceState } from '../ports/services.ts';
import { asking } from './asking.ts';
import { checkServing, describeService, gone, isRolling, missingService, rolling, serviceOf } from './shared/service.ts';
import { type Limits, type LimitsBefore, planLimits, puttingLimitsBack, settingLimits, widen } from './shared/service-limits.ts';

const most = 500;

const { runbook, step } = asking({
  desired: { kind: 'number', least: 1, most, about: 'Tasks that it is to have', example: '12' },
  least: { kind: 'number', least: 1, most, optional: true, about: 'Tasks that scaling always keeps', example: '8' },
  most: { kind: 'number', least: 1, most, optional: true, about: 'Tasks that scaling never goes beyond', example: '40' },
  'allow-fewer': { kind: 'flag', default: 'false', about: 'Whether there may be fewer tasks than run now', example: 'true' },
});

interface Wanted {
  readonly desired: number;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** Both what is there and what is to be are possible within them: nothing scales in the middle of a change. */
function wideLimits(now: Limits, before: number, { desired, least = desired, most = desired }: Wanted): Limits {
  return widen(now, [before, desired, least, most]);
}

/** Where none is given, whatever is there and allows the number stays. */
function finalLimits(now: Limits, { desired, least, most }: Wanted): Limits {
  const { least: atLeast, most: atMost } = widen(now, [desired]);
  return { least: least ?? atLeast, most: most ?? atMost };
}

const widenStep = step<LimitsBefore>({
  id: 'widen-limits',
  title: 'Widen the limits of scaling',
  about: 'Lowers the least and raises the most of the scalable target so that the number lies between them.',
  ...settingLimits,
  plan: async ({ ports, place, inputs }) => {
    const [now, state] = await Promise.all([ports.autoScaling.describe(serviceOf(place)), describeService({ ports, place })]);
    if (!now) return { kind: 'nothing', why: 'it does not scale by itself' };
    return planLimits(place, now, wideLimits(now, state?.desired ?? inputs.desired, inputs));
  },
  compensate: { about: 'Sets the limits that there were.', ...puttingLimitsBack },
});

const scaleStep = step({
  id: 'scale',
  title: 'Scale the service',
  about: 'Sets the desired count, and waits until as many tasks run and are healthy behind the load balancer.',
  // A task of Fargate takes one to two minutes, and hundreds of them start at up to 20 a second:
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html
  timeoutSeconds: 900,
  retries: 3,
  before: { desired: count },
  plan: async ({ ports, place, inputs }) => {
    const state = await describeService({ ports, place });
    if (!state) return { kind: 'refused', obstacle: missingService(place) };
    const { desired } = state;
    if (desired === inputs.desired) return { kind: 'nothing', why: `${desired} are desired already` };
    const change = { what: `desired tasks of ${serviceOf(place).service}`, from: `${desired}`, to: `${inputs.desired}` };
    return { kind: 'change', changes: [change], before: { desired } };
  },
  run: ({ ports, place, inputs }) => ports.services.scale(serviceOf(place), inputs.desired),
  verify: async (scope, { desired }) => {
    const state = await describeService(scope);
    if (!state) return gone(scope.place);
    // What ECS tells may be a little old. Another number than both is scaling's own, which goes on meanwhile.
    if (state.desired === desired) return { kind: 'not-yet', words: `${desired} are desired as before` };
    return checkServing(scope);
  },
  compensate: {
    about: 'Sets the desired count that there was.',
    timeoutSeconds: 900,
    run: ({ ports, place }, { desired }) => ports.services.scale(serviceOf(place), desired),
    verify: async (scope, { desired }): Promise<Check> => {
      const state = await describeService(scope);
      if (!state) return gone(scope.place);
      if (state.desired === desired) return checkServing(scope);
      return { kind: 'not-yet', words: `${state.desired} are desired, not ${desired} as before` };
    },
  },
});

const limitStep = step<LimitsBefore>({
  id: 'set-limits',
  title: 'Set the limits that were asked for',
  about: 'Sets the least and the most of the scalable target where they were given.',
  ...settingLimits,
  plan: async ({ ports, place, inputs }) => {
    const now = await ports.autoScaling.describe(serviceOf(place));
    if (!now) return { kind: 'nothing', why: 'it does not scale by itself' };
    if (inputs.least === undefined && inputs.most === undefined) return { kind: 'nothing', why: 'no limits were asked for' };
    return planLimits(place, now, finalLimits(now, inputs));
  },
  compensate: { about: 'Sets the wide limits again, within which the desired count can go back.', ...puttingLimitsBack },
});

/** Pure: all that speaks against it, at once. */
function decideObstacles(
  state: ServiceState,
  scaling: ScalableTarget | undefined,
  wanted: Wanted & { readonly 'allow-fewer': boolean },
): readonly Obstacle[] {
  const { desired, least = desired, most = desired } = wanted;
  const isLimited = wanted.least !== undefined || wanted.most !== undefined;
  const obstacles: readonly (Obstacle | false)[] = [
    isRolling(state) && rolling,
    desired < state.running &&
      !wanted['allow-fewer'] && {
        what: `${state.running} tasks run, and ${desired} are fewer.`,
        next: 'Give `allow-fewer=true` if that is meant.',
      },
    !(least <= desired && desired <= most) && {
      what: `${desired} tasks do not lie within the limits that are asked for, ${least} to ${most}.`,
      next: 'Give a least that is not above the number, and a most that is not below it.',
    },
    isLimited &&
      !scaling && {
        what: 'The service does not scale by itself, so that there are no limits to set.',
        next: 'Leave out `least` and `most`.',
      },
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}

export const ecsScale = runbook({
  id: 'ecs-scale',
  title: 'Scale the service',
  about: 'Gives the service another number of tasks now, and widens the limits of its scaling where they forbid it.',
  when: [
    'Tasks are short of CPU or memory, or answers are slow, and scaling does not keep up or has come to its most.',
    'Before a peak that is known: give `least` as well, or scaling takes the tasks away again while nobody comes.',
    'Not while a release is bad: roll it back first, with `/rollback` or ecs-rollback.',
    'The limits stay until the next deploy, which sets those of the stack.',
  ],
  symptoms: [
    'cpu',
    'memory',
    'requests',
    'running-tasks',
    'latency',
    'api-latency',
    'edge-latency',
    'edge-requests',
    'database-connections',
  ],
  risk: 'low',
  permission: 'write',
  calls: {
    reads: [
      'application-autoscaling:DescribeScalableTargets',
      'ecs:DescribeServices',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
    writes: {
      'application-autoscaling:RegisterScalableTarget': 'scalable-target',
      'ecs:UpdateService': 'service',
    },
  },
  target: () => 'service',
  check: async ({ ports, place, inputs }) => {
    const [state, scaling] = await Promise.all([describeService({ ports, place }), ports.autoScaling.describe(serviceOf(place))]);
    return state ? decideObstacles(state, scaling, inputs) : [missingService(place)];
  },
  steps: [widenStep, scaleStep, limitStep],
  // More tasks are no cause of an alarm, and one that begins to ring for another reason must not take them away.
  settleSeconds: 0,
});
