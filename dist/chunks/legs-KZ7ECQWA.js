import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  fromJson,
  legOf,
  parseLeg
} from "./chunk-524ZLA2U.js";
import "./chunk-PK5IPNEC.js";
import "./chunk-ZCUW5Y5V.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  fromJson,
  legOf,
  parseLeg
};
