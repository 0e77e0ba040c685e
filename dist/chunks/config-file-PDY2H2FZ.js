import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  configPath,
  isJsonObject,
  readSection,
  unknownKeys,
  unusable
} from "./chunk-4ZZDUD76.js";
import "./chunk-HJYFICUU.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  configPath,
  isJsonObject,
  readSection,
  unknownKeys,
  unusable
};
