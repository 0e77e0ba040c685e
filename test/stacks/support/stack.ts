// A synthesized stack as the tests look at it: resources by type and construct path.
import { isObject, type JsonObject } from './json.ts';

export interface Resource {
  readonly type: string;
  /** As Terraform calls it, after the type. */
  readonly id: string;
  /** Construct path inside the stack: `network/app-0`. */
  readonly path: string;
  readonly body: JsonObject;
}

export interface Stack {
  /** `production/platform`, `bootstrap`, ... */
  readonly label: string;
  readonly json: JsonObject;
  readonly resources: readonly Resource[];
  readonly data: readonly Resource[];
}

export function readStack(label: string, json: JsonObject): Stack {
  return { label, json, resources: entriesOf(json.resource), data: entriesOf(json.data) };
}

export function ofType(stack: Stack, type: string): readonly Resource[] {
  return stack.resources.filter((resource) => resource.type === type);
}

/** The only resource of that type, or the one at the path. */
export function one(stack: Stack, type: string, path?: string): Resource {
  const found = ofType(stack, type).filter((resource) => path === undefined || resource.path === path);
  const [resource, ...others] = found;
  if (!resource || others.length > 0) throw new Error(`${stack.label} has ${found.length} ${type} ${path ?? ''}`);
  return resource;
}

/** Everything below a construct path. */
export function below(stack: Stack, path: string): readonly Resource[] {
  return stack.resources.filter((resource) => resource.path === path || resource.path.startsWith(`${path}/`));
}

/** Whether a value refers to the resource: to it as a whole, or to one of its attributes. */
export function refersTo(value: unknown, { type, id }: Resource): boolean {
  return typeof value === 'string' && new RegExp(`\\b${type}\\.${id}(?![\\w-])`).test(value);
}

function entriesOf(section: unknown): readonly Resource[] {
  if (!isObject(section)) return [];
  return Object.entries(section).flatMap(([type, byId]) =>
    Object.entries(byId as Record<string, JsonObject>).map(([id, body]) => ({ type, id, path: pathOf(body), body })),
  );
}

function pathOf(body: JsonObject): string {
  const { metadata } = body['//'] as { metadata: { path: string } };
  return metadata.path.split('/').slice(1).join('/');
}
