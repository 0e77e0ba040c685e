// A server that gives the answers of a script, one after the other, and remembers what it was asked.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from '@jest/globals';
import type { AwsClientConfig } from '../../../src/adapters/aws/client-config.ts';
import { credentials } from './support.ts';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Of the protocols that have it in a header; of the others it is in the body. */
  readonly operation: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, text as it is; nothing at all cuts the connection. */
  readonly body?: unknown;
  /** By default answers are given in their order; this one only to a request of which this is true. */
  readonly to?: (asked: Asked) => boolean;
}

export interface ScriptedAws {
  readonly config: () => AwsClientConfig;
  readonly asked: () => readonly Asked[];
  answer(...answers: readonly Answer[]): void;
}

/** Call it in a suite. Each test begins without answers: what is asked beyond them is answered with 501. */
export function withScriptedAws(): ScriptedAws {
  let server: Server;
  let asked: Asked[];
  let waiting: Answer[];
  beforeEach(async () => {
    asked = [];
    waiting = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const operation = String(headers['x-amz-target'] ?? '').replace(/^.*\./, '');
        const one = { method, url, headers, body: Buffer.concat(chunks).toString(), operation };
        asked.push(one);
        const index = waiting.findIndex(({ to }) => to?.(one) ?? true);
        const [answer] = index === -1 ? [] : waiting.splice(index, 1);
        const { status = 200, body, headers: sent } = answer ?? { status: 501, body: { message: 'Not in the script' } };
        if (body === undefined) return void request.socket.destroy();
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        response.writeHead(status, { 'content-type': contentType(text), ...sent }).end(text);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return {
    config: () => ({
      region: 'eu-west-2',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials,
    }),
    asked: () => asked,
    answer: (...answers) => void waiting.push(...answers),
  };
}

function contentType(text: string): string {
  return text.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.1';
}

/** How the REST interfaces of AWS refuse. */
export function refusal(status: number, name: string, message = 'No.', more: object = {}): Answer {
  return { status, headers: { 'x-amzn-errortype': `${name}:` }, body: { __type: name, message, ...more } };
}

/** How its query interfaces (RDS, ElastiCache, SNS) refuse. */
export function queryRefusal(status: number, code: string): Answer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>No.</Message></Error>`;
  return { status, body: `<ErrorResponse>${error}<RequestId>1</RequestId></ErrorResponse>` };
}

/** How EC2 refuses. */
export function ec2Refusal(status: number, code: string): Answer {
  const errors = `<Errors><Error><Code>${code}</Code><Message>No.</Message></Error></Errors>`;
  return { status, body: `<?xml version="1.0"?><Response>${errors}<RequestID>1</RequestID></Response>` };
}
