import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  combineDigests,
  planDigest,
  shownDigestLength
} from "./chunk-LQ2E7PBK.js";
import "./chunk-R5U37ZOC.js";
export {
  combineDigests,
  planDigest,
  shownDigestLength
};
