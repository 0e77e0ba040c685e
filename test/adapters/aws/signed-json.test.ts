// A REST interface without a client: how it is asked, how often, and what its refusals become.
import { describe, expect, test } from '@jest/globals';
import { isNotOffered, openSignedJson, pagesOf } from '../../../src/adapters/aws/signed-json.ts';
import { refusal, withScriptedAws } from './scripted-aws.ts';

describe('a request', () => {
  const aws = withScriptedAws();
  const open = () => openSignedJson({ ...aws.config(), service: 'fis' });

  test('is signed for its service and region, and comes as it was meant', async () => {
    aws.answer({ body: { id: 1 } });
    const request = {
      call: 'Anything',
      method: 'POST',
      path: '/experiments/a%2Fb',
      query: { nextToken: 'a+b/c==' },
      body: { name: 'ä' },
    } as const;
    expect(await open()(request)).toEqual({ id: 1 });
    const [asked] = aws.asked();
    expect(asked).toMatchObject({
      method: 'POST',
      url: '/experiments/a%2Fb?nextToken=a%2Bb%2Fc%3D%3D',
      body: '{"name":"ä"}',
    });
    expect(asked?.headers).toMatchObject({
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/eu-west-2\/fis\/aws4_request, /),
      'content-type': 'application/json',
      'x-amz-date': expect.stringMatching(/^\d{8}T\d{6}Z$/),
    });
  });

  test('is signed with the token of a session, too', async () => {
    aws.answer({ body: {} });
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'of a role' };
    await openSignedJson({ ...aws.config(), credentials, service: 'fis' })({ call: 'Anything', method: 'GET', path: '/' });
    expect(aws.asked()[0]?.headers['x-amz-security-token']).toBe('of a role');
  });

  test('may be answered with nothing', async () => {
    aws.answer({ body: '' });
    expect(await open()({ call: 'Anything', method: 'DELETE', path: '/one' })).toEqual({});
  });

  test.each([
    ['throttled by name', refusal(400, 'ThrottlingException')],
    ['throttled by status', { status: 429, body: 'slow down' }],
    ['not answered in time by what stands before AWS', { status: 504, body: '<html>Gateway Timeout</html>' }],
    ['met by trouble of AWS', refusal(500, 'InternalServerException')],
    ['cut off', {}],
  ])('%s is made again', async (_, trouble) => {
    aws.answer(trouble, trouble, { body: { ok: true } });
    expect(await open()({ call: 'Anything', method: 'GET', path: '/one' })).toEqual({ ok: true });
    expect(aws.asked()).toHaveLength(3);
  });

  test('is made five times, and not more', async () => {
    aws.answer(...Array.from({ length: 9 }, () => refusal(500, 'InternalServerException', 'Still broken')));
    await expect(open()({ call: 'Anything', method: 'GET', path: '/one' })).rejects.toMatchObject({
      name: 'InternalServerException',
    });
    expect(aws.asked()).toHaveLength(5);
  });

  test.each([
    ['a mistake', refusal(400, 'ValidationException', 'id is too short')],
    ['a lack of permission', refusal(403, 'AccessDeniedException')],
    ['an operation that is not there', { status: 501, body: '' }],
  ])('is not made again after %s', async (_, answer) => {
    aws.answer(answer);
    await expect(open()({ call: 'Anything', method: 'GET', path: '/one' })).rejects.toThrow();
    expect(aws.asked()).toHaveLength(1);
  });

  test.each([
    [
      'in the header',
      { status: 400, headers: { 'x-amzn-errortype': 'ValidationException:http://a/b' }, body: { message: 'No.' } },
    ],
    ['in the body', { status: 400, body: { __type: 'com.amazonaws.fis#ValidationException', Message: 'No.' } }],
    ['as a code', { status: 400, body: { code: 'ValidationException', message: 'No.' } }],
  ])('has its error named %s', async (_, answer) => {
    aws.answer(answer);
    const error = { name: 'ValidationException', message: 'No.', $metadata: { httpStatusCode: 400 } };
    await expect(open()({ call: 'Anything', method: 'GET', path: '/one' })).rejects.toMatchObject(error);
  });

  test.each([
    ['no JSON', { status: 403, body: '<html>Forbidden</html>' }, { name: 'Error', message: 'AWS answered 403' }],
    ['null', { status: 403, body: 'null' }, { name: 'Error', message: 'AWS answered 403' }],
    ['half an answer', { status: 200, body: '{"half":' }, { name: 'SyntaxError' }],
  ])('answered with %s fails', async (_, answer, error) => {
    aws.answer(answer);
    await expect(open()({ call: 'Anything', method: 'GET', path: '/one' })).rejects.toMatchObject(error);
  });

  test('that nobody answers says why', async () => {
    const nowhere = openSignedJson({ ...aws.config(), endpoint: 'http://127.0.0.1:1', service: 'fis' });
    await expect(nowhere({ call: 'Anything', method: 'GET', path: '/' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('goes on while there are more pages', async () => {
    aws.answer(
      { body: { items: [1], nextToken: 'two' } },
      { body: { items: [2], nextToken: 'three' } },
      { body: { nextToken: null } },
    );
    const pages: unknown[] = [];
    for await (const page of pagesOf(open(), { call: 'Anything', method: 'GET', path: '/list', query: { maxResults: '100' } }))
      pages.push(page);
    expect(pages).toHaveLength(3);
    expect(aws.asked().map(({ url }) => url)).toEqual([
      '/list?maxResults=100',
      '/list?maxResults=100&nextToken=two',
      '/list?maxResults=100&nextToken=three',
    ]);
  });
});

test.each([
  [501, 'Error', true],
  [404, 'Error', true],
  [400, 'UnknownOperationException', true],
  [404, 'ResourceNotFoundException', false],
  [403, 'AccessDeniedException', false],
  [500, 'InternalServerException', false],
])('%i %s: not offered is %s', (httpStatusCode, name, isIt) => {
  expect(isNotOffered(Object.assign(new Error('No.'), { name, $metadata: { httpStatusCode } }))).toBe(isIt);
});
