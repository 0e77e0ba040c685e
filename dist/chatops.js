import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readIfThere
} from "./chunks/chunk-4K63F6NI.js";
import {
  failure
} from "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/chatops/main.ts
import { readFile } from "node:fs/promises";

// src/actions/chatops/event.ts
function readCommentEvent(name, payload) {
  if (name !== "issue_comment") return ignored(`the event is ${name || "none"}`);
  const { action, issue, comment } = objectOf(payload);
  if (action !== "created") return ignored("only a new comment is a command: an edited one may be another than people saw");
  const { number, locked } = objectOf(issue);
  if (!isId(number)) return ignored("it is on no issue or pull request");
  if (locked === true) return ignored("the conversation is locked");
  const { id, body, created_at: createdAt, html_url: url, user, performed_via_github_app: app } = objectOf(comment);
  const { login, type } = objectOf(user);
  if (type !== "User" || app !== null && app !== void 0) return ignored("a program wrote it");
  if (typeof body !== "string" || !startsALineWithASlash(body)) return ignored("it holds no command");
  if (!isId(id) || typeof login !== "string" || typeof createdAt !== "string" || typeof url !== "string") {
    return ignored("it is not what GitHub sends");
  }
  return {
    kind: "comment",
    comment: { id, body, author: login, createdAt, url, issue: number, place: placeOf(objectOf(issue)) }
  };
}
function placeOf({ pull_request: pull, state, user, labels }) {
  if (typeof pull === "object" && pull !== null) return { kind: "pull-request" };
  const { login } = objectOf(user);
  const names = Array.isArray(labels) ? labels.map((label) => objectOf(label).name) : [];
  return {
    kind: "issue",
    isClosed: state !== "open",
    openedBy: typeof login === "string" ? login : "",
    labels: names.filter((name) => typeof name === "string")
  };
}
function startsALineWithASlash(body) {
  return /(?:^|[\r\n])\//.test(body);
}
function ignored(because) {
  return { kind: "ignored", because };
}
function isId(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}
function objectOf(value) {
  return typeof value === "object" && value !== null ? value : {};
}

// src/actions/chatops/main.ts
var { env } = process;
var isGate = (env.INPUT_MODE || "gate") === "gate";
var reading = isGate ? readCommentEvent(env.GITHUB_EVENT_NAME ?? "", await readPayload()) : void 0;
if (reading?.kind === "ignored") process.stdout.write(`Nothing to do: ${reading.because}.
`);
else {
  const { runAction } = await import("./chunks/run-action-SJA3D6O6.js");
  const { chatopsContract } = await import("./chunks/contract-QIZZGFU6.js");
  await runAction(chatopsContract, (run) => perform(run, reading?.comment));
}
async function readPayload() {
  try {
    return JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? "", "utf8"));
  } catch {
    return void 0;
  }
}
async function perform(run, comment) {
  const { inputs } = run;
  switch (inputs.mode) {
    case "gate":
      return comment && passGate(run, comment);
    case "report":
      return report(run, need(inputs.command, "command"), need(inputs.jobs, "jobs"));
    case "cancel":
      return cancel(run, need(inputs.command, "command"));
    default:
      return inputs.mode;
  }
}
async function passGate(run, comment) {
  const { inputs, context, progress } = run;
  const { commands } = await import("./chunks/commands-OO6B733L.js");
  const { runbooks } = await import("./chunks/runbooks-E22R6EHW.js");
  const { configPath } = await import("./chunks/config-file-PDY2H2FZ.js");
  const { passComment } = await import("./chunks/gate-QDQ5YNJZ.js");
  const { renderGateSummary } = await import("./chunks/summary-MDO7D2TG.js");
  const gitHub = await openGitHub(run);
  const path = inputs.config;
  const world = {
    ...gitHub,
    progress,
    commands,
    runbooks,
    settings: {
      organization: context.repository.owner,
      workflowFile: inputs.workflow,
      environment: inputs.environment,
      author: inputs["comment-author"],
      absentJobs: inputs["absent-jobs"].split(" "),
      isFirstAttempt: context.run.attempt === 1
    },
    readConfig: async () => path === void 0 ? gitHub.repositoryFiles.read(configPath) : readIfThere(path)
  };
  const outcome = await passComment(world, comment);
  run.setOutput("commands", JSON.stringify(outcome.kind === "accepted" ? outcome.legs : []));
  const summary = renderGateSummary(comment, outcome);
  if (summary !== "") await run.addSummary(summary);
}
async function report(run, command, jobs) {
  const { parseLeg } = await import("./chunks/legs-LULUTCB2.js");
  const { decideEnd, parseJobs, renderAudit, reportCommand } = await import("./chunks/report-TGD5ZIUP.js");
  const leg = parseLeg(command);
  const end = decideEnd(parseJobs(jobs), leg.job);
  run.setOutput("result", end.result);
  await run.addSummary(renderAudit(leg, end));
  await reportCommand({ ...await openGitHub(run), runUrl: run.context.runUrl }, leg, end);
}
async function cancel(run, command) {
  const { parseLeg } = await import("./chunks/legs-LULUTCB2.js");
  const { cancelRuns } = await import("./chunks/cancel-NF4FWPNM.js");
  const { pullRequest, text } = parseLeg(command);
  if (pullRequest === void 0) throw new Error(`the gate let ${text} pass where there is no pull request`);
  run.setOutput("message", await cancelRuns(await openGitHub(run), pullRequest));
}
async function openGitHub({ inputs, context, progress }) {
  const { gitHubInJob } = await import("./chunks/github-in-job-KYMLFR6L.js");
  return gitHubInJob(inputs, context, progress);
}
function need(value, name) {
  if (value !== void 0) return value;
  throw failure({
    code: "action/inputs",
    what: `Bad inputs for chatops:
- ${name}: required in this mode`,
    next: `Add it in the workflow, under the step's "with".`
  });
}
