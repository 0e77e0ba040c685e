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
    expect(one(production, 'aws_sqs_queue').body.message_retention_seconds).toBe(14 * 24 * 3600);
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
  const template = one(production, 'aws_fis_experiment_template').body;

  test('is for environments that live', () => {
    expect(below(preview, 'resilience')).toEqual([]);
    expect(below(stackNamed('staging/platform'), 'resilience')).not.toEqual([]);
  });

  test('stops on what students notice', () => {
    const alarms = listAt(template, 'stop_condition').map((condition) => readable(production, at(condition, 'value')));
    expect(alarms).toEqual([
      '<observability/edge-5xx-rate arn>',
      '<observability/targets-5xx-rate arn>',
      '<observability/api-5xx-rate arn>',
    ]);
  });

  test('fences the app and the data subnet of the first zone', () => {
    const fenced = listAt(template, 'target.0.resource_arns').map((arn) => readable(production, arn));
    expect(fenced).toEqual(['<network/app-0 arn>', '<network/data-0 arn>']);
    expect(template.experiment_options).toEqual({ account_targeting: 'single-account', empty_target_resolution_mode: 'skip' });
  });

  test('lets the experiment do this', () => {
    expect(grants(production, 'resilience/experimenter')).toMatchInlineSnapshot(`
      "Allow ec2:CreateNetworkAcl on arn:aws:ec2:eu-west-2:111122223333:network-acl/*
        if aws:RequestTag/managedByFIS StringEquals true
      Allow ec2:CreateNetworkAcl on <network/vpc arn>
      Allow ec2:CreateTags on arn:aws:ec2:eu-west-2:111122223333:network-acl/*
        if ec2:CreateAction StringEquals CreateNetworkAcl
        if aws:RequestTag/managedByFIS StringEquals true
      Allow ec2:CreateNetworkAclEntry, ec2:DeleteNetworkAcl on arn:aws:ec2:eu-west-2:111122223333:network-acl/*, <network/vpc arn>
      Allow ec2:ReplaceNetworkAclAssociation on 
          arn:aws:ec2:eu-west-2:111122223333:subnet/*
          arn:aws:ec2:eu-west-2:111122223333:network-acl/*
      Allow ecs:StopTask, ecs:DescribeTasks on arn:aws:ecs:eu-west-2:111122223333:task/<cluster/cluster name>/*
      Allow rds:FailoverDBCluster on <database/cluster arn>
      Allow elasticache:InterruptClusterAzPower on arn:aws:elasticache:eu-west-2:111122223333:replicationgroup:assess-production
      Allow 
          arc-zonal-shift:StartZonalShift
          arc-zonal-shift:UpdateZonalShift
          arc-zonal-shift:CancelZonalShift
          arc-zonal-shift:GetManagedResource on arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/assess-production/*
      Allow 
          arc-zonal-shift:ListManagedResources
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
