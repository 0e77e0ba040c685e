// Implements the Streams port with Kinesis.
import {
  DescribeLimitsCommand,
  DescribeStreamSummaryCommand,
  KinesisClient,
  UpdateShardCountCommand,
} from '@aws-sdk/client-kinesis';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Streams } from '../../ports/streams.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openStreams(config: AwsClientConfig): Streams {
  // By itself this client speaks HTTP/2, which endpoints that stand in for AWS do not, and no call here has any use for.
  const requestHandler = new NodeHttpHandler(persistent.requestHandler);
  const client = guarded(new KinesisClient({ ...config, ...persistent, requestHandler }), 'kinesis', config);
  return {
    describe: async (name) => {
      const attempt = { what: `read the stream ${name}`, permission: 'kinesis:DescribeStreamSummary' };
      const request = new DescribeStreamSummaryCommand({ StreamName: name });
      const found = await askingFor(attempt, isGone, () => client.send(request));
      const summary = found?.StreamDescriptionSummary;
      if (!summary) return undefined;
      return {
        name,
        status: summary.StreamStatus ?? '',
        mode: summary.StreamModeDetails?.StreamMode ?? 'PROVISIONED',
        openShards: summary.OpenShardCount ?? 0,
      };
    },
    limits: async () => {
      const attempt = { what: 'read how many shards the account may have', permission: 'kinesis:DescribeLimits' };
      const found = await asking(attempt, () => client.send(new DescribeLimitsCommand({})));
      return { openShards: found.OpenShardCount ?? 0, mostShards: found.ShardLimit ?? 0 };
    },
    setShards: async (name, shards) => {
      const attempt = { what: `give the stream ${name} ${shards} shards`, permission: 'kinesis:UpdateShardCount' };
      const target = { StreamName: name, TargetShardCount: shards, ScalingType: 'UNIFORM_SCALING' } as const;
      await asking(attempt, () => client.send(new UpdateShardCountCommand(target)));
    },
  };
}

const isGone = (error: unknown): boolean => nameOf(error) === 'ResourceNotFoundException';
