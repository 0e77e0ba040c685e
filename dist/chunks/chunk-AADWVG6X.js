import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/define/drill.ts
var rollbackStrategies = ["cancel-zonal-shift", "restore-subnets", "restore-service", "fail-back-database"];
var recoveryChecks = [
  "experiment-ended",
  "alarms-ok",
  "no-fis-network-acls",
  "no-zonal-shift",
  "tasks-balanced",
  "service-on-good-task-definition",
  "database-available",
  "cache-available"
];
function drill(definition) {
  return definition;
}
var drillTag = "Drill";
var drillZoneTag = "Zone";

export {
  rollbackStrategies,
  recoveryChecks,
  drill,
  drillTag,
  drillZoneTag
};
