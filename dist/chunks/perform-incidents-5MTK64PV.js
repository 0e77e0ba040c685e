import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  amountText,
  bucketMeans,
  chartColours,
  chartTheme,
  gatherSubjects,
  pointsOf,
  sparkline
} from "./chunk-GYDQ2XH6.js";
import {
  parseRequest,
  planRunbook,
  renderPlan,
  reportOfRun,
  runRunbook
} from "./chunk-4BP64UPX.js";
import "./chunk-EQEXLZUC.js";
import "./chunk-GI4KSV2D.js";
import {
  gatherJournal as gatherJournal2,
  isFinal,
  shortSha
} from "./chunk-LUZORTMF.js";
import "./chunk-D2SC5CUA.js";
import "./chunk-QKXRQCSS.js";
import {
  createRedactor
} from "./chunk-7WE5OENK.js";
import "./chunk-3HQIWQCE.js";
import "./chunk-YKXHXIZI.js";
import {
  computeAlarms,
  dateText,
  spanText
} from "./chunk-POAPQFE2.js";
import {
  evaluate,
  metricInputs
} from "./chunk-W5UUIZKY.js";
import {
  placesOf,
  resolveInstances
} from "./chunk-CRPB3X4L.js";
import {
  metricKey,
  publicationDelaySeconds
} from "./chunk-HT45RTQD.js";
import {
  finalStates,
  isInTheWay,
  journalsOf,
  openStates
} from "./chunk-4OZFDGFS.js";
import "./chunk-332JFOK2.js";
import {
  environmentLockKey,
  gatherJournal
} from "./chunk-XXM2JR5H.js";
import "./chunk-AADWVG6X.js";
import "./chunk-NBLDYUCQ.js";
import {
  isPreview,
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
  hasExpired
} from "./chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  fence,
  inlineCode,
  link,
  visibleLine
} from "./chunk-6W7UW3BG.js";
import {
  ownerText
} from "./chunk-RVEYIF44.js";
import "./chunk-FQ3EPMCS.js";
import "./chunk-I3IM6THR.js";
import "./chunk-4ZZDUD76.js";
import "./chunk-HJYFICUU.js";
import {
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
import "./chunk-MBJY2HNV.js";
import {
  failure,
  isFailure
} from "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/actions/runbook/incident/incident.ts
var severities = ["critical", "major", "minor"];
var endings = ["quiet", "gone", "person", "continued"];
var moment = record({ at: instant, words: text });
var login = matching("a login", /^[a-zA-Z\d][\w-]{0,99}(\[bot\])?$/);
var fields = {
  id: matching("the id of an incident", /^[a-z\d-]{1,300}$/),
  environment: text,
  alarm: text,
  arn: text,
  severity: oneOf(...severities),
  members: list(text),
  openedAt: instant,
  lastRangAt: instant,
  rings: wholeNumber,
  noticedAt: instant,
  issue: optional(wholeNumber),
  issueUrl: optional(text),
  acknowledged: optional(record({ by: login, at: instant })),
  mitigated: optional(moment),
  goneSince: optional(instant),
  resolvedAt: optional(instant),
  closedAt: optional(instant),
  ending: optional(oneOf(...endings)),
  toldAt: optional(instant),
  told: optional(text),
  automatic: list(
    record({
      runbook: text,
      at: instant,
      status: oneOf("begun", "done", "nothing-to-do", "refused", "compensated", "stuck", "failed"),
      words: text
    })
  ),
  timeline: list(moment)
};
function parseIncident(value) {
  return parseRecord(value, fields);
}
function isOpen({ closedAt }) {
  return closedAt === void 0;
}
var mostMoments = 40;
var longestWords = 500;
function withChange(incident, change, moments = []) {
  const timeline = [...incident.timeline, ...moments.map(({ at, words }) => ({ at, words: cutWords(words) }))];
  const [first, ...others] = timeline;
  const kept = first && timeline.length > mostMoments ? [first, ...others.slice(1 - mostMoments)] : timeline;
  return { ...incident, ...change, timeline: kept };
}
function cutWords(words) {
  return words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words;
}
var stormFields = {
  environment: text,
  id: matching("the id of a storm", /^storm-[a-z\d]{1,40}$/),
  openedAt: instant,
  issue: optional(wholeNumber),
  issueUrl: optional(text),
  rows: list(record({ alarm: text, severity: oneOf(...severities), since: instant })),
  past: count
};
function parseStorm(value) {
  return parseRecord(value, stormFields);
}

// src/actions/runbook/incident/keys.ts
import { createHash } from "node:crypto";
var incidentsFolder = "runs/incidents/";
function incidentsPrefix(environment) {
  return `${incidentsFolder}${environment}/`;
}
function incidentKey(environment, alarm) {
  return `${incidentsPrefix(environment)}${slugOf(environment, alarm)}.json`;
}
function stormKey(environment) {
  return `${incidentsFolder}${environment}.storm.json`;
}
function automaticKey(environment) {
  return `${incidentsFolder}${environment}.automatic.json`;
}
function incidentsLockKey(environment) {
  return `locks/incidents/${environment}.json`;
}
function alarmPrefixOf(names) {
  return `${prefixOf(names)}-`;
}
function slugOf(environment, alarm) {
  const own = partAfter(`-${environment}-`, alarm);
  if (/^[a-z\d](?:[a-z\d-]{0,98}[a-z\d])?$/.test(own)) return own;
  const digest = createHash("sha256").update(alarm).digest("hex").slice(0, 12);
  const plain = own.toLowerCase().replace(/[^a-z\d]+/g, "-").replace(/^-|-$/g, "").slice(0, 80);
  return `${plain || "alarm"}-${digest}`;
}
function partAfter(environment, alarm) {
  const at = alarm.indexOf(environment);
  return at > 0 && /^[a-z\d]+$/.test(alarm.slice(0, at)) ? alarm.slice(at + environment.length) : alarm;
}
function stampOf(instant2) {
  return instant2.toLowerCase().replace(/\.\d+/, "").replace(/[^\dtz]/g, "");
}
function incidentMarker(environment, id) {
  return `incident/${environment}/${id}`;
}

// src/actions/runbook/incident/incident-store.ts
var readsAtOnce = 20;
async function gatherIncidents({ documents, progress }, environment) {
  const prefix = incidentsPrefix(environment);
  const keys = (await documents.list(prefix)).filter((key) => key.endsWith(".json"));
  return (await readAll({ documents, progress }, keys)).filter((incident) => incident.environment === environment);
}
async function readAll({ documents, progress }, keys) {
  const found = [];
  for (let from = 0; from < keys.length; from += readsAtOnce) {
    const batch = keys.slice(from, from + readsAtOnce);
    const documentsOfBatch = await Promise.all(batch.map(async (key) => ({ key, stored: await documents.read(key) })));
    for (const { key, stored } of documentsOfBatch) {
      if (!stored) continue;
      const parsed2 = parseIncident(stored.value);
      if (parsed2.kind === "valid") found.push(parsed2.value);
      else progress.warning(`${key} is no incident of ours and is left out: ${parsed2.problems.slice(0, 3).join("; ")}.`);
    }
  }
  return found;
}
var mostAttempts = 10;
async function reviseIncident({ documents }, { environment, alarm }, change) {
  const key = incidentKey(environment, alarm);
  for (let attempt2 = 1; attempt2 <= mostAttempts; attempt2 += 1) {
    const found = await documents.read(key);
    const parsed2 = found && parseIncident(found.value);
    const current = parsed2?.kind === "valid" ? parsed2.value : void 0;
    const wanted = change(current);
    if (wanted === void 0) return current;
    const written = found ? await documents.replace(key, wanted, found.version) : await documents.create(key, wanted);
    if (written !== void 0) return wanted;
  }
  throw failure({
    code: "incident/contested",
    what: `${key} was changed by others each of the ${mostAttempts} times that it was to be written.`,
    next: "Run the workflow runbook with the mode alarms again."
  });
}
async function gatherStorm({ documents, progress }, environment) {
  const found = await documents.read(stormKey(environment));
  if (!found) return void 0;
  const parsed2 = parseStorm(found.value);
  if (parsed2.kind === "valid") return parsed2.value;
  progress.warning(`${stormKey(environment)} is none of ours and is written anew: ${parsed2.problems.slice(0, 3).join("; ")}.`);
  return void 0;
}
async function writeStorm({ documents }, environment, storm) {
  const key = stormKey(environment);
  if (!storm) return void await documents.remove(key);
  const found = await documents.read(key);
  await (found ? documents.replace(key, storm, found.version) : documents.create(key, storm));
}

// src/actions/runbook/incident/acknowledge.ts
async function acknowledge(world, issue, by) {
  const keys = await world.documents.list(incidentsFolder);
  const incidents = await readAll(
    world,
    keys.filter((key) => key.slice(incidentsFolder.length).includes("/"))
  );
  const ofIssue = incidents.filter((incident) => incident.issue === issue && incident.ending !== "continued");
  const found = ofIssue.find(isOpen) ?? ofIssue[0];
  if (!found) return { kind: "none" };
  const at = world.clock.now().toISOString();
  let result = { kind: "closed" };
  await reviseIncident(world, found, (current) => {
    if (current?.id !== found.id || !isOpen(current)) {
      result = { kind: "closed" };
      return void 0;
    }
    if (current.acknowledged) {
      result = { kind: "already", ...current.acknowledged };
      return void 0;
    }
    const { environment, alarm, openedAt } = current;
    const seconds = Math.max(0, (Date.parse(at) - Date.parse(openedAt)) / 1e3);
    result = { kind: "acknowledged", environment, alarm, seconds };
    return withChange(current, { acknowledged: { by, at } }, [{ at, words: `acknowledged by ${by}` }]);
  });
  return result;
}

// src/actions/runbook/incident/automatic.ts
var fields2 = { starts: list(record({ runbook: text, incident: text, at: instant })) };
var dayMs = 24 * 36e5;
function decideAutomatic(facts) {
  const found = facts.matching.flatMap((runbook) => {
    const rule = facts.rules.find((each) => each.runbook === runbook.id && each.environments.includes(facts.environment));
    return rule ? [{ runbook, rule }] : [];
  });
  const [first] = found.filter(({ runbook }) => !hasTried(facts.incident, runbook.id));
  if (!first) return { kind: "none" };
  const because = whatSpeaksAgainst(facts, first.runbook, first.rule);
  return because === void 0 ? { kind: "run", ...first } : { kind: "leave", runbook: first.runbook.id, because };
}
function hasTried({ automatic }, runbook) {
  return automatic.some((run) => run.runbook === runbook);
}
function whatSpeaksAgainst(facts, { id, risk }, rule) {
  const { now, incident, isStorm, suspects, ledger } = facts;
  if (risk === "high") return "it is of high risk";
  if (isStorm) return "too many alarms ring for anything to be started by itself";
  if (incident.acknowledged) return `${incident.acknowledged.by} is at it`;
  const busy = suspects.find(({ isUnderWay }) => isUnderWay);
  if (busy) return `something is under way: ${busy.words}`;
  if (!ledger) return "nobody can tell what alarms have started today";
  const starts = ledger.starts.filter(({ runbook, at }) => runbook === id && now.getTime() - Date.parse(at) < dayMs);
  if (starts.length >= rule.mostPerDay) return `alarms have started it ${starts.length} times within 24 hours already`;
  const last = Math.max(0, ...starts.map(({ at }) => Date.parse(at)));
  if (now.getTime() - last < rule.cooldownMinutes * 6e4)
    return `an alarm has started it less than ${rule.cooldownMinutes} minutes ago`;
  return void 0;
}
async function gatherLedger(documents, environment) {
  const found = await documents.read(automaticKey(environment));
  if (!found) return { ledger: { starts: [] } };
  const parsed2 = parseRecord(found.value, fields2);
  if (parsed2.kind === "valid") return { ledger: parsed2.value, version: found.version };
  throw failure({
    code: "incident/ledger-unreadable",
    what: `${automaticKey(environment)} is none of ours, so nobody can tell what alarms have started within a day.`,
    next: "Remove that document from the state bucket; until then no alarm starts anything.",
    details: parsed2.problems
  });
}
async function claimStart(documents, environment, start) {
  const { ledger, version } = await gatherLedger(documents, environment);
  const sinceMs = Date.parse(start.at) - dayMs;
  const starts = [...ledger.starts.filter(({ at }) => Date.parse(at) >= sinceMs), start];
  const key = automaticKey(environment);
  const written = version === void 0 ? await documents.create(key, { starts }) : await documents.replace(key, { starts }, version);
  return written !== void 0;
}

// src/actions/runbook/incident/courses.ts
var courseSeconds = 3 * 3600;
async function gatherCourses(world, subjects, known) {
  const drawn = subjects.flatMap((subject) => {
    const one = drawnOf(subject, known);
    return one ? [[subject.alarm.name, one]] : [];
  });
  if (drawn.length === 0) return /* @__PURE__ */ new Map();
  const toMs = Math.floor(world.clock.now().getTime() / 6e4) * 6e4 - publicationDelaySeconds * 1e3;
  const window = { from: new Date(toMs - courseSeconds * 1e3), to: new Date(toMs) };
  const queries = drawn.flatMap(([, { watched }]) => Object.values(queriesOf(watched)));
  const unique = [...new Map(queries.map((query) => [query.id, query])).values()];
  const answers = await attempt(world, "measure the KPIs of the incidents", () => world.metrics.read(unique, window));
  return new Map(drawn.map(([name, one]) => [name, courseOf(one, answers ?? /* @__PURE__ */ new Map(), window)]));
}
function drawnOf({ known: own, members }, known) {
  if (own && isDrawn(own)) return own;
  const ringing = members.filter(({ state }) => state === "ALARM");
  const parts = (ringing.length > 0 ? ringing : members).flatMap(({ name }) => known.get(name) ?? []).filter(isDrawn);
  return [...parts].sort((one, other) => one.watched.periodSeconds - other.watched.periodSeconds)[0];
}
function isDrawn(alarm) {
  return alarm.watched !== void 0;
}
function queriesOf({ measure, periodSeconds }) {
  return Object.fromEntries(
    Object.entries(metricInputs(measure)).map(([name, metric]) => [
      name,
      { id: `${metricKey(metric)} ${periodSeconds}`, metric, periodSeconds }
    ])
  );
}
function courseOf({ title, watched }, answers, window) {
  const series = Object.entries(queriesOf(watched)).map(([name, { id }]) => [
    name,
    answers.get(id) ?? { kind: "unavailable", because: "CloudWatch gave no answer for it" }
  ]);
  return { title, watched, evaluation: evaluate(watched.measure, Object.fromEntries(series)), window };
}

// src/actions/runbook/incident/situation.ts
function isOfEnvironment({ name }, names) {
  const prefix = alarmPrefixOf(names);
  return name.startsWith(prefix) && !/^pr-\d+-/.test(name.slice(prefix.length));
}
function computeSituation({ environment, names, alarms, known, incidents }) {
  const own = alarms.filter((alarm) => isOfEnvironment(alarm, { environment, names }));
  const byName = new Map(own.map((alarm) => [alarm.name, alarm]));
  const rings = [...byName.values()].filter(({ state }) => state === "ALARM");
  const covering = [...rings.map(({ name }) => name), ...incidents.filter(isOpen).map(({ alarm }) => alarm)];
  const covered = new Set(covering.flatMap((name) => known.get(name)?.members ?? []));
  const ringing = rings.filter(({ name }) => !covered.has(name) && (known.get(name)?.tells ?? true)).map((alarm) => subjectOf(alarm, { byName, known }));
  return { byName, known, ringing: [...ringing].sort(byBadness) };
}
function subjectOf(alarm, { byName, known: all }) {
  const known = all.get(alarm.name);
  return {
    alarm,
    ...known && { known },
    members: (known?.members ?? []).flatMap((name) => byName.get(name) ?? []),
    // Whoever made an alarm by hand wants to know.
    severity: known?.severity ?? "major"
  };
}
function byBadness(one, other) {
  const rank = severities.indexOf(one.severity) - severities.indexOf(other.severity);
  return rank !== 0 ? rank : one.alarm.name.localeCompare(other.alarm.name);
}
function standingOf({ alarm, members }, rang) {
  const all = [alarm, ...members];
  if (all.some(({ state }) => state === "ALARM")) return { kind: "ringing" };
  const judged = all.filter((one) => one === alarm || rang.includes(one.name));
  if (judged.some(({ state }) => state === "INSUFFICIENT_DATA")) return { kind: "unknown" };
  const since = judged.map(({ transitionedAt }) => transitionedAt).reduce((last, at) => at > last ? at : last);
  return { kind: "ok", since };
}

// src/actions/runbook/incident/decide.ts
var mostNewIssues = 10;
var mostOpenInStorm = 20;
var mostUpdates = 25;
var sameIncidentMs = 24 * 36e5;
var tellAgainMs = 6e5;
function decide(facts) {
  const situation = computeSituation(facts);
  const begun = beginnings(facts, situation);
  const adopted = new Set(begun.adoptions.flatMap(({ from, others }) => [from, ...others]));
  const open = facts.incidents.filter((incident) => isOpen(incident) && !adopted.has(incident));
  const going = open.flatMap((incident) => {
    const by = open.find((other) => facts.known.get(other.alarm)?.members.includes(incident.alarm));
    return by ? [{ kind: "absorb", incident, by }] : goingOn(incident, facts, situation);
  });
  const urgent = inOrderOfNeed(going, facts.hinted);
  return {
    effects: [...begun.adoptions, ...begun.openings, ...urgent.slice(0, mostUpdates)],
    storm: begun.storm,
    deferred: Math.max(0, urgent.length - mostUpdates),
    situation
  };
}
function beginnings(facts, { ringing, byName }) {
  const wanted = ringing.flatMap((subject) => beginningOf(subject, facts));
  const adoptions = wanted.filter((effect) => effect.kind === "adopt");
  const openings = wanted.filter((effect) => effect.kind !== "adopt");
  const { storm: before, incidents } = facts;
  const isStorm = openings.length > mostNewIssues;
  const room = isStorm && before ? Math.min(mostNewIssues, mostOpenInStorm - incidents.filter(isOpen).length) : mostNewIssues;
  const eligible = isStorm && before ? openings.filter(({ subject }) => subject.severity === "critical") : openings;
  const chosen = eligible.slice(0, Math.max(0, room));
  const left = openings.filter((opening) => !chosen.includes(opening));
  return { openings: chosen, adoptions, storm: stormOf(facts, { left, chosen, byName }) };
}
function beginningOf(subject, facts) {
  const { alarm, known } = subject;
  const latest = facts.incidents.find((incident) => incident.alarm === alarm.name);
  if (latest && isOpen(latest)) return [];
  if (latest && alarm.transitionedAt <= latest.lastRangAt) return [];
  const parts = facts.incidents.filter((incident) => isOpen(incident) && known?.members.includes(incident.alarm));
  const [from, ...others] = [...parts].sort((one, other) => one.openedAt.localeCompare(other.openedAt));
  if (from) return [{ kind: "adopt", subject, from, others }];
  if (latest && isRecent(latest, facts.now)) return [{ kind: "reopen", subject, incident: latest }];
  const stormed = facts.storm?.rows.find((row) => row.alarm === alarm.name);
  return [{ kind: "open", subject, since: stormed?.since ?? alarm.transitionedAt }];
}
function isRecent({ closedAt = "", ending, issue }, now) {
  return issue !== void 0 && ending !== "continued" && now.getTime() - Date.parse(closedAt) < sameIncidentMs;
}
function stormOf({ storm, now, quietSeconds }, { left, chosen, byName }) {
  const fresh = left.map((opening) => ({
    alarm: opening.subject.alarm.name,
    severity: opening.subject.severity,
    since: opening.kind === "open" ? opening.since : opening.subject.alarm.transitionedAt
  }));
  if (!storm) return fresh.length === 0 ? { kind: "none" } : { kind: "hold", rows: fresh, past: 0 };
  const handled = new Set([...left, ...chosen].map(({ subject }) => subject.alarm.name));
  const old = storm.rows.filter(({ alarm }) => !handled.has(alarm));
  const waiting = old.filter(({ alarm }) => {
    const found = byName.get(alarm);
    return found !== void 0 && !(found.state === "OK" && isQuiet(found.transitionedAt, now, quietSeconds));
  });
  const rows = [...fresh, ...waiting];
  const past = storm.past + old.length - waiting.length;
  return rows.length === 0 ? { kind: "end", past } : { kind: "hold", rows, past };
}
function isQuiet(since, now, quietSeconds) {
  return now.getTime() - Date.parse(since) >= quietSeconds * 1e3;
}
function goingOn(incident, facts, situation) {
  const { now, quietSeconds } = facts;
  const alarm = situation.byName.get(incident.alarm);
  if (!alarm) {
    const { goneSince } = incident;
    if (!incident.alarm.startsWith(alarmPrefixOf(facts))) return [];
    if (goneSince === void 0) return [{ kind: "miss", incident }];
    return isQuiet(goneSince, now, quietSeconds) ? [{ kind: "close", incident, ending: "gone", resolvedAt: goneSince }] : [];
  }
  const subject = subjectOf(alarm, situation);
  const standing = standingOf(subject, incident.members);
  if (standing.kind === "ok" && isQuiet(standing.since, now, quietSeconds))
    return [{ kind: "close", incident, ending: "quiet", resolvedAt: standing.since }];
  return isDue(incident, { subject, standing }, facts) ? [{ kind: "update", subject, incident, standing }] : [];
}
function newsOf({ subject: { alarm, members }, standing }, { acknowledged, automatic }) {
  const ringing = members.filter(({ state }) => state === "ALARM").map(({ name }) => name);
  const runs = automatic.map(({ status }) => status).join(",");
  const text2 = [alarm.state, alarm.transitionedAt, standing.kind, acknowledged?.by ?? "-", runs, ...ringing].join(" ");
  return text2.slice(0, 2e3);
}
function isDue(incident, seen, { now, hinted }) {
  if (incident.issue === void 0 || incident.goneSince !== void 0) return true;
  if (incident.told !== newsOf(seen, incident)) return true;
  const isOld = now.getTime() - Date.parse(incident.toldAt ?? incident.noticedAt) >= tellAgainMs;
  return isOld || hinted.includes(incident.alarm);
}
function inOrderOfNeed(effects, hinted) {
  const rank = ({ kind, incident }) => {
    if (incident.issue === void 0) return 0;
    if (kind === "close") return 1;
    return hinted.includes(incident.alarm) ? 2 : 3;
  };
  const toldAt = ({ incident }) => incident.toldAt ?? "";
  return [...effects].sort((one, other) => rank(one) - rank(other) || toldAt(one).localeCompare(toldAt(other)));
}

// src/actions/runbook/incident/hints.ts
var longestPayload = 65535;
var mostHints = 500;
var arnForm = /^arn:(?:aws|aws-cn|aws-us-gov):cloudwatch:([a-z]{2}(?:-[a-z]+)+-\d):(\d{12}):alarm:(.{1,255})$/s;
var fields3 = {
  name: matching("the name of an alarm", /^[\x20-\x7e]{1,255}$/),
  arn: matching("the ARN of an alarm", arnForm)
};
var none = { names: [], arns: /* @__PURE__ */ new Map(), ignored: [] };
function parseHints(payload, scope) {
  if (payload.trim() === "") return none;
  if (payload.length > longestPayload)
    return ignoring(`a payload of ${payload.length} characters: at most ${longestPayload} are read`);
  const given = parsed(payload);
  if (given === void 0) return ignoring("a payload that is no JSON");
  const items = Array.isArray(given) ? given : [given];
  const judged = items.slice(0, mostHints).map((item) => judge(item, scope));
  const arns = new Map(judged.flatMap((one) => "hint" in one ? [[one.hint.name, one.hint.arn]] : []));
  const left = items.length > mostHints ? [[`entries beyond the first ${mostHints}`, items.length - mostHints]] : [];
  const counted = new Map(left);
  for (const one of judged) if ("because" in one) counted.set(one.because, (counted.get(one.because) ?? 0) + 1);
  return {
    names: [...arns.keys()],
    arns,
    ignored: [...counted].map(([because, count2]) => `${count2} of the payload: ${because}`)
  };
}
function ignoring(because) {
  return { ...none, ignored: [because] };
}
function judge(item, scope) {
  const read = parseRecord(item, fields3);
  if (read.kind === "corrupt") return { because: "no alarm" };
  const { name, arn } = read.value;
  const [, region, , nameInArn] = arnForm.exec(arn) ?? [];
  if (nameInArn !== name) return { because: "an alarm whose ARN is of another one" };
  if (region !== scope.region) return { because: "an alarm of another region" };
  if (!name.startsWith(alarmPrefixOf(scope))) return { because: "an alarm of another environment" };
  return { hint: read.value };
}
function parsed(payload) {
  try {
    return JSON.parse(payload) ?? void 0;
  } catch {
    return void 0;
  }
}
function foreignOf(hints, arns) {
  const strangers = hints.names.filter((name) => arns.get(name) !== hints.arns.get(name));
  return strangers.length === 0 ? [] : [`${strangers.length} of the payload: no alarm of this account`];
}

// src/actions/runbook/incident/known-alarms.ts
var layers = ["platform", "service"];
function knownAlarms(catalogue, places) {
  const rows = layers.flatMap((layer) => knownOfLayer(catalogue, layer, places));
  return new Map(rows.map((row) => [row.name, row]));
}
function knownOfLayer(catalogue, layer, { environment, names, ...found }) {
  const prefix = alarmPrefixOf({ environment, names }) + (layer === "service" ? `${mainService}-` : "");
  const isLasting = !isPreview(environment);
  const compute = (part) => computeAlarms({ layer, catalogue: part, names: namesOf(part, found[layer]), limits: anyLimits, isLasting });
  const kpis = catalogue.kpis.filter((kpi) => kpi.layer === layer);
  const ofKpis = kpis.flatMap((kpi) => {
    const { alarms } = compute({ kpis: [kpi], slos: [] });
    return alarms.map((row) => knownOfKpi(kpi, row, found[layer], prefix));
  });
  const ofSlos = catalogue.slos.flatMap((slo) => knownOfSlo(slo, compute({ kpis: [], slos: [slo] }), prefix));
  return [...ofKpis, ...ofSlos, ...summariesOf(compute({ kpis, slos: [] }), prefix)];
}
var anyLimits = { "database-connections": 1, "database-memory-bytes": 1 };
function namesOf({ kpis, slos }, found) {
  const measures = [
    ...kpis.map(({ measure }) => measure),
    ...slos.flatMap(({ bad: bad2, all }) => [bad2, all].map((metric) => ({ kind: "metric", metric })))
  ];
  const several = ["zone", "cache-node"];
  const nameOf = (place) => found[place] ?? (several.includes(place) ? [] : ["-"]);
  return Object.fromEntries(measures.flatMap(placesOf).map((place) => [place, nameOf(place)]));
}
function knownOfKpi(kpi, row, found, prefix) {
  const { about } = described(row.description);
  const label = labelOf(kpi, row, found);
  const isDrawn2 = placesOf(kpi.measure).every((place) => found[place]?.length);
  const threshold = kpi.alarm?.threshold;
  return {
    name: prefix + row.id,
    title: label === void 0 ? kpi.title : `${kpi.title} (${label})`,
    about,
    runbook: kpi.runbook,
    kpi: kpi.id,
    severity: kpi.aborts.length > 0 ? "critical" : "major",
    tells: row.tells,
    members: [],
    ...isDrawn2 && {
      watched: {
        measure: row.measure,
        unit: kpi.unit,
        periodSeconds: row.periodSeconds,
        ...typeof threshold === "number" && { threshold }
      }
    }
  };
}
function labelOf({ measure }, row, found) {
  if (!placesOf(measure).every((place) => found[place]?.length)) return void 0;
  const same = JSON.stringify(row.measure);
  return resolveInstances(measure, found).find((instance) => JSON.stringify(instance.measure) === same)?.label;
}
function knownOfSlo(slo, { alarms, composites }, prefix) {
  const shared = { runbook: slo.runbook, kpi: `slo-${slo.id}` };
  return [
    ...alarms.map(({ id, description, measure, periodSeconds, breach, tells }) => {
      const threshold = "above" in breach ? { threshold: breach.above } : {};
      const watched = { measure, unit: "Percent", periodSeconds, ...threshold };
      const about = described(description).about;
      return { ...shared, name: prefix + id, title: about, about, severity: "major", tells, members: [], watched };
    }),
    ...composites.map(({ id, description, anyOf }) => {
      const isPage = id.endsWith("-page");
      return {
        ...shared,
        name: prefix + id,
        title: `${slo.title}: the error budget burns ${isPage ? "fast" : "slowly"}`,
        about: described(description).about,
        severity: isPage ? "critical" : "minor",
        tells: true,
        members: anyOf.flat().map((member) => prefix + member)
      };
    })
  ];
}
function summariesOf({ composites }, prefix) {
  return composites.map(({ id, description, anyOf }) => ({
    name: prefix + id,
    title: described(description).about.split(":", 1)[0] ?? id,
    ...described(description),
    kpi: id,
    severity: "critical",
    tells: true,
    members: anyOf.flat().map((member) => prefix + member)
  }));
}
function described(description) {
  const [, about = description, runbook = ""] = /^(.*)\. Runbook: ([a-z\d-]+)$/s.exec(description) ?? [];
  return { about, runbook };
}

// src/actions/runbook/incident/suspects.ts
var suspectSeconds = 2 * 3600;
var mostMerges = 8;
var mostJournals = 30;
async function gatherSuspects(world) {
  const { environment } = world.settings;
  const sinceMs = world.clock.now().getTime() - suspectSeconds * 1e3;
  const parts = [
    ["deploys", () => deploySuspects(world.documents, environment)],
    ["merges", () => mergeSuspects(world)],
    ["game days", () => gameDaySuspects(world.documents, environment)],
    ["runbooks", () => runbookSuspects(world.documents, environment)],
    ["locks", () => lockSuspects(world, environment)],
    ["holds", () => holdSuspects(world, environment)]
  ];
  const gathered = await Promise.all(parts.map(([what, gather2]) => attempt(world, `read the ${what} of ${environment}`, gather2)));
  return gathered.flatMap((found) => found ?? []).filter(({ isUnderWay, at, endedAt = at }) => isUnderWay || Date.parse(endedAt) >= sinceMs).sort((one, other) => other.at.localeCompare(one.at));
}
async function deploySuspects(documents, environment) {
  const found = await gatherJournal2(documents, environment);
  return found.kind === "valid" ? [deploySuspect(found.journal)] : [];
}
function deploySuspect(journal) {
  const { kind, state, release, before, by, startedAt, endedAt, runUrl } = journal;
  const from = before ? `, ${shortSha(before.commit)} before` : "";
  return {
    kind: "deploy",
    words: `${kind} of ${shortSha(release.commit)}${by ? ` by ${by}` : ""}${from}: ${state}`,
    at: startedAt,
    ...endedAt !== void 0 && { endedAt },
    url: runUrl,
    isUnderWay: !isFinal(journal),
    hasChanged: state === "kept" || state === "rolled-back"
  };
}
async function mergeSuspects({ workflowRuns }) {
  const runs = await workflowRuns.latestOfBranch({ workflowFile: "deploy.yml", branch: "main", event: "push" });
  return runs.slice(0, mostMerges).map(({ headSha, createdAt, status, conclusion, url }) => ({
    kind: "merge",
    words: `merge of ${shortSha(headSha)} to main; its deploy: ${conclusion ?? status}`,
    at: new Date(createdAt).toISOString(),
    url,
    isUnderWay: false,
    hasChanged: false
  }));
}
async function gameDaySuspects(documents, environment) {
  const found = await gatherJournal(documents, environment);
  if (found.kind !== "valid") return [];
  const { drill, zone, by, phase, verdict, startedAt, endedAt, runUrl, issueUrl } = found.gameDay;
  const state = verdict ?? phase;
  return [
    {
      kind: "game-day",
      words: `game day ${drill}${zone ? ` in ${zone}` : ""} by ${by}: ${state}`,
      at: startedAt,
      ...endedAt !== void 0 && { endedAt },
      url: issueUrl ?? runUrl,
      isUnderWay: phase !== "ended",
      hasChanged: false
    }
  ];
}
var traceFields = {
  runbook: text,
  target: text,
  state: oneOf(...openStates, ...finalStates),
  by: text,
  startedAt: instant,
  endedAt: optional(instant),
  runUrl: text,
  accepted: optional(record({ by: text, at: instant, reason: text }))
};
async function runbookSuspects(documents, environment) {
  const keys = (await documents.list(journalsOf(environment))).filter((key) => key.endsWith(".json"));
  const found = await Promise.all(keys.slice(0, mostJournals).map((key) => documents.read(key)));
  return found.flatMap((stored) => {
    const parsed2 = stored && parseRecord(stored.value, traceFields);
    if (parsed2?.kind !== "valid") return [];
    const { runbook, target, state, by, startedAt, endedAt, runUrl } = parsed2.value;
    return {
      kind: "runbook",
      words: `runbook ${runbook} on ${target} by ${by}: ${state}`,
      at: startedAt,
      ...endedAt !== void 0 && { endedAt },
      url: runUrl,
      isUnderWay: isInTheWay(parsed2.value),
      hasChanged: state === "done"
    };
  });
}
async function lockSuspects(world, environment) {
  const facts = await gatherLockAt(world, environmentLockKey(environment));
  if (facts.kind !== "held") return [];
  const { owner, reason, since } = facts.lock;
  const state = facts.holderIsActive ? "holds the environment" : "has ended without releasing the environment";
  return [
    {
      kind: "lock",
      words: `${ownerText(owner)} ${state}: ${reason}`,
      at: since,
      isUnderWay: facts.holderIsActive,
      hasChanged: false
    }
  ];
}
async function holdSuspects({ documents, clock }, environment) {
  const facts = await gatherHold(documents, environment);
  if (facts.kind !== "held" || hasExpired(facts.hold, clock.now())) return [];
  const { by, reason, since, commentUrl } = facts.hold;
  return [{ kind: "hold", words: `locked by ${by}: ${reason}`, at: since, url: commentUrl, isUnderWay: true, hasChanged: false }];
}

// src/actions/runbook/incident/gather.ts
async function gather(world, hints) {
  const { environment, names, config } = world.settings;
  const [alarms, incidents, storm, suspects, places] = await Promise.all([
    world.alarms.withPrefix(alarmPrefixOf({ environment, names })),
    gatherIncidents(world, environment),
    gatherStorm(world, environment),
    gatherSuspects(world),
    gatherPlaces(world)
  ]);
  const arns = new Map(alarms.map(({ name, arn }) => [name, arn]));
  const foreign = foreignOf(hints, arns);
  const facts = {
    now: world.clock.now(),
    environment,
    names,
    alarms,
    known: knownAlarms(world.catalogue, { environment, names, ...places }),
    incidents,
    ...storm && { storm },
    quietSeconds: config.quietSeconds,
    hinted: hints.names.filter((name) => arns.get(name) === hints.arns.get(name))
  };
  return { facts, suspects, foreign };
}
async function gatherPlaces({ taggedResources, settings, progress }) {
  const { environment, names, region } = settings;
  const request = { environment, compare: "none", windowSeconds: 0, keepsIssue: false };
  const found = await attempt(
    { progress },
    `find out what ${environment} consists of`,
    () => gatherSubjects(taggedResources, request, { names, region })
  );
  const layers2 = found?.subject.layers ?? [];
  const of = (layer) => layers2.find((each) => each.layer === layer)?.places ?? {};
  return { platform: of("platform"), service: of("service") };
}

// src/actions/runbook/incident/mitigation.ts
function mitigationOf({ openedAt, mitigated }, suspects, resolved) {
  const changes = suspects.flatMap(
    ({ hasChanged, words, endedAt }) => hasChanged && endedAt !== void 0 && endedAt > openedAt ? [{ at: endedAt, words }] : []
  );
  const all = [...mitigated ? [mitigated] : [], ...changes, ...resolved ? [resolved] : []];
  return [...all].sort((one, other) => one.at.localeCompare(other.at))[0];
}

// src/actions/runbook/incident/matching.ts
function matchRunbooks({ known, members }, all, runbooks) {
  const ringing = members.filter(({ state }) => state === "ALARM").flatMap(({ name }) => all.get(name) ?? []);
  const alarms = [...known ? [known] : [], ...ringing];
  const symptoms = new Set(alarms.map(({ kpi }) => kpi));
  const named = alarms.flatMap(({ runbook }) => runbooks.find(({ id }) => id === runbook) ?? []);
  const answering = runbooks.filter((runbook) => runbook.symptoms.some((symptom) => symptoms.has(symptom)));
  return {
    ...known && { named: known.runbook },
    runbooks: [.../* @__PURE__ */ new Set([...named, ...answering])]
  };
}
function neededInputs(runbook) {
  const inputs = runbook.inputs;
  return Object.entries(inputs).flatMap(([name, input]) => input.default === void 0 && !input.optional ? [name] : []);
}
function commandFor(mode, runbook, environment) {
  const inputs = neededInputs(runbook).map((name) => `${name}=${runbook.inputs[name]?.example ?? ""}`);
  const reason = mode === "run" ? ['reason="..."'] : [];
  return [`/runbook ${mode} ${runbook.id}`, `environment=${environment}`, ...inputs, ...reason].join(" ");
}

// src/actions/runbook/incident/plans.ts
var mostPlans = 10;
function openPlanner({ engine, settings, progress }) {
  const planned = /* @__PURE__ */ new Map();
  return async ({ runbooks: [runbook] }) => {
    if (!runbook) return void 0;
    const { environment, config } = settings;
    const rule = config.automatic.find((each) => each.runbook === runbook.id && each.environments.includes(environment));
    const inputs = rule?.inputs ?? {};
    const missing = neededInputs(runbook).filter((name) => !Object.hasOwn(inputs, name));
    if (missing.length > 0) return { kind: "needs-inputs", runbook: runbook.id, inputs: missing };
    const earlier = planned.get(runbook.id);
    if (earlier || planned.size >= mostPlans) return earlier;
    const plan = engine.plan({ runbook, inputs }).then(
      (markdown) => ({ kind: "planned", runbook: runbook.id, markdown }),
      (error) => {
        progress.warning(`The runbook ${runbook.id} cannot be planned now: ${wordsOf(error)}`);
        return { kind: "failed", runbook: runbook.id, words: wordsOf(error) };
      }
    );
    planned.set(runbook.id, plan);
    return plan;
  };
}
var longestWords2 = 400;
function wordsOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const told = createRedactor([]).text(isFailure(error) ? `${message} ${error.next}` : message);
  return told.length > longestWords2 ? `${told.slice(0, longestWords2 - 1)}…` : told;
}

