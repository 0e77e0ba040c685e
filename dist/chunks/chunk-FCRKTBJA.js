import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  clockOf,
  clockText,
  computeAlarms,
  dateText,
  instantMs,
  knownInstants,
  latestInstantMs,
  progressText,
  spanText
} from "./chunk-POAPQFE2.js";
import {
  openCaches
} from "./chunk-SQWKYRZE.js";
import {
  openDatabases
} from "./chunk-FHDUSGCY.js";
import {
  openExperiments
} from "./chunk-X55GYIFU.js";
import {
  openNetworks
} from "./chunk-ARKBXOPY.js";
import {
  openZonalShifts
} from "./chunk-KAXGRIG2.js";
import {
  computeBudget,
  html,
  line,
  linear,
  renderHtml,
  style,
  trust,
  utcTime
} from "./chunk-ONEWL5KM.js";
import {
  evaluate,
  leastPeriods,
  metricInputs
} from "./chunk-W5UUIZKY.js";
import {
  computePlaces,
  isPerZone,
  metricsOf,
  placesOf,
  resolveInstances,
  resolveMetric
} from "./chunk-CRPB3X4L.js";
import {
  gatherRunbookUnfinished,
  watchInJob
} from "./chunk-NL5HBBBG.js";
import {
  renderTree
} from "./chunk-R2VGQB5B.js";
import {
  openMetrics
} from "./chunk-ESLBEAMM.js";
import {
  cutPoints,
  metricKey,
  publicationDelaySeconds
} from "./chunk-HT45RTQD.js";
import {
  catalogue
} from "./chunk-DNHKTROV.js";
import {
  abortKey,
  environmentLockKey,
  gatherUnfinished,
  historyKey,
  issueMarker,
  openJournal,
  parseHistory
} from "./chunk-XXM2JR5H.js";
import {
  drillTag,
  drillZoneTag
} from "./chunk-AADWVG6X.js";
import {
  hasEnded
} from "./chunk-NBLDYUCQ.js";
import {
  mainService,
  prefixOf
} from "./chunk-VVCDHVEB.js";
import {
  acquireLock,
  gatherLockAt,
  releaseLock
} from "./chunk-2CJY75CO.js";
import {
  gatherHold
} from "./chunk-P62CZXMM.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  link,
  visible,
  visibleLine
} from "./chunk-6W7UW3BG.js";
import {
  isSameOwner,
  ownerText,
  parseLock
} from "./chunk-RVEYIF44.js";
import {
  clientConfig,
  documentsInJob
} from "./chunk-VJYTSQDM.js";
import {
  openTaggedResources
} from "./chunk-ZMICUTQW.js";
import {
  gitHubInJob
} from "./chunk-VOMR5SH2.js";
import {
  isJsonObject,
  readSection,
  unknownKeys,
  unusable
} from "./chunk-4ZZDUD76.js";
import {
  cutMiddle
} from "./chunk-HJYFICUU.js";
import {
  list,
  matching,
  oneOf,
  optional,
  parseRecord,
  record,
  text
} from "./chunk-NZLX3UOY.js";
import {
  commonInputs,
  commonOutputs
} from "./chunk-7IFWO4AU.js";
import {
  contract
} from "./chunk-MBJY2HNV.js";
import {
  failure,
  isFailure
} from "./chunk-BDGJGAS6.js";

// src/adapters/runner/operations-in-job.ts
function operationsInJob(inputs, env) {
  const client = clientConfig(inputs, env);
  return {
    ...watchInJob(inputs, env),
    experiments: openExperiments(client),
    zonalShifts: openZonalShifts(client),
    networks: openNetworks(client),
    databases: openDatabases(client),
    caches: openCaches(client)
  };
}

// src/adapters/runner/game-day-in-job.ts
function gameDayInJob({ inputs, context, env, progress, clock }) {
  const client = clientConfig(inputs, env);
  return {
    ...gitHubInJob(inputs, context, progress),
    ...operationsInJob(inputs, env),
    documents: documentsInJob(inputs, env),
    metrics: openMetrics(client, clock),
    taggedResources: openTaggedResources(client),
    clock,
    progress
  };
}

