import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/kpis/pace.ts
var everyMinute = { periodSeconds: 60 };
var threeOfFive = { periods: 5, datapoints: 3 };
var twoOfThree = { periods: 3, datapoints: 2 };
var quietIsGood = { whenMissing: "notBreaching" };
var quietIsBad = { whenMissing: "breaching" };

// src/kpis/api.ts
var of = (name, statistic) => ({
  namespace: "AWS/ApiGateway",
  name,
  dimensions: { ApiName: "api-name", Stage: "api-stage" },
  statistic
});
var shared = { group: "api", layer: "platform", environments: "all", good: "low", ...everyMinute };
var rate = (name) => ({ kind: "percentage", part: of(name, "Sum"), whole: of("Count", "Sum"), atLeast: 100 });
var apiKpis = [
  {
    id: "api-5xx-rate",
    title: "Errors of the API",
    about: "The API answers more than 1 % with 5XX",
    ...shared,
    unit: "Percent",
    target: 0.1,
    measure: rate("5XXError"),
    // Ten times the budget of the availability objective.
    alarm: { threshold: 1, ...threeOfFive, ...quietIsGood },
    runbook: "ecs-rollback",
    aborts: ["game-day"]
  },
  {
    id: "api-4xx-rate",
    title: "Refusals of the API",
    about: "The API refuses more than 5 %: a broken client, a key that is gone, or a throttle that is too low",
    ...shared,
    environments: "lasting",
    unit: "Percent",
    target: 2,
    measure: rate("4XXError"),
    // AWS's own example for this alarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    alarm: { threshold: 5, ...threeOfFive, ...quietIsGood },
    runbook: "api-throttle",
    aborts: []
  },
  {
    id: "api-latency",
    title: "Latency of the API, p99",
    about: "One call in a hundred takes longer than two seconds",
    ...shared,
    environments: "lasting",
    unit: "Milliseconds",
    target: 1e3,
    measure: { kind: "metric", metric: of("Latency", "p99") },
    // The second that the service behind it has, and as much again for the way there.
    alarm: { threshold: 2e3, ...threeOfFive, ...quietIsGood },
    runbook: "ecs-scale",
    aborts: []
  }
];

