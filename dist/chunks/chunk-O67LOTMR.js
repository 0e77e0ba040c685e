import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  renderSummary
} from "./chunk-KHEIVGV3.js";
import {
  continueJournal,
  freeze,
  freezeMarker,
  freezer,
  frozenWords,
  gatherJournal,
  goodServicesKey,
  identityOf,
  isFinal,
  journalUnreadable,
  parseGoodServices,
  renderSummary as renderSummary2,
  servicePrefixOf,
  serviceStateKey,
  shortSha,
  verdictOf,
  walk,
  withKept,
  withReturned,
  wordsOf
} from "./chunk-LUZORTMF.js";
import {
  applying
} from "./chunk-NAVUIGLH.js";
import {
  planFile,
  planStack
} from "./chunk-ZQO7ENYS.js";
import {
  summarise
} from "./chunk-5AANYACB.js";
import {
  hostService,
  pathOf
} from "./chunk-NZRVG2PT.js";
import {
  gatherLeftUnfinished
} from "./chunk-D2SC5CUA.js";
import {
  redactFailure
} from "./chunk-QKXRQCSS.js";
import {
  instantText
} from "./chunk-YKXHXIZI.js";
import {
  gatherRunbookUnfinished
} from "./chunk-NL5HBBBG.js";
import {
  publicationDelaySeconds
} from "./chunk-HT45RTQD.js";
import {
  catalogue
} from "./chunk-DNHKTROV.js";
import {
  environmentLockKey,
  stateLockKeys
} from "./chunk-XXM2JR5H.js";
import {
  acquireLock,
  releaseLock
} from "./chunk-2CJY75CO.js";
import {
  gatherHold
} from "./chunk-P62CZXMM.js";
import {
  decideObstacle
} from "./chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  link,
  visibleLine
} from "./chunk-6W7UW3BG.js";
import {
  isSameOwner,
  ownerText
} from "./chunk-RVEYIF44.js";
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

// src/actions/deploy/contract.ts
var deployContract = contract({
  name: "deploy",
  title: "Opsdeck deploy",
  about: "Brings the default branch to an environment: the platform exactly as it was planned, then the service, which is watched until it has proven itself, and is rolled back once when it has not. A rollback that fails freezes the environment and pages whoever is on call.",
  inputs: {
    mode: {
      kind: "choice",
      choices: ["plan", "platform", "service", "rollback"],
      about: "`plan` shows what would change; `platform` applies the platform that was planned; `service` applies the service, watches it, and keeps it or rolls it back; `rollback` goes back to the good service before the one that runs",
      required: true
    },
    environment: { kind: "text", about: "Environment that is deployed to", default: commonInputs.environment.default },
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    domain: { ...commonInputs.domain, required: true },
    directory: {
      kind: "text",
      about: "Folder with the synthesized stacks, those of the environment in `host`: held against the same rules as a pull request",
      default: commonInputs.directory.default
    },
    image: {
      kind: "text",
      about: "plan, service: image of the application: one repository of ECR, where the image tagged with the commit is taken, or `<repository>@sha256:<64 hex digits>`"
    },
    commit: { kind: "text", about: "plan, service: the commit that was synthesized, 40 hex digits" },
    "digest-platform": { kind: "text", about: "platform: digest of the plan that was looked at; another plan is not applied" },
    recovery: {
      kind: "flag",
      about: "service: deploy although alarms fire already, because this is what mends it: those alarms do not break it off, and have to be well at its end",
      default: false
    },
    by: {
      kind: "text",
      about: "Login of who asks for it; a hold of the environment lets its holder's own rollbacks and recovery deploys pass, and nothing else"
    },
    reason: { kind: "text", about: "service, rollback: why, for whoever reads of it later" },
    command: commonInputs.command,
    "bake-seconds": {
      kind: "number",
      about: "service: how long it is watched after its tasks have taken over; never shorter than its alarms take to ring (default: just that). Whoever cancels the run meanwhile rolls it back: what has not proven itself is not kept",
      least: 0,
      most: 3600
    },
    "poll-seconds": { kind: "number", about: "How often alarms and deployment are looked at", default: 10, least: 1, most: 60 },
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    status: {
      about: "What became of it: `planned`, `deployed`, `nothing-to-do`, `rolled-back`, `frozen`, `refused`, `held`, `locked`; another value is the code of a failure"
    },
    "platform-changes": { about: "plan: `true` if the platform would change" },
    "digest-platform": { about: "plan: digest of the platform's plan" },
    "digest-service": { about: "plan: digest of the service's plan; empty while there is no platform for it" },
    commit: { about: "Commit of the service that runs now, where that is known" },
    deployment: { about: "Id of the deployment of ECS that brought it" },
    ...commonOutputs
  },
  permissions: { actions: "read", contents: "read", "id-token": "write", issues: "write", "pull-requests": "write" },
  role: "deploy",
  triggers: ["push", "workflow_call", "workflow_dispatch", "issue_comment"],
  post: true
});

