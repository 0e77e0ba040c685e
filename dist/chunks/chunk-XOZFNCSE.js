import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  canonical,
  isSame,
  maskAt,
  masksAnything
} from "./chunk-HQZ43T45.js";
import {
  combineDigests
} from "./chunk-LQ2E7PBK.js";
import {
  isRecord,
  listOf,
  memberOf,
  textOf
} from "./chunk-7WE5OENK.js";
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/plan/read/decode.ts
var utf8Mark = [239, 187, 191];
var littleEndianMark = [255, 254];
var bigEndianMark = [254, 255];
var chunkBytes = 1 << 20;
function toUtf8(input) {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  if (startsWith(bytes, utf8Mark)) return bytes.subarray(utf8Mark.length);
  if (startsWith(bytes, littleEndianMark)) return fromUtf16(bytes.subarray(2), "utf-16le");
  if (startsWith(bytes, bigEndianMark)) return fromUtf16(bytes.subarray(2), "utf-16be");
  if (bytes.length > 1 && bytes[0] !== 0 && bytes[1] === 0) return fromUtf16(bytes, "utf-16le");
  if (bytes.length > 1 && bytes[0] === 0 && bytes[1] !== 0) return fromUtf16(bytes, "utf-16be");
  return bytes;
}
function startsWith(bytes, prefix) {
  return prefix.every((byte, index) => bytes[index] === byte);
}
function fromUtf16(bytes, encoding) {
  const decoder = new TextDecoder(encoding);
  const parts = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(Buffer.from(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true })));
  }
  parts.push(Buffer.from(decoder.decode()));
  return Buffer.concat(parts);
}

// src/actions/plan/read/element-digest.ts
import { hash } from "node:crypto";

// src/actions/plan/read/resource.ts
var none = {};
function reduceElement(json, attributes) {
  const element = recordOf(json);
  const change = recordOf(element.change);
  const actions = wordsOf(change.actions);
  if (actions === "read" || element.mode === "data") return "read";
  const movedFrom = element.previous_address === element.address ? void 0 : textOf2(element.previous_address);
  const importId = isRecord(change.importing) ? textOf2(memberOf(change.importing, "id")) ?? "" : void 0;
  if (actions === "no-op" && movedFrom === void 0 && importId === void 0) return "unchanged";
  return {
    address: textOf2(element.address) ?? "(no address)",
    moduleAddress: textOf2(element.module_address) ?? "",
    type: textOf2(element.type) ?? "",
    action: actionOf(actions),
    replaceOrder: replaceOrders.get(actions),
    forcedBy: Array.isArray(change.replace_paths) ? change.replace_paths.filter(Array.isArray) : [],
    reason: textOf2(element.action_reason),
    movedFrom,
    importId,
    deposed: textOf2(element.deposed),
    attributes
  };
}
function attributesOf(json) {
  const change = memberOf(json, "change");
  const action = actionOf(wordsOf(recordOf(change).actions));
  return action === "delete" || action === "forget" ? identityOf(change) : changedAttributes(change);
}
function attributeOf(key, json) {
  const change = recordOf(json);
  return {
    key,
    before: change.before ?? void 0,
    after: change.after ?? void 0,
    afterUnknown: change.after_unknown,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive
  };
}
function recordOf(value) {
  return isRecord(value) ? value : none;
}
function textOf2(value) {
  return typeof value === "string" ? value : void 0;
}
function wordsOf(actions) {
  return Array.isArray(actions) ? actions.length === 1 ? String(actions[0]) : actions.join("-") : "";
}
var actionNames = /* @__PURE__ */ new Set(["create", "update", "delete", "forget", "no-op"]);
var replaceOrders = new Map(
  ["delete-create", "create-delete", "create-forget"].map((order) => [order, order])
);
function actionOf(actions) {
  if (replaceOrders.has(actions)) return "replace";
  return actionNames.has(actions) ? actions : "unrecognized";
}
function changedAttributes(change) {
  const whole = withoutEmptyMasks(attributeOf("", change));
  return changedKeys(whole).map((key) => partOf(whole, key)).filter(differs);
}
function withoutEmptyMasks(whole) {
  const { afterUnknown, beforeSensitive, afterSensitive } = whole;
  return {
    ...whole,
    afterUnknown: masksAnything(afterUnknown) ? afterUnknown : void 0,
    beforeSensitive: masksAnything(beforeSensitive) ? beforeSensitive : void 0,
    afterSensitive: masksAnything(afterSensitive) ? afterSensitive : void 0
  };
}
function changedKeys(whole) {
  const before = recordOf(whole.before);
  const after = recordOf(whole.after);
  const unknown = recordOf(whole.afterUnknown);
  const keys = [];
  for (const key in after) if (!isPlainlySame(before, after, unknown, key)) keys.push(key);
  for (const key in before) if (!Object.hasOwn(after, key)) keys.push(key);
  for (const key in unknown) if (!Object.hasOwn(after, key) && !Object.hasOwn(before, key)) keys.push(key);
  return keys;
}
function isPlainlySame(before, after, unknown, key) {
  const value = after[key] ?? null;
  if (typeof value === "object" && value !== null) return false;
  const previous = Object.hasOwn(before, key) ? before[key] : null;
  return previous === value && (value !== null || !Object.hasOwn(unknown, key));
}
function partOf(whole, key) {
  return {
    key,
    before: memberOf(whole.before, key),
    after: memberOf(whole.after, key),
    afterUnknown: partOfMask(whole.afterUnknown, key),
    beforeSensitive: partOfMask(whole.beforeSensitive, key),
    afterSensitive: partOfMask(whole.afterSensitive, key)
  };
}
function partOfMask(mask, key) {
  if (mask === void 0 || mask === true) return mask;
  return memberOf(mask, key);
}
function differs({ before, after, afterUnknown }) {
  if (masksAnything(afterUnknown)) return true;
  return (before ?? void 0) !== (after ?? void 0) && !isSame(before, after);
}
var identifying = ["id", "name", "arn"];
function identityOf(change) {
  const whole = attributeOf("", change);
  return identifying.map((key) => partOf(whole, key)).filter(({ before }) => typeof before === "string");
}

