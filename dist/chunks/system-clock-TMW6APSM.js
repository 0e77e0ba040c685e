import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  openClock,
  systemClock
} from "./chunk-MBAUKM4E.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  openClock,
  systemClock
};
