import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherSlots,
  releaseSlots,
  renderPreviewSection,
  takeSlot
} from "./chunks/chunk-T42DGW4D.js";
import {
  previewContract,
  worldOf
} from "./chunks/chunk-OBIZCVHL.js";
import "./chunks/chunk-WQNU54CN.js";
import {
  openProgressLine
} from "./chunks/chunk-QW7FHUYZ.js";
import {
  passGate
} from "./chunks/chunk-7WR7RJ4L.js";
import "./chunks/chunk-HSY6F4OR.js";
import {
  terraformLines
} from "./chunks/chunk-Z4AOQWZG.js";
import {
  readPlan
} from "./chunks/chunk-XOZFNCSE.js";
import "./chunks/chunk-HQZ43T45.js";
import {
  pathOf,
  requireDomain
} from "./chunks/chunk-NZRVG2PT.js";
import "./chunks/chunk-LQ2E7PBK.js";
import {
  redactFailure
} from "./chunks/chunk-QKXRQCSS.js";
import {
  isRecord,
  listOf,
  memberOf
} from "./chunks/chunk-7WE5OENK.js";
import {
  gatherLease,
  gatherStatus,
  openLease,
  renderStatus
} from "./chunks/chunk-W2WIZLEV.js";
import {
  folderOf,
  layers,
  leaseKey,
  lockKey,
  locksPrefix,
  parseKey,
  previewsPrefix,
  slotKey,
  stateKey,
  stateLockKey,
  stateNames
} from "./chunks/chunk-SRSD7JIV.js";
import {
  composeComment,
  pullRequestMarker
} from "./chunks/chunk-WENMUMKB.js";
import {
  obstacleFailure,
  renderObstacle
} from "./chunks/chunk-3HQIWQCE.js";
import {
  instantText
} from "./chunks/chunk-YKXHXIZI.js";
import {
  performCommand
} from "./chunks/chunk-24TMGAD3.js";
import "./chunks/chunk-TMEDGICA.js";
import "./chunks/chunk-VVCDHVEB.js";
import {
  acquireLock,
  gatherLockAt,
  releaseLock
} from "./chunks/chunk-2CJY75CO.js";
import {
  gatherHold
} from "./chunks/chunk-P62CZXMM.js";
import {
  addSeconds,
  decideObstacle,
  positionOf,
  tellingSteps,
  unsweptShapes,
  walk
} from "./chunks/chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunks/chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode
} from "./chunks/chunk-6W7UW3BG.js";
import {
  ownerText
} from "./chunks/chunk-RVEYIF44.js";
import {
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
  systemClock
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
  readStacksConfig
} from "./chunks/chunk-HXZNQRXD.js";
import {
  synthLimits
} from "./chunks/chunk-47IA4W2X.js";
import {
  readStackFolder
} from "./chunks/chunk-EQ3BX3XD.js";
import "./chunks/chunk-4K63F6NI.js";
import "./chunks/chunk-FQ3EPMCS.js";
import {
  previewName
} from "./chunks/chunk-I3IM6THR.js";
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

// src/actions/preview/main.ts
import { resolve } from "node:path";

// src/actions/preview/command.ts
import { join } from "node:path";

// src/actions/preview/prices.ts
var pricedRegion = "eu-west-2";
var prices = {
  "fargate-vcpu": {
    unit: "vCPU, Linux on x86",
    usdPerHour: 0.04656,
    page: "https://aws.amazon.com/fargate/pricing/",
    usageType: "EUW2-Fargate-vCPU-Hours:perCPU",
    listedOn: "2026-09-11"
  },
  "fargate-gb": {
    unit: "GB of memory, Linux on x86",
    usdPerHour: 511e-5,
    page: "https://aws.amazon.com/fargate/pricing/",
    usageType: "EUW2-Fargate-GB-Hours",
    listedOn: "2026-09-11"
  },
  "load-balancer": {
    unit: "Application Load Balancer",
    usdPerHour: 0.02646,
    page: "https://aws.amazon.com/elasticloadbalancing/pricing/",
    usageType: "EUW2-LoadBalancerUsage",
    listedOn: "2026-09-11"
  },
  "nat-gateway": {
    unit: "NAT gateway",
    usdPerHour: 0.05,
    page: "https://aws.amazon.com/vpc/pricing/",
    usageType: "EUW2-NatGateway-Hours",
    listedOn: "2026-09-25"
  },
  "public-ipv4": {
    unit: "public IPv4 address",
    usdPerHour: 5e-3,
    page: "https://aws.amazon.com/vpc/pricing/",
    usageType: "EUW2-PublicIPv4:InUseAddress",
    listedOn: "2026-09-17"
  },
  "aurora-acu": {
    unit: "Aurora capacity unit, serverless v2, standard",
    usdPerHour: 0.14,
    page: "https://aws.amazon.com/rds/aurora/pricing/",
    usageType: "EUW2-Aurora:ServerlessV2Usage",
    listedOn: "2026-10-06"
  }
};

// src/actions/preview/cost.ts
function sharedQuantities({ tasks, vcpus, memoryGib }) {
  return [
    {
      label: `${tasks} Fargate ${tasks === 1 ? "task" : "tasks"}`,
      uses: { "fargate-vcpu": tasks * vcpus, "fargate-gb": tasks * memoryGib }
    },
    { label: "logs and metrics", uses: {} },
    { label: "data transfer", uses: {} }
  ];
}
function isolatedQuantities(count2) {
  const { zones, natGateways, minimumAcus } = count2;
  return [
    ...sharedQuantities(count2),
    { label: "a load balancer", uses: { "load-balancer": 1, "public-ipv4": zones } },
    {
      label: natGateways === 1 ? "a NAT gateway" : `${natGateways} NAT gateways`,
      uses: { "nat-gateway": natGateways, "public-ipv4": natGateways }
    },
    { label: `${minimumAcus} Aurora capacity units`, uses: { "aurora-acu": minimumAcus } },
    { label: "Redis", uses: {} },
    { label: "RDS Proxy", uses: {} },
    { label: "Kinesis and Firehose", uses: {} },
    { label: "WAF, keys and secrets", uses: {} }
  ];
}
function estimateCost(quantities, region) {
  const isPriced = ({ uses }) => region === pricedRegion && Object.keys(uses).length > 0;
  const rows2 = quantities.filter(isPriced).flatMap(({ uses }) => Object.entries(uses));
  const usdPerHour = rows2.reduce((sum, [name, amount]) => sum + amount * prices[name].usdPerHour, 0);
  const [listedOn] = rows2.map(([name]) => prices[name].listedOn).sort();
  return {
    usdPerDay: usdPerHour * 24,
    priced: quantities.filter(isPriced).map(({ label }) => label),
    notPriced: quantities.filter((one) => !isPriced(one)).map(({ label }) => label),
    ...listedOn !== void 0 && { listedOn }
  };
}
function costText({ usdPerDay, priced, notPriced, listedOn }) {
  if (listedOn === void 0) return notPriced.length > 0 ? `not priced (${notPriced.join(", ")})` : "not priced";
  const missing = notPriced.length > 0 ? `; not priced: ${notPriced.join(", ")}` : "";
  return `about $${usdPerDay.toFixed(2)} a day (${priced.join(", ")}; list prices of ${listedOn}${missing})`;
}

// src/actions/preview/quantities.ts
function sharedQuantitiesOf(service) {
  return sharedQuantities(tasksOf(service));
}
var ownQuantities = [{ label: "what the stack has", uses: {} }];
function isolatedQuantitiesOf(platform, service) {
  const [loadBalancer] = resourcesOf(platform, "aws_lb");
  const [cluster] = resourcesOf(platform, "aws_rds_cluster");
  const scaling = memberOf(cluster, "serverlessv2_scaling_configuration");
  const instances = resourcesOf(platform, "aws_rds_cluster_instance").length;
  return isolatedQuantities({
    ...tasksOf(service),
    zones: listOf(loadBalancer, "subnets").length,
    natGateways: resourcesOf(platform, "aws_nat_gateway").length,
    minimumAcus: numberAt(Array.isArray(scaling) ? scaling[0] : scaling, "min_capacity") * instances
  });
}
function tasksOf(service) {
  const [task] = resourcesOf(service, "aws_ecs_task_definition");
  const [ecsService] = resourcesOf(service, "aws_ecs_service");
  return {
    tasks: numberAt(ecsService, "desired_count"),
    vcpus: numberAt(task, "cpu") / 1024,
    memoryGib: numberAt(task, "memory") / 1024
  };
}
function resourcesOf(stack, type) {
  const named = memberOf(memberOf(stack, "resource"), type);
  return isRecord(named) ? Object.values(named) : [];
}
function numberAt(value, key) {
  const number = Number(memberOf(value, key));
  return Number.isFinite(number) ? number : 0;
}

