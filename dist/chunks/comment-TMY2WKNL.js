import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes
} from "./chunk-KHEIVGV3.js";
import "./chunk-7QHSQBGH.js";
import "./chunk-5AANYACB.js";
import "./chunk-HQZ43T45.js";
import "./chunk-LQ2E7PBK.js";
import "./chunk-7WE5OENK.js";
import "./chunk-R2VGQB5B.js";
import "./chunk-6W7UW3BG.js";
import "./chunk-HJYFICUU.js";
import "./chunk-R5U37ZOC.js";
export {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes
};
