// A key performance indicator, as data: what is measured, what is good, when somebody is told; all that watches derives from it.

/** The sections of the documentation and of the dashboards, in their order. */
export const kpiGroups = {
  edge: 'Edge',
  service: 'Service',
  database: 'Database',
  cache: 'Cache',
  events: 'Events',
  api: 'API',
  security: 'Security',
  operations: 'Operations',
} as const;
export type KpiGroup = keyof typeof kpiGroups;

/** A runbook's id: what whoever is on call does about it. A test looks for its file. */
export type RunbookId = string;

/** What a stack knows the names of. A platform and a service each know their own; `cache-node` and `zone` are several. */
export interface LayerPlaces {
  readonly platform:
    | 'load-balancer'
    | 'api-name'
    | 'api-stage'
    | 'database-cluster'
    | 'cache-node'
    | 'stream'
    | 'delivery-stream'
    | 'web-acl'
    | 'region'
    | 'dead-letter-queue';
  readonly service: 'load-balancer' | 'target-group' | 'cluster' | 'service' | 'zone';
}
export type Layer = keyof LayerPlaces;
export type Place = LayerPlaces[Layer];

/** A dimension whose value is always the same, such as the role of a database instance. */
export interface Fixed {
  readonly is: string;
}

/** Those of CloudWatch that the catalogue uses: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
export type KpiUnit = 'Percent' | 'Seconds' | 'Milliseconds' | 'Bytes' | 'Count' | 'Count/Second';

/** Written after a number. */
export const unitSigns: Readonly<Record<KpiUnit, string>> = {
  Percent: ' %',
  Seconds: ' s',
  Milliseconds: ' ms',
  Bytes: ' bytes',
  Count: '',
  'Count/Second': ' a second',
};

/** `TC(1:)` is the number of values above 1: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html */
export type Statistic = 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'SampleCount' | `p${number}` | `TC(${number}:)`;

/** @typeParam D what a dimension is: a place in a definition, a name once it is resolved */
export interface Metric<D> {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, D>>;
  readonly statistic: Statistic;
}

export type Measure<D> =
  | { readonly kind: 'metric'; readonly metric: Metric<D> }
  /** `part` in percent of `whole`; 0 while `whole` is below `atLeast`: too little to tell. */
  | { readonly kind: 'percentage'; readonly part: Metric<D>; readonly whole: Metric<D>; readonly atLeast: number }
  /** `part` in percent of `part` and `rest` together; 0 while both are below `atLeast`. A `rest` that is silent is 0. */
  | { readonly kind: 'share'; readonly part: Metric<D>; readonly rest: Metric<D>; readonly atLeast: number }
  | { readonly kind: 'difference'; readonly minuend: Metric<D>; readonly subtrahend: Metric<D> };

/** What depends on the size of an environment. */
export type Limit = 'database-connections' | 'database-memory-bytes';

/** In the unit of its KPI. */
export type Level = number | { readonly share: number; readonly of: Limit };

export interface KpiAlarm {
  /** A level on the bad side of the target; or a band of so many standard deviations around what CloudWatch expects. */
  readonly threshold: Level | { readonly standardDeviations: number };
  /** Rings when `datapoints` of the last `periods` are bad. */
  readonly periods: number;
  readonly datapoints: number;
  /** Counts of errors are silent when all is well; heartbeats are silent when something died. */
  readonly whenMissing: 'notBreaching' | 'breaching';
}

/** What is broken off while the alarm rings: users notice it. */
export const abortables = ['game-day', 'deploy'] as const;
export type Abortable = (typeof abortables)[number];

interface KpiBase {
  /** Last part of the alarm's name. Where there are several of a place, its number or letter follows the first word: `cache-2-cpu`. */
  readonly id: string;
  readonly title: string;
  /** What is bad about it when the alarm rings, in one line; without an alarm, what it tells. */
  readonly about: string;
  readonly group: KpiGroup;
  readonly unit: KpiUnit;
  /** Length of one datapoint. */
  readonly periodSeconds: number;
  readonly good: 'low' | 'high' | 'neither';
  /** Met as long as the value is on its good side, or exactly there. */
  readonly target?: Level;
  readonly alarm?: KpiAlarm;
  readonly runbook: RunbookId;
  /** `lasting`: neither previews nor their dashboards have it; each alarm costs by the hour. */
  readonly environments: 'all' | 'lasting';
}

export interface PlatformKpi extends KpiBase {
  readonly layer: 'platform';
  readonly measure: Measure<LayerPlaces['platform'] | Fixed>;
  /** A deploy of one service is not to be judged by what all of them do. */
  readonly aborts: readonly 'game-day'[];
}

export interface ServiceKpi extends KpiBase {
  readonly layer: 'service';
  readonly measure: Measure<LayerPlaces['service'] | Fixed>;
  readonly aborts: readonly Abortable[];
}

export type Kpi = PlatformKpi | ServiceKpi;

/** A promise to users, and how fast its error budget may be used up before somebody is told. */
export interface Slo {
  readonly id: string;
  readonly title: string;
  /** The promise, in one line. */
  readonly about: string;
  /** What was bad, of what there was. */
  readonly bad: Metric<LayerPlaces['service'] | Fixed>;
  readonly all: Metric<LayerPlaces['service'] | Fixed>;
  /** Share of good requests over `objectiveDays`. */
  readonly objectivePercent: number;
  readonly objectiveDays: number;
  /** Fewer bad requests than this in a window are chance, not a burn rate. */
  readonly leastBad: number;
  readonly burnRates: readonly BurnRate[];
  readonly runbook: RunbookId;
  readonly environments: 'all' | 'lasting';
}

/** Both windows must burn that fast: the long one that it matters, the short one that it is still so. */
export interface BurnRate {
  readonly id: string;
  /** A page wakes somebody up, a ticket waits until the morning. */
  readonly severity: 'page' | 'ticket';
  /** 1 uses up exactly the budget in the days of the objective. */
  readonly rate: number;
  readonly longSeconds: number;
  readonly shortSeconds: number;
}

export interface KpiCatalogue {
  readonly kpis: readonly Kpi[];
  readonly slos: readonly Slo[];
}
