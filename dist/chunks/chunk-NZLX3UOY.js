import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/define/fields.ts
function parseRecord(value, fields) {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { kind: "corrupt", problems: ["expected an object"] };
  const given = value;
  const problems = [];
  const read = {};
  for (const [name, field] of Object.entries(fields)) {
    if (given[name] === void 0) {
      if (!field.isOptional) problems.push(`${name}: missing`);
      continue;
    }
    const found = field.read(given[name]);
    if (found === void 0) problems.push(`${name}: expected ${field.expected}`);
    else read[name] = found;
  }
  return problems.length > 0 ? { kind: "corrupt", problems } : { kind: "valid", value: read };
}
function optional(field) {
  return { ...field, isOptional: true };
}
function record(fields) {
  return required("an object of known fields", (value) => {
    const parsed = parseRecord(value, fields);
    return parsed.kind === "valid" ? parsed.value : void 0;
  });
}
function list({ read, expected }) {
  return required(`a list, each ${expected}`, (value) => {
    if (!Array.isArray(value)) return void 0;
    const found = value.map(read).filter((one) => one !== void 0);
    return found.length === value.length ? found : void 0;
  });
}
function oneOf(...choices) {
  return required(`one of ${choices.join(", ")}`, (value) => choices.find((choice) => choice === value));
}
var longestText = 4e3;
var text = required(
  "a text",
  (value) => typeof value === "string" && value.length <= longestText ? value : void 0
);
var wholeNumber = required(
  "a whole number from 1",
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 1 ? value : void 0
);
var count = required(
  "a whole number from 0",
  (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0
);
var flag = required("true or false", (value) => typeof value === "boolean" ? value : void 0);
var instant = required(
  "an instant such as 2026-11-22T10:00:00.000Z",
  (value) => typeof value === "string" && isInstant(value) ? value : void 0
);
var commit = matching("a commit", /^[0-9a-f]{40}$/);
function matching(expected, form) {
  return required(expected, (value) => typeof value === "string" && form.test(value) ? value : void 0);
}
function wholeNumberWithin(expected, { least, most }) {
  return required(expected, (value) => {
    const number = wholeNumber.read(value);
    return number !== void 0 && number >= least && number <= most ? number : void 0;
  });
}
function isInstant(value) {
  const milliseconds = Date.parse(value);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === value;
}
function required(expected, read) {
  return { expected, read, isOptional: false };
}

export {
  parseRecord,
  optional,
  record,
  list,
  oneOf,
  text,
  wholeNumber,
  count,
  flag,
  instant,
  commit,
  matching,
  wholeNumberWithin
};
