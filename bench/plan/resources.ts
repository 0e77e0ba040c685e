// The kinds of resources in a generated plan: their attributes as the AWS provider lists them, nulls included.
import type { Random } from './random.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface Made {
  /** What the configuration says. */
  readonly inputs: Values;
  /** What only the provider knows, after it was created. */
  readonly computed: Values;
  /** What an update changes. */
  change(pick: Random): Values;
}

export interface Maker {
  readonly type: string;
  readonly sensitive?: readonly string[];
  make(pick: Random, name: string): Made;
}

const account = '123456789012';
const region = 'eu-west-2';

function tags(pick: Random, name: string): Values {
  const own = { Environment: 'production', Name: name, Owner: pick.one(['platform', 'assessment', 'data']) };
  return { tags: own, tags_all: { ...own, ManagedBy: 'opsdeck', Repository: 'example/platform' } };
}

function arn(service: string, rest: string): string {
  return `arn:aws:${service}:${region}:${account}:${rest}`;
}

function nulls(...names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, null]));
}

const service: Maker = {
  type: 'aws_ecs_service',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls(
        'availability_zone_rebalancing',
        'force_delete',
        'force_new_deployment',
        'service_connect_configuration',
        'timeouts',
      ),
      alarms: [{ alarm_names: [`${name}-errors`, `${name}-latency`], enable: true, rollback: true }],
      cluster: arn('ecs', 'cluster/production'),
      deployment_circuit_breaker: [{ enable: true, rollback: true }],
      deployment_maximum_percent: 200,
      deployment_minimum_healthy_percent: 100,
      desired_count: pick.number(20),
      enable_ecs_managed_tags: true,
      health_check_grace_period_seconds: 60,
      launch_type: 'FARGATE',
      name,
      network_configuration: [
        {
          assign_public_ip: false,
          security_groups: [`sg-${pick.hex(17)}`],
          subnets: [`subnet-${pick.hex(17)}`, `subnet-${pick.hex(17)}`],
        },
      ],
      propagate_tags: 'SERVICE',
      task_definition: arn('ecs', `task-definition/${name}:${pick.number(500)}`),
      wait_for_steady_state: true,
    },
    computed: {
      iam_role: `/aws-service-role/${name}`,
      id: arn('ecs', `service/production/${name}`),
      platform_version: 'LATEST',
      triggers: {},
    },
    change: (by) => ({
      desired_count: 20 + by.number(20),
      task_definition: arn('ecs', `task-definition/${name}:${501 + by.number(99)}`),
    }),
  }),
};

function policy(pick: Random, name: string): string {
  const statement = (index: number) => ({
    Action: [`s3:Get${pick.one(['Object', 'Bucket'])}*`, 's3:ListBucket', 'kms:Decrypt', 'logs:PutLogEvents'],
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    Effect: 'Allow',
    Resource: [arn('s3', `${name}-${index}`), arn('s3', `${name}-${index}/*`)],
    Sid: `Statement${index}`,
  });
  return JSON.stringify({ Statement: [0, 1, 2, 3].map(statement), Version: '2012-10-17' });
}

const iamPolicy: Maker = {
  type: 'aws_iam_policy',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls('delay_after_policy_creation_in_ms', 'description'),
      name,
      path: '/',
      policy: policy(pick, name),
    },
    computed: {
      arn: arn('iam', `policy/${name}`),
      attachment_count: 1,
      id: arn('iam', `policy/${name}`),
      name_prefix: '',
      policy_id: `ANPA${pick.hex(17).toUpperCase()}`,
    },
    change: (by) => ({ policy: policy(by, `${name}-next`) }),
  }),
};

