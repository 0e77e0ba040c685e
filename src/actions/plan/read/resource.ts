// Reduces one element of `resource_changes` to what reviewing and the digest need.
import { masksAnything } from '../mask.ts';
import {
  type Action,
  type AttributePath,
  isRecord,
  type Json,
  type Mask,
  memberOf,
  type RawAttribute,
  type ReplaceOrder,
  type ResourceChange,
} from '../model.ts';
import { isSame } from './canonical.ts';

/**
 * The members that are looked at, of whatever kind they turn out to be: read by name, as every one of many thousand elements
 * is. None of these names is one that JavaScript's objects bring along.
 */
interface RawElement {
  readonly address?: Json;
  readonly previous_address?: Json;
  readonly module_address?: Json;
  readonly mode?: Json;
  readonly type?: Json;
  readonly deposed?: Json;
  readonly action_reason?: Json;
  readonly change?: Json;
}

interface RawChange {
  readonly actions?: Json;
  readonly before?: Json;
  readonly after?: Json;
  readonly after_unknown?: Json;
  readonly before_sensitive?: Json;
  readonly after_sensitive?: Json;
  readonly replace_paths?: Json;
  readonly importing?: Json;
}

type Record = { readonly [key: string]: Json };

const none: Record = {};

export type Reduced = ResourceChange | 'unchanged' | 'read';

/**
 * What is left to look at: moves and imports count as changes though they do nothing to the object. `attributes` is asked for
 * what `attributesOf` gives, whenever somebody wants to see it.
 */
export function reduceElement(json: Json, attributes: ResourceChange['attributes']): Reduced {
  const element: RawElement = recordOf(json);
  const change: RawChange = recordOf(element.change);
  const actions = wordsOf(change.actions);
  if (actions === 'read' || element.mode === 'data') return 'read';
  const movedFrom = element.previous_address === element.address ? undefined : textOf(element.previous_address);
  const importId = isRecord(change.importing) ? (textOf(memberOf(change.importing, 'id')) ?? '') : undefined;
  if (actions === 'no-op' && movedFrom === undefined && importId === undefined) return 'unchanged';
  return {
    address: textOf(element.address) ?? '(no address)',
    moduleAddress: textOf(element.module_address) ?? '',
    type: textOf(element.type) ?? '',
    action: actionOf(actions),
    replaceOrder: replaceOrders.get(actions),
    forcedBy: Array.isArray(change.replace_paths) ? (change.replace_paths.filter(Array.isArray) as readonly AttributePath[]) : [],
    reason: textOf(element.action_reason),
    movedFrom,
    importId,
    deposed: textOf(element.deposed),
    attributes,
  };
}

export function attributesOf(json: Json): readonly RawAttribute[] {
  const change = memberOf(json, 'change');
  const action = actionOf(wordsOf((recordOf(change) as RawChange).actions));
  return action === 'delete' || action === 'forget' ? identityOf(change) : changedAttributes(change);
}

/** Terraform says the same of an output, without the address around it. */
export function attributeOf(key: string, json: Json | undefined): RawAttribute {
  const change: RawChange = recordOf(json);
  return {
    key,
    before: change.before ?? undefined,
    after: change.after ?? undefined,
    afterUnknown: change.after_unknown,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive,
  };
}

function recordOf(value: Json | undefined): Record {
  return isRecord(value) ? value : none;
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function wordsOf(actions: Json | undefined): string {
  return Array.isArray(actions) ? (actions.length === 1 ? String(actions[0]) : actions.join('-')) : '';
}

const actionNames: ReadonlySet<string> = new Set(['create', 'update', 'delete', 'forget', 'no-op']);
const replaceOrders: ReadonlyMap<string, ReplaceOrder> = new Map(
  (['delete-create', 'create-delete', 'create-forget'] as const).map((order) => [order, order]),
);

function actionOf(actions: string): Action {
  if (replaceOrders.has(actions)) return 'replace';
  return actionNames.has(actions) ? (actions as Action) : 'unrecognized';
}

function changedAttributes(change: Json | undefined): readonly RawAttribute[] {
  const whole = withoutEmptyMasks(attributeOf('', change));
  return changedKeys(whole)
    .map((key) => partOf(whole, key))
    .filter(differs);
}

/** Most masks cover nothing: said once, they need not be looked into for every attribute. */
export function withoutEmptyMasks(whole: RawAttribute): RawAttribute {
  const { afterUnknown, beforeSensitive, afterSensitive } = whole;
  return {
    ...whole,
    afterUnknown: masksAnything(afterUnknown) ? afterUnknown : undefined,
    beforeSensitive: masksAnything(beforeSensitive) ? beforeSensitive : undefined,
    afterSensitive: masksAnything(afterSensitive) ? afterSensitive : undefined,
  };
}

/** Most attributes of most changes stay as they are: known from their values, without a look at their masks. */
function changedKeys(whole: RawAttribute): readonly string[] {
  const before = recordOf(whole.before);
  const after = recordOf(whole.after);
  const unknown = recordOf(whole.afterUnknown);
  const keys: string[] = [];
  for (const key in after) if (!isPlainlySame(before, after, unknown, key)) keys.push(key);
  for (const key in before) if (!Object.hasOwn(after, key)) keys.push(key);
  for (const key in unknown) if (!Object.hasOwn(after, key) && !Object.hasOwn(before, key)) keys.push(key);
  return keys;
}

/** A plain value that is there is known. */
function isPlainlySame(before: Record, after: Record, unknown: Record, key: string): boolean {
  const value = after[key] ?? null;
  if (typeof value === 'object' && value !== null) return false;
  const previous = Object.hasOwn(before, key) ? before[key] : null;
  return previous === value && (value !== null || !Object.hasOwn(unknown, key));
}

function partOf(whole: RawAttribute, key: string): RawAttribute {
  return {
    key,
    before: memberOf(whole.before, key),
    after: memberOf(whole.after, key),
    afterUnknown: partOfMask(whole.afterUnknown, key),
    beforeSensitive: partOfMask(whole.beforeSensitive, key),
    afterSensitive: partOfMask(whole.afterSensitive, key),
  };
}

function partOfMask(mask: Mask, key: string): Mask {
  if (mask === undefined || mask === true) return mask;
  return memberOf(mask, key);
}

function differs({ before, after, afterUnknown }: RawAttribute): boolean {
  if (masksAnything(afterUnknown)) return true;
  return (before ?? undefined) !== (after ?? undefined) && !isSame(before, after);
}

const identifying = ['id', 'name', 'arn'];

/** All of its attributes go with it: the ones that tell which one it is are enough to know. */
export function identityOf(change: Json | undefined): readonly RawAttribute[] {
  const whole = attributeOf('', change);
  return identifying.map((key) => partOf(whole, key)).filter(({ before }) => typeof before === 'string');
}
