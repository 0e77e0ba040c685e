// Opens what the function works with: clients of AWS, GitHub, a clock; kept for as long as the function is warm.
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { failure } from '../../define/failure.ts';
import { parseKey } from './app-token.ts';
import type { ForwardWorld, LogEntry } from './forward.ts';
import { openGitHub } from './github.ts';
import { openMemory } from './memory.ts';
import type { Settings } from './settings.ts';

/** As much of the clients' settings as tests need; in Lambda the environment says all of it. */
export interface AwsConfig {
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface Surroundings {
  readonly aws: AwsConfig;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** The function has a minute in all. */
const impatient = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
};

/** SQS hides a message for twelve hours at most. */
const longestHideSeconds = 43_200;

export function openWorld(settings: Settings, { aws, now, log }: Surroundings): ForwardWorld {
  const config = { ...aws, ...impatient };
  const secrets = new SecretsManagerClient(config);
  const sqs = new SQSClient(config);
  const { tableName, cooldownSeconds, queueUrl, secretName } = settings;
  const readKey = async () => parseKey(await readSecret(secrets, secretName));
  return {
    memory: openMemory({ client: new DynamoDBClient(config), tableName, cooldownSeconds, now }),
    gitHub: openGitHub({ settings, now, readKey }),
    hide: async ({ receiptHandle }, seconds) => {
      const VisibilityTimeout = Math.min(Math.ceil(seconds), longestHideSeconds);
      await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout }));
    },
    now,
    newId: randomUUID,
    log,
  };
}

async function readSecret(secrets: SecretsManagerClient, secretName: string): Promise<string> {
  try {
    return (await secrets.send(new GetSecretValueCommand({ SecretId: secretName }))).SecretString ?? '';
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error;
    throw failure({
      code: 'forwarder/key',
      what: `The secret ${secretName} has no value yet.`,
      next: `Put the private key of the App: aws secretsmanager put-secret-value --secret-id ${secretName} --secret-string file://key.pem`,
      cause: error,
    });
  }
}
