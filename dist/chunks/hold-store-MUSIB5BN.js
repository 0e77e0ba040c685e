import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
} from "./chunk-LWA2CZVD.js";
import "./chunk-ZZIS6RHA.js";
import "./chunk-CA6FHEZG.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gatherHold,
  gatherHolds,
  holdKey,
  performLock,
  performUnlock
};
