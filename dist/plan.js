import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commonInputs,
  commonOutputs
} from "./chunks/chunk-7IFWO4AU.js";
import {
  runAction
} from "./chunks/chunk-PVCV664M.js";
import {
  contract
} from "./chunks/chunk-MBJY2HNV.js";
import {
  failure
} from "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/plan/main.ts
import { resolve } from "node:path";

// src/actions/plan/contract.ts
var planContract = contract({
  name: "plan",
  title: "Opsdeck plan",
  about: "Plans every stack of a pull request, shows in one comment what would change, what would be lost and why, and says which preview the pull request gets. On a schedule it looks for drift instead.",
  inputs: {
    mode: {
      kind: "choice",
      choices: ["pull-request", "drift"],
      about: "What is planned: a pull request, or what is deployed, to find out what changed outside of Terraform",
      default: "pull-request"
    },
    "pull-request": commonInputs["pull-request"],
    "head-sha": commonInputs["head-sha"],
    requested: {
      kind: "flag",
      about: "Somebody asked for a preview by a command: it gets one whatever `previews` says, also a draft and a reviewed fork",
      default: false
    },
    actor: { kind: "text", about: "Login of who asked for the preview: whoever holds the environment gets one" },
    directory: commonInputs.directory,
    config: commonInputs.config,
    environment: commonInputs.environment,
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    domain: commonInputs.domain,
    image: {
      kind: "text",
      about: "Image of the application: one repository of ECR, where the image tagged with the commit is taken, or `<repository>@sha256:<64 hex digits>`. Previews need it"
    },
    previews: {
      kind: "choice",
      choices: ["always", "label", "never"],
      about: "Which pull requests get a preview",
      default: "always"
    },
    "preview-label": { kind: "text", about: "Label that asks for a preview, where `previews` is `label`", default: "preview" },
    "isolation-label": {
      kind: "text",
      about: "Label that asks for a preview with a platform of its own",
      default: "isolated-preview"
    },
    "maximum-previews": commonInputs["maximum-previews"],
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    "has-changes": { about: "`true` if a stack of the environment would change" },
    add: { about: "Number of resources to add" },
    change: { about: "Number of resources to change in place" },
    replace: { about: "Number of resources to destroy and create anew" },
    destroy: { about: "Number of resources to destroy" },
    digest: { about: "Digest of what would change on the environment: what `/apply` takes. The same plan has the same digest" },
    "comment-url": { about: "Address of the comment" },
    preview: { about: "`deploy` if the pull request gets a preview, else `none`" },
    shape: { about: "`shared` or `isolated`" },
    reason: { about: "Why it has this shape" },
    image: { about: "Image that was planned with, pinned by digest" },
    slot: { about: "Slot of the host that the preview was planned for; empty if all are taken" },
    "digest-platform": { about: "Digest of the isolated preview's platform plan" },
    "digest-service": { about: "Digest of the preview's service plan" },
    ...commonOutputs
  },
  permissions: {
    actions: "read",
    contents: "read",
    "id-token": "write",
    "pull-requests": "write",
    checks: "write",
    issues: "write"
  },
  role: "plan",
  triggers: ["pull_request", "issue_comment", "schedule", "workflow_dispatch"]
});

