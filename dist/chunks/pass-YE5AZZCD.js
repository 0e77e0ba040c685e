import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  judge,
  missing,
  passGate,
  refused
} from "./chunk-UP2KM355.js";
import "./chunk-FCTGRQG4.js";
import "./chunk-6W7UW3BG.js";
import "./chunk-47IA4W2X.js";
import "./chunk-BVTMM73R.js";
import "./chunk-I3IM6THR.js";
import "./chunk-4ZZDUD76.js";
import "./chunk-HJYFICUU.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  judge,
  missing,
  passGate,
  refused
};
