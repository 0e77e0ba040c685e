import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  gatherPreferredSlot,
  renderPreviewSection
} from "./chunk-T42DGW4D.js";
import {
  planHost
} from "./chunk-UNM7ZABH.js";
import {
  findImage
} from "./chunk-CP4AM23R.js";
import {
  renderPlanComment
} from "./chunk-KHEIVGV3.js";
import {
  initStack,
  planStack
} from "./chunk-ZQO7ENYS.js";
import "./chunk-7QHSQBGH.js";
import {
  sumSummaries,
  summarise
} from "./chunk-5AANYACB.js";
import "./chunk-XOZFNCSE.js";
import "./chunk-HQZ43T45.js";
import {
  isolatedPlatform,
  sharedPreview
} from "./chunk-NZRVG2PT.js";
import {
  planDigest,
  shownDigestLength
} from "./chunk-LQ2E7PBK.js";
import "./chunk-QKXRQCSS.js";
import "./chunk-7WE5OENK.js";
import "./chunk-SRSD7JIV.js";
import {
  commentBudget,
  composeComment,
  pullRequestMarker
} from "./chunk-WENMUMKB.js";
import "./chunk-3HQIWQCE.js";
import "./chunk-YKXHXIZI.js";
import "./chunk-R2VGQB5B.js";
import "./chunk-4UFK7XPI.js";
import {
  escapeText,
  fence,
  inlineCode
} from "./chunk-6W7UW3BG.js";
import "./chunk-I3IM6THR.js";
import "./chunk-HJYFICUU.js";
import "./chunk-NZLX3UOY.js";
import {
  isFailure
} from "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/actions/plan/preview-decision.ts
function decidePreview({ pullRequest, policy, platformChanges, environment, layout }) {
  const isolated = pullRequest.labels.includes(policy.isolationLabel);
  const { isRequested } = policy;
  const asked = isRequested || isolated || pullRequest.labels.includes(policy.previewLabel);
  if (pullRequest.isFork && !isRequested)
    return { preview: "none", reason: "it comes from a fork, whose code gets no credentials" };
  if (policy.previews === "never") return { preview: "none", reason: "previews are switched off" };
  if (policy.previews === "label" && !asked) {
    return { preview: "none", reason: `nobody asked for one: add the label "${policy.previewLabel}"` };
  }
  if (pullRequest.isDraft && !asked) {
    return { preview: "none", reason: `it is a draft: mark it as ready, or add the label "${policy.previewLabel}"` };
  }
  if (layout === "platform")
    return { preview: "deploy", shape: "isolated", reason: "there is one stack, and every preview has its own" };
  if (isolated) return { preview: "deploy", shape: "isolated", reason: `the label "${policy.isolationLabel}" asks for it` };
  if (platformChanges > 0) {
    const what = platformChanges === 1 ? "1 resource" : `${platformChanges} resources`;
    return { preview: "deploy", shape: "isolated", reason: `it changes ${what} of the platform of ${environment}` };
  }
  return { preview: "deploy", shape: "shared", reason: `it leaves the platform of ${environment} as it is` };
}

// src/actions/plan/publish.ts
var checkName = "opsdeck plan";
var roomForOthers = 8e3;
async function publishPlans(world, { pullRequest, headSha, plans, digest, slots = {} }) {
  const { runUrl } = world.settings;
  const parts = renderPlanComment(plans, { commitSha: headSha, runUrl, digest }, commentBudget - roomForOthers);
  const sum = sumSummaries(plans.map(({ plan }) => summarise(plan)));
  await world.checks.report({
    name: checkName,
    headSha,
    conclusion: sum.errored ? "failure" : "success",
    title: sum.hasChanges ? `${sum.add} to add, ${sum.change} to change, ${sum.replace} to replace, ${sum.destroy} to destroy` : "No changes",
    summary: [`digest \`${digest.slice(0, shownDigestLength)}\``, parts.danger].filter(Boolean).join("\n\n"),
    detailsUrl: runUrl
  });
  const texts = { ...parts, ...slots };
  const comment = await world.comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, texts));
  return comment.url;
}
async function publishStart({ checks, settings }, headSha) {
  await checks.report({
    name: checkName,
    headSha,
    title: "Planning",
    summary: "Terraform compares what the pull request wants with what there is.",
    detailsUrl: settings.runUrl
  });
}

