import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  parseLeg
} from "./chunk-TMEDGICA.js";
import {
  isSameOwner,
  ownerText
} from "./chunk-RVEYIF44.js";
import {
  commit,
  instant,
  oneOf,
  optional,
  parseRecord,
  record,
  text,
  wholeNumber
} from "./chunk-NZLX3UOY.js";
import {
  failure,
  isFailure
} from "./chunk-BDGJGAS6.js";

// src/actions/chatops/once.ts
var fields = {
  text,
  by: text,
  commentUrl: text,
  issue: wholeNumber,
  headSha: optional(commit),
  run: record({ runId: wholeNumber, attempt: wholeNumber, job: text }),
  status: oneOf("started", "succeeded", "failed"),
  startedAt: instant,
  endedAt: optional(instant),
  failure: optional(text)
};
function journalKey({ id }) {
  return `runs/commands/${id}.json`;
}
async function performOnce(world, leg, body) {
  const claim = await claimCommand(world, leg);
  if (claim === void 0) {
    world.progress.info(`${leg.text} of ${leg.commentUrl} has been done already: nothing to do.`);
    return void 0;
  }
  try {
    const result = await body();
    await settle(world, leg, claim, { status: "succeeded" });
    return result;
  } catch (error) {
    await settle(world, leg, claim, { status: "failed", failure: wordsOf(error) });
    throw error;
  }
}
async function claimCommand(world, leg) {
  const { documents, clock, run } = world;
  const key = journalKey(leg);
  for (; ; ) {
    const found = await documents.read(key);
    const earlier = found && parseRecord(found.value, fields);
    if (earlier?.kind === "valid") {
      if (earlier.value.status === "succeeded") return void 0;
      await refuseIfUnderWay(world, earlier.value);
    }
    const { text: written, by, commentUrl, issue, headSha } = leg;
    const asked = { text: written, by, commentUrl, issue, ...headSha !== void 0 && { headSha } };
    const entry = { ...asked, run, status: "started", startedAt: clock.now().toISOString() };
    const version = found ? await documents.replace(key, entry, found.version) : await documents.create(key, entry);
    if (version !== void 0) return { entry, version };
  }
}
async function refuseIfUnderWay({ workflowRuns, run }, { status, run: other }) {
  if (status !== "started" || isSameOwner(other, run) || !await workflowRuns.isActive(other)) return;
  throw failure({
    code: "chatops/under-way",
    what: `This command is being done by ${ownerText(other)}.`,
    next: "Wait for that run; run this one again only if the other one fails."
  });
}
async function settle({ documents, clock, progress }, leg, { entry, version }, end) {
  const ended = { ...entry, ...end, endedAt: clock.now().toISOString() };
  try {
    const written = await documents.replace(journalKey(leg), ended, version);
    if (written === void 0) progress.warning("The journal of this command was changed by somebody else meanwhile.");
  } catch (error) {
    progress.warning(`The journal of this command could not be written: ${wordsOf(error)}`);
  }
}
function wordsOf(error) {
  if (isFailure(error)) return `${error.code}: ${error.message}`.slice(0, 1e3);
  return error instanceof Error ? error.message.slice(0, 1e3) : String(error);
}

// src/actions/chatops/perform-command.ts
function performCommand(world, command, body) {
  return command === void 0 ? body() : performOnce(world, parseLeg(command), body);
}

export {
  performCommand
};
