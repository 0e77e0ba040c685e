import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  performCommand
} from "./chunks/chunk-24TMGAD3.js";
import "./chunks/chunk-TMEDGICA.js";
import {
  ask,
  askAside,
  beginPhase,
  clip,
  compareTargets,
  conclude,
  decideTurn,
  drillSeconds,
  end,
  experimentTags,
  findExperiment,
  gameDayContract,
  gameDayInJob,
  gatherAbortRequest,
  gatherBefore,
  gatherHistory,
  gatherPreflight,
  gatherScene,
  holdEnvironment,
  inject,
  isBeyond,
  isDangerous,
  msOf,
  newGameDay,
  onlyOf,
  openTeller,
  parseGameDayConfig,
  refuseChangedTemplate,
  removeAbortRequest,
  renderHtml,
  renderMessage,
  renderSummary,
  resume,
  takeOver,
  valueIn,
  waitFor,
  walk,
  watchedAlarms,
  wordsOf,
  worldOf,
  writeAbortRequest,
  zoneNamed
} from "./chunks/chunk-FCRKTBJA.js";
import "./chunks/chunk-POAPQFE2.js";
import "./chunks/chunk-SQWKYRZE.js";
import "./chunks/chunk-V5TGOUOQ.js";
import "./chunks/chunk-FHDUSGCY.js";
import "./chunks/chunk-IB5EDQX6.js";
import "./chunks/chunk-X55GYIFU.js";
import "./chunks/chunk-ARKBXOPY.js";
import "./chunks/chunk-WPSCICTV.js";
import "./chunks/chunk-KAXGRIG2.js";
import "./chunks/chunk-V3KIH4LE.js";
import {
  drills
} from "./chunks/chunk-QCF6ZC4A.js";
import "./chunks/chunk-ONEWL5KM.js";
import "./chunks/chunk-W5UUIZKY.js";
import "./chunks/chunk-CRPB3X4L.js";
import "./chunks/chunk-NL5HBBBG.js";
import "./chunks/chunk-R2VGQB5B.js";
import "./chunks/chunk-K55OL2P5.js";
import "./chunks/chunk-WCGR2JY4.js";
import "./chunks/chunk-J7QSSOHS.js";
import "./chunks/chunk-7OQTKSXI.js";
import "./chunks/chunk-2TWVQLQY.js";
import "./chunks/chunk-ESLBEAMM.js";
import "./chunks/chunk-HT45RTQD.js";
import "./chunks/chunk-ISNOQV6L.js";
import "./chunks/chunk-4OZFDGFS.js";
import "./chunks/chunk-332JFOK2.js";
import {
  catalogue
} from "./chunks/chunk-DNHKTROV.js";
import {
  gatherJournal,
  gatherUnfinished,
  gatherVersion,
  openJournal
} from "./chunks/chunk-XXM2JR5H.js";
import {
  drillTag
} from "./chunks/chunk-AADWVG6X.js";
import {
  hasEnded
} from "./chunks/chunk-NBLDYUCQ.js";
import "./chunks/chunk-VVCDHVEB.js";
import "./chunks/chunk-2CJY75CO.js";
import "./chunks/chunk-P62CZXMM.js";
import {
  decideObstacle,
  login
} from "./chunks/chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunks/chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode
} from "./chunks/chunk-6W7UW3BG.js";
import {
  isSameOwner,
  ownerText
} from "./chunks/chunk-RVEYIF44.js";
import "./chunks/chunk-VJYTSQDM.js";
import "./chunks/chunk-ERGPEBEO.js";
import "./chunks/chunk-TDX7Z4V6.js";
import "./chunks/chunk-4G6PF3FE.js";
import "./chunks/chunk-GDIXMUJ4.js";
import "./chunks/chunk-ZMICUTQW.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-XSWGJYED.js";
import "./chunks/chunk-VOMR5SH2.js";
import "./chunks/chunk-ZV6SOGBZ.js";
import {
  openClock
} from "./chunks/chunk-MBAUKM4E.js";
import "./chunks/chunk-VQSP43VP.js";
import "./chunks/chunk-HBTZUIIR.js";
import "./chunks/chunk-77PC44XF.js";
import "./chunks/chunk-VYHRLSD2.js";
import "./chunks/chunk-D2ORXGE3.js";
import "./chunks/chunk-7YUU5ONS.js";
import "./chunks/chunk-PABG3G7K.js";
import "./chunks/chunk-TYMLWU77.js";
import {
  readIfThere
} from "./chunks/chunk-4K63F6NI.js";
import "./chunks/chunk-FQ3EPMCS.js";
import "./chunks/chunk-I3IM6THR.js";
import "./chunks/chunk-4ZZDUD76.js";
import "./chunks/chunk-HJYFICUU.js";
import "./chunks/chunk-NZLX3UOY.js";
import "./chunks/chunk-7IFWO4AU.js";
import {
  runAction
} from "./chunks/chunk-PVCV664M.js";
import "./chunks/chunk-MBJY2HNV.js";
import {
  failure,
  isFailure
} from "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/game-day/main.ts
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/actions/game-day/report-of.ts
function reportOf(outcome) {
  switch (outcome.mode) {
    case "plan":
      return ofPlan(outcome.planned, outcome.drill);
    case "run":
      return ofGameDay(outcome.played.gameDay, outcome.drill, outcome.played.history, verdictFailure(outcome.played.gameDay));
    case "abort":
      return ofAbort(outcome.aborted);
    case "resume":
      return ofResume(outcome.resumed);
    default:
      return outcome;
  }
}
function ofPlan({ isReady, because, gameDay, history, digest }, drill) {
  const where = `${gameDay.drill}${gameDay.zone === void 0 ? "" : ` in ${gameDay.zone}`} on ${gameDay.environment}`;
  const ready = `${escapeText(where)} may begin: ${gameDay.expectedTargets.length} resources would be hit.`;
  const message = isReady ? ready : `${escapeText(where)} may not begin: ${escapeText(because)}`;
  const plan = digest === void 0 ? {} : { plan: digest };
  return {
    outputs: { verdict: isReady ? "ready" : "refused", because, message, ...plan },
    summary: `${message}

${renderSummary(gameDay, history, drill)}`,
    ...!isReady && { failure: refused(because) }
  };
}
function ofGameDay(gameDay, drill, history, ended) {
  const { verdict = "inconclusive", because = "", issueUrl = "" } = gameDay;
  return {
    outputs: { verdict, because, "issue-url": issueUrl, message: renderMessage(gameDay) },
    summary: renderSummary(gameDay, history, drill),
    html: renderHtml(gameDay, history, drill),
    ...ended && { failure: ended }
  };
}
function ofAbort(aborted) {
  const lever = aborted.isLeverEngaged ? " The safety lever is engaged: no experiment starts in this account and region until somebody disengages it." : "";
  if (aborted.kind === "none") return said(`No game day is being played.${lever}`);
  const { gameDay } = aborted;
  const message = `${inlineCode(gameDay.id)} was ended, and what it broke is put right.${lever}`;
  const { verdict = "", because = "", issueUrl = "" } = gameDay;
  const failed = dangerFailure(gameDay);
  return { outputs: { verdict, because, "issue-url": issueUrl, message }, summary: message, ...failed && { failure: failed } };
}
function ofResume(resumed) {
  switch (resumed.kind) {
    case "nothing":
      return said("No game day was left unfinished.");
    case "alive":
      return said(`A game day is being played by ${escapeText(ownerText(resumed.by))}: it is left alone.`);
    case "finished":
      return ofGameDay(resumed.gameDay, resumed.drill, [], dangerFailure(resumed.gameDay));
    default:
      return resumed;
  }
}
function said(message) {
  return { outputs: { verdict: "", message }, summary: message };
}
var next = {
  fail: "Look at the findings in its issue; mend them, and play the drill again.",
  aborted: "Play it again when nothing is in the way.",
  inconclusive: "See in its issue what was not measured or not hit, and play it again.",
  refused: "Put right what forbids it, or wait; then play it again."
};
function verdictFailure({ verdict = "inconclusive", because = "" }) {
  if (verdict === "pass") return void 0;
  if (verdict === "refused") return refused(because);
  return failure({ code: `game-day/${verdict}`, what: `${verdict.toUpperCase()}: ${because}`, next: next[verdict] });
}
function refused(because) {
  return failure({ code: "game-day/refused", what: `The drill may not begin: ${because}`, next: next.refused });
}
function dangerFailure(gameDay) {
  if (!isDangerous(gameDay)) return void 0;
  return failure({
    code: "game-day/left-broken",
    what: `${gameDay.id} left something broken: ${gameDay.because ?? ""}`,
    next: "Follow the findings in its issue."
  });
}

