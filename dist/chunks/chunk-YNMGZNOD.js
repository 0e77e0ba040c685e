import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  runbooksOver
} from "./chunk-GI4KSV2D.js";
import {
  hasEnded
} from "./chunk-NBLDYUCQ.js";
import {
  count,
  flag,
  instant,
  list,
  matching,
  oneOf,
  optional,
  record,
  text,
  wholeNumber
} from "./chunk-NZLX3UOY.js";
import {
  failure,
  isFailure
} from "./chunk-BDGJGAS6.js";

// src/runbooks/asking.ts
var asking = runbooksOver();

// src/runbooks/api-throttle.ts
var stageName = "v1";
var { runbook, step } = asking({
  rate: {
    kind: "number",
    about: "Requests a second of all clients together, and of each with `clients`",
    example: "2000",
    least: 1,
    most: 1e5
  },
  burst: {
    kind: "number",
    about: "Requests that may come at once; half of the rate unless given, as AWS has it for an account",
    example: "1000",
    least: 1,
    most: 5e4,
    optional: true
  },
  clients: {
    kind: "flag",
    about: "Whether each client, by its usage plan, is limited as well",
    example: "true",
    default: "false"
  },
  raise: { kind: "flag", about: "Whether a limit may become higher than it is", example: "true", default: "false" },
  for: {
    kind: "duration",
    about: "How long it is meant to last: only told in the report, nothing ends it",
    example: "2h",
    leastSeconds: 60,
    mostSeconds: 30 * 86400,
    optional: true
  }
});
var rate = {
  read: (value) => typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : void 0,
  expected: "a number from 0",
  isOptional: false
};
var throttle = record({ rate, burst: count });
var throttleStage = step({
  id: "throttle-stage",
  title: "Throttle the stage",
  about: `Sets rate and burst of all methods of the stage \`${stageName}\` (UpdateStage)`,
  timeoutSeconds: 60,
  retries: 3,
  before: { api: text, apiId: text, wanted: throttle, earlier: optional(throttle) },
  plan: async ({ ports, place, inputs: inputs4 }) => {
    const api = place.prefix;
    const stage = await ports.apiLimits.stage(api, stageName);
    if (!stage) return { kind: "refused", obstacle: stageMissing(api) };
    const wanted = wantedOf(inputs4);
    if (isSame(stage.throttle, wanted)) return { kind: "nothing", why: `the stage is throttled to ${wordsOf(wanted)} already` };
    const change = changeOf(`requests of all clients of ${api}`, stage.throttle, wanted);
    return { kind: "change", changes: [change], before: { api, apiId: stage.apiId, wanted, earlier: stage.throttle } };
  },
  run: async ({ ports, inputs: inputs4, now, tell }, { apiId, wanted, earlier }) => {
    await ports.apiLimits.setStage({ apiId, stage: stageName }, wanted);
    if (inputs4.for === void 0) return;
    const until = new Date(now().getTime() + inputs4.for * 1e3).toISOString();
    tell(`It is meant to last until ${until}; nothing ends it by itself. Before, it was ${wordsOf(earlier)}.`);
  },
  verify: async ({ ports }, { api, wanted }) => isThrottled(await ports.apiLimits.stage(api, stageName), wanted),
  compensate: {
    about: "Sets what was set before; where nothing was, takes the limit away",
    timeoutSeconds: 60,
    run: async ({ ports }, { apiId, earlier }) => ports.apiLimits.setStage({ apiId, stage: stageName }, earlier),
    verify: async ({ ports }, { api, earlier }) => isThrottled(await ports.apiLimits.stage(api, stageName), earlier)
  }
});
var throttleClients = step({
  id: "throttle-clients",
  title: "Throttle each client",
  about: "Sets rate and burst of the usage plans of the stage (UpdateUsagePlan); limits that are lower already stay, unless they may be raised",
  timeoutSeconds: 60,
  retries: 3,
  before: {
    api: text,
    plans: list(record({ id: text, name: text, wanted: throttle, earlier: optional(throttle) }))
  },
  plan: async ({ ports, place, inputs: inputs4 }) => {
    if (!inputs4.clients) return { kind: "nothing", why: "clients are not to be limited one by one" };
    const stage = await ports.apiLimits.stage(place.prefix, stageName);
    if (!stage) return { kind: "refused", obstacle: stageMissing(place.prefix) };
    const all = await ports.apiLimits.usagePlans(stage);
    const plans = all.flatMap((plan) => planBefore(plan, wantedOf(inputs4), inputs4.raise));
    if (plans.length === 0) return { kind: "nothing", why: "no usage plan allows more" };
    const changes = plans.map(
      ({ name, earlier, wanted }) => changeOf(`requests of each client of the plan ${name}`, earlier, wanted)
    );
    return { kind: "change", changes, before: { api: place.prefix, plans } };
  },
  run: async ({ ports }, { plans }) => {
    for (const { id, wanted } of plans) await ports.apiLimits.setUsagePlan(id, wanted);
  },
  verify: async (scope, before) => arePlans(await readPlans(scope, before), before, ({ wanted }) => wanted),
  compensate: {
    about: "Sets what was set before; where nothing was, takes the limit away",
    timeoutSeconds: 60,
    run: async ({ ports }, { plans }) => {
      for (const { id, earlier } of plans) await ports.apiLimits.setUsagePlan(id, earlier);
    },
    verify: async (scope, before) => arePlans(await readPlans(scope, before), before, ({ earlier }) => earlier)
  }
});
var apiThrottle = runbook({
  id: "api-throttle",
  title: "Throttle the API",
  about: "Sets how many requests a second the API takes, of all clients together and, if asked to, of each one.",
  when: [
    "More comes in than what is behind the API can bear: fewer requests that work are better than many that fail.",
    "The API refuses (429) what it could bear: raise the limits, with `raise`.",
    "Not against an attack from few addresses: waf-block-ip refuses only those.",
    "What is throttled gets 429, and clients try again: they count as errors of clients, whose alarm may ring because of it.",
    "The next deployment of the platform goes back to its own limits."
  ],
  symptoms: ["api-4xx-rate"],
  risk: "medium",
  permission: "maintain",
  calls: {
    reads: ["apigateway:GET"],
    writes: { "apigateway:PATCH": "api-stage" },
    // The same call, of another kind of resource.
    implied: { "apigateway:PATCH": "usage-plan" }
  },
  target: () => "api",
  check: async ({ ports, place, inputs: inputs4 }) => {
    const stage = await ports.apiLimits.stage(place.prefix, stageName);
    if (!stage) return [stageMissing(place.prefix)];
    const plans = inputs4.clients ? await ports.apiLimits.usagePlans(stage) : [];
    const withoutPlan = inputs4.clients && plans.length === 0;
    return [
      ...inputs4.raise ? [] : obstaclesOfRaise(stage, wantedOf(inputs4)),
      ...withoutPlan ? [{ what: `${place.prefix} has no usage plan.`, next: "Leave `clients` out." }] : []
    ];
  },
  steps: [throttleStage, throttleClients],
  // What it refuses rings the alarm of refusals: it must not undo itself because it works.
  settleSeconds: 0
});
function wantedOf({ rate: perSecond, burst }) {
  return { rate: perSecond, burst: burst ?? Math.ceil(perSecond / 2) };
}
function planBefore({ id, name, throttle: earlier }, wanted, mayRaise) {
  const lowered = earlier && { rate: Math.min(earlier.rate, wanted.rate), burst: Math.min(earlier.burst, wanted.burst) };
  const next = mayRaise || !lowered ? wanted : lowered;
  return isSame(earlier, next) ? [] : [{ id, name, wanted: next, earlier }];
}
function obstaclesOfRaise({ throttle: now }, wanted) {
  if (!now || wanted.rate <= now.rate && wanted.burst <= now.burst) return [];
  const what = `It would raise the limit from ${wordsOf(now)} to ${wordsOf(wanted)}.`;
  return [{ what, next: "Say raise=true if what is behind the API can bear it, or ask for less." }];
}
function stageMissing(api) {
  return {
    what: `There is no API ${api} with a stage ${stageName}.`,
    next: "Check the environment and the region: previews that share a platform have no API of their own."
  };
}
async function readPlans({ ports }, { api }) {
  const stage = await ports.apiLimits.stage(api, stageName);
  return stage ? ports.apiLimits.usagePlans(stage) : [];
}
function arePlans(found, { plans }, goalOf) {
  const others = plans.filter((plan) => !isSame(found.find(({ id }) => id === plan.id)?.throttle, goalOf(plan)));
  if (others.length === 0) return { kind: "yes", words: `${plans.length} usage plans are as they should be` };
  return { kind: "not-yet", words: `not yet as they should be: ${others.map(({ name }) => name).join(", ")}` };
}
function isThrottled(stage, wanted) {
  if (!stage) return { kind: "never", words: "the stage is gone" };
  return {
    kind: isSame(stage.throttle, wanted) ? "yes" : "not-yet",
    words: `the stage is throttled to ${wordsOf(stage.throttle)}`
  };
}
function isSame(one, other) {
  return one?.rate === other?.rate && one?.burst === other?.burst;
}
function changeOf(what, from, to) {
  return { what, from: wordsOf(from), to: wordsOf(to) };
}
function wordsOf(limits2) {
  return limits2 ? `${limits2.rate} a second, ${limits2.burst} at once` : "no limit but the account’s";
}

