// The Services port in memory: rolling deployments, and tasks that are replaced when they are stopped.
import type { ServiceDeployment, ServiceIdentity, ServiceState, Services, Task } from '../../src/ports/services.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface ServiceSetup extends ServiceIdentity {
  readonly taskDefinition: string;
  /** One task each. */
  readonly zones: readonly string[];
}

export interface ServicesSetup {
  readonly services: readonly ServiceSetup[];
  /** By task definition: images by container. */
  readonly images?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rolloutSeconds?: number;
  /** Until a stopped task has been replaced. */
  readonly replaceSeconds?: number;
}

export interface MemoryServices extends Troubled<Services> {
  /** Where its tasks are, one each, and its later ones will be. */
  place(identity: ServiceIdentity, zones: readonly string[]): void;
  /** As a fault does it; replacements come later, to the zones that are not cut off. */
  stopTasks(identity: ServiceIdentity, zone: string): void;
  /** No task starts there until it is given back; what runs there, runs on. */
  cutOff(zone: string): void;
  /** A while later, the tasks of every service are spread over its zones again. */
  giveBack(zone: string): void;
  /** The circuit breaker, or an alarm of ECS's own: what rolls out fails, and the one before is rolled out again. */
  failRollout(identity: ServiceIdentity, reason?: string): void;
  remove(identity: ServiceIdentity): void;
}

interface Held {
  readonly deployments: ServiceDeployment[];
  tasks: Task[];
  /** One a task that it should have. */
  zones: readonly string[];
}

export function memoryServices(clock: ManualClock, setup: ServicesSetup): MemoryServices {
  const { images = {}, rolloutSeconds = 60, replaceSeconds = 30 } = setup;
  let made = 0;
  const held = new Map<string, Held>();
  const cutOff = new Set<string>();
  const found = (identity: ServiceIdentity): Held => {
    const service = held.get(keyOf(identity));
    if (!service) throw new Error(`There is no service ${keyOf(identity)}.`);
    return service;
  };
  const newTask = ({ id, taskDefinition }: ServiceDeployment, zone: string): Task => {
    made += 1;
    return { arn: `arn:aws:ecs:task/${made}`, zone, status: 'RUNNING', taskDefinition, startedBy: id };
  };
  const newDeployment = (taskDefinition: string, rollout: ServiceDeployment['rollout'], desired: number): ServiceDeployment => {
    made += 1;
    const counts = { desired, running: rollout === 'COMPLETED' ? desired : 0, failed: 0 };
    const createdAt = clock.now().toISOString();
    return { id: `ecs-svc/${made}`, status: 'PRIMARY', rollout, reason: '', taskDefinition, ...counts, createdAt };
  };
  /** Up to as many as it should have, each in the zone with the fewest. */
  const fill = (service: Held): void => {
    const [primary] = service.deployments;
    const zones = [...new Set(service.zones)].filter((zone) => !cutOff.has(zone));
    while (primary && zones.length > 0 && service.tasks.length < service.zones.length) {
      const count = (zone: string): number => service.tasks.filter((task) => task.zone === zone).length;
      const emptiest = zones.reduce((best, zone) => (count(zone) < count(best) ? zone : best));
      service.tasks = [...service.tasks, newTask(primary, emptiest)];
    }
  };
  const finish = (service: Held, id: string): void => {
    const [primary] = service.deployments;
    if (primary?.id !== id || primary.rollout !== 'IN_PROGRESS') return;
    service.deployments.splice(0, service.deployments.length, { ...primary, rollout: 'COMPLETED', running: primary.desired });
    service.tasks = [];
    fill(service);
  };
  const deploy = (service: Held, taskDefinition: string): ServiceDeployment => {
    const next = newDeployment(taskDefinition, 'IN_PROGRESS', service.zones.length);
    const before = service.deployments.map((one) => ({ ...one, status: 'ACTIVE' }) as const);
    service.deployments.splice(0, before.length, next, ...before);
    clock.in(rolloutSeconds, () => finish(service, next.id));
    return next;
  };
  for (const { taskDefinition, zones, ...identity } of setup.services) {
    const deployment = newDeployment(taskDefinition, 'COMPLETED', zones.length);
    held.set(keyOf(identity), { deployments: [deployment], tasks: zones.map((zone) => newTask(deployment, zone)), zones });
  }

  const port: Services = {
    describe: async (identity) => stateOf(held.get(keyOf(identity))),
    tasks: async (identity) => held.get(keyOf(identity))?.tasks ?? [],
    images: async (taskDefinition) => images[taskDefinition] ?? { app: `image-of-${taskDefinition}` },
    deploy: async (identity, taskDefinition) => deploy(found(identity), taskDefinition).id,
  };
  return {
    ...troubled(port),
    place: (identity, zones) => {
      const service = found(identity);
      service.zones = zones;
      service.tasks = service.tasks.map((task, index) => ({ ...task, zone: zones[index % zones.length] ?? task.zone }));
    },
    stopTasks: (identity, zone) => {
      const service = found(identity);
      service.tasks = service.tasks.filter((task) => task.zone !== zone);
      clock.in(replaceSeconds, () => fill(service));
    },
    cutOff: (zone) => void cutOff.add(zone),
    giveBack: (zone) => {
      cutOff.delete(zone);
      clock.in(replaceSeconds, () => {
        for (const service of held.values()) spread(service);
        for (const service of held.values()) fill(service);
      });
    },
    failRollout: (identity, reason = 'ECS deployment circuit breaker: tasks failed to start.') => {
      const service = found(identity);
      const [failing, before] = service.deployments;
      if (!failing || !before) throw new Error('The test fails a rollout, and nothing rolls out.');
      const next = deploy(service, before.taskDefinition);
      service.deployments.splice(
        0,
        service.deployments.length,
        next,
        { ...before, status: 'ACTIVE' },
        {
          ...failing,
          status: 'ACTIVE',
          rollout: 'FAILED',
          reason,
        },
      );
    },
    remove: (identity) => void held.delete(keyOf(identity)),
  };
}

/** Those that are one too many where they are go; who calls fills up. */
function spread(service: Held): void {
  const most = Math.ceil(service.zones.length / new Set(service.zones).size);
  const count = new Map<string, number>();
  service.tasks = service.tasks.filter(({ zone }) => {
    count.set(zone, (count.get(zone) ?? 0) + 1);
    return (count.get(zone) ?? 0) <= most;
  });
}

function stateOf(service: Held | undefined): ServiceState | undefined {
  const [primary] = service?.deployments ?? [];
  if (!service || !primary) return undefined;
  const running = service.tasks.length;
  const desired = service.zones.length;
  // A copy: what a port has told does not change any more.
  const deployments = [...service.deployments];
  return { taskDefinition: primary.taskDefinition, desired, running, pending: Math.max(0, desired - running), deployments };
}

function keyOf({ cluster, service }: ServiceIdentity): string {
  return `${cluster}/${service}`;
}
