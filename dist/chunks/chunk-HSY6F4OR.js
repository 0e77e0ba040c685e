import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  fromJson
} from "./chunk-TMEDGICA.js";
import {
  escapeText,
  inlineCode,
  link
} from "./chunk-6W7UW3BG.js";
import {
  oneOf,
  optional,
  parseRecord,
  record,
  text
} from "./chunk-NZLX3UOY.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/chatops/report.ts
var jobResult = record({
  result: oneOf("success", "failure", "cancelled", "skipped"),
  outputs: optional(record({ message: optional(text), failure: optional(text) }))
});
var jobResults = {
  expected: "the results of jobs by name",
  isOptional: false,
  read: (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    const read = Object.entries(value).map(([name, each]) => [name, jobResult.read(each)]);
    return read.every(([, each]) => each !== void 0) ? Object.fromEntries(read) : void 0;
  }
};
function parseJobs(json) {
  const parsed = parseRecord({ jobs: fromJson(json) }, { jobs: jobResults });
  if (parsed.kind === "valid") return parsed.value.jobs;
  throw failure({
    code: "action/inputs",
    what: `Bad input "jobs": ${parsed.problems.join("; ")}`,
    next: "Pass on `toJSON(needs)`."
  });
}
function decideEnd(jobs, own) {
  const performed = Object.values(jobs).filter(({ result }) => result !== "skipped");
  const results = performed.map(({ result }) => result);
  const said = performed.flatMap(({ outputs = {} }) => outputs.failure ? [escapeText(outputs.failure)] : outputs.message || []);
  const message = said.at(-1) ?? "";
  if (results.includes("failure") || results.length === 0) return { result: "failed", message };
  if (results.includes("cancelled")) return { result: "cancelled", message };
  return { result: jobs[own]?.result === "success" ? "succeeded" : "failed", message };
}
async function reportCommand(world, leg, end) {
  const { comments, reactions, checks, runUrl } = world;
  const line = renderLine(leg, end, runUrl);
  await comments.revise(leg.issue, replyMarker(leg), (current) => withLine(current, leg.index, line));
  const { result } = end;
  if (result !== "succeeded") await reactions.add(leg.comment, "-1");
  else if (leg.index === leg.of) await reactions.add(leg.comment, "+1");
  if (leg.headSha === void 0) return;
  await checks.report({
    name: "opsdeck command",
    headSha: leg.headSha,
    conclusion: conclusions[result],
    title: `${leg.text} ${verbs[result]}`,
    summary: renderAudit(leg, end),
    detailsUrl: runUrl
  });
}
var conclusions = { succeeded: "success", failed: "failure", cancelled: "cancelled" };
var verbs = { succeeded: "done", failed: "failed", cancelled: "was cancelled" };
var signs = { succeeded: "✅", failed: "❌", cancelled: "⏹️" };
function replyMarker({ comment }) {
  return `command-${comment}`;
}
function renderLine({ text: written }, { result, message }, runUrl) {
  const ended = `${signs[result]} ${inlineCode(written)} ${verbs[result]}.`;
  const run = link("run", runUrl);
  return message.includes("\n") ? `${ended} · ${run}

${message}` : `${[ended, message].filter(Boolean).join(" ")} · ${run}`;
}
var part = /<!-- opsdeck:part (\d+) -->\n([\s\S]*?)\n<!-- opsdeck:end -->/g;
function withLine(current, index, line) {
  const lines = new Map([...current.replaceAll("\r\n", "\n").matchAll(part)].map(([, at, text2]) => [Number(at), text2 ?? ""]));
  lines.set(index, line.replaceAll("<!-- opsdeck:", "<!-- "));
  return [...lines].sort(([one], [other]) => one - other).map(([at, text2]) => `<!-- opsdeck:part ${at} -->
${text2}
<!-- opsdeck:end -->`).join("\n\n");
}
function renderAudit(leg, { result, message }) {
  const rows = [
    ["Command", inlineCode(leg.text)],
    ["By", inlineCode(leg.by)],
    [leg.pullRequest === void 0 ? "Issue" : "Pull request", `#${leg.issue}`],
    ...leg.headSha === void 0 ? [] : [["Commit", inlineCode(leg.headSha)]],
    ["Comment", link("the comment", leg.commentUrl)],
    ["Result", [verbs[result], message].filter(Boolean).join(". ")]
  ];
  return ["| | |", "| --- | --- |", ...rows.map(([name, value]) => `| ${name} | ${value?.replaceAll("|", "\\|")} |`)].join("\n");
}

export {
  parseJobs,
  decideEnd,
  reportCommand,
  replyMarker,
  withLine,
  renderAudit
};
