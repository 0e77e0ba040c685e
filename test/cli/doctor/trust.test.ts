// Which trust policies let exactly the workflows in that they are for.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { problemsOfTrust, refusesPlainHttp } from '../../../src/cli/doctor/checks/trust.ts';

const issuer = 'token.actions.githubusercontent.com';
const subject = 'repo:acme/platform:environment:deploy';
const federated = `arn:aws:iam::123456789012:oidc-provider/${issuer}`;

function policy(condition: object, more: object = {}): unknown {
  const statement = { Effect: 'Allow', Principal: { Federated: federated }, Action: 'sts:AssumeRoleWithWebIdentity' };
  return { Statement: [{ ...statement, Condition: condition, ...more }] };
}

const aud = { [`${issuer}:aud`]: 'sts.amazonaws.com' };
const good = { StringEquals: { ...aud, [`${issuer}:sub`]: subject } };

describe('a role that trusts exactly its environments', () => {
  test('of one and of two', () => {
    expect(problemsOfTrust(policy(good), [subject])).toEqual([]);
    const two = [subject, 'repo:acme/platform:environment:ops'];
    expect(problemsOfTrust(policy({ StringEquals: { ...aud, [`${issuer}:sub`]: two } }), two)).toEqual([]);
  });
});

describe('what is wrong is told', () => {
  test.each([
    ['nobody', {}, ['trusts nobody']],
    ['another repository', policy(good), ['does not trust repo:acme/other:environment:deploy', `trusts ${subject}, too`]],
    [
      'a pattern of subjects',
      policy({ StringEquals: aud, StringLike: { [`${issuer}:sub`]: 'repo:acme/*' } }),
      [
        'does not trust repo:acme/other:environment:deploy',
        'does not insist on a subject: any repository, or a pattern of them, may take it',
      ],
    ],
    [
      'no audience',
      policy({ StringEquals: { [`${issuer}:sub`]: 'repo:acme/other:environment:deploy' } }),
      ['does not insist on the audience sts.amazonaws.com'],
    ],
    [
      'a person',
      { Statement: { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'sts:AssumeRole' } },
      ['does not trust the OIDC provider of GitHub', 'can be taken by others than workflows'],
    ],
    [
      'another provider',
      policy(good, { Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/gitlab.com' } }),
      ['does not trust the OIDC provider of GitHub', 'can be taken by others than workflows'],
    ],
  ])('%s', (_what, trust, problems) => {
    expect(problemsOfTrust(trust, ['repo:acme/other:environment:deploy'])).toEqual(problems);
  });

  test('of whatever stands there', () => {
    fc.assert(fc.property(fc.jsonValue(), (anything) => problemsOfTrust(anything, [subject]).length > 0));
  });
});

describe('a bucket policy', () => {
  const refusal = { Effect: 'Deny', Principal: '*', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
  test.each([
    ['refuses plain HTTP', { Statement: [refusal] }, true],
    ['refuses it to all of AWS', { Statement: { ...refusal, Principal: { AWS: '*' } } }, true],
    ['refuses it to one', { Statement: [{ ...refusal, Principal: { AWS: '123456789012' } }] }, false],
    ['refuses only reading', { Statement: [{ ...refusal, Action: 's3:GetObject' }] }, false],
    ['allows it', { Statement: [{ ...refusal, Effect: 'Allow' }] }, false],
    ['is none', undefined, false],
  ])('%s', (_what, bucketPolicy, expected) => expect(refusesPlainHttp(bucketPolicy)).toBe(expected));
});
