// The constructs that tell GitHub of alarms: by a function, and by an API destination.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseSettings } from '../../../src/functions/alarm-forwarder/settings.ts';
import { storedZip } from '../../../src/stacks/parts/stored-zip.ts';
import { withAccount } from '../support/iam.ts';
import { at, textAt } from '../support/json.ts';
import { grants, policyOf, readable } from '../support/outline.ts';
import { below, ofType, one } from '../support/stack.ts';
import { stackNamed } from '../support/synthesized.ts';

const production = stackNamed('production/platform');
const byDestination = stackNamed('punctual/platform');
const bundle = readFileSync('dist/functions/alarm-forwarder.mjs');

const pattern = (label: string) => ({
  source: ['aws.cloudwatch'],
  'detail-type': ['CloudWatch Alarm State Change'],
  detail: { alarmName: [{ prefix: `assess-${label}-` }], state: { value: ['ALARM', 'OK'] } },
});

test('nobody hears of the alarms of a preview', () => {
  expect(below(stackNamed('preview/platform'), 'alarm-forwarding')).toEqual([]);
});

describe('the function', () => {
  const { body } = one(production, 'aws_lambda_function');

  test('consists of the bundle that is committed, and of nothing else', () => {
    const zip = storedZip([{ name: 'handler.mjs', bytes: bundle }]);
    expect(one(production, 'aws_s3_object').body.content_base64).toBe(zip.toString('base64'));
    expect(body.source_code_hash).toBe(createHash('sha256').update(zip).digest('base64'));
    expect([body.handler, body.runtime, body.architectures]).toEqual(['handler.handler', 'nodejs22.x', ['arm64']]);
    expect(bundle.toString()).toContain('handler');
  });

  test('fits into what the gate reads of one text', () => {
    expect(textAt(one(production, 'aws_s3_object').body, 'content_base64').length).toBeLessThan(50_000);
  });

  test('understands what the stack tells it', () => {
    const given = Object.entries(at(body, 'environment.variables') as object).map(([name, value]) => [
      name,
      withAccount(String(value)),
    ]);
    const applied = {
      ...Object.fromEntries(given),
      QUEUE_URL: 'https://sqs.eu-west-2.amazonaws.com/111122223333/x',
      TABLE_NAME: 'assess-production-alarm-changes',
      SECRET_NAME: 'assess-production/github/app-key',
      GITHUB_APP_ID: '1',
      GITHUB_INSTALLATION_ID: '2',
      GITHUB_REPOSITORY: 'acme/assessments',
    };
    expect(parseSettings(applied)).toMatchObject({
      environment: 'production',
      alarmArnPrefix: 'arn:aws:cloudwatch:eu-west-2:111122223333:alarm:assess-production-',
      apiUrl: 'https://api.github.com',
      workflow: 'runbook.yml',
      cooldownSeconds: 60,
    });
  });

  test('takes batches of 100, or of 20 seconds, two at once', () => {
    expect(one(production, 'aws_lambda_event_source_mapping').body).toMatchObject({
      batch_size: 100,
      maximum_batching_window_in_seconds: 20,
      function_response_types: ['ReportBatchItemFailures'],
      scaling_config: { maximum_concurrency: 2 },
    });
    expect(body).toMatchObject({ reserved_concurrent_executions: 2, timeout: 60, tracing_config: { mode: 'Active' } });
  });

  test('may do just that', () => {
    expect(grants(production, 'alarm-forwarding/forwarder/role')).toMatchInlineSnapshot(`
"Allow sqs:ReceiveMessage, sqs:DeleteMessage, sqs:ChangeMessageVisibility, sqs:GetQueueAttributes on <alarm-forwarding/queue arn>
Allow dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on <alarm-forwarding/table arn>
Allow secretsmanager:GetSecretValue on <alarm-forwarding/key arn>
Allow kms:Decrypt, kms:Encrypt, kms:GenerateDataKey, kms:DescribeKey on <encryption/key arn>
  if kms:ViaService StringEquals ["dynamodb.eu-west-2.amazonaws.com","secretsmanager.eu-west-2.amazonaws.com","sqs.eu-west-2.amazonaws.com"]
Allow logs:CreateLogStream, logs:PutLogEvents on <alarm-forwarding/forwarder/log arn>:*
Allow xray:PutTraceSegments, xray:PutTelemetryRecords on *"
`);
  });

  test('has a key that a person puts: no value stands in the stack', () => {
    const { id } = one(production, 'aws_secretsmanager_secret', 'alarm-forwarding/key');
    const versions = ofType(production, 'aws_secretsmanager_secret_version').map(({ body: { secret_id } }) => String(secret_id));
    expect(versions.filter((secret) => secret.includes(id))).toEqual([]);
  });
});

