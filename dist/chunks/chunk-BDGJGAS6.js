import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/define/failure.ts
function failure({ code, what, next, details = [], cause }) {
  const error = new Error(what, cause === void 0 ? void 0 : { cause });
  return Object.assign(error, { name: "Failure", code, next, details });
}
function isFailure(error) {
  return error instanceof Error && error.name === "Failure" && "code" in error && "next" in error;
}

export {
  failure,
  isFailure
};