// src/actions/game-day/request.ts
var zoneForm = /^([a-z]{2}(-[a-z]+)+-\d)?[a-z]$/;
var planForm = /^[\da-f]{12,64}$/;
function requestOf(inputs, drills2) {
  const { mode, by, all: isAll } = inputs;
  const drill = drills2.find(({ id }) => id === inputs.drill);
  const isDrill = mode === "plan" || mode === "run";
  const problems = [
    ...login.read(by) === void 0 ? ["by: expected a login"] : [],
    ...isAll && mode !== "abort" ? ["all: only of the mode abort"] : [],
    .../^[a-z][a-z\d-]{1,11}$/.test(inputs.environment) ? [] : ["environment: expected the name of an environment"],
    ...isDrill ? drillProblems(inputs, drills2, drill) : []
  ];
  if (problems.length > 0 || isDrill && !drill) throw bad(problems);
  if (mode === "abort") return { mode, by, isAll };
  if (mode === "resume" || !drill) return { mode: "resume", by };
  const { zone, plan, "scheduled-for": scheduledFor } = inputs;
  const request = {
    drill,
    by,
    ...zone !== void 0 && { zone },
    ...plan !== void 0 && { plan },
    ...scheduledFor !== void 0 && { scheduledFor: new Date(scheduledFor) }
  };
  return { mode, request };
}
function drillProblems({ drill: name = "", zone, plan, "scheduled-for": scheduledFor }, drills2, drill) {
  return [
    ...drill ? [] : [`drill: expected one of ${drills2.map(({ id }) => id).join(", ")}; got ${JSON.stringify(name.slice(0, 60))}`],
    ...zone !== void 0 && !zoneForm.test(zone) ? ["zone: expected one such as a or eu-west-2a"] : [],
    ...zone !== void 0 && drill?.isZonal === false ? [`zone: ${drill.id} hits no zone`] : [],
    ...plan !== void 0 && !planForm.test(plan) ? ["plan: expected what the mode plan gave"] : [],
    ...scheduledFor !== void 0 && !isInstant(scheduledFor) ? ["scheduled-for: expected an instant such as 2026-01-31T10:00:00Z"] : []
  ];
}
function isInstant(text) {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}
function bad(problems) {
  return failure({
    code: "action/inputs",
    what: `Bad inputs for game-day:
${problems.map((problem) => `- ${problem}`).join("\n")}`,
    next: `Correct them: in the comment that commands it, or in the workflow, under the step's "with".`
  });
}

