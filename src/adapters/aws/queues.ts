// Implements the Queues port with SQS.
import {
  CancelMessageMoveTaskCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListMessageMoveTasksCommand,
  type ListMessageMoveTasksResultEntry,
  paginateListDeadLetterSourceQueues,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { MoveTask, Queues } from '../../ports/queues.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { everyPage } from './pages.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html */
const mostMoves = 10;

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openQueues(config: AwsClientConfig): Queues {
  const client = guarded(new SQSClient({ ...config, ...persistent }), 'sqs', config);
  return {
    describe: async (name) => {
      const QueueUrl = await readUrl(client, name);
      if (!QueueUrl) return undefined;
      const attempt = { what: `read the queue ${name}`, permission: 'sqs:GetQueueAttributes' };
      const request = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...counts, 'QueueArn'] });
      const found = await askingFor(attempt, isGone, () => client.send(request));
      if (!found) return undefined;
      const [messages = 0, inFlight = 0] = counts.map((attribute) => Number(found.Attributes?.[attribute] ?? 0));
      return { arn: found.Attributes?.QueueArn ?? '', name, messages, inFlight };
    },
    sourcesOf: async ({ name, arn }) => {
      const QueueUrl = await readUrl(client, name);
      if (!QueueUrl) return [];
      const attempt = { what: `read whose dead letters ${name} takes`, permission: 'sqs:ListDeadLetterSourceQueues' };
      const pages = () => everyPage(paginateListDeadLetterSourceQueues({ client }, { QueueUrl }), ({ queueUrls }) => queueUrls);
      const urls = await askingFor(attempt, isGone, pages);
      // They are in the same account and region: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
      return (urls ?? []).map((url) => arn.replace(/[^:]*$/, url.replace(/^.*\//, '')));
    },
    moves: async ({ name, arn }) => {
      const attempt = { what: `read what was moved out of ${name}`, permission: 'sqs:ListMessageMoveTasks' };
      const request = new ListMessageMoveTasksCommand({ SourceArn: arn, MaxResults: mostMoves });
      const { Results = [] } = await asking(attempt, () => client.send(request));
      return Results.map(moveOf).sort((one, other) => other.startedAt.localeCompare(one.startedAt));
    },
    startMove: async ({ name, arn }, { to, perSecond }) => {
      const permission = 'sqs:StartMessageMoveTask, and to receive, delete and send messages of these queues';
      const destination = to === undefined ? {} : { DestinationArn: to };
      const task = { SourceArn: arn, ...destination, MaxNumberOfMessagesPerSecond: perSecond };
      const attempt = { what: `move messages out of ${name}`, permission };
      await asking(attempt, () => client.send(new StartMessageMoveTaskCommand(task)));
    },
    cancelMove: async (handle) => {
      const attempt = { what: 'cancel a move of messages', permission: 'sqs:CancelMessageMoveTask' };
      await askingFor(attempt, hasEnded, () => client.send(new CancelMessageMoveTaskCommand({ TaskHandle: handle })));
    },
  };
}

const counts = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;

async function readUrl(client: SQSClient, name: string): Promise<string | undefined> {
  const attempt = { what: `find the queue ${name}`, permission: 'sqs:GetQueueUrl' };
  const found = await askingFor(attempt, isGone, () => client.send(new GetQueueUrlCommand({ QueueName: name })));
  return found?.QueueUrl;
}

/** SQS has had two protocols, and has kept the names of both. */
const isGone = (error: unknown): boolean =>
  ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'].includes(nameOf(error));

/** Only what runs can be cancelled: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html */
const hasEnded = (error: unknown): boolean => ['ResourceNotFoundException', 'UnsupportedOperation'].includes(nameOf(error));

function moveOf(entry: ListMessageMoveTasksResultEntry): MoveTask {
  const { TaskHandle: handle, ApproximateNumberOfMessagesToMove: toMove, FailureReason: failureReason } = entry;
  return {
    ...(handle !== undefined && { handle }),
    status: (entry.Status ?? 'FAILED') as MoveTask['status'],
    moved: entry.ApproximateNumberOfMessagesMoved ?? 0,
    ...(toMove !== undefined && { toMove }),
    ...(failureReason !== undefined && { failureReason }),
    startedAt: new Date(entry.StartedTimestamp ?? 0).toISOString(),
  };
}
