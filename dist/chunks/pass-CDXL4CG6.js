import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  judge,
  missing,
  passGate,
  refused
} from "./chunk-MCWUXGEM.js";
import "./chunk-BB4MUQRM.js";
import "./chunk-U2GY36RN.js";
import "./chunk-47IA4W2X.js";
import "./chunk-5TRTDQ5Z.js";
import "./chunk-I3IM6THR.js";
import "./chunk-CA6FHEZG.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  judge,
  missing,
  passGate,
  refused
};
