import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  initStack,
  planStack
} from "./chunk-IHN24OIQ.js";
import {
  hostPlatform,
  hostService,
  pathOf
} from "./chunk-5ZBPC4JQ.js";

// src/actions/plan/host-plan.ts
async function planHost(world, facts, imageOtherwise) {
  const platform = hostPlatform(facts);
  const servicePath = pathOf(facts, "host", "service");
  await initStack(world, platform.path);
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
