// The constructs of the service layer: roles, task, exposure, fargate-service, cache-user, health-check, observability.
import { describe, expect, test } from '@jest/globals';
import { at, listAt, textAt } from '../support/json.ts';
import { grants, outline, readable } from '../support/outline.ts';
import { below, ofType, one, type Stack } from '../support/stack.ts';
import { stackNamed } from '../support/synthesized.ts';

const production = stackNamed('production/service');
const staging = stackNamed('staging/service');
const guest = stackNamed('staging/service-pr-7');
const preview = stackNamed('preview/service');
const services = { production, staging, guest, preview };

function containersOf(stack: Stack): readonly unknown[] {
  return JSON.parse(textAt(one(stack, 'aws_ecs_task_definition').body, 'container_definitions'));
}

describe('roles', () => {
  test('of the task', () => {
    expect(grants(production, 'roles/task')).toMatchInlineSnapshot(`
      "Allow kinesis:PutRecord, kinesis:PutRecords on </opsdeck/production/analytics/event-stream-arn>
      Allow kms:Decrypt, kms:GenerateDataKey on </opsdeck/production/encryption/key-arn>
      Allow rds-db:connect on </opsdeck/production/database/connect-arn>
      Allow elasticache:Connect on </opsdeck/production/cache/arn>, </opsdeck/production/cache/user-arn>
      Allow 
          xray:PutTraceSegments
          xray:PutTelemetryRecords
          xray:GetSamplingRules
          xray:GetSamplingTargets on *"
    `);
  });

  test('of the task of a guest: its own Redis user, and the rest as its host', () => {
    const own = 'arn:aws:elasticache:eu-west-2:111122223333:user:assess-staging-guest-${var.cache_slot}';
    const words = (stack: Stack) => grants(stack, 'roles/task').split(/[\s,]+/);
    expect(words(guest)).toEqual(words(staging).map((word) => (word === '</opsdeck/staging/cache/user-arn>' ? own : word)));
  });

  test('of ECS: what AWS says that it needs, and nothing more', () => {
    const attached = ofType(production, 'aws_iam_role_policy_attachment').map(({ body }) => body.policy_arn);
    expect(attached).toEqual(['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy']);
    expect(grants(production, 'roles/execution')).toBe('');
  });
});

