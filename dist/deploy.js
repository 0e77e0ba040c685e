import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  findImage
} from "./chunks/chunk-CP4AM23R.js";
import {
  openProgressLine
} from "./chunks/chunk-QW7FHUYZ.js";
import {
  gateOutput,
  isAccepted,
  missing,
  refused,
  stacksOfPullRequest
} from "./chunks/chunk-7WR7RJ4L.js";
import "./chunks/chunk-HSY6F4OR.js";
import {
  applyPlanned,
  asFailure,
  bakeSecondsOf,
  cancelled,
  decideTarget,
  deployContract,
  gatherGoods,
  gatherHeld,
  gatherSerial,
  gatherTaskDefinition,
  goodsOf,
  hostTarget,
  isPassing,
  keep,
  leastRequests,
  openService,
  planService,
  releaseOf,
  reportOf,
  ringSecondsOf,
  rollBack,
  unreadable,
  watchedAlarms,
  withEnvironment,
  worldOf,
  writeGoods
} from "./chunks/chunk-O67LOTMR.js";
import "./chunks/chunk-KHEIVGV3.js";
import {
  beginJournal,
  goodServicesKey,
  hostGroup,
  identityOf,
  pinnedImage,
  shortSha,
  walk,
  withKept,
  wordsOf
} from "./chunks/chunk-LUZORTMF.js";
import "./chunks/chunk-NAVUIGLH.js";
import {
  initStack,
  planStack
} from "./chunks/chunk-ZQO7ENYS.js";
import "./chunks/chunk-7QHSQBGH.js";
import {
  summarise
} from "./chunks/chunk-5AANYACB.js";
import "./chunks/chunk-Z4AOQWZG.js";
import "./chunks/chunk-XOZFNCSE.js";
import "./chunks/chunk-HQZ43T45.js";
import {
  hostPlatform
} from "./chunks/chunk-NZRVG2PT.js";
import {
  shownDigestLength
} from "./chunks/chunk-LQ2E7PBK.js";
import "./chunks/chunk-D2SC5CUA.js";
import "./chunks/chunk-QKXRQCSS.js";
import "./chunks/chunk-7WE5OENK.js";
import "./chunks/chunk-YKXHXIZI.js";
import {
  performCommand
} from "./chunks/chunk-24TMGAD3.js";
import "./chunks/chunk-TMEDGICA.js";
import {
  computePlaces,
  resolveMetric
} from "./chunks/chunk-CRPB3X4L.js";
import {
  watchInJob
} from "./chunks/chunk-NL5HBBBG.js";
import "./chunks/chunk-R2VGQB5B.js";
import "./chunks/chunk-K55OL2P5.js";
import "./chunks/chunk-WCGR2JY4.js";
import "./chunks/chunk-J7QSSOHS.js";
import "./chunks/chunk-7OQTKSXI.js";
import "./chunks/chunk-2TWVQLQY.js";
import {
  openMetrics
} from "./chunks/chunk-ESLBEAMM.js";
import {
  publicationDelaySeconds
} from "./chunks/chunk-HT45RTQD.js";
import "./chunks/chunk-ISNOQV6L.js";
import "./chunks/chunk-4OZFDGFS.js";
import "./chunks/chunk-332JFOK2.js";
import {
  catalogue
} from "./chunks/chunk-DNHKTROV.js";
import "./chunks/chunk-XXM2JR5H.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-NBLDYUCQ.js";
import {
  mainService,
  prefixOf
} from "./chunks/chunk-VVCDHVEB.js";
import "./chunks/chunk-2CJY75CO.js";
import "./chunks/chunk-P62CZXMM.js";
import {
  login
} from "./chunks/chunk-4UFK7XPI.js";
import "./chunks/chunk-OYONWVJN.js";
import {
  visibleLine
} from "./chunks/chunk-6W7UW3BG.js";
import "./chunks/chunk-RVEYIF44.js";
import {
  clientConfig,
  cloudInJob
} from "./chunks/chunk-VJYTSQDM.js";
import "./chunks/chunk-ERGPEBEO.js";
import "./chunks/chunk-TDX7Z4V6.js";
import "./chunks/chunk-4G6PF3FE.js";
import "./chunks/chunk-GDIXMUJ4.js";
import "./chunks/chunk-ZMICUTQW.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-XSWGJYED.js";
import {
  gitHubInJob
} from "./chunks/chunk-VOMR5SH2.js";
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
  stackFile,
  synthLimits
} from "./chunks/chunk-47IA4W2X.js";
import {
  readStackFolder
} from "./chunks/chunk-EQ3BX3XD.js";
import "./chunks/chunk-FQ3EPMCS.js";
import "./chunks/chunk-I3IM6THR.js";
import "./chunks/chunk-4ZZDUD76.js";
import "./chunks/chunk-HJYFICUU.js";
import {
  commit,
  matching,
  optional,
  parseRecord
} from "./chunks/chunk-NZLX3UOY.js";
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

