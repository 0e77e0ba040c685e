// One spelling for a JSON value, whatever the order of its keys: what is compared and what goes into the digest.
import { isRecord, type Json } from '../model.ts';

export function canonical(value: Json): string {
  // Terraform writes keys in order, so that nearly always the engine's own writer does.
  return isOrdered(value) ? JSON.stringify(value) : write(value);
}

/** Whether the engine lists the keys at every depth in the order in which `write` does. */
function isOrdered(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  // Plain loops: every value of a large plan comes through here.
  if (Array.isArray(value)) {
    for (const element of value) if (!isOrdered(element)) return false;
    return true;
  }
  const record = value as { readonly [key: string]: Json };
  let previous = '';
  for (const key in record) {
    if (key < previous || !isOrdered(record[key] as Json)) return false;
    previous = key;
  }
  return true;
}

function write(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(value[key] as Json)}`);
  return `{${members.join(',')}}`;
}

export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((element, index) => isSame(element, other[index]));
  }
  return isSameRecord(one as { readonly [key: string]: Json }, other as { readonly [key: string]: Json });
}

function isSameRecord(one: { readonly [key: string]: Json }, other: { readonly [key: string]: Json }): boolean {
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}