const alarm: Maker = {
  type: 'aws_cloudwatch_metric_alarm',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls(
        'datapoints_to_alarm',
        'evaluate_low_sample_count_percentiles',
        'extended_statistic',
        'insufficient_data_actions',
        'threshold_metric_id',
        'unit',
      ),
      actions_enabled: true,
      alarm_actions: [arn('sns', 'alerts')],
      alarm_description: `Students see it when ${name} is slow: see the runbook at https://runbooks.example.com/${name}`,
      alarm_name: name,
      comparison_operator: 'GreaterThanThreshold',
      dimensions: { LoadBalancer: `app/${name}/${pick.hex(16)}`, TargetGroup: `targetgroup/${name}/${pick.hex(16)}` },
      evaluation_periods: 3,
      metric_name: 'TargetResponseTime',
      metric_query: [],
      namespace: 'AWS/ApplicationELB',
      ok_actions: [arn('sns', 'alerts')],
      period: 60,
      statistic: 'Average',
      threshold: pick.number(1000),
      treat_missing_data: 'breaching',
    },
    computed: { arn: arn('cloudwatch', `alarm:${name}`), id: name },
    change: (by) => ({ threshold: 1000 + by.number(1000), evaluation_periods: 5 }),
  }),
};

const securityGroup: Maker = {
  type: 'aws_security_group',
  make: (pick, name) => {
    const rule = (port: number) => ({
      ...{ cidr_blocks: [`10.${pick.number(255)}.0.0/16`], description: `port ${port}`, from_port: port, ipv6_cidr_blocks: [] },
      ...{ prefix_list_ids: [], protocol: 'tcp', security_groups: [], self: false, to_port: port },
    });
    const rules = [rule(443), rule(8080), rule(5432 + pick.number(9))];
    return {
      inputs: {
        ...tags(pick, name),
        ...nulls('timeouts'),
        description: 'Managed by Terraform',
        egress: [rule(443)],
        ingress: rules,
        name,
        revoke_rules_on_delete: null,
        vpc_id: `vpc-${pick.hex(17)}`,
      },
      computed: {
        arn: arn('ec2', `security-group/sg-${pick.hex(17)}`),
        id: `sg-${pick.hex(17)}`,
        name_prefix: '',
        owner_id: account,
      },
      change: (by) => ({ ingress: [...rules.slice(1), { ...rule(443), cidr_blocks: [`10.${by.number(255)}.1.0/24`] }] }),
    };
  },
};

function containers(pick: Random, name: string): string {
  const environment = [
    ['LOG_LEVEL', 'info'],
    ['DATABASE_URL', `postgres://app:${pick.hex(24)}@db.example.com:5432/app`],
    ['REGION', region],
  ].map(([key, value]) => ({ name: key, value }));
  const logs = {
    logDriver: 'awslogs',
    options: { 'awslogs-group': `/service/${name}`, 'awslogs-region': region, 'awslogs-stream-prefix': 'app' },
  };
  const image = `${account}.dkr.ecr.${region}.amazonaws.com/app:${pick.hex(40)}`;
  return JSON.stringify([
    {
      cpu: 512,
      environment,
      essential: true,
      image,
      logConfiguration: logs,
      memory: 1024,
      name,
      portMappings: [{ containerPort: 8080 }],
    },
  ]);
}

const taskDefinition: Maker = {
  type: 'aws_ecs_task_definition',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls('ipc_mode', 'pid_mode', 'ephemeral_storage', 'inference_accelerator'),
      container_definitions: containers(pick, name),
      cpu: '512',
      execution_role_arn: arn('iam', `role/${name}-execution`),
      family: name,
      memory: '1024',
      network_mode: 'awsvpc',
      requires_compatibilities: ['FARGATE'],
      skip_destroy: false,
      task_role_arn: arn('iam', `role/${name}`),
      track_latest: false,
    },
    computed: {
      arn: arn('ecs', `task-definition/${name}:7`),
      arn_without_revision: arn('ecs', `task-definition/${name}`),
      id: name,
      revision: 7,
    },
    change: (by) => ({ container_definitions: containers(by, name) }),
  }),
};

