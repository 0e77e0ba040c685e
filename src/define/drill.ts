// A drill of a game day, as data: what should hold, what is broken, how it is put right; template, documentation and engine derive from it.

/** What FIS can do to this platform: https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html */
export const fisActionIds = [
  'aws:arc:start-zonal-autoshift',
  'aws:cloudwatch:assert-alarm-state',
  'aws:ecs:stop-task',
  'aws:elasticache:replicationgroup-interrupt-az-power',
  'aws:fis:inject-api-throttle-error',
  'aws:fis:wait',
  'aws:network:disrupt-connectivity',
  'aws:rds:failover-db-cluster',
] as const;
export type FisActionId = (typeof fisActionIds)[number];

/** What a drill hits, in the platform's own words; the stack knows the ARNs, tags and filters. */
export type DrillTarget = {
  /** Why FIS may find nothing of it, which is then no mistake. */
  readonly mayBeEmpty?: string;
} & (
  | { readonly kind: 'subnets'; readonly tiers: readonly ('app' | 'data')[] }
  /** Of the environment's own service; of a zonal drill only those in its zone. */
  | { readonly kind: 'tasks'; readonly percent: number }
  /** Of a zonal drill only while its writer is in that zone. */
  | { readonly kind: 'database-cluster' }
  | { readonly kind: 'cache-group' }
  | { readonly kind: 'load-balancer' }
  /** Of the environment's own service: what it asks of AWS is refused. */
  | { readonly kind: 'service-role' }
);

export interface DrillAction {
  readonly name: string;
  /** What it does, for the timeline and the documentation. */
  readonly about: string;
  readonly actionId: FisActionId;
  /** Of `targets`. */
  readonly target?: string;
  readonly durationSeconds?: number;
  /** FIS's own; what FIS calls the zone, the duration and the alarms is written by the stack. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Starts when these have ended; at the beginning when left out. */
  readonly after?: readonly string[];
}

/** One claim of the steady-state hypothesis: true before the drill, and all the while it lasts. */
export interface Expectation {
  /** A row of the catalogue. */
  readonly kpi: string;
  /** In the unit of the KPI: the worst that users may get while the drill lasts. */
  readonly tolerated: number;
  /** The KPI is taken over windows of this length: a shorter excursion is no failure. */
  readonly windowSeconds: number;
}

/** How what was broken is put right, each by itself and again without harm. */
export const rollbackStrategies = ['cancel-zonal-shift', 'restore-subnets', 'restore-service', 'fail-back-database'] as const;
export type RollbackStrategy = (typeof rollbackStrategies)[number];

/** What must be true again at the end. */
export const recoveryChecks = [
  'experiment-ended',
  'alarms-ok',
  'no-fis-network-acls',
  'no-zonal-shift',
  'tasks-balanced',
  'service-on-good-task-definition',
  'database-available',
  'cache-available',
] as const;
export type RecoveryCheck = (typeof recoveryChecks)[number];

export interface DrillDefinition {
  /** Lower case words and hyphens; its file's name. */
  readonly id: string;
  readonly title: string;
  /** What it breaks, and what it shows when all goes well. */
  readonly about: string;
  /** Hits one zone: then there is a template for each zone. */
  readonly isZonal: boolean;
  readonly hypothesis: readonly Expectation[];
  readonly targets: Readonly<Record<string, DrillTarget>>;
  readonly actions: readonly DrillAction[];
  /** In this order, after every end of the experiment, good or bad. */
  readonly rollback: readonly RollbackStrategy[];
  readonly recovery: readonly RecoveryCheck[];
  /** From the end of the experiment until all of `recovery` is true. */
  readonly recoverySeconds: number;
  /** How often it should be played, in words: `every week`. */
  readonly cadence: string;
}

/** Keeps the literal types of what it is given. */
export function drill<const D extends DrillDefinition>(definition: D): D {
  return definition;
}

/** Tags of a template: by them the engine finds it. */
export const drillTag = 'Drill';
export const drillZoneTag = 'Zone';
