// Ways through JSON of unknown shape, without a cast at every step.

export type JsonObject = { [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at a path such as `rule.0.status`; undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isObject(inner) ? inner[key] : undefined;
  }, value);
}

/** The same, as text: `''` where there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** One value or many, as a list: what Terraform and IAM both allow to be written either way. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

export interface Leaf {
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
}

/** Every value that is neither an object nor a list, with the path and the name that it has. */
export function leaves(value: unknown, path = '', name = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, key: name, value }];
  return Object.entries(value).flatMap(([key, inner]) => {
    return leaves(inner, path === '' ? key : `${path}.${key}`, Array.isArray(value) ? name : key);
  });
}