// src/actions/runbook/incident/render/times.ts
function computeTimes({ openedAt, noticedAt, acknowledged, mitigated, resolvedAt }) {
  const row = (name, at, words) => at === void 0 ? [] : [{ name, at, words, seconds: Math.max(0, (Date.parse(at) - Date.parse(openedAt)) / 1e3) }];
  return [
    ...row("notice", noticedAt, ""),
    ...row("acknowledge", acknowledged?.at, acknowledged ? `by ${acknowledged.by}` : ""),
    ...row("mitigate", mitigated?.at, mitigated?.words ?? ""),
    ...row("resolve", resolvedAt, "")
  ];
}
function renderTimes(incident) {
  const rows = computeTimes(incident).map(
    ({ name, at, words, seconds }) => `| to ${name} | ${spanText(seconds)} | ${dateText(at)} | ${escapeText(words)} |`
  );
  return ["| Time | took | at | |", "|---|---|---|---|", ...rows].join("\n");
}
function renderMoments({ timeline }) {
  const lines = timeline.map(({ at, words }) => `- ${dateText(at).slice(5)}: ${escapeText(words)}`);
  return lines.length === 0 ? "" : ["<details><summary>What happened</summary>", "", ...lines, "", "</details>"].join("\n");
}

// src/actions/runbook/incident/render/comments.ts
var endingWords = {
  quiet: ({ alarm, resolvedAt = "" }) => `✅ ${inlineCode(alarm)} has been OK since ${dateText(resolvedAt)}.`,
  gone: ({ alarm, resolvedAt = "" }) => `➖ There is no alarm ${inlineCode(alarm)} any more since ${dateText(resolvedAt)}.`
};
function renderClosing(incident, ending) {
  const times = computeTimes(incident).filter(({ name }) => name !== "notice").map(
    ({ name, seconds, words }) => `- Time to ${name}: **${spanText(seconds)}**${words === "" ? "" : ` (${escapeText(words)})`}`
  );
  const silent = incident.acknowledged ? [] : ["- Nobody acknowledged it."];
  const again = "If it rings again within 24 hours, this issue is opened again.";
  return [endingWords[ending](incident), "", ...times, ...silent, "", again].join("\n");
}
function renderReopening({ alarm, lastRangAt, rings }) {
  return `🔴 ${inlineCode(alarm)} rings again since ${dateText(lastRangAt)}: for the ${ordinal(rings)} time.`;
}
function renderContinued(by) {
  const where = by.issue === void 0 ? "in another issue" : `in #${by.issue}`;
  return `It is part of something larger, and goes on ${where}: ${inlineCode(by.alarm)} sums it up.`;
}
function renderRun({ runbook, at, status, words }) {
  const told = words === "" ? "" : `

${escapeText(words)}`;
  return `📗 The alarm has started the runbook ${inlineCode(runbook)} at ${dateText(at)}: **${status}**.${told}`;
}
function ordinal(count2) {
  const tens = count2 % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : ["th", "st", "nd", "rd"][count2 % 10] ?? "th";
  return `${count2}${suffix}`;
}

