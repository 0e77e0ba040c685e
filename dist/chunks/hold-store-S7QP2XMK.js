import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
} from "./chunk-G6OQ2XAQ.js";
import "./chunk-I7RADCMU.js";
import "./chunk-PK5IPNEC.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
};
