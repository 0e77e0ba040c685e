import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  asking,
  runbooks
} from "./chunk-JTMEMJ5G.js";
import "./chunk-WQ2WVZBC.js";
import "./chunk-NBLDYUCQ.js";
import "./chunk-CA6FHEZG.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  asking,
  runbooks
};