// src/actions/runbook/incident/render/actions.ts
var longestPlan = 24e3;
var mostOthers = 8;
function renderActions(facts) {
  const { incident, matching: matching2, plan } = facts;
  const [first, ...others] = matching2.runbooks;
  if (!first) return [missingText(facts), renderAutomatic(facts)].filter(Boolean).join("\n\n");
  const environment = incident.environment;
  return [
    `### What to do: runbook ${inlineCode(first.id)}`,
    `${escapeText(first.title)}: ${escapeText(first.about)} Risk: **${first.risk}**.`,
    plan ? renderPlan2(plan) : "",
    renderCommands(plan, { plan: commandFor("plan", first, environment), run: commandFor("run", first, environment) }),
    renderAutomatic(facts),
    others.length === 0 ? "" : "**Other runbooks for this:**",
    others.slice(0, mostOthers).map((each) => `- ${escapeText(each.title)} (risk ${each.risk}): ${inlineCode(commandFor("plan", each, environment))}`).join("\n")
  ].filter((part) => part !== "").join("\n\n");
}
function missingText({ matching: matching2 }) {
  const named = matching2.named === void 0 ? "" : ` The catalogue names ${inlineCode(matching2.named)}, which there is not.`;
  return `### What to do

There is no runbook for it.${named} ${inlineCode("/runbook list")} shows those that there are.`;
}
function renderCommands(plan, commands) {
  if (plan?.kind === "planned" && isShown(plan)) return `To plan it anew, comment ${inlineCode(commands.plan)}.`;
  return `To plan it, or to run it, comment:

${fence([commands.plan, commands.run].join("\n"))}`;
}
function isShown({ markdown }) {
  return markdown.length <= longestPlan;
}
function renderPlan2(plan) {
  switch (plan.kind) {
    case "planned": {
      const text2 = isShown(plan) ? plan.markdown : "*It is too long to be shown here: ask for it with the first command.*";
      return `<details open><summary>What it would do now</summary>

${text2}

</details>`;
    }
    case "needs-inputs":
      return `It cannot be planned by itself: somebody has to say ${plan.inputs.map(inlineCode).join(", ")}.`;
    case "failed":
      return `⚠️ It cannot be planned now: ${escapeText(plan.words)}`;
    default:
      return plan;
  }
}
var statusWords = {
  begun: "⏳ began",
  done: "✅ done",
  "nothing-to-do": "➖ nothing to do",
  refused: "⛔ refused",
  compensated: "↩️ failed, and undone",
  stuck: "🆘 failed, and could not be undone",
  failed: "❌ failed"
};
function renderAutomatic({ incident, automatic }) {
  const lines = incident.automatic.map(
    ({ runbook, at, status, words }) => `- ${dateText(at)}, started by the alarm: ${inlineCode(runbook)} ${statusWords[status]}${words === "" ? "" : `: ${escapeText(words)}`}`
  );
  const left = automatic.kind === "leave" ? [`- ${inlineCode(automatic.runbook)} is not started by itself: ${escapeText(automatic.because)}.`] : [];
  const next = automatic.kind === "run" ? [`- ${inlineCode(automatic.runbook.id)} is started by the alarm, as the configuration allows.`] : [];
  return [...lines, ...left, ...next].join("\n");
}

