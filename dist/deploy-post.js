import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  deployContract,
  lockOf,
  reportOf,
  resume,
  worldOf
} from "./chunks/chunk-O67LOTMR.js";
import "./chunks/chunk-KHEIVGV3.js";
import {
  gatherJournal,
  isFinal
} from "./chunks/chunk-LUZORTMF.js";
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
} from "./chunks/chunk-NL5HBBBG.js";
import "./chunks/chunk-R2VGQB5B.js";
import "./chunks/chunk-K55OL2P5.js";
import "./chunks/chunk-WCGR2JY4.js";
import "./chunks/chunk-J7QSSOHS.js";
import "./chunks/chunk-7OQTKSXI.js";
import "./chunks/chunk-2TWVQLQY.js";
import {
  openMetrics
} from "./chunks/chunk-ESLBEAMM.js";
import "./chunks/chunk-HT45RTQD.js";
import "./chunks/chunk-ISNOQV6L.js";
import "./chunks/chunk-4OZFDGFS.js";
import "./chunks/chunk-332JFOK2.js";
import "./chunks/chunk-DNHKTROV.js";
import {
  environmentLockKey,
  stateLockKeys
} from "./chunks/chunk-XXM2JR5H.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-NBLDYUCQ.js";
import "./chunks/chunk-VVCDHVEB.js";
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
  openClock
} from "./chunks/chunk-MBAUKM4E.js";
import "./chunks/chunk-VQSP43VP.js";
import "./chunks/chunk-HBTZUIIR.js";
import "./chunks/chunk-77PC44XF.js";
import "./chunks/chunk-VYHRLSD2.js";
import "./chunks/chunk-D2ORXGE3.js";
import "./chunks/chunk-7YUU5ONS.js";
import "./chunks/chunk-PABG3G7K.js";
import "./chunks/chunk-TYMLWU77.js";
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
