import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes
} from "./chunk-NBQGNX4D.js";
import "./chunk-5AANYACB.js";
import "./chunk-FGHSD6R7.js";
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