// src/actions/runbook/incident/render/course.ts
var partCounts = [36, 24, 12, 6];
var largest = 1e15;
var sparklineWidth = 36;
function renderCourse(course) {
  if (!course) return "";
  const { evaluation, window, watched } = course;
  const hours = Math.round((window.to.getTime() - window.from.getTime()) / 36e5);
  const limit = watched.threshold === void 0 ? "" : `, threshold ${amountText(watched.threshold, watched.unit)}`;
  const heading = `### The last ${hours} hours${limit}`;
  const points = pointsOf(evaluation);
  if (points.values.length === 0) {
    const because = evaluation.kind === "unavailable" ? `not available: ${evaluation.because}` : "nothing was measured";
    return `${heading}

${inlineCode(because)}`;
  }
  return `${heading}

${renderChart(course) ?? renderLine(course)}`;
}
function renderLine({ evaluation, window, watched }) {
  const points = pointsOf(evaluation);
  const range = [Math.min(...points.values), Math.max(...points.values)].map((value) => amountText(value, watched.unit));
  return `${inlineCode(sparkline(points, window, sparklineWidth))} from ${range.join(" to ")}; a dot is a time without data.`;
}
function renderChart({ title, watched, evaluation, window }) {
  const values = wholeSeries(evaluation, window);
  if (values === void 0) return void 0;
  const { threshold, unit } = watched;
  const isDrawn2 = threshold !== void 0 && Math.abs(threshold) <= largest;
  const lines = [values, ...isDrawn2 ? [values.map(() => threshold)] : []];
  const lowest = Math.min(0, ...lines.flat());
  const highest = Math.max(...lines.flat());
  const minutes = Math.round((window.to.getTime() - window.from.getTime()) / 6e4);
  return [
    "```mermaid",
    // Its own first colour can hardly be seen; these can, on white and on black.
    chartTheme(chartColours.alarming, chartColours.beside),
    "xychart-beta",
    `  title "${quotable(title)}${isDrawn2 ? ", and its threshold" : ""}"`,
    `  x-axis "minutes before ${window.to.toISOString().slice(11, 16)} UTC" ${-minutes} --> 0`,
    `  y-axis "${unit}" ${digits(lowest)} --> ${digits(Math.max(highest * 1.1, lowest + 1e-3))}`,
    ...lines.map((line) => `  line [${line.map(digits).join(", ")}]`),
    "```"
  ].join("\n");
}
function wholeSeries(evaluation, window) {
  for (const count2 of partCounts) {
    const means = bucketMeans(pointsOf(evaluation), window, count2).flatMap((value) => value ?? []);
    if (means.length === count2 && means.every((value) => Math.abs(value) <= largest)) return means;
  }
  return void 0;
}
function digits(value) {
  const text2 = value.toFixed(Math.abs(value) >= 100 ? 0 : 4);
  return text2.includes(".") ? text2.replace(/\.?0+$/, "") : text2;
}
function quotable(text2) {
  return text2.replace(/[^\p{L}\p{N} ,.()%-]/gu, " ");
}

