// How every kind of resource of a preview is found again when no state knows of it.
import { describe, expect, test } from '@jest/globals';
import { decideAdoption, isLingering } from '../../../src/actions/preview/adoption.ts';
import { adopteesByName } from '../../../src/actions/preview/adoption-by-name.ts';
import { type Label, stackNamed } from '../../stacks/support/synthesized.ts';
import { settings } from './support/world.ts';

const at = 'eu-west-2:123456789012';
const lb = `arn:aws:elasticloadbalancing:${at}`;

/** What to import as what. */
const examples: readonly (readonly [resourceType: string, arn: string, importId: string])[] = [
  ['aws_ecs_service', `arn:aws:ecs:${at}:service/assess-staging/assess-staging-pr-7`, 'assess-staging/assess-staging-pr-7'],
  ['aws_ecs_task_definition', `arn:aws:ecs:${at}:task-definition/assess-staging-pr-7:3`, 'ARN'],
  ['aws_ecs_cluster', `arn:aws:ecs:${at}:cluster/assess-pr-7`, 'assess-pr-7'],
  ['aws_lb', `${lb}:loadbalancer/app/assess-pr-7/50dc6c495c0c9188`, 'ARN'],
  ['aws_lb_listener', `${lb}:listener/app/assess-pr-7/50dc6c495c0c9188/f2f7dc8efc522ab2`, 'ARN'],
  ['aws_lb_listener_rule', `${lb}:listener-rule/app/assess-staging/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee`, 'ARN'],
  ['aws_lb_target_group', `${lb}:targetgroup/assess-staging-pr-7/73e2d6bc24d8a067`, 'ARN'],
  ['aws_cloudwatch_log_group', `arn:aws:logs:${at}:log-group:/aws/ecs/assess-staging-pr-7`, '/aws/ecs/assess-staging-pr-7'],
  ['aws_cloudwatch_log_group', `arn:aws:logs:${at}:log-group:/aws/ecs/assess-staging-pr-7:*`, '/aws/ecs/assess-staging-pr-7'],
  [
    'aws_cloudwatch_event_rule',
    `arn:aws:events:${at}:rule/assess-pr-7-app-health-check-failed`,
    'assess-pr-7-app-health-check-failed',
  ],
  ['aws_iam_role', 'arn:aws:iam::123456789012:role/assess-staging-pr-7-task', 'assess-staging-pr-7-task'],
  ['aws_elasticache_user', `arn:aws:elasticache:${at}:user:assess-pr-7-app`, 'assess-pr-7-app'],
  ['aws_elasticache_user_group', `arn:aws:elasticache:${at}:usergroup:assess-pr-7`, 'assess-pr-7'],
  ['aws_elasticache_replication_group', `arn:aws:elasticache:${at}:replicationgroup:assess-pr-7`, 'assess-pr-7'],
  ['aws_elasticache_parameter_group', `arn:aws:elasticache:${at}:parametergroup:assess-pr-7`, 'assess-pr-7'],
  ['aws_elasticache_subnet_group', `arn:aws:elasticache:${at}:subnetgroup:assess-pr-7`, 'assess-pr-7'],
  ['aws_rds_cluster', `arn:aws:rds:${at}:cluster:assess-pr-7`, 'assess-pr-7'],
  ['aws_rds_cluster_instance', `arn:aws:rds:${at}:db:assess-pr-7-0`, 'assess-pr-7-0'],
  ['aws_rds_cluster_parameter_group', `arn:aws:rds:${at}:cluster-pg:assess-pr-7`, 'assess-pr-7'],
  ['aws_db_subnet_group', `arn:aws:rds:${at}:subgrp:assess-pr-7`, 'assess-pr-7'],
  ['aws_kinesis_stream', `arn:aws:kinesis:${at}:stream/assess-pr-7-events`, 'assess-pr-7-events'],
  ['aws_kinesis_firehose_delivery_stream', `arn:aws:firehose:${at}:deliverystream/assess-pr-7-events`, 'ARN'],
  ['aws_athena_workgroup', `arn:aws:athena:${at}:workgroup/assess-pr-7`, 'assess-pr-7'],
  ['aws_glue_catalog_database', `arn:aws:glue:${at}:database/assess_pr_7`, '123456789012:assess_pr_7'],
  ['aws_s3_bucket', 'arn:aws:s3:::assess-pr-7-queries-123456789012-eu-west-2', 'assess-pr-7-queries-123456789012-eu-west-2'],
  ['aws_kms_key', `arn:aws:kms:${at}:key/1234abcd-12ab-34cd-56ef-1234567890ab`, '1234abcd-12ab-34cd-56ef-1234567890ab'],
  ['aws_sns_topic', `arn:aws:sns:${at}:assess-pr-7-alerts`, 'ARN'],
  [
    'aws_sqs_queue',
    `arn:aws:sqs:${at}:assess-pr-7-dead-letters`,
    'https://sqs.eu-west-2.amazonaws.com/123456789012/assess-pr-7-dead-letters',
  ],
  ['aws_secretsmanager_secret', `arn:aws:secretsmanager:${at}:secret:assess-pr-7/database/app-AbCdEf`, 'ARN'],
  ['aws_ssm_parameter', `arn:aws:ssm:${at}:parameter/opsdeck/pr-7/cache/host`, '/opsdeck/pr-7/cache/host'],
  ['aws_wafv2_web_acl', `arn:aws:wafv2:${at}:regional/webacl/assess-pr-7/a1b2`, 'a1b2/assess-pr-7/REGIONAL'],
  ['aws_wafv2_ip_set', `arn:aws:wafv2:${at}:regional/ipset/assess-pr-7-blocked/a1b2`, 'a1b2/assess-pr-7-blocked/REGIONAL'],
  ['aws_api_gateway_rest_api', 'arn:aws:apigateway:eu-west-2::/restapis/a1b2c3', 'a1b2c3'],
  ['aws_api_gateway_stage', 'arn:aws:apigateway:eu-west-2::/restapis/a1b2c3/stages/v1', 'a1b2c3/v1'],
  ['aws_api_gateway_usage_plan', 'arn:aws:apigateway:eu-west-2::/usageplans/a1b2c3', 'a1b2c3'],
  ['aws_api_gateway_api_key', 'arn:aws:apigateway:eu-west-2::/apikeys/a1b2c3', 'a1b2c3'],
  ['aws_xray_group', `arn:aws:xray:${at}:group/assess-pr-7/A1B2`, 'ARN'],
  ['aws_xray_sampling_rule', `arn:aws:xray:${at}:sampling-rule/assess-pr-7`, 'assess-pr-7'],
  ['aws_vpc', `arn:aws:ec2:${at}:vpc/vpc-1`, 'vpc-1'],
  ['aws_subnet', `arn:aws:ec2:${at}:subnet/subnet-1`, 'subnet-1'],
  ['aws_route_table', `arn:aws:ec2:${at}:route-table/rtb-1`, 'rtb-1'],
  ['aws_internet_gateway', `arn:aws:ec2:${at}:internet-gateway/igw-1`, 'igw-1'],
  ['aws_nat_gateway', `arn:aws:ec2:${at}:natgateway/nat-1`, 'nat-1'],
  ['aws_eip', `arn:aws:ec2:${at}:elastic-ip/eipalloc-1`, 'eipalloc-1'],
  ['aws_vpc_endpoint', `arn:aws:ec2:${at}:vpc-endpoint/vpce-1`, 'vpce-1'],
  ['aws_flow_log', `arn:aws:ec2:${at}:vpc-flow-log/fl-1`, 'fl-1'],
  ['aws_security_group', `arn:aws:ec2:${at}:security-group/sg-1`, 'sg-1'],
];

