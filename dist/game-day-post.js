import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultConfig,
  finishOwn,
  gameDayContract,
  gameDayInJob,
  worldOf
} from "./chunks/chunk-FCRKTBJA.js";
import "./chunks/chunk-POAPQFE2.js";
import "./chunks/chunk-SQWKYRZE.js";
import "./chunks/chunk-V5TGOUOQ.js";
import "./chunks/chunk-FHDUSGCY.js";
import "./chunks/chunk-IB5EDQX6.js";
import "./chunks/chunk-X55GYIFU.js";
import "./chunks/chunk-ARKBXOPY.js";
import "./chunks/chunk-WPSCICTV.js";
import "./chunks/chunk-KAXGRIG2.js";
import "./chunks/chunk-V3KIH4LE.js";
import {
  drills
} from "./chunks/chunk-QCF6ZC4A.js";
import "./chunks/chunk-ONEWL5KM.js";
import "./chunks/chunk-W5UUIZKY.js";
import "./chunks/chunk-CRPB3X4L.js";
import "./chunks/chunk-NL5HBBBG.js";
import "./chunks/chunk-R2VGQB5B.js";
import "./chunks/chunk-K55OL2P5.js";
import "./chunks/chunk-WCGR2JY4.js";
import "./chunks/chunk-J7QSSOHS.js";
import "./chunks/chunk-7OQTKSXI.js";
import "./chunks/chunk-2TWVQLQY.js";
import "./chunks/chunk-ESLBEAMM.js";
import "./chunks/chunk-HT45RTQD.js";
import "./chunks/chunk-ISNOQV6L.js";
import "./chunks/chunk-4OZFDGFS.js";
import "./chunks/chunk-332JFOK2.js";
import {
  catalogue
} from "./chunks/chunk-DNHKTROV.js";
import "./chunks/chunk-XXM2JR5H.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-NBLDYUCQ.js";
import "./chunks/chunk-VVCDHVEB.js";
import "./chunks/chunk-2CJY75CO.js";
import "./chunks/chunk-P62CZXMM.js";
import "./chunks/chunk-4UFK7XPI.js";
import "./chunks/chunk-OYONWVJN.js";
import "./chunks/chunk-6W7UW3BG.js";
import "./chunks/chunk-RVEYIF44.js";
import "./chunks/chunk-VJYTSQDM.js";
import "./chunks/chunk-ERGPEBEO.js";
import "./chunks/chunk-TDX7Z4V6.js";
import "./chunks/chunk-4G6PF3FE.js";
import "./chunks/chunk-GDIXMUJ4.js";
import "./chunks/chunk-ZMICUTQW.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-XSWGJYED.js";
import "./chunks/chunk-VOMR5SH2.js";
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