// src/actions/runbook/incident/render/issue.ts
var severityWords = {
  critical: "critical: users notice",
  major: "major: users soon may notice",
  minor: "minor: it can wait until the morning"
};
function labelsOf({ severity }) {
  return ["incident", `severity: ${severity}`];
}
var longestTitle = 200;
function titleOf(subject, { environment }) {
  const title = `Incident in ${environment}: ${visibleLine(subject.known?.title ?? subject.alarm.name)}`;
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}
function renderIncident(facts) {
  const { incident } = facts;
  return [
    renderHeadline(facts),
    renderState(facts),
    renderCourse(facts.course),
    renderSuspects(facts.suspects),
    renderActions(facts),
    "### Times",
    renderTimes(incident),
    renderMoments(incident),
    renderFooter(facts)
  ].filter((part) => part !== "").join("\n\n");
}
function renderHeadline({ subject, standing, incident, now, quietSeconds }) {
  const about = escapeText(subject.known?.about ?? `The alarm ${subject.alarm.name} rings`);
  const where = `in ${inlineCode(incident.environment)}`;
  const since = `${dateText(incident.openedAt)} (${spanText((now.getTime() - Date.parse(incident.openedAt)) / 1e3)})`;
  switch (standing.kind) {
    case "ringing":
      return `🔴 **${about}** ${where}, since ${since}.`;
    case "ok": {
      const closesAt = new Date(Date.parse(standing.since) + quietSeconds * 1e3).toISOString();
      return `🟡 **It is over so far:** ${about} ${where} from ${dateText(incident.openedAt)} to ${dateText(standing.since)}. It is closed when it stays so until ${dateText(closesAt)}.`;
    }
    case "unknown":
      return `⚪ **Nobody can tell whether it is over:** ${about} ${where}, since ${since}; now there is too little data.`;
    default:
      return standing;
  }
}
var stateSigns = { ALARM: "🔴 rings", OK: "🟢 OK", INSUFFICIENT_DATA: "⚪ no data" };
var mostMembers = 30;
var longestReason = 300;
function renderState({ subject, incident, region }) {
  const { alarm, members } = subject;
  const shown = members.filter(({ name, state }) => state !== "OK" || incident.members.includes(name));
  const rows = [alarm, ...shown.slice(0, mostMembers)].map(({ name, state, transitionedAt, reason }) => {
    const words = reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason;
    return `| ${link(name, consoleAddress(region, name))} | ${stateSigns[state]} | ${dateText(transitionedAt)} | ${escapeText(words)} |`;
  });
  const rings = incident.rings > 1 ? ` It has rung ${incident.rings} times.` : "";
  const left = shown.length > mostMembers ? `

*${shown.length - mostMembers} alarms more*` : "";
  const table = ["| Alarm | State | since | CloudWatch says |", "|---|---|---|---|", ...rows].join("\n");
  return `Severity **${severityWords[incident.severity]}**.${rings}${acknowledgedText(incident)}

${table}${left}`;
}
function acknowledgedText({ acknowledged }) {
  return acknowledged ? ` Acknowledged by ${escapeText(acknowledged.by)}.` : ` Nobody has acknowledged it: comment ${inlineCode("/ack")}.`;
}
function consoleAddress(region, alarm) {
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(alarm)}`;
}
var suspectSigns = {
  deploy: "🚀",
  merge: "🔀",
  "game-day": "🎯",
  runbook: "📗",
  lock: "🔒",
  hold: "🔒"
};
var mostSuspects = 15;
function renderSuspects(suspects) {
  const heading = "### What changed lately";
  const hours = suspectSeconds / 3600;
  if (suspects.length === 0)
    return `${heading}

