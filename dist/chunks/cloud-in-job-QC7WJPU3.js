import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  cloudInJob,
  documentsInJob
} from "./chunk-Y7ZFDNE6.js";
import "./chunk-P7VH3PP4.js";
import "./chunk-SY4BEHC2.js";
import "./chunk-YATD4MRL.js";
import "./chunk-UBADWJLH.js";
import "./chunk-3LOAMTFC.js";
import "./chunk-TP6D6M3A.js";
import "./chunk-F5RBTF4R.js";
import "./chunk-C2KF2776.js";
import "./chunk-WEG3FJMK.js";
import "./chunk-GRWZGOAN.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  cloudInJob,
  documentsInJob
};