// src/runbooks/shared/database.ts
function clusterOf({ prefix }) {
  return prefix;
}
function missingCluster(name) {
  return {
    what: `There is no database cluster ${name}.`,
    next: "Check the environment, the account and the region; an environment that is being removed has none any more."
  };
}
function obstaclesOf(cluster) {
  const { id, status, pendingChanges, isSecondary } = cluster;
  const obstacles = [
    status !== "available" && {
      what: `The cluster ${id} is ${status}, not available.`,
      next: "Wait until it is available, and plan again; `aws rds describe-events` tells what goes on."
    },
    pendingChanges.length > 0 && {
      what: `Changes of ${id} are pending: ${pendingChanges.join(", ")}.`,
      next: "Wait for the maintenance window, or apply or take them back first."
    },
    isSecondary && {
      what: `${id} only follows the primary cluster of its global database, in another region.`,
      next: "Work on the primary cluster, in its region."
    }
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}
function writerOf(cluster) {
  return cluster.members.find(({ isWriter }) => isWriter);
}

// src/runbooks/shared/not-now.ts
function notNow(what, cause) {
  return failure({
    code: "aws/unavailable",
    what: `${what}, so that it cannot be changed just now.`,
    next: "Wait until it is available, and resume the run.",
    cause
  });
}
async function unlessNow(what, ask) {
  try {
    await ask();
  } catch (error) {
    throw isRefusedByState(error) ? notNow(what, error) : error;
  }
}
function isRefusedByState(error) {
  return isFailure(error) && error.cause instanceof Error && /^Invalid\w+State(Fault)?$/.test(error.cause.name);
}

// src/runbooks/aurora-failover.ts
var inputs = {
  to: {
    kind: "name",
    optional: true,
    about: "The instance that is to write, or the zone that it is to be in; otherwise a reader in another zone",
    example: "eu-west-2b"
  }
};
var { runbook: runbook2, step: step2 } = asking(inputs);
function chooseReader(cluster, to) {
  const writer = writerOf(cluster);
  if (writer && to !== void 0 && isMeant(writer, to)) return { kind: "there", writer };
  const readers = cluster.members.filter(({ isWriter }) => !isWriter);
  const meant = readers.filter((reader2) => to === void 0 ? reader2.zone !== writer?.zone : isMeant(reader2, to));
  const [reader] = meant.filter(({ status }) => status === "available").toSorted((one, other) => one.promotionTier - other.promotionTier || one.id.localeCompare(other.id));
  if (reader) return { kind: "reader", reader };
  return { kind: "nobody", obstacle: nobody(cluster, meant.length > 0 ? meant : readers, to) };
}
function isMeant({ id, zone }, to) {
  return id === to || zone === to;
}
function nobody({ id }, readers, to) {
  const there = readers.map((reader) => `${reader.id} in ${reader.zone} (${reader.status})`).join(", ");
  if (readers.length === 0) {
    return { what: `${id} has no reader that could write.`, next: "Add an instance to the cluster by deploying the platform." };
  }
  return to === void 0 ? { what: `${id} has no available reader in another zone: ${there}.`, next: "Name an instance with `to`, or wait for one." } : {
    what: `Nothing that is available is meant by ${to}; there is ${there}.`,
    next: "Name one of these, or its zone, with `to`."
  };
}
var failOverStep = step2({
  id: "fail-over",
  title: "Let another member write",
  about: "Fails over to the reader with the lowest promotion tier in another zone, or to the one that was asked for.",
  // "Less than 60 seconds, and often less than 30"; the former writer restarts as a reader after that:
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
  timeoutSeconds: 300,
  // With twice the pause each time, for the minutes in which a fail-over that is to be undone may still go on.
  retries: 7,
  before: { writer: text, to: text },
  plan: async ({ ports, place, inputs: { to } }) => {
    const cluster = await ports.databases.details(clusterOf(place));
    const writer = cluster && writerOf(cluster);
    if (!cluster || !writer) return { kind: "refused", obstacle: missingCluster(clusterOf(place)) };
    const choice = chooseReader(cluster, to);
    if (choice.kind === "there") return { kind: "nothing", why: `${writer.id} in ${writer.zone} writes already` };
    if (choice.kind === "nobody") return { kind: "refused", obstacle: choice.obstacle };
    const { reader } = choice;
    const change = { what: `writer of ${cluster.id}`, from: inWords(writer), to: inWords(reader) };
    return { kind: "change", changes: [change], before: { writer: writer.id, to: reader.id } };
  },
  run: async ({ ports, place }, { to }) => {
    const cluster = await ports.databases.details(clusterOf(place));
    if (cluster && (writerOf(cluster)?.id === to || cluster.status === "failing-over")) return;
    await ports.databases.failOver(clusterOf(place), to);
  },
  verify: (scope, { to }) => checkWriter(scope, to),
  compensate: {
    about: "Lets the member write again that wrote before; users notice it a second time.",
    timeoutSeconds: 600,
    run: (scope, { writer }) => failBack(scope, writer),
    verify: (scope, { writer }) => checkWriter(scope, writer)
  }
});
function inWords({ id, zone }) {
  return `${id} (${zone})`;
}
async function checkWriter({ ports, place }, wanted) {
  const cluster = await ports.databases.details(clusterOf(place));
  return decideWriter(cluster, wanted);
}
function decideWriter(cluster, wanted) {
  const member = cluster?.members.find(({ id }) => id === wanted);
  if (!cluster || !member) return { kind: "never", words: `${wanted} is not there any more` };
  if (cluster.status !== "available") return { kind: "not-yet", words: `${cluster.id} is ${cluster.status}` };
  if (!member.isWriter) return { kind: "not-yet", words: `${writerOf(cluster)?.id ?? "nobody"} writes, not ${wanted}` };
  const restarting = cluster.members.filter(({ status }) => status !== "available");
  if (restarting.length === 0) return { kind: "yes", words: `${inWords(member)} writes, and all members are available` };
  return { kind: "not-yet", words: restarting.map(({ id, status }) => `${id} is ${status}`).join(", ") };
}
async function failBack({ ports, place }, writer) {
  const cluster = await ports.databases.details(clusterOf(place));
  const member = cluster?.members.find(({ id }) => id === writer);
  if (!cluster || !member) return;
  if (cluster.status !== "available") throw notNow(`${cluster.id} is ${cluster.status}`);
  if (member.isWriter) return;
  if (member.status !== "available") throw notNow(`${writer} is ${member.status}`);
  await unlessNow(`${cluster.id} is changing`, () => ports.databases.failOver(cluster.id, writer));
}
var auroraFailover = runbook2({
  id: "aurora-failover",
  title: "Fail the database over",
  about: "Makes a reader of the Aurora cluster its writer. Connections to the writer break, and come back within a minute.",
  when: [
    "The writer is slow, short of memory or stuck, or the zone that it is in has trouble, and its readers are well.",
    "Not because of one slow query: it moves along with its users; find and end it instead.",
    "Not when the readers lag by seconds because of the load itself: the new writer has the same load."
  ],
  symptoms: ["database-cpu", "database-memory", "database-replica-lag", "database-commit-latency"],
  risk: "high",
  permission: "maintain",
  calls: {
    reads: ["rds:DescribeDBClusters", "rds:DescribeDBInstances"],
    writes: { "rds:FailoverDBCluster": "database-cluster" }
  },
  target: () => "database",
  check: async ({ ports, place, inputs: { to } }) => {
    const cluster = await ports.databases.details(clusterOf(place));
    if (!cluster) return [missingCluster(clusterOf(place))];
    const choice = chooseReader(cluster, to);
    return [...obstaclesOf(cluster), ...choice.kind === "nobody" ? [choice.obstacle] : []];
  },
  steps: [failOverStep],
  // As long as it takes an alarm of five one-minute periods to begin to ring.
  settleSeconds: 300
});

// src/runbooks/shared/database-copy.ts
function copyName({ prefix }, { name, moment }) {
  return `${prefix}-restored-${name ?? moment.replace(/\D/g, "").slice(0, 12)}`;
}
var longestName = 63;
function instanceName(copy) {
  return `${copy}-0`;
}
function marksOf({ environment }, { runbook: runbook18, token, expiresAt }) {
  const environmentTag = `${environment}-restored`;
  return { Environment: environmentTag, Layer: "restored", Runbook: runbook18, RunbookToken: token, ExpiresAt: expiresAt };
}
function isOf(tags, token) {
  return tags.Layer === "restored" && tags.RunbookToken === token;
}
function copyObstacles(source) {
  const missingWriter = {
    what: `${source.id} has no writer whose class a copy could have.`,
    next: "Wait until it has one, or restore it in the console of RDS."
  };
  return [...obstaclesOf({ ...source, pendingChanges: [] }), ...writerOf(source) ? [] : [missingWriter]];
}
function nameObstacles(name, isTaken) {
  const obstacles = [
    isTaken && {
      what: `There is a database cluster ${name} already.`,
      next: "Give another `name`, or remove that one."
    },
    (instanceName(name).length > longestName || name.includes("--")) && {
      what: `RDS takes no cluster of the name ${name}: it is too long, or has two hyphens in a row.`,
      next: "Give a shorter, plainer `name`."
    }
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}
var lost = /^(failed|deleting|incompatible-.*|restore-error|storage-full|inaccessible-encryption-credentials.*)$/;
function checkStatus(name, status) {
  if (status === void 0) return { kind: "not-yet", words: `${name} is not to be seen yet` };
  if (status === "available") return { kind: "yes", words: `${name} is available` };
  return { kind: lost.test(status) ? "never" : "not-yet", words: `${name} is ${status}` };
}
async function removeCopy({ ports }, name, token) {
  const copy = await ports.databases.details(name);
  if (!copy || !isOf(copy.tags, token) || copy.status === "deleting") return;
  await unlessNow(`${name} is ${copy.status}`, () => ports.databases.removeCluster(name));
}
async function checkCopyRemoved({ ports }, name, token) {
  return decideRemoved(name, await ports.databases.details(name), token);
}
async function removeInstance({ ports }, copyOf, token) {
  const instance = await findInstance({ ports }, copyOf);
  if (!instance || !isOf(instance.tags, token) || instance.status === "deleting") return;
  await unlessNow(`${instance.id} is ${instance.status}`, () => ports.databases.removeInstance(instance.id));
}
async function checkInstanceRemoved({ ports }, copyOf, token) {
  return decideRemoved(instanceName(copyOf), await findInstance({ ports }, copyOf), token);
}
async function findInstance({ ports }, copyOf) {
  const copy = await ports.databases.details(copyOf);
  return copy?.members.find(({ id }) => id === instanceName(copyOf));
}
function decideRemoved(name, found, token) {
  if (!found) return { kind: "yes", words: `${name} is gone` };
  if (!isOf(found.tags, token)) return { kind: "yes", words: `${name} is not of this run, and stays` };
  return { kind: "not-yet", words: `${name} is ${found.status}` };
}
function howToUse({ place }, copy) {
  const live = clusterOf(place);
  return [
    `The copy answers at ${copy.endpoint}, to all that may connect to ${live}; its users and their passwords are those of then.`,
    `For a master password of its own: aws rds modify-db-cluster --db-cluster-identifier ${copy.id} --manage-master-user-password --apply-immediately`,
    `It costs what an instance of ${live} costs until somebody removes it; nothing else does:`,
    `aws rds delete-db-instance --db-instance-identifier ${instanceName(copy.id)} --skip-final-snapshot`,
    `aws rds delete-db-cluster --db-cluster-identifier ${copy.id} --skip-final-snapshot`
  ];
}

// src/runbooks/shared/database-copy-steps.ts
var callsOfCopies = {
  writes: {
    "rds:CreateDBInstance": "restored-database",
    "rds:DeleteDBInstance": "restored-database",
    "rds:DeleteDBCluster": "restored-database"
  },
  implied: { "rds:AddTagsToResource": "restored-database", "kms:CreateGrant": "restored-database" }
};
var retries = 9;
var copyBefore = {
  copy: text,
  token: text,
  expiresAt: instant,
  moment: instant,
  snapshot: optional(text),
  engineVersion: optional(text)
};
function copyStep({ runbook: runbook18, wish }) {
  return {
    id: "restore-cluster",
    title: "Restore into a new cluster",
    about: "Makes a cluster with the network, key and parameters of the live one, which it does not touch.",
    // It takes as long as the data is large: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-pitr.html
    timeoutSeconds: 5400,
    retries,
    before: copyBefore,
    plan: async (scope) => {
      const { ports, place, token } = scope;
      const [wished, source] = await Promise.all([wish(scope), ports.databases.details(clusterOf(place))]);
      if (!source) return { kind: "refused", obstacle: missingCluster(clusterOf(place)) };
      if ("obstacle" in wished) return { kind: "refused", obstacle: wished.obstacle };
      const { point, moment, keepSeconds } = wished.wish;
      const copy = copyName(place, wished.wish);
      const there = await ports.databases.details(copy);
      const [obstacle] = nameObstacles(copy, there !== void 0 && !isOf(there.tags, token));
      if (obstacle) return { kind: "refused", obstacle };
      const expiresAt = new Date(scope.now().getTime() + keepSeconds * 1e3).toISOString();
      const from = point.kind === "snapshot" && { snapshot: point.id, engineVersion: point.engineVersion };
      return {
        kind: "change",
        changes: [
          { what: `database cluster ${copy}`, from: "none", to: `${source.id} as it was at ${moment}` },
          { what: `how long ${copy} is meant to stay`, from: "none", to: `until ${expiresAt}` }
        ],
        before: { copy, token, expiresAt, moment, ...from }
      };
    },
    run: async ({ ports, place }, before) => {
      const there = await ports.databases.details(before.copy);
      if (there && isOf(there.tags, before.token)) return;
      const source = await ports.databases.details(clusterOf(place));
      if (!source) throw new Error(`The cluster ${clusterOf(place)} went while it was to be restored.`);
      const tags = marksOf(place, { runbook: runbook18, ...before });
      await ports.databases.restore({ name: before.copy, source, point: pointOf(before), tags });
    },
    verify: async ({ ports }, { copy }) => checkStatus(copy, (await ports.databases.details(copy))?.status),
    compensate: {
      about: "Deletes the new cluster, if it carries the mark of this run.",
      timeoutSeconds: 3600,
      run: (scope, { copy, token }) => removeCopy(scope, copy, token),
      verify: (scope, { copy, token }) => checkCopyRemoved(scope, copy, token)
    }
  };
}
function pointOf({ moment, snapshot, engineVersion = "" }) {
  return snapshot === void 0 ? { kind: "time", at: moment } : { kind: "snapshot", id: snapshot, engineVersion };
}
var instanceBefore = {
  copy: text,
  token: text,
  expiresAt: instant,
  engine: text,
  instanceClass: text
};
function instanceStep({
  runbook: runbook18,
  wish
}) {
  return {
    id: "add-instance",
    title: "Add an instance to read it with",
    about: "Adds one instance of the class that the live writer has, and tells how to read from it and how to remove it.",
    timeoutSeconds: 2700,
    retries,
    before: instanceBefore,
    plan: async (scope) => {
      const { ports, place, token } = scope;
      const [wished, source] = await Promise.all([wish(scope), ports.databases.details(clusterOf(place))]);
      const writer = source && writerOf(source);
      if (!writer) return { kind: "refused", obstacle: missingCluster(clusterOf(place)) };
      if ("obstacle" in wished) return { kind: "refused", obstacle: wished.obstacle };
      const copy = copyName(place, wished.wish);
      const { instanceClass } = writer;
      const expiresAt = new Date(scope.now().getTime() + wished.wish.keepSeconds * 1e3).toISOString();
      const change = { what: `database instance ${instanceName(copy)}`, from: "none", to: instanceClass };
      return { kind: "change", changes: [change], before: { copy, token, expiresAt, engine: source.engine, instanceClass } };
    },
    run: async ({ ports, place }, before) => {
      const { copy, engine, instanceClass } = before;
      const there = await ports.databases.details(copy);
      if (there?.members.some(({ id, tags: tags2 }) => id === instanceName(copy) && isOf(tags2, before.token))) return;
      const tags = marksOf(place, { runbook: runbook18, ...before });
      await ports.databases.addInstance({ name: instanceName(copy), cluster: copy, engine, instanceClass, tags });
    },
    verify: async (scope, { copy }) => {
      const found = await scope.ports.databases.details(copy);
      const instance = found?.members.find(({ id }) => id === instanceName(copy));
      const check = checkStatus(instanceName(copy), instance?.status);
      if (!found || check.kind !== "yes") return check;
      for (const line of howToUse(scope, found)) scope.tell(line);
      return { kind: "yes", words: `${copy} can be read at ${found.endpoint}` };
    },
    compensate: {
      about: "Deletes the instance, if it carries the mark of this run.",
      timeoutSeconds: 3600,
      run: (scope, { copy, token }) => removeInstance(scope, copy, token),
      verify: (scope, { copy, token }) => checkInstanceRemoved(scope, copy, token)
    }
  };
}

// src/runbooks/shared/database-inputs.ts
var copyInputs = {
  name: {
    kind: "name",
    optional: true,
    about: "What the copy is to be called, after <environment>-restored-; otherwise its moment",
    example: "lost-answers"
  },
  keep: {
    kind: "duration",
    leastSeconds: 3600,
    mostSeconds: 14 * 86400,
    default: "24h",
    about: "How long it is meant to stay: a tag says so, and a person removes it",
    example: "3d"
  }
};

// src/runbooks/aurora-restore-snapshot.ts
var inputs2 = {
  snapshot: {
    kind: "name",
    optional: true,
    about: "A snapshot of the cluster, an automated one without its rds:; otherwise the newest automated one",
    example: "assess-staging-2026-01-31-02-00"
  },
  ...copyInputs
};
var { runbook: runbook3, step: step3 } = asking(inputs2);
var mostTold = 3;
function chooseSnapshot(cluster, all, wanted) {
  const usable = all.filter(({ status }) => status === "available");
  const found = usable.find(({ id, isAutomated }) => wanted === void 0 ? isAutomated : shortName(id) === wanted);
  if (found) return found;
  const newest = usable.slice(0, mostTold).map(({ id }) => shortName(id));
  const what = wanted === void 0 ? `There is no automated snapshot of ${cluster} that is available.` : `There is no snapshot ${wanted} of ${cluster} that is available.`;
  if (newest.length === 0) return { what, next: "Restore to an instant with aurora-restore-to-time." };
  return { what, next: `Choose with \`snapshot\`, for example one of the newest: ${newest.join(", ")}.` };
}
function shortName(id) {
  return id.replace(/^.*:/, "");
}
function wishOf({ id, createdAt, engineVersion }, { name, keep }) {
  return { point: { kind: "snapshot", id, engineVersion }, moment: createdAt, name, keepSeconds: keep };
}
var restore = {
  runbook: "aurora-restore-snapshot",
  wish: async ({ ports, place, inputs: given }) => {
    const cluster = clusterOf(place);
    const chosen = chooseSnapshot(cluster, await ports.databases.snapshots(cluster), given.snapshot);
    return "what" in chosen ? { obstacle: chosen } : { wish: wishOf(chosen, given) };
  }
};
var begun = {
  ...restore,
  wish: async (scope) => {
    const { ports, place, inputs: given } = scope;
    const automated = (await ports.databases.snapshots(clusterOf(place))).filter(({ isAutomated }) => isAutomated);
    for (const snapshot of given.snapshot === void 0 ? automated.slice(0, mostTold) : []) {
      const wish = wishOf(snapshot, given);
      const copy = await ports.databases.details(copyName(place, wish));
      if (copy?.tags.Runbook === restore.runbook && copy.members.length === 0) return { wish };
    }
    return restore.wish(scope);
  }
};
function versionObstacles({ id, engineVersion }, snapshot) {
  const [live, old] = [engineVersion, snapshot.engineVersion].map((version) => version.split(".")[0]);
  if (live === old) return [];
  const what = `The snapshot is of version ${snapshot.engineVersion}, and ${id} has ${engineVersion}, whose parameters do not fit it.`;
  return [{ what, next: "Restore it in the console of RDS, with a parameter group of its version." }];
}
var auroraRestoreSnapshot = runbook3({
  id: restore.runbook,
  title: "Restore a snapshot of the database",
  about: "Makes a second Aurora cluster out of a snapshot, beside the live one, which it does not touch.",
  when: [
    "Data is wanted from before the time that aurora-restore-to-time reaches back to, or from before a risky change.",
    "To prove that backups can be restored: run it now and then, look at the data, and remove the copy.",
    "Not to replace the live cluster: that is a migration, with a deploy of its own."
  ],
  symptoms: [],
  risk: "medium",
  permission: "maintain",
  calls: {
    reads: ["rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters", "rds:DescribeDBInstances"],
    writes: { "rds:RestoreDBClusterFromSnapshot": "restored-database", ...callsOfCopies.writes },
    implied: callsOfCopies.implied
  },
  target: () => "restored-database",
  check: async ({ ports, place, inputs: given }) => {
    const cluster = clusterOf(place);
    const [source, snapshots] = await Promise.all([ports.databases.details(cluster), ports.databases.snapshots(cluster)]);
    if (!source) return [missingCluster(cluster)];
    const chosen = chooseSnapshot(cluster, snapshots, given.snapshot);
    if ("what" in chosen) return [...copyObstacles(source), chosen];
    const copy = copyName(place, wishOf(chosen, given));
    const isTaken = await ports.databases.details(copy) !== void 0;
    return [...copyObstacles(source), ...versionObstacles(source, chosen), ...nameObstacles(copy, isTaken)];
  },
  steps: [step3(copyStep(restore)), step3(instanceStep(begun))],
  // Nobody uses the copy yet.
  settleSeconds: 0
});

// src/runbooks/aurora-restore-to-time.ts
var inputs3 = {
  at: { kind: "instant", about: "The instant whose data is wanted, in UTC", example: "2026-01-31T12:00:00Z" },
  ...copyInputs
};
var { runbook: runbook4, step: step4 } = asking(inputs3);
function wishOf2({ at, name, keep }) {
  return { point: { kind: "time", at }, moment: at, name, keepSeconds: keep };
}
function decideTime({ id, earliestRestorableAt, latestRestorableAt }, at) {
  if (earliestRestorableAt === void 0 || latestRestorableAt === void 0) {
    return [{ what: `Nothing of ${id} can be restored: it has no backups.`, next: "Wait for its first backup." }];
  }
  const wanted = Date.parse(at);
  if (Date.parse(earliestRestorableAt) <= wanted && wanted <= Date.parse(latestRestorableAt)) return [];
  const what = `${id} can be restored to any time from ${earliestRestorableAt} to ${latestRestorableAt}, and ${at} is not within.`;
  return [{ what, next: "Give an instant between the two with `at`, or restore a snapshot with aurora-restore-snapshot." }];
}
var restore2 = {
  runbook: "aurora-restore-to-time",
  wish: async ({ inputs: given }) => ({ wish: wishOf2(given) })
};
var auroraRestoreToTime = runbook4({
  id: restore2.runbook,
  title: "Restore the database to an instant",
  about: "Makes a second Aurora cluster with the data of an instant of the past, beside the live one, which it does not touch.",
  when: [
    "Rows were deleted or changed by mistake: read them in the copy as they were, and write them back by hand or script.",
    "To find out when something was still right: several copies of several instants may stand beside each other.",
    "Not to replace the live cluster: that is a migration, with a deploy of its own."
  ],
  symptoms: [],
  risk: "medium",
  permission: "maintain",
  calls: {
    reads: ["rds:DescribeDBClusters", "rds:DescribeDBInstances"],
    writes: { "rds:RestoreDBClusterToPointInTime": "restored-database", ...callsOfCopies.writes },
    implied: callsOfCopies.implied
  },
  target: () => "restored-database",
  check: async ({ ports, place, inputs: given }) => {
    const copy = copyName(place, wishOf2(given));
    const [source, there] = await Promise.all([ports.databases.details(clusterOf(place)), ports.databases.details(copy)]);
    if (!source) return [missingCluster(clusterOf(place))];
    return [...copyObstacles(source), ...decideTime(source, given.at), ...nameObstacles(copy, there !== void 0)];
  },
  steps: [step4(copyStep(restore2)), step4(instanceStep(restore2))],
  // Nobody uses the copy yet.
  settleSeconds: 0
});

// src/runbooks/shared/service.ts
function serviceOf({ prefix }) {
  return { cluster: prefix, service: `${prefix}-app` };
}
function describeService({ ports, place }) {
  return ports.services.describe(serviceOf(place));
}
function missingService({ environment, region, prefix }) {
  return {
    what: `There is no service ${prefix}-app in the cluster ${prefix} of ${region}.`,
    next: `Correct the environment (${environment}) or the region, or deploy it first.`
  };
}
function isRolling({ deployments }) {
  return deployments.some(({ status, rollout }) => status === "PRIMARY" && rollout === "IN_PROGRESS");
}
var rolling = {
  what: "A deployment of the service is in progress.",
  next: "Wait for its end, or turn it back with the runbook ecs-rollback."
};
function gone({ prefix }) {
  return { kind: "never", words: `${prefix}-app is not there any more` };
}
async function checkServing({ ports, place }, outsideOf) {
  const state = await describeService({ ports, place });
  if (!state) return gone(place);
  const { desired, running, pending } = state;
  if (running !== desired || pending > 0) return { kind: "not-yet", words: `${running} of ${desired} tasks run` };
  const targets = await ports.evidence.targetHealth(serviceOf(place).service);
  const healthy = targets.filter((target) => target.state === "healthy" && target.zone !== outsideOf).length;
  const words2 = `${running} of ${desired} tasks run, ${healthy} are healthy`;
  return { kind: healthy >= desired ? "yes" : "not-yet", words: words2 };
}
function revisionOf(taskDefinition) {
  return taskDefinition.slice(taskDefinition.lastIndexOf("/") + 1);
}
function tasks(count2) {
  return `${count2} ${count2 === 1 ? "task" : "tasks"}`;
}

// src/runbooks/shared/service-limits.ts
var limits = { least: count, most: count };
var limitsBefore = { ...limits, toLeast: count, toMost: count };
function widen({ least, most: most2 }, numbers) {
  return { least: Math.min(least, ...numbers), most: Math.max(most2, ...numbers) };
}
function isSame2(one, other) {
  return one.least === other.least && one.most === other.most;
}
function changesOfLimits(place, from, to) {
  const { service } = serviceOf(place);
  return [
    { what: `least tasks of ${service}`, from: `${from.least}`, to: `${to.least}` },
    { what: `most tasks of ${service}`, from: `${from.most}`, to: `${to.most}` }
  ].filter((change) => change.from !== change.to);
}
function words({ least, most: most2 }) {
  return `it scales from ${least} to ${most2}`;
}
async function setLimits({ ports, place }, to) {
  const service = serviceOf(place);
  const now = await ports.autoScaling.describe(service);
  if (now && !isSame2(now, to)) await ports.autoScaling.setLimits(service, { least: to.least, most: to.most });
}
async function checkLimits({ ports, place }, wanted) {
  const now = await ports.autoScaling.describe(serviceOf(place));
  if (!now) return { kind: "never", words: "it does not scale by itself any more" };
  return { kind: isSame2(now, wanted) ? "yes" : "not-yet", words: words(now) };
}
function planLimits(place, now, to) {
  if (isSame2(now, to)) return { kind: "nothing", why: `${words(now)} already` };
  const before = { least: now.least, most: now.most, toLeast: to.least, toMost: to.most };
  return { kind: "change", changes: changesOfLimits(place, now, to), before };
}
var settingLimits = {
  timeoutSeconds: 60,
  retries: 3,
  before: limitsBefore,
  run: (asker, { toLeast, toMost }) => setLimits(asker, { least: toLeast, most: toMost }),
  verify: (asker, { toLeast, toMost }) => checkLimits(asker, { least: toLeast, most: toMost })
};
var puttingLimitsBack = { timeoutSeconds: 60, run: setLimits, verify: checkLimits };

// src/runbooks/shared/service-rollouts.ts
var rolloutBefore = { taskDefinition: text, deployment: text, rollout: optional(text) };
function beforeOf({ taskDefinition, deployments }, [latest]) {
  return { taskDefinition, deployment: deployments[0]?.id ?? "", ...latest && { rollout: latest.arn } };
}
async function hasBegun(scope, { deployment }) {
  const [primary] = (await describeService(scope))?.deployments ?? [];
  return primary !== void 0 && primary.id !== deployment;
}
function oursOf(rollouts, { rollout }) {
  const index = rollouts.findIndex(({ arn }) => arn === rollout);
  return rollouts[(index === -1 ? rollouts.length : index) - 1];
}
async function checkOurs({ ports, place }, before) {
  const ours = oursOf(await ports.services.rollouts(serviceOf(place)), before);
  return ours ? checkOf(ours) : { kind: "not-yet", words: "ECS does not tell of the new deployment yet" };
}
function checkOf({ status, taskDefinition, reason }) {
  const what = `the deployment of ${revisionOf(taskDefinition)}`;
  switch (status) {
    case "SUCCESSFUL":
      return { kind: "yes", words: `${what} is complete` };
    case "PENDING":
    case "IN_PROGRESS":
      return { kind: "not-yet", words: `${what} is in progress` };
    case "STOP_REQUESTED":
    case "STOPPED":
    case "ROLLBACK_REQUESTED":
    case "ROLLBACK_IN_PROGRESS":
    case "ROLLBACK_SUCCESSFUL":
    case "ROLLBACK_FAILED":
      return { kind: "never", words: `${what} ended as ${status}${reason && `: ${reason.replace(/\.$/, "")}`}` };
    default:
      return status;
  }
}
function isUnderWay({ status }) {
  return isTurnable(status) || isTurningBack(status);
}
function isTurnable(status) {
  return status === "PENDING" || status === "IN_PROGRESS";
}
function isTurningBack(status) {
  return status === "ROLLBACK_REQUESTED" || status === "ROLLBACK_IN_PROGRESS";
}

// src/runbooks/shared/service-zones.ts
function zoneNamed({ region }, letter) {
  return `${region}${letter}`;
}
async function subnetsOfService({ ports, place }) {
  return ports.networks.subnets(await ports.services.subnets(serviceOf(place)));
}
function outside(subnets, zone) {
  return subnets.filter((subnet) => subnet.zone !== zone);
}
function zonesOf(subnets) {
  return [...new Set(subnets.map(({ zone }) => zone))].sort();
}
function enoughWithout(desired, zones) {
  return Math.ceil(desired * zones / (zones - 1));
}
async function findLoadBalancer({ ports, place }) {
  const found = await ports.zonalShifts.shiftable();
  return found.find(({ name, arn }) => name === place.prefix && arn.includes(":loadbalancer/app/"))?.arn;
}
async function tasksIn({ ports, place }, zone) {
  const tasks2 = await ports.services.tasks(serviceOf(place));
  return tasks2.filter((task) => task.zone === zone).map(({ arn }) => arn);
}
async function findZoneObstacles(scope, zone) {
  const { ports, place } = scope;
  const state = await describeService(scope);
  if (!state) return [missingService(place)];
  const [subnets, loadBalancer, shifts, active] = await Promise.all([
    subnetsOfService(scope),
    findLoadBalancer(scope),
    ports.zonalShifts.active(),
    ports.experiments.active()
  ]);
  const shiftedFrom = shifts.filter(({ resource }) => resource === loadBalancer).map(({ awayFrom }) => awayFrom);
  const experiments = active.filter((one) => !hasEnded(one) && [void 0, place.environment].includes(one.tags.Environment)).map(({ id }) => id);
  return decideZoneObstacles({ state, subnets, loadBalancer, shiftedFrom, experiments }, place, zone);
}
function decideZoneObstacles(facts, place, zone) {
  const { state, subnets, loadBalancer, shiftedFrom, experiments } = facts;
  const zones = zonesOf(subnets);
  const left = zonesOf(outside(subnets, zone));
  const leastLeft = place.environment === "production" ? 2 : 1;
  const obstacles = [
    isRolling(state) && rolling,
    !zones.includes(zone) && {
      what: `The service has no subnet in ${zone}; it is in ${zones.join(", ")}.`,
      next: "Give a zone that it is in; the one it was taken out of needs nothing more."
    },
    left.length < leastLeft && {
      what: `Without ${zone} only ${left.join(", ") || "no zone"} would be left, and ${place.environment} needs ${leastLeft}.`,
      next: "Give the service back the zones that it was taken out of, by a deploy."
    },
    !loadBalancer && {
      what: `There is no load balancer ${place.prefix} whose traffic may be shifted.`,
      next: "Switch on zonal shift for it (enableZonalShift in the platform stack), and deploy the platform."
    },
    shiftedFrom.length > 0 && {
      what: `Traffic of the load balancer is shifted away from ${shiftedFrom.join(", ")} already.`,
      next: "End that zonal shift, or wait until it expires."
    },
    experiments.length > 0 && {
      what: `An experiment runs (${experiments.join(", ")}), and what it breaks looks like the loss of a zone.`,
      next: "End the game day, or stop all experiments with the runbook stop-all-experiments."
    }
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}

// src/runbooks/az-evacuation.ts
var hour = 3600;
var { runbook: runbook5, step: step5 } = asking({
  zone: { kind: "choice", choices: ["a", "b", "c"], about: "Zone of the region that is to be left", example: "b" },
  duration: {
    kind: "duration",
    leastSeconds: hour,
    // https://docs.aws.amazon.com/arc-zonal-shift/latest/api/API_StartZonalShift.html
    mostSeconds: 72 * hour,
    default: "4h",
    about: "When the zonal shift ends by itself, from 1 to 72 hours",
    example: "12h"
  }
});
var preScale = step5({
  id: "pre-scale",
  title: "Start enough tasks for the load in the other zones",
  about: "Raises the desired count, and the least and the most that scaling keeps to, so that the tasks outside of the zone are as many as there are now.",
  timeoutSeconds: 900,
  retries: 3,
  before: { desired: count, to: count, limits: optional(record(limits)) },
  plan: async (scope) => {
    const { ports, place } = scope;
    const service = serviceOf(place);
    const [state, subnets, scaling] = await Promise.all([
      describeService(scope),
      subnetsOfService(scope),
      ports.autoScaling.describe(service)
    ]);
    if (!state) return { kind: "refused", obstacle: missingService(place) };
    const zones = zonesOf(subnets).length;
    if (zones < 2 || state.desired === 0) return { kind: "nothing", why: `${tasks(state.desired)} in ${zones} zones` };
    const { desired } = state;
    const to = enoughWithout(desired, zones);
    const now = scaling && { least: scaling.least, most: scaling.most };
    const changes = [
      { what: `desired tasks of ${service.service}`, from: `${desired}`, to: `${to}` },
      ...now ? changesOfLimits(place, now, heldAt(now, to)) : []
    ];
    return { kind: "change", changes, before: { desired, to, ...now && { limits: now } } };
  },
  run: async (scope, { to, limits: now }) => {
    if (now) await setLimits(scope, widen(now, [to]));
    await scope.ports.services.scale(serviceOf(scope.place), to);
    if (now) await setLimits(scope, heldAt(now, to));
  },
  verify: async (scope, { to }) => {
    const state = await describeService(scope);
    if (!state) return gone(scope.place);
    return state.desired < to ? { kind: "not-yet", words: `${state.desired} are desired, not ${to}` } : checkServing(scope);
  },
  compensate: {
    about: "Sets the desired count and the limits that there were.",
    timeoutSeconds: 900,
    run: async (scope, { desired, to, limits: before }) => {
      if (before) await setLimits(scope, widen(before, [desired, to]));
      await scope.ports.services.scale(serviceOf(scope.place), desired);
      if (before) await setLimits(scope, before);
    },
    verify: async (scope, { desired }) => {
      const state = await describeService(scope);
      if (!state) return gone(scope.place);
      return state.desired === desired ? checkServing(scope) : { kind: "not-yet", words: `${state.desired} are desired` };
    }
  }
});
function heldAt({ least, most: most2 }, to) {
  return { least: Math.max(least, to), most: Math.max(most2, to) };
}
var shift = step5({
  id: "shift-traffic",
  title: "Move traffic away from the zone",
  about: "Starts a zonal shift of the load balancer, which ends by itself after the duration.",
  timeoutSeconds: 300,
  retries: 3,
  before: { loadBalancer: text, zoneId: text, comment: text },
  plan: async (scope) => {
    const { place, inputs: inputs4, token } = scope;
    const zone = zoneNamed(place, inputs4.zone);
    const [loadBalancer, subnets] = await Promise.all([findLoadBalancer(scope), subnetsOfService(scope)]);
    const zoneId = subnets.find((subnet) => subnet.zone === zone)?.zoneId;
    if (!loadBalancer || !zoneId) return { kind: "nothing", why: `nothing of ${place.prefix} can be shifted away from ${zone}` };
    const to = `all zones but ${zone} (${zoneId}), for ${inputs4.duration / hour} hours`;
    const comment = `opsdeck az-evacuation ${token}`;
    const change = { what: `traffic of the load balancer ${place.prefix}`, from: "all zones", to };
    return { kind: "change", changes: [change], before: { loadBalancer, zoneId, comment } };
  },
  run: async ({ ports: { zonalShifts }, inputs: inputs4 }, { loadBalancer, zoneId, comment }) => {
    if ((await zonalShifts.active()).some((one) => one.comment === comment)) return;
    await zonalShifts.start({ resource: loadBalancer, awayFrom: zoneId, seconds: inputs4.duration, comment });
  },
  verify: async ({ ports }, { comment }) => {
    const found = (await ports.zonalShifts.active()).find((one) => one.comment === comment);
    if (!found) return { kind: "not-yet", words: "ARC does not tell of the shift yet" };
    return { kind: "yes", words: `traffic is shifted away from ${found.awayFrom} until ${found.expiresAt}` };
  },
  compensate: {
    about: "Cancels that shift, and no other.",
    timeoutSeconds: 300,
    run: async ({ ports: { zonalShifts } }, { comment }) => {
      const mine = (await zonalShifts.active()).filter((one) => one.comment === comment);
      for (const { id } of mine) await zonalShifts.cancel(id);
    },
    verify: async ({ ports }, { comment }) => {
      const isActive2 = (await ports.zonalShifts.active()).some((one) => one.comment === comment);
      return isActive2 ? { kind: "not-yet", words: "traffic is still shifted" } : { kind: "yes", words: "traffic goes to all zones" };
    }
  }
});
var move = step5({
  id: "move-tasks",
  title: "Move the tasks to the other zones",
  about: "Takes the subnets of the zone from the service, and waits until ECS calls that deployment complete.",
  timeoutSeconds: 1800,
  retries: 3,
  before: { ...rolloutBefore, subnets: list(text), to: list(text) },
  plan: async (scope) => {
    const { ports, place, inputs: inputs4 } = scope;
    const [state, subnets, rollouts] = await Promise.all([
      describeService(scope),
      subnetsOfService(scope),
      ports.services.rollouts(serviceOf(place))
    ]);
    if (!state) return { kind: "refused", obstacle: missingService(place) };
    const left = outside(subnets, zoneNamed(place, inputs4.zone));
    if (left.length === subnets.length) return { kind: "nothing", why: `it has no subnet in ${zoneNamed(place, inputs4.zone)}` };
    const [from, to] = [subnets.map(({ id }) => id), left.map(({ id }) => id)];
    const change = { what: `subnets of ${serviceOf(place).service}`, from: from.join(", "), to: to.join(", ") };
    return { kind: "change", changes: [change], before: { ...beforeOf(state, rollouts), subnets: from, to } };
  },
  run: async (scope, before) => {
    if (!await hasBegun(scope, before)) await scope.ports.services.moveTo(serviceOf(scope.place), before.to);
  },
  verify: checkOurs,
  compensate: {
    about: "Gives the service back the subnets that it had.",
    timeoutSeconds: 1800,
    run: async ({ ports, place }, { subnets }) => {
      const now = await ports.services.subnets(serviceOf(place));
      if (!isSameSet(now, subnets)) await ports.services.moveTo(serviceOf(place), subnets);
    },
    verify: async (scope, { subnets }) => {
      const service = serviceOf(scope.place);
      const [now, [latest]] = await Promise.all([scope.ports.services.subnets(service), scope.ports.services.rollouts(service)]);
      if (!isSameSet(now, subnets)) return { kind: "not-yet", words: `it is in ${now.join(", ")}` };
      return latest && isUnderWay(latest) ? { kind: "not-yet", words: "the deployment is in progress" } : checkServing(scope);
    }
  }
});
function isSameSet(one, other) {
  return one.length === other.length && one.every((member) => other.includes(member));
}
var clear = step5({
  id: "clear-zone",
  title: "Stop what stays in the zone",
  about: "Stops the tasks that the deployment has left in the zone, and waits until enough healthy ones are in the others.",
  timeoutSeconds: 900,
  retries: 3,
  before: { tasks: list(text) },
  plan: async (scope) => {
    const zone = zoneNamed(scope.place, scope.inputs.zone);
    const there = await tasksIn(scope, zone);
    if (there.length === 0) return { kind: "nothing", why: `no task is in ${zone}` };
    const change = { what: `tasks in ${zone}`, from: `${there.length}`, to: "0: those that the deployment leaves are stopped" };
    return { kind: "change", changes: [change], before: { tasks: there } };
  },
  run: async ({ ports, place }, before) => {
    for (const task of before.tasks) {
      await ports.services.stopTask(serviceOf(place), task, "Its availability zone is evacuated.");
    }
  },
  verify: async (scope) => {
    const zone = zoneNamed(scope.place, scope.inputs.zone);
    const there = await tasksIn(scope, zone);
    return there.length > 0 ? { kind: "not-yet", words: `${tasks(there.length)} in ${zone}` } : checkServing(scope, zone);
  },
  compensate: { impossible: "a stopped task does not come back: the service starts another one in its place" }
});
var azEvacuation = runbook5({
  id: "az-evacuation",
  title: "Leave an availability zone",
  about: "Starts enough tasks for the load in the other zones, moves traffic away from the zone, and then the tasks.",
  when: [
    "One zone answers with errors or slowly, and the others do not: errors by zone tell.",
    "AWS says that a zone is impaired, also before users notice.",
    "Not when all zones are bad: there is nothing to flee to.",
    "It leaves the database and the cache where they are: aurora-failover and redis-failover move what writes.",
    "To come back, undo this run: subnets, traffic and limits are given back. The next deploy gives back subnets and limits, too."
  ],
  symptoms: ["zone-errors", "edge-5xx-rate"],
  risk: "high",
  permission: "maintain",
  calls: {
    reads: [
      "application-autoscaling:DescribeScalableTargets",
      "arc-zonal-shift:ListManagedResources",
      "arc-zonal-shift:ListZonalShifts",
      "ec2:DescribeSubnets",
      "ecs:DescribeServiceRevisions",
      "ecs:DescribeServices",
      "ecs:DescribeTasks",
      "ecs:ListServiceDeployments",
      "ecs:ListTasks",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
      "fis:GetExperiment",
      "fis:ListExperiments"
    ],
    writes: {
      "application-autoscaling:RegisterScalableTarget": "scalable-target",
      "arc-zonal-shift:CancelZonalShift": "load-balancer",
      "arc-zonal-shift:StartZonalShift": "load-balancer",
      "ecs:StopTask": "task",
      "ecs:UpdateService": "service"
    }
  },
  target: () => "environment",
  check: (scope) => findZoneObstacles(scope, zoneNamed(scope.place, scope.inputs.zone)),
  steps: [preScale, shift, move, clear],
  settleSeconds: 300
});

// src/runbooks/shared/bundle.ts
async function gatherBundle(scope, sources) {
  const refusals = [];
  const gathered = await Promise.all(
    sources.map(async ({ id, title, gather: gather2 }) => {
      try {
        return { id, title, ...await gather2(scope) };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refusals.push(error);
        const { code, message, next } = error;
        return { id, title, notable: [], content: { notRead: { code, what: message, next } }, denied: `${message} ${next}` };
      }
    })
  );
  if (refusals.length === sources.length) throw refusals[0];
  return gathered;
}
function isRefusal(error) {
  return isFailure(error) && !error.code.startsWith("runbook/");
}
function fileOf({ id }) {
  return `${id}.json`;
}
var mostNotable = 8;
var longestQuote = 300;
function renderSummary(scope, gathered) {
  const { place, since, now } = scope;
  const loud = gathered.filter(({ notable }) => notable.length > 0);
  const denied = gathered.filter((source) => source.denied !== void 0);
  return [
    `# Diagnostics of ${place.environment}`,
    "",
    `${since.toISOString()} to ${now.toISOString()}, region ${place.region}. What looks like a secret is blacked out.`,
    "",
    "## What stands out",
    "",
    ...loud.length === 0 ? ["Nothing: all that was read looks as it should.", ""] : loud.flatMap(notableLines),
    ...denied.length === 0 ? [] : ["## What could not be read", "", ...denied.map(deniedLine), ""],
    "## Files",
    "",
    ...gathered.map((source) => `- \`${fileOf(source)}\`: ${source.title}`),
    ""
  ].join("\n");
}
function notableLines({ title, notable }) {
  const more = notable.length - mostNotable;
  const lines = notable.slice(0, mostNotable).map((each) => `- ${plain(each)}`);
  return [`### ${title}`, "", ...lines, ...more > 0 ? [`- ... and ${more} more`] : [], ""];
}
function deniedLine({ title, denied = "" }) {
  return `- ${title}: ${plain(denied)}`;
}
function plain(text2) {
  const line = text2.replaceAll(/\s+/g, " ").trim();
  const short = line.length > longestQuote ? `${line.slice(0, longestQuote - 1)}…` : line;
  return short.replaceAll(/[\\`*_[\]<>#|~@]/g, "\\$&");
}

// src/runbooks/shared/evidence-words.ts
function countBy(items, keyOf) {
  const counts = /* @__PURE__ */ new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
var address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
function withoutAddresses(message) {
  return message.replaceAll(address, "(e-mail address)");
}

// src/runbooks/shared/evidence-sources.ts
var mostLogLines = 500;
var mostChanges = 200;
var troublePattern = "(?i)(error|exception|fatal|panic|timed? ?out|refused|denied|out of memory|deadlock)";
function logGroupsOf(prefix) {
  return [
    `/aws/ecs/${prefix}-app`,
    `/aws/rds/cluster/${prefix}/postgresql`,
    `/aws/elasticache/${prefix}`,
    `/aws/apigateway/${prefix}`,
    `/aws/kinesisfirehose/${prefix}`
  ];
}
var evidenceSources = [
  { id: "alarms", title: "Alarms, and how they have changed", gather: gatherAlarms },
  { id: "service", title: "The service, its deployments and tasks", gather: gatherService },
  { id: "targets", title: "Health of the load balancer’s targets", gather: gatherTargets },
  { id: "database", title: "The database and its events", gather: gatherDatabase },
  { id: "cache", title: "The cache and its events", gather: gatherCache },
  { id: "logs", title: "Lines of the logs that speak of trouble", gather: gatherLogs },
  { id: "experiments", title: "Experiments, safety lever and zonal shifts", gather: gatherExperiments },
  { id: "changes", title: "Who has changed what", gather: gatherChanges }
];
async function gatherAlarms({ ports, place, since }) {
  const alarms = await ports.alarms.withPrefix(place.prefix);
  const transitions = await ports.alarms.transitions(
    alarms.map(({ name }) => name),
    since
  );
  const ringing = alarms.filter(({ state }) => state === "ALARM");
  const rang = new Set(transitions.filter(({ to }) => to === "ALARM").map(({ name }) => name));
  const over = alarms.filter(({ name, state }) => state !== "ALARM" && rang.has(name));
  return {
    content: { alarms, transitions },
    notable: [
      ...ringing.map(({ name, transitionedAt, reason }) => `${name} rings since ${transitionedAt}: ${reason}`),
      ...over.map(({ name, state }) => `${name} rang, and is ${state} now`)
    ]
  };
}
async function gatherService({ ports, place, since }) {
  const identity = { cluster: place.prefix, service: `${place.prefix}-app` };
  const { cluster, service } = identity;
  const [state, tasks2, stopped, events] = await Promise.all([
    ports.services.describe(identity),
    ports.services.tasks(identity),
    ports.evidence.stoppedTasks(cluster, service),
    ports.evidence.serviceEvents(cluster, service, since)
  ]);
  const why = countBy(
    stopped,
    ({ reason, containers }) => [reason, ...containers].filter(Boolean).join("; ") || "no reason given"
  );
  return {
    content: { service: state ?? null, tasks: tasks2, stoppedTasks: stopped, events },
    notable: [
      ...state ? serviceTrouble(service, state) : [`there is no service ${service}`],
      ...why.map(([reason, count2]) => `${count2 === 1 ? "a task" : `${count2} tasks`} stopped: ${reason}`)
    ]
  };
}
function serviceTrouble(service, { desired, running, deployments }) {
  const missing = running < desired ? [`${service} runs ${running} of ${desired} tasks`] : [];
  const rollouts = deployments.filter(({ rollout }) => rollout !== "COMPLETED").map(({ id, rollout, reason }) => `the deployment ${id} is ${rollout}: ${reason || "no reason given"}`);
  return [...missing, ...rollouts];
}
async function gatherTargets({ ports, place }) {
  const targets = await ports.evidence.targetHealth(place.prefix);
  const bad = targets.filter(({ state }) => state !== "healthy");
  return {
    content: { targets },
    notable: bad.map(
      ({ target, zone, state, reason }) => `${target}${zone && ` in ${zone}`} is ${state}${reason && `: ${reason}`}`
    )
  };
}
async function gatherDatabase({ ports, place, since }) {
  const [cluster, events] = await Promise.all([
    ports.databases.describe(place.prefix),
    ports.evidence.databaseEvents(place.prefix, since)
  ]);
  if (!cluster) return { content: { cluster: null, events }, notable: [`there is no database ${place.prefix}`] };
  const { status, members } = cluster;
  return {
    content: { cluster, events },
    notable: [
      ...status === "available" ? [] : [`the database is ${status}`],
      ...members.some(({ isWriter }) => isWriter) ? [] : ["the database has no writer"],
      ...members.filter((one) => one.status !== "available").map((one) => `${one.id} in ${one.zone} is ${one.status}`),
      ...events.map(({ at, source, message }) => `${at} ${source}: ${message}`)
    ]
  };
}
async function gatherCache({ ports, place, since }) {
  const [group, events] = await Promise.all([
    ports.caches.describe(place.prefix),
    ports.evidence.cacheEvents(place.prefix, since)
  ]);
  if (!group) return { content: { group: null, events }, notable: [`there is no cache ${place.prefix}`] };
  return {
    content: { group, events },
    notable: [
      ...group.status === "available" ? [] : [`the cache is ${group.status}`],
      ...group.nodes.some(({ role }) => role === "primary") ? [] : ["the cache has no primary node"],
      ...events.map(({ at, source, message }) => `${at} ${source}: ${message}`)
    ]
  };
}
async function gatherLogs({ ports, place, since }) {
  const groups = logGroupsOf(place.prefix);
  const found = await ports.evidence.logs(groups, { pattern: troublePattern, since, most: mostLogLines });
  const lines = found.map((line) => ({ ...line, message: withoutAddresses(line.message) }));
  const counts = countBy(lines, ({ group }) => group);
  return {
    content: { groups, lines },
    notable: counts.map(([group, count2]) => {
      const newest = lines.find((line) => line.group === group)?.message ?? "";
      const most2 = count2 === mostLogLines ? "at least " : "";
      return `${group} has ${most2}${count2 === 1 ? "a line" : `${count2} lines`} of trouble, the newest: ${newest}`;
    })
  };
}
async function gatherExperiments({ ports }) {
  const [active, lever, shifts] = await Promise.all([
    ports.experiments.active(),
    ports.experiments.safetyLever(),
    ports.zonalShifts.active()
  ]);
  return {
    content: { active, lever, shifts },
    notable: [
      ...active.map(({ id, status, startedAt }) => `the experiment ${id} is ${status} since ${startedAt ?? "now"}`),
      ...lever === "engaged" ? ["the safety lever of FIS is engaged"] : [],
      ...shifts.map(({ resource, awayFrom }) => `traffic of ${resource} is shifted away from ${awayFrom}`)
    ]
  };
}
async function gatherChanges({ ports, place, since }) {
  const changes = await ports.evidence.changes(since, mostChanges);
  const own = changes.filter(({ resources }) => resources.some((name) => name.includes(place.prefix)));
  const counts = countBy(own, ({ by, call }) => `${by} called ${call}`);
  return {
    content: { changes },
    notable: counts.map(([what, count2]) => `${what}${count2 === 1 ? "" : ` ${count2} times`} on what is named ${place.prefix}`)
  };
}

// src/runbooks/collect-diagnostics.ts
var { runbook: runbook6, step: step6 } = asking({
  since: {
    kind: "duration",
    leastSeconds: 300,
    mostSeconds: 86400,
    about: "how far back to look",
    example: "90m",
    default: "1h"
  }
});
var window = { since: instant, until: instant };
var collectDiagnostics = runbook6({
  id: "collect-diagnostics",
  title: "Collect diagnostics",
  about: "Gathers alarms, service, tasks, targets, database, cache, logs, experiments and changes into files, redacted, with a summary of what stands out. What may not be read is told in its file; the rest stands.",
  when: [
    "Something is wrong and nobody knows what: before anything is changed, and before ECS forgets its stopped tasks, which takes an hour.",
    "An incident is over and is to be understood."
  ],
  symptoms: ["cache-misses", "delivery-freshness", "delivery-throttled"],
  risk: "none",
  permission: "write",
  calls: {
    reads: [
      "arc-zonal-shift:ListZonalShifts",
      "cloudtrail:LookupEvents",
      "cloudwatch:DescribeAlarmHistory",
      "cloudwatch:DescribeAlarms",
      "ecs:DescribeServices",
      "ecs:DescribeTasks",
      "ecs:ListTasks",
      "elasticache:DescribeEvents",
      "elasticache:DescribeReplicationGroups",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth",
      "fis:GetExperiment",
      "fis:GetSafetyLever",
      "fis:ListExperiments",
      "logs:DescribeLogGroups",
      "logs:GetQueryResults",
      "logs:StartQuery",
      "logs:StopQuery",
      "rds:DescribeDBClusters",
      "rds:DescribeDBInstances",
      "rds:DescribeEvents"
    ],
    writes: {}
  },
  // Nobody is in its way, nor it in anybody's; two at once would write the same files.
  target: () => "diagnostics",
  check: async () => [],
  steps: [
    step6({
      id: "collect",
      title: "Collect the evidence",
      about: "Reads every source at once, searches the logs with Logs Insights, and writes a file for each and `summary.md`.",
      timeoutSeconds: 60,
      retries: 2,
      before: window,
      plan: async ({ inputs: inputs4, now }) => {
        const until = now();
        const since = new Date(until.getTime() - inputs4.since * 1e3);
        const changes = [
          { id: "summary", title: "What stands out", file: "summary.md" },
          ...evidenceSources.map((source) => ({ ...source, file: fileOf(source) }))
        ];
        return {
          kind: "change",
          changes: changes.map(({ title, file }) => ({ what: `file \`${file}\``, from: "nothing", to: title })),
          before: { since: since.toISOString(), until: until.toISOString() }
        };
      },
      run: async ({ ports, place, tell }, { since, until }) => {
        const scope = { ports, place, since: new Date(since), now: new Date(until) };
        const gathered = await gatherBundle(scope, evidenceSources);
        const where = await ports.keptFiles.keep("summary.md", renderSummary(scope, gathered));
        for (const source of gathered) {
          await ports.keptFiles.keep(fileOf(source), `${JSON.stringify(source.content, null, 2)}
`);
          for (const each of source.notable) tell(`${source.title}: ${each}`);
          if (source.denied !== void 0) tell(`${source.title}: could not be read. ${source.denied}`);
        }
        tell(`Written: ${where} and ${gathered.length} files beside it.`);
      },
      // What could not be written has failed the run.
      verify: async () => ({ kind: "yes", words: `${evidenceSources.length + 1} files are written` }),
      compensate: { impossible: "It changes nothing: there is nothing to undo." }
    })
  ],
  settleSeconds: 0
});

