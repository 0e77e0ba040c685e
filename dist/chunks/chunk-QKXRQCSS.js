import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  createRedactor
} from "./chunk-7WE5OENK.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/plan/redact/redact-failure.ts
function redactFailure(error) {
  const { text } = createRedactor([]);
  const { code, message, next, details, cause } = error;
  return failure({ code, what: text(message), next: text(next), details: text(details.join("\n")).split("\n"), cause });
}

export {
  redactFailure
};
