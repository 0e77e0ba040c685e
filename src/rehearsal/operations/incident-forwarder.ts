// The way of an alarm to GitHub: EventBridge's event, the queue, and the committed function, called as Lambda calls it.
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { openSignedJson } from '../../adapters/aws/signed-json.ts';
import type { BatchAnswer, QueueRecord } from '../../functions/alarm-forwarder/messages.ts';
import type { Alarm } from '../../ports/alarms.ts';
import { prefixOf } from '../../stacks/names.ts';
import type { Operation } from './operation.ts';
import { unexpected } from './operation.ts';
import { environment } from './platform.ts';

const functionName = `${prefixOf(environment)}-alarm-forwarder`;

type Variables = Readonly<Record<string, string>>;

export interface Forwarder {
  /** All of them have just changed. @returns what the function has logged */
  tell(alarms: readonly Alarm[]): Promise<readonly string[]>;
}

/** As an operator sets it up: an App of GitHub's, its key in AWS, and its names in the variables of the platform. */
export async function openForwarder(operation: Operation, checkout: string): Promise<Forwarder> {
  const { client, stage } = operation;
  const { github } = stage;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const { appId, installationId } = github.installApp({ slug: 'alarms', publicKey, permissions: { actions: 'write' } });
  const { owner, name } = github.state.repository;
  const variables = {
    ...(await readVariables(operation)),
    GITHUB_APP_ID: String(appId),
    GITHUB_INSTALLATION_ID: String(installationId),
    GITHUB_REPOSITORY: `${owner.login}/${name}`,
    GITHUB_API_URL: github.url,
  };
  const { SECRET_NAME: SecretId = '', QUEUE_URL: QueueUrl = '' } = variables as Variables;
  await new SecretsManagerClient(client).send(new PutSecretValueCommand({ SecretId, SecretString: privateKey }));
  const bundle = join(checkout, 'dist/functions/alarm-forwarder.mjs');
  const sqs = new SQSClient(client);
  return {
    tell: async (alarms) => {
      for (const alarm of alarms) {
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(eventOf(alarm, client.region)) }));
      }
      const messages = await receiveAll(sqs, QueueUrl);
      const { answer, log } = await invoke(bundle, { ...variables, ...credentialsOf(operation) }, messages.map(recordOf));
      const back = answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      if (back.length > 0) throw unexpected(`${back.length} changes of alarms are still in the queue`, log);
      for (const { ReceiptHandle } of messages) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      return log;
    },
  };
}

/** Those that the function was deployed with. */
async function readVariables({ client }: Operation): Promise<Variables> {
  const ask = openSignedJson({ ...client, service: 'lambda' });
  const path = `/2015-03-31/functions/${functionName}/configuration`;
  const found = await ask({ call: 'GetFunctionConfiguration', method: 'GET', path });
  return (found as { readonly Environment: { readonly Variables: Variables } }).Environment.Variables;
}

/** Lambda gives those of the function's role. */
function credentialsOf({ client: { endpoint, region, credentials } }: Operation): Variables {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
function eventOf({ name, arn, state, transitionedAt, reason }: Alarm, region: string): object {
  const timestamp = new Date(transitionedAt).toISOString().replace('Z', '+0000');
  return {
    version: '0',
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: arn.split(':')[4],
    time: transitionedAt,
    region,
    resources: [arn],
    detail: { alarmName: name, state: { value: state, reason, timestamp } },
  };
}

/** Of one call: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
const mostOfCall = 10;

async function receiveAll(sqs: SQSClient, QueueUrl: string): Promise<readonly Message[]> {
  const all: Message[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: mostOfCall }));
    if (Messages.length === 0) return all;
    all.push(...Messages);
  }
}

function recordOf({ MessageId = '', ReceiptHandle = '', Body = '' }: Message): QueueRecord {
  return { messageId: MessageId, receiptHandle: ReceiptHandle, body: Body };
}

interface Invoked {
  readonly answer: BatchAnswer;
  readonly log: readonly string[];
}

/** One process, one call, and its answer. */
async function invoke(bundle: string, variables: Variables, records: readonly QueueRecord[]): Promise<Invoked> {
  const call = `
    import { handler } from ${JSON.stringify(bundle)};
    const answer = await handler(JSON.parse(process.argv[1]));
    process.stdout.write(JSON.stringify(answer));
  `;
  const args = ['--input-type=module', '--eval', call, JSON.stringify({ Records: records })];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: variables });
  const lines = stdout.trim().split('\n');
  return { answer: JSON.parse(lines.at(-1) ?? '') as BatchAnswer, log: lines.slice(0, -1) };
}
