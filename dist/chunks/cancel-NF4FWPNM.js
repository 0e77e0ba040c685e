import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  link
} from "./chunk-6W7UW3BG.js";
import "./chunk-R5U37ZOC.js";

// src/actions/chatops/cancel.ts
async function cancelRuns(world, pullRequest) {
  const { pullRequests, workflowRuns } = world;
  const found = await pullRequests.get(pullRequest);
  if (found === void 0) return "There is no such pull request any more.";
  const active = await workflowRuns.activeOfBranch(found.headRef);
  const own = active.filter(({ event, headRepository }) => event === "pull_request" && headRepository === found.headRepository);
  const cancelled = [];
  for (const run of own) if (await workflowRuns.cancel(run.runId)) cancelled.push(run);
  if (cancelled.length === 0) return "Nothing was running for this pull request.";
  const runs = cancelled.map(({ runId, url }) => link(`run ${runId}`, url)).join(", ");
  return `Cancelled ${runs}; what it has begun is taken up where it stands by the next one.`;
}
export {
  cancelRuns
};
