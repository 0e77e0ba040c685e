import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  nearestOf
} from "./chunk-EQEXLZUC.js";
import {
  durationText
} from "./chunk-YKXHXIZI.js";
import {
  legOf
} from "./chunk-TMEDGICA.js";
import {
  parseRunbookInputs
} from "./chunk-332JFOK2.js";
import {
  attempt
} from "./chunk-OYONWVJN.js";
import {
  escapeText,
  fence,
  inlineCode,
  visibleLine
} from "./chunk-6W7UW3BG.js";
import {
  isAtLeast,
  repositoryRoles
} from "./chunk-ZV6SOGBZ.js";
import {
  configPath,
  readSection,
  unknownKeys,
  unusable
} from "./chunk-4ZZDUD76.js";
import {
  cutMiddle
} from "./chunk-HJYFICUU.js";
import {
  list,
  oneOf,
  optional,
  parseRecord
} from "./chunk-NZLX3UOY.js";
import {
  parseDuration
} from "./chunk-MBJY2HNV.js";
import {
  isFailure
} from "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";

// src/actions/chatops/language/verbs.ts
function firstWordsOf(commands) {
  return [...new Set(commands.map(({ name: name2 }) => firstWord(name2)))];
}
function familyOf(word, commands) {
  return commands.filter(({ name: name2 }) => firstWord(name2) === word);
}
function namedBy(words, commands) {
  return commands.filter(({ name: name2 }) => name2.split(" ").every((word, index) => words[index] === word)).sort((one, other) => other.name.length - one.name.length)[0];
}
function isTopic(text2, commands) {
  return commands.some(({ name: name2 }) => name2 === text2 || firstWord(name2) === text2);
}
function firstWord(name2) {
  return name2.split(" ", 1)[0] ?? name2;
}

// src/actions/chatops/language/values.ts
function isValued(argument) {
  return argument.form === "word" || argument.form === "pair";
}
var environmentPattern = /^(?!.*--)[a-z][a-z0-9-]{0,10}[a-z0-9]$/;
var digestPattern = /^[0-9a-f]{12,64}$/;
var namePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
function isGood(argument, text2, commands) {
  switch (argument.kind) {
    case "text":
      return text2.trim() !== "" && [...text2].length <= argument.mostCharacters;
    case "environment":
      return environmentPattern.test(text2);
    case "choice":
      return argument.choices.includes(text2);
    case "duration": {
      const seconds = parseDuration(text2) ?? 0;
      return seconds > 0 && seconds <= argument.mostSeconds;
    }
    case "digest":
      return digestPattern.test(text2);
    case "command":
      return isTopic(text2, commands);
    case "name":
      return namePattern.test(text2);
    default:
      return argument;
  }
}
function expectedOf(argument) {
  switch (argument.kind) {
    case "text":
      return `a text of at most ${argument.mostCharacters} characters`;
    case "environment":
      return "the name of an environment (2 to 12 lower case letters, digits, single hyphens)";
    case "choice":
      return `one of ${argument.choices.map((choice) => `\`${choice}\``).join(", ")}`;
    case "duration":
      return `a duration such as \`90m\`, \`24h\` or \`3d\`, at most ${durationText(argument.mostSeconds)}`;
    case "digest":
      return "the digest of a plan (12 to 64 of 0-9 and a-f)";
    case "command":
      return "the name of a command, without its slash";
    case "name":
      return "a name (lower case letters, digits and hyphens, at most 63)";
    default:
      return argument;
  }
}

