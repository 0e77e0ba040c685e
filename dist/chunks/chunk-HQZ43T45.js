import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  isRecord
} from "./chunk-7WE5OENK.js";

// src/actions/plan/mask.ts
function maskAt(mask, step) {
  if (mask === true) return true;
  if (typeof mask !== "object" || mask === null) return void 0;
  if (Array.isArray(mask)) return typeof step === "number" ? mask[step] : void 0;
  return isRecord(mask) && Object.hasOwn(mask, step) ? mask[step] : void 0;
}
function masksAnything(mask) {
  if (mask === true) return true;
  if (typeof mask !== "object" || mask === null) return false;
  for (const key in mask) if (masksAnything(mask[key])) return true;
  return false;
}

// src/actions/plan/read/canonical.ts
function canonical(value) {
  return isOrdered(value) ? JSON.stringify(value) : write(value);
}
function isOrdered(value) {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) {
    for (const element of value) if (!isOrdered(element)) return false;
    return true;
  }
  const record = value;
  let previous = "";
  for (const key in record) {
    if (key < previous || !isOrdered(record[key])) return false;
    previous = key;
  }
  return true;
}
function write(value) {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${write(value[key])}`);
  return `{${members.join(",")}}`;
}
function isSame(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((element, index) => isSame(element, other[index]));
  }
  return isSameRecord(one, other);
}
function isSameRecord(one, other) {
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}

export {
  maskAt,
  masksAnything,
  canonical,
  isSame
};
