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
  parseRequest,
  parseResume,
  planRunbook,
  reportOfPlan,
  reportOfResume,
  reportOfRun,
  runRunbook
} from "./chunks/chunk-4BP64UPX.js";
import {
  nearestOf
} from "./chunks/chunk-EQEXLZUC.js";
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
import {
  performCommand
} from "./chunks/chunk-24TMGAD3.js";
import "./chunks/chunk-TMEDGICA.js";
import "./chunks/chunk-4OZFDGFS.js";
import {
  parseRunbookInputs
} from "./chunks/chunk-332JFOK2.js";
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
import "./chunks/chunk-HXZNQRXD.js";
import {
  readIfThere
} from "./chunks/chunk-4K63F6NI.js";
import "./chunks/chunk-FQ3EPMCS.js";
import "./chunks/chunk-I3IM6THR.js";
import {
  isJsonObject,
  readSection,
  unknownKeys,
  unusable
} from "./chunks/chunk-4ZZDUD76.js";
import "./chunks/chunk-HJYFICUU.js";
import {
  count,
  list,
  matching,
  optional,
  parseRecord,
  text,
  wholeNumberWithin
} from "./chunks/chunk-NZLX3UOY.js";
import "./chunks/chunk-7IFWO4AU.js";
import {
  runAction
} from "./chunks/chunk-PVCV664M.js";
import "./chunks/chunk-MBJY2HNV.js";
import {
  failure,
  isFailure
} from "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/runbook/main.ts
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/actions/runbook/config.ts
var defaultRunbooksConfig = { quietSeconds: 600, automatic: [] };
var defaultCooldownMinutes = 30;
var inputTexts = {
  expected: 'an object of texts, such as {"desired": "6"}',
  isOptional: false,
  read: (value) => isJsonObject(value) && Object.values(value).every((each) => typeof each === "string") ? value : void 0
};
var ruleFields = {
  runbook: text,
  environments: list(matching("the name of an environment", /^[a-z][a-z\d-]{1,11}$/)),
  inputs: optional(inputTexts),
  mostPerDay: wholeNumberWithin("a whole number from 1 to 24", { least: 1, most: 24 }),
  cooldownMinutes: optional(count)
};
var known = ["quietSeconds", "automatic"];
var quiet = wholeNumberWithin("a whole number of seconds from 60 to 86400", { least: 60, most: 86400 });
var reader = {
  section: "runbooks",
  code: "runbook/config",
  subject: "The configuration of runbooks",
  untilThen: "no alarm starts anything"
};
function parseRunbooksConfig(content, runbooks2) {
  if (content === void 0) return defaultRunbooksConfig;
  const section = readSection(content, reader);
  if (section === void 0) return defaultRunbooksConfig;
  const { quietSeconds = defaultRunbooksConfig.quietSeconds, automatic = [] } = section;
  const rules = Array.isArray(automatic) ? automatic.map((rule, index) => readRule(rule, `automatic[${index}]`, runbooks2)) : [];
  const problems = [
    ...quiet.read(quietSeconds) === void 0 ? [`quietSeconds: expected ${quiet.expected}`] : [],
    ...Array.isArray(automatic) ? [] : ["automatic: expected a list of rules"],
    ...rules.flatMap((rule) => rule.problems),
    ...repeated(rules.flatMap(({ rule }) => rule ?? [])),
    ...unknownKeys(section, known)
  ];
  if (problems.length > 0) {
    throw unusable(
      reader,
      problems.map((problem) => `runbooks.${problem}`)
    );
  }
  return { quietSeconds: Number(quietSeconds), automatic: rules.flatMap(({ rule }) => rule ?? []) };
}
function readRule(value, at, runbooks2) {
  const parsed = parseRecord(value, ruleFields);
  const strange = unknownKeys(value, Object.keys(ruleFields));
  const asked = isJsonObject(value) && typeof value.runbook === "string" ? problemsOfRunbook(value.runbook, value.inputs, runbooks2) : [];
  const problems = [...parsed.kind === "corrupt" ? parsed.problems : [], ...asked, ...strange].map(
    (problem) => isJsonObject(value) ? `${at}.${problem}` : `${at}: ${problem}`
  );
  if (parsed.kind === "corrupt" || problems.length > 0) return { problems };
  const { inputs = {}, cooldownMinutes = defaultCooldownMinutes, ...rule } = parsed.value;
  return { rule: { ...rule, inputs, cooldownMinutes }, problems };
}
function problemsOfRunbook(id, inputs, runbooks2) {
  const runbook = runbooks2.find((each) => each.id === id);
  if (!runbook) {
    const ids = runbooks2.map((each) => each.id);
    const nearest = nearestOf(id, ids);
    return [`runbook: there is no ${quoted(id)}; ${nearest ? `did you mean ${nearest}` : `there are ${ids.join(", ")}`}`];
  }
  const given = inputTexts.read(inputs ?? {});
  const read = given && parseRunbookInputs(runbook.inputs, given);
  return [
    ...runbook.risk === "high" ? [`runbook: ${id} is of high risk, which only a person may start`] : [],
    ...read?.kind === "bad" ? read.problems.map((problem) => `inputs: ${problem}`) : []
  ];
}
function repeated(rules) {
  const pairs = rules.flatMap(({ runbook, environments }) => environments.map((environment) => `${runbook} in ${environment}`));
  const twice = pairs.filter((pair, index) => pairs.indexOf(pair) < index);
  return [...new Set(twice)].map((pair) => `automatic: more than one rule for ${pair}`);
}
function quoted(word) {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 59)}…` : word);
}
function configForAlarms(content, runbooks2) {
  try {
    return { config: parseRunbooksConfig(content, runbooks2) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { config: defaultRunbooksConfig, problem: error };
  }
}

// src/actions/runbook/perform.ts
async function perform(world, asked) {
  switch (asked.mode) {
    case "plan":
      return reportOfPlan(await planRunbook(world, asked.request), asked.request.door);
    case "run":
      return reportOfRun(await runRunbook(world, asked.request), asked.request.door);
    case "resume":
      return reportOfResume(await resumeRunbook(world, asked.request), asked.request.target);
    default:
      return asked;
  }
}

// src/actions/runbook/request.ts
function requestOf(inputs, runbooks2, now) {
  const { mode, environment, by, reason = "", door, "approved-risk": approvedRisk } = inputs;
  const asking = { environment, by, reason, door, approvedRisk };
  switch (mode) {
    case "plan":
    case "run": {
      const texts = textsOf(inputs.inputs);
      const parsed = parseRequest(runbooks2, { ...asking, runbook: inputs.runbook ?? "", inputs: texts ?? {} }, now);
      const problems = [
        ...texts ? [] : ['inputs: expected a JSON object of texts, such as {"desired": "6"}'],
        ...parsed.kind === "bad" ? parsed.problems : []
      ];
      if (parsed.kind === "bad" || problems.length > 0) throw bad(problems);
      return { mode, request: parsed.request };
    }
    case "resume": {
      const parsed = parseWay(inputs, asking);
      if (parsed.kind === "bad") throw bad(parsed.problems);
      return { mode, request: parsed.request };
    }
    case "alarms":
      return { mode, alarms: inputs.alarms };
    case "ack":
      if (inputs.issue === void 0) throw bad(["issue: missing; it is the one of the incident"]);
      return { mode, issue: inputs.issue, by };
    default:
      return mode;
  }
}
function parseWay({ target = "", undo, accept }, asking) {
  const way = undo ? "undo" : accept ? "accept" : "continue";
  const parsed = parseResume({ ...asking, target, way });
  if (!undo || !accept) return parsed;
  const both = "undo, accept: either is asked for, not both";
  return { kind: "bad", problems: [both, ...parsed.kind === "bad" ? parsed.problems : []] };
}
function textsOf(json) {
  try {
    const value = JSON.parse(json);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
    return Object.values(value).every((each) => typeof each === "string") ? value : void 0;
  } catch {
    return void 0;
  }
}
function bad(problems) {
  return failure({
    code: "runbook/request",
    what: `This cannot be done as it was asked for:
