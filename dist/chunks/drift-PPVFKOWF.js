import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  joinParts,
  renderPlanComment
} from "./chunk-KHEIVGV3.js";
import {
  initStack,
  planStack
} from "./chunk-ZQO7ENYS.js";
import "./chunk-7QHSQBGH.js";
import {
  summarise
} from "./chunk-5AANYACB.js";
import "./chunk-XOZFNCSE.js";
import "./chunk-HQZ43T45.js";
import {
  hostPlatform,
  hostService,
  pathOf
} from "./chunk-NZRVG2PT.js";
import "./chunk-LQ2E7PBK.js";
import "./chunk-QKXRQCSS.js";
import "./chunk-7WE5OENK.js";
import "./chunk-R2VGQB5B.js";
import "./chunk-6W7UW3BG.js";
import "./chunk-I3IM6THR.js";
import "./chunk-HJYFICUU.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/actions/plan/drift.ts
async function reportDrift(world) {
  const plans = await planDeployed(world);
  const drifted = [];
  for (const plan of plans) {
    const issueUrl = await tell(world, plan);
    if (issueUrl !== void 0) drifted.push({ title: plan.title, issueUrl });
  }
  return { plans, drifted };
}
async function planDeployed(world) {
  const { environment, domain, folder, layout } = world.settings;
  const facts = { pullRequest: 0, environment, domain, layout };
  const platform = hostPlatform(facts);
  await initStack(world, platform.path);
  if (layout === "platform") return [await planStack(world, platform)];
  const servicePath = pathOf(facts, "host", "service");
  await initStack(world, servicePath);
  const deployed = (await world.terraform.open(`${folder}/${servicePath}`).output()).deployed_image?.value;
  const platformPlan = await planStack(world, platform);
  if (typeof deployed !== "string") {
    world.progress.info(`No service is deployed on ${environment}: there is nothing to compare its stack with.`);
    return [platformPlan];
  }
  return [platformPlan, await planStack(world, hostService(facts, deployed))];
}
async function tell({ issues, settings }, stack) {
  const marker = `drift/${stack.title.replaceAll(" ", "-")}`;
  if (!summarise(stack.plan).hasChanges) {
    await issues.close(marker, `The ${stack.title} is as the code says again: [run](${settings.runUrl}).`);
    return void 0;
  }
  const body = [
    `The ${stack.title} is not what the default branch says. Either somebody changed it by hand, or something was merged and not applied.`,
    joinParts(renderPlanComment([stack], { runUrl: settings.runUrl })),
    "This issue is brought up to date every night, and closed when the difference is gone."
  ].join("\n\n");
  const { url } = await issues.upsertOpen({ marker, title: `Drift: ${stack.title}`, body, labels: ["drift"] });
  return url;
}
export {
  reportDrift
};
