import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes
} from "./chunk-MHJEN6LD.js";
import "./chunk-EVGVG3RO.js";
import "./chunk-5AANYACB.js";
import "./chunk-HFQXEIXW.js";
import "./chunk-LQ2E7PBK.js";
import "./chunk-R2VGQB5B.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-R5U37ZOC.js";
export {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes
};
