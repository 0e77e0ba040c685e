// Hashes what one change would do, at the moment it is read: nothing of it has to be kept for the digest of the plan.
import { hash } from 'node:crypto';
import { maskAt, masksAnything } from '../mask.ts';
import {
  type AttributePath,
  isRecord,
  type Json,
  type Mask,
  memberOf,
  type OutputChange,
  type RawAttribute,
  type ResourceChange,
} from '../model.ts';
import { canonical, isSame } from './canonical.ts';
import { attributeOf, identityOf, withoutEmptyMasks } from './resource.ts';

/** `sealed` is there when sensitive values take part: it must never be published as it is, see `combineDigests`. */
export interface ElementDigest {
  readonly open: string;
  readonly sealed: string | undefined;
}

/** `element` is the one that `change` was made of. */
export function digestOfResource(change: ResourceChange, element: Json): ElementDigest {
  const { address, type, action, replaceOrder, forcedBy, movedFrom, importId, deposed } = change;
  const forced = forcedBy.length === 0 ? '' : spellPaths(forcedBy);
  const texts = textsOf('resource', address, type, action, replaceOrder, forced, movedFrom, importId, deposed);
  const values = memberOf(element, 'change');
  if (action === 'delete' || action === 'forget') for (const attribute of identityOf(values)) addWhole(texts, attribute);
  else addChanges(texts, action, withoutEmptyMasks(attributeOf('', values)));
  return digestOf(texts);
}

function spellPaths(paths: readonly AttributePath[]): string {
  return paths
    .map((path) => canonical(path))
    .sort()
    .join();
}

export function digestOfOutput({ name, action, attribute }: OutputChange): ElementDigest {
  const texts = textsOf('output', name, action);
  addWhole(texts, attribute);
  return digestOf(texts);
}

export function digestOfText(kind: string, ...words: readonly string[]): ElementDigest {
  return digestOf(textsOf(kind, ...words));
}

/** What is hashed: one text that grows, or two where something sensitive takes part. */
interface Texts {
  readonly head: string;
  open: string;
  sealed: string;
}

function textsOf(...words: readonly (string | undefined)[]): Texts {
  return { head: spellAll(...words), open: '', sealed: '' };
}

function digestOf({ head, open, sealed }: Texts): ElementDigest {
  return { open: sha256(head + open), sealed: sealed === '' ? undefined : sha256(head + sealed) };
}

type Values = { readonly [key: string]: Json };

const none: Values = {};

/** All that is created is new: nothing has to be compared, unless sensitive parts are to be told from the others. */
function addChanges(texts: Texts, action: ResourceChange['action'], whole: RawAttribute): void {
  if (action === 'create' && whole.afterSensitive === undefined) texts.open = spellAll(whole.after, whole.afterUnknown);
  else addChanged(texts, whole);
}

/** What changes, attribute by attribute: what stays may be refreshed to anything without making this another plan. */
function addChanged(texts: Texts, whole: RawAttribute): void {
  const old = valuesOf(whole.before);
  const now = valuesOf(whole.after);
  const unknown = valuesOf(whole.afterUnknown);
  const isKnown = whole.afterUnknown === undefined;
  for (const key of sortedKeys(now)) if (!isPlainlySame(old, now, key, isKnown)) addChange(texts, key, whole);
  for (const key of sortedKeys(old)) if (!Object.hasOwn(now, key)) addChange(texts, key, whole);
  for (const key of sortedKeys(unknown)) if (!Object.hasOwn(now, key) && !Object.hasOwn(old, key)) addChange(texts, key, whole);
}

/**
 * Nearly every attribute of nearly every update: told with as little code as there can be, because the engine takes longer to
 * compile than to run it. What all of JavaScript's objects bring along is equal to nothing that JSON can say.
 */
function isPlainlySame(old: Values, now: Values, key: string, isKnown: boolean): boolean {
  const value = now[key] as Json;
  if (value === old[key]) return isKnown || value !== null;
  return isKnown && typeof value === 'object' && Object.hasOwn(old, key) && isSame(old[key], value);
}

function addChange(texts: Texts, key: string, whole: RawAttribute): void {
  const { before, after, afterUnknown, beforeSensitive, afterSensitive } = whole;
  const text = changedText(key, memberOf(before, key), memberOf(after, key), maskAt(afterUnknown, key));
  if (text !== '')
    addText(texts, text, masksAnything(maskAt(beforeSensitive, key)) || masksAnything(maskAt(afterSensitive, key)));
}

function addText(texts: Texts, text: string, isSealed: boolean): void {
  if (isSealed) texts.sealed += text;
  else texts.open += text;
}

function valuesOf(side: Json | undefined): Values {
  return isRecord(side) ? side : none;
}

/** Terraform writes them in order, so that there is mostly nothing to do. */
function sortedKeys(values: Values): readonly string[] {
  const keys = Object.keys(values);
  for (let index = 1; index < keys.length; index += 1)
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  return keys;
}

/** Empty if there is no change. */
function changedText(key: string, before: Json | undefined, after: Json | undefined, unknown: Mask): string {
  const isKnown = !masksAnything(unknown);
  if (isKnown && ((before ?? null) === (after ?? null) || isSame(before, after))) return '';
  return attributeText(key, before, after, isKnown ? undefined : unknown);
}

function addWhole(texts: Texts, { key, before, after, afterUnknown, beforeSensitive, afterSensitive }: RawAttribute): void {
  const text = attributeText(key, before, after, masksAnything(afterUnknown) ? afterUnknown : undefined);
  addText(texts, text, masksAnything(beforeSensitive) || masksAnything(afterSensitive));
}

/** Not to be taken for that of another attribute: every part says where it ends. */
function attributeText(key: string, before: Json | undefined, after: Json | undefined, unknown: Mask): string {
  return spellAll(key, before, after, unknown);
}

/** A loop, so that the engine, which compiles all that is called in a busy place into it, does so once and not once a value. */
function spellAll(...values: readonly (Json | undefined)[]): string {
  let text = '';
  for (const value of values) text += spell(value);
  return text;
}

/** Null and absent are one to Terraform. Plain text goes in as it is: to escape it all would take longer than to hash it. */
function spell(value: Json | undefined): string {
  if (value === undefined || value === null) return '~';
  if (typeof value === 'string') return `${value.length}"${value}`;
  return typeof value === 'object' ? canonical(value) : `${value};`;
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
