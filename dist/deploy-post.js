import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  deployContract,
  gatherJournal,
  isFinal,
  lockOf,
  reportOf,
  resume,
  worldOf
} from "./chunks/chunk-K2IWCYOI.js";
import "./chunks/chunk-MHJEN6LD.js";
import "./chunks/chunk-3MORWQ5G.js";
import "./chunks/chunk-IHN24OIQ.js";
import "./chunks/chunk-EVGVG3RO.js";
import "./chunks/chunk-5AANYACB.js";
import "./chunks/chunk-Z4AOQWZG.js";
import "./chunks/chunk-5ZBPC4JQ.js";
import "./chunks/chunk-HFQXEIXW.js";
import "./chunks/chunk-5BDHFTDN.js";
import "./chunks/chunk-LQ2E7PBK.js";
import "./chunks/chunk-YKXHXIZI.js";
import {
  watchInJob
} from "./chunks/chunk-LF5JG6CS.js";
import "./chunks/chunk-R2VGQB5B.js";
import {
  openMetrics
} from "./chunks/chunk-2ZHKVJLR.js";
import {
  environmentLockKey,
  stateLockKeys
} from "./chunks/chunk-IJMXKGEN.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-XOC26WPZ.js";
import {
  acquireLock,
  releaseLock
} from "./chunks/chunk-57TDG5UL.js";
import "./chunks/chunk-PVV2B757.js";
import "./chunks/chunk-UA2DMNWW.js";
import "./chunks/chunk-OYONWVJN.js";
import "./chunks/chunk-ZUV5XRPE.js";
import {
  isSameOwner,
  parseLock
} from "./chunks/chunk-4QWFAPT7.js";
import {
  clientConfig,
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
  openClock
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

// src/actions/deploy/post.ts
import { resolve } from "node:path";

// src/actions/deploy/finish-own.ts
async function finishOwn(world) {
  const { documents, progress, settings } = world;
  const { environment } = settings;
  const isLockOurs = await holdsLock(world);
  if (!isLockOurs && !await hasLeftDeploy(world)) return void 0;
  progress.warning(`The step ended before its deploy to ${environment} had.`);
  const acquired = await acquireLock(world, { ...lockOf(world, "the end of a deploy"), waitSeconds: 0 });
  if (acquired.kind === "locked") return void 0;
  try {
    if (isLockOurs) for (const key of stateLockKeys(environment)) await documents.remove(key);
    return await resume(world);
  } finally {
    await releaseLock(world, environmentLockKey(environment), acquired.version);
  }
}
async function holdsLock({ documents, run, settings }) {
  const found = await documents.read(environmentLockKey(settings.environment));
  const parsed = found && parseLock(found.value);
  return parsed?.kind === "valid" && isSameOwner(parsed.value.owner, run);
}
async function hasLeftDeploy({ documents, run, settings }) {
  const found = await gatherJournal(documents, settings.environment);
  return found.kind === "valid" && !isFinal(found.journal) && isSameOwner(found.journal.run, run);
}

// src/actions/deploy/post.ts
await runAction(deployContract, async ({ inputs, context, env, progress, signal, addSummary }) => {
  if (inputs.mode === "plan") return;
  const clock = openClock(env);
  const cloud = { ...await cloudInJob(inputs, env), ...watchInJob(inputs, env) };
  const metrics = openMetrics(clientConfig(inputs, env), clock);
  const ports = { ...gitHubInJob(inputs, context, progress), ...cloud, metrics, progress, signal, tell: () => void 0 };
  const run = { ...context.run, url: context.runUrl };
  const ended = await finishOwn(worldOf(inputs, { ports, clock, run, folder: resolve(inputs.directory), stacks: /* @__PURE__ */ new Map() }));
  if (ended) await addSummary(reportOf(ended, clock.rate).summary);
});
