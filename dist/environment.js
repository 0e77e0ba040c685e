import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherStatus,
  renderStatus
} from "./chunks/chunk-W2WIZLEV.js";
import "./chunks/chunk-SRSD7JIV.js";
import {
  composeComment,
  pullRequestMarker,
  readSlots
} from "./chunks/chunk-WENMUMKB.js";
import {
  obstacleFailure,
  renderEnvironmentSlot,
  renderHold,
  renderObstacle
} from "./chunks/chunk-3HQIWQCE.js";
import {
  instantText
} from "./chunks/chunk-YKXHXIZI.js";
import {
  performCommand
} from "./chunks/chunk-24TMGAD3.js";
import "./chunks/chunk-TMEDGICA.js";
import "./chunks/chunk-2CJY75CO.js";
import {
  gatherHolds,
  performLock,
  performUnlock
} from "./chunks/chunk-P62CZXMM.js";
import {
  decideObstacle,
  login,
  webAddress
} from "./chunks/chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunks/chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode
} from "./chunks/chunk-6W7UW3BG.js";
import "./chunks/chunk-RVEYIF44.js";
import {
  documentsInJob
} from "./chunks/chunk-VJYTSQDM.js";
import "./chunks/chunk-ERGPEBEO.js";
import "./chunks/chunk-TDX7Z4V6.js";
import "./chunks/chunk-4G6PF3FE.js";
import "./chunks/chunk-GDIXMUJ4.js";
import "./chunks/chunk-ZMICUTQW.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-XSWGJYED.js";
import {
  gitHubInJob
} from "./chunks/chunk-VOMR5SH2.js";
import "./chunks/chunk-ZV6SOGBZ.js";
import {
  systemClock
} from "./chunks/chunk-MBAUKM4E.js";
import "./chunks/chunk-VQSP43VP.js";
import "./chunks/chunk-HBTZUIIR.js";
import "./chunks/chunk-77PC44XF.js";
import "./chunks/chunk-VYHRLSD2.js";
import "./chunks/chunk-D2ORXGE3.js";
import "./chunks/chunk-7YUU5ONS.js";
import "./chunks/chunk-PABG3G7K.js";
import "./chunks/chunk-TYMLWU77.js";
import {
  matching,
  oneOf,
  optional,
  parseRecord,
  wholeNumber,
  wholeNumberWithin
} from "./chunks/chunk-NZLX3UOY.js";
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

// src/actions/environment/command.ts
var daySeconds = 24 * 3600;
var reason = matching("a text of up to 500 characters", /^[\s\S]{0,499}\S$/);
function commandOf(inputs) {
  const environment = oneOf(...inputs.environments);
  const anywhere = { environment, "pull-request": optional(wholeNumber) };
  switch (inputs.mode) {
    case "lock": {
      const asked = check(inputs, {
        ...anywhere,
        actor: login,
        reason,
        for: wholeNumberWithin("a duration from 1m to 7d", { least: 60, most: 7 * daySeconds }),
        "comment-url": webAddress
      });
      const { "pull-request": pullRequest, "comment-url": commentUrl, for: seconds } = asked;
      return {
        mode: "lock",
        environment: asked.environment,
        request: {
          by: asked.actor,
          reason: asked.reason,
          seconds,
          ...pullRequest !== void 0 && { pullRequest },
          commentUrl
        }
      };
    }
    case "unlock": {
      const asked = check(inputs, { ...anywhere, actor: login });
      const request = { by: asked.actor, isForced: inputs.force };
      return { mode: "unlock", environment: asked.environment, request, pullRequest: asked["pull-request"] };
    }
    case "status": {
      const asked = check(inputs, anywhere);
      return { mode: "status", environment: asked.environment, pullRequest: asked["pull-request"] };
    }
    default:
      return inputs.mode;
  }
}
function check(inputs, fields) {
  const parsed = parseRecord(inputs, fields);
  if (parsed.kind === "valid") return parsed.value;
  throw failure({
    code: "action/inputs",
    what: `Bad inputs for environment:
${parsed.problems.map((problem) => `- ${problem}`).join("\n")}`,
    next: `Correct them: in the comment that commands it, or in the workflow, under the step's "with".`
  });
}

// src/actions/environment/contract.ts
var environmentContract = contract({
  name: "environment",
  title: "Opsdeck environment",
  about: "Holds an environment for a person: until it is unlocked or has expired, nobody else deploys there, and no preview of it comes up or changes. What is removed or extended is never held.",
  inputs: {
    mode: { kind: "choice", choices: ["lock", "unlock", "status"], about: "What to do", required: true },
    environment: { kind: "text", about: "Which one", default: commonInputs.environment.default },
    environments: {
      kind: "list",
      about: "Those that there are: a slip of the pen must not hold nothing",
      default: ["staging", "production"]
    },
    actor: { kind: "text", about: "lock, unlock: login of who commands it; that it may be commanded has been checked" },
    reason: { kind: "text", about: "lock: why, in up to 500 characters" },
    for: { kind: "duration", about: "lock: how long, at most `7d`", default: "8h" },
    force: { kind: "flag", about: "unlock: also somebody else's, and one that cannot be read", default: false },
    "pull-request": { kind: "number", about: "Number of the pull request where it is commanded, if it is one", least: 1 },
    command: commonInputs.command,
    "comment-url": { kind: "text", about: "lock: address of the comment that commands it" },
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    status: {
      about: "What became of it: `locked`, `renewed`, `unlocked`, `not-locked`, `refused`; of the mode status `locked` or `free`"
    },
    message: { about: "What to reply, in Markdown: one line, or a few of the mode status" },
    failure: commonOutputs.failure
  },
  permissions: {
    actions: "read",
    "id-token": "write",
    "pull-requests": "write"
  },
  role: "preview",
  triggers: ["issue_comment", "workflow_dispatch"]
});

