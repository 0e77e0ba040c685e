import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  previewContract,
  worldOf
} from "./chunks/chunk-MFQFJYAZ.js";
import "./chunks/chunk-WQNU54CN.js";
import {
  lockKey,
  stateLockKey,
  stateNames
} from "./chunks/chunk-SRSD7JIV.js";
import {
  isSameOwner,
  parseLock
} from "./chunks/chunk-4QWFAPT7.js";
import {
  cloudInJob
} from "./chunks/chunk-YKETB6GW.js";
import "./chunks/chunk-5XDDCBZJ.js";
import "./chunks/chunk-FXBH224E.js";
import "./chunks/chunk-AGY4HYYO.js";
import {
  gitHubInJob
} from "./chunks/chunk-HUUXACDV.js";
import "./chunks/chunk-5ZPXBB3R.js";
import "./chunks/chunk-QMJKHENA.js";
import "./chunks/chunk-BXS4ZVCV.js";
import "./chunks/chunk-F34PFQNI.js";
import "./chunks/chunk-AK2LLNL2.js";
import "./chunks/chunk-IBPTGO2M.js";
import {
  systemClock
} from "./chunks/chunk-MBAUKM4E.js";
import "./chunks/chunk-UDYFTG4G.js";
import "./chunks/chunk-EJRF2REC.js";
import "./chunks/chunk-JVH4N7KU.js";
import "./chunks/chunk-5V53TFV4.js";
import {
  runAction
} from "./chunks/chunk-PVCV664M.js";
import "./chunks/chunk-MBJY2HNV.js";
import "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/preview/release-own-lock.ts
async function releaseOwnLock({ documents, progress, run }, pullRequest) {
  const key = lockKey(pullRequest);
  const found = await documents.read(key);
  const parsed = found && parseLock(found.value);
  if (!found || parsed?.kind !== "valid" || !isSameOwner(parsed.value.owner, run)) return false;
  progress.warning(`The step ended without giving back the lock of the preview of #${pullRequest}; giving it back now.`);
  for (const name of stateNames) await documents.remove(stateLockKey(pullRequest, name));
  return documents.remove(key, found.version);
}

// src/actions/preview/post.ts
await runAction(previewContract, async ({ inputs, context, env, progress, signal }) => {
  const pullRequest = inputs["pull-request"] ?? context.event.pullRequest?.number;
  if (pullRequest === void 0) return;
  const ports = {
    ...gitHubInJob(inputs, context, progress),
    ...await cloudInJob(inputs, env),
    clock: systemClock,
    progress,
    signal
  };
  await releaseOwnLock(worldOf(ports, inputs, { ...context.run, url: context.runUrl }), pullRequest);
});
