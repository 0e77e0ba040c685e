import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
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
import "./chunks/chunk-I3IM6THR.js";
import "./chunks/chunk-4ZZDUD76.js";
import "./chunks/chunk-HJYFICUU.js";
import "./chunks/chunk-NZLX3UOY.js";
import {
  commonInputs
} from "./chunks/chunk-7IFWO4AU.js";
import {
  runAction
} from "./chunks/chunk-PVCV664M.js";
import {
  contract
} from "./chunks/chunk-MBJY2HNV.js";
import "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/gate/contract.ts
var gateContract = contract({
  name: "gate",
  title: "Opsdeck synth gate",
  about: "Holds the Terraform JSON that a pull request's code wrote against an allow-list, before anything with credentials reads it. Each refusal names the construct, the rule, and what to do.",
  inputs: {
    directory: commonInputs.directory,
    config: commonInputs.config,
    environment: commonInputs.environment,
    region: commonInputs.region,
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    stacks: { about: "Number of stacks that were let through" }
  },
  permissions: { contents: "read", "pull-requests": "write" },
  triggers: ["pull_request"]
});

// src/actions/gate/main.ts
await runAction(gateContract, async ({ inputs, context, progress, setOutput, addSummary }) => {
  const { pullRequest } = context.event;
  if (!pullRequest) return progress.info("This event is about no pull request: nothing to do.");
  const { gitHubInJob } = await import("./chunks/github-in-job-KYMLFR6L.js");
  const { runGate } = await import("./chunks/run-W2BG22Z4.js");
  const files = await readStackFolder(inputs.directory, synthLimits);
  const { comments } = gitHubInJob(inputs, context, progress);
  const verdict = await runGate({ comments, addSummary }, files, {
    pullRequest: pullRequest.number,
    headSha: pullRequest.headSha,
    isFork: pullRequest.isFork,
    environment: inputs.environment,
    region: inputs.region,
    config: await readStacksConfig(inputs.config),
    runUrl: context.runUrl
  });
  setOutput("stacks", verdict.stacks.length);
});