// src/actions/deploy/world.ts
var defaultPatience = {
  imagePatienceSeconds: 900,
  lockWaitSeconds: 900,
  lockPollSeconds: 10,
  stateLockTimeoutSeconds: 60,
  findSeconds: 60,
  rolloutSeconds: 900,
  holdSeconds: 600
};
function uncancelled(world) {
  return { ...world, signal: new AbortController().signal };
}

// src/actions/deploy/open-world.ts
function worldOf(inputs, { ports, clock, run, folder, stacks }) {
  const bakeSeconds = inputs["bake-seconds"];
  return {
    ...ports,
    clock,
    run,
    settings: {
      ...defaultPatience,
      folder,
      stacks,
      environment: inputs.environment,
      region: inputs.region,
      bucket: inputs["state-bucket"],
      domain: inputs.domain,
      image: inputs.image ?? "",
      pollSeconds: inputs["poll-seconds"],
      ...bakeSeconds !== void 0 && { bakeSeconds },
      timeRate: clock.rate
    }
  };
}

// src/actions/deploy/report.ts
function reportOf(result, timeRate) {
  const { kind } = result;
  switch (kind) {
    case "planned":
      return ofPlan(result);
    case "platform": {
      const message = result.changed === 0 ? "The platform is as it should be." : `The platform was applied: ${result.changed} changed.`;
      const status = result.changed === 0 ? "nothing-to-do" : "deployed";
      return { outputs: { status, "digest-platform": result.digest, message }, summary: message };
    }
    case "kept":
      return ofJournal("deployed", result.journal, timeRate);
    case "nothing-to-do":
      return ofJournal(kind, result.journal, timeRate);
    case "rolled-back":
    case "frozen":
      return { ...ofJournal(kind, result.journal, timeRate), ...failureOf(kind, result.journal) };
    case "refused":
    case "held":
    case "locked": {
      const message = escapeText(`${result.failure.message} ${result.failure.next}`);
      return { outputs: { status: kind, message }, summary: `⛔ ${message}`, failure: result.failure };
    }
    default:
      return result;
  }
}
function ofPlan({ commit, platform, service }) {
  const platformChanges = summarise(platform.plan).hasChanges;
  const { digest } = platform.plan;
  const plans = service ? [platform, service] : [platform];
  const later = service ? "" : "\n\nThe service can be planned only when its platform has been applied.";
  return {
    outputs: {
      status: "planned",
      "platform-changes": platformChanges,
      "digest-platform": digest,
      "digest-service": service?.plan.digest ?? "",
      commit,
      message: platformChanges ? "The platform would change." : "The platform stays as it is."
    },
    summary: renderSummary(plans, { commitSha: commit, digest }) + later
  };
}
function ofJournal(status, journal, timeRate) {
  const { release, rollback, state, deploymentId } = journal;
  const running = state === "frozen" ? void 0 : state === "rolled-back" ? rollback?.release : release;
  return {
    outputs: {
      status,
      message: verdictOf(journal),
      ...running && { commit: running.commit },
      ...deploymentId !== void 0 && { deployment: deploymentId }
    },
    summary: renderSummary2(journal, timeRate)
  };
}
function failureOf(kind, journal) {
  const { environment, release, rollback, cause, because = "" } = journal;
  const details = journal.timeline.map(({ at, words }) => `${at} ${words}`);
  const rang = cause?.words ?? "It was not well";
  if (kind === "frozen") {
    return {
      failure: failure({
        code: "deploy/frozen",
        what: `${environment} is frozen: ${frozenWords(journal)}: ${because}. ${rang}.`,
        next: `Look at the service now; the issue "Deploy frozen: ${environment}" says how to go on.`,
        details
      })
    };
  }
  if (journal.kind === "rollback") return {};
  return {
    failure: failure({
      code: "deploy/rolled-back",
      what: `${shortSha(release.commit)} was rolled back on ${environment}, to ${shortSha(rollback?.release.commit ?? "")}. ${rang}.`,
      next: "Look at the service's logs and metrics of that time; mend the commit or revert it, and merge that.",
      details
    })
  };
}

