// Breaks a copy of a stack in one place.
import { isObject, type JsonObject } from '../support/json.ts';
import { readStack, type Stack } from '../support/stack.ts';
import { selected } from './rule.ts';

/** New values by path; undefined takes the value away, a function makes it from the old one. `gone`: the whole resource. */
export type Change = Readonly<Record<string, unknown>> | 'gone';

/** @param selector `type`, `type@path`, or nothing for the stack itself */
export function mutate(stack: Stack, selector: string, change: Change): Stack {
  const json = structuredClone(stack.json);
  const [resource] = selected(stack, selector);
  if (selector !== '' && !resource) throw new Error(`${stack.label} has no ${selector}`);
  const holder = resource ? ['resource', resource.type, resource.id] : [];
  const changes = change === 'gone' ? { '': undefined } : change;
  for (const [path, value] of Object.entries(changes)) {
    put(json, [...holder, ...path.split('.').filter(Boolean)], (old) =>
      typeof value === 'function' ? value(old, stack) : value,
    );
  }
  return readStack(stack.label, json);
}

function put(target: unknown, [key = '', ...rest]: readonly string[], next: (old: unknown) => unknown): void {
  if (!isObject(target) && !Array.isArray(target)) throw new Error(`nothing has ${key}`);
  const holder = target as JsonObject;
  const value = rest.length > 0 ? holder[key] : next(holder[key]);
  if (rest.length > 0) put(value, rest, next);
  else if (value === undefined) delete holder[key];
  else holder[key] = value;
}

export const inText = (before: string, after: string) => (old: unknown) => String(old).replaceAll(before, after);

export const referenceTo = (selector: string, attribute: string) => (_old: unknown, stack: Stack) => {
  const [resource] = selected(stack, selector);
  return `\${${resource?.type}.${resource?.id}.${attribute}}`;
};
