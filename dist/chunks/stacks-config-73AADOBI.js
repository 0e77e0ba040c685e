import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readStacksConfig
} from "./chunk-VB26QYYE.js";
import "./chunk-5TRTDQ5Z.js";
import "./chunk-I3IM6THR.js";
import "./chunk-CA6FHEZG.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  readStacksConfig
};
