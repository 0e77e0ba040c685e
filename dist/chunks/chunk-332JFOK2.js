import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  parseDuration
} from "./chunk-MBJY2HNV.js";

// src/define/runbook-inputs.ts
function parseRunbookInputs(inputs, given) {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(inputs, name)).map((name) => `${quote(name)}: is no input of it${listOf(Object.keys(inputs))}`);
  const read = Object.entries(inputs).map(([name, input]) => [name, readInput(input, ownText(given, name))]);
  const problems = [...unknown, ...read.flatMap(([name, found]) => "problem" in found ? [`${name}: ${found.problem}`] : [])];
  if (problems.length > 0) return { kind: "bad", problems };
  const values = read.flatMap(([name, found]) => "value" in found && found.value !== void 0 ? [[name, found.value]] : []);
  return { kind: "good", values: Object.fromEntries(values) };
}
function ownText(given, name) {
  return Object.hasOwn(given, name) ? (given[name] ?? "").trim() : "";
}
function listOf(names) {
  return names.length === 0 ? "; it takes none" : `; there are ${names.join(", ")}`;
}
function readInput(input, text) {
  const effective = text || input.default || "";
  if (effective !== "") return readValue(input, effective);
  return input.optional ? { value: void 0 } : { problem: `missing; for example ${input.example}` };
}
function readValue(input, text) {
  switch (input.kind) {
    case "number":
      return readNumber(input, text);
    case "choice":
      return input.choices.includes(text) ? { value: text } : wrong(`one of ${input.choices.join(", ")}`, text);
    case "duration":
      return readDuration(input, text);
    case "instant":
      return readInstant(text);
    case "name":
      return matches(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "lower case letters, digits and hyphens, at most 63", text);
    case "address":
      return readAddress(text);
    case "flag":
      return text === "true" || text === "false" ? { value: text === "true" } : wrong("true or false", text);
    default:
      return input;
  }
}
function matches(form, expected, text) {
  return form.test(text) ? { value: text } : wrong(expected, text);
}
function readNumber({ least, most }, text) {
  const isGood = /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return isGood ? { value: Number(text) } : wrong(`a whole number from ${least} to ${most}`, text);
}
function readDuration(input, text) {
  const { leastSeconds, mostSeconds } = input;
  const seconds = parseDuration(text) ?? 0;
  const isGood = seconds >= leastSeconds && seconds <= mostSeconds;
  return isGood ? { value: seconds } : wrong(`from ${words(leastSeconds)} to ${words(mostSeconds)}`, text);
}
function readInstant(text) {
  const isGood = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
  return isGood ? { value: new Date(text).toISOString() } : wrong("an instant in UTC such as 2026-01-31T12:00:00Z", text);
}
function readAddress(text) {
  const [, ...parts] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  const [octets, bits = "32"] = [parts.slice(0, 4), parts[4]];
  const isGood = octets.length === 4 && octets.every((octet) => Number(octet) <= 255) && Number(bits) >= 1 && Number(bits) <= 32;
  if (!isGood) return wrong("an IPv4 address or range such as 203.0.113.7 or 203.0.113.0/24", text);
  const value = octets.reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const isRangeStart = value % 2 ** (32 - Number(bits)) === 0;
  return isRangeStart ? { value: `${octets.map(Number).join(".")}/${Number(bits)}` } : wrong("a range that begins where its network begins", text);
}
function wrong(expected, text) {
  return { problem: `expected ${expected}; got ${quote(text)}` };
}
function quote(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
function words(seconds) {
  if (seconds % 86400 === 0) return `${seconds / 86400}d`;
  return seconds % 3600 === 0 ? `${seconds / 3600}h` : `${Math.round(seconds / 60)}m`;
}
function inputTexts(inputs, values) {
  return Object.entries(inputs).flatMap(([name, input]) => {
    const value = values[name];
    if (value === void 0) return [];
    const text = input.kind === "duration" ? words(Number(value)) : String(value);
    return isDefault(input, value) ? [] : [[name, text]];
  });
}
function isDefault(input, value) {
  if (input.default === void 0) return false;
  const read = readValue(input, input.default);
  return "value" in read && read.value === value;
}

export {
  parseRunbookInputs,
  inputTexts
};