// src/actions/chatops/help/table.ts
function renderTable(heads, rows) {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function codeCell(text2) {
  return inlineCode(text2).replaceAll("|", "\\|");
}

// src/actions/chatops/help/usage.ts
function usageOf(definition) {
  const parts = Object.entries(definition.arguments).map(([name2, argument]) => usageOfArgument(name2, argument));
  return [`/${definition.name}`, ...parts].join(" ");
}
function usageOfArgument(name2, argument) {
  if (argument.form === "flag") return `[--${name2}]`;
  if (argument.form === "pairs") return "[<input>=<value> …]";
  if (argument.form === "word") return argument.required ? `<${wordOf(name2, argument)}>` : `[${wordOf(name2, argument)}]`;
  const pair = `${name2}=${argument.default ?? placeholder(argument)}`;
  return argument.required ? pair : `[${pair}]`;
}
function wordOf(name2, argument) {
  return choicesOf(argument) ?? name2;
}
function placeholder(argument) {
  return argument.kind === "text" ? '"…"' : choicesOf(argument) ?? `<${argument.kind}>`;
}
var mostChoiceCharacters = 80;
function choicesOf(argument) {
  const choices = argument.kind === "choice" ? argument.choices.join("|") : "";
  return choices === "" || choices.length > mostChoiceCharacters ? void 0 : choices;
}

// src/actions/chatops/help/who-may.ts
function whoMay({ permission, flagPermissions = {}, argumentPermissions = {} }) {
  const flags = Object.entries(flagPermissions).map(([flag, role]) => `; \`--${flag}\`: ${andAbove(role)}`);
  const higher = Object.values(argumentPermissions).flatMap((byValue) => {
    const roles = new Set(Object.values(byValue).filter((role) => !isAtLeast(permission, role)));
    return repositoryRoles.filter((role) => roles.has(role)).map((role) => `; some: ${andAbove(role)}`);
  });
  return [andAbove(permission), ...flags, ...higher].join("");
}
function whoMayBy({ permission, argumentPermissions = {} }) {
  return Object.values(argumentPermissions).flatMap((byValue) => {
    return repositoryRoles.flatMap((role) => {
      const values = Object.keys(byValue).filter((value) => byValue[value] === role && !isAtLeast(permission, role));
      return values.length === 0 ? [] : [`${andAbove(role)}: ${values.map((value) => `\`${value}\``).join(", ")}`];
    });
  });
}
function andAbove(role) {
  if (role === "none") return "everybody";
  return role === repositoryRoles.at(-1) ? role : `${role} and above`;
}

// src/actions/chatops/help/explain-command.ts
var starts = {
  reply: "only a reply to the comment",
  plan: "the job `plan`, which can read but not change the environment",
  preview: "the job `preview`, which can change previews alone",
  "deploy-preview": "the job `deploy-preview`, which can change previews alone",
  apply: "the job `apply`, in the GitHub environment `deploy`, with the reviewers and the branches which that asks for",
  environment: "the job `environment`, which can read and hold the environment but not change it",
  kpi: "the job `kpi`, which can read metrics and change nothing",
  rollback: "the job `rollback`, in the GitHub environment `deploy`, with the reviewers and the branches which that asks for",
  "game-day": "the job `game-day`, in the GitHub environment of that name, which can run and end experiments and put right what they broke",
  runbook: "the job `runbook`, in the GitHub environment `ops`; what is of high risk, in `ops-approval`, with the reviewers which that asks for",
  cancel: "the job `cancel`, which has no credentials of the cloud"
};
var places = {
  "pull-request": "on pull requests",
  incident: "on issues that an alarm has opened",
  both: "on issues and pull requests"
};
var whileOpen = {
  "pull-request": "Only while the pull request is open, and for the commit that was its latest when the command was given.",
  incident: "Only while the issue is open.",
  both: "Only while the issue or pull request is open; on a pull request, for the commit that was its latest when the command was given."
};
function explainCommand(definition) {
  const { about, details, examples: examples2 = [], mutates, needsTerraformJson, on = "pull-request" } = definition;
  return [
    fence(usageOf(definition)),
    `${about}.${details === void 0 ? "" : ` ${details}`}`,
    ...argumentsTable(definition),
    [
      `- **Who may:** ${whoMay(definition)}.`,
      ...whoMayBy(definition).map((line2) => `  - ${line2}`),
      `- **Where:** ${places[on]}.`,
      `- **Starts:** ${starts[definition.job]}.`,
      ...mutates ? [`- ${whileOpen[on]}`] : [],
      ...needsTerraformJson ? ["- Needs the Terraform JSON that the workflow of the pull request made of that commit."] : []
    ].join("\n"),
    ...examples2.length > 0 ? [fence(examples2.join("\n"))] : []
  ];
}
function argumentsTable(definition) {
  const rows = Object.entries(definition.arguments).map(([name2, argument]) => [
    argument.form === "pairs" ? "others" : codeCell(argument.form === "flag" ? `--${name2}` : name2),
    argument.about,
    hasToBe(argument).replaceAll("|", "\\|"),
    ifLeftOut(argument)
  ]);
  return rows.length === 0 ? [] : [renderTable(["argument", "what", "has to be", "if left out"], rows)];
}
function hasToBe(argument) {
  if (argument.form === "pairs") return `\`key=value\` pairs; \`/runbook list <${argument.of}>\` tells which`;
  return argument.form === "flag" ? "a flag" : expectedOf(argument);
}
function ifLeftOut(argument) {
  if (!isValued(argument)) return "";
  if (argument.required) return "**required**";
  return argument.default === void 0 ? "" : codeCell(argument.default);
}

// src/actions/chatops/help/render-help.ts
function renderHelp(commands, topic) {
  if (topic === void 0) return renderOverview(commands);
  const meant = commands.filter(({ name: name2 }) => name2 === topic || name2.startsWith(`${topic} `));
  if (meant.length === 0) {
    return `There is no command ${inlineCode(cutMiddle(topic, 60))}. These are:

${renderOverview(commands)}`;
  }
  return meant.flatMap((definition) => [`### \`/${definition.name}\``, ...explainCommand(definition)]).join("\n\n");
}
function renderOverview(commands) {
  const rows = commands.map((definition) => [codeCell(usageOf(definition)), definition.about, whoMay(definition)]);
  const table = renderTable(["command", "what it does", "who may"], rows);
  return `${table}

A command is a line of its own in a new comment; code and quotes do not count. \`/help <command>\` tells more.`;
}

// src/actions/chatops/help/render-runbooks.ts
var risks = {
  none: "none: it only reads",
  low: "low: it can be undone, and users do not notice",
  medium: "medium: users may notice for seconds",
  high: "high: somebody approves it first"
};
function renderRunbooks(runbooks, id) {
  const one = runbooks.find((runbook) => runbook.id === id);
  return one === void 0 ? renderOverview2(runbooks) : renderRunbook(one);
}
function renderOverview2(runbooks) {
  const rows = runbooks.map(({ id, title, risk, permission, symptoms }) => [
    codeCell(id),
    title,
    risk,
    `${permission} and above`,
    symptoms.map(codeCell).join(", ")
  ]);
  const table = renderTable(["runbook", "what it does", "risk", "who may run it", "answers"], rows);
  return `${table}

\`/runbook list <runbook>\` tells what one asks for, \`/runbook plan <runbook>\` what it would change now.`;
}
function renderRunbook(runbook) {
  const { id, title, about, when, risk, permission } = runbook;
  const inputs = runbook.inputs;
  return [
    `### ${inlineCode(id)}: ${title}`,
    about,
    when.map((line2) => `- ${line2}`).join("\n"),
    inputsTable(inputs),
    `Risk ${risks[risk]}. Who may run it: ${permission} and above.`,
    fence([`/runbook plan ${id}${examples(inputs)}`, `/runbook run ${id}${examples(inputs)}`].join("\n"))
  ].join("\n\n");
}
function inputsTable(inputs) {
  const rows = Object.entries(inputs).map(([name2, input]) => [
    codeCell(name2),
    input.about,
    codeCell(input.example),
    ifLeftOut2(input)
  ]);
  return rows.length === 0 ? "It asks for nothing." : renderTable(["input", "what", "for example", "if left out"], rows);
}
function ifLeftOut2({ default: otherwise, optional: optional2 }) {
  if (otherwise !== void 0) return codeCell(otherwise);
  return optional2 ? "" : "**required**";
}
function examples(inputs) {
  const needed = Object.entries(inputs).filter(([, input]) => input.default === void 0 && !input.optional);
  return needed.map(([name2, { example }]) => ` ${name2}=${example}`).join("");
}

// src/actions/chatops/answers.ts
function answerOf({ commands, runbooks }, command) {
  switch (command.name) {
    case "help":
      return renderHelp(commands, textOf(command.arguments.command));
    case "runbook list":
      return renderRunbooks(runbooks, textOf(command.arguments.runbook));
    default:
      throw new Error(`nobody has an answer to /${command.name}`);
  }
}
function textOf(value) {
  return typeof value === "string" ? value : void 0;
}

// src/actions/chatops/authorize.ts
function decideAuthorization(command, definition, person, config) {
  const needed = neededRole(command, definition, config);
  if (!isAtLeast(person.role, needed.role)) {
    return `${inlineCode(`/${needed.what}`)} needs the role ${needed.role}; ${inlineCode(person.login)} has ${person.role}.`;
  }
  const closed = policyNamesOf(command, definition).find((name2) => !isListed(person, config.get(name2) ?? {}));
  if (closed === void 0) return void 0;
  return `${inlineCode(`/${closed}`)} is for those whom \`.github/opsdeck.json\` lists; ${inlineCode(person.login)} is not among them.`;
}
function teamsToAsk(commands, config) {
  const names = commands.flatMap(({ command, definition }) => policyNamesOf(command, definition));
  return [...new Set(names.flatMap((name2) => config.get(name2)?.teams ?? []))];
}
function allPolicyNames(commands) {
  return commands.flatMap(({ name: name2, argumentPermissions = {} }) => {
    const values = Object.values(argumentPermissions).flatMap((byValue) => Object.keys(byValue));
    return [name2, ...values.map((value) => `${name2} ${value}`)];
  });
}
function neededRole(command, definition, config) {
  const { name: name2, permission, flagPermissions = {} } = definition;
  const own = { role: config.get(name2)?.permission ?? permission, what: name2 };
  const flags = Object.entries(flagPermissions).filter(([flag]) => command.arguments[flag] === true);
  const others = [
    ...flags.map(([flag, role]) => ({ role, what: `${name2} --${flag}` })),
    ...valuesAsking(command, definition).map(({ what, role }) => ({ what, role: config.get(what)?.permission ?? role }))
  ];
  return others.reduce((most, one) => isAtLeast(most.role, one.role) ? most : one, own);
}
function policyNamesOf(command, definition) {
  return [definition.name, ...valuesAsking(command, definition).map(({ what }) => what)];
}
function valuesAsking(command, { name: name2, argumentPermissions = {} }) {
  return Object.entries(argumentPermissions).flatMap(([argument, byValue]) => {
    const value = command.arguments[argument];
    const role = typeof value === "string" && Object.hasOwn(byValue, value) ? byValue[value] : void 0;
    return role === void 0 ? [] : [{ what: `${name2} ${value}`, role }];
  });
}
function isListed({ login, customRole, teams }, policy) {
  if (policy.users === void 0 && policy.teams === void 0 && policy.roles === void 0) return true;
  const isUser = policy.users?.some((user) => user.toLowerCase() === login.toLowerCase()) ?? false;
  const isMember = policy.teams?.some((team) => teams.includes(team)) ?? false;
  const hasRole = customRole !== void 0 && (policy.roles?.includes(customRole) ?? false);
  return isUser || isMember || hasRole;
}

// src/actions/chatops/config.ts
var name = {
  expected: "a name",
  isOptional: false,
  read: (value) => typeof value === "string" && /^(?!\.+$)[\w .-]{1,100}$/.test(value) ? value : void 0
};
var fields = {
  permission: optional(oneOf(...repositoryRoles.filter((role) => role !== "none"))),
  users: optional(list(name)),
  teams: optional(list(name)),
  roles: optional(list(name))
};
var reader = {
  section: "commands",
  code: "chatops/config",
  subject: `${configPath} of the default branch`,
  untilThen: "no command is taken"
};
function parseConfig(content, commands) {
  if (content === void 0) return /* @__PURE__ */ new Map();
  const given = readSection(content, reader) ?? {};
  const problems = [];
  const policies = Object.entries(given).flatMap(([command, value]) => {
    const at = `commands.${JSON.stringify(command)}`;
    if (!commands.includes(command)) problems.push(`${at}: there is no such command`);
    problems.push(...unknownKeys(value, Object.keys(fields), `${at}.`));
    const parsed = parseRecord(value, fields);
    if (parsed.kind === "valid") return [[command, parsed.value]];
    problems.push(...parsed.problems.map((problem) => `${at}.${problem}`));
    return [];
  });
  if (problems.length > 0) throw unusable(reader, problems);
  return new Map(policies);
}

// src/actions/chatops/language/runbook-pairs.ts
function isInputName(key) {
  return /^[a-z][a-z0-9-]{0,39}$/.test(key);
}
function pairsOf(definition) {
  for (const [name2, argument] of Object.entries(definition.arguments)) if (argument.form === "pairs") return [name2, argument];
  return void 0;
}
function bindPairs(definition, pairs, values) {
  const found = pairsOf(definition);
  if (found === void 0) return { given: [], problems: [] };
  const [name2, { of, inputs }] = found;
  const collected = Object.fromEntries(pairs);
  const given = pairs.length === 0 ? [] : [[name2, JSON.stringify(collected)]];
  const whose = values.get(of);
  if (typeof whose !== "string" || !Object.hasOwn(inputs, whose)) return { given, problems: [] };
  const parsed = parseRunbookInputs(inputs[whose] ?? {}, collected);
  const problems = parsed.kind === "bad" ? parsed.problems.map(escapeText) : [];
  return { given, problems: [...problems, ...slips(definition, pairs, Object.keys(inputs[whose] ?? {}))] };
}
function slips(definition, pairs, known) {
  const own = Object.entries(definition.arguments).flatMap(([name2, { form }]) => form === "pair" ? [name2] : []);
  return pairs.flatMap(([key]) => {
    const near = known.includes(key) ? void 0 : nearestOf(key, [...known, ...own]);
    return near === void 0 ? [] : [`instead of ${inlineCode(`${key}=`)}, you probably mean ${inlineCode(`${near}=`)}`];
  });
}
function renderPairs(json) {
  const pairs = Object.entries(JSON.parse(json));
  return pairs.map(([key, value]) => /^[\w.:/,@+-]+$/.test(value) ? `${key}=${value}` : `${key}="${value}"`).join(" ");
}

// src/actions/chatops/language/bind-arguments.ts
function bindArguments(definition, tokens, commands) {
  const bindings = [...bindWords(definition, wordsOf(tokens)), ...tokens.flatMap((token) => bindNamed(definition, token))];
  const own = bindings.flatMap((binding) => "given" in binding ? [binding.given] : []);
  const pairs = bindings.flatMap((binding) => "pair" in binding ? [binding.pair] : []);
  const collected = bindPairs(definition, pairs, new Map(own));
  const given = [...own, ...collected.given];
  const values = new Map(given);
  const entries = Object.entries(definition.arguments).flatMap(([name2, argument]) => {
    const value = values.get(name2) ?? defaultOf(argument);
    return value === void 0 ? [] : [[name2, value]];
  });
  const problems = [
    ...bindings.flatMap((binding) => "problem" in binding ? [binding.problem] : []),
    ...twice([...own, ...pairs].map(([name2]) => name2)),
    ...given.flatMap(([name2, value]) => badValue(definition.arguments[name2], name2, value, commands)),
    ...missing(definition, new Set(entries.map(([name2]) => name2))),
    ...collected.problems
  ];
  return { arguments: Object.fromEntries(entries), problems: [...new Set(problems)] };
}
function quoteText(text2) {
  return inlineCode(cutMiddle(text2, 60));
}
function wordsOf(tokens) {
  return tokens.flatMap((token) => token.kind === "word" ? [token.text] : []);
}
function bindWords(definition, words) {
  const bindings = [];
  let left = words;
  for (const [name2, argument] of Object.entries(definition.arguments)) {
    if (argument.form !== "word" || left.length === 0) continue;
    const count = argument.kind === "command" ? left.length : 1;
    bindings.push({ given: [name2, left.slice(0, count).join(" ")] });
    left = left.slice(count);
  }
  if (left.length > 0) bindings.push({ problem: `nothing is expected where it says ${quoteText(left.join(" "))}` });
  return bindings;
}
function bindNamed(definition, token) {
  switch (token.kind) {
    case "word":
      return [];
    case "misquoted":
      return [
        { problem: `quotes are straight and around a whole value, \`key="some words"\`, unlike in ${quoteText(token.text)}` }
      ];
    case "pair":
      return [bindPair(definition, token.key, token.value)];
    case "flag":
      return [bindFlag(definition, token.key, token.hasValue)];
    default:
      return token;
  }
}
function bindPair(definition, key, value) {
  const argument = argumentOf(definition, key);
  if (argument?.form === "pair") return { given: [key, value] };
  if (argument?.form === "word") return { problem: `${quoteText(key)} is given without its name, as \`<${key}>\` alone` };
  if (argument?.form === "flag") return { problem: `${quoteText(key)} is a flag: \`--${key}\`` };
  if (pairsOf(definition) !== void 0 && isInputName(key)) return { pair: [key, value] };
  return { problem: unknown(`${key}=`, nearestOf(key, namesOf(definition, "pair")), (name2) => `${name2}=`) };
}
function bindFlag(definition, key, hasValue) {
  const argument = argumentOf(definition, key);
  if (argument?.form !== "flag") {
    return { problem: unknown(`--${key}`, nearestOf(key, namesOf(definition, "flag")), (name2) => `--${name2}`) };
  }
  return hasValue ? { problem: `${quoteText(`--${key}`)} takes no value` } : { given: [key, true] };
}
function unknown(written, near, write) {
  const suggestion = near === void 0 ? "" : `; you probably mean \`${write(near)}\``;
  return `there is no ${quoteText(written)}${suggestion}`;
}
function argumentOf(definition, key) {
  return Object.hasOwn(definition.arguments, key) ? definition.arguments[key] : void 0;
}
function namesOf(definition, form) {
  return Object.entries(definition.arguments).flatMap(([name2, argument]) => argument.form === form ? [name2] : []);
}
function defaultOf(argument) {
  return isValued(argument) ? argument.default : void 0;
}
function twice(names) {
  const again = names.filter((name2, index) => names.indexOf(name2) < index);
  return again.map((name2) => `\`${name2}\` is given more than once`);
}
function badValue(argument, name2, value, commands) {
  if (value === true || argument === void 0 || !isValued(argument) || isGood(argument, value, commands)) return [];
  return [wrong(argument, name2, value)];
}
function wrong(argument, name2, value) {
  const near = argument.kind === "choice" ? nearestOf(value, argument.choices) : void 0;
  const got = value === "" ? ", and is empty" : `, not ${quoteText(value)}`;
  return `\`${name2}\` has to be ${expectedOf(argument)}${got}${near === void 0 ? "" : `; you probably mean \`${near}\``}`;
}
function missing(definition, given) {
  return Object.entries(definition.arguments).flatMap(([name2, argument]) => {
    const isRequired = isValued(argument) && argument.required === true;
    return isRequired && !given.has(name2) ? [`\`${name2}\` is missing`] : [];
  });
}

