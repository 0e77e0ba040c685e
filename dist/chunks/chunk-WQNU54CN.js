import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/preview/world.ts
var defaultPatience = {
  lockWaitSeconds: 900,
  lockPollSeconds: 10,
  tagSettleSeconds: 20,
  tagPollSeconds: 5,
  destroyAttempts: 3,
  destroyBackoffSeconds: 15,
  stateLockTimeoutSeconds: 60
};
var hour = 3600;
var defaultLifetimes = { lifetimeSeconds: 72 * hour, maximumLifetimeSeconds: 14 * 24 * hour };

export {
  defaultPatience,
  defaultLifetimes
};
