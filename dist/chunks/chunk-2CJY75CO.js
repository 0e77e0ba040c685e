import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  addSeconds
} from "./chunk-4UFK7XPI.js";
import {
  decideLock,
  isTerminal,
  ownerText,
  parseLock
} from "./chunk-RVEYIF44.js";

// src/actions/lock/hold-lock.ts
var lockSeconds = 2 * 3600;
var terminalLockSeconds = 120;
async function acquireLock(world, request) {
  const { clock, progress, signal } = world;
  const { subject, pollSeconds } = request;
  const givingUpAtMs = clock.now().getTime() + request.waitSeconds * 1e3;
  for (; ; ) {
    const decision = decideLock(await gatherLockAt(world, request.key), world.run);
    if (decision.kind === "refuse") throw request.unreadable(decision.problems);
    if (decision.kind === "wait") {
      if (clock.now().getTime() >= givingUpAtMs) return { kind: "locked", by: decision.holder };
      progress.info(`${subject} is locked by ${ownerText(decision.holder.owner)} (${decision.holder.reason}); waiting.`);
      await clock.sleep(pollSeconds * 1e3, signal);
      continue;
    }
    const version = await write(world, request, decision.kind === "create" ? void 0 : decision.version);
    if (version === void 0) continue;
    if (decision.kind === "take-over") await takeOver(world, request, decision.from);
    return { kind: "held", version };
  }
}
async function gatherLockAt(world, key) {
  const { documents } = world;
  const found = await documents.read(key);
  if (!found) return { kind: "free" };
  const parsed = parseLock(found.value);
  if (parsed.kind === "corrupt") return { kind: "unreadable", problems: parsed.problems };
  const holderIsActive = await isAlive(world, parsed.value);
  return { kind: "held", lock: parsed.value, version: found.version, holderIsActive };
}
async function isAlive({ workflowRuns, clock }, lock) {
  if (isTerminal(lock.owner)) return clock.now().getTime() < Date.parse(lock.expires);
  return workflowRuns.isActive(lock.owner);
}
async function write(world, request, version) {
  const { documents, clock, run } = world;
  const now = clock.now();
  const owner = { runId: run.runId, attempt: run.attempt, job: run.job };
  const seconds = isTerminal(owner) ? terminalLockSeconds : lockSeconds;
  const lock = { owner, reason: request.reason, since: now.toISOString(), expires: addSeconds(now, seconds) };
  return version === void 0 ? documents.create(request.key, lock) : documents.replace(request.key, lock, version);
}
async function takeOver({ documents, progress }, { stateLocks }, from) {
  progress.warning(`Took the lock over from ${ownerText(from.owner)} (${from.reason}), which has ended without releasing it.`);
  for (const key of stateLocks) await documents.remove(key);
}
async function releaseLock({ documents, progress }, key, version) {
  const said = "The lock could not be released; the next run takes it over when this one has ended";
  try {
    if (!await documents.remove(key, version)) progress.warning(`${said}: it has been changed meanwhile.`);
  } catch (error) {
    progress.warning(`${said}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export {
  terminalLockSeconds,
  acquireLock,
  gatherLockAt,
  releaseLock
};