// src/actions/plan/read/element-digest.ts
function digestOfResource(change, element) {
  const { address, type, action, replaceOrder, forcedBy, movedFrom, importId, deposed } = change;
  const forced = forcedBy.length === 0 ? "" : spellPaths(forcedBy);
  const texts = textsOf("resource", address, type, action, replaceOrder, forced, movedFrom, importId, deposed);
  const values = memberOf(element, "change");
  if (action === "delete" || action === "forget") for (const attribute of identityOf(values)) addWhole(texts, attribute);
  else addChanges(texts, action, withoutEmptyMasks(attributeOf("", values)));
  return digestOf(texts);
}
function spellPaths(paths) {
  return paths.map((path) => canonical(path)).sort().join();
}
function digestOfOutput({ name, action, attribute }) {
  const texts = textsOf("output", name, action);
  addWhole(texts, attribute);
  return digestOf(texts);
}
function digestOfText(kind, ...words) {
  return digestOf(textsOf(kind, ...words));
}
function textsOf(...words) {
  return { head: spellAll(...words), open: "", sealed: "" };
}
function digestOf({ head, open, sealed }) {
  return { open: sha256(head + open), sealed: sealed === "" ? void 0 : sha256(head + sealed) };
}
var none2 = {};
function addChanges(texts, action, whole) {
  if (action === "create" && whole.afterSensitive === void 0) texts.open = spellAll(whole.after, whole.afterUnknown);
  else addChanged(texts, whole);
}
function addChanged(texts, whole) {
  const old = valuesOf(whole.before);
  const now = valuesOf(whole.after);
  const unknown = valuesOf(whole.afterUnknown);
  const isKnown = whole.afterUnknown === void 0;
  for (const key of sortedKeys(now)) if (!isPlainlySame2(old, now, key, isKnown)) addChange(texts, key, whole);
  for (const key of sortedKeys(old)) if (!Object.hasOwn(now, key)) addChange(texts, key, whole);
  for (const key of sortedKeys(unknown)) if (!Object.hasOwn(now, key) && !Object.hasOwn(old, key)) addChange(texts, key, whole);
}
function isPlainlySame2(old, now, key, isKnown) {
  const value = now[key];
  if (value === old[key]) return isKnown || value !== null;
  return isKnown && typeof value === "object" && Object.hasOwn(old, key) && isSame(old[key], value);
}
function addChange(texts, key, whole) {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = whole;
  const text = changedText(key, memberOf(before, key), memberOf(after, key), maskAt(afterUnknown, key));
  if (text !== "")
    addText(texts, text, masksAnything(maskAt(beforeSensitive, key)) || masksAnything(maskAt(afterSensitive, key)));
}
function addText(texts, text, isSealed) {
  if (isSealed) texts.sealed += text;
  else texts.open += text;
}
function valuesOf(side) {
  return isRecord(side) ? side : none2;
}
function sortedKeys(values) {
  const keys = Object.keys(values);
  for (let index = 1; index < keys.length; index += 1)
    if (keys[index - 1] > keys[index]) return keys.sort();
  return keys;
}
function changedText(key, before, after, unknown) {
  const isKnown = !masksAnything(unknown);
  if (isKnown && ((before ?? null) === (after ?? null) || isSame(before, after))) return "";
  return attributeText(key, before, after, isKnown ? void 0 : unknown);
}
function addWhole(texts, { key, before, after, afterUnknown, beforeSensitive, afterSensitive }) {
  const text = attributeText(key, before, after, masksAnything(afterUnknown) ? afterUnknown : void 0);
  addText(texts, text, masksAnything(beforeSensitive) || masksAnything(afterSensitive));
}
function attributeText(key, before, after, unknown) {
  return spellAll(key, before, after, unknown);
}
function spellAll(...values) {
  let text = "";
  for (const value of values) text += spell(value);
  return text;
}
function spell(value) {
  if (value === void 0 || value === null) return "~";
  if (typeof value === "string") return `${value.length}"${value}`;
  return typeof value === "object" ? canonical(value) : `${value};`;
}
function sha256(text) {
  return hash("sha256", text, "hex");
}

