import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gitHubInJob
} from "./chunk-HUUXACDV.js";
import "./chunk-5ZPXBB3R.js";
import "./chunk-MBAUKM4E.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gitHubInJob
};
