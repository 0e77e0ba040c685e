import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  instant,
  optional,
  parseRecord,
  text,
  wholeNumber
} from "./chunk-NZLX3UOY.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/adapters/aws/previews.ts
var fields = {
  pullRequest: wholeNumber,
  status: text,
  expiresAt: instant,
  updatedAt: optional(instant)
};
function openPreviews(documents, clock) {
  return {
    find: async (pullRequest) => {
      const found = await documents.read(leaseKeyOf(pullRequest));
      if (!found) return void 0;
      const parsed = parseRecord(found.value, fields);
      if (parsed.kind === "corrupt") throw corrupt(pullRequest, parsed.problems);
      if (parsed.value.pullRequest !== pullRequest) throw corrupt(pullRequest, [`pullRequest: expected ${pullRequest}`]);
      const { status, expiresAt } = parsed.value;
      return { pullRequest, status, expiresAt, version: found.version };
    },
    expire: async ({ pullRequest, version }, at) => {
      const found = await documents.read(leaseKeyOf(pullRequest));
      if (!found || found.version !== version) return false;
      const changed = { expiresAt: at.toISOString(), updatedAt: clock.now().toISOString() };
      const written = await documents.replace(leaseKeyOf(pullRequest), { ...found.value, ...changed }, version);
      return written !== void 0;
    }
  };
}
function leaseKeyOf(pullRequest) {
  return `previews/pr-${pullRequest}/lease.json`;
}
function corrupt(pullRequest, problems) {
  return failure({
    code: "preview/lease-corrupt",
    what: `The lease of the preview of #${pullRequest} cannot be read.`,
    next: `Comment \`/preview destroy\` on #${pullRequest}: it does without the lease.`,
    details: problems
  });
}
export {
  leaseKeyOf,
  openPreviews
};
