import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  drill
} from "./chunk-AADWVG6X.js";

// src/drills/aurora-failover.ts
var auroraFailover = drill({
  id: "aurora-failover",
  title: "Fail-over of the database",
  about: "The writer of Aurora fails over to its reader, in whatever zone that is. All goes well when the proxy holds requests until there is a writer again, and few of them fail.",
  isZonal: false,
  hypothesis: [
    // Aurora: less than 60 s, often less than 30 s: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html .
    // About a quarter of the requests write: 60 s of these are 5 % of five minutes.
    { kpi: "targets-5xx-rate", tolerated: 5, windowSeconds: 300 },
    { kpi: "api-5xx-rate", tolerated: 5, windowSeconds: 300 },
    // What waits for the writer waits at the proxy, for as long as that lends connections: 30 s.
    { kpi: "edge-latency", tolerated: 30, windowSeconds: 300 },
    // The new writer starts with what the reader had in memory; its alarm tells when that is not enough.
    { kpi: "database-commit-latency", tolerated: 100, windowSeconds: 300 },
    { kpi: "database-cpu", tolerated: 80, windowSeconds: 300 }
  ],
  targets: { database: { kind: "database-cluster" } },
  actions: [
    { name: "assert-healthy", about: "Start only while users are well", actionId: "aws:cloudwatch:assert-alarm-state" },
    {
      name: "fail-over-database",
      about: "Make another instance the writer",
      actionId: "aws:rds:failover-db-cluster",
      target: "database",
      after: ["assert-healthy"]
    },
    {
      name: "observe",
      about: "Watch what users get",
      actionId: "aws:fis:wait",
      durationSeconds: 600,
      after: ["fail-over-database"]
    }
  ],
  rollback: ["fail-back-database"],
  recovery: ["experiment-ended", "database-available", "alarms-ok"],
  // Failing back is another fail-over, and alarms look back five minutes.
  recoverySeconds: 600,
  cadence: "every month"
});