// src/actions/preview/command.ts
function commandOf(facts) {
  const { inputs } = facts;
  switch (inputs.mode) {
    case "deploy":
      return { mode: "deploy", request: deployRequest(facts) };
    case "destroy":
      return { mode: "destroy", request: { pullRequest: pullRequestOf(facts), why: facts.why } };
    case "extend":
      return { mode: "extend", request: { pullRequest: pullRequestOf(facts), seconds: need(inputs.duration, "duration") } };
    case "status":
      return { mode: "status", pullRequest: pullRequestOf(facts) };
    case "reap":
      return { mode: "reap" };
    default:
      return inputs.mode;
  }
}
function deployRequest(facts) {
  const { inputs, stacks, folder, layout } = facts;
  const pullRequest = pullRequestOf(facts);
  const image = layout === "platform" ? "" : need(inputs.image, "image");
  const layer = (group, name) => {
    const path = pathOf({ pullRequest }, group, name);
    const variables = name === "platform" ? { domain: inputs.domain } : { image };
    return { folder: join(folder, path), variables, stack: stacks.get(path) };
  };
  const shared = {
    pullRequest,
    headSha: need(facts.headSha, "pull-request"),
    reason: inputs.reason,
    ...inputs.actor !== void 0 && { actor: inputs.actor },
    image,
    url: inputs.domain === "" ? "" : `https://${previewName(pullRequest)}.${inputs.domain}`,
    digestOfPlan: (plan) => readPlan(plan).digest
  };
  if (layout === "platform") {
    const { folder: own } = layer("isolated", "platform");
    const platform = { folder: own, variables: {} };
    return { ...shared, shape: "isolated", platform, quantities: ownQuantities, expectedDigest: inputs["digest-platform"] };
  }
  if (inputs.shape === "isolated") {
    const platform = layer("isolated", "platform");
    const service2 = layer("isolated", "service");
    const quantities = isolatedQuantitiesOf(platform.stack, service2.stack);
    return { ...shared, shape: "isolated", platform, service: service2, quantities, expectedDigest: inputs["digest-platform"] };
  }
  const service = layer("shared", "service");
  return {
    ...shared,
    shape: "shared",
    service,
    quantities: sharedQuantitiesOf(service.stack),
    expectedDigest: inputs["digest-service"],
    ...inputs.slot !== void 0 && { preferredSlot: inputs.slot }
  };
}
function pullRequestOf({ pullRequest }) {
  return need(pullRequest, "pull-request");
}
function need(value, name) {
  if (value !== void 0) return value;
  throw failure({
    code: "action/inputs",
    what: `Bad inputs for preview:
- ${name}: required in this mode`,
    next: `Add it in the workflow, under the step's "with".`
  });
}

// src/actions/preview/decide-reaping.ts
function decideReapings({ traces, slots, maximum, now }) {
  const reapings = traces.flatMap((one) => decideReaping(one, now) ?? []);
  const claimed = traces.flatMap(({ lease }) => lease.kind === "valid" ? lease.lease.slot ?? [] : []);
  const brokenSlots = slots.filter(({ slot, holder }) => !holder && !claimed.includes(slot));
  return { reapings, brokenSlots, notes: notesOf(traces, slots.length < maximum) };
}
function decideReaping(traces, now) {
  const why = whyDestroy(traces, now);
  const { pullRequest } = traces;
  if (why !== void 0) return { kind: "destroy", pullRequest, why };
  const tidying = whyTidy(traces);
  return tidying === void 0 ? void 0 : { kind: "tidy", pullRequest, why: tidying };
}
function whyDestroy({ isOpen, lease, states, tagged, slots, lock }, now) {
  const hasAnything = lease.kind !== "none" || states.length > 0 || tagged > 0 || slots.length > 0 || lock === "stale";
  if (!isOpen) return hasAnything ? "the pull request is closed" : void 0;
  if (lease.kind === "corrupt") return "its lease cannot be read";
  if (lease.kind === "none") {
    if (states.length > 0) return "it has a state, and no lease";
    return tagged > 0 ? "it has resources, and neither state nor lease" : void 0;
  }
  return Date.parse(lease.lease.expiresAt) <= now.getTime() ? "it has expired" : void 0;
}
function whyTidy({ lease, lock, slots }) {
  if (lock === "stale") return "a run that has ended left its lock";
  const claimed = lease.kind === "valid" ? lease.lease.slot : void 0;
  return slots.some((slot) => slot !== claimed) ? "it has a slot that no lease tells of" : void 0;
}
function notesOf(traces, hasFreeSlot) {
  return traces.flatMap(({ pullRequest, isOpen, lease, lock }) => {
    const notes = [];
    if (lock === "unreadable") notes.push(`The lock of #${pullRequest} cannot be read: a person has to remove it.`);
    if (lease.kind !== "valid" || !isOpen) return notes;
    const { status, step: step2, shape } = lease.lease;
    if (status === "queued" && shape === "shared" && hasFreeSlot) {
      notes.push(`#${pullRequest} waits for a slot, and one is free: push, or comment \`/preview deploy\`.`);
    }
    if (status === "deploying" && lock !== "held") {
      notes.push(`The deploy of #${pullRequest} died at the step ${step2}: push, or comment \`/preview deploy\`.`);
    }
    return notes;
  });
}

// src/actions/preview/failures.ts
var mostCharacters = 1e3;
function recordFailure(error, signal) {
  const { code, message, next } = asFailure(error, signal);
  return { code, what: cut(message), next: cut(next) };
}
function asFailure(error, signal) {
  if (isFailure(error)) return redactFailure(error);
  if (signal?.aborted) return cancelled(error);
  return failure({
    code: "preview/unexpected",
    what: `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}.`,
    next: "Look at the log, and run the job again; what is half done is taken up where it stands.",
    cause: error
  });
}
function refuseIfCancelled(signal) {
  if (signal?.aborted) throw cancelled(void 0);
}
function cancelled(cause) {
  return failure({
    code: "preview/cancelled",
    what: "The run was cancelled.",
    next: "Run the job again, or push; what is half done is taken up where it stands.",
    cause
  });
}
function cut(text) {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}

// src/actions/preview/standing.ts
function decideStanding(pullRequest, { headSha }) {
  if (pullRequest?.state !== "open") return { kind: "closed" };
  return pullRequest.headSha === headSha ? { kind: "current" } : { kind: "superseded", by: pullRequest.headSha };
}

// src/actions/preview/deploy-run.ts
async function gatherBefore({ documents }, pullRequest) {
  const keys = await documents.list(folderOf(pullRequest));
  return { lease: await gatherLease(documents, pullRequest), states: keys.map(parseKey).flatMap(stateOf) };
}
function stateOf(key) {
  return key?.kind === "state" ? [key.state] : [];
}
async function journal({ world, lease }, step2, body) {
  refuseIfCancelled(world.signal);
  return walk(world.progress, step2, async () => {
    await lease.write({ step: step2 });
    return body();
  });
}
async function gatherStanding({ pullRequests }, request) {
  return decideStanding(await pullRequests.get(request.pullRequest), request);
}
function shapeFactsOf({ world, request, slot }) {
  const { shape, reason } = request;
  return { shape, reason, host: world.settings.naming.host, layout: world.settings.layout, ...slot !== void 0 && { slot } };
}

// src/actions/preview/tombstone.ts
function tombstone({ settings, pullRequest, state, adoptees = [] }) {
  const { region } = settings;
  return {
    terraform: {
      required_version: ">= 1.11",
      required_providers: { aws: { source: "hashicorp/aws", version: settings.providerVersion } },
      backend: { s3: { ...backendConfig(settings, pullRequest, state), encrypt: true, use_lockfile: true } }
    },
    provider: { aws: [{ region }] },
    ...adoptees.length > 0 && { resource: blocks(adoptees) }
  };
}
function backendConfig({ bucket, region }, pullRequest, state) {
  return { bucket, region, key: stateKey(pullRequest, state) };
}
function addressOf({ resourceType }, index) {
  return `${resourceType}.${labelOf(index)}`;
}
function blocks(adoptees) {
  const byType = /* @__PURE__ */ new Map();
  adoptees.forEach(({ resourceType }, index) => {
    byType.set(resourceType, { ...byType.get(resourceType), [labelOf(index)]: {} });
  });
  return Object.fromEntries(byType);
}
function labelOf(index) {
  return `stray_${index + 1}`;
}

