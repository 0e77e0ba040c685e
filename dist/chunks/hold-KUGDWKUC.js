import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  decideLock,
  decideObstacle,
  decideUnlock,
  hasExpired,
  login,
  parseHold,
  webAddress
} from "./chunk-4UFK7XPI.js";
import "./chunk-NZLX3UOY.js";
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
