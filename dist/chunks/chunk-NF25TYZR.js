import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readConstructPaths
} from "./chunk-IBQNVE7F.js";
import {
  readPlan
} from "./chunk-WTMSB3G3.js";

// src/actions/plan/plan-stack.ts
import { join } from "node:path";
var planFile = "opsdeck.tfplan";
async function initStack({ terraform, settings, progress, signal }, path) {
  progress.info(`▸ init ${path}`);
  await terraform.open(join(settings.folder, path)).init({ backendConfig: { bucket: settings.bucket }, signal });
}
async function planStack(world, { title, path, variables }) {
  const { terraform, settings, progress, signal } = world;
  const folder = terraform.open(join(settings.folder, path));
  progress.info(`▸ plan ${title}`);
  await folder.plan({ variables, outFile: planFile, lockTimeoutSeconds: 60, signal, onEvent: warningsTo(world) });
  const plan = readPlan(await folder.showBytes(planFile));
  progress.info(`✔ plan ${title}: ${plan.resources.length} resources would change, digest ${plan.digest.slice(0, 12)}`);
  return { title, plan, constructPaths: readConstructPaths(settings.stacks.get(path)) };
}
function warningsTo({ progress }) {
  return (event) => {
    if (event.kind !== "diagnostic" || event.diagnostic.severity !== "warning") return;
    progress.info(`Terraform warns: ${event.diagnostic.summary}`);
  };
}

export {
  initStack,
  planStack
};