// src/actions/deploy/main.ts
import { resolve } from "node:path";

// src/actions/deploy/command.ts
var environmentName = matching(
  "2 to 12 lower case letters, digits and single hyphens",
  /^(?!.*--)[a-z][a-z0-9-]{0,10}[a-z0-9]$/
);
var words = matching("a text of up to 500 characters", /^[\s\S]{0,499}\S$/);
var digest = matching("the digest of a plan, 64 hex digits", /^[0-9a-f]{64}$/);
function commandOf(inputs) {
  const { mode } = inputs;
  const anywhere = { environment: environmentName };
  switch (mode) {
    case "plan": {
      const asked = check(inputs, { ...anywhere, commit });
      return { mode, commit: asked.commit };
    }
    case "platform": {
      const asked = check(inputs, { ...anywhere, "digest-platform": digest });
      return { mode, digest: asked["digest-platform"] };
    }
    case "service": {
      const fields = { ...anywhere, commit, by: optional(login), reason: optional(words) };
      const { environment: _, ...asked } = check(inputs, fields);
      return { mode, request: { ...asked, isRecovery: inputs.recovery } };
    }
    case "rollback": {
      const { by, reason } = check(inputs, { ...anywhere, by: login, reason: words });
      return { mode, request: { by, reason } };
    }
    default:
      return mode;
  }
}
function check(inputs, fields) {
  const parsed = parseRecord(inputs, fields);
  if (parsed.kind === "valid") return parsed.value;
  throw failure({
    code: "action/inputs",
    what: `Bad inputs for deploy:
${parsed.problems.map((problem) => `- ${problem}`).join("\n")}`,
    next: `Correct them: in the comment that commands it, or in the workflow, under the step's "with".`
  });
}

// src/actions/deploy/host-gate.ts
function passHost(files, host) {
  const expected = stacksOfPullRequest(host, 0).filter(({ folder }) => folder.startsWith(hostGroup));
  const own = files.filter(({ path }) => expected.some(({ folder }) => path === folder || path.startsWith(`${folder}/`)));
  const verdict = gateOutput(own, { expected });
  if (verdict.missing.length > 0) throw missing(verdict.missing.map(({ folder }) => folder));
  if (!isAccepted(verdict)) throw refused(verdict);
  return new Map(expected.map(({ folder }) => [folder, jsonOf(own, `${folder}/${stackFile}`)]));
}
function jsonOf(files, path) {
  const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
  return JSON.parse(new TextDecoder().decode(bytes));
}

// src/actions/deploy/apply-platform.ts
import { join } from "node:path";

// src/actions/deploy/gather-image.ts
async function gatherImage(world, commit2) {
  const { images, clock, progress, signal, settings } = world;
  const { image: wanted, imagePatienceSeconds: patienceSeconds } = settings;
  const image = wanted && await findImage({ wanted, headSha: commit2, images, clock, progress, signal, patienceSeconds });
  if (pinnedImage.read(image) !== void 0) return image;
  throw failure({
    code: "deploy/no-image",
    what: wanted ? `${JSON.stringify(image.slice(0, 200))} is no image that is pinned by its digest.` : "No image of the application is configured.",
    next: "Set the variable OPSDECK_IMAGE of the repository: one repository of ECR, or `<repository>@sha256:<64 hex digits>`."
  });
}