Nothing that we know of: no deploy, merge, game day or runbook within ${hours} hours.`;
  const lines = suspects.slice(0, mostSuspects).map(({ kind, words, at, url, isUnderWay }) => {
    const told = url === void 0 ? escapeText(words) : link(words, url);
    return `- ${suspectSigns[kind]} ${dateText(at)}: ${told}${isUnderWay ? " **(under way)**" : ""}`;
  });
  const left = suspects.length > mostSuspects ? [`- *${suspects.length - mostSuspects} more*`] : [];
  return [heading, "", ...lines, ...left].join("\n");
}
function renderFooter({ now, runUrl }) {
  return `<sub>Kept up to date by Opsdeck; last at ${dateText(now.toISOString())} by a ${link("run", runUrl)}. It closes itself when the alarm stays OK.</sub>`;
}

// src/actions/runbook/incident/tell.ts
async function noteIncident({ world }, incident, change, moments = []) {
  const written = await reviseIncident(
    world,
    incident,
    (current) => current?.id === incident.id ? withChange(current, change(current), moments) : void 0
  );
  return written?.id === incident.id ? written : incident;
}
async function tellIncident(telling, incident, subject) {
  const standing = standingOf(subject, incident.members);
  const looked = await lookAtIssue(telling, incident);
  if (looked.closedAt !== void 0) return { incident: looked, automatic: { kind: "none" } };
  const current = await noteMitigation(telling, looked);
  const { report, automatic } = await reportOf(telling, current, { subject, standing });
  const { issues, clock } = telling.world;
  const known = current.issue === void 0 ? void 0 : await issues.update(current.issue, report);
  const issue = known ?? await issues.upsertOpen(report);
  const told = newsOf({ subject, standing }, current);
  const change = { issue: issue.number, issueUrl: issue.url, toldAt: clock.now().toISOString(), told };
  return { incident: await noteIncident(telling, current, () => change), automatic };
}
async function lookAtIssue(telling, incident) {
  const { issues, clock, settings } = telling.world;
  if (incident.issue === void 0) return incident;
  const state = await issues.look(incident.issue, incidentMarker(settings.environment, incident.id));
  if (!state) return incident;
  const now = clock.now().toISOString();
  if (!state.isOpen) {
    const change = { closedAt: now, ending: "person" };
    return noteIncident(telling, incident, () => change, [{ at: now, words: "closed by a person while it rang" }]);
  }
  const [assignee] = state.assignees;
  const answer = state.firstAnswer ?? (assignee === void 0 ? void 0 : { by: assignee, at: now });
  if (incident.acknowledged || !answer) return incident;
  const at = [new Date(answer.at).toISOString(), incident.noticedAt].sort().at(-1) ?? now;
  const acknowledged = { by: answer.by, at };
  const moments = [{ at, words: `acknowledged by ${answer.by}` }];
  return noteIncident(telling, incident, (current) => ({ acknowledged: current.acknowledged ?? acknowledged }), moments);
}
async function noteMitigation(telling, incident) {
  if (incident.mitigated) return incident;
  const mitigated = mitigationOf(incident, telling.suspects);
  return mitigated ? noteIncident(telling, incident, () => ({ mitigated }), [mitigated]) : incident;
}
async function reportOf(telling, incident, { subject, standing }) {
  const { world, known, suspects, courses, planner, ledger, isStorm } = telling;
  const { environment, region, runUrl, config } = world.settings;
  const now = world.clock.now();
  const matching2 = matchRunbooks(subject, known, world.runbooks);
  const automatic = standing.kind === "ringing" ? decideAutomatic({
    ...{ now, environment, incident, ledger, suspects, isStorm },
    matching: matching2.runbooks,
    rules: config.automatic
  }) : { kind: "none" };
  const plan = standing.kind === "ringing" ? await planner(matching2) : void 0;
  const course = courses.get(incident.alarm);
  const facts = {
    ...{ incident, subject, standing, now, region, runUrl, suspects, matching: matching2, automatic },
    quietSeconds: config.quietSeconds,
    ...plan && { plan },
    ...course && { course }
  };
  const report = {
    marker: incidentMarker(environment, incident.id),
    title: titleOf(subject, incident),
    body: renderIncident(facts),
    labels: labelsOf(incident)
  };
  return { report, automatic };
}

// src/actions/runbook/incident/perform.ts
async function performAll(telling, effects) {
  const performed = [];
  for (const effect of effects) performed.push(await perform(telling, effect));
  return performed;
}
async function perform(telling, effect) {
  const alarm = "subject" in effect ? effect.subject.alarm.name : effect.incident.alarm;
  const subject = "subject" in effect ? { subject: effect.subject } : {};
  try {
    const told = await performEffect(telling, effect);
    return { kind: effect.kind, alarm, ...subject, ...told && { told } };
  } catch (error) {
    const words = wordsOf(error);
    telling.world.progress.warning(`Could not ${effect.kind} the incident of ${alarm}: ${words}`);
    return { kind: effect.kind, alarm, ...subject, failure: words };
  }
}
async function performEffect(telling, effect) {
  switch (effect.kind) {
    case "open":
      return tellIncident(telling, await begin(telling, effect.subject, effect.since), effect.subject);
    case "reopen":
      return reopen(telling, effect.subject, effect.incident);
    case "adopt":
      return adopt(telling, effect);
    case "absorb":
      await absorb(telling, effect.incident, effect.by);
      return void 0;
    case "update":
      return tellIncident(telling, await seeAgain(telling, effect.incident, effect.subject), effect.subject);
    case "miss":
      await miss(telling, effect.incident);
      return void 0;
    case "close":
      await close(telling, effect);
      return void 0;
    default:
      return effect;
  }
}
function newIncident({ world }, { alarm, severity, members }, since) {
  const { environment } = world.settings;
  const now = world.clock.now().toISOString();
  return {
    id: `${slugOf(environment, alarm.name)}-${stampOf(since)}`,
    environment,
    alarm: alarm.name,
    arn: alarm.arn,
    severity,
    members: ringingNames(members),
    openedAt: since,
    lastRangAt: alarm.transitionedAt,
    rings: 1,
    noticedAt: now,
    automatic: [],
    timeline: [{ at: since, words: `${alarm.name} rang` }]
  };
}
function ringingNames(members) {
  return members.filter(({ state }) => state === "ALARM").map(({ name }) => name);
}
async function begin(telling, subject, since) {
  const fresh = newIncident(telling, subject, since);
  const written = await reviseIncident(telling.world, fresh, (current) => current && isOpen(current) ? void 0 : fresh);
  return written ?? fresh;
}
async function reopen(telling, subject, incident) {
  const { world } = telling;
  const { alarm } = subject;
  const fresh = { lastRangAt: alarm.transitionedAt, rings: incident.rings + 1 };
  const over = { closedAt: void 0, ending: void 0, resolvedAt: void 0, mitigated: void 0, goneSince: void 0 };
  const again = { ...over, ...fresh };
  const opened = withChange(incident, again, [{ at: alarm.transitionedAt, words: "it rings again" }]);
  if (incident.issue !== void 0) {
    const marker = incidentMarker(world.settings.environment, incident.id);
    await world.issues.reopen(incident.issue, marker, renderReopening(opened));
  }
  const written = await noteIncident(telling, incident, () => again, [{ at: alarm.transitionedAt, words: "it rings again" }]);
  return tellIncident(telling, written, subject);
}
async function adopt(telling, { subject, from, others }) {
  const { alarm, severity, members } = subject;
  const moment2 = { at: alarm.transitionedAt, words: `${alarm.name} sums it up from now on` };
  const inherited = {
    ...from,
    alarm: alarm.name,
    arn: alarm.arn,
    severity,
    members: [.../* @__PURE__ */ new Set([from.alarm, ...others.map((other) => other.alarm), ...ringingNames(members)])],
    lastRangAt: alarm.transitionedAt
  };
  const wanted = withChange(inherited, {}, [moment2]);
  const written = await reviseIncident(telling.world, wanted, (current) => current && isOpen(current) ? void 0 : wanted);
  const composite = written ?? wanted;
  for (const part of [from, ...others]) await absorb(telling, part, composite);
  return tellIncident(telling, composite, subject);
}
async function absorb(telling, incident, by) {
  const { world } = telling;
  if (incident.issue !== void 0 && incident.issue !== by.issue)
    await world.issues.close(incidentMarker(world.settings.environment, incident.id), renderContinued(by));
  const now = world.clock.now().toISOString();
  await noteIncident(telling, incident, () => ({ closedAt: now, ending: "continued" }));
}
function seeAgain(telling, incident, { alarm, members }) {
  const names = [.../* @__PURE__ */ new Set([...incident.members, ...ringingNames(members)])];
  const ringsAgain = alarm.state === "ALARM" && alarm.transitionedAt > incident.lastRangAt;
  const moments = ringsAgain ? [{ at: alarm.transitionedAt, words: "it rings again" }] : [];
  return noteIncident(
    telling,
    incident,
    (current) => ({
      members: names,
      goneSince: void 0,
      ...ringsAgain && { lastRangAt: alarm.transitionedAt, rings: current.rings + 1 }
    }),
    moments
  );
}
async function miss(telling, incident) {
  const at = telling.world.clock.now().toISOString();
  await noteIncident(telling, incident, () => ({ goneSince: at }), [{ at, words: "there is no such alarm any more" }]);
}
async function close(telling, { incident, ending, resolvedAt }) {
  const { world } = telling;
  const over = { at: resolvedAt, words: ending === "quiet" ? "the alarm was OK again" : "the alarm is gone" };
  const mitigated = mitigationOf(incident, telling.suspects, over) ?? over;
  const resolved = { ...incident, resolvedAt, mitigated };
  if (incident.issue !== void 0)
    await world.issues.close(incidentMarker(world.settings.environment, incident.id), renderClosing(resolved, ending));
  const closedAt = world.clock.now().toISOString();
  await noteIncident(telling, incident, () => ({ resolvedAt, mitigated, closedAt, ending }), [{ at: closedAt, words: "closed" }]);
}

// src/actions/runbook/incident/run-automatic.ts
async function claimAutomatic(telling, performed) {
  if (telling.world.signal?.aborted) return void 0;
  for (const { told, subject } of performed) {
    if (told?.automatic.kind !== "run" || !subject) continue;
    const { runbook, rule } = told.automatic;
    const begun = { runbook: runbook.id, at: telling.world.clock.now().toISOString(), status: "begun", words: "" };
    const incident = await claim(telling, told.incident, begun);
    return incident && { incident, subject, runbook, rule, begun };
  }
  return void 0;
}
async function runClaimed(telling, { incident, subject, runbook, rule, begun }) {
  const { world } = telling;
  const reason = `the alarm ${incident.alarm} rings`.slice(0, longestReason2);
  const result = await world.engine.run({ runbook, inputs: rule.inputs, incident, reason }).catch((error) => ({ status: "failed", words: wordsOf(error) }));
  const run = { ...begun, status: result.status, words: cutWords(result.words) };
  const after = await noteRun(telling, incident, run);
  await attempt(world, `tell of the run of ${run.runbook}`, () => tellRun(telling, after, run));
  await attempt(world, "bring the issue up to date", () => tellIncident(telling, after, subject));
  return run;
}
var longestReason2 = 300;
function noteRun(telling, incident, run) {
  const at = telling.world.clock.now().toISOString();
  const mitigated = { at, words: `runbook ${run.runbook}, started by the alarm` };
  return noteIncident(
    telling,
    incident,
    (current) => ({
      automatic: current.automatic.map((each) => each.at === run.at && each.runbook === run.runbook ? run : each),
      ...run.status === "done" && !current.mitigated && { mitigated }
    }),
    [{ at, words: `runbook ${run.runbook}: ${run.status}` }]
  );
}
async function claim({ world }, incident, begun) {
  const { environment } = world.settings;
  const start = { runbook: begun.runbook, incident: incident.id, at: begun.at };
  if (!await claimStart(world.documents, environment, start)) return void 0;
  let isOurs = false;
  const written = await reviseIncident(world, incident, (current) => {
    isOurs = current?.id === incident.id && !current.automatic.some(({ runbook }) => runbook === begun.runbook);
    return isOurs && current ? withChange(current, { automatic: [...current.automatic, begun] }, [
      { at: begun.at, words: `runbook ${begun.runbook} started by the alarm` }
    ]) : void 0;
  });
  return isOurs ? written : void 0;
}
async function tellRun({ world }, { issue }, run) {
  if (issue !== void 0) await world.issues.comment(issue, renderRun(run));
}

// src/actions/runbook/incident/steps.ts
async function walk(progress, step, body) {
  progress.info(`▸ ${step}`);
  const result = await body();
  progress.info(`✔ ${step}`);
  return result;
}

// src/actions/runbook/incident/render/storm.ts
var budget = 5e4;
function stormTitleOf({ environment }) {
  return `Alarm storm in ${environment}`;
}
function renderStorm({ storm, situation, suspects, now, runUrl }) {
  const { environment, rows, openedAt, past } = storm;
  const ringing = rows.filter(({ alarm }) => situation.byName.get(alarm)?.state === "ALARM").length;
  return [
    `🌩️ **${ringing} alarms ring in ${inlineCode(environment)} that have no issue of their own**, since ${dateText(openedAt)}.`,
    `More than ${mostNewIssues} began to ring at once, so they are listed here. Look for what they have in common; ${inlineCode(`/runbook run collect-diagnostics environment=${environment}`)} collects what there is to see. Nothing is started by itself meanwhile.`,
    renderRows(storm, situation),
    past === 0 ? "" : `${past} others have come and gone.`,
    suspects.length === 0 ? "" : [
      "**What changed lately:**",
      ...suspects.slice(0, 10).map(({ words, at }) => `- ${dateText(at)}: ${escapeText(words)}`)
    ].join("\n"),
    `<sub>Last brought up to date at ${dateText(now.toISOString())} by a ${link("run", runUrl)}. It closes itself when all of it is OK; when few are left, each gets its own issue.</sub>`
  ].filter((part) => part !== "").join("\n\n");
}
function renderRows({ rows }, { byName, known }) {
  const lines = [];
  let left = budget;
  for (const { alarm, severity, since } of rows) {
    const line = `| ${inlineCode(alarm).replaceAll("|", "\\|")} | ${severity} | ${byName.get(alarm)?.state ?? "gone"} | ${dateText(since)} | ${escapeText(known.get(alarm)?.about ?? "")} |`;
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  const more = rows.length - lines.length;
  const table = ["| Alarm | Severity | State | since | |", "|---|---|---|---|---|", ...lines].join("\n");
  return more === 0 ? table : `${table}