// src/runbooks/ecs-redeploy.ts
var { runbook: runbook7, step: step7 } = asking({});
var redeploy = step7({
  id: "redeploy",
  title: "Start all tasks anew",
  about: "Forces a new deployment of the same task definition, and waits until ECS calls that deployment complete.",
  // Of a big service, with its tasks' start, health checks and draining.
  timeoutSeconds: 1800,
  retries: 3,
  before: rolloutBefore,
  plan: async ({ ports, place }) => {
    const [state, rollouts] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(serviceOf(place))]);
    if (!state) return { kind: "refused", obstacle: missingService(place) };
    const now = `${state.deployments[0]?.id} of ${revisionOf(state.taskDefinition)}`;
    const to = `a new one of ${revisionOf(state.taskDefinition)}, which replaces all tasks (${state.running} run)`;
    const change = { what: `deployment of ${serviceOf(place).service}`, from: now, to };
    return { kind: "change", changes: [change], before: beforeOf(state, rollouts) };
  },
  run: async (scope, before) => {
    if (await hasBegun(scope, before)) return;
    await scope.ports.services.deploy(serviceOf(scope.place), before.taskDefinition);
  },
  verify: async (scope, before) => {
    const ours = await checkOurs(scope, before);
    return ours.kind === "yes" ? checkServing(scope) : ours;
  },
  compensate: {
    about: "Turns the deployment back while it is in progress. A complete one stays: the tasks before it had the same task definition.",
    timeoutSeconds: 1800,
    run: async ({ ports, place }, before) => {
      const ours = oursOf(await ports.services.rollouts(serviceOf(place)), before);
      if (ours && isTurnable(ours.status)) await ports.services.turnBack(ours.arn);
    },
    verify: async (scope, before) => {
      const ours = oursOf(await scope.ports.services.rollouts(serviceOf(scope.place)), before);
      if (ours?.status === "ROLLBACK_FAILED") return { kind: "never", words: `ECS could not turn it back: ${ours.reason}` };
      if (ours && isUnderWay(ours)) return { kind: "not-yet", words: "ECS turns the deployment back" };
      return checkServing(scope);
    }
  }
});
var ecsRedeploy = runbook7({
  id: "ecs-redeploy",
  title: "Start all tasks of the service anew",
  about: "Replaces every task by a new one of the same task definition, a few at a time, so that users do not notice.",
  when: [
    "Tasks are unhealthy, hang or leak, or have lost a connection that they do not open again.",
    "After a secret was rotated that tasks read only when they start.",
    "Not when a release is bad: the new tasks would be as bad; roll it back."
  ],
  symptoms: ["unhealthy", "healthy", "missing-tasks"],
  risk: "low",
  permission: "write",
  calls: {
    reads: [
      "ecs:DescribeServiceRevisions",
      "ecs:DescribeServices",
      "ecs:ListServiceDeployments",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth"
    ],
    writes: { "ecs:StopServiceDeployment": "service-deployment", "ecs:UpdateService": "service" }
  },
  // A deploy that watches its own deployment must not see another one.
  target: () => "environment",
  check: async ({ ports, place }) => {
    const state = await describeService({ ports, place });
    if (!state) return [missingService(place)];
    return isRolling(state) ? [rolling] : [];
  },
  steps: [redeploy],
  settleSeconds: 300
});

