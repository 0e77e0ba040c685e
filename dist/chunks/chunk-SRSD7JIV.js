import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/preview/keys.ts
var layers = ["platform", "service"];
var stateNames = ["strays", "service", "platform"];
var previewsPrefix = "previews/";
var slotsPrefix = "previews/slots/";
var locksPrefix = "locks/pr-";
function folderOf(pullRequest) {
  return `${previewsPrefix}pr-${pullRequest}/`;
}
function leaseKey(pullRequest) {
  return `${folderOf(pullRequest)}lease.json`;
}
function stateKey(pullRequest, name) {
  return `${folderOf(pullRequest)}${name}.tfstate`;
}
function stateLockKey(pullRequest, name) {
  return `${stateKey(pullRequest, name)}.tflock`;
}
function lockKey(pullRequest) {
  return `${locksPrefix}${pullRequest}.json`;
}
function slotKey(slot) {
  return `${slotsPrefix}${slot}.json`;
}
var patterns = [
  { kind: "lease", pattern: /^previews\/pr-(\d+)\/lease\.json$/ },
  { kind: "lock", pattern: /^locks\/pr-(\d+)\.json$/ },
  { kind: "slot", pattern: /^previews\/slots\/(\d+)\.json$/ }
];
var statePattern = /^previews\/pr-(\d+)\/(strays|service|platform)\.tfstate(\.tflock)?$/;
function parseKey(key) {
  const [, pullRequest, state, lock] = statePattern.exec(key) ?? [];
  if (pullRequest && state) {
    return { kind: lock ? "state-lock" : "state", pullRequest: Number(pullRequest), state };
  }
  for (const { kind, pattern } of patterns) {
    const number = pattern.exec(key)?.[1];
    if (number === void 0) continue;
    return kind === "slot" ? { kind, slot: Number(number) } : { kind, pullRequest: Number(number) };
  }
  return void 0;
}

export {
  layers,
  stateNames,
  previewsPrefix,
  slotsPrefix,
  locksPrefix,
  folderOf,
  leaseKey,
  stateKey,
  stateLockKey,
  lockKey,
  slotKey,
  parseKey
};
