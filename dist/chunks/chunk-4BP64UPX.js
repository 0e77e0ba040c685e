import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  nearestOf
} from "./chunk-EQEXLZUC.js";
import {
  runbookRisks
} from "./chunk-GI4KSV2D.js";
import {
  alertsTopicOf,
  freezer,
  gatherJournal as gatherJournal2,
  isFinal as isFinal2,
  journalUnreadable
} from "./chunk-LUZORTMF.js";
import {
  gatherLeftUnfinished
} from "./chunk-D2SC5CUA.js";
import {
  createRedactor
} from "./chunk-7WE5OENK.js";
import {
  obstacleFailure
} from "./chunk-3HQIWQCE.js";
import {
  gatherJournal,
  isFinal,
  isInTheWay,
  isOutOfReach,
  isPassing,
  isTargetName,
  journalKey,
  lockLost,
  openJournal,
  resumeCommand,
  runCommand,
  targetLockKey,
  targetNameOf,
  wholeEnvironment
} from "./chunk-4OZFDGFS.js";
import {
  parseRunbookInputs
} from "./chunk-332JFOK2.js";
import {
  mainService,
  prefixOf
} from "./chunk-VVCDHVEB.js";
import {
  acquireLock,
  gatherLockAt,
  releaseLock,
  terminalLockSeconds
} from "./chunk-2CJY75CO.js";
import {
  gatherHold
} from "./chunk-P62CZXMM.js";
import {
  addSeconds,
  decideObstacle,
  login
} from "./chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode,
  link
} from "./chunk-6W7UW3BG.js";
import {
  isSameOwner,
  isTerminal,
  ownerText,
  parseLock
} from "./chunk-RVEYIF44.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/runbook/engine/decide-watched.ts
function decideWatched({ alarms, prefix, symptoms, catalogue }) {
  const rows = catalogue.kpis.filter(({ id, aborts }) => aborts.length > 0 || symptoms.includes(id));
  const forms = rows.map(({ id, layer }) => formOf(layer === "platform" ? prefix : `${prefix}-${mainService}`, id));
  return alarms.filter(({ name, state }) => state === "OK" && forms.some((form) => form.test(name))).map(({ name }) => name).sort();
}
function formOf(prefix, kpi) {
  const [first = "", ...rest] = kpi.split("-");
  return new RegExp(`^${prefix}-${[first, ...rest].join("-")}$|^${prefix}-${[first, "[a-z\\d]+", ...rest].join("-")}$`);
}

// src/actions/runbook/engine/execution.ts
import { createHash } from "node:crypto";

// src/actions/runbook/engine/guard.ts
function decideCall({ reads, writes }, call, allowed) {
  if (reads.includes(call)) return "allowed";
  if (!Object.hasOwn(writes, call)) return "undeclared";
  return allowed === "writes" ? "allowed" : "too-early";
}
function openGuard(runbook, calls) {
  let allowed = "reads";
  let made = /* @__PURE__ */ new Set();
  return {
    guard: (call) => {
      const verdict = decideCall(calls, call, allowed);
      if (verdict !== "allowed") throw refusal(runbook, call, verdict);
      made.add(call);
    },
    allow: (next) => {
      allowed = next;
    },
    take: () => {
      const taken = [...made];
      made = /* @__PURE__ */ new Set();
      return taken;
    }
  };
}
function refusal(runbook, call, verdict) {
  const why = verdict === "undeclared" ? "it does not declare that" : "it was only to look";
  return failure({
    code: verdict === "undeclared" ? "runbook/undeclared-call" : "runbook/call-in-plan",
    what: `The runbook ${runbook} was about to call ${call}, and ${why}; the call was not sent.`,
    next: `Correct the runbook: ${verdict === "undeclared" ? "name it in its calls" : "change things only in run and compensate"}.`
  });
}

