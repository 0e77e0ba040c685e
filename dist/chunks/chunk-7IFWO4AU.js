import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/common-inputs.ts
var commonInputs = {
  "pull-request": { kind: "number", about: "Number of the pull request (default: the event's)", least: 1 },
  "head-sha": { kind: "text", about: "Commit of the pull request, as it was accepted (default: the event's)" },
  command: {
    kind: "text",
    about: "The ChatOps command that this is, one element of the output `commands` of the action chatops: done once, and written to the journal"
  },
  directory: {
    kind: "text",
    about: "Folder that `opsdeck synth --pull-request` wrote: the Terraform JSON, treated as hostile",
    default: "cdktf.out"
  },
  environment: {
    kind: "text",
    about: "Environment that pull requests are planned against, and that hosts shared previews",
    default: "staging"
  },
  region: { kind: "text", about: "AWS region", default: "eu-west-2" },
  "state-bucket": { kind: "text", about: "Bucket of states, leases and locks: an output of the bootstrap stack", required: true },
  domain: {
    kind: "text",
    about: "Domain of the platform; previews are at `pr-<n>.<domain>`. Only where there is one stack may it be left out",
    default: ""
  },
  config: {
    kind: "text",
    about: "File of the checkout, which is of the trusted side, whose section `stacks` says which stacks there are",
    default: ".github/opsdeck.json"
  },
  "maximum-previews": {
    kind: "number",
    about: "How many shared previews may live at a time; the platform keeps that many Redis users ready (`guestSlots`)",
    default: 10,
    least: 1,
    most: 100
  },
  "github-token": { kind: "text", about: "Token for comments, checks and deployments", default: "${{ github.token }}" },
  "comment-author": {
    kind: "text",
    about: "Login that the token writes as; a comment of anybody else is not ours, whatever it looks like",
    default: "github-actions[bot]"
  }
};
var commonOutputs = {
  message: { about: "One line of Markdown that tells how it went" },
  failure: { about: "What went wrong and what to do next, as plain text; empty when all went well" }
};

export {
  commonInputs,
  commonOutputs
};