// src/actions/deploy/plan-environment.ts
async function planEnvironment(world, commit2) {
  const { environment, domain } = world.settings;
  const target = hostPlatform({ pullRequest: 0, environment, domain });
  await initStack(world, target.path);
  const platform = await planStack(world, target);
  if (platform.plan.errored) throw planErrored(platform);
  const image = await gatherImage(world, commit2);
  const service = await planOnPlatform(world, image, summarise(platform.plan).hasChanges);
  return { kind: "planned", commit: commit2, platform, ...service && { service } };
}
async function planOnPlatform(world, image, platformChanges) {
  const target = hostTarget(world, image);
  try {
    await initStack(world, target.path);
    return await planStack(world, target);
  } catch (error) {
    if (!platformChanges || !isFailure(error) || world.signal.aborted) throw error;
    world.progress.warning(`The service can be planned only when its platform has been applied: ${error.message}`);
    return void 0;
  }
}
function planErrored({ title }) {
  return failure({
    code: "deploy/plan-errored",
    what: `The plan of the ${title} ended with an error, so it tells only a part of what would change.`,
    next: "Read the error in the log, mend it, and deploy again."
  });
}

// src/actions/deploy/apply-platform.ts
function applyPlatform(world, digest2) {
  return withEnvironment(world, { reason: "deploy of the platform" }, async () => {
    const { settings, terraform, progress } = world;
    const { environment, domain, folder } = settings;
    const target = hostPlatform({ pullRequest: 0, environment, domain });
    await walk(progress, "init-platform", () => initStack(world, target.path));
    const planned = await walk(progress, "plan-platform", () => planStack(world, target));
    if (planned.plan.errored) throw planErrored(planned);
    if (planned.plan.digest !== digest2) throw planChanged(planned.plan.digest, digest2);
    if (!summarise(planned.plan).hasChanges) return { kind: "platform", changed: 0, digest: digest2 };
    await walk(progress, "apply-platform", () => applyPlanned(world, terraform.open(join(folder, target.path)), planned));
    return { kind: "platform", changed: planned.plan.resources.length, digest: digest2 };
  });
}
function planChanged(now, looked) {
  return failure({
    code: "deploy/plan-changed",
    what: `The plan of the platform is not the one that was looked at: its digest is ${now.slice(0, shownDigestLength)} now, not ${looked.slice(0, shownDigestLength)}.`,
    next: "Run the deploy anew, all of it: it plans again, and asks for approval of what it would change now."
  });
}

