// What each metric of the catalogue looks like while all is well, and what a slow release does to it.

export type Pattern =
  /** One value a minute, such as a utilisation, which wanders by `spread` around `level`. */
  | { readonly kind: 'gauge'; readonly level: number; readonly spread: number; readonly slowFactor?: number }
  /** Requests a minute: the same number wherever the dimensions are the same. */
  | { readonly kind: 'requests' }
  /** Events a minute, `share` of the requests. */
  | { readonly kind: 'of-requests'; readonly share: number }
  /** Log-normal durations, one a request. */
  | { readonly kind: 'durations'; readonly median: number; readonly sigma: number; readonly slowFactor: number }
  /** Events that come in few minutes; in the others AWS is silent, or says 0. */
  | { readonly kind: 'rare'; readonly everyMinutes: number; readonly otherwise: 'silent' | 'zero' };

/** Around which the requests of a minute wander. */
export const requestsPerMinute = 240;

const never = { kind: 'gauge', level: 0, spread: 0 } as const;
const steady = (level: number): Pattern => ({ kind: 'gauge', level, spread: 0 });

/** By namespace and name. */
export const plausible: Readonly<Record<string, Readonly<Record<string, Pattern>>>> = {
  'AWS/ApplicationELB': {
    RequestCount: { kind: 'requests' },
    // p99 of a log-normal distribution is median * e^(2.33 sigma): 0.36 s, and 1.43 s when slow.
    TargetResponseTime: { kind: 'durations', median: 0.09, sigma: 0.6, slowFactor: 4 },
    // Reported only where there is one: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
    HTTPCode_Target_5XX_Count: { kind: 'rare', everyMinutes: 20, otherwise: 'silent' },
    HTTPCode_ELB_5XX_Count: { kind: 'rare', everyMinutes: 60, otherwise: 'silent' },
    HealthyHostCount: steady(2),
    UnHealthyHostCount: never,
  },
  'AWS/ECS': {
    CPUUtilization: { kind: 'gauge', level: 34, spread: 6, slowFactor: 1.5 },
    MemoryUtilization: { kind: 'gauge', level: 48, spread: 2 },
  },
  'ECS/ContainerInsights': { DesiredTaskCount: steady(2), RunningTaskCount: steady(2) },
  'AWS/RDS': {
    CPUUtilization: { kind: 'gauge', level: 22, spread: 5, slowFactor: 1.2 },
    DatabaseConnections: { kind: 'gauge', level: 24, spread: 3 },
    FreeableMemory: { kind: 'gauge', level: 1.6e9, spread: 4e7 },
    AuroraReplicaLagMaximum: { kind: 'gauge', level: 18, spread: 6 },
    CommitLatency: { kind: 'gauge', level: 3.2, spread: 0.8 },
    Deadlocks: never,
  },
  'AWS/ElastiCache': {
    EngineCPUUtilization: { kind: 'gauge', level: 8, spread: 2 },
    DatabaseMemoryUsagePercentage: { kind: 'gauge', level: 41, spread: 1 },
    CacheHits: { kind: 'of-requests', share: 1.9 },
    CacheMisses: { kind: 'of-requests', share: 0.1 },
    Evictions: never,
    ReplicationLag: { kind: 'gauge', level: 0.05, spread: 0.02 },
  },
  'AWS/Kinesis': {
    'GetRecords.IteratorAgeMilliseconds': { kind: 'gauge', level: 220, spread: 90 },
    WriteProvisionedThroughputExceeded: never,
    ReadProvisionedThroughputExceeded: never,
  },
  'AWS/Firehose': {
    'DeliveryToS3.DataFreshness': { kind: 'gauge', level: 95, spread: 25 },
    ThrottledRecords: never,
  },
  'AWS/ApiGateway': {
    Count: { kind: 'requests' },
    '4XXError': { kind: 'of-requests', share: 0.008 },
    '5XXError': { kind: 'rare', everyMinutes: 30, otherwise: 'zero' },
    Latency: { kind: 'durations', median: 110, sigma: 0.6, slowFactor: 4 },
  },
  'AWS/WAFV2': { BlockedRequests: { kind: 'of-requests', share: 0.02 } },
  'AWS/SQS': { ApproximateNumberOfMessagesVisible: never },
};