// src/actions/plan/main.ts
await runAction(planContract, async (run) => {
  const { inputs, context, progress } = run;
  if (inputs.mode === "drift") return lookForDrift(run);
  const given = { number: inputs["pull-request"], headSha: inputs["head-sha"] };
  if (given.number !== void 0 && given.headSha !== void 0) {
    return planIt(run, { pullRequest: given.number, headSha: given.headSha });
  }
  const { pullRequest } = context.event;
  if (!pullRequest) return progress.info("This event is about no pull request: nothing to do.");
  if (context.event.action === "closed") return progress.info("The pull request is closed: nothing to plan.");
  if (pullRequest.isFork) return progress.info("The pull request comes from a fork: no plan, because it gets no credentials.");
  return planIt(run, { pullRequest: pullRequest.number, headSha: pullRequest.headSha });
});
async function planIt(run, request) {
  const { inputs, progress } = run;
  const { readStackFolder } = await import("./chunks/stack-folder-QMUBBWCE.js");
  const { synthLimits } = await import("./chunks/files-T3M26SN6.js");
  const { passGate } = await import("./chunks/pass-VZNK34WC.js");
  const { planPullRequest } = await import("./chunks/pull-request-plan-4TDSIGOS.js");
  const { planDigest } = await import("./chunks/digest-AL7LMKUD.js");
  const { planOutputs } = await import("./chunks/outputs-JKLEOITD.js");
  const { renderSummary } = await import("./chunks/comment-TMY2WKNL.js");
  const { environment, region } = inputs;
  const config = await readConfig(run);
  const files = await readStackFolder(inputs.directory, synthLimits);
  const stacks = passGate(files, { pullRequest: request.pullRequest, environment, region, config });
  const world = await openWorld(run, stacks, config);
  if (inputs.requested) await refuseHeld(world, inputs.actor);
  const outcome = await planPullRequest(world, request);
  for (const [name, value] of Object.entries(planOutputs(outcome)))
    run.setOutput(name, value);
  if (outcome.kind === "superseded") {
    if (inputs["head-sha"] !== void 0) throw superseded(outcome.why);
    return progress.info(`Nothing planned: ${outcome.why}.`);
  }
  await run.addSummary(renderSummary(outcome.plans, { commitSha: request.headSha, digest: planDigest(outcome.host) }));
}
async function refuseHeld({ documents, clock, settings }, actor) {
  const { decideObstacle } = await import("./chunks/hold-KUGDWKUC.js");
  const { gatherHold } = await import("./chunks/hold-store-GCZACJ4S.js");
  const { obstacleFailure } = await import("./chunks/words-45NUE3YF.js");
  const obstacle = decideObstacle(await gatherHold(documents, settings.environment), actor, clock.now());
  if (obstacle !== void 0) throw obstacleFailure("deploy", settings.environment, obstacle);
}
function superseded(why) {
  return failure({
    code: "plan/superseded",
    what: `Nothing was planned: ${why}.`,
    next: "Look at the pull request as it is now, and ask again."
  });
}
async function lookForDrift(run) {
  const { reportDrift } = await import("./chunks/drift-PPVFKOWF.js");
  const { renderSummary } = await import("./chunks/comment-TMY2WKNL.js");
  const { plans, drifted } = await reportDrift(await openWorld(run, /* @__PURE__ */ new Map(), await readConfig(run)));
  await run.addSummary(renderSummary(plans));
  run.setOutput("has-changes", drifted.length > 0);
  for (const { title, issueUrl } of drifted) run.progress.warning(`Drift in the ${title}: ${issueUrl}`);
}
async function readConfig({ inputs }) {
  const { readStacksConfig } = await import("./chunks/stacks-config-BD3HQNHD.js");
  const { requireDomain } = await import("./chunks/targets-T44EFM36.js");
  const config = await readStacksConfig(inputs.config);
  requireDomain(config, inputs.domain);
  return config;
}
async function openWorld({ inputs, context, env, progress, signal }, stacks, { layout }) {
  const { cloudInJob } = await import("./chunks/cloud-in-job-5ZM46PFK.js");
  const { gitHubInJob } = await import("./chunks/github-in-job-KYMLFR6L.js");
  const { systemClock } = await import("./chunks/system-clock-TMW6APSM.js");
  return {
    ...gitHubInJob(inputs, context, progress),
    ...await cloudInJob(inputs, env),
    clock: systemClock,
    progress,
    signal,
    settings: {
      folder: resolve(inputs.directory),
      stacks,
      layout,
      environment: inputs.environment,
      bucket: inputs["state-bucket"],
      domain: inputs.domain,
      image: inputs.image ?? "",
      imagePatienceSeconds: 900,
      policy: {
        previews: inputs.previews,
        previewLabel: inputs["preview-label"],
        isolationLabel: inputs["isolation-label"],
        isRequested: inputs.requested
      },
      maximumPreviews: inputs["maximum-previews"],
      runUrl: context.runUrl
    }
  };
}
