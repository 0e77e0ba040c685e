import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readStackFolder
} from "./chunk-EQ3BX3XD.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  readStackFolder
};