// src/actions/plan/read/failures.ts
var show = 'Run "terraform plan -out=PLANFILE", then "terraform show -json PLANFILE", and give what that prints.';
function truncated(at) {
  return failure({
    code: "plan/truncated",
    what: `The plan's JSON ends in the middle, after ${at} bytes.`,
    next: `Write it again, to the end (is the disk full, was the command interrupted?). ${show}`
  });
}
function malformed(at, cause) {
  return failure({
    code: "plan/malformed",
    what: `The plan's JSON cannot be read from byte ${at} on.`,
    next: `Give the output as Terraform wrote it. ${show}`,
    cause
  });
}
function tooDeep(at) {
  return failure({
    code: "plan/too-deep",
    what: `The plan's JSON is nested deeper than any provider's types, at byte ${at}.`,
    next: `Look where the file comes from: this is not what Terraform writes. ${show}`
  });
}
function unsupportedFormat(version) {
  return failure({
    code: "plan/unsupported-format",
    what: `The plan has format ${JSON.stringify(version.slice(0, 20))}; formats 0.x and 1.x can be read.`,
    next: "Use a newer opsdeck, or a Terraform that writes format 1.x."
  });
}
var others = {
  empty: { code: "plan/empty", what: "There is nothing in the plan: it has no bytes.", next: show },
  zip: {
    code: "plan/binary",
    what: "This is Terraform's saved plan itself (a binary file), not its JSON.",
    next: 'Run "terraform show -json" on this file, in the folder it was planned in, and give what that prints.'
  },
  compressed: {
    code: "plan/compressed",
    what: "This is gzip-compressed.",
    next: "Decompress it first, for example with gunzip."
  },
  wrapper: {
    code: "plan/wrapped",
    what: 'The JSON stands behind a line "[command]...", which a wrapper around Terraform has printed.',
    next: 'Set "terraform_wrapper: false" on hashicorp/setup-terraform.'
  },
  text: { code: "plan/human-text", what: "This is the text that Terraform prints for people, not JSON.", next: show },
  log: {
    code: "plan/json-log",
    what: 'This is the log that "terraform plan -json" streams (a JSON object a line), not the JSON of the plan.',
    next: show
  },
  state: { code: "plan/state", what: "This is a state, not a plan.", next: `Name the plan file, too: ${show}` },
  otherJson: { code: "plan/other-json", what: "This is JSON, but not that of a Terraform plan.", next: show },
  notJson: { code: "plan/not-json", what: "This is not JSON.", next: show },
  tooLarge: {
    code: "plan/too-large",
    what: "A text in the plan is longer than Node can hold (about 512 MB).",
    next: "Split the stack: a plan of that size cannot be reviewed either."
  }
};
function notAPlan(kind, cause) {
  return failure({ ...others[kind], ...cause === void 0 ? {} : { cause } });
}

