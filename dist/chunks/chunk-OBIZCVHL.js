import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultLifetimes,
  defaultPatience
} from "./chunk-WQNU54CN.js";
import {
  mainService
} from "./chunk-VVCDHVEB.js";
import {
  commonInputs,
  commonOutputs
} from "./chunk-7IFWO4AU.js";
import {
  contract
} from "./chunk-MBJY2HNV.js";

// src/actions/preview/contract.ts
var previewContract = contract({
  name: "preview",
  title: "Opsdeck preview",
  about: "Deploys the preview of a pull request unless a person holds its environment, follows its pushes, extends it, and removes it without a trace; on a schedule it removes what was left behind.",
  inputs: {
    mode: {
      kind: "choice",
      choices: ["deploy", "destroy", "extend", "status", "reap"],
      about: "What to do",
      required: true
    },
    "pull-request": commonInputs["pull-request"],
    "head-sha": commonInputs["head-sha"],
    command: commonInputs.command,
    directory: commonInputs.directory,
    config: commonInputs.config,
    environment: commonInputs.environment,
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    domain: commonInputs.domain,
    image: { kind: "text", about: "deploy: image of the application, pinned by digest" },
    shape: { kind: "choice", choices: ["shared", "isolated"], about: "deploy: as the plan action decided", default: "shared" },
    actor: {
      kind: "text",
      about: "deploy: login of who commands it, whose own hold of the environment lets it pass; left out where an event deploys, which every hold holds. The other modes are never held"
    },
    reason: { kind: "text", about: "deploy: why it has this shape", default: "" },
    slot: { kind: "number", about: "deploy: the slot that was planned for", least: 1, most: 100 },
    "digest-platform": { kind: "text", about: "deploy: digest of the platform plan that was commented", default: "" },
    "digest-service": { kind: "text", about: "deploy: digest of the service plan that was commented", default: "" },
    duration: { kind: "duration", about: "extend: by how much, for instance `24h`" },
    lifetime: { kind: "duration", about: "How long a preview lives after the last push to it", default: "3d" },
    "maximum-previews": commonInputs["maximum-previews"],
    "maximum-isolated": {
      kind: "number",
      about: "How many isolated previews may live at a time",
      default: 2,
      least: 0,
      most: 20
    },
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    status: {
      about: "What became of it: `live`, `queued`, `superseded`, `closed`, `held`, `failed`, `destroyed`, `reaped`, ..."
    },
    url: { about: "Address of the preview" },
    "expires-at": { about: "When it goes unless something happens: an ISO 8601 instant" },
    ...commonOutputs
  },
  permissions: {
    actions: "read",
    contents: "read",
    deployments: "write",
    "id-token": "write",
    "pull-requests": "write"
  },
  role: "preview",
  triggers: ["pull_request", "issue_comment", "schedule", "workflow_dispatch"],
  post: true
});

// src/actions/preview/open-world.ts
var providerVersion = "5.100.0";
function settingsOf(inputs, { layout, prefix }) {
  return {
    ...defaultPatience,
    ...defaultLifetimes,
    bucket: inputs["state-bucket"],
    region: inputs.region,
    providerVersion,
    layout,
    naming: { prefix, mainService, host: inputs.environment },
    maximum: inputs["maximum-previews"],
    maximumIsolated: inputs["maximum-isolated"],
    lifetimeSeconds: inputs.lifetime
  };
}
function worldOf(ports, inputs, config, run) {
  return { ...ports, settings: settingsOf(inputs, config), run };
}

export {
  previewContract,
  worldOf
};