// src/drills/az-failure.ts
var outageSeconds = 600;
var azFailure = drill({
  id: "az-failure",
  title: "Loss of an availability zone",
  about: "Nothing gets into or out of one zone for ten minutes, and its tasks end. All goes well when the other two carry the load, and students notice no more than a moment of errors.",
  isZonal: true,
  hypothesis: [
    // A third of the requests for the 45 s (three checks, 15 s apart) that the load balancer needs to leave the dark tasks
    // is 5 % of five minutes: as if nothing had worked for 15 s.
    { kpi: "edge-5xx-rate", tolerated: 5, windowSeconds: 300 },
    // Answers that need the writer fail for the minute at most that Aurora takes to fail over, about a quarter of them.
    { kpi: "targets-5xx-rate", tolerated: 5, windowSeconds: 300 },
    { kpi: "api-5xx-rate", tolerated: 5, windowSeconds: 300 },
    // What waits for the writer waits at the proxy, for as long as that lends connections: 30 s.
    { kpi: "edge-latency", tolerated: 30, windowSeconds: 300 },
    // A zone that is left answers nothing; the other two must not get worse than the service as a whole may.
    { kpi: "zone-errors", tolerated: 5, windowSeconds: 300 },
    // One in each of the two zones that are left.
    { kpi: "healthy", tolerated: 2, windowSeconds: 60 }
  ],
  targets: {
    subnets: { kind: "subnets", tiers: ["app", "data"] },
    tasks: { kind: "tasks", percent: 100 },
    database: {
      kind: "database-cluster",
      mayBeEmpty: "The writer may be in another zone: then there is nothing to fail over."
    },
    cache: { kind: "cache-group", mayBeEmpty: "There are fewer nodes than zones: one zone may have none." },
    "load-balancer": { kind: "load-balancer" }
  },
  // AWS's own scenario for the loss of a zone does not touch Fargate tasks. FIS picks its targets once, at the start, so the
  // subnets are fenced before the tasks are stopped: what replaces them cannot come up in the dark zone.
  actions: [
    { name: "assert-healthy", about: "Start only while users are well", actionId: "aws:cloudwatch:assert-alarm-state" },
    {
      name: "fence-subnets",
      about: "Cut the app and the data subnet of the zone off",
      actionId: "aws:network:disrupt-connectivity",
      target: "subnets",
      durationSeconds: outageSeconds,
      parameters: { scope: "all" },
      after: ["assert-healthy"]
    },
    {
      name: "cut-cache-power",
      about: "Take the power from the cache nodes of the zone",
      actionId: "aws:elasticache:replicationgroup-interrupt-az-power",
      target: "cache",
      durationSeconds: outageSeconds,
      after: ["assert-healthy"]
    },
    {
      name: "fail-over-database",
      about: "Move the writer out of the zone, if it is there",
      actionId: "aws:rds:failover-db-cluster",
      target: "database",
      after: ["assert-healthy"]
    },
    {
      name: "wait-for-fence",
      about: "Wait until the fence stands",
      actionId: "aws:fis:wait",
      durationSeconds: 60,
      after: ["assert-healthy"]
    },
    {
      name: "stop-tasks",
      about: "End the tasks of the zone",
      actionId: "aws:ecs:stop-task",
      target: "tasks",
      after: ["wait-for-fence"]
    },
    {
      name: "wait-for-shift",
      about: "See how the platform does by itself",
      actionId: "aws:fis:wait",
      durationSeconds: outageSeconds / 2,
      after: ["assert-healthy"]
    },
    {
      name: "shift-traffic",
      about: "Shift traffic away from the zone, as AWS would",
      actionId: "aws:arc:start-zonal-autoshift",
      target: "load-balancer",
      durationSeconds: outageSeconds / 2,
      parameters: { managedResourceTypes: "ALB", zonalAutoshiftStatus: "ANY" },
      after: ["wait-for-shift"]
    }
  ],
  // Traffic comes back last: by then there is somebody to take it.
  rollback: ["restore-subnets", "restore-service", "fail-back-database", "cancel-zonal-shift"],
  recovery: [
    "experiment-ended",
    "no-fis-network-acls",
    "service-on-good-task-definition",
    "tasks-balanced",
    "database-available",
    "cache-available",
    "no-zonal-shift",
    "alarms-ok"
  ],
  // A cache node is made anew and copies its data, ECS moves tasks back zone by zone, alarms look back five minutes.
  recoverySeconds: 1200,
  cadence: "every week"
});

// src/drills/kinesis-throttle.ts
var kinesisThrottle = drill({
  id: "kinesis-throttle",
  title: "Throttled event stream",
  about: "A quarter of what the service writes to the event stream is refused for ten minutes. All goes well when it sends the events again, none is lost, and no student waits for them.",
  isZonal: false,
  hypothesis: [
    // Events are not on a student's way: what users get has to stay within its targets.
    { kpi: "targets-5xx-rate", tolerated: 0.1, windowSeconds: 300 },
    { kpi: "edge-latency", tolerated: 1, windowSeconds: 300 },
    // Late, but not too late: the thresholds of their alarms.
    { kpi: "events-age", tolerated: 6e4, windowSeconds: 300 },
    { kpi: "delivery-freshness", tolerated: 900, windowSeconds: 300 }
  ],
  // FIS can throttle a stream as a whole, too. That would also hit the API, whose events clients have to send again, and
  // the provider does not know that action: https://github.com/hashicorp/terraform-provider-aws .
  targets: { writer: { kind: "service-role" } },
  actions: [
    { name: "assert-healthy", about: "Start only while users are well", actionId: "aws:cloudwatch:assert-alarm-state" },
    {
      name: "throttle-writes",
      about: "Refuse a quarter of the writes to the stream",
      actionId: "aws:fis:inject-api-throttle-error",
      target: "writer",
      durationSeconds: 600,
      // What AWS advises to start with: https://docs.aws.amazon.com/streams/latest/dev/kinesis-fis-provisioned-throughput.html
      parameters: { service: "kinesis", operations: "PutRecord,PutRecords", percentage: "25" },
      after: ["assert-healthy"]
    }
  ],
  // The refusals end with the experiment; they leave nothing behind.
  rollback: [],
  recovery: ["experiment-ended", "alarms-ok"],
  // What was held back is sent, and alarms look back five minutes.
  recoverySeconds: 600,
  cadence: "every month"
});