// src/actions/game-day/abort.ts
async function abortGameDay(world, { by, isAll }) {
  const { documents, experiments, clock, settings } = world;
  if (isAll) await experiments.engageSafetyLever(`Game days of ${settings.environment} were aborted by ${by}`);
  const unfinished2 = await gatherUnfinished(world, settings.environment);
  if (!unfinished2) return { kind: "none", isLeverEngaged: isAll };
  const { gameDay } = unfinished2;
  const at = clock.now().toISOString();
  await attempt(
    world,
    "ask for its end",
    () => writeAbortRequest(documents, settings.environment, { gameDay: gameDay.id, by, at })
  );
  await attempt(world, "stop the experiment", async () => {
    const experiment = gameDay.experiment ?? await findExperiment(world, gameDay.id);
    if (experiment) await experiments.stop(experiment.id);
  });
  return { kind: "ended", gameDay: await waitForEnd(world, gameDay), isLeverEngaged: isAll };
}
var putRight = ["verify", "measure", "ended"];
async function waitForEnd(world, { id, environment }) {
  const { documents, clock, settings, workflowRuns, run } = world;
  const endMs = clock.now().getTime() + settings.abortWaitSeconds * 1e3;
  for (; ; ) {
    const found = await gatherJournal(documents, environment);
    if (found.kind === "valid" && (found.gameDay.id !== id || putRight.includes(found.gameDay.phase))) return found.gameDay;
    const isAlive = found.kind === "valid" && !isSameOwner(found.gameDay.run, run) && await workflowRuns.isActive(found.gameDay.run);
    const resumed = isAlive ? void 0 : await resumeUnlessLocked(world);
    if (resumed?.kind === "finished") return resumed.gameDay;
    if (clock.now().getTime() >= endMs) throw unfinished(environment, id);
    await clock.sleep(settings.pollSeconds * 1e3);
  }
}
async function resumeUnlessLocked(world) {
  try {
    return await resume(world);
  } catch (error) {
    if (isFailure(error) && error.code === "game-day/locked") return void 0;
    throw error;
  }
}
function unfinished(environment, id) {
  return failure({
    code: "game-day/abort-unfinished",
    what: `The game day ${id} on ${environment} was asked to end, and has not put everything right yet.`,
    next: "Look at its run; /game-day abort --all ends every experiment of the account and region."
  });
}

// src/actions/game-day/plan-digest.ts
import { createHash } from "node:crypto";
var digits = 16;
function planDigest({ environment, drill, zone = "", template }) {
  const { arn, lastUpdatedAt, stopAlarmArns } = template;
  const facts = [environment, drill, zone, arn, lastUpdatedAt, ...[...stopAlarmArns].sort()];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, digits);
}

// src/actions/game-day/calendar.ts
function decideCalendar(config, span) {
  return examWords(config, span) ?? hoursWords(config, span);
}
function examWords({ exams, timeZone }, { from, to }) {
  const [first, last] = [localTime(from, timeZone).day, localTime(to, timeZone).day];
  const exam = exams.find((one) => one.from <= last && first <= one.to);
  return exam && `${exam.about}, from ${exam.from} to ${exam.to}`;
}
function hoursWords({ window, timeZone }, { from, to }) {
  if (window === void 0) return void 0;
  const [begin2, end2] = [localTime(from, timeZone), localTime(to, timeZone)];
  const isOpen = window.days.includes(begin2.weekday) && begin2.day === end2.day && begin2.clock >= window.from && end2.clock <= window.to;
  if (isOpen) return void 0;
  const open = `${window.days.join(", ")} from ${window.from} to ${window.to} (${timeZone})`;
  return `it would last from ${begin2.weekday} ${begin2.clock} to ${end2.clock}, and open are ${open}`;
}
function decideLateness(scheduledFor, now, { latestStartMinutes }) {
  if (scheduledFor === void 0) return void 0;
  const lateMinutes = Math.floor((now.getTime() - scheduledFor.getTime()) / 6e4);
  return lateMinutes > latestStartMinutes ? lateMinutes : void 0;
}
function localTime(instant, timeZone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23"
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: String(parts.weekday).toLowerCase(),
    clock: `${parts.hour}:${parts.minute}`
  };
}

// src/actions/game-day/preflight/check.ts
function ok(words) {
  return { status: "ok", words };
}
function bad2(words) {
  return { status: "bad", words };
}
function unknown(words) {
  return { status: "unknown", words };
}
function lookAt(found, look) {
  return "value" in found ? look(found.value) : unknown(found.problem);
}
function noneOf(list, whenNone) {
  return list.length === 0 ? ok(whenNone) : bad2(list.join("; "));
}

// src/actions/game-day/preflight/permission-checks.ts
var minutes = (seconds) => Math.ceil(seconds / 60);
function wholeSeconds({ drill }) {
  return drillSeconds(drill) + drill.recoverySeconds;
}
var permissionChecks = [
  {
    id: "environment",
    title: "Environment of game days",
    bad: "refuse",
    unknown: "refuse",
    look: ({ config, environment }) => config.environments.includes(environment) ? ok(`${environment} is one`) : bad2(`${environment} is none: the configuration names ${config.environments.join(", ") || "nothing"}`)
  },
  {
    id: "calendar",
    title: "Calendar",
    bad: "refuse",
    unknown: "refuse",
    look: (facts) => {
      const to = new Date(facts.now.getTime() + wholeSeconds(facts) * 1e3);
      const obstacle = decideCalendar(facts.config, { from: facts.now, to });
      return obstacle === void 0 ? ok("neither an exam nor outside of opening hours") : bad2(obstacle);
    }
  },
  {
    id: "punctual",
    title: "Start",
    bad: "refuse",
    unknown: "refuse",
    look: ({ request, now, config }) => {
      const late = decideLateness(request.scheduledFor, now, config);
      return late === void 0 ? ok("not later than it may be") : bad2(`${late} minutes after its time; at most ${config.latestStartMinutes} are allowed`);
    }
  },
  {
    id: "hold",
    title: "Nobody holds the environment",
    bad: "refuse",
    unknown: "refuse",
    look: ({ hold, now, environment }) => lookAt(hold, (found) => {
      const obstacle = decideObstacle(found, void 0, now);
      if (obstacle === void 0) return ok("nobody does");
      if (obstacle.kind === "unreadable") return bad2(`the hold of ${environment} cannot be read`);
      return bad2(`${obstacle.hold.by} does until ${obstacle.hold.expiresAt}: ${obstacle.hold.reason}`);
    })
  },
  {
    id: "zone",
    title: "Zone",
    bad: "refuse",
    unknown: "refuse",
    look: ({ drill, zone, request, scene, environment }) => {
      if (!drill.isZonal) return ok("the drill hits none");
      if (zone !== void 0) return ok(zone);
      return bad2(`${environment} has no zone ${request.zone ?? ""}; it has ${scene.zones.join(", ") || "none"}`);
    }
  },
  {
    id: "runner",
    title: "This job is elsewhere",
    bad: "refuse",
    unknown: "tell",
    look: ({ runnerZone, zone }) => runnerZone !== void 0 && runnerZone === zone ? bad2(`it runs in ${zone}, which is to be cut off`) : ok(runnerZone ?? "it does not run in AWS, as far as it says")
  },
  { id: "template", title: "Experiment template", bad: "refuse", unknown: "refuse", look: lookAtTemplate },
  {
    id: "lever",
    title: "Safety lever",
    bad: "refuse",
    unknown: "tell",
    look: ({ lever }) => lookAt(lever, (state) => {
      if (state === "engaged") return bad2("it is engaged: no experiment may start in this account and region");
      return state === "disengaged" ? ok("disengaged") : unknown("AWS does not tell how it stands");
    })
  },
  {
    id: "credentials",
    title: "Credentials",
    bad: "refuse",
    unknown: "tell",
    look: (facts) => {
      const { credentialsExpireAt: expireAt, now, credentialReserveSeconds } = facts;
      if (expireAt === void 0) return unknown("nobody says until when they are good; when they expire, the next run finishes");
      const leftSeconds = (expireAt.getTime() - now.getTime()) / 1e3;
      const needed = wholeSeconds(facts) + credentialReserveSeconds;
      const words = `good for ${minutes(leftSeconds)} minutes; the drill may need ${minutes(needed)}`;
      return leftSeconds < needed ? bad2(words) : ok(words);
    }
  }
];
function lookAtTemplate({ templates, drill, zone, request, environment }) {
  return lookAt(templates, (found) => {
    const [template, another] = found;
    if (!template) return bad2(`there is none of ${drill.id}${zone === void 0 ? "" : ` and ${zone}`}: deploy the platform`);
    if (another) return bad2(`there are several: ${found.map(({ id }) => id).join(", ")}`);
    if (template.stopAlarmArns.length === 0) return bad2(`${template.id} has no alarm that would stop it`);
    const digest = planDigest({ environment, drill: drill.id, zone, template });
    const isPlanned = request.plan === void 0 || digest.startsWith(request.plan);
    return isPlanned ? ok(`${template.id}, changed last at ${template.lastUpdatedAt}`) : bad2("it is not what was planned: plan again");
  });
}

