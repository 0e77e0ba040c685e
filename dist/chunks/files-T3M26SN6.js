import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  manifestFile,
  maxFileBytes,
  stackFile,
  synthLimits
} from "./chunk-47IA4W2X.js";
import "./chunk-R5U37ZOC.js";
export {
  manifestFile,
  maxFileBytes,
  stackFile,
  synthLimits
};