// src/actions/deploy/decide-bake.ts
var noProgress = { rang: [], missing: [] };
function decideBake(watch, before, look) {
  if (look.kind === "blind") return decideBlind(watch, before, look);
  const progress = progressOf(watch, before, look);
  const pending = pendingOf(watch, progress, look);
  const cause = causeOfDeployment(watch, look) ?? causeOfAlarms(watch, before, look) ?? causeOfTime(watch, progress, look, pending);
  if (cause) return { kind: "roll-back", cause };
  return pending.length === 0 ? { kind: "keep" } : { kind: "wait", progress, words: pending.join("; ") };
}
function decideBlind({ holdSeconds }, before, { at, why }) {
  const blindSince = before.blindSince ?? at;
  if (secondsFrom(blindSince, at) <= holdSeconds) {
    return { kind: "wait", progress: { ...before, blindSince }, words: `AWS does not answer: ${why}` };
  }
  const words2 = `Nobody could tell for ${holdSeconds} s how the service does, because AWS did not answer: ${why}`;
  return { kind: "roll-back", cause: { kind: "blind", words: words2 } };
}
function progressOf({ alarms, deploymentId }, { rolledOutAt }, look) {
  const own = look.service?.deployments.find(({ id }) => id === deploymentId);
  const since = rolledOutAt ?? (own && hasTakenOver(own) ? look.at : void 0);
  return {
    ...since && { rolledOutAt: since },
    rang: look.rings.map(({ name }) => name),
    missing: missingOf(alarms, look)
  };
}
function hasTakenOver({ rollout, running, desired }) {
  return rollout === "COMPLETED" || desired > 0 && running >= desired;
}
function missingOf(watched, { alarms }) {
  return watched.map(({ name }) => name).filter((name) => !alarms.some((alarm) => alarm.name === name));
}
function causeOfDeployment({ deploymentId }, { service }) {
  if (!service) return { kind: "service-missing", words: "The service is no longer there" };
  const [primary] = service.deployments;
  const own = service.deployments.find(({ id }) => id === deploymentId);
  if (own?.rollout === "FAILED")
    return { kind: "rollout-failed", words: `ECS gave the deployment up: ${visibleLine(own.reason) || "it failed"}` };
  if (primary?.id === deploymentId) return void 0;
  const words2 = `ECS runs another deployment (${primary?.id ?? "none"}) in place of ${deploymentId}`;
  return { kind: "replaced", words: own?.reason ? `${words2}: ${visibleLine(own.reason)}` : words2 };
}
function causeOfAlarms(watch, before, look) {
  const [missing2] = missingOf(watch.alarms, look).filter((name2) => before.missing.includes(name2));
  if (missing2 !== void 0)
    return { kind: "alarm-missing", alarm: missing2, words: `The alarm ${missing2} was removed while it was watching` };
  const ring = look.rings.find((each) => before.rang.includes(each.name) && isTrusted(watch, each, look));
  if (!ring) return void 0;
  const { name, at, lasts, reason } = ring;
  const words2 = lasts ? `The alarm ${name} rang: ${visibleLine(reason)}` : `The alarm ${name} rang, and has gone back since`;
  return { kind: "alarm", alarm: name, alarmAt: at, words: withoutStop(words2) };
}
function isTrusted({ alarms, unwatched }, { name }, { requests }) {
  if (unwatched.includes(name)) return false;
  const needsRequests = alarms.some((each) => each.name === name && each.needsRequests);
  return !needsRequests || requests === void 0 || requests >= leastRequests;
}
function causeOfTime(watch, progress, { at }, pending) {
  const { startedAt, rolloutSeconds, bakeSeconds, holdSeconds } = watch;
  const { rolledOutAt } = progress;
  if (rolledOutAt === void 0) {
    if (secondsFrom(startedAt, at) <= rolloutSeconds) return void 0;
    return { kind: "late", words: `After ${rolloutSeconds} s its tasks had not taken over` };
  }
  if (pending.length === 0 || secondsFrom(rolledOutAt, at) <= bakeSeconds + holdSeconds) return void 0;
  return { kind: "unsettled", words: `It was not clear in time that it is well: ${pending.join("; ")}` };
}
function pendingOf(watch, { rolledOutAt, missing: missing2 }, look) {
  const own = look.service?.deployments.find(({ id }) => id === watch.deploymentId);
  if (rolledOutAt === void 0) return [`its tasks take over: ${own?.running ?? 0} of ${own?.desired ?? 0} run`];
  const leftSeconds = watch.bakeSeconds - secondsFrom(rolledOutAt, look.at);
  return [
    ...leftSeconds > 0 ? [`watched for ${Math.ceil(leftSeconds)} s more`] : [],
    ...own?.rollout === "COMPLETED" ? [] : ["ECS has not completed the deployment"],
    ...missing2.map((name) => `the alarm ${name} is not there`),
    ...look.alarms.filter(({ state }) => state !== "OK").map(({ name, state }) => `the alarm ${name} is in ${state}`),
    // It has just gone back: the next look decides.
    ...look.rings.filter((ring) => !ring.lasts && isTrusted(watch, ring, look)).map(({ name }) => `the alarm ${name} has rung`)
  ];
}
function withoutStop(words2) {
  return words2.replace(/\.+$/, "");
}
function secondsFrom(from, to) {
  return (to.getTime() - from.getTime()) / 1e3;
}

// src/actions/deploy/rings.ts
function ringsOf(baseline, alarms, transitions) {
  return baseline.flatMap(({ name, transitionedAt }) => {
    const isLater = (at2) => transitionedAt === void 0 || Date.parse(at2) > Date.parse(transitionedAt);
    const alarm = alarms.find((each) => each.name === name);
    const lasts = alarm?.state === "ALARM" && isLater(alarm.transitionedAt);
    const told = transitions.filter((each) => each.name === name && each.to === "ALARM" && isLater(each.at));
    const instants = [...told.map(({ at: at2 }) => at2), ...lasts ? [alarm.transitionedAt] : []];
    const [at] = instants.sort((one, other) => Date.parse(one) - Date.parse(other));
    return at === void 0 ? [] : [{ name, at, lasts, reason: lasts ? alarm.reason : "" }];
  });
}