// src/runbooks/shared/service-way-back.ts
function decideWay(state, rollouts, to) {
  const inProgress = rollouts.find(isUnderWay);
  if (inProgress && !isTurnable(inProgress.status)) return none("ECS turns back a deployment already.", "Wait for its end.");
  if (inProgress && to !== void 0) {
    return none("A deployment is in progress, of which ECS itself knows what to go back to.", "Leave out `to`.");
  }
  if (inProgress) return { kind: "turn-back", rollout: inProgress };
  const taskDefinition = to === void 0 ? previousOf(state, rollouts) : ofRevision(state, to);
  if (!taskDefinition) {
    return none(
      "ECS remembers no complete deployment of another task definition.",
      "Give the revision as `to`, or use `/rollback`, which knows the last release that was good."
    );
  }
  return taskDefinition === state.taskDefinition ? none(`${revisionOf(taskDefinition)} is what the service has.`, "Give another revision as `to`.") : { kind: "deploy", taskDefinition };
}
function none(what, next) {
  return { kind: "none", obstacle: { what, next } };
}
function previousOf({ taskDefinition }, rollouts) {
  const good = rollouts.filter(({ status }) => status === "SUCCESSFUL");
  return good.find((rollout) => rollout.taskDefinition !== "" && rollout.taskDefinition !== taskDefinition)?.taskDefinition;
}
function ofRevision({ taskDefinition }, revision) {
  return `${taskDefinition.slice(0, taskDefinition.lastIndexOf(":"))}:${revision}`;
}
async function findObstacles(services, way) {
  if (way.kind === "none") return [way.obstacle];
  if (way.kind === "turn-back" || await services.isUsable(way.taskDefinition)) return [];
  return [
    {
      what: `${revisionOf(way.taskDefinition)} is not there, or somebody has deregistered it.`,
      next: "Give a revision as `to` that is active, or use `/rollback`, which makes a new one."
    }
  ];
}

