import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/adapters/process/system-clock.ts
import { setTimeout as sleep } from "node:timers/promises";
var systemClock = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: async (milliseconds, signal) => void await sleep(milliseconds, void 0, { ...signal && { signal } })
};
function openClock({ OPSDECK_TIME: text = "" }) {
  if (text === "") return { ...systemClock, rate: 1 };
  const [, rateText = "", originText = ""] = /^([1-9]\d{0,3})@(\d{12,14})$/.exec(text) ?? [];
  if (rateText === "") {
    throw failure({
      code: "runner/time",
      what: `OPSDECK_TIME says ${JSON.stringify(text.slice(0, 60))}, which is no rate and origin of time.`,
      next: "Unset it: only rehearsals have a time of their own."
    });
  }
  const [rate, originMs] = [Number(rateText), Number(originText)];
  return {
    rate,
    now: () => new Date(originMs + (Date.now() - originMs) * rate),
    sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / rate, signal)
  };
}

export {
  systemClock,
  openClock
};
