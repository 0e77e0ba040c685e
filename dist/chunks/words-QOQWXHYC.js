import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
} from "./chunk-WGCMB5EJ.js";
import "./chunk-YKXHXIZI.js";
import "./chunk-ZZIS6RHA.js";
import "./chunk-U2GY36RN.js";
import "./chunk-CA6FHEZG.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle,
  renderWayOut
};
