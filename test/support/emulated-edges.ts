// Builds streams, address sets, APIs and queues in an emulated AWS, under names that begin as somebody says.
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  CreateUsagePlanCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { AllocateAddressCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateStreamCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { CreateIPSetCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsClientConfig } from '../../src/adapters/aws/client-config.ts';
import { inBatches } from '../../src/adapters/aws/pages.ts';

export async function buildEdges(config: AwsClientConfig, prefix: string): Promise<void> {
  await Promise.all([
    new KinesisClient({ ...config, requestHandler: new NodeHttpHandler() }).send(
      new CreateStreamCommand({ StreamName: `${prefix}-events`, ShardCount: 4 }),
    ),
    buildAddressSet(config, prefix),
    buildApi(config, prefix),
    buildQueues(config, prefix),
  ]);
}

async function buildAddressSet(config: AwsClientConfig, prefix: string): Promise<void> {
  const set = { Name: `${prefix}-blocked`, Description: 'Kept', Scope: 'REGIONAL', IPAddressVersion: 'IPV4' } as const;
  await new WAFV2Client(config).send(new CreateIPSetCommand({ ...set, Addresses: ['192.0.2.1/32'] }));
  const Tags = [{ Key: 'Name', Value: `${prefix}-nat-0` }];
  const TagSpecifications = [{ ResourceType: 'elastic-ip', Tags } as const];
  await new EC2Client(config).send(new AllocateAddressCommand({ Domain: 'vpc', TagSpecifications }));
}

async function buildApi(config: AwsClientConfig, name: string): Promise<void> {
  const client = new APIGatewayClient(config);
  const { id: restApiId } = await client.send(new CreateRestApiCommand({ name }));
  const { items } = await client.send(new GetResourcesCommand({ restApiId }));
  const method = { restApiId, resourceId: items?.[0]?.id, httpMethod: 'GET' };
  await client.send(new PutMethodCommand({ ...method, authorizationType: 'NONE' }));
  await client.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }));
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'v1' }));
  await client.send(new CreateUsagePlanCommand({ name, apiStages: [{ apiId: restApiId, stage: 'v1' }] }));
  await client.send(new CreateUsagePlanCommand({ name: `${name}-elsewhere` }));
}

async function buildQueues(config: AwsClientConfig, prefix: string): Promise<void> {
  const client = new SQSClient(config);
  const create = (QueueName: string, Attributes = {}) => client.send(new CreateQueueCommand({ QueueName, Attributes }));
  const deadLetters = `${prefix}-dead-letters`;
  await create(deadLetters);
  await create(`${prefix}-other`);
  const deadLetterTargetArn = `arn:aws:sqs:${config.region}:123456789012:${deadLetters}`;
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 1 });
  // At once for the next one who reads.
  await create(`${prefix}-work`, { RedrivePolicy, VisibilityTimeout: '0' });
}

/** So many messages of `<prefix>-work` are read twice, which is once too often. */
export async function giveUp(config: AwsClientConfig, prefix: string, messages: number): Promise<void> {
  const client = new SQSClient(config);
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: `${prefix}-work` }));
  const all = Array.from({ length: messages }, (_, index) => ({ Id: `m-${index}`, MessageBody: `message ${index}` }));
  const mostOfCall = 10;
  for (const Entries of inBatches(all, mostOfCall))
    await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: [...Entries] }));
  const read = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: mostOfCall, VisibilityTimeout: 0 });
  for (;;) {
    const { Messages = [] } = await client.send(read);
    if (Messages.length === 0) return;
  }
}
