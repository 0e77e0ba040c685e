import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  runbooks
} from "./chunk-YNMGZNOD.js";
import "./chunk-GI4KSV2D.js";
import {
  drills
} from "./chunk-QCF6ZC4A.js";
import "./chunk-AADWVG6X.js";
import "./chunk-NBLDYUCQ.js";
import {
  command
} from "./chunk-ZV6SOGBZ.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/actions/chatops/commands/ack.ts
var ack = command({
  name: "ack",
  about: "Acknowledge an incident: it is yours from now on",
  details: "The issue is assigned to you, and tells how long it took until somebody looked after it.",
  examples: ["/ack"],
  arguments: {},
  permission: "write",
  on: "incident",
  assigns: true,
  mutates: true,
  needsTerraformJson: false,
  job: "runbook"
});

// src/actions/chatops/commands/apply.ts
var apply = command({
  name: "apply",
  about: "Apply the plan that was reviewed",
  details: "It is planned again first: if what would change is no longer what the digest stands for, nothing is applied.",
  examples: ["/apply plan=3f9c0a71b2de"],
  arguments: {
    plan: { kind: "digest", form: "pair", required: true, about: "The digest that the comment shows with the plan" }
  },
  permission: "maintain",
  mutates: true,
  needsTerraformJson: true,
  job: "apply"
});

// src/actions/chatops/commands/cancel.ts
var cancel = command({
  name: "cancel",
  about: "Cancel the runs of the pull request: its plan, its preview",
  details: "Terraform is asked to stop, and finishes what it has begun: the state stays whole.",
  examples: ["/cancel"],
  arguments: {},
  permission: "write",
  mutates: true,
  needsTerraformJson: false,
  job: "cancel"
});

// src/actions/chatops/commands/game-day-abort.ts
var gameDayAbort = command({
  name: "game-day abort",
  about: "End the drill that is being played, and put everything right",
  details: "With `--all`, the safety lever of the account is engaged, too: every experiment ends, and none begins until somebody disengages it.",
  examples: ["/game-day abort", "/game-day abort staging --all"],
  arguments: {
    environment: { kind: "environment", form: "word", about: "Where; else the environment that hosts previews" },
    all: { kind: "flag", form: "flag", about: "Also every other experiment of the account and region" }
  },
  permission: "write",
  flagPermissions: { all: "maintain" },
  on: "both",
  // Whoever wants to end it must not be kept from it by a push, or because the pull request was closed.
  mutates: false,
  needsTerraformJson: false,
  job: "game-day"
});

// src/actions/chatops/commands/game-day-plan.ts
var gameDayPlan = command({
  name: "game-day plan",
  about: "Look whether a drill may be played, and what it would hit",
  details: "AWS resolves the targets, and does nothing to them. What is in the way is told all at once.",
  examples: ["/game-day plan az-failure", "/game-day plan az-failure zone=b"],
  arguments: {
    drill: { kind: "choice", form: "word", required: true, choices: drills.map(({ id }) => id), about: "Which drill" },
    zone: { kind: "choice", form: "pair", choices: ["a", "b", "c"], about: "Which zone; else the one whose turn it is" },
    environment: { kind: "environment", form: "pair", about: "Where; else the environment that hosts previews" }
  },
  permission: "write",
  on: "both",
  mutates: false,
  needsTerraformJson: false,
  job: "game-day"
});

// src/actions/chatops/commands/game-day-run.ts
var gameDayRun = command({
  name: "game-day run",
  about: "Play a drill: break something on purpose, watch, put it right, report",
  details: "It is refused while an alarm rings, while something is deployed, in exam times and outside of opening hours. The first alarm that users would notice ends it.",
  examples: ["/game-day run az-failure zone=a", "/game-day run task-loss environment=staging"],
  arguments: {
    drill: { kind: "choice", form: "word", required: true, choices: drills.map(({ id }) => id), about: "Which drill" },
    zone: { kind: "choice", form: "pair", choices: ["a", "b", "c"], about: "Which zone; else the one whose turn it is" },
    environment: { kind: "environment", form: "pair", about: "Where; else the environment that hosts previews" }
  },
  permission: "maintain",
  on: "both",
  mutates: true,
  needsTerraformJson: false,
  job: "game-day"
});

// src/actions/chatops/commands/help.ts
var help = command({
  name: "help",
  about: "List the commands, or explain one",
  examples: ["/help", "/help preview extend", "/help preview"],
  arguments: {
    command: {
      kind: "command",
      form: "word",
      about: "The command to explain, without its slash; `preview` explains all that begin so"
    }
  },
  permission: "read",
  on: "both",
  mutates: false,
  needsTerraformJson: false,
  job: "reply"
});

