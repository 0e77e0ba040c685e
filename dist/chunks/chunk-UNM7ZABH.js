import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  initStack,
  planStack
} from "./chunk-ZQO7ENYS.js";
import {
  hostPlatform,
  hostService,
  pathOf
} from "./chunk-NZRVG2PT.js";

// src/actions/plan/host-plan.ts
async function planHost(world, facts, imageOtherwise) {
  const platform = hostPlatform(facts);
  await initStack(world, platform.path);
  if (facts.layout === "platform") return [await planStack(world, platform)];
  const servicePath = pathOf(facts, "host", "service");
  await initStack(world, servicePath);
  const service = hostService(facts, await imageOnHost(world, servicePath) ?? await imageOtherwise());
  return Promise.all([planStack(world, platform), planStack(world, service)]);
}
async function imageOnHost({ terraform, settings }, path) {
  const outputs = await terraform.open(`${settings.folder}/${path}`).output();
  const deployed = outputs.deployed_image?.value;
  return typeof deployed === "string" ? deployed : void 0;
}

export {
  planHost
};
