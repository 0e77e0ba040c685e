import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  judge,
  missing,
  passGate,
  refused
} from "./chunk-7WR7RJ4L.js";
import "./chunk-VVCDHVEB.js";
import "./chunk-6W7UW3BG.js";
import "./chunk-47IA4W2X.js";
import "./chunk-FQ3EPMCS.js";
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
