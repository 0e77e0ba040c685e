// Ways to break a stack, by the stack, each of which exactly one rule must notice.
import type { Label } from '../support/synthesized.ts';
import { type Change, inText, referenceTo } from './mutate.ts';

type Mutation = readonly [breaks: string, how: string, selector: string, change: Change];

const platform: readonly Mutation[] = [
  ['no-plaintext-secret', "the seed's password", 'aws_ssm_parameter@parameters/domain', { value: 'ChangeMe123!' }],
  ['managed-rotation', 'an empty Lambda ARN', 'aws_secretsmanager_secret_rotation', { rotation_lambda_arn: '' }],
  ['redis-users', 'an almighty default user', 'aws_elasticache_user@cache/default-user', { access_string: 'on ~* +@all' }],
  ['key-policy', 'a key that keeps log groups out', 'aws_kms_key', { policy: inText('logs.eu-west-2.', 'elsewhere.') }],
  ['arns-of-keys', 'the id of a key for CloudTrail', 'aws_cloudtrail', { kms_key_id: inText('.arn}', '.key_id}') }],
  ['words-of-today', 'an address in the words of old', 'aws_eip', { domain: undefined, vpc: true }],
  [
    'data-has-no-way-out',
    'a way to the internet',
    'aws_route@network/app-0-to-internet',
    { route_table_id: referenceTo('aws_route_table@network/data-routes', 'id') },
  ],
  ['room-for-tasks', 'a /24 app subnet', 'aws_subnet@network/app-1', { cidr_block: '10.0.32.0/24' }],
  ['room-for-tasks', 'two zones', 'aws_subnet@network/app-2', 'gone'],
  [
    'groups-talk-to-groups',
    'a database open to the VPC',
    'aws_vpc_security_group_ingress_rule@security-groups/database-in-from-database-proxy',
    { referenced_security_group_id: undefined, cidr_ipv4: '10.0.0.0/16' },
  ],
  ['flow-logs', 'no flow log', 'aws_flow_log', 'gone'],
  ['interface-endpoints', 'images through NAT', 'aws_vpc_endpoint@endpoints/ecr-dkr', 'gone'],
  ['tls-only', 'a policy of 2016', 'aws_lb_listener@edge/https', { ssl_policy: 'ELBSecurityPolicy-2016-08' }],
  ['tls-only', 'plain HTTP', 'aws_lb_listener@edge/http', { 'default_action.0': { type: 'forward' } }],
  ['guarded-balancer', 'no access logs', 'aws_lb', { 'access_logs.enabled': false }],
  ['firewall', 'an API without a firewall', 'aws_wafv2_web_acl_association@firewall/api', 'gone'],
  ['traces-api', 'an API without traces', 'aws_api_gateway_stage', { xray_tracing_enabled: false }],
  [
    'scoped-resources',
    'events into any stream',
    'aws_iam_role_policy@api/events/writer/policy',
    { policy: inText('${aws_kinesis_stream.event-stream.arn}', '*') },
  ],
  ['aurora', 'no final snapshot', 'aws_rds_cluster', { final_snapshot_identifier: undefined }],
  ['aurora', 'a version of 2023', 'aws_rds_cluster', { engine_version: '15.3' }],
  ['backups', 'a week of backups', 'aws_rds_cluster', { backup_retention_period: 7 }],
  ['database-proxy', 'passwords beside IAM', 'aws_db_proxy', { 'auth.0.iam_auth': 'DISABLED' }],
  [
    'parquet',
    'GZIP that is called Parquet',
    'aws_kinesis_firehose_delivery_stream',
    { 'extended_s3_configuration.compression_format': 'GZIP' },
  ],
  [
    'firehose-role',
    'a reader that cannot list shards',
    'aws_iam_role_policy@data-lake/writer/policy',
    { policy: inText(',"kinesis:ListShards"', '') },
  ],
  ['private-buckets', 'a bucket that can be public', 'aws_s3_bucket_public_access_block@data-lake/events/public-access', 'gone'],
  ['bucket-lifecycle', 'a bucket that fills', 'aws_s3_bucket_lifecycle_configuration@audit/trail-bucket/lifecycle', 'gone'],
  ['unique-bucket-names', "anybody's name", 'aws_s3_bucket@data-lake/events/bucket', { bucket: 'assess-analytics' }],
  ['audit-trail', 'one region', 'aws_cloudtrail', { is_multi_region_trail: false }],
  [
    'trail-bucket',
    'a bucket that keeps the trail out',
    'aws_s3_bucket_policy@audit/trail-bucket/policy',
    { policy: inText('s3:GetBucketAcl', 's3:GetBucketTagging') },
  ],
  ['api-is-whole', 'a deployment of nothing', 'aws_api_gateway_deployment', { depends_on: [] }],
  [
    'refused-events-are-sent-again',
    'an answer that blames the client',
    'aws_api_gateway_integration_response@api/events/failed',
    { status_code: '400' },
  ],
  ['api-is-throttled', 'a key without a plan', 'aws_api_gateway_usage_plan_key', 'gone'],
  ['api-url-has-stage', 'a URL without its stage', '', { 'output.api_gateway_url.value': inText('.invoke_url}', '.id}') }],
  [
    'errors-as-rates',
    'a count of errors',
    'aws_cloudwatch_metric_alarm@observability/api-5xx-rate',
    { metric_query: undefined, metric_name: '5XXError', statistic: 'Sum' },
  ],
  [
    'experiment-stops',
    'an experiment that nothing stops',
    'aws_fis_experiment_template@resilience/task-loss',
    { stop_condition: [{ source: 'none' }] },
  ],
  [
    'one-zone-only',
    'subnets of two zones',
    'aws_fis_experiment_template@resilience/az-failure-a',
    { 'target.0.resource_arns.1': referenceTo('aws_subnet@network/data-1', 'arn') },
  ],
  [
    'experiment-role',
    'a role for EC2 instances',
    'aws_iam_role_policy@resilience/experimenter/policy',
    { policy: inText('"ec2:DeleteNetworkAcl"', '"ec2:StopInstances"') },
  ],
  ['log-retention', 'logs without an end', 'aws_cloudwatch_log_group@flow-logs/logs', { retention_in_days: 0 }],
  ['outputs', 'no address of the database', '', { 'output.rds_endpoint': undefined }],
];

