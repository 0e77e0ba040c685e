// The stream of student interaction events.
import { KinesisStream } from '@cdktf/provider-aws/lib/kinesis-stream/index.js';
import type { Construct } from 'constructs';
import type { PlatformContext } from './context.ts';

/** Firehose reads within minutes; a day leaves time to mend a consumer. */
const retentionHours = 24;

export function eventStream(scope: Construct, id: string, context: PlatformContext, keyArn: string): KinesisStream {
  const { prefix, profile, capacity } = context;
  return new KinesisStream(scope, id, {
    name: eventStreamName(prefix),
    streamModeDetails: { streamMode: profile.stream === 'provisioned' ? 'PROVISIONED' : 'ON_DEMAND' },
    ...(profile.stream === 'provisioned' && { shardCount: capacity.shards }),
    retentionPeriod: retentionHours,
    encryptionType: 'KMS',
    kmsKeyId: keyArn,
  });
}

export function eventStreamName(prefix: string): string {
  return `${prefix}-events`;
}
