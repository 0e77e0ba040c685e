import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gitHubInJob
} from "./chunk-4HYARVMJ.js";
import "./chunk-TDAC3SIJ.js";
import "./chunk-VZXOQTQD.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gitHubInJob
};