// src/actions/game-day/preflight/steady-checks.ts
var steadyChecks = [
  { id: "alarms", title: "Alarms", bad: "refuse", unknown: "inconclusive", look: lookAtAlarms },
  {
    id: "alarm-actions",
    title: "Alarms tell somebody",
    bad: "refuse",
    unknown: "refuse",
    look: ({ alarms }) => lookAt(
      alarms,
      (found) => noneOf(
        found.filter(({ isActionsEnabled }) => !isActionsEnabled).map(({ name }) => `the actions of ${name} are switched off`),
        "their actions are switched on"
      )
    )
  },
  {
    id: "quiet",
    title: "Quiet hours before",
    bad: "refuse",
    unknown: "refuse",
    look: ({ transitions, config }) => lookAt(
      transitions,
      (found) => noneOf(
        found.filter(({ to }) => to === "ALARM").map(({ name, at }) => `${name} rang at ${at}`),
        `no alarm rang for ${config.quietHours} hours`
      )
    )
  },
  {
    id: "data",
    title: "Fresh data",
    bad: "inconclusive",
    unknown: "inconclusive",
    look: ({ kpis }) => lookAt(
      kpis,
      (found) => noneOf(
        found.filter(({ isFresh }) => !isFresh).map(({ expectation }) => `no data of ${expectation.kpi}`),
        "every KPI of the hypothesis has some"
      )
    )
  },
  { id: "hypothesis", title: "Hypothesis", bad: "refuse", unknown: "inconclusive", look: lookAtHypothesis },
  { id: "budget", title: "Error budget", bad: "refuse", unknown: "tell", look: lookAtBudget }
];
function lookAtAlarms({ alarms, watched }) {
  return lookAt(alarms, (found) => {
    const missing = watched.filter((name) => !found.some((alarm) => alarm.name === name));
    const ringing = found.filter(({ state }) => state === "ALARM");
    const problems = [...missing.map((name) => `there is no alarm ${name}`), ...ringing.map(ringingWords)];
    if (watched.length === 0) return bad2("none would break it off");
    if (problems.length > 0) return bad2(problems.join("; "));
    const silent2 = found.filter(({ state }) => state === "INSUFFICIENT_DATA").map(({ name }) => name);
    return silent2.length > 0 ? unknown(`too little data for ${silent2.join(", ")}`) : ok(`all ${found.length} are OK`);
  });
}
function ringingWords({ name, transitionedAt, reason }) {
  return `${name} rings since ${transitionedAt}: ${reason}`;
}
function lookAtHypothesis({ kpis }) {
  return lookAt(kpis, (found) => {
    const broken = found.flatMap(
      ({ kpi, value, expectation }) => kpi && value !== void 0 && isBeyond(value, expectation.tolerated, kpi.good) ? [`${expectation.kpi} is ${rounded(value)} already; ${expectation.tolerated} is tolerated`] : []
    );
    if (broken.length > 0) return bad2(broken.join("; "));
    const untold = found.filter(({ value }) => value === void 0).map(({ expectation }) => expectation.kpi);
    return untold.length > 0 ? unknown(`too little data to tell of ${untold.join(", ")}`) : ok("true now");
  });
}
function lookAtBudget({ budgets, config: { leastBudgetPercent } }) {
  return lookAt(budgets, (found) => {
    const low = found.flatMap(
      (budget) => budget.kind === "left" && budget.leftPercent < leastBudgetPercent ? [`${Math.round(budget.leftPercent)} % of ${budget.title} is left; ${leastBudgetPercent} % has to be`] : []
    );
    if (low.length > 0) return bad2(low.join("; "));
    const untold = found.flatMap((budget) => budget.kind === "left" ? [] : [`${budget.title}: ${budget.because}`]);
    return untold.length > 0 ? unknown(untold.join("; ")) : ok(`more than ${leastBudgetPercent} % is left of each`);
  });
}
function rounded(value) {
  return Number(value.toPrecision(3));
}

