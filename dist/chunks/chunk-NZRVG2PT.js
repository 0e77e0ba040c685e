import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  previewName,
  synthLayout
} from "./chunk-I3IM6THR.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/plan/targets.ts
function hostPlatform(facts) {
  return {
    title: `platform of ${facts.environment}`,
    path: pathOf(facts, "host", "platform"),
    variables: platformVariables(facts)
  };
}
function hostService(facts, image) {
  return { title: `service of ${facts.environment}`, path: pathOf(facts, "host", "service"), variables: { image } };
}
function sharedPreview(facts, image, slot) {
  return {
    title: `preview ${previewName(facts.pullRequest)}`,
    path: pathOf(facts, "shared", "service"),
    variables: { image, cache_slot: slot }
  };
}
function isolatedPlatform(facts) {
  return {
    title: `platform of the preview ${previewName(facts.pullRequest)}`,
    path: pathOf(facts, "isolated", "platform"),
    variables: platformVariables(facts)
  };
}
function platformVariables({ domain, layout }) {
  return layout === "platform" ? {} : { domain };
}
function requireDomain({ layout }, domain) {
  if (layout === "platform" || domain !== "") return;
  throw failure({
    code: "action/inputs",
    what: "Bad inputs:\n- domain: required",
    next: `Set the variable OPSDECK_DOMAIN of the repository, or add the input in the workflow, under the step's "with".`
  });
}
function pathOf({ pullRequest }, group, layer) {
  const found = synthLayout(pullRequest).find((folder) => folder.group === group && folder.layer === layer);
  if (!found) throw new Error(`the layout has no ${group} ${layer}`);
  return found.path;
}

export {
  hostPlatform,
  hostService,
  sharedPreview,
  isolatedPlatform,
  requireDomain,
  pathOf
};