const service: readonly Mutation[] = [
  ['state-in-s3', 'no lock file', '', { 'terraform.backend.s3.use_lockfile': undefined }],
  [
    'pinned-image',
    'nginx:latest',
    'aws_ecs_task_definition',
    { container_definitions: inText('"image":"${var.image}"', '"image":"nginx:latest"') },
  ],
  ['health', 'a check of another path', 'aws_lb_target_group', { 'health_check.path': '/' }],
  ['waits-for-listener', 'a service that does not wait', 'aws_ecs_service', { depends_on: [] }],
  ['rolls-back', 'no circuit breaker', 'aws_ecs_service', { deployment_circuit_breaker: undefined }],
  ['keeps-scaled-count', 'a count that every apply resets', 'aws_ecs_service', { lifecycle: undefined }],
  ['traces-tasks', 'no X-Ray daemon', 'aws_ecs_task_definition', { container_definitions: inText('"xray"', '"other"') }],
  [
    'keys-of-tasks',
    'a task that can only decrypt',
    'aws_iam_role_policy@roles/task/policy',
    { policy: inText(',"kms:GenerateDataKey"', '') },
  ],
  ['boundaries', 'a role without a ceiling', 'aws_iam_role@roles/task/role', { permissions_boundary: undefined }],
  ['alarms-tell', 'an alarm that tells nobody', 'aws_cloudwatch_metric_alarm@observability/cpu', { alarm_actions: [] }],
  [
    'alarms-tell',
    'windows that nothing sums up',
    'aws_cloudwatch_composite_alarm@observability/slo-latency-page',
    { alarm_rule: 'ALARM("other") AND ALARM("another")' },
  ],
  ['scheduled-check', 'no dead-letter queue', 'aws_scheduler_schedule', { 'target.dead_letter_config': undefined }],
  [
    'starter-runs-newest',
    'a role for the revisions alone',
    'aws_iam_role_policy@health-check/starter/policy',
    { policy: inText('task-definition/assess-production-app"', 'task-definition/other"') },
  ],
  ['events-have-targets', 'a rule without a target', 'aws_cloudwatch_event_target', 'gone'],
  ['tags', 'no owner', '', { 'provider.aws.0.default_tags.0.tags.Owner': undefined }],
];

const bootstrap: readonly Mutation[] = [
  ['state-path-is-portable', 'a folder of this machine', '', { 'terraform.backend.local.path': '/home/me/terraform.tfstate' }],
  ['ci-by-oidc', 'a role for any branch', 'aws_iam_role@ci/deploy', { assume_role_policy: inText(':environment:deploy', ':*') }],
  ['no-service-wide-grant', 'all of IAM', 'aws_iam_role_policy@ci/plan-1', { policy: inText('"iam:List*"', '"iam:*"') }],
];

export const mutations: readonly (readonly [label: Label, ofStack: readonly Mutation[]])[] = [
  ['production/platform', platform],
  ['production/service', service],
  ['bootstrap', bootstrap],
];
