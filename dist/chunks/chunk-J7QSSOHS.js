import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  DescribeServiceRevisions$,
  DescribeServicesCommand,
  DescribeTaskDefinition$,
  DescribeTasksCommand,
  ECSClient,
  ListServiceDeployments$,
  StopServiceDeployment$,
  StopTask$,
  UpdateService$,
  _ep0,
  _mw0,
  command,
  paginateListTasks
} from "./chunk-7OQTKSXI.js";
import {
  everyPage,
  inBatches
} from "./chunk-2TWVQLQY.js";
import {
  asking,
  askingFor
} from "./chunk-TDX7Z4V6.js";
import {
  guarded
} from "./chunk-XVITBZA2.js";
import {
  nameOf,
  persistent
} from "./chunk-XSWGJYED.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeServiceRevisionsCommand.js
var DescribeServiceRevisionsCommand = class extends command(_ep0, _mw0, "DescribeServiceRevisions", DescribeServiceRevisions$) {
};

// node_modules/@aws-sdk/client-ecs/dist-es/commands/DescribeTaskDefinitionCommand.js
var DescribeTaskDefinitionCommand = class extends command(_ep0, _mw0, "DescribeTaskDefinition", DescribeTaskDefinition$) {
};

// node_modules/@aws-sdk/client-ecs/dist-es/commands/ListServiceDeploymentsCommand.js
var ListServiceDeploymentsCommand = class extends command(_ep0, _mw0, "ListServiceDeployments", ListServiceDeployments$) {
};

// node_modules/@aws-sdk/client-ecs/dist-es/commands/StopServiceDeploymentCommand.js
var StopServiceDeploymentCommand = class extends command(_ep0, _mw0, "StopServiceDeployment", StopServiceDeployment$) {
};

// node_modules/@aws-sdk/client-ecs/dist-es/commands/StopTaskCommand.js
var StopTaskCommand = class extends command(_ep0, _mw0, "StopTask", StopTask$) {
};

// node_modules/@aws-sdk/client-ecs/dist-es/commands/UpdateServiceCommand.js
var UpdateServiceCommand = class extends command(_ep0, _mw0, "UpdateService", UpdateService$) {
};

// src/adapters/aws/service-changes.ts
async function scale(client, { cluster, service }, desiredCount) {
  const attempt = { what: `scale ${service} to ${desiredCount}`, permission: "ecs:UpdateService" };
  await asking(attempt, () => client.send(new UpdateServiceCommand({ cluster, service, desiredCount })));
}
async function readSubnets(client, identity) {
  return (await readNetwork(client, identity))?.subnets ?? [];
}
async function moveTo(client, identity, subnets) {
  const { cluster, service } = identity;
  const network = await readNetwork(client, identity);
  if (!network) throw withoutNetwork(service);
  const networkConfiguration = { awsvpcConfiguration: { ...network, subnets: [...subnets] } };
  const attempt = { what: `move ${service} to ${subnets.join(", ")}`, permission: "ecs:UpdateService" };
  await asking(attempt, () => client.send(new UpdateServiceCommand({ cluster, service, networkConfiguration })));
}
async function stopTask(client, cluster, task, reason) {
  const attempt = { what: `stop the task ${task}`, permission: "ecs:StopTask" };
  await askingFor(attempt, isNoTask, () => client.send(new StopTaskCommand({ cluster, task, reason })));
}
async function readNetwork(client, { cluster, service }) {
  const attempt = { what: `read the subnets of ${service}`, permission: "ecs:DescribeServices" };
  const answer = await asking(attempt, () => client.send(new DescribeServicesCommand({ cluster, services: [service] })));
  return answer.services?.[0]?.networkConfiguration?.awsvpcConfiguration;
}
function withoutNetwork(service) {
  return failure({
    code: "services/no-subnets",
    what: `${service} has no subnets of its own.`,
    next: "Give its task definition the network mode awsvpc, as Fargate needs it."
  });
}
var isNoTask = (error) => nameOf(error) === "InvalidParameterException" && /task was not found/.test(error.message);