// src/actions/plan/render/commands.ts
function renderCommands(environment, host) {
  const { hasChanges, errored } = sumSummaries(host.map(({ plan }) => summarise(plan)));
  if (!hasChanges || errored) return "";
  const digest = planDigest(host).slice(0, shownDigestLength);
  return `To apply this to ${escapeText(environment)}, comment:

${fence(`/apply plan=${digest}`)}`;
}

// src/actions/plan/pull-request-plan.ts
async function planPullRequest(world, request) {
  const pullRequest = await world.pullRequests.get(request.pullRequest);
  if (pullRequest?.state !== "open") return { kind: "superseded", why: "the pull request is closed" };
  if (pullRequest.headSha !== request.headSha) return { kind: "superseded", why: `${pullRequest.headSha} was pushed meanwhile` };
  try {
    await publishStart(world, request.headSha);
    return await planOpen(world, pullRequest);
  } catch (error) {
    await publishFailure(world, request, error).catch((second) => world.progress.warning(untold(second)));
    throw error;
  }
}
async function planOpen(world, pullRequest) {
  const { number, headSha } = pullRequest;
  const { environment, domain, layout } = world.settings;
  const facts = { pullRequest: number, environment, domain, layout };
  const host = await planHost(world, facts, () => imageOf(world, headSha));
  const [platform] = host;
  const decision = decide(world, pullRequest, platform?.plan.resources.length ?? 0);
  const digest = planDigest(host);
  const soon = {
    commands: renderCommands(environment, host),
    ...decision.preview === "none" && { preview: renderPreviewSection({ kind: "none", reason: decision.reason }) }
  };
  const commentUrl = await publishPlans(world, { pullRequest: number, headSha, plans: host, digest, slots: soon });
  if (decision.preview === "none") {
    return { kind: "planned", plans: host, host, commentUrl, preview: void 0, noPreview: decision.reason };
  }
  const preview = await planPreview(world, facts, headSha, decision);
  const plans = preview.plan ? [...host, preview.plan] : host;
  await publishPlans(world, { pullRequest: number, headSha, plans, digest });
  return { kind: "planned", plans, host, commentUrl, preview };
}
function decide({ settings }, pullRequest, platformChanges) {
  const { policy, environment, image, layout } = settings;
  const decision = decidePreview({ pullRequest, policy, platformChanges, environment, layout });
  if (decision.preview === "none" || image !== "" || layout === "platform") return decision;
  return { preview: "none", reason: "no image of the application is configured: set the variable OPSDECK_IMAGE" };
}
async function planPreview(world, facts, headSha, wanted) {
  const { shape, reason } = wanted;
  const image = facts.layout === "platform" ? "" : await imageOf(world, headSha);
  if (shape === "isolated") {
    const target2 = isolatedPlatform(facts);
    await initStack(world, target2.path);
    return { shape, reason, image, plan: await planStack(world, target2) };
  }
  const { maximumPreviews: maximum } = world.settings;
  const slot = await gatherPreferredSlot(world.documents, { pullRequest: facts.pullRequest, maximum });
  if (slot === void 0) return { shape, reason, image };
  const target = sharedPreview(facts, image, slot);
  await initStack(world, target.path);
  return { shape, reason, image, slot, plan: await planStack(world, target) };
}
function imageOf({ images, clock, progress, signal, settings }, headSha) {
  const { image: wanted, imagePatienceSeconds: patienceSeconds } = settings;
  return findImage({ wanted, headSha, images, clock, progress, signal, patienceSeconds });
}
async function publishFailure(world, { pullRequest, headSha }, error) {
  const { runUrl } = world.settings;
  const told = isFailure(error) ? error : void 0;
  const title = world.signal.aborted ? "Cancelled" : "The plan failed";
  const summary = told ? failureText(told) : "This is a bug in opsdeck: see the log.";
  const conclusion = world.signal.aborted ? "cancelled" : "failure";
  await world.checks.report({ name: checkName, headSha, conclusion, title, summary, detailsUrl: runUrl });
  if (world.signal.aborted) return;
  const verdict = `**${title}** · commit ${inlineCode(headSha.slice(0, 7))} · [run](${runUrl})

${summary}`;
  const texts = { verdict, danger: "", changes: "", drift: "", commands: "" };
  await world.comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, texts));
}
function untold(error) {
  const why = isFailure(error) ? `${error.message} ${error.next}` : String(error);
  return `The comment and the check do not tell of the failure below: ${why}`;
}
function failureText({ message, next, code }) {
  return `${escapeText(message)}

→ ${escapeText(next)} (${inlineCode(code)})`;
}
export {
  planPullRequest
};
