// The words in which the resources of the GitHub double answer: routes, calls, answers, refusals in GitHub's shapes.
import type { Hub, Json } from './hub.ts';
import type { Account } from './state.ts';
import type { TokenGrant } from './tokens.ts';

export type Level = 'read' | 'write' | 'admin';

/** A permission of a token, in GitHub's spelling: `{ issues: 'write' }`. */
export type Permissions = Readonly<Record<string, Level>>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As in GitHub's OpenAPI; `{+path}` takes slashes, too. */
  readonly path: string;
  /** Any one of them is enough; none is needed where there are none. */
  readonly needs: readonly `${string}=${Level}`[];
  readonly handle: (call: Call) => Answer;
}

export interface Call {
  readonly hub: Hub;
  readonly caller: Account;
  readonly grant: TokenGrant;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly accept: string;
}

export type Answer =
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'empty'; readonly status: number }
  /** A page is cut out of it; `wrap` puts it into the object that some lists come in. */
  | { readonly kind: 'list'; readonly items: readonly unknown[]; readonly wrap?: (page: readonly unknown[]) => unknown };

export function ok(body: unknown): Answer {
  return { kind: 'json', status: 200, body };
}

export function created(body: unknown): Answer {
  return { kind: 'json', status: 201, body };
}

export const noContent: Answer = { kind: 'empty', status: 204 };

export function list(items: readonly unknown[]): Answer {
  return { kind: 'list', items };
}

/** `{ total_count, <name>: [...] }` */
export function countedList(name: string, items: readonly unknown[]): Answer {
  return { kind: 'list', items, wrap: (page) => ({ total_count: items.length, [name]: page }) };
}

const documentation = 'https://docs.github.com/rest';

export function refused(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { kind: 'json', status, body: { message, documentation_url: documentation, status: String(status) }, headers };
}

export const notFound = refused(404, 'Not Found');

export interface ValidationError {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly message?: string;
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
export function invalid(...errors: readonly ValidationError[]): Answer {
  const body = { message: 'Validation Failed', errors, documentation_url: documentation, status: '422' };
  return { kind: 'json', status: 422, body };
}

/** What a field must hold. `most` counts characters, not UTF-16 units. */
export interface TextRule {
  readonly resource: string;
  readonly field: string;
  readonly required?: boolean;
  readonly most?: number;
}

/** @returns the first refusal, or nothing when every text is fine */
export function checkTexts(body: Json, rules: readonly TextRule[]): Answer | undefined {
  for (const rule of rules) {
    const refusal = checkText(body[rule.field], rule);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkText(value: unknown, { resource, field, required = false, most = Number.POSITIVE_INFINITY }: TextRule) {
  if (value === undefined || value === null || value === '') {
    return required ? invalid({ resource, field, code: 'missing_field' }) : undefined;
  }
  if (typeof value !== 'string') {
    return refused(422, `Invalid request.\n\nFor 'properties/${field}', ${JSON.stringify(value)} is not a string.`);
  }
  if ([...value].length <= most) return undefined;
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  const message = `${name} is too long (maximum is ${most} characters)`;
  return invalid({ resource, field, code: 'unprocessable', message });
}

export function text(body: Json, field: string): string | undefined {
  const value = body[field];
  return typeof value === 'string' ? value : undefined;
}

export function texts(body: Json, field: string): readonly string[] | undefined {
  const value = body[field];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
}

export function flag(body: Json, field: string): boolean | undefined {
  const value = body[field];
  return typeof value === 'boolean' ? value : undefined;
}
