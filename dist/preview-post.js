import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  previewContract,
  worldOf
} from "./chunks/chunk-OBIZCVHL.js";
import "./chunks/chunk-WQNU54CN.js";
import {
  lockKey,
  stateLockKey,
  stateNames
} from "./chunks/chunk-SRSD7JIV.js";
import "./chunks/chunk-VVCDHVEB.js";
import {
  isSameOwner,
  parseLock
} from "./chunks/chunk-RVEYIF44.js";
import {
  cloudInJob
} from "./chunks/chunk-VJYTSQDM.js";
import "./chunks/chunk-ERGPEBEO.js";
import "./chunks/chunk-TDX7Z4V6.js";
import "./chunks/chunk-4G6PF3FE.js";
import "./chunks/chunk-GDIXMUJ4.js";
import "./chunks/chunk-ZMICUTQW.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-XSWGJYED.js";
import {
  gitHubInJob
} from "./chunks/chunk-VOMR5SH2.js";
import "./chunks/chunk-ZV6SOGBZ.js";
import {
  systemClock
} from "./chunks/chunk-MBAUKM4E.js";
import "./chunks/chunk-VQSP43VP.js";
import "./chunks/chunk-HBTZUIIR.js";
import "./chunks/chunk-77PC44XF.js";
import "./chunks/chunk-VYHRLSD2.js";
import "./chunks/chunk-D2ORXGE3.js";
import "./chunks/chunk-7YUU5ONS.js";
import "./chunks/chunk-PABG3G7K.js";
import "./chunks/chunk-TYMLWU77.js";
import {
  defaultStacksConfig
} from "./chunks/chunk-FQ3EPMCS.js";
import "./chunks/chunk-I3IM6THR.js";
import "./chunks/chunk-4ZZDUD76.js";
import "./chunks/chunk-HJYFICUU.js";
import "./chunks/chunk-NZLX3UOY.js";
import "./chunks/chunk-7IFWO4AU.js";
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
  await releaseOwnLock(worldOf(ports, inputs, defaultStacksConfig, { ...context.run, url: context.runUrl }), pullRequest);
});