// src/actions/deploy/failures.ts
function asFailure(error, signal) {
  if (isFailure(error)) return redactFailure(error);
  if (signal.aborted) return cancelled(error);
  return failure({
    code: "deploy/unexpected",
    what: `Something unexpected went wrong: ${wordsOf(error)}.`,
    next: "Look at the log, and run the job again; what is half done is brought to its end first.",
    cause: error
  });
}
function cancelled(cause) {
  return failure({
    code: "deploy/cancelled",
    what: "The run was cancelled before it changed anything.",
    next: "Run the job again whenever you like.",
    cause
  });
}
function isPassing(error) {
  return isFailure(error) && !/^[a-z]+\/(credentials-|no-credentials)/.test(error.code);
}

// src/actions/deploy/decide-resume.ts
function decideResume(journal) {
  if (journal === void 0 || isFinal(journal)) return { kind: "nothing" };
  switch (journal.state) {
    case "planning":
      return { kind: "close" };
    case "keeping":
      return journal.candidate ? { kind: "finish-keeping", candidate: journal.candidate } : { kind: "roll-back" };
    case "freezing":
      return { kind: "finish-freezing" };
    default:
      return { kind: "roll-back" };
  }
}

// src/actions/deploy/good-store.ts
async function gatherGoods(documents, environment) {
  const found = await documents.read(goodServicesKey(environment));
  if (!found) return { kind: "none" };
  const parsed = parseGoodServices(found.value, environment);
  if (parsed.kind === "corrupt") return parsed;
  return { kind: "valid", goods: parsed.value.goods, version: found.version };
}
function goodsOf(found) {
  return found.kind === "valid" ? found.goods : [];
}
async function writeGoods(documents, environment, change) {
  const key = goodServicesKey(environment);
  const found = await gatherGoods(documents, environment);
  if (found.kind === "corrupt") throw unreadable(key, found.problems);
  const goods = { goods: change(goodsOf(found)) };
  const written = found.kind === "valid" ? await documents.replace(key, goods, found.version) : await documents.create(key, goods);
  if (written !== void 0) return;
  throw failure({
    code: "deploy/goods-changed",
    what: `${key} was written by somebody else in the middle of this run.`,
    next: "Find out who writes it without holding the lock; then run the job again."
  });
}
function unreadable(key, problems) {
  return failure({
    code: "deploy/goods-unreadable",
    what: `${key} is not what a deploy writes, so nobody can tell what to go back to.`,
    next: "Take an earlier version of it from the state bucket, which keeps all of them; or remove it, and deploy what is good.",
    details: problems
  });
}
async function gatherSerial(documents, environment) {
  const state = (await documents.read(serviceStateKey(environment)))?.value;
  const serial = typeof state === "object" && state !== null && "serial" in state ? state.serial : void 0;
  return typeof serial === "number" && Number.isSafeInteger(serial) && serial > 0 ? serial : void 0;
}

// src/actions/deploy/keep.ts
function keep(world, journal, candidate) {
  return walk(world.progress, "keep", async () => {
    await journal.write({ state: "keeping", candidate }, "it has proven itself");
    return finishKeeping(world, journal, candidate);
  });
}
async function finishKeeping(world, journal, candidate) {
  const { documents, issues, settings, run } = world;
  const { environment } = settings;
  await writeGoods(documents, environment, (goods) => withKept(goods, candidate));
  const because = "its alarms kept silent, and ECS completed its deployment";
  await journal.write({ state: "kept", candidate: void 0, because }, "kept");
  const comment = `${shortSha(candidate.commit)} was deployed, and is well: ${link("run", run.url)}.`;
  await attempt(world, "close the issue of an earlier freeze", () => issues.close(freezeMarker(environment), comment));
  return { kind: "kept", journal: journal.current() };
}

