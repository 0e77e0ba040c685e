// The stacks as wholes: what they promise each other, and names at their longest.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type PlatformParameter, parameterName, platformParameters } from '../../src/stacks/platform-parameters.ts';
import { profiles } from '../../src/stacks/profiles.ts';
import { type StackRequest, synthesize } from '../../src/stacks/synth.ts';
import { account, matches, withAccount } from './support/iam.ts';
import { at, leaves, textAt } from './support/json.ts';
import { readable } from './support/outline.ts';
import { ofType, one, readStack } from './support/stack.ts';
import { synthesizedJson } from './support/synthesize.ts';
import { allStacks, type Label, stackNamed } from './support/synthesized.ts';

const stacks = allStacks();

test('stacks are called after their layer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-synth-'));
  const shared = { environment: 'staging', region: 'eu-west-2', profile: profiles.preview } as const;
  const made = synthesize(folder, [
    { kind: 'bootstrap', region: 'eu-west-2', repository: 'acme/assessments' },
    { kind: 'service', service: 'app', ...shared },
    { kind: 'service', service: 'pr-7', ...shared },
  ]);
  rmSync(folder, { recursive: true });
  expect(made).toEqual(['bootstrap', 'service', 'service-pr-7'].map((name) => ({ name, folder: join(folder, 'stacks', name) })));
});

test.each<[Label, string]>([
  ['production/platform', 'production/platform.tfstate'],
  ['staging/service', 'staging/service.tfstate'],
  ['staging/service-pr-7', 'previews/pr-7/service.tfstate'],
  ['preview/platform', 'previews/pr-9/platform.tfstate'],
  ['preview/service', 'previews/pr-9/service.tfstate'],
])('%s keeps its state in %s, in a bucket that is named when Terraform starts', (label, key) => {
  const backend = at(stackNamed(label).json, 'terraform.backend.s3');
  expect(backend).toEqual({ key, region: 'eu-west-2', encrypt: true, use_lockfile: true });
});

test.each(stacks)('$label has one provider at one version, and names the Terraform that it needs', ({ json }) => {
  expect(at(json, 'terraform.required_providers')).toEqual({ aws: { source: 'aws', version: '5.100.0' } });
  expect(at(json, 'terraform.required_version')).toBe('>= 1.11');
});

test('the same settings give the same stack', () => {
  const request = {
    kind: 'service',
    environment: 'staging',
    service: 'app',
    region: 'eu-west-2',
    profile: profiles.staging,
  } as const;
  expect(synthesizedJson(request)).toEqual(stackNamed('staging/service').json);
});

test('staging consists of the same kinds of resources as production, and as many', () => {
  const kinds = (label: Label) =>
    stackNamed(label)
      .resources.map(({ type, path }) => `${type} ${path}`)
      .toSorted();
  expect(kinds('staging/platform')).toEqual(kinds('production/platform'));
  expect(kinds('staging/service')).toEqual(kinds('production/service'));
});

describe('what the platform tells the services', () => {
  const parameters = Object.keys(platformParameters) as PlatformParameter[];
  const names = (environment: string) => parameters.map((parameter) => parameterName(environment, parameter)).toSorted();

  test.each(['production', 'staging'] as const)('%s publishes all of the contract', (environment) => {
    const published = ofType(stackNamed(`${environment}/platform`), 'aws_ssm_parameter').map(({ body }) => textAt(body, 'name'));
    expect(published.toSorted()).toEqual(names(environment));
  });

  test.each<[environment: string, Label]>([
    ['production', 'production/service'],
    ['staging', 'staging/service-pr-7'],
    ['pr-9', 'preview/service'],
  ])('a service in %s reads nothing else', (environment, label) => {
    const read = stackNamed(label).data.filter(({ type }) => type === 'aws_ssm_parameter');
    expect(read.map(({ body }) => textAt(body, 'name')).filter((name) => !names(environment).includes(name))).toEqual([]);
  });

  test('nothing is published that nobody reads', () => {
    const read = new Set(
      stacks.flatMap(({ data }) => data.map(({ body }) => textAt(body, 'name').split('/').slice(3).join('/'))),
    );
    expect(Object.values(platformParameters).filter((name) => !read.has(name))).toEqual([]);
  });
});

