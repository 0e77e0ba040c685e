import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  configPath,
  parseConfig
} from "./chunk-TGKUHQJP.js";
import "./chunk-5XDDCBZJ.js";
import "./chunk-5ZPXBB3R.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  configPath,
  parseConfig
};