// src/actions/deploy/decide-rollback.ts
var mostStarts = 3;
function decideRollback({ rollback }, found) {
  if (found.kind === "corrupt")
    return { kind: "freeze", because: `what to go back to cannot be read (${found.problems.join("; ")})` };
  const goods = found.kind === "valid" ? found.goods : [];
  const good = rollback === void 0 ? goods[0] : goods.find(({ id }) => id === rollback.to);
  if (!good) return { kind: "freeze", because: "no earlier service is known to be good" };
  const starts = (rollback?.starts ?? 0) + 1;
  if (starts <= mostStarts) return { kind: "go-back", good, starts };
  return { kind: "freeze", because: `it was begun ${mostStarts} times, and its run died each time` };
}
function decideTarget(found, running) {
  if (found.kind === "corrupt") return { kind: "unreadable", problems: found.problems };
  const [newest, older] = found.kind === "valid" ? found.goods : [];
  const good = newest?.taskDefinition === running ? older : newest;
  return good ? { kind: "go-back", good } : { kind: "nothing-older" };
}
function releaseOf({ commit, image }) {
  return { commit, image };
}

// src/actions/deploy/stack.ts
import { join } from "node:path";
function hostTarget({ settings }, image) {
  const { environment, domain } = settings;
  return hostService({ pullRequest: 0, environment, domain }, image);
}
function openService({ terraform, settings }) {
  return terraform.open(join(settings.folder, pathOf({ pullRequest: 0 }, "host", "service")));
}
async function applyPlanned(world, stack, { title, plan }) {
  const { settings, signal } = world;
  const onEvent = applying(world, { title, of: plan.resources.length });
  await stack.apply({ planFile, lockTimeoutSeconds: settings.stateLockTimeoutSeconds, signal, onEvent });
}
function applyGood(world, good) {
  const { terraform, settings, signal, progress } = world;
  const { environment, bucket, region } = settings;
  const title = `service of ${environment}`;
  const options = { lockTimeoutSeconds: settings.stateLockTimeoutSeconds, signal };
  return terraform.withConfiguration(good.terraform, async (stack) => {
    const backendConfig = { bucket, region, key: serviceStateKey(environment) };
    await walk(progress, "init-good", () => stack.init({ backendConfig, signal }));
    const plan = () => stack.plan({ ...options, variables: { image: good.image }, outFile: planFile });
    const { hasChanges, changes } = await walk(progress, "plan-good", () => withFreeStateLock(world, plan));
    const onEvent = applying(world, { title, of: changes.length });
    await walk(progress, "apply-good", async () => {
      if (hasChanges) await stack.apply({ ...options, planFile, onEvent });
    });
    return gatherTaskDefinition(stack);
  });
}
function planService(world, image) {
  const planning = world;
  return withFreeStateLock(world, () => planStack(planning, hostTarget(world, image)));
}
async function withFreeStateLock({ documents, progress, settings }, body) {
  try {
    return await body();
  } catch (error) {
    if (!isFailure(error) || error.code !== "terraform/state-locked") throw error;
    const key = `${serviceStateKey(settings.environment)}.tflock`;
    progress.warning(`Removed Terraform's lock on ${key}: whoever took it does not work on it any more.`);
    await documents.remove(key);
    return body();
  }
}
async function gatherTaskDefinition(stack) {
  const found = (await stack.output()).task_definition_arn?.value;
  if (typeof found === "string") return found;
  throw failure({
    code: "deploy/no-task-definition",
    what: "The service has no output task_definition_arn, so nobody can tell whether it runs what was deployed.",
    next: "Give the stack of the service that output: the ARN of its task definition."
  });
}

