import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  configPath,
  parseConfig
} from "./chunk-HVNZQUB6.js";
import "./chunk-ZV6SOGBZ.js";
import "./chunk-CA6FHEZG.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  configPath,
  parseConfig
};
