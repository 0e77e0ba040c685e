import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  openZonalShifts
} from "./chunk-AUUK7K33.js";
import "./chunk-OOWWHEME.js";
import "./chunk-2TWVQLQY.js";
import "./chunk-PJZACF3A.js";
import "./chunk-3HUV4U37.js";
import "./chunk-7UV7NLJJ.js";
import "./chunk-BK6K477L.js";
import "./chunk-NLLUUANC.js";
import "./chunk-DH572OZO.js";
import "./chunk-NBXSZIA5.js";
import "./chunk-S3KZG237.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  openZonalShifts
};