// src/runbooks/ecs-rollback.ts
var { runbook: runbook8, step: step8 } = asking({
  to: {
    kind: "number",
    least: 1,
    most: 1e6,
    optional: true,
    about: "Revision of the task definition; left out, that of the last complete deployment of another one",
    example: "41"
  }
});
var rollBack = step8({
  id: "roll-back",
  title: "Roll the service back",
  about: "Lets ECS turn back a deployment that is in progress; else deploys the task definition of the last complete deployment of another one. It waits until ECS calls that very deployment done.",
  timeoutSeconds: 1800,
  retries: 3,
  before: { ...rolloutBefore, to: optional(text), inProgress: optional(text) },
  plan: async ({ ports, place, inputs: inputs4 }) => {
    const service = serviceOf(place);
    const [state, rollouts] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(service)]);
    if (!state) return { kind: "refused", obstacle: missingService(place) };
    const way = decideWay(state, rollouts, inputs4.to);
    if (way.kind === "none") return { kind: "refused", obstacle: way.obstacle };
    const what = `task definition of ${service.service}`;
    const from = revisionOf(state.taskDefinition);
    const before = beforeOf(state, rollouts);
    if (way.kind === "turn-back") {
      const to = "what ran before the deployment that is in progress";
      return { kind: "change", changes: [{ what, from, to }], before: { ...before, inProgress: way.rollout.arn } };
    }
    const change = { what, from, to: revisionOf(way.taskDefinition) };
    return { kind: "change", changes: [change], before: { ...before, to: way.taskDefinition } };
  },
  run: async (scope, before) => {
    const { services } = scope.ports;
    if (before.inProgress) return services.turnBack(before.inProgress);
    if (!before.to || await hasBegun(scope, before)) return;
    await services.deploy(serviceOf(scope.place), before.to);
  },
  verify: async (scope, before) => {
    const done = await (before.inProgress ? checkTurnedBack(scope, before.inProgress) : checkOurs(scope, before));
    return done.kind === "yes" ? checkServing(scope) : done;
  },
  compensate: {
    about: "Deploys the task definition that there was.",
    timeoutSeconds: 1800,
    run: async (scope, { taskDefinition }) => {
      const service = serviceOf(scope.place);
      const [state, [latest]] = await Promise.all([describeService(scope), scope.ports.services.rollouts(service)]);
      const isLeft = state?.taskDefinition !== taskDefinition || latest !== void 0 && isTurningBack(latest.status);
      if (state && isLeft) await scope.ports.services.deploy(service, taskDefinition);
    },
    verify: checkForthAgain
  }
});
async function checkTurnedBack({ ports, place }, arn) {
  const rollout = (await ports.services.rollouts(serviceOf(place))).find((one) => one.arn === arn);
  if (rollout?.status === "ROLLBACK_SUCCESSFUL") return { kind: "yes", words: "ECS has turned the deployment back" };
  if (rollout && isTurningBack(rollout.status)) return { kind: "not-yet", words: "ECS turns the deployment back" };
  if (rollout?.status === "SUCCESSFUL")
    return { kind: "never", words: "the deployment was complete before it could be turned back" };
  return rollout ? checkOf(rollout) : { kind: "never", words: "ECS does not remember the deployment any more" };
}
async function checkForthAgain({ ports, place }, before) {
  const [state, [latest]] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(serviceOf(place))]);
  if (!state) return gone(place);
  const { taskDefinition } = before;
  const isBack = state.taskDefinition === taskDefinition;
  if (isBack && state.deployments[0]?.rollout === "COMPLETED") return checkServing({ ports, place });
  const isOurs = latest?.taskDefinition === taskDefinition && latest.arn !== before.rollout;
  const failed = !isBack && isOurs ? checkOf(latest) : void 0;
  return failed?.kind === "never" ? failed : { kind: "not-yet", words: `${revisionOf(taskDefinition)} is on its way` };
}
var ecsRollback = runbook8({
  id: "ecs-rollback",
  title: "Roll the service back",
  about: "Brings the task definition of the release before back to the service, by ECS alone: Terraform knows nothing of it.",
  when: [
    "First choice is `/rollback`: it applies the last release that was verified to be good, with Terraform, and everybody knows.",
    "This one is for when that cannot be: GitHub, Terraform or the state are not to be had, or a minute counts.",
    "The next deploy brings the newer release again, unless its change is reverted in git before.",
    "Not for the database: what a migration has changed stays as it is."
  ],
  symptoms: ["errors", "latency", "targets-5xx-rate", "api-5xx-rate", "database-deadlocks"],
  risk: "medium",
  permission: "maintain",
  calls: {
    reads: [
      "ecs:DescribeServiceRevisions",
      "ecs:DescribeServices",
      "ecs:DescribeTaskDefinition",
      "ecs:ListServiceDeployments",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth"
    ],
    writes: { "ecs:StopServiceDeployment": "service-deployment", "ecs:UpdateService": "service" }
  },
  target: () => "environment",
  check: async ({ ports, place, inputs: inputs4 }) => {
    const [state, rollouts] = await Promise.all([describeService({ ports, place }), ports.services.rollouts(serviceOf(place))]);
    return state ? findObstacles(ports.services, decideWay(state, rollouts, inputs4.to)) : [missingService(place)];
  },
  steps: [rollBack],
  // Alarms of the release that is left behind may still begin to ring, and must not bring it again.
  settleSeconds: 0
});

