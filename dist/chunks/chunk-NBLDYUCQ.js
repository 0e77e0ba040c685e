import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/ports/experiments.ts
var experimentStatuses = [
  "pending",
  "initiating",
  "running",
  "completed",
  "stopping",
  "stopped",
  "failed",
  "cancelled"
];
function hasEnded({ status }) {
  return ["completed", "stopped", "failed", "cancelled"].includes(status);
}

export {
  experimentStatuses,
  hasEnded
};