// src/actions/game-day/preflight/scene-checks.ts
var mostCpuPercent = 85;
var sceneChecks = [
  {
    id: "experiments",
    title: "No other experiment",
    bad: "refuse",
    unknown: "refuse",
    look: ({ experiments }) => lookAt(
      experiments,
      (found) => noneOf(
        found.map(({ id, status }) => `${id} is ${status}`),
        "none is active in this account and region"
      )
    )
  },
  {
    id: "shifts",
    title: "No zonal shift",
    bad: "refuse",
    unknown: "refuse",
    look: ({ shifts, scene }) => lookAt(
      shifts,
      (found) => noneOf(
        found.filter(({ resource }) => resource === scene.loadBalancerArn).map(({ id, awayFrom }) => `${id} moves traffic away from ${awayFrom}`),
        "no traffic is moved away from a zone"
      )
    )
  },
  {
    id: "leftovers",
    title: "Nothing left of an earlier experiment",
    bad: "refuse",
    unknown: "refuse",
    look: ({ fisAcls }) => lookAt(
      fisAcls,
      (found) => noneOf(
        found.map(({ aclId, subnets }) => `the network ACL ${aclId} of FIS is there, on ${subnets.length} subnets`),
        "no network ACL of FIS"
      )
    )
  },
  { id: "deploy", title: "No deploy", bad: "refuse", unknown: "refuse", look: lookAtDeploy },
  // A drill is there to show it, but not to people who depend on it.
  {
    id: "capacity",
    title: "Capacity that survives",
    bad: "tell",
    badInProduction: "refuse",
    unknown: "tell",
    look: inZone(lookAtCapacity)
  },
  { id: "database", title: "Database elsewhere", bad: "refuse", unknown: "refuse", look: inZone(lookAtDatabase) },
  { id: "cache", title: "Cache elsewhere", bad: "refuse", unknown: "refuse", look: inZone(lookAtCache) },
  { id: "targets", title: "What would be hit", bad: "refuse", unknown: "tell", look: lookAtTargets }
];
function inZone(look) {
  return (facts) => facts.drill.isZonal && facts.zone === void 0 ? unknown("there is no such zone") : look(facts);
}
function lookAtDeploy({ service }) {
  return lookAt(service, (state) => {
    if (!state) return bad2("the service is not there");
    const [primary, another] = state.deployments;
    if (another || primary?.rollout !== "COMPLETED") return bad2(`${another ? "one rolls out" : "the latest is not completed"}`);
    return state.running < state.desired ? bad2(`only ${state.running} of ${state.desired} tasks run`) : ok(`all ${state.running} tasks run`);
  });
}
function lookAtCapacity({ drill, zone, tasks, cpuPercent }) {
  const hit = targetsOf(drill.targets, "tasks")[0];
  if (!hit) return ok("no task is hit");
  return lookAt(tasks, (found) => {
    const lost2 = zone === void 0 ? Math.ceil(found.length * hit.percent / 100) : found.filter((task) => task.zone === zone).length;
    const left = found.length - lost2;
    if (found.length === 0) return bad2("no task runs");
    if (left === 0) return bad2(`all ${found.length} tasks are ${zone === void 0 ? "hit" : `in ${zone}`}`);
    if (cpuPercent === void 0) return unknown("nobody knows how busy the tasks are");
    const after = cpuPercent * found.length / left;
    const words = `${left} of ${found.length} tasks would be at ${rounded(after)} % of their CPU`;
    return after > mostCpuPercent ? bad2(`${words}; at most ${mostCpuPercent} % leaves room to scale`) : ok(words);
  });
}
function lookAtDatabase({ drill, zone, database }) {
  if (targetsOf(drill.targets, "database-cluster").length === 0) return ok("not hit");
  return lookAt(database, (cluster) => {
    const writer = cluster?.members.find(({ isWriter }) => isWriter);
    if (!cluster || !writer) return bad2("there is no cluster with a writer");
    if (cluster.status !== "available") return bad2(`${cluster.id} is ${cluster.status}`);
    if (zone !== void 0 && writer.zone !== zone) return ok(`the writer ${writer.id} is in ${writer.zone}`);
    const reader = cluster.members.find((one) => !one.isWriter && one.zone !== writer.zone && one.status === "available");
    return reader ? ok(`${reader.id} in ${reader.zone} can take over`) : bad2(`no reader outside of ${writer.zone} can take over`);
  });
}
function lookAtCache({ drill, zone, cache }) {
  if (targetsOf(drill.targets, "cache-group").length === 0) return ok("not hit");
  return lookAt(cache, (group) => {
    if (!group) return bad2("there is no replication group");
    if (group.status !== "available") return bad2(`${group.id} is ${group.status}`);
    const left = group.nodes.filter((node) => node.zone !== zone);
    return left.length > 0 ? ok(`${left.map(({ id }) => id).join(", ")} would be left`) : bad2(`all its nodes are in ${zone}`);
  });
}
function lookAtTargets({ drill, preview, expectedTargets }) {
  switch (preview.kind) {
    case "resolved":
      return noneOf(compareTargets(drill, expectedTargets, preview.targets), `${preview.targets.length} resources, all expected`);
    case "not-offered":
      return unknown("AWS does not tell what it would hit; what should be hit is told instead");
    case "not-asked":
      return unknown(`not asked: ${preview.because}`);
    case "acted":
      return bad2(preview.words);
    default:
      return preview;
  }
}
function targetsOf(targets, kind) {
  return Object.values(targets).filter((target) => target.kind === kind);
}

// src/actions/game-day/preflight/decide.ts
var checks = [...permissionChecks, ...steadyChecks, ...sceneChecks];
function decidePreflight(facts) {
  const at = facts.now.toISOString();
  const looked = checks.map((check) => {
    const { status, words } = check.look(facts);
    const finding = { id: check.id, title: check.title, status, words: clip(words), at };
    return { finding, consequence: consequenceOf(check, status, facts.environment) };
  });
  const wordsWith = (wanted) => looked.flatMap(({ finding, consequence }) => consequence === wanted ? [`${finding.title}: ${finding.words}`] : []);
  const told = looked.flatMap(
    ({ finding, consequence }) => finding.status === "bad" && consequence === "tell" ? [`${finding.title}: ${finding.words}`] : []
  );
  const shared = { findings: looked.map(({ finding }) => finding), told };
  const refusals = wordsWith("refuse");
  if (refusals.length > 0) return { kind: "refused", because: sentence(refusals), ...shared };
  const lacks = wordsWith("inconclusive");
  if (lacks.length > 0) return { kind: "inconclusive", because: sentence(lacks), ...shared };
  return { kind: "go", because: "", ...shared };
}
function consequenceOf(check, status, environment) {
  switch (status) {
    case "ok":
      return void 0;
    case "unknown":
      return check.unknown;
    case "bad":
      return environment === "production" ? check.badInProduction ?? check.bad : check.bad;
    default:
      return status;
  }
}
function sentence(words) {
  return `${clip(words.join(". ")).replace(/[.!?]$/, "")}.`;
}

