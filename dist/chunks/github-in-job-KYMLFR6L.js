import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gitHubInJob
} from "./chunk-VOMR5SH2.js";
import "./chunk-ZV6SOGBZ.js";
import "./chunk-MBAUKM4E.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gitHubInJob
};
