// The customer-managed key of an environment, and which services of AWS may use it for what.
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key/index.js';
import { Construct } from 'constructs';
import { fromAccount, policy, type Statement } from '../parts/iam.ts';
import { trailArnOf } from './audit.ts';
import type { PlatformContext } from './context.ts';

export class Encryption extends Construct {
  readonly keyArn: string;
  readonly keyId: string;

  constructor(scope: Construct, id: string, context: PlatformContext) {
    super(scope, id);
    const key = new KmsKey(this, 'key', {
      description: `Data of ${context.prefix}`,
      // Yearly: nothing that lives for hours gets to see it.
      enableKeyRotation: context.profile.isProtected,
      // Long enough to notice a mistake: what the key encrypted is lost when it goes.
      deletionWindowInDays: 30,
      policy: policy(...keyPolicy(context)),
    });
    new KmsAlias(this, 'alias', { name: `alias/${context.prefix}`, targetKeyId: key.keyId });
    this.keyArn = key.arn;
    this.keyId = key.keyId;
  }
}

/** Without the service statements, encrypted log groups, trails and alarm topics cannot be created or written to. */
function keyPolicy(context: PlatformContext): readonly Statement[] {
  const { accountId, region } = context;
  const use = { Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*' } as const;
  return [
    // Hands the decision to IAM policies of this account; without it nobody could change the key again.
    { Sid: 'Account', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: 'kms:*', Resource: '*' },
    {
      Sid: 'Logs',
      Effect: 'Allow',
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      Resource: '*',
      Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${accountId}:*` } },
    },
    {
      Sid: 'Trail',
      Effect: 'Allow',
      Principal: { Service: 'cloudtrail.amazonaws.com' },
      Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceArn': trailArnOf(context) } },
    },
    {
      ...use,
      Sid: 'Alarms',
      Principal: { Service: ['cloudwatch.amazonaws.com', 'delivery.logs.amazonaws.com'] },
      Condition: fromAccount(accountId),
    },
    // EventBridge does not say on whose behalf it publishes: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    { ...use, Sid: 'Events', Principal: { Service: 'events.amazonaws.com' } },
  ];
}
