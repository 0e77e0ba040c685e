// Calls the REST interfaces of AWS that the SDK at hand has no client for, with the SDK's own signature, credentials and tries.
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { HttpRequest } from '@smithy/core/protocols';
import { isThrottlingError, isTransientError, StandardRetryStrategy } from '@smithy/core/retry';
import { Hash } from '@smithy/core/serde';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsClientConfig } from './client-config.ts';
import { mostAttempts, persistent } from './persistent.ts';
import { nameOf, statusOf } from './refusals.ts';

export interface SignedJsonConfig extends AwsClientConfig {
  /** By which it is signed, and found: `<service>.<region>.amazonaws.com`. */
  readonly service: string;
}

/** Each has to bear being made twice: an answer may get lost. */
export interface JsonRequest {
  /** What AWS calls it: `StopExperiment`. */
  readonly call: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Its parts are escaped already. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** @returns the answer's JSON. @throws an error whose name, message and status are those of AWS */
export type SignedJson = (request: JsonRequest) => Promise<unknown>;

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export function openSignedJson({ service, region, endpoint, credentials, onCall }: SignedJsonConfig): SignedJson {
  const base = new URL(endpoint ?? `https://${service}.${region}.amazonaws.com`);
  const signer = new SignatureV4({
    service,
    region,
    credentials: credentials ?? defaultProvider(),
    sha256: Hash.bind(null, 'sha256'),
  });
  const http = new NodeHttpHandler(persistent.requestHandler);
  // Not the adaptive way: earlier questions that were throttled must not hold up a request to stop.
  const strategy = new StandardRetryStrategy(mostAttempts);
  return async (request) => {
    onCall?.(`${service}:${request.call}`);
    return persist(strategy, () => send({ base, signer, http }, request));
  };
}

async function persist<T>(strategy: StandardRetryStrategy, attempt: () => Promise<T>): Promise<T> {
  let token = await strategy.acquireInitialRetryToken('');
  for (;;) {
    try {
      const result = await attempt();
      strategy.recordSuccess(token);
      return result;
    } catch (error) {
      // Waits, or refuses.
      const errorType = kindOf(error as SdkError);
      token = await strategy.refreshRetryTokenForRetry(token, { errorType }).catch(() => {
        throw error;
      });
    }
  }
}

type SdkError = Parameters<typeof isTransientError>[0];

function kindOf(error: SdkError): 'THROTTLING' | 'TRANSIENT' | 'CLIENT_ERROR' {
  if (isThrottlingError(error)) return 'THROTTLING';
  return isTransientError(error) ? 'TRANSIENT' : 'CLIENT_ERROR';
}

interface Line {
  readonly base: URL;
  readonly signer: SignatureV4;
  readonly http: NodeHttpHandler;
}

async function send(
  { base, signer, http }: Line,
  { method, path, query = {}, body }: Omit<JsonRequest, 'call'>,
): Promise<unknown> {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const signed = await signer.sign({
    ...content,
    method,
    protocol: base.protocol,
    hostname: base.hostname,
    ...(base.port && { port: Number(base.port) }),
    path,
    query: { ...query },
    headers: { host: base.host, ...(body !== undefined && { 'content-type': 'application/json' }) },
  });
  const { response } = await http.handle(HttpRequest.clone(signed));
  const text = await textOf(response.body);
  const { statusCode, headers } = response;
  if (statusCode < 300) return text === '' ? {} : JSON.parse(text);
  throw refusalOf(statusCode, headers['x-amzn-errortype'] ?? '', text);
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function refusalOf(httpStatusCode: number, type: string, text: string): Error {
  const { __type, code, message, Message, reason } = refusalIn(text);
  // Some say `ValidationException:http://...`, some `com.amazonaws.fis#ValidationException`.
  const name = (type || String(__type ?? code ?? '')).replace(/:.*$/s, '').replace(/^.*#/s, '');
  const words = String(message ?? Message ?? `AWS answered ${httpStatusCode}`);
  return Object.assign(new Error(words), { name: name || 'Error', reason, $metadata: { httpStatusCode } });
}

function refusalIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}

/** As long as an answer says that there is more. */
export async function* pagesOf<Page extends { readonly nextToken?: string | null }>(
  ask: SignedJson,
  request: JsonRequest,
): AsyncGenerator<Page> {
  let nextToken: string | null | undefined;
  do {
    const query = { ...request.query, ...(nextToken && { nextToken }) };
    const page = (await ask({ ...request, query })) as Page;
    yield page;
    nextToken = page.nextToken;
  } while (nextToken);
}

/** Of seconds since 1970: https://smithy.io/2.0/spec/protocol-traits.html#epoch-seconds-format */
export function instantOf(seconds = 0): string {
  return new Date(seconds * 1000).toISOString();
}

/** Whether AWS, or what stands in for it, does not have this call at all. */
export function isNotOffered(error: unknown): boolean {
  const isKnownAbsence = nameOf(error) === 'ResourceNotFoundException';
  return statusOf(error) === 501 || /UnknownOperation/.test(nameOf(error)) || (statusOf(error) === 404 && !isKnownAbsence);
}
