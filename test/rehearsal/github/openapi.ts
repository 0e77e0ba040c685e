// Judges answers, requests and webhooks by GitHub's own OpenAPI description.
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Operation {
  readonly request?: object;
  readonly responses: Readonly<Record<string, object | null>>;
}

interface Subset {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly webhooks: Readonly<Record<string, object>>;
}

const subset = JSON.parse(readFileSync(new URL('./openapi-subset.json', import.meta.url), 'utf8')) as Subset;

// Each schema judges a few bodies: making it fast would take longer than they do.
const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, inlineRefs: false, code: { optimize: false } });
addFormats.default(ajv);
ajv.addFormat('timestamp', true);
ajv.addSchema(subset, 'github');

const compiled = new Map<string, ValidateFunction>();

/** As JSON Pointers write it: https://datatracker.ietf.org/doc/html/rfc6901#section-6 */
function pointer(...path: readonly string[]): string {
  return `github#/${path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
}

function problemsAt($ref: string, value: unknown): readonly string[] {
  const validate = compiled.get($ref) ?? ajv.compile({ $ref });
  compiled.set($ref, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

export const knownOperations: readonly string[] = Object.keys(subset.operations);

/** @returns what is wrong with it; nothing when it is what GitHub would say */
export function problemsOfAnswer(operation: string, status: number, body: unknown): readonly string[] {
  const schema = subset.operations[operation]?.responses[String(status)];
  if (schema === undefined) return [`${operation} does not answer with ${status}`];
  if (schema === null) return body === undefined ? [] : [`${operation} answers ${status} without a body`];
  return problemsAt(pointer('operations', operation, 'responses', String(status)), body);
}

/** @returns what is wrong with the body that was sent */
export function problemsOfRequest(operation: string, body: unknown): readonly string[] {
  const known = subset.operations[operation];
  if (known === undefined) return [`${operation} is none of the operations`];
  if (known.request === undefined) return body === undefined ? [] : [`${operation} takes no body`];
  return problemsAt(pointer('operations', operation, 'request'), body ?? {});
}

export const knownWebhooks: readonly string[] = Object.keys(subset.webhooks);

export function problemsOfWebhook(name: string, payload: unknown): readonly string[] {
  return problemsAt(pointer('webhooks', name), payload);
}
