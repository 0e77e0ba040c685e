import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  decideEnd,
  parseJobs,
  renderAudit,
  replyMarker,
  reportCommand,
  withLine
} from "./chunk-B7UCOHDX.js";
import "./chunk-524ZLA2U.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-PK5IPNEC.js";
import "./chunk-ZCUW5Y5V.js";
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
