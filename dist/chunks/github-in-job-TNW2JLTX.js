import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gitHubInJob
} from "./chunk-O4MLJY7B.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-VZXOQTQD.js";
import "./chunk-R5U37ZOC.js";
export {
  gitHubInJob
};
