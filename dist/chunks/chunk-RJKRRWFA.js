import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultLayout,
  stackLayouts
} from "./chunk-I3IM6THR.js";
import {
  list,
  matching,
  oneOf,
  optional,
  parseRecord,
  record
} from "./chunk-NZLX3UOY.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/define/stacks-config.ts
var stacksConfigPath = ".github/opsdeck.json";
var referencePrefix = "assess";
var referenceTags = { Owner: "EduTech", DataClassification: "Sensitive" };
var defaultStacksConfig = {
  layout: defaultLayout,
  prefix: referencePrefix,
  tags: referenceTags,
  allow: {}
};
var prefixPattern = /^[a-z][a-z0-9]{1,9}$/;
var ownTags = ["managedby", "environment", "layer", "service"];
var tags = {
  expected: `an object of texts; ${ownTags.join(", ")} are given by Opsdeck`,
  isOptional: false,
  read: (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    const isTag = ([key, one]) => /^[\w.:/=+@-]{1,128}$/.test(key) && !ownTags.includes(key.toLowerCase()) && typeof one === "string" && // https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
    /^[\w .:/=+@-]{0,256}$/.test(one);
    return Object.entries(value).every(isTag) ? value : void 0;
  }
};
var service = matching("a service such as sqs.amazonaws.com", /^[a-z0-9.<>-]{1,60}\.amazonaws\.com$/);
var allowFields = {
  resourceTypes: optional(list(matching("a type such as aws_sqs_queue", /^aws_[a-z0-9_]{1,80}$/))),
  roleTakers: optional(list(service)),
  resourceUsers: optional(list(service)),
  managedPolicies: optional(list(matching("the ARN of a policy of AWS", /^arn:aws:iam::aws:policy\/[\w/+=,.@-]{1,200}$/))),
  actionServices: optional(list(matching("a service such as sqs", /^[a-z0-9-]{1,60}$/)))
};
var fields = {
  layout: optional(oneOf(...stackLayouts)),
  prefix: optional(matching("2 to 10 lower case letters and digits", prefixPattern)),
  tags: optional(tags),
  allow: optional(record(allowFields))
};
function parseStacksConfig(content) {
  if (content === void 0) return defaultStacksConfig;
  const section = sectionOf(content);
  if (section === void 0) return defaultStacksConfig;
  const parsed = parseRecord(section, fields);
  const problems = parsed.kind === "corrupt" ? parsed.problems : contradictions(parsed.value);
  const all = [...problems, ...unknownKeys(section, fields, ""), ...unknownKeys(section.allow, allowFields, "allow.")];
  if (all.length > 0 || parsed.kind === "corrupt") throw unreadable(all.map((problem) => `stacks.${problem}`));
  const { layout = defaultLayout, prefix = referencePrefix, allow = {}, tags: own } = parsed.value;
  return { layout, prefix, allow, tags: own ?? (layout === defaultLayout ? referenceTags : {}) };
}
function contradictions({ layout = defaultLayout, prefix, tags: own }) {
  if (layout === "platform") return prefix === void 0 ? ["prefix: missing"] : [];
  return [
    ...prefix !== void 0 && prefix !== referencePrefix ? [`prefix: the reference platform is called ${referencePrefix}`] : [],
    ...own === void 0 ? [] : ["tags: those of the reference platform stand in its stacks"]
  ];
}
function sectionOf(content) {
  let file;
  try {
    file = JSON.parse(content);
  } catch (error) {
    throw unreadable([error instanceof Error ? error.message : String(error)]);
  }
  if (!isObject(file)) throw unreadable(["the file is no object"]);
  if (file.stacks === void 0) return void 0;
  if (!isObject(file.stacks)) throw unreadable(["stacks: expected an object"]);
  return file.stacks;
}
function unknownKeys(value, known, at) {
  if (!isObject(value)) return [];
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
  return unknown.map((key) => `${at}${JSON.stringify(key.slice(0, 60))}: expected ${Object.keys(known).join(", ")}`);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function unreadable(problems) {
  return failure({
    code: "stacks/config",
    what: `The configuration of the stacks cannot be used: ${problems.slice(0, 3).join("; ")}.`,
    next: `Correct ${stacksConfigPath} on the default branch; until then nothing is planned.`,
    details: problems
  });
}

export {
  referencePrefix,
  defaultStacksConfig,
  parseStacksConfig
};