// src/actions/game-day/config.ts
var weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
var defaultConfig = {
  environments: ["staging"],
  exams: [],
  timeZone: "UTC",
  latestStartMinutes: 60,
  leastBudgetPercent: 20,
  quietHours: 3
};
var day = {
  expected: "a day such as 2026-05-11",
  isOptional: false,
  read: (value) => {
    if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return void 0;
    const date = /* @__PURE__ */ new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : void 0;
  }
};
var hour = matching("a time such as 09:30", /^([01]\d|2[0-3]):[0-5]\d$/);
var timeZone = {
  expected: "an IANA time zone such as Europe/London",
  isOptional: false,
  read: (value) => typeof value === "string" && isTimeZone(value) ? value : void 0
};
var examFields = { from: day, to: day, about: text };
var windowFields = {
  days: list(oneOf(...weekdays)),
  from: hour,
  to: hour,
  timeZone: optional(timeZone)
};
var fields = {
  environments: optional(list(matching("the name of an environment", /^[a-z][a-z\d-]{1,11}$/))),
  exams: optional(list(record(examFields))),
  window: optional(record(windowFields)),
  latestStartMinutes: optional(numberWithin(1, 24 * 60)),
  leastBudgetPercent: optional(numberWithin(0, 100)),
  quietHours: optional(numberWithin(0, 7 * 24))
};
var reader = {
  section: "gameDays",
  code: "game-day/config",
  subject: "The configuration of game days",
  untilThen: "no game day begins"
};
function parseGameDayConfig(content) {
  if (content === void 0) return defaultConfig;
  const section = readSection(content, reader);
  if (section === void 0) return defaultConfig;
  const parsed = parseRecord(section, fields);
  const problems = [
    ...parsed.kind === "corrupt" ? detailed(section, parsed.problems) : contradictions(parsed.value),
    ...unknownKeys(section, Object.keys(fields))
  ];
  const all = problems.map((problem) => `gameDays.${problem}`);
  if (all.length > 0 || parsed.kind === "corrupt") throw unusable(reader, all);
  const { window, ...given2 } = parsed.value;
  if (window === void 0) return { ...defaultConfig, ...given2 };
  const { timeZone: zone = defaultConfig.timeZone, ...hours } = window;
  return { ...defaultConfig, ...given2, window: hours, timeZone: zone };
}
function detailed(section, problems) {
  const { exams, window } = section;
  const inner2 = [
    ...Array.isArray(exams) ? exams.flatMap((exam, index) => within(`exams[${index}]`, parseRecord(exam, examFields))) : [],
    ...isJsonObject(window) ? within("window", parseRecord(window, windowFields)) : []
  ];
  const told = new Set(inner2.map((problem) => problem.split(/[.[]/, 1)[0]));
  return [...problems.filter((problem) => !told.has(problem.split(":", 1)[0])), ...inner2];
}
function within(where, parsed) {
  return parsed.kind === "corrupt" ? parsed.problems.map((problem) => `${where}.${problem}`) : [];
}
function contradictions({ exams = [], window }) {
  return [
    ...exams.flatMap(({ from, to }, index) => to < from ? [`exams[${index}]: ends before it begins`] : []),
    ...window && window.to <= window.from ? ["window: ends before it begins"] : []
  ];
}
function numberWithin(least, most2) {
  return {
    expected: `a number from ${least} to ${most2}`,
    isOptional: false,
    read: (value) => typeof value === "number" && value >= least && value <= most2 ? value : void 0
  };
}
function isTimeZone(name) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

// src/actions/game-day/contract.ts
var gameDayContract = contract({
  name: "game-day",
  title: "Opsdeck game day",
  about: "Plays a drill: looks whether it may begin, breaks what the drill says, watches, ends it when an alarm rings, puts everything right in any case, and reports what held and what did not.",
  inputs: {
    mode: {
      kind: "choice",
      choices: ["plan", "run", "abort", "resume"],
      about: "What to do: `plan` looks at everything and breaks nothing, `abort` ends the one that runs, `resume` brings one to its end whose run has died",
      required: true
    },
    drill: { kind: "text", about: "plan, run: which drill, for example `az-failure`" },
    zone: {
      kind: "text",
      about: "plan, run: the zone that is hit, as `a` or `eu-west-2a`; of a drill that hits one, when empty, the one whose turn it is"
    },
    environment: { kind: "text", about: "Where", default: commonInputs.environment.default },
    plan: { kind: "text", about: "run: what the mode plan gave as `plan`; what has changed since is refused" },
    "scheduled-for": {
      kind: "text",
      about: "run: when it was to begin, `2026-01-31T10:00:00Z`; what comes later than the configuration allows is refused"
    },
    by: { kind: "text", about: "Login of who asks for it, or what does", default: "schedule" },
    all: {
      kind: "flag",
      about: "abort: also engages the safety lever, which ends and refuses every experiment of the account and region",
      default: false
    },
    command: commonInputs.command,
    config: {
      kind: "text",
      about: "Where `gameDays` are configured; without such a file the defaults hold",
      default: ".github/opsdeck.json"
    },
    "runner-zone": { kind: "text", about: "Zone that this job runs in, where it runs in AWS: never the one that is hit" },
    "poll-seconds": {
      kind: "number",
      about: "How often alarms and experiment are looked at, in seconds",
      default: 5,
      least: 1,
      most: 60
    },
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    verdict: {
      about: "`pass`, `fail`, `aborted`, `inconclusive` or `refused`; of the mode plan `ready` or `refused`; empty when there was nothing to do"
    },
    because: { about: "Why, in one sentence of plain text" },
    plan: { about: "plan: stands for what would be played; give it to a run" },
    "issue-url": { about: "The issue of the game day" },
    "report-path": { about: "Path of the report, one HTML file: for an artifact. Empty if nothing was played" },
    ...commonOutputs
  },
  permissions: { actions: "read", contents: "read", "id-token": "write", issues: "write" },
  role: "game-day",
  triggers: ["schedule", "workflow_dispatch", "repository_dispatch", "issue_comment"],
  post: true
});

// src/actions/game-day/world.ts
var defaultPatience = {
  mostUnanswered: 6,
  stopSeconds: 300,
  rollbackSeconds: 900,
  credentialReserveSeconds: 600,
  tellSeconds: 30,
  abortWaitSeconds: 900,
  isHurried: false
};
function msOf(instant) {
  return Date.parse(instant);
}
var longestWords = 1e3;
function clip(words) {
  return words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words;
}
function wordsOf(error) {
  return clip(error instanceof Error ? error.message : String(error));
}

// src/actions/game-day/open-world.ts
function worldOf(ports, inputs, { run, ...facts }) {
  return { ...ports, settings: settingsOf(inputs, facts), run };
}
function settingsOf(inputs, { config, runUrl, timeRate, credentialExpiration, isHurried }) {
  const { "runner-zone": runnerZone, "poll-seconds": pollSeconds } = inputs;
  const expiry = expiryOf(credentialExpiration, timeRate);
  return {
    ...defaultPatience,
    isHurried,
    pollSeconds,
    environment: inputs.environment,
    region: inputs.region,
    bucket: inputs["state-bucket"],
    runUrl,
    config,
    timeRate,
    ...runnerZone !== void 0 && { runnerZone },
    ...expiry && { credentialsExpireAt: expiry }
  };
}
function expiryOf(text2, timeRate) {
  const instant = Date.parse(text2 ?? "");
  return Number.isNaN(instant) || timeRate !== 1 ? void 0 : new Date(instant);
}

// src/actions/game-day/steps.ts
async function walk(progress, step, body) {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}

// src/actions/game-day/hold-environment.ts
var reasonPrefix = "game day";
async function holdEnvironment(world, reason, body) {
  const request = lockOf(world, reason);
  const acquired = await walk(world.progress, "lock", async () => {
    refuseForeign(world, await gatherLockAt(world, request.key));
    return acquireLock(world, request);
  });
  if (acquired.kind === "locked") throw locked(world, `${ownerText(acquired.by.owner)} (${acquired.by.reason})`);
  try {
    const unfinished = await gatherRunbookUnfinished(world.documents, world.settings.environment);
    if (unfinished) throw unfinished;
    return await body();
  } finally {
    await walk(world.progress, "unlock", () => releaseLock(world, request.key, acquired.version));
  }
}
function lockOf({ settings }, reason) {
  return {
    key: environmentLockKey(settings.environment),
    subject: settings.environment,
    reason: `${reasonPrefix} ${reason}`,
    // Whoever works on it works for long: a drill that begins later than it should is none.
    waitSeconds: 0,
    pollSeconds: settings.pollSeconds,
    // A game day touches no Terraform state.
    stateLocks: [],
    unreadable: (problems) => failure({
      code: "game-day/lock-unreadable",
      what: `The lock of ${settings.environment} is no lock of ours, so nobody can tell who holds it.`,
      next: `Make sure that no run works on it, then remove s3://${settings.bucket}/${environmentLockKey(settings.environment)}.`,
      details: problems
    })
  };
}
function isOfGameDay({ reason }) {
  return reason.startsWith(`${reasonPrefix} `);
}
function refuseForeign({ settings }, facts) {
  if (facts.kind !== "held" || facts.holderIsActive || isOfGameDay(facts.lock)) return;
  throw failure({
    code: "game-day/left-unfinished",
    what: `${ownerText(facts.lock.owner)} (${facts.lock.reason}) has ended without bringing its work on ${settings.environment} to an end.`,
    next: "Run it again, or deploy once more; then play the drill."
  });
}
function locked({ settings }, by) {
  return failure({
    code: "game-day/locked",
    what: `${settings.environment} is being changed by ${by}.`,
    next: "Wait until that run has ended; /game-day abort ends a game day."
  });
}

// src/actions/game-day/abort-request.ts
var fields2 = { gameDay: text, by: text, at: text };
async function gatherAbortRequest(documents, { environment, id }) {
  const found = await documents.read(abortKey(environment));
  const parsed = found && parseRecord(found.value, fields2);
  return parsed?.kind === "valid" && parsed.value.gameDay === id ? parsed.value : void 0;
}
async function writeAbortRequest(documents, environment, request) {
  const key = abortKey(environment);
  await documents.remove(key);
  await documents.create(key, request);
}
async function removeAbortRequest(documents, environment) {
  await documents.remove(abortKey(environment));
}

// src/actions/game-day/rollback/strategy.ts
function done(words) {
  return { status: "done", words };
}
function nothingToDo(words) {
  return { status: "nothing-to-do", words };
}
function failed(words) {
  return { status: "failed", words };
}
async function until({ clock, settings }, tryOnce) {
  const endMs = clock.now().getTime() + settings.rollbackSeconds * 1e3;
  for (; ; ) {
    const result = await tryOnce();
    if (result !== void 0) return result;
    if (clock.now().getTime() >= endMs) return void 0;
    await clock.sleep(settings.pollSeconds * 1e3);
  }
}

// src/actions/game-day/rollback/restore-service.ts
function decideService(state, before) {
  if (!state) return { kind: "refuse", words: "The service is not there any more" };
  const [now, good2] = [revisionOf(state.taskDefinition), revisionOf(before.taskDefinition)];
  if (now.family !== good2.family) {
    return {
      kind: "refuse",
      words: `The service runs ${state.taskDefinition}, which is no revision of ${before.taskDefinition}`
    };
  }
  if (now.revision > good2.revision) return { kind: "nothing", words: `A newer deploy is left alone: revision ${now.revision}` };
  if (now.revision < good2.revision) return { kind: "deploy", words: `It ran revision ${now.revision}` };
  const [primary] = state.deployments;
  if (primary?.rollout === "FAILED") return { kind: "deploy", words: "Its deployment had failed" };
  if (primary?.rollout === "IN_PROGRESS") return { kind: "wait", deploymentId: primary.id };
  return { kind: "nothing", words: `It runs revision ${now.revision}, as before` };
}
function revisionOf(taskDefinition) {
  const [, family = taskDefinition, revision = "0"] = /^(.*):(\d+)$/.exec(taskDefinition) ?? [];
  return { family, revision: Number(revision) };
}
var restoreService = async (context) => {
  const { world, scene, gameDay } = context;
  const { before } = gameDay;
  if (!before) return nothingToDo("Nothing was broken");
  const decision = decideService(await world.services.describe(scene.service), before);
  switch (decision.kind) {
    case "nothing":
      return nothingToDo(decision.words);
    case "refuse":
      return failed(decision.words);
    case "wait":
      return await arrive(context, decision.deploymentId) ?? nothingToDo("Its deployment was completed");
    case "deploy": {
      const deploymentId = await world.services.deploy(scene.service, before.taskDefinition);
      const words = `${decision.words}: deployed revision ${revisionOf(before.taskDefinition).revision} again`;
      return await arrive(context, deploymentId) ?? done(words);
    }
    default:
      return decision;
  }
};
async function arrive({ world, scene }, deploymentId) {
  const rollout = await until(world, async () => {
    const state = await world.services.describe(scene.service);
    const found = state?.deployments.find(({ id }) => id === deploymentId);
    if (found?.status !== "PRIMARY") return "replaced";
    return found.rollout === "IN_PROGRESS" ? void 0 : found.rollout;
  });
  if (rollout === "COMPLETED") return void 0;
  if (rollout === void 0) return failed(`The deployment ${deploymentId} was not completed in time`);
  return failed(`The deployment ${deploymentId} ${rollout === "FAILED" ? "failed" : "was replaced by another one"}`);
}

// src/actions/game-day/recovery/decide-recovery.ts
function decideExperimentEnded(experiment) {
  if (!experiment) return yes("None was started");
  return hasEnded(experiment) ? yes(`${experiment.id} is ${experiment.status}`) : no(`${experiment.id} is ${experiment.status}`);
}
function decideAlarms(watched, alarms) {
  const missing3 = watched.filter((name) => !alarms.some((alarm) => alarm.name === name));
  const wrong = [
    ...alarms.filter(({ state }) => state !== "OK").map(({ name, state }) => `${name} is ${state}`),
    ...missing3.map((name) => `${name} is gone`)
  ];
  return wrong.length === 0 ? yes(`All ${alarms.length} are OK`) : no(wrong.join("; "));
}
function decideAcls(acls) {
  return acls.length === 0 ? yes("None is left") : no(`${acls.map(({ aclId }) => aclId).join(", ")} is left`);
}
function decideShifts(shifts, loadBalancerArn) {
  const ours = shifts.filter(({ resource }) => resource === loadBalancerArn);
  return ours.length === 0 ? yes("None is active") : no(`${ours.map(({ id }) => id).join(", ")} is active`);
}
function decideBalance(zones, tasks, state) {
  const running = tasks.filter(({ status }) => status === "RUNNING");
  const counts = zones.map((zone) => running.filter((task) => task.zone === zone).length);
  const words = zones.map((zone, index) => `${counts[index]} in ${zone}`).join(", ");
  if (!state || running.length < state.desired) return no(`${running.length} of ${state?.desired ?? 0} tasks run: ${words}`);
  return Math.max(...counts) - Math.min(...counts) <= 1 ? yes(words) : no(words);
}
function decideTaskDefinition(state, before) {
  if (!before) return yes("Nothing was broken");
  const decision = decideService(state, before);
  const words = decision.kind === "wait" ? "Its deployment is not completed" : decision.words;
  return { isTrue: decision.kind === "nothing", words };
}
function decideDatabase(cluster) {
  if (!cluster) return no("The cluster is not there");
  const writers = cluster.members.filter(({ isWriter }) => isWriter);
  const [writer] = writers;
  const waiting = cluster.members.filter(({ status }) => status !== "available").map(({ id, status }) => `${id} is ${status}`);
  if (cluster.status !== "available") return no(`${cluster.id} is ${cluster.status}`);
  if (!writer || writers.length > 1) return no(`${writers.length} members write`);
  return waiting.length === 0 ? yes(`${writer.id} in ${writer.zone} writes`) : no(waiting.join("; "));
}
function decideCache(group) {
  if (!group) return no("The replication group is not there");
  const primary = group.nodes.find(({ role }) => role === "primary");
  if (group.status !== "available") return no(`${group.id} is ${group.status}`);
  return primary ? yes(`${primary.id} in ${primary.zone} is primary`) : no("No node is primary");
}
function yes(words) {
  return { isTrue: true, words };
}
function no(words) {
  return { isTrue: false, words };
}
var checkTitles = {
  "experiment-ended": "the experiment",
  "alarms-ok": "the alarms",
  "no-fis-network-acls": "the network ACLs of FIS",
  "no-zonal-shift": "the zonal shift",
  "tasks-balanced": "the tasks",
  "service-on-good-task-definition": "the service",
  "database-available": "the database",
  "cache-available": "the cache"
};

// src/actions/game-day/decide-verdict.ts
var judges = [
  notPutRight,
  stillRuns,
  rang,
  broken,
  notRecovered,
  brokenOff,
  notPlayed,
  skipped,
  empty,
  untold
];
function decideVerdict(facts, drill) {
  for (const judge2 of judges) {
    const judgement = judge2(facts, drill);
    if (judgement) return judgement;
  }
  return { verdict: "pass", because: "The hypothesis held, nothing rang, and all was well again in time." };
}
function notPutRight({ rollback }) {
  const failed2 = rollback.find(({ status }) => status === "failed");
  return failed2 && { verdict: "fail", because: `What was broken could not be put right (${failed2.strategy}): ${plain(failed2.words)}.` };
}
function stillRuns({ experiment }) {
  if (!experiment || ["completed", "stopped", "failed", "cancelled"].includes(experiment.status)) return void 0;
  return { verdict: "fail", because: `The experiment ${experiment.id} could not be stopped: it is ${experiment.status}.` };
}
function rang({ abort, transitions }) {
  if (abort?.because === "alarm" || abort?.because === "stop-condition")
    return { verdict: "fail", because: `${plain(abort.words)}.` };
  const alarm = transitions.find(({ to }) => to === "ALARM");
  return alarm && { verdict: "fail", because: `${alarm.name} rang at ${alarm.at}.` };
}
function broken({ kpis }) {
  const worst = kpis.find(({ status }) => status === "broken");
  return worst && { verdict: "fail", because: `The hypothesis did not hold: ${brokenWords(worst)}.` };
}
function brokenWords({ title, worst = Number.NaN, tolerated, unit }) {
  return `${title} was ${Number(worst.toPrecision(3))} at its worst, and ${tolerated} is tolerated (${unit})`;
}
function notRecovered({ recovery }) {
  const bad2 = recovery.find(({ status }) => status === "bad") ?? recovery.find(({ status }) => status === "late");
  if (!bad2) return void 0;
  const how = bad2.status === "late" ? "came back too late" : "did not come back";
  return { verdict: "fail", because: `After the drill, ${checkTitles[bad2.check]} ${how}: ${plain(bad2.words)}.` };
}
function brokenOff({ abort }) {
  if (!abort) return void 0;
  return { verdict: abort.because === "no-data" ? "inconclusive" : "aborted", because: `${plain(abort.words)}.` };
}
function notPlayed({ experiment }) {
  if (!experiment) return { verdict: "inconclusive", because: "No experiment was played." };
  if (experiment.status === "completed") return void 0;
  return { verdict: "inconclusive", because: `The experiment ${experiment.status}: ${plain(experiment.reason)}.` };
}
function skipped({ experiment, expectedTargets }, { actions, targets }) {
  const missed = (experiment?.actions ?? []).find(({ name, status }) => {
    if (status === "completed") return false;
    const target = actions.find((action) => action.name === name)?.target;
    const mayBeEmpty = target !== void 0 && targets[target]?.mayBeEmpty !== void 0;
    const isExpected = mayBeEmpty && expectedTargets.every((one) => one.target !== target);
    return status !== "skipped" || !isExpected;
  });
  return missed && {
    verdict: "inconclusive",
    because: `${missed.name} was ${missed.status}: ${plain(missed.reason ?? "AWS does not say why")}.`
  };
}
function empty({ hitTargets, expectedTargets }) {
  if (hitTargets === void 0 ? expectedTargets.length > 0 : hitTargets.length > 0) return void 0;
  return { verdict: "inconclusive", because: "Nothing was hit." };
}
function untold({ kpis, recovery }, { hypothesis, recovery: checks }) {
  const silent = hypothesis.find(({ kpi }) => kpis.find((one) => one.kpi === kpi)?.status !== "held");
  if (silent) return { verdict: "inconclusive", because: `Too little was measured of ${silent.kpi} to tell whether it held.` };
  const unseen = checks.find((check) => recovery.find((one) => one.check === check)?.status !== "ok");
  return unseen && { verdict: "inconclusive", because: `Nobody could tell how ${checkTitles[unseen]} came back.` };
}
function plain(words) {
  return words.replace(/[.!]+$/, "");
}
function isDangerous(facts) {
  const { rollback, recovery } = facts;
  return rollback.some(({ status }) => status === "failed") || recovery.some(({ status }) => status === "bad") || stillRuns(facts) !== void 0;
}

// src/actions/game-day/findings.ts
function computeFindings(facts, drill) {
  return [
    ...concentration(facts),
    ...weaknesses(facts),
    ...brokenClaims(facts),
    ...unnoticed(facts),
    ...leftBehind(facts),
    ...notRecovered2(facts),
    ...unmeasured(facts, drill),
    ...skewed(facts)
  ];
}
function concentration({ zone, before }) {
  const counts = Object.entries(before?.tasksByZone ?? {}).filter(([, count]) => count > 0);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return counts.flatMap(
    ([where, count]) => all > 1 && counts.length === 1 ? [
      `All ${count} tasks were in ${where}: ${where === zone ? "losing it lost the service" : "losing it would lose the service"}. Spread them over the zones (availability zone rebalancing, subnets of every zone).`
    ] : []
  );
}
function weaknesses(facts) {
  const isTold = concentration(facts).length > 0;
  return facts.preflight.filter(({ status, id }) => status === "bad" && !(id === "capacity" && isTold)).map(({ title, words }) => `${title}: ${plain2(words)}. It was known before the drill: mend it.`);
}
function brokenClaims({ kpis }) {
  return kpis.filter(({ status }) => status === "broken").map((outcome) => `${brokenWords(outcome)}. Find out what users waited for, or tolerate more on purpose.`);
}
function unnoticed({ kpis, transitions, abort }) {
  const isBroken = kpis.some(({ status }) => status === "broken");
  const hasRung = transitions.some(({ to }) => to === "ALARM") || abort?.alarm !== void 0;
  return isBroken && !hasRung ? ["The hypothesis was broken, and no alarm rang: lower a threshold, or shorten how long it has to be bad."] : [];
}
var remedies = {
  "cancel-zonal-shift": "End the zonal shift by hand (runbook az-evacuation).",
  "restore-subnets": "Give the subnets their network ACLs back by hand, and remove those with the tag managedByFIS.",
  "restore-service": "Roll the service back by hand (runbook ecs-rollback).",
  "fail-back-database": "Fail the database over by hand (runbook aurora-failover)."
};
function leftBehind({ rollback }) {
  return rollback.flatMap(({ strategy, status, words }) => {
    if (status === "failed") return [`${plain2(words)}. ${remedies[strategy]}`];
    return strategy === "restore-subnets" && status === "done" ? [`${plain2(words)}. Find out why in the log of the experiment.`] : [];
  });
}
function notRecovered2({ recovery }) {
  return recovery.flatMap(({ check, status, words }) => {
    if (status === "bad")
      return [`After the drill, ${checkTitles[check]} did not come back: ${plain2(words)}. Put it right by hand.`];
    return status === "late" ? [`After the drill, ${checkTitles[check]} came back later than it should: ${plain2(words)}.`] : [];
  });
}
function unmeasured({ kpis, experiment }, { actions, targets }) {
  const silent = kpis.filter(({ status }) => status === "no-data").map(({ title }) => title);
  const skipped2 = (experiment?.actions ?? []).filter(({ name, status }) => {
    const target = actions.find((action) => action.name === name)?.target;
    return status === "skipped" && (target === void 0 || targets[target]?.mayBeEmpty === void 0);
  });
  return [
    ...silent.length > 0 ? [`Too little was measured of ${silent.join(", ")}: play it while there is traffic.`] : [],
    ...skipped2.map(({ name, reason }) => `${name} was skipped: ${plain2(reason ?? "AWS does not say why")}. Look at its target.`)
  ];
}
var mostSkewSeconds = 30;
function skewed({ clockSkewSeconds = 0 }) {
  if (Math.abs(clockSkewSeconds) <= mostSkewSeconds) return [];
  const way = clockSkewSeconds > 0 ? "behind" : "ahead of";
  return [
    `The clock of the runner is ${Math.round(Math.abs(clockSkewSeconds))} s ${way} AWS's: set it right. All times here are AWS's.`
  ];
}
function plain2(words) {
  return words.replace(/[.!]+$/, "");
}

// src/actions/game-day/history.ts
var most = 10;
async function gatherHistory(documents, environment, drill) {
  return parseHistory((await documents.read(historyKey(environment, drill)))?.value);
}
async function addToHistory(documents, gameDay) {
  const past = pastOf(gameDay);
  if (past === void 0) return;
  const key = historyKey(gameDay.environment, gameDay.drill);
  const found = await documents.read(key);
  const history = [past, ...parseHistory(found?.value).filter(({ id }) => id !== past.id)].slice(0, most);
  await (found ? documents.replace(key, history, found.version) : documents.create(key, history));
}
function pastOf({ id, startedAt, zone, verdict, because = "", times, issueUrl }) {
  if (verdict === void 0) return void 0;
  return {
    id,
    startedAt,
    ...zone !== void 0 && { zone },
    verdict,
    because,
    times,
    ...issueUrl !== void 0 && { issueUrl }
  };
}
function decideTurn(zones, history) {
  const lastPlayed = (zone) => {
    const latest2 = history.find((past) => past.zone === zone && past.verdict !== "refused");
    return latest2?.startedAt ?? "";
  };
  return [...zones].sort().reduce((best, zone) => {
    return best === void 0 || lastPlayed(zone) < lastPlayed(best) ? zone : best;
  }, void 0);
}

// src/actions/game-day/kpi-windows.ts
function placeKpi({ kpis }, { places }, id) {
  const kpi = kpis.find((row2) => row2.id === id);
  if (!kpi) return void 0;
  const names = places[kpi.layer];
  const isPlaced = placesOf(kpi.measure).every((place) => names[place]?.length);
  return { kpi, instances: isPlaced ? resolveInstances(kpi.measure, names) : [] };
}
function zonalTwin({ kpis }, kpi) {
  if (isPerZone(kpi)) return kpi;
  const wanted = signatureOf(kpi.measure);
  return kpis.find((row2) => isPerZone(row2) && signatureOf(row2.measure) === wanted);
}
function signatureOf(measure2) {
  return JSON.stringify([measure2.kind, metricsOf(measure2).map((one) => [one.namespace, one.name, one.statistic])]);
}
function queriesFor(placed) {
  const all = placed.flatMap(
    ({ kpi, instances }) => instances.flatMap(({ measure: measure2 }) => Object.values(metricInputs(measure2)).map((metric) => queryOf(metric, kpi.periodSeconds)))
  );
  return [...new Map(all.map((query) => [query.id, query])).values()];
}
function queryOf(metric, periodSeconds) {
  return { id: `${metricKey(metric)} ${periodSeconds}`, metric, periodSeconds };
}
function evaluateWithin(measure2, periodSeconds, answers, window) {
  const series = Object.entries(metricInputs(measure2)).map(([name, metric]) => {
    const found = answers.get(queryOf(metric, periodSeconds).id) ?? missing;
    const cut = found.kind === "data" ? { ...found, points: cutPoints(found.points, window, periodSeconds) } : found;
    return [name, cut];
  });
  return evaluate(measure2, Object.fromEntries(series));
}
var missing = { kind: "unavailable", because: "CloudWatch gave no answer for it" };
function computeWindows(measure2, periodSeconds, answers, { span, windowSeconds }) {
  if (windowSeconds < leastPeriods * periodSeconds) return singlePeriods(measure2, periodSeconds, answers, span);
  const begins = beginsWithin(span, windowSeconds, periodSeconds);
  const values = begins.flatMap((atMs) => {
    const window = { from: new Date(atMs), to: new Date(atMs + windowSeconds * 1e3) };
    const evaluation = evaluateWithin(measure2, periodSeconds, answers, window);
    return evaluation.kind === "value" ? [{ atMs, value: evaluation.value }] : [];
  });
  return { values, gaps: begins.length - values.length };
}
function singlePeriods(measure2, periodSeconds, answers, span) {
  const values = periodsWithin(measure2, periodSeconds, answers, span);
  return { values, gaps: beginsWithin(span, periodSeconds, periodSeconds).length - values.length };
}
function periodsWithin(measure2, periodSeconds, answers, span) {
  const evaluation = evaluateWithin(measure2, periodSeconds, answers, span);
  if (evaluation.kind === "unavailable") return [];
  const { atMs, values } = evaluation.points;
  return atMs.flatMap((at, index) => {
    const value = values[index];
    return value === void 0 ? [] : [{ atMs: at, value }];
  });
}
function beginsWithin({ from, to }, lengthSeconds, stepSeconds) {
  const count = Math.floor((to.getTime() - from.getTime()) / 1e3 - lengthSeconds) / stepSeconds + 1;
  return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, index) => from.getTime() + index * stepSeconds * 1e3);
}
function isBeyond(value, tolerated, good2) {
  return good2 === "high" ? value < tolerated : value > tolerated;
}
function worstOf(values, good2) {
  if (values.length === 0) return void 0;
  return values.reduce((one, other) => good2 === "high" ? Math.min(one, other) : Math.max(one, other));
}
function wholeMinutes({ from, to }) {
  const minute = 6e4;
  return {
    from: new Date(Math.floor(from.getTime() / minute) * minute),
    to: new Date(Math.ceil(to.getTime() / minute) * minute)
  };
}

