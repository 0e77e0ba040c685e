// Values that certain arguments must have: where data goes, who is let in, which names a stack may take.
import { hostLabelOf, mainService, parameterPrefixOf, prefixOf, type StackSubject } from '../subject.ts';

export interface ValueRule {
  readonly type: string;
  /** Keys from the block's body on; lists on the way stand for each of their items. */
  readonly path: string;
  readonly allows: (subject: StackSubject) => RegExp;
  readonly why: string;
  /** Leaving it out would be as bad as a wrong value. */
  readonly isRequired?: true;
}

/** The ARN of something that the stack makes, or what the platform says in a parameter. */
const own = () => /^\$\{(?:aws_\w+\.[\w-]+\.arn|data\.aws_ssm_parameter\.[\w-]+\.insecure_value)\}(?::\*)?$/;
const ownBucket = () => /^(?:s3:\/\/)?\$\{aws_s3_bucket\.[\w-]+\.(?:bucket|id)\}(?:\/[\w/-]*)?$/;
const ownLogGroup = () => /^\$\{aws_cloudwatch_log_group\.[\w-]+\.name\}$/;
const on = () => /^true$/;
const literally = (text: string) => text.replaceAll('.', '\\.');

const staysHere = 'data goes only to what the stack itself has';
const staysPrivate = 'buckets stay closed to the public';

