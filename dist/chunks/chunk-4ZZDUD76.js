import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  cutMiddle
} from "./chunk-HJYFICUU.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/define/config-file.ts
var configPath = ".github/opsdeck.json";
function readSection(content, reader) {
  const file = parseJson(content, reader);
  if (!isJsonObject(file)) throw unusable(reader, ["the file: expected an object"]);
  const section = file[reader.section];
  if (section === void 0) return void 0;
  if (!isJsonObject(section)) throw unusable(reader, [`${reader.section}: expected an object`]);
  return section;
}
function parseJson(content, reader) {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw unusable(reader, [error instanceof Error ? error.message : String(error)]);
  }
}
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function unknownKeys(value, known, at = "") {
  if (!isJsonObject(value)) return [];
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return unknown.map((key) => `${at}${JSON.stringify(key)}: expected ${known.join(", ")}`);
}
var longestProblem = 300;
function unusable({ code, subject, untilThen }, found) {
  const problems = found.map((problem) => cutMiddle(problem, longestProblem));
  return failure({
    code,
    what: `${subject} cannot be used: ${problems.slice(0, 3).join("; ")}.`,
    next: `Correct ${configPath} on the default branch; until then ${untilThen}.`,
    details: problems
  });
}

export {
  configPath,
  readSection,
  isJsonObject,
  unknownKeys,
  unusable
};
