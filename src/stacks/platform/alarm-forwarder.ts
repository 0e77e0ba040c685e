// The function that tells GitHub of alarms: its code, which lies in the stack itself, its role, its log.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table/index.js';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function/index.js';
import { S3Object } from '@cdktf/provider-aws/lib/s3-object/index.js';
import type { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret/index.js';
import type { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { Construct } from 'constructs';
import { allow, ServiceRole, type Statement } from '../parts/iam.ts';
import { logGroup } from '../parts/log-group.ts';
import { PrivateBucket } from '../parts/private-bucket.ts';
import { storedZip } from '../parts/stored-zip.ts';
import type { AlarmForwardingProps } from './alarm-forwarding.ts';
import type { AppVariables } from './alarm-forwarding-by-lambda.ts';
import { bucketName, forceDestroy } from './storage.ts';

export const functionSeconds = 60;
/** Two is the least that a queue's function can be held to. */
export const mostAtOnce = 2;

/** One alarm is told of at most once in so long; its last state always is. */
const cooldownSeconds = 60;
const workflow = { file: 'runbook.yml', ref: 'main' } as const;

export interface AlarmForwarderProps extends AlarmForwardingProps {
  readonly app: AppVariables;
  readonly queue: SqsQueue;
  readonly table: DynamodbTable;
  readonly key: SecretsmanagerSecret;
}

export class AlarmForwarder extends Construct {
  readonly arn: string;
  /** What must exist before it is called. */
  readonly permissions: ServiceRole['permissions'];

  constructor(scope: Construct, id: string, props: AlarmForwarderProps) {
    super(scope, id);
    const { context, keyArn, queue, table, key, app } = props;
    const { prefix, region, accountId, environment } = context;
    const name = `${prefix}-alarm-forwarder`;
    const log = logGroup(this, 'log', { name: `/aws/lambda/${name}`, keyArn });
    const role = new ServiceRole(this, 'role', {
      name,
      accountId,
      service: 'lambda.amazonaws.com',
      statements: statementsOf(props, log.arn),
    });
    const code = zippedBundle();
    const object = this.#object(props, code);
    const forwarder = new LambdaFunction(this, 'function', {
      functionName: name,
      description: 'Tells GitHub of alarms',
      role: role.arn,
      runtime: 'nodejs22.x',
      architectures: ['arm64'],
      handler: 'handler.handler',
      memorySize: 256,
      timeout: functionSeconds,
      reservedConcurrentExecutions: mostAtOnce,
      s3Bucket: object.bucket,
      s3Key: object.key,
      s3ObjectVersion: object.versionId,
      sourceCodeHash: createHash('sha256').update(code).digest('base64'),
      tracingConfig: { mode: 'Active' },
      environment: {
        variables: {
          ENVIRONMENT: environment,
          ALARM_ARN_PREFIX: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${prefix}-`,
          QUEUE_URL: queue.url,
          TABLE_NAME: table.name,
          SECRET_NAME: key.name,
          GITHUB_APP_ID: app.appId,
          GITHUB_INSTALLATION_ID: app.installationId,
          GITHUB_REPOSITORY: app.repository,
          GITHUB_API_URL: 'https://api.github.com',
          WORKFLOW_FILE: workflow.file,
          WORKFLOW_REF: workflow.ref,
          COOLDOWN_SECONDS: String(cooldownSeconds),
        },
      },
      dependsOn: [...role.permissions],
    });
    this.arn = forwarder.arn;
    this.permissions = role.permissions;
  }

  /** In a bucket, because Lambda takes code from a file or a bucket, and no file may cross to the job with credentials. */
  #object({ context, accessLogs }: AlarmForwarderProps, code: Buffer): S3Object {
    const bucket = new PrivateBucket(this, 'code', {
      name: bucketName(context, 'functions'),
      keepDays: 'newest-only',
      forceDestroy: forceDestroy(context),
      accessLogs,
    });
    return new S3Object(this, 'zip', {
      bucket: bucket.name,
      key: 'alarm-forwarder.zip',
      contentBase64: code.toString('base64'),
      contentType: 'application/zip',
      dependsOn: [bucket.versioning],
    });
  }
}

/** The bundle that is committed, as the one file that Lambda runs. */
function zippedBundle(): Buffer {
  const bytes = readFileSync(new URL('../../../dist/functions/alarm-forwarder.mjs', import.meta.url));
  return storedZip([{ name: 'handler.mjs', bytes }]);
}

function statementsOf(
  { context: { region }, keyArn, queue, table, key }: AlarmForwarderProps,
  logArn: string,
): readonly Statement[] {
  const through = ['dynamodb', 'secretsmanager', 'sqs'].map((service) => `${service}.${region}.amazonaws.com`);
  return [
    allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'], queue.arn),
    allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], table.arn),
    allow(['secretsmanager:GetSecretValue'], key.arn),
    allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'], keyArn, {
      StringEquals: { 'kms:ViaService': through },
    }),
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], `${logArn}:*`),
    allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
  ];
}
