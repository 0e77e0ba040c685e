import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  inputTexts
} from "./chunk-332JFOK2.js";
import {
  environmentLockKey
} from "./chunk-XXM2JR5H.js";
import {
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
import {
  failure,
  isFailure
} from "./chunk-BDGJGAS6.js";

// src/actions/runbook/engine/commands.ts
var flags = { continue: "", undo: " --undo", accept: ' --accept reason="..."' };
function resumeCommand(door, { target, environment }, way) {
  return `${beginning(door)} resume ${target} environment=${environment}${flags[way]}`;
}
function runCommand(door, { runbook, environment, inputs: inputs2 }) {
  const pairs = inputTexts(runbook.inputs, inputs2).map(([name, text2]) => ` ${name}=${text2}`);
  return `${beginning(door)} run ${runbook.id} environment=${environment}${pairs.join("")}`;
}
function beginning(door) {
  return door === "terminal" ? "opsdeck runbook" : "/runbook";
}

// src/actions/runbook/engine/journal.ts
var openStates = ["running", "compensating"];
var finalStates = ["done", "compensated", "stuck", "refused", "nothing-to-do"];
var stepStates = ["running", "verifying", "done", "nothing", "undoing", "undone", "kept", "stuck"];
var doors = ["comment", "workflow", "alarm", "terminal"];
var causeKinds = ["failed", "late", "never", "refused", "alarm", "cancelled", "lost", "asked"];
function isFinal({ state }) {
  return finalStates.some((each) => each === state);
}
function isInTheWay(journal) {
  return !isFinal(journal) || journal.state === "stuck" && journal.accepted === void 0;
}

// src/actions/runbook/engine/keys.ts
var wholeEnvironment = "environment";
var longestTarget = 100;
var targetForm = /^[a-z\d]+(-[a-z\d]+)*$/;
function targetNameOf(target) {
  const name = target.toLowerCase().replace(/[^a-z\d]+/g, "-").slice(0, longestTarget).replace(/^-|-$/g, "");
  return name || "unnamed";
}
function isTargetName(text2) {
  return text2.length <= longestTarget && targetForm.test(text2);
}
function journalFolder(environment) {
  return `runs/runbooks/${environment}/`;
}
function journalKey(environment, target) {
  return `${journalFolder(environment)}${target}.json`;
}
function journalsOf(environment) {
  return journalFolder(environment);
}
function targetOfJournal(environment, key) {
  const name = key.slice(journalFolder(environment).length).replace(/\.json$/, "");
  return key === journalKey(environment, name) && isTargetName(name) ? name : void 0;
}
function targetLocksOf(environment) {
  return `locks/runbooks/${environment}/`;
}
function targetLockKey(environment, target) {
  return target === wholeEnvironment ? environmentLockKey(environment) : `${targetLocksOf(environment)}${target}.json`;
}

// src/actions/runbook/engine/failures.ts
function journalChanged({ environment, target }) {
  return failure({
    code: "runbook/journal-changed",
    what: `The journal of the runbooks on ${target} of ${environment} was written by somebody else in the middle of this run.`,
    next: "See what that other run does before you run anything there again."
  });
}
function journalUnreadable({ environment, target }, problems) {
  return failure({
    code: "runbook/journal-unreadable",
    what: `${journalKey(environment, target)} is no journal of ours, so nobody can tell whether a runbook was left half done.`,
    next: `See how ${target} of ${environment} stands; then remove that document from the state bucket, and run this again.`,
    details: problems
  });
}
function lockLost({ environment, target }) {
  return failure({
    code: "runbook/lock-lost",
    what: `The lock on ${target} of ${environment} was lost: this terminal did not renew it in time.`,
    next: "See whether another run has taken it over; if none has, resume it."
  });
}
function isPassing(error) {
  return isFailure(error) && /^aws\/(throttled|unavailable|unreachable)$/.test(error.code);
}
function isOutOfReach(error) {
  return isPassing(error) || isFailure(error) && /^aws\/(credentials-|no-credentials)/.test(error.code);
}

// src/actions/runbook/engine/journal-fields.ts
var owner = record({ runId: wholeNumber, attempt: wholeNumber, job: text });
var call = matching("a call such as ecs:UpdateService", /^[a-z][\w-]*:\w+$/);
var anything = { expected: "anything", isOptional: true, read: (value) => value };
var inputs = {
  expected: "texts, numbers and flags by name",
  isOptional: false,
  read: (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    const isGood = Object.values(value).every((each) => ["string", "number", "boolean"].includes(typeof each));
    return isGood ? value : void 0;
  }
};
var step = record({
  id: text,
  title: text,
  state: oneOf(...stepStates),
  changes: list(record({ what: text, from: text, to: text })),
  before: anything,
  calls: list(call),
  startedAt: instant,
  endedAt: optional(instant),
  words: optional(text)
});
function fieldsOf(environment, target) {
  return {
    id: text,
    runbook: text,
    environment: oneOf(environment),
    target: oneOf(target),
    state: oneOf(...openStates, ...finalStates),
    inputs,
    door: oneOf(...doors),
    by: text,
    reason: text,
    run: owner,
    runUrl: text,
    takenOverFrom: list(owner),
    startedAt: instant,
    updatedAt: instant,
    endedAt: optional(instant),
    watched: list(text),
    settlingSince: optional(instant),
    steps: list(step),
    cause: optional(record({ kind: oneOf(...causeKinds), words: text, step: optional(text), alarm: optional(text) })),
    because: optional(text),
    byHand: list(text),
    accepted: optional(record({ by: text, at: instant, reason: text })),
    timeline: list(record({ at: instant, words: text }))
  };
}
function parseJournal(value, environment, target) {
  return parseRecord(value, fieldsOf(environment, target));
}

// src/actions/runbook/engine/journal-store.ts
async function gatherJournal(documents, place) {
  const found = await documents.read(journalKey(place.environment, place.target));
  if (!found) return void 0;
  const parsed = parseJournal(found.value, place.environment, place.target);
  if (parsed.kind === "corrupt") throw journalUnreadable(place, parsed.problems);
  return { journal: parsed.value, version: found.version };
}
function openJournal({ documents, clock, tell }, journal, over) {
  const key = journalKey(journal.environment, journal.target);
  let current = journal;
  let version = over;
  const write = async (change, words) => {
    const at = clock.now().toISOString();
    const next = { ...current, ...change, updatedAt: at };
    const timeline = words === void 0 ? next.timeline : [...next.timeline, { at, words }];
    const ended = isFinal(next) ? { endedAt: next.endedAt ?? at } : {};
    const written = { ...next, timeline, ...ended };
    const put = version === void 0 ? await documents.create(key, written) : await documents.replace(key, written, version);
    if (put === void 0) throw journalChanged(journal);
    current = written;
    version = put;
    tell(written);
  };
  return {
    current: () => current,
    write,
    writeStep: (id, change, words) => write({ steps: withStep(current.steps, id, change) }, words)
  };
}
function withStep(steps, id, change) {
  const isThere = steps.some((step2) => step2.id === id);
  if (isThere) return steps.map((step2) => step2.id === id ? { ...step2, ...change } : step2);
  return [...steps, { id, title: id, state: "running", changes: [], calls: [], startedAt: "", ...change }];
}

export {
  resumeCommand,
  runCommand,
  openStates,
  finalStates,
  isFinal,
  isInTheWay,
  wholeEnvironment,
  targetNameOf,
  isTargetName,
  journalKey,
  journalsOf,
  targetOfJournal,
  targetLocksOf,
  targetLockKey,
  lockLost,
  isPassing,
  isOutOfReach,
  gatherJournal,
  openJournal
};