*${more} more*`;
}
function renderStormEnd({ past }, promoted) {
  const own = promoted === 0 ? "" : ` ${promoted} that still ring have issues of their own now.`;
  return `🌤️ The storm is over: ${past} alarms have come and gone.${own}`;
}

// src/actions/runbook/incident/storm.ts
async function performStorm(telling, { before, effect, situation, promoted }) {
  const { world, suspects } = telling;
  const { environment, runUrl } = world.settings;
  switch (effect.kind) {
    case "none":
      return void 0;
    case "end":
      if (before?.issue !== void 0)
        await world.issues.close(incidentMarker(environment, before.id), renderStormEnd(effect, promoted));
      await writeStorm(world, environment, void 0);
      return void 0;
    case "hold": {
      const now = world.clock.now();
      const begun = before ?? { environment, id: `storm-${stampOf(now.toISOString())}`, openedAt: now.toISOString() };
      const storm = { ...begun, rows: effect.rows, past: effect.past };
      await writeStorm(world, environment, storm);
      const report = {
        marker: incidentMarker(environment, storm.id),
        title: stormTitleOf(storm),
        body: renderStorm({ storm, situation, suspects, now, runUrl }),
        labels: labelsOf({ severity: "critical" })
      };
      const known = storm.issue === void 0 ? void 0 : await world.issues.update(storm.issue, report);
      const { number, url } = known ?? await world.issues.upsertOpen(report);
      const told = { ...storm, issue: number, issueUrl: url };
      if (storm.issue !== number) await writeStorm(world, environment, told);
      return told;
    }
    default:
      return effect;
  }
}

// src/actions/runbook/incident/handle-alarms.ts
var lockWaitSeconds = 600;
async function handleAlarms(world, request) {
  const { progress, settings } = world;
  const key = incidentsLockKey(settings.environment);
  const version = await walk(progress, "lock", () => lock(world, key));
  const handled = await handle(world, request).finally(() => walk(progress, "unlock", () => releaseLock(world, key, version)));
  const { telling, claimed, outcome } = handled;
  if (!claimed) return outcome;
  const run = await walk(progress, "automatic", () => runClaimed(telling, claimed));
  return { ...outcome, automatic: [run] };
}
async function lock(world, key) {
  const { environment, pollSeconds } = world.settings;
  const acquired = await acquireLock(world, {
    key,
    subject: `The incidents of ${environment}`,
    reason: "alarms",
    waitSeconds: lockWaitSeconds,
    pollSeconds,
    stateLocks: [],
    unreadable: (problems) => failure({
      code: "incident/lock-unreadable",
      what: `${key} is no lock of ours, so nobody can tell who handles the alarms of ${environment}.`,
      next: "Remove that document from the state bucket, and run the workflow runbook with the mode alarms.",
      details: problems
    })
  });
  if (acquired.kind === "held") return acquired.version;
  throw failure({
    code: "incident/busy",
    what: `Another run has been handling the alarms of ${environment} for ${lockWaitSeconds / 60} minutes.`,
    next: "See whether that run is stuck; the next event, or the schedule, looks at all alarms again."
  });
}
async function handle(world, request) {
  const { progress, settings } = world;
  const hints = parseHints(request.alarms, settings);
  const { facts, suspects, foreign } = await walk(progress, "gather", () => gather(world, hints));
  const ignored = [...hints.ignored, ...foreign];
  for (const line of ignored) progress.info(`Ignored: ${line}.`);
  const decision = await walk(progress, "decide", async () => decide(facts));
  const telling = {
    ...{ world, known: facts.known, suspects, isStorm: decision.storm.kind === "hold" },
    courses: await gatherCourses(world, subjectsOf(decision.effects), facts.known),
    planner: openPlanner(world),
    ledger: await ledgerOf(world)
  };
  const { performed, storm, failures } = await walk(progress, "tell", () => tellAll(telling, decision, facts.storm));
  const claimed = await attempt(world, "start a runbook", () => claimAutomatic(telling, performed));
  const { byName } = decision.situation;
  const outcome = {
    environment: settings.environment,
    alarms: byName.size,
    ringing: [...byName.values()].filter(({ state }) => state === "ALARM").length,
    ...{ performed, automatic: [], ignored, deferred: decision.deferred, failures },
    ...storm && { storm }
  };
  return { telling, outcome, claimed };
}
function subjectsOf(effects) {
  return effects.flatMap((effect) => "subject" in effect ? [effect.subject] : []);
}
async function ledgerOf(world) {
  const { documents, settings } = world;
  const found = await attempt(world, "tell what alarms have started today", () => gatherLedger(documents, settings.environment));
  return found?.ledger;
}
async function tellAll(telling, decision, before) {
  const performed = await performAll(telling, decision.effects);
  const failures = performed.flatMap(({ alarm, failure: words }) => words === void 0 ? [] : [`${alarm}: ${words}`]);
  const stormed = new Set(before?.rows.map(({ alarm }) => alarm));
  const promoted = performed.filter(({ alarm, told }) => told && stormed.has(alarm)).length;
  try {
    const storm = await performStorm(telling, { before, effect: decision.storm, situation: decision.situation, promoted });
    return { performed, ...storm && { storm }, failures };
  } catch (error) {
    telling.world.progress.warning(`Could not tell of the alarm storm: ${wordsOf(error)}`);
    return { performed, failures: [...failures, `storm: ${wordsOf(error)}`] };
  }
}

// src/actions/runbook/incident-engine.ts
var byAlarm = { by: "alarm", door: "alarm", approvedRisk: "medium" };
function openIncidentEngine(world, environment) {
  const requestOf = ({ runbook, inputs }, asking) => {
    const asked = { ...asking, environment, runbook: runbook.id, inputs };
    const parsed2 = parseRequest(world.runbooks, asked, world.clock.now());
    if (parsed2.kind === "bad") throw bad(runbook.id, parsed2.problems);
    return parsed2.request;
  };
  return {
    // Whoever reads it would run it by a comment.
    plan: async (ask) => renderPlan(await planRunbook(world, requestOf(ask, { ...byAlarm, reason: "" })), "comment"),
    run: async (ask) => {
      const result = await runRunbook(world, requestOf(ask, { ...byAlarm, reason: ask.reason }));
      const { failure: failed, outputs } = reportOfRun(result, "alarm");
      const words = failed?.message ?? ("journal" in result ? result.journal.because ?? "" : "there was nothing to do");
      return { status: statusOf(outputs.status), words };
    }
  };
}
var statuses = ["done", "nothing-to-do", "refused", "compensated", "stuck"];
function statusOf(status) {
  return statuses.find((each) => each === status) ?? "failed";
}
function bad(runbook, problems) {
  return failure({
    code: "runbook/request",
    what: `${runbook} cannot be started by an alarm as it is configured: ${problems.join("; ")}.`,
    next: "Correct its inputs under runbooks.automatic in .github/opsdeck.json."
  });
}

// src/actions/runbook/incident/render/summary.ts
var kindWords = {
  open: "🔴 opened",
  reopen: "🔴 opened again",
  adopt: "🔗 summed up",
  absorb: "🔗 goes on elsewhere",
  update: "✏️ brought up to date",
  miss: "➖ there is no such alarm any more",
  close: "✅ closed"
};
function messageOf({ environment, alarms, ringing, performed, storm, failures }) {
  const count2 = (...kinds) => performed.filter(({ kind, failure: failed }) => kinds.includes(kind) && failed === void 0).length;
  const parts = [
    `${count2("open", "reopen", "adopt")} opened`,
    `${count2("update")} brought up to date`,
    `${count2("close")} closed`,
    ...storm ? [`a storm of ${storm.rows.length}`] : [],
    ...failures.length > 0 ? [`${failures.length} failed`] : []
  ];
  return `${ringing} of ${alarms} alarms ring in ${environment}; incidents: ${parts.join(", ")}.`;
}
function renderAlarmsSummary(outcome) {
  const { environment, performed, storm, automatic, ignored, deferred, failures } = outcome;
  const rows = performed.map(({ kind, alarm, told, failure: failed }) => {
    const issue = told?.incident.issueUrl === void 0 ? "" : link(`#${told.incident.issue}`, told.incident.issueUrl);
    return `| ${inlineCode(alarm).replaceAll("|", "\\|")} | ${failed === void 0 ? kindWords[kind] : "❌ failed"} | ${issue} |`;
  });
  return [
    `## Alarms of ${escapeText(environment)}`,
    escapeText(messageOf(outcome)),
    rows.length === 0 ? "" : ["| Alarm | | Issue |", "|---|---|---|", ...rows].join("\n"),
    storm?.issueUrl === void 0 ? "" : `🌩️ ${link("Alarm storm", storm.issueUrl)}: ${storm.rows.length} alarms.`,
    ...automatic.map(
      ({ runbook, status, words }) => `📗 ${inlineCode(runbook)}, started by an alarm: ${status}. ${escapeText(words)}`
    ),
    deferred === 0 ? "" : `${deferred} incidents are left for the next run.`,
    ignored.map((line) => `- Ignored: ${escapeText(line)}`).join("\n"),
    failures.map((line) => `- ❌ ${escapeText(line)}`).join("\n")
  ].filter((part) => part !== "").join("\n\n");
}
function failureOfAlarms({ environment, failures }) {
  if (failures.length === 0) return void 0;
  return failure({
    code: "incident/incomplete",
    what: `Of the alarms of ${environment}, ${failures.length} could not be told of: ${failures[0]}.`,
    next: "Mend what the log says; the next event, or the schedule, does the rest.",
    details: failures
  });
}