// src/actions/game-day/measure/kpi-outcomes.ts
var marginSeconds = 900;
async function gatherKpiOutcomes({ metrics, catalogue: catalogue2 }, measuring) {
  const { scene, drill } = measuring;
  const placed = drill.hypothesis.map((expectation) => ({ expectation, ...placeWithTwin(catalogue2, scene, expectation) }));
  const shown = chartWindow(measuring);
  const answers = await metrics.read(queriesFor(placed.flatMap(({ at, twin }) => [at, twin].flatMap((one) => one ?? []))), shown);
  return placed.map(({ expectation, at, twin }) => computeOutcome(expectation, { at, twin }, answers, measuring));
}
function placeWithTwin(catalogue2, scene, { kpi: id }) {
  const at = placeKpi(catalogue2, scene, id);
  const row2 = at && zonalTwin(catalogue2, at.kpi);
  return { at, twin: row2 && placeKpi(catalogue2, scene, row2.id) };
}
function computeOutcome(expectation, { at, twin }, answers, measuring) {
  const { tolerated } = expectation;
  if (!at) {
    return { kpi: expectation.kpi, title: expectation.kpi, unit: "", tolerated, status: "no-data", points: [] };
  }
  const { kpi } = at;
  const judged = judgedInstances(at, measuring.zone);
  const span = judgedSpan(measuring.span, expectation);
  const windows = judged.map(
    ({ measure: measure2 }) => computeWindows(measure2, kpi.periodSeconds, answers, { span, windowSeconds: expectation.windowSeconds })
  );
  const worst = worstOf(
    windows.flatMap(({ values }) => values.map(({ value }) => value)),
    kpi.good
  );
  const hasGaps = windows.length === 0 || windows.some(({ gaps, values }) => gaps > 0 || values.length === 0);
  const isBroken = worst !== void 0 && isBeyond(worst, tolerated, kpi.good);
  const before = valueIn(at, judged, answers, { from: new Date(span.from.getTime() - marginSeconds * 1e3), to: span.from });
  const chart = judged.map(({ measure: measure2 }) => periodsWithin(measure2, kpi.periodSeconds, answers, chartWindow(measuring)));
  return {
    kpi: kpi.id,
    title: kpi.title,
    unit: kpi.unit,
    tolerated,
    status: isBroken ? "broken" : hasGaps ? "no-data" : "held",
    ...worst !== void 0 && { worst },
    ...before !== void 0 && { before },
    ...byZone(twin, answers, measuring, span),
    points: worstByInstant(chart.flat(), kpi.good)
  };
}
function judgedInstances({ kpi, instances }, zone) {
  if (zone === void 0 || !isPerZone(kpi)) return instances;
  return instances.filter(({ label: label2 }) => label2 !== zone.slice(-1));
}
function byZone(twin, answers, { zone }, span) {
  if (!twin || zone === void 0) return {};
  const isHit2 = (label2) => label2 === zone.slice(-1);
  const experiment = valueIn(
    twin,
    twin.instances.filter(({ label: label2 }) => isHit2(label2)),
    answers,
    span
  );
  const control = valueIn(
    twin,
    twin.instances.filter(({ label: label2 }) => !isHit2(label2)),
    answers,
    span
  );
  return { ...experiment !== void 0 && { experiment }, ...control !== void 0 && { control } };
}
function valueIn({ kpi }, instances, answers, window) {
  const values = instances.flatMap(({ measure: measure2 }) => {
    const evaluation = evaluateWithin(measure2, kpi.periodSeconds, answers, window);
    return evaluation.kind === "value" ? [evaluation.value] : [];
  });
  return worstOf(values, kpi.good);
}
function worstByInstant(points, good2) {
  const byInstant = /* @__PURE__ */ new Map();
  for (const { atMs, value } of points) {
    const known = byInstant.get(atMs);
    byInstant.set(atMs, known === void 0 ? value : worstOf([known, value], good2) ?? value);
  }
  return [...byInstant].map(([atMs, value]) => ({ atMs, value })).sort((one, other) => one.atMs - other.atMs);
}
function judgedSpan({ from, to }, { windowSeconds }) {
  return wholeMinutes({ from, to: new Date(Math.max(to.getTime(), from.getTime() + windowSeconds * 1e3)) });
}
function measuredUntil({ span, drill }) {
  const ends = drill.hypothesis.map((expectation) => judgedSpan(span, expectation).to.getTime());
  return new Date(Math.max(span.to.getTime(), ...ends));
}
function chartWindow(measuring) {
  const { from, to } = wholeMinutes({ from: measuring.span.from, to: measuredUntil(measuring) });
  return { from: new Date(from.getTime() - marginSeconds * 1e3), to };
}

// src/actions/game-day/preflight/facts.ts
var harmless = ["aws:fis:wait", "aws:cloudwatch:assert-alarm-state"];
function isFault({ actionId }) {
  return !harmless.includes(actionId);
}
function drillSeconds({ actions }) {
  const ends = /* @__PURE__ */ new Map();
  const endOf = (name, seen2) => {
    const known = ends.get(name);
    const action = actions.find((each) => each.name === name);
    if (known !== void 0 || !action || seen2.includes(name)) return known ?? 0;
    const begins = Math.max(0, ...(action.after ?? []).map((before) => endOf(before, [...seen2, name])));
    const end2 = begins + (action.durationSeconds ?? 0);
    ends.set(name, end2);
    return end2;
  };
  return Math.max(0, ...actions.map(({ name }) => endOf(name, [])));
}

// src/actions/game-day/measure/times.ts
function computeTimes({ experiment, transitions, abort, recovery, clockSkewSeconds }) {
  const skewMs = clockSkewSeconds * 1e3;
  const faultMs = earliest((experiment?.actions ?? []).filter(isFault).map(({ startedAt }) => startedAt));
  const alarmMs = earliest([...transitions.filter(({ to }) => to === "ALARM").map(({ at }) => at), abort?.alarmAt]);
  const requestMs = abort?.requestedAt === void 0 ? void 0 : msOf(abort.requestedAt) + skewMs;
  const endMs = experiment?.endedAt === void 0 ? void 0 : msOf(experiment.endedAt);
  const isAlarmed = abort?.because === "alarm" || abort?.because === "stop-condition";
  return {
    ...seconds("detectSeconds", faultMs, alarmMs),
    ...isAlarmed && { ...seconds("abortSeconds", alarmMs, requestMs), ...seconds("stopSeconds", alarmMs, endMs) },
    ...seconds("recoverSeconds", endMs, recoveredMs(recovery, skewMs))
  };
}
function recoveredMs(recovery, skewMs) {
  const instants = recovery.flatMap(({ at }) => at ?? []);
  return recovery.length === 0 || instants.length < recovery.length ? void 0 : Math.max(...instants.map(msOf)) + skewMs;
}
function earliest(instants) {
  const known = instants.flatMap((instant) => instant === void 0 ? [] : [msOf(instant)]);
  return known.length === 0 ? void 0 : Math.min(...known);
}
function seconds(name, fromMs, toMs) {
  if (fromMs === void 0 || toMs === void 0) return {};
  return { [name]: Math.max(0, Math.round((toMs - fromMs) / 100) / 10) };
}
var usdPerActionMinute = 0.1;
function computeCostUsd(experiment) {
  const minutes = (experiment?.actions ?? []).map(({ startedAt, endedAt, status }) => {
    if (startedAt === void 0 || status === "skipped") return 0;
    const end2 = endedAt ?? experiment?.endedAt ?? startedAt;
    return Math.max(1, Math.ceil((msOf(end2) - msOf(startedAt)) / 6e4));
  });
  return Math.round(minutes.reduce((total, one) => total + one, 0) * usdPerActionMinute * 100) / 100;
}
function computeSkewSeconds(awsInstant, asked, answered) {
  const atMs = msOf(awsInstant);
  const earliestMs = Math.floor(asked.getTime() / 1e3) * 1e3;
  if (atMs < earliestMs) return (atMs - earliestMs) / 1e3;
  return atMs > answered.getTime() ? (atMs - answered.getTime()) / 1e3 : 0;
}

// src/actions/game-day/play.ts
async function beginPhase({ journal, teller }, phase, change = {}) {
  await journal.note({ ...change, phase });
  teller.tellSoon(journal.current());
}

// src/actions/game-day/watch/question.ts
async function ask({ progress }, what, body) {
  try {
    return { kind: "answer", value: await body() };
  } catch (error) {
    progress.warning(`Could not ${what}: ${wordsOf(error)}`);
    return { kind: "none", hasExpired: isExpiry(error) };
  }
}
function isExpiry(error) {
  return isFailure(error) && error.code === "aws/credentials-expired";
}
function askAside(world, what, body) {
  let answer;
  const answered = ask(world, what, body).then((found) => {
    answer = found;
  });
  return { answer: () => answer, answered };
}
async function waitFor({ clock, signal }, questions, milliseconds) {
  const done2 = new AbortController();
  const either = AbortSignal.any([done2.signal, ...signal ? [signal] : []]);
  const timeOut = clock.sleep(Math.max(0, milliseconds), either).catch(() => void 0);
  await Promise.race([Promise.all(questions.map(({ answered }) => answered)), timeOut]);
  done2.abort();
}
function valueIn2(answer) {
  return answer?.kind === "answer" ? answer.value : void 0;
}

// src/actions/game-day/recovery/verify.ts
var leastPollSeconds = 10;
var patience = 2;
var hurriedSeconds = 60;
async function verifyRecovery(world, recovering) {
  const { clock, settings } = world;
  const { checks, recoverySeconds, since } = recovering;
  const waitSeconds = settings.isHurried ? hurriedSeconds : patience * recoverySeconds;
  const endMs = Math.max(since.getTime() + waitSeconds * 1e3, clock.now().getTime() + hurriedSeconds * 1e3);
  const tracks = /* @__PURE__ */ new Map();
  for (; ; ) {
    const seen2 = await Promise.all(checks.map((check) => look(world, recovering, check)));
    const now = clock.now();
    checks.forEach((check, index) => {
      const one = seen2[index];
      if (one) tracks.set(check, goOn(tracks.get(check), one, now));
    });
    const isWell = checks.every((check) => (tracks.get(check)?.timesTrue ?? 0) >= 2);
    if (isWell || now.getTime() >= endMs) return checks.map((check) => outcomeOf(check, tracks.get(check), recovering, now));
    await clock.sleep(Math.max(leastPollSeconds, settings.pollSeconds) * 1e3);
  }
}
function goOn(before, last, now) {
  if ("problem" in last || !last.isTrue) return { timesTrue: 0, last };
  return { timesTrue: (before?.timesTrue ?? 0) + 1, trueSince: before?.trueSince ?? now, last };
}
function outcomeOf(check, track, { since, recoverySeconds }, now) {
  if (!track || "problem" in track.last)
    return { check, status: "unknown", words: track ? wordsIn(track.last) : "Not looked at" };
  const words = clip(track.last.words);
  if (!track.trueSince || track.timesTrue < 2) {
    const hadItsTime = now.getTime() - since.getTime() >= recoverySeconds * 1e3;
    return { check, status: hadItsTime ? "bad" : "unknown", words };
  }
  const isLate = track.trueSince.getTime() - since.getTime() > recoverySeconds * 1e3;
  return { check, status: isLate ? "late" : "ok", words, at: track.trueSince.toISOString() };
}
function wordsIn(seen2) {
  return "problem" in seen2 ? seen2.problem : seen2.words;
}
async function look(world, recovering, check) {
  try {
    return await gatherCheck(world, recovering, check);
  } catch (error) {
    if (isExpiry(error)) throw error;
    return { problem: wordsOf(error) };
  }
}
async function gatherCheck(world, recovering, check) {
  const { scene, watched, experiment, before } = recovering;
  const { services, networks, zonalShifts, alarms, databases, caches, experiments } = world;
  switch (check) {
    case "experiment-ended":
      return decideExperimentEnded(experiment && (await experiments.get(experiment.id) ?? experiment));
    case "alarms-ok":
      return decideAlarms(watched, await alarms.read(watched));
    case "no-fis-network-acls":
      return decideAcls(await networks.fisAcls(scene.vpcId));
    case "no-zonal-shift":
      return decideShifts(await zonalShifts.active(), scene.loadBalancerArn);
    case "tasks-balanced": {
      const [tasks, state] = await Promise.all([services.tasks(scene.service), services.describe(scene.service)]);
      return decideBalance(scene.zones, tasks, state);
    }
    case "service-on-good-task-definition":
      return decideTaskDefinition(await services.describe(scene.service), before);
    case "database-available":
      return decideDatabase(scene.database && await databases.describe(scene.database.name));
    case "cache-available":
      return decideCache(scene.cache && await caches.describe(scene.cache.name));
    default:
      return check;
  }
}

// src/actions/game-day/rollback/cancel-zonal-shift.ts
function decideShiftsToCancel(shifts, loadBalancerArn, since) {
  return shifts.filter(({ resource, startedAt }) => resource === loadBalancerArn && msOf(startedAt) >= msOf(since));
}
var cancelZonalShift = async ({ world: { zonalShifts }, scene, gameDay }) => {
  const since = gameDay.experiment?.createdAt ?? gameDay.startedAt;
  const shifts = decideShiftsToCancel(await zonalShifts.active(), scene.loadBalancerArn, since);
  for (const { id } of shifts) await zonalShifts.cancel(id);
  if (shifts.length === 0) return nothingToDo("No traffic is shifted away");
  return done(`Ended the zonal shift away from ${shifts.map(({ awayFrom }) => awayFrom).join(", ")}`);
};

// src/actions/game-day/rollback/fail-back-database.ts
function decideFailBack(cluster, writer) {
  if (!cluster) return { kind: "gone", words: "The cluster is not there any more" };
  const member = cluster.members.find(({ id }) => id === writer);
  if (!member) return { kind: "gone", words: `${writer}, which wrote before, is not there any more` };
  if (cluster.status !== "available") return { kind: "wait", words: `${cluster.id} is ${cluster.status}` };
  if (member.isWriter) return { kind: "there" };
  return member.status === "available" ? { kind: "fail-over" } : { kind: "wait", words: `${member.id} is ${member.status}` };
}
var failBackDatabase = async ({ world, scene, gameDay: { before } }) => {
  const { database } = scene;
  if (!database || !before || before.writer === "") return nothingToDo("There is no database to fail back");
  let isMoved = false;
  let last;
  const result = await until(world, async () => {
    last = decideFailBack(await world.databases.describe(database.name), before.writer);
    if (last.kind === "gone") return failed(last.words);
    if (last.kind === "there") {
      return isMoved ? done(`${before.writer} in ${before.writerZone} writes again`) : nothingToDo(`${before.writer} writes, as before`);
    }
    if (last.kind === "fail-over" && !isMoved) {
      await world.databases.failOver(database.name, before.writer);
      isMoved = true;
    }
    return void 0;
  });
  return result ?? failed(`${before.writer} does not write again${last?.kind === "wait" ? `: ${last.words}` : ""}`);
};

// src/actions/game-day/rollback/restore-subnets.ts
function decideSubnetRepairs(fisAcls, before, defaultAclId) {
  const fisIds = new Set(fisAcls.map(({ aclId }) => aclId));
  const hadBefore = new Map(before.filter(({ aclId }) => !fisIds.has(aclId)).map(({ subnetId, aclId }) => [subnetId, aclId]));
  return {
    replace: fisAcls.flatMap(
      ({ subnets }) => subnets.map(({ subnetId, associationId }) => ({
        subnetId,
        associationId,
        aclId: hadBefore.get(subnetId) ?? defaultAclId
      }))
    ),
    remove: [...fisIds]
  };
}
var mostRounds = 3;
var restoreSubnets = async ({ world, scene: { vpcId }, gameDay: { before } }) => {
  const { networks, clock, settings } = world;
  const restored = /* @__PURE__ */ new Set();
  for (let round = 1; round <= mostRounds; round += 1) {
    const fisAcls = await networks.fisAcls(vpcId);
    if (fisAcls.length === 0) break;
    const { replace, remove } = decideSubnetRepairs(fisAcls, before?.subnets ?? [], await networks.defaultAcl(vpcId));
    for (const { subnetId, associationId, aclId } of replace) {
      await networks.replace(associationId, aclId);
      restored.add(subnetId);
    }
    for (const aclId of remove) await networks.removeFisAcl(aclId);
    if (round < mostRounds && (await networks.fisAcls(vpcId)).length > 0) await clock.sleep(settings.pollSeconds * 1e3);
  }
  const left = await networks.fisAcls(vpcId);
  if (left.length > 0) return failed(`FIS's network ACLs ${left.map(({ aclId }) => aclId).join(", ")} are still there`);
  if (restored.size === 0) return nothingToDo("No subnet is cut off");
  return done(`Gave ${restored.size} subnets their network ACLs back, which FIS had not`);
};

// src/actions/game-day/rollback/roll-back.ts
var strategies = {
  "cancel-zonal-shift": cancelZonalShift,
  "restore-subnets": restoreSubnets,
  "restore-service": restoreService,
  "fail-back-database": failBackDatabase
};
async function rollBack(context, { rollback }, note) {
  const { clock, progress } = context.world;
  let outcomes = [];
  for (const strategy of rollback) {
    const result = await perform(strategies[strategy], context);
    progress.info(`${strategy}: ${result.status}: ${result.words}`);
    outcomes = [...outcomes, { strategy, ...result, words: clip(result.words), at: clock.now().toISOString() }];
    await note(outcomes);
  }
  return outcomes;
}
var attempts = 4;
async function perform(strategy, context) {
  const { clock, progress, settings } = context.world;
  for (let attempt2 = 1; ; attempt2 += 1) {
    try {
      return await strategy(context);
    } catch (error) {
      if (isExpiry(error)) throw error;
      if (attempt2 === attempts) return failed(wordsOf(error));
      progress.warning(`${wordsOf(error)} Trying again.`);
      await clock.sleep(settings.pollSeconds * 1e3 * attempt2);
    }
  }
}