// src/actions/game-day/watch/decide-watch.ts
var reasons = [
  stopCondition,
  rangNow,
  rangMeanwhile,
  askedFor,
  stoppedByOther,
  cancelled,
  credentials,
  deleted,
  silent,
  templateChanged,
  unanswered
];
function decideWatch(facts) {
  const { experiment } = facts;
  for (const look of reasons) {
    if (isDone(experiment) && look !== rangNow && look !== rangMeanwhile) continue;
    const reason = look(facts);
    if (reason) return { kind: "stop", abort: { ...reason, words: clip(reason.words), decidedAt: facts.now.toISOString() } };
  }
  return hasEnded(experiment) ? { kind: "ended" } : { kind: "go-on" };
}
function isDone({ status }) {
  return status === "completed" || status === "failed";
}
function isStopping({ status }) {
  return status === "stopping" || status === "stopped" || status === "cancelled";
}
function stopCondition({ experiment, alarms = [] }) {
  if (!isStopping(experiment) || !/stop condition/i.test(experiment.reason)) return void 0;
  const ringing = alarms.find(({ state }) => state === "ALARM");
  const words = ringing ? `${ringing.name} rang, and FIS stopped the experiment` : "FIS stopped the experiment on an alarm";
  return {
    because: "stop-condition",
    words,
    ...ringing && { alarm: ringing.name, alarmAt: ringing.transitionedAt }
  };
}
function rangNow({ alarms = [] }) {
  const [first] = alarms.filter(({ state }) => state === "ALARM").sort((one, other) => Date.parse(one.transitionedAt) - Date.parse(other.transitionedAt));
  return first && { because: "alarm", words: `${first.name} rings: ${first.reason}`, alarm: first.name, alarmAt: first.transitionedAt };
}
function rangMeanwhile({ transitions }) {
  const rang = transitions.find(({ to }) => to === "ALARM");
  return rang && { because: "alarm", words: `${rang.name} rang, and went back`, alarm: rang.name, alarmAt: rang.at };
}
function stoppedByOther({ experiment }) {
  if (!isStopping(experiment)) return void 0;
  return { because: "person", words: `Somebody else stopped the experiment: ${experiment.reason}` };
}
function askedFor({ abortRequest }) {
  return abortRequest && { because: "person", words: `${abortRequest.by} asked for its end` };
}
function cancelled({ isCancelled }) {
  return isCancelled ? { because: "cancelled", words: "Its workflow run was cancelled" } : void 0;
}
function credentials({ credentials: { haveExpired, expireAt, reserveSeconds }, now }) {
  if (haveExpired) return { because: "credentials", words: "The AWS credentials of the job have expired" };
  if (expireAt === void 0 || expireAt.getTime() - now.getTime() > reserveSeconds * 1e3) return void 0;
  return { because: "credentials", words: `The AWS credentials of the job expire at ${expireAt.toISOString()}` };
}
function deleted({ alarms, watched }) {
  const gone = alarms && watched.find((name) => !alarms.some((alarm) => alarm.name === name));
  return gone === void 0 ? void 0 : { because: "no-data", words: `${gone} was deleted: nobody would be told` };
}
var leastReactionSeconds = 60;
function silent({ alarms = [], now, clockSkewSeconds }) {
  const nowMs = now.getTime() + clockSkewSeconds * 1e3;
  const blind = alarms.find(
    ({ state, transitionedAt, reactionSeconds }) => state === "INSUFFICIENT_DATA" && nowMs - Date.parse(transitionedAt) > 2 * Math.max(reactionSeconds, leastReactionSeconds) * 1e3
  );
  return blind && { because: "no-data", words: `${blind.name} has had too little data since ${blind.transitionedAt}` };
}
function templateChanged({ template }) {
  const { startedWith, now } = template;
  if (now === void 0 || startedWith === void 0 || now === startedWith) return void 0;
  return { because: "template-changed", words: `The experiment template was changed at ${now}, while it was played` };
}
function unanswered({ unanswered: { experiment, alarms }, mostUnanswered }) {
  if (alarms >= mostUnanswered) return lost("CloudWatch", alarms);
  return experiment >= mostUnanswered ? lost("FIS", experiment) : void 0;
}
function lost(what, polls) {
  return { because: "lost", words: `${what} gave no answer ${polls} times in a row: nobody can tell how it goes` };
}

