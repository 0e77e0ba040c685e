import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes
} from "./chunk-IBQNVE7F.js";
import "./chunk-5AANYACB.js";
import "./chunk-XTQW6IIL.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-GQBGWK7G.js";
import "./chunk-R5U37ZOC.js";
export {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes
};
