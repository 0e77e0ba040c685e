import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  clientConfig,
  cloudInJob,
  documentsInJob
} from "./chunk-YKETB6GW.js";
import "./chunk-FXBH224E.js";
import "./chunk-AGY4HYYO.js";
import "./chunk-QMJKHENA.js";
import "./chunk-BXS4ZVCV.js";
import "./chunk-F34PFQNI.js";
import "./chunk-AK2LLNL2.js";
import "./chunk-IBPTGO2M.js";
import "./chunk-UDYFTG4G.js";
import "./chunk-EJRF2REC.js";
import "./chunk-JVH4N7KU.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  clientConfig,
  cloudInJob,
  documentsInJob
};