describe('the queue', () => {
  const { body } = one(production, 'aws_sqs_queue', 'alarm-forwarding/queue');

  test('hands to the dead letters what was tried five times', () => {
    expect(readable(production, body.redrive_policy)).toBe(
      '{"deadLetterTargetArn":"<notifications/dead-letters arn>","maxReceiveCount":5}',
    );
  });

  test('keeps a message hidden for longer than any claim on it lasts', () => {
    expect(body.visibility_timeout_seconds).toBe(380);
  });

  test('takes what the rule hears', () => {
    expect(policyOf(production, 'aws_sqs_queue_policy', 'alarm-forwarding/queue-access')).toMatchInlineSnapshot(`
"Allow events.amazonaws.com: sqs:SendMessage on <alarm-forwarding/queue arn>
  if aws:SourceArn ArnEquals <alarm-forwarding/changes arn>"
`);
    expect(JSON.parse(textAt(one(production, 'aws_cloudwatch_event_rule').body, 'event_pattern'))).toEqual(pattern('production'));
  });

  test('gets nothing before the App is named', () => {
    expect(one(production, 'aws_cloudwatch_event_rule').body.state).toBe('${var.github_app_id == "" ? "DISABLED" : "ENABLED"}');
    for (const name of ['github_app_id', 'github_app_installation_id', 'github_app_repository'])
      expect(at(production.json, `variable.${name}`)).toEqual(
        expect.objectContaining({ default: '', validation: expect.anything() }),
      );
  });
});

test('the table forgets, and can be brought back', () => {
  expect(one(production, 'aws_dynamodb_table').body).toMatchObject({
    billing_mode: 'PAY_PER_REQUEST',
    hash_key: 'id',
    ttl: { attribute_name: 'expires', enabled: true },
    point_in_time_recovery: { enabled: true },
    server_side_encryption: { enabled: true },
  });
});

describe('the API destination', () => {
  test('is asked for each change by itself, in the form that the workflow takes', () => {
    const { body } = one(byDestination, 'aws_cloudwatch_event_target', 'alarm-forwarding/tell');
    expect(
      JSON.parse(textAt(one(byDestination, 'aws_cloudwatch_event_rule', 'alarm-forwarding/changes').body, 'event_pattern')),
    ).toEqual(pattern('staging'));
    expect(body.input_transformer).toEqual({
      input_paths: { name: '$.detail.alarmName', arn: '$.resources[0]', state: '$.detail.state.value', at: '$.time' },
      input_template:
        '{"event_type":"alarm","client_payload":{"environment":"staging","alarms":[{"name":<name>,"arn":<arn>,"state":<state>,"at":<at>}]}}',
    });
    expect(readable(byDestination, at(body, 'dead_letter_config.arn'))).toBe('<notifications/dead-letters arn>');
  });

  test('shares its connection with the game days, and has no function', () => {
    expect(one(byDestination, 'aws_cloudwatch_event_api_destination', 'alarm-forwarding/github').body).toMatchObject({
      connection_arn: '${var.github_dispatch_connection_arn}',
      invocation_endpoint: 'https://api.github.com/repos/${var.github_repository}/dispatches',
    });
    expect(ofType(byDestination, 'aws_lambda_function')).toEqual([]);
  });
});
