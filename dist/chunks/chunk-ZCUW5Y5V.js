import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/define/command.ts
var repositoryRoles = ["none", "read", "triage", "write", "maintain", "admin"];
var commandJobs = ["reply", "plan", "preview", "deploy-preview", "apply", "environment", "kpi", "cancel"];
function command(definition) {
  return definition;
}

export {
  repositoryRoles,
  commandJobs,
  command
};
