import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  deployContract,
  lockOf,
  reportOf,
  resume,
  worldOf
} from "./chunks/chunk-YRZVHSI5.js";
import "./chunks/chunk-KHEIVGV3.js";
import {
  gatherJournal,
  isFinal
} from "./chunks/chunk-TFM5W2O5.js";
import "./chunks/chunk-NAVUIGLH.js";
import "./chunks/chunk-ZQO7ENYS.js";
import "./chunks/chunk-7QHSQBGH.js";
import "./chunks/chunk-5AANYACB.js";
import "./chunks/chunk-Z4AOQWZG.js";
import "./chunks/chunk-XOZFNCSE.js";
import "./chunks/chunk-HQZ43T45.js";
import "./chunks/chunk-NZRVG2PT.js";
import "./chunks/chunk-LQ2E7PBK.js";
import "./chunks/chunk-D2SC5CUA.js";
import "./chunks/chunk-QKXRQCSS.js";
import "./chunks/chunk-7WE5OENK.js";
import "./chunks/chunk-YKXHXIZI.js";
import {
  watchInJob
} from "./chunks/chunk-NG3HXM5N.js";
import "./chunks/chunk-R2VGQB5B.js";
import "./chunks/chunk-HSR26QDV.js";
import "./chunks/chunk-UM3RKCN6.js";
import "./chunks/chunk-BERZ4PMT.js";
import "./chunks/chunk-QPF5BOZ3.js";
import "./chunks/chunk-2TWVQLQY.js";
import {
  openMetrics
} from "./chunks/chunk-SZFADBCN.js";
import "./chunks/chunk-HT45RTQD.js";
import "./chunks/chunk-PWDZCAMQ.js";
import "./chunks/chunk-4OZFDGFS.js";
import "./chunks/chunk-332JFOK2.js";
import "./chunks/chunk-DNHKTROV.js";
import {
  environmentLockKey,
  stateLockKeys
} from "./chunks/chunk-XXM2JR5H.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-NBLDYUCQ.js";
import "./chunks/chunk-IRCUIOTU.js";
import {
  acquireLock,
  releaseLock
} from "./chunks/chunk-2CJY75CO.js";
import "./chunks/chunk-P62CZXMM.js";
import "./chunks/chunk-4UFK7XPI.js";
import "./chunks/chunk-OYONWVJN.js";
import "./chunks/chunk-6W7UW3BG.js";
import {
  isSameOwner,
  parseLock
} from "./chunks/chunk-RVEYIF44.js";
import {
  clientConfig,
  cloudInJob
} from "./chunks/chunk-UTFSXJVS.js";
import "./chunks/chunk-H2DO42H2.js";
import "./chunks/chunk-PJZACF3A.js";
import "./chunks/chunk-G6AEMF3L.js";
import "./chunks/chunk-QOX3BWXW.js";
import "./chunks/chunk-3X5H6YNL.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-3HUV4U37.js";
import {
  gitHubInJob
} from "./chunks/chunk-VOMR5SH2.js";
import "./chunks/chunk-ZV6SOGBZ.js";
import {
  openClock
} from "./chunks/chunk-MBAUKM4E.js";
import "./chunks/chunk-7UV7NLJJ.js";
import "./chunks/chunk-LTJYJYNR.js";
import "./chunks/chunk-BK6K477L.js";
import "./chunks/chunk-6DAR5K7B.js";
import "./chunks/chunk-NLLUUANC.js";
import "./chunks/chunk-DH572OZO.js";
import "./chunks/chunk-NBXSZIA5.js";
import "./chunks/chunk-S3KZG237.js";
import "./chunks/chunk-FQ3EPMCS.js";
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
