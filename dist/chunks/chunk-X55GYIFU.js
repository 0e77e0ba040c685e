import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  instantOf,
  isNotOffered,
  openSignedJson,
  pagesOf
} from "./chunk-V3KIH4LE.js";
import {
  everyPage
} from "./chunk-2TWVQLQY.js";
import {
  experimentStatuses,
  hasEnded
} from "./chunk-NBLDYUCQ.js";
import {
  asking,
  askingFor
} from "./chunk-TDX7Z4V6.js";
import {
  statusOf
} from "./chunk-XSWGJYED.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/adapters/aws/experiment-answers.ts
function statusIn({ status = "" }) {
  return experimentStatuses.find((known) => known === status) ?? "running";
}
function actionStatusIn(state) {
  return state.status === "skipped" ? "skipped" : statusIn(state);
}
function experimentOf(json = {}) {
  const { id, state = {}, startTime, endTime } = json;
  if (!id) throw new Error("FIS told of an experiment without an id");
  return {
    id,
    templateId: json.experimentTemplateId ?? "",
    status: statusIn(state),
    reason: state.reason ?? "",
    createdAt: instantOf(json.creationTime),
    ...startTime !== void 0 && { startedAt: instantOf(startTime) },
    ...endTime !== void 0 && { endedAt: instantOf(endTime) },
    actions: Object.entries(json.actions ?? {}).map(([name, action]) => actionOf(name, action)),
    tags: json.tags ?? {}
  };
}
function actionOf(name, { actionId = "", state = {}, startTime, endTime }) {
  return {
    name,
    actionId,
    status: actionStatusIn(state),
    ...state.reason !== void 0 && { reason: state.reason },
    ...startTime !== void 0 && { startedAt: instantOf(startTime) },
    ...endTime !== void 0 && { endedAt: instantOf(endTime) }
  };
}
function templateOf(json = {}) {
  const { targets = {}, actions = {}, stopConditions = [] } = json;
  return {
    id: json.id ?? "",
    arn: json.arn ?? "",
    description: json.description ?? "",
    tags: json.tags ?? {},
    lastUpdatedAt: instantOf(json.lastUpdateTime),
    stopAlarmArns: stopConditions.flatMap(({ source, value }) => source === "aws:cloudwatch:alarm" && value ? [value] : []),
    targets: mapped(targets, ({ resourceType = "" }) => ({ resourceType })),
    actions: mapped(actions, ({ actionId = "" }) => ({ actionId }))
  };
}
function resolvedTargetOf(json) {
  return { target: json.targetName ?? "", resourceType: json.resourceType ?? "", facts: json.targetInformation ?? {} };
}
function leverStateOf(answer) {
  const status = answer?.safetyLever?.state?.status;
  if (status === "engaged" || status === "engaging") return "engaged";
  return status === "disengaged" ? "disengaged" : "unknown";
}
function mapped(record, convert) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, convert(value)]));
}

