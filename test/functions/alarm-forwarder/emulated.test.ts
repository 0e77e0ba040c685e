// The function against the emulated AWS and the GitHub double: its table, its secret, its queue, and the committed bundle as Lambda runs it.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { forward } from '../../../src/functions/alarm-forwarder/forward.ts';
import { openMemory } from '../../../src/functions/alarm-forwarder/memory.ts';
import type { QueueRecord } from '../../../src/functions/alarm-forwarder/messages.ts';
import { openWorld } from '../../../src/functions/alarm-forwarder/open.ts';
import type { Settings } from '../../../src/functions/alarm-forwarder/settings.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import { credentials, withEmulator } from '../../adapters/aws/support.ts';
import { installTestApp, keyPair } from '../../support/github-app.ts';
import { describeWith } from '../../support/needs.ts';
import { describeMemory } from './memory-contract.ts';
import { alarmArnPrefix, change, eventOf, recordOf, settings, start, testQueue } from './support.ts';

const run = promisify(execFile);
const key = { hashKey: 'id', type: 'S' } as const;

describeWith(['moto_server'], 'the emulated AWS', () => {
  let dynamo: DynamoDBClient;
  let secrets: SecretsManagerClient;
  let sqs: SQSClient;
  const config = withEmulator(async (aws) => {
    dynamo = new DynamoDBClient(aws);
    secrets = new SecretsManagerClient(aws);
    sqs = new SQSClient(aws);
  });

  async function makeTable(): Promise<string> {
    const TableName = `changes-${randomUUID()}`;
    await dynamo.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: key.hashKey, AttributeType: key.type }],
        KeySchema: [{ AttributeName: key.hashKey, KeyType: 'HASH' }],
      }),
    );
    return TableName;
  }

  describe('a memory in a table', () => {
    describeMemory(async () => {
      let now = Date.parse(start);
      const tableName = await makeTable();
      return {
        memory: openMemory({ client: dynamo, tableName, cooldownSeconds: 60, now: () => new Date(now) }),
        pass: (seconds) => {
          now += seconds * 1000;
        },
        nowSeconds: () => now / 1000,
      };
    });

    test('lets one of two claims at the same moment win', async () => {
      const world = { client: dynamo, tableName: await makeTable(), cooldownSeconds: 60, now: () => new Date(start) };
      const claims = await Promise.all(['one', 'other'].map((owner) => openMemory(world).claim(change('cpu'), owner)));
      expect(claims.map(({ kind }) => kind).toSorted()).toEqual(['claimed', 'wait']);
    });
  });

  describe('the function', () => {
    let gitHub: GitHubDouble;
    let own: Settings;

    /** @param now the clock of GitHub */
    async function open(now: () => Date, secretValue?: string): Promise<void> {
      gitHub = await openGitHubDouble({
        owner: 'acme',
        name: 'platform',
        people: [],
        files: { '.github/workflows/runbook.yml': 'on: workflow_dispatch\n' },
        webhookSecret: 'sesame',
        now,
      });
      const { appId, installationId } = installTestApp(gitHub);
      const secretName = `assess-staging/github/${randomUUID()}`;
      await secrets.send(new CreateSecretCommand({ Name: secretName }));
      if (secretValue !== undefined)
        await secrets.send(new PutSecretValueCommand({ SecretId: secretName, SecretString: secretValue }));
      const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `changes-${randomUUID()}` }));
      own = {
        ...settings,
        apiUrl: gitHub.url,
        appId: String(appId),
        installationId: String(installationId),
        secretName,
        tableName: await makeTable(),
        queueUrl: QueueUrl,
      };
    }

    afterEach(() => gitHub.close());

    const dispatches = () => gitHub.journal.filter(({ path, status }) => path.endsWith('/dispatches') && status === 204);

    test('tells of a storm of 500 alarms in a minute by six dispatches at most, and loses none', async () => {
      const queue = testQueue();
      await open(queue.now, keyPair().privateKey);
      const world = { ...openWorld(own, { aws: config(), now: queue.now, log: () => undefined }), hide: queue.hide };
      for (let index = 0; index < 500; index += 1) queue.sendAt(index * 0.12, change(`kpi-${index}`, 'ALARM', index * 0.12));
      await queue.drain((records) => forward(world, records, alarmArnPrefix));
      const told = dispatches().flatMap(
        ({ requestBody }) => JSON.parse(JSON.parse(requestBody).inputs.alarms) as { name: string }[],
      );
      expect(dispatches().length).toBeLessThanOrEqual(6);
      expect(new Set(told.map(({ name }) => name)).size).toBe(500);
      expect(queue.dead).toEqual([]);
    });

    describe('as the committed bundle', () => {
      /** What Lambda does: one process, one call, and the answer. */
      const caller = `
        import { handler } from ${JSON.stringify(resolve('dist/functions/alarm-forwarder.mjs'))};
        const answer = await handler(JSON.parse(process.argv[1]));
        process.stdout.write(JSON.stringify({ answer }));
      `;

      async function call(records: readonly QueueRecord[]) {
        const { endpoint = '', region } = config();
        const env = {
          AWS_ENDPOINT_URL: endpoint,
          AWS_REGION: String(region),
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          ENVIRONMENT: own.environment,
          ALARM_ARN_PREFIX: own.alarmArnPrefix,
          QUEUE_URL: own.queueUrl,
          TABLE_NAME: own.tableName,
          SECRET_NAME: own.secretName,
          GITHUB_APP_ID: own.appId,
          GITHUB_INSTALLATION_ID: own.installationId,
          GITHUB_REPOSITORY: own.repository,
          GITHUB_API_URL: own.apiUrl,
          WORKFLOW_FILE: own.workflow,
          WORKFLOW_REF: own.ref,
          COOLDOWN_SECONDS: '60',
        };
        const { stdout } = await run('node', ['--input-type=module', '--eval', caller, JSON.stringify({ Records: records })], {
          env,
        });
        const lines = stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
        return { answer: lines.at(-1).answer, log: lines.slice(0, -1) };
      }

      beforeEach(() => open(() => new Date(), keyPair().privateKey));

      /** Real messages, with handles by which they can be hidden. */
      async function received(...names: readonly string[]): Promise<readonly QueueRecord[]> {
        const Entries = names.map((name, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(eventOf({ ...change(name), at: new Date().toISOString() })),
        }));
        await sqs.send(new SendMessageBatchCommand({ QueueUrl: own.queueUrl, Entries }));
        const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: own.queueUrl, MaxNumberOfMessages: 10 }));
        return Messages.map(({ MessageId = '', ReceiptHandle = '', Body = '' }) => ({
          messageId: MessageId,
          receiptHandle: ReceiptHandle,
          body: Body,
        }));
      }

      test('it tells GitHub, and says that nothing stays in the queue', async () => {
        const { answer } = await call(await received('cpu', 'lag'));
        expect(answer).toEqual({ batchItemFailures: [] });
        const [dispatch] = dispatches();
        const told = JSON.parse(JSON.parse(dispatch?.requestBody ?? '').inputs.alarms) as readonly { readonly name: string }[];
        expect(told.map(({ name }) => name).toSorted()).toEqual(['assess-staging-cpu', 'assess-staging-lag']);
      });

      test('it hides a message that has to wait, and leaves it in the queue', async () => {
        gitHub.faults.inject({ path: /dispatches$/, effect: { kind: 'answer', status: 502 } });
        const records = await received('cpu');
        const { answer, log } = await call(records);
        expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: records[0]?.messageId }] });
        expect(log.map(({ what }) => what)).toEqual(['dispatch', 'batch']);
      });

      test('it drops what is forged', async () => {
        const { answer, log } = await call([recordOf('{"detail-type":"x"}')]);
        expect([answer, log[0]]).toEqual([
          { batchItemFailures: [] },
          expect.objectContaining({ what: 'dropped', why: 'no change of an alarm' }),
        ]);
        expect(gitHub.journal).toEqual([]);
      });

      test('a dispatch is remembered by the next process', async () => {
        const records = await received('cpu');
        await call(records);
        const { answer } = await call(records);
        expect([answer, dispatches().length]).toEqual([{ batchItemFailures: [] }, 1]);
      });
    });

    test('says how to put a key that is missing, and nothing leaves the queue', async () => {
      await open(() => new Date());
      const log: object[] = [];
      const world = openWorld(own, { aws: config(), now: () => new Date(), log: (entry) => log.push(entry) });
      const record = recordOf(eventOf(change('cpu')));
      expect(await forward({ ...world, hide: async () => undefined }, [record], alarmArnPrefix)).toEqual([record]);
      expect(log).toContainEqual(
        expect.objectContaining({
          what: 'dispatch',
          next: expect.stringContaining(`put-secret-value --secret-id ${own.secretName}`),
        }),
      );
    });
  });
});
