// Cases of the runbooks around the service: the stream, the firewall, the API, and dead letters.
import { APIGatewayClient, GetRestApisCommand, GetStageCommand, GetUsagePlansCommand } from '@aws-sdk/client-api-gateway';
import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { GetIPSetCommand, ListIPSetsCommand, ListTagsForResourceCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { openAddressSets } from '../../adapters/aws/address-sets.ts';
import { openQueues } from '../../adapters/aws/queues.ts';
import { prefixOf } from '../../stacks/names.ts';
import { giveUpMessages } from './dead-letters.ts';
import { environment } from './platform.ts';
import { type Cloud, runbookCase } from './runbook-case.ts';

const prefix = prefixOf(environment);

interface Shards {
  readonly open: number;
  readonly status: string;
}

async function lookAtStream({ client }: Cloud): Promise<Shards> {
  // By itself this client speaks HTTP/2, which the emulator does not.
  const kinesis = new KinesisClient({ ...client, requestHandler: new NodeHttpHandler() });
  const request = new DescribeStreamSummaryCommand({ StreamName: `${prefix}-events` });
  const { StreamDescriptionSummary: found } = await kinesis.send(request);
  return { open: found?.OpenShardCount ?? 0, status: found?.StreamStatus ?? '' };
}

const setName = `${prefix}-blocked`;
const blocked = '198.51.100.23/32';
const expired = '203.0.113.64/26';

interface Firewall {
  readonly addresses: readonly string[];
  /** Addresses that are noted to expire. */
  readonly noted: readonly string[];
}

async function lookAtFirewall({ client }: Cloud): Promise<Firewall> {
  const waf = new WAFV2Client(client);
  const { IPSets = [] } = await waf.send(new ListIPSetsCommand({ Scope: 'REGIONAL' }));
  const { Id, ARN } = IPSets.find(({ Name }) => Name === setName) ?? {};
  const { IPSet } = await waf.send(new GetIPSetCommand({ Scope: 'REGIONAL', Name: setName, Id }));
  const { TagInfoForResource } = await waf.send(new ListTagsForResourceCommand({ ResourceARN: ARN }));
  const keys = (TagInfoForResource?.TagList ?? []).map(({ Key = '' }) => Key);
  const noted = keys.filter((key) => key.startsWith('expires:')).map((key) => key.slice('expires:'.length));
  return { addresses: [...(IPSet?.Addresses ?? [])].sort(), noted: noted.sort() };
}

/** As waf-block-ip has blocked it some time ago. */
async function blockUntilNow({ client, pace }: Cloud): Promise<void> {
  const sets = openAddressSets(client);
  const set = await sets.find(setName);
  if (!set) throw new Error(`there is no IP set ${setName}`);
  await sets.replace(set, [...set.addresses, expired]);
  await sets.setExpiry(set, expired, new Date(pace.clock.now().getTime() - 60_000).toISOString());
}

interface Limits {
  readonly stage: readonly (number | undefined)[];
  readonly plans: readonly (readonly (number | undefined)[])[];
}

const slower = { rate: 500, burst: 250 } as const;

async function lookAtLimits({ client }: Cloud): Promise<Limits> {
  const gateway = new APIGatewayClient(client);
  const { items = [] } = await gateway.send(new GetRestApisCommand({}));
  const restApiId = items.find(({ name }) => name === prefix)?.id;
  const { methodSettings } = await gateway.send(new GetStageCommand({ restApiId, stageName: 'v1' }));
  const { throttlingRateLimit, throttlingBurstLimit } = methodSettings?.['*/*'] ?? {};
  const { items: plans = [] } = await gateway.send(new GetUsagePlansCommand({}));
  return {
    stage: [throttlingRateLimit, throttlingBurstLimit],
    plans: plans.map(({ throttle }) => [throttle?.rateLimit, throttle?.burstLimit]),
  };
}

const receiver = `${prefix}-rehearsal`;
const deadLetters = `${prefix}-dead-letters`;
const letters = 150;

interface Letters {
  readonly dead: number;
  readonly received: number;
  readonly isMoving: boolean;
}

async function lookAtLetters({ client }: Cloud): Promise<Letters> {
  const sqs = new SQSClient(client);
  const count = async (QueueName: string): Promise<number> => {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    const name = 'ApproximateNumberOfMessages';
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [name] }));
    return Number(Attributes?.[name]);
  };
  const queues = openQueues(client);
  const queue = await queues.describe(deadLetters);
  const moves = queue ? await queues.moves(queue) : [];
  const isMoving = moves.some(({ status }) => status === 'RUNNING' || status === 'CANCELLING');
  return { dead: await count(deadLetters), received: await count(receiver), isMoving };
}

export const edgeCases = [
  runbookCase<Shards>({
    runbook: 'kinesis-reshard',
    look: lookAtStream,
    inputs: (_, { open }) => ({ shards: `${open * 2}` }),
    isDone: (before, { open, status }) => open === before.open * 2 && status === 'ACTIVE',
    failure: () => ({ kind: 'alarm', alarm: 'events-age' }),
  }),
  runbookCase<Firewall>({
    runbook: 'waf-block-ip',
    look: lookAtFirewall,
    inputs: () => ({ address: blocked, expires: '24h' }),
    isDone: (_, { addresses, noted }) => addresses.includes(blocked) && noted.includes(blocked),
    failure: () => ({ kind: 'denied', trap: { call: 'wafv2:UpdateIPSet', after: 'wafv2:TagResource' } }),
  }),
  runbookCase<Firewall>({
    runbook: 'waf-unblock-expired',
    prepare: blockUntilNow,
    look: lookAtFirewall,
    inputs: () => ({}),
    isDone: (before, { addresses, noted }) => {
      const isGone = !addresses.includes(expired) && !noted.includes(expired);
      return isGone && addresses.length === before.addresses.length - 1 && noted.length === before.noted.length - 1;
    },
    failure: () => ({ kind: 'denied', trap: { call: 'wafv2:UntagResource', after: 'wafv2:UpdateIPSet' } }),
  }),
  runbookCase<Limits>({
    runbook: 'api-throttle',
    look: lookAtLimits,
    inputs: () => ({ rate: `${slower.rate}`, clients: 'true' }),
    isDone: (_, { stage, plans }) => [stage, ...plans].every(([rate, burst]) => rate === slower.rate && burst === slower.burst),
    failure: () => ({ kind: 'denied', trap: { call: 'apigateway:PATCH', after: 'apigateway:PATCH' } }),
  }),
  runbookCase<Letters>({
    runbook: 'redrive-dead-letters',
    prepare: async ({ client }) => giveUpMessages(client, { queue: receiver, deadLetters, messages: letters }),
    look: lookAtLetters,
    inputs: () => ({ 'per-second': '5' }),
    isDone: (before, after) => after.dead === 0 && after.received === letters && before.dead + before.received === letters,
    failure: () => ({ kind: 'denied', trap: { call: 'sqs:ListMessageMoveTasks', after: 'sqs:StartMessageMoveTask' } }),
    // What was moved stays where it is, and nothing else is moved.
    isUndone: (_, { dead, received, isMoving }) => !isMoving && dead > 0 && dead + received === letters,
    restore: async ({ client }) => {
      const sqs = new SQSClient(client);
      const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: receiver }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
  }),
];
