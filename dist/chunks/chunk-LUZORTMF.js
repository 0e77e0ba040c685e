import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  redactFailure
} from "./chunk-QKXRQCSS.js";
import {
  mainService,
  prefixOf,
  stateKeyOf
} from "./chunk-VVCDHVEB.js";
import {
  performLock
} from "./chunk-P62CZXMM.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode,
  link
} from "./chunk-6W7UW3BG.js";
import {
  commit,
  count,
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

// src/actions/deploy/keys.ts
function journalKey(environment) {
  return `${environment}/deploy.json`;
}
function goodServicesKey(environment) {
  return `${environment}/service.good.json`;
}
function serviceStateKey(environment) {
  return stateKeyOf({ layer: "service", environment, service: mainService, region: "" });
}
function servicePrefixOf(environment) {
  return `${prefixOf({ environment })}-${mainService}`;
}
function identityOf(environment) {
  return { cluster: prefixOf({ environment }), service: servicePrefixOf(environment) };
}
function alertsTopicOf(environment) {
  return `${prefixOf({ environment })}-alerts`;
}
var hostGroup = "host/";
function freezeMarker(environment) {
  return `deploy/${environment}`;
}

// src/actions/deploy/words.ts
var mostCharacters = 1e3;
function cut(text2, most = mostCharacters) {
  return text2.length > most ? `${text2.slice(0, most - 1)}…` : text2;
}
function wordsOf(error) {
  const told = isFailure(error) ? redactFailure(error).message : error instanceof Error ? error.message : String(error);
  return cut(told.replace(/\.+$/, ""));
}
function frozenWords({ kind, release: release2 }) {
  const commit2 = shortSha(release2.commit);
  return kind === "rollback" ? `the rollback to ${commit2} has failed` : `the deploy of ${commit2} could not be rolled back`;
}
function shortSha(commit2) {
  return commit2.slice(0, 7);
}

// src/actions/deploy/render-summary.ts
function renderSummary(journal, timeRate) {
  const parts = [`## ${verdictOf(journal)}`, factsOf(journal), nextOf(journal), renderTimeline(journal, timeRate)];
  return parts.filter((part) => part !== "").join("\n\n");
}
function verdictOf({ state, environment, release: release2, rollback, kind, cause }) {
  const where = escapeText(environment);
  const commit2 = inlineCode(shortSha(release2.commit));
  const back = inlineCode(shortSha(rollback?.release.commit ?? release2.commit));
  switch (state) {
    case "kept":
      return `✅ ${commit2} runs on ${where}`;
    case "rolled-back":
      if (kind === "rollback") return `⏪ ${where} is back at ${back}`;
      return `⏪ ${commit2} was rolled back on ${where}: ${back} runs again. ${escapeText(cause?.words ?? "")}`;
    case "frozen":
      return `❄️ ${where} is frozen: ${escapeText(frozenWords({ kind, release: release2 }))}`;
    case "refused":
      return `⛔ ${commit2} was not deployed to ${where}`;
    default:
      return `… ${commit2} on ${where}: ${state}`;
  }
}
function factsOf({ release: release2, before, by, reason, cause, because, alarms, unwatched, deploymentId, kind }) {
  const rows = [
    ["Commit", `${before ? `${code(shortSha(before.commit))} → ` : ""}${code(shortSha(release2.commit))}`],
    ["Image", code(release2.image)],
    ["Asked for by", by === void 0 ? "" : escapeText(by)],
    ["Reason", reason === void 0 ? "" : escapeText(reason)],
    ["Kind", kind === "recovery" ? "recovery: alarms fired already" : ""],
    ["Why", cause ? escapeText(cause.words) : ""],
    ["Rang", cause?.alarm ? code(cause.alarm) + (cause.alarmAt ? ` at ${cause.alarmAt}` : "") : ""],
    ["Outcome", because === void 0 ? "" : escapeText(because)],
    ["Alarms watched", alarms.map(({ name }) => code(name)).join(", ")],
    ["Not well before", unwatched.map((name) => code(name)).join(", ")],
    ["Deployment", deploymentId === void 0 ? "" : code(deploymentId)]
  ];
  const told = rows.filter(([, text2]) => text2 !== "").map(([name, text2]) => `| ${name} | ${text2} |`);
  return ["| | |", "|---|---|", ...told].join("\n");
}
function code(text2) {
  return inlineCode(text2).replaceAll("|", "\\|");
}
function nextOf({ state, kind, environment }) {
  switch (state) {
    case "rolled-back":
      if (kind === "rollback") return "**Next:** revert or mend what was deployed, before the default branch is deployed again.";
      return "**Next:** look at the service's logs and metrics of that time, mend the commit or revert it, and merge that.";
    case "frozen":
      return `**Next:** the issue "Deploy frozen: ${escapeText(environment)}" says what to do.`;
    default:
      return "";
  }
}
function renderTimeline({ timeline }, timeRate) {
  const pace = timeRate === 1 ? "" : ` (time ran ${timeRate} times as fast)`;
  const lines = timeline.map(({ at, words }) => `- ${at.slice(11, 19)} UTC: ${escapeText(words)}`);
  return `<details><summary>Timeline${pace}</summary>

${lines.join("\n")}

</details>`;
}
function sentence(title, words) {
  return `${title}: ${escapeText(words)}.`;
}

// src/actions/deploy/good.ts
var mostGoods = 5;
var pinnedImage = matching("an image pinned by its digest", /^[^\s@]{1,400}@sha256:[0-9a-f]{64}$/);
function stackOf(environment) {
  const key = serviceStateKey(environment);
  return {
    expected: `a stack whose state is ${key}`,
    isOptional: false,
    read: (value) => keyOf(value) === key ? value : void 0
  };
}
function keyOf(stack) {
  return ["terraform", "backend", "s3", "key"].reduce(
    (found, name) => typeof found === "object" && found !== null ? found[name] : void 0,
    stack
  );
}
function goodService(environment) {
  return record({
    id: text,
    commit,
    image: pinnedImage,
    terraform: stackOf(environment),
    taskDefinition: text,
    deploymentId: text,
    serial: optional(wholeNumber),
    keptAt: instant
  });
}
function parseGoodServices(value, environment) {
  return parseRecord(value, { goods: list(goodService(environment)) });
}
function withKept(goods, kept) {
  return [kept, ...goods.filter(({ id }) => id !== kept.id)].slice(0, mostGoods);
}
function withReturned(goods, returned) {
  const at = goods.findIndex(({ id }) => id === returned.id);
  return [returned, ...goods.slice(at + 1)];
}

// src/actions/deploy/journal.ts
var openStates = ["planning", "applying", "baking", "keeping", "rolling-back", "freezing"];
var finalStates = ["kept", "rolled-back", "frozen", "refused"];
var deployKinds = ["deploy", "recovery", "rollback"];
var causeKinds = [
  "alarm",
  "alarm-missing",
  "rollout-failed",
  "replaced",
  "service-missing",
  "late",
  "unsettled",
  "blind",
  "apply-failed",
  "cancelled",
  "lost",
  "asked"
];
var owner = record({ runId: wholeNumber, attempt: wholeNumber, job: text });
var release = record({ commit, image: pinnedImage });
function fieldsOf(environment) {
  return {
    id: text,
    environment: oneOf(environment),
    kind: oneOf(...deployKinds),
    state: oneOf(...openStates, ...finalStates),
    release,
    before: optional(release),
    by: optional(text),
    reason: optional(text),
    run: owner,
    runUrl: text,
    takenOverFrom: list(owner),
    startedAt: instant,
    updatedAt: instant,
    endedAt: optional(instant),
    alarms: list(record({ name: text, transitionedAt: optional(instant) })),
    unwatched: list(text),
    taskDefinition: optional(text),
    deploymentId: optional(text),
    cause: optional(
      record({ kind: oneOf(...causeKinds), words: text, alarm: optional(text), alarmAt: optional(instant) })
    ),
    rollback: optional(record({ to: text, release, starts: count })),
    candidate: optional(goodService(environment)),
    because: optional(text),
    timeline: list(record({ at: instant, words: text }))
  };
}
function parseJournal(value, environment) {
  return parseRecord(value, fieldsOf(environment));
}
function isFinal({ state }) {
  return finalStates.some((each) => each === state);
}

// src/actions/deploy/journal-store.ts
async function gatherJournal(documents, environment) {
  const found = await documents.read(journalKey(environment));
  if (!found) return { kind: "none" };
  const parsed = parseJournal(found.value, environment);
  return parsed.kind === "valid" ? { kind: "valid", journal: parsed.value, version: found.version } : parsed;
}
function continueJournal(world, { journal, version }) {
  return openAt(world, journal, version);
}
async function beginJournal(world, journal, words) {
  const found = await gatherJournal(world.documents, journal.environment);
  if (found.kind === "corrupt") throw journalUnreadable(journal.environment, found.problems);
  if (found.kind === "valid" && !isFinal(found.journal)) throw changed(journal.environment);
  const opened = openAt(world, journal, found.kind === "valid" ? found.version : void 0);
  await opened.write({}, words);
  return opened;
}
function openAt({ documents, clock }, journal, found) {
  const key = journalKey(journal.environment);
  let current = journal;
  let version = found;
  return {
    current: () => current,
    write: async (change, words) => {
      const at = clock.now().toISOString();
      const next = { ...current, ...change, updatedAt: at };
      const timeline = words === void 0 ? next.timeline : [...next.timeline, { at, words }];
      const ended = isFinal(next) && next.endedAt === void 0 ? { endedAt: at } : {};
      const written = { ...next, timeline, ...ended };
      const put = version === void 0 ? await documents.create(key, written) : await documents.replace(key, written, version);
      if (put === void 0) throw changed(journal.environment);
      current = written;
      version = put;
    }
  };
}
function changed(environment) {
  return failure({
    code: "deploy/journal-changed",
    what: `The journal of the deploys to ${environment} was written by somebody else in the middle of this run.`,
    next: "Find out who writes it without holding the lock; then run the job again."
  });
}
function journalUnreadable(environment, problems) {
  return failure({
    code: "deploy/journal-unreadable",
    what: `${journalKey(environment)} is no journal of ours, so nobody can tell whether a deploy was left half done.`,
    next: "See which service runs and whether its alarms are well; then remove that document from the state bucket, and deploy.",
    details: problems
  });
}

// src/actions/deploy/steps.ts
async function walk(progress, step, body) {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}

// src/actions/deploy/render-freeze.ts
function renderFreezeIssue(journal, timeRate) {
  const { environment, runUrl, because = "nobody could tell" } = journal;
  const unlock = inlineCode(`/unlock ${environment} --force`);
  return [
    `**❄️ ${escapeText(environment)} is frozen: ${escapeText(frozenWords(journal))}.** ${link("run", runUrl)}`,
    `${sentence("Why", because)}${journal.cause ? ` ${sentence("What it began with", journal.cause.words)}` : ""}`,
    "Until somebody has looked, nothing is deployed there: no deploy, no preview, no game day.",
    [
      "### What to do",
      "- [ ] See which task definition the service runs, whether its deployment has completed, and what its alarms say.",
      "- [ ] Put the service right by hand, or find the commit that does.",
      `- [ ] Let a maintainer comment ${unlock} on any pull request.`,
      "- [ ] Run the workflow `deploy` as a recovery: alarms that still fire do not stop it then."
    ].join("\n"),
    renderTimeline(journal, timeRate),
    "The next deploy that is kept closes this issue."
  ].join("\n\n");
}
function renderFreezePage(journal) {
  const { environment, runUrl, because = "nobody could tell", cause } = journal;
  return {
    subject: `Opsdeck: deploys to ${environment} are frozen`,
    text: [
      `${environment} is frozen: ${frozenWords(journal)}.`,
      ...cause ? [`What it began with: ${cause.words}.`] : [],
      `Why: ${because}.`,
      `Look at the service and its alarms now; nothing else is deployed there meanwhile. The run: ${runUrl}`
    ].join("\n")
  };
}

// src/actions/deploy/freeze.ts
var freezeSeconds = 30 * 86400;
var freezer = "opsdeck";
var mostReason = 300;
function freeze(world, journal, because) {
  return walk(world.progress, "freeze", async () => {
    const { environment } = world.settings;
    await journal.write({ state: "freezing", because: cut(because) }, `cannot go back: ${cut(because)}`);
    const request = {
      by: freezer,
      reason: cut(`${frozenWords(journal.current())}: ${because}`, mostReason),
      seconds: freezeSeconds,
      commentUrl: journal.current().runUrl
    };
    await performLock(world, environment, request);
    await attempt(world, "page whoever is on call", () => page(world, journal));
    await attempt(
      world,
      "open the issue",
      () => world.issues.upsertOpen({
        marker: freezeMarker(environment),
        title: `Deploy frozen: ${environment}`,
        body: renderFreezeIssue(journal.current(), world.settings.timeRate),
        labels: ["deploy"]
      })
    );
    await journal.write({ state: "frozen" }, "frozen: nothing is deployed until somebody has looked");
    return { kind: "frozen", journal: journal.current() };
  });
}
async function page({ taggedResources, pager, progress }, journal) {
  const { environment } = journal.current();
  const resources = await taggedResources.find({ Environment: [environment] });
  const topic = resources.find(({ arn }) => arn.startsWith("arn:aws:sns:") && arn.endsWith(`:${alertsTopicOf(environment)}`));
  if (!topic) return progress.warning(`Nobody was paged: ${environment} has no topic ${alertsTopicOf(environment)}.`);
  await pager.page({ topicArn: topic.arn, ...renderFreezePage(journal.current()) });
}

export {
  goodServicesKey,
  serviceStateKey,
  servicePrefixOf,
  identityOf,
  alertsTopicOf,
  hostGroup,
  freezeMarker,
  wordsOf,
  frozenWords,
  shortSha,
  renderSummary,
  verdictOf,
  pinnedImage,
  parseGoodServices,
  withKept,
  withReturned,
  walk,
  freezer,
  freeze,
  isFinal,
  gatherJournal,
  continueJournal,
  beginJournal,
  journalUnreadable
};