// src/actions/deploy/gather-look.ts
var skewSeconds = 600;
async function gatherLook(world, watched, { startedAt, alarms: baseline }) {
  const { alarms, services, clock, settings } = world;
  const names = watched.map(({ name }) => name);
  const since = new Date(Date.parse(startedAt) - skewSeconds * 1e3);
  try {
    const [found, transitions, service] = await Promise.all([
      alarms.read(names),
      alarms.transitions(names, since),
      services.describe(identityOf(settings.environment))
    ]);
    const rings = ringsOf(baseline, found, transitions);
    const isAsked = watched.some(({ name, needsRequests }) => needsRequests && rings.some((ring) => ring.name === name));
    const requests = isAsked ? await gatherRequests(world, found) : void 0;
    return { kind: "seen", at: clock.now(), alarms: found, rings, service, requests };
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { kind: "blind", at: clock.now(), why: wordsOf(error) };
  }
}
async function gatherRequests(world, alarms) {
  const { clock, metrics, taggedResources, settings } = world;
  const { environment, region } = settings;
  const kpi = catalogue.kpis.find(({ id, layer }) => id === "requests" && layer === "service");
  if (kpi?.measure.kind !== "metric") return void 0;
  const resources = await taggedResources.find({ Environment: [environment] });
  const own = resources.filter(({ tags }) => tags.Layer === "platform" || tags.Service === mainService);
  const places = computePlaces(own, { region, apiName: prefixOf({ environment }) });
  if (!places["load-balancer"] || !places["target-group"]) return void 0;
  const metric = resolveMetric(kpi.measure.metric, places);
  const to = clock.now();
  const from = new Date(to.getTime() - (ringSecondsOf(alarms) + publicationDelaySeconds) * 1e3);
  const series = (await metrics.read([{ id: "requests", metric, periodSeconds: kpi.periodSeconds }], { from, to })).get(
    "requests"
  );
  if (series?.kind !== "data") return void 0;
  return series.points.values.reduce((sum, value) => sum + value, 0);
}

// src/actions/deploy/bake.ts
async function bake(world, journal, { watched, deploymentId }) {
  const { clock, progress, settings, signal } = world;
  const { unwatched } = journal.current();
  const { rolloutSeconds, holdSeconds } = settings;
  const startedAt = clock.now();
  let bakeSeconds = bakeSecondsOf([], settings.bakeSeconds);
  let before = noProgress;
  let said = "";
  for (; ; ) {
    const look = await gatherLook(world, watched, journal.current());
    if (look.kind === "seen") bakeSeconds = Math.max(bakeSeconds, bakeSecondsOf(look.alarms));
    const watch = { alarms: watched, unwatched, deploymentId, startedAt, bakeSeconds, rolloutSeconds, holdSeconds };
    const decision = decideBake(watch, before, look);
    if (decision.kind !== "wait") return decision;
    if (before.rolledOutAt === void 0 && decision.progress.rolledOutAt !== void 0)
      await journal.write({}, `its tasks have taken over; ${bakeSeconds} s of silence are to prove it`);
    before = decision.progress;
    const words2 = withoutCountdown(decision.words);
    if (words2 !== said) progress.info(`  ${decision.words}`);
    said = words2;
    world.tell(decision.words);
    await clock.sleep(settings.pollSeconds * 1e3, signal);
  }
}
function withoutCountdown(words2) {
  return words2.replace(/\d+ s more/, "some time");
}

// src/actions/deploy/find-deployment.ts
async function findDeployment(world, taskDefinition) {
  const { services, clock, settings, signal } = world;
  const until = clock.now().getTime() + settings.findSeconds * 1e3;
  for (; ; ) {
    const [primary] = (await services.describe(identityOf(settings.environment)))?.deployments ?? [];
    if (primary?.taskDefinition === taskDefinition) return { kind: "found", deploymentId: primary.id };
    if (clock.now().getTime() >= until) {
      const words2 = `It was applied, and yet ECS runs ${primary?.taskDefinition ?? "nothing"} in place of ${taskDefinition}`;
      return { kind: "replaced", words: words2 };
    }
    await clock.sleep(settings.pollSeconds * 1e3, signal);
  }
}

