import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  recoveryChecks,
  rollbackStrategies
} from "./chunk-AADWVG6X.js";
import {
  experimentStatuses
} from "./chunk-NBLDYUCQ.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
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
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/apply/keys.ts
function environmentLockKey(environment) {
  return `locks/${environment}.json`;
}
function stateLockKeys(environment) {
  return ["platform", "service"].map((layer) => `${environment}/${layer}.tfstate.tflock`);
}

// src/actions/game-day/game-day.ts
var phases = ["preflight", "inject", "watch", "stop", "rollback", "verify", "measure", "ended"];
var verdicts = ["pass", "fail", "aborted", "inconclusive", "refused"];

// src/actions/game-day/journal-fields.ts
var instant = field(
  "an instant",
  (value) => typeof value === "string" && value.length < 40 && !Number.isNaN(Date.parse(value)) ? value : void 0
);
var number = field(
  "a number",
  (value) => typeof value === "number" && Number.isFinite(value) ? value : void 0
);
var name = matching("a name of lower case words", /^[a-z\d][a-z\d-]{0,120}$/);
var owner = { runId: wholeNumber, attempt: wholeNumber, job: text };
var subnet = {
  subnetId: matching("a subnet", /^subnet-[\w-]{1,60}$/),
  zone: name,
  aclId: matching("a network ACL", /^acl-[\w-]{1,60}$/),
  associationId: text
};
var target = { target: text, resourceType: text, facts: recordOf(text) };
var action = {
  name: text,
  actionId: text,
  status: oneOf(...experimentStatuses, "skipped"),
  reason: optional(text),
  startedAt: optional(instant),
  endedAt: optional(instant)
};
var experiment = {
  id: matching("an experiment", /^[\w-]{1,64}$/),
  templateId: text,
  status: oneOf(...experimentStatuses),
  reason: text,
  createdAt: instant,
  startedAt: optional(instant),
  endedAt: optional(instant),
  actions: list(record(action)),
  tags: recordOf(text)
};
var state = oneOf("OK", "ALARM", "INSUFFICIENT_DATA");
var transition = { name: text, at: instant, from: state, to: state };
var preflight = {
  id: text,
  status: oneOf("ok", "bad", "unknown"),
  words: text,
  at: instant,
  title: text
};
var before = {
  taskDefinition: text,
  deploymentId: text,
  vpcId: text,
  subnets: list(record(subnet)),
  writer: text,
  writerZone: text,
  tasksByZone: recordOf(number)
};
var abort = {
  because: oneOf("alarm", "stop-condition", "person", "no-data", "cancelled", "lost", "template-changed", "credentials"),
  words: text,
  alarm: optional(text),
  alarmAt: optional(instant),
  decidedAt: instant,
  requestedAt: optional(instant)
};
var rollback = {
  strategy: oneOf(...rollbackStrategies),
  status: oneOf("done", "nothing-to-do", "failed"),
  words: text,
  at: instant
};
var recovery = {
  check: oneOf(...recoveryChecks),
  status: oneOf("ok", "late", "bad", "unknown"),
  words: text,
  at: optional(instant)
};
var kpi = {
  kpi: name,
  title: text,
  unit: text,
  tolerated: number,
  status: oneOf("held", "broken", "no-data"),
  worst: optional(number),
  before: optional(number),
  experiment: optional(number),
  control: optional(number),
  points: list(record({ atMs: number, value: number }))
};
var times = {
  detectSeconds: optional(number),
  abortSeconds: optional(number),
  stopSeconds: optional(number),
  recoverSeconds: optional(number)
};
var gameDay = {
  id: name,
  environment: name,
  drill: name,
  zone: optional(name),
  run: record(owner),
  runUrl: text,
  by: text,
  phase: oneOf(...phases),
  startedAt: instant,
  endedAt: optional(instant),
  preflight: list(record(preflight)),
  before: optional(record(before)),
  expectedTargets: list(record(target)),
  hitTargets: optional(list(record(target))),
  clientToken: text,
  templateId: optional(text),
  templateUpdatedAt: optional(instant),
  experiment: optional(record(experiment)),
  transitions: list(record(transition)),
  abort: optional(record(abort)),
  rollback: list(record(rollback)),
  recovery: list(record(recovery)),
  kpis: list(record(kpi)),
  times: record(times),
  findings: list(text),
  verdict: optional(oneOf(...verdicts)),
  because: optional(text),
  costUsd: number,
  timeRate: number,
  takenOverFrom: list(record(owner)),
  clockSkewSeconds: optional(number),
  issueUrl: optional(text)
};
var past = {
  id: name,
  startedAt: instant,
  zone: optional(name),
  verdict: oneOf(...verdicts),
  because: text,
  times: record(times),
  issueUrl: optional(text)
};
function parseGameDay(value) {
  return parseRecord(value, gameDay);
}
function parseHistory(value) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => {
    const parsed = parseRecord(one, past);
    return parsed.kind === "valid" ? [parsed.value] : [];
  });
}
function field(expected, read) {
  return { expected, isOptional: false, read };
}
function recordOf({ read }) {
  return field("an object of such values", (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    const entries = Object.entries(value).map(([key, each]) => [key, read(each)]);
    return entries.every(([, each]) => each !== void 0) ? Object.fromEntries(entries) : void 0;
  });
}

