// Asks the emulator in AWS's own two protocols, for the services that this project has no client of.
import type { Emulator } from '../../../src/rehearsal/emulator/emulator.ts';

type Texts = Readonly<Record<string, string>>;

export interface QueryRequest {
  readonly service: string;
  /** Tells moto which API of several with the same name of a service is meant. */
  readonly version: string;
  readonly action: string;
  readonly parameters?: Texts;
}

/** @returns the XML of the answer */
export async function askByQuery(emulator: Emulator, { service, version, action, parameters }: QueryRequest): Promise<string> {
  const body = new URLSearchParams({ Action: action, Version: version, ...parameters });
  return ask(emulator, service, { body });
}

export interface JsonRequest {
  readonly service: string;
  /** The header `X-Amz-Target`: the API's own prefix and the operation. */
  readonly target: string;
  readonly body: unknown;
}

export async function askByJson(emulator: Emulator, { service, target, body }: JsonRequest): Promise<unknown> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  return JSON.parse((await ask(emulator, service, { headers, body: JSON.stringify(body) })) || '{}');
}

/** The texts of all elements of that name. */
export function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);
}

/** It checks no signatures, but reads the service and the region out of them. */
async function ask({ url, environment }: Emulator, service: string, request: RequestInit): Promise<string> {
  const scope = `${environment.AWS_ACCESS_KEY_ID}/20260101/${environment.AWS_REGION}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  const answer = await fetch(url, { method: 'POST', ...request, headers: { ...request.headers, authorization } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${service} answered ${answer.status}: ${text}`);
  return text;
}