export const valueRules: readonly ValueRule[] = [
  { type: 'aws_api_gateway_stage', path: 'access_log_settings.destination_arn', allows: own, why: staysHere },
  { type: 'aws_athena_workgroup', path: 'configuration.result_configuration.output_location', allows: ownBucket, why: staysHere },
  { type: 'aws_cloudtrail', path: 's3_bucket_name', allows: ownBucket, why: staysHere },
  { type: 'aws_cloudtrail', path: 'cloud_watch_logs_group_arn', allows: own, why: staysHere },
  { type: 'aws_cloudwatch_composite_alarm', path: 'alarm_actions', allows: own, why: staysHere },
  { type: 'aws_cloudwatch_composite_alarm', path: 'ok_actions', allows: own, why: staysHere },
  { type: 'aws_cloudwatch_composite_alarm', path: 'insufficient_data_actions', allows: own, why: staysHere },
  {
    type: 'aws_cloudwatch_event_api_destination',
    path: 'invocation_endpoint',
    allows: () => /^https:\/\/api\.github\.com\/repos\/\$\{var\.github_repository\}\/dispatches$/,
    why: 'the token of the connection goes to GitHub alone, for the repository that whoever applies names',
    isRequired: true,
  },
  {
    type: 'aws_cloudwatch_event_api_destination',
    path: 'connection_arn',
    allows: () => /^\$\{var\.github_dispatch_connection_arn\}$/,
    why: 'a person makes the connection, and whoever applies names it',
    isRequired: true,
  },
  { type: 'aws_cloudwatch_event_target', path: 'arn', allows: own, why: staysHere },
  { type: 'aws_cloudwatch_metric_alarm', path: 'alarm_actions', allows: own, why: staysHere },
  { type: 'aws_cloudwatch_metric_alarm', path: 'ok_actions', allows: own, why: staysHere },
  { type: 'aws_cloudwatch_metric_alarm', path: 'insufficient_data_actions', allows: own, why: staysHere },
  {
    type: 'aws_elasticache_replication_group',
    path: 'log_delivery_configuration.destination',
    allows: ownLogGroup,
    why: staysHere,
  },
  { type: 'aws_flow_log', path: 'log_destination', allows: own, why: staysHere },
  { type: 'aws_kinesis_firehose_delivery_stream', path: 'extended_s3_configuration.bucket_arn', allows: own, why: staysHere },
  {
    type: 'aws_kinesis_firehose_delivery_stream',
    path: 'destination',
    allows: () => /^extended_s3$/,
    why: staysHere,
    isRequired: true,
  },
  { type: 'aws_lambda_event_source_mapping', path: 'event_source_arn', allows: own, why: staysHere, isRequired: true },
  { type: 'aws_lambda_event_source_mapping', path: 'function_name', allows: own, why: staysHere, isRequired: true },
  {
    type: 'aws_lambda_function',
    path: 's3_bucket',
    allows: () => /^\$\{aws_s3_object\.[\w-]+\.bucket\}$/,
    why: 'a function runs code that stands in the stack, where it is reviewed',
    isRequired: true,
  },
  {
    type: 'aws_lambda_function',
    path: 'environment.variables.GITHUB_API_URL',
    allows: () => /^https:\/\/api\.github\.com$/,
    why: 'the proof of the App, and its tokens, go to GitHub alone',
  },
  { type: 'aws_lb', path: 'access_logs.bucket', allows: ownBucket, why: staysHere },
  { type: 'aws_s3_object', path: 'bucket', allows: ownBucket, why: staysHere, isRequired: true },
  { type: 'aws_s3_bucket_logging', path: 'target_bucket', allows: ownBucket, why: staysHere },
  { type: 'aws_wafv2_web_acl_logging_configuration', path: 'log_destination_configs', allows: own, why: staysHere },
  {
    type: 'aws_scheduler_schedule',
    path: 'target.arn',
    allows: own,
    why: 'a schedule starts what the stack has, or tasks of its platform; a universal target would call any API of AWS',
    isRequired: true,
  },
  {
    type: 'aws_vpc_endpoint',
    path: 'service_name',
    allows: ({ region }) => new RegExp(`^com\\.amazonaws\\.${literally(region)}\\.[a-z0-9.-]+$`),
    why: "an endpoint leads to a service of AWS in the stack's region, not to somebody's own",
    isRequired: true,
  },
  {
    type: 'aws_api_gateway_integration',
    path: 'uri',
    allows: ({ region }) =>
      new RegExp(
        `^(?:arn:aws:apigateway:${literally(region)}:[a-z]+:action/\\w+|https://[a-z0-9-]+\\.\\$\\{var\\.domain\\}/.*)$`,
      ),
    why: 'the API hands on to a service of AWS or to the application, not to another host',
  },
  {
    type: 'aws_lb_listener_rule',
    path: 'condition.host_header.values',
    allows: (subject) =>
      new RegExp(`^${literally(hostLabelOf(subject))}\\.\\$\\{data\\.aws_ssm_parameter\\.[\\w-]+\\.insecure_value\\}$`),
    why: 'a service answers for its own host, and leaves the others theirs',
    isRequired: true,
  },
  {
    type: 'aws_fis_experiment_template',
    path: 'action.action_id',
    allows: () => new RegExp(`^aws:(?:${faults.join('|')})$`),
    why: 'an experiment disturbs; it runs no commands and no automations',
  },
  {
    type: 'aws_fis_experiment_template',
    path: 'target.resource_arns',
    allows: (subject) =>
      new RegExp(
        `^(?:\\$\\{aws_\\w+\\.[\\w-]+\\.arn\\}|arn:aws:iam::\\$\\{data\\.aws_caller_identity\\.[\\w-]+\\.account_id\\}:role/${literally(prefixOf(subject))}-${mainService}-task)$`,
      ),
    why: "an experiment hits what the stack has, and the role of the environment's own service",
  },
  {
    type: 'aws_fis_experiment_template',
    path: 'experiment_options.account_targeting',
    allows: () => /^single-account$/,
    why: 'an experiment stays in its account',
  },
  {
    type: 'aws_rds_cluster_instance',
    path: 'publicly_accessible',
    allows: () => /^false$/,
    why: 'the database is reached through its proxy alone',
    isRequired: true,
  },
  {
    type: 'aws_iam_role',
    path: 'name',
    allows: (subject) => new RegExp(`^${literally(prefixOf(subject))}-[a-z0-9-]+$`),
    why: 'the roles of CI may make only roles whose names begin with those of the environment',
    isRequired: true,
  },
  {
    type: 'aws_ssm_parameter',
    path: 'name',
    allows: (subject) => new RegExp(`^${literally(parameterPrefixOf(subject))}[a-z0-9/-]+$`),
    why: 'an environment reads and writes its own parameters',
    isRequired: true,
  },
  ...['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].map(
    (path): ValueRule => ({
      type: 'aws_s3_bucket_public_access_block',
      path,
      allows: on,
      why: staysPrivate,
      isRequired: true,
    }),
  ),
];

/** https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html */
const faults = [
  'arc:start-zonal-autoshift',
  'cloudwatch:assert-alarm-state',
  'ecs:stop-task',
  'elasticache:replicationgroup-interrupt-az-power',
  'fis:inject-api-throttle-error',
  'fis:wait',
  'network:disrupt-connectivity',
  'rds:failover-db-cluster',
];