// src/actions/plan/read/other-members.ts
var outputActions = { create: "create", update: "update", delete: "delete" };
function toOutputChange(name, change) {
  const actions = listOf(change, "actions");
  if (actions.length === 1 && actions[0] === "no-op") return void 0;
  return { name, action: outputActions[String(actions[0])] ?? "update", attribute: attributeOf(name, change) };
}
var statuses = /* @__PURE__ */ new Set(["pass", "fail", "error", "unknown"]);
function toCheckResult(check) {
  const instances = listOf(check, "instances");
  const status = textOf(check, "status") ?? "unknown";
  return {
    address: textOf(memberOf(check, "address"), "to_display") ?? "(no address)",
    status: statuses.has(status) ? status : "unknown",
    problems: instances.flatMap((instance) => listOf(instance, "problems").map((problem) => textOf(problem, "message") ?? ""))
  };
}
function toDeferredChange(deferred) {
  const element = memberOf(deferred, "resource_change") ?? null;
  const change = reduceElement(element, () => attributesOf(element));
  return typeof change === "object" ? { reason: textOf(deferred, "reason") ?? "unknown", change } : void 0;
}
function toInvocation(invocation) {
  const trigger = memberOf(invocation, "lifecycle_action_trigger");
  return {
    address: textOf(invocation, "address") ?? "(no address)",
    triggeredBy: textOf(trigger, "triggering_resource_address") ?? ""
  };
}
function sensitiveVariables(declarations) {
  if (!isRecord(declarations)) return /* @__PURE__ */ new Set();
  const names = Object.entries(declarations).filter(([, declaration]) => memberOf(declaration, "sensitive") === true);
  return new Set(names.map(([name]) => name));
}

