// Converts between JSON values and the evaluator's own data.
import { library } from './library.ts';

/** A value as a workflow knows it: what JSON can say. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

export type ValueObject = Readonly<Record<string, Value>>;

export type ExpressionData = ReturnType<InstanceType<typeof library.Evaluator>['evaluate']>;

export function isObject(value: Value | undefined): value is ValueObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function toData(value: Value): ExpressionData {
  const { data } = library;
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (isArray(value)) return new data.Array(...value.map(toData));
  return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })));
}

export function fromData(item: ExpressionData): Value {
  const { data } = library;
  if (item instanceof data.StringData || item instanceof data.NumberData || item instanceof data.BooleanData) return item.value;
  if (item instanceof data.Array) return item.values().map(fromData);
  if (item instanceof data.Dictionary) {
    return Object.fromEntries(item.pairs().map(({ key, value }) => [key, fromData(value)]));
  }
  return null;
}

/** As GitHub writes a scalar into text; undefined for what it refuses to write: a list or a mapping. */
export function scalarText(value: Value): string | undefined {
  if (typeof value === 'object' && value !== null) return undefined;
  return toData(value).coerceString();
}

export function isTruthy(value: Value): boolean {
  return !(value === null || value === false || value === 0 || value === '' || Number.isNaN(value));
}
