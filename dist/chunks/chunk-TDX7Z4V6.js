import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  explain
} from "./chunk-XSWGJYED.js";
import {
  isFailure
} from "./chunk-BDGJGAS6.js";

// src/adapters/aws/asking.ts
async function asking(attempt, ask) {
  try {
    return await ask();
  } catch (error) {
    throw isFailure(error) ? error : explain(attempt, error);
  }
}
function askingFor(attempt, isAbsence, ask) {
  return asking(attempt, async () => {
    try {
      return await ask();
    } catch (error) {
      if (isAbsence(error)) return void 0;
      throw error;
    }
  });
}

export {
  asking,
  askingFor
};