// src/runbooks/ecs-scale.ts
var most = 500;
var { runbook: runbook9, step: step9 } = asking({
  desired: { kind: "number", least: 1, most, about: "Tasks that it is to have", example: "12" },
  least: { kind: "number", least: 1, most, optional: true, about: "Tasks that scaling always keeps", example: "8" },
  most: { kind: "number", least: 1, most, optional: true, about: "Tasks that scaling never goes beyond", example: "40" },
  "allow-fewer": { kind: "flag", default: "false", about: "Whether there may be fewer tasks than run now", example: "true" }
});
function wideLimits(now, before, { desired, least = desired, most: most2 = desired }) {
  return widen(now, [before, desired, least, most2]);
}
function finalLimits(now, { desired, least, most: most2 }) {
  const { least: atLeast, most: atMost } = widen(now, [desired]);
  return { least: least ?? atLeast, most: most2 ?? atMost };
}
var widenStep = step9({
  id: "widen-limits",
  title: "Widen the limits of scaling",
  about: "Lowers the least and raises the most of the scalable target so that the number lies between them.",
  ...settingLimits,
  plan: async ({ ports, place, inputs: inputs4 }) => {
    const [now, state] = await Promise.all([ports.autoScaling.describe(serviceOf(place)), describeService({ ports, place })]);
    if (!now) return { kind: "nothing", why: "it does not scale by itself" };
    return planLimits(place, now, wideLimits(now, state?.desired ?? inputs4.desired, inputs4));
  },
  compensate: { about: "Sets the limits that there were.", ...puttingLimitsBack }
});
var scaleStep = step9({
  id: "scale",
  title: "Scale the service",
  about: "Sets the desired count, and waits until as many tasks run and are healthy behind the load balancer.",
  // A task of Fargate takes one to two minutes, and hundreds of them start at up to 20 a second:
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html
  timeoutSeconds: 900,
  retries: 3,
  before: { desired: count },
  plan: async ({ ports, place, inputs: inputs4 }) => {
    const state = await describeService({ ports, place });
    if (!state) return { kind: "refused", obstacle: missingService(place) };
    const { desired } = state;
    if (desired === inputs4.desired) return { kind: "nothing", why: `${desired} are desired already` };
    const change = { what: `desired tasks of ${serviceOf(place).service}`, from: `${desired}`, to: `${inputs4.desired}` };
    return { kind: "change", changes: [change], before: { desired } };
  },
  run: ({ ports, place, inputs: inputs4 }) => ports.services.scale(serviceOf(place), inputs4.desired),
  verify: async (scope, { desired }) => {
    const state = await describeService(scope);
    if (!state) return gone(scope.place);
    if (state.desired === desired) return { kind: "not-yet", words: `${desired} are desired as before` };
    return checkServing(scope);
  },
  compensate: {
    about: "Sets the desired count that there was.",
    timeoutSeconds: 900,
    run: ({ ports, place }, { desired }) => ports.services.scale(serviceOf(place), desired),
    verify: async (scope, { desired }) => {
      const state = await describeService(scope);
      if (!state) return gone(scope.place);
      if (state.desired === desired) return checkServing(scope);
      return { kind: "not-yet", words: `${state.desired} are desired, not ${desired} as before` };
    }
  }
});
var limitStep = step9({
  id: "set-limits",
  title: "Set the limits that were asked for",
  about: "Sets the least and the most of the scalable target where they were given.",
  ...settingLimits,
  plan: async ({ ports, place, inputs: inputs4 }) => {
    const now = await ports.autoScaling.describe(serviceOf(place));
    if (!now) return { kind: "nothing", why: "it does not scale by itself" };
    if (inputs4.least === void 0 && inputs4.most === void 0) return { kind: "nothing", why: "no limits were asked for" };
    return planLimits(place, now, finalLimits(now, inputs4));
  },
  compensate: { about: "Sets the wide limits again, within which the desired count can go back.", ...puttingLimitsBack }
});
function decideObstacles(state, scaling, wanted) {
  const { desired, least = desired, most: most2 = desired } = wanted;
  const isLimited = wanted.least !== void 0 || wanted.most !== void 0;
  const obstacles = [
    isRolling(state) && rolling,
    desired < state.running && !wanted["allow-fewer"] && {
      what: `${state.running} tasks run, and ${desired} are fewer.`,
      next: "Give `allow-fewer=true` if that is meant."
    },
    !(least <= desired && desired <= most2) && {
      what: `${desired} tasks do not lie within the limits that are asked for, ${least} to ${most2}.`,
      next: "Give a least that is not above the number, and a most that is not below it."
    },
    isLimited && !scaling && {
      what: "The service does not scale by itself, so that there are no limits to set.",
      next: "Leave out `least` and `most`."
    }
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}
var ecsScale = runbook9({
  id: "ecs-scale",
  title: "Scale the service",
  about: "Gives the service another number of tasks now, and widens the limits of its scaling where they forbid it.",
  when: [
    "Tasks are short of CPU or memory, or answers are slow, and scaling does not keep up or has come to its most.",
    "Before a peak that is known: give `least` as well, or scaling takes the tasks away again while nobody comes.",
    "Not while a release is bad: roll it back first, with `/rollback` or ecs-rollback.",
    "The limits stay until the next deploy, which sets those of the stack."
  ],
  symptoms: [
    "cpu",
    "memory",
    "requests",
    "running-tasks",
    "latency",
    "api-latency",
    "edge-latency",
    "edge-requests",
    "database-connections"
  ],
  risk: "low",
  permission: "write",
  calls: {
    reads: [
      "application-autoscaling:DescribeScalableTargets",
      "ecs:DescribeServices",
      "elasticloadbalancing:DescribeTargetGroups",
      "elasticloadbalancing:DescribeTargetHealth"
    ],
    writes: {
      "application-autoscaling:RegisterScalableTarget": "scalable-target",
      "ecs:UpdateService": "service"
    }
  },
  target: () => "service",
  check: async ({ ports, place, inputs: inputs4 }) => {
    const [state, scaling] = await Promise.all([describeService({ ports, place }), ports.autoScaling.describe(serviceOf(place))]);
    return state ? decideObstacles(state, scaling, inputs4) : [missingService(place)];
  },
  steps: [widenStep, scaleStep, limitStep],
  // More tasks are no cause of an alarm, and one that begins to ring for another reason must not take them away.
  settleSeconds: 0
});

// src/runbooks/kinesis-reshard.ts
var mostMovesOfDay = 10;
var mostMoves = mostMovesOfDay / 2;
var { runbook: runbook10, step: step10 } = asking({
  shards: {
    kind: "number",
    about: "How many shards it is to have; each takes 1 MiB or 1,000 records a second",
    example: "8",
    least: 1,
    // A stream has no more, unless AWS support was asked.
    most: 1e4
  }
});
function shardsAfter(move3, { from, to }) {
  const factor = 2 ** (mostMoves - move3);
  return from < to ? Math.ceil(to / factor) : to * factor;
}
function spanOf(move3, goal) {
  const { from, to } = goal;
  const [start, end] = [shardsAfter(move3 - 1, goal), shardsAfter(move3, goal)];
  if (from < end && from < to) return { from: Math.max(from, start), to: end };
  if (from > end && from > to) return { from: Math.min(from, start), to: end };
  return void 0;
}
var moves = Array.from({ length: mostMoves }, (_, index) => {
  const move3 = index + 1;
  return step10({
    id: `move-${move3}`,
    title: `Reshard, move ${move3} of at most ${mostMoves}`,
    about: "Asks for at most twice, and at least half, of the shards that there are (UpdateShardCount), and waits until they are open",
    // AWS says "a few minutes"; a hundred shards have been seen to take a quarter of an hour.
    timeoutSeconds: 1800,
    // Also of the way back, which has to wait for a move that is not at its end yet.
    retries: 6,
    before: { stream: text, from: wholeNumber, to: wholeNumber },
    plan: async ({ ports, place, inputs: inputs4 }) => {
      const stream = await ports.streams.describe(streamName(place));
      const obstacle = obstacleOf(stream, streamName(place));
      if (!stream || obstacle) return { kind: "refused", obstacle: obstacle ?? streamMissing(streamName(place)) };
      const span = spanOf(move3, { from: stream.openShards, to: inputs4.shards });
      if (!span) return { kind: "nothing", why: `${stream.openShards} shards need no move of that size` };
      const change = { what: `shards of ${stream.name}`, from: `${span.from}`, to: `${span.to}` };
      return { kind: "change", changes: [change], before: { stream: stream.name, ...span } };
    },
    run: async ({ ports, tell }, { stream, to }) => {
      tell("Shards that were there before are read to their end, and consumers share the new ones among themselves.");
      await moveTo(ports.streams, stream, to);
    },
    verify: async ({ ports }, { stream, to }) => has(await ports.streams.describe(stream), to),
    compensate: {
      about: "Gives the stream back as many shards as it had before the move, which is a move as well",
      timeoutSeconds: 1800,
      run: async ({ ports }, { stream, from }) => {
        if ((await ports.streams.describe(stream))?.status === "UPDATING") throw onItsWay(stream);
        await moveTo(ports.streams, stream, from);
      },
      verify: async ({ ports }, { stream, from }) => has(await ports.streams.describe(stream), from)
    }
  });
});
var kinesisReshard = runbook10({
  id: "kinesis-reshard",
  title: "Reshard the stream of events",
  about: "Changes how many shards the stream of events has. AWS goes from half to twice as many at a time, so that a larger change is made of several moves.",
  when: [
    "Producers are throttled, or events are read late because their readers are limited by the shards.",
    "Not when a consumer is down or slow: more shards do not make it faster. Look at its errors first.",
    "Writing and reading go on. Shards that were there before are read to their end before their successors are, so that the age of events may rise for some minutes; consumers share the new shards among themselves.",
    `AWS takes ${mostMovesOfDay} moves of a stream in any 24 hours; this takes ${mostMoves} at most, so that they can be undone. It cannot know of those that others have made.`,
    "The next deployment of the platform goes back to the number of its capacity plan: change it there, too, if it is to stay."
  ],
  symptoms: ["events-age", "events-throttled", "events-read-throttled"],
  risk: "medium",
  permission: "maintain",
  calls: {
    reads: ["kinesis:DescribeStreamSummary", "kinesis:DescribeLimits"],
    writes: { "kinesis:UpdateShardCount": "stream" }
  },
  target: () => "stream",
  check: async ({ ports, place, inputs: inputs4 }) => {
    const [stream, limits2] = await Promise.all([ports.streams.describe(streamName(place)), ports.streams.limits()]);
    const obstacle = obstacleOf(stream, streamName(place));
    if (!stream || stream.mode === "ON_DEMAND") return obstacle ? [obstacle] : [];
    const goal = { from: stream.openShards, to: inputs4.shards };
    return [...obstacle ? [obstacle] : [], ...obstaclesOfGoal(goal, limits2)];
  },
  steps: moves,
  settleSeconds: 300
});
function streamName({ prefix }) {
  return `${prefix}-events`;
}
function streamMissing(name) {
  return { what: `There is no stream ${name}.`, next: "Check the environment and the region." };
}
function obstacleOf(stream, name) {
  if (!stream) return streamMissing(name);
  if (stream.mode === "ON_DEMAND") {
    const what = `${name} is on demand: AWS itself gives it shards, up to twice its peak of the last 30 days.`;
    return { what, next: "Wait for a quarter of an hour, or have its quota raised by AWS support." };
  }
  if (stream.status === "ACTIVE") return void 0;
  return {
    what: `${name} is ${stream.status}: something changes it right now.`,
    next: "Wait until it is ACTIVE, and run again."
  };
}
function obstaclesOfGoal(goal, { openShards, mostShards }) {
  const { from, to } = goal;
  const begin = shardsAfter(0, goal);
  const isTooFar = from < to ? from < begin : from > begin;
  const more = to - from;
  return [
    ...isTooFar ? [
      {
        what: `From ${from} to ${to} shards it takes more than ${mostMoves} moves of at most twice, or at least half, as many.`,
        next: `Ask for ${from < to ? `at most ${from * 2 ** mostMoves}` : `at least ${Math.ceil(from / 2 ** mostMoves)}`}.`
      }
    ] : [],
    ...more > 0 && openShards + more > mostShards ? [
      {
        what: `The account may have ${mostShards} shards in this region, and has ${openShards}: ${more} more are too many.`,
        next: "Ask AWS for a higher quota, or for fewer shards."
      }
    ] : []
  ];
}
async function moveTo(streams, name, shards) {
  const stream = await streams.describe(name);
  if (stream?.status === "ACTIVE" && stream.openShards !== shards) await streams.setShards(name, shards);
}
function onItsWay(name) {
  return failure({
    code: "aws/unavailable",
    what: `${name} is still resharding, and takes no other move until it is ACTIVE.`,
    next: "Wait until it is, and resume the run."
  });
}
function has(stream, shards) {
  if (!stream || stream.status === "DELETING") return { kind: "never", words: "the stream is gone" };
  const words2 = `${stream.openShards} open shards, ${stream.status}`;
  return { kind: stream.status === "ACTIVE" && stream.openShards === shards ? "yes" : "not-yet", words: words2 };
}

// src/runbooks/preview-cleanup.ts
var { runbook: runbook11, step: step11 } = asking({
  "pull-request": {
    kind: "number",
    least: 1,
    most: 999999999,
    about: "number of the pull request whose preview is in the way",
    example: "1234"
  }
});
var busy = ["deploying", "destroying"];
var previewCleanup = runbook11({
  id: "preview-cleanup",
  title: "Let a preview expire",
  about: "Ends the lease of a preview now. The reaper, which runs every hour with a role of its own, takes the preview down with Terraform; nothing is destroyed here.",
  when: [
    "A preview costs money, holds a slot or disturbs its host, and whoever opened it is not there.",
    "When it has to go at once, comment `/preview destroy` on its pull request instead.",
    "A preview whose lease cannot be read, or that has none, is taken down by the reaper anyway."
  ],
  symptoms: [],
  risk: "medium",
  permission: "write",
  calls: { reads: ["s3:GetObject"], writes: { "s3:PutObject": "preview-lease" } },
  target: (inputs4) => `preview-${inputs4["pull-request"]}`,
  check: async ({ ports, inputs: inputs4, now }) => obstaclesOf2(inputs4["pull-request"], await ports.previews.find(inputs4["pull-request"]), now()),
  steps: [
    step11({
      id: "expire",
      title: "End its lease",
      about: "Reads the lease and writes it back with an expiry of now, unless somebody else has written it meanwhile.",
      timeoutSeconds: 60,
      retries: 2,
      before: { status: text, from: instant, to: instant },
      plan: async ({ ports, inputs: inputs4, now }) => {
        const pullRequest = inputs4["pull-request"];
        const lease = await ports.previews.find(pullRequest);
        const [obstacle] = obstaclesOf2(pullRequest, lease, now());
        if (!lease || obstacle) return { kind: "refused", obstacle: obstacle ?? noPreview(pullRequest) };
        const [from, to] = [lease.expiresAt, now().toISOString()];
        const changes = [
          { what: `expiry of the preview of #${pullRequest}`, from, to: `${to} (the reaper removes it within the hour)` }
        ];
        return { kind: "change", changes, before: { status: lease.status, from, to } };
      },
      run: async ({ ports, inputs: inputs4, tell }, { to }) => {
        const lease = await ports.previews.find(inputs4["pull-request"]);
        if (!lease || lease.expiresAt === to) return;
        await ports.previews.expire(lease, new Date(to));
        tell(`To remove it at once: \`/preview destroy\` on #${inputs4["pull-request"]}.`);
      },
      verify: async ({ ports, inputs: inputs4 }, { to }) => {
        const lease = await ports.previews.find(inputs4["pull-request"]);
        if (!lease) return { kind: "yes", words: "the preview is gone" };
        if (lease.expiresAt <= to) return { kind: "yes", words: `the lease ended at ${lease.expiresAt}` };
        return { kind: "never", words: `somebody else has written the lease: it ends at ${lease.expiresAt}` };
      },
      compensate: {
        about: "Gives the lease its earlier expiry back, unless the reaper or somebody else has been quicker.",
        timeoutSeconds: 60,
        run: async ({ ports, inputs: inputs4 }, { from, to }) => {
          const lease = await ports.previews.find(inputs4["pull-request"]);
          if (lease?.expiresAt === to && !busy.includes(lease.status)) await ports.previews.expire(lease, new Date(from));
        },
        verify: async ({ ports, inputs: inputs4 }, { from, to }) => {
          const lease = await ports.previews.find(inputs4["pull-request"]);
          if (!lease) return { kind: "never", words: "the preview has been taken down already" };
          if (lease.expiresAt !== to)
            return {
              kind: "yes",
              words: lease.expiresAt === from ? `the lease ends at ${from}, as before` : "somebody else has given it another expiry"
            };
          return { kind: "never", words: `the preview is ${lease.status}, and its lease still ends at ${to}` };
        }
      }
    })
  ],
  settleSeconds: 0
});
function obstaclesOf2(pullRequest, lease, now) {
  if (!lease) return [noPreview(pullRequest)];
  const obstacles = [];
  if (busy.includes(lease.status)) {
    const next = "Wait until that is over, and look at its comment: `/preview status` tells.";
    obstacles.push({ what: `The preview of #${pullRequest} is in transition: it is ${lease.status}.`, next });
  }
  if (Date.parse(lease.expiresAt) <= now.getTime()) {
    const next = `Wait for the reaper, which runs every hour; or comment \`/preview destroy\` on #${pullRequest}.`;
    obstacles.push({ what: `The lease of the preview of #${pullRequest} has ended at ${lease.expiresAt} already.`, next });
  }
  return obstacles;
}
function noPreview(pullRequest) {
  return {
    what: `The pull request #${pullRequest} has no preview.`,
    next: "Check the number; `/preview status` on a pull request tells."
  };
}

// src/runbooks/shared/cache.ts
function groupOf({ prefix }) {
  return prefix;
}
function readGroup({ ports, place }) {
  return ports.caches.details(groupOf(place));
}
function primaryOf(group) {
  return group.nodes.find(({ role }) => role === "primary");
}
function missingGroup(name) {
  return {
    what: `There is no cache ${name}.`,
    next: "Check the environment, the account and the region; an environment that is being removed has none any more."
  };
}
function obstaclesOf3(group) {
  const { id, status, pendingChanges, isSharded, automaticFailover, isMultiZone } = group;
  const turnOn = `aws elasticache modify-replication-group --replication-group-id ${id} --automatic-failover-enabled --multi-az-enabled --apply-immediately`;
  const obstacles = [
    status !== "available" && {
      what: `The cache ${id} is ${status}, not available.`,
      next: "Wait until it is available, and plan again."
    },
    pendingChanges.length > 0 && {
      what: `Changes of ${id} are pending: ${pendingChanges.join(", ")}.`,
      next: "Wait for the maintenance window, or apply or take them back first."
    },
    isSharded && {
      what: `${id} is sharded, so that it has no one primary.`,
      next: "Fail its shards over with TestFailover in the console of ElastiCache."
    },
    !(automaticFailover === "enabled" && isMultiZone) && {
      what: `Automatic failover of ${id} is ${automaticFailover}, and Multi-AZ is ${isMultiZone ? "on" : "off"}: nobody takes over when a primary fails.`,
      next: `Turn both on by deploying the platform, or now: ${turnOn}`
    }
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}
var failoverWords = (isOn) => isOn ? "on" : "off";
function decideFailover(group, isOn) {
  if (!group) return { kind: "never", words: "the cache is not there any more" };
  if (group.status !== "available") return { kind: "not-yet", words: `${group.id} is ${group.status}` };
  const isSo = group.automaticFailover === (isOn ? "enabled" : "disabled") && group.isMultiZone === isOn;
  if (isSo) return { kind: "yes", words: `automatic failover is ${failoverWords(isOn)}` };
  return { kind: "not-yet", words: `automatic failover is ${group.automaticFailover}` };
}
function decidePrimary(group, node) {
  const found = group?.nodes.find(({ id }) => id === node);
  if (!group || !found) return { kind: "never", words: `${node} is not there any more` };
  if (group.status !== "available") return { kind: "not-yet", words: `${group.id} is ${group.status}` };
  if (found.role === "primary") return { kind: "yes", words: `${node} in ${found.zone} is the primary` };
  return { kind: "not-yet", words: `${node} is a replica` };
}
async function bringFailover(scope, isOn) {
  const group = await readGroup(scope);
  if (!group || decideFailover(group, isOn).kind === "yes") return;
  if (group.status !== "available") throw notNow(`${group.id} is ${group.status}`);
  await unlessNow(`${group.id} is changing`, () => scope.ports.caches.setAutomaticFailover(group.id, isOn));
}
async function bringPrimary(scope, node) {
  const group = await readGroup(scope);
  const check = decidePrimary(group, node);
  if (!group || check.kind !== "not-yet") return;
  if (group.status !== "available") throw notNow(`${group.id} is ${group.status}`);
  await unlessNow(`${group.id} is changing`, () => scope.ports.caches.promote(group.id, node));
}

// src/runbooks/redis-failover.ts
var { runbook: runbook12, step: step12 } = asking({
  to: {
    kind: "name",
    optional: true,
    about: "The node that is to be the primary, or its zone; otherwise a replica in another zone",
    example: "eu-west-2b"
  }
});
function chooseReplica(group, to) {
  const primary = primaryOf(group);
  const isMeant2 = ({ id, zone }) => to === void 0 ? zone !== primary?.zone : id === to || zone === to;
  if (to !== void 0 && primary && isMeant2(primary)) return { kind: "there" };
  const replicas = group.nodes.filter(({ role }) => role === "replica");
  const [node] = replicas.filter(isMeant2).toSorted((one, other) => one.id.localeCompare(other.id));
  if (node) return { kind: "replica", node };
  const there = replicas.map(inWords2).join(", ") || "none";
  const what = `${group.id} has no replica ${to === void 0 ? "in another zone" : `that is meant by ${to}`}; there is ${there}.`;
  const next = there === "none" ? "Add a node by deploying the platform." : "Name one of these with `to`.";
  return { kind: "nobody", obstacle: { what, next } };
}
function inWords2({ id, zone }) {
  return `${id} (${zone})`;
}
var modifySeconds = 900;
var retries2 = 7;
var release = step12({
  id: "turn-off-automatic-failover",
  title: "Turn automatic failover off",
  about: "Turns automatic failover and Multi-AZ off, without which ElastiCache lets nobody choose a primary.",
  timeoutSeconds: modifySeconds,
  retries: retries2,
  before: { wasOn: flag },
  plan: async (scope) => {
    const group = await readGroup(scope);
    if (!group) return { kind: "refused", obstacle: missingGroup(groupOf(scope.place)) };
    const choice = chooseReplica(group, scope.inputs.to);
    if (choice.kind === "there") return { kind: "nothing", why: "the primary stays" };
    if (choice.kind === "nobody") return { kind: "refused", obstacle: choice.obstacle };
    const change = { what: `automatic failover of ${group.id}`, from: failoverWords(true), to: failoverWords(false) };
    return { kind: "change", changes: [change], before: { wasOn: group.automaticFailover === "enabled" } };
  },
  run: async (scope) => {
    const group = await readGroup(scope);
    if (group?.automaticFailover !== "enabled") return;
    await scope.ports.caches.setAutomaticFailover(group.id, false);
  },
  verify: async (scope) => decideFailover(await readGroup(scope), false),
  compensate: {
    about: "Turns automatic failover and Multi-AZ on again.",
    timeoutSeconds: modifySeconds,
    run: (scope, { wasOn }) => bringFailover(scope, wasOn),
    verify: async (scope, { wasOn }) => decideFailover(await readGroup(scope), wasOn)
  }
});
var promote = step12({
  id: "promote",
  title: "Make a replica the primary",
  about: "Promotes a replica in another zone, or the one that was asked for; the name of the primary endpoint follows it.",
  timeoutSeconds: modifySeconds,
  retries: retries2,
  before: { primary: text, to: text },
  plan: async (scope) => {
    const group = await readGroup(scope);
    const primary = group && primaryOf(group);
    if (!group || !primary) return { kind: "refused", obstacle: missingGroup(groupOf(scope.place)) };
    const choice = chooseReplica(group, scope.inputs.to);
    if (choice.kind === "there") return { kind: "nothing", why: `${inWords2(primary)} is the primary already` };
    if (choice.kind === "nobody") return { kind: "refused", obstacle: choice.obstacle };
    const change = { what: `primary of ${group.id}`, from: inWords2(primary), to: inWords2(choice.node) };
    return { kind: "change", changes: [change], before: { primary: primary.id, to: choice.node.id } };
  },
  run: async (scope, { to }) => {
    const group = await readGroup(scope);
    if (group && (primaryOf(group)?.id === to || group.status !== "available")) return;
    await scope.ports.caches.promote(groupOf(scope.place), to);
  },
  verify: async (scope, { to }) => decidePrimary(await readGroup(scope), to),
  compensate: {
    about: "Promotes the node again that was the primary; users notice it a second time.",
    timeoutSeconds: modifySeconds,
    run: (scope, { primary }) => bringPrimary(scope, primary),
    verify: async (scope, { primary }) => decidePrimary(await readGroup(scope), primary)
  }
});
var secure = step12({
  id: "turn-on-automatic-failover",
  title: "Turn automatic failover on again",
  about: "Turns automatic failover and Multi-AZ on, as they were, so that the new primary has somebody to take over.",
  timeoutSeconds: modifySeconds,
  retries: retries2,
  before: { isOn: flag },
  plan: async (scope) => {
    const group = await readGroup(scope);
    if (!group) return { kind: "refused", obstacle: missingGroup(groupOf(scope.place)) };
    if (chooseReplica(group, scope.inputs.to).kind === "there" && group.automaticFailover === "enabled")
      return { kind: "nothing", why: "it is on" };
    const change = { what: `automatic failover of ${group.id}`, from: failoverWords(false), to: failoverWords(true) };
    return { kind: "change", changes: [change], before: { isOn: true } };
  },
  run: async (scope, { isOn }) => {
    const group = await readGroup(scope);
    if (group?.automaticFailover === "enabled" || group?.automaticFailover === "enabling") return;
    await scope.ports.caches.setAutomaticFailover(groupOf(scope.place), isOn);
  },
  verify: async (scope, { isOn }) => decideFailover(await readGroup(scope), isOn),
  compensate: {
    about: "Turns it off once more, so that the former primary can be promoted.",
    timeoutSeconds: modifySeconds,
    run: (scope, { isOn }) => bringFailover(scope, !isOn),
    verify: async (scope, { isOn }) => decideFailover(await readGroup(scope), !isOn)
  }
});
var redisFailover = runbook12({
  id: "redis-failover",
  title: "Fail the cache over",
  about: "Makes a replica of the Redis group its primary. Writes fail for some seconds; what was not replicated yet is lost.",
  when: [
    "The primary is stuck or slow, or the zone that it is in has trouble, and its replicas are well.",
    "Not while the replication lag is high: sessions that have not reached the replica would be lost.",
    "Not because memory is full: the replica is as full. Raise the node type by deploying the platform.",
    "Nobody takes over by itself while it runs, which takes some minutes; it can wait for a quiet moment."
  ],
  symptoms: ["cache-cpu", "cache-memory", "cache-replication-lag", "cache-evictions"],
  risk: "high",
  permission: "maintain",
  calls: {
    reads: ["elasticache:DescribeReplicationGroups"],
    writes: { "elasticache:ModifyReplicationGroup": "cache-group" }
  },
  target: () => "cache",
  check: async (scope) => {
    const group = await readGroup(scope);
    if (!group) return [missingGroup(groupOf(scope.place))];
    const choice = chooseReplica(group, scope.inputs.to);
    return [...obstaclesOf3(group), ...choice.kind === "nobody" ? [choice.obstacle] : []];
  },
  steps: [release, promote, secure],
  // As long as it takes an alarm of five one-minute periods to begin to ring.
  settleSeconds: 300
});

// src/runbooks/redrive-dead-letters.ts
var timeoutSeconds = 2700;
var { runbook: runbook13, step: step13 } = asking({
  "per-second": {
    kind: "number",
    about: "How many messages are moved in a second: as many as their receiver can take on top of its work",
    example: "50",
    default: "50",
    least: 1,
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
    most: 500
  },
  to: {
    kind: "name",
    about: "Queue of the environment that takes them, in place of those that they came from",
    example: "assess-staging-replay",
    optional: true
  }
});
var move2 = step13({
  id: "move",
  title: "Move the messages",
  about: "Starts one move of SQS (StartMessageMoveTask), unless it is started already, and waits until it is complete and fewer are left",
  timeoutSeconds,
  retries: 2,
  before: { queue: text, messages: count, perSecond: count, to: optional(text), lastMoveAt: text },
  plan: async ({ ports, place, inputs: inputs4 }) => {
    const scene = await gather(ports.queues, place, inputs4.to);
    const [obstacle] = obstaclesOf4(scene, inputs4["per-second"]);
    const { queue } = scene;
    if (obstacle || !queue) return { kind: "refused", obstacle: obstacle ?? queueMissing(scene.name) };
    const perSecond = inputs4["per-second"];
    const receiver = inputs4.to ?? "the queues that they came from";
    const changes = [
      { what: `messages of ${queue.name}`, from: `${queue.messages}`, to: `0: ${perSecond} a second to ${receiver}` }
    ];
    const lastMoveAt = scene.moves[0]?.startedAt ?? "";
    return {
      kind: "change",
      changes,
      before: { queue: queue.name, messages: queue.messages, perSecond, to: scene.to?.arn, lastMoveAt }
    };
  },
  run: async ({ ports }, { queue: name, perSecond, to, lastMoveAt }) => {
    const queue = await ports.queues.describe(name);
    if (!queue || await ownMove(ports.queues, queue, lastMoveAt)) return;
    await ports.queues.startMove(queue, { ...to !== void 0 && { to }, perSecond });
  },
  verify: async ({ ports }, { queue: name, messages, lastMoveAt }) => {
    const queue = await ports.queues.describe(name);
    if (!queue) return { kind: "never", words: `${name} is gone` };
    return progressOf(await ownMove(ports.queues, queue, lastMoveAt), { before: messages, now: queue.messages });
  },
  compensate: {
    about: "Ends the move where it is (CancelMessageMoveTask); what has been moved stays moved",
    timeoutSeconds: 300,
    run: async ({ ports }, { queue: name, lastMoveAt }) => {
      const queue = await ports.queues.describe(name);
      const own = queue && await ownMove(ports.queues, queue, lastMoveAt);
      if (own?.handle !== void 0) await ports.queues.cancelMove(own.handle);
    },
    verify: async ({ ports }, { queue: name, lastMoveAt }) => {
      const queue = await ports.queues.describe(name);
      const own = queue && await ownMove(ports.queues, queue, lastMoveAt);
      if (!own) return { kind: "yes", words: "nothing was moved" };
      return { kind: isActive(own) ? "not-yet" : "yes", words: `${own.moved} messages were moved, and stay where they are` };
    }
  }
});
var redriveDeadLetters = runbook13({
  id: "redrive-dead-letters",
  title: "Redrive the dead letters",
  about: "Moves all messages of the environment’s dead-letter queue back to the queues that they came from, at a rate that these can bear.",
  when: [
    "What made the messages fail has been mended: else they come back, after as many tries as their queue allows.",
    "Only messages that another queue has given up can go back by themselves. Those of EventBridge and of the Scheduler do not know where they came from: AWS ends the move with CouldNotDetermineMessageSource, and `to` has to name a queue for all of them.",
    "Not where the order of the messages matters, nor where a receiver cannot bear one twice.",
    "There is one move a queue at a time, of all messages that are visible when it begins."
  ],
  symptoms: ["dead-letters"],
  risk: "medium",
  permission: "maintain",
  calls: {
    reads: ["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:ListDeadLetterSourceQueues", "sqs:ListMessageMoveTasks"],
    writes: { "sqs:StartMessageMoveTask": "queue", "sqs:CancelMessageMoveTask": "queue" },
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html
    implied: {
      "sqs:ReceiveMessage": "queue",
      "sqs:DeleteMessage": "queue",
      "sqs:SendMessage": "queue",
      "kms:Decrypt": "queue",
      "kms:GenerateDataKey": "queue"
    }
  },
  target: () => "dead-letters",
  check: async ({ ports, place, inputs: inputs4 }) => obstaclesOf4(await gather(ports.queues, place, inputs4.to), inputs4["per-second"]),
  steps: [move2],
  // Nothing of it can be taken back when an alarm rings later.
  settleSeconds: 0
});
async function gather(queues, { prefix }, toName) {
  const name = `${prefix}-dead-letters`;
  const [queue, to] = await Promise.all([queues.describe(name), toName === void 0 ? void 0 : queues.describe(toName)]);
  const [sources, moves2] = queue ? await Promise.all([queues.sourcesOf(queue), queues.moves(queue)]) : [[], []];
  return { name, queue, sources, moves: moves2, toName, to, prefix };
}
function obstaclesOf4({ name, queue, sources, moves: moves2, toName, to, prefix }, perSecond) {
  const ofReceiver = toName === void 0 ? [] : obstaclesOfReceiver({ toName, to, name, prefix });
  if (!queue) return [queueMissing(name), ...ofReceiver];
  const active = moves2.find(isActive);
  const seconds = Math.ceil(queue.messages / perSecond);
  return [
    ...queue.messages === 0 ? [emptyQueue(queue)] : [],
    ...sources.length === 0 ? [withoutSources(name)] : [],
    ...active ? [
      {
        what: `A move out of ${name} is ${active.status} since ${active.startedAt}.`,
        next: "Wait until it has ended, or end it with `aws sqs cancel-message-move-task`."
      }
    ] : [],
    ...seconds > timeoutSeconds ? [
      {
        what: `At ${perSecond} a second, ${queue.messages} messages take ${Math.ceil(seconds / 60)} minutes; there are ${timeoutSeconds / 60}.`,
        next: `Say per-second=${Math.min(500, Math.ceil(queue.messages / timeoutSeconds))} or more, if the receiver can take it.`
      }
    ] : [],
    ...ofReceiver
  ];
}
function obstaclesOfReceiver({
  toName,
  to,
  name,
  prefix
}) {
  if (toName === name)
    return [{ what: `${toName} is the dead-letter queue itself.`, next: "Name the queue that is to take them." }];
  if (!toName.startsWith(`${prefix}-`)) {
    const what = `${toName} does not belong to the environment: its name does not begin with ${prefix}-.`;
    return [{ what, next: "Name a queue of the environment." }];
  }
  return to ? [] : [{ what: `There is no queue ${toName}.`, next: "Check the name of the queue." }];
}
function queueMissing(name) {
  return { what: `There is no queue ${name}.`, next: "Check the environment and the region." };
}
function emptyQueue({ name, inFlight }) {
  if (inFlight === 0) return { what: `${name} is empty.`, next: "Look at the alarm again: it may be over." };
  const what = `${name} has no visible message; ${inFlight} are being read by somebody.`;
  return { what, next: "Wait until they are visible again, and run again." };
}
function withoutSources(name) {
  return {
    what: `No queue gives its dead letters to ${name}: SQS moves messages, to wherever it is, out of the dead-letter queue of another queue only.`,
    next: "Read the messages, and repeat at their sources what has failed; a queue whose redrive policy names this one makes moves possible."
  };
}
async function ownMove(queues, queue, lastMoveAt) {
  const [newest] = await queues.moves(queue);
  return newest && newest.startedAt > lastMoveAt ? newest : void 0;
}
function isActive({ status }) {
  return status === "RUNNING" || status === "CANCELLING";
}
function progressOf(task, messages) {
  if (!task) return { kind: "not-yet", words: "SQS does not tell of the move yet" };
  const moved = `${task.moved} of ${task.toMove ?? messages.before} messages moved`;
  switch (task.status) {
    case "RUNNING":
      return { kind: "not-yet", words: moved };
    case "COMPLETED":
      return { kind: messages.now < messages.before ? "yes" : "not-yet", words: `${moved}, ${messages.now} are left or new` };
    case "CANCELLING":
    case "CANCELLED":
      return { kind: "never", words: `somebody ended the move: ${moved}` };
    case "FAILED":
      return { kind: "never", words: `SQS gave up (${task.failureReason ?? "without a reason"}): ${moved}` };
    default:
      return task.status;
  }
}

// src/runbooks/rotate-database-secret.ts
var { runbook: runbook14, step: step14 } = asking({});
function withStage({ versions }, stage) {
  return versions.find(({ stages }) => stages.includes(stage));
}
function pendingOf(secret) {
  const pending = withStage(secret, "AWSPENDING");
  return pending?.stages.includes("AWSCURRENT") ? void 0 : pending;
}
async function find({ ports, place }) {
  const cluster = await ports.databases.details(clusterOf(place));
  const arn = cluster?.masterSecret?.arn;
  return { cluster, secret: arn === void 0 ? void 0 : await ports.secrets.describe(arn) };
}
function decideObstacles2({ cluster, secret }, name) {
  if (!cluster) return [missingCluster(name)];
  if (!cluster.masterSecret) {
    const next = "Rotate it where it is kept, or let RDS manage it by deploying the platform.";
    return [...obstaclesOf(cluster), { what: `RDS does not manage the master password of ${name}.`, next }];
  }
  return [...obstaclesOf(cluster), ...statusObstacles(cluster.masterSecret.status), ...secretObstacles(secret)];
}
function statusObstacles(status) {
  if (status === "active") return [];
  const next = status === "impaired" ? "Let RDS use the secret and its key again; see the events of the cluster." : "Wait until it is active.";
  return [{ what: `RDS says of the master password's secret that it is ${status}, not active.`, next }];
}
function secretObstacles(secret) {
  if (!secret || !withStage(secret, "AWSCURRENT")) {
    return [{ what: "The master password's secret has no current version.", next: "Ask AWS Support: RDS owns the secret." }];
  }
  if (!pendingOf(secret)) return [];
  const what = "A rotation of the secret is not complete: AWSPENDING is on another version than AWSCURRENT.";
  return [{ what, next: "Wait until it is: RDS tries it again by itself, and typically needs a minute." }];
}
function decideRotated({ cluster, secret }, former) {
  const current = secret && withStage(secret, "AWSCURRENT");
  if (!cluster || !secret || !current) return { kind: "never", words: "the secret is not there any more" };
  if (pendingOf(secret)) return { kind: "not-yet", words: "the new version is pending" };
  if (current.id === former) return { kind: "not-yet", words: "the former version is current" };
  const status = cluster.masterSecret?.status ?? "gone";
  if (cluster.status === "available" && status === "active") return { kind: "yes", words: "the new version is current" };
  return { kind: "not-yet", words: `the new version is current; the cluster is ${cluster.status}, and the secret ${status}` };
}
var rotate = step14({
  id: "rotate",
  title: "Rotate the master password",
  about: "Asks Secrets Manager for a rotation, which RDS performs: it makes a password, gives it to the database and stores it.",
  // "Typically completes within one minute": https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
  timeoutSeconds: 900,
  retries: 3,
  before: { secret: text, version: text },
  plan: async (scope) => {
    const found = await find(scope);
    const [obstacle] = decideObstacles2(found, clusterOf(scope.place));
    const current = found.secret && withStage(found.secret, "AWSCURRENT");
    if (obstacle) return { kind: "refused", obstacle };
    if (!found.secret || !current) return { kind: "refused", obstacle: missingCluster(clusterOf(scope.place)) };
    const from = found.secret.lastRotatedAt ?? "the first one";
    const change = { what: `master password of ${clusterOf(scope.place)}`, from, to: "another one, which RDS makes" };
    return { kind: "change", changes: [change], before: { secret: found.secret.arn, version: current.id } };
  },
  run: async ({ ports, token }, { secret: arn, version }) => {
    const secret = await ports.secrets.describe(arn);
    if (secret && (pendingOf(secret) || withStage(secret, "AWSCURRENT")?.id !== version)) return;
    await ports.secrets.rotate(arn, token);
  },
  verify: async (scope, { version }) => decideRotated(await find(scope), version),
  compensate: {
    impossible: "The database knows the new password only: to call the former version current again (UpdateSecretVersionStage) would store a password that it refuses, and lock out whoever reads it. RDS owns the secret, and tries a rotation that failed again by itself; a password that is not wanted is rotated once more."
  }
});
var rotateDatabaseSecret = runbook14({
  id: "rotate-database-secret",
  title: "Rotate the master password of the database",
  about: "Rotates the master password that RDS keeps in Secrets Manager, now. The services sign in as another user, by IAM, and do not notice.",
  when: [
    "The master password may have been seen by somebody who should not have: rotate first, then look who used it.",
    "Somebody who could read it has left.",
    "Not for the regular rotation: that happens by itself, every 30 days."
  ],
  symptoms: [],
  risk: "medium",
  permission: "maintain",
  calls: {
    reads: ["rds:DescribeDBClusters", "rds:DescribeDBInstances", "secretsmanager:DescribeSecret"],
    writes: { "secretsmanager:RotateSecret": "database-secret" }
  },
  target: () => "database",
  check: async (scope) => decideObstacles2(await find(scope), clusterOf(scope.place)),
  steps: [rotate],
  // It cannot be undone, so there is nothing that an alarm could cause.
  settleSeconds: 0
});

// src/runbooks/stop-all-experiments.ts
var { runbook: runbook15, step: step15 } = asking({});
var disengage = 'aws fis update-safety-lever-state --id default --state status=disengaged,reason="all is well"';
var experimentId = matching("the id of an experiment", /^[A-Za-z0-9]{1,64}$/);
var stopAllExperiments = runbook15({
  id: "stop-all-experiments",
  title: "Stop all experiments",
  about: "Engages the safety lever of AWS FIS, which stops what runs and refuses what starts in this account and region; stops each experiment by itself, too; tells what they have left behind.",
  when: [
    "A game day, or somebody else’s experiment, hurts users and does not end by itself.",
    "You do not know whether an experiment is behind what you see, and want to rule it out.",
    "It is for all environments of the account. To end one game day, and have all put right, comment `/game-day abort`.",
    "Once it is done the lever stays engaged, and no game day begins: to disengage it, undo this run."
  ],
  symptoms: [],
  risk: "low",
  permission: "write",
  calls: {
    reads: [
      "fis:GetSafetyLever",
      "fis:ListExperiments",
      "fis:GetExperiment",
      "tag:GetResources",
      "ec2:DescribeNetworkAcls",
      "ec2:DescribeSubnets"
    ],
    writes: { "fis:UpdateSafetyLeverState": "safety-lever", "fis:StopExperiment": "experiment" }
  },
  // Of the whole account, whatever the environment is that it was asked for.
  target: () => "experiments",
  // In an emergency nothing is in the way.
  check: async () => [],
  steps: [
    step15({
      id: "engage-lever",
      title: "Engage the safety lever",
      about: "Reads the lever, and engages it with this runbook as the reason. From here on no experiment begins.",
      timeoutSeconds: 60,
      retries: 3,
      before: { lever: oneOf("disengaged") },
      plan: async ({ ports }) => {
        const lever = await ports.experiments.safetyLever();
        if (lever === "engaged") return { kind: "nothing", why: "the safety lever is engaged already" };
        if (lever === "unknown") return { kind: "nothing", why: "this region does not tell of a safety lever" };
        const to = "engaged: no experiment begins in this account and region until it is disengaged";
        return { kind: "change", changes: [{ what: "safety lever of FIS", from: lever, to }], before: { lever } };
      },
      run: ({ ports, place }) => ports.experiments.engageSafetyLever(`Runbook stop-all-experiments (${place.environment})`),
      verify: async ({ ports }) => {
        const lever = await ports.experiments.safetyLever();
        return { kind: lever === "engaged" ? "yes" : "not-yet", words: `the safety lever is ${lever}` };
      },
      compensate: {
        about: "Disengages the lever if this run engaged it and no experiment is active. What was stopped stays stopped.",
        timeoutSeconds: 60,
        run: async ({ ports, place }) => {
          if ((await ports.experiments.active()).length > 0) return;
          await ports.experiments.disengageSafetyLever(`Runbook stop-all-experiments was undone (${place.environment})`);
        },
        verify: async ({ ports }) => {
          const lever = await ports.experiments.safetyLever();
          if (lever === "disengaged") return { kind: "yes", words: "the safety lever is disengaged" };
          const active = await ports.experiments.active();
          if (active.length === 0) return { kind: "not-yet", words: `the safety lever is ${lever}` };
          return { kind: "never", words: `the safety lever stays engaged: ${active.map(wordsOf2).join(", ")} has not ended` };
        }
      }
    }),
    step15({
      id: "stop-experiments",
      title: "Stop each experiment",
      about: "Lists the experiments that have not ended, asks each to stop, and waits until none is active. Then looks for network ACLs that they left.",
      // A stop takes about half a minute; faults are taken back meanwhile.
      timeoutSeconds: 300,
      retries: 3,
      before: { experiments: list(experimentId) },
      plan: async ({ ports, place, tell }) => {
        const active = await ports.experiments.active();
        if (active.length === 0) {
          await tellLeftovers(ports, place.environment, tell);
          return { kind: "nothing", why: "no experiment is active" };
        }
        const changes = active.map((one) => ({ what: `experiment ${wordsOf2(one)}`, from: one.status, to: "stopped" }));
        return { kind: "change", changes, before: { experiments: active.map(({ id }) => id) } };
      },
      run: async ({ ports }) => {
        const active = await ports.experiments.active();
        const asked = await Promise.allSettled(active.map(({ id }) => ports.experiments.stop(id)));
        for (const one of asked) if (one.status === "rejected") throw one.reason;
      },
      verify: async ({ ports, place, tell }, { experiments }) => {
        const check = judge(await ports.experiments.active(), experiments);
        if (check.kind === "yes") {
          await tellLeftovers(ports, place.environment, tell);
          tell(`No experiment begins until this run is undone, or the lever is disengaged: ${disengage}`);
        }
        return check;
      },
      compensate: { impossible: "An experiment that was stopped does not go on. Start its game day again when that is wanted." }
    })
  ],
  settleSeconds: 0
});
function judge(active, stopped) {
  if (active.length === 0) return { kind: "yes", words: `no experiment is active; ${stopped.length} were` };
  return { kind: "not-yet", words: active.map((one) => `${wordsOf2(one)} is ${one.status}`).join(", ") };
}
function wordsOf2({ id, tags }) {
  const of = [tags.Environment, tags.Drill].filter(Boolean).join(", ");
  return of === "" ? id : `${id} (${of})`;
}
async function tellLeftovers(ports, environment, tell) {
  try {
    for (const line of await findLeftovers(ports, environment)) tell(line);
  } catch (error) {
    if (!isFailure(error) || error.code.startsWith("runbook/")) throw error;
    tell(`Could not look for what they left: ${error.message} ${error.next}`);
  }
}
async function findLeftovers(ports, environment) {
  const resources = await ports.taggedResources.find({ Environment: [environment], Layer: ["platform"] });
  const vpcIds = resources.flatMap(({ arn }) => /:vpc\/(vpc-[0-9a-f]+)$/.exec(arn)?.[1] ?? []);
  const acls = (await Promise.all(vpcIds.map((id) => ports.networks.fisAcls(id)))).flat();
  return acls.map(({ aclId, subnets }) => {
    const where = subnets.map(({ subnetId, zone }) => `${subnetId} in ${zone}`).join(", ") || "no subnet";
    return `${aclId}, a network ACL of FIS, is left on ${where}. Let the game day put it right: \`/game-day abort\`.`;
  });
}

// src/runbooks/shared/addresses.ts
var reserved = {
  "0.0.0.0/8": "of this network itself",
  "10.0.0.0/8": "private, as those of the VPC are",
  "100.64.0.0/10": "of carriers, inside their networks",
  "127.0.0.0/8": "of the machine itself",
  "169.254.0.0/16": "of one link, and of AWS itself",
  "172.16.0.0/12": "private",
  "192.168.0.0/16": "private",
  "224.0.0.0/4": "for multicast",
  "240.0.0.0/4": "not assigned"
};
function rangeOf(cidr) {
  const [address2 = "", bits = "32"] = cidr.split("/");
  const first = address2.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return { first, last: first + 2 ** (32 - Number(bits)) - 1 };
}
function bitsOf(cidr) {
  return Number(cidr.split("/")[1] ?? "32");
}
function overlaps(one, other) {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.first <= b.last && b.first <= a.last;
}
function covers(outer, inner) {
  const [a, b] = [rangeOf(outer), rangeOf(inner)];
  return a.first <= b.first && b.last <= a.last;
}
function reservedUse(cidr) {
  return Object.entries(reserved).find(([range]) => overlaps(range, cidr))?.[1];
}

// src/runbooks/shared/blocked-set.ts
var firewallTarget = "firewall";
var mostAttempts = 5;
function blockedSetName({ prefix }) {
  return `${prefix}-blocked`;
}
function blockedSetMissing(name) {
  return {
    what: `There is no IP set ${name}.`,
    next: "Check the environment and the region: only environments with a platform of their own have a firewall."
  };
}
async function readBlockedSet(sets, name) {
  const set = await sets.find(name);
  if (set) return set;
  throw failure({ code: "runbook/target-gone", ...blockedSetMissing(name) });
}
async function rewrite(sets, name, change) {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const set = await readBlockedSet(sets, name);
    const addresses = change(set.addresses);
    if (isSame3(addresses, set.addresses) || await sets.replace(set, addresses)) return;
  }
  throw failure({
    code: "runbook/always-overtaken",
    what: `Somebody else wrote the IP set ${name} each of the ${mostAttempts} times between reading and writing it.`,
    next: "Find out with CloudTrail (UpdateIPSet) who keeps writing it, and run again."
  });
}
function isSame3(one, other) {
  return one.length === other.length && one.every((address2) => other.includes(address2));
}
var including = (added) => (addresses) => [.../* @__PURE__ */ new Set([...addresses, ...added])];
var without = (removed) => (addresses) => addresses.filter((address2) => !removed.includes(address2));

// src/runbooks/waf-block-ip.ts
var widestBits = 16;
var mostAddresses = 1e4;
var { runbook: runbook16, step: step16 } = asking({
  address: { kind: "address", about: "Address or range, not wider than /16, that is to be blocked", example: "203.0.113.7" },
  expires: {
    kind: "duration",
    about: "How long it is to be blocked",
    example: "24h",
    default: "24h",
    leastSeconds: 600,
    mostSeconds: 30 * 86400
  }
});
var noteExpiry = step16({
  id: "note-expiry",
  title: "Note when the block expires",
  about: "Tags the IP set with the address and the instant (TagResource), for waf-unblock-expired to find",
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, address: text, expiresAt: instant, earlier: optional(instant) },
  plan: async ({ ports, place, inputs: inputs4, now }) => {
    const set = await readBlockedSet(ports.addressSets, blockedSetName(place));
    const earlier = set.expiries[inputs4.address];
    const expiresAt = new Date(now().getTime() + inputs4.expires * 1e3).toISOString();
    const before = { set: set.name, address: inputs4.address, expiresAt, earlier };
    const change = { what: `expiry of ${inputs4.address} in ${set.name}`, from: earlier ?? "none", to: expiresAt };
    return { kind: "change", changes: [change], before };
  },
  run: async ({ ports }, { set, address: address2, expiresAt }) => note(ports.addressSets, set, address2, expiresAt),
  verify: async ({ ports }, { set, address: address2, expiresAt }) => isNoted(ports.addressSets, set, address2, expiresAt),
  compensate: {
    about: "Notes what was noted before, or nothing (UntagResource)",
    timeoutSeconds: 60,
    run: async ({ ports }, { set, address: address2, earlier }) => note(ports.addressSets, set, address2, earlier),
    verify: async ({ ports }, { set, address: address2, earlier }) => isNoted(ports.addressSets, set, address2, earlier)
  }
});
var block = step16({
  id: "block",
  title: "Block the address",
  about: "Reads the IP set and writes it with the address added (UpdateIPSet), again when somebody else was faster",
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, address: text },
  plan: async ({ ports, place, inputs: { address: address2 } }) => {
    const { name, addresses } = await readBlockedSet(ports.addressSets, blockedSetName(place));
    if (addresses.includes(address2)) return { kind: "nothing", why: `${address2} is blocked already` };
    const change = {
      what: `blocked addresses of ${name}`,
      from: `${addresses.length}`,
      to: `${addresses.length + 1}: ${address2} too`
    };
    return { kind: "change", changes: [change], before: { set: name, address: address2 } };
  },
  run: async ({ ports }, { set, address: address2 }) => rewrite(ports.addressSets, set, including([address2])),
  verify: async ({ ports }, { set, address: address2 }) => isBlocked(ports.addressSets, set, address2, true),
  compensate: {
    about: "Takes exactly this address out again; what others have added meanwhile stays",
    timeoutSeconds: 60,
    run: async ({ ports }, { set, address: address2 }) => rewrite(ports.addressSets, set, without([address2])),
    verify: async ({ ports }, { set, address: address2 }) => isBlocked(ports.addressSets, set, address2, false)
  }
});
var wafBlockIp = runbook16({
  id: "waf-block-ip",
  title: "Block an address at the firewall",
  about: "Adds an address or a range to the IP set that the firewall blocks, for a day unless told otherwise.",
  when: [
    "The firewall, or the access logs, show an attack from few addresses.",
    "Not for many addresses: the rate rule of the firewall, or AWS Shield, is the answer then.",
    "Not for an address that may be a school: behind one there are a thousand students. Look at the sampled requests first.",
    "It works within a minute. To block longer, run it again; waf-unblock-expired, by schedule, takes the address out when its time is over."
  ],
  symptoms: ["blocked-requests"],
  risk: "low",
  permission: "write",
  calls: {
    reads: ["wafv2:ListIPSets", "wafv2:GetIPSet", "wafv2:ListTagsForResource", "ec2:DescribeAddresses"],
    writes: { "wafv2:UpdateIPSet": "ip-set", "wafv2:TagResource": "ip-set", "wafv2:UntagResource": "ip-set" }
  },
  target: () => firewallTarget,
  check: async ({ ports, place, inputs: { address: address2 } }) => {
    const name = blockedSetName(place);
    const [set, own] = await Promise.all([ports.addressSets.find(name), ports.addressSets.ownAddresses(place.prefix)]);
    return [...obstaclesOfAddress(address2, own), ...set ? obstaclesOfSet(set, address2) : [blockedSetMissing(name)]];
  },
  steps: [noteExpiry, block],
  // What is blocked counts as blocked: the alarm of the firewall may ring because it works.
  settleSeconds: 0
});
function obstaclesOfAddress(address2, own) {
  const use = reservedUse(address2);
  const ours = own.filter((one) => overlaps(one, address2));
  return [
    ...bitsOf(address2) < widestBits ? [{ what: `${address2} is wider than /${widestBits}.`, next: "Block the ranges that the attack really comes from." }] : [],
    ...use ? [{ what: `${address2} has addresses that are ${use}.`, next: "Look for the address of the client, not of a proxy." }] : [],
    ...ours.length > 0 ? [{ what: `${address2} has addresses of our own: ${ours.join(", ")}.`, next: "Look at what our own services do, instead." }] : []
  ];
}
function obstaclesOfSet(set, address2) {
  const wider = set.addresses.find((one) => one !== address2 && covers(one, address2));
  const isThere = set.addresses.includes(address2);
  const isNoted2 = set.expiries[address2] !== void 0;
  const isFull = !isThere && set.addresses.length >= mostAddresses;
  return [
    ...wider ? [{ what: `${address2} is blocked already, with all of ${wider}.`, next: "Look for another cause." }] : [],
    ...isThere && !isNoted2 ? [
      {
        what: `${address2} is blocked already, and for ever.`,
        next: "Take it out by hand first, if it is to be blocked for a while."
      }
    ] : [],
    ...isFull ? [{ what: `${set.name} is full: it has ${set.addresses.length} addresses.`, next: "Block ranges instead of addresses." }] : [],
    ...!isNoted2 && set.roomForExpiries < 1 ? [
      {
        what: `${set.name} has no room for another expiry: ${Object.keys(set.expiries).length} are noted in its tags.`,
        next: "Block a range in place of single addresses, or run waf-unblock-expired."
      }
    ] : []
  ];
}
async function note(sets, name, address2, expiresAt) {
  const set = await readBlockedSet(sets, name);
  if (set.expiries[address2] !== expiresAt) await sets.setExpiry(set, address2, expiresAt);
}
async function isNoted(sets, name, address2, expiresAt) {
  const found = (await readBlockedSet(sets, name)).expiries[address2];
  const words2 = found === void 0 ? `no expiry is noted for ${address2}` : `${address2} expires at ${found}`;
  return { kind: found === expiresAt ? "yes" : "not-yet", words: words2 };
}
async function isBlocked(sets, name, address2, wanted) {
  const isThere = (await readBlockedSet(sets, name)).addresses.includes(address2);
  return { kind: isThere === wanted ? "yes" : "not-yet", words: `${address2} is ${isThere ? "" : "not "}in ${name}` };
}

