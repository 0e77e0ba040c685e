import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  decideEnd,
  parseJobs,
  renderAudit,
  replyMarker,
  reportCommand,
  withLine
} from "./chunk-GIE6S2OK.js";
import "./chunk-FLHUNVBJ.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-5XDDCBZJ.js";
import "./chunk-5ZPXBB3R.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  decideEnd,
  parseJobs,
  renderAudit,
  replyMarker,
  reportCommand,
  withLine
};
