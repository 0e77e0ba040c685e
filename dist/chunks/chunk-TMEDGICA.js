import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commandJobs
} from "./chunk-ZV6SOGBZ.js";
import {
  commit,
  oneOf,
  optional,
  parseRecord,
  text,
  wholeNumber
} from "./chunk-NZLX3UOY.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/chatops/legs.ts
function legOf({ comment, command, definition, text: written, index, of, pin }) {
  const [first = "", ...rest] = definition.name.split(" ");
  return {
    id: `${comment.id}-${index}`,
    comment: comment.id,
    commentUrl: comment.url,
    index,
    of,
    job: definition.job,
    text: written,
    mode: rest.join(" ") || first,
    by: comment.author,
    issue: comment.issue,
    ...comment.place.kind === "pull-request" && { pullRequest: comment.issue },
    ...pin.headSha !== void 0 && { headSha: pin.headSha },
    ...pin.runId !== void 0 && { runId: pin.runId },
    arguments: Object.fromEntries(Object.entries(command.arguments).map(([name, value]) => [name, String(value)]))
  };
}
var argumentTexts = {
  expected: "texts by name",
  isOptional: false,
  read: (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    return Object.values(value).every((each) => typeof each === "string") ? value : void 0;
  }
};
var fields = {
  id: text,
  comment: wholeNumber,
  commentUrl: text,
  index: wholeNumber,
  of: wholeNumber,
  job: oneOf(...commandJobs),
  text,
  mode: text,
  by: text,
  issue: wholeNumber,
  pullRequest: optional(wholeNumber),
  headSha: optional(commit),
  runId: optional(wholeNumber),
  arguments: argumentTexts
};
function parseLeg(json) {
  const parsed = parseRecord(fromJson(json), fields);
  if (parsed.kind === "valid") return parsed.value;
  throw failure({
    code: "action/inputs",
    what: `Bad input "command": ${parsed.problems.join("; ")}`,
    next: 'Pass on one element of the output "commands" of the gate, as it is.'
  });
}
function fromJson(json) {
  try {
    return JSON.parse(json);
  } catch {
    return void 0;
  }
}

export {
  legOf,
  parseLeg,
  fromJson
};
