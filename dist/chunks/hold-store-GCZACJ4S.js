import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
} from "./chunk-P62CZXMM.js";
import "./chunk-4UFK7XPI.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
};
