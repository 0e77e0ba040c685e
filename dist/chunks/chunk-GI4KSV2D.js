import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  parseRecord
} from "./chunk-NZLX3UOY.js";

// src/define/runbook.ts
var runbookRisks = ["none", "low", "medium", "high"];
function runbooksOver() {
  return (inputs) => ({
    runbook: (definition) => ({ ...definition, inputs }),
    step: ({ before, ...definition }) => {
      return {
        ...definition,
        problemsOf: (value) => {
          const parsed = parseRecord(value, before);
          return parsed.kind === "corrupt" ? parsed.problems : [];
        }
      };
    }
  });
}

export {
  runbookRisks,
  runbooksOver
};
