// A service in memory with all that its runbooks look at: its scaling, subnets, load balancer, targets, experiments.
import type { RunbookPlace } from '../../src/define/runbook.ts';
import type { Evidence } from '../../src/ports/evidence.ts';
import type { RunbookPorts } from '../../src/ports/runbook-ports.ts';
import type { ServiceIdentity, Task } from '../../src/ports/services.ts';
import { type MemoryAutoScaling, memoryAutoScaling } from './fake-auto-scaling.ts';
import { memoryEvidence } from './fake-evidence.ts';
import { type MemoryExperiments, memoryExperiments } from './fake-experiments.ts';
import { type MemoryNetworks, memoryNetworks } from './fake-networks.ts';
import { type MemoryServices, memoryServices } from './fake-services.ts';
import { type MemoryZonalShifts, memoryZonalShifts } from './fake-zonal-shifts.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import type { Call } from './troubles.ts';

export const app: ServiceIdentity = { cluster: 'assess-production', service: 'assess-production-app' };
export const loadBalancer = 'arn:aws:elasticloadbalancing:eu-west-2:123456789012:loadbalancer/app/assess-production/1';

export interface ServiceWorld {
  readonly clock: ManualClock;
  readonly services: MemoryServices;
  readonly autoScaling: MemoryAutoScaling;
  readonly zonalShifts: MemoryZonalShifts;
  readonly networks: MemoryNetworks;
  readonly experiments: MemoryExperiments;
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
  /** By the load balancer's health checks. */
  makeUnhealthy(isUnhealthy: (task: Task) => boolean): void;
  /** Of all ports: what changed something. */
  changes(): readonly string[];
}

export interface ServiceWorldSetup {
  /** One task each. */
  readonly tasks?: readonly string[];
  readonly limits?: { readonly least: number; readonly most: number };
  readonly deregistered?: readonly string[];
  readonly environment?: string;
}

const changing = [
  'deploy',
  'turnBack',
  'scale',
  'moveTo',
  'stopTask',
  'setLimits',
  'start',
  'cancel',
  'stop',
  'engageSafetyLever',
];

/** In three zones, one subnet in each. */
export function serviceWorld(setup: ServiceWorldSetup = {}): ServiceWorld {
  const { tasks = ['a', 'b', 'c', 'a'], limits = { least: 2, most: 8 }, environment = 'production', deregistered } = setup;
  const clock = manualClock();
  const zones = { 'subnet-1': 'eu-west-2a', 'subnet-2': 'eu-west-2b', 'subnet-3': 'eu-west-2c' };
  const served = { ...app, taskDefinition: definition(1), zones: tasks.map((letter) => `eu-west-2${letter}`), subnets: zones };
  const services = memoryServices(clock, { services: [served], ...(deregistered && { deregistered }) });
  const autoScaling = memoryAutoScaling();
  autoScaling.put(app, { ...limits, isScaleInSuspended: false });
  const zonalShifts = memoryZonalShifts(clock, [{ arn: loadBalancer, name: 'assess-production' }]);
  const networks = memoryNetworks({ vpcId: 'vpc-1', zones });
  const experiments = memoryExperiments(clock, {
    templates: [{ id: 'EXT1', actions: { wait: { actionId: 'aws:fis:wait', durationSeconds: 600 } } }],
  });
  let isUnhealthy = (_: Task): boolean => false;
  const evidence: Evidence = {
    ...memoryEvidence(),
    targetHealth: async () =>
      (await services.tasks(app)).map((task) => {
        return { target: task.arn, zone: task.zone, state: isUnhealthy(task) ? 'unhealthy' : 'healthy', reason: '' };
      }),
  };
  const given = { services, autoScaling, zonalShifts, networks, experiments, evidence };
  const ports: Partial<RunbookPorts> = given;
  const calls = (): readonly Call[] =>
    [services, autoScaling, zonalShifts, networks, experiments].flatMap((port) => [...port.calls]);
  return {
    clock,
    ...given,
    ports: ports as RunbookPorts,
    place: { environment, region: 'eu-west-2', prefix: 'assess-production' },
    makeUnhealthy: (which) => {
      isUnhealthy = which;
    },
    changes: () => calls().flatMap(({ method }) => (changing.includes(method) ? [method] : [])),
  };
}

/** Its family is the service's name. */
export function definition(revision: number): string {
  return `arn:aws:ecs:eu-west-2:123456789012:task-definition/assess-production-app:${revision}`;
}
