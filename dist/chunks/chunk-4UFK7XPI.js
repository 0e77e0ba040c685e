import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commit,
  instant,
  list,
  matching,
  oneOf,
  optional,
  parseRecord,
  record,
  text,
  wholeNumber
} from "./chunk-NZLX3UOY.js";

// src/actions/preview/steps.ts
var deploySteps = [
  "lock",
  "check-open",
  "check-hold",
  "slot",
  "lease",
  "deployment",
  "strays",
  "init-platform",
  "plan-platform",
  "check-before-platform",
  "apply-platform",
  "init-service",
  "plan-service",
  "check-before-service",
  "apply-service",
  "check-after",
  "retire",
  "live",
  "announce",
  "unlock"
];
var destroySteps = [
  "lock",
  "find",
  "mark",
  "destroy-strays",
  "destroy-service",
  "destroy-platform",
  "sweep",
  "deactivate",
  "release-slot",
  // Before the lease goes: a run that dies in between is made good by one that still finds what to report.
  "report",
  "remove-lease",
  "unlock"
];
var stepNames = [.../* @__PURE__ */ new Set([...deploySteps, ...destroySteps])];
var safeSteps = [
  "slot",
  "init-platform",
  "plan-platform",
  "check-before-platform",
  "init-service",
  "plan-service",
  "check-before-service",
  "check-after",
  "retire",
  "live",
  "announce",
  "deactivate",
  "release-slot",
  "report",
  "remove-lease"
];
async function walk(progress, step, body) {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}
function tellingSteps(progress, tell) {
  const info = (line) => {
    progress.info(line);
    const [, step] = /^▸ (\S+)$/.exec(line) ?? [];
    if (step !== void 0) tell(step);
  };
  return { ...progress, info };
}
function positionOf(step, shape, layout) {
  const left = shape === "shared" ? "-platform" : "-service";
  const isLeftOut = shape === "shared" || layout === "platform";
  const steps = deploySteps.filter((name) => !isLeftOut || !name.endsWith(left));
  return { number: steps.indexOf(step) + 1, of: steps.length };
}

// src/actions/preview/lease.ts
var failureFields = { code: text, what: text, next: text };
var fields = {
  pullRequest: wholeNumber,
  headSha: commit,
  shape: oneOf("shared", "isolated"),
  reason: text,
  slot: optional(wholeNumber),
  image: text,
  digest: text,
  url: optional(text),
  cost: optional(text),
  status: oneOf("queued", "deploying", "live", "failed", "destroying"),
  step: oneOf(...stepNames),
  unswept: optional(list(oneOf("shared", "isolated"))),
  run: record({ runId: wholeNumber, attempt: wholeNumber }),
  createdAt: instant,
  updatedAt: instant,
  expiresAt: instant,
  deploymentId: optional(wholeNumber),
  failure: optional(record(failureFields))
};
function parseLease(value, pullRequest) {
  const parsed = parseRecord(value, fields);
  if (parsed.kind === "valid" && parsed.value.pullRequest !== pullRequest) {
    return { kind: "corrupt", problems: [`pullRequest: expected ${pullRequest}`] };
  }
  return parsed;
}
function unsweptShapes({ step, shape, unswept = [] }) {
  return [.../* @__PURE__ */ new Set([...unswept, ...safeSteps.includes(step) ? [] : [shape]])];
}
function addSeconds(instantThen, seconds) {
  return new Date(instantThen.getTime() + seconds * 1e3).toISOString();
}

// src/actions/environment/hold.ts
var login = matching("a login", /^[a-zA-Z\d][\w-]{0,99}(\[bot\])?$/);
var webAddress = matching("a web address", /^https?:\/\/[^\s<>"]{1,500}$/);
var fields2 = {
  by: login,
  reason: text,
  since: instant,
  expiresAt: instant,
  pullRequest: optional(wholeNumber),
  commentUrl: webAddress
};
function parseHold(value) {
  return parseRecord(value, fields2);
}
function decideLock(facts, request, now) {
  const { seconds, ...asked } = request;
  const hold = { ...asked, since: now.toISOString(), expiresAt: addSeconds(now, seconds) };
  if (facts.kind === "free") return { kind: "take", hold };
  if (facts.kind === "unreadable") return refuse(facts);
  const { hold: previous, version: over } = facts;
  if (hasExpired(previous, now)) return { kind: "take", hold, over, previous };
  if (!isSameLogin(previous.by, request.by)) return refuse(facts);
  return { kind: "renew", hold: { ...hold, since: previous.since }, over, previous };
}
function decideUnlock(facts, { by, isForced }, now) {
  if (facts.kind === "free") return { kind: "none" };
  const { version } = facts;
  if (facts.kind === "unreadable") return isForced ? { kind: "remove", version, isForced } : refuse(facts);
  const { hold: previous } = facts;
  if (hasExpired(previous, now)) return { kind: "none", expired: previous };
  if (isSameLogin(previous.by, by)) return { kind: "remove", version, previous, isForced: false };
  return isForced ? { kind: "remove", version, previous, isForced } : refuse(facts);
}
function decideObstacle(facts, actor, now) {
  if (facts.kind === "free") return void 0;
  if (facts.kind === "unreadable") return obstacleOf(facts);
  if (hasExpired(facts.hold, now)) return void 0;
  return actor !== void 0 && isSameLogin(facts.hold.by, actor) ? void 0 : obstacleOf(facts);
}
function hasExpired({ expiresAt }, now) {
  return Date.parse(expiresAt) <= now.getTime();
}
function refuse(facts) {
  return { kind: "refuse", by: obstacleOf(facts) };
}
function obstacleOf(facts) {
  return facts.kind === "held" ? { kind: "hold", hold: facts.hold } : { kind: "unreadable", problems: facts.problems };
}
function isSameLogin(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}

export {
  walk,
  tellingSteps,
  positionOf,
  parseLease,
  unsweptShapes,
  addSeconds,
  login,
  webAddress,
  parseHold,
  decideLock,
  decideUnlock,
  decideObstacle,
  hasExpired
};