// src/actions/preview/destroy-state.ts
async function performDestroyState(world, pullRequest, state) {
  const { clock, documents, progress, settings, signal } = world;
  for (let attempt2 = 1; ; attempt2 += 1) {
    try {
      await destroyOnce(world, pullRequest, state);
      break;
    } catch (error) {
      if (attempt2 >= settings.destroyAttempts || !isFailure(error) || !isWorthAnotherTry(error)) throw error;
      await freeStateLock(world, { pullRequest, state, error });
      const pauseSeconds = settings.destroyBackoffSeconds * 2 ** (attempt2 - 1);
      progress.warning(
        `${error.message} Trying again in ${pauseSeconds} s (attempt ${attempt2 + 1} of ${settings.destroyAttempts}).`
      );
      await clock.sleep(pauseSeconds * 1e3, signal);
    }
  }
  await documents.remove(stateKey(pullRequest, state));
  await documents.remove(stateLockKey(pullRequest, state));
}
async function destroyOnce(world, pullRequest, state) {
  const { terraform, settings, progress, signal } = world;
  const options = {
    lockTimeoutSeconds: settings.stateLockTimeoutSeconds,
    onEvent: terraformLines(progress),
    ...signal && { signal }
  };
  await terraform.withConfiguration(tombstone({ settings, pullRequest, state }), async (stack) => {
    await stack.init(signal && { signal });
    await stack.destroy(options);
    await refuseRest(stack, state);
  });
}
async function refuseRest(stack, state) {
  const left = await stack.stateList();
  if (left.length === 0) return;
  throw failure({
    code: "preview/not-destroyed",
    what: `Terraform destroyed the ${state} of the preview, and yet ${left.length} entries are left in its state.`,
    next: "Look for resources that Terraform is told not to delete, remove them by hand, and destroy the preview again.",
    details: left
  });
}
async function freeStateLock({ documents, progress }, { pullRequest, state, error }) {
  if (error.code !== "terraform/state-locked") return false;
  progress.warning(`Removed Terraform's lock on ${stateKey(pullRequest, state)}: whoever took it does not work on it any more.`);
  await documents.remove(stateLockKey(pullRequest, state));
  return true;
}
var finalCodes = [
  "terraform/cancelled",
  "terraform/access-denied",
  "terraform/no-credentials",
  "terraform/credentials-expired",
  "terraform/credentials-rejected",
  "terraform/state-bucket-missing",
  "terraform/state-not-saved",
  "terraform/provider-unavailable"
];
function isWorthAnotherTry({ code }) {
  return !finalCodes.includes(code);
}

// src/actions/preview/adoption-by-name.ts
var serviceRoles = ["execution", "task"];
var platformRoles = ["api-events", "database-monitoring", "database-proxy", "firehose", "flow-logs"];
function adopteesByName({ pullRequest, naming, shapes }) {
  const { prefix, host, mainService } = naming;
  const preview = `pr-${pullRequest}`;
  const shared = ofService(`${prefix}-${host}-${preview}`, `${prefix}-${host}`);
  const platform = `${prefix}-${preview}`;
  const isolated = [...ofService(`${platform}-${mainService}`, platform), ...ofPlatform(platform, mainService)];
  return shapes.flatMap((shape) => shape === "shared" ? shared : isolated);
}
function ofService(service, cluster) {
  const target = `service/${cluster}/${service}`;
  return [
    ...serviceRoles.map((name) => ({ resourceType: "aws_iam_role", importId: `${service}-${name}` })),
    { resourceType: "aws_cloudwatch_dashboard", importId: service },
    { resourceType: "aws_appautoscaling_target", importId: `ecs/${target}/ecs:service:DesiredCount`, stateId: target }
  ];
}
function ofPlatform(platform, mainService) {
  const healthCheck = `${platform}-${mainService}-health-check`;
  return [
    { resourceType: "aws_scheduler_schedule", importId: `default/${healthCheck}` },
    { resourceType: "aws_iam_role", importId: healthCheck },
    ...platformRoles.map((name) => ({ resourceType: "aws_iam_role", importId: `${platform}-${name}` })),
    { resourceType: "aws_cloudwatch_dashboard", importId: platform },
    { resourceType: "aws_kms_alias", importId: `alias/${platform}` },
    { resourceType: "aws_db_proxy", importId: platform }
  ];
}