// src/actions/deploy/decide-verified.ts
function decideVerified(wanted, completedAt, look) {
  if (look.kind === "blind") return inTime(wanted, look.at, completedAt, `AWS does not answer: ${look.why}`);
  const [primary] = look.service?.deployments ?? [];
  if (!primary) return inTime(wanted, look.at, void 0, "the service is not there");
  if (primary.taskDefinition !== wanted.taskDefinition)
    return inTime(wanted, look.at, void 0, `ECS still runs ${primary.taskDefinition}`);
  if (primary.rollout === "FAILED")
    return { kind: "bad", because: `ECS gave the good service up, too: ${visibleLine(primary.reason) || "it failed"}` };
  if (!look.images.includes(wanted.image))
    return { kind: "bad", because: `the task definition ${primary.taskDefinition} has another image than the good one` };
  if (primary.rollout !== "COMPLETED")
    return inTime(wanted, look.at, void 0, `the good tasks take over: ${primary.running} of ${primary.desired} run`);
  return decideAlarms(wanted, completedAt ?? look.at, look, primary.id);
}
function decideAlarms({ watched, unwatched }, completedAt, { at, alarms, recoverySeconds }, deploymentId) {
  const bad = watched.filter((name) => alarms.find((alarm) => alarm.name === name)?.state !== "OK");
  const waitedFor = bad.filter((name) => !unwatched.includes(name));
  if (waitedFor.length === 0) return { kind: "good", deploymentId, stillBad: bad };
  const words = `not well yet: ${waitedFor.join(", ")}`;
  if (at.getTime() - completedAt.getTime() <= recoverySeconds * 1e3) return { kind: "wait", completedAt, words };
  return { kind: "bad", because: `the good service runs, and ${recoverySeconds} s later the alarms are ${words}` };
}
function inTime({ startedAt, rolloutSeconds }, at, completedAt, words) {
  const isLate = at.getTime() - (completedAt ?? startedAt).getTime() > rolloutSeconds * 1e3;
  if (isLate) return { kind: "bad", because: `after ${rolloutSeconds} s ${words}` };
  return { kind: "wait", words, ...completedAt && { completedAt } };
}

// src/actions/deploy/watched-alarms.ts
var leastRequests = 100;
function watchedAlarms({ kpis }, environment) {
  return kpis.filter(isWatched).map((kpi) => ({
    name: `${servicePrefixOf(environment)}-${kpi.id}`,
    needsRequests: needsRequests(kpi)
  }));
}
function isWatched(kpi) {
  return kpi.layer === "service" && kpi.alarm !== void 0 && kpi.aborts.includes("deploy");
}
function needsRequests({ measure }) {
  return measure.kind === "metric" ? measure.metric.statistic.startsWith("p") : measure.kind !== "difference";
}
function ringSecondsOf(alarms) {
  return Math.max(0, ...alarms.map(({ reactionSeconds }) => reactionSeconds)) + publicationDelaySeconds;
}
function bakeSecondsOf(alarms, wanted = 0) {
  return Math.max(ringSecondsOf(alarms), wanted);
}

// src/actions/deploy/verify.ts
async function verify(world, { taskDefinition, good, unwatched }) {
  const { clock, settings, progress } = world;
  const { environment, rolloutSeconds, pollSeconds } = settings;
  const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
  const startedAt = clock.now();
  const wanted = { taskDefinition, image: good.image, watched, unwatched, startedAt, rolloutSeconds };
  let completedAt;
  let said = "";
  for (; ; ) {
    const decision = decideVerified(wanted, completedAt, await gatherVerifyLook(world, watched));
    if (decision.kind === "good") return decision;
    if (decision.kind === "bad") throw notVerified(environment, decision.because);
    completedAt = decision.completedAt;
    if (decision.words !== said) progress.info(`  ${decision.words}`);
    said = decision.words;
    world.tell(decision.words);
    await clock.sleep(pollSeconds * 1e3, world.signal);
  }
}
async function gatherVerifyLook(world, watched) {
  const { services, alarms, clock, settings } = world;
  try {
    const [service, found] = await Promise.all([services.describe(identityOf(settings.environment)), alarms.read(watched)]);
    const [primary] = service?.deployments ?? [];
    const images = primary ? Object.values(await services.images(primary.taskDefinition)) : [];
    return { kind: "seen", at: clock.now(), service, images, alarms: found, recoverySeconds: 2 * ringSecondsOf(found) };
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { kind: "blind", at: clock.now(), why: wordsOf(error) };
  }
}
function notVerified(environment, because) {
  return failure({
    code: "deploy/not-verified",
    what: `The rollback of ${environment} did not come to a good end: ${because}.`,
    next: `Look at the service and its alarms: ${environment} is frozen until somebody has.`
  });
}

