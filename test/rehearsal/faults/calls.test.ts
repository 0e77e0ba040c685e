// Requests are counted by what they ask for, and told apart by who asks.
import { expect, test } from '@jest/globals';
import { callOf, isTerraform, kindOf, type Request } from '../../../src/rehearsal/faults/calls.ts';

const request = (path: string, headers: Request['headers'] = {}, body = '', method = 'POST'): Request => ({
  method,
  path,
  headers,
  body: Buffer.from(body),
});
const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

test.each([
  [request('/repos/a/b/issues/1/comments?per_page=100', {}, '', 'GET'), 'GET /repos/a/b/issues/1/comments'],
  [
    request('/', { 'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData' }),
    'POST / GraniteServiceVersion20100801.GetMetricData',
  ],
  [request('/', form, 'Action=DescribeVpcs&Version=2016-11-15'), 'POST / DescribeVpcs'],
  [request('/state/previews/pr-1/lease.json?x-id=PutObject', {}, '', 'PUT'), 'PUT /state/previews/pr-1/lease.json'],
])('%j', (asked, kind) => {
  expect(kindOf(asked)).toBe(kind);
});

test('a further try is the same call; another body, another caller or another number is another one', () => {
  const put = request('/bucket/key', { 'amz-sdk-invocation-id': '1', 'amz-sdk-request': 'attempt=1; max=5' }, '{}', 'PUT');
  const again = { ...put, headers: { ...put.headers, 'amz-sdk-request': 'attempt=2; max=5', authorization: 'signed again' } };
  expect(callOf(again)).toBe(callOf(put));
  const patch = request('/repos/a/b/issues/comments/5', {}, '{"body":"One"}', 'PATCH');
  expect(callOf({ ...patch, body: Buffer.from('{"body":"Renewed"}') })).toBe(callOf(patch));
  const post = request('/repos/a/b/issues/1/comments', { authorization: 'token of a job' }, '{"body":"Hello"}');
  const others = [
    { ...put, headers: { 'amz-sdk-invocation-id': '2' } },
    post,
    { ...post, body: Buffer.from('{"body":"Bye"}') },
    { ...post, headers: { authorization: 'token of another job' } },
  ];
  expect(new Set([put, ...others].map(callOf)).size).toBe(5);
});

test.each([
  ['APN/1.0 HashiCorp/1.0 Terraform/1.11.4 (+https://www.terraform.io) aws-sdk-go-v2/1.36', true],
  ['APN/1.0 HashiCorp/1.0 OpenTofu/1.9.0 aws-sdk-go-v2/1.36', true],
  ['aws-sdk-js/3.1169.0 ua/2.1 os/linux lang/js', false],
  ['opsdeck octokit-rest.js/22.0.0', false],
  [undefined, false],
])('%j is Terraform: %j', (agent, expected) => {
  expect(isTerraform(agent === undefined ? {} : { 'user-agent': agent })).toBe(expected);
});