// src/actions/game-day/report/facts.ts
var historyLength = 10;
function collectFacts(gameDay, past, drill, now) {
  const history = past.filter(({ id }) => id !== gameDay.id).toSorted((one, other) => one.startedAt < other.startedAt ? 1 : -1).slice(0, historyLength);
  return { gameDay, history, drill, nowMs: now?.getTime() ?? latestMs(gameDay) };
}
function latestMs(gameDay) {
  const { startedAt, endedAt, experiment, preflight, transitions, abort, rollback, recovery } = gameDay;
  const texts = [
    startedAt,
    endedAt,
    experiment?.createdAt,
    experiment?.startedAt,
    experiment?.endedAt,
    abort?.decidedAt,
    abort?.requestedAt,
    ...(experiment?.actions ?? []).flatMap((action) => [action.startedAt, action.endedAt]),
    ...[...preflight, ...transitions, ...rollback, ...recovery].map(({ at }) => at)
  ];
  return knownInstants(texts).reduce((latest2, each) => Math.max(latest2, each), 0);
}

// src/drills/timeline.ts
function computeTimeline(actions) {
  const planned = /* @__PURE__ */ new Map();
  const plan = (name, waiting) => {
    const known = planned.get(name);
    if (known) return known;
    const action = actions.find((each) => each.name === name);
    if (!action) throw new Error(`no action is called ${name}`);
    if (waiting.includes(name)) throw new Error(`actions wait for each other: ${[...waiting, name].join(", ")}`);
    const before = (action.after ?? []).map((earlier) => plan(earlier, [...waiting, name]).endSeconds);
    const startSeconds = Math.max(0, ...before);
    const result = { name, startSeconds, endSeconds: startSeconds + (action.durationSeconds ?? 0) };
    planned.set(name, result);
    return result;
  };
  return actions.map(({ name }) => plan(name, []));
}
function plannedSeconds(actions) {
  return Math.max(0, ...computeTimeline(actions).map(({ endSeconds }) => endSeconds));
}

// src/actions/game-day/report/words.ts
var good = (words) => ({ words: `✅ ${words}`, tone: "good" });
var bad = (words) => ({ words: `❌ ${words}`, tone: "bad" });
var unknown = (words) => ({ words: `❔ ${words}`, tone: "unknown" });
var plain3 = (words) => ({ words: `➖ ${words}`, tone: "plain" });
var verdictMarks = {
  pass: good("PASS"),
  fail: bad("FAIL"),
  aborted: { words: "🛑 ABORTED", tone: "bad" },
  inconclusive: unknown("INCONCLUSIVE"),
  refused: { words: "🚫 REFUSED", tone: "unknown" }
};
var findingMarks = {
  ok: good("ok"),
  bad: bad("bad"),
  unknown: unknown("unknown")
};
var kpiMarks = {
  held: good("held"),
  broken: bad("broken"),
  "no-data": unknown("no data")
};
var rollbackMarks = {
  done: good("done"),
  "nothing-to-do": plain3("nothing to do"),
  failed: bad("failed")
};
var recoveryMarks = {
  ok: good("recovered"),
  late: bad("late"),
  bad: bad("not recovered"),
  unknown: unknown("unknown")
};
var actionMarks = {
  pending: { words: "⏳ pending", tone: "plain" },
  initiating: { words: "▸ initiating", tone: "plain" },
  running: { words: "▸ running", tone: "plain" },
  completed: good("completed"),
  stopping: { words: "■ stopping", tone: "plain" },
  stopped: { words: "■ stopped", tone: "plain" },
  failed: bad("failed"),
  cancelled: { words: "■ cancelled", tone: "plain" },
  skipped: unknown("skipped")
};
var inTime = good("in time");
var tooLate = bad("late");
var abortReasons = {
  alarm: "an alarm rang",
  "stop-condition": "FIS saw an alarm ring",
  person: "somebody asked for it",
  "no-data": "nobody could see any more how users fared",
  cancelled: "the workflow was cancelled",
  lost: "its run, or the sight of the experiment, was lost",
  "template-changed": "the template was changed meanwhile",
  credentials: "the credentials were about to expire"
};
var strategyWords = {
  "cancel-zonal-shift": "Bring traffic back into the zone",
  "restore-subnets": "Give the subnets their network ACLs back",
  "restore-service": "Bring the service back to its good task definition",
  "fail-back-database": "Let the database write where it wrote before"
};
var checkWords = {
  "experiment-ended": "The experiment has ended",
  "alarms-ok": "All alarms are OK",
  "no-fis-network-acls": "No network ACL of FIS is left",
  "no-zonal-shift": "No zonal shift is left",
  "tasks-balanced": "Tasks are spread over the zones",
  "service-on-good-task-definition": "The service has its good task definition",
  "database-available": "The database is available",
  "cache-available": "The cache is available"
};
var targetWords = {
  subnets: "subnets",
  tasks: "tasks of the service",
  "database-cluster": "database cluster",
  "cache-group": "cache group",
  "load-balancer": "load balancer",
  "service-role": "role of the service"
};

// src/actions/game-day/report/headline.ts
function computeState(facts) {
  const { verdict, phase } = facts.gameDay;
  if (verdict !== void 0) return verdictMarks[verdict];
  if (phase === "ended") return { words: "❔ ended without a verdict", tone: "unknown" };
  return { words: `⏳ running: ${phaseText(facts)}`, tone: "plain" };
}
function phaseText({ gameDay, drill, nowMs }) {
  const { phase, experiment } = gameDay;
  const since = (instant, wholeSeconds) => {
    const fromMs = instantMs(instant);
    if (fromMs === void 0 || nowMs === void 0 || wholeSeconds === 0) return "";
    return `, ${progressText((nowMs - fromMs) / 1e3, wholeSeconds)}`;
  };
  switch (phase) {
    case "preflight":
      return "looking whether it may begin";
    case "inject":
      return "starting the experiment";
    case "watch":
      return `watching${since(experiment?.startedAt, drill ? plannedSeconds(drill.actions) : 0)}`;
    case "stop":
      return "stopping the experiment";
    case "rollback":
      return "putting right what was broken";
    case "verify":
      return `waiting for recovery${since(experiment?.endedAt, drill?.recoverySeconds ?? 0)}`;
    case "measure":
      return "measuring";
    case "ended":
      return "ended";
    default:
      return phase;
  }
}
function subjectText({ drill, zone, environment }) {
  return `${drill}${zone === void 0 ? "" : ` in ${zone}`} on ${environment}`;
}
function becauseText({ gameDay, drill }) {
  const { because, phase, abort } = gameDay;
  if (because !== void 0 && because !== "") return because;
  if (abort !== void 0) return `It is ended early because ${abortReasons[abort.because]}.`;
  switch (phase) {
    case "preflight":
      return "Nothing has been injected yet.";
    case "inject":
    case "watch":
      return drill?.about ?? "What is to hold is being put to the test.";
    case "stop":
    case "rollback":
    case "verify":
    case "measure":
      return "The experiment is over; its verdict comes when all is well again, or the time for that is up.";
    case "ended":
      return "Its record has no verdict, so nobody can tell.";
    default:
      return phase;
  }
}
function caveats({ gameDay }) {
  const { takenOverFrom, abort, clockSkewSeconds = 0 } = gameDay;
  const dead = takenOverFrom.slice(0, 5).map(({ runId, attempt: attempt2 }) => `run ${runId}, attempt ${attempt2}`);
  const more = takenOverFrom.length > dead.length ? `, and ${takenOverFrom.length - dead.length} more` : "";
  return [
    ...dead.length > 0 ? [`Taken over from ${dead.join("; ")}${more}: it ended in the middle, and this one finished its work.`] : [],
    ...abort ? [abortText(gameDay, abort)] : [],
    ...clockSkewSeconds === 0 ? [] : [`The clock of AWS was ${skewText(clockSkewSeconds)} that of the run.`]
  ];
}
function abortText({ times: { abortSeconds } }, { because, words, alarm }) {
  const which = alarm === void 0 ? "" : ` (${alarm})`;
  const took = abortSeconds === void 0 ? "" : ` AWS was asked to stop ${spanText(abortSeconds)} after that.`;
  return `Ended early because ${abortReasons[because]}${which}: ${words}${/[.!?]$/.test(words) ? "" : "."}${took}`;
}
function skewText(seconds2) {
  return `${spanText(Math.abs(seconds2))} ${seconds2 > 0 ? "ahead of" : "behind"}`;
}
function paceNote({ timeRate }) {
  return timeRate > 1 ? `Rehearsed: time ran ${timeRate} times as fast as on a wall clock.` : void 0;
}

// src/actions/game-day/report/next-steps.ts
function nextSteps(facts) {
  const { verdict, phase, findings } = facts.gameDay;
  const broken2 = stillBroken(facts);
  if (verdict === void 0) return [...broken2, ...whileOpen(facts)];
  const fix = findings.length > 0 ? ["Do something about the findings below."] : [];
  switch (verdict) {
    case "pass":
      return [
        ...broken2,
        ...fix,
        `${findings.length > 0 ? "Then play" : "Nothing else: play"} it again as usual, ${facts.drill.cadence}.`
      ];
    case "fail":
      return [...broken2, ...fix, "Then play the drill again: only that shows that it helped."];
    case "aborted":
      return [
        ...broken2,
        ...broken2.length === 0 && phase === "ended" ? ["Nothing was left broken."] : [],
        ...fix,
        "Play it again: an aborted game day has shown nothing."
      ];
    case "inconclusive":
      return [...broken2, ...refusals(facts), ...missing2(facts), ...fix, "Then play it again: this one is no pass."];
    case "refused":
      return [...refusals(facts), "Then start it again: nothing was injected."];
    default:
      return verdict;
  }
}
function whileOpen({ gameDay: { phase } }) {
  if (phase === "ended") return ["Play it again, and look into the log of its run."];
  return phase === "preflight" || phase === "inject" || phase === "watch" ? ["Nothing: it looks after itself. To end it early: /game-day abort, or its workflow with the mode abort."] : ["Nothing: it puts right what it broke."];
}
function stillBroken({ gameDay: { rollback, recovery } }) {
  return [
    ...rollback.filter(({ status }) => status === "failed").map(({ strategy, words }) => `Do this by hand, now: ${strategyWords[strategy]}. It failed: ${words}`),
    ...recovery.filter(({ status }) => status === "bad" || status === "unknown").map(({ check, status, words }) => {
      const lead = status === "bad" ? "Still not true, see to it" : "Nobody could tell, look";
      return `${lead}: ${checkWords[check]} (${words}).`;
    })
  ];
}
function missing2({ gameDay: { experiment, kpis } }) {
  const skipped2 = (experiment?.actions ?? []).filter(({ status }) => status === "skipped").map(({ name }) => name);
  const unmeasured2 = kpis.filter(({ status }) => status === "no-data").map(({ title }) => title);
  return [
    ...skipped2.length > 0 ? [`Find out why AWS skipped ${listText(skipped2)}: what is skipped is not tested.`] : [],
    ...unmeasured2.length > 0 ? [`Make measurable what had no data: ${listText(unmeasured2)}.`] : []
  ];
}
function refusals({ gameDay: { preflight, experiment } }) {
  if (experiment !== void 0) return [];
  return preflight.filter(({ status }) => status !== "ok").map(({ title, words }) => `${title}: ${words}`);
}
function listText(names) {
  const most2 = 5;
  return names.slice(0, most2).join(", ") + (names.length > most2 ? ` and ${names.length - most2} more` : "");
}

// src/actions/game-day/report/table.ts
function cells(...texts) {
  return texts.map((text2) => typeof text2 === "string" ? { words: text2 } : text2);
}

// src/actions/game-day/report/timeline.ts
var timelineGroups = ["Phases", "Experiment", "Alarms", "Rollback", "Recovery"];
var longestMs = 24 * 3600 * 1e3;
function computeTimeline2(facts) {
  const { startedAt } = facts.gameDay;
  const startMs = instantMs(startedAt);
  if (startMs === void 0) return [];
  const isNear = (ms) => Math.abs(ms - startMs) <= longestMs;
  const parts = [phaseItems, actionItems, alarmItems, rollbackItems, recoveryItems];
  const items = parts.flatMap((part) => part(facts)).map((item) => ({ ...item, toMs: Math.max(item.fromMs, item.toMs) })).filter(({ fromMs, toMs }) => isNear(fromMs) && isNear(toMs));
  return items.length > 1 ? items : [];
}
function phaseItems({ gameDay, nowMs }) {
  const { preflight, experiment, rollback, recovery, phase } = gameDay;
  const isOpen = gameDay.verdict === void 0 && phase !== "ended";
  const end2 = instantMs(gameDay.endedAt);
  const rollbackEnd = lastMs(rollback);
  const bounds = [
    { name: "preflight", fromMs: instantMs(gameDay.startedAt), toMs: instantMs(experiment?.createdAt) ?? lastMs(preflight) },
    { name: "experiment", fromMs: experimentStartMs(gameDay), toMs: instantMs(experiment?.endedAt) },
    { name: "rollback", fromMs: rollbackEnd && instantMs(experiment?.endedAt), toMs: rollbackEnd },
    { name: "recovery", fromMs: recovery.length === 0 ? void 0 : rollbackEnd, toMs: lastMs(recovery) ?? end2 }
  ];
  const known = bounds.flatMap(({ name, fromMs, toMs }) => fromMs === void 0 ? [] : [{ name, fromMs, toMs }]);
  return known.map(({ name, fromMs, toMs }, index) => {
    const isLast = isOpen && index === known.length - 1;
    const words = isLast ? "▸ going on" : "";
    return { group: "Phases", name, words, tone: "plain", fromMs, toMs: isLast ? nowMs : toMs ?? end2 ?? nowMs };
  });
}
function actionItems({ gameDay: { experiment, abort }, nowMs }) {
  const actions = (experiment?.actions ?? []).flatMap(({ name, status, startedAt, endedAt }) => {
    const fromMs = instantMs(startedAt) ?? (status === "skipped" ? instantMs(experiment?.startedAt) : void 0);
    if (fromMs === void 0) return [];
    const { words, tone } = actionMarks[status];
    const untilMs = status === "skipped" ? fromMs : instantMs(experiment?.endedAt) ?? nowMs;
    return [{ group: "Experiment", name, words, tone, fromMs, toMs: instantMs(endedAt) ?? untilMs }];
  });
  const atMs = instantMs(abort?.requestedAt ?? abort?.decidedAt);
  if (atMs === void 0) return actions;
  return [...actions, { group: "Experiment", name: "stop", words: "🛑 asked for", tone: "bad", fromMs: atMs, toMs: atMs }];
}
function alarmItems({ gameDay, nowMs }) {
  const names = [...new Set(gameDay.transitions.map(({ name }) => name))];
  const endMs = instantMs(gameDay.endedAt) ?? nowMs;
  return names.flatMap((name) => {
    const own = gameDay.transitions.filter((transition) => transition.name === name);
    return own.flatMap(({ to, at }, index) => {
      const fromMs = instantMs(at);
      if (to === "OK" || fromMs === void 0) return [];
      const mark = to === "ALARM" ? { words: "❗ ALARM", tone: "bad" } : { words: "❔ no data", tone: "unknown" };
      return [
        { group: "Alarms", name: shortAlarm(name, gameDay), ...mark, fromMs, toMs: instantMs(own[index + 1]?.at) ?? endMs }
      ];
    });
  });
}
function shortAlarm(name, gameDay) {
  const prefix = `${prefixOf(gameDay)}-`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
function rollbackItems({ gameDay: { rollback, experiment, abort } }) {
  const startMs = instantMs(experiment?.endedAt) ?? instantMs(abort?.decidedAt);
  return rollback.flatMap(({ strategy, status, at }, index) => {
    const toMs = instantMs(at);
    if (toMs === void 0) return [];
    const fromMs = Math.min(toMs, (index === 0 ? startMs : instantMs(rollback[index - 1]?.at)) ?? toMs);
    return [{ group: "Rollback", name: strategyWords[strategy], ...rollbackMarks[status], fromMs, toMs }];
  });
}
function recoveryItems({ gameDay, nowMs }) {
  const { recovery, experiment, rollback, endedAt } = gameDay;
  const fromMs = instantMs(experiment?.endedAt) ?? lastMs(rollback);
  if (fromMs === void 0) return [];
  return recovery.map(({ check, status, at }) => {
    const toMs = instantMs(at) ?? instantMs(endedAt) ?? nowMs;
    return { group: "Recovery", name: checkWords[check], ...recoveryMarks[status], fromMs, toMs };
  });
}
function experimentStartMs({ experiment }) {
  return instantMs(experiment?.startedAt) ?? instantMs(experiment?.createdAt);
}
function lastMs(outcomes) {
  const known = knownInstants(outcomes.map(({ at }) => at));
  return known.length === 0 ? void 0 : known.reduce((one, other) => Math.max(one, other));
}

// src/actions/game-day/report/sections/experiment.ts
var dollars = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });
function experimentSection({ gameDay, drill }) {
  const { experiment, transitions, costUsd } = gameDay;
  if (experiment === void 0) return void 0;
  const about = new Map(drill.actions.map((action) => [action.name, action.about]));
  const reason = experiment.reason === "" ? "" : `: ${experiment.reason}`;
  return {
    id: "experiment",
    title: "What was done",
    notes: [
      `Experiment ${experiment.id} of the template ${experiment.templateId}: ${experiment.status}${reason}`,
      ...costUsd > 0 ? [`Cost of the experiment: ${dollars.format(costUsd)}, at $0.10 for each minute of an action.`] : []
    ],
    rank: 60,
    table: {
      heads: ["action", "what it does", "status", "from", "to"],
      rows: experiment.actions.map((action) => actionRow(action, about.get(action.name) ?? action.actionId))
    },
    ...transitions.length > 0 && {
      folded: {
        summary: transitions.length === 1 ? "One change of an alarm" : `${transitions.length} changes of alarms`,
        table: {
          heads: ["alarm", "at (UTC)", "from", "to"],
          rows: transitions.map(({ name, at, from, to }) => cells(shortAlarm(name, gameDay), clockText(at), from, stateMark(to)))
        }
      }
    }
  };
}
function actionRow({ name, status, reason, startedAt, endedAt }, about) {
  const { words, tone } = actionMarks[status];
  const why = reason === void 0 || reason === "" ? words : `${words}: ${reason}`;
  return cells(name, about, { words: why, tone }, clockText(startedAt), clockText(endedAt));
}
function stateMark(state) {
  if (state === "ALARM") return { words: "❗ ALARM", tone: "bad" };
  return state === "OK" ? { words: "✅ OK", tone: "good" } : { words: `❔ ${state}`, tone: "unknown" };
}

