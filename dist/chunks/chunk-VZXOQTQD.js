import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/adapters/process/system-clock.ts
import { setTimeout as wait } from "node:timers/promises";
var systemClock = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, void 0, signal && { signal });
  }
};

export {
  systemClock
};
