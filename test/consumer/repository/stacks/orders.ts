// Orders come in through a queue, and receipts go to a bucket.
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import type { Construct } from 'constructs';
import { OwnStack, type OwnStackSettings } from 'opsdeck/stacks';
import { own } from '../ops/own.ts';

export class Orders extends OwnStack {
  constructor(scope: Construct, settings: OwnStackSettings) {
    super(scope, settings);
    const failed = new SqsQueue(this, 'failed', { name: `${this.prefix}-orders-dead-letters`, sqsManagedSseEnabled: true });
    new SqsQueue(this, 'orders', {
      name: `${this.prefix}-orders`,
      sqsManagedSseEnabled: true,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: failed.arn, maxReceiveCount: 3 }),
    });
    const receipts = new S3Bucket(this, 'receipts', { bucket: `${this.prefix}-receipts-${this.accountId}`, forceDestroy: true });
    new S3BucketPublicAccessBlock(this, 'receipts-private', {
      bucket: receipts.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const alerts = new SnsTopic(this, 'alerts', { name: `${this.prefix}-alerts` });
    this.watch({ kpis: own.kpis ?? [], places: { 'dead-letter-queue': [failed.name] }, topicArn: alerts.arn });
  }
}