// src/actions/deploy/decide-start.ts
function decideStart(facts) {
  const { service, watched, alarms } = facts;
  const baseline = watched.map((name) => {
    const alarm = alarms.find((each) => each.name === name);
    return alarm ? { name, transitionedAt: alarm.transitionedAt } : { name };
  });
  const restless = alarms.filter(({ state }) => state !== "OK").map(({ name }) => name);
  if (service === void 0) return { kind: "go", baseline, unwatched: restless };
  const refused2 = missingAlarm(facts) ?? mutedAlarm(facts) ?? (facts.isRecovery ? void 0 : unrest(facts, service));
  return refused2 ? { kind: "refuse", failure: refused2 } : { kind: "go", baseline, unwatched: restless };
}
function unrest({ environment, alarms }, { deployments }) {
  const firing = alarms.find(({ state }) => state === "ALARM");
  if (firing) {
    return failure({
      code: "deploy/alarm-firing",
      what: `The alarm ${firing.name} fires already, since ${firing.transitionedAt}: ${visibleLine(firing.reason)}`,
      next: "Find out why. If this deploy is what mends it, run it as a recovery; else deploy when the alarm is well again."
    });
  }
  const silent = alarms.find(({ state }) => state === "INSUFFICIENT_DATA");
  if (silent) {
    return failure({
      code: "deploy/alarm-without-data",
      what: `The alarm ${silent.name} has no data, so it could not tell whether the deploy does harm.`,
      next: "Wait until it has some, or find out what stopped its metric; to deploy nevertheless, run it as a recovery."
    });
  }
  const [primary] = deployments;
  if (primary?.rollout !== "IN_PROGRESS") return void 0;
  return failure({
    code: "deploy/rollout-under-way",
    what: `ECS is rolling the service of ${environment} out already (${primary.id}), by nobody who holds the lock.`,
    next: "Wait until that has come to its end; if it never does, run this deploy as a recovery."
  });
}
function missingAlarm({ watched, alarms, created }) {
  const known = [...alarms.map(({ name }) => name), ...created];
  const missing2 = watched.filter((name) => !known.includes(name));
  if (missing2.length === 0) return void 0;
  return failure({
    code: "deploy/alarm-missing",
    what: `Nobody would notice if the deploy did harm: the alarm ${missing2.join(", ")} is not there, and the deploy does not make it.`,
    next: "Bring it back: deploy from the commit that has it, or correct the catalogue of KPIs."
  });
}
function mutedAlarm({ alarms }) {
  const muted = alarms.find(({ isActionsEnabled }) => !isActionsEnabled);
  if (!muted) return void 0;
  return failure({
    code: "deploy/alarm-muted",
    what: `The actions of the alarm ${muted.name} are switched off, so nobody would be told.`,
    next: `Switch them on again (aws cloudwatch enable-alarm-actions --alarm-names ${muted.name}), and deploy.`
  });
}

// src/actions/deploy/prepare.ts
async function prepare(world, { image, isRecovery, actor }) {
  const { progress } = world;
  await walk(progress, "init-service", () => initStack(world, hostTarget(world, image).path));
  const plan = await walk(progress, "plan-service", () => planService(world, image));
  if (plan.plan.errored) return { kind: "refuse", failure: planErrored(plan) };
  return walk(progress, "preflight", async () => {
    const held = await gatherHeld(world, actor);
    if (held) return { kind: "refuse", failure: held };
    return preflight(world, { plan, isRecovery });
  });
}
async function preflight({ alarms, services, settings }, { plan, isRecovery }) {
  const { environment } = settings;
  const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
  const [service, found] = await Promise.all([services.describe(identityOf(environment)), alarms.read(watched)]);
  if (!summarise(plan.plan).hasChanges) {
    const unwatched = watched.filter((name) => found.find((alarm) => alarm.name === name)?.state !== "OK");
    return { kind: "go", baseline: [], unwatched, plan, service };
  }
  const created = plan.plan.resources.flatMap(createdAlarm);
  const decision = decideStart({ environment, isRecovery, service, watched, alarms: found, created });
  return decision.kind === "refuse" ? decision : { ...decision, plan, service };
}
function createdAlarm({ type, action, attributes }) {
  if (type !== "aws_cloudwatch_metric_alarm" || action !== "create") return [];
  return attributes().flatMap(({ key, after }) => key === "alarm_name" && typeof after === "string" ? [after] : []);
}

