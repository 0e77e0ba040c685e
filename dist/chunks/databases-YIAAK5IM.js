import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  openDatabases
} from "./chunk-XGNQVAFE.js";
import "./chunk-HKLJ4O74.js";
import "./chunk-2TWVQLQY.js";
import "./chunk-PJZACF3A.js";
import "./chunk-XVITBZA2.js";
import "./chunk-3HUV4U37.js";
import "./chunk-7UV7NLJJ.js";
import "./chunk-LTJYJYNR.js";
import "./chunk-BK6K477L.js";
import "./chunk-6DAR5K7B.js";
import "./chunk-NLLUUANC.js";
import "./chunk-DH572OZO.js";
import "./chunk-NBXSZIA5.js";
import "./chunk-S3KZG237.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  openDatabases
};
