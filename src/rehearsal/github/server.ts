// The GitHub double on HTTP: takes requests on 127.0.0.1, lets faults have their way, keeps a journal.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Effect, Faults } from './faults.ts';
import type { Hub } from './hub.ts';
import { type Request, type Response, respond } from './respond.ts';
import type { Tokens } from './tokens.ts';

export interface JournalEntry {
  readonly at: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** `PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}` */
  readonly route?: string;
  readonly login?: string;
  readonly requestBody: string;
  /** Absent when the connection was dropped. */
  readonly status?: number;
  /** No such operation here: the double has to learn it. */
  readonly isUnsupported: boolean;
  readonly fault?: Effect['kind'];
}

export interface Listening {
  readonly server: Server;
  readonly url: string;
}

export interface Office {
  readonly hub: Hub;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly record: (entry: JournalEntry) => void;
}

/** The office opens later: it needs to know the address. */
export async function listen(office: () => Office): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(office(), request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export function stop({ server }: Listening): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(office: Office, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = incoming;
  const request = { method, url: new URL(path, office.hub.url), headers, text: await readText(incoming) };
  const effect = office.faults.take(method, path);
  if (effect?.kind === 'delay') await sleep(effect.milliseconds);
  const response = undergo(office, request, effect);
  office.record(entryOf(office, request, path, { response, effect }));
  if (response === undefined) {
    incoming.socket.destroy();
    return;
  }
  const bytes = Buffer.from(response.text);
  const length = response.status === 304 || response.status === 204 ? {} : { 'content-length': bytes.length };
  outgoing.writeHead(response.status, { ...response.headers, ...length, 'x-github-request-id': requestId(office.hub) });
  if (effect?.kind === 'cut-off') outgoing.write(bytes.subarray(0, bytes.length / 2), () => incoming.socket.destroy());
  else outgoing.end(bytes);
}

/** @returns nothing when the connection is to break */
function undergo({ hub, tokens }: Office, request: Request, effect: Effect | undefined): Response | undefined {
  switch (effect?.kind) {
    case undefined:
    case 'delay':
    case 'cut-off':
      return respond(hub, tokens, request);
    case 'meanwhile':
      effect.act();
      return respond(hub, tokens, request);
    case 'drop':
      if (effect.afterwards) respond(hub, tokens, request);
      return undefined;
    case 'answer': {
      if (effect.afterwards === true) respond(hub, tokens, request);
      const { status, message = 'Server Error', headers = {} } = effect;
      const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
      return {
        status,
        text: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
        isUnsupported: false,
      };
    }
    default:
      return effect satisfies never;
  }
}

interface Outcome {
  readonly response: Response | undefined;
  readonly effect: Effect | undefined;
}

function entryOf({ hub }: Office, { method, text }: Request, path: string, { response, effect }: Outcome): JournalEntry {
  const { status, route, login, isUnsupported = false } = response ?? {};
  return {
    at: hub.now().toISOString(),
    method,
    path,
    requestBody: text,
    isUnsupported,
    ...(status !== undefined && { status }),
    ...(route !== undefined && { route }),
    ...(login !== undefined && { login }),
    ...(effect !== undefined && { fault: effect.kind }),
  };
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** `E2B4:1A2B:...` at GitHub; here it only has to be another one each time. */
function requestId({ nextId }: Hub): string {
  return `D0B1:${nextId().toString(16).toUpperCase().padStart(8, '0')}`;
}
