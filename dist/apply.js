import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  planHost
} from "./chunks/chunk-UNM7ZABH.js";
import {
  defaultPatience
} from "./chunks/chunk-WQNU54CN.js";
import {
  openProgressLine
} from "./chunks/chunk-QW7FHUYZ.js";
import {
  passGate
} from "./chunks/chunk-7WR7RJ4L.js";
import "./chunks/chunk-HSY6F4OR.js";
import {
  applying
} from "./chunks/chunk-NAVUIGLH.js";
import {
  planFile
} from "./chunks/chunk-ZQO7ENYS.js";
import "./chunks/chunk-7QHSQBGH.js";
import {
  sumSummaries,
  summarise
} from "./chunks/chunk-5AANYACB.js";
import "./chunks/chunk-Z4AOQWZG.js";
import "./chunks/chunk-XOZFNCSE.js";
import "./chunks/chunk-HQZ43T45.js";
import {
  pathOf,
  requireDomain
} from "./chunks/chunk-NZRVG2PT.js";
import {
  planDigest,
  shownDigestLength
} from "./chunks/chunk-LQ2E7PBK.js";
import {
  gatherLeftUnfinished
} from "./chunks/chunk-D2SC5CUA.js";
import "./chunks/chunk-QKXRQCSS.js";
import "./chunks/chunk-7WE5OENK.js";
import {
  composeComment,
  pullRequestMarker
} from "./chunks/chunk-WENMUMKB.js";
import {
  obstacleFailure
} from "./chunks/chunk-3HQIWQCE.js";
import "./chunks/chunk-YKXHXIZI.js";
import {
  performCommand
} from "./chunks/chunk-24TMGAD3.js";
import "./chunks/chunk-TMEDGICA.js";
import {
  environmentLockKey,
  stateLockKeys
} from "./chunks/chunk-XXM2JR5H.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-NBLDYUCQ.js";
import "./chunks/chunk-VVCDHVEB.js";
import {
  acquireLock,
  releaseLock
} from "./chunks/chunk-2CJY75CO.js";
import {
  gatherHold
} from "./chunks/chunk-P62CZXMM.js";
import {
  decideObstacle
} from "./chunks/chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunks/chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode
} from "./chunks/chunk-6W7UW3BG.js";
import {
  ownerText
} from "./chunks/chunk-RVEYIF44.js";
import {
  cloudInJob
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

// src/actions/apply/main.ts
import { resolve } from "node:path";

// src/actions/apply/refusals.ts
async function refuseHeld({ documents, clock, settings }, { actor }) {
  const { environment } = settings;
  const obstacle = decideObstacle(await gatherHold(documents, environment), actor, clock.now());
  if (obstacle !== void 0) throw obstacleFailure("apply", environment, obstacle);
}
async function refuseUnfinished({ documents, settings }) {
  const unfinished = await gatherLeftUnfinished(documents, settings.environment, settings.bucket);
  if (unfinished) throw unfinished;
}
async function refuseMoved({ pullRequests }, { pullRequest, headSha }) {
  const found = await pullRequests.get(pullRequest);
  if (found?.state !== "open") {
    throw failure({
      code: "apply/closed",
      what: `Pull request #${pullRequest} is closed: nothing of it is applied.`,
      next: "Reopen it, or let the deployment of the default branch do it."
    });
  }
  if (found.headSha === headSha) return;
  throw failure({
    code: "apply/moved-on",
    what: `The commit ${found.headSha.slice(0, 7)} was pushed after ${headSha.slice(0, 7)} was accepted: nothing was applied.`,
    next: "Look at the new commit and its plan, and apply that."
  });
}

// src/actions/apply/apply.ts
async function applyReviewed(world, request) {
  const { settings, progress } = world;
  refuseVague(request);
  const key = environmentLockKey(settings.environment);
  await refuseHeld(world, request);
  progress.info("▸ lock");
  const acquired = await acquireLock(world, {
    key,
    subject: settings.environment,
    reason: `apply of #${request.pullRequest}`,
    waitSeconds: settings.lockWaitSeconds,
    pollSeconds: settings.lockPollSeconds,
    stateLocks: stateLockKeys(settings.environment),
    unreadable: (problems) => unreadableLock(world, problems)
  });
  if (acquired.kind === "locked") throw locked(world, `${ownerText(acquired.by.owner)} (${acquired.by.reason})`);
  try {
    return await applyLocked(world, request);
  } finally {
    progress.info("▸ unlock");
    await releaseLock(world, key, acquired.version);
  }
}
async function applyLocked(world, request) {
  await refuseMoved(world, request);
  await refuseUnfinished(world);
  world.tell("planning again");
  const plans = await plan(world, request);
  const digest = planDigest(plans);
  if (!digest.startsWith(request.reviewed)) throw planChanged(request, digest);
  if (plans.some(({ plan: { errored } }) => errored)) throw planErrored();
  const { hasChanges } = sumSummaries(plans.map(({ plan: each }) => summarise(each)));
  if (!hasChanges) return { kind: "nothing-to-do", digest };
  await refuseHeld(world, request);
  await refuseMoved(world, request);
  const changed = await applyPlans(world, request, plans);
  world.tell("looking whether anything is left");
  const left = await plan(world, request);
  return { kind: "applied", digest, changed, left: left.reduce((sum, { plan: each }) => sum + each.resources.length, 0) };
}
function plan(world, request) {
  return planHost(world, factsOf(world, request), async () => {
    if (world.settings.image !== "") return world.settings.image;
    throw failure({
      code: "apply/no-image",
      what: `${world.settings.environment} has no service yet, and no image of the application is configured.`,
      next: "Set the variable OPSDECK_IMAGE of the repository."
    });
  });
}
async function applyPlans(world, request, plans) {
  const { terraform, settings, signal, progress } = world;
  let changed = 0;
  for (const [at, layer] of ["platform", "service"].entries()) {
    const layerPlan = plans[at];
    if (layerPlan === void 0 || !summarise(layerPlan.plan).hasChanges) continue;
    const { plan: planned, title } = layerPlan;
    progress.info(`▸ apply ${title}`);
    const folder = terraform.open(`${settings.folder}/${pathOf(factsOf(world, request), "host", layer)}`);
    const onEvent = applying(world, { title, of: planned.resources.length });
    const { counts } = await folder.apply({ planFile, lockTimeoutSeconds: settings.stateLockTimeoutSeconds, signal, onEvent });
    changed += counts.add + counts.change + counts.remove;
    progress.info(`✔ apply ${title}`);
  }
  return changed;
}
function factsOf({ settings }, { pullRequest }) {
  return { pullRequest, environment: settings.environment, domain: settings.domain, layout: settings.layout };
}
function refuseVague({ reviewed }) {
  if (new RegExp(`^[0-9a-f]{${shownDigestLength},64}$`).test(reviewed)) return;
  throw failure({
    code: "apply/no-digest",
    what: `This is no digest of a plan: ${JSON.stringify(reviewed.slice(0, 80))}.`,
    next: `Copy it from the comment: at least its first ${shownDigestLength} digits.`
  });
}
function planChanged({ reviewed }, digest) {
  const now = digest.slice(0, shownDigestLength);
  return failure({
    code: "apply/plan-changed",
    what: `The plan is not the one that was reviewed: its digest is ${now} now, not ${reviewed.slice(0, shownDigestLength)}.`,
    next: "Ask for /plan, look at what it would change now, and apply that."
  });
}
function planErrored() {
  return failure({
    code: "apply/plan-errored",
    what: "The plan ended with an error, so it tells only a part of what would change.",
    next: "Read the error in the log, mend it, and ask for /plan."
  });
}
function locked({ settings }, by) {
  return failure({
    code: "apply/locked",
    what: `${settings.environment} is being changed by ${by}.`,
    next: "Wait until that run has ended, and ask again."
  });
}
function unreadableLock({ settings }, problems) {
  return failure({
    code: "apply/lock-unreadable",
    what: `The lock of ${settings.environment} is no lock of ours, so nobody can tell who holds it.`,
    next: `Make sure that no run works on it, then remove s3://${settings.bucket}/${environmentLockKey(settings.environment)}.`,
    details: problems
  });
}

// src/actions/apply/contract.ts
var applyContract = contract({
  name: "apply",
  title: "Opsdeck apply",
  about: "Applies what a pull request's plan would change on its environment, and nothing else: it plans again, and refuses when the digest is not the one that was reviewed, when the pull request has moved on, or when somebody holds the environment.",
  inputs: {
    "pull-request": { ...commonInputs["pull-request"], required: true },
    "head-sha": { ...commonInputs["head-sha"], required: true },
    plan: { kind: "text", about: "Digest of the plan that was reviewed, at least its first 12 digits", required: true },
    actor: { kind: "text", about: "Login of who asks for it: whoever holds the environment may apply to it", required: true },
    command: commonInputs.command,
    directory: commonInputs.directory,
    config: commonInputs.config,
    environment: commonInputs.environment,
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    domain: commonInputs.domain,
    image: {
      kind: "text",
      about: "Image of the application, for an environment that has no service yet: `<repository>@sha256:<64 hex digits>`"
    },
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    status: { about: "`applied`, `nothing-to-do`, or the code of the failure" },
    digest: { about: "Digest of what was planned" },
    ...commonOutputs
  },
  permissions: { actions: "read", contents: "read", "id-token": "write", "pull-requests": "write" },
  role: "deploy",
  triggers: ["issue_comment"]
});

// src/actions/apply/report.ts
function reportOf(environment, result) {
  const message = messageOf(environment, result);
  return { outputs: { status: result.kind, digest: result.digest, message }, summary: message };
}
function messageOf(environment, result) {
  if (result.kind === "nothing-to-do") return `${environment} is as the pull request wants it already.`;
  const { changed, left } = result;
  const applied = `${counted(changed, "change")} applied to ${environment}`;
  if (left === 0) return `${applied}; a further plan has nothing to change.`;
  return `${applied}; a further plan would change ${counted(left, "resource")}: ask for \`/plan\`.`;
}
function counted(count, what) {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

// src/actions/apply/tell-applied.ts
async function tellApplied({ comments, progress }, { pullRequest, actor }, environment, result) {
  if (result.kind !== "applied") return;
  const digest = inlineCode(result.digest.slice(0, shownDigestLength));
  const commands = `The plan ${digest} was applied to ${escapeText(environment)}, asked for by ${inlineCode(actor)}.`;
  await attempt(
    { progress },
    "write the comment",
    () => comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { commands }))
  );
}

