// Finds what differs between the two sides of an attribute, down to the smallest part that says it.
import { maskAt, masksAnything } from '../mask.ts';
import { isRecord, type Json, type PathStep, type RawAttribute } from '../model.ts';
import { isSame } from '../read/canonical.ts';
import { parseJsonText } from './json-text.ts';
import { hasSameElements, pairElements } from './lists.ts';
import { type AttributeChange, type Difference, nothing, type Shown, type Side, type Step } from './shown.ts';

/** Where a part stands: its path, and the names that say what it is about. */
interface Place {
  readonly path: readonly Step[];
  readonly names: readonly string[];
}

/** The changed parts of an attribute. What is created or removed as a whole comes part by part, too. */
export function diffAttribute(attribute: RawAttribute): readonly AttributeChange[] {
  const { key, before, after, afterUnknown, beforeSensitive, afterSensitive } = attribute;
  const found: AttributeChange[] = [];
  walk(
    { path: [{ step: key }], names: [key] },
    { value: before, sensitive: beforeSensitive, unknown: undefined },
    { value: after, sensitive: afterSensitive, unknown: afterUnknown },
    found,
  );
  return found;
}

function walk(place: Place, before: Side, after: Side, found: AttributeChange[]): void {
  const isKnown = !masksAnything(after.unknown);
  if (isKnown && (before.value ?? null) === (after.value ?? null)) return;
  if (before.sensitive === true || after.sensitive === true) {
    if (isKnown && isSame(before.value, after.value)) return;
    found.push(leaf(place, 'hidden', before, after));
  } else if (after.unknown === true) found.push(leaf(place, 'value', before, after));
  else walkContents(place, before, after, found);
}

function walkContents(place: Place, before: Side, after: Side, found: AttributeChange[]): void {
  if (isEmpty(before.value) && isEmpty(after.value) && !masksAnything(after.unknown)) return;
  const lists = [before.value, after.value].map((value) => (Array.isArray(value) ? (value as readonly Json[]) : undefined));
  const records = [before.value, after.value].map((value) => (isRecord(value) ? value : undefined));
  if (canBeWalked(before.value, after.value, records)) walkMembers(place, before, after, found);
  else if (canBeWalked(before.value, after.value, lists)) walkElements(place, before, after, found);
  else if (!walkJsonText(place, before, after, found)) found.push(leaf(place, 'value', before, after));
}

/** Both sides are of the kind, or one is and the other is not there; and there is something to walk. */
function canBeWalked(before: Json | undefined, after: Json | undefined, [one, other]: readonly (object | undefined)[]): boolean {
  if (one === undefined && !isMissing(before)) return false;
  if (other === undefined && !isMissing(after)) return false;
  return Object.keys(one ?? {}).length + Object.keys(other ?? {}).length > 0;
}

function walkMembers(place: Place, before: Side, after: Side, found: AttributeChange[]): void {
  const keys = new Set([before.value, after.value, after.unknown].flatMap((side) => (isRecord(side) ? Object.keys(side) : [])));
  for (const key of keys) {
    const names = [...place.names, ...siblingNames(key, before.value, after.value), key];
    walk({ path: [...place.path, { step: key }], names }, part(before, key), part(after, key), found);
  }
}

const valueKeys = /^(?:value|default|content|parameter_?value|string_?value)$/i;
const nameKeys = ['name', 'Name', 'key', 'Key', 'parameter_name', 'ParameterName'];

/** In `{ "name": "DB_PASSWORD", "value": ... }`, the name says what the value is. */
function siblingNames(key: string, ...sides: readonly (Json | undefined)[]): readonly string[] {
  if (!valueKeys.test(key)) return [];
  return sides.flatMap((side) =>
    isRecord(side) ? nameKeys.flatMap((name) => (typeof side[name] === 'string' ? [side[name] as string] : [])) : [],
  );
}

function walkElements(place: Place, before: Side, after: Side, found: AttributeChange[]): void {
  const isPlain = isPlainList(before) && isPlainList(after);
  const added = isMissing(before.value) || isMissing(after.value);
  // A list of plain values that comes or goes says it best on one line.
  if (isPlain && added) found.push(leaf(place, 'value', before, after));
  else if (isPlain && hasSameElements(before.value, after.value)) {
    if (!isSame(before.value, after.value)) found.push(leaf(place, 'order', before, after));
  } else {
    for (const { one, other, step } of pairElements(elements(before), elements(after))) {
      walk({ path: [...place.path, step], names: place.names }, one ?? nothing, other ?? nothing, found);
    }
  }
}

function isPlainList({ value, sensitive, unknown }: Side): boolean {
  const hasParts = Array.isArray(value) && value.some((element) => typeof element === 'object' && element !== null);
  return !hasParts && !masksAnything(sensitive) && !masksAnything(unknown);
}

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null;
}

/** To Terraform's providers, an empty list and none are mostly the same: nobody needs to read that one became the other. */
function isEmpty(value: Json | undefined): boolean {
  return isMissing(value) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function elements(side: Side): readonly Side[] {
  const fromUnknown = Array.isArray(side.unknown) ? side.unknown.length : 0;
  const length = Math.max(Array.isArray(side.value) ? side.value.length : 0, fromUnknown);
  return Array.from({ length }, (_, index) => part(side, index));
}

/** True when both sides hold JSON as text (or one does, and the other is not there). */
function walkJsonText(place: Place, before: Side, after: Side, found: AttributeChange[]): boolean {
  const [one, other] = [parseJsonText(before.value), parseJsonText(after.value)];
  const isOnBothSides = one !== undefined && other !== undefined;
  const isAlone = (one !== undefined && isMissing(after.value)) || (other !== undefined && isMissing(before.value));
  if (!isOnBothSides && !isAlone) return false;
  if (isOnBothSides && isSame(one, other)) found.push(leaf(place, 'spelling', before, after));
  else walk(place, { ...nothing, value: one }, { ...nothing, value: other }, found);
  return true;
}

function part({ value, sensitive, unknown }: Side, step: PathStep): Side {
  const parts = value as { readonly [step: PathStep]: Json } | null | undefined;
  const inner = typeof parts === 'object' && parts !== null && Object.hasOwn(parts, step) ? parts[step] : undefined;
  return { value: inner, sensitive: maskAt(sensitive, step), unknown: maskAt(unknown, step) };
}

function leaf({ path, names }: Place, difference: Difference, before: Side, after: Side): AttributeChange {
  return { path, names, difference, before: shown(before), after: shown(after) };
}

function shown({ value, sensitive, unknown }: Side): Shown {
  if (sensitive === true && (value !== undefined || unknown === true)) return { kind: 'sensitive' };
  if (unknown === true || ((value ?? null) === null && masksAnything(unknown))) return { kind: 'unknown' };
  if (value === undefined || value === null) return { kind: 'absent' };
  return { kind: 'value', value };
}