// src/actions/preview/adoption.ts
var byArn = ({ arn }) => arn;
var byName = ({ groups }) => groups.join("/");
var rows = [
  { resourceType: "aws_ecs_service", service: "ecs", resource: /^service\/([^/]+)\/([^/]+)$/, importId: byName },
  { resourceType: "aws_ecs_task_definition", service: "ecs", resource: /^task-definition\//, importId: byArn },
  { resourceType: "aws_ecs_cluster", service: "ecs", resource: /^cluster\/([^/]+)$/, importId: byName },
  { resourceType: "aws_lb", service: "elasticloadbalancing", resource: /^loadbalancer\/app\//, importId: byArn },
  { resourceType: "aws_lb_listener", service: "elasticloadbalancing", resource: /^listener\/app\//, importId: byArn },
  { resourceType: "aws_lb_listener_rule", service: "elasticloadbalancing", resource: /^listener-rule\/app\//, importId: byArn },
  { resourceType: "aws_lb_target_group", service: "elasticloadbalancing", resource: /^targetgroup\//, importId: byArn },
  { resourceType: "aws_cloudwatch_log_group", service: "logs", resource: /^log-group:([^:]+)(?::\*)?$/, importId: byName },
  { resourceType: "aws_cloudwatch_event_rule", service: "events", resource: /^rule\/([^/]+)$/, importId: byName },
  { resourceType: "aws_iam_role", service: "iam", resource: /^role\/(?:.*\/)?([^/]+)$/, importId: byName },
  { resourceType: "aws_elasticache_user", service: "elasticache", resource: /^user:(.+)$/, importId: byName },
  { resourceType: "aws_elasticache_user_group", service: "elasticache", resource: /^usergroup:(.+)$/, importId: byName },
  {
    resourceType: "aws_elasticache_replication_group",
    service: "elasticache",
    resource: /^replicationgroup:(.+)$/,
    importId: byName
  },
  {
    resourceType: "aws_elasticache_parameter_group",
    service: "elasticache",
    resource: /^parametergroup:(.+)$/,
    importId: byName
  },
  { resourceType: "aws_elasticache_subnet_group", service: "elasticache", resource: /^subnetgroup:(.+)$/, importId: byName },
  { resourceType: "aws_rds_cluster", service: "rds", resource: /^cluster:([^:]+)$/, importId: byName },
  { resourceType: "aws_rds_cluster_instance", service: "rds", resource: /^db:(.+)$/, importId: byName },
  { resourceType: "aws_rds_cluster_parameter_group", service: "rds", resource: /^cluster-pg:(.+)$/, importId: byName },
  { resourceType: "aws_db_subnet_group", service: "rds", resource: /^subgrp:(.+)$/, importId: byName },
  { resourceType: "aws_kinesis_stream", service: "kinesis", resource: /^stream\/([^/]+)$/, importId: byName },
  { resourceType: "aws_kinesis_firehose_delivery_stream", service: "firehose", resource: /^deliverystream\//, importId: byArn },
  { resourceType: "aws_athena_workgroup", service: "athena", resource: /^workgroup\/(.+)$/, importId: byName },
  {
    resourceType: "aws_glue_catalog_database",
    service: "glue",
    resource: /^database\/(.+)$/,
    importId: ({ account, groups: [name] }) => `${account}:${name}`
  },
  { resourceType: "aws_s3_bucket", service: "s3", resource: /^([^/]+)$/, importId: byName },
  { resourceType: "aws_kms_key", service: "kms", resource: /^key\/(.+)$/, importId: byName },
  { resourceType: "aws_sns_topic", service: "sns", resource: /^[^:]+$/, importId: byArn },
  {
    resourceType: "aws_sqs_queue",
    service: "sqs",
    resource: /^(.+)$/,
    importId: ({ region, account, groups: [name] }) => `https://sqs.${region}.amazonaws.com/${account}/${name}`
  },
  { resourceType: "aws_secretsmanager_secret", service: "secretsmanager", resource: /^secret:/, importId: byArn },
  { resourceType: "aws_ssm_parameter", service: "ssm", resource: /^parameter(\/.+)$/, importId: byName },
  {
    resourceType: "aws_wafv2_web_acl",
    service: "wafv2",
    resource: /^regional\/webacl\/([^/]+)\/([^/]+)$/,
    importId: ({ groups: [name, id] }) => `${id}/${name}/REGIONAL`
  },
  {
    resourceType: "aws_wafv2_ip_set",
    service: "wafv2",
    resource: /^regional\/ipset\/([^/]+)\/([^/]+)$/,
    importId: ({ groups: [name, id] }) => `${id}/${name}/REGIONAL`
  },
  { resourceType: "aws_api_gateway_rest_api", service: "apigateway", resource: /^\/restapis\/([^/]+)$/, importId: byName },
  {
    resourceType: "aws_api_gateway_stage",
    service: "apigateway",
    resource: /^\/restapis\/([^/]+)\/stages\/([^/]+)$/,
    importId: byName
  },
  { resourceType: "aws_api_gateway_usage_plan", service: "apigateway", resource: /^\/usageplans\/([^/]+)$/, importId: byName },
  { resourceType: "aws_api_gateway_api_key", service: "apigateway", resource: /^\/apikeys\/([^/]+)$/, importId: byName },
  { resourceType: "aws_xray_group", service: "xray", resource: /^group\//, importId: byArn },
  { resourceType: "aws_xray_sampling_rule", service: "xray", resource: /^sampling-rule\/(.+)$/, importId: byName },
  { resourceType: "aws_vpc", service: "ec2", resource: /^vpc\/(.+)$/, importId: byName },
  { resourceType: "aws_subnet", service: "ec2", resource: /^subnet\/(.+)$/, importId: byName },
  { resourceType: "aws_route_table", service: "ec2", resource: /^route-table\/(.+)$/, importId: byName },
  { resourceType: "aws_internet_gateway", service: "ec2", resource: /^internet-gateway\/(.+)$/, importId: byName },
  { resourceType: "aws_nat_gateway", service: "ec2", resource: /^natgateway\/(.+)$/, importId: byName },
  { resourceType: "aws_eip", service: "ec2", resource: /^elastic-ip\/(.+)$/, importId: byName },
  { resourceType: "aws_vpc_endpoint", service: "ec2", resource: /^vpc-endpoint\/(.+)$/, importId: byName },
  { resourceType: "aws_flow_log", service: "ec2", resource: /^vpc-flow-log\/(.+)$/, importId: byName },
  { resourceType: "aws_security_group", service: "ec2", resource: /^security-group\/(.+)$/, importId: byName }
];
var alarmTypes = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"];
var companions = [
  /:ecs:[^:]*:[^:]*:(?:task|service-deployment|service-revision)\//,
  /:ec2:[^:]*:[^:]*:(?:network-interface|security-group-rule)\//,
  /:application-autoscaling:/,
  // A proxy's ARN does not tell its name, which it is imported by: see adopteesByName.
  /:rds:[^:]*:[^:]*:(?:db-proxy|target-group|auto-backup|cluster-auto-backup|cluster-snapshot|snapshot):/,
  /:elasticache:[^:]*:[^:]*:cluster:/
];
var lingering = [/:ecs:[^:]*:[^:]*:task-definition\//, /:kms:[^:]*:[^:]*:key\//];
function isLingering(arn) {
  return lingering.some((pattern) => pattern.test(arn));
}
function decideAdoption(arn) {
  if (companions.some((pattern) => pattern.test(arn))) return { kind: "companion" };
  const [, , service = "", region = "", account = "", ...rest] = arn.split(":");
  const resource = rest.join(":");
  const alarm = /^alarm:(.+)$/.exec(resource)?.[1];
  if (service === "cloudwatch" && alarm !== void 0) {
    return { kind: "adopt", adoptees: alarmTypes.map((resourceType) => ({ resourceType, importId: alarm })) };
  }
  for (const row2 of rows) {
    const match = row2.service === service ? row2.resource.exec(resource) : null;
    if (match === null) continue;
    const groups = match.slice(1).map((group) => group ?? "");
    const importId = row2.importId({ arn, region, account, groups });
    return { kind: "adopt", adoptees: [{ resourceType: row2.resourceType, importId }] };
  }
  return { kind: "unknown" };
}

// src/actions/preview/strays.ts
function decideStrays({ tagged, known, named }) {
  const knownArns = new Set(known.flatMap(({ arn, id }) => [arn, id]));
  const adoptees = [];
  const unknown = [];
  for (const arn of withoutOldRevisions(tagged.map((one) => one.arn))) {
    if (knownArns.has(arn)) continue;
    const adoption = decideAdoption(arn);
    if (adoption.kind === "unknown") unknown.push(arn);
    if (adoption.kind === "adopt") adoptees.push(...adoption.adoptees);
  }
  const isKnown = ({ resourceType, importId, stateId = importId }) => known.some((one) => one.resourceType === resourceType && (one.id === stateId || one.arn === importId));
  return { adoptees: withoutDoubles([...adoptees, ...named]).filter((one) => !isKnown(one)), unknown };
}
function withoutLingering(tagged) {
  return tagged.filter(({ arn }) => !isLingering(arn));
}
function withoutOldRevisions(arns) {
  const newest = /* @__PURE__ */ new Map();
  for (const arn of arns) {
    const { family, revision } = taskDefinition(arn);
    if (family !== void 0) newest.set(family, Math.max(revision, newest.get(family) ?? 0));
  }
  return arns.filter((arn) => {
    const { family, revision } = taskDefinition(arn);
    return family === void 0 || newest.get(family) === revision;
  });
}
function taskDefinition(arn) {
  const [, family, revision] = /:task-definition\/([^:]+):(\d+)$/.exec(arn) ?? [];
  return { family, revision: Number(revision) };
}
function withoutDoubles(adoptees) {
  return [...new Map(adoptees.map((one) => [`${one.resourceType} ${one.importId}`, one])).values()];
}

// src/actions/preview/remove-strays.ts
async function removeStrays(world, search) {
  const first = await removeOnce(world, search);
  if (first.removed === 0 || search.shapesByName.length > 0) return first;
  const second = await removeOnce(world, { ...search, shapesByName: ["shared", "isolated"], settle: false });
  return { removed: first.removed + second.removed, unknown: second.unknown };
}
async function removeOnce(world, search) {
  const { pullRequest, layers: layers2, shapesByName: shapesByName2 } = search;
  const tagged = await gatherTagged(world, search);
  const named = adopteesByName({ pullRequest, naming: world.settings.naming, shapes: shapesByName2 });
  if (tagged.length + named.length === 0) return { removed: 0, unknown: [] };
  const known = await gatherKnown(world, pullRequest, layers2);
  const { adoptees, unknown } = decideStrays({ tagged, known, named });
  const removed = adoptees.length === 0 ? 0 : await adopt(world, pullRequest, adoptees);
  if (removed > 0) await performDestroyState(world, pullRequest, "strays");
  return { removed, unknown };
}
async function gatherTagged(world, { pullRequest, settle, shapesByName: shapesByName2 }) {
  const { taggedResources, settings, clock, signal } = world;
  const preview = [`pr-${pullRequest}`];
  const givingUpAtMs = clock.now().getTime() + (settle ? settings.tagSettleSeconds * 1e3 : 0);
  for (; ; ) {
    const all = [
      ...await taggedResources.find({ Service: preview }),
      ...await taggedResources.find({ Environment: preview })
    ];
    const vanishing = withoutLingering(all);
    if (vanishing.length === 0 || clock.now().getTime() >= givingUpAtMs) return shapesByName2.length > 0 ? all : vanishing;
    await clock.sleep(settings.tagPollSeconds * 1e3, signal);
  }
}
async function gatherKnown({ terraform, settings, signal }, pullRequest, layers2) {
  const known = [];
  for (const state of layers2) {
    const resources = await terraform.withConfiguration(tombstone({ settings, pullRequest, state }), async (stack) => {
      await stack.init(signal && { signal });
      return stack.stateResources();
    });
    known.push(...resources);
  }
  return known;
}
async function adopt(world, pullRequest, adoptees) {
  const { terraform, settings, signal } = world;
  return terraform.withConfiguration(tombstone({ settings, pullRequest, state: "strays", adoptees }), async (stack) => {
    await stack.init(signal && { signal });
    let adopted = 0;
    for (const [index, adoptee] of adoptees.entries()) {
      if (await importIfThere(world, stack, adoptee, index)) adopted += 1;
    }
    return adopted;
  });
}
async function importIfThere(world, stack, adoptee, index) {
  const { settings, signal, progress } = world;
  const options = { lockTimeoutSeconds: settings.stateLockTimeoutSeconds, ...signal && { signal } };
  try {
    await stack.importResource(addressOf(adoptee, index), adoptee.importId, options);
    progress.warning(`No state knew of ${adoptee.resourceType} ${adoptee.importId}: it is destroyed, too.`);
    return true;
  } catch (error) {
    if (isFailure(error) && error.code === "terraform/nothing-to-import") return false;
    throw error;
  }
}

// src/actions/preview/deploy-strays.ts
async function deployStrays({ world, request, before, lease }) {
  const { pullRequest } = request;
  if (before.states.includes("strays")) await performDestroyState(world, pullRequest, "strays");
  const present = layers.filter((layer) => before.states.includes(layer));
  const inDoubt = shapesByName(before);
  if (before.lease.kind === "valid" && inDoubt.length === 0) return;
  const { unknown } = await removeStrays(world, { pullRequest, layers: present, shapesByName: inDoubt, settle: false });
  if (unknown.length > 0) {
    world.progress.warning(`These carry the preview's tags, and no state knows them: ${unknown.join(", ")}.`);
  }
  const { unswept: _, ...swept } = lease.current();
  await lease.rewrite(swept);
}
function shapesByName({ lease, states }) {
  if (lease.kind === "valid") return unsweptShapes(lease.lease);
  return lease.kind === "corrupt" || states.length > 0 ? ["shared", "isolated"] : [];
}

// src/actions/preview/tell.ts
async function tell(world, pullRequest, view) {
  const preview = renderPreviewSection(view);
  await attempt(
    world,
    "write the comment",
    () => world.comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { preview }))
  );
}
async function whileTelling(telling, work) {
  const told = telling();
  try {
    return await work();
  } finally {
    await told;
  }
}
async function tellDeployment(world, id, status) {
  if (id === void 0) return;
  await attempt(world, "set the deployment's status", () => world.deployments.setStatus(id, status));
}
function environmentOf(pullRequest) {
  return `preview/pr-${pullRequest}`;
}

// src/actions/preview/with-lock.ts
async function withLock(world, request, body) {
  const named = lockOf(world, request);
  const acquired = await walk(world.progress, "lock", () => acquireLock(world, named));
  if (acquired.kind === "locked") return acquired;
  try {
    return { kind: "done", value: await body() };
  } finally {
    await walk(world.progress, "unlock", () => releaseLock(world, named.key, acquired.version));
  }
}
function gatherLock(world, pullRequest) {
  return gatherLockAt(world, lockKey(pullRequest));
}
function lockOf(world, { pullRequest, reason, waitSeconds: waitSeconds3 }) {
  const { lockWaitSeconds, lockPollSeconds } = world.settings;
  return {
    key: lockKey(pullRequest),
    subject: "The preview",
    reason,
    waitSeconds: waitSeconds3 ?? lockWaitSeconds,
    pollSeconds: lockPollSeconds,
    stateLocks: stateNames.map((name) => stateLockKey(pullRequest, name)),
    unreadable: (problems) => unreadable(world, pullRequest, problems)
  };
}
function unreadable({ settings }, pullRequest, problems) {
  return failure({
    code: "preview/lock-unreadable",
    what: `The lock of the preview of #${pullRequest} is no lock of ours, so nobody can tell who holds it.`,
    next: `Make sure that no run works on the preview, then remove s3://${settings.bucket}/${lockKey(pullRequest)}.`,
    details: problems
  });
}

// src/actions/preview/destroy.ts
async function destroy(world, request) {
  const { pullRequest, why, waitSeconds: waitSeconds3 } = request;
  const lock = { pullRequest, reason: `destroy, because ${why}`, ...waitSeconds3 !== void 0 && { waitSeconds: waitSeconds3 } };
  try {
    const locked2 = await withLock(world, lock, async () => {
      if (request.isStillDue && !await request.isStillDue()) return { kind: "not-due" };
      return destroyLocked(world, request);
    });
    if (locked2.kind === "done") return locked2.value;
    const { by } = locked2;
    const doing = "destroy the preview";
    await tell(world, pullRequest, { kind: "locked", doing, by: ownerText(by.owner), reason: by.reason });
    return locked2;
  } catch (error) {
    return { kind: "failed", failure: asFailure(error, world.signal) };
  }
}
async function destroyLocked(world, request) {
  const { pullRequest } = request;
  const at = { step: "find" };
  let run;
  try {
    const before = await walk(world.progress, "find", () => find(world, pullRequest));
    const lease = await walk(world.progress, "mark", () => mark(world, before));
    run = { world, request, before, lease, at };
    return await takeDown(run);
  } catch (error) {
    return settleFailure(world, request, error, run);
  }
}
async function find(world, pullRequest) {
  const before = await gatherBefore(world, pullRequest);
  if (before.lease.kind === "corrupt") {
    world.progress.warning(
      `The lease of #${pullRequest} cannot be read (${before.lease.problems.join("; ")}): going by the states.`
    );
  }
  return before;
}
async function mark({ documents, clock, run }, { lease }) {
  if (lease.kind !== "valid") return void 0;
  const { runId, attempt: number } = run;
  const marked = { ...lease.lease, status: "destroying", step: "mark", run: { runId, attempt: number } };
  return openLease({ documents, lease: marked, found: lease, now: () => clock.now() });
}
async function takeDown(run) {
  const { world, request, before } = run;
  const { pullRequest } = request;
  for (const state of stateNames) {
    await step(run, `destroy-${state}`, async () => {
      if (before.states.includes(state)) await performDestroyState(world, pullRequest, state);
      else await world.documents.remove(stateLockKey(pullRequest, state));
    });
  }
  const search = { pullRequest, layers: [], shapesByName: shapesByName(before) };
  const settle = before.states.length > 0;
  const strays = await step(run, "sweep", () => removeStrays(world, { ...search, settle }));
  await step(run, "deactivate", () => world.deployments.deactivate(environmentOf(pullRequest), world.run.url));
  const slots = await step(run, "release-slot", () => releaseSlots(world.documents, pullRequest));
  const traces = before.states.length + slots.length + strays.removed + strays.unknown.length;
  const wasThere = before.lease.kind !== "none" || traces > 0;
  await step(run, "report", () => report(run, wasThere, strays.unknown));
  await step(run, "remove-lease", () => removeLease(run));
  return { kind: "destroyed", wasThere, leftovers: strays.unknown };
}
async function step({ world, lease, at }, name, body) {
  refuseIfCancelled(world.signal);
  at.step = name;
  return walk(world.progress, name, async () => {
    await lease?.write({ step: name });
    return body();
  });
}
async function removeLease({ world, request, before, lease }) {
  if (lease) await lease.remove();
  else if (before.lease.kind === "corrupt") await world.documents.remove(leaseKey(request.pullRequest), before.lease.version);
}
async function report({ world, request }, wasThere, leftovers) {
  const { pullRequest, why } = request;
  if (leftovers.length > 0) world.progress.warning(`These are left, and no state knows them: ${leftovers.join(", ")}.`);
  if (!wasThere) return;
  const exists = await attempt(world, "look for the pull request", () => world.pullRequests.get(pullRequest));
  if (exists) await tell(world, pullRequest, { kind: "destroyed", why, leftovers, now: world.clock.now() });
}
async function settleFailure(world, { pullRequest }, error, run) {
  const failure2 = asFailure(error, world.signal);
  const recorded = recordFailure(failure2, world.signal);
  world.progress.warning(`${failure2.message} ${failure2.next}`);
  await attempt(
    world,
    "write down that the destroy failed",
    async () => run?.lease?.write({ status: "failed", failure: recorded })
  );
  const step2 = run?.at.step ?? "find";
  await tell(world, pullRequest, { kind: "failed", doing: "destroy", step: step2, failure: recorded, runUrl: world.run.url });
  return { kind: "failed", failure: failure2 };
}

// src/actions/preview/gather-traces.ts
async function gatherAllTraces(world) {
  const { documents, pullRequests, taggedResources } = world;
  const keys = await gatherKeys(world);
  const slots = await gatherSlots(documents);
  const tagged = await taggedResources.find({ ManagedBy: ["opsdeck"] });
  const open = await pullRequests.listOpen();
  const ofTags = tagged.flatMap((one) => previewOf(one) ?? []);
  const ofSlots = slots.flatMap(({ holder }) => holder?.pullRequest ?? []);
  const ofKeys = keys.flatMap((key) => key.kind === "slot" ? [] : key.pullRequest);
  const numbers = [.../* @__PURE__ */ new Set([...ofKeys, ...ofSlots, ...ofTags])].sort((a, b) => a - b);
  const traces = [];
  for (const pullRequest of numbers) {
    const isOpen = open.includes(pullRequest);
    traces.push(await tracesOf(world, { pullRequest, isOpen, keys, slots, tagged: count(ofTags, pullRequest) }));
  }
  return { traces, slots };
}
async function gatherTraces(world, pullRequest) {
  const keys = await gatherKeys(world);
  const slots = await gatherSlots(world.documents);
  const preview = [`pr-${pullRequest}`];
  const found = [
    ...await world.taggedResources.find({ Service: preview }),
    ...await world.taggedResources.find({ Environment: preview })
  ];
  const tagged = found.filter(isEvidence).length;
  const isOpen = (await world.pullRequests.get(pullRequest))?.state === "open";
  return tracesOf(world, { pullRequest, isOpen, keys, slots, tagged });
}
async function gatherKeys({ documents }) {
  const keys = [...await documents.list(previewsPrefix), ...await documents.list(locksPrefix)];
  return keys.flatMap((key) => parseKey(key) ?? []);
}
async function tracesOf(world, { pullRequest, isOpen, tagged, keys, slots }) {
  return {
    pullRequest,
    isOpen,
    tagged,
    lease: await gatherLease(world.documents, pullRequest),
    states: keys.flatMap((key) => key.kind === "state" && key.pullRequest === pullRequest ? key.state : []),
    slots: slots.flatMap(({ slot, holder }) => holder?.pullRequest === pullRequest ? slot : []),
    lock: await lockOf2(world, pullRequest)
  };
}
async function lockOf2(world, pullRequest) {
  const facts = await gatherLock(world, pullRequest);
  if (facts.kind === "free") return "none";
  if (facts.kind === "unreadable") return "unreadable";
  return facts.holderIsActive ? "held" : "stale";
}
function previewOf(resource) {
  const { Service = "", Environment = "" } = resource.tags;
  const number = /^pr-(\d+)$/.exec(Service)?.[1] ?? /^pr-(\d+)$/.exec(Environment)?.[1];
  return number === void 0 || !isEvidence(resource) ? void 0 : Number(number);
}
function isEvidence({ arn }) {
  return !isLingering(arn) && decideAdoption(arn).kind !== "companion";
}
function count(numbers, wanted) {
  return numbers.filter((number) => number === wanted).length;
}

// src/actions/preview/reap.ts
var waitSeconds = 30;
async function reap(world) {
  const { progress, clock, settings, documents } = world;
  const { traces, slots } = await gatherAllTraces(world);
  const plan = decideReapings({ traces, slots, maximum: settings.maximum, now: clock.now() });
  progress.info(`${traces.length} previews, ${plan.reapings.length} to reap.`);
  const reaped = [];
  for (const [index, reaping] of plan.reapings.entries()) {
    const { pullRequest, why, kind } = reaping;
    const title = `${index + 1} of ${plan.reapings.length}: ${kind} #${pullRequest}, because ${why}`;
    const result = await progress.group(title, () => performReaping(world, reaping));
    reaped.push({ reaping, result });
  }
  for (const { slot, version } of plan.brokenSlots) await documents.remove(slotKey(slot), version);
  return { looked: traces.length, reaped, freedSlots: plan.brokenSlots.map(({ slot }) => slot), notes: plan.notes };
}
function hasFailed({ reaped }) {
  return reaped.some(({ result }) => result.kind === "failed" || result.kind === "destroyed" && result.leftovers.length > 0);
}
async function performReaping(world, { kind, pullRequest, why }) {
  if (kind === "tidy") return tidy(world, pullRequest);
  const isStillDue = async () => {
    const traces = { ...await gatherTraces(world, pullRequest), lock: "stale" };
    return decideReaping(traces, world.clock.now())?.kind === "destroy";
  };
  return destroy(world, { pullRequest, why, isStillDue, waitSeconds });
}
async function tidy(world, pullRequest) {
  try {
    const locked2 = await withLock(
      world,
      { pullRequest, reason: "tidy", waitSeconds },
      () => freeUnclaimedSlots(world, pullRequest)
    );
    return locked2.kind === "done" ? { kind: "tidied" } : locked2;
  } catch (error) {
    return { kind: "failed", failure: asFailure(error, world.signal) };
  }
}
async function freeUnclaimedSlots({ documents }, pullRequest) {
  const found = await gatherLease(documents, pullRequest);
  const claimed = found.kind === "valid" ? found.lease.slot : void 0;
  for (const { slot, holder, version } of await gatherSlots(documents)) {
    if (holder?.pullRequest === pullRequest && slot !== claimed) await documents.remove(slotKey(slot), version);
  }
}

// src/actions/preview/render-reap.ts
function renderReapReport({ looked, reaped, freedSlots, notes }) {
  const head = `Looked at ${looked} ${looked === 1 ? "preview" : "previews"}; ${reaped.length} had to be reaped.`;
  const table = reaped.length === 0 ? [] : ["", "| preview | because | result |", "|---|---|---|", ...reaped.map(row)];
  const slots = freedSlots.length === 0 ? [] : ["", `Freed slots that nobody can be told to have: ${freedSlots.join(", ")}.`];
  const others = notes.length === 0 ? [] : ["", ...notes.map((note) => `- ${note}`)];
  return ["## Previews", "", head, ...table, ...slots, ...others].join("\n");
}
function row({ reaping, result }) {
  return `| #${reaping.pullRequest} | ${escapeText(reaping.why)} | ${resultText(result)} |`;
}
function resultText(result) {
  switch (result.kind) {
    case "destroyed":
      return result.leftovers.length === 0 ? "destroyed" : `destroyed, but left: ${result.leftovers.map(inlineCode).join(", ")}`;
    case "tidied":
      return "tidied";
    case "not-due":
      return "left: it has changed meanwhile";
    case "locked":
      return `left: ${escapeText(ownerText(result.by.owner))} works on it (${escapeText(result.by.reason)})`;
    case "failed":
      return `**failed**: ${escapeText(result.failure.message)} ${escapeText(result.failure.next)}`;
    default:
      return result;
  }
}

// src/actions/preview/report.ts
function reportOf(outcome) {
  switch (outcome.mode) {
    case "deploy":
      return ofDeploy(outcome.result);
    case "destroy":
      return ofDestroy(outcome.result);
    case "extend":
      return ofExtend(outcome.result);
    case "status":
      return { outputs: { status: outcome.facts.lease.kind }, summary: renderStatus(outcome.facts) };
    case "reap": {
      const summary = renderReapReport(outcome.report);
      return { outputs: { status: "reaped" }, summary, ...hasFailed(outcome.report) && { failure: notAllReaped() } };
    }
    default:
      return outcome;
  }
}
function ofDeploy(result) {
  const { kind } = result;
  switch (kind) {
    case "live":
      return {
        outputs: { status: kind, url: result.url, "expires-at": result.expiresAt },
        summary: `Preview: ${result.url || "it is up"}`
      };
    case "queued":
      return { outputs: { status: kind }, summary: `The preview waits: ${result.live} of at most ${result.maximum} are up.` };
    case "superseded":
      return { outputs: { status: kind }, summary: `The commit \`${result.by}\` was pushed meanwhile; its own run deploys it.` };
    case "closed":
      return { outputs: { status: kind }, summary: "The pull request was closed meanwhile.", ...failureOf(result.destroyed) };
    case "held":
      return ofHeld(result);
    case "locked":
    case "failed":
      return ofTrouble(result);
    default:
      return result;
  }
}
function ofHeld({ environment, by, isCommanded }) {
  const failure2 = isCommanded ? { failure: obstacleFailure("deploy", environment, by) } : {};
  return { outputs: { status: "held" }, summary: `Nothing is deployed. ${renderObstacle(environment, by)}`, ...failure2 };
}
function ofDestroy(result) {
  const { kind } = result;
  switch (kind) {
    case "destroyed": {
      const summary = result.wasThere ? "The preview is destroyed." : "There was no preview.";
      return { outputs: { status: kind }, summary, ...failureOf(result) };
    }
    case "not-due":
      return { outputs: { status: kind }, summary: "The preview is wanted again, and stays." };
    case "locked":
    case "failed":
      return ofTrouble(result);
    default:
      return result;
  }
}
function ofExtend(result) {
  const { kind } = result;
  switch (kind) {
    case "extended": {
      const { expiresAt } = result.lease;
      const capped = result.isCapped ? ", which is the most there is" : "";
      return {
        outputs: { status: kind, "expires-at": expiresAt },
        summary: `The preview goes at ${instantText(expiresAt)}${capped}.`
      };
    }
    case "nothing":
      return { outputs: { status: kind }, summary: "There is no preview to extend." };
    case "locked":
    case "failed":
      return ofTrouble(result);
    default:
      return result;
  }
}
function ofTrouble(trouble) {
  const failed = trouble.kind === "failed" ? trouble.failure : locked(trouble.by);
  return { outputs: { status: trouble.kind }, summary: failed.message, failure: failed };
}
function failureOf(result) {
  if (result.kind === "destroyed") return result.leftovers.length > 0 ? { failure: leftOver(result.leftovers) } : {};
  const { failure: failed } = ofDestroy(result);
  return failed ? { failure: failed } : {};
}
function locked({ owner, reason }) {
  return failure({
    code: "preview/locked",
    what: `The preview is locked by ${ownerText(owner)} (${reason}).`,
    next: "Run this job again when that one has ended."
  });
}
function leftOver(arns) {
  return failure({
    code: "preview/leftovers",
    what: `${arns.length} resources carry the tags of the preview, and are of kinds that are not removed by themselves.`,
    next: "Look at them in the AWS console (Resource Groups, Tag Editor), and remove what is still there.",
    details: arns
  });
}
function notAllReaped() {
  return failure({
    code: "preview/not-all-reaped",
    what: "Not every preview that is due could be removed.",
    next: "Look at the run's summary: it names each one and why. The next run tries again."
  });
}

// src/actions/preview/deploy-layer.ts
var planFile = "preview.tfplan";
async function deployLayer(run, layerRun) {
  const { world, request } = run;
  const { layer } = layerRun;
  const stack = world.terraform.open(layerRun.request.folder);
  await journal(
    run,
    `init-${layer}`,
    () => stack.init({
      backendConfig: backendConfig(world.settings, request.pullRequest, layer),
      reconfigure: true,
      ...world.signal && { signal: world.signal }
    })
  );
  const hasChanges = await journal(run, `plan-${layer}`, () => planAsCommented(run, layerRun, stack));
  const standing = await journal(run, `check-before-${layer}`, () => gatherStanding(world, request));
  if (standing.kind !== "current") return standing;
  const apply = async () => {
    if (hasChanges) await stack.apply({ ...runOptions(run), planFile });
  };
  await journal(run, `apply-${layer}`, () => whileTelling(() => tellDeploying(run, layer), apply));
  return standing;
}
async function planAsCommented(run, { layer, request, expectedDigest }, stack) {
  const variables = variablesOf(run, layer, request.variables);
  const plan = () => stack.plan({ ...runOptions(run), variables, outFile: planFile });
  const { hasChanges } = await withFreeStateLock(run, layer, plan);
  if (expectedDigest !== void 0) {
    const digest = await run.request.digestOfPlan(await stack.showBytes(planFile), layer);
    if (digest !== expectedDigest) throw planChanged(run, layer);
  }
  return hasChanges;
}
function variablesOf({ slot }, layer, variables) {
  return layer === "service" && slot !== void 0 ? { ...variables, cache_slot: slot } : variables;
}
async function withFreeStateLock({ world, request }, state, body) {
  try {
    return await body();
  } catch (error) {
    const isFreed = isFailure(error) && await freeStateLock(world, { pullRequest: request.pullRequest, state, error });
    if (!isFreed) throw error;
    return body();
  }
}
function runOptions({ world }) {
  const { settings, progress, signal } = world;
  return {
    lockTimeoutSeconds: settings.stateLockTimeoutSeconds,
    onEvent: terraformLines(progress),
    ...settings.parallelism !== void 0 && { parallelism: settings.parallelism },
    ...signal && { signal }
  };
}
async function tellDeploying(run, layer) {
  const { world, request } = run;
  const step2 = `apply-${layer}`;
  await tell(world, request.pullRequest, {
    kind: "deploying",
    headSha: request.headSha,
    step: step2,
    position: positionOf(step2, request.shape, world.settings.layout),
    shape: shapeFactsOf(run),
    runUrl: world.run.url
  });
}
function planChanged({ request, slot, world }, layer) {
  const planned = request.shape === "shared" ? request.preferredSlot : void 0;
  const otherSlot = planned !== void 0 && planned !== slot;
  return failure({
    code: "preview/plan-changed",
    what: otherSlot ? `The plan of the ${layer} is not the one that was commented: slot ${planned} was taken meanwhile, and it is slot ${slot} now.` : `The plan of the ${layer} is not the one that was commented: something has changed since.`,
    next: "Run the plan again (push, or run its job again), look at what it would do now, and deploy that.",
    details: [`state: s3://${world.settings.bucket}/${stateKey(request.pullRequest, layer)}`]
  });
}

// src/actions/preview/held.ts
async function gatherObstacle(world, { actor }) {
  const { documents, settings, clock } = world;
  return decideObstacle(await gatherHold(documents, settings.naming.host), actor, clock.now());
}
async function settleHeld(world, request, { lease }, by) {
  const environment = world.settings.naming.host;
  const { headSha } = request;
  await tell(world, request.pullRequest, { kind: "held", headSha, environment, by, ...upBy(lease) });
  return { kind: "held", environment, by, isCommanded: request.actor !== void 0 };
}
function upBy(found) {
  if (found.kind !== "valid" || found.lease.status !== "live" || found.lease.url === void 0) return {};
  const { url, headSha } = found.lease;
  return { up: { url, headSha } };
}

// src/actions/preview/live-view.ts
function liveView({ settings, clock }, lease, url) {
  const { shape, reason, slot, headSha, expiresAt, cost } = lease;
  return {
    kind: "live",
    url,
    headSha,
    expiresAt,
    shape: { shape, reason, host: settings.naming.host, layout: settings.layout, ...slot !== void 0 && { slot } },
    now: clock.now(),
    ...cost !== void 0 && { cost }
  };
}

// src/actions/preview/settle-deploy.ts
async function settleFailure2(run, error) {
  const { world, request, lease } = run;
  const failure2 = asFailure(error, world.signal);
  const recorded = recordFailure(failure2, world.signal);
  const { step: step2 } = lease.current();
  world.progress.warning(`${failure2.message} ${failure2.next}`);
  await attempt(world, "write down that the deploy failed", () => lease.write({ status: "failed", failure: recorded }));
  const runUrl = world.run.url;
  await tellDeployment(world, lease.current().deploymentId, { state: "failure", description: describe(failure2), logUrl: runUrl });
  await tell(world, request.pullRequest, { kind: "failed", doing: "deploy", step: step2, failure: recorded, runUrl });
  return { kind: "failed", failure: failure2 };
}
async function settleSuperseded(run, by, isAnythingApplied) {
  const { world, request, lease, before } = run;
  const description = `Superseded by ${by.slice(0, 7)}`;
  await tellDeployment(world, lease.current().deploymentId, { state: "inactive", description, logUrl: world.run.url });
  if (isAnythingApplied) await lease.write({ status: "failed", failure: supersededFailure(by) });
  else if (before.lease.kind === "valid") await lease.rewrite(restored(before.lease.lease, lease.current()));
  else if (before.states.length === 0) {
    await releaseSlots(world.documents, request.pullRequest);
    await lease.remove();
  }
  return { kind: "superseded", by, isLive: false };
}
function restored(previous, { slot }) {
  return { ...previous, ...slot !== void 0 && { slot } };
}
function supersededFailure(by) {
  return {
    code: "preview/superseded",
    what: `Another commit, ${by.slice(0, 7)}, was pushed before all of this one was deployed.`,
    next: "Wait for the run of that commit, or push again."
  };
}
function describe({ message }) {
  return message.split("\n", 1)[0] ?? "";
}

// src/actions/preview/take-place.ts
async function takePlace({ documents, settings, clock }, request) {
  const { pullRequest } = request;
  if (request.shape === "isolated")
    return decideIsolatedPlace(await gatherLeases(documents), pullRequest, settings.maximumIsolated);
  const { maximum } = settings;
  const decision = await takeSlot(documents, { pullRequest, maximum, preferred: request.preferredSlot, now: clock.now() });
  return decision.kind === "full" ? { ...decision, maximum } : { kind: "place", slot: decision.slot };
}
function decideIsolatedPlace(leases, pullRequest, maximum) {
  const holders = leases.filter((lease) => lease.shape === "isolated" && lease.status !== "queued" && lease.pullRequest !== pullRequest).map((lease) => lease.pullRequest);
  return holders.length < maximum ? { kind: "place" } : { kind: "full", live: holders.length, maximum, holders };
}
async function gatherLeases(documents) {
  const leases = [];
  for (const key of await documents.list(previewsPrefix)) {
    const known = parseKey(key);
    if (known?.kind !== "lease") continue;
    const found = await gatherLease(documents, known.pullRequest);
    if (found.kind === "valid") leases.push(found.lease);
  }
  return leases;
}

// src/actions/preview/deploy.ts
async function deploy(world, request) {
  const { pullRequest } = request;
  try {
    const reason = `deploy of ${request.headSha.slice(0, 7)}`;
    const locked2 = await withLock(world, { pullRequest, reason }, () => deployLocked(world, request));
    if (locked2.kind === "done") return locked2.value;
    const { by } = locked2;
    await tell(world, pullRequest, { kind: "locked", doing: reason, by: ownerText(by.owner), reason: by.reason });
    return locked2;
  } catch (error) {
    const failure2 = asFailure(error, world.signal);
    const { message: what, next, code } = failure2;
    await tell(world, pullRequest, {
      kind: "failed",
      doing: "deploy",
      step: "lock",
      failure: { code, what, next },
      runUrl: world.run.url
    });
    return { kind: "failed", failure: failure2 };
  }
}
async function deployLocked(world, request) {
  refuseIfCancelled(world.signal);
  const standing = await walk(world.progress, "check-open", () => gatherStanding(world, request));
  if (standing.kind === "closed") return destroyClosed(world, request);
  if (standing.kind === "superseded") return { kind: "superseded", by: standing.by, isLive: false };
  const before = await gatherBefore(world, request.pullRequest);
  const obstacle = await walk(world.progress, "check-hold", () => gatherObstacle(world, request));
  if (obstacle) return settleHeld(world, request, before, obstacle);
  const place = await walk(world.progress, "slot", () => takePlace(world, request));
  if (place.kind === "full") return queue(world, request, before, place);
  const slot = place.slot === void 0 ? {} : { slot: place.slot };
  const lease = await walk(world.progress, "lease", () => {
    const { documents, clock } = world;
    return openLease({ documents, lease: newLease(world, request, before, slot), found: before.lease, now: () => clock.now() });
  });
  const run = { world, request, before, lease, ...slot };
  try {
    return await bringUp(run);
  } catch (error) {
    return settleFailure2(run, error);
  }
}
async function bringUp(run) {
  const { world, request } = run;
  await journal(run, "deployment", () => startDeployment(run));
  await journal(run, "strays", () => deployStrays(run));
  let isAnythingApplied = false;
  for (const layerRun of layersOf(request)) {
    const standing2 = await deployLayer(run, layerRun);
    if (standing2.kind === "closed") return destroyClosed(world, request);
    if (standing2.kind === "superseded") return settleSuperseded(run, standing2.by, isAnythingApplied);
    isAnythingApplied = true;
  }
  const standing = await journal(run, "check-after", () => gatherStanding(world, request));
  if (standing.kind === "closed") return destroyClosed(world, request);
  await journal(run, "retire", () => retire(run));
  await journal(run, "live", () => run.lease.write({ status: "live", url: request.url }));
  await journal(run, "announce", () => announce(run, standing));
  if (standing.kind === "superseded") return { kind: "superseded", by: standing.by, isLive: true };
  const { expiresAt } = run.lease.current();
  return { kind: "live", url: request.url, expiresAt, ...run.slot !== void 0 && { slot: run.slot } };
}
function layersOf(request) {
  const { expectedDigest } = request;
  if (request.shape === "shared") return [{ layer: "service", request: request.service, expectedDigest }];
  return [
    { layer: "platform", request: request.platform, expectedDigest },
    ...request.service ? [{ layer: "service", request: request.service }] : []
  ];
}
async function destroyClosed(world, { pullRequest }) {
  world.progress.info("The pull request is closed: its preview is destroyed.");
  return { kind: "closed", destroyed: await destroyLocked(world, { pullRequest, why: "the pull request was closed" }) };
}
function newLease(world, request, before, slot) {
  const now = world.clock.now();
  const previous = before.lease.kind === "valid" ? before.lease.lease : void 0;
  const unswept = shapesByName(before);
  const renewed = addSeconds(now, world.settings.lifetimeSeconds);
  const { runId, attempt: number } = world.run;
  return {
    pullRequest: request.pullRequest,
    headSha: request.headSha,
    shape: request.shape,
    reason: request.reason,
    ...slot,
    image: request.image,
    cost: costText(estimateCost(request.quantities, world.settings.region)),
    digest: request.expectedDigest,
    status: "deploying",
    step: "lease",
    ...unswept.length > 0 && { unswept },
    run: { runId, attempt: number },
    createdAt: previous?.createdAt ?? now.toISOString(),
    updatedAt: now.toISOString(),
    // Somebody may have asked for more already; both are instants in UTC, and compare as texts.
    expiresAt: previous && previous.expiresAt > renewed ? previous.expiresAt : renewed
  };
}
async function queue(world, request, before, { live, maximum, holders }) {
  const { documents, clock } = world;
  const { pullRequest, shape } = request;
  if (before.states.length === 0) {
    const lease = { ...newLease(world, request, before, {}), status: "queued", step: "slot" };
    await openLease({ documents, lease, found: before.lease, now: () => clock.now() });
  }
  await tell(world, pullRequest, { kind: "queued", shape, live, maximum, holders });
  return { kind: "queued", shape, live, maximum };
}
async function startDeployment({ world, request, lease }) {
  const { pullRequest, headSha, shape } = request;
  const description = `Preview of #${pullRequest}, ${shape}`;
  const environment = environmentOf(pullRequest);
  const id = await attempt(
    world,
    "create the deployment",
    () => world.deployments.create({ environment, sha: headSha, description })
  );
  if (id === void 0) return;
  await lease.write({ deploymentId: id });
  await tellDeployment(world, id, { state: "in_progress", description, logUrl: world.run.url });
}
async function retire({ world, request, before }) {
  if (request.shape === "isolated") await releaseSlots(world.documents, request.pullRequest);
  else if (before.states.includes("platform")) await performDestroyState(world, request.pullRequest, "platform");
}
async function announce(run, standing) {
  const { world, request, lease } = run;
  const { deploymentId } = lease.current();
  const { url, headSha, pullRequest } = request;
  const description = `${headSha.slice(0, 7)} is up`;
  await tellDeployment(world, deploymentId, {
    state: "success",
    description,
    logUrl: world.run.url,
    ...url !== "" && { environmentUrl: url }
  });
  const supersededBy = standing.kind === "superseded" ? { supersededBy: standing.by } : {};
  await tell(world, pullRequest, { ...liveView(world, lease.current(), url), ...supersededBy });
}

// src/actions/preview/extend.ts
var waitSeconds2 = 60;
async function extend(world, { pullRequest, seconds }) {
  try {
    const locked2 = await withLock(
      world,
      { pullRequest, reason: "extend", waitSeconds: waitSeconds2 },
      () => extendLocked(world, pullRequest, seconds)
    );
    return locked2.kind === "done" ? locked2.value : locked2;
  } catch (error) {
    return { kind: "failed", failure: asFailure(error, world.signal) };
  }
}
async function extendLocked(world, pullRequest, seconds) {
  const { documents, clock, settings } = world;
  const found = await gatherLease(documents, pullRequest);
  if (found.kind === "none") return { kind: "nothing" };
  if (found.kind === "corrupt") throw corrupt(pullRequest, found.problems);
  const { expiresAt, isCapped } = decideExpiry(found.lease, seconds, clock.now(), settings.maximumLifetimeSeconds);
  const lease = { ...found.lease, expiresAt };
  await openLease({ documents, lease, found, now: () => clock.now() });
  if (lease.status === "live" && lease.url !== void 0) await tell(world, pullRequest, liveView(world, lease, lease.url));
  return { kind: "extended", lease, isCapped };
}
function decideExpiry(lease, seconds, now, maximumSeconds) {
  const present = new Date(Math.max(Date.parse(lease.expiresAt), now.getTime()));
  const wanted = addSeconds(present, seconds);
  const latest = addSeconds(now, maximumSeconds);
  if (wanted <= latest) return { expiresAt: wanted, isCapped: false };
  return { expiresAt: latest > lease.expiresAt ? latest : lease.expiresAt, isCapped: true };
}
function corrupt(pullRequest, problems) {
  return failure({
    code: "preview/lease-corrupt",
    what: `The lease of the preview of #${pullRequest} cannot be read.`,
    next: "Deploy the preview again, or destroy it: both do without the lease.",
    details: problems
  });
}

// src/actions/preview/run.ts
async function runPreview(world, command) {
  switch (command.mode) {
    case "deploy":
      return { mode: "deploy", result: await deploy(world, command.request) };
    case "destroy":
      return { mode: "destroy", result: await destroy(world, command.request) };
    case "extend":
      return { mode: "extend", result: await extend(world, command.request) };
    case "status":
      return { mode: "status", facts: await gatherStatus(world, command.pullRequest) };
    case "reap":
      return { mode: "reap", report: await reap(world) };
    default:
      return command;
  }
}

// src/actions/preview/main.ts
await runAction(previewContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const { event, run, runUrl } = context;
  const pullRequest = inputs["pull-request"] ?? event.pullRequest?.number;
  const folder = resolve(inputs.directory);
  const isDeploy = inputs.mode === "deploy" && pullRequest !== void 0;
  const { environment, region } = inputs;
  const config = await readStacksConfig(inputs.config);
  requireDomain(config, inputs.domain);
  const stacks = isDeploy ? passGate(await readStackFolder(folder, synthLimits), { pullRequest, environment, region, config }) : /* @__PURE__ */ new Map();
  const command = commandOf({
    inputs,
    pullRequest,
    headSha: inputs["head-sha"] ?? event.pullRequest?.headSha,
    why: event.action === "closed" ? "the pull request was closed" : "somebody asked for it",
    folder,
    stacks,
    layout: config.layout
  });
  const gitHub = gitHubInJob(inputs, context, progress);
  const line = openProgressLine({ ...gitHub, clock: systemClock, progress, runUrl }, inputs.command);
  const ports = {
    ...gitHub,
    ...await cloudInJob(inputs, env),
    clock: systemClock,
    progress: tellingSteps(progress, line.tell),
    signal
  };
  const once = inputs.mode === "status" ? void 0 : inputs.command;
  try {
    await performCommand({ ...ports, run }, once, async () => {
      const report2 = reportOf(await runPreview(worldOf(ports, inputs, config, { ...run, url: runUrl }), command));
      const outputs = { ...report2.outputs, message: report2.summary };
      for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
      await addSummary(report2.summary);
      if (report2.failure) throw report2.failure;
    });
  } finally {
    await line.end();
  }
});
