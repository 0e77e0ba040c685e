import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultConfig,
  finishOwn,
  gameDayContract,
  worldOf
} from "./chunks/chunk-4RPWBYQD.js";
import {
  drills
} from "./chunks/chunk-QCF6ZC4A.js";
import "./chunks/chunk-HOLRY3QL.js";
import "./chunks/chunk-CRPB3X4L.js";
import {
  operationsInJob
} from "./chunks/chunk-LF5JG6CS.js";
import "./chunks/chunk-R2VGQB5B.js";
import {
  catalogue,
  openMetrics
} from "./chunks/chunk-2ZHKVJLR.js";
import "./chunks/chunk-IJMXKGEN.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-XOC26WPZ.js";
import "./chunks/chunk-57TDG5UL.js";
import "./chunks/chunk-PVV2B757.js";
import "./chunks/chunk-UA2DMNWW.js";
import "./chunks/chunk-OYONWVJN.js";
import "./chunks/chunk-ZUV5XRPE.js";
import "./chunks/chunk-4QWFAPT7.js";
import {
  clientConfig,
  documentsInJob
} from "./chunks/chunk-YKETB6GW.js";
import "./chunks/chunk-5XDDCBZJ.js";
import "./chunks/chunk-FXBH224E.js";
import {
  openTaggedResources
} from "./chunks/chunk-AGY4HYYO.js";
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

// src/actions/game-day/post.ts
await runAction(gameDayContract, async ({ inputs, context, env, progress }) => {
  if (inputs.mode === "plan") return;
  const clock = openClock(env);
  const client = clientConfig(inputs, env);
  const ports = {
    ...gitHubInJob(inputs, context, progress),
    ...operationsInJob(inputs, env),
    documents: documentsInJob(inputs, env),
    metrics: openMetrics(client, clock),
    taggedResources: openTaggedResources(client),
    ...{ clock, progress, catalogue, drills }
  };
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
