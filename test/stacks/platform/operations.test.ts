// The constructs cluster, notifications, observability and resilience.
import { describe, expect, test } from '@jest/globals';
import { at, listAt, textAt } from '../support/json.ts';
import { grants, policyOf, readable } from '../support/outline.ts';
import { below, ofType, one } from '../support/stack.ts';
import { stackNamed } from '../support/synthesized.ts';

const production = stackNamed('production/platform');
const preview = stackNamed('preview/platform');

describe('cluster', () => {
  test('runs on Fargate alone, and logs every exec session', () => {
    expect(one(production, 'aws_ecs_cluster_capacity_providers').body.capacity_providers).toEqual(['FARGATE']);
    const execution = at(one(production, 'aws_ecs_cluster').body, 'configuration.execute_command_configuration');
    expect(execution).toMatchObject({ logging: 'OVERRIDE', log_configuration: { cloud_watch_encryption_enabled: true } });
    expect(readable(production, at(execution, 'log_configuration.cloud_watch_log_group_name'))).toBe('<cluster/sessions name>');
  });
});

describe('notifications', () => {
  test('come from alarms and events of this account', () => {
    expect(policyOf(production, 'aws_sns_topic_policy', 'notifications/alerts-policy')).toMatchInlineSnapshot(`
      "Allow cloudwatch.amazonaws.com: sns:Publish on <notifications/alerts arn>
        if aws:SourceAccount StringEquals 111122223333
      Allow events.amazonaws.com: sns:Publish on <notifications/alerts arn>"
    `);
  });

  test('that nobody could take are kept for as long as SQS can', () => {
    expect(one(production, 'aws_sqs_queue', 'notifications/dead-letters').body.message_retention_seconds).toBe(14 * 24 * 3600);
  });
});

describe('observability', () => {
  test('has two alarms for each KPI of the cache, one a node, and a preview has one', () => {
    const ofCache = (stack: typeof production) =>
      ofType(stack, 'aws_cloudwatch_metric_alarm').flatMap(({ path }) => /\/(cache-.*)/.exec(path)?.[1] ?? []);
    expect(ofCache(preview)).toEqual(['cache-1-cpu', 'cache-1-memory']);
    expect(ofCache(production)).toEqual(
      ['1', '2'].flatMap((node) =>
        ['cpu', 'evictions', 'memory', 'misses', 'replication-lag'].map((id) => `cache-${node}-${id}`),
      ),
    );
  });

  test('has one alarm that means that students notice', () => {
    const rule = readable(production, one(production, 'aws_cloudwatch_composite_alarm').body.alarm_rule);
    expect(rule.split(' OR ').join('\n')).toMatchInlineSnapshot(`
      "ALARM("<observability/edge-5xx-rate alarm_name>")
      ALARM("<observability/targets-5xx-rate alarm_name>")
      ALARM("<observability/api-5xx-rate alarm_name>")"
    `);
  });

  test('traces ten requests a second in full, and a twentieth of the rest', () => {
    expect(one(production, 'aws_xray_sampling_rule').body).toMatchObject({ reservoir_size: 10, fixed_rate: 0.05 });
  });
});

