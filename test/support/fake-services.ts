// The Services port in memory: rolling deployments, and tasks that are replaced when they are stopped.
import type { Rollout, ServiceDeployment, ServiceIdentity, ServiceState, Services, Task } from '../../src/ports/services.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface ServiceSetup extends ServiceIdentity {
  readonly taskDefinition: string;
  /** One task each. */
  readonly zones: readonly string[];
  /** By subnet; left out, one a zone. */
  readonly subnets?: Readonly<Record<string, string>>;
}

export interface ServicesSetup {
  readonly services: readonly ServiceSetup[];
  /** By task definition: images by container. */
  readonly images?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rolloutSeconds?: number;
  /** Until a stopped task has been replaced, or one more has started. */
  readonly replaceSeconds?: number;
  /** Task definitions that somebody has deregistered. */
  readonly deregistered?: readonly string[];
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

interface HeldRollout extends Rollout {
  /** The `ecs-svc/...` that decides it: its own, or the one that turns it back. */
  readonly by: string;
}

interface Held {
  readonly deployments: ServiceDeployment[];
  /** Newest first. */
  rollouts: readonly HeldRollout[];
  /** By subnet. */
  readonly network: Readonly<Record<string, string>>;
  subnets: readonly string[];
  tasks: Task[];
  /** One a task that it should have. */
  zones: readonly string[];
}

export function memoryServices(clock: ManualClock, setup: ServicesSetup): MemoryServices {
  const { images = {}, rolloutSeconds = 60, replaceSeconds = 30, deregistered = [] } = setup;
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
    service.rollouts = service.rollouts.map((one) => (one.by === id ? ended(one) : one));
  };
  const begin = (service: Held, taskDefinition: string): ServiceDeployment => {
    const next = newDeployment(taskDefinition, 'IN_PROGRESS', service.zones.length);
    const before = service.deployments.map((one) => ({ ...one, status: 'ACTIVE' }) as const);
    service.deployments.splice(0, before.length, next, ...before);
    clock.in(rolloutSeconds, () => finish(service, next.id));
    return next;
  };
  const deploy = (service: Held, taskDefinition: string): ServiceDeployment => {
    const next = begin(service, taskDefinition);
    const before = service.rollouts.map((one) => (isUnderWay(one) ? ({ ...one, status: 'STOPPED' } as const) : one));
    service.rollouts = [rolloutOf(next, 'IN_PROGRESS'), ...before];
    return next;
  };
  /** ECS itself, or somebody, takes back what rolls out. */
  const turnBack = (service: Held, reason: string): void => {
    const [failing, before] = service.deployments;
    if (!failing || !before) throw new Error('The test turns a rollout back, and nothing rolls out.');
    const next = begin(service, before.taskDefinition);
    const failed = { ...failing, status: 'ACTIVE', rollout: 'FAILED', reason } as const;
    service.deployments.splice(0, service.deployments.length, next, { ...before, status: 'ACTIVE' }, failed);
    const status = 'ROLLBACK_IN_PROGRESS';
    service.rollouts = service.rollouts.map((one) => (one.by === failing.id ? { ...one, status, reason, by: next.id } : one));
  };
  for (const { taskDefinition, zones, subnets, ...identity } of setup.services) {
    const deployment = newDeployment(taskDefinition, 'COMPLETED', zones.length);
    const network = subnets ?? Object.fromEntries(zones.map((zone) => [`subnet-${zone}`, zone]));
    held.set(keyOf(identity), {
      deployments: [deployment],
      rollouts: [rolloutOf(deployment, 'SUCCESSFUL')],
      network,
      subnets: Object.keys(network),
      tasks: zones.map((zone) => newTask(deployment, zone)),
      zones,
    });
  }

  const port: Services = {
    describe: async (identity) => stateOf(held.get(keyOf(identity))),
    tasks: async (identity) => held.get(keyOf(identity))?.tasks ?? [],
    images: async (taskDefinition) => images[taskDefinition] ?? { app: `image-of-${taskDefinition}` },
    deploy: async (identity, taskDefinition) => deploy(found(identity), taskDefinition).id,
    rollouts: async (identity) => (held.get(keyOf(identity))?.rollouts ?? []).map(({ by: _, ...rollout }) => rollout),
    turnBack: async (arn) => {
      const service = [...held.values()].find(({ rollouts }) => rollouts.some((one) => one.arn === arn && isTurnable(one)));
      if (service) turnBack(service, 'Service deployment stopped by user.');
    },
    isUsable: async (taskDefinition) => !deregistered.includes(taskDefinition),
    scale: async (identity, desired) => {
      const service = found(identity);
      const [primary, ...others] = service.deployments;
      if (primary) service.deployments.splice(0, service.deployments.length, { ...primary, desired }, ...others);
      service.zones = spreadOver(service, desired);
      while (service.tasks.length > desired) service.tasks = withoutOneTooMany(service.tasks);
      clock.in(replaceSeconds, () => fill(service));
    },
    subnets: async (identity) => found(identity).subnets,
    moveTo: async (identity, subnets) => {
      const service = found(identity);
      service.subnets = subnets;
      service.zones = spreadOver(service, service.zones.length);
      deploy(service, service.deployments[0]?.taskDefinition ?? '');
    },
    stopTask: async (identity, task) => {
      const service = found(identity);
      service.tasks = service.tasks.filter(({ arn }) => arn !== task);
      clock.in(replaceSeconds, () => fill(service));
    },
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
      turnBack(found(identity), reason);
    },
    remove: (identity) => void held.delete(keyOf(identity)),
  };
}

function rolloutOf({ id, taskDefinition, createdAt }: ServiceDeployment, status: Rollout['status']): HeldRollout {
  return { arn: `arn:aws:ecs:service-deployment/${id}`, status, reason: '', taskDefinition, createdAt, by: id };
}

const isTurnable = ({ status }: Rollout): boolean => status === 'PENDING' || status === 'IN_PROGRESS';
const isUnderWay = (rollout: Rollout): boolean => isTurnable(rollout) || rollout.status === 'ROLLBACK_IN_PROGRESS';

function ended(rollout: HeldRollout): HeldRollout {
  return { ...rollout, status: rollout.status === 'ROLLBACK_IN_PROGRESS' ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL' };
}

/** One zone a task. */
function spreadOver({ network, subnets }: Held, desired: number): readonly string[] {
  const zones = [...new Set(subnets.map((subnet) => network[subnet] ?? subnet))];
  return Array.from({ length: desired }, (_, index) => zones[index % zones.length] ?? '');
}

/** The last one goes where there are the most. */
function withoutOneTooMany(tasks: readonly Task[]): Task[] {
  const count = (zone: string): number => tasks.filter((task) => task.zone === zone).length;
  const last = tasks.reduce((best, task) => (count(task.zone) >= count(best.zone) ? task : best));
  return tasks.filter((task) => task !== last);
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