// src/actions/environment/report.ts
function reportOf(outcome) {
  switch (outcome.mode) {
    case "lock":
      return ofLock(outcome.environment, outcome.result);
    case "unlock":
      return ofUnlock(outcome.environment, outcome.result);
    case "status":
      return ofStatus(outcome);
    default:
      return outcome;
  }
}
function ofLock(environment, result) {
  const { kind } = result;
  switch (kind) {
    case "locked":
      return report(kind, `${renderHold(environment, result.hold)}. ${inlineCode(`/unlock ${environment}`)} ends it.`);
    case "renewed":
      return report(
        kind,
        `${renderHold(environment, result.hold)}. It was locked by the same person already: this is what holds now.`
      );
    case "refused":
      return refused(environment, result.by);
    default:
      return result;
  }
}
function ofUnlock(environment, result) {
  const { kind } = result;
  const name = escapeText(environment);
  switch (kind) {
    case "unlocked": {
      if (!result.isForced) return report(kind, `🔓 ${name} is unlocked.`);
      const over = result.previous ? `the hold of ${escapeText(`@${result.previous.by}`)} (${escapeText(result.previous.reason)})` : "a hold that could not be read";
      return report(kind, `🔓 ${name} is unlocked, by force: ${over} has ended.`);
    }
    case "not-locked": {
      if (!result.expired) return report(kind, `${name} is not locked.`);
      const { by, expiresAt } = result.expired;
      return report(kind, `${name} is not locked: the hold of ${escapeText(`@${by}`)} expired at ${instantText(expiresAt)}.`);
    }
    case "refused":
      return refused(environment, result.by);
    default:
      return result;
  }
}
function ofStatus({ environment, holds, now, preview }) {
  const obstacles = holds.flatMap(({ environment: name, facts }) => {
    const obstacle = decideObstacle(facts, void 0, now);
    return obstacle ? [{ name, obstacle }] : [];
  });
  const isLocked = obstacles.some(({ name }) => name === environment);
  const lines = [
    ...isLocked ? [] : [`🔓 ${escapeText(environment)} is not locked.`],
    ...obstacles.map(({ name, obstacle }) => renderObstacle(name, obstacle)),
    ...preview ? [renderStatus(preview)] : []
  ];
  return report(isLocked ? "locked" : "free", lines.join("\n\n"));
}
function refused(environment, by) {
  const failure2 = obstacleFailure("hold", environment, by);
  return { ...report("refused", escapeText(`${failure2.message} ${failure2.next}`)), failure: failure2 };
}
function report(status, message) {
  return { outputs: { status, message }, summary: message };
}

// src/actions/environment/run.ts
async function runEnvironment(world, command) {
  const { mode, environment } = command;
  switch (mode) {
    case "lock": {
      const { request } = command;
      const result = await performLock(world, environment, request);
      if (result.kind !== "refused") await tell(world, [...given(request.pullRequest), ...whereOf(result.previous)]);
      return { mode, environment, result };
    }
    case "unlock": {
      const result = await performUnlock(world, environment, command.request);
      if (result.kind !== "refused") await tell(world, [...given(command.pullRequest), ...whereOf(endedBy(result))]);
      return { mode, environment, result };
    }
    case "status": {
      const { pullRequest } = command;
      const holds = await gatherHolds(world.documents);
      const preview = pullRequest === void 0 ? {} : { preview: await gatherStatus(world, pullRequest) };
      return { mode, environment, holds, now: world.clock.now(), ...preview };
    }
    default:
      return mode;
  }
}
function endedBy(result) {
  return result.kind === "unlocked" ? result.previous : result.expired;
}
function whereOf(hold) {
  return given(hold?.pullRequest);
}
function given(value) {
  return value === void 0 ? [] : [value];
}
async function tell({ documents, comments, clock, progress }, pullRequests) {
  for (const pullRequest of new Set(pullRequests)) {
    await attempt({ progress }, `write the comment of #${pullRequest}`, async () => {
      const environment = renderEnvironmentSlot(await gatherHolds(documents), pullRequest, clock.now());
      if (environment !== "" || await showsHold(comments, pullRequest))
        await comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { environment }));
    });
  }
}
async function showsHold(comments, pullRequest) {
  const found = await comments.find(pullRequest, pullRequestMarker);
  return found !== void 0 && readSlots(found.body).environment !== void 0;
}

// src/actions/environment/main.ts
await runAction(environmentContract, async ({ inputs, context, env, progress, setOutput, addSummary }) => {
  const command = commandOf(inputs);
  const github = gitHubInJob(inputs, context, progress);
  const world = { ...github, documents: documentsInJob(inputs, env), clock: systemClock, progress, run: context.run };
  await performCommand(world, inputs.mode === "status" ? void 0 : inputs.command, async () => {
    const report2 = reportOf(await runEnvironment(world, command));
    setOutput("status", report2.outputs.status);
    setOutput("message", report2.outputs.message);
    await addSummary(report2.summary);
    if (report2.failure) throw report2.failure;
  });
});
