// Takes the service out of an availability zone: enough tasks elsewhere first, then its traffic, then its tasks.
import { count, list, optional, record, text } from '../define/fields.ts';
import { asking } from './asking.ts';
import { checkServing, describeService, gone, missingService, serviceOf, tasks } from './shared/service.ts';
import { changesOfLimits, type Limits, limits, setLimits, widen } from './shared/service-limits.ts';
import { beforeOf, checkOurs, hasBegun, isUnderWay, type RolloutBefore, rolloutBefore } from './shared/service-rollouts.ts';
import {
  enoughWithout,
  findLoadBalancer,
  findZoneObstacles,
  outside,
  subnetsOfService,
  tasksIn,
  zoneNamed,
  zonesOf,
} from './shared/service-zones.ts';

const hour = 3600;

const { runbook, step } = asking({
  zone: { kind: 'choice', choices: ['a', 'b', 'c'], about: 'Zone of the region that is to be left', example: 'b' },
  duration: {
    kind: 'duration',
    leastSeconds: hour,
    // https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_StartZonalShift.html
    mostSeconds: 72 * hour,
    default: '4h',
    about: 'When the zonal shift ends by itself, from 1 to 72 hours',
    example: '12h',
  },
});

interface Scaled {
  readonly desired: number;
  readonly to: number;
  /** Nothing where it does not scale by itself. */
  readonly limits?: Limits | undefined;
}

const preScale = step<Scaled>({
  id: 'pre-scale',
  title: 'Start enough tasks for the load in the other zones',
  about:
    'Raises the desired count, and the least and the most that scaling keeps to, so that the tasks outside of the zone are as many as there are now.',
  timeoutSeconds: 900,
  retries: 3,
  before: { desired: count, to: count, limits: optional(record(limits)) },
  plan: async (scope) => {
    const { ports, place } = scope;
    const service = serviceOf(place);
    const [state, subnets, scaling] = await Promise.all([
      describeService(scope),
      subnetsOfService(scope),
      ports.autoScaling.describe(service),
    ]);
    if (!state) return { kind: 'refused', obstacle: missingService(place) };
    const zones = zonesOf(subnets).length;
    if (zones < 2 || state.desired === 0) return { kind: 'nothing', why: `${tasks(state.desired)} in ${zones} zones` };
    const { desired } = state;
    const to = enoughWithout(desired, zones);
    const now = scaling && { least: scaling.least, most: scaling.most };
    const changes = [
      { what: `desired tasks of ${service.service}`, from: `${desired}`, to: `${to}` },
      ...(now ? changesOfLimits(place, now, heldAt(now, to)) : []),
    ];
    return { kind: 'change', changes, before: { desired, to, ...(now && { limits: now }) } };
  },
  run: async (scope, { to, limits: now }) => {
    // Wide before narrow: scaling must not move the number while it is being set.
    if (now) await setLimits(scope, widen(now, [to]));
    await scope.ports.services.scale(serviceOf(scope.place), to);
    if (now) await setLimits(scope, heldAt(now, to));
  },
  verify: async (scope, { to }) => {
    const state = await describeService(scope);
    if (!state) return gone(scope.place);
    return state.desired < to ? { kind: 'not-yet', words: `${state.desired} are desired, not ${to}` } : checkServing(scope);
  },
  compensate: {
    about: 'Sets the desired count and the limits that there were.',
    timeoutSeconds: 900,
    run: async (scope, { desired, to, limits: before }) => {
      if (before) await setLimits(scope, widen(before, [desired, to]));
      await scope.ports.services.scale(serviceOf(scope.place), desired);
      if (before) await setLimits(scope, before);
    },
    verify: async (scope, { desired }) => {
      const state = await describeService(scope);
      if (!state) return gone(scope.place);
      return state.desired === desired ? checkServing(scope) : { kind: 'not-yet', words: `${state.desired} are desired` };
    },
  },
});

/** Scaling would take away what looks idle until the traffic has moved. */
function heldAt({ least, most }: Limits, to: number): Limits {
  return { least: Math.max(least, to), most: Math.max(most, to) };
}

