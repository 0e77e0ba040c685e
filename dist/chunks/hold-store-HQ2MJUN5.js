import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
} from "./chunk-PVV2B757.js";
import "./chunk-UA2DMNWW.js";
import "./chunk-5XDDCBZJ.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
};
