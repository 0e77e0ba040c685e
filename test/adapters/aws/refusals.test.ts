// What each refusal of AWS becomes, whatever service it comes from.
import { expect, test } from '@jest/globals';
import { explain, nameOf, statusOf } from '../../../src/adapters/aws/refusals.ts';

const attempt = { what: 'ask', permission: 'service:Action' };

const error = (name: string, message: string, more: object = {}) => Object.assign(new Error(message), { name, ...more });

test.each([
  // By the names that S3, ECS, EC2 and FIS give to the same thing.
  [error('ExpiredToken', 'No.'), 'aws/credentials-expired'],
  [error('ExpiredTokenException', 'No.'), 'aws/credentials-expired'],
  [error('RequestExpired', 'No.'), 'aws/credentials-expired'],
  [error('Throttling', 'No.'), 'aws/throttled'],
  [error('ThrottlingException', 'No.'), 'aws/throttled'],
  [error('Throttled', 'No.'), 'aws/throttled'],
  [error('TooManyRequestsException', 'No.'), 'aws/throttled'],
  [error('RequestLimitExceeded', 'No.', { $metadata: { httpStatusCode: 503 } }), 'aws/throttled'],
  [error('SlowDown', 'No.', { $metadata: { httpStatusCode: 503 } }), 'aws/throttled'],
  [error('InternalServiceFault', 'No.'), 'aws/unavailable'],
  [error('ServerException', 'No.'), 'aws/unavailable'],
  [error('InternalError', 'No.'), 'aws/unavailable'],
  [error('Error', 'AWS answered 502', { $metadata: { httpStatusCode: 502 } }), 'aws/unavailable'],
  [error('Error', 'Not implemented', { $metadata: { httpStatusCode: 501 } }), 'aws/request-failed'],
  [error('AccessDeniedException', 'No.'), 'aws/access-denied'],
  [error('UnauthorizedOperation', 'No.'), 'aws/access-denied'],
  [error('AuthorizationError', 'No.'), 'aws/access-denied'],
  [error('UnrecognizedClientException', 'No.'), 'aws/credentials-rejected'],
  [error('CredentialsProviderError', 'Could not load credentials from any providers'), 'aws/no-credentials'],
  [error('Error', 'write EPIPE', { code: 'EPIPE' }), 'aws/unreachable'],
  [error('TimeoutError', 'Too late'), 'aws/unreachable'],
  [error('ValidationException', 'id is too short', { $metadata: { httpStatusCode: 400 } }), 'aws/request-failed'],
  ['no error at all', 'aws/request-failed'],
  [null, 'aws/request-failed'],
])('%s: %s', (thrown, code) => {
  expect(explain(attempt, thrown)).toMatchObject({
    code,
    cause: thrown,
    message: expect.stringMatching(/^Could not ask: .+\.$/),
  });
});

test('what is no error has neither a name nor a status', () => {
  expect([nameOf(undefined), statusOf(undefined), nameOf('text'), statusOf('text')]).toEqual(['', undefined, '', undefined]);
});