// src/actions/game-day/report/sections/history.ts
function historySection({ history }) {
  if (history.length === 0) return void 0;
  const took = (seconds2) => seconds2 === void 0 ? "–" : spanText(seconds2);
  return {
    id: "history",
    title: "Earlier runs of this drill",
    notes: [],
    rank: 30,
    table: {
      heads: ["run", "zone", "verdict", "detect", "abort", "recover", "why"],
      rows: history.map(
        ({ startedAt, zone, verdict, times, because, issueUrl }) => cells(
          { words: dateText(startedAt), ...issueUrl !== void 0 && { url: issueUrl } },
          zone ?? "–",
          verdictMarks[verdict],
          took(times.detectSeconds),
          took(times.abortSeconds),
          took(times.recoverSeconds),
          because
        )
      )
    }
  };
}

// src/actions/game-day/report/amounts.ts
var signs = {
  Percent: " %",
  Seconds: " s",
  Milliseconds: " ms",
  Bytes: " B",
  Count: "",
  "Count/Second": "/s"
};
function amountText(value, unit) {
  if (value === void 0 || !Number.isFinite(value)) return "–";
  const size2 = Math.abs(value);
  const sign = signs[unit] ?? ` ${unit}`;
  if (size2 >= 1e15) return value.toExponential(2) + sign;
  if (unit === "Bytes") return value.toLocaleString("en", { notation: "compact", maximumSignificantDigits: 3 }) + sign;
  return value.toLocaleString("en", size2 >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }) + sign;
}
function toleratedText(kpi, tolerated, unit) {
  return `${findKpi(kpi)?.good === "high" ? "≥" : "≤"} ${amountText(tolerated, unit)}`;
}
function findKpi(id) {
  return catalogue.kpis.find((kpi) => kpi.id === id);
}

// src/actions/game-day/report/sections/hypothesis.ts
function hypothesisSection(facts) {
  const { gameDay, drill } = facts;
  const measured = gameDay.kpis.map((outcome) => measuredRow(outcome, facts));
  const open = drill.hypothesis.filter(({ kpi }) => gameDay.kpis.every((outcome) => outcome.kpi !== kpi)).map(({ kpi, tolerated }) => {
    const row2 = findKpi(kpi);
    const unit = row2?.unit ?? "";
    const isLost = gameDay.verdict !== void 0;
    const status = { words: isLost ? "➖ not measured" : "➖ not measured yet", tone: "plain" };
    return cells(row2?.title ?? kpi, limitText(kpi, tolerated, unit, facts), "–", "–", ...zoneCells(facts), status);
  });
  const zoneHeads = drill.isZonal ? ["other zones (control)", `${gameDay.zone ?? "its zone"} (hit)`] : [];
  return {
    id: "hypothesis",
    title: "Did it hold for users?",
    notes: drill.isZonal ? ["The zones that were not hit are the control: what is bad there, too, has spread, or has another cause."] : [],
    rank: 85,
    table: {
      heads: ["KPI", "tolerated", "before", "worst during", ...zoneHeads, "held?"],
      rows: [...measured, ...open]
    }
  };
}
function measuredRow(outcome, facts) {
  const { kpi, title, unit, tolerated, before, worst, status } = outcome;
  const limit = limitText(kpi, tolerated, unit, facts);
  return cells(title, limit, amountText(before, unit), amountText(worst, unit), ...zoneCells(facts, outcome), kpiMarks[status]);
}
function limitText(kpi, tolerated, unit, { drill }) {
  const expectation = drill.hypothesis.find((each) => each.kpi === kpi);
  const window = expectation === void 0 ? "" : ` over ${spanText(expectation.windowSeconds)}`;
  return toleratedText(kpi, tolerated, unit) + window;
}
function zoneCells({ drill }, outcome) {
  if (!drill.isZonal) return [];
  return [outcome?.control, outcome?.experiment].map((value) => amountText(value, outcome?.unit ?? ""));
}

// src/actions/game-day/report/sections/preflight.ts
var order = ["bad", "unknown", "ok"];
function preflightSection({ gameDay: { preflight } }) {
  if (preflight.length === 0) return void 0;
  const [bad2, unknown2, ok] = order.map((status) => preflight.filter((finding) => finding.status === status));
  const open = [...bad2 ?? [], ...unknown2 ?? []];
  const good2 = ok ?? [];
  return {
    id: "preflight",
    title: "Before it began",
    notes: [
      open.length === 0 ? `${good2.length === 1 ? "The one check was" : `All ${good2.length} checks were`} good.` : `${open.length} of ${preflight.length} checks were not good.`
    ],
    rank: open.length > 0 ? 82 : 40,
    ...open.length > 0 && { table: tableOf(open) },
    ...good2.length > 0 && {
      folded: {
        summary: good2.length === 1 ? "One check that was good" : `${good2.length} checks that were good`,
        table: tableOf(good2)
      }
    }
  };
}
function tableOf(findings) {
  return {
    heads: ["check", "outcome", "what was seen", "at (UTC)"],
    rows: findings.map(({ title, status, words, at }) => cells(title, findingMarks[status], words, clockText(at)))
  };
}

// src/actions/game-day/report/sections/recovery.ts
function rollbackSection({ gameDay: { rollback } }) {
  if (rollback.length === 0) return void 0;
  return {
    id: "rollback",
    title: "Rollback",
    notes: [],
    rank: rollback.some(({ status }) => status === "failed") ? 90 : 70,
    table: {
      heads: ["what", "outcome", "what was done", "at (UTC)"],
      rows: rollback.map(
        ({ strategy, status, words, at }) => cells(strategyWords[strategy], rollbackMarks[status], words, clockText(at))
      )
    }
  };
}
function recoverySection({ gameDay, drill }) {
  const { recovery, experiment } = gameDay;
  if (recovery.length === 0) return void 0;
  const endMs = instantMs(experiment?.endedAt);
  const afterText = (at) => {
    const ms = instantMs(at);
    return ms === void 0 || endMs === void 0 ? "–" : spanText((ms - endMs) / 1e3);
  };
  return {
    id: "recovery",
    title: "Recovery",
    notes: [`All of it is to be true within ${spanText(drill.recoverySeconds)} of the end of the experiment.`],
    rank: recovery.some(({ status }) => status !== "ok") ? 88 : 70,
    table: {
      heads: ["what", "outcome", "what was seen", "at (UTC)", "after"],
      rows: recovery.map(
        ({ check, status, words, at }) => cells(checkWords[check], recoveryMarks[status], words, clockText(at), afterText(at))
      )
    }
  };
}

// src/actions/game-day/report/sections/targets.ts
function targetsSection(facts) {
  const { hitTargets, verdict } = facts.gameDay;
  if (hitTargets === void 0 && facts.gameDay.expectedTargets.length === 0) return void 0;
  const comparisons = compareTargets(facts);
  const resources = comparisons.flatMap(resourceRows);
  const isUntold = hitTargets === void 0 && verdict !== void 0 && verdict !== "refused";
  return {
    id: "targets",
    title: hitTargets === void 0 ? "What is meant to be hit" : "What was hit",
    notes: isUntold ? ["AWS did not tell what it hit: this is what was meant."] : [],
    rank: 50,
    table: { heads: ["target", "what", "expected", "hit", "as expected?"], rows: comparisons.map(comparisonRow) },
    ...resources.length > 0 && {
      folded: {
        summary: resources.length === 1 ? "The one resource" : `All ${resources.length} resources`,
        table: { heads: ["resource", "target", "expected and hit?"], rows: resources }
      }
    }
  };
}
function compareTargets({ gameDay, drill }) {
  const { expectedTargets, hitTargets } = gameDay;
  const names = [...Object.keys(drill.targets), ...[...expectedTargets, ...hitTargets ?? []].map(({ target }) => target)];
  const of = (targets, name) => targets.filter(({ target }) => target === name).map(resourceText);
  return [...new Set(names)].map((target) => ({
    target,
    expected: of(expectedTargets, target),
    hit: hitTargets && of(hitTargets, target),
    definition: Object.hasOwn(drill.targets, target) ? drill.targets[target] : void 0
  }));
}
function resourceText({ facts }) {
  const values = Object.values(facts);
  return values.find((value) => value.startsWith("arn:")) ?? Object.entries(facts).map(([name, value]) => `${name} ${value}`).sort().join(", ");
}
function comparisonRow(comparison) {
  const { target, expected, hit, definition } = comparison;
  const kind = definition === void 0 ? "not of the drill" : targetWords[definition.kind];
  return cells(target, kind, String(expected.length), hit === void 0 ? "–" : String(hit.length), judge(comparison));
}
function judge({ expected, hit, definition }) {
  if (hit === void 0) return { words: "➖", tone: "plain" };
  const missed = expected.filter((each) => !hit.includes(each)).length;
  const extra = hit.filter((each) => !expected.includes(each)).length;
  if (missed + extra > 0) {
    const parts = [missed > 0 ? `${missed} not hit` : "", extra > 0 ? `${extra} not expected` : ""].filter(Boolean);
    return { words: `❌ ${parts.join(", ")}`, tone: "bad" };
  }
  if (hit.length > 0) return { words: "✅ yes", tone: "good" };
  return definition?.mayBeEmpty === void 0 ? { words: "❔ nothing to hit", tone: "unknown" } : { words: `➖ nothing: ${definition.mayBeEmpty}`, tone: "plain" };
}
function resourceRows({ target, expected, hit }) {
  const rows2 = [.../* @__PURE__ */ new Set([...expected, ...hit ?? []])].map((resource) => {
    const [isExpected, isHit2] = [expected.includes(resource), hit?.includes(resource)];
    const isOdd = isHit2 !== void 0 && isHit2 !== isExpected;
    return { isOdd, row: cells(resource, target, resourceMark(isExpected, isHit2)) };
  });
  return rows2.toSorted((one, other) => Number(other.isOdd) - Number(one.isOdd)).map(({ row: row2 }) => row2);
}
function resourceMark(isExpected, isHit2) {
  if (isHit2 === void 0) return { words: "➖ expected", tone: "plain" };
  if (isExpected && isHit2) return { words: "✅ hit", tone: "good" };
  return isHit2 ? { words: "❌ hit, but not expected", tone: "bad" } : { words: "❌ expected, but not hit", tone: "bad" };
}

// src/actions/game-day/report/sections/times.ts
var abortBudgetSeconds = 10;
var stopBudgetSeconds = 60;
function computeBudgets({ recoverySeconds }) {
  const reactions = catalogue.kpis.filter(({ aborts }) => aborts.some((aborted) => aborted === "game-day")).map(({ alarm, periodSeconds }) => (alarm?.periods ?? 0) * periodSeconds);
  return {
    detectSeconds: Math.max(...reactions) + publicationDelaySeconds,
    abortSeconds: abortBudgetSeconds,
    stopSeconds: stopBudgetSeconds,
    recoverSeconds: recoverySeconds
  };
}
var rows = [
  ["detectSeconds", "Detect", "first fault to first alarm; the slowest alarm, and the delay of metrics"],
  ["abortSeconds", "Abort", "alarm to the request to stop; one poll and one request"],
  ["stopSeconds", "Stop", "alarm to the end of the experiment; what AWS takes, twice"],
  ["recoverSeconds", "Recover", "end of the experiment to all well; the drill says so"]
];
function timesSection({ gameDay, drill }) {
  if (gameDay.verdict === void 0 && Object.values(gameDay.times).length === 0) return void 0;
  const budgets = computeBudgets(drill);
  const hasRung = gameDay.transitions.some(({ to }) => to === "ALARM");
  const isOver = gameDay.verdict !== void 0;
  const silence = isOver && !hasRung && gameDay.experiment !== void 0 ? "➖ no alarm rang" : "➖";
  return {
    id: "times",
    title: "Times",
    notes: [],
    rank: 80,
    table: {
      heads: ["time to", "took", "budget", "in time?", "from ... to; what the budget is made of"],
      rows: rows.map(([key, name, about]) => {
        const took = gameDay.times[key];
        const budget = budgets[key];
        const none = { words: key === "recoverSeconds" ? "➖" : silence, tone: "plain" };
        const mark = took === void 0 ? none : took <= budget ? inTime : tooLate;
        return cells(name, took === void 0 ? "–" : spanText(took), spanText(budget), mark, about);
      })
    }
  };
}

// src/actions/game-day/report/sections/index.ts
function computeSections(facts) {
  const { verdict, experiment } = facts.gameDay;
  const measured = [hypothesisSection(facts), timesSection(facts)];
  const repaired = [rollbackSection(facts), recoverySection(facts)];
  const told = [targetsSection(facts), preflightSection(facts)];
  const parts = experiment !== void 0 ? [...measured, ...repaired, experimentSection(facts), ...told] : [...repaired, ...told.toReversed(), ...verdict === void 0 ? [hypothesisSection(facts)] : []];
  return [...parts, historySection(facts)].flatMap((part) => part ?? []);
}

// src/actions/game-day/report/html/tables.ts
var mostRows = 500;
var longestText = 2e3;
var longWord = /\S{30}/;
function renderSection({ id, title, notes, table, folded }, more) {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${notes.map((note) => html`<p class="soft">${shortened(note)}</p>`)}
${table && renderTable(table, id)}
${more}
${folded && html`<details><summary>${folded.summary}</summary>${renderTable(folded.table, id)}</details>`}
</section>
`;
}
function renderTable({ heads, rows: rows2 }, labelledBy) {
  const omitted = rows2.length - mostRows;
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows2.slice(0, mostRows).map(renderRow)}</tbody>
</table></div>
${omitted > 0 ? html`<p class="soft">${omitted} more</p>` : void 0}`;
}
function renderRow([first, ...rest]) {
  return html`<tr>${first && html`<th scope="row">${renderCell(first)}</th>`}${rest.map((cell) => html`<td>${renderCell(cell)}</td>`)}</tr>
`;
}
function renderCell({ words, tone, url }) {
  const text2 = shortened(words);
  const inner2 = url === void 0 ? html`${text2}` : renderLink(text2, url);
  const classes = [tone ?? "plain", ...longWord.test(text2) ? ["long"] : []].filter((name) => name !== "plain").join(" ");
  return classes === "" ? inner2 : html`<span class="${classes}">${inner2}</span>`;
}
function renderLink(words, address) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  const isWeb = url !== void 0 && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  return isWeb ? html`<a href="${url.href}" rel="noreferrer">${words}</a>` : html`${words}`;
}
function shortened(text2, most2 = longestText) {
  return cutMiddle(visible(text2), most2);
}

// src/actions/game-day/report/html/chart.ts
var size = { width: 480, height: 210 };
var inner = { left: 64, right: size.width - 14, top: 28, bottom: size.height - 26 };
var mostPoints = 240;
var mostAlarms = 8;
function renderChart(outcome, facts, index) {
  const points = outcome.points.filter(({ atMs, value }) => isDrawable(value) && atMs >= 0 && atMs <= latestInstantMs).toSorted((one, other) => one.atMs - other.atMs).slice(0, mostPoints);
  if (points.length === 0 || !isDrawable(outcome.tolerated)) return void 0;
  const { kpi, title, unit, tolerated, status } = outcome;
  const id = `kpi-${index}`;
  const words = `${shortened(title, 200)}: ${kpiMarks[status].words}, tolerated ${toleratedText(kpi, tolerated, unit)}`;
  return html`<figure><figcaption id="${id}">${words}</figcaption>
${draw(points, outcome, facts, `${words}. The values are in the table below.`)}
<details class="values"><summary>Values</summary>${renderTable(tableOf2(points, unit), id)}</details></figure>
`;
}
function draw(points, outcome, facts, label2) {
  const { unit, tolerated } = outcome;
  const window = windowOf(facts);
  const instants = [...points.map(({ atMs }) => atMs), ...window ?? []];
  const [fromMs, toMs] = [Math.min(...instants), Math.max(...instants)];
  const values = points.map(({ value }) => value);
  const x = utcTime([fromMs, Math.max(toMs, fromMs + 6e4)], [inner.left, inner.right]);
  const y = linear(domainOf([...values, tolerated]), [inner.bottom, inner.top]).nice(4);
  const at = (ms) => Math.round(x(ms) * 10) / 10;
  const level = (value) => Math.round(y(value) * 10) / 10;
  const path = line().defined((point) => point !== void 0).x((point) => x(point?.atMs ?? 0)).y((point) => y(point?.value ?? 0)).digits(1);
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label2}">
${window && html`<rect class="window" x="${at(window[0])}" width="${Math.max(1, Math.round((at(window[1]) - at(window[0])) * 10) / 10)}" y="${inner.top}" height="${inner.bottom - inner.top}" />`}
${y.ticks(4).map(
    (tick) => html`<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${level(tick)}" y2="${level(tick)}" />
<text x="${inner.left - 6}" y="${level(tick) + 4}" text-anchor="end">${amountText(tick, unit)}</text>
`
  )}
