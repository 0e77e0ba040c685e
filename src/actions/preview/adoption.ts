// What Terraform calls a resource, told by its ARN alone: how something that no state knows of can be imported, and destroyed.

/** Something that exists, and the way to import it. */
export interface Adoptee {
  readonly resourceType: string;
  readonly importId: string;
  /** Its `id` in a state, where that is not what it is imported by. */
  readonly stateId?: string;
}

/** The parts of arn:partition:service:region:account:resource */
interface ArnParts {
  readonly arn: string;
  readonly region: string;
  readonly account: string;
  /** What the pattern captured. */
  readonly groups: readonly string[];
}

interface AdoptionRow {
  readonly resourceType: string;
  readonly service: string;
  /** Of all that comes after the account. */
  readonly resource: RegExp;
  /** What the provider's page of the type says under "Import". */
  readonly importId: (parts: ArnParts) => string;
}

const byArn = ({ arn }: ArnParts): string => arn;
/** The name, which the pattern captures; with several captures, joined by a slash. */
const byName = ({ groups }: ArnParts): string => groups.join('/');

/** For the types of the service and of the platform: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs */
const rows: readonly AdoptionRow[] = [
  { resourceType: 'aws_ecs_service', service: 'ecs', resource: /^service\/([^/]+)\/([^/]+)$/, importId: byName },
  { resourceType: 'aws_ecs_task_definition', service: 'ecs', resource: /^task-definition\//, importId: byArn },
  { resourceType: 'aws_ecs_cluster', service: 'ecs', resource: /^cluster\/([^/]+)$/, importId: byName },
  { resourceType: 'aws_lb', service: 'elasticloadbalancing', resource: /^loadbalancer\/app\//, importId: byArn },
  { resourceType: 'aws_lb_listener', service: 'elasticloadbalancing', resource: /^listener\/app\//, importId: byArn },
  { resourceType: 'aws_lb_listener_rule', service: 'elasticloadbalancing', resource: /^listener-rule\/app\//, importId: byArn },
  { resourceType: 'aws_lb_target_group', service: 'elasticloadbalancing', resource: /^targetgroup\//, importId: byArn },
  { resourceType: 'aws_cloudwatch_log_group', service: 'logs', resource: /^log-group:([^:]+)(?::\*)?$/, importId: byName },
  { resourceType: 'aws_cloudwatch_event_rule', service: 'events', resource: /^rule\/([^/]+)$/, importId: byName },
  { resourceType: 'aws_iam_role', service: 'iam', resource: /^role\/(?:.*\/)?([^/]+)$/, importId: byName },
  { resourceType: 'aws_elasticache_user', service: 'elasticache', resource: /^user:(.+)$/, importId: byName },
  { resourceType: 'aws_elasticache_user_group', service: 'elasticache', resource: /^usergroup:(.+)$/, importId: byName },
  {
    resourceType: 'aws_elasticache_replication_group',
    service: 'elasticache',
    resource: /^replicationgroup:(.+)$/,
    importId: byName,
  },
  {
    resourceType: 'aws_elasticache_parameter_group',
    service: 'elasticache',
    resource: /^parametergroup:(.+)$/,
    importId: byName,
  },
  { resourceType: 'aws_elasticache_subnet_group', service: 'elasticache', resource: /^subnetgroup:(.+)$/, importId: byName },
  { resourceType: 'aws_rds_cluster', service: 'rds', resource: /^cluster:([^:]+)$/, importId: byName },
  { resourceType: 'aws_rds_cluster_instance', service: 'rds', resource: /^db:(.+)$/, importId: byName },
  { resourceType: 'aws_rds_cluster_parameter_group', service: 'rds', resource: /^cluster-pg:(.+)$/, importId: byName },
  { resourceType: 'aws_db_subnet_group', service: 'rds', resource: /^subgrp:(.+)$/, importId: byName },
  { resourceType: 'aws_kinesis_stream', service: 'kinesis', resource: /^stream\/([^/]+)$/, importId: byName },
  { resourceType: 'aws_kinesis_firehose_delivery_stream', service: 'firehose', resource: /^deliverystream\//, importId: byArn },
  { resourceType: 'aws_athena_workgroup', service: 'athena', resource: /^workgroup\/(.+)$/, importId: byName },
  {
    resourceType: 'aws_glue_catalog_database',
    service: 'glue',
    resource: /^database\/(.+)$/,
    importId: ({ account, groups: [name] }) => `${account}:${name}`,
  },
  { resourceType: 'aws_s3_bucket', service: 's3', resource: /^([^/]+)$/, importId: byName },
  { resourceType: 'aws_kms_key', service: 'kms', resource: /^key\/(.+)$/, importId: byName },
  { resourceType: 'aws_sns_topic', service: 'sns', resource: /^[^:]+$/, importId: byArn },
  {
    resourceType: 'aws_sqs_queue',
    service: 'sqs',
    resource: /^(.+)$/,
    importId: ({ region, account, groups: [name] }) => `https://sqs.${region}.amazonaws.com/${account}/${name}`,
  },
  { resourceType: 'aws_secretsmanager_secret', service: 'secretsmanager', resource: /^secret:/, importId: byArn },
  { resourceType: 'aws_ssm_parameter', service: 'ssm', resource: /^parameter(\/.+)$/, importId: byName },
  {
    resourceType: 'aws_wafv2_web_acl',
    service: 'wafv2',
    resource: /^regional\/webacl\/([^/]+)\/([^/]+)$/,
    importId: ({ groups: [name, id] }) => `${id}/${name}/REGIONAL`,
  },
  {
    resourceType: 'aws_wafv2_ip_set',
    service: 'wafv2',
    resource: /^regional\/ipset\/([^/]+)\/([^/]+)$/,
    importId: ({ groups: [name, id] }) => `${id}/${name}/REGIONAL`,
  },
  { resourceType: 'aws_api_gateway_rest_api', service: 'apigateway', resource: /^\/restapis\/([^/]+)$/, importId: byName },
  {
    resourceType: 'aws_api_gateway_stage',
    service: 'apigateway',
    resource: /^\/restapis\/([^/]+)\/stages\/([^/]+)$/,
    importId: byName,
  },
  { resourceType: 'aws_api_gateway_usage_plan', service: 'apigateway', resource: /^\/usageplans\/([^/]+)$/, importId: byName },
  { resourceType: 'aws_api_gateway_api_key', service: 'apigateway', resource: /^\/apikeys\/([^/]+)$/, importId: byName },
  { resourceType: 'aws_xray_group', service: 'xray', resource: /^group\//, importId: byArn },
  { resourceType: 'aws_xray_sampling_rule', service: 'xray', resource: /^sampling-rule\/(.+)$/, importId: byName },
  { resourceType: 'aws_vpc', service: 'ec2', resource: /^vpc\/(.+)$/, importId: byName },
  { resourceType: 'aws_subnet', service: 'ec2', resource: /^subnet\/(.+)$/, importId: byName },
  { resourceType: 'aws_route_table', service: 'ec2', resource: /^route-table\/(.+)$/, importId: byName },
  { resourceType: 'aws_internet_gateway', service: 'ec2', resource: /^internet-gateway\/(.+)$/, importId: byName },
  { resourceType: 'aws_nat_gateway', service: 'ec2', resource: /^natgateway\/(.+)$/, importId: byName },
  { resourceType: 'aws_eip', service: 'ec2', resource: /^elastic-ip\/(.+)$/, importId: byName },
  { resourceType: 'aws_vpc_endpoint', service: 'ec2', resource: /^vpc-endpoint\/(.+)$/, importId: byName },
  { resourceType: 'aws_flow_log', service: 'ec2', resource: /^vpc-flow-log\/(.+)$/, importId: byName },
  { resourceType: 'aws_security_group', service: 'ec2', resource: /^security-group\/(.+)$/, importId: byName },
];

/** An alarm's ARN does not tell which kind it is: whichever is not there cannot be imported, which does no harm. */
const alarmTypes = ['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm'] as const;

/** What AWS makes and removes together with something else. */
const companions: readonly RegExp[] = [
  /:ecs:[^:]*:[^:]*:(?:task|service-deployment|service-revision)\//,
  /:ec2:[^:]*:[^:]*:(?:network-interface|security-group-rule)\//,
  /:application-autoscaling:/,
  // A proxy's ARN does not tell its name, which it is imported by: see adopteesByName.
  /:rds:[^:]*:[^:]*:(?:db-proxy|target-group|auto-backup|cluster-auto-backup|cluster-snapshot|snapshot):/,
  /:elasticache:[^:]*:[^:]*:cluster:/,
];

/**
 * What AWS keeps, tags and all, after it is gone: a task definition that is inactive, a key that is about to be deleted. That
 * such a thing is listed means nothing as long as every run ended well.
 */
const lingering: readonly RegExp[] = [/:ecs:[^:]*:[^:]*:task-definition\//, /:kms:[^:]*:[^:]*:key\//];

export function isLingering(arn: string): boolean {
  return lingering.some((pattern) => pattern.test(arn));
}

export type Adoption =
  | { readonly kind: 'adopt'; readonly adoptees: readonly Adoptee[] }
  | { readonly kind: 'companion' }
  /** Nothing in the table fits: a person has to look at it. */
  | { readonly kind: 'unknown' };

export function decideAdoption(arn: string): Adoption {
  if (companions.some((pattern) => pattern.test(arn))) return { kind: 'companion' };
  const [, , service = '', region = '', account = '', ...rest] = arn.split(':');
  const resource = rest.join(':');
  const alarm = /^alarm:(.+)$/.exec(resource)?.[1];
  if (service === 'cloudwatch' && alarm !== undefined) {
    return { kind: 'adopt', adoptees: alarmTypes.map((resourceType) => ({ resourceType, importId: alarm })) };
  }
  for (const row of rows) {
    const match = row.service === service ? row.resource.exec(resource) : null;
    if (match === null) continue;
    const groups = match.slice(1).map((group) => group ?? '');
    const importId = row.importId({ arn, region, account, groups });
    return { kind: 'adopt', adoptees: [{ resourceType: row.resourceType, importId }] };
  }
  return { kind: 'unknown' };
}