// src/actions/plan/read/skip-string.ts
var quote = 34;
var backslash = 92;
var fourQuotes = 572662306;
var fourBackslashes = 1549556828;
function skipString(bytes, start, view = viewOf(bytes)) {
  const { length } = bytes;
  let at = start;
  while (at + 4 <= length) {
    const four = view.getInt32(at, true);
    const marks = zeroBytes(four ^ fourQuotes) | zeroBytes(four ^ fourBackslashes);
    if (marks === 0) at += 4;
    else {
      at += 31 - Math.clz32(marks & -marks) >> 3;
      if (bytes[at] === quote) return at + 1;
      at += 2;
    }
  }
  while (at < length) {
    if (bytes[at] === quote) return at + 1;
    at += bytes[at] === backslash ? 2 : 1;
  }
  throw truncated(length);
}
function zeroBytes(four) {
  return four - 16843009 & ~four & 2155905152;
}
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/actions/plan/read/scan.ts
var quote2 = 34;
var comma = 44;
var colon = 58;
var openBrace = 123;
var closeBrace = 125;
var openBracket = 91;
var closeBracket = 93;
var deepest = 512;
function skipSpace(bytes, start) {
  let at = start;
  while (at < bytes.length && isSpace(bytes[at])) at += 1;
  return at;
}
function isSpace(byte) {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
function forEachMember(bytes, start, visit) {
  if (bytes[start] !== openBrace) return skipValue(bytes, start);
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === closeBrace) return at + 1;
  for (; ; ) {
    if (bytes[at] !== quote2) throw broken(bytes, at);
    const keyEnd = skipString(bytes, at + 1);
    const key = readKey(bytes, at, keyEnd);
    at = expect(bytes, skipSpace(bytes, keyEnd), colon);
    at = skipSpace(bytes, visit(key, skipSpace(bytes, at)));
    if (bytes[at] === closeBrace) return at + 1;
    at = skipSpace(bytes, expect(bytes, at, comma));
  }
}
function forEachElement(bytes, start, visit) {
  if (bytes[start] !== openBracket) return skipValue(bytes, start);
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === closeBracket) return at + 1;
  for (let index = 0; ; index += 1) {
    at = skipSpace(bytes, visit(index, at));
    if (bytes[at] === closeBracket) return at + 1;
    at = skipSpace(bytes, expect(bytes, at, comma));
  }
}
function skipValue(bytes, start, survey) {
  const byte = bytes[start];
  if (survey !== void 0) survey.mayHoldLongNumber = true;
  if (byte === openBrace || byte === openBracket) return skipContainer(bytes, start, survey);
  if (byte === quote2) return skipString(bytes, start + 1);
  let at = start;
  while (at < bytes.length && !endsScalar(bytes[at])) at += 1;
  if (at === start) throw broken(bytes, at);
  return at;
}
function endsScalar(byte) {
  return byte === comma || byte === closeBrace || byte === closeBracket || byte === colon || isSpace(byte);
}
var closers = new Uint8Array(deepest);
function skipContainer(bytes, start, survey) {
  const { length } = bytes;
  const view = viewOf(bytes);
  let depth = 0;
  let textEnd = start;
  let widestGap = 0;
  for (let at = start; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === quote2) {
      widestGap = Math.max(widestGap, at - textEnd);
      textEnd = skipString(bytes, at + 1, view);
      at = textEnd - 1;
    } else if (byte === openBrace || byte === openBracket) depth = enter(depth, byte, at);
    else if (byte === closeBrace || byte === closeBracket) {
      depth = leave(depth, byte, at);
      if (depth === 0) {
        note(survey, Math.max(widestGap, at - textEnd));
        return at + 1;
      }
    }
  }
  throw truncated(length);
}
function note(survey, widestGap) {
  if (survey !== void 0) survey.mayHoldLongNumber = widestGap >= longNumberDigits;
}
function enter(depth, byte, at) {
  if (depth === deepest) throw tooDeep(at);
  closers[depth] = byte + 2;
  return depth + 1;
}
function leave(depth, byte, at) {
  if (closers[depth - 1] !== byte) throw malformed(at);
  return depth - 1;
}
function expect(bytes, at, byte) {
  if (bytes[at] !== byte) throw broken(bytes, at);
  return at + 1;
}
function broken(bytes, at) {
  return at >= bytes.length ? truncated(bytes.length) : malformed(at);
}
function readKey(bytes, start, end) {
  const text = bytes.toString("utf8", start + 1, end - 1);
  return text.includes("\\") ? parseValue(bytes, start, end) : text;
}
var longNumberDigits = 16;
var longNumber = /[\s:,[]-?\d{16,}[\s,\]}]/;
var stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
function quoted(token) {
  return /^-?\d{16,}$/.test(token) ? `"${token}"` : token;
}
function parseValue(bytes, start, end, survey) {
  const isSearched = survey?.mayHoldLongNumber ?? true;
  let text;
  try {
    text = bytes.toString("utf8", start, end);
  } catch (cause) {
    throw notAPlan("tooLarge", cause);
  }
  try {
    return JSON.parse(isSearched && longNumber.test(text) ? text.replace(stringOrNumber, quoted) : text);
  } catch (cause) {
    throw end === bytes.length ? truncated(end) : malformed(start, cause);
  }
}

