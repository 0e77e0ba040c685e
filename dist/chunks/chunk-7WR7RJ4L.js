import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  hostLabelOf,
  isHostPlatform,
  mainService,
  namePrefixOf,
  parameterPrefixOf,
  prefixOf,
  stackNameOf,
  stateKeyOf,
  tagsOf
} from "./chunk-VVCDHVEB.js";
import {
  escapeText,
  inlineCode,
  visibleLine
} from "./chunk-6W7UW3BG.js";
import {
  manifestFile,
  stackFile
} from "./chunk-47IA4W2X.js";
import {
  defaultStacksConfig
} from "./chunk-FQ3EPMCS.js";
import {
  previewName,
  synthLayout
} from "./chunk-I3IM6THR.js";
import {
  cutMiddle
} from "./chunk-HJYFICUU.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/gate/strict-json.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isList(value) {
  return Array.isArray(value);
}
function readJsonBytes(bytes, limits3) {
  try {
    return readJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), limits3);
  } catch {
    return { problems: [{ kind: "invalid", at: [], reason: "it is not UTF-8" }] };
  }
}
function readJson(text, limits3) {
  try {
    const value = JSON.parse(text);
    const { depth, duplicates } = scanTokens(text);
    if (depth > limits3.depth) return { problems: [tooDeep(depth, limits3)] };
    return { value, problems: [...duplicates, ...textProblems(value, limits3)] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problems: [{ kind: "invalid", at: [], reason: "it is not JSON as RFC 8259 has it" }] };
  }
}
function tooDeep(depth, limits3) {
  return { kind: "too-large", at: [], reason: `it nests ${depth} levels deep; at most ${limits3.depth} are read` };
}
function scanTokens(text) {
  const duplicates = [];
  const scopes = [];
  let depth = 0;
  let key = "";
  for (const { token, isKey } of tokensOf(text)) {
    if (token === "}" || token === "]") scopes.pop();
    else if (!isKey) {
      scopes.push({ keys: token === "{" ? /* @__PURE__ */ new Set() : void 0, name: key });
      depth = Math.max(depth, scopes.length);
    } else {
      key = JSON.parse(token);
      const keys = scopes.at(-1)?.keys;
      if (keys?.has(key)) duplicates.push(duplicate(scopes, key));
      keys?.add(key);
    }
  }
  return { depth, duplicates };
}
function* tokensOf(text) {
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    const end = character === '"' ? endOfText(text, at) : at + 1;
    if (character === '"') {
      if (isFollowedByColon(text, end)) yield { token: text.slice(at, end), isKey: true };
    } else if ("{}[]".includes(character)) yield { token: character, isKey: false };
    at = end;
  }
}
function endOfText(text, start) {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}
function isFollowedByColon(text, start) {
  let at = start;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "	") at += 1;
  return text[at] === ":";
}
function duplicate(scopes, key) {
  const at = [...scopes.slice(1).map(({ name }) => name), key];
  return { kind: "duplicate-key", at, reason: `the key "${key}" stands there twice` };
}
var specialKeys = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
var strangeCharacter = new RegExp("[\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}\\p{Zl}\\p{Zp}]|(?![\\t\\n\\r])\\p{Cc}", "u");
function textProblems(value, limits3) {
  return textsOf(nodesOf(value)).flatMap(({ at, text, isKey }) => {
    const problems = [];
    if (text.length > limits3.textLength) {
      problems.push({
        kind: "too-large",
        at,
        reason: `a text has ${text.length} characters; at most ${limits3.textLength} are read`
      });
    }
    if (isKey && specialKeys.has(text)) problems.push({ kind: "strange-text", at, reason: `"${text}" is not a name for a key` });
    if (strangeCharacter.test(text)) problems.push({ kind: "strange-text", at, reason: "it has characters that cannot be seen" });
    else if (text !== text.normalize("NFC"))
      problems.push({ kind: "strange-text", at, reason: "it is not in the normal form NFC" });
    return problems;
  });
}
function nodesOf(value) {
  const nodes = [];
  const visit = (outer, path) => {
    if (typeof outer !== "object" || outer === null) return;
    for (const [key, inner] of isList(outer) ? outer.entries() : Object.entries(outer)) {
      const at = [...path, key];
      nodes.push({ at, key, value: inner });
      visit(inner, at);
    }
  };
  visit(value, []);
  return nodes;
}
function textsOf(nodes) {
  const texts = [];
  for (const { at, key, value } of nodes) {
    if (typeof key === "string") texts.push({ at, text: key, isKey: true });
    if (typeof value === "string") texts.push({ at, text: value, isKey: false });
  }
  return texts;
}

