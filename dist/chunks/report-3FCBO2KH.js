import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  decideEnd,
  parseJobs,
  renderAudit,
  replyMarker,
  reportCommand,
  withLine
} from "./chunk-C6DGU2Q5.js";
import "./chunk-WWA2DAON.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-PK5IPNEC.js";
import "./chunk-TDAC3SIJ.js";
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
