import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  instant,
  parseRecord,
  record,
  text,
  wholeNumber
} from "./chunk-BXAJLNFH.js";
import {
  commonInputs,
  contract
} from "./chunk-3IULO4RV.js";

// src/actions/preview/contract.ts
var previewContract = contract({
  name: "preview",
  title: "Opsdeck preview",
  about: "Deploys the preview of a pull request, follows its pushes, extends it, and removes it without a trace; on a schedule it removes what was left behind.",
  inputs: {
    mode: {
      kind: "choice",
      choices: ["deploy", "destroy", "extend", "status", "reap"],
      about: "What to do",
      required: true
    },
    "pull-request": { kind: "number", about: "Number of the pull request (default: the event's)", least: 1 },
    directory: commonInputs.directory,
    environment: commonInputs.environment,
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    domain: commonInputs.domain,
    image: { kind: "text", about: "deploy: image of the application, pinned by digest" },
    shape: { kind: "choice", choices: ["shared", "isolated"], about: "deploy: as the plan action decided", default: "shared" },
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
    status: { about: "What became of it: `live`, `queued`, `superseded`, `closed`, `failed`, `destroyed`, `reaped`, ..." },
    url: { about: "Address of the preview" },
    "expires-at": { about: "When it goes unless something happens: an ISO 8601 instant" }
  },
  permissions: {
    actions: "read",
    contents: "read",
    deployments: "write",
    "id-token": "write",
    "pull-requests": "write"
  },
  role: "preview",
  triggers: ["pull_request", "schedule", "workflow_dispatch"],
  post: true
});

// src/actions/preview/world.ts
var defaultPatience = {
  lockWaitSeconds: 900,
  lockPollSeconds: 10,
  tagSettleSeconds: 20,
  tagPollSeconds: 5,
  destroyAttempts: 3,
  destroyBackoffSeconds: 15,
  stateLockTimeoutSeconds: 60
};
var hour = 3600;
var defaultLifetimes = { lifetimeSeconds: 72 * hour, maximumLifetimeSeconds: 14 * 24 * hour };

// src/actions/preview/open-world.ts
var providerVersion = "5.100.0";
var naming = { prefix: "assess", mainService: "app" };
function settingsOf(inputs) {
  return {
    ...defaultPatience,
    ...defaultLifetimes,
    bucket: inputs["state-bucket"],
    region: inputs.region,
    providerVersion,
    naming: { ...naming, host: inputs.environment },
    maximum: inputs["maximum-previews"],
    maximumIsolated: inputs["maximum-isolated"],
    lifetimeSeconds: inputs.lifetime
  };
}
function worldOf(ports, inputs, run) {
  return { ...ports, settings: settingsOf(inputs), run };
}

// src/actions/preview/lock.ts
var fields = {
  owner: record({ runId: wholeNumber, attempt: wholeNumber, job: text }),
  reason: text,
  since: instant,
  expires: instant
};
function parseLock(value) {
  return parseRecord(value, fields);
}
function decideLock(facts, owner) {
  switch (facts.kind) {
    case "free":
      return { kind: "create" };
    case "unreadable":
      return { kind: "refuse", problems: facts.problems };
    case "held": {
      const { lock, version, holderIsActive } = facts;
      if (isSameOwner(lock.owner, owner)) return { kind: "enter", version };
      return holderIsActive ? { kind: "wait", holder: lock } : { kind: "take-over", version, from: lock };
    }
    default:
      return facts;
  }
}
function isSameOwner(one, other) {
  return one.runId === other.runId && one.attempt === other.attempt && one.job === other.job;
}
function ownerText({ runId, attempt, job }) {
  return `run ${runId}${attempt > 1 ? ` (attempt ${attempt})` : ""}, job ${job}`;
}

export {
  previewContract,
  worldOf,
  parseLock,
  decideLock,
  isSameOwner,
  ownerText
};
