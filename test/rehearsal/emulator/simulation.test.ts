import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  denyCalls,
  denyNoneOnce,
  denyOnce,
  endSimulation,
  placeTasks,
  startSimulation,
} from '../../../src/rehearsal/emulator/simulation.ts';

let server: Server;
let url: string;
let asked: string[];
let answer: { readonly status: number; readonly body: object };

// What the emulator itself makes of it is tested beside its gaps, in Python.
beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: {} };
  server = createServer(async (request, response) => {
    const type = request.headers['content-type'] ?? '';
    asked.push([request.method, request.url, type, await text(request)].filter(Boolean).join(' '));
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('a simulation starts, has tasks placed, and ends with what went wrong', async () => {
  await startSimulation(url, { rate: 30, originMs: 1_767_225_600_000 });
  await placeTasks(url, { service: 'assess-staging', zones: ['eu-west-2a'] });
  answer = { status: 200, body: { rate: 30, failures: ['a: the function RATE'] } };
  expect(await endSimulation(url)).toEqual(['a: the function RATE']);
  expect(asked).toEqual([
    'POST /moto-api/simulation application/json {"rate":30,"originMs":1767225600000}',
    'POST /moto-api/simulation/placement application/json {"service":"assess-staging","zones":["eu-west-2a"]}',
    'DELETE /moto-api/simulation',
  ]);
});

test('calls are denied, and allowed again', async () => {
  await denyCalls(url, ['rds:CreateDBInstance']);
  await denyCalls(url, []);
  expect(asked).toEqual([
    'POST /moto-api/refusals application/json {"calls":["rds:CreateDBInstance"]}',
    'POST /moto-api/refusals application/json {"calls":[]}',
  ]);
});

test('one call is denied in the middle', async () => {
  await denyOnce(url, { call: 'ecs:UpdateService', after: 'ecs:RegisterTaskDefinition' });
  await denyNoneOnce(url);
  expect(asked).toEqual([
    'POST /moto-api/refusals/next application/json {"call":"ecs:UpdateService","after":"ecs:RegisterTaskDefinition"}',
    'DELETE /moto-api/refusals/next',
  ]);
});

test('a refusal is told in the words of the emulator', async () => {
  answer = { status: 404, body: { message: 'there is no service assess-staging' } };
  await expect(placeTasks(url, { service: 'assess-staging', zones: [] })).rejects.toThrow(
    'the emulator refused POST simulation/placement (404): {"message":"there is no service assess-staging"}',
  );
});