// src/actions/deploy/roll-back.ts
async function rollBack(cancellable, journal, cause) {
  const world = uncancelled(cancellable);
  const { environment } = world.settings;
  const goods = await gatherGoods(world.documents, environment);
  if (goods.kind === "none" && !await isServiceThere(world)) return settleUnborn(journal, cause);
  world.progress.warning(`${cause.words}. Going back.`);
  const decision = decideRollback(journal.current(), goods);
  if (decision.kind === "freeze") {
    await journal.write({ cause }, cause.words);
    return freeze(world, journal, decision.because);
  }
  const { good, starts } = decision;
  const rollback = { to: good.id, release: releaseOf(good), starts };
  await journal.write({ state: "rolling-back", cause, rollback }, `${cause.words}; going back to ${shortSha(good.commit)}`);
  try {
    const { deploymentId, stillBad } = await goBack(world, journal, good);
    const because = `${shortSha(good.commit)} runs again, as ${deploymentId}`;
    const beside = stillBad.length === 0 ? "" : `; not well before, nor now: ${stillBad.join(", ")}`;
    await journal.write({ state: "rolled-back", because: because + beside }, because);
    return { kind: "rolled-back", journal: journal.current() };
  } catch (error) {
    return freeze(world, journal, wordsOf(error));
  }
}
async function isServiceThere({ services, settings }) {
  return services.describe(identityOf(settings.environment)).then(
    (found) => found !== void 0,
    () => true
  );
}
async function settleUnborn(journal, { words }) {
  await journal.write({ state: "refused", because: words }, `${words}: there is no service yet, and nothing to go back to`);
  const { environment } = journal.current();
  const told = failure({
    code: "deploy/no-service-yet",
    what: `The first deploy to ${environment} ended before there was a service: ${words}.`,
    next: "Mend that, and deploy again: it goes on from where it stands."
  });
  return { kind: "refused", failure: told };
}
async function goBack(world, journal, good) {
  const { progress } = world;
  const taskDefinition = await applyGood(world, good);
  await journal.write({ taskDefinition }, `${shortSha(good.commit)} was applied again`);
  const { unwatched } = journal.current();
  const verified = await walk(progress, "verify-good", () => verify(world, { taskDefinition, good, unwatched }));
  const { deploymentId } = verified;
  await journal.write({ deploymentId });
  await walk(progress, "record-good", () => record(world, { ...good, taskDefinition, deploymentId }));
  return verified;
}
async function record({ documents, settings }, { serial: _, ...good }) {
  const serial = await gatherSerial(documents, settings.environment);
  const returned = { ...good, ...serial !== void 0 && { serial } };
  await writeGoods(documents, settings.environment, (goods) => withReturned(goods, returned));
}

// src/actions/deploy/resume.ts
async function resume(world) {
  const { documents, settings, run, progress } = world;
  const found = await gatherJournal(documents, settings.environment);
  if (found.kind === "corrupt") throw journalUnreadable(settings.environment, found.problems);
  if (found.kind === "none") return void 0;
  const decision = decideResume(found.journal);
  if (decision.kind === "nothing") return void 0;
  const journal = continueJournal(world, found);
  const from = found.journal.run;
  progress.warning(`The deploy of ${ownerText(from)} was left in the state ${found.journal.state}; bringing it to its end now.`);
  if (decision.kind !== "close") await journal.write(takeOver(found.journal, run), `taken over from ${ownerText(from)}`);
  switch (decision.kind) {
    case "close":
      await journal.write({ state: "refused", because: "its run died before it changed anything" }, "its run died");
      return void 0;
    case "finish-keeping":
      return finishKeeping(world, journal, decision.candidate);
    case "finish-freezing":
      return freeze(world, journal, found.journal.because ?? "its run died");
    case "roll-back":
      return rollBack(world, journal, found.journal.cause ?? lost(journal));
    default:
      return decision;
  }
}
function lost(journal) {
  const { state } = journal.current();
  return { kind: "lost", words: `Its run died while it was ${state}, so nobody has watched it to the end` };
}
function takeOver({ run: from, takenOverFrom }, { runId, attempt: attempt2, job }) {
  const run = { runId, attempt: attempt2, job };
  return isSameOwner(from, run) ? {} : { run, takenOverFrom: [...takenOverFrom, from] };
}