// src/actions/plan/read/sensitive-texts.ts
var shortestSensitiveText = 8;
var shortestLine = 16;
var plainKeys = new Set(
  "arn address databaseName database dbname dbInstanceIdentifier endpoint engine host hostname id name port region type user username".split(
    " "
  )
);
var plainTexts = /^(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[a-z]?)?-(?:north|south|central)?(?:east|west|central|north|south)-\d[a-z]?$/;
function collectSensitive(value, mask, into) {
  if (mask === true) addAll(value, into);
  else if (typeof mask === "object" && mask !== null && typeof value === "object" && value !== null) {
    for (const step in mask) if (!isPlainTwin(value, step)) collectSensitive(memberAt(value, step), memberAt(mask, step), into);
  }
}
function isPlainTwin(value, step) {
  return step === "value" && memberAt(value, "insecure_value") === memberAt(value, "value");
}
function memberAt(value, step) {
  return Object.hasOwn(value, step) ? value[step] : void 0;
}
function addAll(value, into) {
  if (typeof value === "string") addText2(value, into);
  else if (typeof value === "number") addText2(String(value), into);
  else if (Array.isArray(value)) for (const element of value) addAll(element, into);
  else if (isRecord(value)) {
    for (const [key, part] of Object.entries(value)) if (!plainKeys.has(key)) addAll(part, into);
  }
}
function addText2(text, into) {
  if (text.length < shortestSensitiveText || plainTexts.test(text)) return;
  into.add(text);
  if (text.includes("\n")) {
    for (const line of text.split("\n")) if (line.trim().length >= shortestLine) into.add(line.trim());
  }
  if (text.startsWith("{") || text.startsWith("[")) addAll(parsed(text), into);
  for (const spelling of spellings(text)) if (spelling !== text && spelling.length >= shortestSensitiveText) into.add(spelling);
}
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" ? value : void 0;
  } catch {
    return void 0;
  }
}
function spellings(text) {
  const buffer = Buffer.from(text);
  if (/^[\w.~!*'()-]*$/.test(text)) return [buffer.toString("base64")];
  return [JSON.stringify(text).slice(1, -1), encodeURIComponent(buffer.toString()), buffer.toString("base64")];
}

// src/actions/plan/read/prior-state.ts
var word = '"data"';
function collectFromModule(bytes, at, into) {
  return collect(bytes, at, occurrences(bytes, word), into);
}
function collect(bytes, at, isWithin, into) {
  return forEachMember(bytes, at, (key, valueAt) => {
    if (key === "child_modules") {
      return forEachElement(bytes, valueAt, (_index, childAt) => collect(bytes, childAt, isWithin, into));
    }
    if (key !== "resources") return skipValue(bytes, valueAt);
    return forEachElement(bytes, valueAt, (_index, resourceAt) => {
      const end = skipValue(bytes, resourceAt);
      if (isWithin(resourceAt, end)) collectFromResource(parseValue(bytes, resourceAt, end), into);
      return end;
    });
  });
}
function collectFromResource(resource, into) {
  if (textOf(resource, "mode") !== "data") return;
  collectSensitive(memberOf(resource, "values"), memberOf(resource, "sensitive_values"), into);
}
function occurrences(bytes, wanted) {
  let next = 0;
  return (start, end) => {
    if (next !== -1 && next < start) next = bytes.indexOf(wanted, start);
    return next !== -1 && next < end;
  };
}

// src/actions/plan/read/recognize.ts
var openBrace2 = 123;
var openBracket2 = 91;
var looksAt = 4096;
var signatures = [
  { bytes: [80, 75, 3, 4], kind: "zip" },
  { bytes: [31, 139], kind: "compressed" }
];
var terraformsWords = /Terraform (?:used the selected providers|will perform|has compared)|OpenTofu (?:used|will perform|has compared)|^No changes\.|^(?:Error|Warning): |^[╷│]|: Refreshing state\.\.\.|^Plan: \d+ to /m;
function recognize(bytes) {
  const start = skipSpace(bytes, 0);
  if (start >= bytes.length) throw notAPlan("empty");
  for (const { bytes: magic, kind } of signatures) {
    if (magic.every((byte, index) => bytes[index] === byte)) throw notAPlan(kind);
  }
  if (bytes[start] === openBrace2) return;
  const text = new TextDecoder().decode(bytes.subarray(start, start + looksAt));
  if (text.startsWith("[command]")) throw notAPlan("wrapper");
  if (terraformsWords.test(text)) throw notAPlan("text");
  throw notAPlan(bytes[start] === openBracket2 || /^(?:"|-?\d|true\b|false\b|null\b)/.test(text) ? "otherJson" : "notJson");
}

// src/actions/plan/read/relevant-drift.ts
function readRelevant(attributes) {
  const relevant = /* @__PURE__ */ new Map();
  for (const one of Array.isArray(attributes) ? attributes : []) {
    const address = textOf(one, "resource") ?? "";
    const [key] = listOf(one, "attribute");
    const keys = relevant.get(address) ?? /* @__PURE__ */ new Set();
    relevant.set(address, keys.add(typeof key === "string" ? key : "*"));
  }
  return relevant;
}
function relevantDrift({ drift, resources, relevant }) {
  if (drift.length === 0) return [];
  const planned = new Map(resources.map((resource) => [resource.address, resource]));
  return drift.flatMap((change) => {
    if (change.action !== "update") return [change];
    const { address } = change;
    const isPlanned = plannedKeys(planned.get(address));
    const isRelevant = (key) => relevant === void 0 || isIn(relevant.get(address), key) || isPlanned(key);
    const attributes = change.attributes().filter((attribute) => !isFilledIn(attribute) && isRelevant(attribute.key));
    return attributes.length === 0 ? [] : [{ ...change, attributes: () => attributes }];
  });
}
function isIn(keys, key) {
  return keys !== void 0 && (keys.has(key) || keys.has("*"));
}
function plannedKeys(resource) {
  if (resource === void 0) return () => false;
  const keys = new Set(resource.attributes().map(({ key }) => key));
  return (key) => keys.has(key);
}
function isFilledIn({ before, after }) {
  return isEmpty(before) && isEmpty(after);
}
function isEmpty(value) {
  if (value === void 0 || value === null || value === "" || value === 0 || value === false) return true;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

// src/actions/plan/read/read-plan.ts
function readPlan(input) {
  const bytes = toUtf8(input);
  recognize(bytes);
  const draft = emptyDraft();
  const end = forEachMember(bytes, skipSpace(bytes, 0), (key, at) => {
    draft.topLevel.add(key);
    const read = Object.hasOwn(members, key) ? members[key] : void 0;
    return read === void 0 ? skipValue(bytes, at) : read(bytes, at, draft);
  });
  const rest = skipSpace(bytes, end);
  if (rest < bytes.length) throw draft.topLevel.has("@level") ? notAPlan("log") : malformed(rest);
  checkKind(draft);
  return finish(draft);
}
function emptyDraft() {
  return {
    resources: [],
    drift: [],
    outputs: [],
    checks: [],
    deferred: [],
    invocations: [],
    digests: [],
    sensitive: /* @__PURE__ */ new Set(),
    topLevel: /* @__PURE__ */ new Set(),
    scalars: /* @__PURE__ */ new Map(),
    variables: null,
    declarations: null,
    relevant: void 0,
    unchangedCount: 0,
    readCount: 0
  };
}
var readScalar = (key) => (bytes, at, draft) => {
  const end = skipValue(bytes, at);
  draft.scalars.set(key, parseValue(bytes, at, end));
  return end;
};
var eachElement = (take) => (bytes, at, draft) => {
  const survey = { mayHoldLongNumber: true };
  return forEachElement(bytes, at, (_index, elementAt) => {
    const end = skipValue(bytes, elementAt, survey);
    const element = parseValue(bytes, elementAt, end, survey);
    take(element, draft, () => parseValue(bytes, elementAt, end));
    return end;
  });
};
var members = {
  format_version: readScalar("format_version"),
  errored: readScalar("errored"),
  complete: readScalar("complete"),
  variables: (bytes, at, draft) => {
    const end = skipValue(bytes, at);
    draft.variables = parseValue(bytes, at, end);
    return end;
  },
  resource_changes: eachElement(takeResource),
  resource_drift: eachElement(takeDrift),
  relevant_attributes: (bytes, at, draft) => {
    const end = skipValue(bytes, at);
    draft.relevant = readRelevant(parseValue(bytes, at, end));
    return end;
  },
  output_changes: (bytes, at, draft) => forEachMember(bytes, at, (name, changeAt) => {
    const end = skipValue(bytes, changeAt);
    takeOutput(name, parseValue(bytes, changeAt, end), draft);
    return end;
  }),
  checks: eachElement((element, draft) => {
    draft.checks.push(toCheckResult(element));
  }),
  deferred_changes: eachElement((element, draft) => {
    collectFrom(memberOf(memberOf(element, "resource_change"), "change"), draft);
    const deferred = toDeferredChange(element);
    if (deferred !== void 0) draft.deferred.push(deferred);
  }),
  action_invocations: eachElement((element, draft) => {
    const invocation = toInvocation(element);
    draft.invocations.push(invocation);
    draft.digests.push(digestOfText("invocation", invocation.address, invocation.triggeredBy));
  }),
  prior_state: (bytes, at, draft) => within(
    bytes,
    at,
    "values",
    (valuesAt) => within(bytes, valuesAt, "root_module", (moduleAt) => collectFromModule(bytes, moduleAt, draft.sensitive))
  ),
  configuration: (bytes, at, draft) => within(
    bytes,
    at,
    "root_module",
    (moduleAt) => within(bytes, moduleAt, "variables", (variablesAt) => {
      const end = skipValue(bytes, variablesAt);
      draft.declarations = parseValue(bytes, variablesAt, end);
      return end;
    })
  )
};
function within(bytes, at, key, look) {
  return forEachMember(bytes, at, (found, valueAt) => found === key ? look(valueAt) : skipValue(bytes, valueAt));
}
function takeResource(element, draft, again) {
  collectFrom(memberOf(element, "change"), draft);
  const reduced = reduceElement(element, () => attributesOf(again()));
  if (reduced === "unchanged") draft.unchangedCount += 1;
  else if (reduced === "read") draft.readCount += 1;
  else {
    draft.resources.push(reduced);
    draft.digests.push(digestOfResource(reduced, element));
  }
}
function takeDrift(element, draft, again) {
  collectFrom(memberOf(element, "change"), draft);
  const reduced = reduceElement(element, () => attributesOf(again()));
  if (typeof reduced === "object") draft.drift.push(reduced);
}
function takeOutput(name, change, draft) {
  collectFrom(change, draft);
  const output = toOutputChange(name, change);
  if (output === void 0) return;
  draft.outputs.push(output);
  draft.digests.push(digestOfOutput(output));
}
function collectFrom(change, { sensitive }) {
  if (!isRecord(change)) return;
  collectSensitive(change.before, change.before_sensitive, sensitive);
  collectSensitive(change.after, change.after_sensitive, sensitive);
}
var ofPlansOnly = [
  "planned_values",
  "resource_changes",
  "output_changes",
  "configuration",
  "resource_drift",
  "deferred_changes"
];
function checkKind({ topLevel, scalars }) {
  if (topLevel.has("@level")) throw notAPlan("log");
  const version = scalars.get("format_version");
  if (typeof version === "string" && ofPlansOnly.some((key) => topLevel.has(key))) {
    if (!/^[01](?:\.|$)/.test(version)) throw unsupportedFormat(version);
    return;
  }
  const isState = topLevel.has("values") && version !== void 0 || topLevel.has("lineage") && topLevel.has("serial");
  throw notAPlan(isState ? "state" : "otherJson");
}
function relevantOf({ relevant, topLevel }) {
  return relevant ?? (topLevel.has("resource_changes") ? /* @__PURE__ */ new Map() : void 0);
}
function finish(draft) {
  const { resources, unchangedCount, readCount, drift, outputs, checks, deferred, invocations, scalars, sensitive } = draft;
  for (const name of sensitiveVariables(draft.declarations)) {
    collectSensitive(memberOf(memberOf(draft.variables, name), "value"), true, sensitive);
  }
  return {
    formatVersion: String(scalars.get("format_version")),
    resources,
    unchangedCount,
    readCount,
    drift: relevantDrift({ drift, resources, relevant: relevantOf(draft) }),
    outputs,
    checks,
    deferred,
    invocations,
    errored: scalars.get("errored") === true,
    complete: scalars.get("complete") !== false,
    sensitiveTexts: [...sensitive],
    digest: combineDigests(draft.digests)
  };
}

export {
  readPlan
};