test('outputs', () => {
  const outputsOf = (label: Label) => {
    const stack = stackNamed(label);
    const outputs = Object.entries(stack.json.output as Record<string, unknown>);
    return outputs.map(([name, output]) => `${name} = ${readable(stack, at(output, 'value'))}`).join('\n');
  };
  expect(outputsOf('production/platform')).toMatchInlineSnapshot(`
    "alb_dns_name = <edge/load-balancer dns_name>
    alerts_topic_arn = <notifications/alerts arn>
    analytics_bucket = <data-lake/events/bucket bucket>
    api_gateway_url = <api/stage invoke_url>
    database_cluster = <database/cluster cluster_identifier>
    database_master_secret_arn = <database/cluster master_user_secret[0].secret_arn>
    ecs_cluster_name = <cluster/cluster name>
    kinesis_stream_name = <event-stream name>
    rds_endpoint = <database-proxy/proxy endpoint>
    redis_endpoint = <cache/group primary_endpoint_address>
    vpc_id = <network/vpc id>"
  `);
  expect(outputsOf('production/service')).toMatchInlineSnapshot(`
    "deployed_image = \${var.image}
    log_group = <logs name>
    service_name = <fargate/service name>
    target_group = <exposure/target-group arn_suffix>
    task_definition_arn = <task arn>
    url = https://app.</opsdeck/production/edge/domain>"
  `);
  expect(outputsOf('bootstrap')).toMatchInlineSnapshot(`
    "role_deploy = <ci/deploy arn>
    role_game_day = <ci/game-day arn>
    role_ops = <ci/ops arn>
    role_plan = <ci/plan arn>
    role_preview = <ci/preview arn>
    state_bucket = <state/bucket bucket>"
  `);
});

test('the state bucket goes with all states only when somebody says so twice', () => {
  const bootstrap = stackNamed('bootstrap');
  expect(at(bootstrap.json, 'variable.is_protected')).toMatchObject({ type: 'bool', default: true });
  expect(one(bootstrap, 'aws_s3_bucket').body.force_destroy).toBe('${!var.is_protected}');
});

/** Limits that AWS states for names that somebody chooses: https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html */
const limits: readonly (readonly [type: string, attribute: string, most: number])[] = [
  ['aws_athena_workgroup', 'name', 128],
  ['aws_cloudtrail', 'name', 128],
  ['aws_cloudwatch_event_rule', 'name', 64],
  ['aws_cloudwatch_metric_alarm', 'alarm_name', 255],
  ['aws_db_proxy', 'name', 63],
  ['aws_ecs_cluster', 'name', 255],
  ['aws_ecs_service', 'name', 255],
  ['aws_elasticache_replication_group', 'replication_group_id', 40],
  ['aws_elasticache_user', 'user_id', 40],
  ['aws_elasticache_user_group', 'user_group_id', 40],
  ['aws_iam_role', 'name', 64],
  ['aws_kinesis_firehose_delivery_stream', 'name', 64],
  ['aws_kinesis_stream', 'name', 128],
  ['aws_lb', 'name', 32],
  ['aws_lb_target_group', 'name', 32],
  ['aws_rds_cluster', 'cluster_identifier', 63],
  ['aws_rds_cluster_instance', 'identifier', 63],
  ['aws_s3_bucket', 'bucket', 63],
  ['aws_scheduler_schedule', 'name', 64],
  ['aws_security_group', 'name', 255],
  ['aws_sqs_queue', 'name', 80],
  ['aws_wafv2_web_acl', 'name', 128],
  ['aws_xray_group', 'group_name', 32],
  ['aws_xray_sampling_rule', 'rule_name', 32],
];

describe('names at their longest', () => {
  const longest = { environment: 'environment1', region: 'ap-southeast-1', profile: profiles.production } as const;
  const requests: readonly StackRequest[] = [
    { kind: 'bootstrap', region: 'ap-southeast-1', repository: 'acme/assessments' },
    { kind: 'platform', ...longest },
    { kind: 'service', service: 'service-10', ...longest },
    { kind: 'service', service: 'app', ...longest },
  ];
  const made = requests.map((request) => readStack('longest', synthesizedJson(request)));

  test.each(limits)('%s: %s has at most %i characters', (type, attribute, most) => {
    const names = made.flatMap((stack) => ofType(stack, type)).map(({ body }) => withAccount(textAt(body, attribute)));
    expect(names).not.toEqual([]);
    expect(names.filter((name) => name === '' || name.length > most)).toEqual([]);
  });

  test('nothing but names and references is in them', () => {
    const buckets = made
      .flatMap((stack) => ofType(stack, 'aws_s3_bucket'))
      .map(({ body }) => withAccount(textAt(body, 'bucket')));
    expect(buckets.filter((name) => !new RegExp(`^[a-z][a-z0-9-]*-${account}-ap-southeast-1$`).test(name))).toEqual([]);
  });
});

describe('the one pattern by which the preview role is limited', () => {
  const namesIn = (label: Label) =>
    leaves(stackNamed(label).json.resource)
      .filter(({ key }) => /(?:name|_id|_identifier|bucket|family)$/.test(key))
      .map(({ value }) => String(value))
      .filter((name) => name.startsWith('assess-'));
  const isPreview = (name: string) => matches('assess-*pr-*', name);

  test.each<Label>(['production/platform', 'production/service', 'staging/platform', 'staging/service'])(
    'fits no name in %s',
    (label) => {
      expect(namesIn(label)).not.toEqual([]);
      expect(namesIn(label).filter(isPreview)).toEqual([]);
    },
  );

  test.each<Label>(['preview/platform', 'preview/service', 'staging/service-pr-7'])('fits every name in %s', (label) => {
    expect(namesIn(label).filter((name) => !isPreview(name))).toEqual([]);
  });
});