// src/actions/deploy/with-environment.ts
async function withEnvironment(world, { reason, actor }, body) {
  const { progress } = world;
  const acquired = await walk(progress, "lock", () => acquireLock(world, lockOf(world, reason)));
  if (acquired.kind === "locked") {
    const { owner, reason: doing } = acquired.by;
    return { kind: "locked", failure: locked(world, `${ownerText(owner)} (${visibleLine(doing)})`) };
  }
  try {
    const earlier = await walk(progress, "resume", () => resume(world));
    const held2 = await walk(progress, "check-hold", () => gatherHeld(world, actor));
    return held2 ? { kind: "held", failure: held2 } : await body(earlier);
  } finally {
    await walk(progress, "unlock", () => releaseLock(world, environmentLockKey(world.settings.environment), acquired.version));
  }
}
async function gatherHeld({ documents, clock, settings }, actor) {
  const { environment } = settings;
  const obstacle = decideObstacle(await gatherHold(documents, environment), actor, clock.now());
  if (obstacle) return held(environment, obstacle);
  const unfinished = await gatherLeftUnfinished(documents, environment, settings.bucket);
  return unfinished ?? (actor === void 0 ? gatherRunbookUnfinished(documents, environment) : void 0);
}
function lockOf({ settings }, reason) {
  const { environment, bucket, lockWaitSeconds, lockPollSeconds } = settings;
  const key = environmentLockKey(environment);
  return {
    key,
    subject: environment,
    reason,
    waitSeconds: lockWaitSeconds,
    pollSeconds: lockPollSeconds,
    stateLocks: stateLockKeys(environment),
    unreadable: (problems) => failure({
      code: "deploy/lock-unreadable",
      what: `The lock of ${environment} is no lock of ours, so nobody can tell who holds it.`,
      next: `Make sure that no run works on it, then remove s3://${bucket}/${key}.`,
      details: problems
    })
  };
}
function locked({ settings }, by) {
  return failure({
    code: "deploy/locked",
    what: `${settings.environment} is being changed by ${by}.`,
    next: "Wait until that run has ended, or cancel it: what it deployed is rolled back then. After that, run this one again."
  });
}
function held(environment, obstacle) {
  const unlock = `/unlock ${environment} --force`;
  if (obstacle.kind === "unreadable") {
    return failure({
      code: "deploy/held",
      what: `The hold of ${environment} cannot be read, so nobody can tell whose it is, and nothing is deployed there.`,
      next: `Make sure that nobody holds it, let a maintainer comment ${unlock}, and run this again.`,
      details: obstacle.problems
    });
  }
  const { by, reason, expiresAt, commentUrl } = obstacle.hold;
  const isFrozen = by === freezer;
  return failure({
    code: isFrozen ? "deploy/frozen" : "deploy/held",
    what: `${environment} is ${isFrozen ? "frozen" : `locked by ${by} until ${instantText(expiresAt)}`}: ${visibleLine(reason)}`,
    next: isFrozen ? `Look at the service, its alarms and the issue "Deploy frozen: ${environment}"; then let a maintainer comment ${unlock}, and deploy what mends it as a recovery.` : `Ask ${by} to unlock it, or wait until then; then run this again.`,
    details: [`It was asked for in ${commentUrl}`]
  });
}

export {
  deployContract,
  worldOf,
  reportOf,
  hostTarget,
  openService,
  applyPlanned,
  planService,
  gatherTaskDefinition,
  gatherGoods,
  goodsOf,
  writeGoods,
  unreadable,
  gatherSerial,
  keep,
  decideTarget,
  releaseOf,
  asFailure,
  cancelled,
  isPassing,
  leastRequests,
  watchedAlarms,
  ringSecondsOf,
  bakeSecondsOf,
  rollBack,
  resume,
  withEnvironment,
  gatherHeld,
  lockOf
};