${alarmInstants(facts, fromMs, toMs).map(
    (ms) => html`<line class="rang" x1="${at(ms)}" x2="${at(ms)}" y1="${inner.top - 8}" y2="${inner.bottom}" />
<text x="${at(ms)}" y="${inner.top - 12}" text-anchor="middle">❗</text>
`
  )}
<line class="target" x1="${inner.left}" x2="${inner.right}" y1="${level(tolerated)}" y2="${level(tolerated)}" />
<path class="now" d="${path(withGaps(points)) ?? ""}" />
<text x="${inner.left}" y="${size.height - 8}">${clockOf(fromMs).slice(0, 5)}</text>
<text x="${inner.right}" y="${size.height - 8}" text-anchor="end">${clockOf(toMs).slice(0, 5)} UTC</text>
</svg>`;
}
function isDrawable(value) {
  return Math.abs(value) <= 1e12;
}
function domainOf(values) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return high - low < 1e-6 ? [low, low + 1] : [low, high];
}
function windowOf({ gameDay, nowMs }) {
  const fromMs = experimentStartMs(gameDay);
  if (fromMs === void 0) return void 0;
  return [fromMs, Math.max(fromMs, instantMs(gameDay.experiment?.endedAt) ?? nowMs)];
}
function alarmInstants({ gameDay }, fromMs, toMs) {
  return gameDay.transitions.filter(({ to }) => to === "ALARM").flatMap(({ at }) => instantMs(at) ?? []).filter((ms) => ms >= fromMs && ms <= toMs).slice(0, mostAlarms);
}
function withGaps(points) {
  const steps = points.slice(1).map(({ atMs }, index) => atMs - (points[index]?.atMs ?? atMs));
  const usual = Math.min(...steps.filter((step) => step > 0));
  return points.flatMap((point, index) => (steps[index - 1] ?? 0) > 1.5 * usual ? [void 0, point] : [point]);
}
function tableOf2(points, unit) {
  return {
    heads: ["at (UTC)", "value"],
    rows: points.map(({ atMs, value }) => cells(clockOf(atMs), amountText(value, unit)))
  };
}

// src/actions/game-day/report/html/style.ts
var style2 = `${style}
:root { --window: #0969da1a; --banner: #fff8c5; }
@media (prefers-color-scheme: dark) { :root { --window: #58a6ff26; --banner: #3b2e00; } }
h1 { margin-bottom: 0.5rem; }
a { color: var(--now); }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; } .unknown { color: var(--unknown); font-weight: 600; }
header { border-left: 0.4rem solid var(--line); padding-left: 1rem; }
header.good { border-color: var(--good); } header.bad { border-color: var(--bad); } header.unknown { border-color: var(--unknown); }
header.good, header.bad, header.unknown { color: var(--ink); font-weight: 400; }
.why { font-size: 1.1rem; }
.rehearsed { padding: 0.6rem 0.9rem; background: var(--banner); border: 1px solid var(--unknown); font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); gap: 0.6rem 1.5rem; margin: 1rem 0; }
.facts dt { color: var(--soft); font-size: 0.875rem; } .facts dd { margin: 0; overflow-wrap: anywhere; }
li { margin: 0.3rem 0; overflow-wrap: anywhere; }
.scroll { margin: 0.5rem 0; } .scroll > table { min-width: 34rem; } .values table { min-width: 0; }
.values .scroll { max-height: 20rem; overflow-y: auto; }
.wide > svg { min-width: 52rem; }
td, th { max-width: 34rem; } .long { display: inline-block; min-width: 16rem; overflow-wrap: anywhere; }
details { margin: 0.5rem 0; } summary { cursor: pointer; color: var(--soft); }
svg text { fill: var(--ink); } svg .group { font-weight: 600; } .window { fill: var(--window); }
.bar { fill: var(--now); } .bar.good { fill: var(--good); } .bar.bad { fill: var(--bad); } .bar.unknown { fill: var(--unknown); }
.rang { stroke: var(--bad); stroke-dasharray: 2 3; }
@media print { :root { --window: #0969da1a; --banner: #fff; } details { display: block; }
  details::details-content { content-visibility: visible; display: block; height: auto; } details.values { display: none; }
  .wide > svg { min-width: 0; } section { break-inside: auto; } tr { break-inside: avoid; } }
`;

// src/actions/game-day/report/html/timeline.ts
var width = 1040;
var labelWidth = 340;
var row = 24;
var top = 30;
var right = 190;
var mostItems = 60;
var mostTicks = 8;
function renderTimeline(facts) {
  const items = computeTimeline2(facts).slice(0, mostItems);
  if (items.length === 0) return void 0;
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
<figure><div class="scroll wide" role="region" aria-labelledby="timeline" tabindex="0">${draw2(items)}</div>
<figcaption class="soft">All times are UTC. Shaded: while the experiment ran.</figcaption></figure>
<details><summary>The timeline as a table</summary>${renderTable(tableOf3(items), "timeline")}</details>
</section>
`;
}
function draw2(items) {
  const lines = timelineGroups.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    return own.length === 0 ? [] : [group, ...own];
  });
  const fromMs = Math.min(...items.map((item) => item.fromMs));
  const toMs = Math.max(fromMs + 1e3, ...items.map((item) => item.toMs));
  const x = linear([fromMs, toMs], [labelWidth, width - right]);
  const bottom = top + lines.length * row;
  const experiment = items.find(({ group, name }) => group === "Phases" && name === "experiment");
  const at = (ms) => Math.round(x(ms) * 10) / 10;
  return html`<svg viewBox="0 0 ${width} ${bottom + 8}" role="img" aria-label="Timeline; its content is in the table below.">
${experiment && html`<rect class="window" x="${at(experiment.fromMs)}" width="${at(experiment.toMs) - at(experiment.fromMs)}" y="${top - 4}" height="${bottom - top + 4}" />`}
${ticksOf(fromMs, toMs).map(
    (tick) => html`<line class="grid" x1="${at(tick)}" x2="${at(tick)}" y1="${top - 4}" y2="${bottom}" />
<text x="${at(tick)}" y="${top - 12}" text-anchor="middle">${clockOf(tick).slice(0, tick % 6e4 === 0 ? 5 : 8)}</text>
`
  )}
${lines.map((line2, index) => {
    const y = top + index * row;
    return typeof line2 === "string" ? html`<text class="group" x="0" y="${y + 17}">${line2}</text>
` : drawItem(line2, y, at);
  })}</svg>`;
}
function ticksOf(fromMs, toMs) {
  const steps = [10, 30, 60, 120, 300, 600, 1800, 3600, 3 * 3600].map((seconds2) => seconds2 * 1e3);
  const step = steps.find((each) => (toMs - fromMs) / each <= mostTicks) ?? 24 * 3600 * 1e3;
  const first = Math.ceil(fromMs / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((toMs - first) / step) + 1) }, (_, index) => first + index * step);
}
function drawItem({ name, words, tone, fromMs, toMs }, y, at) {
  const [from, to] = [at(fromMs), at(toMs)];
  const middle = y + row / 2;
  const isInstant = fromMs === toMs;
  const length = isInstant ? "" : spanText((toMs - fromMs) / 1e3);
  const shape = isInstant ? html`<path class="bar ${tone}" d="M${from} ${middle - 7}l7 7l-7 7l-7 -7z" />` : html`<rect class="bar ${tone}" x="${from}" y="${y + 5}" width="${Math.max(2, Math.round((to - from) * 10) / 10)}" height="14" rx="3" />`;
  return html`<text x="12" y="${y + 16}">${shortened(name, 52)}</text>
${shape}
<text x="${Math.max(from + 10, to + 6)}" y="${y + 16}">${[words, length].filter(Boolean).join(", ")}</text>
`;
}
function tableOf3(items) {
  return {
    heads: ["what", "part", "from (UTC)", "to (UTC)", "lasted", "outcome"],
    rows: items.map(
      ({ group, name, words, tone, fromMs, toMs }) => cells(name, group, clockOf(fromMs), clockOf(toMs), spanText((toMs - fromMs) / 1e3), { words: words || "–", tone })
    )
  };
}

// src/actions/game-day/report/html/document.ts
var mostItems2 = 100;
function renderDocument(facts) {
  const state = computeState(facts);
  const subject = shortened(subjectText(facts.gameDay), 300);
  const page2 = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Game day: ${subject}: ${state.words}</title>
<style>${trust(style2)}</style>
</head>
<body>
${renderHeader(facts, state.tone, `${state.words}: ${subject}`)}
<main>
${renderList("next", "What to do next", nextSteps(facts))}
${renderList("findings", "Findings", facts.gameDay.findings, "A finding is closed only by playing the drill again.")}
${renderTimeline(facts)}
${computeSections(facts).map((section) => renderSection(section, section.id === "hypothesis" ? renderCharts(facts) : void 0))}
</main>
</body>
</html>
`;
  return renderHtml(page2);
}
function renderHeader(facts, tone, title) {
  const note = paceNote(facts.gameDay);
  return html`<header class="${tone}">
<h1>${title}</h1>
${note && html`<p class="rehearsed">${note}</p>`}
<p class="why">${shortened(becauseText(facts))}</p>
${caveats(facts).map((caveat) => html`<p>${shortened(caveat)}</p>`)}
<dl class="facts">${factsOf(facts).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`;
}
function factsOf({ gameDay, drill }) {
  const { id, by, startedAt, endedAt, runUrl, experiment } = gameDay;
  return [
    ["Drill", drill.title],
    ["Started", dateText(startedAt)],
    ["Ended", endedAt === void 0 ? "not yet" : dateText(endedAt)],
    ["By", shortened(by, 200)],
    ["Run", renderLink(`run ${gameDay.run.runId}`, runUrl)],
    ["Experiment", shortened(experiment?.id ?? "none", 200)],
    ["Game day", shortened(id, 200)]
  ];
}
function renderList(id, title, texts, note) {
  if (texts.length === 0) return void 0;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<ul>${texts.slice(0, mostItems2).map((text2) => html`<li>${shortened(text2)}</li>`)}</ul>
${note && html`<p class="soft">${note}</p>`}
</section>
`;
}
function renderCharts(facts) {
  const charts = facts.gameDay.kpis.slice(0, mostItems2).flatMap((outcome, index) => renderChart(outcome, facts, index) ?? []);
  if (charts.length === 0) return void 0;
  return html`<p class="soft">Dashed: what is tolerated. Shaded: while the experiment ran. ❗ An alarm rang.</p>
<div class="charts">${charts}</div>`;
}

// src/actions/game-day/report/markdown/gantt.ts
var mostBars = 16;
var longestName = 60;
function renderGantt(facts) {
  const items = computeTimeline2(facts);
  if (items.length === 0) return void 0;
  const sections = timelineGroups.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    return own.length === 0 ? [] : [`  section ${group}`, ...own.slice(0, mostBars).map(renderBar)];
  });
  return [
    "```mermaid",
    "gantt",
    `  title ${quotable(subjectText(facts.gameDay))}, UTC`,
    "  dateFormat YYYY-MM-DD HH:mm:ss",
    "  axisFormat %H:%M",
    "  todayMarker off",
    ...sections,
    "```"
  ].join("\n");
}
function renderBar({ name, words, tone, fromMs, toMs }) {
  const [sign = "", ...rest] = words === "" ? ["▪"] : words.split(" ");
  const label2 = [sign, quotable(name), ...rest.length > 0 ? [`- ${quotable(rest.join(" "))}`] : []].join(" ");
  const tags = [fromMs === toMs ? "milestone, " : "", { good: "done, ", bad: "crit, ", unknown: "active, ", plain: "" }[tone]];
  return `    ${label2} :${tags.join("")}${stamp(fromMs)}, ${stamp(toMs)}`;
}
function stamp(ms) {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}
function quotable(text2) {
  const words = text2.replace(/[^\p{L}\p{N} ,.()/_-]/gu, " ").replace(/ {2,}/g, " ").trim();
  return [...words].slice(0, longestName).join("") || "unnamed";
}

// src/actions/game-day/report/markdown/tables.ts
var tableRoom = 6e3;
var longestCell = 240;
function renderTable2({ heads, rows: rows2 }, room = tableRoom) {
  const lines = [heads.map(escapeText), heads.map(() => "---")].map(renderRow2);
  let left = room - lines.join("\n").length;
  const shown = [];
  for (const row2 of rows2) {
    const line2 = renderRow2(row2.map(renderCell2));
    left -= line2.length + 1;
    if (left < 0) break;
    shown.push(line2);
  }
  const omitted = rows2.length - shown.length;
  const note = omitted === 0 ? "" : `

*${omitted} more: in the report of the run.*`;
  return [...lines, ...shown].join("\n") + note;
}
function renderRow2(row2) {
  return `| ${row2.join(" | ")} |`;
}
function renderCell2({ words, url }) {
  const text2 = shortened2(words, longestCell);
  return url === void 0 ? escapeText(text2) : link(text2, url);
}
function shortened2(text2, most2) {
  return cutMiddle(visibleLine(text2), most2);
}
function sentence(text2, most2 = 600) {
  return escapeText(shortened2(text2, most2));
}

// src/actions/game-day/report/markdown/issue.ts
var issueBudget = 6e4;
var summaryBudget = 2e4;
var longestTitle = 200;
var mostFindings = 20;
function renderTitle({ gameDay }) {
  const { verdict, phase, startedAt } = gameDay;
  const state = verdict?.toUpperCase() ?? (phase === "ended" ? "no verdict" : "running");
  return `Game day: ${shortened2(subjectText(gameDay), longestTitle)}, ${shortened2(startedAt.slice(0, 10), 10)}: ${state}`;
}
function renderBody(facts) {
  const nodes = [...renderHead(facts, computeState(facts).words), ...computeSections(facts).map(sectionNode), footNode(facts)];
  return renderTree(nodes, { budget: issueBudget });
}
function renderSummary(facts) {
  const title = `${computeState(facts).words}: ${shortened2(subjectText(facts.gameDay), longestTitle)}`;
  const sections = computeSections({ ...facts, history: [] }).map(({ folded: _, ...section }) => sectionNode(section));
  return renderTree([...renderHead(facts, title), ...sections, footNode(facts)], { budget: summaryBudget });
}
function renderLine(facts) {
  const { gameDay } = facts;
  const note = paceNote(gameDay);
  const text2 = `${computeState(facts).words}: ${sentence(subjectText(gameDay), longestTitle)}. ${sentence(becauseText(facts), 300)}`;
  return note === void 0 ? text2 : `${text2} (${note})`;
}
function renderHead(facts, title) {
  const note = paceNote(facts.gameDay);
  const gantt = renderGantt(facts);
  const lead = [
    `## ${sentence(title)}`,
    ...note === void 0 ? [] : [`> [!IMPORTANT]
> **${note}**`],
    sentence(becauseText(facts)),
    ...caveats(facts).map((caveat) => sentence(caveat)),
    renderList2("What to do next", nextSteps(facts), "-")
  ];
  return [
    block(100, lead.join("\n\n")),
    ...renderFindings(facts),
    ...gantt === void 0 ? [] : [block(75, `### Timeline

${gantt}`)]
  ];
}
function renderFindings({ gameDay: { findings } }) {
  if (findings.length === 0) return [];
  const closing = "*A finding is closed only by playing the drill again: a tick by hand proves nothing.*";
  return [block(95, `${renderList2("Findings", findings, "- [ ]")}

${closing}`)];
}
function renderList2(title, texts, bullet) {
  const shown = texts.slice(0, mostFindings).map((text2) => `${bullet} ${sentence(text2)}`);
  const more = texts.length > mostFindings ? [`
*${texts.length - mostFindings} more: in the report of the run.*`] : [];
  return [`### ${title}`, "", ...shown, ...more].join("\n");
}
function sectionNode({ title, notes, table, folded, rank }) {
  const blocks = [`### ${sentence(title)}`, ...notes.map((note) => sentence(note)), ...table ? [renderTable2(table)] : []];
  const text2 = block(rank, blocks.join("\n\n"));
  if (folded === void 0) return text2;
  const fold = {
    risk: rank - 30,
    // Markdown does not work in there; it is a text of ours, with numbers.
    text: () => folded.summary,
    children: [block(rank - 30, renderTable2(folded.table))],
    fold: "closed"
  };
  return { risk: rank, text: () => "", children: [text2, fold] };
}
function footNode({ gameDay, drill, nowMs }) {
  const { by, startedAt, runUrl, id } = gameDay;
  const asOf = gameDay.verdict === void 0 ? ` As of ${clockOf(nowMs)}.` : "";
  const parts = [
    `Started ${sentence(dateText(startedAt), 40)} by ${sentence(by, 60)}: ${link("run and its report", runUrl)}.${asOf}`,
    `Drill: ${sentence(drill.title)}, ${spanText(plannedSeconds(drill.actions))} of faults, to be played ${sentence(drill.cadence)}.`,
    `All times are UTC. ${sentence(id, 120)}`
  ];
  return block(92, `<sub>${parts.join("<br>")}</sub>`);
}
function block(risk, text2) {
  return { risk, text: () => text2 };
}

