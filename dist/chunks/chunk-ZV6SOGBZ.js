import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/define/command.ts
var repositoryRoles = ["none", "read", "triage", "write", "maintain", "admin"];
function isAtLeast(role, least) {
  return repositoryRoles.indexOf(role) >= repositoryRoles.indexOf(least);
}
var commandJobs = [
  "reply",
  "plan",
  "preview",
  "deploy-preview",
  "apply",
  "environment",
  "kpi",
  "rollback",
  "game-day",
  "runbook",
  "cancel"
];
function command(definition) {
  return definition;
}

export {
  repositoryRoles,
  isAtLeast,
  commandJobs,
  command
};
