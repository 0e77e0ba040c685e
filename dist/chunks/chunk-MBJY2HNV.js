import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/define/contract.ts
function contract(definition) {
  return definition;
}
function parseInputs(definition, read) {
  const parsed = Object.entries(definition.inputs).map(([name, input]) => [name, parseInput(input, read(name).trim())]);
  const problems = parsed.flatMap(([name, result]) => "problem" in result ? [`- ${name}: ${result.problem}`] : []);
  if (problems.length > 0) {
    throw failure({
      code: "action/inputs",
      what: `Bad inputs for ${definition.name}:
${problems.join("\n")}`,
      next: `Correct them in the workflow, under the step's "with".`
    });
  }
  return Object.fromEntries(parsed.map(([name, result]) => [name, "value" in result && result.value]));
}
function parseInput(input, text) {
  if (text !== "") return parseValue(input, text);
  if (input.default === void 0) return input.required ? { problem: "required" } : { value: void 0 };
  return input.kind === "duration" ? parseValue(input, input.default) : { value: input.default };
}
function parseValue(input, text) {
  switch (input.kind) {
    case "text":
      return { value: text };
    case "number":
      return parseNumber(input, text);
    case "flag":
      return /^(true|false)$/i.test(text) ? { value: text.toLowerCase() === "true" } : wrong("true or false", text);
    case "choice":
      return input.choices.includes(text) ? { value: text } : wrong(`one of ${input.choices.join(", ")}`, text);
    case "list":
      return { value: text.split(/[,\n]/).flatMap((entry) => entry.trim() || []) };
    case "duration": {
      const seconds = parseDuration(text);
      return seconds === void 0 ? wrong("a duration such as 90m, 36h or 3d", text) : { value: seconds };
    }
    default:
      throw new Error(`no such input: ${input}`);
  }
}
function parseNumber({ least = 0, most = Number.MAX_SAFE_INTEGER }, text) {
  const value = Number(text);
  const isGood = /^\d+$/.test(text) && value >= least && value <= most;
  return isGood ? { value } : wrong(`a whole number from ${least} to ${most}`, text);
}
function wrong(expected, text) {
  return { problem: `expected ${expected}; got ${JSON.stringify(text.slice(0, 60))}` };
}
var unitSeconds = { m: 60, h: 3600, d: 86400 };
function parseDuration(text) {
  const [, digits, unit] = /^(\d{1,3})([mhd])$/.exec(text) ?? [];
  return digits && unit ? Number(digits) * (unitSeconds[unit] ?? 0) : void 0;
}

export {
  contract,
  parseInputs,
  parseDuration
};
