// The constructs encryption, database, database-proxy, cache, audit, event-stream, data-lake and event-table.
import { describe, expect, test } from '@jest/globals';
import { at, listAt } from '../support/json.ts';
import { grants, outline, parts, policyOf, readable } from '../support/outline.ts';
import { below, ofType, one } from '../support/stack.ts';
import { stackNamed } from '../support/synthesized.ts';

const production = stackNamed('production/platform');
const staging = stackNamed('staging/platform');
const preview = stackNamed('preview/platform');
const platforms = { production, staging, preview };

describe('encryption', () => {
  test('lets services in on behalf of the account', () => {
    expect(policyOf(production, 'aws_kms_key', 'encryption/key')).toMatchInlineSnapshot(`
      "Allow arn:aws:iam::111122223333:root: kms:* on *
      Allow logs.eu-west-2.amazonaws.com: kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey*, kms:Describe* on *
        if kms:EncryptionContext:aws:logs:arn ArnLike arn:aws:logs:eu-west-2:111122223333:*
      Allow cloudtrail.amazonaws.com: kms:GenerateDataKey*, kms:DescribeKey on *
        if aws:SourceArn StringEquals arn:aws:cloudtrail:eu-west-2:111122223333:trail/assess-production
      Allow cloudwatch.amazonaws.com, delivery.logs.amazonaws.com: kms:Decrypt, kms:GenerateDataKey* on *
        if aws:SourceAccount StringEquals 111122223333
      Allow events.amazonaws.com: kms:Decrypt, kms:GenerateDataKey* on *"
    `);
  });
});

describe('database', () => {
  test.each([
    ['production', ['db.r6g.2xlarge eu-west-2a', 'db.r6g.2xlarge eu-west-2b'], 35, undefined],
    ['staging', ['db.r6g.large eu-west-2a', 'db.r6g.large eu-west-2b'], 7, undefined],
    ['preview', ['db.serverless eu-west-2a'], 1, { min_capacity: 0.5, max_capacity: 2 }],
  ] as const)('of %s', (profile, instances, backupDays, serverless) => {
    const stack = platforms[profile];
    const made = ofType(stack, 'aws_rds_cluster_instance').map(({ body }) => `${body.instance_class} ${body.availability_zone}`);
    const { backup_retention_period, serverlessv2_scaling_configuration } = one(stack, 'aws_rds_cluster').body;
    expect({ made, backup_retention_period, serverlessv2_scaling_configuration }).toEqual({
      made: instances,
      backup_retention_period: backupDays,
      serverlessv2_scaling_configuration: serverless,
    });
  });

  test('finds its log group before RDS makes one without a key and without an end', () => {
    expect(readable(production, one(production, 'aws_rds_cluster').body.depends_on)).toContain(
      'aws_cloudwatch_log_group.database_logs',
    );
    const [logs] = below(production, 'database').filter(({ type }) => type === 'aws_cloudwatch_log_group');
    expect(logs?.body.name).toBe('/aws/rds/cluster/assess-production/postgresql');
  });
});

describe('database-proxy', () => {
  test('reads one secret, and opens it through Secrets Manager alone', () => {
    expect(grants(production, 'database-proxy/secret-reader')).toMatchInlineSnapshot(`
      "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on <database-proxy/user arn>
      Allow kms:Decrypt on <encryption/key arn>
        if kms:ViaService StringEquals secretsmanager.eu-west-2.amazonaws.com"
    `);
  });

  test('passes a new password from AWS to AWS', () => {
    expect(production.json.ephemeral).toEqual({
      aws_secretsmanager_random_password: { application_user_password: { password_length: 40, exclude_punctuation: true } },
    });
  });

  test('frees the name of a secret at once where the environment comes and goes', () => {
    const windows = [production, preview].map(
      (stack) => one(stack, 'aws_secretsmanager_secret', 'database-proxy/user').body.recovery_window_in_days,
    );
    expect(windows).toEqual([30, 0]);
  });
});

describe('cache', () => {
  test.each([
    ['production', { node_type: 'cache.r6g.xlarge', num_cache_clusters: 2, multi_az_enabled: true, snapshot_retention_limit: 7 }],
    ['staging', { node_type: 'cache.t4g.small', num_cache_clusters: 2, multi_az_enabled: true, snapshot_retention_limit: 7 }],
    ['preview', { node_type: 'cache.t4g.small', num_cache_clusters: 1, multi_az_enabled: false, snapshot_retention_limit: 0 }],
  ] as const)('of %s', (profile, wanted) => {
    expect(one(platforms[profile], 'aws_elasticache_replication_group').body).toMatchObject(wanted);
  });

  test('lets the service of an environment at its own keys, and whatever runs in a preview of its own at all', () => {
    const accessTo = (stack: typeof production) => one(stack, 'aws_elasticache_user', 'cache/user').body.access_string;
    expect([accessTo(production), accessTo(preview)]).toEqual([
      'on resetchannels ~app:* &app:* +@all -@admin -@dangerous',
      'on resetchannels ~* &* +@all -@admin -@dangerous',
    ]);
  });

  test.each([
    ['production', 10],
    ['staging', 10],
    ['preview', 0],
  ] as const)('of %s keeps %i users for guests, each shut in its own keys', (profile, slots) => {
    const guests = ofType(platforms[profile], 'aws_elasticache_user').filter(({ body }) => /-guest-/.test(String(body.user_id)));
    expect(new Set(guests.map(({ body }) => body.access_string))).toEqual(
      new Set(
        Array.from({ length: slots }, (_, index) => {
          const keys = `guest-${index + 1}:*`;
          return `on resetchannels ~${keys} &${keys} +@all -@admin -@dangerous`;
        }),
      ),
    );
    const members = one(platforms[profile], 'aws_elasticache_user_group').body.user_ids;
    expect(members).toHaveLength(slots + 2);
  });
});