describe('task', () => {
  const environmentOf = (stack: Stack) =>
    listAt(containersOf(stack)[0], 'environment').map((each) => `${at(each, 'name')}=${readable(stack, at(each, 'value'))}`);

  test('is told facts, and no secret', () => {
    expect(environmentOf(production).join('\n')).toMatchInlineSnapshot(`
      "AWS_REGION=eu-west-2
      DB_HOST=</opsdeck/production/database/host>
      DB_NAME=assessments
      DB_USER=app
      ENVIRONMENT=production
      EVENT_STREAM=</opsdeck/production/analytics/event-stream-name>
      PORT=8080
      PUBLIC_URL=https://app.</opsdeck/production/edge/domain>
      REDIS_HOST=</opsdeck/production/cache/host>
      REDIS_KEY_PREFIX=app:
      REDIS_USER=</opsdeck/production/cache/user-name>
      SERVICE=app"
    `);
  });

  test('of a guest differs from its host in what is its own', () => {
    const host = environmentOf(staging);
    expect(
      environmentOf(guest)
        .filter((line) => !host.includes(line))
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "DB_NAME=pr_7
      PUBLIC_URL=https://pr-7.</opsdeck/staging/edge/domain>
      REDIS_KEY_PREFIX=guest-\${var.cache_slot}:pr-7:
      REDIS_USER=assess-staging-guest-\${var.cache_slot}
      SERVICE=pr-7"
    `);
  });

  test('runs without root, on a file system that it cannot write to', () => {
    expect(containersOf(production)[0]).toMatchObject({ user: '1000', readonlyRootFilesystem: true, essential: true });
  });

  test.each([
    ['production', '2048', '4096'],
    ['staging', '2048', '4096'],
    ['guest', '512', '1024'],
    ['preview', '512', '1024'],
  ] as const)('of %s has %s CPU units and %s MiB', (name, cpu, memory) => {
    expect(one(services[name], 'aws_ecs_task_definition').body).toMatchObject({ cpu, memory });
  });
});

test.each([
  ['production', 'app.</opsdeck/production/edge/domain>'],
  ['staging', 'app.</opsdeck/staging/edge/domain>'],
  ['guest', 'pr-7.</opsdeck/staging/edge/domain>'],
  ['preview', 'pr-9.</opsdeck/pr-9/edge/domain>'],
] as const)('exposure: %s answers to %s', (name, host) => {
  const stack = services[name];
  const { condition, listener_arn } = one(stack, 'aws_lb_listener_rule').body;
  expect(readable(stack, at(condition, '0.host_header.values.0'))).toBe(host);
  expect(readable(stack, listener_arn)).toMatch(/\/edge\/https-listener-arn>$/);
  expect(readable(stack, at(stack.json, 'output.url.value'))).toBe(`https://${host}`);
});

describe('fargate-service', () => {
  test.each([
    ['production', 10, 200],
    ['staging', 3, 10],
    ['guest', 2, 2],
    ['preview', 2, 2],
  ] as const)('of %s has %i to %i tasks', (name, min, max) => {
    const stack = services[name];
    expect(one(stack, 'aws_ecs_service').body.desired_count).toBe(min);
    expect(one(stack, 'aws_appautoscaling_target').body).toMatchObject({ min_capacity: min, max_capacity: max });
  });

  test('holds CPU and memory', () => {
    const holds = ofType(production, 'aws_appautoscaling_policy');
    const configuration = 'target_tracking_scaling_policy_configuration';
    expect(
      outline(
        production,
        holds,
        `${configuration}.predefined_metric_specification.predefined_metric_type`,
        `${configuration}.target_value`,
      ),
    ).toMatchInlineSnapshot(`
      "fargate/scale-on-cpu: ECSServiceAverageCPUUtilization 70
      fargate/scale-on-memory: ECSServiceAverageMemoryUtilization 75"
    `);
  });

  test('spreads over the zones, and is never fewer than it should be', () => {
    expect(one(production, 'aws_ecs_service').body).toMatchObject({
      availability_zone_rebalancing: 'ENABLED',
      deployment_minimum_healthy_percent: 100,
      deployment_maximum_percent: 200,
      network_configuration: { assign_public_ip: false },
    });
  });
});

describe('cache-user', () => {
  test('of a guest is whichever slot it is given; nobody else has a slot', () => {
    const declared = Object.entries(services).filter(([, { json }]) => at(json.variable, 'cache_slot'));
    expect(declared.map(([name]) => name)).toEqual(['guest']);
  });
});

describe('health-check', () => {
  test('walks the way of a student', () => {
    const input = JSON.parse(textAt(one(production, 'aws_scheduler_schedule').body, 'target.input'));
    const command = listAt(input, 'containerOverrides.0.command').map((word) => readable(production, word));
    expect(command).toEqual(['/bin/sh', '-c', 'wget -qO- --timeout=10 https://app.</opsdeck/production/edge/domain>/health']);
  });

  test('tells when a check ended badly', () => {
    const pattern = JSON.parse(textAt(one(production, 'aws_cloudwatch_event_rule').body, 'event_pattern'));
    expect(readable(production, at(pattern, 'detail.clusterArn.0'))).toBe('</opsdeck/production/compute/cluster-arn>');
    expect(pattern.detail).toMatchObject({
      group: ['health-check:app'],
      lastStatus: ['STOPPED'],
      $or: [{ containers: { name: ['app'], exitCode: [{ 'anything-but': 0 }] } }, { stopCode: ['TaskFailedToStart'] }],
    });
  });

  test('has a role for exactly that', () => {
    expect(grants(production, 'health-check/starter')).toMatchInlineSnapshot(`
      "Allow ecs:RunTask on 
          arn:aws:ecs:eu-west-2:111122223333:task-definition/assess-production-app
          arn:aws:ecs:eu-west-2:111122223333:task-definition/assess-production-app:*
        if ecs:cluster ArnEquals </opsdeck/production/compute/cluster-arn>
      Allow ecs:TagResource on arn:aws:ecs:eu-west-2:111122223333:task/</opsdeck/production/compute/cluster-name>/*
        if ecs:CreateAction StringEquals RunTask
      Allow iam:PassRole on <roles/execution/role arn>, <roles/task/role arn>
        if iam:PassedToService StringEquals ecs-tasks.amazonaws.com
      Allow sqs:SendMessage on </opsdeck/production/operations/dead-letter-queue-arn>
      Allow kms:Decrypt, kms:GenerateDataKey on </opsdeck/production/encryption/key-arn>"
    `);
  });

  test('is spared to a guest: whoever asked for it looks at it', () => {
    expect(below(guest, 'health-check')).toEqual([]);
  });
});

test('observability: trouble is what turns a rollout back', () => {
  const { alarm_rule } = one(production, 'aws_cloudwatch_composite_alarm', 'observability/trouble').body;
  const { alarms } = one(production, 'aws_ecs_service').body;
  const names = listAt(alarms, 'alarm_names').map((name) => `ALARM("${name}")`);
  expect(alarm_rule).toBe(names.join(' OR '));
  expect(readable(production, alarm_rule).split(' OR ').join('\n')).toMatchInlineSnapshot(`
    "ALARM("<observability/errors alarm_name>")
    ALARM("<observability/latency alarm_name>")
    ALARM("<observability/unhealthy alarm_name>")"
  `);
});

describe('observability: the budget of an objective', () => {
  const rule = (severity: string) => {
    const { body } = one(production, 'aws_cloudwatch_composite_alarm', `observability/slo-availability-${severity}`);
    return readable(production, body.alarm_rule).replaceAll('<observability/slo-availability-', '<');
  };

  test('pages when both windows of a fast burn rate say so', () => {
    expect(rule('page').split(' OR ').join('\n')).toMatchInlineSnapshot(`
"(ALARM("<fast-1h alarm_name>") AND ALARM("<fast-5m alarm_name>"))
(ALARM("<slow-6h alarm_name>") AND ALARM("<slow-30m alarm_name>"))"
`);
  });

  test('is told as a whole, and not window by window', () => {
    const windows = ofType(production, 'aws_cloudwatch_metric_alarm').filter(({ path }) => path.includes('/slo-'));
    expect(windows.map(({ body }) => [body.alarm_actions, body.ok_actions])).toEqual(windows.map(() => [undefined, undefined]));
    expect(windows.length).toBeGreaterThan(0);
  });

  test('makes a ticket when it is used up slowly', () => {
    expect(rule('ticket')).toMatchInlineSnapshot(`"ALARM("<drift-3d alarm_name>") AND ALARM("<drift-6h alarm_name>")"`);
  });

  test('is not watched in previews, which would pay for it', () => {
    const ids = (stack: Stack) => below(stack, 'observability').filter(({ path }) => path.includes('slo-'));
    expect([ids(guest), ids(preview)]).toEqual([[], []]);
    expect(ids(staging)).toHaveLength(ids(production).length);
  });
});
