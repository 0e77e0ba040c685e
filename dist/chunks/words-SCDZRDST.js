import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
} from "./chunk-SNS4KKGV.js";
import "./chunk-YKXHXIZI.js";
import "./chunk-UA2DMNWW.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-5XDDCBZJ.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
};