describe('by its ARN', () => {
  test.each(examples)('%s %s', (resourceType, arn, importId) => {
    const adoptees = [{ resourceType, importId: importId === 'ARN' ? arn : importId }];
    expect(decideAdoption(arn)).toEqual({ kind: 'adopt', adoptees });
  });

  test('an alarm can be of two kinds', () => {
    expect(decideAdoption(`arn:aws:cloudwatch:${at}:alarm:assess-staging-pr-7-trouble`)).toEqual({
      kind: 'adopt',
      adoptees: [
        { resourceType: 'aws_cloudwatch_metric_alarm', importId: 'assess-staging-pr-7-trouble' },
        { resourceType: 'aws_cloudwatch_composite_alarm', importId: 'assess-staging-pr-7-trouble' },
      ],
    });
  });

  test.each([
    `arn:aws:ecs:${at}:task/assess-staging/0123456789abcdef`,
    `arn:aws:application-autoscaling:${at}:scalable-target/0ec51234`,
    `arn:aws:ec2:${at}:network-interface/eni-1`,
    `arn:aws:elasticache:${at}:cluster:assess-pr-7-001`,
    `arn:aws:rds:${at}:cluster-snapshot:rds:assess-pr-7-2026-11-22`,
    `arn:aws:rds:${at}:db-proxy:prx-0123`,
  ])('%s goes with something else', (arn) => {
    expect(decideAdoption(arn)).toEqual({ kind: 'companion' });
  });

  test.each(['arn:aws:dynamodb:eu-west-2:123456789012:table/x', 'arn:aws:s3:::bucket/key', 'nonsense', ''])(
    '"%s" is unknown',
    (arn) => {
      expect(decideAdoption(arn)).toEqual({ kind: 'unknown' });
    },
  );

  test('what lingers is told', () => {
    const lingering = examples.filter(([, arn]) => isLingering(arn)).map(([resourceType]) => resourceType);
    expect(lingering).toEqual(['aws_ecs_task_definition', 'aws_kms_key']);
  });
});