// src/actions/deploy/deploy-service.ts
async function deployService(world, request) {
  const { commit: commit2, isRecovery, by } = request;
  const image = await gatherImage(world, commit2);
  const actor = isRecovery && by !== void 0 ? { actor: by } : {};
  return withEnvironment(world, { reason: `deploy of ${shortSha(commit2)}`, ...actor }, async () => {
    const journal = await beginJournal(world, await newJournal(world, request, image), `deploy of ${shortSha(commit2)} begins`);
    const prepared = await prepareOrRefuse(world, journal, { image, isRecovery, ...actor });
    if (prepared.kind === "refuse") return { kind: "refused", failure: prepared.failure };
    if (!summarise(prepared.plan.plan).hasChanges) return nothingToDo(world, journal, prepared);
    return bringUp(world, journal, prepared);
  });
}
async function newJournal(world, request, image) {
  const { run, settings, clock, documents } = world;
  const { environment } = settings;
  const { runId, attempt, job, url } = run;
  const goods = await gatherGoods(documents, environment);
  if (goods.kind === "corrupt") throw unreadable(goodServicesKey(environment), goods.problems);
  const [before] = goodsOf(goods);
  const now = clock.now().toISOString();
  return {
    id: `${runId}-${attempt}`,
    environment,
    kind: request.isRecovery ? "recovery" : "deploy",
    state: "planning",
    release: { commit: request.commit, image },
    ...before && { before: releaseOf(before) },
    ...request.by !== void 0 && { by: request.by },
    ...request.reason !== void 0 && { reason: request.reason },
    run: { runId, attempt, job },
    runUrl: url,
    takenOverFrom: [],
    startedAt: now,
    updatedAt: now,
    alarms: [],
    unwatched: [],
    timeline: []
  };
}
async function prepareOrRefuse(world, journal, request) {
  const prepared = await prepare(world, request).catch(
    (error) => ({ kind: "refuse", failure: asFailure(error, world.signal) })
  );
  if (prepared.kind === "refuse") {
    const because = wordsOf(prepared.failure);
    await journal.write({ state: "refused", because }, because);
  }
  return prepared;
}
async function bringUp(world, journal, prepared) {
  const { baseline, unwatched } = prepared;
  await journal.write({ state: "applying", alarms: baseline, unwatched }, "nothing speaks against it: it is applied");
  try {
    const candidate = await applyAndWatch(world, journal, prepared);
    return "kind" in candidate ? await rollBack(world, journal, candidate) : await keep(world, journal, candidate);
  } catch (error) {
    if (journal.current().state !== "applying" && journal.current().state !== "baking") throw error;
    return rollBack(world, journal, causeOf(world, journal.current(), error));
  }
}
async function applyAndWatch(world, journal, { plan }) {
  const { progress } = world;
  const stack = openService(world);
  await walk(progress, "apply-service", () => applyPlanned(world, stack, plan));
  const taskDefinition = await gatherTaskDefinition(stack);
  const found = await walk(progress, "find-deployment", () => findDeployment(world, taskDefinition));
  if (found.kind === "replaced") return found;
  const { deploymentId } = found;
  await journal.write({ state: "baking", taskDefinition, deploymentId }, `applied: ECS rolls it out as ${deploymentId}`);
  const watched = watchedAlarms(catalogue, world.settings.environment);
  const end = await walk(progress, "bake", () => bake(world, journal, { watched, deploymentId }));
  return end.kind === "roll-back" ? end.cause : candidateOf(world, journal.current(), { taskDefinition, deploymentId });
}
async function candidateOf(world, { id, release }, runs) {
  const { clock, documents, settings } = world;
  const serial = await gatherSerial(documents, settings.environment);
  const terraform = settings.stacks.get(hostTarget(world, release.image).path);
  return { id, ...release, terraform, ...runs, ...serial !== void 0 && { serial }, keptAt: clock.now().toISOString() };
}
async function nothingToDo(world, journal, { service, unwatched }) {
  const { documents, settings } = world;
  const [primary] = service?.deployments ?? [];
  const [newest] = goodsOf(await gatherGoods(documents, settings.environment));
  if (unwatched.length === 0 && primary?.rollout === "COMPLETED" && newest?.taskDefinition !== primary.taskDefinition) {
    const { taskDefinition, id: deploymentId } = primary;
    const candidate = await candidateOf(world, journal.current(), { taskDefinition, deploymentId });
    await writeGoods(documents, settings.environment, (goods) => withKept(goods, candidate));
  }
  await journal.write({ state: "kept", because: "it runs already" }, "nothing to do: it runs already");
  return { kind: "nothing-to-do", journal: journal.current() };
}
function causeOf({ signal }, { state }, error) {
  if (signal.aborted) return { kind: "cancelled", words: "The run was cancelled before the service had proven itself" };
  return { kind: state === "applying" ? "apply-failed" : "blind", words: wordsOf(error) };
}

