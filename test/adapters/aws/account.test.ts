// What an account has, asked of the emulated AWS: nothing at first, then what was made in it.
import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import { CreateOpenIDConnectProviderCommand, CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { beforeAll, expect, test } from '@jest/globals';
import { openAccount } from '../../../src/adapters/aws/account.ts';
import type { Account } from '../../../src/ports/account.ts';
import { describeWith } from '../../support/needs.ts';
import { withEmulator } from './support.ts';

const issuer = 'token.actions.githubusercontent.com';
const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: '*' }],
};
const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::guarded/*' }],
};

describeWith(['moto_server'], 'an account', () => {
  let account: Account;
  let s3: S3Client;
  const config = withEmulator(async () => undefined);
  beforeAll(() => {
    account = openAccount(config());
    s3 = new S3Client({ ...config(), forcePathStyle: true });
  });

  test('tells whose credentials these are', async () => {
    expect(await account.whoAmI()).toEqual({
      accountId: '123456789012',
      arn: expect.stringContaining('arn:aws:sts::123456789012:'),
    });
  });

  test('has nothing at first', async () => {
    expect(await account.identityProvider(issuer)).toBeUndefined();
    expect(await account.role('opsdeck-plan')).toBeUndefined();
    expect(await account.bucket('opsdeck-state')).toBeUndefined();
    expect(await account.hostedZone('example.org')).toBeUndefined();
    expect(await account.certificates('*.example.org')).toEqual([]);
  });

  test('has a provider and a role, with its trust policy and its boundary', async () => {
    const iam = new IAMClient(config());
    const boundary = 'arn:aws:iam::123456789012:policy/opsdeck-ci-boundary';
    await iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: `https://${issuer}`,
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: [],
      }),
    );
    const role = { RoleName: 'opsdeck-plan', AssumeRolePolicyDocument: JSON.stringify(trust), PermissionsBoundary: boundary };
    await iam.send(new CreateRoleCommand(role));
    expect(await account.identityProvider(issuer)).toEqual({
      arn: `arn:aws:iam::123456789012:oidc-provider/${issuer}`,
      audiences: ['sts.amazonaws.com'],
    });
    expect(await account.role('opsdeck-plan')).toEqual({
      arn: 'arn:aws:iam::123456789012:role/opsdeck-plan',
      trust,
      boundaryArn: boundary,
    });
  });

  test('has a bucket, bare and guarded', async () => {
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-2' } as const;
    for (const Bucket of ['bare', 'guarded']) await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    const Bucket = 'guarded';
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } } as const;
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } }));
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(policy) }));
    const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: all }));
    expect(await account.bucket('bare')).toMatchObject({ region: 'eu-west-2', isVersioned: false, isPublicAccessBlocked: false });
    expect(await account.bucket('guarded')).toEqual({
      region: 'eu-west-2',
      isVersioned: true,
      encryption: 'aws:kms',
      isPublicAccessBlocked: true,
      policy,
    });
    await s3.send(
      new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: { ...all, BlockPublicAcls: false } }),
    );
    expect(await account.bucket('guarded')).toMatchObject({ isPublicAccessBlocked: false });
  });

  test('has a zone of exactly that name, and certificates for exactly that one', async () => {
    const route53 = new Route53Client(config());
    for (const Name of ['example.org', 'sub.example.org'])
      await route53.send(new CreateHostedZoneCommand({ Name, CallerReference: Name }));
    const names = { DomainName: 'example.org', SubjectAlternativeNames: ['*.example.org'] };
    await new ACMClient(config()).send(new RequestCertificateCommand({ ...names, ValidationMethod: 'DNS' }));
    expect((await account.hostedZone('sub.example.org'))?.id).toMatch(/^[A-Z0-9]+$/);
    expect(await account.hostedZone('example')).toBeUndefined();
    expect(await account.certificates('*.sub.example.org')).toEqual([]);
    expect(await account.certificates('example.org')).toHaveLength(1);
  });
});
