// Arguments that no stack may give, though the type is allowed: each sends data or credentials elsewhere, or opens a door.

export interface RefusedArgument {
  /** `*`: of every type. */
  readonly type: string;
  /** Name of the argument or nested block, at any depth. */
  readonly name: string;
  readonly why: string;
}

const secretInState = 'a secret in plain text would lie in the state and in the pull request';
const otherSource = 'data comes from the stack itself, not from a copy of something else';
const otherNetwork = 'traffic leaves only by the gateways of the stack';
const otherDestination = 'events go only to the bucket of the stack';
const otherRegion = 'data stays in its region and account';

const rows: readonly (readonly [type: string, names: readonly string[], why: string])[] = [
  ['*', ['authenticate_oidc', 'authenticate_cognito'], 'whoever signs students in sees their tokens'],
  ['aws_api_gateway_integration', ['connection_id', 'tls_config'], otherNetwork],
  ['aws_api_gateway_rest_api', ['body', 'put_rest_api_mode'], 'an imported API brings integrations along that no rule reads'],
  ['aws_cloudwatch_event_target', ['http_target', 'run_command_targets'], 'events neither call other hosts nor run commands'],
  ['aws_dynamodb_table', ['import_table', 'restore_source_name', 'restore_source_table_arn'], otherSource],
  ['aws_dynamodb_table', ['replica', 'restore_to_latest_time', 'stream_enabled'], otherRegion],
  ['aws_ecs_task_definition', ['volume'], 'tasks keep nothing, and mount nothing of others'],
  ['aws_elasticache_replication_group', ['auth_token'], secretInState],
  ['aws_elasticache_replication_group', ['global_replication_group_id'], otherRegion],
  ['aws_elasticache_replication_group', ['snapshot_arns', 'snapshot_name'], otherSource],
  ['aws_elasticache_user', ['passwords'], secretInState],
  ['aws_flow_log', ['deliver_cross_account_role'], otherRegion],
  ['aws_glue_catalog_database', ['create_table_default_permission', 'federated_database', 'target_database'], otherRegion],
  ['aws_glue_catalog_table', ['target_table'], otherRegion],
  [
    'aws_iam_role',
    ['inline_policy', 'managed_policy_arns'],
    'policies of a role stand beside it, where they are read one by one',
  ],
  [
    'aws_kinesis_firehose_delivery_stream',
    [
      'elasticsearch_configuration',
      'http_endpoint_configuration',
      'iceberg_configuration',
      'opensearch_configuration',
      'opensearchserverless_configuration',
      'processing_configuration',
      'redshift_configuration',
      's3_backup_configuration',
      'snowflake_configuration',
      'splunk_configuration',
    ],
    otherDestination,
  ],
  ['aws_kms_key', ['bypass_policy_lockout_safety_check'], 'a key must stay in reach of its account'],
  ['aws_kms_key', ['multi_region'], otherRegion],
  ['aws_lambda_event_source_mapping', ['destination_config', 'self_managed_event_source'], otherDestination],
  [
    'aws_lambda_function',
    ['code_signing_config_arn', 'filename', 'image_uri', 'layers'],
    "a function runs the code that lies in the stack's own bucket, and nothing beside it",
  ],
  ['aws_lambda_function', ['dead_letter_config', 'file_system_config', 'vpc_config'], otherNetwork],
  ['aws_lb_listener', ['host', 'mutual_authentication'], 'the listener answers for its own host'],
  ['aws_lb_listener_rule', ['redirect'], 'a service answers itself; it sends nobody elsewhere'],
  ['aws_rds_cluster', ['master_password', 'master_password_wo'], secretInState],
  [
    'aws_rds_cluster',
    ['replication_source_identifier', 'restore_to_point_in_time', 's3_import', 'snapshot_identifier'],
    otherSource,
  ],
  ['aws_rds_cluster', ['enable_http_endpoint', 'iam_roles'], 'the database is reached through its proxy alone'],
  ['aws_rds_cluster', ['global_cluster_identifier', 'source_region'], otherRegion],
  ['aws_rds_cluster_instance', ['custom_iam_instance_profile'], 'the database is reached through its proxy alone'],
  [
    'aws_route',
    ['core_network_arn', 'network_interface_id', 'transit_gateway_id', 'vpc_endpoint_id', 'vpc_peering_connection_id'],
    otherNetwork,
  ],
  ['aws_route_table', ['route'], 'routes stand beside their table, where they are read one by one'],
  ['aws_s3_bucket', ['acl', 'grant', 'policy', 'replication_configuration', 'website'], 'what opens a bucket stands beside it'],
  ['aws_s3_bucket_logging', ['target_grant'], otherRegion],
  ['aws_s3_object', ['source'], 'what it reads would be a file of the runner'],
  ['aws_s3_object', ['acl', 'website_redirect'], 'what opens a bucket stands beside it'],
  ['aws_secretsmanager_secret', ['policy', 'replica'], 'a secret stays with the roles that name it'],
  ['aws_secretsmanager_secret_version', ['secret_binary', 'secret_string'], secretInState],
  ['aws_vpc_endpoint', ['policy', 'resource_configuration_arn', 'service_network_arn', 'service_region'], otherNetwork],
];

export const refusedArguments: readonly RefusedArgument[] = rows.flatMap(([type, names, why]) =>
  names.map((name) => ({ type, name, why })),
);
