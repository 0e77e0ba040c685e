import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readStacksConfig
} from "./chunk-IW6UWUNH.js";
import "./chunk-RJKRRWFA.js";
import "./chunk-I3IM6THR.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  readStacksConfig
};
