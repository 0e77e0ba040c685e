import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
} from "./chunk-7IRRQYET.js";
import "./chunk-YKXHXIZI.js";
import "./chunk-I7RADCMU.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-PK5IPNEC.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
};