// src/actions/game-day/watch/gather-poll.ts
function firstPoll(experiment) {
  return {
    number: 0,
    experiment,
    alarms: void 0,
    transitions: [],
    abortRequest: void 0,
    templateUpdatedAt: void 0,
    unanswered: { experiment: 0, alarms: 0 },
    nextExperimentPoll: 0,
    haveCredentialsExpired: false,
    open: { experiment: void 0, abortRequest: void 0, template: void 0 }
  };
}
async function gatherPoll(world, { gameDay, watched, endMs }, before) {
  const number = before.number + 1;
  const questions = askQuestions(world, gameDay, { ...before, number });
  const alarms = await ask(world, "ask CloudWatch", () => world.alarms.read(watched));
  const read = valueIn(alarms);
  const isRinging = read?.some(({ state }) => state === "ALARM") ?? false;
  await waitFor(
    world,
    Object.values(questions).filter((question) => question !== void 0),
    isRinging ? 0 : endMs - world.clock.now().getTime()
  );
  const experiment = questions.experiment?.answer();
  const abortRequest = questions.abortRequest?.answer();
  const found = valueIn(experiment);
  return {
    number,
    experiment: found ?? before.experiment,
    alarms: read,
    transitions: await gatherFlapping(world, before.experiment, read),
    abortRequest: valueIn(abortRequest) ?? before.abortRequest,
    templateUpdatedAt: valueIn(questions.template?.answer()) ?? before.templateUpdatedAt,
    ...countUnanswered({ ...before, number }, { experiment: experiment && found !== void 0, alarms: read !== void 0 }),
    haveCredentialsExpired: [experiment, alarms, abortRequest].some((answer) => answer?.kind === "none" && answer.hasExpired),
    open: {
      experiment: stillOpen(questions.experiment),
      abortRequest: stillOpen(questions.abortRequest),
      template: stillOpen(questions.template)
    }
  };
}
var templateEvery = 6;
function askQuestions(world, { id, environment, drill }, { number, experiment, nextExperimentPoll, open }) {
  const { experiments, documents } = world;
  const isDue = number >= nextExperimentPoll;
  const isTemplateDue = number % templateEvery === 0;
  return {
    experiment: open.experiment ?? (isDue ? askAside(world, "ask FIS", () => experiments.get(experiment.id)) : void 0),
    abortRequest: open.abortRequest ?? askAside(world, "look for a request to end it", () => gatherAbortRequest(documents, { id, environment })),
    template: open.template ?? (isTemplateDue ? askAside(world, "look at the experiment template", async () => {
      const found = await experiments.templates({ Environment: environment, [drillTag]: drill });
      return found.find((template) => template.id === experiment.templateId)?.lastUpdatedAt;
    }) : void 0)
  };
}
function stillOpen(question) {
  return question?.answer() ? void 0 : question;
}
function countUnanswered({ number, unanswered: unanswered2, nextExperimentPoll }, isAnswered) {
  const alarms = isAnswered.alarms ? 0 : unanswered2.alarms + 1;
  if (isAnswered.experiment === void 0) return { unanswered: { ...unanswered2, alarms }, nextExperimentPoll };
  if (isAnswered.experiment) return { unanswered: { experiment: 0, alarms }, nextExperimentPoll };
  const experiment = unanswered2.experiment + 1;
  return { unanswered: { experiment, alarms }, nextExperimentPoll: number + Math.min(4, 2 ** (experiment - 1)) };
}
async function gatherFlapping(world, { createdAt }, alarms = []) {
  if (alarms.some(({ state }) => state === "ALARM")) return [];
  const moved = alarms.filter(({ transitionedAt }) => msOf(transitionedAt) > msOf(createdAt)).map(({ name }) => name);
  if (moved.length === 0) return [];
  const history = await ask(world, "read the history of alarms", () => world.alarms.transitions(moved, new Date(createdAt)));
  return valueIn(history) ?? [];
}