const database: Maker = {
  type: 'aws_db_instance',
  sensitive: ['password'],
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls(
        'character_set_name',
        'custom_iam_instance_profile',
        'domain',
        'final_snapshot_identifier',
        'restore_to_point_in_time',
        's3_import',
        'snapshot_identifier',
      ),
      allocated_storage: 100,
      apply_immediately: false,
      backup_retention_period: 14,
      deletion_protection: true,
      enabled_cloudwatch_logs_exports: ['postgresql'],
      engine: 'postgres',
      engine_version: '16.4',
      identifier: name,
      instance_class: 'db.r6g.large',
      multi_az: true,
      password: pick.hex(32),
      storage_encrypted: true,
      username: 'app',
    },
    computed: {
      address: `${name}.abc123.${region}.rds.amazonaws.com`,
      arn: arn('rds', `db:${name}`),
      endpoint: `${name}.abc123.${region}.rds.amazonaws.com:5432`,
      id: name,
      resource_id: `db-${pick.hex(26).toUpperCase()}`,
    },
    change: (by) => ({ engine_version: `16.${5 + by.number(3)}`, password: by.hex(32) }),
  }),
};

const bucket: Maker = {
  type: 'aws_s3_bucket',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      bucket: name.replaceAll('_', '-'),
      force_destroy: false,
      object_lock_enabled: false,
      timeouts: null,
    },
    computed: {
      acceleration_status: '',
      arn: `arn:aws:s3:::${name}`,
      bucket_domain_name: `${name}.s3.amazonaws.com`,
      bucket_regional_domain_name: `${name}.s3.${region}.amazonaws.com`,
      grant: [],
      hosted_zone_id: 'Z3GKZC51ZF0DB4',
      id: name,
      policy: '',
      region,
      request_payer: 'BucketOwner',
      server_side_encryption_configuration: [],
      versioning: [],
    },
    change: () => ({ force_destroy: true }),
  }),
};

const parameter: Maker = {
  type: 'aws_ssm_parameter',
  sensitive: ['value'],
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls('allowed_pattern', 'overwrite', 'value_wo', 'value_wo_version'),
      description: 'Read by the service',
      name: `/opsdeck/${name}`,
      tier: 'Standard',
      type: 'String',
      value: `value-${pick.hex(12)}`,
    },
    computed: {
      arn: arn('ssm', `parameter/${name}`),
      data_type: 'text',
      id: `/opsdeck/${name}`,
      insecure_value: null,
      key_id: '',
      version: 3,
    },
    change: (by) => ({ value: `value-${by.hex(12)}` }),
  }),
};

function dashboardBody(pick: Random, name: string): string {
  const widget = (index: number) => ({
    height: 6,
    properties: {
      metrics: [
        ['AWS/ECS', 'CPUUtilization', 'ServiceName', name],
        ['.', 'MemoryUtilization', '.', '.'],
      ],
      period: 60,
      region,
      title: `${name} ${index}`,
      view: 'timeSeries',
      yAxis: { left: { max: 100 + pick.number(50), min: 0 } },
    },
    type: 'metric',
    width: 12,
    x: (index % 2) * 12,
    y: 6 * index,
  });
  return JSON.stringify({ widgets: [0, 1, 2, 3, 4, 5].map(widget) });
}

const dashboard: Maker = {
  type: 'aws_cloudwatch_dashboard',
  make: (pick, name) => ({
    inputs: { dashboard_body: dashboardBody(pick, name), dashboard_name: name },
    computed: { dashboard_arn: arn('cloudwatch', `dashboard/${name}`), id: name },
    change: (by) => ({ dashboard_body: dashboardBody(by, name) }),
  }),
};

const subnet: Maker = {
  type: 'aws_subnet',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls(
        'customer_owned_ipv4_pool',
        'enable_lni_at_device_index',
        'ipv6_cidr_block',
        'map_customer_owned_ip_on_launch',
        'outpost_arn',
        'timeouts',
      ),
      assign_ipv6_address_on_creation: false,
      availability_zone: `${region}${pick.one(['a', 'b', 'c'])}`,
      cidr_block: `10.${pick.number(255)}.${pick.number(255)}.0/24`,
      enable_dns64: false,
      enable_resource_name_dns_a_record_on_launch: false,
      enable_resource_name_dns_aaaa_record_on_launch: false,
      ipv6_native: false,
      map_public_ip_on_launch: false,
      vpc_id: `vpc-${pick.hex(17)}`,
    },
    computed: {
      ...{ arn: arn('ec2', `subnet/subnet-${pick.hex(17)}`), availability_zone_id: 'euw2-az1', id: `subnet-${pick.hex(17)}` },
      ...{ ipv6_cidr_block_association_id: '', owner_id: account, private_dns_hostname_type_on_launch: 'ip-name' },
    },
    change: () => ({ map_public_ip_on_launch: true }),
  }),
};

