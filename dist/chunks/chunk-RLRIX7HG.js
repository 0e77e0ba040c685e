import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  cleanWords,
  compensate,
  executionOf,
  findRunbook,
  goForward,
  holdTarget,
  isWithin,
  openViewing,
  renderReport
} from "./chunk-4BP64UPX.js";
import {
  parseLeg
} from "./chunk-TMEDGICA.js";
import {
  gatherJournal,
  targetLockKey
} from "./chunk-4OZFDGFS.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  isSameOwner,
  ownerText
} from "./chunk-RVEYIF44.js";
import {
  clientConfig,
  documentsInJob
} from "./chunk-VJYTSQDM.js";
import {
  gitHubInJob
} from "./chunk-VOMR5SH2.js";
import {
  commonInputs,
  commonOutputs
} from "./chunk-7IFWO4AU.js";
import {
  contract
} from "./chunk-MBJY2HNV.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/adapters/runner/lazily.ts
function lazily(open) {
  let opened;
  const callOf = (name) => async (...args) => {
    opened ??= open();
    return (await opened)[name]?.(...args);
  };
  return new Proxy({}, {
    get: (_target, name) => typeof name === "string" && name !== "then" ? callOf(name) : void 0
  });
}

// src/adapters/runner/runbooks-in-job.ts
function openRunbookPorts(setup, guard) {
  const { bucket, clock, folder, redact, signal } = setup;
  const client = { ...setup.client, onCall: guard };
  return {
    addressSets: lazily(async () => (await import("./address-sets-TEGYZBLQ.js")).openAddressSets(client)),
    alarms: lazily(async () => (await import("./alarms-IUCCGHX6.js")).openAlarms(client)),
    apiLimits: lazily(async () => (await import("./api-limits-QOAMBP7P.js")).openApiLimits(client)),
    autoScaling: lazily(async () => (await import("./auto-scaling-2TSHNN4H.js")).openAutoScaling(client)),
    caches: lazily(async () => (await import("./caches-37DGHSU4.js")).openCaches(client)),
    databases: lazily(async () => (await import("./databases-JSKEOGO7.js")).openDatabases(client)),
    evidence: lazily(async () => (await import("./evidence-7LDPCI3X.js")).openEvidence(client, { clock, ...signal && { signal } })),
    experiments: lazily(async () => (await import("./experiments-PNJLNOMR.js")).openExperiments(client)),
    keptFiles: lazily(async () => (await import("./kept-files-6UMV6BD3.js")).openKeptFiles({ folder, redact })),
    networks: lazily(async () => (await import("./networks-SM7HKMFJ.js")).openNetworks(client)),
    previews: lazily(async () => {
      const { openDocuments } = await import("./documents-3OO2OP5K.js");
      return (await import("./previews-EAUZVFWI.js")).openPreviews(openDocuments({ bucket, client }), clock);
    }),
    queues: lazily(async () => (await import("./queues-UCL6RSIR.js")).openQueues(client)),
    secrets: lazily(async () => (await import("./secrets-7RBARKD7.js")).openSecrets(client)),
    services: lazily(async () => (await import("./services-KVYSNARF.js")).openServices(client)),
    streams: lazily(async () => (await import("./streams-2D4HOFIV.js")).openStreams(client)),
    taggedResources: lazily(async () => (await import("./tagged-resources-MDF7RQJ5.js")).openTaggedResources(client)),
    zonalShifts: lazily(async () => (await import("./zonal-shifts-NKZUNOSF.js")).openZonalShifts(client))
  };
}
function openEnginePorts(client) {
  return {
    alarms: lazily(async () => (await import("./alarms-IUCCGHX6.js")).openAlarms(client)),
    pager: lazily(async () => (await import("./pager-XZET6O3K.js")).openPager(client)),
    taggedResources: lazily(async () => (await import("./tagged-resources-MDF7RQJ5.js")).openTaggedResources(client))
  };
}
function runbooksInJob({ inputs, context, env, progress, ...own }) {
  const client = clientConfig(inputs, env);
  const { clock } = own;
  const metrics = lazily(async () => (await import("./metrics-QMT5DZMH.js")).openMetrics(client, clock));
  return {
    ...gitHubInJob(inputs, context, progress),
    ...openEnginePorts(client),
    documents: documentsInJob(inputs, env),
    ...{ metrics, clock, progress },
    openPorts: (guard) => openRunbookPorts({ ...own, client, bucket: inputs["state-bucket"] }, guard)
  };
}