// src/actions/chatops/language/tokens.ts
var curlyQuotes = /[\u201c\u201d\u201e\u201f\u00ab\u00bb]/;
function tokensOf(line2) {
  const tokens = [];
  let at = 0;
  while (at < line2.length) {
    const [token, length] = nextToken(line2.slice(at));
    if (token !== void 0) tokens.push(token);
    at += length;
  }
  return tokens;
}
function nextToken(rest) {
  const [spaces] = /^ +/.exec(rest) ?? [];
  if (spaces !== void 0) return [void 0, spaces.length];
  const [quoted, key = "", value = ""] = /^([^ ="]+)="([^"]*)"(?= |$)/.exec(rest) ?? [];
  if (quoted !== void 0 && !key.startsWith("--")) return [{ kind: "pair", key, value }, quoted.length];
  const [raw = rest] = /^[^ ]+/.exec(rest) ?? [];
  if (raw.includes('"') || curlyQuotes.test(raw)) return [{ kind: "misquoted", text: rest }, rest.length];
  return [unquoted(raw), raw.length];
}
function unquoted(raw) {
  const at = raw.indexOf("=");
  if (raw.startsWith("--") && raw.length > 2) {
    return { kind: "flag", key: at === -1 ? raw.slice(2) : raw.slice(2, at), hasValue: at !== -1 };
  }
  return at < 1 ? { kind: "word", text: raw } : { kind: "pair", key: raw.slice(0, at), value: raw.slice(at + 1) };
}

// src/actions/chatops/language/parse-line.ts
var mostCharacters = 1e3;
var mostShown = 80;
var mostProblems = 5;
function verbOf(line2, verbs) {
  const end = line2.search(/\s/);
  const word = line2.slice(1, end === -1 ? line2.length : end);
  return verbs.includes(word) ? word : nearestOf(word, verbs);
}
function parseLine(line2, commands) {
  const said = line2.replace(/[ \t]+$/, "");
  const verb = verbOf(said, firstWordsOf(commands)) ?? "";
  const family = familyOf(verb, commands);
  const only = family.length === 1 ? family[0] : void 0;
  const unreadable = unreadableReason(said, verb);
  if (unreadable !== void 0) return refuse(said, [unreadable], only);
  const tokens = tokensOf(said.slice(1));
  const words = leadingWords(tokens);
  const definition = namedBy(words, family);
  if (definition === void 0) return refuse(said, [unknownMember(verb, words[1], family)], void 0);
  const bound = bindArguments(definition, tokens.slice(definition.name.split(" ").length), commands);
  if (bound.problems.length > 0) return refuse(said, bound.problems, definition);
  return { kind: "command", command: { name: definition.name, arguments: bound.arguments } };
}
function unreadableReason(line2, verb) {
  const [, word = ""] = /^\/(\S*)/.exec(line2) ?? [];
  if (word !== verb) return `there is no ${quoteText(`/${word}`)}; you probably mean \`/${verb}\``;
  if (line2.length > mostCharacters) return `no command is longer than ${mostCharacters} characters`;
  const strange = [...line2].find((character) => /[^\S ]/.test(character) || visibleLine(character) !== character);
  if (strange === void 0) return void 0;
  return `commands have only plain spaces and characters that can be seen, and not ${inlineCode(codePoint(strange))}`;
}
function codePoint(character) {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
function leadingWords(tokens) {
  const end = tokens.findIndex(({ kind }) => kind !== "word");
  return (end === -1 ? tokens : tokens.slice(0, end)).flatMap((token) => token.kind === "word" ? [token.text] : []);
}
function unknownMember(verb, word, family) {
  const members = family.map(({ name: name2 }) => name2.slice(verb.length + 1));
  const near = word === void 0 ? void 0 : nearestOf(word, members);
  if (near !== void 0) return `there is no ${quoteText(`/${verb} ${word}`)}; you probably mean \`/${verb} ${near}\``;
  return `${inlineCode(`/${verb}`)} is followed by one of ${members.map(inlineCode).join(", ")}`;
}
function refuse(line2, reasons, definition) {
  const shown = visibleLine(cutMiddle(line2, mostShown));
  const problem = { line: shown, ...definition !== void 0 && { usage: usageOf(definition) } };
  return { kind: "problems", problems: reasons.slice(0, mostProblems).map((what) => ({ ...problem, what })) };
}

// src/actions/chatops/language/html-blocks.ts
var blockTags = [
  "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset",
  "figcaption figure footer form frame frameset h[1-6] head header hr html iframe legend li link main menu menuitem nav",
  "noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul"
].join(" ").replaceAll(" ", "|");
var attribute = String.raw` +[a-z_:][\w.:-]*(?: *= *(?:[^ "'=<>\x60]+|'[^']*'|"[^"]*"))?`;
var rules = [
  { start: /^<(?:pre|script|style|textarea)(?=[ >]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i, interruptsParagraph: true },
  // Markdown itself would end it at a blank line; but what stands in it are somebody else's words.
  { start: /^<blockquote(?=[ >]|$)/i, end: /<\/blockquote>/i, interruptsParagraph: true },
  { start: /^<!--/, end: /-->/, interruptsParagraph: true },
  { start: /^<\?/, end: /\?>/, interruptsParagraph: true },
  { start: /^<![a-z]/i, end: />/, interruptsParagraph: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interruptsParagraph: true },
  { start: new RegExp(`^</?(?:${blockTags})(?= |/?>|$)`, "i"), end: void 0, interruptsParagraph: true },
  {
    start: new RegExp(`^<(?:[a-z][a-z0-9-]*(?:${attribute})* */?|/[a-z][a-z0-9-]* *)> *$`, "i"),
    end: void 0,
    interruptsParagraph: false
  }
];
var longestTagCharacters = 2e3;
function htmlStartOf(rest, isParagraphOpen) {
  const beginning = rest.length > longestTagCharacters ? rest.slice(0, longestTagCharacters) : rest;
  return rules.find(({ start, interruptsParagraph }) => (interruptsParagraph || !isParagraphOpen) && start.test(beginning));
}

// src/actions/chatops/language/line-cursor.ts
var tabWidth = 4;
var mostMarkerCharacters = 300;
var [space, tab] = [32, 9];
function cursorOf(source) {
  const line2 = source.includes("	") ? expandTabs(source) : source;
  return { line: line2, at: 0, text: skipSpaces(line2, 0) };
}
function moveTo(cursor, at) {
  cursor.at = Math.min(at, cursor.line.length);
  if (cursor.text < cursor.at) cursor.text = skipSpaces(cursor.line, cursor.at);
}
function indentOf({ at, text: text2 }) {
  return text2 - at;
}
function isBlank({ line: line2, text: text2 }) {
  return text2 === line2.length;
}
function restOf({ line: line2, text: text2 }) {
  return line2.slice(text2);
}
function skipSpaces(line2, from) {
  let at = from;
  while (line2.charCodeAt(at) === space || line2.charCodeAt(at) === tab) at += 1;
  return at;
}
function expandTabs(source) {
  let expanded = "";
  for (const character of source.slice(0, mostMarkerCharacters)) {
    expanded += character === "	" ? " ".repeat(tabWidth - expanded.length % tabWidth) : character;
  }
  return expanded + source.slice(mostMarkerCharacters);
}

// src/actions/chatops/language/block-starts.ts
var codeIndent = 4;
var text = { kind: "text" };
var line = { kind: "line" };
function blockStartOf(cursor, { isParagraphOpen, isInParagraph }) {
  if (isBlank(cursor)) return { kind: "blank" };
  if (indentOf(cursor) >= codeIndent) return isParagraphOpen ? text : line;
  switch (cursor.line[cursor.text]) {
    case ">":
      return { kind: "quote" };
    case "#":
      return /^#{1,6}(?: |$)/.test(restOf(cursor)) ? line : text;
    case "`":
    case "~":
      return fenceStart(restOf(cursor));
    case "<":
      return htmlStart(restOf(cursor), isParagraphOpen);
    case "=":
      return isInParagraph && /^=+ *$/.test(restOf(cursor)) ? line : text;
    default:
      return ruleOrItem(cursor, isInParagraph);
  }
}
function fenceStart(rest) {
  const [run] = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest) ?? [];
  return run === void 0 ? text : { kind: "fence", mark: run.charAt(0), length: run.length };
}
function htmlStart(rest, isParagraphOpen) {
  const start = htmlStartOf(rest, isParagraphOpen);
  if (start === void 0) return text;
  return start.end?.test(rest) ? line : { kind: "html", end: start.end };
}
function ruleOrItem(cursor, isInParagraph) {
  const first = cursor.line[cursor.text] ?? "";
  if (!"-+*_0123456789".includes(first)) return text;
  const rest = restOf(cursor);
  if (isInParagraph && first === "-" && /^-+ *$/.test(rest)) return line;
  return isRule(first, rest) ? line : itemStart(rest, indentOf(cursor), isInParagraph);
}
var longestRuleCharacters = 500;
function isRule(first, rest) {
  if (!"-*_".includes(first) || rest.length > longestRuleCharacters) return false;
  let marks = 0;
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === first) marks += 1;
    else if (rest[at] !== " ") return false;
  }
  return marks >= 3;
}
function itemStart(rest, indent, isInParagraph) {
  const marker = markerOf(rest);
  const spaces = spacesFrom(rest, marker.length);
  const isBare = marker.length + spaces === rest.length;
  if (marker === "" || spaces === 0 && !isBare) return text;
  if (isInParagraph && (isBare || !/^(?:[-+*]|0*1[.)])$/.test(marker))) return text;
  const padding = isBare || spaces > codeIndent ? 1 : spaces;
  return { kind: "item", width: indent + marker.length + padding, isBare };
}
function markerOf(rest) {
  const first = rest.charAt(0);
  return "-+*".includes(first) ? first : /^\d{1,9}[.)]/.exec(rest)?.[0] ?? "";
}
function spacesFrom(rest, from) {
  let at = from;
  while (rest[at] === " ") at += 1;
  return at - from;
}

// src/actions/chatops/language/blocks.ts
var deepest = 50;
var nothing = { kind: "none" };
var inside = { isParagraphOpen: false, isInParagraph: false };
var quote = { kind: "quote" };
var specialStarts = " 	\v\f>#`~<=-+*_0123456789";
function noBlocks() {
  return { containers: [], leaf: nothing };
}
function readLine(blocks, line2, from) {
  if (blocks.leaf.kind === "paragraph" && line2 !== "" && !specialStarts.includes(line2.charAt(0))) return;
  const cursor = cursorOf(line2);
  const matched = matchContainers(blocks.containers, cursor);
  const isInside = matched === blocks.containers.length;
  if (isInside && (blocks.leaf.kind === "fence" || blocks.leaf.kind === "html")) {
    if (endsLeaf(blocks.leaf, cursor)) blocks.leaf = nothing;
  } else openBlocks(blocks, cursor, matched, from);
}
function matchContainers(containers, cursor) {
  let matched = 0;
  for (const container of containers) {
    if (!continues(container, cursor)) break;
    matched += 1;
  }
  return matched;
}
function continues(container, cursor) {
  if (container.kind === "quote") {
    const isMarked = indentOf(cursor) < codeIndent && cursor.line[cursor.text] === ">";
    if (isMarked) passQuoteMarker(cursor);
    return isMarked;
  }
  if (isBlank(cursor)) return !container.isBare;
  if (indentOf(cursor) < container.width) return false;
  moveTo(cursor, cursor.at + container.width);
  container.isBare = false;
  return true;
}
function passQuoteMarker(cursor) {
  const behind = cursor.text + 1;
  moveTo(cursor, cursor.line[behind] === " " ? behind + 1 : behind);
}
function endsLeaf(leaf, cursor) {
  if (leaf.kind === "html") return leaf.end === void 0 ? isBlank(cursor) : leaf.end.test(restOf(cursor));
  if (indentOf(cursor) >= codeIndent) return false;
  let end = cursor.text;
  while (cursor.line[end] === leaf.mark) end += 1;
  return end - cursor.text >= leaf.length && cursor.line.slice(end).trimEnd() === "";
}
function openBlocks(blocks, cursor, matched, from) {
  const isParagraphOpen = blocks.leaf.kind === "paragraph";
  const isInParagraph = isParagraphOpen && matched === blocks.containers.length;
  let start = blockStartOf(cursor, { isParagraphOpen, isInParagraph });
  if (start.kind === "text" && isParagraphOpen) return;
  while (blocks.containers.length > matched) blocks.containers.pop();
  while ((start.kind === "quote" || start.kind === "item") && blocks.containers.length < deepest) {
    blocks.containers.push(enter(start, cursor));
    start = blockStartOf(cursor, inside);
  }
  blocks.leaf = leafOf(start, from);
}
function enter(start, cursor) {
  if (start.kind === "quote") {
    passQuoteMarker(cursor);
    return quote;
  }
  moveTo(cursor, cursor.at + start.width);
  return { kind: "item", width: start.width, isBare: start.isBare };
}
function leafOf(start, from) {
  switch (start.kind) {
    case "fence":
    case "html":
      return start;
    case "line":
    case "blank":
      return nothing;
    case "text":
    case "quote":
    case "item":
      return { kind: "paragraph", from };
    default:
      return start;
  }
}

// src/actions/chatops/language/hidden-spans.ts
var enders = { "<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">" };
function hiddenSpans(paragraph, until) {
  const codeEnd = codeEnds(paragraph);
  const htmlEnd = htmlEnds(paragraph);
  const spans = [];
  for (let at = 0; at < until; ) {
    const mark = markAt(paragraph, at);
    if (mark === "") at += isEscape(paragraph, at) ? 2 : 1;
    else {
      const behind = at + mark.length;
      const to = mark.startsWith("`") ? codeEnd(mark.length, behind) : htmlEnd(mark.toUpperCase(), behind);
      if (to !== void 0) spans.push({ from: at, to });
      at = to ?? behind;
    }
  }
  return spans;
}
var htmlMark = /<!--|<\?|<!\[CDATA\[|<!(?=[a-z])/iy;
function markAt(paragraph, at) {
  const first = paragraph[at];
  if (first === "`") {
    let to = at + 1;
    while (paragraph[to] === "`") to += 1;
    return to === at + 1 ? first : paragraph.slice(at, to);
  }
  if (first !== "<") return "";
  htmlMark.lastIndex = at;
  return htmlMark.exec(paragraph)?.[0] ?? "";
}
function isEscape(paragraph, at) {
  if (paragraph[at] !== "\\") return false;
  const next = paragraph[at + 1];
  return next === "\\" || next === "`" || next === "<";
}
function codeEnds(paragraph) {
  let ends;
  return (length, from) => {
    ends ??= endsOfRuns(paragraph);
    const same = ends.get(length) ?? [];
    while ((same.at(-1) ?? Number.POSITIVE_INFINITY) < from + length) same.pop();
    return same.at(-1);
  };
}
function endsOfRuns(paragraph) {
  const ends = /* @__PURE__ */ new Map();
  for (let from = paragraph.indexOf("`"); from !== -1; ) {
    let to = from + 1;
    while (paragraph[to] === "`") to += 1;
    const same = ends.get(to - from);
    if (same === void 0) ends.set(to - from, [to]);
    else same.push(to);
    from = paragraph.indexOf("`", to);
  }
  for (const same of ends.values()) same.reverse();
  return ends;
}
function htmlEnds(paragraph) {
  const missing2 = /* @__PURE__ */ new Set();
  return (mark, from) => {
    const [short] = mark === "<!--" ? /^-?>/.exec(paragraph.slice(from, from + 2)) ?? [] : [];
    if (short !== void 0) return from + short.length;
    const end = enders[mark] ?? mark;
    const at = missing2.has(mark) ? -1 : paragraph.indexOf(end, from);
    if (at === -1) missing2.add(mark);
    return at === -1 ? void 0 : at + end.length;
  };
}

// src/actions/chatops/language/said-lines.ts
var [lineFeed, carriageReturn] = [10, 13];
function saidLines(body, { isWanted = () => true, most = Number.POSITIVE_INFINITY } = {}) {
  const said = [];
  const last = lastSlashLine(body);
  const blocks = noBlocks();
  let open = blocks.leaf;
  let pending = [];
  let wasBlank = false;
  const settle = (to) => {
    if (open.kind === "paragraph" && pending.length > 0)
      addVisible({ body, from: open.from, to, pending }, said, { isWanted, most });
    if (pending.length > 0) pending = [];
    open = blocks.leaf;
  };
  for (let from = 0, end = 0; from <= body.length; from = afterEnd(body, end)) {
    if (said.length >= most || from > last && pending.length === 0) return said;
    end = endOfLine(body, from);
    if (end === from && wasBlank) continue;
    wasBlank = end === from;
    readLine(blocks, body.slice(from, end), from);
    if (blocks.leaf !== open) settle(from);
    if (body[from] === "/" && isOwn(blocks)) pending.push(from);
  }
  settle(body.length);
  return said;
}
function addVisible({ body, from, to, pending }, said, { isWanted, most }) {
  const spans = hiddenSpans(body.slice(from, to), (pending.at(-1) ?? from) - from);
  let next = 0;
  for (const start of pending) {
    const at = start - from;
    while ((spans[next]?.to ?? at + 1) <= at) next += 1;
    if ((spans[next]?.from ?? at) < at) continue;
    const line2 = body.slice(start, endOfLine(body, start));
    if (isWanted(line2)) said.push(line2);
    if (said.length >= most) return;
  }
}
function lastSlashLine(body) {
  const behindEnd = Math.max(body.lastIndexOf("\n/"), body.lastIndexOf("\r/"));
  return behindEnd === -1 && !body.startsWith("/") ? -1 : behindEnd + 1;
}
function isOwn({ leaf, containers }) {
  return leaf.kind === "paragraph" && !containers.some(({ kind }) => kind === "quote");
}
function endOfLine(body, from) {
  let at = from;
  while (at < body.length && body.charCodeAt(at) !== lineFeed && body.charCodeAt(at) !== carriageReturn) at += 1;
  return at;
}
function afterEnd(body, end) {
  return body.charCodeAt(end) === carriageReturn && body.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
}

// src/actions/chatops/language/parse-comment.ts
var mostCommands = 5;
function parseComment(body, commands) {
  const verbs = firstWordsOf(commands);
  const shortest = Math.min(...verbs.map(({ length }) => length));
  const isWanted = (line2) => line2.length >= shortest && verbOf(line2, verbs) !== void 0;
  const lines = saidLines(body, { isWanted, most: mostCommands + 1 });
  if (lines.length === 0) return { kind: "none" };
  const parsed = lines.slice(0, mostCommands).map((line2) => parseLine(line2, commands));
  const problems = [...parsed.flatMap((line2) => line2.kind === "problems" ? line2.problems : []), ...tooMany(lines)];
  if (problems.length > 0) return { kind: "refused", problems };
  return { kind: "commands", commands: parsed.flatMap((line2) => line2.kind === "command" ? [line2.command] : []) };
}
function tooMany(lines) {
  const first = lines[mostCommands];
  if (first === void 0) return [];
  const what = `a comment has at most ${mostCommands} commands, and this is one more`;
  return [{ line: visibleLine(cutMiddle(first, 80)), what }];
}

// src/actions/chatops/language/render-command.ts
function renderCommand(command, definition) {
  const parts = Object.entries(definition.arguments).flatMap(([name2, argument]) => {
    const value = command.arguments[name2];
    return value === void 0 ? [] : [renderArgument(name2, argument, value)];
  });
  return [`/${definition.name}`, ...parts].join(" ");
}
function renderArgument(name2, argument, value) {
  if (value === true) return `--${name2}`;
  if (argument.kind === "inputs") return renderPairs(value);
  if (argument.form === "word") return value;
  return argument.kind === "text" ? `${name2}="${value}"` : `${name2}=${value}`;
}

// src/actions/chatops/pin.ts
function decidePin(facts) {
  const { definition, pullRequest, author, role, reviews } = facts;
  if (pullRequest === void 0) return refused("There is no such pull request any more.");
  const { headSha } = pullRequest;
  if (!definition.mutates && !definition.needsTerraformJson) return { kind: "pinned", headSha };
  if (pullRequest.state === "closed") return refused("The pull request is closed.");
  if (pullRequest.isLocked) return refused("The conversation is locked.");
  if (pullRequest.headRepository === void 0) return refused("The repository that the pull request came from is gone.");
  if (pullRequest.isFork) {
    if (!isAtLeast(role, "maintain")) return refused("The pull request comes from a fork: only a maintainer may do this.");
    if (!isReviewed(reviews, author, headSha)) {
      const commit = inlineCode(headSha.slice(0, 7));
      return refused(`The pull request comes from a fork: approve its commit ${commit} in a review first, after reading it.`);
    }
  }
  return definition.needsTerraformJson ? pinToRun(facts, pullRequest) : { kind: "pinned", headSha };
}
function pinToRun({ runs, createdAt, command }, { headSha, headRepository }) {
  const own = runs.filter((run) => run.headRepository === headRepository);
  const later = own.findIndex((run) => run.headSha !== headSha);
  const ofCommit = later === -1 ? own : own.slice(0, later);
  const first = ofCommit.at(-1);
  const commit = inlineCode(headSha.slice(0, 7));
  if (first === void 0) {
    return refused(`The workflow has not run for the commit ${commit}: solve its conflicts with the base, or push again.`);
  }
  if (first.createdAt >= createdAt) {
    return refused(`The commit ${commit} came after the command: look at it, and ask again.`);
  }
  if (!first.isCompleted && command.arguments.plan === void 0) {
    return refused(
      `The workflow is still at work on the commit ${commit}: it plans and deploys by itself. Ask again when it has ended.`
    );
  }
  return { kind: "pinned", headSha, runId: first.runId };
}
function isReviewed(reviews, author, headSha) {
  const latest = reviews.findLast((review) => review.author === author);
  return latest?.isApproval === true && latest.commitSha === headSha;
}
function refused(because) {
  return { kind: "refused", because };
}

// src/actions/chatops/place.ts
var incidentLabel = "incident";
function refusePlace({ name: name2, on = "pull-request", mutates }, place, author) {
  const command = inlineCode(`/${name2}`);
  if (on === "pull-request")
    return place.kind === "pull-request" ? void 0 : `${command} is about a pull request: give it there.`;
  if (on === "incident" && !isIncident(place, author)) {
    return `${command} is about an incident: give it on the issue that the alarm has opened.`;
  }
  return mutates && place.kind === "issue" && place.isClosed ? "The issue is closed." : void 0;
}
function isIncident(place, author) {
  return place.kind === "issue" && place.openedBy === author && place.labels.includes(incidentLabel);
}

// src/actions/chatops/replies.ts
var mostLines = 10;
function renderRefusals(because) {
  return limited([...new Set(because)]);
}
function renderProblems(problems) {
  return limited(
    problems.map(({ line: line2, what, usage }) => {
      const right = usage === void 0 ? "" : ` Usage: ${inlineCode(usage)}`;
      return `${inlineCode(line2)}: ${what}.${right}`;
    })
  );
}
function limited(lines) {
  const listed = lines.length > 1 ? lines.map((line2) => `- ${line2}`) : lines;
  if (listed.length <= mostLines) return listed;
  return [...listed.slice(0, mostLines), `- ... and ${listed.length - mostLines} more.`];
}

// src/actions/chatops/gate.ts
async function passComment(all, comment) {
  const world = { ...all, commands: offeredCommands(all) };
  const parsed = parseComment(comment.body, all.commands);
  if (parsed.kind === "none") return { kind: "ignored" };
  const { role, customRole } = await world.collaborators.roleOf(comment.author);
  await world.reactions.add(comment.id, "eyes");
  if (parsed.kind === "refused") return refuse2(world, comment, renderProblems(parsed.problems));
  const asked = parsed.commands.map((command) => ({ command, definition: definitionOf(all, command) }));
  try {
    const config = parseConfig(await world.readConfig(), allPolicyNames(all.commands));
    const teams = await gatherTeams(world, comment.author, teamsToAsk(asked, config));
    return await decide(world, comment, asked, { login: comment.author, role, teams, ...customRole && { customRole } }, config);
  } catch (error) {
    const why = isFailure(error) ? `${error.message} ${error.next}` : "This is a bug in opsdeck: see the log of the run.";
    const again = { ...world, settings: { ...world.settings, isFirstAttempt: false } };
    await refuse2(again, comment, [escapeText(why)]).catch(() => void 0);
    throw error;
  }
}
function offeredCommands({ commands, settings }) {
  const subjectOf = ({ name: name2 }) => name2.split(" ", 1)[0];
  const absent = commands.filter(({ job }) => settings.absentJobs.includes(job)).map(subjectOf);
  return commands.filter((command) => !absent.includes(subjectOf(command)));
}
async function decide(world, comment, asked, person, config) {
  const unauthorized = asked.flatMap(({ command, definition }) => decideAuthorization(command, definition, person, config) ?? []);
  const elsewhere = asked.flatMap((one) => refuseElsewhere(one, comment, world) ?? []);
  const impossible = unauthorized.length > 0 ? unauthorized : elsewhere;
  if (impossible.length > 0) return refuse2(world, comment, renderRefusals(impossible));
  const started = asked.filter(({ definition }) => definition.job !== "reply");
  const pinned = await pinAll(world, comment, started, person);
  const refusals = pinned.flatMap(({ pin }) => pin.kind === "refused" ? pin.because : []);
  if (refusals.length > 0) return refuse2(world, comment, renderRefusals(refusals));
  await answer(world, comment, asked);
  if (started.length === 0) {
    await world.reactions.add(comment.id, "+1");
    return { kind: "answered" };
  }
  await world.reactions.add(comment.id, "rocket");
  await assign(world, comment, asked);
  const legs = pinned.flatMap(({ pin, command, definition }, at) => {
    if (pin.kind === "refused") return [];
    const text2 = renderCommand(command, definition);
    return [legOf({ comment, command, definition, text: text2, index: at + 1, of: pinned.length, pin })];
  });
  return { kind: "accepted", legs };
}
function refuseElsewhere({ command, definition }, { place }, { commands, settings }) {
  if (!commands.includes(definition)) {
    return `${inlineCode(`/${definition.name}`)} is not set up in this repository: no workflow of it performs that.`;
  }
  const misplaced = refusePlace(definition, place, settings.author);
  if (misplaced !== void 0) return misplaced;
  const { environment } = settings;
  const wanted = command.arguments.environment ?? environment;
  if (!definition.needsTerraformJson || wanted === environment) return void 0;
  return `Pull requests are planned against ${inlineCode(environment)} only.`;
}
async function pinAll(world, comment, asked, { role, login }) {
  const unpinned = { kind: "pinned" };
  if (comment.place.kind === "issue") return asked.map((one) => ({ ...one, pin: unpinned }));
  if (asked.length === 0) return [];
  const pullRequest = await world.pullRequests.get(comment.issue);
  const runs = asked.some(({ definition }) => definition.needsTerraformJson) ? await gatherRuns(world, pullRequest) : [];
  const reviews = pullRequest?.isFork ? await gatherReviews(world, comment.issue) : [];
  const { createdAt } = comment;
  return asked.map(({ command, definition }) => {
    const pin = decidePin({ command, definition, role, author: login, createdAt, pullRequest, runs, reviews });
    return { command, definition, pin };
  });
}
async function gatherRuns({ workflowRuns, settings }, pullRequest) {
  if (pullRequest === void 0) return [];
  const { workflowFile } = settings;
  const runs = await workflowRuns.latestOfBranch({ workflowFile, branch: pullRequest.headRef, event: "pull_request" });
  return runs.map(({ status, ...run }) => ({ ...run, isCompleted: status === "completed" }));
}
async function gatherReviews({ pullRequests }, number) {
  const reviews = await pullRequests.reviews(number);
  return reviews.filter(({ state }) => state !== "commented").map(({ login, state, commitSha }) => ({ author: login, isApproval: state === "approved", commitSha }));
}
async function gatherTeams({ collaborators, settings }, login, teams) {
  const memberships = await Promise.all(
    teams.map(async (team) => await collaborators.isInTeam(settings.organization, team, login) ? [team] : [])
  );
  return memberships.flat();
}
async function answer(world, comment, asked) {
  const texts = asked.filter(({ definition }) => definition.job === "reply").map(({ command }) => answerOf(world, command));
  if (texts.length > 0) await reply(world, comment, texts.join("\n\n"));
}
async function assign(world, { issue, author }, asked) {
  if (!asked.some(({ definition }) => definition.assigns)) return;
  const isAssigned = await attempt(world, `assign #${issue} to ${author}`, () => world.assignees.add(issue, author));
  if (isAssigned === false) world.progress.warning(`GitHub does not assign #${issue} to ${author}: that person may not be.`);
}
async function refuse2(world, comment, because) {
  await Promise.all([world.reactions.add(comment.id, "confused"), reply(world, comment, because.join("\n"))]);
  return { kind: "refused", because };
}
async function reply({ replies, settings }, { issue, id }, body) {
  await replies.reply(issue, id, body, { isFirst: settings.isFirstAttempt });
}
function definitionOf({ commands }, { name: name2 }) {
  const found = commands.find((definition) => definition.name === name2);
  if (found === void 0) throw new Error(`the parser knows a command that nobody defined: ${name2}`);
  return found;
}
export {
  passComment
};
