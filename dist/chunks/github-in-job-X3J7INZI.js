import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gitHubInJob
} from "./chunk-K6QDFTV2.js";
import "./chunk-ZCUW5Y5V.js";
import "./chunk-VZXOQTQD.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  gitHubInJob
};
