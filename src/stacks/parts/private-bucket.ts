// An S3 bucket that nobody can make public, read over plain HTTP, or fill for ever.
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging/index.js';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
import type { IResolvable } from 'cdktf';
import { Construct } from 'constructs';
import { policy, type Statement } from './iam.ts';

export interface PrivateBucketProps {
  /** Globally unique: give it the account and the region. */
  readonly name: string;
  /** Without a key, S3's own: the targets of ALB and S3 access logs cannot take a customer key. */
  readonly keyArn?: string;
  /** Objects are deleted after so many days. `newest-only`: they stay, and their older versions go. `never-expire`: all is kept. */
  readonly keepDays: number | 'newest-only' | 'never-expire';
  /** Whether the bucket may be deleted together with what is in it. */
  readonly forceDestroy: boolean | IResolvable;
  /** Further statements of the bucket's policy, for the services that write to it. */
  readonly statements?: (bucketArn: string) => readonly Statement[];
  /** Where requests to this bucket are logged. */
  readonly accessLogs?: PrivateBucket;
}

export class PrivateBucket extends Construct {
  readonly arn: string;
  readonly name: string;
  /** What services that write here wait for. */
  readonly policy: S3BucketPolicy;
  /** What objects whose versions matter wait for. */
  readonly versioning: S3BucketVersioningA;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const bucket = new S3Bucket(this, 'bucket', { bucket: props.name, forceDestroy: props.forceDestroy });
    this.arn = bucket.arn;
    this.name = bucket.bucket;
    const blocked = this.#closed(bucket);
    this.#encrypted(bucket, props.keyArn);
    this.versioning = this.#versioned(bucket, props.keepDays);
    this.policy = new S3BucketPolicy(this, 'policy', {
      bucket: bucket.id,
      policy: policy(tlsOnly(bucket.arn), ...(props.statements?.(bucket.arn) ?? [])),
      dependsOn: [blocked],
    });
    if (props.accessLogs) {
      const { name, policy: targetPolicy } = props.accessLogs;
      new S3BucketLoggingA(this, 'access-logs', {
        bucket: bucket.id,
        targetBucket: name,
        targetPrefix: accessLogPrefix,
        // Keys then name the bucket that was read: <prefix><account>/<region>/<bucket>/<date>/...
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: 'EventTime' } },
        dependsOn: [targetPolicy],
      });
    }
  }

  #closed(bucket: S3Bucket): S3BucketPublicAccessBlock {
    new S3BucketOwnershipControls(this, 'ownership', { bucket: bucket.id, rule: { objectOwnership: 'BucketOwnerEnforced' } });
    return new S3BucketPublicAccessBlock(this, 'public-access', {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  #encrypted(bucket: S3Bucket, keyArn: string | undefined): void {
    const applyServerSideEncryptionByDefault = keyArn
      ? { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn }
      : { sseAlgorithm: 'AES256' };
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault, bucketKeyEnabled: keyArn !== undefined }],
    });
  }

  #versioned(bucket: S3Bucket, keepDays: PrivateBucketProps['keepDays']): S3BucketVersioningA {
    const versioning = new S3BucketVersioningA(this, 'versioning', {
      bucket: bucket.id,
      versioningConfiguration: { status: 'Enabled' },
    });
    if (keepDays === 'never-expire') return versioning;
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket: bucket.id,
      rule: [
        {
          id: 'tidy',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          ...(keepDays !== 'newest-only' && ending(keepDays)),
          noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versioning],
    });
    return versioning;
  }
}

/** Under this prefix in the bucket of access logs; the service that delivers them is let in there. */
export const accessLogPrefix = 's3/';

/** Objects that are kept longer than this move to a colder storage class. */
const coldAfterDays = 90;

function ending(keepDays: number): Pick<S3BucketLifecycleConfigurationRule, 'transition' | 'expiration'> {
  return {
    ...(keepDays > coldAfterDays && { transition: [{ days: coldAfterDays, storageClass: 'GLACIER_IR' }] }),
    expiration: [{ days: keepDays }],
  };
}

function tlsOnly(bucketArn: string): Statement {
  return {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    // Spelt with a key, not as a bare "*": both mean everybody.
    Principal: { AWS: '*' },
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
