import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  decideLock,
  decideObstacle,
  decideUnlock,
  hasExpired,
  login,
  parseHold,
  webAddress
} from "./chunk-ZZIS6RHA.js";
import "./chunk-CA6FHEZG.js";
import "./chunk-R5U37ZOC.js";
export {
  decideLock,
  decideObstacle,
  decideUnlock,
  hasExpired,
  login,
  parseHold,
  webAddress
};