// src/actions/chatops/commands/kpi.ts
var daySeconds = 86400;
var kpi = command({
  name: "kpi",
  about: "Show the KPIs of the preview, and hold them against those of the environment",
  details: "On a pull request there has to be a preview; on an issue they are those of the environment, against the window before. What has no data is said to have none, and only what is more than noise counts as a difference.",
  examples: ["/kpi", "/kpi window=3h compare=previous", "/kpi environment=production"],
  arguments: {
    window: {
      kind: "duration",
      form: "pair",
      default: "1h",
      mostSeconds: 14 * daySeconds,
      about: "How far back to look"
    },
    compare: {
      kind: "choice",
      form: "pair",
      choices: ["main", "previous", "none"],
      default: "main",
      about: "With what: what runs on the environment, the window before, or nothing"
    },
    environment: { kind: "environment", form: "pair", about: "Which one; else the environment that hosts previews" }
  },
  permission: "triage",
  on: "both",
  mutates: false,
  needsTerraformJson: false,
  job: "kpi"
});

// src/actions/chatops/commands/lock.ts
var daySeconds2 = 86400;
var lock = command({
  name: "lock",
  about: "Hold all deploys and previews of an environment",
  details: "Whoever is refused because of it gets to read the reason. It ends by itself.",
  examples: ['/lock reason="load test until five"', '/lock staging reason="restoring the database" for=4h'],
  arguments: {
    environment: { kind: "environment", form: "word", about: "What to hold; else the environment that hosts previews" },
    reason: { kind: "text", form: "pair", required: true, mostCharacters: 200, about: "Why, for those who have to wait" },
    for: { kind: "duration", form: "pair", default: "8h", mostSeconds: 7 * daySeconds2, about: "For how long" }
  },
  permission: "write",
  on: "both",
  mutates: true,
  needsTerraformJson: false,
  job: "environment"
});

// src/actions/chatops/commands/plan.ts
var plan = command({
  name: "plan",
  about: "Plan the pull request again and update its comment",
  details: "Worth it when the environment has changed since the last push. It locks and changes nothing.",
  examples: ["/plan", "/plan staging"],
  arguments: {
    environment: { kind: "environment", form: "word", about: "What to plan against; else the environment that hosts previews" }
  },
  permission: "write",
  mutates: false,
  needsTerraformJson: true,
  job: "plan"
});

// src/actions/chatops/commands/preview-deploy.ts
var previewDeploy = command({
  name: "preview deploy",
  about: "Deploy a preview of this pull request, or bring it to the latest commit",
  details: "From then on the preview follows every push, until it expires, is destroyed, or the pull request is closed.",
  examples: ["/preview deploy"],
  arguments: {},
  permission: "write",
  mutates: true,
  needsTerraformJson: true,
  job: "deploy-preview"
});

// src/actions/chatops/commands/preview-destroy.ts
var previewDestroy = command({
  name: "preview destroy",
  about: "Destroy the preview, with its database and all that is in it",
  details: "The environment that hosts it stays as it is. A new preview can be deployed at any time.",
  examples: ["/preview destroy"],
  arguments: {},
  permission: "write",
  mutates: true,
  needsTerraformJson: false,
  job: "preview"
});

// src/actions/chatops/commands/preview-extend.ts
var daySeconds3 = 86400;
var previewExtend = command({
  name: "preview extend",
  about: "Let the preview live longer",
  details: "Counted from when it would expire. What is then left is never more than the longest that can be asked for.",
  examples: ["/preview extend 24h", "/preview extend 3d"],
  arguments: {
    duration: { kind: "duration", form: "word", required: true, mostSeconds: 14 * daySeconds3, about: "By how much" }
  },
  permission: "write",
  mutates: true,
  needsTerraformJson: false,
  job: "preview"
});

// src/actions/chatops/commands/preview-status.ts
var previewStatus = command({
  name: "preview status",
  about: "Tell where the preview is, which commit it runs, and when it expires",
  examples: ["/preview status"],
  arguments: {},
  permission: "triage",
  mutates: false,
  needsTerraformJson: false,
  job: "preview"
});

// src/actions/chatops/commands/rollback.ts
var rollback = command({
  name: "rollback",
  about: "Go back to the good service before the one that runs",
  details: "Only what was deployed, watched and kept counts as good; the platform stays as it is. Given again, it goes back one further. What the default branch says is deployed again by the next merge: revert what does harm first.",
  examples: ['/rollback reason="logins fail since the last deploy"', '/rollback production reason="wrong totals in reports"'],
  arguments: {
    environment: { kind: "environment", form: "word", about: "Where; else the environment that hosts previews" },
    reason: { kind: "text", form: "pair", required: true, mostCharacters: 200, about: "Why, for whoever reads of it later" }
  },
  permission: "maintain",
  on: "both",
  mutates: true,
  needsTerraformJson: false,
  job: "rollback"
});

// src/actions/chatops/runbook-arguments.ts
function whichRunbook(runbooks2) {
  return { kind: "choice", form: "word", choices: runbooks2.map(({ id }) => id), about: "Which runbook" };
}
function inputsOfRunbook(runbooks2) {
  return {
    kind: "inputs",
    form: "pairs",
    of: "runbook",
    about: "What the runbook asks for",
    inputs: Object.fromEntries(runbooks2.map(({ id, inputs }) => [id, inputs]))
  };
}
function rolesOfRunbooks(runbooks2) {
  return { runbook: Object.fromEntries(runbooks2.map(({ id, permission }) => [id, permission])) };
}

