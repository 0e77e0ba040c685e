import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  configPath,
  parseConfig
} from "./chunk-ETRMZE4Y.js";
import "./chunk-PK5IPNEC.js";
import "./chunk-5ZPXBB3R.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  configPath,
  parseConfig
};
