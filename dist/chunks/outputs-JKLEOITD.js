import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  sumSummaries,
  summarise
} from "./chunk-5AANYACB.js";
import {
  planDigest
} from "./chunk-LQ2E7PBK.js";
import {
  escapeText,
  link
} from "./chunk-6W7UW3BG.js";
import "./chunk-R5U37ZOC.js";

// src/actions/plan/outputs.ts
function planOutputs(outcome) {
  if (outcome.kind === "superseded") return { preview: "none" };
  const { plans, host, commentUrl, preview, noPreview } = outcome;
  const sum = sumSummaries(plans.map(({ plan }) => summarise(plan)));
  return {
    "has-changes": sumSummaries(host.map(({ plan }) => summarise(plan))).hasChanges,
    add: sum.add,
    change: sum.change,
    replace: sum.replace,
    destroy: sum.destroy,
    digest: planDigest(host),
    "comment-url": commentUrl,
    message: messageOf(sum, { commentUrl, noPreview }),
    ...preview ? previewOutputs(preview) : { preview: "none" }
  };
}
function messageOf(sum, { commentUrl, noPreview }) {
  const counts = `${sum.add} to add, ${sum.change} to change, ${sum.replace} to replace, ${sum.destroy} to destroy`;
  const told = `${sum.hasChanges ? counts : "No changes"}: see the ${link("comment", commentUrl)}.`;
  return noPreview === void 0 ? told : `${told} No preview: ${escapeText(noPreview)}.`;
}
function previewOutputs({
  shape,
  reason,
  image,
  slot,
  plan
}) {
  return {
    preview: "deploy",
    shape,
    reason,
    image,
    slot: slot ?? "",
    [shape === "isolated" ? "digest-platform" : "digest-service"]: plan?.plan.digest ?? ""
  };
}
export {
  planOutputs
};
