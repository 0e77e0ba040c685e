import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  decideEnd,
  parseJobs,
  renderAudit,
  replyMarker,
  reportCommand,
  withLine
} from "./chunk-J3T2YWNF.js";
import "./chunk-LC7HOQQ5.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-EETENPOV.js";
import "./chunk-PK5IPNEC.js";
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
