// What identities of a stack may be and do; narrower than the permissions boundary, which holds them in any case.

/** The managed policy that no role of a stack can go beyond; the bootstrap stack writes it. */
export const workloadBoundary = 'opsdeck-workload-boundary';

/** Services of AWS that may take a role of a stack. */
export const roleTakers: readonly string[] = [
  'apigateway.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'events.amazonaws.com',
  'firehose.amazonaws.com',
  'fis.amazonaws.com',
  'monitoring.rds.amazonaws.com',
  'rds.amazonaws.com',
  'scheduler.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
];

/** Of the platform of an environment that lives: see `hostTypes`. */
export const hostRoleTakers: readonly string[] = ['lambda.amazonaws.com'];

/** Services of AWS that a key, a bucket or a topic may be open to. `<region>` stands for the stack's own. */
export const resourceUsers: readonly string[] = [
  'cloudtrail.amazonaws.com',
  'cloudwatch.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'events.amazonaws.com',
  'logdelivery.elasticloadbalancing.amazonaws.com',
  'logging.s3.amazonaws.com',
  'logs.<region>.amazonaws.com',
];

/** Policies that AWS keeps, by their ARN. */
export const managedPolicies: readonly string[] = [
  'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
  'arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole',
];

/** Services whose actions a role may have. */
export const actionServices: readonly string[] = [
  'arc-zonal-shift',
  'autoscaling',
  'cloudwatch',
  'ec2',
  'ecs',
  'elasticache',
  'events',
  'fis',
  'glue',
  'kinesis',
  'kms',
  'logs',
  'rds',
  'rds-db',
  's3',
  'secretsmanager',
  'sqs',
  'tag',
  'xray',
];

/** Of the platform of an environment that lives: see `hostTypes`. */
export const hostActionServices: readonly string[] = ['dynamodb'];

/** The service that a role may be handed on to, beside those that a resource of the stack names. */
export const passedTo = 'ecs-tasks.amazonaws.com';

/** Actions that know no resource, or only look: https://docs.aws.amazon.com/service-authorization/latest/reference/ */
export const actionsOnAnything: readonly string[] = [
  'arc-zonal-shift:ListManagedResources',
  'autoscaling:DescribeTags',
  'cloudwatch:DescribeAlarms',
  'ec2:DescribeManagedPrefixLists',
  'ec2:DescribeNetworkAcls',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ecs:ListTasks',
  'elasticache:DescribeReplicationGroups',
  'logs:CreateLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:PutResourcePolicy',
  'rds:DescribeDBClusters',
  'rds:DescribeDBInstances',
  'tag:GetResources',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];

/** What an ARN may name without a name of the environment in it: AWS gives these their ids, tags tell whose they are. */
export const namelessResources: readonly string[] = ['ec2:network-acl/*', 'ec2:subnet/*', 'fis:experiment/*', 'glue:catalog'];

/**
 * What a policy may be put together from: `type.attribute`, where `*` stands for every type. These values are ARNs, ids and
 * names that AWS checks, so no quote can come with them and end the text that they are in.
 */
export const policyReferences: readonly string[] = [
  '*.arn',
  'aws_ecs_cluster.name',
  'data.aws_caller_identity.account_id',
  'data.aws_ssm_parameter.insecure_value',
];