describe('resilience', () => {
  const template = one(production, 'aws_fis_experiment_template', 'resilience/az-failure-b').body;
  const templates = ofType(production, 'aws_fis_experiment_template');

  test('is for environments that live', () => {
    expect(below(preview, 'resilience')).toEqual([]);
    expect(below(stackNamed('staging/platform'), 'resilience')).not.toEqual([]);
  });

  test('has an experiment for each drill, and for each zone where one is hit', () => {
    const found = templates.map(({ path, body }) => {
      const { Drill, Zone = '-', Name } = body.tags as Readonly<Record<string, string>>;
      return [path, Drill, Zone, Name, body.description].join(' | ');
    });
    expect(found.join('\n')).toMatchInlineSnapshot(`
      "resilience/aurora-failover | aurora-failover | - | assess-production-aurora-failover | assess-production: aurora-failover
      resilience/az-failure-a | az-failure | eu-west-2a | assess-production-az-failure-eu-west-2a | assess-production: az-failure in eu-west-2a
      resilience/az-failure-b | az-failure | eu-west-2b | assess-production-az-failure-eu-west-2b | assess-production: az-failure in eu-west-2b
      resilience/az-failure-c | az-failure | eu-west-2c | assess-production-az-failure-eu-west-2c | assess-production: az-failure in eu-west-2c
      resilience/kinesis-throttle | kinesis-throttle | - | assess-production-kinesis-throttle | assess-production: kinesis-throttle
      resilience/redis-az-power-a | redis-az-power | eu-west-2a | assess-production-redis-az-power-eu-west-2a | assess-production: redis-az-power in eu-west-2a
      resilience/redis-az-power-b | redis-az-power | eu-west-2b | assess-production-redis-az-power-eu-west-2b | assess-production: redis-az-power in eu-west-2b
      resilience/redis-az-power-c | redis-az-power | eu-west-2c | assess-production-redis-az-power-eu-west-2c | assess-production: redis-az-power in eu-west-2c
      resilience/task-loss | task-loss | - | assess-production-task-loss | assess-production: task-loss"
    `);
  });

  test.each(templates)('$path stops on what students notice', ({ body }) => {
    const alarms = listAt(body, 'stop_condition').map((condition) => readable(production, at(condition, 'value')));
    expect(alarms).toEqual([
      '<observability/edge-5xx-rate arn>',
      '<observability/targets-5xx-rate arn>',
      '<observability/api-5xx-rate arn>',
    ]);
    expect(body.experiment_options).toEqual({ account_targeting: 'single-account', empty_target_resolution_mode: 'skip' });
  });

  test('fences the app and the data subnet of its zone', () => {
    const fenced = listAt(template, 'target.0.resource_arns').map((arn) => readable(production, arn));
    expect(fenced).toEqual(['<network/app-1 arn>', '<network/data-1 arn>']);
  });

  test('throttles the role that the tasks of the service act as', () => {
    const { body } = one(production, 'aws_fis_experiment_template', 'resilience/kinesis-throttle');
    const [role] = listAt(body, 'target.0.resource_arns').map((arn) => readable(production, arn));
    const { name } = one(stackNamed('production/service'), 'aws_iam_role', 'roles/task/role').body;
    expect(role).toBe(`arn:aws:iam::<account>:role/${name}`);
  });

  test('lets experiments do this', () => {
    expect(grants(production, 'resilience/experimenter')).toMatchInlineSnapshot(`
      "Allow 
          arc-zonal-shift:StartZonalShift
          arc-zonal-shift:UpdateZonalShift
          arc-zonal-shift:CancelZonalShift
          arc-zonal-shift:GetManagedResource on <edge/load-balancer arn>
      Allow ecs:StopTask, ecs:DescribeTasks on arn:aws:ecs:eu-west-2:111122223333:task/<cluster/cluster name>/*
      Allow elasticache:InterruptClusterAzPower on <cache/group arn>
      Allow fis:InjectApiThrottleError on arn:aws:fis:eu-west-2:111122223333:experiment/*
        if fis:Service StringEquals kinesis
        if fis:Targets ForAllValues:StringEquals arn:aws:iam::111122223333:role/assess-production-app-task
      Allow ec2:CreateNetworkAcl on arn:aws:ec2:eu-west-2:111122223333:network-acl/*
        if aws:RequestTag/managedByFIS StringEquals true
      Allow ec2:CreateNetworkAcl on <network/vpc arn>
      Allow ec2:CreateTags on arn:aws:ec2:eu-west-2:111122223333:network-acl/*
        if ec2:CreateAction StringEquals CreateNetworkAcl
        if aws:RequestTag/managedByFIS StringEquals true
      Allow ec2:CreateNetworkAclEntry, ec2:DeleteNetworkAcl on arn:aws:ec2:eu-west-2:111122223333:network-acl/*, <network/vpc arn>
      Allow ec2:ReplaceNetworkAclAssociation on 
          arn:aws:ec2:eu-west-2:111122223333:subnet/*
          arn:aws:ec2:eu-west-2:111122223333:network-acl/*
      Allow rds:FailoverDBCluster on <database/cluster arn>
      Allow 
          arc-zonal-shift:ListManagedResources
          autoscaling:DescribeTags
          cloudwatch:DescribeAlarms
          ec2:DescribeManagedPrefixLists
          ec2:DescribeNetworkAcls
          ec2:DescribeSubnets
          ec2:DescribeVpcs
          ecs:ListTasks
          elasticache:DescribeReplicationGroups
          rds:DescribeDBClusters
          rds:DescribeDBInstances
          tag:GetResources on *
      Allow 
          logs:CreateLogDelivery
          logs:PutResourcePolicy
          logs:DescribeResourcePolicies
          logs:DescribeLogGroups on *"
    `);
  });

  test('trusts experiments of this account', () => {
    const { assume_role_policy } = one(production, 'aws_iam_role', 'resilience/experimenter/role').body;
    expect(readable(production, assume_role_policy)).toContain('arn:aws:fis:eu-west-2:<account>:experiment/*');
    expect(textAt(template, 'role_arn')).toMatch(/resilience_experimenter/);
  });
});

