import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultConfig,
  finishOwn,
  gameDayContract,
  gameDayInJob,
  worldOf
} from "./chunks/chunk-QIOTO5LR.js";
import "./chunks/chunk-POAPQFE2.js";
import "./chunks/chunk-UF5BP7FI.js";
import "./chunks/chunk-FUOGXGHL.js";
import "./chunks/chunk-XGNQVAFE.js";
import "./chunks/chunk-HKLJ4O74.js";
import "./chunks/chunk-AEA4XRGT.js";
import "./chunks/chunk-VG6AC4HP.js";
import "./chunks/chunk-OSYNUKL2.js";
import "./chunks/chunk-AUUK7K33.js";
import "./chunks/chunk-OOWWHEME.js";
import {
  drills
} from "./chunks/chunk-QCF6ZC4A.js";
import "./chunks/chunk-5XBWV2RS.js";
import "./chunks/chunk-W5UUIZKY.js";
import "./chunks/chunk-CRPB3X4L.js";
import "./chunks/chunk-NG3HXM5N.js";
import "./chunks/chunk-R2VGQB5B.js";
import "./chunks/chunk-HSR26QDV.js";
import "./chunks/chunk-UM3RKCN6.js";
import "./chunks/chunk-BERZ4PMT.js";
import "./chunks/chunk-QPF5BOZ3.js";
import "./chunks/chunk-2TWVQLQY.js";
import "./chunks/chunk-SZFADBCN.js";
import "./chunks/chunk-HT45RTQD.js";
import "./chunks/chunk-PWDZCAMQ.js";
import "./chunks/chunk-4OZFDGFS.js";
import "./chunks/chunk-332JFOK2.js";
import {
  catalogue
} from "./chunks/chunk-DNHKTROV.js";
import "./chunks/chunk-XXM2JR5H.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-NBLDYUCQ.js";
import "./chunks/chunk-IRCUIOTU.js";
import "./chunks/chunk-2CJY75CO.js";
import "./chunks/chunk-P62CZXMM.js";
import "./chunks/chunk-4UFK7XPI.js";
import "./chunks/chunk-OYONWVJN.js";
import "./chunks/chunk-6W7UW3BG.js";
import "./chunks/chunk-RVEYIF44.js";
import "./chunks/chunk-UTFSXJVS.js";
import "./chunks/chunk-H2DO42H2.js";
import "./chunks/chunk-PJZACF3A.js";
import "./chunks/chunk-G6AEMF3L.js";
import "./chunks/chunk-QOX3BWXW.js";
import "./chunks/chunk-3X5H6YNL.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-3HUV4U37.js";
import "./chunks/chunk-VOMR5SH2.js";
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

// src/actions/game-day/post.ts
await runAction(gameDayContract, async ({ inputs, context, env, progress }) => {
  if (inputs.mode === "plan") return;
  const clock = openClock(env);
  const ports = { ...gameDayInJob({ inputs, context, env, progress, clock }), catalogue, drills };
  const world = worldOf(ports, inputs, {
    // Nothing begins here, so nothing of it is asked for.
    config: defaultConfig,
    runUrl: context.runUrl,
    run: context.run,
    timeRate: clock.rate,
    credentialExpiration: env.AWS_CREDENTIAL_EXPIRATION,
    // A job that was cancelled has five minutes: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
    isHurried: true
  });
  await finishOwn(world);
});