// src/ports/services.ts
var rolloutStatuses = [
  "PENDING",
  "IN_PROGRESS",
  "SUCCESSFUL",
  "STOP_REQUESTED",
  "STOPPED",
  "ROLLBACK_REQUESTED",
  "ROLLBACK_IN_PROGRESS",
  "ROLLBACK_SUCCESSFUL",
  "ROLLBACK_FAILED"
];

// src/adapters/aws/service-rollouts.ts
var mostRollouts = 20;
async function readRollouts(client, identity) {
  const { service } = identity;
  const listing = { what: `list the deployments of ${service}`, permission: "ecs:ListServiceDeployments" };
  const found = await askingFor(
    listing,
    isGone,
    () => everyPage(pagesOf(client, identity), ({ serviceDeployments }) => serviceDeployments)
  );
  const latest = [...found ?? []].sort((one, other) => createdMs(other) - createdMs(one)).slice(0, mostRollouts);
  const taskDefinitions = await readTaskDefinitions(client, service, latest);
  return latest.map((one) => ({
    arn: one.serviceDeploymentArn ?? "",
    // What is not known yet has not ended.
    status: rolloutStatuses.find((status) => status === one.status) ?? "IN_PROGRESS",
    reason: one.statusReason ?? "",
    taskDefinition: taskDefinitions.get(one.targetServiceRevisionArn ?? "") ?? "",
    createdAt: new Date(createdMs(one)).toISOString()
  }));
}
async function turnBack(client, serviceDeploymentArn) {
  const attempt = { what: `turn back ${serviceDeploymentArn}`, permission: "ecs:StopServiceDeployment" };
  const request = new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: "ROLLBACK" });
  await askingFor(attempt, isOver, () => client.send(request));
}
var createdMs = ({ createdAt }) => createdAt?.getTime() ?? 0;
var isGone = (error) => ["ServiceNotFoundException", "ClusterNotFoundException"].includes(nameOf(error));
var isOver = (error) => nameOf(error) === "ConflictException";
async function* pagesOf(client, { cluster, service }) {
  let nextToken;
  do {
    const page = await client.send(new ListServiceDeploymentsCommand({ cluster, service, ...nextToken && { nextToken } }));
    yield page;
    nextToken = page.nextToken;
  } while (nextToken);
}
async function readTaskDefinitions(client, service, rollouts) {
  const serviceRevisionArns = [...new Set(rollouts.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []))];
  if (serviceRevisionArns.length === 0) return /* @__PURE__ */ new Map();
  const attempt = { what: `read the revisions of ${service}`, permission: "ecs:DescribeServiceRevisions" };
  const answer = await asking(attempt, () => client.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns })));
  const revisions = answer.serviceRevisions ?? [];
  return new Map(revisions.map(({ serviceRevisionArn = "", taskDefinition = "" }) => [serviceRevisionArn, taskDefinition]));
}