// src/actions/chatops/commands/runbook-list.ts
var runbookList = command({
  name: "runbook list",
  about: "List the runbooks, or tell what one does and asks for",
  examples: ["/runbook list", "/runbook list ecs-scale"],
  arguments: { runbook: whichRunbook(runbooks) },
  permission: "write",
  on: "both",
  mutates: false,
  needsTerraformJson: false,
  job: "reply"
});

// src/actions/chatops/commands/runbook-plan.ts
var runbookPlan = command({
  name: "runbook plan",
  about: "Tell what a runbook would change now, and what is in its way",
  details: "It reads, and makes no call that changes anything.",
  examples: ["/runbook plan ecs-scale desired=12", "/runbook plan ecs-scale environment=production desired=12"],
  arguments: {
    runbook: { ...whichRunbook(runbooks), required: true },
    environment: { kind: "environment", form: "pair", about: "Where; else the environment that hosts previews" },
    inputs: inputsOfRunbook(runbooks)
  },
  permission: "write",
  on: "both",
  mutates: false,
  needsTerraformJson: false,
  job: "runbook"
});

// src/actions/chatops/commands/runbook-resume.ts
var runbookResume = command({
  name: "runbook resume",
  about: "Bring a run to its end whose job has died, or take one back",
  details: "What was begun goes on where it stands, after the approval of the GitHub environment `ops-approval`; with `--undo` it is undone instead, which waits for nobody; so is one that is done, unless it is of high risk. What is stuck, because it could not be undone, is released with `--accept`, once somebody has put it right.",
  examples: [
    "/runbook resume service",
    "/runbook resume service environment=production --undo",
    '/runbook resume environment --accept reason="put right by hand"'
  ],
  arguments: {
    target: { kind: "name", form: "word", required: true, about: "What the run works on, as its report says" },
    environment: { kind: "environment", form: "pair", about: "Where; else the environment that hosts previews" },
    undo: { kind: "flag", form: "flag", about: "Undo what was begun, or take back what is done" },
    accept: { kind: "flag", form: "flag", about: "Take what is stuck as it is; takes a reason" },
    reason: { kind: "text", form: "pair", mostCharacters: 200, about: "Why, for whoever reads of it later" }
  },
  permission: "maintain",
  on: "both",
  // Whoever wants to end it must not be kept from it by a push, or because the conversation was closed.
  mutates: false,
  needsTerraformJson: false,
  job: "runbook"
});

// src/actions/chatops/commands/runbook-run.ts
var runbookRun = command({
  name: "runbook run",
  about: "Run a runbook: every step is proved, and all are undone when one fails",
  details: "What is of high risk waits for the approval of the GitHub environment `ops-approval`. One run of a runbook at a time works on the same thing.",
  examples: [
    "/runbook run ecs-scale desired=12",
    '/runbook run ecs-scale environment=production desired=12 reason="exam at nine"'
  ],
  arguments: {
    runbook: { ...whichRunbook(runbooks), required: true },
    environment: { kind: "environment", form: "pair", about: "Where; else the environment that hosts previews" },
    inputs: inputsOfRunbook(runbooks),
    reason: { kind: "text", form: "pair", mostCharacters: 200, about: "Why, for whoever reads of it later" }
  },
  permission: "write",
  argumentPermissions: rolesOfRunbooks(runbooks),
  on: "both",
  mutates: true,
  needsTerraformJson: false,
  job: "runbook"
});

// src/actions/chatops/commands/status.ts
var status = command({
  name: "status",
  about: "Tell who holds or locks the environment, and which previews it hosts",
  examples: ["/status"],
  arguments: {},
  permission: "triage",
  on: "both",
  mutates: false,
  needsTerraformJson: false,
  job: "environment"
});

// src/actions/chatops/commands/unlock.ts
var unlock = command({
  name: "unlock",
  about: "End your hold of an environment",
  examples: ["/unlock", "/unlock staging --force"],
  arguments: {
    environment: { kind: "environment", form: "word", about: "What to release; else the environment that hosts previews" },
    force: { kind: "flag", form: "flag", about: "Even if it is somebody else's" }
  },
  permission: "write",
  flagPermissions: { force: "maintain" },
  on: "both",
  mutates: true,
  needsTerraformJson: false,
  job: "environment"
});

// src/actions/chatops/commands/index.ts
var commands = [
  ack,
  apply,
  cancel,
  gameDayAbort,
  gameDayPlan,
  gameDayRun,
  help,
  kpi,
  lock,
  plan,
  previewDeploy,
  previewDestroy,
  previewExtend,
  previewStatus,
  rollback,
  runbookList,
  runbookPlan,
  runbookResume,
  runbookRun,
  status,
  unlock
];
export {
  commands
};