// src/actions/game-day/report/index.ts
function renderIssue(gameDay, history, drill, now) {
  const facts = collectFacts(gameDay, history, drill, now);
  return { title: renderTitle(facts), body: renderBody(facts) };
}
function renderSummary2(gameDay, history, drill, now) {
  return renderSummary(collectFacts(gameDay, history, drill, now));
}
function renderHtml2(gameDay, history, drill, now) {
  return renderDocument(collectFacts(gameDay, history, drill, now));
}
function renderMessage(gameDay) {
  return renderLine({ gameDay });
}

// src/actions/game-day/tell.ts
var label = "game-day";
function openTeller(world, drill, history) {
  const { clock, settings } = world;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let underWay = Promise.resolve(void 0);
  let isUnderWay = false;
  const upsert = async (gameDay) => {
    toldAtMs = clock.now().getTime();
    const issue = await attempt(world, "write the issue", async () => {
      const { title, body } = renderIssue(gameDay, history, drill, clock.now());
      return world.issues.upsertOpen({ marker: issueMarker(gameDay.id), title, body, labels: [label] });
    });
    return issue?.url;
  };
  return {
    tell: async (gameDay) => {
      await underWay;
      return upsert(gameDay);
    },
    tellSoon: (gameDay) => {
      if (isUnderWay || clock.now().getTime() - toldAtMs < settings.tellSeconds * 1e3) return;
      isUnderWay = true;
      underWay = upsert(gameDay).finally(() => {
        isUnderWay = false;
      });
    }
  };
}
async function closeIssues(world, gameDay, history) {
  if (gameDay.verdict !== "pass") return;
  const isOwnClosed = gameDay.findings.length === 0;
  const mended = history.filter(({ id, zone, verdict }) => id !== gameDay.id && zone === gameDay.zone && verdict !== "pass");
  const ids = [...isOwnClosed ? [gameDay.id] : [], ...mended.map(({ id }) => id)];
  for (const id of ids) {
    const words = id === gameDay.id ? "It passed, and there is nothing to do." : `The same drill passed: ${gameDay.issueUrl ?? gameDay.id}`;
    await attempt(world, `close the issue of ${id}`, () => world.issues.close(issueMarker(id), words));
  }
}

// src/actions/game-day/watch/stop.ts
var askAgainSeconds = 60;
async function stopExperiment(world, experiment) {
  const { clock, settings } = world;
  const endMs = clock.now().getTime() + settings.stopSeconds * 1e3;
  let latest2 = experiment;
  let requestedAt;
  let words = "it still runs";
  for (; ; ) {
    try {
      latest2 = await world.experiments.get(experiment.id) ?? latest2;
      if (hasEnded(latest2)) return { kind: "ended", experiment: latest2, ...requestedAt !== void 0 && { requestedAt } };
      if (isDue(latest2, requestedAt, clock.now())) {
        await world.experiments.stop(experiment.id);
        requestedAt = clock.now().toISOString();
      }
    } catch (error) {
      if (isExpiry(error)) throw error;
      words = wordsOf(error);
      world.progress.warning(`Could not stop the experiment: ${words}`);
    }
    if (clock.now().getTime() >= endMs) return { kind: "running", words, experiment: latest2 };
    await clock.sleep(settings.pollSeconds * 1e3);
  }
}
function isDue({ status }, requestedAt, now) {
  if (requestedAt === void 0) return status !== "stopping";
  return now.getTime() - Date.parse(requestedAt) >= askAgainSeconds * 1e3;
}

// src/actions/game-day/conclude.ts
async function conclude(play) {
  const { progress } = play.world;
  await walk(progress, "stop", () => stop(play));
  await walk(progress, "rollback", () => putRight(play));
  await walk(progress, "verify", () => verify(play));
  await walk(progress, "measure", () => measure(play));
  return walk(progress, "report", () => report(play));
}
async function stop(play) {
  const { world, journal } = play;
  await beginPhase(play, "stop");
  const { experiment, abort } = journal.current();
  if (!experiment) return;
  const stopped = await stopExperiment(world, experiment);
  if (stopped.kind === "running")
    world.progress.warning(`The experiment ${experiment.id} could not be stopped: ${stopped.words}.`);
  const requestedAt = abort?.requestedAt ?? ("requestedAt" in stopped ? stopped.requestedAt : void 0);
  await journal.note({
    experiment: stopped.experiment,
    ...abort && { abort: { ...abort, ...requestedAt !== void 0 && { requestedAt } } }
  });
}
async function putRight(play) {
  const { world, scene, drill, journal } = play;
  await beginPhase(play, "rollback", { rollback: [] });
  await rollBack({ world, scene, gameDay: journal.current() }, drill, (rollback) => journal.note({ rollback }));
}
async function verify(play) {
  const { world, scene, drill, journal, watched } = play;
  await beginPhase(play, "verify");
  const { experiment, before, takenOverFrom } = journal.current();
  const isFresh = takenOverFrom.length === 0 && experiment?.endedAt !== void 0;
  const since = isFresh ? ourTime(journal.current(), experiment.endedAt) : world.clock.now();
  const { recovery: checks, recoverySeconds } = drill;
  await journal.note({
    recovery: await verifyRecovery(world, { scene, watched, experiment, before, checks, recoverySeconds, since })
  });
}
function ourTime({ clockSkewSeconds = 0 }, instant) {
  return new Date(msOf(instant ?? "") - clockSkewSeconds * 1e3);
}
async function measure(play) {
  const { world, journal, watched } = play;
  await beginPhase(play, "measure");
  const { experiment } = journal.current();
  if (!experiment) return;
  const { alarms, experiments } = world;
  const transitions = await attempt(
    world,
    "read the history of the alarms",
    () => alarms.transitions(watched, new Date(experiment.createdAt))
  );
  const hitTargets = await attempt(world, "read what was hit", () => experiments.resolvedTargets(experiment.id));
  const kpis = await attempt(world, "measure the hypothesis", () => measureKpis(play));
  await journal.note({ ...transitions && { transitions }, ...hitTargets && { hitTargets }, ...kpis && { kpis } });
}
async function measureKpis({ world, scene, drill, journal }) {
  const { experiment, zone, clockSkewSeconds = 0 } = journal.current();
  const begins = (experiment?.actions ?? []).filter(isFault).flatMap(({ startedAt }) => startedAt ? [msOf(startedAt)] : []);
  if (begins.length === 0) return [];
  const ourNow = world.clock.now();
  const now = new Date(ourNow.getTime() + clockSkewSeconds * 1e3);
  const span = { from: new Date(Math.min(...begins)), to: experiment?.endedAt ? new Date(experiment.endedAt) : now };
  const measuring = { scene, drill, zone, span };
  const publishedMs = measuredUntil(measuring).getTime() + publicationDelaySeconds * 1e3;
  const waitMs = publishedMs - Math.min(now.getTime(), ourNow.getTime());
  if (waitMs > 0 && !world.settings.isHurried) await world.clock.sleep(waitMs);
  return gatherKpiOutcomes(world, measuring);
}
async function report(play) {
  const { drill, journal } = play;
  const measured = journal.current();
  const { experiment, transitions, abort, recovery, clockSkewSeconds = 0 } = measured;
  const judged = {
    ...measured,
    ...decideVerdict(measured, drill),
    findings: computeFindings(measured, drill),
    times: computeTimes({ experiment, transitions, abort, recovery, clockSkewSeconds }),
    costUsd: computeCostUsd(experiment)
  };
  if (isDangerous(judged)) await page(play, judged);
  return end(play, judged);
}
async function end(play, judged) {
  const { world, journal, teller, history } = play;
  const { documents, clock } = world;
  const ended = { ...judged, phase: "ended", endedAt: clock.now().toISOString() };
  const issueUrl = await teller.tell(ended) ?? judged.issueUrl;
  const told = { ...ended, ...issueUrl !== void 0 && { issueUrl } };
  await attempt(world, "write the history", () => addToHistory(documents, told));
  await closeIssues(world, told, history);
  await attempt(world, "remove what asked for its end", () => removeAbortRequest(documents, told.environment));
  await journal.note(told);
  world.progress.info(`${told.verdict?.toUpperCase()}: ${told.because}`);
  return told;
}
async function page({ world, scene }, { id, environment, because = "", runUrl, findings }) {
  const { alertsTopicArn: topicArn } = scene;
  if (topicArn === void 0) {
    world.progress.warning(`Nobody could be paged: ${environment} has no topic for alerts.`);
    return;
  }
  const subject = `Game day on ${environment} left something broken`;
  const text2 = [`${id}: ${because}`, ...findings.map((finding) => `- ${finding}`), runUrl].join("\n");
  await attempt(world, "page whoever is on call", () => world.pager.page({ topicArn, subject, text: text2 }));
}

// src/actions/game-day/new-game-day.ts
var gameDayTag = "GameDay";
function newGameDay({ clock, settings, run }, { drill, by }, zone) {
  const startedAt = clock.now().toISOString();
  const again = run.attempt > 1 ? `-${run.attempt}` : "";
  const id = `${startedAt.slice(0, 10)}-${drill.id}-${run.runId}${again}`;
  return {
    id,
    environment: settings.environment,
    drill: drill.id,
    ...zone !== void 0 && { zone },
    run: { runId: run.runId, attempt: run.attempt, job: run.job },
    runUrl: settings.runUrl,
    by,
    phase: "preflight",
    startedAt,
    preflight: [],
    expectedTargets: [],
    clientToken: `opsdeck-${settings.environment}-${id}`,
    transitions: [],
    rollback: [],
    recovery: [],
    kpis: [],
    times: {},
    findings: [],
    costUsd: 0,
    timeRate: settings.timeRate,
    takenOverFrom: []
  };
}
function experimentTags({
  id,
  environment,
  drill
}) {
  return { Environment: environment, [drillTag]: drill, [gameDayTag]: id, ManagedBy: "opsdeck" };
}
function zoneNamed(name, { zones }) {
  return zones.find((zone) => zone === name || name.length === 1 && zone.endsWith(name));
}
async function gatherBefore({ networks }, facts) {
  const { scene, service, tasks, database } = facts;
  const state = "value" in service ? service.value : void 0;
  const found = "value" in tasks ? tasks.value : [];
  const writer = "value" in database ? database.value?.members.find(({ isWriter }) => isWriter) : void 0;
  const counts = new Map(scene.zones.map((zone) => [zone, 0]));
  for (const { zone } of found) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return {
    taskDefinition: state?.taskDefinition ?? "",
    deploymentId: state?.deployments[0]?.id ?? "",
    vpcId: scene.vpcId,
    subnets: await networks.subnetAcls(scene.vpcId),
    writer: writer?.id ?? "",
    writerZone: writer?.zone ?? "",
    tasksByZone: Object.fromEntries(counts)
  };
}

// src/actions/game-day/watched-alarms.ts
function watchedAlarms(catalogue2, scene, template) {
  const ofLayers = ["platform", "service"].flatMap((layer) => namesOf(catalogue2, scene, layer));
  const ofTemplate = (template?.stopAlarmArns ?? []).flatMap((arn) => /:alarm:(.+)$/.exec(arn)?.[1] ?? []);
  return [.../* @__PURE__ */ new Set([...ofLayers, ...ofTemplate])].sort();
}
function namesOf(catalogue2, { environment, places }, layer) {
  const kpis = catalogue2.kpis.filter((kpi) => kpi.layer === layer && kpi.aborts.includes("game-day"));
  const needed = kpis.flatMap(({ measure: measure2 }) => placesOf(measure2));
  const names = Object.fromEntries(needed.map((place) => [place, namesAt(places[layer], place)]));
  const { alarms } = computeAlarms({ layer, catalogue: { kpis, slos: [] }, names, limits: {}, isLasting: true });
  const prefix = layer === "platform" ? prefixOf({ environment }) : `${prefixOf({ environment })}-${mainService}`;
  return alarms.map(({ id }) => `${prefix}-${id}`);
}
function namesAt(places, place) {
  const found = places[place];
  return found?.length ? found : ["-"];
}

// src/actions/game-day/preflight/expected-targets.ts
var resourceTypes = {
  subnets: "aws:ec2:subnet",
  tasks: "aws:ecs:task",
  "database-cluster": "aws:rds:cluster",
  "cache-group": "aws:elasticache:replicationgroup",
  "load-balancer": "aws:arc:zonal-shift-managed-resource",
  "service-role": "aws:iam:role"
};
function computeExpectedTargets({ targets }, facts) {
  return Object.entries(targets).flatMap(
    ([target, definition]) => arnsOf(definition, facts).map((arn) => ({ target, resourceType: resourceTypes[definition.kind], facts: { arn } }))
  );
}
function arnsOf(target, { scene, zone, tasks, database, cache }) {
  switch (target.kind) {
    case "subnets":
      return scene.subnets.filter((subnet) => target.tiers.includes(subnet.tier) && isHit(subnet.zone, zone)).map(({ arn }) => arn);
    case "tasks":
      return tasks.filter((task) => isHit(task.zone, zone)).map(({ arn }) => arn);
    case "database-cluster": {
      const writer = database?.members.find(({ isWriter }) => isWriter);
      return writer && isHit(writer.zone, zone) ? given(scene.database?.arn) : [];
    }
    case "cache-group":
      return cache?.nodes.some((node) => isHit(node.zone, zone)) ? given(scene.cache?.arn) : [];
    case "load-balancer":
      return given(scene.loadBalancerArn);
    case "service-role":
      return given(taskRoleArn(scene));
    default:
      return target;
  }
}
function taskRoleArn({ environment, loadBalancerArn = "" }) {
  const [, partition, , , account] = loadBalancerArn.split(":");
  return account && `arn:${partition}:iam::${account}:role/${prefixOf({ environment })}-${mainService}-task`;
}
function isHit(zone, target) {
  return target === void 0 || zone === target;
}
function given(value) {
  return value === void 0 || value === "" ? [] : [value];
}
function compareTargets2({ targets }, expected, resolved) {
  const unknown2 = resolved.filter(({ target }) => !Object.hasOwn(targets, target)).map(({ target }) => target);
  return [
    ...[...new Set(unknown2)].map((target) => `${target}: the drill has no such target`),
    ...Object.entries(targets).flatMap(
      ([name, definition]) => compareTarget(name, definition, namesOf2(expected, name), namesOf2(resolved, name))
    )
  ];
}
function compareTarget(name, definition, expected, resolved) {
  const extra = resolved.filter((arn) => !expected.includes(arn));
  const lacking = expected.filter((arn) => !resolved.includes(arn));
  const isShare = definition.kind === "tasks" && definition.percent < 100;
  const isEmpty = resolved.length === 0 && expected.length === 0 && definition.mayBeEmpty === void 0;
  const isNothing = isShare && resolved.length === 0 && expected.length > 0;
  return [
    ...extra.length > 0 ? [`${name}: ${listed(extra)} would be hit, and should not be`] : [],
    ...lacking.length > 0 && !isShare ? [`${name}: ${listed(lacking)} would not be hit`] : [],
    ...isEmpty || isNothing ? [`${name}: nothing is there to be hit`] : []
  ];
}
function namesOf2(targets, name) {
  return targets.filter(({ target }) => target === name).map(identityOf);
}
function identityOf({ facts }) {
  const values = Object.values(facts);
  return values.find((value) => value.startsWith("arn:")) ?? values.join(" ");
}
var mostListed = 5;
function listed(arns) {
  const shown = arns.slice(0, mostListed).map((arn) => arn.replace(/^arn:[^:]*:([^:]*):[^:]*:[^:]*:/, "$1 "));
  return [...shown, ...arns.length > mostListed ? [`${arns.length - mostListed} more`] : []].join(", ");
}