interface Shifted {
  readonly loadBalancer: string;
  readonly zoneId: string;
  /** By it the shift is known again: AWS takes no token for one. */
  readonly comment: string;
}

const shift = step<Shifted>({
  id: 'shift-traffic',
  title: 'Move traffic away from the zone',
  about: 'Starts a zonal shift of the load balancer, which ends by itself after the duration.',
  timeoutSeconds: 300,
  retries: 3,
  before: { loadBalancer: text, zoneId: text, comment: text },
  plan: async (scope) => {
    const { place, inputs, token } = scope;
    const zone = zoneNamed(place, inputs.zone);
    const [loadBalancer, subnets] = await Promise.all([findLoadBalancer(scope), subnetsOfService(scope)]);
    const zoneId = subnets.find((subnet) => subnet.zone === zone)?.zoneId;
    if (!loadBalancer || !zoneId) return { kind: 'nothing', why: `nothing of ${place.prefix} can be shifted away from ${zone}` };
    const to = `all zones but ${zone} (${zoneId}), for ${inputs.duration / hour} hours`;
    const comment = `opsdeck az-evacuation ${token}`;
    const change = { what: `traffic of the load balancer ${place.prefix}`, from: 'all zones', to };
    return { kind: 'change', changes: [change], before: { loadBalancer, zoneId, comment } };
  },
  run: async ({ ports: { zonalShifts }, inputs }, { loadBalancer, zoneId, comment }) => {
    if ((await zonalShifts.active()).some((one) => one.comment === comment)) return;
    await zonalShifts.start({ resource: loadBalancer, awayFrom: zoneId, seconds: inputs.duration, comment });
  },
  verify: async ({ ports }, { comment }) => {
    const found = (await ports.zonalShifts.active()).find((one) => one.comment === comment);
    if (!found) return { kind: 'not-yet', words: 'ARC does not tell of the shift yet' };
    return { kind: 'yes', words: `traffic is shifted away from ${found.awayFrom} until ${found.expiresAt}` };
  },
  compensate: {
    about: 'Cancels that shift, and no other.',
    timeoutSeconds: 300,
    run: async ({ ports: { zonalShifts } }, { comment }) => {
      const mine = (await zonalShifts.active()).filter((one) => one.comment === comment);
      for (const { id } of mine) await zonalShifts.cancel(id);
    },
    verify: async ({ ports }, { comment }) => {
      const isActive = (await ports.zonalShifts.active()).some((one) => one.comment === comment);
      return isActive
        ? { kind: 'not-yet', words: 'traffic is still shifted' }
        : { kind: 'yes', words: 'traffic goes to all zones' };
    },
  },
});

interface Moved extends RolloutBefore {
  readonly subnets: readonly string[];
  readonly to: readonly string[];
}

const move = step<Moved>({
  id: 'move-tasks',
  title: 'Move the tasks to the other zones',
  about: 'Takes the subnets of the zone from the service, and waits until ECS calls that deployment complete.',
  timeoutSeconds: 1800,
  retries: 3,
  before: { ...rolloutBefore, subnets: list(text), to: list(text) },
  plan: async (scope) => {
    const { ports, place, inputs } = scope;
    const [state, subnets, rollouts] = await Promise.all([
      describeService(scope),
      subnetsOfService(scope),
      ports.services.rollouts(serviceOf(place)),
    ]);
    if (!state) return { kind: 'refused', obstacle: missingService(place) };
    const left = outside(subnets, zoneNamed(place, inputs.zone));
    if (left.length === subnets.length) return { kind: 'nothing', why: `it has no subnet in ${zoneNamed(place, inputs.zone)}` };
    const [from, to] = [subnets.map(({ id }) => id), left.map(({ id }) => id)];
    const change = { what: `subnets of ${serviceOf(place).service}`, from: from.join(', '), to: to.join(', ') };
    return { kind: 'change', changes: [change], before: { ...beforeOf(state, rollouts), subnets: from, to } };
  },
  run: async (scope, before) => {
    if (!(await hasBegun(scope, before))) await scope.ports.services.moveTo(serviceOf(scope.place), before.to);
  },
  verify: checkOurs,
  compensate: {
    about: 'Gives the service back the subnets that it had.',
    timeoutSeconds: 1800,
    run: async ({ ports, place }, { subnets }) => {
      const now = await ports.services.subnets(serviceOf(place));
      if (!isSameSet(now, subnets)) await ports.services.moveTo(serviceOf(place), subnets);
    },
    verify: async (scope, { subnets }) => {
      const service = serviceOf(scope.place);
      const [now, [latest]] = await Promise.all([scope.ports.services.subnets(service), scope.ports.services.rollouts(service)]);
      if (!isSameSet(now, subnets)) return { kind: 'not-yet', words: `it is in ${now.join(', ')}` };
      return latest && isUnderWay(latest) ? { kind: 'not-yet', words: 'the deployment is in progress' } : checkServing(scope);
    },
  },
});

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member));
}

