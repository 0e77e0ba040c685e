import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  inlineCode,
  link
} from "./chunk-6W7UW3BG.js";
import "./chunk-R5U37ZOC.js";

// src/actions/chatops/summary.ts
function renderGateSummary({ author, issue, url }, outcome) {
  const who = `${inlineCode(author)} on #${issue} (${link("comment", url)})`;
  switch (outcome.kind) {
    case "ignored":
      return "";
    case "answered":
      return `Answered ${who}.`;
    case "refused":
      return [`Refused ${who}:`, ...outcome.because].join("\n\n");
    case "accepted": {
      const rows = outcome.legs.map(({ text, headSha, id }) => `| ${cell(text)} | ${cell(headSha ?? "-")} | ${cell(id)} |`);
      return [`Accepted from ${who}:`, "", "| Command | Commit | Id |", "| --- | --- | --- |", ...rows].join("\n");
    }
    default:
      return outcome;
  }
}
function cell(text) {
  return inlineCode(text).replaceAll("|", "\\|");
}
export {
  renderGateSummary
};
