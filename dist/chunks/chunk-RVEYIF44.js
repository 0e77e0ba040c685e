import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  instant,
  parseRecord,
  record,
  text,
  wholeNumber
} from "./chunk-NZLX3UOY.js";

// src/actions/preview/lock.ts
var fields = {
  owner: record({ runId: wholeNumber, attempt: wholeNumber, job: text }),
  reason: text,
  since: instant,
  expires: instant
};
function parseLock(value) {
  return parseRecord(value, fields);
}
function decideLock(facts, owner) {
  switch (facts.kind) {
    case "free":
      return { kind: "create" };
    case "unreadable":
      return { kind: "refuse", problems: facts.problems };
    case "held": {
      const { lock, version, holderIsActive } = facts;
      if (isSameOwner(lock.owner, owner)) return { kind: "enter", version };
      return holderIsActive ? { kind: "wait", holder: lock } : { kind: "take-over", version, from: lock };
    }
    default:
      return facts;
  }
}
function isSameOwner(one, other) {
  return one.runId === other.runId && one.attempt === other.attempt && one.job === other.job;
}
var terminalJob = "terminal of ";
function isTerminal({ job }) {
  return job.startsWith(terminalJob);
}
function ownerText({ runId, attempt, job }) {
  if (isTerminal({ job })) return `the ${job}`;
  return `run ${runId}${attempt > 1 ? ` (attempt ${attempt})` : ""}, job ${job}`;
}

export {
  parseLock,
  decideLock,
  isSameOwner,
  isTerminal,
  ownerText
};
