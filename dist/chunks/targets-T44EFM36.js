import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  hostPlatform,
  hostService,
  isolatedPlatform,
  pathOf,
  requireDomain,
  sharedPreview
} from "./chunk-NZRVG2PT.js";
import "./chunk-I3IM6THR.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  hostPlatform,
  hostService,
  isolatedPlatform,
  pathOf,
  requireDomain,
  sharedPreview
};