describe('audit', () => {
  test('keeps its bucket to the one trail', () => {
    expect(policyOf(production, 'aws_s3_bucket_policy', 'audit/trail-bucket/policy')).toMatchInlineSnapshot(`
      "Deny *: s3:* on <audit/trail-bucket/bucket arn>, <audit/trail-bucket/bucket arn>/*
        if aws:SecureTransport Bool false
      Allow cloudtrail.amazonaws.com: s3:GetBucketAcl on <audit/trail-bucket/bucket arn>
        if aws:SourceArn StringEquals arn:aws:cloudtrail:eu-west-2:111122223333:trail/assess-production
      Allow cloudtrail.amazonaws.com: s3:PutObject on <audit/trail-bucket/bucket arn>/AWSLogs/111122223333/*
        if aws:SourceArn StringEquals arn:aws:cloudtrail:eu-west-2:111122223333:trail/assess-production
        if s3:x-amz-acl StringEquals bucket-owner-full-control"
    `);
  });

  test('is left to the account in a preview', () => {
    expect(below(preview, 'audit')).toEqual([]);
  });
});

test.each([
  ['production', 'PROVISIONED', 10],
  ['staging', 'PROVISIONED', 1],
  ['preview', 'ON_DEMAND', undefined],
] as const)('event-stream of %s: %s', (profile, mode, shards) => {
  const { stream_mode_details, shard_count } = one(platforms[profile], 'aws_kinesis_stream').body;
  expect([at(stream_mode_details, 'stream_mode'), shard_count]).toEqual([mode, shards]);
});

describe('data-lake', () => {
  test('consists of', () => {
    const ownParts = parts(production, 'data-lake')
      .split('\n')
      .filter((line) => !line.startsWith('s3_bucket_'));
    expect(ownParts.join('\n')).toMatchInlineSnapshot(`
      "athena_workgroup data-lake/queries
      cloudwatch_log_group data-lake/logs
      cloudwatch_log_stream data-lake/log-stream
      glue_catalog_database data-lake/catalog
      glue_catalog_table data-lake/event-table
      iam_role data-lake/writer/role
      iam_role_policy data-lake/writer/policy
      kinesis_firehose_delivery_stream data-lake/delivery
      s3_bucket data-lake/events/bucket
      s3_bucket data-lake/query-results/bucket"
    `);
  });

  test('keeps files for so many days', () => {
    const lifecycles = ofType(production, 'aws_s3_bucket_lifecycle_configuration');
    expect(outline(production, lifecycles, 'rule.0.expiration.0.days', 'rule.0.transition.0')).toMatchInlineSnapshot(`
      "access-logs/lifecycle: 365 {"days":90,"storage_class":"GLACIER_IR"}
      alarm-forwarding/forwarder/code/lifecycle:
      audit/trail-bucket/lifecycle: 2555 {"days":90,"storage_class":"GLACIER_IR"}
      data-lake/events/lifecycle: 2555 {"days":90,"storage_class":"GLACIER_IR"}
      data-lake/query-results/lifecycle: 30"
    `);
  });

  test('is written by a role that reads one stream and one table', () => {
    expect(grants(production, 'data-lake/writer')).toMatchInlineSnapshot(`
      "Allow 
          kinesis:DescribeStream
          kinesis:DescribeStreamSummary
          kinesis:GetShardIterator
          kinesis:GetRecords
          kinesis:ListShards on <event-stream arn>
      Allow s3:GetBucketLocation, s3:ListBucket, s3:ListBucketMultipartUploads on <data-lake/events/bucket arn>
      Allow s3:AbortMultipartUpload, s3:GetObject, s3:PutObject on <data-lake/events/bucket arn>/*
      Allow kms:Decrypt, kms:GenerateDataKey on <encryption/key arn>
      Allow glue:GetTable, glue:GetTableVersion, glue:GetTableVersions on 
          arn:aws:glue:eu-west-2:111122223333:catalog
          <data-lake/catalog arn>
          <data-lake/event-table arn>
      Allow logs:PutLogEvents on <data-lake/logs arn>:*"
    `);
  });

  test('stops a query that forgot its dates', () => {
    expect(one(production, 'aws_athena_workgroup').body.configuration).toMatchObject({
      enforce_workgroup_configuration: true,
      bytes_scanned_cutoff_per_query: 10 * 1024 ** 3,
    });
  });
});

describe('event-table', () => {
  const { body } = one(production, 'aws_glue_catalog_table');

  test('has these columns', () => {
    const columns = listAt(body, 'storage_descriptor.columns').map((column) => `${at(column, 'name')} ${at(column, 'type')}`);
    expect(columns).toEqual([
      'event_id string',
      'student_id string',
      'assessment_id string',
      'event_type string',
      'occurred_at timestamp',
      'payload string',
    ]);
  });

  test("leaves Athena's placeholders to Athena, and puts files where Firehose does", () => {
    const template = (body.parameters as Record<string, string>)['storage.location.template'] ?? '';
    expect(template).toMatch(/\/events\/year=\$\$\{year\}\/month=\$\$\{month\}\/day=\$\$\{day\}\/$/);
    const { prefix } = at(one(production, 'aws_kinesis_firehose_delivery_stream').body, 'extended_s3_configuration') as {
      prefix: string;
    };
    expect(prefix).toBe('events/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/');
  });
});