// src/actions/gate/expression.ts
function readExpression(text, start) {
  const { tokens, nested, end } = readTokens(text, start);
  if (tokens.length === 0) throw unreadable("an expression is empty");
  const inner = nested.filter((segment) => segment.kind === "expression");
  const own2 = factsOf(tokens);
  const facts = {
    calls: [...own2.calls, ...inner.flatMap(({ calls }) => calls)],
    references: [...own2.references, ...inner.flatMap(({ references }) => references)]
  };
  const isPlain = tokens.every(({ kind, text: each }) => kind === "name" || each === ".") && facts.references.length === 1;
  return { ...facts, ...isPlain && { plain: tokens.map((token) => token.text).join("") }, end };
}
var patterns = [
  ["name", /[A-Za-z_][A-Za-z0-9_-]*/y],
  ["number", /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["sign", /\.\.\.|=>|[=!<>]=|&&|\|\||<(?!<)|:(?!:)|\/(?![/*])|[.,()[\]{}=?!>+*%-]/y]
];
var closing = { "(": ")", "[": "]", "{": "}" };
var closers = new Set(Object.values(closing));
function readTokens(text, start) {
  const tokens = [];
  const nested = [];
  const open = [];
  let at = start;
  while (at < text.length) {
    at += sticky(/[ \t\r\n]+/y, text, at)?.[0].length ?? 0;
    if (open.length === 0 && text[at] === "}") return { tokens, nested, end: at + 1 };
    if (text[at] === '"') {
      const { segments, end } = readSegments(text, at + 1, "quoted");
      nested.push(...segments);
      tokens.push({ kind: "text", text: text.slice(at, end), inside: open.at(-1) ?? "" });
      at = end;
    } else if (at < text.length) {
      const token = { ...tokenAt(text, at), inside: open.at(-1) ?? "" };
      tokens.push(token);
      follow(open, token);
      at += token.text.length;
    }
  }
  throw unreadable("an expression does not end");
}
function tokenAt(text, at) {
  for (const [kind, pattern] of patterns) {
    const [found] = sticky(pattern, text, at) ?? [];
    if (found !== void 0) return { kind, text: found };
  }
  throw unreadable(`an expression goes on with "${text.slice(at, at + 12)}", which is not understood here`);
}
function follow(open, { kind, text }) {
  if (kind !== "sign") return;
  if (text in closing) open.push(text);
  else if (closers.has(text) && closing[open.pop() ?? ""] !== text)
    throw unreadable("the brackets of an expression do not match");
}
var literals = /* @__PURE__ */ new Set(["true", "false", "null"]);
function factsOf(tokens) {
  const calls = [];
  const references = [];
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1]?.text, tokens[index + 1]?.text];
    if (token.kind !== "name" || isObjectKey(token, before, after)) continue;
    if (before === ".") {
      if (after === "(") throw unreadable(`"${token.text}" is called like a function and is none`);
    } else if (after === "(") calls.push(token.text);
    else if (!literals.has(token.text)) references.push(referenceAt(tokens, index));
  }
  return { calls, references };
}
function isObjectKey({ inside }, before, after) {
  return inside === "{" && (before === "{" || before === ",") && (after === "=" || after === ":");
}
function referenceAt(tokens, start) {
  const steps = [tokens[start]?.text ?? ""];
  for (let at = start + 1; tokens[at]?.text === "." && tokens[at + 1]?.kind === "name"; at += 2)
    steps.push(tokens[at + 1]?.text ?? "");
  return steps;
}

// src/actions/gate/template.ts
function unreadable(reason) {
  return { unreadable: reason };
}
function isTemplate(text) {
  return text.includes("${") || text.includes("%{");
}
function readTemplate(text) {
  if (!isTemplate(text)) return { kind: "read", segments: [{ kind: "text", text }] };
  try {
    return { kind: "read", segments: readSegments(text, 0, "text").segments };
  } catch (error) {
    if (typeof error === "object" && error !== null && "unreadable" in error)
      return { kind: "unreadable", reason: String(error.unreadable) };
    throw error;
  }
}
function readSegments(text, start, mode) {
  const segments = [];
  let at = start;
  while (at < text.length) {
    if (mode === "quoted" && text[at] === '"') return { segments, end: at + 1 };
    const opening2 = openingAt(text, at);
    if (opening2 === "${") {
      const { end, ...expression } = readExpression(text, at + opening2.length);
      segments.push({ kind: "expression", ...expression });
      at = end;
    } else {
      const piece = opening2 ?? plainAt(text, at, mode);
      segments.push({ kind: "text", text: opening2 ? opening2.slice(1) : piece });
      at += piece.length;
    }
  }
  if (mode === "quoted") throw unreadable("a text in an expression does not end");
  return { segments, end: at };
}
function openingAt(text, at) {
  const [run] = sticky(/([$%])\1*\{/y, text, at) ?? [];
  if (run === void 0 || run === "${" || run === "$${" || run === "%%{") return run;
  throw unreadable(
    run === "%{" ? "it has a template directive" : "what is escaped in it and what is not cannot be told for sure"
  );
}
var plain = { text: /[^$%]+|[$%]/y, quoted: /[^$%"\\\n\r]+|[$%]|\\(?:["\\nrt]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y };
function plainAt(text, at, mode) {
  const [piece] = sticky(plain[mode], text, at) ?? [];
  if (piece === void 0) throw unreadable("a text in an expression has an escape that Terraform does not know");
  return piece;
}
function sticky(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

// src/actions/gate/document.ts
var typedBlocks = ["resource", "data", "ephemeral"];
var emptyDocument = { sections: [], blocks: [], entries: [], templates: [], lists: [], misfits: [] };
function readDocument(json) {
  const lists = [];
  const misfits = [];
  const objectsIn = (value, at) => {
    if (isObject(value)) return [{ object: value, at }];
    if (!isList(value)) misfits.push(at);
    else {
      lists.push(at);
      return value.flatMap((inner, index) => objectsIn(inner, [...at, index]));
    }
    return [];
  };
  const labelled = (value, at) => objectsIn(value, at).flatMap(
    ({ object, at: place }) => Object.entries(object).map(([label, inner]) => ({ label, inner, at: [...place, label] }))
  );
  const sections = labelled(json, []).flatMap(
    ({ label: name, inner, at }) => name === "//" ? [{ name, value: inner, at }] : objectsIn(inner, at).map((found) => ({ name, value: found.object, at: found.at }))
  );
  const nodes = nodesOf(json);
  const nodesIn = nodeFinder(nodes);
  const blocks = typedBlocks.flatMap(
    (kind) => sections.filter(({ name }) => name === kind).flatMap(({ value, at }) => labelled(value, at)).flatMap(({ label: type, inner, at }) => labelled(inner, at).map((each) => ({ type, ...each }))).flatMap(
      ({ type, label: name, inner, at }) => objectsIn(inner, at).map(({ object: body, at: place }) => {
        const own2 = nodesIn(body);
        return { kind, type, name, body, at: place, entries: entriesOf(own2), texts: textsOf(own2) };
      })
    )
  );
  const templates = textsOf(nodes).filter(({ text }) => isTemplate(text)).map((text) => ({ ...text, template: readTemplate(text.text) }));
  return { sections, blocks, entries: entriesOf(nodes), templates, lists, misfits };
}
function nodeFinder(nodes) {
  const places = new Map(nodes.map(({ value }, index) => [value, index]));
  return (object) => {
    const start = places.get(object) ?? nodes.length;
    const depth = nodes[start]?.at.length ?? 0;
    let end = start + 1;
    while ((nodes[end]?.at.length ?? 0) > depth) end += 1;
    return nodes.slice(start + 1, end);
  };
}
function addressOf({ kind, type, name }) {
  return kind === "resource" ? `${type}.${name}` : `${kind}.${type}.${name}`;
}
function constructPathOf({ body }) {
  const comment = body["//"];
  const metadata = isObject(comment) ? comment.metadata : void 0;
  const path = isObject(metadata) ? metadata.path : void 0;
  return typeof path === "string" && /^[\w.:/ -]{1,300}$/.test(path) ? path : void 0;
}
function entriesOf(nodes) {
  const entries = [];
  for (const { at, key, value } of nodes) if (typeof key === "string") entries.push({ at, key, value });
  return entries;
}
function valuesAt(value, path, at = []) {
  if (isList(value)) return value.flatMap((inner2, index) => valuesAt(inner2, path, [...at, index]));
  const [key, ...rest] = path;
  if (key === void 0) return [{ key: String(at.at(-1) ?? ""), value, at }];
  const inner = isObject(value) ? value[key] : void 0;
  return inner === void 0 ? [] : valuesAt(inner, rest, [...at, key]);
}

// src/actions/gate/iam-document.ts
var [opening, closing2] = ["", ""];
function placeholder(reference) {
  return `${opening}${reference}${closing2}`;
}
function isReference(text) {
  return new RegExp(`^${opening}[^${closing2}]+${closing2}(?:$|[:/])`).test(text);
}
function hasReference(text) {
  return text.includes(opening);
}
function withoutPlaceholders(text) {
  return text.replaceAll(opening, "${").replaceAll(closing2, "}");
}
var documentKeys = ["Version", "Id", "Statement"];
var statementKeys = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];
var limits = { depth: 8, textLength: 1e4 };
function readPolicy(value, isAllowed) {
  if (typeof value !== "string") return { kind: "unreadable", reason: "it is not a text" };
  const template = readTemplate(value);
  if (template.kind === "unreadable") return template;
  const foreign = template.segments.find((segment) => segment.kind === "expression" && !isAllowed(segment.plain ?? ""));
  if (foreign) return { kind: "unreadable", reason: `a part of it is ${describe(foreign)}` };
  const text = template.segments.map((segment) => segment.kind === "text" ? segment.text : placeholder(segment.plain ?? "")).join("");
  const { value: json, problems } = readJson(text, limits);
  const problem = problems.find(({ kind }) => kind !== "strange-text");
  if (json === void 0 || problem) return { kind: "unreadable", reason: problem?.reason ?? "it is not JSON" };
  return readStatements(json);
}
function describe(segment) {
  const plain2 = segment.kind === "expression" ? segment.plain : void 0;
  return plain2 === void 0 ? "computed" : `"${plain2}", which may hold anything`;
}
function readStatements(json) {
  const problem = keyProblem(json, documentKeys);
  if (problem !== void 0 || !isObject(json)) return { kind: "unreadable", reason: problem ?? "it is no policy" };
  const list = listOf(json.Statement);
  if (list.length === 0) return { kind: "unreadable", reason: "it has no statement" };
  const statements = [];
  for (const body of list) {
    const reason = keyProblem(body, statementKeys) ?? textProblem(body);
    if (reason !== void 0 || !isObject(body)) return { kind: "unreadable", reason: reason ?? "a statement is no object" };
    statements.push({
      body,
      effect: String(body.Effect),
      actions: listOf(body.Action).map(String),
      resources: listOf(body.Resource).map(String),
      principals: principalsIn(body.Principal)
    });
  }
  return { kind: "read", statements };
}
function keyProblem(value, known) {
  if (!isObject(value)) return "a statement or the policy is no object";
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  return unknown === void 0 ? void 0 : `"${unknown}" is not read here`;
}
function textProblem(value) {
  if (!isObject(value)) return void 0;
  const { Effect: effect, Action: action, Resource: resource = [] } = value;
  if (effect !== "Allow" && effect !== "Deny") return "a statement has no Effect";
  if (listOf(action).length === 0) return "a statement has no Action";
  const isText = [...listOf(action), ...listOf(resource)].every((each) => typeof each === "string");
  return isText ? void 0 : "an Action or a Resource is not a text";
}
function principalsIn(value) {
  if (value === void 0) return [];
  if (!isObject(value)) return [["*", JSON.stringify(value)]];
  return Object.entries(value).flatMap(
    ([kind, names]) => listOf(names).map((name) => [kind, String(name)])
  );
}
function listOf(value) {
  if (value === void 0) return [];
  return isList(value) ? value : [value];
}

// src/actions/gate/iam-policies.ts
var policyArguments = ["assume_role_policy", "policy", "access_policy", "resource_policy"];
function readIamPolicies(document, policy) {
  const numbers = numericVariables(document.sections);
  const isAllowed = (reference) => isPolicyReference(reference, policy.policyReferences) || numbers.includes(reference);
  return document.blocks.filter(({ kind }) => kind === "resource").flatMap(
    (block) => policyArguments.flatMap(
      (name) => valuesAt(block.body, [name], block.at).map(({ value, at }) => ({
        kind: kindOf(block, name),
        at,
        reading: readPolicy(value, isAllowed)
      }))
    )
  );
}
function kindOf({ type }, name) {
  if (name === "assume_role_policy") return "trust";
  return type.startsWith("aws_iam_") ? "identity" : "resource";
}
function numericVariables(sections) {
  return sections.filter(({ name }) => name === "variable").flatMap(({ value }) => Object.entries(isObject(value) ? value : {})).filter(([, body]) => isObject(body) && body.type === "number").map(([name]) => `var.${name}`);
}
function isPolicyReference(reference, allowed) {
  const [, type, attribute2] = /^((?:data\.)?aws_\w+)\.[\w-]+\.(\w+)$/.exec(reference) ?? [];
  return allowed.includes(`${type}.${attribute2}`) || !reference.startsWith("data.") && allowed.includes(`*.${attribute2}`);
}

// src/actions/gate/rules/rule.ts
function defineRules(rules) {
  return rules;
}
function shown(value) {
  return typeof value === "string" ? quoted(value) : quoted(JSON.stringify(value ?? null));
}
function quoted(text) {
  const most = 80;
  return `"${text.length > most ? `${text.slice(0, most)}...` : text}"`;
}

// src/actions/gate/rules/blocks.ts
var knownArguments = /* @__PURE__ */ new Map([
  ["variable", ["type", "description", "default", "nullable", "sensitive", "ephemeral", "validation"]],
  ["output", ["value", "description", "sensitive", "ephemeral"]],
  ["lifecycle", ["create_before_destroy", "ignore_changes", "prevent_destroy", "replace_triggered_by"]]
]);
var address = /^(?:(?:data|ephemeral)\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*$/;
var attribute = /^[a-z_][\w.[\]"]*$/;
var variableType = /^(?:string|number|bool|any|(?:list|set|map)\((?:string|number|bool|any)\))$/;
var blockRules = defineRules([
  {
    id: "block/unknown",
    title: "Only blocks that a stack needs",
    why: "module, import, removed, check, action, list and locals bring in other code, other resources, or places to hide in.",
    next: "Express it with resources, data sources, variables and outputs.",
    check: ({ document, policy }) => document.sections.filter(({ name }) => !policy.blocks.includes(name)).map(({ name, at }) => ({ at, reason: `${quoted(name)} is none of them` }))
  },
  {
    id: "block/form",
    title: "Blocks must have the form that cdktf gives them",
    why: "Terraform also takes lists of blocks, and lists within them: a form that only hides what is in it.",
    next: "Let cdktf write the file; do not edit it.",
    check: ({ document }) => [
      ...document.misfits.map((at) => ({ at, reason: "no block stands there" })),
      ...document.lists.map((at) => ({ at, reason: "a list of blocks stands there" }))
    ]
  },
  {
    id: "block/comment",
    title: "Comments stand only where cdktf writes them",
    why: 'The key "//" is a comment in a block and data in a map; a reader who skips it can be led past something.',
    next: "Remove the key.",
    check: ({ document }) => commentFindings(document)
  },
  {
    id: "block/provisioner",
    title: "No provisioners",
    why: "A provisioner runs commands on the runner, with the credentials of the deployment, when its resource is made or destroyed.",
    next: "Use a resource, or a step of the workflow that is reviewed on its own.",
    check: ({ document }) => [
      ...keysIn(document, ["provisioner"]),
      ...document.blocks.filter(({ body }) => "connection" in body).map(({ at }) => ({ at: [...at, "connection"], reason: "it connects" }))
    ]
  },
  {
    id: "block/computed",
    title: "Blocks are written out",
    why: "What dynamic, for_each and count make is known only to Terraform: no rule could read it.",
    next: "Repeat the construct in TypeScript: a loop there leaves plain blocks here.",
    check: ({ document }) => [
      ...keysIn(document, ["dynamic"]),
      ...document.blocks.flatMap((block) => ownKeys(block, ["for_each", "count"], "it is made many times over"))
    ]
  },
  {
    id: "block/argument",
    title: "Terraform's own arguments are of the plain kind",
    why: "Another provider configuration has other credentials; conditions with messages can print what they read.",
    next: "Leave the argument out.",
    check: ({ document }) => [
      ...document.blocks.flatMap((block) => [
        ...ownKeys(block, ["provider"], "it chooses a provider configuration of its own"),
        ...unknownKeys("lifecycle", block.body.lifecycle, [...block.at, "lifecycle"]),
        ...misshapen(block.body.depends_on, address, [...block.at, "depends_on"])
      ]),
      ...document.sections.flatMap(
        ({ name, value, at }) => knownArguments.has(name) && isObject(value) ? Object.entries(value).flatMap(([label, body]) => unknownKeys(name, body, [...at, label])) : []
      ),
      ...variableTypes(document.sections)
    ]
  }
]);
function keysIn({ entries }, names) {
  return entries.filter(({ key }) => names.includes(key)).map(({ key, at }) => ({ at, reason: `it has a ${key}` }));
}
function ownKeys({ body, at }, names, reason) {
  return names.filter((name) => name in body).map((name) => ({ at: [...at, name], reason }));
}
function unknownKeys(block, value, at) {
  if (value === void 0) return [];
  if (!isObject(value)) return [{ at, reason: `${block} is not one block` }];
  const unknown = Object.keys(value).filter((key) => !knownArguments.get(block)?.includes(key));
  return [
    ...unknown.map((key) => ({ at: [...at, key], reason: `${quoted(key)} is not for a ${block}` })),
    ...["ignore_changes", "replace_triggered_by"].flatMap((key) => misshapen(value[key], attribute, [...at, key]))
  ];
}
function misshapen(value, shape, at) {
  if (value === void 0) return [];
  const items = isList(value) ? value : [value];
  return items.filter((item) => typeof item !== "string" || !shape.test(item)).map((item) => ({ at, reason: `${shown(item)} is no plain name` }));
}
function variableTypes(sections) {
  return sections.flatMap(
    ({ name, value, at }) => name === "variable" && isObject(value) ? Object.entries(value).flatMap(
      ([label, body]) => isObject(body) ? misshapen(body.type, variableType, [...at, label, "type"]) : []
    ) : []
  );
}
function commentFindings({ entries, blocks }) {
  const ofBlocks = new Set(blocks.map(({ at }) => JSON.stringify([...at, "//"])));
  return entries.filter(({ key, at, value }) => {
    if (key !== "//") return false;
    if (at.length === 1) return !hasOnly(value, ["metadata", "outputs"]);
    return !ofBlocks.has(JSON.stringify(at)) || !isConstructComment(value);
  }).map(({ at }) => ({ at, reason: "this one is not from cdktf" }));
}
function isConstructComment(value) {
  if (!isObject(value) || !hasOnly(value, ["metadata"])) return false;
  const { metadata } = value;
  return isObject(metadata) && hasOnly(metadata, ["path", "uniqueId"]) && Object.values(metadata).every((each) => typeof each === "string");
}
function hasOnly(value, keys) {
  return isObject(value) && Object.keys(value).every((key) => keys.includes(key));
}

// src/actions/gate/rules/expressions.ts
var expressionRules = defineRules([
  {
    id: "expression/unreadable",
    title: "Expressions must be plain",
    why: "What the gate cannot read to its end, it cannot judge.",
    next: "Compute it in TypeScript, and leave the result.",
    check: ({ document }) => document.templates.flatMap(({ at, template }) => template.kind === "unreadable" ? [{ at, reason: template.reason }] : [])
  },
  {
    id: "expression/in-key",
    title: "Keys are written out",
    why: "Terraform evaluates keys of maps, too; a computed key is one that no rule can look for.",
    next: "Write the key as plain text.",
    check: ({ document }) => document.templates.filter(
      ({ isKey, template }) => isKey && (template.kind === "unreadable" || template.segments.some(({ kind }) => kind === "expression"))
    ).map(({ at, text }) => ({ at, reason: `${quoted(text)} is an expression` }))
  },
  {
    id: "expression/function",
    title: "Only functions that compute",
    why: "file, templatefile and their kin read the files of the runner; nonsensitive prints what is secret.",
    next: "Compute it in TypeScript, and leave the result.",
    check: ({ document, policy }) => factsIn(
      document.templates,
      ({ calls }) => calls.filter((name) => !policy.functions.includes(name)).map((name) => `${quoted(name)} is called`)
    )
  },
  {
    id: "expression/reference",
    title: "Expressions refer to the stack's own values",
    why: "path and terraform tell about the runner; what is not on the list of types cannot be referred to either.",
    next: "Refer to a variable, a resource or a data source of the stack.",
    check: ({ document, policy }) => factsIn(
      document.templates,
      ({ references }) => references.filter((steps) => !isKnown(steps, policy)).map((steps) => `it refers to ${quoted(steps.join("."))}`)
    )
  }
]);
function factsIn(templates, reasonsOf) {
  return templates.flatMap(
    ({ at, template }) => template.kind === "read" ? template.segments.flatMap((segment) => segment.kind === "expression" ? reasonsOf(segment) : []).map((reason) => ({ at, reason })) : []
  );
}
function isKnown([root = "", second = "", ...rest], policy) {
  if (root === "var") return second !== "";
  if (root === "local") return second !== "" && policy.blocks.includes("locals");
  if (root === "data") return Object.hasOwn(policy.dataTypes, second) && rest.length > 0;
  if (root === "ephemeral") return Object.hasOwn(policy.ephemeralTypes, second) && rest.length > 0;
  return policy.resourceTypes.includes(root) && second !== "";
}

// src/actions/gate/rules/files.ts
var fileRules = defineRules([
  {
    id: "files/unexpected",
    title: "Only cdk.tf.json may lie in a stack",
    why: "Terraform reads every *.tf, override and *.auto.tfvars file of its folder, and runs the providers that lie in .terraform.",
    next: "Hand on what `opsdeck synth` wrote, and nothing else.",
    check: ({ files }) => files.filter(({ path }) => path !== stackFile).map(({ path }) => ({ at: [], reason: `${quoted(path)} lies there` }))
  },
  {
    id: "files/missing",
    title: "The stack must be there",
    why: "A folder without cdk.tf.json is planned as an empty stack, which destroys everything.",
    next: "Run `opsdeck synth` and hand on its output.",
    check: ({ files }) => files.some(({ path }) => path === stackFile) ? [] : [{ at: [], reason: `there is no ${stackFile}` }]
  },
  {
    id: "files/not-a-file",
    title: "cdk.tf.json must be a plain file",
    why: "A link leads to files of the runner: its environment, its tokens, the secrets of another job.",
    next: "Replace the link by the file.",
    check: ({ files }) => files.filter(({ path, kind }) => path === stackFile && kind !== "file").map(({ kind }) => ({ at: [], reason: `it is a ${kind === "other" ? "device or socket" : kind}` }))
  },
  {
    id: "files/too-large",
    title: "The stack must not be larger than a stack can be",
    why: "Whatever reads it with credentials could be brought down by its size.",
    next: "Split the stack, or find the loop that writes so much.",
    check: ({ files }) => files.filter(({ path, kind, bytes }) => path === stackFile && kind === "file" && bytes === void 0).map(({ sizeBytes }) => ({ at: [], reason: `it has ${sizeBytes} bytes` }))
  }
]);

// src/actions/gate/rules/identities.ts
var identityArguments = {
  aws_iam_role: ["name", "description", "assume_role_policy", "permissions_boundary", "max_session_duration", "tags"],
  aws_iam_role_policy: ["name", "role", "policy"],
  aws_iam_role_policy_attachment: ["role", "policy_arn"]
};
var general = ["//", "depends_on", "lifecycle"];
var roleArgument = /(?:^|_)roles?(?:_arns?)?$|^credentials$/;
var ownRole = /^\$\{aws_iam_role\.[\w-]+\.(?:arn|id|name)\}$/;
var identityRules = defineRules([
  {
    id: "iam/boundary",
    title: "Every role has the permissions boundary",
    why: "Without it a role may do all that its policies say, and more policies can be added later.",
    next: "Set permissions_boundary to the workload boundary of the account.",
    check: ({ document, policy }) => {
      const boundary = new RegExp(
        `^arn:aws:iam::\\$\\{data\\.aws_caller_identity\\.[\\w-]+\\.account_id\\}:policy/${policy.boundary}$`
      );
      return ofType(document.blocks, "aws_iam_role").filter(({ body }) => typeof body.permissions_boundary !== "string" || !boundary.test(body.permissions_boundary)).map(({ body, at }) => ({
        at: [...at, "permissions_boundary"],
        reason: body.permissions_boundary === void 0 ? "it has none" : `it is ${shown(body.permissions_boundary)}`
      }));
    }
  },
  {
    id: "iam/attachment",
    title: "Only AWS's policies of the list are attached",
    why: "AdministratorAccess is an attachment away.",
    next: "Write the statements that are needed as a policy of the role.",
    check: ({ document, policy }) => ofType(document.blocks, "aws_iam_role_policy_attachment").filter(({ body }) => typeof body.policy_arn !== "string" || !policy.managedPolicies.includes(body.policy_arn)).map(({ body, at }) => ({ at: [...at, "policy_arn"], reason: `it is ${shown(body.policy_arn)}` }))
  },
  {
    id: "iam/argument",
    title: "Roles and their policies have the arguments that are read",
    why: "A role has more ways to get policies than one: inline blocks, lists of ARNs, names that change.",
    next: "Use a policy beside the role.",
    check: ({ document }) => document.blocks.filter(({ type }) => Object.hasOwn(identityArguments, type)).flatMap(
      ({ type, body, at }) => Object.keys(body).filter((key) => !identityArguments[type]?.includes(key) && !general.includes(key)).map((key) => ({ at: [...at, key], reason: `${quoted(key)} is not among them` }))
    )
  },
  {
    id: "iam/foreign-role",
    title: "Resources take only the stack's own roles",
    why: "A task with the deployment's role, or with another environment's, has all that the role has.",
    next: "Refer to a role of the stack.",
    check: ({ document }) => {
      const resources = document.blocks.filter(({ kind }) => kind === "resource");
      return resources.flatMap((block) => [...foreignRoles(block), ...roleArns(block)]);
    }
  }
]);
function ofType(blocks, type) {
  return blocks.filter((block) => block.kind === "resource" && block.type === type);
}
function foreignRoles({ entries }) {
  return entries.filter(({ key, value }) => roleArgument.test(key) && !isObject(value)).flatMap(({ value, at: place }) => valuesAt(value, [], place)).filter(({ value }) => typeof value !== "string" || !ownRole.test(value)).map(({ value, at: place }) => ({ at: place, reason: `it is ${shown(value)}` }));
}
function roleArns({ type, entries }) {
  if (type === "aws_iam_role_policy" || type === "aws_fis_experiment_template") return [];
  const names = (entry) => typeof entry.value === "string" && entry.value.includes(":role/");
  return entries.flatMap((entry) => valuesAt(entry.value, [], entry.at)).filter(names).map(({ at: place }) => ({ at: place, reason: "it names a role by its ARN" }));
}

// src/actions/gate/rules/json.ts
var problemsOf = (kind) => ({ problems }) => problems.filter((problem) => problem.kind === kind);
var jsonRules = defineRules([
  {
    id: "json/invalid",
    title: "The stack must be plain JSON in UTF-8",
    why: "Comments, a byte order mark or broken characters are read differently by different parsers.",
    next: "Let cdktf write the file; do not edit it.",
    check: problemsOf("invalid")
  },
  {
    id: "json/duplicate-key",
    title: "A key may stand in an object only once",
    why: "Terraform merges two blocks of the same name; a reader of JSON sees only the last of them.",
    next: "Let cdktf write the file; do not edit it.",
    check: problemsOf("duplicate-key")
  },
  {
    id: "json/strange-text",
    title: "Texts must be what they seem to be",
    why: "Invisible, unassigned and non-normalized characters let a reviewer read something else than Terraform does.",
    next: "Write the text with visible characters in normal form NFC.",
    check: problemsOf("strange-text")
  },
  {
    id: "json/too-large",
    title: "Texts, levels and resources stay within limits",
    why: "Whatever reads the stack with credentials could be brought down by it.",
    next: "Make it smaller, or raise the limits of the gate in a change of its own.",
    check: (context) => {
      const { document, policy } = context;
      const resources = document.blocks.length;
      const tooMany = resources > policy.limits.resources;
      const reason = `it has ${resources} resources and data sources; at most ${policy.limits.resources} are read`;
      return [...problemsOf("too-large")(context), ...tooMany ? [{ at: [], reason }] : []];
    }
  }
]);

// src/actions/gate/tables/iam.ts
var workloadBoundary = "opsdeck-workload-boundary";
var roleTakers = [
  "apigateway.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "events.amazonaws.com",
  "firehose.amazonaws.com",
  "fis.amazonaws.com",
  "monitoring.rds.amazonaws.com",
  "rds.amazonaws.com",
  "scheduler.amazonaws.com",
  "vpc-flow-logs.amazonaws.com"
];
var hostRoleTakers = ["lambda.amazonaws.com"];
var resourceUsers = [
  "cloudtrail.amazonaws.com",
  "cloudwatch.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "events.amazonaws.com",
  "logdelivery.elasticloadbalancing.amazonaws.com",
  "logging.s3.amazonaws.com",
  "logs.<region>.amazonaws.com"
];
var managedPolicies = [
  "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
  "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
];
var actionServices = [
  "arc-zonal-shift",
  "autoscaling",
  "cloudwatch",
  "ec2",
  "ecs",
  "elasticache",
  "events",
  "fis",
  "glue",
  "kinesis",
  "kms",
  "logs",
  "rds",
  "rds-db",
  "s3",
  "secretsmanager",
  "sqs",
  "tag",
  "xray"
];
var hostActionServices = ["dynamodb"];
var passedTo = "ecs-tasks.amazonaws.com";
var actionsOnAnything = [
  "arc-zonal-shift:ListManagedResources",
  "autoscaling:DescribeTags",
  "cloudwatch:DescribeAlarms",
  "ec2:DescribeManagedPrefixLists",
  "ec2:DescribeNetworkAcls",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ecs:ListTasks",
  "elasticache:DescribeReplicationGroups",
  "logs:CreateLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:PutResourcePolicy",
  "rds:DescribeDBClusters",
  "rds:DescribeDBInstances",
  "tag:GetResources",
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments"
];
var namelessResources = ["ec2:network-acl/*", "ec2:subnet/*", "fis:experiment/*", "glue:catalog"];
var policyReferences = [
  "*.arn",
  "aws_ecs_cluster.name",
  "data.aws_caller_identity.account_id",
  "data.aws_ssm_parameter.insecure_value"
];

// src/actions/gate/rules/statements.ts
var actionPattern = /^([a-z0-9-]+):([A-Za-z]{3,}\*?)$/;
function actionProblems({ actions, body }, policy) {
  return actions.flatMap((action) => {
    const [, service = "", name = ""] = actionPattern.exec(action) ?? [];
    if (service === "iam" && name.toLowerCase() === "passrole") {
      return isPassedToTasks(body.Condition) ? [] : [`${quoted(action)} is not held to ${passedTo}`];
    }
    return policy.actionServices.includes(service) ? [] : [`${quoted(action)} is none of a workload's actions`];
  });
}
function isPassedToTasks(condition) {
  const equals = isObject(condition) ? condition.StringEquals : void 0;
  return isObject(equals) && equals["iam:PassedToService"] === passedTo;
}
function resourceProblems({ resources, actions }, policy) {
  if (resources.length === 0) return ["it names no resource"];
  return resources.flatMap((resource) => {
    if (resource === "*") {
      const wide = actions.filter((action) => !policy.actionsOnAnything.includes(action));
      return wide.map((action) => `${quoted(action)} is allowed on everything`);
    }
    return isOwn(resource, policy) ? [] : [`${quoted(withoutPlaceholders(resource))} is not held to the environment`];
  });
}
function isOwn(resource, policy) {
  if (isReference(resource)) return true;
  const account = `${placeholder("data\\.aws_caller_identity\\.[\\w-]+\\.account_id")}`;
  const { region } = policy.subject;
  const [, service, name = ""] = new RegExp(`^arn:aws:([a-z0-9-]+):${region}:${account}:(.+)$`).exec(resource) ?? [];
  if (service === void 0) return isOwnRole(resource, policy, account);
  if (policy.namelessResources.includes(`${service}:${name}`)) return true;
  const [beforeWildcard = ""] = name.split(/[*?]/, 1);
  return hasReference(beforeWildcard) || namesEnvironment(beforeWildcard, policy);
}
function isOwnRole(resource, policy, account) {
  const [, name = ""] = new RegExp(`^arn:aws:iam::${account}:role/([\\w-]+)\\*?$`).exec(resource) ?? [];
  return namesEnvironment(name, policy);
}
function namesEnvironment(name, policy) {
  return new RegExp(`(?:^|[/:])${prefixOf(policy.subject)}(?:$|[-/:])`).test(name);
}
function principalProblem({ principals, actions }, policy) {
  if (principals.length === 0) return ["it names nobody"];
  const ownAccount = new RegExp(`^arn:aws:iam::${placeholder("data\\.aws_caller_identity\\.[\\w-]+\\.account_id")}:root$`);
  const isAccount = (kind, name) => kind === "AWS" && ownAccount.test(name);
  const strangers = principals.filter(([kind, name]) => {
    return !isAccount(kind, name) && !(kind === "Service" && policy.resourceUsers.includes(name));
  });
  const isForServices = principals.some(([kind, name]) => !isAccount(kind, name));
  const wide = actions.filter((action) => action === "*" || isForServices && !actionPattern.test(action));
  return [
    ...strangers.map(([kind, name]) => `it is open to ${kind} ${quoted(withoutPlaceholders(name))}`),
    ...wide.map((action) => `it allows ${quoted(action)}`)
  ];
}

// src/actions/gate/rules/policies.ts
var policyRules = defineRules([
  {
    id: "iam/unreadable-policy",
    title: "Policies are written out",
    why: "A computed policy, or a value that may hold quotes, can say more than what stands there.",
    next: "Write the policy as JSON, with ARNs and the account as its only references, and without NotAction, NotResource, NotPrincipal.",
    check: ({ iamPolicies }) => iamPolicies.flatMap(({ at, reading }) => reading.kind === "unreadable" ? [{ at, reason: reading.reason }] : [])
  },
  {
    id: "iam/trust",
    title: "Only known services take roles",
    why: "Whoever is trusted has all that the role has: another account, anybody on GitHub, everybody.",
    next: "Trust a service of AWS that is on the list.",
    check: (context) => statementFindings(context, "trust", ({ effect, actions, principals }) => {
      if (effect !== "Allow") return [];
      const wrong = actions.filter((action) => action !== "sts:AssumeRole").map((action) => `it allows ${quoted(action)}`);
      if (principals.length === 0) return [...wrong, "it trusts nobody by name"];
      return [
        ...wrong,
        ...principals.filter(([kind, name]) => kind !== "Service" || !context.policy.roleTakers.includes(name)).map(([kind, name]) => `it trusts ${kind} ${quoted(withoutPlaceholders(name))}`)
      ];
    })
  },
  {
    id: "iam/action",
    title: "Roles do what workloads do",
    why: "Actions beyond those of a workload would be open the day somebody widens the permissions boundary.",
    next: "Name the actions that are needed, or have their service added to the list on the base branch.",
    check: (context) => statementFindings(
      context,
      "identity",
      (statement) => statement.effect === "Allow" ? actionProblems(statement, context.policy) : []
    )
  },
  {
    id: "iam/resource",
    title: "Roles reach what is the environment's",
    why: "A wildcard reaches the data of the other environments of the account.",
    next: "Name the resource: by a reference, or by an ARN with the name of the environment.",
    check: (context) => statementFindings(
      context,
      "identity",
      (statement) => statement.effect === "Allow" ? resourceProblems(statement, context.policy) : []
    )
  },
  {
    id: "iam/principal",
    title: "Keys, buckets and topics are open to known services and their own account",
    why: "A wildcard or another account as principal hands the data of students to strangers.",
    next: "Name a service of AWS that is on the list, or the own account.",
    check: (context) => statementFindings(
      context,
      "resource",
      (statement) => statement.effect === "Allow" ? principalProblem(statement, context.policy) : []
    )
  }
]);
function statementFindings({ iamPolicies }, kind, problemsOf2) {
  return iamPolicies.filter((policy) => policy.kind === kind).flatMap(
    ({ at, reading }) => reading.kind === "read" ? reading.statements.flatMap(problemsOf2).map((reason) => ({ at, reason })) : []
  );
}

// src/actions/gate/tables/arguments.ts
var secretInState = "a secret in plain text would lie in the state and in the pull request";
var otherSource = "data comes from the stack itself, not from a copy of something else";
var otherNetwork = "traffic leaves only by the gateways of the stack";
var otherDestination = "events go only to the bucket of the stack";
var otherRegion = "data stays in its region and account";
var rows = [
  ["*", ["authenticate_oidc", "authenticate_cognito"], "whoever signs students in sees their tokens"],
  ["aws_api_gateway_integration", ["connection_id", "tls_config"], otherNetwork],
  ["aws_api_gateway_rest_api", ["body", "put_rest_api_mode"], "an imported API brings integrations along that no rule reads"],
  ["aws_cloudwatch_event_target", ["http_target", "run_command_targets"], "events neither call other hosts nor run commands"],
  ["aws_dynamodb_table", ["import_table", "restore_source_name", "restore_source_table_arn"], otherSource],
  ["aws_dynamodb_table", ["replica", "restore_to_latest_time", "stream_enabled"], otherRegion],
  ["aws_ecs_task_definition", ["volume"], "tasks keep nothing, and mount nothing of others"],
  ["aws_elasticache_replication_group", ["auth_token"], secretInState],
  ["aws_elasticache_replication_group", ["global_replication_group_id"], otherRegion],
  ["aws_elasticache_replication_group", ["snapshot_arns", "snapshot_name"], otherSource],
  ["aws_elasticache_user", ["passwords"], secretInState],
  ["aws_flow_log", ["deliver_cross_account_role"], otherRegion],
  ["aws_glue_catalog_database", ["create_table_default_permission", "federated_database", "target_database"], otherRegion],
  ["aws_glue_catalog_table", ["target_table"], otherRegion],
  [
    "aws_iam_role",
    ["inline_policy", "managed_policy_arns"],
    "policies of a role stand beside it, where they are read one by one"
  ],
  [
    "aws_kinesis_firehose_delivery_stream",
    [
      "elasticsearch_configuration",
      "http_endpoint_configuration",
      "iceberg_configuration",
      "opensearch_configuration",
      "opensearchserverless_configuration",
      "processing_configuration",
      "redshift_configuration",
      "s3_backup_configuration",
      "snowflake_configuration",
      "splunk_configuration"
    ],
    otherDestination
  ],
  ["aws_kms_key", ["bypass_policy_lockout_safety_check"], "a key must stay in reach of its account"],
  ["aws_kms_key", ["multi_region"], otherRegion],
  ["aws_lambda_event_source_mapping", ["destination_config", "self_managed_event_source"], otherDestination],
  [
    "aws_lambda_function",
    ["code_signing_config_arn", "filename", "image_uri", "layers"],
    "a function runs the code that lies in the stack's own bucket, and nothing beside it"
  ],
  ["aws_lambda_function", ["dead_letter_config", "file_system_config", "vpc_config"], otherNetwork],
  ["aws_lb_listener", ["host", "mutual_authentication"], "the listener answers for its own host"],
  ["aws_lb_listener_rule", ["redirect"], "a service answers itself; it sends nobody elsewhere"],
  ["aws_rds_cluster", ["master_password", "master_password_wo"], secretInState],
  [
    "aws_rds_cluster",
    ["replication_source_identifier", "restore_to_point_in_time", "s3_import", "snapshot_identifier"],
    otherSource
  ],
  ["aws_rds_cluster", ["enable_http_endpoint", "iam_roles"], "the database is reached through its proxy alone"],
  ["aws_rds_cluster", ["global_cluster_identifier", "source_region"], otherRegion],
  ["aws_rds_cluster_instance", ["custom_iam_instance_profile"], "the database is reached through its proxy alone"],
  [
    "aws_route",
    ["core_network_arn", "network_interface_id", "transit_gateway_id", "vpc_endpoint_id", "vpc_peering_connection_id"],
    otherNetwork
  ],
  ["aws_route_table", ["route"], "routes stand beside their table, where they are read one by one"],
  ["aws_s3_bucket", ["acl", "grant", "policy", "replication_configuration", "website"], "what opens a bucket stands beside it"],
  ["aws_s3_bucket_logging", ["target_grant"], otherRegion],
  ["aws_s3_object", ["source"], "what it reads would be a file of the runner"],
  ["aws_s3_object", ["acl", "website_redirect"], "what opens a bucket stands beside it"],
  ["aws_secretsmanager_secret", ["policy", "replica"], "a secret stays with the roles that name it"],
  ["aws_secretsmanager_secret_version", ["secret_binary", "secret_string"], secretInState],
  ["aws_vpc_endpoint", ["policy", "resource_configuration_arn", "service_network_arn", "service_region"], otherNetwork]
];
var refusedArguments = rows.flatMap(
  ([type, names, why]) => names.map((name) => ({ type, name, why }))
);

// src/actions/gate/tables/values.ts
var own = () => /^\$\{(?:aws_\w+\.[\w-]+\.arn|data\.aws_ssm_parameter\.[\w-]+\.insecure_value)\}(?::\*)?$/;
var ownBucket = () => /^(?:s3:\/\/)?\$\{aws_s3_bucket\.[\w-]+\.(?:bucket|id)\}(?:\/[\w/-]*)?$/;
var ownLogGroup = () => /^\$\{aws_cloudwatch_log_group\.[\w-]+\.name\}$/;
var on = () => /^true$/;
var literally = (text) => text.replaceAll(".", "\\.");
var staysHere = "data goes only to what the stack itself has";
var staysPrivate = "buckets stay closed to the public";
var valueRules = [
  { type: "aws_api_gateway_stage", path: "access_log_settings.destination_arn", allows: own, why: staysHere },
  { type: "aws_athena_workgroup", path: "configuration.result_configuration.output_location", allows: ownBucket, why: staysHere },
  { type: "aws_cloudtrail", path: "s3_bucket_name", allows: ownBucket, why: staysHere },
  { type: "aws_cloudtrail", path: "cloud_watch_logs_group_arn", allows: own, why: staysHere },
  { type: "aws_cloudwatch_composite_alarm", path: "alarm_actions", allows: own, why: staysHere },
  { type: "aws_cloudwatch_composite_alarm", path: "ok_actions", allows: own, why: staysHere },
  { type: "aws_cloudwatch_composite_alarm", path: "insufficient_data_actions", allows: own, why: staysHere },
  {
    type: "aws_cloudwatch_event_api_destination",
    path: "invocation_endpoint",
    allows: () => /^https:\/\/api\.github\.com\/repos\/\$\{var\.github_repository\}\/dispatches$/,
    why: "the token of the connection goes to GitHub alone, for the repository that whoever applies names",
    isRequired: true
  },
  {
    type: "aws_cloudwatch_event_api_destination",
    path: "connection_arn",
    allows: () => /^\$\{var\.github_dispatch_connection_arn\}$/,
    why: "a person makes the connection, and whoever applies names it",
    isRequired: true
  },
  { type: "aws_cloudwatch_event_target", path: "arn", allows: own, why: staysHere },
  { type: "aws_cloudwatch_metric_alarm", path: "alarm_actions", allows: own, why: staysHere },
  { type: "aws_cloudwatch_metric_alarm", path: "ok_actions", allows: own, why: staysHere },
  { type: "aws_cloudwatch_metric_alarm", path: "insufficient_data_actions", allows: own, why: staysHere },
  {
    type: "aws_elasticache_replication_group",
    path: "log_delivery_configuration.destination",
    allows: ownLogGroup,
    why: staysHere
  },
  { type: "aws_flow_log", path: "log_destination", allows: own, why: staysHere },
  { type: "aws_kinesis_firehose_delivery_stream", path: "extended_s3_configuration.bucket_arn", allows: own, why: staysHere },
  {
    type: "aws_kinesis_firehose_delivery_stream",
    path: "destination",
    allows: () => /^extended_s3$/,
    why: staysHere,
    isRequired: true
  },
  { type: "aws_lambda_event_source_mapping", path: "event_source_arn", allows: own, why: staysHere, isRequired: true },
  { type: "aws_lambda_event_source_mapping", path: "function_name", allows: own, why: staysHere, isRequired: true },
  {
    type: "aws_lambda_function",
    path: "s3_bucket",
    allows: () => /^\$\{aws_s3_object\.[\w-]+\.bucket\}$/,
    why: "a function runs code that stands in the stack, where it is reviewed",
    isRequired: true
  },
  {
    type: "aws_lambda_function",
    path: "environment.variables.GITHUB_API_URL",
    allows: () => /^https:\/\/api\.github\.com$/,
    why: "the proof of the App, and its tokens, go to GitHub alone"
  },
  { type: "aws_lb", path: "access_logs.bucket", allows: ownBucket, why: staysHere },
  { type: "aws_s3_object", path: "bucket", allows: ownBucket, why: staysHere, isRequired: true },
  { type: "aws_s3_bucket_logging", path: "target_bucket", allows: ownBucket, why: staysHere },
  { type: "aws_wafv2_web_acl_logging_configuration", path: "log_destination_configs", allows: own, why: staysHere },
  {
    type: "aws_scheduler_schedule",
    path: "target.arn",
    allows: own,
    why: "a schedule starts what the stack has, or tasks of its platform; a universal target would call any API of AWS",
    isRequired: true
  },
  {
    type: "aws_vpc_endpoint",
    path: "service_name",
    allows: ({ region }) => new RegExp(`^com\\.amazonaws\\.${literally(region)}\\.[a-z0-9.-]+$`),
    why: "an endpoint leads to a service of AWS in the stack's region, not to somebody's own",
    isRequired: true
  },
  {
    type: "aws_api_gateway_integration",
    path: "uri",
    allows: ({ region }) => new RegExp(
      `^(?:arn:aws:apigateway:${literally(region)}:[a-z]+:action/\\w+|https://[a-z0-9-]+\\.\\$\\{var\\.domain\\}/.*)$`
    ),
    why: "the API hands on to a service of AWS or to the application, not to another host"
  },
  {
    type: "aws_lb_listener_rule",
    path: "condition.host_header.values",
    allows: (subject) => new RegExp(`^${literally(hostLabelOf(subject))}\\.\\$\\{data\\.aws_ssm_parameter\\.[\\w-]+\\.insecure_value\\}$`),
    why: "a service answers for its own host, and leaves the others theirs",
    isRequired: true
  },
  {
    type: "aws_fis_experiment_template",
    path: "action.action_id",
    allows: () => new RegExp(`^aws:(?:${faults.join("|")})$`),
    why: "an experiment disturbs; it runs no commands and no automations"
  },
  {
    type: "aws_fis_experiment_template",
    path: "target.resource_arns",
    allows: (subject) => new RegExp(
      `^(?:\\$\\{aws_\\w+\\.[\\w-]+\\.arn\\}|arn:aws:iam::\\$\\{data\\.aws_caller_identity\\.[\\w-]+\\.account_id\\}:role/${literally(prefixOf(subject))}-${mainService}-task)$`
    ),
    why: "an experiment hits what the stack has, and the role of the environment's own service"
  },
  {
    type: "aws_fis_experiment_template",
    path: "experiment_options.account_targeting",
    allows: () => /^single-account$/,
    why: "an experiment stays in its account"
  },
  {
    type: "aws_rds_cluster_instance",
    path: "publicly_accessible",
    allows: () => /^false$/,
    why: "the database is reached through its proxy alone",
    isRequired: true
  },
  {
    type: "aws_iam_role",
    path: "name",
    allows: (subject) => new RegExp(`^${literally(prefixOf(subject))}-[a-z0-9-]+$`),
    why: "the roles of CI may make only roles whose names begin with those of the environment",
    isRequired: true
  },
  {
    type: "aws_ssm_parameter",
    path: "name",
    allows: (subject) => new RegExp(`^${literally(parameterPrefixOf(subject))}[a-z0-9/-]+$`),
    why: "an environment reads and writes its own parameters",
    isRequired: true
  },
  ...["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].map(
    (path) => ({
      type: "aws_s3_bucket_public_access_block",
      path,
      allows: on,
      why: staysPrivate,
      isRequired: true
    })
  )
];
var faults = [
  "arc:start-zonal-autoshift",
  "cloudwatch:assert-alarm-state",
  "ecs:stop-task",
  "elasticache:replicationgroup-interrupt-az-power",
  "fis:inject-api-throttle-error",
  "fis:wait",
  "network:disrupt-connectivity",
  "rds:failover-db-cluster"
];

// src/actions/gate/rules/resources.ts
var accountId = /(?<![\w.-])\d{12}(?![\w-])/;
var resourceRules = defineRules([
  {
    id: "resource/argument",
    title: "Some arguments are not given",
    why: "They send data or credentials elsewhere, bring in what no rule reads, or open what is closed.",
    next: "Leave the argument out.",
    check: ({ document }) => document.blocks.flatMap((block) => {
      const refused2 = refusedArguments.filter(({ type }) => type === "*" || type === block.type);
      return block.entries.flatMap(({ key, at }) => {
        const row = refused2.find(({ name }) => name === key);
        return row ? [{ at, reason: `${key} is given: ${row.why}` }] : [];
      });
    })
  },
  {
    id: "resource/value",
    title: "Some arguments have the values they must have",
    why: "They decide where data goes, who is let in, and whose names are taken.",
    next: "Refer to what is the stack's own, or leave the argument as the base branch has it.",
    check: ({ document, policy }) => document.blocks.flatMap((block) => valueFindings(block, policy.subject))
  },
  {
    id: "resource/account",
    title: "No account is written out",
    why: "The own account is asked for while planning; a number in a stack is that of another one.",
    next: "Refer to data.aws_caller_identity.",
    check: ({ document }) => document.blocks.flatMap(
      ({ texts }) => texts.filter(({ text }) => accountId.test(text)).map(({ at: place, text }) => ({ at: place, reason: `it has the number ${accountId.exec(text)?.[0]}` }))
    )
  },
  {
    id: "resource/environment",
    title: "No other environment is named",
    why: "A preview that names staging or production can stand in for it, watch it, or read from it.",
    next: "Use names and parameters of the environment that the stack belongs to.",
    check: ({ document, policy }) => {
      return document.blocks.flatMap(
        ({ texts }) => texts.flatMap(
          ({ at: place, text }) => otherEnvironments(text, policy.subject).map((name) => ({ at: place, reason: `it names ${quoted(name)}` }))
        )
      );
    }
  },
  {
    id: "resource/tag",
    title: "The tags of the environment stay as they are",
    why: "What a role may reach follows from its tag Environment; a borrowed tag borrows the access.",
    next: "Leave those tags to the default tags of the provider.",
    check: ({ document, policy }) => document.blocks.flatMap((block) => tagFindings(block, policy.subject))
  }
]);
function valueFindings({ kind, type, body, at }, subject) {
  if (kind === "ephemeral") return [];
  return valueRules.filter((rule) => rule.type === type).flatMap(({ path, allows, why, isRequired }) => {
    const found = valuesAt(body, path.split("."), at);
    if (found.length === 0 && isRequired) return [{ at, reason: `${path} is missing: ${why}` }];
    return found.filter(({ value }) => isObject(value) || !allows(subject).test(String(value))).map(({ value, at: place }) => ({ at: place, reason: `it is ${shown(value)}: ${why}` }));
  });
}
function environmentNameOf(subject) {
  return new RegExp(`\\b${namePrefixOf(subject)}[-_][\\w-]*|/opsdeck/[\\w-]*`, "g");
}
function otherEnvironments(text, subject) {
  const prefix = prefixOf(subject);
  return (text.match(environmentNameOf(subject)) ?? []).filter((found) => {
    if (found.startsWith("/")) return `${found}/` !== parameterPrefixOf(subject);
    const name = found.replaceAll("_", "-");
    return name !== prefix && !name.startsWith(`${prefix}-`);
  });
}
function tagFindings({ entries }, subject) {
  const own2 = new Map(Object.entries(tagsOf(subject)).map(([name, value]) => [name.toLowerCase(), value]));
  return entries.filter(({ key }) => key === "tags" || key === "tags_all").flatMap(({ value, at: place }) => {
    if (!isObject(value)) return [{ at: place, reason: "they are computed" }];
    return Object.entries(value).filter(([name, wanted]) => own2.has(name.toLowerCase()) && own2.get(name.toLowerCase()) !== wanted).map(([name, wanted]) => ({ at: [...place, name], reason: `${name} is ${shown(wanted)}` }));
  });
}

// src/actions/gate/tables/functions.ts
var pureFunctions = [
  ...["abs", "ceil", "floor", "max", "min", "pow", "signum", "sum", "parseint"],
  ...["chomp", "endswith", "format", "formatlist", "join", "lower", "regex", "regexall", "replace", "split", "startswith"],
  ...["strcontains", "strrev", "substr", "title", "trim", "trimprefix", "trimspace", "trimsuffix", "upper"],
  ...["alltrue", "anytrue", "chunklist", "coalesce", "coalescelist", "compact", "concat", "contains", "distinct", "element"],
  ...["flatten", "index", "keys", "length", "lookup", "matchkeys", "merge", "one", "reverse", "slice", "sort", "transpose"],
  ...["setintersection", "setsubtract", "setunion", "values", "zipmap"],
  ...["base64decode", "base64encode", "csvdecode", "jsondecode", "jsonencode", "urlencode", "yamldecode", "yamlencode"],
  ...["base64sha256", "base64sha512", "md5", "sha1", "sha256", "sha512", "uuidv5"],
  ...["cidrhost", "cidrnetmask", "cidrsubnet", "cidrsubnets"],
  ...["can", "tobool", "tolist", "tomap", "tonumber", "toset", "tostring", "try", "type"]
];

// src/actions/gate/tables/types.ts
var hostTypes = [
  "aws_dynamodb_table",
  "aws_lambda_event_source_mapping",
  "aws_lambda_function",
  "aws_s3_object"
];
var resourceTypes = {
  platform: [
    "aws_api_gateway_api_key",
    "aws_api_gateway_deployment",
    "aws_api_gateway_integration",
    "aws_api_gateway_integration_response",
    "aws_api_gateway_method",
    "aws_api_gateway_method_response",
    "aws_api_gateway_method_settings",
    "aws_api_gateway_model",
    "aws_api_gateway_request_validator",
    "aws_api_gateway_resource",
    "aws_api_gateway_rest_api",
    "aws_api_gateway_stage",
    "aws_api_gateway_usage_plan",
    "aws_api_gateway_usage_plan_key",
    "aws_athena_workgroup",
    "aws_cloudtrail",
    "aws_cloudwatch_composite_alarm",
    "aws_cloudwatch_dashboard",
    "aws_cloudwatch_event_api_destination",
    "aws_cloudwatch_event_bus",
    "aws_cloudwatch_event_rule",
    "aws_cloudwatch_event_target",
    "aws_cloudwatch_log_group",
    "aws_cloudwatch_log_stream",
    "aws_cloudwatch_metric_alarm",
    "aws_db_proxy",
    "aws_db_proxy_default_target_group",
    "aws_db_proxy_target",
    "aws_db_subnet_group",
    "aws_default_security_group",
    "aws_ecs_cluster",
    "aws_ecs_cluster_capacity_providers",
    "aws_eip",
    "aws_elasticache_parameter_group",
    "aws_elasticache_replication_group",
    "aws_elasticache_subnet_group",
    "aws_elasticache_user",
    "aws_elasticache_user_group",
    "aws_fis_experiment_template",
    "aws_flow_log",
    "aws_glue_catalog_database",
    "aws_glue_catalog_table",
    "aws_iam_role",
    "aws_iam_role_policy",
    "aws_iam_role_policy_attachment",
    "aws_internet_gateway",
    "aws_kinesis_firehose_delivery_stream",
    "aws_kinesis_stream",
    "aws_kms_alias",
    "aws_kms_key",
    "aws_lb",
    "aws_lb_listener",
    "aws_nat_gateway",
    "aws_rds_cluster",
    "aws_rds_cluster_instance",
    "aws_rds_cluster_parameter_group",
    "aws_route",
    "aws_route53_record",
    "aws_route_table",
    "aws_route_table_association",
    "aws_s3_bucket",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_logging",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_policy",
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_versioning",
    "aws_scheduler_schedule",
    "aws_secretsmanager_secret",
    "aws_secretsmanager_secret_rotation",
    "aws_secretsmanager_secret_version",
    "aws_security_group",
    "aws_sns_topic",
    "aws_sns_topic_policy",
    "aws_sqs_queue",
    "aws_sqs_queue_policy",
    "aws_ssm_parameter",
    "aws_subnet",
    "aws_vpc",
    "aws_vpc_endpoint",
    "aws_vpc_security_group_egress_rule",
    "aws_vpc_security_group_ingress_rule",
    "aws_wafv2_ip_set",
    "aws_wafv2_web_acl",
    "aws_wafv2_web_acl_association",
    "aws_wafv2_web_acl_logging_configuration",
    "aws_xray_group",
    "aws_xray_sampling_rule"
  ],
  service: [
    "aws_appautoscaling_policy",
    "aws_appautoscaling_target",
    "aws_cloudwatch_composite_alarm",
    "aws_cloudwatch_dashboard",
    "aws_cloudwatch_event_rule",
    "aws_cloudwatch_event_target",
    "aws_cloudwatch_log_group",
    "aws_cloudwatch_metric_alarm",
    "aws_ecs_service",
    "aws_ecs_task_definition",
    "aws_iam_role",
    "aws_iam_role_policy",
    "aws_iam_role_policy_attachment",
    "aws_lb_listener_rule",
    "aws_lb_target_group",
    "aws_scheduler_schedule"
  ]
};
var dataTypes = {
  platform: {
    aws_acm_certificate: ["domain", "most_recent", "statuses"],
    aws_caller_identity: [],
    aws_route53_zone: ["name"]
  },
  service: {
    aws_caller_identity: [],
    aws_ssm_parameter: ["name"]
  }
};
var ephemeralTypes = {
  platform: { aws_secretsmanager_random_password: ["exclude_punctuation", "password_length"] },
  service: {}
};

// src/actions/gate/policy.ts
var limits2 = { depth: 32, textLength: 65536, resources: 1e3 };
var awsProvider = { source: "aws", version: "5.100.0" };
function defaultPolicy(subject) {
  const { layer, region } = subject;
  const onHosts = (list) => isHostPlatform(subject) ? list : [];
  return {
    subject,
    stack: stackNameOf(subject),
    blocks: ["//", "terraform", "provider", "variable", "resource", "data", "ephemeral", "output"],
    backend: { s3: { key: stateKeyOf(subject), region, encrypt: true, use_lockfile: true } },
    requiredProviders: { aws: awsProvider },
    requiredVersion: ">= 1.11",
    providers: { aws: [{ region, default_tags: [{ tags: tagsOf(subject) }] }] },
    resourceTypes: [...resourceTypes[layer], ...onHosts(hostTypes)],
    dataTypes: dataTypes[layer],
    ephemeralTypes: ephemeralTypes[layer],
    functions: pureFunctions,
    boundary: workloadBoundary,
    roleTakers: [...roleTakers, ...onHosts(hostRoleTakers)],
    resourceUsers: resourceUsers.map((name) => name.replace("<region>", region)),
    managedPolicies,
    actionServices: [...actionServices, ...onHosts(hostActionServices)],
    actionsOnAnything,
    namelessResources,
    policyReferences,
    limits: limits2
  };
}
function extendPolicy(policy, extension) {
  const { dataTypes: moreData, ephemeralTypes: moreEphemeral, ...lists } = extension;
  const longer = Object.entries(lists).map(([key, more]) => [key, [...policy[key], ...more]]);
  return {
    ...policy,
    ...Object.fromEntries(longer),
    dataTypes: { ...policy.dataTypes, ...moreData },
    ephemeralTypes: { ...policy.ephemeralTypes, ...moreEphemeral }
  };
}
function isSame(left, right) {
  return canonical(left ?? null) === canonical(right);
}
function canonical(value) {
  const [only, ...others] = Array.isArray(value) ? value : [];
  if (only !== void 0 && others.length === 0) return canonical(only);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.sort().join()}}`;
}

// src/actions/gate/rules/settings.ts
var terraformSettings = ["backend", "required_providers", "required_version"];
var settingRules = defineRules([
  {
    id: "settings/backend",
    title: "The state stays where it belongs",
    why: "Another backend shows the state of another stack, or carries this one's secrets away.",
    next: "Leave the backend to the stack of the base branch.",
    check: ({ document, policy, json }) => settingFindings({ document, json }, "backend", policy.backend)
  },
  {
    id: "settings/required-providers",
    title: "Only the locked provider, at its locked version",
    why: "A provider is a program that runs with the credentials of the deployment.",
    next: "Change the provider or its version on the base branch first.",
    check: ({ document, policy, json }) => settingFindings({ document, json }, "required_providers", policy.requiredProviders)
  },
  {
    id: "settings/terraform",
    title: "Terraform runs as the base branch has it",
    why: "cloud, provider_meta and experiments send the state or metadata to other services, or switch other rules on.",
    next: "Remove the setting.",
    check: ({ document, policy, json }) => [
      ...settingFindings({ document, json }, "required_version", policy.requiredVersion),
      ...sectionsOf(document.sections, "terraform").flatMap(
        ({ value, at }) => Object.keys(isObject(value) ? value : {}).filter((key) => !terraformSettings.includes(key)).map((key) => ({ at: [...at, key], reason: `${quoted(key)} is set` }))
      )
    ]
  },
  {
    id: "settings/provider",
    title: "Only the one configuration of the provider",
    why: "A second provider, or a second configuration of the same, works with other credentials or in another region.",
    next: "Leave providers to the stack of the base branch.",
    check: ({ document, policy }) => sectionsOf(document.sections, "provider").flatMap(
      ({ value, at }) => Object.entries(isObject(value) ? value : {}).flatMap(([name, settings]) => [
        ...Object.hasOwn(policy.providers, name) ? [] : [{ at: [...at, name], reason: `${quoted(name)} is another provider` }],
        ...isList(settings) && settings.length > 1 ? [{ at: [...at, name], reason: `it is configured ${settings.length} times` }] : [],
        ...bodiesOf(settings).filter((body) => "alias" in body).map(() => ({ at: [...at, name], reason: "it has an alias" }))
      ])
    )
  },
  {
    id: "settings/provider-settings",
    title: "The provider keeps its settings",
    why: "Endpoints, profiles, roles, proxies and credential files of the provider decide whom the credentials are shown to.",
    next: "Leave the settings of the provider, its default tags included, to the stack of the base branch.",
    check: ({ document, policy, json }) => {
      const sections = sectionsOf(document.sections, "provider");
      if (json !== void 0 && sections.length === 0) return [{ at: [], reason: "the provider is not configured" }];
      return sections.flatMap(
        ({ value, at }) => Object.entries(policy.providers).filter(([name, settings]) => !isSame(isObject(value) ? value[name] : void 0, settings)).map(([name]) => ({
          at: [...at, name],
          reason: providerReason(isObject(value) ? value[name] : void 0, policy.providers[name])
        }))
      );
    }
  }
]);
function sectionsOf(sections, name) {
  return sections.filter((section) => section.name === name);
}
function settingFindings({ document, json }, key, expected) {
  const sections = sectionsOf(document.sections, "terraform");
  if (sections.length === 0) return json === void 0 ? [] : [{ at: [], reason: `there is no ${key}` }];
  return sections.flatMap(({ value, at }) => {
    const place = [...at, key];
    const actual = isObject(value) ? value[key] : void 0;
    if (actual === void 0) return [{ at: place, reason: `there is no ${key}` }];
    return isSame(actual, expected) ? [] : [{ at: place, reason: `it is not ${JSON.stringify(expected)}` }];
  });
}
function bodiesOf(value) {
  if (isList(value)) return value.flatMap(bodiesOf);
  return isObject(value) ? [value] : [];
}
function providerReason(actual, expected) {
  const known = new Set(bodiesOf(expected ?? null).flatMap((body) => Object.keys(body)));
  const extra = bodiesOf(actual ?? null).flatMap((body) => Object.keys(body).filter((key) => !known.has(key)));
  return extra.length > 0 ? `it sets ${extra.map(quoted).join(", ")}` : `it is not ${JSON.stringify(expected)}`;
}

// src/actions/gate/rules/types.ts
var general2 = ["//", "depends_on", "lifecycle", "provider", "count", "for_each", "provisioner", "connection", "dynamic"];
var typeRules = defineRules([
  {
    id: "type/resource",
    title: "Only resource types of the list",
    why: "A type that nobody looked at can run code, make identities, or open what is closed.",
    next: "Have the type added to the list on the base branch, in a change of its own.",
    check: ({ document, policy }) => blocksOf(document.blocks, "resource").filter(({ type }) => !policy.resourceTypes.includes(type)).map(({ type, at }) => ({ at, reason: `${quoted(type)} is not on the list of a ${policy.subject.layer}` }))
  },
  {
    id: "type/data",
    title: "Only data sources of the list, with arguments of the list",
    why: "Data sources are read while planning, with credentials: external runs a program, http sends requests, remote state shows secrets.",
    next: "Use a parameter of the platform, or have the data source added to the list on the base branch.",
    check: (context) => readFindings(context, "data", context.policy.dataTypes)
  },
  {
    id: "type/ephemeral",
    title: "Only ephemeral resources of the list, with arguments of the list",
    why: "Ephemeral resources are opened while planning: some read secrets, one calls functions.",
    next: "Have it added to the list on the base branch.",
    check: (context) => readFindings(context, "ephemeral", context.policy.ephemeralTypes)
  }
]);
function blocksOf(blocks, kind) {
  return blocks.filter((block) => block.kind === kind);
}
function readFindings({ document, policy }, kind, allowed) {
  return blocksOf(document.blocks, kind).flatMap(({ type, body, at }) => {
    const names = allowed[type];
    if (!names || !Object.hasOwn(allowed, type))
      return [{ at, reason: `${quoted(type)} is not on the list of a ${policy.subject.layer}` }];
    return Object.keys(body).filter((key) => !names.includes(key) && !general2.includes(key)).map((key) => ({ at: [...at, key], reason: `${quoted(key)} is not among the arguments of ${type}` }));
  });
}

// src/actions/gate/rules/index.ts
var gateRules = [
  ...fileRules,
  ...jsonRules,
  ...blockRules,
  ...settingRules,
  ...typeRules,
  ...expressionRules,
  ...identityRules,
  ...policyRules,
  ...resourceRules
];

// src/actions/gate/gate.ts
function gateStack(files, policy) {
  const context = readContext(files, policy);
  const refusals = gateRules.flatMap((rule) => rule.check(context).map((finding) => refusalOf(rule, finding, context)));
  if (refusals.length > 0) return { kind: "refused", stack: policy.stack, refusals };
  return {
    kind: "accepted",
    stack: policy.stack,
    resources: context.document.blocks.filter(({ kind }) => kind === "resource").length
  };
}
function readContext(files, policy) {
  const bytes = files.find(({ path, kind }) => path === stackFile && kind === "file")?.bytes;
  const { value: json, problems } = bytes ? readJsonBytes(bytes, policy.limits) : { value: void 0, problems: [] };
  const document = json === void 0 ? emptyDocument : readDocument(json);
  return { files, policy, json, problems, document, iamPolicies: readIamPolicies(document, policy) };
}
function refusalOf(rule, { at, reason }, { document, policy }) {
  const block = document.blocks.find((each) => each.at.length <= at.length && each.at.every((step, index) => at[index] === step));
  const path = block && constructPathOf(block);
  return {
    rule: rule.id,
    constructPath: path ?? policy.stack,
    ...block && { address: addressOf(block) },
    jsonPath: pathText(at),
    reason: `${rule.title}: ${reason}.`,
    next: rule.next
  };
}
function pathText(at) {
  return at.map((step, index) => typeof step === "number" ? `[${step}]` : `${index > 0 ? "." : ""}${step}`).join("");
}

// src/actions/gate/rules/output.ts
var outputRule = {
  id: "stack/unexpected",
  title: "Only the stacks that a pull request may change",
  why: "A stack that nobody expects could be one that makes roles, or lie where another job picks it up.",
  next: "Hand on the stacks of the platform and the service alone; `--leave-out-bootstrap` says that a bootstrap stack beside them is left alone."
};

// src/actions/gate/output.ts
var bootstrapFolder = "stacks/bootstrap";
function extensionOf({ layout, allow }) {
  if (layout !== "platform") return allow;
  return {
    ...allow,
    resourceTypes: [...resourceTypes.service, ...allow.resourceTypes ?? []],
    dataTypes: dataTypes.service
  };
}
function stacksOfPullRequest(host, pullRequest, config = defaultStacksConfig) {
  const preview = previewName(pullRequest);
  const of = {
    host: { environment: host.environment, service: mainService },
    shared: { environment: host.environment, service: preview },
    isolated: { environment: preview, service: mainService }
  };
  return synthLayout(pullRequest, config.layout).map(({ group, layer, path }) => ({
    folder: path,
    subject: { layer, region: host.region, ...namesOf(config), ...of[group] }
  }));
}
function namesOf(config) {
  return config === defaultStacksConfig ? {} : { names: config };
}
function gateOutput(files, options) {
  const { expected, leaveOutBootstrap = false, extension = {} } = options;
  const isThere = ({ folder }) => files.some(({ path }) => path === folder || path.startsWith(`${folder}/`));
  const leftOut = leaveOutBootstrap && files.some(({ path }) => path === bootstrapFolder) ? [bootstrapFolder] : [];
  return {
    stacks: expected.filter(isThere).map((stack) => ({ ...stack, verdict: judge(stack, files, extension) })),
    refusals: files.flatMap((file) => outputProblems(file, expected, leftOut)).map(refusalOf2),
    missing: expected.filter((stack) => !isThere(stack)),
    leftOut
  };
}
function isAccepted({ stacks, refusals }) {
  return refusals.length === 0 && stacks.length > 0 && stacks.every(({ verdict }) => verdict.kind === "accepted");
}
function judge({ folder, subject }, files, extension) {
  const own2 = files.filter(({ path }) => path.startsWith(`${folder}/`));
  const relative = own2.map((file) => ({ ...file, path: file.path.slice(folder.length + 1) }));
  return gateStack(relative, extendPolicy(defaultPolicy(subject), extension));
}
function outputProblems(file, expected, leftOut) {
  const { path, kind } = file;
  const known = [...expected.map(({ folder }) => folder), ...leftOut];
  if (known.includes(path)) return kind === "folder" ? [] : [`${quoted(path)} is no folder`];
  if (known.some((folder) => path.startsWith(`${folder}/`))) return [];
  if (kind === "folder" && known.some((folder) => folder.startsWith(`${path}/`))) return [];
  if (expected.some(({ folder }) => path === `${groupOf(folder)}${manifestFile}`)) {
    return isManifest(file) ? [] : [`${quoted(path)} is not what cdktf writes`];
  }
  const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const isBelowStranger = parent !== "" && !known.some((folder) => folder.startsWith(`${parent}/`));
  if (isBelowStranger) return [];
  if (path === bootstrapFolder)
    return [`${quoted(path)} makes the identities of CI, and is applied by a person, never from a pull request`];
  return [`${quoted(path)} is not expected`];
}
function groupOf(folder) {
  return folder.slice(0, folder.indexOf("stacks/"));
}
function isManifest({ kind, bytes }) {
  if (kind !== "file" || bytes === void 0) return false;
  const { value, problems } = readJsonBytes(bytes, { depth: 8, textLength: 1e4 });
  return problems.length === 0 && isObject(value) && Object.keys(value).every((key) => key === "stacks" || key === "version");
}
function refusalOf2(reason) {
  const { id, title, next } = outputRule;
  return { rule: id, constructPath: "", jsonPath: "", reason: `${title}: ${reason}.`, next };
}

// src/actions/gate/render.ts
var mostRefusals = 20;
var mostCharacters = 3e4;
var longestPlace = 200;
var longestReason = 400;
function renderGate(verdict) {
  const title = isAccepted(verdict) ? "### ✅ Synth gate: passed" : "### ⛔ Synth gate: refused";
  const accepted = acceptedOf(verdict).map(
    ({ folder, resources }) => `- ${inlineCode(folder)}: ${counted(resources, "resource")}`
  );
  const parts = partsOf(verdict);
  const refused2 = parts.map(({ name, refusals }) => {
    const rows2 = within(mostCharacters / parts.length, refusals.slice(0, mostRefusals).map(markdownRefusal));
    const title2 = `**${inlineCode(name)}: ${counted(refusals.length, "refusal")}**`;
    return [title2, "", ...rows2, ...omitted(refusals.length - rows2.length).map((line) => `- ${line}`)].join("\n");
  });
  const lead = isAccepted(verdict) ? [] : ["Nothing of it was planned. The rules that refused it are those of the base branch."];
  return [title, ...lead, ...accepted.length > 0 ? [accepted.join("\n")] : [], ...refused2].join("\n\n");
}
function markdownRefusal({ rule, constructPath, address: address2, jsonPath, reason, next }) {
  const where = placesOf(constructPath, address2 ?? jsonPath).map(inlineCode);
  const told = escapeText(cutMiddle(visibleLine(reason), longestReason));
  return `- ${inlineCode(rule)}${where.length > 0 ? ` at ${where.join(" = ")}` : ""}<br>${told}<br>→ ${escapeText(next)}`;
}
function renderGateText(verdict) {
  const accepted = acceptedOf(verdict).map(({ folder, resources }) => `✔ ${folder}: accepted, ${counted(resources, "resource")}`);
  const leftOut = verdict.leftOut.map((folder) => `- ${folder}: left out; not judged, not to be planned`);
  const refused2 = partsOf(verdict).flatMap(({ name, refusals }) => [
    `✖ ${name}: ${counted(refusals.length, "refusal")}`,
    ...refusals.slice(0, mostRefusals).flatMap(textRefusal),
    ...omitted(refusals.length - mostRefusals).map((line) => `  ${line}`)
  ]);
  return [...accepted, ...leftOut, ...refused2].join("\n");
}
function textRefusal({ rule, constructPath, address: address2, jsonPath, reason, next }) {
  const where = placesOf(constructPath, address2 ?? jsonPath).join(" = ");
  const told = cutMiddle(visibleLine(reason), longestReason);
  return [`  ${rule}${where === "" ? "" : `  ${where}`}`, `    ${told}`, `    → ${next}`];
}
function placesOf(...places) {
  return places.filter((place) => place !== "").map((place) => cutMiddle(visibleLine(place), longestPlace));
}
function within(room, rows2) {
  let used = 0;
  return rows2.filter((row) => {
    used += row.length + 1;
    return used <= room;
  });
}
function acceptedOf({ stacks }) {
  return stacks.flatMap(({ folder, verdict }) => verdict.kind === "accepted" ? [{ folder, resources: verdict.resources }] : []);
}
function partsOf({ stacks, refusals }) {
  const whole = refusals.length > 0 ? [{ name: "all of it", refusals }] : [];
  return [
    ...whole,
    ...stacks.flatMap(
      ({ folder, verdict }) => verdict.kind === "refused" ? [{ name: folder, refusals: verdict.refusals }] : []
    )
  ];
}
function omitted(more) {
  return more > 0 ? [`and ${more} more`] : [];
}
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/actions/gate/pass.ts
function judge2(files, request) {
  const { pullRequest, environment, region, config = defaultStacksConfig } = request;
  const expected = stacksOfPullRequest({ environment, region }, pullRequest, config);
  return gateOutput(files, { expected, extension: extensionOf(config) });
}
function passGate(files, request) {
  const verdict = judge2(files, request);
  if (!isAccepted(verdict)) throw refused(verdict);
  if (verdict.missing.length > 0) throw missing(verdict.missing.map(({ folder }) => folder));
  return new Map(verdict.stacks.map(({ folder }) => [folder, jsonOf(files, `${folder}/${stackFile}`)]));
}
function jsonOf(files, path) {
  const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
  return JSON.parse(new TextDecoder().decode(bytes));
}
function refused(verdict) {
  return failure({
    code: "gate/refused",
    what: "What the pull request's code synthesized breaks rules of this repository, so nothing of it is planned.",
    next: "Read the refusals above, change the code, and push again; the rules are those of the base branch.",
    details: renderGateText(verdict).split("\n")
  });
}
function missing(folders) {
  return failure({
    code: "gate/missing",
    what: `The synthesis left out ${folders.join(", ")}.`,
    next: "Let the synth job write every stack of the pull request (`opsdeck synth --pull-request <number>` does), and hand on all of it."
  });
}

export {
  stacksOfPullRequest,
  gateOutput,
  isAccepted,
  renderGate,
  judge2 as judge,
  passGate,
  refused,
  missing
};
