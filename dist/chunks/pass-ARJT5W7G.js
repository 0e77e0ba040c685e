import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  judge,
  missing,
  passGate,
  refused
} from "./chunk-QR7OWAFD.js";
import "./chunk-TFE6ANT2.js";
import "./chunk-U2GY36RN.js";
import "./chunk-47IA4W2X.js";
import "./chunk-RJKRRWFA.js";
import "./chunk-I3IM6THR.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  judge,
  missing,
  passGate,
  refused
};
