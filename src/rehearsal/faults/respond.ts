// Asks the double in the name of a client, and answers the client well or badly.
import { type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request } from './calls.ts';
import type { Fault } from './decide.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What only concerns the connection between two neighbours: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const ofConnection: readonly string[] = ['connection', 'keep-alive', 'transfer-encoding', 'host', 'expect'];

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.includes(name)));
}

/** @param own the address under which the client knows the double: that of a further page leads there, too */
export async function forward(upstream: string, own: string, asked: Request): Promise<Answer> {
  const { headers, ...answer } = await ask(upstream, asked);
  const link = headers.link === undefined ? {} : { link: [headers.link].flat().join(', ').replaceAll(upstream, own) };
  return { ...answer, headers: { ...headers, ...link } };
}

function ask(upstream: string, { method, path, headers, body }: Request): Promise<Answer> {
  const length = body.length > 0 || headers['content-length'] !== undefined ? { 'content-length': body.length } : {};
  return new Promise((resolve, reject) => {
    const options = { method, agent: false, headers: { ...withoutConnection(headers), ...length } } as const;
    const asking = request(new URL(path, upstream), options, (response) => {
      const { statusCode: status = 0, headers: told } = response;
      buffer(response).then((bytes) => resolve({ status, headers: told, body: bytes }), reject);
    });
    asking.once('error', reject);
    asking.end(body);
  });
}

/** @param answer that of the double, to a request that reached it */
export async function respond(outgoing: ServerResponse, fault: Fault | undefined, answer: Answer | undefined): Promise<void> {
  switch (fault?.kind) {
    case 'error':
      refuse(outgoing, fault.status, {});
      break;
    case 'throttled':
      refuse(outgoing, 429, { 'retry-after': String(fault.retryAfterSeconds) });
      break;
    case 'truncated':
      if (answer) cutOff(outgoing, answer);
      break;
    case 'reset':
    case 'lost':
      reset(outgoing);
      break;
    case 'slow':
      await wait(fault.milliseconds);
      if (answer) send(outgoing, answer);
      break;
    case undefined:
      if (answer) send(outgoing, answer);
      break;
    default:
      fault satisfies never;
  }
}

/** As load balancers speak, whatever the language of those behind them. */
function refuse(outgoing: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void {
  outgoing.writeHead(status, { ...headers, 'content-type': 'text/html' }).end(`<html><body><h1>${status}</h1></body></html>\n`);
}

function reset({ socket }: ServerResponse): void {
  socket?.resetAndDestroy();
}

function send(outgoing: ServerResponse, answer: Answer): void {
  outgoing.writeHead(answer.status, headersOf(answer)).end(answer.body);
}

/** What has no two halves is lost as a whole. */
function cutOff(outgoing: ServerResponse, answer: Answer): void {
  const { status, body } = answer;
  if (body.length < 2) reset(outgoing);
  else outgoing.writeHead(status, headersOf(answer)).write(body.subarray(0, body.length / 2), () => outgoing.socket?.destroy());
}

/** An answer without a body may name the length of the one that it stands for. */
function headersOf({ status, headers, body }: Answer): IncomingHttpHeaders {
  const isBodiless = body.length === 0 || status === 204 || status === 304;
  return { ...withoutConnection(headers), ...(!isBodiless && { 'content-length': String(body.length) }) };
}