// src/kpis/cache.ts
var of2 = (name, statistic = "Maximum") => ({
  namespace: "AWS/ElastiCache",
  name,
  dimensions: { CacheClusterId: "cache-node" },
  statistic
});
var shared2 = { group: "cache", layer: "platform", environments: "all", aborts: [], ...everyMinute };
var steady = { ...threeOfFive, ...quietIsGood };
var cacheKpis = [
  {
    id: "cache-cpu",
    title: "CPU of the engine",
    about: "The Redis process is busy: more than 90 % of its core",
    ...shared2,
    unit: "Percent",
    good: "low",
    target: 70,
    measure: { kind: "metric", metric: of2("EngineCPUUtilization") },
    // AWS's advice, 90 % of what the engine has: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html
    alarm: { threshold: 90, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-memory",
    title: "Memory",
    about: "More than 80 % of the memory holds data; sessions will be evicted",
    ...shared2,
    unit: "Percent",
    good: "low",
    // What the nodes are sized for: a fifth more than the peak.
    target: 75,
    measure: { kind: "metric", metric: of2("DatabaseMemoryUsagePercentage") },
    alarm: { threshold: 80, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-replication-lag",
    title: "Replication lag",
    about: "A replica is more than a second behind; a failover would lose sessions",
    ...shared2,
    environments: "lasting",
    unit: "Seconds",
    good: "low",
    target: 0.5,
    // Only replicas report it.
    measure: { kind: "metric", metric: of2("ReplicationLag") },
    alarm: { threshold: 1, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-evictions",
    title: "Evictions",
    about: "Redis throws data away to make room: students are signed out",
    ...shared2,
    environments: "lasting",
    unit: "Count",
    good: "low",
    target: 0,
    measure: { kind: "metric", metric: of2("Evictions", "Sum") },
    // The cache is sized to hold every session; not one should have to go.
    alarm: { threshold: 0, ...steady },
    runbook: "redis-failover"
  },
  {
    id: "cache-misses",
    title: "Misses",
    about: "More than a fifth of the lookups find nothing: the database has to answer them",
    ...shared2,
    environments: "lasting",
    unit: "Percent",
    good: "low",
    target: 10,
    // CacheHitRate is 0 on a replica that nobody reads: with its two parts, silence can be told from failure.
    measure: { kind: "share", part: of2("CacheMisses", "Sum"), rest: of2("CacheHits", "Sum"), atLeast: 100 },
    // AWS: below a hit rate of about 0.8, many keys are evicted, expired or never there (CacheHitRate, on the page above).
    alarm: { threshold: 20, ...steady },
    runbook: "collect-diagnostics"
  }
];

// src/kpis/database.ts
var writer = (name, statistic) => ({
  namespace: "AWS/RDS",
  name,
  dimensions: { DBClusterIdentifier: "database-cluster", Role: { is: "WRITER" } },
  statistic
});
var shared3 = { group: "database", layer: "platform", environments: "all", aborts: [], ...everyMinute };
var steady2 = { ...threeOfFive, ...quietIsGood };
var databaseKpis = [
  {
    id: "database-cpu",
    title: "CPU of the writer",
    about: "The writer is busy: more than 80 % CPU",
    ...shared3,
    unit: "Percent",
    good: "low",
    target: 60,
    measure: { kind: "metric", metric: writer("CPUUtilization", "Average") },
    // A fifth is left for a failover: the one writer then also has the queries of the reader. A live writer is never silent.
    alarm: { threshold: 80, ...threeOfFive, ...quietIsBad },
    runbook: "aurora-failover"
  },
  {
    id: "database-connections",
    title: "Connections",
    about: "Four fifths of the connections that the instance class takes are in use",
    ...shared3,
    unit: "Count",
    good: "low",
    target: { share: 0.6, of: "database-connections" },
    measure: { kind: "metric", metric: writer("DatabaseConnections", "Maximum") },
    // Beyond the limit new connections are refused: the last fifth is the time that there is to act.
    alarm: { threshold: { share: 0.8, of: "database-connections" }, ...steady2 },
    runbook: "ecs-scale"
  },
  {
    id: "database-memory",
    title: "Freeable memory",
    about: "The writer has less than 5 % of its memory left",
    ...shared3,
    environments: "lasting",
    unit: "Bytes",
    good: "high",
    target: { share: 0.1, of: "database-memory-bytes" },
    measure: { kind: "metric", metric: writer("FreeableMemory", "Minimum") },
    // What AWS recommends for Aurora: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    alarm: { threshold: { share: 0.05, of: "database-memory-bytes" }, ...steady2 },
    runbook: "aurora-failover"
  },
  {
    id: "database-replica-lag",
    title: "Replica lag",
    about: "A replica is more than a second behind",
    ...shared3,
    unit: "Milliseconds",
    good: "low",
    // AWS: usually much less than 100 ms, https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html
    target: 100,
    measure: {
      kind: "metric",
      metric: {
        namespace: "AWS/RDS",
        name: "AuroraReplicaLagMaximum",
        dimensions: { DBClusterIdentifier: "database-cluster" },
        statistic: "Maximum"
      }
    },
    // A student who has just answered would not see the answer on the next page.
    alarm: { threshold: 1e3, ...steady2 },
    runbook: "aurora-failover"
  },
  {
    id: "database-commit-latency",
    title: "Commit latency",
    about: "A commit takes more than a tenth of a second",
    ...shared3,
    environments: "lasting",
    unit: "Milliseconds",
    good: "low",
    target: 20,
    measure: { kind: "metric", metric: writer("CommitLatency", "Average") },
    // A request has a second; ten commits one after the other would use it up.
    alarm: { threshold: 100, ...steady2 },
    runbook: "aurora-failover"
  },
  {
    id: "database-deadlocks",
    title: "Deadlocks",
    about: "More than one deadlock every ten seconds: transactions wait for each other in circles",
    ...shared3,
    environments: "lasting",
    unit: "Count/Second",
    good: "low",
    target: 0,
    measure: { kind: "metric", metric: writer("Deadlocks", "Average") },
    // PostgreSQL ends a deadlock after a second (deadlock_timeout): a single one is retried, six a minute are a bug in what was deployed.
    alarm: { threshold: 0.1, ...steady2 },
    runbook: "ecs-rollback"
  }
];

// src/kpis/edge.ts
var of3 = (name, statistic) => ({
  namespace: "AWS/ApplicationELB",
  name,
  dimensions: { LoadBalancer: "load-balancer" },
  statistic
});
var shared4 = { group: "edge", layer: "platform", environments: "all", ...everyMinute };
var errorRate = { unit: "Percent", good: "low", target: 0.1, alarm: { threshold: 1, ...threeOfFive, ...quietIsGood } };
var atLeast = 100;
var edgeKpis = [
  {
    id: "edge-5xx-rate",
    title: "Errors of the load balancer",
    about: "The load balancer itself answers more than 1 % with 5XX",
    ...shared4,
    ...errorRate,
    // RequestCount has only the requests for which a target was found: without targets, the errors are all there is.
    measure: { kind: "share", part: of3("HTTPCode_ELB_5XX_Count", "Sum"), rest: of3("RequestCount", "Sum"), atLeast },
    runbook: "az-evacuation",
    aborts: ["game-day"]
  },
  {
    id: "targets-5xx-rate",
    title: "Errors of all services",
    about: "Services answer more than 1 % with 5XX",
    ...shared4,
    ...errorRate,
    measure: { kind: "percentage", part: of3("HTTPCode_Target_5XX_Count", "Sum"), whole: of3("RequestCount", "Sum"), atLeast },
    runbook: "ecs-rollback",
    aborts: ["game-day"]
  },
  {
    id: "edge-latency",
    title: "Latency of all services, p99",
    about: "One request in a hundred takes longer than a second, over all services",
    ...shared4,
    environments: "lasting",
    unit: "Seconds",
    good: "low",
    // A second is the limit for a person's flow of thought: https://www.nngroup.com/articles/response-times-3-important-limits/
    target: 1,
    measure: { kind: "metric", metric: of3("TargetResponseTime", "p99") },
    alarm: { threshold: 1, ...threeOfFive, ...quietIsGood },
    runbook: "ecs-scale",
    // A zone's loss makes everything slow for some minutes: that is what a drill is there to measure, not a reason to end it.
    aborts: []
  },
  {
    id: "edge-requests",
    title: "Requests",
    about: "How much there is to do; the other numbers are to be read with it",
    ...shared4,
    unit: "Count",
    good: "neither",
    measure: { kind: "metric", metric: of3("RequestCount", "Sum") },
    runbook: "ecs-scale",
    aborts: []
  }
];

// src/kpis/events.ts
var stream = (name, statistic) => ({
  namespace: "AWS/Kinesis",
  name,
  dimensions: { StreamName: "stream" },
  statistic
});
var delivery = (name, statistic) => ({
  namespace: "AWS/Firehose",
  name,
  dimensions: { DeliveryStreamName: "delivery-stream" },
  statistic
});
var shared5 = { group: "events", layer: "platform", environments: "all", aborts: [], ...everyMinute };
var never = {
  unit: "Count",
  good: "low",
  target: 0,
  alarm: { threshold: 0, ...twoOfThree, ...quietIsGood }
};
var eventKpis = [
  {
    id: "events-age",
    title: "Age of the oldest event",
    about: "Events wait for more than a minute to be read",
    ...shared5,
    unit: "Milliseconds",
    good: "low",
    target: 1e4,
    measure: { kind: "metric", metric: stream("GetRecords.IteratorAgeMilliseconds", "Maximum") },
    // Readers should be behind by seconds; the stream forgets after a day, so that there is time to act.
    alarm: { threshold: 6e4, ...threeOfFive, ...quietIsGood },
    runbook: "kinesis-reshard"
  },
  {
    id: "events-throttled",
    title: "Throttled writes",
    about: "Producers are throttled: too few shards",
    ...shared5,
    ...never,
    measure: { kind: "metric", metric: stream("WriteProvisionedThroughputExceeded", "Sum") },
    runbook: "kinesis-reshard"
  },
  {
    id: "events-read-throttled",
    title: "Throttled reads",
    about: "Readers are throttled: too many of them for the shards",
    ...shared5,
    ...never,
    environments: "lasting",
    measure: { kind: "metric", metric: stream("ReadProvisionedThroughputExceeded", "Sum") },
    runbook: "kinesis-reshard"
  },
  {
    id: "delivery-freshness",
    title: "Age of the oldest event that is not delivered",
    about: "The oldest event that is not yet in S3 is more than 15 minutes old",
    ...shared5,
    unit: "Seconds",
    good: "low",
    // A buffer is written after five minutes at the latest, here, and needs a moment for it.
    target: 600,
    measure: { kind: "metric", metric: delivery("DeliveryToS3.DataFreshness", "Maximum") },
    // Three full buffers late: https://docs.aws.amazon.com/firehose/latest/dev/firehose-cloudwatch-metrics-best-practices.html
    alarm: { threshold: 900, ...threeOfFive, ...quietIsGood },
    runbook: "collect-diagnostics"
  },
  {
    id: "delivery-throttled",
    title: "Throttled deliveries",
    about: "The delivery stream refuses records: its quota is used up",
    ...shared5,
    ...never,
    environments: "lasting",
    measure: { kind: "metric", metric: delivery("ThrottledRecords", "Sum") },
    runbook: "collect-diagnostics"
  }
];

// src/kpis/operations.ts
var operationsKpis = [
  {
    id: "dead-letters",
    title: "Dead letters",
    about: "A scheduled check or a notification could not be delivered",
    group: "operations",
    layer: "platform",
    environments: "all",
    unit: "Count",
    ...everyMinute,
    good: "low",
    target: 0,
    measure: {
      kind: "metric",
      // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
      metric: {
        namespace: "AWS/SQS",
        name: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: "dead-letter-queue" },
        statistic: "Maximum"
      }
    },
    // Nothing that ends there mends itself.
    alarm: { threshold: 0, ...twoOfThree, ...quietIsGood },
    runbook: "redrive-dead-letters",
    aborts: []
  }
];

// src/kpis/security.ts
var securityKpis = [
  {
    id: "blocked-requests",
    title: "Blocked requests",
    about: "The firewall blocks far more than at this time of other days: an attack, or a rule that hits students",
    group: "security",
    layer: "platform",
    // A model of what is usual needs days of data.
    environments: "lasting",
    unit: "Count",
    periodSeconds: 300,
    good: "low",
    measure: {
      kind: "metric",
      metric: {
        namespace: "AWS/WAFV2",
        name: "BlockedRequests",
        dimensions: { WebACL: "web-acl", Region: "region", Rule: { is: "ALL" } },
        statistic: "Sum"
      }
    },
    // No number is right by day and by night. Twice the band that CloudWatch proposes, because scans come in bursts:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
    alarm: { threshold: { standardDeviations: 4 }, ...threeOfFive, ...quietIsGood },
    runbook: "waf-block-ip",
    aborts: []
  }
];

// src/kpis/service.ts
var requests = (name, statistic, more = {}) => ({
  namespace: "AWS/ApplicationELB",
  name,
  dimensions: { LoadBalancer: "load-balancer", TargetGroup: "target-group", ...more },
  statistic
});
var inZone = { AvailabilityZone: "zone" };
var tasks = { ClusterName: "cluster", ServiceName: "service" };
var load = (name) => ({ namespace: "AWS/ECS", name, dimensions: tasks, statistic: "Average" });
var count = (name, statistic) => ({
  namespace: "ECS/ContainerInsights",
  name,
  dimensions: tasks,
  statistic
});
var shared6 = { group: "service", layer: "service", environments: "all", ...everyMinute };
var steady3 = { ...threeOfFive, ...quietIsGood };
var atLeast2 = 20;
var userKpis = [
  {
    id: "errors",
    title: "Errors",
    about: "More than 1 % of the answers are 5XX",
    ...shared6,
    unit: "Percent",
    good: "low",
    target: 0.1,
    measure: {
      kind: "percentage",
      part: requests("HTTPCode_Target_5XX_Count", "Sum"),
      whole: requests("RequestCount", "Sum"),
      atLeast: atLeast2
    },
    // Ten times the budget of the availability objective.
    alarm: { threshold: 1, ...steady3 },
    runbook: "ecs-rollback",
    aborts: ["deploy"]
  },
  {
    id: "latency",
    title: "Latency, p99",
    about: "One request in a hundred takes longer than a second",
    ...shared6,
    unit: "Seconds",
    good: "low",
    // A second is the limit for a person's flow of thought: https://www.nngroup.com/articles/response-times-3-important-limits/
    target: 1,
    measure: { kind: "metric", metric: requests("TargetResponseTime", "p99") },
    alarm: { threshold: 1, ...steady3 },
    runbook: "ecs-rollback",
    aborts: ["deploy"]
  },
  {
    id: "requests",
    title: "Requests",
    about: "How much the service has to do; the other numbers are to be read with it",
    ...shared6,
    unit: "Count",
    good: "neither",
    measure: { kind: "metric", metric: requests("RequestCount", "Sum") },
    runbook: "ecs-scale",
    aborts: []
  },
  {
    id: "zone-errors",
    title: "Errors by zone",
    about: "More than 1 % of the answers are 5XX in one zone",
    ...shared6,
    environments: "lasting",
    unit: "Percent",
    good: "low",
    target: 0.1,
    measure: {
      kind: "percentage",
      part: requests("HTTPCode_Target_5XX_Count", "Sum", inZone),
      whole: requests("RequestCount", "Sum", inZone),
      atLeast: atLeast2
    },
    // The same as for the whole service: a zone that alone reaches it is one to leave.
    alarm: { threshold: 1, ...steady3 },
    runbook: "az-evacuation",
    aborts: []
  }
];
var busy = { unit: "Percent", good: "low", alarm: { threshold: 80, ...steady3 }, runbook: "ecs-scale", aborts: [] };
var taskKpis = [
  {
    id: "unhealthy",
    title: "Unhealthy tasks",
    about: "Tasks fail the health check of the load balancer",
    ...shared6,
    unit: "Count",
    good: "low",
    target: 0,
    measure: { kind: "metric", metric: requests("UnHealthyHostCount", "Maximum") },
    alarm: { threshold: 0, ...steady3 },
    runbook: "ecs-redeploy",
    aborts: ["deploy"]
  },
  {
    id: "healthy",
    title: "Healthy tasks",
    about: "No task of the service can take requests",
    ...shared6,
    environments: "lasting",
    unit: "Count",
    good: "high",
    // One in each of two zones is the least that survives the loss of one.
    target: 2,
    measure: { kind: "metric", metric: requests("HealthyHostCount", "Minimum") },
    // Nobody is served: that is told after two minutes. A target group without targets is silent.
    alarm: { threshold: 1, ...twoOfThree, ...quietIsBad },
    runbook: "ecs-redeploy",
    aborts: []
  },
  {
    id: "missing-tasks",
    title: "Missing tasks",
    about: "Fewer tasks run than should",
    ...shared6,
    unit: "Count",
    good: "low",
    target: 0,
    measure: {
      kind: "difference",
      minuend: count("DesiredTaskCount", "Maximum"),
      subtrahend: count("RunningTaskCount", "Minimum")
    },
    // A task takes a minute or two to start: three minutes of five are no longer a start.
    alarm: { threshold: 0, ...threeOfFive, ...quietIsBad },
    runbook: "ecs-redeploy",
    aborts: []
  },
  {
    id: "running-tasks",
    title: "Running tasks",
    about: "How many tasks scaling keeps",
    ...shared6,
    unit: "Count",
    good: "neither",
    measure: { kind: "metric", metric: count("RunningTaskCount", "Minimum") },
    runbook: "ecs-scale",
    aborts: []
  },
  {
    id: "cpu",
    title: "CPU",
    about: "Tasks use more than 80 % of their CPU",
    ...shared6,
    ...busy,
    target: 70,
    measure: { kind: "metric", metric: load("CPUUtilization") }
  },
  {
    id: "memory",
    title: "Memory",
    about: "Tasks use more than 80 % of their memory",
    ...shared6,
    ...busy,
    target: 75,
    measure: { kind: "metric", metric: load("MemoryUtilization") }
  }
];
var serviceKpis = [...userKpis, ...taskKpis];

// src/kpis/slo.ts
var minute = 60;
var hour = 60 * minute;
var day = 24 * hour;
var burnRates = [
  { id: "fast", severity: "page", rate: 14.4, longSeconds: hour, shortSeconds: 5 * minute },
  { id: "slow", severity: "page", rate: 6, longSeconds: 6 * hour, shortSeconds: 30 * minute },
  { id: "drift", severity: "ticket", rate: 1, longSeconds: 3 * day, shortSeconds: 6 * hour }
];
var of4 = (name, statistic) => ({
  namespace: "AWS/ApplicationELB",
  name,
  dimensions: { LoadBalancer: "load-balancer", TargetGroup: "target-group" },
  statistic
});
var shared7 = { objectiveDays: 30, leastBad: 5, burnRates, environments: "lasting" };
var slos = [
  {
    id: "availability",
    title: "Availability",
    about: "Of all requests, 99.9 % are answered without a 5XX",
    // What the load balancer answers itself belongs to no target group: `edge-5xx-rate` and `healthy` are about that.
    bad: of4("HTTPCode_Target_5XX_Count", "Sum"),
    all: of4("RequestCount", "Sum"),
    // 43 minutes of full outage a month.
    objectivePercent: 99.9,
    ...shared7,
    runbook: "ecs-rollback"
  },
  {
    id: "latency",
    title: "Latency",
    about: "Of all requests, 99 % are answered within a second",
    bad: of4("TargetResponseTime", "TC(1:)"),
    all: of4("TargetResponseTime", "SampleCount"),
    // The same second and the same hundredth as in the KPI of that name.
    objectivePercent: 99,
    ...shared7,
    runbook: "ecs-scale"
  }
];

// src/kpis/index.ts
var catalogue = {
  kpis: [
    ...edgeKpis,
    ...serviceKpis,
    ...databaseKpis,
    ...cacheKpis,
    ...eventKpis,
    ...apiKpis,
    ...securityKpis,
    ...operationsKpis
  ],
  slos
};

export {
  catalogue
};