// src/actions/game-day/watch/watch.ts
async function watchExperiment(world, watching) {
  const { journal, teller, watched } = watching;
  let poll = firstPoll(watching.experiment);
  let noting = Promise.resolve();
  for (; ; ) {
    const seenBefore = poll.experiment;
    const endMs = world.clock.now().getTime() + world.settings.pollSeconds * 1e3;
    poll = await gatherPoll(world, { gameDay: journal.current(), watched, endMs }, poll);
    const decision = decideWatch(factsOf(world, watching, poll));
    const { experiment } = poll;
    if (decision.kind !== "go-on") {
      const abort = decision.kind === "stop" ? { abort: await requestStop(world, poll, decision.abort) } : {};
      await noting;
      return { experiment, ...abort };
    }
    if (hasMoved(seenBefore, experiment)) noting = noting.then(() => journal.note({ experiment }));
    teller.tellSoon(journal.current());
    await pauseUntil(world, endMs);
  }
}
async function requestStop(world, { experiment }, abort) {
  const isStopped = await attempt(world, "stop the experiment", async () => {
    await world.experiments.stop(experiment.id);
    return true;
  });
  world.progress.warning(`${abort.words}.`);
  return isStopped ? { ...abort, requestedAt: world.clock.now().toISOString() } : abort;
}
function factsOf({ clock, settings, signal }, { journal, watched }, poll) {
  const { clockSkewSeconds = 0, templateUpdatedAt } = journal.current();
  return {
    now: clock.now(),
    clockSkewSeconds,
    experiment: poll.experiment,
    watched,
    alarms: poll.alarms,
    transitions: poll.transitions,
    unanswered: poll.unanswered,
    mostUnanswered: settings.mostUnanswered,
    abortRequest: poll.abortRequest,
    isCancelled: signal?.aborted === true,
    credentials: {
      haveExpired: poll.haveCredentialsExpired,
      expireAt: settings.credentialsExpireAt,
      reserveSeconds: settings.credentialReserveSeconds
    },
    template: { startedWith: templateUpdatedAt, now: poll.templateUpdatedAt }
  };
}
function hasMoved(before, now) {
  const stateOf = ({ status, actions }) => [status, ...actions.map((action) => action.status)].join();
  return stateOf(before) !== stateOf(now);
}
async function pauseUntil({ clock, signal }, endMs) {
  try {
    await clock.sleep(Math.max(0, endMs - clock.now().getTime()), signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

// src/actions/game-day/run-drill.ts
function runDrill(world, request) {
  return holdEnvironment(world, request.drill.id, async () => {
    await walk(world.progress, "settle-earlier", () => settleEarlier(world));
    const play = await walk(world.progress, "begin", () => begin(world, request));
    try {
      return { gameDay: await playThrough(play, request), history: play.history };
    } catch (error) {
      throw await leaveUnfinished(play, error);
    }
  });
}
async function leaveUnfinished({ teller, journal }, cause) {
  const { id, phase } = journal.current();
  await teller.tell(journal.current());
  if (phase === "preflight") return cause;
  return failure({
    code: "game-day/unfinished",
    what: `The game day ${id} could not be brought to its end; it stands at its phase ${phase}: ${wordsOf(cause)}`,
    next: "Run the workflow with the mode resume; the next game day does it, too.",
    cause
  });
}
async function settleEarlier(world) {
  const { environment } = world.settings;
  const unfinished2 = await gatherUnfinished(world, environment);
  if (!unfinished2) return;
  const { run } = unfinished2.gameDay;
  if (!isSameOwner(run, world.run) && await world.workflowRuns.isActive(run)) {
    throw failure({
      code: "game-day/under-way",
      what: `A game day is being played on ${environment} by ${ownerText(run)}.`,
      next: "Wait until it has ended; /game-day abort ends it."
    });
  }
  await takeOver(world, unfinished2);
}
async function begin(world, request) {
  const { documents, progress, settings, catalogue: catalogue2 } = world;
  const { drill } = request;
  const { environment, region } = settings;
  const scene = await gatherScene(world.taggedResources, environment, region);
  const history = await gatherHistory(documents, environment, drill.id);
  const gameDay = newGameDay(world, request, decideZone(request, scene, history));
  await removeAbortRequest(documents, environment);
  const version = await gatherVersion(documents, environment);
  const journal = await openJournal({ documents, progress, gameDay, ...version !== void 0 && { version } });
  const teller = openTeller(world, drill, history);
  return { world, drill, scene, journal, teller, history, watched: watchedAlarms(catalogue2, scene) };
}
function decideZone({ drill, zone }, scene, history) {
  if (!drill.isZonal) return void 0;
  return zone === void 0 ? decideTurn(scene.zones, history) : zoneNamed(zone, scene);
}
async function playThrough(begun, request) {
  const { world, journal } = begun;
  const looked = await walk(world.progress, "preflight", () => lookBefore(begun, request));
  const play = { ...begun, watched: looked.facts.watched };
  if (looked.decision.kind !== "go") return refuse(play, looked.decision.kind, looked.decision.because);
  const change = await askedToEnd(play);
  if (change !== void 0) return refuse(play, "aborted", `${change}: nothing had been broken.`);
  const template = await readyToInject(play, looked);
  if ("refusal" in template) return refuse(play, "refused", template.refusal);
  const injected = await walk(world.progress, "inject", () => inject(play, template));
  if (injected.kind === "not-started") {
    const decidedAt = world.clock.now().toISOString();
    await journal.note({ abort: { because: "lost", words: `FIS did not start the experiment: ${injected.words}`, decidedAt } });
    return conclude(play);
  }
  await beginPhase(play, "watch");
  const { watched, teller } = play;
  const { experiment } = injected;
  const outcome = await walk(world.progress, "watch", () => watchExperiment(world, { journal, teller, experiment, watched }));
  await journal.note({ experiment: outcome.experiment, ...outcome.abort && { abort: outcome.abort } });
  return conclude(play);
}
async function lookBefore({ world, scene, journal, teller }, request) {
  const { zone, clientToken } = journal.current();
  const tags = experimentTags(journal.current());
  const facts = await gatherPreflight(world, { request, scene, zone, clientToken, tags });
  const decision = decidePreflight(facts);
  for (const { title, words, status } of decision.findings) world.progress.info(`${signs[status]} ${title}: ${words}`);
  await journal.note({ preflight: decision.findings, expectedTargets: facts.expectedTargets });
  teller.tellSoon(journal.current());
  return { facts, decision };
}
var signs = { ok: "✓", bad: "✗", unknown: "?" };
async function readyToInject(play, { facts }) {
  const template = onlyOf(facts.templates);
  if (!template) return { refusal: "There is no experiment template." };
  try {
    await refuseChangedTemplate(play, template);
    await play.journal.write({ before: await gatherBefore(play.world, facts) });
    return template;
  } catch (error) {
    if (isFailure(error) && error.code === "game-day/journal-changed") throw error;
    return { refusal: wordsOf(error) };
  }
}
async function askedToEnd({ world, journal }) {
  if (world.signal?.aborted) return "Its workflow run was cancelled";
  const request = await gatherAbortRequest(world.documents, journal.current());
  return request && `${request.by} asked for its end`;
}
function refuse(play, verdict, because) {
  return end(play, { ...play.journal.current(), verdict, because });
}

// src/actions/game-day/plan-drill.ts
async function planDrill(world, request) {
  const { documents, settings } = world;
  const { drill } = request;
  const scene = await gatherScene(world.taggedResources, settings.environment, settings.region);
  const history = await gatherHistory(documents, settings.environment, drill.id);
  const zone = decideZone(request, scene, history);
  const gameDay = newGameDay(world, request, zone);
  const tags = experimentTags(gameDay);
  const facts = await gatherPreflight(world, { request, scene, zone, clientToken: gameDay.clientToken, tags });
  const { kind, because, findings } = decidePreflight(facts);
  const template = onlyOf(facts.templates);
  return {
    isReady: kind === "go",
    because,
    gameDay: { ...gameDay, preflight: findings, expectedTargets: facts.expectedTargets },
    history,
    ...template && { digest: planDigest({ environment: settings.environment, drill: drill.id, zone, template }) }
  };
}

// src/actions/game-day/run.ts
async function runGameDay(world, asked) {
  switch (asked.mode) {
    case "plan":
      return { mode: "plan", drill: asked.request.drill, planned: await planDrill(world, asked.request) };
    case "run":
      return { mode: "run", drill: asked.request.drill, played: await runDrill(world, asked.request) };
    case "abort":
      return { mode: "abort", aborted: await abortGameDay(world, asked) };
    case "resume":
      return { mode: "resume", resumed: await resume(world) };
    default:
      return asked;
  }
}

// src/actions/game-day/main.ts
await runAction(gameDayContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const request = requestOf(inputs, drills);
  const clock = openClock(env);
  const ports = { ...gameDayInJob({ inputs, context, env, progress, clock }), signal, catalogue, drills };
  const world = worldOf(ports, inputs, {
    config: parseGameDayConfig(await readIfThere(inputs.config)),
    runUrl: context.runUrl,
    run: context.run,
    timeRate: clock.rate,
    credentialExpiration: env.AWS_CREDENTIAL_EXPIRATION,
    isHurried: false
  });
  await performCommand(world, inputs.mode === "plan" ? void 0 : inputs.command, async () => {
    const { outputs, summary, html, failure: failure2 } = reportOf(await runGameDay(world, request));
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
    await addSummary(summary);
    if (html !== void 0) setOutput("report-path", await writeReport(html, env.RUNNER_TEMP ?? tmpdir()));
    if (failure2) throw failure2;
  });
});
async function writeReport(html, folder) {
  const path = join(await mkdtemp(join(folder, "game-day-")), "game-day-report.html");
  await writeFile(path, html);
  return path;
}
