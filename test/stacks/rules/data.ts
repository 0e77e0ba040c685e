// Rows 20 to 23: the database, the data lake, buckets, and the audit trail.
import { statementsIn } from '../support/iam.ts';
import { at, listAt, textAt } from '../support/json.ts';
import { ofType, type Resource, refersTo, type Stack } from '../support/stack.ts';
import { all, each, has, livingPlatforms, mayDo, platforms, type Rule, services, withBuckets } from './rule.ts';

export const dataRules: readonly Rule[] = [
  {
    row: 20,
    id: 'aurora',
    says: 'Aurora is current, encrypted, takes only TLS, knows IAM, and is neither deleted nor dropped without a snapshot',
    in: platforms,
    check: all(
      has('aws_rds_cluster', {
        engine: 'aurora-postgresql',
        engine_version: (version: unknown) => Number.parseInt(String(version), 10) >= 16,
        iam_database_authentication_enabled: true,
        storage_encrypted: true,
        deletion_protection: '${var.is_protected}',
        skip_final_snapshot: '${!var.is_protected}',
        final_snapshot_identifier: /^assess-.*-final$/,
      }),
      each('aws_rds_cluster_parameter_group', 'does not force TLS', ({ body }) =>
        listAt(body, 'parameter').some((each) => at(each, 'name') === 'rds.force_ssl' && at(each, 'value') === '1'),
      ),
      has('aws_rds_cluster_instance', { publicly_accessible: false, performance_insights_enabled: true }),
    ),
  },
  {
    row: 20,
    id: 'backups',
    says: 'production can go back 35 days',
    in: /^production\/platform$/,
    check: has('aws_rds_cluster', { backup_retention_period: 35 }),
  },
  {
    row: 20,
    id: 'database-proxy',
    says: 'the proxy takes only TLS and IAM, and alone knows the password of the least-privileged user',
    in: platforms,
    check: all(
      has('aws_db_proxy', {
        require_tls: true,
        'auth.0.iam_auth': 'REQUIRED',
        'auth.0.secret_arn': /aws_secretsmanager_secret\./,
      }),
      mayDo('database-proxy/secret-reader', 'secretsmanager:GetSecretValue', 'kms:Decrypt'),
    ),
  },
  {
    row: 20,
    id: 'own-database-user',
    says: 'the application logs in with an IAM token, as its own user, through the proxy',
    in: services,
    check: all(mayDo('roles/task', 'rds-db:connect'), (stack) => {
      const environment = ofType(stack, 'aws_ecs_task_definition').map(({ body }) => textAt(body, 'container_definitions'));
      const isRight = environment.every((text) => text.includes('{"name":"DB_USER","value":"app"}') && !/DB_PASS/.test(text));
      return isRight ? [] : ['the task is given another user, or a password'];
    }),
  },
  {
    row: 21,
    id: 'parquet',
    says: 'Firehose makes Parquet of what it reads: uncompressed on its way in, 64 MB or more at a time, by date',
    in: platforms,
    check: all(
      has('aws_kinesis_firehose_delivery_stream', {
        'extended_s3_configuration.compression_format': 'UNCOMPRESSED',
        'extended_s3_configuration.buffering_size': (megabytes: unknown) => Number(megabytes) >= 64,
        'extended_s3_configuration.data_format_conversion_configuration.enabled': true,
        'extended_s3_configuration.prefix': /^events\/year=.*month=.*day=/,
        'extended_s3_configuration.error_output_prefix': /^errors\//,
      }),
      each('aws_kinesis_firehose_delivery_stream', 'does not write Parquet', ({ body }) => {
        const conversion = at(body, 'extended_s3_configuration.data_format_conversion_configuration');
        return at(conversion, 'output_format_configuration.serializer.parquet_ser_de') !== undefined;
      }),
      has('aws_glue_catalog_table', { 'parameters.classification': 'parquet', 'partition_keys.0.name': 'year' }),
    ),
  },
  {
    row: 21,
    id: 'firehose-role',
    says: 'Firehose may list shards, read the table, and write in parts',
    in: platforms,
    check: mayDo(
      'data-lake/writer',
      ...['kinesis:DescribeStream', 'kinesis:GetShardIterator', 'kinesis:GetRecords', 'kinesis:ListShards'],
      ...['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
      ...['s3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads', 's3:PutObject'],
      ...['kms:Decrypt', 'kms:GenerateDataKey', 'logs:PutLogEvents'],
    ),
  },
  {
    row: 22,
    id: 'private-buckets',
    says: 'every bucket is closed to the public, versioned, encrypted, owned by us, and answers only to TLS',
    in: withBuckets,
    check: each('aws_s3_bucket', 'is not private', (bucket, stack) => {
      const policy = partOf(stack, bucket, 'aws_s3_bucket_policy')?.body.policy;
      const closed = partOf(stack, bucket, 'aws_s3_bucket_public_access_block')?.body;
      const doors = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
      const versioning = partOf(stack, bucket, 'aws_s3_bucket_versioning')?.body;
      return (
        doors.every((door) => at(closed, door) === true) &&
        at(versioning, 'versioning_configuration.status') === 'Enabled' &&
        partOf(stack, bucket, 'aws_s3_bucket_server_side_encryption_configuration') !== undefined &&
        at(partOf(stack, bucket, 'aws_s3_bucket_ownership_controls')?.body, 'rule.object_ownership') === 'BucketOwnerEnforced' &&
        policy !== undefined &&
        statementsIn(policy).some(isTlsOnly)
      );
    }),
  },
  {
    row: 22,
    id: 'bucket-lifecycle',
    says: 'no bucket fills for ever, but the one with the states: its history is the way back after a mistake; code stays in its newest version',
    in: withBuckets,
    check: each('aws_s3_bucket', 'has no lifecycle', (bucket, stack) => {
      const rule = at(partOf(stack, bucket, 'aws_s3_bucket_lifecycle_configuration')?.body, 'rule.0');
      if (bucket.path === 'state/bucket') return rule === undefined;
      const ends = bucket.path === code ? 'noncurrent_version_expiration.0.noncurrent_days' : 'expiration.0.days';
      return at(rule, 'status') === 'Enabled' && Number(at(rule, ends)) > 0;
    }),
  },
  {
    row: 22,
    id: 'unique-bucket-names',
    says: "bucket names carry the account and the region, and are nobody else's",
    in: withBuckets,
    check: has('aws_s3_bucket', { bucket: /-\$\{data\.aws_caller_identity\.caller\.account_id\}-eu-west-2$/ }),
  },
  {
    row: 23,
    id: 'audit-trail',
    says: 'the trail covers all regions, is signed, encrypted, sent to CloudWatch Logs, and records reads of analytics data',
    in: livingPlatforms,
    check: has('aws_cloudtrail', {
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      enable_logging: true,
      cloud_watch_logs_group_arn: /^\$\{aws_cloudwatch_log_group\..*\.arn\}:\*$/,
      'event_selector.0.include_management_events': true,
      'event_selector.0.data_resource.0.type': 'AWS::S3::Object',
      'event_selector.0.data_resource.0.values.0': /data-lake_events.*\.arn\}\/$/,
    }),
  },
  {
    row: 23,
    id: 'trail-bucket',
    says: 'the bucket lets the one trail in before the trail is made',
    in: livingPlatforms,
    check: all(
      each('aws_cloudtrail', 'does not wait for its bucket policy', ({ body }) =>
        listAt(body, 'depends_on').some((address) => String(address).startsWith('aws_s3_bucket_policy.audit_')),
      ),
      each('aws_s3_bucket_policy@audit/trail-bucket/policy', 'keeps the trail out', ({ body }) => {
        const ofTrail = statementsIn(body.policy).filter(({ principals }) => principals.includes('cloudtrail.amazonaws.com'));
        const isOne = ofTrail.every(({ condition }) =>
          textAt(condition, 'StringEquals.aws:SourceArn').includes(':trail/assess-'),
        );
        return (
          isOne && ['s3:GetBucketAcl', 's3:PutObject'].every((action) => ofTrail.some((each) => each.actions.includes(action)))
        );
      }),
      mayDo('audit/writer', 'logs:CreateLogStream', 'logs:PutLogEvents'),
    ),
  },
];

function partOf(stack: Stack, bucket: Resource, type: string): Resource | undefined {
  return ofType(stack, type).find(({ body }) => refersTo(body.bucket, bucket));
}

function isTlsOnly({ effect, actions, resources, principals, condition }: ReturnType<typeof statementsIn>[number]): boolean {
  const isForAll = principals.includes('*') && actions.includes('s3:*') && resources.length === 2;
  return effect === 'Deny' && isForAll && at(condition, 'Bool.aws:SecureTransport') === 'false';
}

/** What a function runs. */
const code = 'alarm-forwarding/forwarder/code/bucket';
