import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commonInputs,
  commonOutputs
} from "./chunk-7IFWO4AU.js";
import {
  contract
} from "./chunk-MBJY2HNV.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/actions/chatops/contract.ts
var chatopsContract = contract({
  name: "chatops",
  title: "Opsdeck ChatOps",
  about: "Reads the commands of a comment on a pull request or an issue: checks who gives them and for which commit, answers what it refuses, and hands the others to the jobs that perform them. Without cloud credentials, and without any code of the pull request.",
  inputs: {
    mode: {
      kind: "choice",
      choices: ["gate", "report", "cancel"],
      about: "What to do: let the commands of the event pass or refuse them, tell how one ended, or cancel what runs for the pull request",
      default: "gate"
    },
    config: {
      kind: "text",
      about: "gate: `.github/opsdeck.json` in a checkout of the default branch; GitHub is asked for it when left out"
    },
    environment: { ...commonInputs.environment, about: "gate: the environment that pull requests are planned against" },
    workflow: {
      kind: "text",
      about: "gate, cancel: file of the workflow that makes the Terraform JSON of pull requests",
      default: "pull-request.yml"
    },
    "absent-jobs": {
      kind: "text",
      about: "gate: jobs that the workflow of commands does not have, with spaces between; their commands are not offered",
      default: ""
    },
    command: { kind: "text", about: "report, cancel: one element of the output `commands`, as it is" },
    jobs: { kind: "text", about: "report: `toJSON(needs)` of the jobs that performed it" },
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    commands: { about: "gate: the accepted commands as JSON, for the matrix of the next job; `[]` when there is nothing to do" },
    result: { about: "report: `succeeded`, `failed` or `cancelled`" },
    ...commonOutputs
  },
  permissions: { actions: "write", checks: "write", contents: "read", issues: "write", "pull-requests": "write" },
  triggers: ["issue_comment"]
});
export {
  chatopsContract
};