// src/actions/runbook/report-of-incidents.ts
function reportOfAlarms(outcome) {
  const failed = failureOfAlarms(outcome);
  const outputs = { status: failed ? "unfinished" : "done", message: escapeText(messageOf(outcome)), journal: "" };
  return { outputs, markdown: renderAlarmsSummary(outcome), ...failed && { failure: failed } };
}
function reportOfAck(result) {
  const { kind } = result;
  switch (kind) {
    case "acknowledged": {
      const minutes = Math.round(result.seconds / 60);
      return said(kind, `${inlineCode(result.alarm)} is looked after, ${minutes} minutes after its incident was opened.`);
    }
    case "already":
      return said(kind, `${escapeText(result.by)} looks after it already, since ${escapeText(result.at)}.`);
    case "closed":
      return said(kind, "The incident is over: there is nothing to look after.");
    case "none":
      return { ...said(kind, "This is no issue of an incident."), failure: noIncident() };
    default:
      return kind;
  }
}
function said(status, message) {
  return { outputs: { status, message, journal: "" }, markdown: message };
}
function noIncident() {
  return failure({
    code: "incident/none",
    what: "This is no issue of an incident.",
    next: "Comment /ack in the issue that the alarm has opened."
  });
}

// src/actions/runbook/perform-incidents.ts
async function performIncidents(world, asked, { environment, config }) {
  if (asked.mode === "ack") return reportOfAck(await acknowledge(world, asked.issue, asked.by));
  const { names, region, pollSeconds } = world.settings;
  const settings = { environment, names, region, pollSeconds, config, runUrl: world.run.url };
  const engine = openIncidentEngine(world, environment);
  return reportOfAlarms(await handleAlarms({ ...world, engine, settings }, asked));
}
export {
  performIncidents
};