// src/actions/runbook/engine/words.ts
var redactor = createRedactor([]);
var longestWords = 1e3;
function cleanWords(words2) {
  const clean2 = redactor.text(words2);
  return clean2.length > longestWords ? `${clean2.slice(0, longestWords - 1)}…` : clean2;
}
function wordsOf(error) {
  return cleanWords(error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
function cleanChanges(changes) {
  return changes.map(({ what, from, to }) => ({ what: cleanWords(what), from: cleanWords(from), to: cleanWords(to) }));
}

// src/actions/runbook/engine/execution.ts
function openViewing(world, { runbook, id, environment, inputs }) {
  const guard = openGuard(runbook.id, runbook.calls);
  const { region, names } = world.settings;
  const place = { environment, region, prefix: prefixOf({ environment, names }) };
  return { world, runbook, id, place, inputs, guard, ports: world.openPorts(guard.guard) };
}
function scopeOf(viewing, step) {
  const { world, place, inputs, ports } = viewing;
  const { clock, progress } = world;
  return {
    ports,
    place,
    inputs,
    token: tokenOf(viewing, step),
    now: () => clock.now(),
    tell: (line) => progress.info(cleanWords(line))
  };
}
function tokenOf({ id, place, runbook, inputs }, step) {
  const parts = [id, place.environment, runbook.target(inputs), step];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
function stepsOf(runbook) {
  return runbook.steps;
}
function looking({ guard }, body) {
  guard.allow("reads");
  return body();
}
async function changing({ guard }, body) {
  guard.allow("writes");
  try {
    return await body();
  } finally {
    guard.allow("reads");
  }
}

// src/actions/runbook/engine/left-unfinished.ts
var lockReason = "runbook";
async function gatherLeft(world, aim) {
  const found = await gatherJournal(world.documents, aim);
  const own = found && isInTheWay(found.journal) ? [ownObstacle(found.journal, aim.door)] : [];
  return aim.target === wholeEnvironment ? [...own, ...await gatherLeftOfOthers(world, aim)] : own;
}
function ownObstacle(journal, door) {
  const { runbook, target, environment, state, because } = journal;
  const where = `${target} of ${environment}`;
  if (state === "stuck") {
    return {
      what: `${runbook} on ${where} is stuck: ${because ?? "it could not be undone"}.`,
      next: `Put it right by hand, then undo the rest with ${resumeCommand(door, journal, "undo")}, or take it as it is with ${resumeCommand(door, journal, "accept")}.`
    };
  }
  return {
    what: `${runbook} on ${where} was left unfinished by ${ownerText(journal.run)}: it was ${state}.`,
    next: `Bring it to its end with ${resumeCommand(door, journal, "continue")}, or take back what it did with ${resumeCommand(door, journal, "undo")}.`
  };
}
async function gatherLeftOfOthers({ documents, clock, settings }, { environment, by, door }) {
  const hold = decideObstacle(await gatherHold(documents, environment), by, clock.now());
  const isOwnFreeze = hold?.kind === "hold" && hold.hold.by === freezer && door !== "alarm";
  const deploy = await gatherJournal2(documents, environment);
  const failures = [
    ...hold && !isOwnFreeze ? [obstacleFailure("hold", environment, hold)] : [],
    ...deploy.kind === "corrupt" ? [journalUnreadable(environment, deploy.problems)] : [],
    ...present(await gatherLeftUnfinished(documents, environment, settings.bucket))
  ];
  const open = deploy.kind === "valid" && !isFinal2(deploy.journal) ? [openDeploy(environment, deploy.journal.state)] : [];
  return [...failures.map(({ message: what, next }) => ({ what, next })), ...open];
}
function present(value) {
  return value === void 0 ? [] : [value];
}
function openDeploy(environment, state) {
  return {
    what: `A deploy to ${environment} was left in the state ${state}.`,
    next: "Run that deploy again, which brings it to its end first; then run this again."
  };
}
async function gatherLocked(world, { environment, target }) {
  const facts = await gatherLockAt(world, targetLockKey(environment, target));
  if (facts.kind !== "held" || isSameOwner(facts.lock.owner, world.run)) return [];
  const { owner, reason } = facts.lock;
  const who = `${ownerText(owner)} (${reason})`;
  if (facts.holderIsActive) return [lockedBy({ environment, target }, who)];
  if (reason.startsWith(`${lockReason} `)) return [];
  return [
    {
      what: `${who} has ended without bringing its work on ${environment} to an end.`,
      next: "Run that again, or deploy once more; then run the runbook."
    }
  ];
}
function lockedBy({ environment, target }, who) {
  const where = target === wholeEnvironment ? environment : `${target} of ${environment}`;
  return { what: `${where} is being changed by ${who}.`, next: "Wait until that has ended; then run this again." };
}

// src/actions/runbook/engine/new-journal.ts
function newRunId({ clock, run }, { runbook }) {
  const at = clock.now().toISOString().replace(/[-:]|\.\d+/g, "");
  return `${at}-${runbook.id}-${run.runId}-${run.attempt}`;
}
function targetOf({ runbook, inputs }) {
  return targetNameOf(runbook.target(inputs));
}
function newJournal({ clock, run }, request, { id, watched }) {
  const { runbook, environment, inputs, door, by, reason } = request;
  const now = clock.now().toISOString();
  return {
    id,
    runbook: runbook.id,
    environment,
    target: targetOf(request),
    state: "running",
    inputs,
    door,
    by,
    reason: cleanWords(reason),
    run: { runId: run.runId, attempt: run.attempt, job: run.job },
    runUrl: run.url,
    takenOverFrom: [],
    startedAt: now,
    updatedAt: now,
    watched,
    steps: [],
    byHand: [],
    timeline: []
  };
}

// src/actions/runbook/engine/patience.ts
async function withRetries({ clock, progress, settings }, { retries, signal }, body) {
  for (let tried = 0; ; tried += 1) {
    try {
      return await body();
    } catch (error) {
      if (tried >= retries || !isPassing(error) || signal?.aborted) throw error;
      const pauseSeconds = settings.retrySeconds * 2 ** tried;
      progress.warning(`${wordsOf(error)}; trying again in ${pauseSeconds} s.`);
      await clock.sleep(pauseSeconds * 1e3, signal);
    }
  }
}
async function untilTrue(world, waiting, look) {
  const { clock, progress, settings } = world;
  const { timeoutSeconds, signal } = waiting;
  const endMs = clock.now().getTime() + timeoutSeconds * 1e3;
  let told = "";
  for (; ; ) {
    const check = await patientLook(look);
    const words2 = cleanWords(check.words);
    if (words2 !== told) progress.info(words2);
    told = words2;
    if (check.kind !== "not-yet") return { kind: check.kind, words: words2 };
    const leftMs = endMs - clock.now().getTime();
    if (leftMs <= 0) return { kind: "late", words: `not within ${timeoutSeconds} s: ${words2}` };
    if (!await sleepOn(clock, Math.min(leftMs, settings.pollSeconds * 1e3), signal)) return { kind: "cancelled" };
  }
}
async function patientLook(look) {
  try {
    return await look();
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { kind: "not-yet", words: wordsOf(error) };
  }
}
async function sleepOn(clock, milliseconds, signal) {
  try {
    await clock.sleep(milliseconds, signal);
    return !signal?.aborted;
  } catch (error) {
    if (signal?.aborted) return false;
    throw error;
  }
}

// src/actions/runbook/engine/request.ts
function findRunbook(runbooks, id) {
  const runbook = runbooks.find((one) => one.id === id);
  if (runbook) return { kind: "found", runbook };
  const ids = runbooks.map((one) => one.id);
  const nearest = nearestOf(id, ids) ?? onlyOf(ids.filter((one) => id.length > 2 && one.split("-").includes(id.toLowerCase())));
  return { kind: "unknown", ...nearest !== void 0 && { nearest } };
}
function onlyOf(ids) {
  return ids.length === 1 ? ids[0] : void 0;
}
function unknownRunbook(id, nearest) {
  if (id === "") return "missing; `runbook list` shows those that there are";
  const hint = nearest === void 0 ? "`runbook list` shows those that there are" : `did you mean ${nearest}?`;
  return `there is none called ${JSON.stringify(shorten(id))}; ${hint}`;
}
var shorten = (text) => text.length > 60 ? `${text.slice(0, 59)}…` : text;
function parseRequest(runbooks, asked, now) {
  const { runbook: id, inputs: given, ...asking } = asked;
  const found = findRunbook(runbooks, id);
  const problems = problemsOfAsking(asking);
  if (found.kind === "unknown") return { kind: "bad", problems: [`runbook: ${unknownRunbook(id, found.nearest)}`, ...problems] };
  const { runbook } = found;
  const parsed = parseRunbookInputs(runbook.inputs, given);
  if (parsed.kind === "bad") return { kind: "bad", problems: [...problems, ...parsed.problems] };
  const future = futureInstants(runbook, parsed.values, now);
  if (problems.length + future.length > 0) return { kind: "bad", problems: [...problems, ...future] };
  return { kind: "good", request: { ...asking, runbook, inputs: parsed.values } };
}
function futureInstants(runbook, values, now) {
  return Object.entries(values).flatMap(([name, value]) => {
    const isInstant = runbook.inputs[name]?.kind === "instant";
    return isInstant && Date.parse(String(value)) > now.getTime() ? [`${name}: lies in the future; it is ${now.toISOString()} now`] : [];
  });
}
function parseResume(asked) {
  const target = isTargetName(asked.target) ? [] : ["target: expected what the run said that it works on, such as assess-staging-app, or environment"];
  const reason = asked.way === "accept" && asked.reason === "" ? ["reason: to accept a stuck run takes one"] : [];
  const problems = [...problemsOfAsking(asked), ...target, ...reason];
  return problems.length > 0 ? { kind: "bad", problems } : { kind: "good", request: asked };
}
var longestReason = 300;
function problemsOfAsking({ environment, by, reason }) {
  return [
    .../^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(environment) && environment.length >= 2 && environment.length <= 12 ? [] : ["environment: expected the name of an environment, such as staging or pr-7"],
    ...login.read(by) === void 0 ? ["by: expected a login"] : [],
    ...reason.length > longestReason ? [`reason: expected at most ${longestReason} characters`] : []
  ];
}
function isWithin(risk, approved) {
  return runbookRisks.indexOf(risk) <= runbookRisks.indexOf(approved);
}

// src/actions/runbook/engine/walk.ts
async function walk(progress, step, body) {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}

// src/actions/runbook/engine/plan.ts
function verdictOf({ obstacles, steps }) {
  if (obstacles.length > 0 || steps.some(({ outcome }) => outcome.kind === "refused")) return "refused";
  return steps.every(({ outcome }) => outcome.kind === "nothing") ? "nothing-to-do" : "ready";
}
function obstaclesOf({ obstacles, steps }) {
  return [...obstacles, ...steps.flatMap(({ outcome }) => outcome.kind === "refused" ? [outcome.obstacle] : [])];
}
async function planRunbook(world, request) {
  const viewing = openViewing(world, { ...request, id: newRunId(world, request) });
  const aim = aimOf(request);
  return walk(world.progress, "check", async () => {
    const locked = await gatherLocked(world, aim);
    return gatherPlan(viewing, request, [...locked, ...await gatherLeft(world, aim)]);
  });
}
function aimOf(request) {
  const { environment, by, door } = request;
  return { environment, by, door, target: targetOf(request) };
}
async function gatherPlan(viewing, request, known) {
  const { world, runbook, place, inputs, guard } = viewing;
  const retries = 2;
  const found = await withRetries(world, { retries }, () => looking(viewing, () => runbook.check(scopeOf(viewing, "check"))));
  const obstacles = [...known, ...found].map(clean);
  const steps = obstacles.length > 0 ? [] : await planSteps(viewing);
  const watched = obstacles.length > 0 ? [] : await gatherWatched(viewing);
  return { runbook, place, target: targetOf(request), inputs, obstacles, steps, watched, calls: guard.take() };
}
function approvalObstacle({ runbook, approvedRisk }) {
  if (isWithin(runbook.risk, approvedRisk)) return [];
  return [
    {
      what: `${runbook.id} is of ${runbook.risk} risk, and what runs here is approved for ${approvedRisk} risk at most.`,
      next: "Run it by a comment or the workflow runbook, which ask for the approval that it takes."
    }
  ];
}
async function planSteps(viewing) {
  const planned = [];
  for (const step of stepsOf(viewing.runbook)) planned.push(await planStep(viewing, step));
  return planned;
}
async function planStep(viewing, step) {
  const { id, title, retries, compensate: compensate2 } = step;
  const plan = await withRetries(viewing.world, { retries }, () => looking(viewing, () => step.plan(scopeOf(viewing, id))));
  const base = { id, title, ..."impossible" in compensate2 && { impossible: compensate2.impossible } };
  switch (plan.kind) {
    case "change":
      return { ...base, outcome: { kind: "change", changes: cleanChanges(plan.changes) } };
    case "nothing":
      return { ...base, outcome: { kind: "nothing", why: cleanWords(plan.why) } };
    case "refused":
      return { ...base, outcome: { kind: "refused", obstacle: clean(plan.obstacle) } };
    default:
      return plan;
  }
}
function clean({ what, next }) {
  return { what: cleanWords(what), next: cleanWords(next) };
}
async function gatherWatched({ world, runbook, place }) {
  if (runbook.settleSeconds === 0) return [];
  const alarms = await attempt(world, "read the alarms, so none is watched", () => world.alarms.withPrefix(`${place.prefix}-`));
  const { symptoms } = runbook;
  return decideWatched({ alarms: alarms ?? [], prefix: place.prefix, symptoms, catalogue: world.catalogue });
}

// src/actions/runbook/render/plan.ts
function renderPlan(plan, door) {
  const parts = [
    `### ${renderPlanHeadline(plan)}`,
    escapeText(plan.runbook.about),
    renderObstacles(plan),
    renderChanges(plan.steps),
    renderLimits(plan),
    renderCommand(plan, door)
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
function renderPlanHeadline(plan) {
  const what = `${inlineCode(plan.runbook.id)} on ${inlineCode(plan.target)} of ${inlineCode(plan.place.environment)}`;
  const count = obstaclesOf(plan).length;
  const verdict = verdictOf(plan);
  switch (verdict) {
    case "refused":
      return `⛔ ${what}: ${count === 1 ? "something is" : `${count} things are`} in the way`;
    case "nothing-to-do":
      return `✅ ${what}: there is nothing to do`;
    case "ready":
      return `📋 ${what}: this is what it would change (risk ${plan.runbook.risk})`;
    default:
      return verdict;
  }
}
function renderObstacles(plan) {
  return obstaclesOf(plan).map(({ what, next }) => `- ${escapeText(what)} **Next:** ${escapeText(next)}`).join("\n");
}
function renderChanges(steps) {
  if (steps.length === 0) return "";
  return ["| step | what | from | to |", "|---|---|---|---|", ...steps.flatMap(rowsOf)].join("\n");
}
function rowsOf({ title, outcome }) {
  const name = escapeText(title);
  switch (outcome.kind) {
    case "nothing":
      return [`| ${name} | nothing: ${escapeText(outcome.why)} | | |`];
    case "refused":
      return [`| ${name} | ⛔ ${escapeText(outcome.obstacle.what)} | | |`];
    case "change":
      if (outcome.changes.length === 0) return [`| ${name} | changes nothing | | |`];
      return outcome.changes.map(
        ({ what, from, to }, index) => `| ${index === 0 ? name : ""} | ${escapeText(what)} | ${cell(from)} | ${cell(to)} |`
      );
    default:
      return outcome;
  }
}
function cell(text) {
  return text === "" ? "" : inlineCode(text).replaceAll("|", "\\|");
}
function renderLimits({ runbook, steps, watched, obstacles }) {
  if (obstacles.length > 0) return "";
  const impossible = steps.flatMap(
    ({ title, impossible: why }) => why === void 0 ? [] : [`- Cannot be undone: ${escapeText(title)}, ${escapeText(why)}`]
  );
  return [...impossible, renderWatch(runbook.settleSeconds, watched)].filter((line) => line !== "").join("\n");
}
function renderWatch(settleSeconds, watched) {
  if (settleSeconds === 0) return "";
  if (watched.length === 0) return "- No alarm can be watched afterwards: none of those that tell is OK now.";
  const names = watched.map((name) => inlineCode(name)).join(", ");
  return `- Undone by itself when one of these rings within ${settleSeconds} s of the last step: ${names}`;
}
function renderCommand(plan, door) {
  if (verdictOf(plan) !== "ready") return "";
  const { runbook, place, inputs } = plan;
  const words2 = runCommand(door, { runbook, environment: place.environment, inputs });
  const approval = runbook.risk === "high" ? " Somebody has to approve it, because of its risk." : "";
  return `**To run it:** ${inlineCode(words2)}.${approval}`;
}

// src/actions/runbook/render/run.ts
var signs = {
  running: "⏳",
  compensating: "⏳",
  done: "✅",
  compensated: "↩️",
  stuck: "🚨",
  refused: "⛔",
  "nothing-to-do": "✅"
};
var words = {
  running: "is running",
  compensating: "is being undone",
  done: "is done",
  compensated: "was undone",
  stuck: "is stuck: a person has to put it right",
  refused: "was refused",
  "nothing-to-do": "had nothing to do"
};
function renderRunHeadline(journal) {
  const { runbook, target, environment, state, because } = journal;
  const what = `${inlineCode(runbook)} on ${inlineCode(target)} of ${inlineCode(environment)}`;
  const why = because === void 0 || state === "done" ? "" : `: ${escapeText(because)}`;
  return `${signs[state]} ${what} ${words[state]}${why}`;
}
function renderReport(journal) {
  const parts = [
    `### ${renderRunHeadline(journal)}`,
    renderByHand(journal),
    renderFacts(journal),
    renderSteps(journal.steps),
    renderChanged(journal.steps),
    renderNext(journal),
    renderDetails("Calls", callLines(journal.steps)),
    renderDetails(
      "Timeline",
      journal.timeline.map(({ at, words: said }) => `- ${clockOf(at)}: ${escapeText(said)}`)
    )
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
function renderByHand({ state, byHand, accepted }) {
  if (state !== "stuck") return "";
  if (accepted) return `${escapeText(accepted.by)} takes it as it is: ${escapeText(accepted.reason)}`;
  return ["**To be done by hand:**", ...byHand.map((each) => `- ${escapeText(each)}`)].join("\n");
}
function renderFacts({ by, reason, door, inputs, run, runUrl, takenOverFrom, cause, because, state }) {
  const given = Object.entries(inputs).map(([name, value]) => cell(`${name}=${value}`));
  const rows = [
    ["Asked for by", `${escapeText(by)} (${door})`],
    ["Reason", escapeText(reason)],
    ["Inputs", given.join(" ")],
    ["Outcome", state === "done" && because !== void 0 ? escapeText(because) : ""],
    ["Undone because", cause ? `${escapeText(cause.words)}${cause.step ? ` (in ${cell(cause.step)})` : ""}` : ""],
    ["Taken over from", takenOverFrom.map((owner) => escapeText(ownerText(owner))).join(", ")],
    ["Run", link(ownerText(run), runUrl)]
  ];
  return ["| | |", "|---|---|", ...rows.filter(([, text]) => text !== "").map(([name, text]) => `| ${name} | ${text} |`)].join(
    "\n"
  );
}
var stepSigns = {
  running: "⏳",
  verifying: "⏳",
  done: "✅",
  nothing: "➖",
  undoing: "⏳",
  undone: "↩️",
  kept: "📌",
  stuck: "🚨"
};
function renderSteps(steps) {
  if (steps.length === 0) return "";
  const rows = steps.map(
    (step) => `| ${stepSigns[step.state]} | ${escapeText(step.title)} | ${step.state} | ${tookOf(step)} | ${escapeText(step.words ?? "")} |`
  );
  return ["| | step | state | took | |", "|---|---|---|---|---|", ...rows].join("\n");
}
function tookOf({ startedAt, endedAt, state }) {
  if (endedAt === void 0 || state !== "done") return "";
  return `${Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1e3)} s`;
}
function renderChanged(steps) {
  const rows = steps.flatMap(
    ({ changes, state }) => changes.map(({ what, from, to }) => `| ${escapeText(what)} | ${cell(from)} | ${cell(to)} | ${state} |`)
  );
  return rows.length === 0 ? "" : ["| what | from | to | now |", "|---|---|---|---|", ...rows].join("\n");
}
function renderNext(journal) {
  const { door, state, accepted } = journal;
  const command = (way) => inlineCode(resumeCommand(door, journal, way));
  if (state === "stuck" && !accepted)
    return `**Next:** put it right, then undo the rest with ${command("undo")}, or take it as it is with ${command("accept")}.`;
  if (isFinal(journal)) return "";
  return `Should its run die: ${command("continue")} goes on, ${command("undo")} takes it back.`;
}
function callLines(steps) {
  return steps.flatMap(
    ({ id, calls }) => calls.length === 0 ? [] : [`- ${inlineCode(id)}: ${calls.map((call) => inlineCode(call)).join(", ")}`]
  );
}
function renderDetails(title, lines) {
  return lines.length === 0 ? "" : `<details><summary>${title}</summary>

${lines.join("\n")}

</details>`;
}
function clockOf(at) {
  return `${at.slice(11, 19)} UTC`;
}

// src/actions/runbook/report.ts
function reportOfPlan(plan, door) {
  const status = verdictOf(plan);
  const refusal2 = status === "refused" ? { failure: refused(plan.runbook.id, obstaclesOf(plan)) } : {};
  return { outputs: { status, message: renderPlanHeadline(plan), journal: "" }, markdown: renderPlan(plan, door), ...refusal2 };
}
function reportOfRun(result, door) {
  return result.kind === "not-begun" ? reportOfPlan(result.plan, door) : reportOfEnding(result);
}
function reportOfResume(result, target) {
  switch (result.kind) {
    case "nothing": {
      const message = escapeText(result.why);
      return { outputs: { status: "nothing-to-do", message, journal: "" }, markdown: message };
    }
    case "refused": {
      const failed = refused(`The run on ${target}`, result.obstacles);
      const message = escapeText(failed.message);
      return { outputs: { status: "refused", message, journal: "" }, markdown: message, failure: failed };
    }
    case "ended":
    case "unfinished":
      return reportOfEnding(result);
    default:
      return result;
  }
}
function reportOfEnding(ending) {
  const { journal } = ending;
  const status = ending.kind === "unfinished" ? "unfinished" : journal.state;
  const outputs = { status, message: renderRunHeadline(journal), journal: journalKey(journal.environment, journal.target) };
  const failed = failureOf(ending);
  return { outputs, markdown: renderReport(journal), ...failed && { failure: failed } };
}
function refused(what, obstacles) {
  const [first] = obstacles;
  return failure({
    code: "runbook/refused",
    what: `${what} cannot be run as things are: ${obstacles.map((obstacle) => obstacle.what).join(" ")}`,
    next: first?.next ?? "Look at its plan.",
    details: obstacles.slice(1).map(({ what: also, next }) => `${also} ${next}`)
  });
}
function failureOf(ending) {
  const { journal } = ending;
  if (ending.kind === "unfinished") return unfinished(journal, ending.words);
  const because = journal.because ?? "";
  switch (journal.state) {
    case "compensated":
      if (journal.cause?.kind === "asked") return void 0;
      return ended(journal, `was undone: ${because}`, "Look at its report; nothing of it is left, unless that says so.");
    case "stuck":
      if (journal.accepted) return void 0;
      return ended(journal, `is stuck: ${because}`, "Do by hand what its report says; then resume it.");
    case "refused":
      return ended(journal, `was refused: ${because}`, "Put right what is in its way; then run it again.");
    default:
      return void 0;
  }
}
function ended({ runbook, state }, what, next) {
  return failure({ code: `runbook/${state}`, what: `${runbook} ${what}.`, next });
}
function unfinished(journal, words2) {
  return failure({
    code: "runbook/unfinished",
    what: `${journal.runbook} could not be brought to its end from here: ${words2}.`,
    next: `Once that is mended: ${resumeCommand(journal.door, journal, "undo")}`
  });
}

// src/actions/runbook/engine/page.ts
var longestSubject = 100;
async function page(world, journal) {
  const { environment, runbook, target, because = "", byHand, runUrl } = journal;
  await attempt(world, "page whoever is on call", async () => {
    const resources = await world.taggedResources.find({ Environment: [environment] });
    const topic = resources.find(({ arn }) => arn.startsWith("arn:aws:sns:") && arn.endsWith(`:${alertsTopicOf(environment)}`));
    if (!topic) return world.progress.warning(`Nobody was paged: ${environment} has no topic ${alertsTopicOf(environment)}.`);
    const subject = `Runbook ${runbook} is stuck on ${environment}`.slice(0, longestSubject);
    const text = [`${runbook} on ${target} of ${environment}: ${because}`, ...byHand.map((each) => `- ${each}`), runUrl].join(
      "\n"
    );
    await world.pager.page({ topicArn: topic.arn, subject, text });
  });
}

// src/actions/runbook/engine/perform-step.ts
async function performStep(execution, step) {
  const known = recordOf(execution, step);
  if (known?.state === "done" || known?.state === "nothing") return void 0;
  if (execution.signal.aborted) return cancelled(execution, step);
  if (known === void 0) {
    const trouble = await planStep2(execution, step);
    const planned = recordOf(execution, step);
    if (trouble !== void 0 || planned?.state !== "running") return trouble;
  }
  if (recordOf(execution, step)?.state === "running") {
    const trouble = await runStep(execution, step);
    if (trouble !== void 0) return trouble;
  }
  return verifyStep(execution, step);
}
function recordOf({ journal }, { id }) {
  return journal.current().steps.find((record) => record.id === id);
}
async function planStep2(execution, step) {
  const { world, journal, signal, guard } = execution;
  const { id, title, retries } = step;
  const startedAt = world.clock.now().toISOString();
  const planned = await attempting(
    execution,
    step,
    () => withRetries(world, { retries, signal }, async () => {
      const plan2 = await looking(execution, () => step.plan(scopeOf(execution, id)));
      return plan2.kind === "change" ? { ...plan2, before: asWritten(step, plan2.before) } : plan2;
    })
  );
  if (planned.kind === "trouble") return planned.cause;
  const plan = planned.value;
  if (plan.kind === "refused") return { kind: "refused", words: cleanWords(plan.obstacle.what).replace(/\.$/, ""), step: id };
  const shared = { title, startedAt, calls: guard.take() };
  if (plan.kind === "nothing") {
    const words2 = cleanWords(plan.why);
    await journal.writeStep(id, { ...shared, state: "nothing", words: words2, endedAt: startedAt }, `${id}: nothing to do, ${words2}`);
    return void 0;
  }
  const changes = cleanChanges(plan.changes);
  await journal.writeStep(id, { ...shared, state: "running", changes, before: plan.before }, `${id}: begins`);
  return void 0;
}
function asWritten(step, before) {
  const written = JSON.parse(JSON.stringify(before));
  const problems = step.problemsOf(written);
  if (problems.length === 0) return written;
  throw failure({
    code: "runbook/before-unreadable",
    what: `What the plan of ${step.id} wants to have written down could not be read again: ${problems.join("; ")}.`,
    next: "Correct the runbook; nothing was changed by this step."
  });
}
async function runStep(execution, step) {
  const { world, journal, signal } = execution;
  const { id, retries } = step;
  const before = recordOf(execution, step)?.before;
  const ran = await attempting(
    execution,
    step,
    () => withRetries(world, { retries, signal }, () => changing(execution, () => step.run(scopeOf(execution, id), before)))
  );
  if (execution.lost.aborted) throw lockLost(journal.current());
  if (ran.kind === "trouble") return ran.cause;
  await journal.writeStep(id, { state: "verifying", calls: callsOf(execution, step) });
  return void 0;
}
async function verifyStep(execution, step) {
  const { world, journal, signal } = execution;
  const { id, timeoutSeconds } = step;
  const before = recordOf(execution, step)?.before;
  const looked = await attempting(
    execution,
    step,
    () => untilTrue(world, { timeoutSeconds, signal }, () => looking(execution, () => step.verify(scopeOf(execution, id), before)))
  );
  if (looked.kind === "trouble") return looked.cause;
  const outcome = looked.value;
  if (outcome.kind === "cancelled") return cancelled(execution, step);
  const { words: words2 } = outcome;
  if (outcome.kind !== "yes") return { kind: outcome.kind, words: words2, step: id };
  const endedAt = world.clock.now().toISOString();
  await journal.writeStep(id, { state: "done", calls: callsOf(execution, step), words: words2, endedAt }, `${id}: done, ${words2}`);
  return void 0;
}
function callsOf({ journal, guard }, { id }) {
  const known = journal.current().steps.find((record) => record.id === id)?.calls ?? [];
  return [.../* @__PURE__ */ new Set([...known, ...guard.take()])];
}
async function attempting(execution, step, body) {
  try {
    return { kind: "ok", value: await body() };
  } catch (error) {
    if (execution.signal.aborted && isAbort(error)) return { kind: "trouble", cause: cancelled(execution, step) };
    return { kind: "trouble", cause: { kind: "failed", words: wordsOf(error), step: step.id } };
  }
}
function isAbort(error) {
  return error instanceof Error && error.name === "AbortError";
}
function cancelled({ lost, journal }, { id }) {
  if (lost.aborted) throw lockLost(journal.current());
  return { kind: "cancelled", words: "the run was cancelled", step: id };
}

// src/actions/runbook/engine/compensate.ts
var leastRetries = 3;
async function compensate(execution, cause) {
  const { journal, world } = execution;
  const { state, cause: known } = journal.current();
  if (state !== "compensating" || known === void 0) {
    const change = { state: "compensating", cause, because: void 0, endedAt: void 0, byHand: [] };
    await journal.write(change, `${cause.words}: undoing`);
  }
  for (const record of decideUndo(journal.current())) {
    const step = stepsOf(execution.runbook).find(({ id }) => id === record.id);
    if (!step) return stick(execution, record, "this version of the runbook has no such step");
    const undone = await walk(world.progress, `undo ${record.id}`, () => undo(execution, step, record));
    if (undone.kind === "unreachable") return { kind: "unfinished", journal: journal.current(), words: undone.words };
    if (undone.kind === "failed") return stick(execution, record, undone.words);
  }
  return { kind: "ended", journal: await finish(execution) };
}
function decideUndo({ steps }) {
  const changed = ["running", "verifying", "done", "undoing", "stuck"];
  return steps.filter(({ state }) => changed.includes(state)).reverse();
}
async function undo(execution, step, record) {
  const { journal } = execution;
  if ("impossible" in step.compensate) {
    const words3 = step.compensate.impossible;
    await journal.writeStep(step.id, { state: "kept", words: words3 }, `${step.id}: stays as it is, ${words3}`);
    return { kind: "done" };
  }
  const problems = step.problemsOf(record.before);
  if (problems.length > 0) return { kind: "failed", words: `how it was before cannot be read: ${problems.join("; ")}` };
  await journal.writeStep(step.id, { state: "undoing" });
  const undone = await performUndo(execution, step, record.before);
  if (execution.lost.aborted) throw lockLost(journal.current());
  const calls = callsOf(execution, step);
  if (undone.kind !== "done") {
    await journal.writeStep(step.id, { calls, words: undone.words }, `${step.id}: not undone, ${undone.words}`);
    return undone;
  }
  const endedAt = execution.world.clock.now().toISOString();
  const { words: words2 } = undone;
  await journal.writeStep(step.id, { state: "undone", calls, words: words2, endedAt }, `${step.id}: undone, ${words2}`);
  return { kind: "done" };
}
async function performUndo(execution, { id, compensate: undoing, retries }, before) {
  const { world } = execution;
  if ("impossible" in undoing) return { kind: "failed", words: undoing.impossible };
  const { timeoutSeconds } = undoing;
  const scope = scopeOf(execution, id);
  try {
    const patience = { retries: Math.max(retries, leastRetries) };
    await withRetries(world, patience, () => changing(execution, () => undoing.run(scope, before)));
    const outcome = await untilTrue(world, { timeoutSeconds }, () => looking(execution, () => undoing.verify(scope, before)));
    if (outcome.kind === "yes") return { kind: "done", words: outcome.words };
    return { kind: "failed", words: outcome.kind === "cancelled" ? "nobody waited for it" : outcome.words };
  } catch (error) {
    return { kind: isOutOfReach(error) ? "unreachable" : "failed", words: wordsOf(error) };
  }
}
async function stick(execution, record, words2) {
  const { journal, runbook } = execution;
  const byHand = decideUndo(journal.current()).map((each) => byHandOf(each, stepsOf(runbook)));
  const because = `${record.id} could not be undone: ${words2}`;
  await page(execution.world, { ...journal.current(), because, byHand });
  const steps = journal.current().steps.map((step) => step.id === record.id ? { ...step, state: "stuck", words: words2 } : step);
  await journal.write({ state: "stuck", because, byHand, steps }, `stuck: ${because}`);
  return { kind: "ended", journal: journal.current() };
}
function byHandOf({ id, title, changes }, steps) {
  const undoing = steps.find((step) => step.id === id)?.compensate;
  const how = undoing && "about" in undoing ? ` (${undoing.about})` : "";
  const back = changes.map(({ what, from, to }) => `${what} from ${to} to ${from}`).join("; ");
  return `${title}: bring back what it changed${how}${back === "" ? "" : `: ${back}`}`;
}
async function finish({ journal }) {
  const { steps, cause } = journal.current();
  const kept = steps.filter(({ state }) => state === "kept").map(({ id }) => id);
  const isChanged = steps.some(({ state }) => state === "undone" || state === "kept");
  const because = cause?.words ?? "somebody asked for it";
  if (!isChanged) {
    const state = cause?.kind === "refused" ? "refused" : "compensated";
    await journal.write({ state, because: `${because}; nothing had been changed` }, state);
  } else {
    const rest = kept.length === 0 ? "" : `; nobody can undo ${kept.join(", ")}`;
    await journal.write({ state: "compensated", because: `${because}${rest}` }, `all is undone${rest}`);
  }
  return journal.current();
}

// src/actions/runbook/engine/settle.ts
async function settle(execution) {
  const { world, runbook, journal, signal } = execution;
  const { watched } = journal.current();
  if (runbook.settleSeconds === 0 || watched.length === 0) return void 0;
  const since = journal.current().settlingSince ?? world.clock.now().toISOString();
  if (journal.current().settlingSince === void 0)
    await journal.write({ settlingSince: since }, "all steps are done; watching");
  const endMs = Date.parse(since) + runbook.settleSeconds * 1e3;
  for (; ; ) {
    if (signal.aborted) return cancelled2(execution);
    const ringing = await attempt(world, "read the alarms", () => gatherRinging(execution));
    if (ringing) return { kind: "alarm", words: `${ringing.name} rang: ${cleanWords(ringing.reason)}`, alarm: ringing.name };
    const leftMs = endMs - world.clock.now().getTime();
    if (leftMs <= 0) return void 0;
    await sleepOn(world.clock, Math.min(leftMs, world.settings.pollSeconds * 1e3), signal);
  }
}
async function gatherRinging({ world, journal }) {
  const alarms = await world.alarms.read(journal.current().watched);
  return alarms.find(({ state }) => state === "ALARM");
}
function cancelled2({ lost, journal }) {
  if (lost.aborted) throw lockLost(journal.current());
  return { kind: "cancelled", words: "the run was cancelled while its alarms were watched" };
}

// src/actions/runbook/engine/go-forward.ts
async function goForward(execution) {
  const { world, journal } = execution;
  for (const step of remaining(execution)) {
    const trouble2 = await walk(world.progress, step.id, () => performStep(execution, step));
    if (trouble2) return compensate(execution, trouble2);
  }
  if (journal.current().steps.every(({ state }) => state === "nothing")) {
    await journal.write({ state: "nothing-to-do", because: "everything was as it should be" }, "nothing to do");
    return { kind: "ended", journal: journal.current() };
  }
  const trouble = await walk(world.progress, "settle", () => settle(execution));
  if (trouble) return compensate(execution, trouble);
  await journal.write({ state: "done", because: becauseOf(execution) }, "done");
  return { kind: "ended", journal: journal.current() };
}
function remaining({ runbook, journal }) {
  const ended2 = journal.current().steps.filter(({ state }) => state === "done" || state === "nothing");
  return stepsOf(runbook).filter(({ id }) => !ended2.some((record) => record.id === id));
}
function becauseOf({ runbook, journal }) {
  const { watched } = journal.current();
  if (runbook.settleSeconds === 0) return "every step came true";
  if (watched.length === 0) return "every step came true; no alarm could be watched";
  return `every step came true, and ${watched.length === 1 ? "its alarm" : `${watched.length} alarms`} kept silent for ${runbook.settleSeconds} s`;
}

// src/actions/lock/heartbeat.ts
var beatSeconds = terminalLockSeconds / 4;
function keepAlive(world, key, version) {
  const lost = new AbortController();
  const over = new AbortController();
  let current = version;
  let renewedMs = world.clock.now().getTime();
  const renew = async () => {
    const { documents, clock, run } = world;
    const found = await documents.read(key);
    const lock = found && parseLock(found.value);
    if (found?.version !== current || lock?.kind !== "valid" || !isSameOwner(lock.value.owner, run)) return lost.abort();
    const now = clock.now();
    const renewed = await documents.replace(key, { ...lock.value, expires: addSeconds(now, terminalLockSeconds) }, current);
    if (renewed === void 0) return lost.abort();
    current = renewed;
    renewedMs = now.getTime();
  };
  const beat = async () => {
    while (!over.signal.aborted && !lost.signal.aborted) {
      const slept = await world.clock.sleep(beatSeconds * 1e3, over.signal).then(
        () => true,
        () => false
      );
      if (over.signal.aborted) return;
      if (!slept) return lost.abort();
      await renew().catch(() => void 0);
      if (world.clock.now().getTime() - renewedMs >= terminalLockSeconds * 1e3) lost.abort();
    }
  };
  const beating = isTerminal(world.run) ? beat() : Promise.resolve();
  return {
    lost: lost.signal,
    stop: async () => {
      over.abort();
      await beating;
      return current;
    }
  };
}

// src/actions/runbook/engine/hold-target.ts
async function holdTarget(world, aim, reason, body) {
  const request = lockOf(world, aim, reason);
  const acquired = await walk(world.progress, "lock", async () => {
    const obstacles = await gatherLocked(world, aim);
    return obstacles.length > 0 ? { kind: "refused", obstacles } : acquireLock(world, request);
  });
  if (acquired.kind === "refused") return { kind: "locked", obstacles: acquired.obstacles };
  if (acquired.kind === "locked") {
    return { kind: "locked", obstacles: [lockedBy(aim, `${ownerText(acquired.by.owner)} (${acquired.by.reason})`)] };
  }
  const heartbeat = keepAlive(world, request.key, acquired.version);
  try {
    return { kind: "done", value: await body(heartbeat.lost) };
  } finally {
    const version = await heartbeat.stop();
    if (!heartbeat.lost.aborted) await walk(world.progress, "unlock", () => releaseLock(world, request.key, version));
  }
}
function lockOf({ settings }, { environment, target }, reason) {
  const key = targetLockKey(environment, target);
  return {
    key,
    subject: `${target} of ${environment}`,
    reason: `${lockReason} ${reason}`,
    // Somebody is in a hurry: better they know at once that somebody else is at work.
    waitSeconds: 0,
    pollSeconds: settings.pollSeconds,
    stateLocks: [],
    unreadable: (problems) => failure({
      code: "runbook/lock-unreadable",
      what: `The lock on ${target} of ${environment} is no lock of ours, so nobody can tell who holds it.`,
      next: `Make sure that no run works on it, then remove s3://${settings.bucket}/${key}.`,
      details: problems
    })
  };
}

// src/actions/runbook/engine/run.ts
async function runRunbook(world, request) {
  const viewing = openViewing(world, { ...request, id: newRunId(world, request) });
  const unapproved = approvalObstacle(request);
  if (unapproved.length > 0) return refused2(viewing, request, unapproved);
  const aim = aimOf(request);
  const held = await holdTarget(world, aim, request.runbook.id, async (lost) => {
    const plan = await walk(world.progress, "check", async () => gatherPlan(viewing, request, await gatherLeft(world, aim)));
    const verdict = verdictOf(plan);
    if (verdict !== "ready") return { kind: "not-begun", status: verdict, plan };
    return goForward(await begin(viewing, request, { plan, lost }));
  });
  return held.kind === "done" ? held.value : refused2(viewing, request, held.obstacles);
}
async function refused2(viewing, request, obstacles) {
  const { runbook, place, inputs } = viewing;
  const nothing = { steps: [], watched: [], calls: [] };
  return {
    kind: "not-begun",
    status: "refused",
    plan: { runbook, place, target: targetOf(request), inputs, obstacles, ...nothing }
  };
}
async function begin(viewing, request, { plan, lost }) {
  const { world, id } = viewing;
  const journal = newJournal(world, request, { id, watched: plan.watched });
  const earlier = await gatherJournal(world.documents, journal);
  const execution = executionOf(viewing, { journal, over: earlier?.version, lost });
  await execution.journal.write({}, "begins");
  return execution;
}
function executionOf(viewing, { journal, over, lost }) {
  const { world } = viewing;
  const signal = AbortSignal.any([lost, ...world.signal ? [world.signal] : []]);
  return { ...viewing, journal: openJournal(world, journal, over), signal, lost };
}

export {
  cleanWords,
  openViewing,
  findRunbook,
  parseRequest,
  parseResume,
  isWithin,
  planRunbook,
  compensate,
  goForward,
  holdTarget,
  runRunbook,
  executionOf,
  renderPlan,
  renderReport,
  reportOfPlan,
  reportOfRun,
  reportOfResume,
  reportOfEnding
};
