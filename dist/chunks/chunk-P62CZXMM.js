import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  decideLock,
  decideUnlock,
  parseHold
} from "./chunk-4UFK7XPI.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/environment/hold-store.ts
var prefix = "locks/";
var pattern = /^locks\/([a-z][a-z\d-]*)\.hold\.json$/;
function holdKey(environment) {
  return `${prefix}${environment}.hold.json`;
}
async function gatherHold(documents, environment) {
  const found = await documents.read(holdKey(environment));
  if (!found) return { kind: "free" };
  const parsed = parseHold(found.value);
  const { version } = found;
  return parsed.kind === "valid" ? { kind: "held", hold: parsed.value, version } : { ...parsed, kind: "unreadable", version };
}
async function gatherHolds(documents) {
  const environments = (await documents.list(prefix)).flatMap((key) => pattern.exec(key)?.[1] ?? []);
  return Promise.all(environments.map(async (environment) => ({ environment, facts: await gatherHold(documents, environment) })));
}
function performLock(store, environment, request) {
  const key = holdKey(environment);
  return untilWritten(store, environment, async (facts, now) => {
    const decision = decideLock(facts, request, now);
    if (decision.kind === "refuse") return { kind: "refused", by: decision.by };
    const { kind, hold, over, previous } = decision;
    const { documents } = store;
    const version = over === void 0 ? await documents.create(key, hold) : await documents.replace(key, hold, over);
    if (version === void 0) return void 0;
    if (kind === "renew") return { kind: "renewed", hold, previous: decision.previous };
    return { kind: "locked", hold, ...previous && { previous } };
  });
}
function performUnlock(store, environment, request) {
  return untilWritten(store, environment, async (facts, now) => {
    const decision = decideUnlock(facts, request, now);
    if (decision.kind === "refuse") return { kind: "refused", by: decision.by };
    if (decision.kind === "none") return { kind: "not-locked", ...decision.expired && { expired: decision.expired } };
    const { version, previous, isForced } = decision;
    if (!await store.documents.remove(holdKey(environment), version)) return void 0;
    return { kind: "unlocked", isForced, ...previous && { previous } };
  });
}
var mostAttempts = 10;
async function untilWritten({ documents, clock }, environment, tryOnce) {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const result = await tryOnce(await gatherHold(documents, environment), clock.now());
    if (result !== void 0) return result;
  }
  throw busy(environment);
}
function busy(environment) {
  return failure({
    code: "environment/busy",
    what: `The hold of ${environment} was changed by others each of the ${mostAttempts} times that it was to be written.`,
    next: "See what holds it now (/status), and try again."
  });
}

export {
  holdKey,
  gatherHold,
  gatherHolds,
  performLock,
  performUnlock
};
