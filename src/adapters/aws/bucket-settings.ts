// Reads how a bucket is set up: where it is, and what keeps it private, whole and on TLS.
import {
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Account, BucketSettings } from '../../ports/account.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { persistent } from './persistent.ts';
import { nameOf, statusOf } from './refusals.ts';

/** @returns nothing for a bucket that does not exist; throws a `Failure` for one that belongs to somebody else */
export function openBucketSettings(config: AwsClientConfig): Account['bucket'] {
  const s3 = new S3Client({
    ...config,
    ...persistent,
    forcePathStyle: config.endpoint !== undefined,
    followRegionRedirects: true,
  });
  return async (name) => {
    const looking = { what: `look at the bucket ${name}`, permission: 's3:ListBucket' };
    const head = await askingFor(
      looking,
      (error) => statusOf(error) === 404,
      () => s3.send(new HeadBucketCommand({ Bucket: name })),
    );
    if (!head) return undefined;
    const [isVersioned, encryption, isPublicAccessBlocked, policy] = await Promise.all([
      readVersioning(s3, name),
      readEncryption(s3, name),
      readAccessBlock(s3, name),
      readPolicy(s3, name),
    ]);
    // Every answer names the region, but an emulator's may not.
    const region = head.BucketRegion ?? config.region;
    return {
      ...{ region, isVersioned, isPublicAccessBlocked },
      ...(encryption && { encryption }),
      ...(policy !== undefined && { policy }),
    } satisfies BucketSettings;
  };
}

async function readVersioning(s3: S3Client, Bucket: string): Promise<boolean> {
  const attempt = { what: `read the versioning of ${Bucket}`, permission: 's3:GetBucketVersioning' };
  const { Status } = await asking(attempt, () => s3.send(new GetBucketVersioningCommand({ Bucket })));
  return Status === 'Enabled';
}

async function readEncryption(s3: S3Client, Bucket: string): Promise<string | undefined> {
  const attempt = { what: `read the encryption of ${Bucket}`, permission: 's3:GetEncryptionConfiguration' };
  const found = await askingFor(attempt, isAbsent, () => s3.send(new GetBucketEncryptionCommand({ Bucket })));
  return found?.ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm;
}

async function readAccessBlock(s3: S3Client, Bucket: string): Promise<boolean> {
  const attempt = { what: `read the public access block of ${Bucket}`, permission: 's3:GetBucketPublicAccessBlock' };
  const found = await askingFor(attempt, isAbsent, () => s3.send(new GetPublicAccessBlockCommand({ Bucket })));
  const { BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets } =
    found?.PublicAccessBlockConfiguration ?? {};
  return [BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets].every((each) => each === true);
}

async function readPolicy(s3: S3Client, Bucket: string): Promise<unknown> {
  const attempt = { what: `read the policy of ${Bucket}`, permission: 's3:GetBucketPolicy' };
  const found = await askingFor(attempt, isAbsent, () => s3.send(new GetBucketPolicyCommand({ Bucket })));
  if (!found?.Policy) return undefined;
  const { Policy } = found;
  return asking(attempt, async () => JSON.parse(Policy));
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList */
const absences = ['NoSuchBucketPolicy', 'NoSuchPublicAccessBlockConfiguration', 'ServerSideEncryptionConfigurationNotFoundError'];
const isAbsent = (error: unknown): boolean => absences.includes(nameOf(error));
