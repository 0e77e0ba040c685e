// The proxy between actions and the doubles: what a client sees of each fault, and what the double does.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decideFault, type FaultKind, mostFaultsInARow } from '../../../src/rehearsal/faults/decide.ts';
import { type FaultProxy, openFaultProxy } from '../../../src/rehearsal/faults/proxy.ts';

let upstream: Server;
let url: string;
let arrived: string[];
let proxies: FaultProxy[];

beforeEach(async () => {
  arrived = [];
  proxies = [];
  upstream = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      arrived.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`.trim());
      const headers = { 'content-type': 'application/json', link: `<${url}/things?page=2>; rel="next"` };
      if (request.method === 'DELETE') response.writeHead(204).end();
      else response.writeHead(200, headers).end('{"answer":"whole"}');
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const proxy of proxies) await proxy.close();
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
});

async function open(percent: number, seed = 1): Promise<FaultProxy> {
  const proxy = await openFaultProxy({ name: 'GitHub', upstream: url, plan: { percent, seed } });
  proxies.push(proxy);
  return proxy;
}

/** One that begins with such a fault. */
function openWith(kind: FaultKind, request: string): Promise<FaultProxy> {
  for (let seed = 1; ; seed += 1) {
    if (decideFault({ percent: 100, seed }, { kind: request, index: 0, inARow: 0 })?.kind === kind) return open(100, seed);
  }
}

async function seen(address: string, method = 'GET', body?: string): Promise<unknown> {
  try {
    const response = await fetch(address, { method, ...(body !== undefined && { body }) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return (error as Error).name === 'TypeError' ? 'no answer' : error;
  }
}

test('without faults, it is as if it were not there', async () => {
  const proxy = await open(0);
  expect(await seen(`${proxy.url}/things?x=1`, 'POST', '{"a":1}')).toEqual({ status: 200, text: '{"answer":"whole"}' });
  expect(await seen(`${proxy.url}/things/1`, 'DELETE')).toEqual({ status: 204, text: '' });
  expect(arrived).toEqual(['POST /things?x=1 {"a":1}', 'DELETE /things/1']);
  expect(proxy.requests).toEqual([
    { kind: 'POST /things', index: 0, status: 200 },
    { kind: 'DELETE /things/1', index: 0, status: 204 },
  ]);
});

test('the next page is reached through it, too', async () => {
  const proxy = await open(0);
  const { headers } = await fetch(`${proxy.url}/things`);
  expect(headers.get('link')).toBe(`<${proxy.url}/things?page=2>; rel="next"`);
});

describe('a fault', () => {
  const page = expect.stringContaining('<html>');
  test.each([
    ['error', { status: expect.any(Number), text: page }, 0],
    ['throttled', { status: 429, text: page }, 0],
    ['reset', 'no answer', 0],
    ['lost', 'no answer', 1],
    ['truncated', 'no answer', 1],
    ['slow', { status: 200, text: '{"answer":"whole"}' }, 1],
  ] as const)('%s: the client sees %j, and the double did it %d times', async (kind, expected, times) => {
    const { url: address, requests } = await openWith(kind, 'POST /things');
    expect(await seen(`${address}/things`, 'POST', 'x')).toEqual(expected);
    expect(arrived).toHaveLength(times);
    expect(requests).toMatchObject([{ kind: 'POST /things', index: 0, fault: { kind } }]);
  });

  test('that cuts an answer off, loses one that has no two halves', async () => {
    const { url: address } = await openWith('truncated', 'DELETE /things/1');
    expect(await seen(`${address}/things/1`, 'DELETE')).toBe('no answer');
    expect(arrived).toEqual(['DELETE /things/1']);
  });
});

test('after so many faults in a row the same call gets its answer', async () => {
  for (const seed of [1, 2, 3]) {
    const { url: address, requests } = await open(100, seed);
    const isAnswered = () => requests.some(({ fault }) => fault === undefined || fault.kind === 'slow');
    for (let tries = 1; tries <= mostFaultsInARow + 1 && !isAnswered(); tries += 1) await seen(`${address}/things`, 'PUT', 'x');
    expect(isAnswered()).toBe(true);
  }
});

test('Terraform is let pass, and not counted', async () => {
  const { url: address, requests } = await open(100);
  const headers = { 'user-agent': 'APN/1.0 HashiCorp/1.0 Terraform/1.11.4' };
  for (let times = 0; times < 5; times += 1) expect((await fetch(`${address}/things`, { headers })).status).toBe(200);
  expect(requests).toEqual([]);
});

test('a double that is gone looks like a lost connection', async () => {
  const { url: address } = await open(0);
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
  expect(await seen(`${address}/things`)).toBe('no answer');
});