const logGroup: Maker = {
  type: 'aws_cloudwatch_log_group',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      kms_key_id: arn('kms', `key/${pick.hex(8)}`),
      name: `/service/${name}`,
      retention_in_days: 30,
      skip_destroy: false,
    },
    computed: {
      arn: arn('logs', `log-group:/service/${name}`),
      id: `/service/${name}`,
      log_group_class: 'STANDARD',
      name_prefix: '',
    },
    change: (by) => ({ retention_in_days: by.one([60, 90, 365]) }),
  }),
};

const lambda: Maker = {
  type: 'aws_lambda_function',
  make: (pick, name) => ({
    inputs: {
      ...tags(pick, name),
      ...nulls(
        'code_signing_config_arn',
        'dead_letter_config',
        'file_system_config',
        'image_config',
        'image_uri',
        'layers',
        'publish',
      ),
      ...nulls(
        'replace_security_groups_on_destroy',
        'replacement_security_group_ids',
        's3_object_version',
        'snap_start',
        'timeouts',
      ),
      architectures: ['arm64'],
      description: '',
      environment: [{ variables: { LOG_LEVEL: 'info', STREAM: name, TABLE: `events-${pick.hex(8)}` } }],
      function_name: name,
      handler: 'index.handler',
      memory_size: 512,
      package_type: 'Zip',
      reserved_concurrent_executions: -1,
      role: arn('iam', `role/${name}`),
      runtime: 'nodejs20.x',
      s3_bucket: 'artifacts',
      s3_key: `${name}/${pick.hex(40)}.zip`,
      skip_destroy: false,
      timeout: 30,
      tracing_config: [{ mode: 'Active' }],
      vpc_config: [
        {
          ipv6_allowed_for_dual_stack: false,
          security_group_ids: [`sg-${pick.hex(17)}`],
          subnet_ids: [`subnet-${pick.hex(17)}`],
          vpc_id: '',
        },
      ],
    },
    computed: {
      ...{
        arn: arn('lambda', `function:${name}`),
        code_sha256: pick.hex(44),
        ephemeral_storage: [{ size: 512 }],
        id: name,
        invoke_arn: arn('apigateway', `lambda:path/${name}`),
      },
      ...{
        last_modified: '2025-01-01T00:00:00.000+0000',
        qualified_arn: arn('lambda', `function:${name}:3`),
        source_code_size: pick.number(1e6),
        version: '3',
      },
    },
    change: (by) => ({ s3_key: `${name}/${by.hex(40)}.zip`, memory_size: 1024 }),
  }),
};

const record: Maker = {
  type: 'aws_route53_record',
  make: (pick, name) => ({
    inputs: {
      ...nulls(
        'alias',
        'cidr_routing_policy',
        'failover_routing_policy',
        'geolocation_routing_policy',
        'geoproximity_routing_policy',
      ),
      ...nulls(
        'health_check_id',
        'latency_routing_policy',
        'multivalue_answer_routing_policy',
        'set_identifier',
        'timeouts',
        'weighted_routing_policy',
      ),
      name: `${name}.example.com`,
      records: [`10.0.${pick.number(255)}.${pick.number(255)}`],
      ttl: 60,
      type: 'A',
      zone_id: 'Z2FDTNDATAQYW2',
    },
    computed: { allow_overwrite: null, fqdn: `${name}.example.com`, id: `Z2FDTNDATAQYW2_${name}_A` },
    change: (by) => ({ records: [`10.1.${by.number(255)}.${by.number(255)}`] }),
  }),
};

export const makers: readonly Maker[] = [
  ...[service, iamPolicy, alarm, securityGroup, taskDefinition, database, bucket, parameter, dashboard],
  ...[subnet, logGroup, lambda, record],
];
