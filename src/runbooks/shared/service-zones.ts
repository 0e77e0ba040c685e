// Where the service is, zone by zone, and what keeps it from being taken out of one of them.
import type { Obstacle, RunbookPlace } from '../../define/runbook.ts';
import { hasEnded } from '../../ports/experiments.ts';
import type { Subnet } from '../../ports/networks.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import type { ServiceState } from '../../ports/services.ts';
import { describeService, isRolling, missingService, rolling, serviceOf } from './service.ts';

interface Asker {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
}

/** @param letter `a`: zones are called after their region */
export function zoneNamed({ region }: RunbookPlace, letter: string): string {
  return `${region}${letter}`;
}

export async function subnetsOfService({ ports, place }: Asker): Promise<readonly Subnet[]> {
  return ports.networks.subnets(await ports.services.subnets(serviceOf(place)));
}

export function outside(subnets: readonly Subnet[], zone: string): readonly Subnet[] {
  return subnets.filter((subnet) => subnet.zone !== zone);
}

export function zonesOf(subnets: readonly Subnet[]): readonly string[] {
  return [...new Set(subnets.map(({ zone }) => zone))].sort();
}

/**
 * With that many, spread evenly, those outside of one zone are as many as there are now in all.
 * @param zones at least 2
 */
export function enoughWithout(desired: number, zones: number): number {
  return Math.ceil((desired * zones) / (zones - 1));
}

/** The ARN of the environment's load balancer, where its traffic may be shifted. */
export async function findLoadBalancer({ ports, place }: Asker): Promise<string | undefined> {
  const found = await ports.zonalShifts.shiftable();
  return found.find(({ name, arn }) => name === place.prefix && arn.includes(':loadbalancer/app/'))?.arn;
}

export async function tasksIn({ ports, place }: Asker, zone: string): Promise<readonly string[]> {
  const tasks = await ports.services.tasks(serviceOf(place));
  return tasks.filter((task) => task.zone === zone).map(({ arn }) => arn);
}

interface Facts {
  readonly state: ServiceState;
  readonly subnets: readonly Subnet[];
  readonly loadBalancer: string | undefined;
  /** Of the load balancer: the zones that they move away from. */
  readonly shiftedFrom: readonly string[];
  /** Experiments that belong to this environment, or say nothing of whose they are. */
  readonly experiments: readonly string[];
}

/** @returns all that is in the way of leaving the zone */
export async function findZoneObstacles(scope: Asker, zone: string): Promise<readonly Obstacle[]> {
  const { ports, place } = scope;
  const state = await describeService(scope);
  if (!state) return [missingService(place)];
  const [subnets, loadBalancer, shifts, active] = await Promise.all([
    subnetsOfService(scope),
    findLoadBalancer(scope),
    ports.zonalShifts.active(),
    ports.experiments.active(),
  ]);
  const shiftedFrom = shifts.filter(({ resource }) => resource === loadBalancer).map(({ awayFrom }) => awayFrom);
  const experiments = active
    .filter((one) => !hasEnded(one) && [undefined, place.environment].includes(one.tags.Environment))
    .map(({ id }) => id);
  return decideZoneObstacles({ state, subnets, loadBalancer, shiftedFrom, experiments }, place, zone);
}

export function decideZoneObstacles(facts: Facts, place: RunbookPlace, zone: string): readonly Obstacle[] {
  const { state, subnets, loadBalancer, shiftedFrom, experiments } = facts;
  const zones = zonesOf(subnets);
  const left = zonesOf(outside(subnets, zone));
  const leastLeft = place.environment === 'production' ? 2 : 1;
  const obstacles: readonly (Obstacle | false)[] = [
    isRolling(state) && rolling,
    !zones.includes(zone) && {
      what: `The service has no subnet in ${zone}; it is in ${zones.join(', ')}.`,
      next: 'Give a zone that it is in; the one it was taken out of needs nothing more.',
    },
    left.length < leastLeft && {
      what: `Without ${zone} only ${left.join(', ') || 'no zone'} would be left, and ${place.environment} needs ${leastLeft}.`,
      next: 'Give the service back the zones that it was taken out of, by a deploy.',
    },
    !loadBalancer && {
      what: `There is no load balancer ${place.prefix} whose traffic may be shifted.`,
      next: 'Switch on zonal shift for it (enableZonalShift in the platform stack), and deploy the platform.',
    },
    shiftedFrom.length > 0 && {
      what: `Traffic of the load balancer is shifted away from ${shiftedFrom.join(', ')} already.`,
      next: 'End that zonal shift, or wait until it expires.',
    },
    experiments.length > 0 && {
      what: `An experiment runs (${experiments.join(', ')}), and what it breaks looks like the loss of a zone.`,
      next: 'End the game day, or stop all experiments with the runbook stop-all-experiments.',
    },
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}