// src/runbooks/waf-unblock-expired.ts
var { runbook: runbook17, step: step17 } = asking({});
var unblock = step17({
  id: "unblock",
  title: "Take out what has expired",
  about: "Reads the IP set and writes it without these addresses (UpdateIPSet), again when somebody else was faster",
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, addresses: list(text) },
  plan: async (scope) => {
    const set = await look(scope);
    const addresses = Object.keys(expiredOf(set, scope.now())).filter((address2) => set.addresses.includes(address2));
    if (addresses.length === 0) return { kind: "nothing", why: "no blocked address has expired" };
    const changes = addresses.map((address2) => ({ what: `${address2} in ${set.name}`, from: "blocked", to: "not blocked" }));
    return { kind: "change", changes, before: { set: set.name, addresses } };
  },
  run: async ({ ports }, { set, addresses }) => rewrite(ports.addressSets, set, without(addresses)),
  verify: async ({ ports }, { set, addresses }) => {
    const left = (await readBlockedSet(ports.addressSets, set)).addresses.filter((address2) => addresses.includes(address2));
    return left.length === 0 ? yes(`none of them is in ${set}`) : notYet(`still in ${set}: ${left.join(", ")}`);
  },
  compensate: {
    about: "Blocks the same addresses again",
    timeoutSeconds: 60,
    run: async ({ ports }, { set, addresses }) => rewrite(ports.addressSets, set, including(addresses)),
    verify: async ({ ports }, { set, addresses }) => {
      const there = (await readBlockedSet(ports.addressSets, set)).addresses;
      const gone2 = addresses.filter((address2) => !there.includes(address2));
      return gone2.length === 0 ? yes(`all of them are in ${set}`) : notYet(`not in ${set}: ${gone2.join(", ")}`);
    }
  }
});
var forget = step17({
  id: "forget",
  title: "Forget their expiries",
  about: "Takes the tags of what has expired off the IP set (UntagResource), also of addresses that somebody took out by hand",
  timeoutSeconds: 60,
  retries: 2,
  before: { set: text, notes: list(record({ address: text, expiresAt: instant })) },
  plan: async (scope) => {
    const set = await look(scope);
    const notes = Object.entries(expiredOf(set, scope.now())).map(([address2, expiresAt]) => ({ address: address2, expiresAt }));
    if (notes.length === 0) return { kind: "nothing", why: "no expiry that is noted has come" };
    const changes = notes.map((one) => ({ what: `expiry of ${one.address} in ${set.name}`, from: one.expiresAt, to: "none" }));
    return { kind: "change", changes, before: { set: set.name, notes } };
  },
  run: async ({ ports }, { set: name, notes }) => {
    const set = await readBlockedSet(ports.addressSets, name);
    for (const { address: address2 } of notes) if (set.expiries[address2]) await ports.addressSets.setExpiry(set, address2, void 0);
  },
  verify: async ({ ports }, { set, notes }) => {
    const { expiries } = await readBlockedSet(ports.addressSets, set);
    const left = notes.filter(({ address: address2 }) => expiries[address2] !== void 0);
    return left.length === 0 ? yes(`${set} has none of them noted`) : notYet(`${left.length} are still noted`);
  },
  compensate: {
    about: "Notes the same instants again (TagResource)",
    timeoutSeconds: 60,
    run: async ({ ports }, { set: name, notes }) => {
      const set = await readBlockedSet(ports.addressSets, name);
      for (const { address: address2, expiresAt } of notes) await ports.addressSets.setExpiry(set, address2, expiresAt);
    },
    verify: async ({ ports }, { set, notes }) => {
      const { expiries } = await readBlockedSet(ports.addressSets, set);
      const gone2 = notes.filter(({ address: address2, expiresAt }) => expiries[address2] !== expiresAt);
      return gone2.length === 0 ? yes(`${set} has all of them noted`) : notYet(`${gone2.length} are not noted`);
    }
  }
});
var wafUnblockExpired = runbook17({
  id: "waf-unblock-expired",
  title: "Take expired addresses out of the firewall",
  about: "Ends the blocks of waf-block-ip whose time is over; addresses without an expiry stay blocked.",
  when: [
    "By schedule, every hour: nobody has to remember a block.",
    "By hand, when the schedule has not run. To end a block before its time, undo the run that made it."
  ],
  symptoms: [],
  risk: "low",
  permission: "write",
  calls: {
    reads: ["wafv2:ListIPSets", "wafv2:GetIPSet", "wafv2:ListTagsForResource"],
    writes: { "wafv2:UpdateIPSet": "ip-set", "wafv2:TagResource": "ip-set", "wafv2:UntagResource": "ip-set" }
  },
  target: () => firewallTarget,
  check: async ({ ports, place }) => {
    const name = blockedSetName(place);
    return await ports.addressSets.find(name) ? [] : [blockedSetMissing(name)];
  },
  steps: [unblock, forget],
  settleSeconds: 0
});
function look({ ports, place }) {
  return readBlockedSet(ports.addressSets, blockedSetName(place));
}
function expiredOf({ expiries }, now) {
  return Object.fromEntries(Object.entries(expiries).filter(([, expiresAt]) => Date.parse(expiresAt) <= now.getTime()));
}
var yes = (words2) => ({ kind: "yes", words: words2 });
var notYet = (words2) => ({ kind: "not-yet", words: words2 });

// src/runbooks/index.ts
var runbooks = [
  apiThrottle,
  auroraFailover,
  auroraRestoreSnapshot,
  auroraRestoreToTime,
  azEvacuation,
  collectDiagnostics,
  ecsRedeploy,
  ecsRollback,
  ecsScale,
  kinesisReshard,
  previewCleanup,
  redisFailover,
  redriveDeadLetters,
  rotateDatabaseSecret,
  stopAllExperiments,
  wafBlockIp,
  wafUnblockExpired
];

export {
  asking,
  runbooks
};
