import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  openDatabases
} from "./chunk-FHDUSGCY.js";
import "./chunk-IB5EDQX6.js";
import "./chunk-2TWVQLQY.js";
import "./chunk-TDX7Z4V6.js";
import "./chunk-XVITBZA2.js";
import "./chunk-XSWGJYED.js";
import "./chunk-VQSP43VP.js";
import "./chunk-HBTZUIIR.js";
import "./chunk-77PC44XF.js";
import "./chunk-VYHRLSD2.js";
import "./chunk-D2ORXGE3.js";
import "./chunk-7YUU5ONS.js";
import "./chunk-PABG3G7K.js";
import "./chunk-TYMLWU77.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  openDatabases
};
