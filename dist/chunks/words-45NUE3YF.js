import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
} from "./chunk-3HQIWQCE.js";
import "./chunk-YKXHXIZI.js";
import "./chunk-4UFK7XPI.js";
import "./chunk-6W7UW3BG.js";
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
