import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  readConstructPaths
} from "./chunk-7QHSQBGH.js";
import {
  readPlan
} from "./chunk-XOZFNCSE.js";
import {
  redactFailure
} from "./chunk-QKXRQCSS.js";
import {
  createRedactor
} from "./chunk-7WE5OENK.js";
import {
  isFailure
} from "./chunk-BDGJGAS6.js";

// src/actions/plan/plan-stack.ts
import { join } from "node:path";
var planFile = "opsdeck.tfplan";
async function initStack({ terraform, settings, progress, signal }, path) {
  progress.info(`▸ init ${path}`);
  const folder = terraform.open(join(settings.folder, path));
  await folder.init({ backendConfig: { bucket: settings.bucket }, signal }).catch(rethrowRedacted);
}
async function planStack(world, { title, path, variables }) {
  const { terraform, settings, progress, signal } = world;
  const folder = terraform.open(join(settings.folder, path));
  progress.info(`▸ plan ${title}`);
  const warnings = [];
  const onEvent = collectWarnings(warnings);
  await folder.plan({ variables, outFile: planFile, lockTimeoutSeconds: 60, signal, onEvent }).catch(rethrowRedacted);
  const plan = readPlan(await folder.showBytes(planFile));
  const redactor = createRedactor(plan.sensitiveTexts);
  for (const warning of warnings) progress.info(`Terraform warns: ${redactor.text(warning)}`);
  progress.info(`✔ plan ${title}: ${plan.resources.length} resources would change, digest ${plan.digest.slice(0, 12)}`);
  return { title, plan, constructPaths: readConstructPaths(settings.stacks.get(path)) };
}
function collectWarnings(into) {
  return (event) => {
    if (event.kind === "diagnostic" && event.diagnostic.severity === "warning") into.push(event.diagnostic.summary);
  };
}
function rethrowRedacted(error) {
  throw isFailure(error) ? redactFailure(error) : error;
}

export {
  planFile,
  initStack,
  planStack
};
