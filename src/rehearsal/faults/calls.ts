// Tells requests apart: of which kind each one is, and whether it is a further try of a call that was made before.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Request {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Method, path and, where the path does not tell it, the operation: `POST / Monitoring.GetMetricData`. */
export function kindOf({ method, path, headers, body }: Request): string {
  const [pathname = ''] = path.split('?');
  return [method, pathname, operationOf(headers, body)].filter(Boolean).join(' ');
}

/** JSON protocols of AWS name it in a header, its query protocols in the form. */
function operationOf(headers: IncomingHttpHeaders, body: Buffer): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target;
  if (!String(headers['content-type']).startsWith('application/x-www-form-urlencoded')) return '';
  return new URLSearchParams(body.toString('utf8')).get('Action') ?? '';
}

/** Clients of AWS number their calls; at GitHub it is the same job that asks the same thing. What a PATCH holds may be renewed. */
export function callOf({ method, path, headers, body }: Request): string {
  const who = headers['amz-sdk-invocation-id'] ?? headers.authorization ?? '';
  const hash = createHash('sha256').update(`${method}\n${path}\n${who}\n`);
  return (method === 'PATCH' ? hash : hash.update(body)).digest('hex');
}

/** The tries of Terraform and its providers are not ours to harden. */
export function isTerraform({ 'user-agent': agent = '' }: IncomingHttpHeaders): boolean {
  return /\b(Terraform|OpenTofu)\b/i.test(agent);
}
