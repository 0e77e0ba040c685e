import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
} from "./chunk-LQXI3BZB.js";
import "./chunk-YKXHXIZI.js";
import "./chunk-4UFK7XPI.js";
import "./chunk-U2GY36RN.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
};
