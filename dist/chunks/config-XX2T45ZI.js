import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  configPath,
  parseConfig
} from "./chunk-JKCI6BPG.js";
import "./chunk-U2GY36RN.js";
import "./chunk-ZV6SOGBZ.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  configPath,
  parseConfig
};
