import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  jobLog,
  runAction
} from "./chunk-PVCV664M.js";
import "./chunk-MBJY2HNV.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  jobLog,
  runAction
};
