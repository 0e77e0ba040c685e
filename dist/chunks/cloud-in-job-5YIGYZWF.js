import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  cloudInJob,
  documentsInJob
} from "./chunk-NK37GPBS.js";
import "./chunk-3AOPBS7B.js";
import "./chunk-SY4BEHC2.js";
import "./chunk-GW2NIKUA.js";
import "./chunk-2ODGGD64.js";
import "./chunk-TP6D6M3A.js";
import "./chunk-5QSS35UA.js";
import "./chunk-E7NF3LWQ.js";
import "./chunk-VCZJNOE2.js";
import "./chunk-GRWZGOAN.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  cloudInJob,
  documentsInJob
};
