import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  isAccepted,
  judge,
  missing,
  refused,
  renderGate
} from "./chunk-7WR7RJ4L.js";
import {
  composeComment,
  pullRequestMarker
} from "./chunk-WENMUMKB.js";
import "./chunk-VVCDHVEB.js";
import {
  inlineCode
} from "./chunk-6W7UW3BG.js";
import "./chunk-47IA4W2X.js";
import "./chunk-FQ3EPMCS.js";
import "./chunk-I3IM6THR.js";
import "./chunk-4ZZDUD76.js";
import "./chunk-HJYFICUU.js";
import "./chunk-NZLX3UOY.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/actions/gate/run.ts
async function runGate(world, files, request) {
  const verdict = judge(files, request);
  await world.addSummary(renderGate(verdict));
  if (!request.isFork) await tell(world, verdict, request);
  if (!isAccepted(verdict)) throw refused(verdict);
  if (verdict.missing.length > 0) throw missing(verdict.missing.map(({ folder }) => folder));
  return verdict;
}
async function tell({ comments }, verdict, request) {
  const { pullRequest } = request;
  if (isAccepted(verdict)) {
    if (await comments.find(pullRequest, pullRequestMarker) === void 0) return;
    await comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { policy: "" }));
    return;
  }
  const texts = refusalSlots(verdict, request);
  await comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, texts));
}
function refusalSlots(verdict, { headSha, runUrl }) {
  return {
    verdict: `**Refused by the synth gate** · commit ${inlineCode(headSha.slice(0, 7))} · [run](${runUrl})`,
    danger: "",
    policy: renderGate(verdict),
    changes: "",
    drift: "",
    commands: ""
  };
}
export {
  runGate
};