const clear = step<{ readonly tasks: readonly string[] }>({
  id: 'clear-zone',
  title: 'Stop what stays in the zone',
  about: 'Stops the tasks that the deployment has left in the zone, and waits until enough healthy ones are in the others.',
  timeoutSeconds: 900,
  retries: 3,
  before: { tasks: list(text) },
  plan: async (scope) => {
    const zone = zoneNamed(scope.place, scope.inputs.zone);
    const there = await tasksIn(scope, zone);
    if (there.length === 0) return { kind: 'nothing', why: `no task is in ${zone}` };
    const change = { what: `tasks in ${zone}`, from: `${there.length}`, to: '0: those that the deployment leaves are stopped' };
    return { kind: 'change', changes: [change], before: { tasks: there } };
  },
  run: async ({ ports, place }, before) => {
    for (const task of before.tasks) {
      await ports.services.stopTask(serviceOf(place), task, 'Its availability zone is evacuated.');
    }
  },
  verify: async (scope) => {
    const zone = zoneNamed(scope.place, scope.inputs.zone);
    const there = await tasksIn(scope, zone);
    return there.length > 0 ? { kind: 'not-yet', words: `${tasks(there.length)} in ${zone}` } : checkServing(scope, zone);
  },
  compensate: { impossible: 'a stopped task does not come back: the service starts another one in its place' },
});

export const azEvacuation = runbook({
  id: 'az-evacuation',
  title: 'Leave an availability zone',
  about: 'Starts enough tasks for the load in the other zones, moves traffic away from the zone, and then the tasks.',
  when: [
    'One zone answers with errors or slowly, and the others do not: errors by zone tell.',
    'AWS says that a zone is impaired, also before users notice.',
    'Not when all zones are bad: there is nothing to flee to.',
    'It leaves the database and the cache where they are: aurora-failover and redis-failover move what writes.',
    'To come back, undo this run: subnets, traffic and limits are given back. The next deploy gives back subnets and limits, too.',
  ],
  symptoms: ['zone-errors', 'edge-5xx-rate'],
  risk: 'high',
  permission: 'maintain',
  calls: {
    reads: [
      'application-autoscaling:DescribeScalableTargets',
      'arc-zonal-shift:ListManagedResources',
      'arc-zonal-shift:ListZonalShifts',
      'ec2:DescribeSubnets',
      'ecs:DescribeServiceRevisions',
      'ecs:DescribeServices',
      'ecs:DescribeTasks',
      'ecs:ListServiceDeployments',
      'ecs:ListTasks',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
      'fis:GetExperiment',
      'fis:ListExperiments',
    ],
    writes: {
      'application-autoscaling:RegisterScalableTarget': 'scalable-target',
      'arc-zonal-shift:CancelZonalShift': 'load-balancer',
      'arc-zonal-shift:StartZonalShift': 'load-balancer',
      'ecs:StopTask': 'task',
      'ecs:UpdateService': 'service',
    },
  },
  target: () => 'environment',
  check: (scope) => findZoneObstacles(scope, zoneNamed(scope.place, scope.inputs.zone)),
  steps: [preScale, shift, move, clear],
  settleSeconds: 300,
});
