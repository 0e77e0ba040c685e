import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  cutMiddle
} from "./chunk-U2GY36RN.js";
import {
  repositoryRoles
} from "./chunk-ZV6SOGBZ.js";
import {
  list,
  oneOf,
  optional,
  parseRecord
} from "./chunk-NZLX3UOY.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/chatops/config.ts
var configPath = ".github/opsdeck.json";
var name = {
  expected: "a name",
  isOptional: false,
  read: (value) => typeof value === "string" && /^(?!\.+$)[\w .-]{1,100}$/.test(value) ? value : void 0
};
var fields = {
  permission: optional(oneOf(...repositoryRoles.filter((role) => role !== "none"))),
  users: optional(list(name)),
  teams: optional(list(name)),
  roles: optional(list(name))
};
function parseConfig(content, commands) {
  if (content === void 0) return /* @__PURE__ */ new Map();
  const given = objectOf(objectOf(parseJson(content), "").commands ?? {}, "commands");
  const problems = [];
  const policies = Object.entries(given).flatMap(([command, value]) => {
    if (!commands.includes(command)) problems.push(`commands.${JSON.stringify(command)}: there is no such command`);
    const known = Object.keys(fields);
    const unknown = Object.keys(isObject(value) ? value : {}).filter((key) => !known.includes(key));
    problems.push(
      ...unknown.map((key) => `commands.${JSON.stringify(command)}.${JSON.stringify(key)}: expected ${known.join(", ")}`)
    );
    const parsed = parseRecord(value, fields);
    if (parsed.kind === "valid") return [[command, parsed.value]];
    problems.push(...parsed.problems.map((problem) => `commands.${JSON.stringify(command)}.${problem}`));
    return [];
  });
  if (problems.length > 0) throw unreadable(problems);
  return new Map(policies);
}
function parseJson(content) {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw unreadable([error instanceof Error ? error.message : String(error)]);
  }
}
function objectOf(value, at) {
  if (isObject(value)) return value;
  throw unreadable([`${at || "the file"}: expected an object`]);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var longestProblem = 300;
function unreadable(found) {
  const problems = found.map((problem) => cutMiddle(problem, longestProblem));
  return failure({
    code: "chatops/config",
    what: `${configPath} of the default branch cannot be used: ${problems.slice(0, 3).join("; ")}.`,
    next: "Correct it on the default branch; until then no command is taken.",
    details: problems
  });
}

export {
  configPath,
  parseConfig
};
