import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  asking,
  runbooks
} from "./chunk-YNMGZNOD.js";
import "./chunk-GI4KSV2D.js";
import "./chunk-NBLDYUCQ.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  asking,
  runbooks
};
