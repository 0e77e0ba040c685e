import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  openAlarms
} from "./chunk-K55OL2P5.js";
import {
  openPager
} from "./chunk-WCGR2JY4.js";
import {
  openServices
} from "./chunk-J7QSSOHS.js";
import {
  gatherJournal,
  isInTheWay,
  resumeCommand,
  wholeEnvironment
} from "./chunk-4OZFDGFS.js";
import {
  clientConfig
} from "./chunk-VJYTSQDM.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/adapters/runner/watch-in-job.ts
function watchInJob(inputs, env) {
  const client = clientConfig(inputs, env);
  return { alarms: openAlarms(client), services: openServices(client), pager: openPager(client) };
}

// src/actions/runbook/engine/unfinished.ts
async function gatherRunbookUnfinished(documents, environment) {
  const found = await gatherJournal(documents, { environment, target: wholeEnvironment });
  if (!found || !isInTheWay(found.journal)) return void 0;
  const { journal } = found;
  const { runbook, state } = journal;
  return failure({
    code: "runbook/left-unfinished",
    what: `The runbook ${runbook} on ${environment} was left ${state}: what it changed may be half done.`,
    next: `Bring it to its end with ${resumeCommand("comment", journal, "continue")}, or undo it with ${resumeCommand("comment", journal, "undo")}; then run this again.`
  });
}

export {
  watchInJob,
  gatherRunbookUnfinished
};