${problems.map((problem) => `- ${problem}`).join("\n")}`,
    next: "Correct it where it was asked for, and ask again."
  });
}

// src/actions/runbook/main.ts
await runAction(runbookContract, async ({ inputs, context, env, progress, signal, setOutput, addSummary }) => {
  const clock = openClock(env);
  const request = requestOf(inputs, runbooks, clock.now());
  const folder = await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), "runbook-"));
  const { text: redact } = createRedactor([]);
  const ports = runbooksInJob({ inputs, context, env, progress, clock, folder, redact, signal });
  const run = { ...context.run, url: context.runUrl };
  const issue = request.mode === "ack" ? void 0 : inputs.issue;
  const teller = openTeller(ports, { issue, id: commentIdOf(inputs.command, run) });
  const settings = settingsOf(inputs, await readNames(inputs.config, progress));
  const world = { ...ports, runbooks, catalogue, run, signal, settings, tell: teller.tellSoon };
  const act = async () => {
    if (request.mode !== "alarms" && request.mode !== "ack") return perform(world, request);
    const { performIncidents } = await import("./chunks/perform-incidents-5MTK64PV.js");
    const { config, problem } = configForAlarms(await readIfThere(inputs.config), runbooks);
    if (problem) progress.warning(`${problem.message} ${problem.next}`);
    return performIncidents(world, request, { environment: inputs.environment, config });
  };
  await performCommand(world, request.mode === "plan" ? void 0 : inputs.command, async () => {
    const { outputs, markdown, failure: failure2 } = await act();
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
    await addSummary(markdown);
    await teller.tell(markdown);
    await writeFile(join(folder, "report.md"), `${markdown}
`);
    setOutput("report-path", folder);
    if (failure2) throw failure2;
  });
});
