// Makes dead letters as they come about: messages that somebody reads, and does not delete, once too often.
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SdkConfig } from '../sdk-config.ts';

interface GivenUp {
  /** A new queue. */
  readonly queue: string;
  /** The one that takes what it gives up. */
  readonly deadLetters: string;
  readonly messages: number;
}

/** Of one call: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
const mostOfCall = 10;

export async function giveUpMessages(client: SdkConfig, { queue, deadLetters, messages }: GivenUp): Promise<void> {
  const sqs = new SQSClient(client);
  const { QueueUrl: deadUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: deadLetters }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: deadUrl, AttributeNames: ['QueueArn'] }));
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount: 1 });
  const made = { QueueName: queue, Attributes: { RedrivePolicy, VisibilityTimeout: '0' } };
  const { QueueUrl } = await sqs.send(new CreateQueueCommand(made));
  for (let sent = 0; sent < messages; sent += mostOfCall) {
    const ids = Array.from({ length: Math.min(mostOfCall, messages - sent) }, (_, index) => `m-${sent + index}`);
    const Entries = ids.map((Id) => ({ Id, MessageBody: `answer ${Id}` }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
  const read = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: mostOfCall, VisibilityTimeout: 0 });
  for (;;) {
    const { Messages = [] } = await sqs.send(read);
    if (Messages.length === 0) return;
  }
}
