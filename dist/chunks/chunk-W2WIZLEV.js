import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  leaseKey,
  lockKey
} from "./chunk-SRSD7JIV.js";
import {
  instantText,
  relativeText
} from "./chunk-YKXHXIZI.js";
import {
  gatherLockAt
} from "./chunk-2CJY75CO.js";
import {
  parseLease
} from "./chunk-4UFK7XPI.js";
import {
  escapeText,
  inlineCode
} from "./chunk-6W7UW3BG.js";
import {
  ownerText
} from "./chunk-RVEYIF44.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/preview/lease-store.ts
async function gatherLease(documents, pullRequest) {
  const found = await documents.read(leaseKey(pullRequest));
  if (!found) return { kind: "none" };
  const parsed = parseLease(found.value, pullRequest);
  const { version } = found;
  return parsed.kind === "valid" ? { kind: "valid", lease: parsed.value, version } : { ...parsed, version };
}
async function openLease({ documents, lease, found, now }) {
  const key = leaseKey(lease.pullRequest);
  let current = lease;
  let version = found.kind === "none" ? void 0 : found.version;
  const put = async (next) => {
    const stamped = { ...next, updatedAt: now().toISOString() };
    const written = version === void 0 ? await documents.create(key, stamped) : await documents.replace(key, stamped, version);
    if (written === void 0) throw changed(lease.pullRequest);
    current = stamped;
    version = written;
  };
  await put(lease);
  return {
    current: () => current,
    write: (change) => put({ ...current, ...change }),
    rewrite: put,
    remove: async () => {
      if (!await documents.remove(key, version)) throw changed(lease.pullRequest);
    }
  };
}
function changed(pullRequest) {
  return failure({
    code: "preview/lease-changed",
    what: `The lease of the preview of #${pullRequest} was written by somebody else in the middle of this run.`,
    next: "Find out who writes it without holding the lock; then run the job again."
  });
}

// src/actions/preview/status.ts
async function gatherStatus(world, pullRequest) {
  const [lease, lock] = await Promise.all([gatherLease(world.documents, pullRequest), gatherLockAt(world, lockKey(pullRequest))]);
  return { pullRequest, lease, lock, now: world.clock.now() };
}
function renderStatus({ pullRequest, lease, lock, now }) {
  const lines = [leaseText(pullRequest, lease, now), ...lockText(lock)];
  return lines.join("\n\n");
}
function leaseText(pullRequest, found, now) {
  if (found.kind === "none") return `There is no preview of #${pullRequest}.`;
  if (found.kind === "corrupt")
    return `The lease of the preview of #${pullRequest} cannot be read; destroy it, or deploy it again.`;
  const { lease } = found;
  const rows = [
    ["status", statusText(lease)],
    ["commit", inlineCode(lease.headSha.slice(0, 7))],
    ["shape", lease.shape],
    ...lease.slot === void 0 ? [] : [["slot", String(lease.slot)]],
    ...!lease.url ? [] : [["URL", inlineCode(lease.url)]],
    ["image", inlineCode(lease.image)],
    ["since", instantText(lease.createdAt)],
    ["goes", relativeText(lease.expiresAt, now)],
    ...lease.cost === void 0 ? [] : [["costs", escapeText(lease.cost)]]
  ];
  return [`Preview of #${pullRequest}:`, "", "| | |", "|---|---|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    "\n"
  );
}
function statusText({ status, step, failure: failure2 }) {
  if (status === "failed") return `failed at the step ${step} (${inlineCode(failure2?.code ?? "unknown")})`;
  return status === "deploying" || status === "destroying" ? `${status}, at the step ${step}` : status;
}
function lockText(lock) {
  if (lock.kind === "free") return [];
  if (lock.kind === "unreadable") return ["Its lock cannot be read."];
  const ended = lock.holderIsActive ? "" : ", which has ended: the next run takes it over";
  return [`Locked by ${ownerText(lock.lock.owner)} since ${lock.lock.since.slice(0, 16).replace("T", " ")} UTC${ended}.`];
}

export {
  gatherLease,
  openLease,
  gatherStatus,
  renderStatus
};
