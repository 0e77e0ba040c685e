import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  fromJson,
  legOf,
  parseLeg
} from "./chunk-TMEDGICA.js";
import "./chunk-ZV6SOGBZ.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  fromJson,
  legOf,
  parseLeg
};