// src/actions/game-day/keys.ts
var folder = "runs/game-days";
function journalKey(environment) {
  return `${folder}/${environment}.json`;
}
function abortKey(environment) {
  return `${folder}/${environment}.abort.json`;
}
function historyKey(environment, drill) {
  return `${folder}/${environment}/${drill}.json`;
}
function issueMarker(id) {
  return `game-day/${id}`;
}

// src/actions/game-day/journal.ts
async function gatherJournal(documents, environment) {
  const found = await documents.read(journalKey(environment));
  if (!found) return { kind: "none" };
  const parsed = parseGameDay(found.value);
  if (parsed.kind === "corrupt") return parsed;
  if (parsed.value.environment !== environment) return { kind: "corrupt", problems: [`environment: expected ${environment}`] };
  return { kind: "valid", gameDay: parsed.value, version: found.version };
}
async function gatherUnfinished({ documents, settings }, environment) {
  const found = await gatherJournal(documents, environment);
  if (found.kind === "corrupt") {
    throw failure({
      code: "game-day/journal-unreadable",
      what: `The journal of the game days of ${environment} is none of ours, so nobody can tell what the latest one left.`,
      next: `Look for experiments that run, network ACLs of FIS and zonal shifts; then remove s3://${settings.bucket}/${journalKey(environment)}.`,
      details: found.problems
    });
  }
  return found.kind === "valid" && found.gameDay.phase !== "ended" ? found : void 0;
}
async function openJournal({ documents, progress, gameDay: gameDay2, version: over }) {
  const key = journalKey(gameDay2.environment);
  let current = gameDay2;
  let version = over;
  const put = async () => {
    const written = version === void 0 ? await documents.create(key, current) : await documents.replace(key, current, version);
    if (written === void 0) throw changed(gameDay2.environment);
    version = written;
  };
  const write = async (change) => {
    current = { ...current, ...change };
    await put();
  };
  await put();
  return {
    current: () => current,
    write,
    note: async (change) => void await attempt({ progress }, "write the journal", () => write(change))
  };
}
async function gatherVersion(documents, environment) {
  return (await documents.read(journalKey(environment)))?.version;
}
function changed(environment) {
  return failure({
    code: "game-day/journal-changed",
    what: `The journal of the game days of ${environment} was written by somebody else in the middle of this one.`,
    next: "Find out who plays game days without holding the lock; then run the job again."
  });
}

export {
  environmentLockKey,
  stateLockKeys,
  parseHistory,
  abortKey,
  historyKey,
  issueMarker,
  gatherJournal,
  gatherUnfinished,
  openJournal,
  gatherVersion
};