/** Types that AWS removes together with what they belong to, or that are no resource of their own. */
const parts: readonly RegExp[] = [
  /^aws_api_gateway_(deployment|integration|method|model|request_validator|resource|usage_plan_key)/,
  /^aws_appautoscaling_policy$/,
  /^aws_cloudwatch_(event_target|log_stream)$/,
  /^aws_db_proxy_/,
  /^aws_default_security_group$/,
  /^aws_ecs_cluster_capacity_providers$/,
  /^aws_glue_catalog_table$/,
  /^aws_iam_role_policy/,
  /^aws_route(_table_association)?$/,
  /^aws_s3_bucket_/,
  /^aws_secretsmanager_secret_/,
  /^aws_sns_topic_policy$/,
  /^aws_vpc_security_group_/,
  /^aws_wafv2_web_acl_/,
];

/** The name does not say in which zone it is, and without that it cannot be imported. */
const reported = ['aws_route53_record'];

describe('by its name', () => {
  const named = adopteesByName({ pullRequest: 7, naming: settings.naming, shapes: ['shared', 'isolated'] });

  test('a shared preview is looked for under its own names only', () => {
    expect(adopteesByName({ pullRequest: 7, naming: settings.naming, shapes: ['shared'] })).toMatchInlineSnapshot(`
[
  {
    "importId": "assess-staging-pr-7-execution",
    "resourceType": "aws_iam_role",
  },
  {
    "importId": "assess-staging-pr-7-task",
    "resourceType": "aws_iam_role",
  },
  {
    "importId": "assess-staging-pr-7",
    "resourceType": "aws_cloudwatch_dashboard",
  },
  {
    "importId": "ecs/service/assess-staging/assess-staging-pr-7/ecs:service:DesiredCount",
    "resourceType": "aws_appautoscaling_target",
    "stateId": "service/assess-staging/assess-staging-pr-7",
  },
]
`);
  });

  test.each<[Label]>([['staging/service-pr-7'], ['preview/service'], ['preview/platform']])(
    'or by its ARN, everything of %s is found',
    (label) => {
      const byArn = ['aws_cloudwatch_metric_alarm', 'aws_cloudwatch_composite_alarm', ...examples.map(([type]) => type)];
      const found = new Set([...byArn, ...named.map(({ resourceType }) => resourceType), ...reported]);
      const types = new Set(stackNamed(label).resources.map(({ type }) => type));
      const forgotten = [...types].filter((type) => !found.has(type) && !parts.some((part) => part.test(type)));
      expect(forgotten).toEqual([]);
    },
  );

  test.each<[Label, number]>([
    ['staging/service-pr-7', 7],
    ['preview/service', 9],
    ['preview/platform', 9],
  ])('the names of roles and dashboards are those of %s', (label, pullRequest) => {
    const ours = adopteesByName({ pullRequest, naming: settings.naming, shapes: ['shared', 'isolated'] });
    const names = stackNamed(label)
      .resources.filter(({ type }) => ['aws_iam_role', 'aws_cloudwatch_dashboard'].includes(type))
      .map(({ body }) => String(body.name ?? body.dashboard_name));
    expect(names.length).toBeGreaterThan(0);
    expect(ours.map(({ importId }) => importId)).toEqual(expect.arrayContaining(names));
  });
});
