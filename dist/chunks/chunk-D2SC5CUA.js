import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherUnfinished
} from "./chunk-XXM2JR5H.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/game-day/unfinished.ts
async function gatherLeftUnfinished(documents, environment, bucket) {
  const found = await gatherUnfinished({ documents, settings: { bucket } }, environment);
  if (!found) return void 0;
  const { id, phase } = found.gameDay;
  return failure({
    code: "game-day/left-unfinished",
    what: `The game day ${id} on ${environment} was left in the phase ${phase}: what it broke may still be broken.`,
    next: "Start the workflow game-day with the mode resume, which puts it right; then run this again."
  });
}

export {
  gatherLeftUnfinished
};