describe('punctual game days', () => {
  const punctual = stackNamed('punctual/platform');

  test('are only for who asks for them', () => {
    for (const stack of [production, stackNamed('staging/platform'), preview])
      expect(below(stack, 'punctual-game-days')).toEqual([]);
  });

  test('put an event on their own bus on the minute, with the time that was meant', () => {
    const { body } = one(punctual, 'aws_scheduler_schedule');
    expect(body).toMatchObject({
      schedule_expression: 'cron(0 10 ? * TUE *)',
      schedule_expression_timezone: 'Europe/London',
      flexible_time_window: { mode: 'OFF' },
    });
    expect(readable(punctual, at(body, 'target.arn'))).toBe('<punctual-game-days/bus arn>');
    expect(JSON.parse(textAt(body, 'target.input'))).toEqual({
      drill: 'az-failure',
      environment: 'staging',
      scheduled_for: '<aws.scheduler.scheduled-time>',
    });
  });

  test('hand to GitHub what the schedule has put on the bus, and nothing else', () => {
    const pattern = JSON.parse(
      textAt(one(punctual, 'aws_cloudwatch_event_rule', 'punctual-game-days/due').body, 'event_pattern'),
    );
    const sent = one(punctual, 'aws_scheduler_schedule').body;
    expect(pattern).toEqual({
      source: [at(sent, 'target.eventbridge_parameters.source')],
      'detail-type': [at(sent, 'target.eventbridge_parameters.detail_type')],
    });
    const { body } = one(punctual, 'aws_cloudwatch_event_target', 'punctual-game-days/start');
    expect(body.input_transformer).toEqual({
      input_paths: { payload: '$.detail' },
      input_template: '{"event_type":"game-day","client_payload":<payload>}',
    });
    expect(readable(punctual, body.arn)).toBe('<punctual-game-days/github arn>');
  });

  test('have no token: a person makes the connection', () => {
    expect(ofType(punctual, 'aws_cloudwatch_event_connection')).toEqual([]);
    expect(one(punctual, 'aws_cloudwatch_event_api_destination', 'punctual-game-days/github').body).toMatchObject({
      connection_arn: '${var.github_dispatch_connection_arn}',
      invocation_endpoint: 'https://api.github.com/repos/${var.github_repository}/dispatches',
      http_method: 'POST',
      invocation_rate_limit_per_second: 1,
    });
    for (const name of ['github_dispatch_connection_arn', 'github_repository'])
      expect(at(punctual.json, `variable.${name}`)).toEqual(
        expect.objectContaining({ type: 'string', validation: expect.anything() }),
      );
    expect(at(punctual.json, 'variable.github_repository.default')).toBeUndefined();
  });

  test('end in the dead letters when nobody takes them within a quarter of an hour', () => {
    const retry = { maximum_event_age_in_seconds: 900, maximum_retry_attempts: 5 };
    for (const [type, of, path] of [
      ['aws_scheduler_schedule', 'punctual-game-days/schedule', 'target.'],
      ['aws_cloudwatch_event_target', 'punctual-game-days/start', ''],
    ] as const) {
      const { body } = one(punctual, type, of);
      expect(readable(punctual, at(body, `${path}dead_letter_config.arn`))).toBe('<notifications/dead-letters arn>');
      expect(at(body, `${path}retry_policy`)).toEqual(retry);
    }
    expect(policyOf(punctual, 'aws_sqs_queue_policy', 'notifications/dead-letter-access')).toMatchInlineSnapshot(`
      "Allow events.amazonaws.com: sqs:SendMessage on <notifications/dead-letters arn>
        if aws:SourceArn ArnLike arn:aws:events:eu-west-2:111122223333:rule/assess-staging-*"
    `);
  });

  test('may do just that', () => {
    expect(grants(punctual, 'punctual-game-days/starter')).toMatchInlineSnapshot(`
      "Allow events:PutEvents on <punctual-game-days/bus arn>
      Allow sqs:SendMessage on <notifications/dead-letters arn>
      Allow kms:Decrypt, kms:GenerateDataKey on <encryption/key arn>"
    `);
    expect(grants(punctual, 'punctual-game-days/caller')).toMatchInlineSnapshot(
      `"Allow events:InvokeApiDestination on <punctual-game-days/github arn>"`,
    );
  });
});