// src/drills/redis-az-power.ts
var redisAzPower = drill({
  id: "redis-az-power",
  title: "Cache without power in a zone",
  about: "The Redis nodes of one zone are gone for ten minutes. All goes well when the replica takes over within seconds, nobody is signed out, and the database bears what the cache cannot answer.",
  isZonal: true,
  hypothesis: [
    // A replica is promoted within seconds: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html .
    // 5 % of five minutes: as if nothing had worked for 15 s.
    { kpi: "targets-5xx-rate", tolerated: 5, windowSeconds: 300 },
    { kpi: "api-5xx-rate", tolerated: 5, windowSeconds: 300 },
    // The replica has the same data: no more misses than the alarm bears, and nothing thrown away.
    { kpi: "cache-misses", tolerated: 20, windowSeconds: 300 },
    { kpi: "cache-evictions", tolerated: 0, windowSeconds: 300 },
    // What the cache does not answer, the database does: below its alarm.
    { kpi: "database-cpu", tolerated: 80, windowSeconds: 300 }
  ],
  targets: { cache: { kind: "cache-group" } },
  actions: [
    { name: "assert-healthy", about: "Start only while users are well", actionId: "aws:cloudwatch:assert-alarm-state" },
    {
      name: "cut-cache-power",
      about: "Take the power from the cache nodes of the zone",
      actionId: "aws:elasticache:replicationgroup-interrupt-az-power",
      target: "cache",
      durationSeconds: 600,
      after: ["assert-healthy"]
    }
  ],
  // ElastiCache itself gives the node back; a promoted replica stays the primary, which is as good.
  rollback: [],
  recovery: ["experiment-ended", "cache-available", "alarms-ok"],
  // A node is made anew and copies its data: minutes for the gigabytes that sessions are.
  recoverySeconds: 1200,
  cadence: "every month"
});

// src/drills/task-loss.ts
var taskLoss = drill({
  id: "task-loss",
  title: "Loss of a third of the tasks",
  about: "A third of the tasks of the service end at once, in all zones. All goes well when the others carry the load until ECS has started new ones.",
  isZonal: false,
  hypothesis: [
    // Tasks finish what they have begun, and the load balancer knows at once that they leave: a few requests fail, well
    // below the 1 % that users would call an outage.
    { kpi: "edge-5xx-rate", tolerated: 1, windowSeconds: 300 },
    { kpi: "targets-5xx-rate", tolerated: 1, windowSeconds: 300 },
    // Two thirds have half as much again to do, for the minute or two that a task takes to start.
    { kpi: "edge-latency", tolerated: 2, windowSeconds: 300 },
    { kpi: "cpu", tolerated: 80, windowSeconds: 300 },
    { kpi: "healthy", tolerated: 2, windowSeconds: 60 }
  ],
  // FIS rounds down: of three tasks, 33 % would be none. https://docs.aws.amazon.com/fis/latest/userguide/targets.html#target-selection-mode
  targets: { tasks: { kind: "tasks", percent: 34 } },
  actions: [
    { name: "assert-healthy", about: "Start only while users are well", actionId: "aws:cloudwatch:assert-alarm-state" },
    {
      name: "stop-tasks",
      about: "End a third of the tasks",
      actionId: "aws:ecs:stop-task",
      target: "tasks",
      after: ["assert-healthy"]
    },
    {
      name: "observe",
      about: "Watch ECS replace them",
      actionId: "aws:fis:wait",
      durationSeconds: 600,
      after: ["stop-tasks"]
    }
  ],
  rollback: ["restore-service"],
  recovery: ["experiment-ended", "service-on-good-task-definition", "tasks-balanced", "alarms-ok"],
  // The tasks are back before the experiment ends; spreading them over the zones, and the alarms, take some minutes.
  recoverySeconds: 600,
  cadence: "every month"
});

// src/drills/index.ts
var drills = [
  auroraFailover,
  azFailure,
  kinesisThrottle,
  redisAzPower,
  taskLoss
];

export {
  drills
};