// src/actions/deploy/roll-back-by-hand.ts
function rollBackByHand(world, request) {
  return withEnvironment(world, { reason: `rollback, asked for by ${request.by}`, actor: request.by }, async (earlier) => {
    if (earlier?.kind === "rolled-back") return earlier;
    return goBack(world, request);
  });
}
async function goBack(world, { by, reason }) {
  const { documents, services, alarms, clock, run, settings } = world;
  const { environment } = settings;
  const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
  const [goods, service, found] = await Promise.all([
    gatherGoods(documents, environment),
    services.describe(identityOf(environment)),
    alarms.read(watched)
  ]);
  const target = decideTarget(goods, service?.deployments[0]?.taskDefinition);
  if (target.kind === "unreadable")
    return { kind: "refused", failure: unreadable(goodServicesKey(environment), target.problems) };
  if (target.kind === "nothing-older") return { kind: "refused", failure: nothingOlder(environment) };
  const { good } = target;
  const [newest = good] = goodsOf(goods);
  const { runId, attempt, job, url } = run;
  const now = clock.now().toISOString();
  const asked = {
    id: `${runId}-${attempt}`,
    environment,
    kind: "rollback",
    state: "planning",
    release: releaseOf(good),
    before: releaseOf(newest),
    by,
    reason,
    run: { runId, attempt, job },
    runUrl: url,
    takenOverFrom: [],
    startedAt: now,
    updatedAt: now,
    alarms: [],
    unwatched: watched.filter((name) => found.find((alarm) => alarm.name === name)?.state !== "OK"),
    rollback: { to: good.id, release: releaseOf(good), starts: 0 },
    timeline: []
  };
  const journal = await beginJournal(world, asked, `${by} asks to go back`);
  return rollBack(world, journal, { kind: "asked", words: `${by} asked for it` });
}
function nothingOlder(environment) {
  return failure({
    code: "deploy/nothing-older",
    what: `No service that is older than the one that runs on ${environment} is known to be good.`,
    next: "Revert the commit that does harm, and let the default branch be deployed."
  });
}

// src/actions/deploy/run.ts
async function runDeploy(world, command) {
  try {
    return await perform(world, command);
  } catch (error) {
    if (world.signal.aborted && !isFailure(error)) throw cancelled(error);
    throw error;
  }
}
function perform(world, command) {
  switch (command.mode) {
    case "plan":
      return planEnvironment(world, command.commit);
    case "platform":
      return applyPlatform(world, command.digest);
    case "service":
      return deployService(world, command.request);
    case "rollback":
      return rollBackByHand(world, command.request);
    default:
      return command;
  }
}

// src/actions/deploy/main.ts
await runAction(deployContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const command = commandOf(inputs);
  const folder = resolve(inputs.directory);
  const stacks = command.mode === "rollback" ? /* @__PURE__ */ new Map() : passHost(await readStackFolder(folder, synthLimits), inputs);
  const clock = openClock(env);
  const gitHub = gitHubInJob(inputs, context, progress);
  const line = openProgressLine({ ...gitHub, clock, progress, runUrl: context.runUrl }, inputs.command);
  const cloud = { ...await cloudInJob(inputs, env), ...watchInJob(inputs, env) };
  const metrics = openMetrics(clientConfig(inputs, env), clock);
  const ports = { ...gitHub, ...cloud, metrics, progress, signal, tell: line.tell };
  const world = worldOf(inputs, { ports, clock, run: { ...context.run, url: context.runUrl }, folder, stacks });
  try {
    await performCommand(world, inputs.command, async () => {
      const report = reportOf(await runDeploy(world, command), clock.rate);
      for (const [name, value] of Object.entries(report.outputs)) setOutput(name, value);
      await addSummary(report.summary);
      if (report.failure) throw report.failure;
    });
  } finally {
    await line.end();
  }
});