// src/actions/runbook/contract.ts
var runbookContract = contract({
  name: "runbook",
  title: "Opsdeck runbook",
  about: "Runs a runbook: looks first and says what it would change, writes down how everything was, changes it step by step, verifies each, and undoes it all when a step fails or an alarm begins to ring.",
  inputs: {
    mode: {
      kind: "choice",
      choices: ["plan", "run", "resume", "alarms", "ack"],
      about: "What to do: `plan` looks at everything and changes nothing, `resume` brings one to its end whose run has died, `alarms` reads the alarms and keeps their incidents, `ack` notes who looks after one",
      required: true
    },
    runbook: { kind: "text", about: "plan, run: which one, for example `ecs-scale`" },
    inputs: { kind: "text", about: 'plan, run: what it asks for, a JSON object of texts: `{"desired": "6"}`', default: "{}" },
    target: { kind: "text", about: "resume: what the run works on, as it said" },
    undo: { kind: "flag", about: "resume: takes back what it did, in place of going on", default: false },
    accept: {
      kind: "flag",
      about: "resume: of one that is stuck, a person has put it right, or takes it as it is; takes a reason",
      default: false
    },
    alarms: {
      kind: "text",
      about: "alarms: what an event told of them, a JSON list; only a hint, everything is read again",
      default: "[]"
    },
    environment: { kind: "text", about: "Where", default: commonInputs.environment.default },
    by: { kind: "text", about: "Login of who asks for it, or what does", default: "alarm" },
    reason: { kind: "text", about: "Why, in that person's words", default: "" },
    door: {
      kind: "choice",
      choices: ["comment", "workflow", "alarm", "terminal"],
      about: "Where it was asked for",
      default: "workflow"
    },
    "approved-risk": {
      kind: "choice",
      choices: ["none", "low", "medium", "high"],
      about: "The highest risk that this job may run: a job of the environment `ops-approval` says `high`",
      default: "medium"
    },
    command: commonInputs.command,
    issue: { kind: "number", about: "Issue or pull request that is told how it goes; ack: the issue of the incident", least: 1 },
    config: {
      kind: "text",
      about: "Where `runbooks`, and the names of `stacks`, are configured; without such a file the defaults hold",
      default: ".github/opsdeck.json"
    },
    "poll-seconds": {
      kind: "number",
      about: "How often a step is looked at until it has come true, and the alarms are, in seconds",
      default: 5,
      least: 1,
      most: 60
    },
    region: commonInputs.region,
    "state-bucket": commonInputs["state-bucket"],
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    status: {
      about: "`done`, `compensated`, `stuck`, `refused`, `nothing-to-do` or `unfinished`; of the mode plan `ready`, `refused` or `nothing-to-do`; of ack what became of it"
    },
    journal: { about: "Key of the journal in the state bucket; empty if nothing was begun" },
    "report-path": {
      about: "Folder of what was written for people: the report, and files that the runbook kept; for an artifact"
    },
    ...commonOutputs
  },
  permissions: { actions: "read", contents: "read", "id-token": "write", issues: "write", "pull-requests": "write" },
  role: "ops",
  triggers: ["issue_comment", "workflow_dispatch", "repository_dispatch", "schedule"],
  post: true
});

// src/actions/runbook/engine/world.ts
var defaultRetrySeconds = 5;

// src/actions/runbook/settings.ts
function settingsOf(inputs, names) {
  const { region, "state-bucket": bucket, "poll-seconds": pollSeconds } = inputs;
  return { names, region, bucket, pollSeconds, retrySeconds: defaultRetrySeconds };
}

// src/actions/runbook/tell.ts
var pauseSeconds = 15;
var longestComment = 6e4;
function openTeller(world, { issue, id }) {
  const { clock } = world;
  if (issue === void 0) return { tellSoon: () => void 0, tell: async () => void 0 };
  const marker = `runbook/${id}`;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let underWay;
  const write = async (markdown) => {
    toldAtMs = clock.now().getTime();
    await attempt(world, "write the comment", () => world.comments.revise(issue, marker, () => cut(markdown)));
  };
  return {
    tellSoon: (journal) => {
      if (underWay || clock.now().getTime() - toldAtMs < pauseSeconds * 1e3) return;
      underWay = write(renderReport(journal)).finally(() => {
        underWay = void 0;
      });
    },
    tell: async (markdown) => {
      await underWay;
      await write(markdown);
    }
  };
}
function cut(markdown) {
  return markdown.length <= longestComment ? markdown : `${markdown.slice(0, longestComment)}

(cut: the run's summary has all of it)`;
}
function commentIdOf(command, { runId, attempt: attempt2 }) {
  return command === void 0 ? `${runId}-${attempt2}` : parseLeg(command).id;
}

