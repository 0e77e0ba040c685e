import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  fromJson,
  legOf,
  parseLeg
} from "./chunk-FLHUNVBJ.js";
import "./chunk-5XDDCBZJ.js";
import "./chunk-5ZPXBB3R.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  fromJson,
  legOf,
  parseLeg
};
