import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  commentIdOf,
  openTeller,
  resumeRunbook,
  runbookContract,
  runbooksInJob,
  settingsOf
} from "./chunks/chunk-RLRIX7HG.js";
import {
  reportOfEnding
} from "./chunks/chunk-4BP64UPX.js";
import "./chunks/chunk-EQEXLZUC.js";
import {
  runbooks
} from "./chunks/chunk-YNMGZNOD.js";
import "./chunks/chunk-GI4KSV2D.js";
import {
  readNames
} from "./chunks/chunk-P3UTBEAV.js";
import "./chunks/chunk-LUZORTMF.js";
import "./chunks/chunk-D2SC5CUA.js";
import "./chunks/chunk-QKXRQCSS.js";
import {
  createRedactor
} from "./chunks/chunk-7WE5OENK.js";
import "./chunks/chunk-3HQIWQCE.js";
import "./chunks/chunk-YKXHXIZI.js";
import "./chunks/chunk-TMEDGICA.js";
import {
  gatherJournal,
  isFinal,
  journalsOf,
  targetLocksOf,
  targetOfJournal
} from "./chunks/chunk-4OZFDGFS.js";
import "./chunks/chunk-332JFOK2.js";
import {
  catalogue
} from "./chunks/chunk-DNHKTROV.js";
import {
  environmentLockKey
} from "./chunks/chunk-XXM2JR5H.js";
import "./chunks/chunk-AADWVG6X.js";
import "./chunks/chunk-NBLDYUCQ.js";
import "./chunks/chunk-VVCDHVEB.js";
import "./chunks/chunk-2CJY75CO.js";
import "./chunks/chunk-P62CZXMM.js";
import "./chunks/chunk-4UFK7XPI.js";
import {
  attempt
} from "./chunks/chunk-OYONWVJN.js";
import "./chunks/chunk-6W7UW3BG.js";
import {
  isSameOwner,
  parseLock
} from "./chunks/chunk-RVEYIF44.js";
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
import "./chunks/chunk-HXZNQRXD.js";
import "./chunks/chunk-4K63F6NI.js";
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

// src/actions/runbook/post.ts
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/actions/runbook/engine/finish-own.ts
async function finishOwn(world, environment) {
  const left = await gatherOwn(world, environment);
  const endings = [];
  for (const { target, door, runbook } of left) {
    world.progress.warning(`The step ended before ${runbook} had; undoing it.`);
    const asking = { environment, door, by: "opsdeck", reason: "its job ended", approvedRisk: "none" };
    const ended = await attempt(
      world,
      `bring ${runbook} on ${target} to its end`,
      () => resumeRunbook(world, {
        ...asking,
        target,
        way: "undo",
        cause: { kind: "cancelled", words: "its job ended before it had" }
      })
    );
    if (ended && (ended.kind === "ended" || ended.kind === "unfinished")) endings.push(ended);
  }
  await releaseOwnLocks(world, environment);
  return endings;
}
async function gatherOwn({ documents, run, progress }, environment) {
  const keys = await documents.list(journalsOf(environment));
  const targets = keys.flatMap((key) => targetOfJournal(environment, key) ?? []);
  const found = await Promise.all(
    targets.map(
      (target) => attempt({ progress }, `read the journal of ${target}`, () => gatherJournal(documents, { environment, target }))
    )
  );
  return found.flatMap((each) => each && !isFinal(each.journal) && isSameOwner(each.journal.run, run) ? [each.journal] : []);
}
async function releaseOwnLocks({ documents, run, progress }, environment) {
  for (const key of [environmentLockKey(environment), ...await documents.list(targetLocksOf(environment))]) {
    const found = await documents.read(key);
    const lock = found && parseLock(found.value);
    if (!found || lock?.kind !== "valid" || !isSameOwner(lock.value.owner, run)) continue;
    progress.warning(`The step ended without giving back ${key}; giving it back now.`);
    await documents.remove(key, found.version);
  }
}

// src/actions/runbook/post.ts
await runAction(runbookContract, async ({ inputs, context, env, progress, addSummary }) => {
  if (inputs.mode === "plan" || inputs.mode === "ack") return;
  const clock = openClock(env);
  const folder = join(env.RUNNER_TEMP ?? tmpdir(), "runbook-post");
  const { text: redact } = createRedactor([]);
  const ports = runbooksInJob({ inputs, context, env, progress, clock, folder, redact });
  const run = { ...context.run, url: context.runUrl };
  const teller = openTeller(ports, { issue: inputs.issue, id: commentIdOf(inputs.command, run) });
  const settings = settingsOf(inputs, await readNames(inputs.config, progress));
  const world = { ...ports, runbooks, catalogue, run, settings, tell: teller.tellSoon };
  for (const ending of await finishOwn(world, inputs.environment)) {
    const { markdown } = reportOfEnding(ending);
    await addSummary(markdown);
    await teller.tell(markdown);
  }
});