// src/actions/game-day/preflight/gather-kpis.ts
var leastWindowSeconds = 300;
var cpuWindowSeconds = 600;
async function gatherKpisBefore(world, scene, drill) {
  const placed = placeAll(world, scene, drill.hypothesis);
  const longest = Math.max(leastWindowSeconds, ...drill.hypothesis.map(({ windowSeconds }) => windowSeconds));
  const answers = await world.metrics.read(queriesFor(placed.flatMap(({ at }) => at ?? [])), latest(world, longest));
  return placed.map(({ expectation, at }) => beforeOf(expectation, at, answers, latest(world, windowOf2(expectation))));
}
function windowOf2({ windowSeconds }) {
  return Math.max(leastWindowSeconds, windowSeconds);
}
function placeAll({ catalogue: catalogue2 }, scene, hypothesis) {
  return hypothesis.map((expectation) => ({ expectation, at: placeKpi(catalogue2, scene, expectation.kpi) }));
}
function beforeOf(expectation, at, answers, window) {
  if (!at) return { expectation, isFresh: false };
  const { kpi, instances } = at;
  const values = instances.flatMap(({ measure: measure2 }) => {
    const evaluation = evaluateWithin(measure2, kpi.periodSeconds, answers, window);
    return evaluation.kind === "value" ? [evaluation.value] : [];
  });
  const value = worstOf(values, kpi.good);
  const isFresh = instances.some(({ measure: measure2 }) => periodsWithin(measure2, kpi.periodSeconds, answers, window).length > 0);
  return { expectation, kpi, isFresh: isFresh || value !== void 0, ...value !== void 0 && { value } };
}
async function gatherCpu(world, scene) {
  const placed = placeKpi(world.catalogue, scene, "cpu");
  if (!placed) return void 0;
  const window = latest(world, cpuWindowSeconds);
  const answers = await world.metrics.read(queriesFor([placed]), window);
  const values = placed.instances.flatMap(({ measure: measure2 }) => periodsWithin(measure2, placed.kpi.periodSeconds, answers, window));
  return worstOf(
    values.map(({ value }) => value),
    placed.kpi.good
  );
}
var budgetPeriodSeconds = 3600;
async function gatherBudgets(world, { places }) {
  const { slos } = world.catalogue;
  const asked = slos.map((slo, index) => ({
    slo,
    bad: { id: `bad ${index}`, metric: resolveMetric(slo.bad, places.service), periodSeconds: budgetPeriodSeconds },
    all: { id: `all ${index}`, metric: resolveMetric(slo.all, places.service), periodSeconds: budgetPeriodSeconds }
  }));
  const days = Math.max(1, ...slos.map(({ objectiveDays }) => objectiveDays));
  const answers = await world.metrics.read(
    asked.flatMap(({ bad: bad2, all }) => [bad2, all]),
    latest(world, days * 86400)
  );
  const answer = (id) => answers.get(id) ?? { kind: "unavailable", because: "CloudWatch gave no answer for it" };
  return asked.map(({ slo, bad: bad2, all }) => computeBudget(slo, answer(bad2.id), answer(all.id)));
}
function latest({ clock }, seconds2) {
  const toMs = Math.floor(clock.now().getTime() / 6e4) * 6e4 - publicationDelaySeconds * 1e3;
  return { from: new Date(toMs - seconds2 * 1e3), to: new Date(toMs) };
}

// src/actions/game-day/preflight/preview-targets.ts
var mostPolls = 24;
async function previewTargets({ experiments, clock, settings }, { templateId, token, tags }) {
  let experiment = await experiments.start({ templateId, clientToken: `${token}-preview`, isPreview: true, tags });
  for (let poll = 0; poll < mostPolls && !hasEnded(experiment); poll += 1) {
    if (hasActed(experiment)) return stopAtOnce(experiments, experiment);
    await clock.sleep(settings.pollSeconds * 1e3);
    experiment = await experiments.get(experiment.id) ?? experiment;
  }
  if (hasActed(experiment)) return stopAtOnce(experiments, experiment);
  if (!hasEnded(experiment)) {
    await experiments.stop(experiment.id);
    return { kind: "not-asked", because: `the preview ${experiment.id} did not end` };
  }
  if (experiment.status === "failed") return { kind: "not-asked", because: `the preview failed: ${experiment.reason}` };
  const targets = await experiments.resolvedTargets(experiment.id);
  return targets ? { kind: "resolved", targets } : { kind: "not-offered" };
}
async function stopAtOnce(experiments, { id }) {
  await experiments.stop(id);
  return { kind: "acted", words: `${id} was asked only to look, and began to act; it has been stopped` };
}
function hasActed({ actions }) {
  return actions.some((action) => isFault(action) && ["initiating", "running", "completed"].includes(action.status));
}

// src/actions/game-day/preflight/gather.ts
async function gatherPreflight(world, ask2) {
  const { request, scene, zone } = ask2;
  const { experiments, services, settings, zonalShifts, networks, documents } = world;
  const { drill } = request;
  const now = world.clock.now();
  const isPlaced = !drill.isZonal || zone !== void 0;
  const templates = await seen(() => gatherTemplates(world, drill, isPlaced ? zone : request.zone ?? ""));
  const watched = watchedAlarms(world.catalogue, scene, onlyOf(templates));
  const quietSince = new Date(now.getTime() - settings.config.quietHours * 36e5);
  const [alarms, transitions, kpis, budgets, cpu, hold, active, shifts, lever, service, tasks, database, cache, fisAcls] = await Promise.all([
    seen(() => world.alarms.read(watched)),
    seen(() => world.alarms.transitions(watched, quietSince)),
    seen(() => gatherKpisBefore(world, scene, drill)),
    seen(() => gatherBudgets(world, scene)),
    seen(() => gatherCpu(world, scene)),
    seen(() => gatherHold(documents, settings.environment)),
    seen(() => experiments.active()),
    seen(() => zonalShifts.active()),
    seen(() => experiments.safetyLever()),
    seen(() => services.describe(scene.service)),
    seen(() => services.tasks(scene.service)),
    seen(async () => scene.database && await world.databases.describe(scene.database.name)),
    seen(async () => scene.cache && await world.caches.describe(scene.cache.name)),
    seen(() => networks.fisAcls(scene.vpcId))
  ]);
  const targetFacts = {
    scene,
    zone,
    tasks: valueOr(tasks, []),
    database: valueOr(database, void 0),
    cache: valueOr(cache, void 0)
  };
  return {
    now,
    drill,
    request,
    environment: settings.environment,
    zone,
    scene,
    config: settings.config,
    runnerZone: settings.runnerZone,
    credentialsExpireAt: settings.credentialsExpireAt,
    credentialReserveSeconds: settings.credentialReserveSeconds,
    watched,
    alarms,
    transitions,
    kpis,
    budgets,
    cpuPercent: valueOr(cpu, void 0),
    hold,
    experiments: active,
    shifts,
    lever,
    templates,
    service,
    tasks,
    database,
    cache,
    fisAcls,
    expectedTargets: isPlaced ? computeExpectedTargets(drill, targetFacts) : [],
    preview: await gatherPreview(world, ask2, { templates, active, lever })
  };
}
function gatherTemplates({ experiments, settings }, drill, zone) {
  const ofZone = zone === void 0 ? {} : { [drillZoneTag]: zone };
  return experiments.templates({ Environment: settings.environment, [drillTag]: drill.id, ...ofZone });
}
async function gatherPreview(world, ask2, facts) {
  const template = onlyOf(facts.templates);
  const notAsked = (because) => ({ kind: "not-asked", because });
  if (!template) return notAsked("there is not exactly one template");
  if (ask2.request.drill.isZonal && ask2.zone === void 0) return notAsked("there is no such zone");
  if (valueOr(facts.active, []).length > 0) return notAsked("another experiment runs");
  if (valueOr(facts.lever, "unknown") === "engaged") return notAsked("the safety lever is engaged");
  try {
    return await previewTargets(world, { templateId: template.id, token: ask2.clientToken, tags: ask2.tags });
  } catch (error) {
    const hasActed2 = isFailure(error) && error.code === "fis/no-preview";
    return hasActed2 ? { kind: "acted", words: wordsOf(error) } : notAsked(wordsOf(error));
  }
}
function onlyOf(found) {
  return "value" in found && found.value.length === 1 ? found.value[0] : void 0;
}
function valueOr(found, otherwise) {
  return "value" in found ? found.value : otherwise;
}
async function seen(look2) {
  try {
    return { value: await look2() };
  } catch (error) {
    return { problem: wordsOf(error).replace(/\.$/, "") };
  }
}

// src/actions/game-day/inject.ts
async function inject(play, template) {
  const { world, journal } = play;
  const { clientToken } = journal.current();
  await journal.write({ phase: "inject", templateId: template.id, templateUpdatedAt: template.lastUpdatedAt });
  const asked = world.clock.now();
  const started = await walk(
    world.progress,
    "start-experiment",
    () => start(world, play, { templateId: template.id, clientToken, isPreview: false, tags: experimentTags(journal.current()) })
  );
  if (started.kind === "not-started") return started;
  const clockSkewSeconds = computeSkewSeconds(started.experiment.createdAt, asked, world.clock.now());
  await journal.note({ experiment: started.experiment, clockSkewSeconds });
  return started;
}
async function start(world, play, request) {
  try {
    return { kind: "started", experiment: await world.experiments.start(request) };
  } catch (error) {
    const experiment = await findExperiment(world, play.journal.current().id);
    return experiment ? { kind: "started", experiment } : { kind: "not-started", words: wordsOf(error) };
  }
}
var looks = 3;
async function findExperiment(world, gameDay) {
  const { experiments, clock, settings, progress } = world;
  for (let look2 = 1; ; look2 += 1) {
    try {
      const found = (await experiments.active()).find(({ tags, actions }) => {
        return tags[gameDayTag] === gameDay && !actions.every(({ status }) => status === "skipped");
      });
      if (found || look2 === looks) return found;
    } catch (error) {
      if (look2 === looks) throw error;
      progress.warning(`Could not look for the experiment: ${wordsOf(error)}`);
    }
    await clock.sleep(settings.pollSeconds * 1e3);
  }
}
async function refuseChangedTemplate({ world, drill, journal }, looked) {
  const [template, another] = await gatherTemplates(world, drill, journal.current().zone);
  if (template && !another && template.id === looked.id && template.lastUpdatedAt === looked.lastUpdatedAt) return;
  throw failure({
    code: "game-day/template-changed",
    what: `The experiment template ${looked.id} was changed while everything else was looked at.`,
    next: "Find out who changed it, and play the drill again."
  });
}

// src/actions/game-day/scene.ts
async function gatherScene(taggedResources, environment, region) {
  const resources = await taggedResources.find({ Environment: [environment] });
  const scene = computeScene(resources, environment, region);
  if (scene) return scene;
  throw failure({
    code: "game-day/no-environment",
    what: `${environment} has no platform with a service on it in ${region}: nothing carries its tags there.`,
    next: "Correct the environment or the region, or deploy it first."
  });
}
function computeScene(resources, environment, region) {
  const platform = resources.filter(({ tags }) => tags.Layer === "platform");
  const ofService = resources.filter(({ tags }) => tags.Service === mainService);
  const scope = { region, apiName: prefixOf({ environment }) };
  const places = { platform: computePlaces(platform, scope), service: computePlaces([...platform, ...ofService], scope) };
  const service = find(ofService, /:ecs:[^:]*:[^:]*:service\/([^/]+\/[^/]+)$/);
  const vpc = find(platform, /:ec2:[^:]*:[^:]*:vpc\/(vpc-[\w-]+)$/);
  if (!service || !vpc) return void 0;
  const [cluster = "", name = ""] = service.name.split("/");
  const database = find(platform, /:rds:[^:]*:[^:]*:cluster:([^:]+)$/);
  const cache = find(platform, /:elasticache:[^:]*:[^:]*:replicationgroup:([^:]+)$/);
  const loadBalancer = find(platform, /:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/(app\/.+)$/);
  const stream = find(platform, /:kinesis:[^:]*:[^:]*:stream\/(.+)$/);
  const topic = find(platform, /:sns:[^:]*:[^:]*:([^:]+-alerts)$/);
  return {
    environment,
    zones: places.service.zone ?? [],
    subnets: platform.flatMap((resource) => subnetOf(resource, region) ?? []),
    vpcId: vpc.name,
    service: { cluster, service: name },
    ...loadBalancer && { loadBalancerArn: loadBalancer.arn },
    ...database && { database },
    ...cache && { cache },
    ...stream && { streamArn: stream.arn },
    ...topic && { alertsTopicArn: topic.arn },
    places
  };
}
function find(resources, form) {
  const found = resources.flatMap(({ arn }) => {
    const name = form.exec(arn)?.[1];
    return name === void 0 ? [] : [{ name, arn }];
  });
  return found.sort((one, other) => one.name < other.name ? -1 : 1)[0];
}
function subnetOf({ arn, tags: { Tier: tier, Name: name = "" } }, region) {
  const id = /:subnet\/(subnet-[\w-]+)$/.exec(arn)?.[1];
  const zone = name.slice(-region.length - 1);
  if (id === void 0 || tier === void 0 || !zone.startsWith(region)) return void 0;
  return { id, arn, zone, tier };
}

// src/actions/game-day/take-over.ts
async function takeOver(world, { gameDay, version }) {
  const { documents, progress, settings } = world;
  const drill = drillOf(world, gameDay);
  progress.warning(`The game day ${gameDay.id} was left in its phase ${gameDay.phase}; bringing it to its end.`);
  const scene = await gatherScene(world.taggedResources, settings.environment, settings.region);
  const history = await gatherHistory(documents, gameDay.environment, gameDay.drill);
  const journal = await openJournal({ documents, progress, gameDay: takenOver(world, gameDay), version });
  const teller = openTeller(world, drill, history);
  const play = { world, drill, scene, journal, teller, history, watched: watchedAlarms(world.catalogue, scene) };
  if (gameDay.phase === "preflight") {
    await endPreviews(world, gameDay);
    return { drill, gameDay: await end(play, nothingBroken(journal.current())) };
  }
  if (gameDay.experiment === void 0) {
    const experiment = await findExperiment(world, gameDay.id);
    if (experiment) await journal.note({ experiment });
  }
  return { drill, gameDay: await conclude(play) };
}
function takenOver({ run, settings, clock }, gameDay) {
  const isOwn = isSameOwner(gameDay.run, run);
  const who = isOwn ? "Its job" : `Its run (${ownerText(gameDay.run)})`;
  const abort = {
    because: isOwn ? "cancelled" : "lost",
    words: `${who} ended in the phase ${gameDay.phase}`,
    decidedAt: clock.now().toISOString()
  };
  return {
    ...gameDay,
    abort: gameDay.abort ?? abort,
    run: { runId: run.runId, attempt: run.attempt, job: run.job },
    runUrl: settings.runUrl,
    takenOverFrom: [...gameDay.takenOverFrom, gameDay.run]
  };
}
async function endPreviews(world, { id }) {
  const previews = (await world.experiments.active()).filter(({ tags }) => tags[gameDayTag] === id);
  for (const preview of previews) await stopExperiment(world, preview);
}
function nothingBroken(gameDay) {
  const words = gameDay.abort?.words ?? "Its run ended";
  return { ...gameDay, verdict: "aborted", because: `${words}: nothing had been broken.` };
}
function drillOf({ drills }, { drill: name, id }) {
  const drill = drills.find((one) => one.id === name);
  if (drill) return drill;
  throw failure({
    code: "game-day/unknown-drill",
    what: `The game day ${id} was left unfinished, and this version knows no drill ${name}.`,
    next: "Finish it with the version that began it: mode resume."
  });
}

// src/actions/game-day/resume.ts
async function resume(world) {
  const { environment } = world.settings;
  const unfinished = await gatherUnfinished(world, environment);
  if (!unfinished) return giveBackLock(world);
  const { run, drill } = unfinished.gameDay;
  if (!isSameOwner(run, world.run) && await world.workflowRuns.isActive(run)) return { kind: "alive", by: run };
  return holdEnvironment(
    world,
    drill,
    () => walk(world.progress, "settle-earlier", async () => {
      const latest2 = await gatherUnfinished(world, environment);
      return latest2 ? { kind: "finished", ...await takeOver(world, latest2) } : { kind: "nothing" };
    })
  );
}
async function giveBackLock(world) {
  const key = environmentLockKey(world.settings.environment);
  const facts = await gatherLockAt(world, key);
  if (facts.kind === "held" && !facts.holderIsActive && isOfGameDay(facts.lock)) {
    world.progress.warning(
      `${ownerText(facts.lock.owner)} ended without giving back the lock of its game day; giving it back now.`
    );
    await world.documents.remove(key, facts.version);
  }
  return { kind: "nothing" };
}
async function finishOwn(world) {
  const { documents, settings, run, progress } = world;
  const unfinished = await gatherUnfinished(world, settings.environment);
  if (unfinished && isSameOwner(unfinished.gameDay.run, run)) return resume(world);
  const key = environmentLockKey(settings.environment);
  const found = await documents.read(key);
  const lock = found && parseLock(found.value);
  if (found && lock?.kind === "valid" && isSameOwner(lock.value.owner, run)) {
    progress.warning(`The step ended without giving back the lock of ${settings.environment}; giving it back now.`);
    await documents.remove(key, found.version);
  }
  return { kind: "nothing" };
}

export {
  gameDayInJob,
  defaultConfig,
  parseGameDayConfig,
  gameDayContract,
  msOf,
  clip,
  wordsOf,
  worldOf,
  isDangerous,
  renderSummary2 as renderSummary,
  renderHtml2 as renderHtml,
  renderMessage,
  gatherAbortRequest,
  writeAbortRequest,
  removeAbortRequest,
  drillSeconds,
  newGameDay,
  experimentTags,
  zoneNamed,
  gatherBefore,
  watchedAlarms,
  compareTargets2 as compareTargets,
  isBeyond,
  gatherPreflight,
  onlyOf,
  walk,
  inject,
  findExperiment,
  refuseChangedTemplate,
  holdEnvironment,
  gatherHistory,
  decideTurn,
  beginPhase,
  ask,
  askAside,
  waitFor,
  valueIn2 as valueIn,
  openTeller,
  conclude,
  end,
  gatherScene,
  takeOver,
  resume,
  finishOwn
};