// src/actions/apply/main.ts
await runAction(applyContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const { environment, region } = inputs;
  const pullRequest = inputs["pull-request"];
  const config = await readStacksConfig(inputs.config);
  requireDomain(config, inputs.domain);
  const stacks = passGate(await readStackFolder(inputs.directory, synthLimits), { pullRequest, environment, region, config });
  const gitHub = gitHubInJob(inputs, context, progress);
  const cloud = await cloudInJob(inputs, env);
  const { lockWaitSeconds, lockPollSeconds, stateLockTimeoutSeconds } = defaultPatience;
  const ports = { ...gitHub, ...cloud, clock: systemClock, progress, signal, run: context.run };
  const line = openProgressLine({ ...ports, runUrl: context.runUrl }, inputs.command);
  const settings = {
    folder: resolve(inputs.directory),
    stacks,
    layout: config.layout,
    environment,
    bucket: inputs["state-bucket"],
    domain: inputs.domain,
    image: inputs.image ?? "",
    ...{ lockWaitSeconds, lockPollSeconds, stateLockTimeoutSeconds }
  };
  const request = { pullRequest, headSha: inputs["head-sha"], reviewed: inputs.plan, actor: inputs.actor };
  try {
    const result = await performCommand(
      ports,
      inputs.command,
      () => applyReviewed({ ...ports, settings, tell: line.tell }, request)
    );
    if (result === void 0) return;
    await tellApplied({ ...gitHub, progress }, request, environment, result);
    const { outputs, summary } = reportOf(environment, result);
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
    await addSummary(summary);
  } finally {
    await line.end();
  }
});