// src/actions/runbook/engine/decide-resume.ts
function decideResume(journal, facts) {
  const { way } = facts;
  const { state, runbook, accepted } = journal;
  if (way === "accept") return state === "stuck" && !accepted ? { kind: "accept" } : nothing(`${runbook} is not stuck.`);
  switch (state) {
    case "running":
      return way === "undo" ? { kind: "compensate", cause: asked(facts) } : decideContinue(journal, facts);
    case "compensating":
      return { kind: "compensate", cause: journal.cause ?? lost(journal) };
    case "stuck":
      return accepted ? nothing(`${accepted.by} has taken ${runbook} as it is.`) : { kind: "compensate", cause: journal.cause ?? lost(journal) };
    case "done":
      return way === "undo" ? decideTakeBack(journal, facts) : nothing(`${runbook} has come to its end: done.`);
    case "compensated":
    case "refused":
    case "nothing-to-do":
      return nothing(`${runbook} has come to its end: ${state}.`);
    default:
      return state;
  }
}
function decideContinue({ runbook }, { risk, approvedRisk }) {
  if (isWithin(risk, approvedRisk)) return { kind: "continue" };
  const what = `${runbook} is of ${risk} risk, and what runs here is approved for ${approvedRisk} risk at most.`;
  const next = "Undo it instead, which needs no approval, or resume it where one is asked for.";
  return { kind: "refuse", obstacle: { what, next } };
}
function decideTakeBack(journal, facts) {
  const { runbook } = journal;
  const { risk, approvedRisk } = facts;
  if (isWithin(risk, approvedRisk)) return { kind: "compensate", cause: asked(facts) };
  const what = `${runbook} is of ${risk} risk, so is taking it back, and what runs here is approved for ${approvedRisk} risk at most.`;
  return { kind: "refuse", obstacle: { what, next: "Undo it at a terminal, which asks for a confirmation." } };
}
function nothing(why) {
  return { kind: "nothing", why };
}
function asked({ by, cause }) {
  return cause ?? { kind: "asked", words: `${by} asked for it` };
}
function lost({ run, state }) {
  return { kind: "lost", words: `${ownerText(run)} died while it was ${state}` };
}

// src/actions/runbook/engine/resume.ts
async function resumeRunbook(world, request) {
  const nothing2 = {
    kind: "nothing",
    why: `No runbook was left unfinished on ${request.target} of ${request.environment}.`
  };
  const lock = await world.documents.read(targetLockKey(request.environment, request.target));
  if (!lock && !await gatherJournal(world.documents, request)) return nothing2;
  const held = await holdTarget(world, request, `resume ${request.target}`, async (lost2) => {
    const found = await gatherJournal(world.documents, request);
    return found ? takeUp(world, request, found, lost2) : nothing2;
  });
  return held.kind === "done" ? held.value : { kind: "refused", obstacles: held.obstacles };
}
async function takeUp(world, request, found, lost2) {
  const { journal } = found;
  const runbook = runbookOf(world, journal);
  const decision = decideResume(journal, { ...request, risk: runbook.risk });
  if (decision.kind === "nothing") return decision;
  if (decision.kind === "refuse") return { kind: "refused", obstacles: [decision.obstacle] };
  const { id, environment, inputs } = journal;
  const viewing = openViewing(world, { runbook, id, environment, inputs });
  const execution = executionOf(viewing, { journal, over: found.version, lost: lost2 });
  return perform(execution, decision, request);
}
async function perform(execution, decision, { by, reason, way }) {
  const { world, journal } = execution;
  const { kind } = decision;
  if (kind === "accept") {
    const accepted = { by, at: world.clock.now().toISOString(), reason: cleanWords(reason) };
    await journal.write({ accepted }, `${by} takes it as it is: ${accepted.reason}`);
    return { kind: "ended", journal: journal.current() };
  }
  await journal.write(takenOver(world, journal.current()), `taken up by ${by}: ${way}`);
  return kind === "continue" ? goOn(execution) : compensate(execution, decision.cause);
}
function goOn(execution) {
  const { runbook, journal } = execution;
  const problems = journal.current().steps.flatMap((record) => {
    const step = runbook.steps.find(({ id }) => id === record.id);
    if (!step) return [`${record.id}: this version of the runbook has no such step`];
    if (record.state !== "running" && record.state !== "verifying") return [];
    return step.problemsOf(record.before).map((problem) => `${record.id}: ${problem}`);
  });
  if (problems.length === 0) return goForward(execution);
  return compensate(execution, {
    kind: "failed",
    words: `its journal cannot be gone on with: ${cleanWords(problems.join("; "))}`
  });
}
function takenOver({ run, progress }, journal) {
  const own = { runId: run.runId, attempt: run.attempt, job: run.job };
  if (isSameOwner(journal.run, own)) return {};
  progress.warning(`${journal.runbook} was left by ${ownerText(journal.run)}, ${journal.state}; bringing it to its end.`);
  return { run: own, runUrl: run.url, takenOverFrom: [...journal.takenOverFrom, journal.run] };
}
function runbookOf({ runbooks }, { runbook: id, target, environment }) {
  const found = findRunbook(runbooks, id);
  if (found.kind === "found") return found.runbook;
  throw failure({
    code: "runbook/unknown",
    what: `${target} of ${environment} was left unfinished by the runbook ${id}, which this version does not know.`,
    next: "Resume it with the version that began it."
  });
}

export {
  runbooksInJob,
  runbookContract,
  resumeRunbook,
  settingsOf,
  openTeller,
  commentIdOf
};
