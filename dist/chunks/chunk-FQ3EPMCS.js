import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultLayout,
  stackLayouts
} from "./chunk-I3IM6THR.js";
import {
  readSection,
  unknownKeys,
  unusable
} from "./chunk-4ZZDUD76.js";
import {
  list,
  matching,
  oneOf,
  optional,
  parseRecord,
  record
} from "./chunk-NZLX3UOY.js";

// src/define/stacks-config.ts
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
var reader = {
  section: "stacks",
  code: "stacks/config",
  subject: "The configuration of the stacks",
  untilThen: "nothing is planned"
};
function parseStacksConfig(content) {
  if (content === void 0) return defaultStacksConfig;
  const section = readSection(content, reader);
  if (section === void 0) return defaultStacksConfig;
  const parsed = parseRecord(section, fields);
  const problems = parsed.kind === "corrupt" ? parsed.problems : contradictions(parsed.value);
  const unknown = [
    ...unknownKeys(section, Object.keys(fields)),
    ...unknownKeys(section.allow, Object.keys(allowFields), "allow.")
  ];
  const all = [...problems, ...unknown].map((problem) => `stacks.${problem}`);
  if (all.length > 0 || parsed.kind === "corrupt") throw unusable(reader, all);
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

export {
  referencePrefix,
  defaultStacksConfig,
  parseStacksConfig
};
