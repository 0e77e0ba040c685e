// What users get out of what is there: pure arithmetic of demand, tasks that can serve, and faults.

/** What is broken in the emulator right now, as it tells itself. */
export interface Fault {
  readonly kind: 'network' | 'tasks' | 'database' | 'cache' | 'shift' | 'stream';
  readonly zone: string;
  readonly resource: string;
}

export interface TrafficFacts {
  readonly zones: readonly string[];
  /** Tasks of the service that run, by zone. */
  readonly tasksByZone: Readonly<Record<string, number>>;
  readonly desiredTasks: number;
  readonly faults: readonly Fault[];
  /** Share of the running tasks whose image answers badly, from 0 to 1. */
  readonly badShare: number;
}

export interface ZoneConditions {
  readonly zone: string;
  /** That take requests. */
  readonly healthyTasks: number;
  readonly unhealthyTasks: number;
  /** Of the requests that reach a task of this zone. */
  readonly errorShare: number;
  /** Of all requests that reach any task. */
  readonly requestShare: number;
}

export interface Conditions {
  readonly zones: readonly ZoneConditions[];
  readonly desiredTasks: number;
  readonly healthyTasks: number;
  readonly unhealthyTasks: number;
  /** Of the requests that reach a task. */
  readonly errorShare: number;
  /** Of all requests: those that the load balancer has no task for. */
  readonly refusedShare: number;
  /** Against the durations of a calm minute. */
  readonly latencyFactor: number;
  /** In percent, over all tasks. */
  readonly cpuPercent: number;
  readonly isStreamThrottled: boolean;
  readonly isDatabaseFailingOver: boolean;
  readonly isCacheInterrupted: boolean;
}

/** Of a calm environment, whose tasks are all there: what the loss of a third of them leaves room for. */
export const calmCpuPercent = 42;

/** Where tasks have more to do than this, some requests fail. */
const saturatedPercent = 95;

/** While a database changes its writer, this share of the requests fails: those that write, for seconds of that minute. */
const failOverErrorShare = 0.004;

export function computeConditions(facts: TrafficFacts): Conditions {
  const fenced = new Set(facts.faults.filter(({ kind }) => kind === 'network').map(({ zone }) => zone));
  const tasksIn = (zone: string): number => facts.tasksByZone[zone] ?? 0;
  const healthyIn = (zone: string): number => (fenced.has(zone) ? 0 : tasksIn(zone));
  const healthyTasks = sum(facts.zones.map(healthyIn));
  const cpuPercent = healthyTasks === 0 ? 0 : Math.min(100, (calmCpuPercent * facts.desiredTasks) / healthyTasks);
  const has = (kind: Fault['kind']): boolean => facts.faults.some((fault) => fault.kind === kind);
  const overload =
    cpuPercent >= saturatedPercent ? 1 - saturatedPercent / ((calmCpuPercent * facts.desiredTasks) / healthyTasks) : 0;
  const errorShare = Math.min(1, overload + 0.5 * facts.badShare + (has('database') ? failOverErrorShare : 0));
  const zones = facts.zones.map((zone): ZoneConditions => {
    const healthy = healthyIn(zone);
    return {
      zone,
      healthyTasks: healthy,
      unhealthyTasks: tasksIn(zone) - healthy,
      errorShare,
      requestShare: healthyTasks === 0 ? 0 : healthy / healthyTasks,
    };
  });
  return {
    zones,
    desiredTasks: facts.desiredTasks,
    healthyTasks,
    unhealthyTasks: sum(zones.map(({ unhealthyTasks }) => unhealthyTasks)),
    errorShare,
    refusedShare: healthyTasks === 0 ? 1 : 0,
    latencyFactor: (1 + queueing(cpuPercent)) * (1 + 3 * facts.badShare) * (has('cache') ? 1.3 : 1),
    cpuPercent,
    isStreamThrottled: has('stream'),
    isDatabaseFailingOver: has('database'),
    isCacheInterrupted: has('cache'),
  };
}

/** Little below four fifths of what there is, steep above: the shape of every queue, https://en.wikipedia.org/wiki/M/M/1_queue . */
function queueing(cpuPercent: number): number {
  const load = Math.min(cpuPercent, 98) / 100;
  const calm = calmCpuPercent / 100;
  return Math.max(0, 0.3 * (load / (1 - load) - calm / (1 - calm)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
