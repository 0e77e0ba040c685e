// The audit trail: every call to AWS, and every read of analytics data, signed and kept for seven years.
import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail/index.js';
import { Construct } from 'constructs';
import { allow, fromAccount, ServiceRole, type Statement } from '../parts/iam.ts';
import { logGroup } from '../parts/log-group.ts';
import { PrivateBucket } from '../parts/private-bucket.ts';
import type { PlatformContext } from './context.ts';
import { bucketName, forceDestroy } from './storage.ts';

/** The customer's policy for audit records; a policy, not a number that FERPA gives. */
const keepDays = 7 * 365;

/** Known before the trail exists, because the key's and the bucket's policies name it. */
export function trailArnOf({ prefix, region, accountId }: Pick<PlatformContext, 'prefix' | 'region' | 'accountId'>): string {
  return `arn:aws:cloudtrail:${region}:${accountId}:trail/${prefix}`;
}

export interface AuditProps {
  readonly context: PlatformContext;
  readonly keyArn: string;
  /** Buckets whose every read and write is recorded too. */
  readonly watches: readonly PrivateBucket[];
  readonly accessLogs: PrivateBucket;
}

export class Audit extends Construct {
  constructor(scope: Construct, id: string, { context, keyArn, watches, accessLogs }: AuditProps) {
    super(scope, id);
    const { prefix, accountId } = context;
    const bucket = new PrivateBucket(this, 'trail-bucket', {
      name: bucketName(context, 'audit'),
      keyArn,
      keepDays,
      forceDestroy: forceDestroy(context),
      statements: (bucketArn) => trailStatements(bucketArn, context),
      accessLogs,
    });
    const logs = logGroup(this, 'logs', { name: `/aws/cloudtrail/${prefix}`, keyArn });
    const writer = new ServiceRole(this, 'writer', {
      name: `${prefix}-audit`,
      accountId,
      service: 'cloudtrail.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], `${logs.arn}:*`)],
    });
    new Cloudtrail(this, 'trail', {
      name: prefix,
      s3BucketName: bucket.name,
      kmsKeyId: keyArn,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      enableLogging: true,
      cloudWatchLogsGroupArn: `${logs.arn}:*`,
      cloudWatchLogsRoleArn: writer.arn,
      eventSelector: [
        {
          readWriteType: 'All',
          includeManagementEvents: true,
          dataResource: [{ type: 'AWS::S3::Object', values: watches.map(({ arn }) => `${arn}/`) }],
        },
      ],
      dependsOn: [bucket.policy, ...writer.permissions],
    });
  }
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
function trailStatements(bucketArn: string, context: PlatformContext): readonly Statement[] {
  const ofTrail = { 'aws:SourceArn': trailArnOf(context) };
  const trail = { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } } as const;
  return [
    { ...trail, Sid: 'TrailLooks', Action: 's3:GetBucketAcl', Resource: bucketArn, Condition: { StringEquals: ofTrail } },
    {
      ...trail,
      Sid: 'TrailWrites',
      Action: 's3:PutObject',
      Resource: `${bucketArn}/AWSLogs/${context.accountId}/*`,
      Condition: { StringEquals: { ...ofTrail, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
  ];
}