// src/adapters/aws/experiments.ts
var lever = "/safetyLevers/default";
var isGone = (error) => statusOf(error) === 404;
var isConflict = (error) => [400, 404, 409].includes(statusOf(error) ?? 0);
function openExperiments(config) {
  const ask = openSignedJson({ ...config, service: "fis" });
  return {
    templates: (tags) => readTemplates(ask, tags),
    start: (request) => start(ask, request),
    get: (id) => read(ask, id),
    stop: (id) => stop(ask, id),
    active: () => readActive(ask),
    resolvedTargets: (id) => {
      const attempt = { what: `read the targets of ${id}`, permission: "fis:ListExperimentResolvedTargets" };
      const request = {
        call: "ListExperimentResolvedTargets",
        method: "GET",
        path: `${pathOf(id)}/resolvedTargets`,
        query: { maxResults: "100" }
      };
      return askingFor(attempt, isNotOffered, () => {
        return everyPage(
          pagesOf(ask, request),
          ({ resolvedTargets = [] }) => resolvedTargets.map(resolvedTargetOf)
        );
      });
    },
    safetyLever: () => readLever(ask),
    engageSafetyLever: (reason) => setLever(ask, "engaged", reason),
    disengageSafetyLever: (reason) => setLever(ask, "disengaged", reason)
  };
}
var pathOf = (id) => `/experiments/${encodeURIComponent(id)}`;
async function readTemplates(ask, tags) {
  const listing = { what: "list experiment templates", permission: "fis:ListExperimentTemplates" };
  const request = {
    call: "ListExperimentTemplates",
    method: "GET",
    path: "/experimentTemplates",
    query: { maxResults: "100" }
  };
  const all = await asking(listing, () => {
    return everyPage(pagesOf(ask, request), ({ experimentTemplates }) => experimentTemplates);
  });
  const wanted = all.filter((one) => Object.entries(tags).every(([key, value]) => one.tags?.[key] === value));
  const reading = { what: "read an experiment template", permission: "fis:GetExperimentTemplate" };
  const found = await Promise.all(
    wanted.map(
      ({ id = "" }) => askingFor(reading, isGone, async () => {
        const answer = await ask({
          call: "GetExperimentTemplate",
          method: "GET",
          path: `/experimentTemplates/${encodeURIComponent(id)}`
        });
        return templateOf(answer.experimentTemplate);
      })
    )
  );
  return found.filter((template) => template !== void 0);
}
async function start(ask, { templateId, clientToken, isPreview, tags }) {
  const attempt = { what: `start an experiment of ${templateId}`, permission: "fis:StartExperiment and fis:TagResource" };
  const options = isPreview ? { experimentOptions: { actionsMode: "skip-all" } } : {};
  const body = { clientToken, experimentTemplateId: templateId, tags, ...options };
  return asking(attempt, async () => {
    const { experiment } = await ask({
      call: "StartExperiment",
      method: "POST",
      path: "/experiments",
      body
    });
    const started = experimentOf(experiment);
    if (!isPreview || experiment?.experimentOptions?.actionsMode === "skip-all") return started;
    await stop(ask, started.id);
    throw noPreview(started.id);
  });
}
async function read(ask, id) {
  const attempt = { what: `read the experiment ${id}`, permission: "fis:GetExperiment" };
  return askingFor(attempt, isGone, async () => {
    const { experiment } = await ask({ call: "GetExperiment", method: "GET", path: pathOf(id) });
    return experimentOf(experiment);
  });
}
async function readLever(ask) {
  const attempt = { what: "read the safety lever", permission: "fis:GetSafetyLever" };
  const answer = await askingFor(attempt, isNotOffered, () => ask({ call: "GetSafetyLever", method: "GET", path: lever }));
  return leverStateOf(answer);
}
async function setLever(ask, status, reason) {
  const words = status === "engaged" ? "engage" : "disengage";
  const attempt = { what: `${words} the safety lever`, permission: "fis:UpdateSafetyLeverState" };
  const body = { state: { status, reason } };
  await asking(attempt, async () => {
    try {
      await ask({ call: "UpdateSafetyLeverState", method: "PATCH", path: `${lever}/state`, body });
    } catch (error) {
      if (!isConflict(error) || await readLever(ask) !== status) throw error;
    }
  });
}
async function stop(ask, id) {
  const attempt = { what: `stop the experiment ${id}`, permission: "fis:StopExperiment" };
  await asking(attempt, async () => {
    try {
      await ask({ call: "StopExperiment", method: "DELETE", path: pathOf(id) });
    } catch (error) {
      if (!isConflict(error)) throw error;
      const experiment = await read(ask, id);
      if (experiment && experiment.status !== "stopping" && !hasEnded(experiment)) throw error;
    }
  });
}
async function readActive(ask) {
  const attempt = { what: "list experiments", permission: "fis:ListExperiments" };
  const request = { call: "ListExperiments", method: "GET", path: "/experiments", query: { maxResults: "100" } };
  const all = await asking(attempt, () => {
    return everyPage(pagesOf(ask, request), ({ experiments = [] }) => experiments.map(experimentOf));
  });
  const found = await Promise.all(all.filter((one) => !hasEnded(one)).map(({ id }) => read(ask, id)));
  return found.flatMap((one) => one && !hasEnded(one) ? [one] : []);
}
function noPreview(id) {
  return failure({
    code: "fis/no-preview",
    what: `The experiment ${id} was to be a preview, and was none: AWS did not take actionsMode skip-all. It was stopped at once.`,
    next: "Look at what it has done until then; plan without a preview where this region does not offer one."
  });
}

export {
  openExperiments
};