// src/adapters/aws/services.ts
var mostTasksOfCall = 100;
function openServices(config) {
  const client = guarded(new ECSClient({ ...config, ...persistent }), "ecs", config);
  return {
    describe: async ({ cluster, service }) => {
      const attempt = { what: `read the service ${service}`, permission: "ecs:DescribeServices" };
      const request = new DescribeServicesCommand({ cluster, services: [service] });
      const found = await askingFor(attempt, isGone2, () => client.send(request));
      const [described] = found?.services ?? [];
      return described && described.status !== "INACTIVE" ? stateOf(described) : void 0;
    },
    tasks: (identity) => readTasks(client, identity),
    images: (taskDefinition) => {
      const attempt = { what: `read the task definition ${taskDefinition}`, permission: "ecs:DescribeTaskDefinition" };
      return asking(attempt, async () => {
        const answer = await client.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
        const containers = answer.taskDefinition?.containerDefinitions ?? [];
        return Object.fromEntries(containers.map(({ name = "", image = "" }) => [name, image]));
      });
    },
    deploy: ({ cluster, service }, taskDefinition) => {
      const attempt = { what: `bring ${service} to ${taskDefinition}`, permission: "ecs:UpdateService and iam:PassRole" };
      return asking(attempt, async () => {
        const request = new UpdateServiceCommand({ cluster, service, taskDefinition, forceNewDeployment: true });
        const answer = await client.send(request);
        const primary = answer.service?.deployments?.find(({ status }) => status === "PRIMARY");
        if (!primary?.id) throw new Error("ECS told of no primary deployment");
        return primary.id;
      });
    },
    rollouts: (identity) => readRollouts(client, identity),
    turnBack: (rollout) => turnBack(client, rollout),
    isUsable: async (taskDefinition) => {
      const attempt = { what: `read the task definition ${taskDefinition}`, permission: "ecs:DescribeTaskDefinition" };
      const request = new DescribeTaskDefinitionCommand({ taskDefinition });
      const found = await askingFor(attempt, isNoDefinition, () => client.send(request));
      return found?.taskDefinition?.status === "ACTIVE";
    },
    scale: (identity, desired) => scale(client, identity, desired),
    subnets: (identity) => readSubnets(client, identity),
    moveTo: (identity, subnets) => moveTo(client, identity, subnets),
    stopTask: ({ cluster }, task, reason) => stopTask(client, cluster, task, reason)
  };
}
var isGone2 = (error) => ["ServiceNotFoundException", "ClusterNotFoundException"].includes(nameOf(error));
var isNoDefinition = (error) => nameOf(error) === "ClientException" && /Unable to describe task definition/.test(error.message);
function stateOf(service) {
  const deployments = (service.deployments ?? []).map(deploymentOf);
  return {
    taskDefinition: service.taskDefinition ?? "",
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    pending: service.pendingCount ?? 0,
    deployments: deployments.sort((one, other) => rank(one) - rank(other))
  };
}
var rank = ({ status }) => ["PRIMARY", "ACTIVE", "INACTIVE"].indexOf(status);
function deploymentOf(deployment) {
  return {
    id: deployment.id ?? "",
    status: deployment.status ?? "INACTIVE",
    // Nobody may take for done what ECS does not call so.
    rollout: deployment.rolloutState ?? "IN_PROGRESS",
    reason: deployment.rolloutStateReason ?? "",
    taskDefinition: deployment.taskDefinition ?? "",
    desired: deployment.desiredCount ?? 0,
    running: deployment.runningCount ?? 0,
    failed: deployment.failedTasks ?? 0,
    createdAt: (deployment.createdAt ?? /* @__PURE__ */ new Date(0)).toISOString()
  };
}
async function readTasks(client, { cluster, service }) {
  const listing = { what: `list the tasks of ${service}`, permission: "ecs:ListTasks" };
  const arns = await askingFor(listing, isGone2, () => {
    const pages = paginateListTasks({ client }, { cluster, serviceName: service, desiredStatus: "RUNNING" });
    return everyPage(pages, ({ taskArns }) => taskArns);
  });
  const reading = { what: `read the tasks of ${service}`, permission: "ecs:DescribeTasks" };
  const batches = inBatches(arns ?? [], mostTasksOfCall).map(
    (batch) => asking(reading, () => client.send(new DescribeTasksCommand({ cluster, tasks: [...batch] })))
  );
  return (await Promise.all(batches)).flatMap(
    ({ tasks = [] }) => tasks.map((task) => ({
      arn: task.taskArn ?? "",
      zone: task.availabilityZone ?? "",
      status: task.lastStatus ?? "",
      taskDefinition: task.taskDefinitionArn ?? "",
      startedBy: task.startedBy ?? ""
    }))
  );
}

export {
  openServices
};
