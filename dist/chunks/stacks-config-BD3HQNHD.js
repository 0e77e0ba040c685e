import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readStacksConfig
} from "./chunk-HXZNQRXD.js";
import "./chunk-4K63F6NI.js";
import "./chunk-FQ3EPMCS.js";
import "./chunk-I3IM6THR.js";
import "./chunk-4ZZDUD76.js";
import "./chunk-HJYFICUU.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  readStacksConfig
};
